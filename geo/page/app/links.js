// The view as an address: #county=KP0709&t=2025-03&stage=completed&lang=ko. A frame without an address of its own
// reads data-view of the page's root element, or a message { factorymap: "county=..." } from the page around it.

import { camera } from "./camera.js";
import { placeOf } from "./data.js";
import { byId, el } from "./dom.js";
import { entries } from "./legend.js";
import { MESSAGES } from "./messages.js";
import { choose, FACETS, onChange, state } from "./state.js";
import { months } from "./timeline.js";
import { t } from "./wording.js";

const VIEWS = ["map", "campaigns"];

/** The view in words of an address; what is as usual is left out. */
export function addressOf() {
  const parts = [["county", state.county && state.county.replace(/^unit /, "")], ["t", state.t],
    ...FACETS.map((facet) => [facet, [...state[facet]].join(",")]),
    ["lang", state.lang === usualLanguage ? "" : state.lang], ["view", state.view === "map" ? "" : state.view]];
  return parts.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
}

/** Restore a view; what is not known is as usual. */
function goTo(address) {
  const given = new URLSearchParams(String(address).replace(/^#/, ""));
  const known = (facet) => new Set(entries.filter((one) => one.facet === facet).map((one) => one.value));
  const facets = FACETS.map((facet) => {
    const values = known(facet);
    return [facet, new Set((given.get(facet) || "").split(",").filter((value) => values.has(value)))];
  });
  const county = given.get("county") || "";
  const key = [county, `unit ${county}`].find((one) => county && placeOf(one)) || null;
  const t_ = given.get("t") || "";
  choose({
    ...Object.fromEntries(facets), county: key, t: months.includes(t_) ? t_ : "",
    lang: Object.hasOwn(MESSAGES, given.get("lang")) ? given.get("lang") : usualLanguage,
    view: VIEWS.includes(given.get("view")) ? given.get("view") : "map",
  });
  if (key) camera.reveal(placeOf(key).at);
}

const usualLanguage = state.lang;
const isFramed = location.href.startsWith("about:");
let writing = null;

/** Some browsers refuse after many changes, and frames may not have an address. */
function writeAddress() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    try {
      if (!isFramed) history.replaceState(null, "", `#${addressOf()}`);
    } catch { /* the view is as it is, only its address is not */ }
    if (window.parent !== window) window.parent.postMessage({ type: "factorymap-view", view: addressOf() }, "*");
  }, 250);
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
  onChange(writeAddress);
}
