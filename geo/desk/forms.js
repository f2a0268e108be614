// The small forms: reasons, corrections, merging, splitting, adding; an error stays in the form.

import { bdi, facilityWords, get, h, known, of, stageWords, t } from "./server.js";
import { wordsOf } from "./item.js";

const dialog = document.getElementById("form");
const REASONS = ["reason-not-said", "reason-other-place", "reason-not-done"];
const WAIT_MS = 90;
let lastReason = "";
let number = 0;

export const isOpen = () => dialog.open || document.getElementById("help").open;

// `submit` gets the values and gives back an error, or nothing; then the form closes.
function open(title, fields, submit) {
  const error = h("p", { class: "error", role: "alert" });
  const close = () => dialog.close();
  const form = h("form", { method: "dialog" },
    h("h2", { id: "form-title" }, title),
    fields,
    error,
    h("div", { class: "buttons" },
      h("button", { type: "button", on: { click: close } }, t("cancel")),
      h("button", { type: "submit", class: "main" }, t("save"))));
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const wrong = await submit();
    busy = false;
    if (wrong) error.textContent = wrong;
    else close();
  });
  dialog.replaceChildren(form);
  dialog.showModal();
  const first = form.querySelector("[data-first]") ?? form.querySelector("input, select");
  first?.focus();
  first?.select?.();
}

function field(label, control, hint = "") {
  number += 1;
  const told = hint ? h("span", { class: "hint", id: `hint-${number}` }, hint) : null;
  if (told) control.setAttribute("aria-describedby", told.id);
  return h("label", {}, h("span", {}, label), control, told);
}

function reasonField(start = lastReason) {
  const input = h("input", { name: "reason", maxlength: 400, autocomplete: "off" });
  input.value = start;
  return { input, node: field(t("reason"), input, t("reason-needed")) };
}

function chooser(name, options, words, now, unchanged) {
  const select = h("select", { name });
  if (unchanged) select.append(h("option", { value: "" }, t("unchanged", { value: words(now) || t("nothing") })));
  for (const one of options) select.append(h("option", { value: one }, words(one)));
  if (!unchanged) select.value = now;
  return select;
}

