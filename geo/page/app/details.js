// The panel: the page of a county with its announcements in order, or the newest reports.

import { camera } from "./camera.js";
import { sourceOf } from "./cited.js";
import { claimsOf, setbacksOf } from "./claims.js";
import { items, placeOf } from "./data.js";
import { humanDate, PRECISION_OF_DATE } from "./dates.js";
import { button, byId, el, inParts, own, rove, SCROLL, signButton, words } from "./dom.js";
import { paths } from "./drawing.js";
import { kindOf, picture, visibleOf } from "./picture.js";
import { isNarrow, setUpSheet } from "./sheet.js";
import { swatch } from "./signs.js";
import { choose, FACETS, state } from "./state.js";
import { hideTip } from "./tip.js";
import { byThen, sourcesOf, toldOf } from "./told.js";
import { bothNames, campaignLabel, capital, facilityLabel, nameIn, precisionLabel, provinceLabel, stageLabel, stageLine, t } from "./wording.js";

let opener = null;              // what had the focus when the panel was opened by key
let toTable = null;             // shows the row of an announcement
export const sections = [];     // what else tells something of a place: functions from it to elements

/** One report; what an analyst decided on it is told here if the announcement rests on others too. */
function proofItem(proof, _, all) {
  const head = el("span", { class: "proof-stage" },
    [capital(stageLabel(proof.stage)), humanDate(proof.date)].filter(Boolean).join(", "));
  const source = sourceOf(proof);
  const decided = proof.decision && all.length > 1 ? el("p", { class: "cite flag" }, t("decided"), words("span", proof.decision)) : "";
  if (proof.summary) {
    return el("li", { class: "proof summary" }, head, el("p", {}, source, ": ", words("span", proof.text, "text")), decided);
  }
  return el("li", { class: "proof" }, head, el("blockquote", {}, "“", words("span", proof.text, "text"), "”"),
    el("p", { class: "cite" }, "— ", source), decided);
}

/** The dates of a project up to the day that is shown, each with how well it is known. */
function stageList(item) {
  const known = item.days.filter((day) => byThen(day.known));
  return el("ul", { class: "dates-list" }, known.map(({ stage, date }) => el("li", {},
    el("span", {}, capital(stageLabel(stage))), " ",
    el("span", {}, el("b", {}, humanDate(date) || t("undated")), " ",
      date && date.length < 10 ? el("small", {}, t(`date-${own(PRECISION_OF_DATE, date.length) || "day"}`)) : ""))));
}

export const candidateNames = (item) => item.candidates.map((unit) => `${unit.name} (${provinceLabel(unit.province)})`).join(t("or"));

function facts(item) {
  const whole = toldOf(item).length === item.evidence.length;
  const fact = (label, text) => (text ? el("li", { class: "flag" }, label, words("span", text)) : "");
  return el("ul", { class: "facts" },
    item.state_media_only ? el("li", { class: "flag" }, t("state-only")) : "",
    el("li", {}, t("pages", { n: sourcesOf(item) }) + (whole ? `, ${t("origins", { n: item.n_origins })}` : "")),
    el("li", { class: `precision ${item.precision}` }, precisionLabel(item)),
    item.candidates.length ? el("li", {}, t("may-be"), words("span", candidateNames(item))) : "",
    setbacksOf(item).map(({ words: told }) => fact("", capital(told))),
    fact(t("disagree"), whole ? item.conflict : ""), fact(t("decided"), item.decision));
}

/** One announcement with everything that is known of it. */
export function card(item, heading, placeName) {
  const stage = picture.stageOf.get(item) ?? item.stage;
  const place = item.place && item.place !== placeName
    ? el("p", { class: "card-place" }, bothNames(item.place, item.place_ko), item.province ? [", ", words("span", provinceLabel(item.province))] : "") : "";
  return el("article", { class: `card ${kindOf(item)}`, "data-id": item.id },
    el(heading, {}, swatch(stage), words("span", capital(facilityLabel(item.facility)))),
    el("p", { class: "card-stage" }, words("span", capital(stageLabel(stage))), " · ", words("span", campaignLabel(item))),
    place, stageList(item), facts(item), el("ol", { class: "proofs" }, toldOf(item).map(proofItem)));
}

/** How many people the census counted there: with whom together, or how densely. */
const peopleLine = ({ people, per_km2: density, together, together_ko: korean }) => t("people", { n: people })
  + (together ? t("people-together", { names: nameIn(together, korean) }) : density ? t("people-density", { n: density }) : "");

const CARDS = 100;              // that are shown at once
const cards = (some, name) => inParts("p", some, (item) => card(item, "h3", name), (n) => t("more-rows", { n }), CARDS);

const firstDay = (item) => item.days.map((day) => day.until).filter(Boolean).sort()[0] || "9999";

function placeBody(place) {
  const visible = visibleOf(place).sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const hidden = place.reports.length - visible.length;
  const maybe = place.maybe.filter((item) => picture.stageOf.has(item));
  return [
    el("div", { class: "details-head" },
      el("h2", { id: "details-title", tabindex: "-1" }, bothNames(place.name, place.korean)),
      el("div", { class: "pager" }, signButton("step", t("previous"), "‹", () => step(-1)),
        signButton("step", t("next"), "›", () => step(1)), button("close", () => close(true), t("close")))),
    el("p", { class: "lead" }, words("span", provinceLabel(place.province)), " · ", words("span", stageLine(place))),
    place.county && place.county.people ? el("p", { class: "lead people" }, peopleLine(place.county)) : "",
    ...cards(visible, place.county ? place.county.name : place.name),
    hidden ? el("p", { class: "switched-off" }, t("hidden", { n: hidden }), button("plain", showAll, t("show-all"))) : "",
    ...(maybe.length ? [el("p", { class: "maybe-line" }, t("maybe-here")), ...cards(maybe, "")] : []),
    ...claimsOf(place.key), ...sections.flatMap((sectionOf) => sectionOf(place)),
    visible.length ? el("p", {}, button("plain to-table", () => toTable(visible[0]), t("in-table"))) : "",
  ];
}

