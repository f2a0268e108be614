// Sites with coordinates: small marks beside the colours of the counties, one tab stop for all, told on hover and focus
// and on the card of the county that each lies in. Only pages with such sites have this module.

import { camera } from "./camera.js";
import { items, placeOn, view } from "./data.js";
import { fillDetails, open, sections } from "./details.js";
import { byId, dress, el, link, rove, words } from "./dom.js";
import { picture } from "./picture.js";
import { onChange, state } from "./state.js";
import { hideTip, noteAt } from "./tip.js";

const nodes = [...byId("points").children];
const pointOf = (node) => view.points[Number(node.dataset.n)];
const inWords = (texts) => texts?.[state.lang] ?? "";
const projects = new Map(items.map((item) => [item.id, item]));

/** Whether it is no project's, or that of one that is shown. */
const isShown = (point) => !projects.has(point.project) || picture.stageOf.has(projects.get(point.project));
const whereOf = (point) => [inWords(point.county), point.position].filter(Boolean).join(" · ");

function linesOf(point) {
  return [el("b", {}, words("span", inWords(point.name))), " ", words("span", whereOf(point), "where"), " ",
    ...(point.doubts || []).map((doubt) => words("span", inWords(doubt), "doubt"))];
}

function showPoint(node) {
  const point = pointOf(node);
  noteAt(linesOf(point), camera.onScreen(placeOn(point.at)));
}

function entry(point) {
  return el("li", {}, el("b", {}, words("span", inWords(point.name))), ` – ${point.position}`,
    point.note ? [". ", words("bdi", point.note)] : "", ...(point.doubts || []).map((doubt) => [" ", words("span", inWords(doubt), "doubt")]),
    " (", point.url ? link(point.url, point.row) : words("bdi", point.row), ")");
}

/** What the card of a county says of the sites in it. */
function sectionOf(place) {
  const here = view.points.filter((point) => point.pcode === place.key && isShown(point));
  return here.length ? [el("section", { class: "points" }, el("h3", {}, inWords(view.points_title)), el("ul", {}, here.map(entry)))] : [];
}

function refresh() {
  for (const node of nodes) {
    const point = pointOf(node);
    node.toggleAttribute("hidden", !isShown(point));
    dress(node, { "aria-label": [inWords(point.name), whereOf(point), ...(point.doubts || []).map(inWords)].join("; ") });
  }
}

for (const node of nodes) {
  dress(node, { role: "button" });
  node.addEventListener("focus", () => {
    if (!node.matches(":focus-visible")) return;
    camera.reveal(placeOn(pointOf(node).at));
    showPoint(node);
  });
  node.addEventListener("blur", hideTip);
  node.addEventListener("pointermove", (event) => { event.stopPropagation(); showPoint(node); });
  node.addEventListener("pointerleave", hideTip);
  node.addEventListener("keydown", (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || !node.dataset.key) return;
    event.preventDefault();
    open(node.dataset.key, true);
  });
}
if (nodes.length) rove(nodes);
sections.push(sectionOf);
onChange(refresh);
refresh();
fillDetails();
