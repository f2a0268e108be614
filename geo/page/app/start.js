// Start: a camera takes over the drawing, then everything redraws whenever the reader chooses something.

import { camera, useCamera } from "./camera.js";
import { fillChart, setUpChart } from "./chart.js";
import { listedLate, setUpCited } from "./cited.js";
import { fillClaims } from "./claims.js";
import { nameCounties, outline, paintCounties, setUpCounties } from "./counties.js";
import { fillDetails, setUpDetails } from "./details.js";
import { byId, dress, SCROLL } from "./dom.js";
import { setUpDownloads } from "./downloads.js";
import { container } from "./drawing.js";
import { setUpEmbedding } from "./embedding.js";
import { tellHeadline } from "./headline.js";
import { drawNames } from "./labels.js";
import { setUpLanguage, speak } from "./language.js";
import { fillLegend, setUpLegend } from "./legend.js";
import { setUpLinks } from "./links.js";
import { drawMarks } from "./marks.js";
import { fillViews, setUpViews } from "./multiples.js";
import { setUpMenus } from "./menus.js";
import { changesPicture } from "./picture.js";
import { setUpRoom } from "./room.js";
import { setUpSearch } from "./search.js";
import { choose, onChange, state } from "./state.js";
import { setUpStory } from "./steps.js";
import { fillTable, setUpTable, showAllRows, showInTable } from "./table.js";
import { setUpTheme } from "./theme.js";
import { fillTimeline, setUpTimeline } from "./timeline.js";
import { tip } from "./tip.js";
import { fillUnplaced } from "./unplaced.js";

let naming = null;

function redrawMap() {
  paintCounties();
  drawMarks();
  drawNames();
  clearTimeout(naming);
  naming = setTimeout(nameCounties, 120);
}

/** Go to a section without leaving the page, which a plain anchor would do inside a srcdoc frame. */
function jump(event, anchor) {
  const target = listedLate(anchor.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  const folded = target.querySelector(":scope > details") || target.closest("details");
  if (folded) folded.open = true;
  target.scrollIntoView(SCROLL);
  dress(target, { tabindex: target.tabIndex < 0 ? "-1" : null }).focus({ preventScroll: true });
}

/** On paper: the whole country at a fixed size, and the lists unfolded. */
function toPaper(on) {
  document.documentElement.classList.toggle("printing", on);
  if (on) byId("map-section").after(byId("legend"));
  else byId("map-section").before(byId("legend"));
  document.querySelectorAll(on ? "details:not([open])" : "details.unfolded").forEach((node) => {
    node.open = on;
    node.classList.toggle("unfolded", on);
  });
  if (on) showAllRows();
  fillTable();
  camera.fit();
}

function setUpPage() {
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("a[href^='#']");
    if (anchor?.id === "whole-map") {
      event.preventDefault();
      choose({ ui: "full" });
    } else if (anchor) jump(event, anchor);
  });
  setUpCited();
  byId("cited").querySelectorAll("a").forEach((anchor) => dress(anchor, { target: "_blank", rel: "noopener noreferrer" }));
  new ResizeObserver(() => camera.refresh()).observe(container);
  window.addEventListener("beforeprint", () => toPaper(true));
  window.addEventListener("afterprint", () => toPaper(false));
  window.matchMedia("print").addEventListener("change", (event) => toPaper(event.matches));
}

/** The whole page, or only headline, legend, map and source line. */
function showUi() {
  document.documentElement.classList.toggle("compact", state.ui === "map");
  byId("source-line").hidden = state.ui !== "map";
}

/** Everything that hangs on what has changed. */
function redraw(changed) {
  const all = changed.includes("lang");
  const seen = all || changesPicture(changed);
  if (all) speak();
  if (seen) { redrawMap(); tellHeadline(); fillLegend(); fillTimeline(); fillChart(changed); fillTable(); fillUnplaced(); fillClaims(); }
  else if (changed.includes("others")) { drawMarks(); drawNames(); fillLegend(); }
  if (changed.includes("ui")) showUi();
  if (seen || changed.includes("view") || changed.includes("county")) fillViews();
  if (changed.includes("county")) { outline(state.county); drawNames(); }
  if (seen || changed.includes("county")) fillDetails();
}

/** Everything begins, with one of the two cameras; without its styles the page stays as it stands. */
export function start(cameraOf) {
  if (!window.getComputedStyle(document.body).getPropertyValue("--ink")) return;
  document.documentElement.classList.add("scripted");
  container.append(tip);
  showUi();
  setUpRoom();
  useCamera(cameraOf(() => { if (camera) drawNames(); }));
  setUpLanguage();
  setUpCounties();
  setUpLegend();
  setUpDetails(showInTable);
  setUpTable();
  setUpTimeline();
  setUpChart();
  setUpViews();
  setUpSearch();
  setUpDownloads();
  setUpPage();
  setUpMenus();
  setUpEmbedding();
  setUpTheme();
  onChange(redraw);
  redraw(["t"]);
  setUpStory();
  setUpLinks();
}