/** Everything at its latest state. */
function showAll() {
  choose({ t: "", ...Object.fromEntries(FACETS.map((facet) => [facet, new Set()])) });
  byId("details-title").focus({ preventScroll: true });
}

/** What stands in the panel while no county is open: the newest reports, a row for each place, stage and date. */
function overviewBody() {
  const newest = newestRows().map(newestRow);
  if (newest.length) rove(newest.map((row) => row.firstChild));
  return [
    el("div", { class: "details-head" }, el("h2", { id: "details-title", tabindex: "-1" }, t("newest"))),
    el("p", { class: "lead" }, newest.length ? t("choose") : t("nothing")),
    el("ul", { class: "newest" }, newest),
  ];
}

const MOST_ROWS = 10;
const allDays = items.filter((item) => item.placed).flatMap((item) => item.days.filter((day) => day.until).map((day) => ({ item, day })))
  .sort((a, b) => (a.day.until < b.day.until ? 1 : a.day.until > b.day.until ? -1 : a.item.order - b.item.order));

/** The newest dates by the day that is shown; projects that share place, stage and date are one row. */
function newestRows() {
  const told = new Set();
  const rows = new Map();
  for (const { item, day } of allDays) {
    if (!byThen(day.known) || told.has(item) || !picture.stageOf.has(item)) continue;
    told.add(item);
    const { stage } = day;
    const key = [day.date, item.key, stage].join();
    if (rows.has(key)) rows.get(key).push({ item, stage, day });
    else if (rows.size < MOST_ROWS) rows.set(key, [{ item, stage, day }]);
    else if (day.date !== [...rows.values()].at(-1)[0].day.date) break;
  }
  return [...rows.values()];
}

function newestRow(entries) {
  const [{ item, stage, day }] = entries;
  const facilities = [...new Set(entries.map((one) => facilityLabel(one.item.facility)))].join(", ");
  const what = `${capital(stageLabel(stage))}, ${humanDate(day.date)}: ${facilities}`;
  return el("li", {}, button("row", (event) => open(item.key, event.detail === 0), swatch(stage),
    el("span", {}, el("b", {}, bothNames(item.place, item.place_ko)), words("span", what, "row-what"))));
}

export function fillDetails() {
  const place = state.county && placeOf(state.county);
  byId("details").classList.toggle("open", Boolean(place));
  byId("details-body").replaceChildren(...(place ? placeBody(place) : overviewBody()).filter(Boolean));
}

/** Open a place in the panel; with the keyboard the focus goes along and comes back on Esc. */
export function open(key, byKey) {
  const place = placeOf(key);
  if (!place) return;
  if (byKey && !byId("details").contains(document.activeElement)) opener = document.activeElement;
  if (!byKey) opener = null;
  hideTip();
  if (state.county === key) fillDetails();
  choose({ county: key });
  byId("details-body").scrollTop = 0;
  byId("status").textContent = `${nameIn(place.name, place.korean)}: ${t("announcements", { n: visibleOf(place).length })}`;
  if (byKey) byId("details-title").focus({ preventScroll: true });
  reveal();
}

/** Bring the panel into view where it stands below the map; a sheet is seen, and leaves the upper part to the map. */
export function reveal() {
  if (isNarrow()) {
    if (window.parent === window && state.view === "map") camera.container.scrollIntoView(SCROLL);
    return;
  }
  const { top } = byId("details").getBoundingClientRect();
  if (top > 0.7 * window.innerHeight || top < 0) byId("details").scrollIntoView(SCROLL);
}

function close(giveFocus) {
  if (state.county === null) return;
  const inPanel = document.activeElement === document.body || byId("details").contains(document.activeElement);
  const back = opener && opener.isConnected ? opener : paths.get(state.county);
  opener = null;
  hideTip();
  choose({ county: null });
  byId("status").textContent = t("closed");
  if (giveFocus && inPanel) (back && back.tabIndex > -2 && back.hasAttribute("tabindex") ? back : byId("details-title")).focus({ preventScroll: true });
}

/** Go on to the next place that has announcements, in the order of the table. */
function step(by) {
  const keys = [...new Set(items.filter((item) => item.placed && picture.stageOf.has(item)).map((item) => item.key))].sort();
  if (!keys.length) return;
  const at = keys.indexOf(state.county);
  const next = at < 0 ? (by > 0 ? keys.find((key) => key > state.county) ?? keys[0] : keys.findLast((key) => key < state.county) ?? keys.at(-1))
    : keys[(at + by + keys.length) % keys.length];
  open(next, true);
  camera.reveal(placeOf(next).at || [0, 0]);
}

function onPanelKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || state.county === null) return;
  const by = own({ ArrowLeft: -1, ArrowRight: 1 }, event.key);
  if (!by) return;
  event.preventDefault();
  step(by);
}

/** Listen; the table, which opens places in the panel, gives the way to its rows. */
export function setUpDetails(showInTable) {
  toTable = showInTable;
  setUpSheet(() => close(true));
  byId("details").addEventListener("keydown", onPanelKey);
  window.addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.defaultPrevented) close(true); });
}
