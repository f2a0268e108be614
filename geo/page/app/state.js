// What the reader has chosen, and who redraws when it changes.

import { kept } from "./kept.js";

/** The language that was chosen before, else that of the map's maker, else that of the browser. */
function usualLanguage() {
  const wanted = kept.lang || document.documentElement.dataset.lang || navigator.language || "";
  return wanted.toLowerCase().startsWith("ko") ? "ko" : "en";
}

export const FACETS = ["stage", "facility", "campaign", "origin"];
export const state = {
  t: "",              // month at whose end the map stands; empty for the latest position
  county: null,       // key of the open place
  stage: new Set(), facility: new Set(), campaign: new Set(), origin: new Set(),   // empty: everything
  lang: usualLanguage(),
  view: "map",        // or "campaigns"
  step: 0,            // of a story, counted from 1
  others: false,      // whether older campaigns and what is outside the policy are marked too
  ui: document.documentElement.dataset.ui === "map" ? "map" : "full",   // or only the map, for the text of a page
};
const listeners = [];

/** Call when something has changed, with the names of what it was. */
export const onChange = (listener) => listeners.push(listener);

/** Change what is chosen; nothing happens if it is so already. */
export function choose(changes) {
  const changed = Object.keys(changes).filter((name) => state[name] !== changes[name]);
  if (!changed.length) return;
  Object.assign(state, changes);
  listeners.forEach((listener) => listener(changed));
}

/** Press or release a value of a facet. */
export function toggle(facet, value) {
  const chosen = new Set(state[facet]);
  if (!chosen.delete(value)) chosen.add(value);
  choose({ [facet]: chosen });
}

export const filtered = () => FACETS.some((facet) => state[facet].size);
