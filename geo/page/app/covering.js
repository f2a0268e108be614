// How much of a name lies on counties that are coloured and not its own.

import { camera } from "./camera.js";
import { paths } from "./drawing.js";
import { stageOfCounty } from "./picture.js";

const ACROSS = [0.06, 0.28, 0.5, 0.72, 0.94];      // where it is looked at, of its width and height
const DOWN = [0.25, 0.75];
const edges = new Map();      // P-code -> the box around its path

function edgesOf(pcode) {
  if (!edges.has(pcode)) {
    const { x, y, width, height } = paths.get(pcode).getBBox();
    edges.set(pcode, [x, y, x + width, y + height]);
  }
  return edges.get(pcode);
}

/** The coloured counties, each with its path and the box around it. */
export const colouredCounties = () => [...paths.keys()].filter((pcode) => stageOfCounty(pcode) !== null)
  .map((pcode) => ({ pcode, path: paths.get(pcode), edge: edgesOf(pcode) }));

/** The share of a box of the screen, 0 to 1, that lies on one of the coloured counties but its own. */
export function coveredShare([left, top, right, bottom], own, coloured) {
  const [from, to] = [camera.inDrawing([left, top]), camera.inDrawing([right, bottom])];
  const near = coloured.filter(({ pcode, edge }) =>
    pcode !== own && edge[0] < to[0] && from[0] < edge[2] && edge[1] < to[1] && from[1] < edge[3]);
  if (!near.length) return 0;
  const spots = ACROSS.flatMap((x) => DOWN.map((y) => ({ x: from[0] + x * (to[0] - from[0]), y: from[1] + y * (to[1] - from[1]) })));
  return spots.filter((spot) => near.some(({ path }) => path.isPointInFill(spot))).length / spots.length;
}
