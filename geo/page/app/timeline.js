// The slider: the map as it stood at the end of each month, and play.

import { items, view } from "./data.js";
import { humanDate, monthsBetween } from "./dates.js";
import { button, byId, calm, dress, el, rove } from "./dom.js";
import { choose, state } from "./state.js";
import { t } from "./wording.js";

const datesOfPolicy = items.flatMap((item) => (item.campaign ? item.days : [])).filter((day) => day.until);
const datesOfAll = datesOfPolicy.length ? datesOfPolicy : items.flatMap((item) => item.days).filter((day) => day.until);
const ends = datesOfAll.map((day) => day.known.slice(0, 7)).sort();
export const months = ends.length ? monthsBetween(ends[0], ends.at(-1)) : [];
const slider = byId("when");
const PACE = 650;      // milliseconds a month
let playing = null;

/** The last position is the latest state, which has what is not dated too. */
const monthAt = (position) => months[position] || "";
const positionOf = (month) => (month && months.includes(month) ? months.indexOf(month) : months.length);

export function setUpTimeline() {
  byId("time").hidden = !months.length;
  if (!months.length) return;
  slider.max = months.length;
  slider.addEventListener("input", () => {
    const month = monthAt(Number(slider.value));
    pause();
    choose({ t: month });
  });
  byId("play").addEventListener("click", () => (playing ? pause() : play()));
  byId("years").replaceChildren(...months.filter((month, index) => month.endsWith("-01") || !index).map(yearMark));
  const years = view.campaigns.map((campaign) => campaign.key);
  byId("spans").replaceChildren(...["", ...years].map((year) =>
    dress(button("span", () => choose({ campaign: new Set(year ? [year] : []) })), { "data-year": year || "all" })));
  rove([...byId("spans").children]);
}

function yearMark(month) {
  const node = el("span", {}, month.slice(0, 4));
  node.style.left = `${(100 * months.indexOf(month)) / months.length}%`;
  return node;
}

/** With reduced motion a press goes on by one month. */
function play() {
  if (calm) return onwards();
  if (!state.t) choose({ t: months[0] });
  playing = setInterval(onwards, PACE);
  return fillTimeline();
}

function onwards() {
  const position = positionOf(state.t);
  choose({ t: monthAt(position === months.length ? 0 : position + 1) });
  if (!state.t) pause();
}

function pause() {
  clearInterval(playing);
  playing = null;
  fillTimeline();
}

export function fillTimeline() {
  if (!months.length) return;
  const text = state.t ? t("up-to", { date: humanDate(state.t) }) : t("latest");
  slider.value = positionOf(state.t);
  dress(slider, { "aria-valuetext": text });
  byId("when-text").textContent = text;
  const name = calm ? t("next-month") : t(playing ? "pause" : "play");
  dress(byId("play"), { "aria-label": name, title: name });
  byId("play").firstChild.textContent = playing ? "❚❚" : "▶";
  [...byId("spans").children].forEach((node) => {
    const { year } = node.dataset;
    const chosen = year === "all" ? !state.campaign.size : state.campaign.size === 1 && state.campaign.has(year);
    node.setAttribute("aria-pressed", chosen);
    node.textContent = year === "all" ? t("all") : year;
  });
}
