// Find a county by any of its names: English, Korean, hanja, former and other spellings.

import { camera } from "./camera.js";
import { counties, placeOf, placeOn, records, reportsOf, view } from "./data.js";
import { open } from "./details.js";
import { byId, dress, el, own, words } from "./dom.js";
import { folded, isOneOff, soundOf } from "./spelling.js";
import { choose, state } from "./state.js";
import { bothNames, nameIn, provinceLabel, t } from "./wording.js";

const MOST = 20;               // results that are listed
const ENDING = 4;              // letters that may follow a known spelling: cases, -gun
const field = byId("find");
const list = byId("found");
let results = [];
let active = -1;

/** As geo/view/search_index.py has them: a Korean name and what is before its type. */
const koreanForms = (name) => [name, name.replace(/^(..+?)(?:구역|[시군구도])$/, "$1")];

const searchable = [
  ...[...counties.values()].map((county) => ({ ...county, opens: county.pcode })),
  ...records(view.places).map((place) => ({ ...place, at: place.at && placeOn(place.at) })),
].map((unit) => ({ ...unit, forms: [unit.name, ...koreanForms(unit.name_ko || ""), ...unit.aliases.split("|"), unit.pcode].map(folded).filter(Boolean) }))
  .map((unit) => ({ ...unit, sounds: unit.forms.filter((form) => !/\d/.test(form)).map(soundOf).filter(Boolean) }));
const SHORTEST = 5;            // letters of a name that may be one letter off
const NO_FIT = 9;

/** How well a name fits what was typed: 0 is the same, 1 begins so, 2 is the same but for an ending, 3 holds it. */
function fit(form, typed) {
  if (form === typed) return 0;
  if (form.startsWith(typed)) return 1;
  if (form.length > 1 && !/\d/.test(typed) && typed.startsWith(form) && typed.length - form.length <= ENDING) return 2;
  return typed.length > 2 && form.includes(typed) ? 3 : NO_FIT;
}

const rankedBy = (rankOfUnit) => searchable.map((unit) => ({ unit, rank: rankOfUnit(unit) })).filter(({ rank }) => rank < NO_FIT);

/** 2.5 is a name of the same sound, as another romanisation has it. */
const fitBySound = (unit, typed) => (!/\d/.test(typed) && soundOf(typed).length > 1 && unit.sounds.includes(soundOf(typed)) ? 2.5 : NO_FIT);

/** 5 is a name one letter off. */
function fitNearly(unit, typed) {
  const sound = soundOf(typed);
  const near = (forms, asked) => asked.length >= SHORTEST && forms.some((form) => form.length >= SHORTEST && isOneOff(form, asked));
  return near(unit.sounds, sound) || near(unit.forms, typed) ? 5 : NO_FIT;
}

const best = (ranks) => Math.min(NO_FIT, ...ranks);

/** Every unit that may be meant, the best first; of one name all its bearers. */
function unitsNamed(text) {
  const typed = folded(text);
  if (!typed) return [];
  const asked = [typed, typed.replace(/(county|city|district|ward|province)$/, "")].filter(Boolean);
  const listed = rankedBy((unit) => Math.min(best(unit.forms.flatMap((form) => asked.map((one) => fit(form, one)))), ...asked.map((one) => fitBySound(unit, one))));
  return (listed.length ? listed : rankedBy((unit) => best(asked.map((one) => fitNearly(unit, one)))))
    .sort((a, b) => a.rank - b.rank || (b.unit.opens === b.unit.pcode) - (a.unit.opens === a.unit.pcode) || (a.unit.name < b.unit.name ? -1 : 1))
    .slice(0, MOST).map(({ unit }) => unit);
}

function fillFound() {
  results = unitsNamed(field.value);
  active = results.length ? 0 : -1;
  list.replaceChildren(...results.map((unit, index) => {
    const more = unit.opens && unit.opens !== unit.pcode && counties.has(unit.opens) ? `; ${t("counts-for", { name: counties.get(unit.opens).name })}` : "";
    const reports = (reportsOf.get(placeKeyOf(unit)) || []).length;
    const node = el("li", { id: `found-${index}`, role: "option" }, el("span", {}, bothNames(`${unit.name} ${unit.type_word || ""}`.trim(), unit.name_ko)),
      words("small", `${provinceLabel(unit.province)}${more}${reports ? ` · ${t("announcements", { n: reports })}` : ""}`));
    node.addEventListener("mousedown", (event) => { event.preventDefault(); take(unit); });
    return node;
  }));
  list.hidden = !results.length;
  byId("missing").hidden = Boolean(results.length) || !folded(field.value);
  byId("missing").textContent = t("none-found");
  showActive();
  byId("status").textContent = !field.value ? "" : results.length ? t("places-found", { n: results.length }) : t("none-found");
}

function showActive() {
  [...list.children].forEach((node, index) => node.setAttribute("aria-selected", index === active));
  dress(field, { "aria-expanded": String(!list.hidden) });
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `found-${active}`);
  list.children[active]?.scrollIntoView({ block: "nearest" });
}

const placeKeyOf = (unit) => (counties.has(unit.opens) ? unit.opens : `unit ${unit.pcode}`);

/** Open what was found; of a province, or a place that nothing is reported of, only show where it is. */
function take(unit) {
  field.value = "";
  list.hidden = true;
  byId("missing").hidden = true;
  results = [];
  active = -1;
  showActive();
  if (state.view !== "map") choose({ view: "map" });
  if (unit.at) camera.look(unit.at);
  if (placeOf(placeKeyOf(unit))) open(placeKeyOf(unit), true);
  else byId("status").textContent = `${nameIn(unit.name, unit.name_ko)}: ${t("unreported")}`;
}

function onFindKey(event) {
  if (event.key === "Escape" && (field.value || !list.hidden)) {
    event.preventDefault();
    field.value = "";
    fillFound();
  }
  if (event.key === "Enter" && results[active]) {
    event.preventDefault();
    take(results[active]);
  }
  const by = own({ ArrowDown: 1, ArrowUp: -1 }, event.key);
  if (!by || !results.length) return;
  event.preventDefault();
  active = (active + by + results.length) % results.length;
  showActive();
}

export function setUpSearch() {
  field.addEventListener("input", fillFound);
  field.addEventListener("keydown", onFindKey);
  field.addEventListener("blur", () => { list.hidden = true; byId("missing").hidden = true; dress(field, { "aria-expanded": "false" }); });
  field.addEventListener("focus", () => { if (field.value) fillFound(); });
}
