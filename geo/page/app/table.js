// The table of all announcements that stands in the page: filtered, sorted and kept up to date.

import { items, STAGES } from "./data.js";
import { humanDate } from "./dates.js";
import { candidateNames, open } from "./details.js";
import { button, byId, el, rove, words } from "./dom.js";
import { picture } from "./picture.js";
import { swatch } from "./signs.js";
import { state } from "./state.js";
import { byThen, pagesOf, sourcesOf } from "./told.js";
import { facilityLabel, nameIn, provinceLabel, stageLabel, t } from "./wording.js";

const PAGE = 100;              // rows that are shown at once; more on demand
const tableBody = byId("all-table").tBodies[0];
const columnOf = new Map([...byId("all-table").tHead.rows[0].cells].map((head, index) => [head.dataset.sort, index]));
const rowOf = new Map([...tableBody.rows].map((row, index) => [items[index], row]));
const filled = new Map();      // row -> what its cells tell
const sorting = { column: null, down: false };
const ON_PAPER = 5000;         // rows
let rowsShown = PAGE;

/** The row of an announcement, made if it does not stand in the page. */
function rowFor(item) {
  if (!rowOf.has(item)) rowOf.set(item, el("tr", {}, [...columnOf.values()].map((place) => el(place ? "td" : "th"))));
  return rowOf.get(item);
}

/** The newest of the dates that are known by the day that is shown. */
function newestDay(item) {
  return item.days.filter((day) => day.until && byThen(day.known)).reduce((a, b) => (a && a.until > b.until ? a : b), null);
}

const newestDate = (item) => newestDay(item)?.date || "";
const SORT_KEYS = {
  place: (item) => nameIn(item.place, item.place_ko), province: (item) => provinceLabel(item.province), campaign: (item) => item.campaign,
  facility: (item) => facilityLabel(item.facility), stage: (item) => STAGES.indexOf(picture.stageOf.get(item)),
  date: newestDate, sources: sourcesOf, origin: (item) => t(item.facet.origin),
};

export function sortedItems() {
  const seen = picture.seen.map(({ item }) => item);
  if (!sorting.column) return seen;
  const keyed = seen.map((item) => [SORT_KEYS[sorting.column](item), item]);
  const order = new Intl.Collator(state.lang).compare;
  const compare = (a, b) => (typeof a === "number" ? a - b : order(a, b));
  keyed.sort(([a, one], [b, other]) => (sorting.down ? compare(b, a) : compare(a, b)) || one.order - other.order);
  return keyed.map(([, item]) => item);
}

/** Rows of what passes the filters; a closed table waits until it is opened. */
export function fillTable() {
  const [n, all] = [picture.seen.length, items.length];
  byId("all-count").textContent = n === all ? t("rows", { n }) : t("rows-of", { n, all });
  if (!byId("all-details").open) return;
  const shown = sortedItems();
  const rows = shown.slice(0, rowsShown).map(fillRow);
  if (rows.length !== tableBody.rows.length || rows.some((row, index) => row !== tableBody.rows[index])) tableBody.replaceChildren(...rows);
  const buttons = rows.map((row) => row.querySelector("button")).filter(Boolean);
  if (buttons.length) rove(buttons);
  byId("more-rows").hidden = shown.length <= rowsShown;
  byId("more-rows").textContent = t("more-rows", { n: shown.length - rowsShown });
}

function fillRow(item) {
  const row = rowFor(item);
  const stage = picture.stageOf.get(item);
  const told = [state.lang, state.t, stage].join();
  if (filled.get(row) === told) return row;
  if (!filled.has(row) || !filled.get(row).startsWith(state.lang)) nameRow(row, item);
  filled.set(row, told);
  cell(row, "stage").replaceChildren(swatch(stage), stageLabel(stage));
  cell(row, "date").textContent = humanDate(newestDate(item)) || "–";
  cell(row, "sources").replaceChildren(`${sourcesOf(item)} `, ...runs(pagesOf(item)).flatMap(([first, last]) =>
    [el("a", { href: `#s${first + 1}` }, `[${first + 1}${last > first ? `–${last + 1}` : ""}]`), " "]),
    item.candidates.length ? `${t("may-be").toLowerCase()}${candidateNames(item)}` : "");
  return row;
}

/** A cell of a row; of a column that would be empty there is none. */
const cell = (row, column) => row.cells[columnOf.get(column)] ?? el("td");

/** Numbers as first and last of each run of them. */
function runs(numbers) {
  const found = [];
  for (const number of numbers) {
    if (found.length && found.at(-1)[1] === number - 1) found.at(-1)[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** What changes with the language only. */
function nameRow(row, item) {
  const [place, province, campaign, facility, origin] = ["place", "province", "campaign", "facility", "origin"].map((name) => cell(row, name));
  const name = nameIn(item.place, item.place_ko) || t("unknown-place");
  const opens = item.placed ? button("plain", (event) => open(item.key, event.detail === 0), words("span", name))
    : words("span", name);
  const second = state.lang === "ko" ? item.place : item.place_ko;
  place.replaceChildren(opens, " ", words("span", second === name ? "" : second, "second"));
  province.textContent = provinceLabel(item.province);
  campaign.textContent = item.campaign ? (item.campaign === "open" ? t("open") : item.campaign) : "–";
  facility.textContent = facilityLabel(item.facility);
  origin.textContent = t(item.facet.origin);
}

function sortBy(column) {
  sorting.down = sorting.column === column && !sorting.down;
  sorting.column = column;
  byId("all-table").querySelectorAll("th[data-sort]").forEach((head) =>
    head.setAttribute("aria-sort", head.dataset.sort !== column ? "none" : sorting.down ? "descending" : "ascending"));
  fillTable();
}

/** For paper. */
export function showAllRows() { rowsShown = Math.max(rowsShown, ON_PAPER); }

/** From a county to its row. */
export function showInTable(item) {
  byId("all-details").open = true;
  rowsShown = Math.max(rowsShown, sortedItems().indexOf(item) + 1);
  fillTable();
  const row = rowFor(item);
  tableBody.querySelectorAll(".chosen").forEach((other) => other.classList.remove("chosen"));
  row.classList.add("chosen");
  row.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => row.scrollIntoView({ block: "center" }));   // once more when the table has its height
  row.querySelector("button").focus({ preventScroll: true });
}

export function setUpTable() {
  tableBody.replaceChildren(...[...tableBody.rows].slice(0, PAGE));   // the browser lays out no more of them when it opens
  byId("all-details").addEventListener("toggle", fillTable);
  byId("more-rows").addEventListener("click", () => { rowsShown += 5 * PAGE; fillTable(); });
  byId("all-table").querySelectorAll("th[data-sort]").forEach((head) =>
    head.replaceChildren(button("sorter", () => sortBy(head.dataset.sort), ...head.childNodes)));
}
