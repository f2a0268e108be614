// Start: Leaflet takes over the drawing, then everything redraws whenever the reader chooses something.

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
  const target = byId(anchor.getAttribute("href").slice(1));
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
  document.querySelectorAll(on ? "details:not([open])" : "details.unfolded").forEach((node) => {
    node.open = on;
    node.classList.toggle("unfolded", on);
  });
  if (on) rowsShown = Infinity;
  fillTable();
  camera.fit();
}

function setUpPage() {
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("a[href^='#']");
    if (anchor) jump(event, anchor);
  });
  byId("cited").querySelectorAll("a").forEach((anchor) => dress(anchor, { target: "_blank", rel: "noopener noreferrer" }));
  new ResizeObserver(() => camera.refresh()).observe(container);
  window.addEventListener("beforeprint", () => toPaper(true));
  window.addEventListener("afterprint", () => toPaper(false));
  window.matchMedia("print").addEventListener("change", (event) => toPaper(event.matches));
}

/** Everything that hangs on what has changed. */
function redraw(changed) {
  const all = changed.includes("lang");
  const seen = all || changed.some((name) => name === "t" || FACETS.includes(name));
  if (all) speak();
  if (seen) { redrawMap(); fillLegend(); fillTimeline(); fillTable(); fillUnplaced(); }
  if (seen || changed.includes("view")) fillViews();
  if (changed.includes("county")) outline(state.county);
  if (seen || changed.includes("county")) fillDetails();
}

document.documentElement.classList.add("scripted");
container.append(tip);
let started = false;
const onMove = () => {
  controlBoxes = null;
  if (started) drawNames();
};
const camera = (typeof leafletCamera === "function" ? leafletCamera : viewboxCamera)(onMove);
started = true;
setUpLanguage();
setUpCounties();
setUpLegend();
setUpDetails();
setUpTable();
setUpTimeline();
setUpViews();
setUpSearch();
setUpDownloads();
setUpPage();
setUpEmbedding();
setUpTheme();
onChange(redraw);
redraw(["t"]);
setUpLinks();
