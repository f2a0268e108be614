// The view of the page's JSON island as records, and positions in the drawing.

import { lastDay } from "./dates.js";
import { byId } from "./dom.js";

export const view = JSON.parse(byId("view").textContent);
const KEYED = new Set(["type_word", "province", "precision", "campaign", "facility", "stage"]);
const keyed = (number) => (number === null ? null : view.keys[number]);
/** A table, which stands column by column, as records. */
export function records(table) {
  const columns = Object.entries(table);
  return columns[0][1].map((_, index) => Object.fromEntries(columns.map(([column, values]) =>
    [column, KEYED.has(column) ? keyed(values[index]) : values[index]])));
}
const WORLD = 256 * 2 ** 10;
export const [LEFT, TOP, WIDTH, HEIGHT] = view.frame;
const radians = Math.PI / 180;

/** Degrees [lat, lon] -> [x, y] of the drawing, and back. */
export const placeOn = ([lat, lon]) => [
  ((lon + 180) / 360) * WORLD - LEFT,
  (0.5 - Math.asinh(Math.tan(lat * radians)) / (2 * Math.PI)) * WORLD - TOP,
];
export const degreesOf = ([x, y]) => [
  Math.atan(Math.sinh((0.5 - (y + TOP) / WORLD) * 2 * Math.PI)) / radians,
  ((x + LEFT) / WORLD) * 360 - 180,
];

export const proofs = records(view.proofs).map((proof) => ({ ...proof, on: lastDay(view.published[proof.cited]) }));
export const STAGES = view.stages.map((stage) => stage.key);
export const counties = new Map(records(view.counties).map((county) =>
  [county.pcode, { ...county, at: placeOn(county.label) }]));

/** A stage with its day: the last that the date can mean, and when that was known, which is not before it was reported. */
function dayOf(stage, date, evidence) {
  const until = lastDay(date);
  const reported = evidence.filter((proof) => proof.stage === stage).map((proof) => proof.known).filter(Boolean).sort()[0] || "";
  return { stage, date, until, known: until && reported > until ? reported : until };
}

/** The item with what is left out because it is that of its county. */
function completed(item, placed, order) {
  const county = counties.get(item.polygon ?? item.pcode);
  const mine = (value, same) => (value === null && county ? same : value);
  const polygon = item.polygon ?? (county ? county.pcode : "");
  const mark = mine(item.mark, county && county.label);
  const evidence = item.evidence.map(([stage, date, number, decision]) =>
    ({ stage: keyed(stage), date, decision, ...proofs[number], known: proofs[number].on || lastDay(date) }));
  const id = item.id ?? `${item.pcode}-${item.facility}-${item.campaign || "undated"}`;
  const whole = {
    ...item, id, placed, order, polygon: placed ? polygon : "", evidence, place: mine(item.place, county && county.name),
    place_ko: mine(item.place_ko, county && county.name_ko),
    province: mine(item.province, county && county.province), county: mine(item.county, county && county.pcode),
    at: placed && mark ? placeOn(mark) : null, degrees: placed ? mark : null,
    spot: placed && mark ? String(mark) : "",
    days: item.dates.map(([stage, date]) => dayOf(keyed(stage), date || "", evidence)),
    facet: { facility: item.facility, campaign: item.campaign || "outside", origin: item.state_media_only ? "state" : item.n_origins ? "others" : "unsaid" },
  };
  whole.key = whole.polygon || (placed ? `unit ${item.pcode || whole.place}` : `unplaced ${item.id}`);
  return whole;
}

export const items = [
  ...records(view.announcements).map((item, index) => completed(item, true, index)),
  ...records(view.unplaced).map((item, index) => completed(item, false, index + view.announcements.pcode.length)),
];
export const reportsOf = grouped(items, (item) => item.key);
export const meantBy = new Map();     // county -> unplaced announcements that may mean it
items.filter((item) => !item.placed).forEach((item) => item.candidates.forEach(({ pcode }) => {
  if (counties.has(pcode)) meantBy.set(pcode, meantBy.get(pcode) || []).get(pcode).push(item);
}));

/** Key -> what has it, in order. */
export function grouped(list, keyOf, valueOf = (one) => one) {
  const groups = new Map();
  list.forEach((one) => {
    const key = keyOf(one);
    if (groups.has(key)) groups.get(key).push(valueOf(one));
    else groups.set(key, [valueOf(one)]);
  });
  return groups;
}

/** What is called by a key: a county, or a unit that has only a mark. */
export function placeOf(key) {
  const county = counties.get(key);
  const reports = reportsOf.get(key) || [];
  const [item] = reports;
  if (!county && !item) return null;
  return {
    key, reports, county: county || null, maybe: meantBy.get(key) || [],
    name: county ? `${county.name} ${county.type_word || ""}`.trim() : item.place,
    korean: county ? county.name_ko : item.place_ko, province: (county || item).province, at: (county || item).at,
  };
}
