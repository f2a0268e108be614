// What is said in the reader's language: strings, labels and names.

import { view } from "./data.js";
import { own, words } from "./dom.js";
import { MESSAGES } from "./messages.js";
import { picture } from "./picture.js";
import { filtered, state } from "./state.js";
import { isNamed } from "./told.js";

const grouping = new Intl.NumberFormat("en");
const shown = (value) => (typeof value === "number" ? grouping.format(value) : value);

/** A message of the interface in the reader's language, filled in as geo/view/messages.py does. */
export function t(key, values = {}) {
  return (own(MESSAGES[state.lang], key) ?? key).replace(/\{(\w+)(?:\|([^|{}]*)\|([^{}]*))?\}/g,
    (place, name, one, many) => (many === undefined ? shown(values[name]) : values[name] === 1 ? one : many));
}

/** What a word of the page itself, which has no English here, is in Korean. */
export const korean = (key) => own(MESSAGES.ko, key);

const plain = (key) => String(key).replaceAll("_", " ");
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const stageLabels = new Map(view.stages.map((stage) => [stage.key, stage.label]));
export const stageLabel = (stage) => stageLabels.get(stage)?.[state.lang]
  ?? own(MESSAGES[state.lang], `stage-${stage}`) ?? plain(stage);
export const facilityLabel = (facility) => own(view.facilities, facility)?.[state.lang] ?? plain(facility);
const yearLabel = (year) => (year === "open" ? t("campaign-of-open") : t("campaign-of", { year }));
export const campaignLabel = (item) => (item.campaign ? yearLabel(item.campaign) : t("outside"));
export const precisionLabel = (item) => (own(MESSAGES.en, `precision-${item.precision}`)
  ? t(`precision-${item.precision}`) : item.precision);
const koreanProvinces = new Map(view.provinces.map((unit) => [unit.name, unit.name_ko]));
export const provinceLabel = (province) => (state.lang === "ko" && koreanProvinces.get(province)) || province;
export const siteCount = (named, target) => t("of-target", { named, target });

/** A name and, in quieter letters, the one in the other script. */
export function bothNames(english, korean) {
  const [first, second] = state.lang === "ko" && korean ? [korean, english] : [english, korean];
  return [words("span", first), " ", words("span", second, "second")];
}

export const nameIn = (english, korean) => (state.lang === "ko" && korean ? korean : english);

/** In words: the stage of a place and the campaign, or why there is none. */
export function stageLine(place) {
  const reached = picture.reached.get(place.key);
  if (reached && reached.stage) return `${stageLabel(reached.stage)} (${yearLabel(reached.campaign)})`;
  if (place.reports.some((item) => picture.stageOf.has(item))) return t("no-campaign");
  if (place.reports.length) return state.t && !filtered() ? t("not-yet") : t("filtered-out");
  if (!place.county || isNamed(place.county)) return t("unreported");
  return place.county.named ? t("not-yet") : view.unnamed?.[state.lang] ?? t("unseen");
}
