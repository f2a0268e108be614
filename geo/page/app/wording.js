// What is said in the reader's language: strings, labels and names.

import { view } from "./data.js";
import { words } from "./dom.js";
import { picture } from "./picture.js";
import { filtered, state } from "./state.js";
import { STRINGS } from "./strings.js";

/** A string of the interface in the reader's language. */
export function t(key, ...values) {
  const text = STRINGS[state.lang][key];
  return typeof text === "function" ? text(...values) : text;
}

const plain = (key) => String(key).replaceAll("_", " ");
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const englishStages = new Map(view.stages.map((stage) => [stage.key, stage.label]));
export const stageLabel = (stage) => STRINGS[state.lang].stages?.[stage] || englishStages.get(stage) || plain(stage);
export const facilityLabel = (facility) =>
  STRINGS[state.lang].facilities?.[facility] || view.facilities[facility] || plain(facility);
export const campaignLabel = (item) => (item.campaign ? t("campaignOf", item.campaign) : t("outside"));
export const precisionLabel = (item) => t("precision")[item.precision] || item.precision;

/** A name and, in quieter letters, the one in the other script. */
export function bothNames(english, korean) {
  const [first, second] = state.lang === "ko" && korean ? [korean, english] : [english, korean];
  return [words("span", first), " ", words("span", second, "second")];
}

export const nameIn = (english, korean) => (state.lang === "ko" && korean ? korean : english);

/** In words: the stage of a place and the campaign, or why there is none. */
export function stageLine(place) {
  const reached = picture.reached.get(place.key);
  if (reached && reached.stage) return `${stageLabel(reached.stage)} (${t("campaignOf", reached.campaign)})`;
  if (place.reports.some((item) => picture.stageOf.has(item))) return t("noCampaign");
  if (place.reports.length) return state.t && !filtered() ? t("notYet") : t("filteredOut");
  return place.county && place.county.named === 0 ? t("unseen") : t("unreported");
}
