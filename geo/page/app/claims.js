// What stands beside the projects: setbacks and what is only possible, listed in the page and shown on county pages.

import { lastDay } from "./dates.js";
import { byId, el } from "./dom.js";
import { state } from "./state.js";
import { t } from "./wording.js";

const LISTS = ["setbacks", "possible"].map((kind) => ({ kind, entries: [...document.querySelectorAll(`#${kind} li`)] }))
  .filter(({ entries }) => entries.length);
const pagesOf = (entry) => entry.dataset.pages.split(" ");

/** Counties, and units that have only a mark, of which there is something. */
export const claimed = new Set(LISTS.flatMap(({ entries }) => entries.flatMap(pagesOf)));

/** Whether it was so by the end of the month that is shown; without a date in the latest state only. */
function isKnown({ dataset: { day } }) {
  return !state.t || (day !== "" && lastDay(day) <= `${state.t}-31`);
}

/** The lists at the foot of the page, as they were on the day that is shown. */
export function fillClaims() {
  for (const { kind, entries } of LISTS) {
    entries.forEach((entry) => { entry.hidden = !isKnown(entry); });
    const seen = entries.filter((entry) => !entry.hidden).length;
    byId(kind).querySelector(".count").textContent = seen;
    byId(kind).hidden = !seen;
  }
}

/** What a county's page says of it, each kind under its heading. */
export function claimsOf(key) {
  const pcode = key.replace(/^unit /, "");
  return LISTS.flatMap(({ kind, entries }) => {
    const here = entries.filter((entry) => isKnown(entry) && pagesOf(entry).includes(pcode));
    return here.length ? [el("section", { class: `claims ${kind}` }, el("h3", {}, t(kind)),
      el("ul", {}, here.map((entry) => entry.cloneNode(true))))] : [];
  });
}

/** The setbacks of a project in a few words each. */
export function setbacksOf(item) {
  const own = LISTS.flatMap(({ entries }) => entries).filter((entry) => entry.dataset.project === item.id && isKnown(entry));
  return own.map((entry) => ({ words: entry.querySelector(".what").textContent, stage: entry.dataset.stage, day: entry.dataset.day }));
}
