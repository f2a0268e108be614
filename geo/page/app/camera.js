// What is looked at. Two cameras have the same few methods: that of leaflet_map.js knows Leaflet, that of
// viewbox_map.js does without it, for lite pages.
//
// size() in pixels; zoom() as a level of web maps; onScreen(at) and inDrawing(point) between the drawing and pixels
// of the container; fit() shows the whole country, reveal(at) a point if it is out of sight, look(at) goes near it,
// zoomBy(steps); refresh() after a new size.

const ZOOM_OF_DRAWING = 10;
const container = byId("factorymap");

/** Signs and names keep their size on the screen: so many units of the drawing are a pixel. */
function setScale(unitsPerPixel) {
  svg.style.setProperty("--px", unitsPerPixel.toFixed(3));
  byId("hatch").setAttribute("patternTransform", `rotate(45) scale(${unitsPerPixel.toFixed(2)})`);
}

function zoomButton(key, sign, onPress) {
  const node = signButton("", t(key), sign, onPress);
  node.dataset.name = key;
  return node;
}