// A name is searched for while it is typed; what is chosen is sent as the list has it, else as it is typed.
function placeField(first = [], start = "") {
  number += 1;
  const id = `places-${number}`;
  const list = h("ul", { class: "choices", role: "listbox", id, "aria-label": t("place") });
  const input = h("input", { name: "place", role: "combobox", autocomplete: "off", maxlength: 80, "aria-controls": id,
    "aria-expanded": "false", "aria-autocomplete": "list", "data-first": true });
  input.value = start;
  let [found, at, chosen, timer, asked] = [[], -1, null, 0, 0];
  const draw = () => {
    list.replaceChildren(...found.map((one, n) => h("li", { role: "option", id: `${id}-${n}`, "aria-selected": n === at ? "true" : "false",
      on: { mousedown: (event) => { event.preventDefault(); choose(n); } } }, bdi(of(one.place)), ` ${one.pcode}`)));
    input.setAttribute("aria-expanded", found.length ? "true" : "false");
    if (at >= 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const choose = (n) => {
    chosen = found[n];
    input.value = `${of(chosen.place)}`;
    [found, at] = [[], -1];
    draw();
  };
  const show = (places) => { [found, at] = [places, places.length ? 0 : -1]; draw(); };
  const search = async () => {
    asked += 1;
    const mine = asked;
    const text = input.value.trim();
    const { body } = text ? await get("/api/places", { q: text }) : { body: { places: first } };
    if (mine === asked && !chosen) show(body.places ?? []);
  };
  // What was found for other letters cannot be chosen any more.
  input.addEventListener("input", () => {
    chosen = null;
    asked += 1;
    show([]);
    clearTimeout(timer);
    timer = setTimeout(search, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (!found.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      draw();
      event.preventDefault();
    } else if (event.key === "Enter") {
      choose(at);
      event.preventDefault();
    }
  });
  if (start && first.length === 1) chosen = first[0];
  else show(first);
  const node = h("div", { class: "field" }, field(t("place"), input, t("place-hint")), list);
  return { node, input, value: () => (chosen ? chosen.written : input.value.trim()) };
}

function dateField(start = "") {
  const input = h("input", { name: "date", autocomplete: "off", maxlength: 10, placeholder: start || null });
  const precision = h("select", { name: "precision" }, ["day", "month", "year", "undated"].map((one) => h("option", { value: one }, t(`precision-${one}`))));
  const length = { day: 10, month: 7, year: 4, undated: 0 };
  const fit = () => { precision.value = { 10: "day", 7: "month", 4: "year" }[input.value.trim().length] ?? precision.value; };
  input.addEventListener("input", fit);
  precision.value = { 10: "day", 7: "month", 4: "year" }[start.length] ?? "day";
  precision.addEventListener("change", () => {
    const text = input.value.trim() || start;
    input.value = precision.value === "undated" ? "" : text.slice(0, length[precision.value]);
  });
  const node = h("div", { class: "two" }, field(t("date"), input, t("date-hint")), field(t("precision"), precision));
  return { node, input, value: () => (precision.value === "undated" ? "undated" : input.value.trim()) };
}

export function askReason(title, submit) {
  const reason = reasonField(lastReason || t(REASONS[0]));
  reason.input.dataset.first = true;
  const stock = h("div", { class: "buttons" }, REASONS.map((key, n) => h("button", { type: "button", on: { click: () => {
    reason.input.value = t(key);
    reason.input.focus();
  } } }, `${t(key)} `, h("kbd", {}, `Alt ${n + 1}`))));
  reason.input.addEventListener("keydown", (event) => {
    const key = event.altKey && REASONS[Number(event.code.replace("Digit", "")) - 1];
    if (key) { reason.input.value = t(key); event.preventDefault(); }
  });
  open(title, [reason.node, stock], () => submit({ reason: (lastReason = reason.input.value.trim()) }));
}

export function askCorrection(title, report, submit) {
  const place = placeField(report.candidates);
  const date = dateField(report.date);
  const facility = chooser("facility", known.facilities, facilityWords, report.facility, true);
  const stage = chooser("stage", known.stages, stageWords, report.stage, true);
  const origin = h("input", { name: "origin", autocomplete: "off", maxlength: 80, placeholder: report.origin || null });
  const reason = reasonField();
  const now = h("p", { class: "hint" }, bdi(`${of(report.place) || t("no-place")} · ${facilityWords(report.facility)} · ${stageWords(report.stage)} · ${report.date || t("undated")}`));
  const both = h("div", { class: "two" }, field(t("facility"), facility), field(t("stage"), stage));
  open(title, [now, place.node, date.node, both, field(t("new-origin"), origin), reason.node], () => {
    const undated = date.value() === "undated" && !report.date;
    lastReason = reason.input.value.trim();
    return submit({ new_place: place.value(), new_date: undated ? "" : date.value(), new_facility: facility.value,
      new_stage: stage.value, new_origin: origin.value.trim(), reason: lastReason });
  });
}

export function askName(title, item, submit) {
  const place = placeField(item.candidates);
  const reason = reasonField("");
  open(title, [h("p", { class: "quote" }, bdi(item.surface)), place.node, reason.node],
    () => submit({ new_place: place.value(), reason: reason.input.value.trim() }));
}

// One of several projects, each named by one of its reports; `alone` is what else can be chosen.
export function askProject(title, label, projects, alone, submit) {
  const select = h("select", { name: "project", "data-first": true });
  if (alone) select.append(h("option", { value: "" }, alone));
  for (const one of projects) select.append(h("option", { value: one.key }, one.told));
  const reason = reasonField();
  open(title, [field(label, select), reason.node], () => submit({ with_key: select.value, reason: (lastReason = reason.input.value.trim()) }));
}

export function askEvent(title, found, span, guess, submit) {
  let at = span;
  const quote = h("p", { class: "quote", tabindex: "0", "aria-label": t("quote"), role: "group" });
  const date = dateField();
  const facility = chooser("facility", known.facilities, facilityWords, guess.facility, false);
  const stage = chooser("stage", known.stages, stageWords, guess.stage, false);
  const reason = reasonField("");
  const named = () => [...new Map(found.names.filter((one) => one.pcode && one.start < at[1] && one.end > at[0])
    .map((one) => [one.pcode, { pcode: one.pcode, written: one.written, place: one.written }])).values()];
  const places = () => { const here = named(); return here.length || !guess.place ? here : [guess.place]; };
  const start = () => (named().length === 1 ? named()[0].written : "");
  let place = placeField(places(), start());
  const draw = () => quote.replaceChildren(bdi(wordsOf(found, at)));
  const step = (by) => {
    const index = found.sentences.findIndex(([start, end]) => start <= at[0] && at[0] < end);
    const next = found.sentences[index + by];
    if (!next) return;
    at = next;
    draw();
    const other = placeField(places(), start());
    place.node.replaceWith(other.node);
    place = other;
  };
  date.input.value = guess.date;
  date.input.dispatchEvent(new Event("input"));
  draw();
  const buttons = h("div", { class: "buttons" },
    h("button", { type: "button", on: { click: () => step(-1) } }, t("sentence-before")),
    h("button", { type: "button", on: { click: () => step(1) } }, t("sentence-after")));
  const both = h("div", { class: "two" }, field(t("facility"), facility), field(t("stage"), stage));
  open(title, [quote, h("p", { class: "hint" }, t("quote-hint")), buttons, place.node, date.node, both, reason.node],
    () => submit({ quote: wordsOf(found, at), new_place: place.value(), new_date: date.value(), new_facility: facility.value,
      new_stage: stage.value, reason: reason.input.value.trim() }));
}

export function showHelp() {
  const help = document.getElementById("help");
  const keys = ["key-move", "key-decide", "key-projects", "key-add", "key-report", "key-undo", "key-find", "key-help"];
  help.replaceChildren(
    h("h2", { id: "help-title" }, t("keys-title")),
    h("ul", {}, keys.map((key) => h("li", {}, t(key)))),
    h("div", { class: "buttons" }, h("button", { type: "button", class: "main", on: { click: () => help.close() } }, t("close"))));
  help.showModal();
}
