// Shapes and colours of the stages, from the drawings that the page defines.

const shapeOf = (stage) => (STAGES.includes(stage) ? stage : "other");
const stageClass = (stage) => `stage-${stage === null ? "none" : shapeOf(stage)}`;
const use = (stage, attributes) => drawn("use", { href: `#shape-${shapeOf(stage)}`, ...attributes });

/** A piece of the map with the colour of a stage and its sign, as in the legend. */
function swatch(stage) {
  return drawn("svg", { class: "swatch", viewBox: "-14 -9 28 18", "aria-hidden": "true" },
    drawn("rect", { class: stageClass(stage), x: -13, y: -8, width: 26, height: 16 }),
    ...(stage === null ? [] : [use(stage, { class: "sign" })]));
}
