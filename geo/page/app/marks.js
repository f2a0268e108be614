// Signs on the map: the stage of each coloured county, and small marks of what colours none.

import { counties, STAGES } from "./data.js";
import { byId, drawn, forget } from "./dom.js";
import { kindOf, picture, stageOfCounty } from "./picture.js";
import { stageClass, symbol, use } from "./signs.js";
import { state } from "./state.js";

const STEP = 16;   // pixels between marks of one place
export const KINDS = ["current", "older", "outside"];

export let signsShown = [];
const drawnMarks = new Map();  // what stands for what -> its node; nodes that stay are not touched

/** Older campaigns and what is outside the policy: by the switch, or where a campaign is asked for. */
export const othersAreShown = () => state.others || state.campaign.size > 0;

/** One mark for each place and kind, with the furthest stage among what it stands for. */
function marksSeen() {
  const marks = new Map();
  for (const { item, stage } of picture.seen) {
    if (!item.at || colours(item)) continue;
    const kind = kindOf(item);
    if (kind !== "current" && !othersAreShown()) continue;
    const id = `${item.key} ${kind} ${item.spot}`;
    const mark = marks.get(id);
    if (!mark) marks.set(id, { key: item.key, at: item.at, kind, stage });
    else if (STAGES.indexOf(stage) > STAGES.indexOf(mark.stage)) mark.stage = stage;
  }
  return [...marks.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

const colours = (item) => item.campaign && counties.has(item.key) && stageOfCounty(item.key) !== null && kindOf(item) === "current";

/** Signs of the coloured counties, then marks; those of one point stand side by side, x pixels from it. */
function signsSeen() {
  const signs = [];
  for (const [key, { at }] of counties) {
    const stage = stageOfCounty(key);
    if (stage !== null) signs.push({ key, at, kind: "symbol", stage, x: 0 });
  }
  const taken = new Map(signs.map(({ at }) => [String(at), 1]));
  for (const mark of marksSeen()) {
    const place = String(mark.at);
    const before = taken.get(place) || 0;
    taken.set(place, before + 1);
    signs.push({ ...mark, x: STEP * before });
  }
  return signs;
}

export function drawMarks() {
  if (!drawnMarks.size) byId("marks").replaceChildren();
  signsShown = signsSeen();
  const wanted = new Set();
  for (const sign of signsShown) {
    const id = `${sign.kind} ${sign.key} ${sign.at} ${sign.x} ${sign.stage}`;
    wanted.add(id);
    if (drawnMarks.has(id)) continue;
    drawnMarks.set(id, sign.kind === "symbol" ? symbol(sign.at, sign.stage) : markOf(sign));
    byId("marks").append(drawnMarks.get(id));
  }
  forget(drawnMarks, wanted);
}

const markOf = ({ key, at: [x, y], kind, stage, x: aside }) =>
  drawn("g", { class: `mark ${kind}`, "data-key": key, transform: `translate(${Math.round(x)} ${Math.round(y)})` },
    ...frameOf(kind, aside), use(stage, { class: stageClass(stage), x: aside || null }));

function frameOf(kind, x) {
  if (kind === "older") return [drawn("rect", { x: x - 7.5 })];
  return kind === "outside" ? [drawn("circle", { cx: x || null })] : [];
}
