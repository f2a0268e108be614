// Shapes and colours of the stages, from the drawings that the page defines.

import { STAGES } from "./data.js";
import { drawn } from "./dom.js";

const shapeOf = (stage) => (STAGES.includes(stage) ? stage : "other");
export const stageClass = (stage) => `stage-${stage === null ? "none" : shapeOf(stage)}`;
export const use = (stage, attributes) => drawn("use", { href: `#shape-${shapeOf(stage)}`, ...attributes });

/** A piece of the map with the colour of a stage and its sign, as in the legend. */
export function swatch(stage) {
  return drawn("svg", { class: "swatch", viewBox: "-14 -9 28 18", "aria-hidden": "true" },
    drawn("rect", { class: stageClass(stage), x: -13, y: -8, width: 26, height: 16 }),
    ...(stage === null ? [] : [use(stage, { class: "sign" })]));
}

/** The sign of a coloured county. */
export function symbol([x, y], stage) {
  return drawn("use", { class: "symbol", href: `#sign-${shapeOf(stage)}`, x: Math.round(x), y: Math.round(y) });
}
