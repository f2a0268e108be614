// Names on the map, each where geo/page/names.py has placed it for this zoom: on no other name, and none mostly on
// another coloured county. Here it is only decided which of them are there.

import { camera, ZOOM_OF_DRAWING } from "./camera.js";
import { counties, reportsOf, view } from "./data.js";
import { byId, drawn, forget, HANGUL } from "./dom.js";
import { signsShown } from "./marks.js";
import { state } from "./state.js";
import { nameIn, t } from "./wording.js";

const { levels, away, lands, apart, provinces } = view.names;
const LARGER_FROM = 6.7;       // zoom levels, as in geo/page/names.py
const SHARED_FROM = 7.2;
const ALL_FROM = 8;
const BOTH_FROM = 9;
const TURNS = 24;
const TURNED = 0.55;           // as in geo/labels/placing.py
const LETTERS = 0.96;          // height of letters, in sizes of the font
const LED = 8;                 // pixels from which on a line leads to a name
const listed = [...counties.values()];
const drawnNames = new Map();  // what is written where -> its node
byId("names").replaceChildren();
const leaders = byId("names").appendChild(drawn("path", { class: "leader" }));

const turn = (value) => (Math.abs(value) > TURNED ? Math.sign(value) : 0);
const between = (value, low, high) => Math.min(Math.max(value, low), high);

/** Where a name is held, in pixels from its county: its edge or its middle, at half its height. */
function placeBeside(number, gap, high) {
  const angle = ((number % TURNS) * 2 * Math.PI) / TURNS;
  const [east, south] = [Math.cos(angle), -Math.sin(angle)];
  const far = away[Math.floor(number / TURNS)];
  const [side, below] = gap ? [turn(east), turn(south)] : [0, 0];
  const [x, y] = [east * (gap + far), south * (gap + far) + (below * high) / 2];
  return { x, y, side, line: gap && far >= LED ? [side ? x : 0, between(0, y - high / 2, y + high / 2)] : null };
}

/** What a county is called on the map: by its province too, where two have one name. */
function textsOf(county) {
  const { en, ko } = apart[county.pcode] || { en: county.name, ko: county.name_ko };
  return state.lang === "ko" && ko ? [ko, en] : [en, ko];
}

/** The name of a county at a level; null if it is not shown there. */
function countyName(county, index, level, zoom, seen) {
  const row = view.names[zoom < SHARED_FROM ? state.lang : "en"][level];
  const isOpen = county.pcode === state.county;
  if (!isOpen && (zoom < levels[0] || row[index] <= 0 || (zoom < ALL_FROM && !seen.has(county.pcode)))) return null;
  const lines = zoom < BOTH_FROM ? textsOf(county).slice(0, 1) : textsOf(county).filter(Boolean);
  const large = levels[level] >= LARGER_FROM;
  const gap = reportsOf.has(county.pcode) ? (large ? 8.5 : 6.5) : 0;
  const size = large ? 11 : 10;
  const { x, y, side, line } = placeBeside(Math.max(Math.abs(row[index]) - 1, 0), gap, size * LETTERS * lines.length);
  const unit = 2 ** (ZOOM_OF_DRAWING - levels[level]);
  const [across, down] = county.at;
  const rim = line && line.map((value) => (value * gap) / Math.hypot(...line));
  return { at: [across + x * unit, down + y * unit], lines, size, isOpen, forced: row[index] <= 0 || !seen.has(county.pcode),
    kind: [side > 0 ? "starts" : side < 0 ? "ends" : "", large ? "" : "small"].filter(Boolean).join(" "),
    line: line ? [...rim, ...line].map((value, i) => Math.round((i % 2 ? down : across) + value * unit)) : null };
}

/** The names of counties at a zoom: of those that have a sign, and of the one that is opened. */
function countyNames(zoom, seen) {
  const level = Math.max(levels.findLastIndex((one) => one <= zoom + 0.001), 0);
  return listed.map((county, index) => countyName(county, index, level, zoom, seen)).filter(Boolean);
}

function wantedNames(zoom) {
  const names = countyNames(zoom, new Set(signsShown.map((sign) => sign.key)));
  const show = zoom >= LARGER_FROM && zoom < BOTH_FROM;
  const ofProvinces = show ? view.provinces.flatMap((unit, index) => {
    const [from, ...at] = provinces[index] || [99];
    return zoom < from ? [] : [{ at, lines: [nameIn(unit.name, unit.name_ko).toUpperCase()], kind: "province" }];
  }) : [];
  return [...names, ...ofProvinces, ...lands.map(([name, ...at]) => ({ at, lines: [t(`land-${name}`)], kind: "land" }))];
}

/** Whether a name may be seen: a land only as a whole. */
function isInView({ at, kind }) {
  const [x, y] = camera.onScreen(at);
  const [width, height] = camera.size();
  const [across, down] = kind === "land" ? [-40, -8] : [90, 20];
  return x > -across && y > -down && x < width + across && y < height + down;
}

export function drawNames() {
  if (!camera.size()[0]) return;
  const wanted = new Map(wantedNames(camera.zoom()).filter(isInView).map((name) =>
    [[...name.lines, name.kind, ...name.at.map(Math.round)].join(), name]));
  for (const [id, name] of wanted) {
    if (!drawnNames.has(id)) drawnNames.set(id, nodeOf(name));
    if (!drawnNames.get(id).isConnected || name.isOpen) byId("names").append(drawnNames.get(id));
  }
  forget(drawnNames, wanted);
  leaders.setAttribute("d", linesTo([...wanted.values()]));
  clearNames(wanted);
}

const linesTo = (names) => names.filter(({ line }) => line).map(({ line: [a, b, c, d] }) => `M${a} ${b}L${c} ${d}`).join("");

/** The names of a small map, on which some counties have a sign. */
export function namesOfSmallMap(unitsPerPixel, seen) {
  const names = countyNames(ZOOM_OF_DRAWING - Math.log2(unitsPerPixel), seen);
  return [drawn("path", { class: "leader", d: linesTo(names) }), ...names.map(nodeOf)];
}

/** What lies under a control, or under the name of the county that is opened where that had no room, is not seen. */
function clearNames(wanted) {
  const over = [...camera.container.querySelectorAll(".leaflet-control, .mover")];
  const open = [...wanted].find(([, name]) => name.forced);
  if (open) over.push(drawnNames.get(open[0]));
  const boxes = over.map((node) => node.getBoundingClientRect());
  for (const node of drawnNames.values()) {
    const box = node.getBoundingClientRect();
    const hit = (other) => box.left < other.right && other.left < box.right && box.top + 3 < other.bottom && other.top < box.bottom - 3;
    node.style.visibility = !over.includes(node) && boxes.some(hit) ? "hidden" : "";
  }
}

function nodeOf({ lines, at: [x, y], kind }) {
  const place = { x: Math.round(x), y: Math.round(y) };
  const lang = HANGUL.test(lines[0]) ? "ko" : null;
  if (lines.length === 1) return drawn("text", { ...place, class: kind || null, lang }, lines[0]);
  return drawn("text", { ...place, class: kind || null }, ...lines.map((line, i) =>
    drawn("tspan", { x: place.x, dy: i ? "1em" : "-.5em", lang: HANGUL.test(line) ? "ko" : null }, line)));
}
