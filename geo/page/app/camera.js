// What is looked at. Two cameras have the same few methods: that of leaflet_map.js knows Leaflet, that of
// viewbox_map.js does without it, for lite pages.
//
// size() in pixels; zoom() as a level of web maps; onScreen(at) and inDrawing(point) between the drawing and pixels
// of the container; fit() shows the whole country, reveal(at) a point if it is out of sight, look(at, zoom) goes near it,
// zoomBy(steps); refresh() after a new size.

import { signButton } from "./dom.js";
import { t } from "./wording.js";

export const ZOOM_OF_DRAWING = 10;
export let camera = null;

/** The camera of this page, from now on. */
export function useCamera(one) { camera = one; }

export function zoomButton(key, sign, onPress) {
  const node = signButton("", t(key), sign, onPress);
  node.dataset.name = key;
  return node;
}
