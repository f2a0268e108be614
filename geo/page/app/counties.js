// The county paths: their colours, names, and what happens when they are pointed at or chosen.

import { camera } from "./camera.js";
import { claimed } from "./claims.js";
import { counties, meantBy, placeOf, reportsOf } from "./data.js";
import { open } from "./details.js";
import { byId, drawn, dress, own } from "./dom.js";
import { container, countyLayer, paths, svg } from "./drawing.js";
import { signsShown } from "./marks.js";
import { picture, stageOfCounty, visibleOf } from "./picture.js";
import { stageClass } from "./signs.js";
import { state } from "./state.js";
import { hideTip, showTip } from "./tip.js";
import { isNamed } from "./told.js";
import { nameIn, provinceLabel, stageLine, t } from "./wording.js";

const highlight = byId("highlight");
/** Class of a stage -> its colour, for a page whose styles are kept from it. */
const fills = new Map([...document.querySelectorAll(".swatch rect")].map((node) => [node.getAttribute("class"), node.getAttribute("fill")]));
let hovered = null;

/** Classes of the counties; dark lines lie above light ones, so what has a stage is drawn last. */
export function paintCounties() {
  const raised = [];
  for (const [pcode, path] of paths) {
    const stage = stageOfCounty(pcode);
    const name = `county ${stage === null ? quietClass(pcode) : stageClass(stage)}`;
    if (path.getAttribute("class") === name) continue;
    if (stage !== null && !/ stage-(?!none)/.test(path.getAttribute("class"))) raised.push(path);
    path.setAttribute("class", name);
    path.setAttribute("fill", fills.get(name.slice(7)) || "#fff");
  }
  countyLayer.append(...raised);
  byId("maybe").replaceChildren(...candidatesSeen().map((pcode) =>
    drawn("path", { class: "candidate", d: paths.get(pcode).getAttribute("d") })));
}

/** Not named in what was read by then, or named without a project. */
export function quietClass(pcode) {
  const county = counties.get(pcode);
  return !county || isNamed(county) || visibleOf(placeOf(pcode)).length ? "stage-none" : "unseen";
}

/** Counties that an unclear report may mean. */
export function candidatesSeen() {
  return [...meantBy].filter(([pcode, reports]) => paths.has(pcode) && reports.some((item) => picture.stageOf.has(item)))
    .map(([pcode]) => pcode);
}

export function outline(key) {
  const path = paths.get(key);
  highlight.setAttribute("d", path ? path.getAttribute("d") : "");
}

/** What a screen reader says of the counties that can be opened. */
export function nameCounties() { openable.forEach(nameCounty); }

function nameCounty(pcode) {
  const place = placeOf(pcode);
  const maybe = place.maybe.filter((item) => picture.stageOf.has(item)).length;
  const parts = [`${nameIn(place.name, place.korean)}, ${provinceLabel(place.province)}`, stageLine(place),
    t("announcements", { n: visibleOf(place).length }), ...(maybe ? [t("maybe", { n: maybe })] : [])];
  paths.get(pcode).setAttribute("aria-label", parts.join("; "));
}

/** Counties of which something is told, which the keyboard reaches; one of them is a tab stop, arrow keys go to the others. */
const openable = [...paths.keys()].filter((pcode) => reportsOf.has(pcode) || meantBy.has(pcode) || claimed.has(pcode)).sort();

/** The outline of the country is the counties' lines drawn wide beneath them; a live copy would copy their tab stop. */
function drawOutline() {
  const d = [...countyLayer.children].map((path) => path.getAttribute("d")).join("");
  byId("outline").replaceWith(drawn("path", { id: "outline", class: "outline", d }));
}

export function setUpCounties() {
  drawOutline();
  let pressed = null;
  container.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; });
  container.addEventListener("click", (event) => {
    if (event.target.closest("button")) return;
    const dragged = pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > (event.pointerType === "touch" ? REACH : 5);
    const key = keyNear(event);
    if (key && !dragged) open(key, false);
  });
  svg.addEventListener("pointermove", (event) => event.pointerType !== "touch" && hover(event));
  svg.addEventListener("pointerleave", unhover);
  openable.forEach((pcode, index) => {
    const path = paths.get(pcode);
    dress(path, { role: "button", tabindex: index ? "-1" : "0" });
    path.addEventListener("focus", () => onFocus(pcode));
    path.addEventListener("blur", unhover);
    path.addEventListener("keydown", (event) => onCountyKey(event, pcode));
  });
}

const REACH = 24;      // pixels around a tap within which a sign is meant

/** What a click or tap means: what it hits, but of places that nothing is told of rather the nearest sign. */
function keyNear(event) {
  const key = keyAt(event.target);
  if (key && (openable.includes(key) || !counties.has(key))) return key;
  const box = container.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const near = signsShown.map((sign) => {
    const [left, top] = camera.onScreen(sign.at);
    return { key: sign.key, far: Math.hypot(left + sign.x - x, top - y) };
  }).filter(({ far }) => far <= REACH).sort((a, b) => a.far - b.far);
  return near.length ? near[0].key : key;
}

export const keyAt = (node) => node.closest("[data-pcode]")?.dataset.pcode || node.closest("[data-key]")?.dataset.key;

function hover(event) {
  const key = keyAt(event.target);
  if (!key) return unhover();
  if (key !== hovered) outline(key);
  hovered = key;
  const box = container.getBoundingClientRect();
  return showTip(placeOf(key), [event.clientX - box.left, event.clientY - box.top]);
}

function unhover() {
  hovered = null;
  hideTip();
  outline(state.county);
}

function onFocus(pcode) {
  openable.forEach((other) => paths.get(other).setAttribute("tabindex", other === pcode ? "0" : "-1"));
  outline(pcode);
  nameCounty(pcode);
  if (!paths.get(pcode).matches(":focus-visible")) return;
  camera.reveal(counties.get(pcode).at);
  showTip(placeOf(pcode), camera.onScreen(counties.get(pcode).at));
}

function onCountyKey(event, pcode) {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    open(pcode, true);
    return;
  }
  const to = own({ Home: openable[0], End: openable[openable.length - 1] }, event.key) || neighbour(pcode, event.key);
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  paths.get(to).focus({ preventScroll: true });
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest county in the direction of an arrow key, within 60 degrees of it. */
function neighbour(pcode, key) {
  const direction = own(DIRECTIONS, key);
  if (!direction) return null;
  const from = counties.get(pcode).at;
  const measured = openable.filter((other) => other !== pcode).map((other) => {
    const [x, y] = counties.get(other).at.map((value, axis) => value - from[axis]);
    const along = x * direction[0] + y * direction[1];
    const aside = Math.abs(x * direction[1]) + Math.abs(y * direction[0]);
    return { other, along, aside, cost: along + 2 * aside };
  }).filter(({ along, aside }) => along > 0 && aside <= 1.74 * along);
  return measured.length ? measured.reduce((a, b) => (b.cost < a.cost ? b : a)).other : null;
}
