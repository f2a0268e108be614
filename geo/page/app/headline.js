// The headline and the sentence under it, which belong to what is shown: on an earlier day they tell that day's figures,
// and where only a part is shown, or a user wrote them, they say that they are of the whole map.

import { view } from "./data.js";
import { humanDate } from "./dates.js";
import { standingWords } from "./language.js";
import { picture } from "./picture.js";
import { filtered, state } from "./state.js";
import { t } from "./wording.js";

const DONE = ["completed", "operating"];
const headline = document.querySelector(".headline");
const takeaway = document.querySelector(".takeaway");

/** Sites whose factories are inaugurated. */
function sitesDone() {
  const done = picture.seen.filter(({ item, stage }) => item.site && DONE.includes(stage));
  return new Set(done.map(({ item }) => `${item.campaign} ${item.county}`)).size;
}

function tellDay() {
  const { projects, sites } = picture.totals;
  const done = sitesDone();
  const date = humanDate(state.t);
  const stateOnly = picture.seen.filter(({ item }) => item.state_media_only).length;
  headline.textContent = sites ? t("headline-then", { date, done, named: sites }) : t("headline-plain-then", { date, projects });
  if (takeaway) takeaway.textContent = t("takeaway-then", { left: sites - done, state: stateOnly, projects });
}

export function tellHeadline() {
  const whole = !state.t && !filtered();
  if (state.t && !filtered() && !view.own_headline) return tellDay();
  headline.textContent = standingWords(headline);
  if (!takeaway) return undefined;
  takeaway.textContent = whole ? standingWords(takeaway)
    : t(state.t ? "of-the-whole-then" : "of-the-whole", { n: picture.totals.projects, date: humanDate(state.t) });
  return undefined;
}
