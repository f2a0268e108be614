// What stands beside the projects: setbacks and what is only possible, listed in the page and shown on county pages.

import { sourceOf } from "./cited.js";
import { counties, grouped, proofs, records, view } from "./data.js";
import { humanDate, lastDay } from "./dates.js";
import { byId, el, inParts, words } from "./dom.js";
import { byThen } from "./told.js";
import { bothNames, facilityLabel, provinceLabel, stageLabel, t } from "./wording.js";

const LISTS = ["setbacks", "possible"].map((kind) => ({ kind, entries: records(view[kind]).map(wholeClaim) }))
  .filter(({ entries }) => entries.length)
  .map((list) => ({ ...list, byPage: grouped(list.entries.flatMap((claim) => claim.pages.map((page) => ({ page, claim }))), ({ page }) => page, ({ claim }) => claim) }));
const claimsOfProject = grouped(LISTS.flatMap(({ entries }) => entries), (claim) => claim.project);

const MOST_CLAIMS = 500;              // that are listed at once

/** The claim with the names that are left out because they are those of its county, and with its words. */
function wholeClaim(claim) {
  const pages = (claim.pages || "").split(" ").filter(Boolean);
  const [county] = pages.length === 1 ? pages.map((pcode) => counties.get(pcode)) : [];
  return { ...claim, ...proofs[claim.proof], pages, date: claim.date || "",
    place: claim.place ?? county?.name, place_ko: claim.place_ko ?? county?.name_ko };
}

/** Counties, and units that have only a mark, of which there is something. */
export const claimed = new Set(LISTS.flatMap(({ entries }) => entries.flatMap((claim) => claim.pages)));

/** Whether it was so, and reported, by the end of the month that is shown; without a date in the latest state only. */
const isKnown = ({ date, on }) => byThen(lastDay(date)) && byThen(on || lastDay(date));

/** "Cancelled, May 2025". */
const whatOf = ({ stage, date }) => [stageLabel(stage), humanDate(date)].filter(Boolean).join(", ");

/** A claim with its words and its source. */
function claimEntry(claim) {
  const may = claim.candidates.map((unit) => `${unit.name} (${provinceLabel(unit.province)})`).join(t("or"));
  const text = words("bdi", claim.text);
  return el("li", { class: "proof" },
    el("b", {}, bothNames(claim.place || t("unknown-place"), claim.place_ko)), claim.province ? [", ", words("bdi", provinceLabel(claim.province))] : "",
    ` – ${facilityLabel(claim.facility)}, `, el("span", { class: "what" }, whatOf(claim)), may ? ` (${t("may-be")}${may})` : "",
    claim.summary ? el("p", {}, text) : el("blockquote", {}, "“", text, "”"), el("p", { class: "cite" }, "— ", sourceOf(claim)));
}

const entriesOf = (claims) => inParts("li", claims, claimEntry, (n) => t("more-rows", { n }), MOST_CLAIMS);

/** The lists at the foot of the page, as they were on the day that is shown. */
export function fillClaims() {
  for (const { kind, entries } of LISTS) {
    const seen = entries.filter(isKnown);
    byId(kind).querySelector("ul").replaceChildren(...entriesOf(seen));
    byId(kind).querySelector(".count").textContent = seen.length;
    byId(kind).hidden = !seen.length;
  }
}

/** What a county's page says of it, each kind under its heading. */
export function claimsOf(key) {
  const pcode = key.replace(/^unit /, "");
  return LISTS.flatMap(({ kind, byPage }) => {
    const here = (byPage.get(pcode) || []).filter(isKnown);
    return here.length ? [el("section", { class: `claims ${kind}` }, el("h3", {}, t(kind)), el("ul", {}, entriesOf(here)))] : [];
  });
}

/** The setbacks of a project in a few words each. */
export function setbacksOf(item) {
  const own = (claimsOfProject.get(item.id) || []).filter(isKnown);
  return own.map((claim) => ({ words: whatOf(claim), stage: claim.stage, day: claim.date }));
}
