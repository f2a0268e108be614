// The legend, whose entries are filters with counts that follow all the other filters.

import { candidatesSeen, quietClass } from "./counties.js";
import { view } from "./data.js";
import { button, byId, rove } from "./dom.js";
import { paths } from "./drawing.js";
import { KINDS, othersAreShown, signsShown } from "./marks.js";
import { picture, stageOfCounty } from "./picture.js";
import { choose, FACETS, filtered, state, toggle } from "./state.js";
import { facilityLabel, siteCount, stageLabel, t } from "./wording.js";

export const entries = [...document.querySelectorAll("[data-facet] > li")].map((entry) =>
  ({ entry, facet: entry.parentNode.dataset.facet, value: entry.dataset.value }));
const FACET_LABELS = {
  stage: stageLabel, facility: facilityLabel, origin: (value) => t(value),
  campaign: (value) => (/^\d+$/.test(value) ? value : t(value)),
};
export const TARGETS = new Map(view.campaigns.map((campaign) => [campaign.key, campaign.target]));

/** Each entry becomes a button; in each group one of them is a tab stop. */
export function setUpLegend() {
  for (const { entry, facet, value } of entries) {
    entry.replaceChildren(button("chip", () => toggle(facet, value), ...entry.childNodes));
  }
  document.querySelectorAll("[data-facet]").forEach((list) => rove([...list.querySelectorAll("button")]));
  byId("others").addEventListener("change", (event) => choose({ others: event.target.checked }));
  byId("reset").addEventListener("click", () =>
    choose(Object.fromEntries(FACETS.map((facet) => [facet, new Set()]))));
}

/** The stages of the counties as they are drawn, which are all the counties there are. */
function fillBrief() {
  const stages = [...paths.keys()].map(stageOfCounty);
  byId("brief").querySelectorAll("[data-stage]").forEach((entry) => {
    const { stage } = entry.dataset;
    const count = stages.filter((one) => one === stage).length;
    entry.hidden = !count;
    entry.querySelector(".label").textContent = stageLabel(stage);
    entry.querySelector("b").textContent = count;
  });
}

export function fillLegend() {
  fillBrief();
  byId("others").checked = othersAreShown();
  byId("others").disabled = state.campaign.size > 0;
  for (const { entry, facet, value } of entries) {
    const projects = picture.counts[facet].get(value) || 0;
    const set = (part, text) => { const node = entry.querySelector(part); if (node) node.textContent = text; };
    entry.firstChild.setAttribute("aria-pressed", state[facet].has(value));
    entry.classList.toggle("none", !projects);
    set(".label", FACET_LABELS[facet](value));
    set(".projects", projects);
    set(".counties", picture.stages.get(value) || 0);
    set(".sites", siteCount(picture.totals.perCampaign.get(value) || 0, TARGETS.get(value)));
  }
  for (const key of ["counties", "projects", "sites"]) byId(`total-${key}`).textContent = picture.totals[key];
  const quiet = [...paths.keys()].filter((pcode) => stageOfCounty(pcode) === null);
  const unseen = quiet.filter((pcode) => quietClass(pcode) === "unseen").length;
  byId("count-unseen").textContent = unseen;
  byId("count-none").textContent = quiet.length - unseen;
  byId("reset").hidden = !filtered();
  const kinds = new Set(signsShown.map((sign) => sign.kind));
  KINDS.forEach((kind) => { byId(`key-${kind}`).hidden = !kinds.has(kind); });
  byId("key-candidate").hidden = !candidatesSeen().length;
  byId("key-unseen").hidden = !unseen;
}
