// Names on the map, none on another and none mostly on another coloured county: the opened county, the sites of the
// policy, provinces, others. A greedy pass over a few positions each.

import { camera } from "./camera.js";
import { colouredCounties, coveredShare } from "./covering.js";
import { counties, placeOn, view } from "./data.js";
import { byId, drawn, forget, HANGUL } from "./dom.js";
import { signsShown } from "./marks.js";
import { stageOfCounty } from "./picture.js";
import { state } from "./state.js";
import { t } from "./wording.js";

const ALL_NAMES_FROM = 8;      // zoom level
const BOTH_NAMES_FROM = 9;
const MOST_COVERED = 0.4;      // share of a name that may lie on other coloured counties
const LANDS = ["China", "South Korea", "Russia"];
const NEIGHBOURS = [[42.15, 125.4], [37.88, 127.8], [43.1, 131.7]].map(placeOn);
const narrow = window.matchMedia("(max-width: 699px)");
const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
const drawnNames = new Map();  // what is written where -> its node
byId("names").replaceChildren();

function widthOf(text, font) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    ruler.font = font;
    widths.set(key, ruler.measureText(text).width);
  }
  return widths.get(key);
}

/** Names that may be shown at this zoom. */
function wantedNames(zoom) {
  const seen = new Set(signsShown.map((sign) => sign.key));
  const name = (unit, at, more) => {
    const [text, second] = state.lang === "ko" && unit.name_ko ? [unit.name_ko, unit.name] : [unit.name, unit.name_ko];
    return { text, at, second: zoom >= BOTH_NAMES_FROM ? second : "", kind: "", size: zoom < 7 ? 9 : 11, gap: 0, ...more };
  };
  const provinces = provinceNames.map(({ unit, at }) => {
    const one = name(unit, at, { kind: "province", size: 9.5, second: "" });
    return { ...one, text: one.text.toUpperCase() };
  });
  const neighbours = NEIGHBOURS.map((at, index) => name({ name: t(`land-${LANDS[index]}`) }, at, { kind: "land", size: 11, second: "" }));
  const all = [...counties.values()];
  const named = all.filter((county) => seen.has(county.pcode));
  const rest = zoom >= ALL_NAMES_FROM ? all.filter((county) => !seen.has(county.pcode)) : [];
  const isOpen = (county) => county.pcode === state.county;
  const marked = (list) => list.map((county) => name(county, county.at, { gap: 10, own: county.pcode, always: isOpen(county) }));
  const sites = named.filter((county) => stageOfCounty(county.pcode) !== null);
  return [...marked(all.filter(isOpen)), ...marked(sites.filter((county) => !isOpen(county))),
    ...(zoom < BOTH_NAMES_FROM ? provinces : []),
    ...marked(named.filter((county) => !sites.includes(county) && !isOpen(county))),
    ...rest.filter((county) => !isOpen(county)).map((county) => name(county, county.at, { own: county.pcode })), ...neighbours];
}

const provinceNames = view.provinces.map((unit) => ({ unit, at: placeOn(unit.label) }));

/** Boxes around a point, as [left, top, right, bottom], in the order in which they are tried. */
function positions(name, [px, py]) {
  const weight = name.kind === "province" ? 600 : 400;
  const wider = name.kind === "province" ? 1.2 : 1.02;
  const width = widthOf(name.text, `${weight} ${name.size}px sans-serif`) * wider;
  const wide = Math.max(width, name.second ? widthOf(name.second, `${name.size}px sans-serif`) : 0) + 5;
  const high = (name.size + 3) * (name.second ? 2 : 1);
  const box = (x, y) => {
    const [left, top] = [px + x - wide / 2, py + y - high / 2];
    return [left, top, left + wide, top + high];
  };
  const step = name.gap + high / 2;
  if (name.kind === "province") {
    return [[0, 0], [0, -12], [0, 12], [-18, 0], [18, 0], [0, -22], [0, 22]].map(([x, y]) => box(x, y));
  }
  if (!name.gap) return [box(0, 0)];
  const [aside, low] = [name.gap + wide / 2, step * 0.7];
  return [box(0, step), box(0, -step), box(aside, 0), box(-aside, 0),
    box(aside, low), box(aside, -low), box(-aside, low), box(-aside, -low), box(0, 1.7 * step), box(0, -1.7 * step)];
}

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** What names must not cover: signs and marks, and the controls on the map. */
function obstacles() {
  return boxesOfControls().concat(signsShown.map(({ at, kind, x }) => {
    const [left, top] = camera.onScreen(at);
    const size = (kind === "older" || kind === "outside" ? 0.72 : 1) * (narrow.matches ? 0.68 : 1);   // as in style.css
    const [middle, reach] = [left + size * x, 7.5 * size];
    return [middle - reach, top - reach, middle + reach, top + reach];
  }));
}

/** Where the controls on the map are; they move only when the map does. */
function boxesOfControls() {
  if (controlBoxes) return controlBoxes;
  const origin = camera.container.getBoundingClientRect();
  controlBoxes = [...camera.container.querySelectorAll(".leaflet-control, .mover")].map((node) => node.getBoundingClientRect())
    .map((box) => [box.left - origin.left, box.top - origin.top, box.right - origin.left, box.bottom - origin.top]);
  return controlBoxes;
}

let controlBoxes = null;

/** The names anew after the map has moved. */
export function drawNamesMoved() {
  controlBoxes = null;
  drawNames();
}

export function drawNames() {
  const [width, height] = camera.size();
  if (!width) return;
  const taken = obstacles();
  const inside = (box) => box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height;
  const wanted = new Set();
  const coloured = colouredCounties();
  for (const name of wantedNames(camera.zoom())) {
    const tried = positions(name, camera.onScreen(name.at)).filter(inside);
    const box = tried.find((one) => !taken.some((other) => overlap(one, other))
      && coveredShare(one, name.own, coloured) <= MOST_COVERED) ?? (name.always ? tried[0] : undefined);
    if (!box) continue;
    taken.push(box);
    const middle = camera.inDrawing([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]).map(Math.round);
    const id = [name.text, name.second, name.size, name.kind, middle].join();
    wanted.add(id);
    if (drawnNames.has(id)) continue;
    drawnNames.set(id, nameAt(name, middle));
    byId("names").append(drawnNames.get(id));
  }
  forget(drawnNames, wanted);
}

function nameAt(name, middle) {
  const line = (text, y) => drawn("text", { y, "font-size": name.size, lang: HANGUL.test(text) ? "ko" : null }, text);
  const lines = name.second ? [line(name.text, -3), line(name.second, name.size - 1)] : [line(name.text, name.size * 0.36)];
  return spot(middle, { class: `name ${name.kind}` }, ...lines);
}

/** A drawing of constant size on the screen at a point of the map. */
function spot([x, y], attributes, ...parts) {
  return drawn("g", { ...attributes, transform: `translate(${Math.round(x)} ${Math.round(y)})` },
    drawn("g", { class: "fixed" }, ...parts));
}
