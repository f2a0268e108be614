// The view as an address: #county=KP0709&t=2025-03&stage=completed&lang=ko. A frame without an address of its own
// reads data-view of the page's root element, or a message { factorymap: "county=..." } from the page around it.

import { camera } from "./camera.js";
import { placeOf } from "./data.js";
import { reveal } from "./details.js";
import { byId, el } from "./dom.js";
import { entries } from "./legend.js";
import { MESSAGES } from "./messages.js";
import { isNarrow } from "./sheet.js";
import { choose, FACETS, onChange, state } from "./state.js";
import { months } from "./timeline.js";
import { t } from "./wording.js";

const VIEWS = ["map", "campaigns"];
const UIS = ["map", "full"];
/** The steps of a story as they stand in the page, each with its view. */
export const STEPS_OF_STORY = [...document.querySelectorAll("#story li")];

/** The view in words of an address; what is as usual is left out. */
export function addressOf() {
  const parts = [["county", state.county && state.county.replace(/^unit /, "")], ["t", state.t],
    ...FACETS.map((facet) => [facet, [...state[facet]].join(",")]),
    ["lang", state.lang === languageAtFirst ? "" : state.lang], ["view", state.view === "map" ? "" : state.view],
    ["others", state.others ? "1" : ""], ["ui", state.ui === usualUi ? "" : state.ui]];
  const said = (some) => some.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  const isSurface = ([name]) => name === "lang" || name === "ui";
  const { shows } = STEPS_OF_STORY[state.step - 1]?.dataset ?? {};
  const step = ["step", state.step ? String(state.step) : ""];
  return said(shows === said(parts.filter((part) => !isSurface(part))) ? [step, ...parts.filter(isSurface)] : [step, ...parts]);
}

/** Restore a view; what is not known is as usual, or as the step of the story has it. */
export function goTo(address) {
  const given = new URLSearchParams(String(address).replace(/^#/, ""));
  const entry = STEPS_OF_STORY[Number(given.get("step")) - 1];
  new URLSearchParams(entry?.dataset.shows ?? "").forEach((value, name) => { if (!given.has(name)) given.set(name, value); });
  const known = (facet) => new Set(entries.filter((one) => one.facet === facet).map((one) => one.value));
  const facets = FACETS.map((facet) => {
    const values = known(facet);
    return [facet, new Set((given.get(facet) || "").split(",").filter((value) => values.has(value)))];
  });
  const county = given.get("county") || "";
  const key = [county, `unit ${county}`].find((one) => county && placeOf(one)) || null;
  const t_ = given.get("t") || "";
  going = true;
  choose({
    ...Object.fromEntries(facets), county: key, t: months.includes(t_) ? t_ : "",
    lang: Object.hasOwn(MESSAGES, given.get("lang")) ? given.get("lang") : languageAtFirst,
    view: VIEWS.includes(given.get("view")) ? given.get("view") : "map",
    step: entry ? STEPS_OF_STORY.indexOf(entry) + 1 : 0, others: given.get("others") === "1", ui: UIS.includes(given.get("ui")) ? given.get("ui") : usualUi,
  });
  going = false;
  const zoom = Number(entry?.dataset.zoom);
  if (key && zoom) camera.look(placeOf(key).at, zoom);
  else if (entry) camera.fit();
  else if (key) camera.reveal(placeOf(key).at);
  if (key && isNarrow()) reveal();
}

const languageAtFirst = state.lang;
const usualUi = state.ui;
const isFramed = location.href.startsWith("about:");
let writing = null;
let before = "";       // the address as it was before a county was opened
let going = false;     // whether the view follows an address

/** Some browsers refuse after many changes, and frames may not have an address. */
function writeAddress() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    try {
      if (!isFramed) history.replaceState(history.state, "", ownUrl());
    } catch { /* the view is as it is, only its address is not */ }
    if (window.parent !== window) window.parent.postMessage({ type: "factorymap-view", view: addressOf() }, "*");
  }, 250);
}

/** The page with its view, or plain where everything is as usual. */
const ownUrl = () => location.href.replace(/#.*/, "") + (addressOf() && `#${addressOf()}`);

/** A county that is opened is a step of the history, so that Back closes it; not inside another page, whose steps they are. */
function keepStep(changed) {
  if (!changed.includes("county") || going || window.parent !== window || isFramed) return;
  if (state.county === null || history.state?.opened) return;
  before = location.hash;
  try {
    history.pushState({ opened: true }, "", ownUrl());
  } catch { /* as above */ }
}

function onStep(event) {
  if (event.state?.opened || state.county === null || location.hash !== before) return;     // another address is gone to
  choose({ county: null });
  history.replaceState(null, "", ownUrl());
}

const wholeAddress = () => `${isFramed ? "" : location.href.replace(/#.*/, "")}#${addressOf()}`;

async function copyLink() {
  const text = wholeAddress();
  byId("copied").replaceChildren();
  try {
    await navigator.clipboard.writeText(text);
    byId("copied").textContent = t("copied");
  } catch {
    const box = el("input", { type: "text", readonly: true, value: text, "aria-label": t("copy-this") });
    byId("copied").replaceChildren(t("copy-this"), box);
    box.select();
  }
}

export function setUpLinks() {
  byId("copy-link").addEventListener("click", copyLink);
  window.addEventListener("hashchange", () => { if (location.hash.slice(1) !== addressOf()) goTo(location.hash); });
  window.addEventListener("message", (event) => {
    if (typeof event.data?.factorymap === "string") goTo(event.data.factorymap);
  });
  const start = isFramed ? document.documentElement.dataset.view : location.hash;
  if (start && start !== "#") goTo(start);
  else if (STEPS_OF_STORY.length) goTo("step=1");
  window.addEventListener("popstate", onStep);
  onChange(keepStep);
  onChange(writeAddress);
  if (start && !byId(start.slice(1))) writeAddress();    // what is no view leaves the address
}
