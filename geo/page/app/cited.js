// The pages cited, as they stand in the list of sources.

import { byId, link, words } from "./dom.js";

const entryOf = (proof) => byId(`s${proof.cited + 1}`);

/** The page that a proof cites. */
export function sourceOf(proof) {
  const anchor = entryOf(proof).querySelector("a");
  return anchor ? link(addressOfSource(proof), anchor.textContent) : words("span", entryOf(proof).textContent.trim());
}

/** Its address; nothing if it is none of the web. */
export const addressOfSource = (proof) => entryOf(proof).querySelector("a")?.getAttribute("href");
