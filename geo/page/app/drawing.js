// The drawing that stands in the page.

import { byId } from "./dom.js";

export const container = byId("factorymap");
export const svg = byId("map");
export const countyLayer = byId("counties");
export const paths = new Map([...countyLayer.children].filter((path) => path.dataset.pcode)
  .map((path) => [path.dataset.pcode, path]));

/** Signs and names keep their size on the screen: so many units of the drawing are a pixel. */
export function setScale(unitsPerPixel) {
  svg.style.setProperty("--px", unitsPerPixel.toFixed(3));
  byId("hatch").setAttribute("patternTransform", `rotate(45) scale(${unitsPerPixel.toFixed(2)})`);
}
