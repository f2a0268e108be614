// The drawing that stands in the page.

import { byId } from "./dom.js";

export const container = byId("factorymap");
export const svg = byId("map");
export const countyLayer = byId("counties");
export const paths = new Map([...countyLayer.children].filter((path) => path.dataset.pcode)
  .map((path) => [path.dataset.pcode, path]));

const land = document.querySelector("path.land");
const LAND_SCALE = 8;          // as in geo/page/shapes.py
const holds = (path, [x, y], scale) => path.isPointInFill({ x: x / scale, y: y / scale });

/** Whether a point of the drawing is on land. */
export const isLand = (at) => holds(land, at, LAND_SCALE) || [...countyLayer.children].some((path) => holds(path, at, 1));

const SMALLER_FROM = 9.85;      // units per pixel: where the country is small, so are signs; as in geo/page/names.py

/** Signs and names keep their size on the screen: so many units of the drawing are a pixel. */
export function setScale(unitsPerPixel) {
  svg.style.setProperty("--px", unitsPerPixel.toFixed(3));
  svg.style.setProperty("--size", unitsPerPixel > SMALLER_FROM ? 0.68 : 1);
  byId("hatch").setAttribute("patternTransform", `rotate(45) scale(${unitsPerPixel.toFixed(2)})`);
}
