// What is seen: which announcements pass the filters, how far each had come on the day, which counties that colours.

import { counties, items, STAGES } from "./data.js";
import { FACETS, onChange, state } from "./state.js";

/** The furthest stage reported by the day; a visit counts only if there is nothing else. Null if nothing is known yet. */
function stageBy(item, until) {
  if (!until) return item.stage;
  let reached = null;
  for (const { stage, known: day } of item.days) {
    if (day && day <= until && (reached === null || STAGES.indexOf(stage) > STAGES.indexOf(reached))) reached = stage;
  }
  return reached;
}

/** A campaign of later years ranks higher, one whose year is not known lowest. */
const rankOf = (item) => (!item.campaign ? "" : item.campaign === "open" ? "0" : item.campaign);

/** Place -> the stage that its latest campaign has reached, and that campaign. */
function reachedIn(seen) {
  const reached = new Map();
  for (const { item, stage } of seen) {
    const rank = item.placed && rankOf(item);
    if (!rank) continue;
    const step = STAGES.indexOf(stage);
    const before = reached.get(item.key);
    if (!before || rank > before.rank) reached.set(item.key, { rank, step, campaign: item.campaign });
    else if (rank === before.rank && step > before.step) before.step = step;
  }
  for (const place of reached.values()) place.stage = place.step < 0 ? null : STAGES[place.step];
  return reached;
}

/** Everything that a redraw needs, for what is chosen. */
export function pictureOf(chosen) {
  const until = chosen.t && `${chosen.t}-31`;
  const tested = FACETS.filter((facet) => chosen[facet].size);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const add = (facet, value) => counts[facet].set(value, (counts[facet].get(value) || 0) + 1);
  const seen = [];
  const butStage = [];       // what would be seen, but for the filter of stages
  for (const item of items) {
    const stage = stageBy(item, until);
    if (stage === null) continue;
    const valueOf = (facet) => (facet === "stage" ? stage : item.facet[facet]);
    let missed = 0;
    let only = "";
    for (const facet of tested) {
      if (chosen[facet].has(valueOf(facet))) continue;
      missed += 1;
      only = facet;
    }
    if (missed > 1) continue;
    const one = { item, stage };
    if (!missed) seen.push(one);
    if (!missed || only === "stage") butStage.push(one);
    if (missed) add(only, valueOf(only));
    else for (const facet of FACETS) add(facet, valueOf(facet));
  }
  return { seen, counts, reached: reachedIn(seen), stages: countyCounts(butStage), totals: totalsOf(seen),
    stageOf: new Map(seen.map(({ item, stage }) => [item, stage])) };
}

/** Stage -> number of counties that have its colour. */
function countyCounts(seen) {
  const counts = new Map();
  for (const [key, { stage }] of reachedIn(seen)) {
    if (stage && counties.has(key)) counts.set(stage, (counts.get(stage) || 0) + 1);
  }
  return counts;
}

/** Counties, projects and sites of the policy are three things, counted apart. */
function totalsOf(seen) {
  const sites = new Map();
  for (const { item } of seen) {
    if (!item.site) continue;
    if (!sites.has(item.campaign)) sites.set(item.campaign, new Set());
    sites.get(item.campaign).add(item.county);
  }
  const perCampaign = new Map([...sites].map(([campaign, places]) => [campaign, places.size]));
  return {
    projects: seen.length,
    counties: new Set(seen.map(({ item }) => item.county).filter(Boolean)).size,
    sites: [...perCampaign.values()].reduce((sum, count) => sum + count, 0),
    perCampaign,
    unplaced: seen.filter(({ item }) => !item.placed).length,
  };
}

/** Whether a change of these is one of what is seen. */
export const changesPicture = (changed) => changed.some((name) => name === "t" || FACETS.includes(name));

/** current colours its county or is a mark of its own; older campaigns and what is outside the policy are small marks. */
export function kindOf(item, reached = picture.reached) {
  if (!item.campaign) return "outside";
  const place = reached.get(item.key);
  return place && rankOf(item) === place.rank ? "current" : "older";
}

export const stageOfCounty = (pcode) => picture.reached.get(pcode)?.stage ?? null;
export const visibleOf = (place) => place.reports.filter((item) => picture.stageOf.has(item));
export let picture = pictureOf(state);
onChange((changed) => { if (changesPicture(changed)) picture = pictureOf(state); });
