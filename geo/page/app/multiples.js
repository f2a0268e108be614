// The second view: a small map for each campaign, from the same paths.

import { keyAt } from "./counties.js";
import { counties, HEIGHT, STAGES, view, WIDTH } from "./data.js";
import { open } from "./details.js";
import { byId, dress, drawn, el, rove } from "./dom.js";
import { container, paths } from "./drawing.js";
import { namesOfSmallMap } from "./labels.js";
import { TARGETS } from "./legend.js";
import { pictureOf } from "./picture.js";
import { stageClass, symbol } from "./signs.js";
import { choose, state } from "./state.js";
import { siteCount, stageLabel, t } from "./wording.js";

const drawnMaps = new Map();   // campaign -> its figure

export function setUpViews() {
  const buttons = [...document.querySelectorAll("[data-view]")];
  buttons.forEach((node) => node.addEventListener("click", () => choose({ view: node.dataset.view })));
  rove(buttons);
  byId("views").hidden = view.campaigns.length < 2;
  new ResizeObserver(() => drawnMaps.forEach((_, year) => nameLittleMap(year))).observe(byId("multiples"));
  byId("multiples").addEventListener("click", (event) => {
    const key = keyAt(event.target);
    if (key) open(key, false);
  });
}

export function fillViews() {
  const small = state.view === "campaigns";
  document.querySelectorAll("[data-view]").forEach((node) => node.setAttribute("aria-pressed", node.dataset.view === state.view));
  container.hidden = small;
  document.documentElement.classList.toggle("by-campaign", small);
  byId("multiples").hidden = !small;
  if (!small) return;
  const years = view.campaigns.map((campaign) => campaign.key).filter((year) => !state.campaign.size || state.campaign.has(year));
  byId("multiples").replaceChildren(...years.map(littleMap));
  years.forEach(nameLittleMap);
}

/** Names stand where the map of that size has them; the opened county is outlined. */
function nameLittleMap(year) {
  const { root, names, seen, open } = drawnMaps.get(year);
  const scale = (WIDTH + 150) / root.clientWidth;
  if (!Number.isFinite(scale)) return;
  root.style.setProperty("--px", scale.toFixed(2));
  root.style.setProperty("--size", scale > 9.85 ? 0.68 : 1);
  names.replaceChildren(...namesOfSmallMap(scale, seen));
  dress(open, { d: paths.get(state.county)?.getAttribute("d") ?? "" });
}

function littleMap(year) {
  if (!drawnMaps.has(year)) drawnMaps.set(year, newMap());
  const { figure, counties: little, marks, caption, root } = drawnMaps.get(year);
  const seen = pictureOf({ ...state, campaign: new Set([year]) });
  const counts = new Map();
  const signs = [];
  little.forEach((path, pcode) => {
    const stage = seen.reached.get(pcode)?.stage ?? null;
    path.setAttribute("class", `county ${stageClass(stage)}`);
    if (stage === null) return;
    counts.set(stage, (counts.get(stage) || 0) + 1);
    signs.push(symbol(counties.get(pcode).at, stage));
  });
  marks.replaceChildren(...signs);
  drawnMaps.get(year).seen = new Set([...little.keys()].filter((pcode) => seen.reached.get(pcode)?.stage));
  const sites = siteCount(seen.totals.perCampaign.get(year) || 0, TARGETS.get(year));
  const told = STAGES.filter((stage) => counts.has(stage)).map((stage) => `${stageLabel(stage)} ${counts.get(stage)}`).join(", ");
  const coloured = [...counts.values()].reduce((a, b) => a + b, 0);
  const inSum = `${t("counties-coloured", { n: coloured })}: ${told || "–"}`;
  caption.replaceChildren(el("b", {}, year), ` ${sites} ${t("sites")}`, el("small", {}, inSum));
  root.setAttribute("aria-label", `${year}: ${sites} ${t("sites")}; ${inSum}`);
  return figure;
}

function newMap() {
  const little = new Map([...paths].sort().map(([pcode, path]) =>
    [pcode, drawn("path", { d: path.getAttribute("d"), "data-pcode": pcode })]));
  const [marks, names, open] = [drawn("g"), drawn("g", { class: "names" }), drawn("path", { class: "opened" })];
  const root = drawn("svg", { class: "little", role: "img", viewBox: `-75 -75 ${WIDTH + 150} ${HEIGHT + 150}` },
    drawn("path", { class: "outline", d: byId("outline").getAttribute("d") }), drawn("g", {}, ...little.values()), open, names, marks);
  const caption = el("figcaption");
  return { figure: el("figure", {}, caption, root), counties: little, marks, names, open, caption, root };
}
