// The note beside the pointer, or beside the county that has the focus.

import { camera } from "./camera.js";
import { humanDate } from "./dates.js";
import { el, words } from "./dom.js";
import { picture, visibleOf } from "./picture.js";
import { swatch } from "./signs.js";
import { bothNames, capital, facilityLabel, provinceLabel, stageLabel, stageLine, t } from "./wording.js";

export const tip = el("div", { class: "tip", hidden: true, "aria-hidden": "true" });

export function showTip(place, [x, y]) {
  const reports = visibleOf(place);
  const stage = picture.reached.get(place.key)?.stage ?? null;
  const maybe = place.maybe.filter((item) => picture.stageOf.has(item)).length;
  noteAt([
    el("b", {}, bothNames(place.name, place.korean)), " ",
    words("span", provinceLabel(place.province), "where"), " ",
    el("span", {}, swatch(stage), capital(stageLine(place))), " ",
    ...reports.slice(0, 4).flatMap((item) => [el("span", {}, tipLine(item)), " "]),
    reports.length > 4 ? el("span", {}, t("more", { n: reports.length - 4 })) : "",
    maybe ? el("span", {}, t("maybe", { n: maybe })) : "",
  ], [x, y]);
}

/** What stands beside a point of the map, in pixels of its container. */
export function noteAt(parts, [x, y]) {
  tip.replaceChildren(...parts);
  tip.hidden = false;
  const [width, height] = camera.size();
  const left = x + 16 + tip.offsetWidth > width ? x - 16 - tip.offsetWidth : x + 16;
  const top = Math.min(Math.max(4, y + 12), height - tip.offsetHeight - 4);
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${Math.max(4, top)}px`;
}

function tipLine(item) {
  const stage = picture.stageOf.get(item);
  const dated = item.days.find((day) => day.stage === stage && day.date);
  return `${facilityLabel(item.facility)}: ${stageLabel(stage)}${dated ? `, ${humanDate(dated.date)}` : ""}`;
}

export function hideTip() { tip.hidden = true; }
