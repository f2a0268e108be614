// The pages cited, as they stand in the list of sources; of very many the last stand in the data and are listed on demand.

import { records, view } from "./data.js";
import { button, byId, el, link, words } from "./dom.js";
import { t } from "./wording.js";

const MORE_SOURCES = 1000;   // that are listed at once
const sourceList = byId("cited").querySelector("ol");
const LISTED_SOURCES = sourceList.children.length;
const otherSources = view.sources ? records(view.sources) : [];

const entryOf = (proof) => byId(`s${proof.cited + 1}`);
const otherOf = (proof) => otherSources[proof.cited - LISTED_SOURCES];

/** The page that a proof cites. */
export function sourceOf(proof) {
  const other = otherOf(proof);
  if (other) return link(other.url, other.label);
  const anchor = entryOf(proof).querySelector("a");
  return anchor ? link(addressOfSource(proof), anchor.textContent) : words("span", entryOf(proof).textContent.trim());
}

/** Its address; nothing if it is none of the web. */
export function addressOfSource(proof) {
  const other = otherOf(proof);
  return (other ? link(other.url, other.label) : entryOf(proof).querySelector("a"))?.getAttribute("href") ?? undefined;
}

/** List the sources up to a number, counted from 1. */
function listUpTo(number) {
  const [first, last] = [sourceList.children.length, Math.min(number, LISTED_SOURCES + otherSources.length)];
  sourceList.append(...otherSources.slice(first - LISTED_SOURCES, last - LISTED_SOURCES).map(({ label, url }, index) =>
    el("li", { id: `s${first + index + 1}` }, link(url, label))));
  byId("more-sources").hidden = last >= LISTED_SOURCES + otherSources.length;
  byId("more-sources").textContent = t("more-rows", { n: LISTED_SOURCES + otherSources.length - last });
}

/** The entry of a source that is not listed yet, by its id; nothing if there is none of it. */
export function listedLate(id) {
  const number = /^s\d+$/.test(id) ? Number(id.slice(1)) : 0;
  if (number > sourceList.children.length && number <= LISTED_SOURCES + otherSources.length) listUpTo(number);
  return byId(id);
}

export function setUpCited() {
  if (!otherSources.length) return;
  sourceList.after(button("plain", () => listUpTo(sourceList.children.length + MORE_SOURCES)));
  sourceList.nextElementSibling.id = "more-sources";
  listUpTo(LISTED_SOURCES);
}
