// The small chart over the time line: stages by the month in which they were reported. It shares the months of the slider.

import { items, STAGES } from "./data.js";
import { humanDate } from "./dates.js";
import { byId, dress, drawn } from "./dom.js";
import { pictureOf } from "./picture.js";
import { stageClass } from "./signs.js";
import { choose, state } from "./state.js";
import { months } from "./timeline.js";
import { stageLabel, t } from "./wording.js";

const BAR = 0.8;      // width of a bar, in months
const chart = byId("chart");
const most = byId("chart-most");
const later = drawn("rect", { class: "later", y: 0 });

/** Month -> stage -> how many projects of those that pass the filters reached it, or were first said to. */
function countsByMonth() {
  const { stageOf } = pictureOf({ ...state, t: "" });
  const counts = months.map(() => new Map());
  for (const item of items) {
    if (!stageOf.has(item)) continue;
    for (const { stage, known } of item.days) {
      const index = known && STAGES.includes(stage) ? months.indexOf(known.slice(0, 7)) : -1;
      if (index >= 0) counts[index].set(stage, (counts[index].get(stage) || 0) + 1);
    }
  }
  return counts;
}

const sum = (stages) => [...stages.values()].reduce((a, b) => a + b, 0);

/** Bars of all months, a path for each stage. */
function drawBars(counts, highest) {
  const heights = counts.map(() => 0);
  const paths = STAGES.map((stage) => {
    const d = counts.map((stages, index) => {
      const n = stages.get(stage) || 0;
      heights[index] += n;
      return n ? `M${index - BAR / 2} ${highest - heights[index]}h${BAR}v${n}h-${BAR}z` : "";
    }).join("");
    return d ? drawn("path", { class: stageClass(stage), d }) : "";
  });
  dress(chart, { viewBox: `0 0 ${months.length} ${highest}` });
  dress(later, { height: highest });
  chart.replaceChildren(...paths.filter(Boolean), later);
}

/** What it shows, in words: the fullest month, and the stages of each year. */
function tellChart(counts, highest) {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].map((year) => {
    const stages = STAGES.map((stage) => [stage, counts.reduce((n, one, i) => n + (months[i].startsWith(year) ? one.get(stage) || 0 : 0), 0)]);
    return t("chart-year", { year, stages: stages.filter(([, n]) => n).map(([stage, n]) => `${stageLabel(stage)} ${n}`).join(", ") || "–" });
  });
  const month = months[counts.findIndex((stages) => sum(stages) === highest)];
  dress(chart, { "aria-label": t("chart", { first: humanDate(months[0]), last: humanDate(months.at(-1)), month: humanDate(month), n: highest, years: years.join(" ") }) });
}

export function fillChart(changed) {
  if (!months.length) return;
  if (changed.some((name) => name !== "t") || !chart.children.length) {
    const counts = countsByMonth();
    const highest = Math.max(...counts.map(sum), 1);
    drawBars(counts, highest);
    tellChart(counts, highest);
    most.textContent = highest;
  }
  const from = state.t ? months.indexOf(state.t) + 0.5 : months.length + 1;
  dress(later, { x: from, width: Math.max(months.length + 0.5 - from, 0) });
}

/** A click takes the slider to the month. */
export function setUpChart() {
  chart.addEventListener("click", (event) => {
    const { left, width } = chart.getBoundingClientRect();
    const index = Math.round(((event.clientX - left) / width) * months.length);
    choose({ t: months[Math.max(index, 0)] || "" });
  });
}
