// Reports that are on no map: ambiguous names, whole provinces, unknown places.

import { items } from "./data.js";
import { candidateNames, card } from "./details.js";
import { byId, el, inParts, rove, words } from "./dom.js";
import { picture } from "./picture.js";
import { bothNames, facilityLabel, precisionLabel, provinceLabel, stageLabel, t } from "./wording.js";

const MOST_UNPLACED = 500;              // that are listed at once

export function fillUnplaced() {
  const seen = items.filter((item) => !item.placed && picture.stageOf.has(item));
  document.querySelectorAll(".unplaced-count").forEach((node) => { node.textContent = seen.length; });
  byId("unplaced").hidden = !items.some((item) => !item.placed);
  const entryOf = (item) => el("li", {}, el("details", {}, unplacedSummary(item), card(item, "h3", item.place)));
  const entries = inParts("li", seen, entryOf, (n) => t("more-rows", { n }), MOST_UNPLACED);
  byId("unplaced-list").replaceChildren(...entries);
  if (entries.length) rove(entries.map((entry) => entry.querySelector("summary, button")));
}

function unplacedSummary(item) {
  const names = candidateNames(item);
  return el("summary", {}, el("b", {}, bothNames(item.place || t("unknown-place"), item.place_ko)),
    item.province ? [", ", words("span", provinceLabel(item.province))] : "",
    words("span", ` – ${facilityLabel(item.facility)}, ${stageLabel(picture.stageOf.get(item))}; `),
    words("span", names ? `${t("may-be").toLowerCase()}${names}` : precisionLabel(item)));
}
