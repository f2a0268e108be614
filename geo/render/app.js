// The map page: reads the view from the page's JSON island, draws it and answers hover, click and keys.
// Text of the data reaches the page as text nodes only, and links only if they are http or https.
"use strict";
(() => {
const view = JSON.parse(document.getElementById("view").textContent);
const record = (columns, row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]));
for (const name of ["counties", "announcements", "unplaced"]) {
  view[name] = view[name].rows.map((row) => record(view[name].columns, row));
}
[...view.announcements, ...view.unplaced].forEach((item) => {
  item.evidence = item.evidence.map((row) => {
    const proof = record(view.evidence, row);
    const [label, url] = view.cited[proof.cited];
    return { ...proof, label, url };
  });
});
const byId = (id) => document.getElementById(id);
const stageLabels = new Map(view.stages.map((stage) => [stage.key, stage.label]));
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];
const PRECISIONS = {
  site: "the site is named", town: "the town is named", county: "reported for the county, site not known",
  city: "reported for the city, site not known", province: "only the province is known",
  ambiguous: "the name fits several places", unknown: "the place could not be resolved",
};
const PLACES_FROM_ZOOM = 8;   // names of all counties from here on, before only those with reports
const KOREAN_FROM_ZOOM = 9;
const NEIGHBOURS = [["China", [42.15, 125.4]], ["South Korea", [37.88, 127.8]], ["Russia", [43.1, 131.7]]];

// ---- elements -------------------------------------------------------------------------------------------

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;

/** An element; strings among the children become text nodes, empty ones are left out. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== ""));
  return node;
}

/** Text of the data, marked as Korean where it is. */
function words(tag, text, className) {
  const string = String(text ?? "");
  return el(tag, { class: className || null, lang: HANGUL.test(string) ? "ko" : null, dir: "auto" }, string);
}

/** A link if the address is one of the web, else the label and the address as plain text. */
function link(url, label) {
  const address = String(url ?? "");
  if (!/^https?:/i.test(address)) return words("span", address ? `${label} (${address})` : label);
  const anchor = words("a", label);
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function button(className, onPress, ...children) {
  const node = el("button", { type: "button", class: className }, ...children);
  node.addEventListener("click", onPress);
  return node;
}

/** A drawing from the shapes that the page defines. */
function svg(className, viewBox, ...parts) {
  const make = (tag, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    return node;
  };
  const root = make("svg", { class: className, viewBox, "aria-hidden": "true" });
  root.append(...parts.map(([tag, attributes]) => make(tag, attributes)));
  return root;
}

const shapeOf = (stage) => (stageLabels.has(stage) ? stage : "other");
const stageClass = (stage) => `stage-${stage === null ? "none" : shapeOf(stage)}`;
const use = (stage, className) => ["use", { href: `#shape-${shapeOf(stage)}`, class: className }];
const swatch = (stage) => svg("swatch", "-14 -9 28 18",
  ["rect", { class: stageClass(stage), x: -13, y: -8, width: 26, height: 16 }],
  ...(stage === null ? [] : [use(stage, "sign")]));

// ---- words ----------------------------------------------------------------------------------------------

const plural = (count, one, many) => `${count} ${count === 1 ? one : many || `${one}s`}`;
const stageLabel = (stage) => stageLabels.get(stage) || String(stage).replaceAll("_", " ");
const facilityLabel = (facility) => view.facilities[facility] || String(facility).replaceAll("_", " ");
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "2024-02-28" is "28 February 2024"; a shorter date stays as vague as it is. */
function humanDate(date) {
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(date || "");
  if (!parts) return String(date || "");
  const [, year, month, day] = parts;
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

const lastDate = (item) => item.dates.map(([, date]) => date || "").reduce((a, b) => (a > b ? a : b), "");
const candidateNames = (item) => item.candidates.map((unit) => `${unit.name} (${unit.province})`).join(" or ");

// ---- what belongs where ---------------------------------------------------------------------------------

const counties = new Map(view.counties.map((county) => [county.pcode, county]));
const unplacedIds = new Set(view.unplaced.map((item) => item.id));
const placed = view.announcements.filter((item) => !unplacedIds.has(item.id));
const everything = [...placed, ...view.unplaced];
const shown = { older: false, outside: false };

/** older and outside can be switched; current is always there. */
const kindOf = (item) => (!item.campaign ? "outside" : item.latest ? "current" : "older");
const isShown = (item) => unplacedIds.has(item.id) || shown[kindOf(item)] !== false;
const onPolygon = (item) => item.polygon !== null && counties.has(item.polygon);
const colours = (item) => kindOf(item) === "current" && onPolygon(item);
const placeKey = (item) => (onPolygon(item) ? item.polygon : `unit ${item.pcode || item.place}`);
const markAt = (item) => item.mark || (onPolygon(item) ? counties.get(item.polygon).label : null);

const reportsOf = new Map();   // place key -> announcements
placed.forEach((item) => reportsOf.set(placeKey(item), [...(reportsOf.get(placeKey(item)) || []), item]));
const meantBy = new Map();     // county -> unplaced announcements that may mean it
view.unplaced.forEach((item) => item.candidates.forEach(({ pcode }) => {
  if (counties.has(pcode)) meantBy.set(pcode, [...(meantBy.get(pcode) || []), item]);
}));

/** What the panel says about a place: a county, or a unit that has only a mark. */
function placeOf(key) {
  const county = counties.get(key);
  const reports = reportsOf.get(key) || [];
  if (county) {
    return {
      key, reports, county, maybe: meantBy.get(key) || [], name: `${county.name} ${county.type_word || ""}`.trim(),
      korean: county.name_ko, province: county.province, stage: county.stage, label: county.label,
    };
  }
  const [item] = reports;
  return {
    key, reports, county: null, maybe: [], name: item.place,
    korean: item.place_ko, province: item.province, stage: item.stage, label: item.mark,
  };
}

function stageLine(place) {
  if (place.stage === null) return place.reports.length ? "not named in a campaign" : "nothing reported";
  const campaign = place.county ? place.county.campaign : "";
  return campaign ? `${stageLabel(place.stage)} (${campaign} campaign)` : stageLabel(place.stage);
}

// ---- geometry -------------------------------------------------------------------------------------------

/** Arcs of a quantised topology as lists of [lat, lon]. */
function decodeArcs({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
    });
  });
}

function ring(arcs, references) {
  return references.flatMap((reference) => {
    const arc = reference < 0 ? arcs[~reference].slice().reverse() : arcs[reference];
    return arc.slice(0, -1);
  });
}

const ringsOf = (geometry) => (geometry.type === "MultiPolygon" ? geometry.arcs.flat() : geometry.arcs || []);

/** The geometries of an object of a topology; none if it has no such object. */
function geometriesOf(topology, name) {
  const found = topology.objects[name];
  return found ? found.geometries || [found] : [];
}

function polygonOf(arcs, geometry) {
  const polygons = geometry.type === "MultiPolygon" ? geometry.arcs : [geometry.arcs || []];
  return polygons.map((rings) => rings.map((references) => ring(arcs, references)));
}

/** Lines drawn once each, sorted by what they part. */
function borderLines(topology, arcs) {
  const arcIndex = (reference) => (reference < 0 ? ~reference : reference);
  const doubtful = new Set(geometriesOf(topology, "doubtful").flatMap((line) => line.arcs.flat()).map(arcIndex));
  const sides = new Map();
  for (const geometry of geometriesOf(topology, "counties")) {
    for (const index of ringsOf(geometry).flat().map(arcIndex)) {
      sides.set(index, [...(sides.get(index) || []), geometry.properties]);
    }
  }
  const lines = { county: [], staged: [], province: [], outline: [], doubtful: [] };
  for (const [index, units] of sides) {
    const staged = units.some(({ pcode }) => counties.has(pcode) && counties.get(pcode).stage !== null);
    if (units.length === 1) lines.outline.push(arcs[index]);
    const provinces = new Set(units.map((unit) => unit.province_pcode).filter(Boolean));
    if (doubtful.has(index)) lines.doubtful.push(arcs[index]);
    else if (provinces.size > 1) lines.province.push(arcs[index]);
    else lines[staged ? "staged" : "county"].push(arcs[index]);
  }
  return lines;
}

// ---- map ------------------------------------------------------------------------------------------------

const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const SCROLL = { block: "start", behavior: calm ? "auto" : "smooth" };
const container = byId("factorymap");
const map = L.map(container, {
  attributionControl: false, zoomControl: false, zoomSnap: 0, zoomDelta: 0.75, wheelPxPerZoomLevel: 120,
  scrollWheelZoom: false, zoomAnimation: !calm, fadeAnimation: false, inertia: !calm, maxZoom: 12,
  maxBounds: [[35.2, 120.2], [45.2, 134.5]], maxBoundsViscosity: 0.8,
});
window.factorymap = map;   // by this name layers that were added in Python find the map

const panes = {};
[["land", 300], ["counties", 400], ["lines", 420], ["highlight", 440], ["names", 640]].forEach(([name, level]) => {
  const pane = map.createPane(name);
  pane.style.zIndex = level;
  if (name === "names") pane.classList.add("leaflet-zoom-hide");
  panes[name] = { pane: name, renderer: L.svg({ pane: name, padding: 0.6 }) };
});
const paths = new Map();        // county -> its layer
const symbols = L.layerGroup();
const marks = L.layerGroup();
let highlight = null;
let selected = null;            // place key
let opener = null;              // what had the focus when the panel was opened by key

const still = (className, pane) => ({ ...panes[pane], interactive: false, smoothFactor: 0, className, fill: false });

function drawLand() {
  const arcs = decodeArcs(view.context);
  geometriesOf(view.context, "land").forEach((geometry) => {
    L.polygon(polygonOf(arcs, geometry), { ...still("land", "land"), fill: true, stroke: false }).addTo(map);
  });
}

function drawCounties() {
  const arcs = decodeArcs(view.topology);
  const lines = borderLines(view.topology, arcs);
  L.polyline(lines.outline, still("shore", "land")).addTo(map);
  for (const geometry of geometriesOf(view.topology, "counties")) {
    const { pcode } = geometry.properties;
    const place = counties.has(pcode) ? placeOf(pcode) : null;
    const candidate = place && place.stage === null && place.maybe.length ? " candidate" : "";
    const layer = L.polygon(polygonOf(arcs, geometry), {
      ...panes.counties, smoothFactor: 0, stroke: false, bubblingMouseEvents: false,
      className: `county ${stageClass(place ? place.stage : null)}${candidate}`,
    }).addTo(map);
    layer.getElement().dataset.pcode = pcode;
    if (place) answer(layer, place);
  }
  for (const name of ["county", "staged", "outline", "province", "doubtful"]) {
    L.polyline(lines[name], still(`line-${name}`, "lines")).addTo(map);
  }
  highlight = L.polygon([], { ...still("highlight", "highlight") }).addTo(map);
  byId("key-doubtful").hidden = !lines.doubtful.length;
  byId("key-candidate").hidden = !container.querySelector(".candidate");
}

function answer(layer, place) {
  paths.set(place.key, layer);
  layer.on("mousemove", (event) => showTip(place, event.containerPoint));
  layer.on("mouseover", () => outline(place.key));
  layer.on("mouseout", () => { hideTip(); outline(selected); });
  layer.on("click", () => select(place.key, false));
}

function outline(key) {
  highlight.setLatLngs(paths.has(key) ? paths.get(key).getLatLngs() : []);
}

/** A small drawing at a place; it listens only if it is told what to open. */
function drawing(group, at, className, parts, offset, key) {
  const icon = L.divIcon({
    className: `drawing ${className}`, html: svg("", "-10 -10 20 20", ...parts),
    iconSize: [18, 18], iconAnchor: [9 - offset[0], 9 - offset[1]],
  });
  const marker = L.marker(at, { icon, keyboard: false, interactive: Boolean(key) }).addTo(group);
  if (!key) return;
  marker.on("click", () => select(key, false));
  marker.on("mouseover", () => showTip(placeOf(key), map.latLngToContainerPoint(at)));
  marker.on("mouseout", hideTip);
}

function drawSymbols() {
  view.counties.filter((county) => county.stage !== null).forEach((county) => {
    drawing(symbols, county.label, "symbol", [use(county.stage, "sign")], [0, 0], null);
  });
  symbols.addTo(map);
  marks.addTo(map);
}

const FRAMES = {
  older: [["rect", { class: "frame", x: -8.5, y: -8.5, width: 17, height: 17, rx: 2 }]],
  outside: [["circle", { class: "frame", r: 8.5 }]],
  current: [],
};

/** Marks of what colours no polygon, side by side where several share a point. */
function drawMarks() {
  marks.clearLayers();
  const groups = new Map();
  placed.filter((item) => !colours(item) && isShown(item) && markAt(item)).forEach((item) => {
    const where = markAt(item).join();
    groups.set(where, [...(groups.get(where) || []), item]);
  });
  const coloured = view.counties.filter((county) => county.stage !== null);
  const occupied = new Set(coloured.map((county) => county.label.join()));
  for (const [where, items] of groups) {
    const first = occupied.has(where) ? 1 : 0;
    items.forEach((item, index) => {
      const parts = [...FRAMES[kindOf(item)], use(item.stage, `mark ${stageClass(shapeOf(item.stage))}`)];
      const offset = [(first + index) * 16 - (first ? 0 : (items.length - 1) * 8), 0];
      drawing(marks, markAt(item), `mark-${kindOf(item)}`, parts, offset, placeKey(item));
    });
  }
  byId("key-mark").hidden = !placed.some((item) => kindOf(item) === "current" && !onPolygon(item) && item.mark);
}

// ---- names on the map -----------------------------------------------------------------------------------

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();

function widthOf(text, font) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    ruler.font = font;
    widths.set(key, ruler.measureText(text).width);
  }
  return widths.get(key);
}

/** Names that may be shown at this zoom, the most important first. */
function wantedNames(zoom) {
  const named = (county) => county.stage !== null || (reportsOf.get(county.pcode) || []).some(isShown);
  const korean = (unit) => (zoom >= KOREAN_FROM_ZOOM ? unit.name_ko : "");
  const size = zoom < 7 ? 9 : 11;
  const name = (text, at, more) => ({ text, at, second: "", className: "name", size, gap: 0, ...more });
  const ofCounty = (county) => name(county.name, county.label, { second: korean(county), gap: named(county) ? 10 : 0 });
  const provinces = view.provinces.map(({ name: text, label }) => name(text.toUpperCase(), label,
    { className: "name name-province", size: 9 }));
  const neighbours = NEIGHBOURS.map(([text, at]) => name(text, at, { className: "name name-land", size: 11 }));
  const rest = zoom >= PLACES_FROM_ZOOM ? view.counties.filter((county) => !named(county)) : [];
  return [...(zoom < KOREAN_FROM_ZOOM ? provinces : []), ...[...view.counties.filter(named), ...rest].map(ofCounty),
    ...neighbours];
}

/** Boxes around a point, as [left, top, right, bottom], in the order in which they are tried. */
function positions(name, point) {
  const province = name.className.includes("province");
  const width = widthOf(name.text, `${province ? 600 : 400} ${name.size}px sans-serif`) * (province ? 1.15 : 1.02);
  const wide = Math.max(width, name.second ? widthOf(name.second, `${name.size}px sans-serif`) : 0) + 4;
  const high = (name.size + 3) * (name.second ? 2 : 1);
  const box = (x, y) => {
    const [left, top] = [point.x + x - wide / 2, point.y + y - high / 2];
    return [left, top, left + wide, top + high];
  };
  const step = name.gap + high / 2;
  if (province) return [box(0, 0), box(0, -12), box(0, 12), box(-18, 0), box(18, 0), box(0, -22), box(0, 22)];
  if (!name.gap) return [box(0, 0)];
  return [box(0, step), box(0, -step), box(name.gap + wide / 2, 0), box(-name.gap - wide / 2, 0)];
}

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function obstacles() {
  const origin = map.getPane("mapPane").getBoundingClientRect();
  const drawn = container.querySelectorAll(".drawing, .leaflet-control");
  return [...drawn].map((node) => node.getBoundingClientRect())
    .map((box) => [box.left - origin.left, box.top - origin.top, box.right - origin.left, box.bottom - origin.top]);
}

function drawNames() {
  const pane = map.getPane("names");
  const size = map.getSize();
  const origin = map.containerPointToLayerPoint([0, 0]);
  const taken = obstacles();
  const end = origin.add(size);
  const inside = (box) => box[0] > origin.x && box[1] > origin.y && box[2] < end.x && box[3] < end.y;
  pane.replaceChildren();
  for (const name of wantedNames(map.getZoom())) {
    const box = positions(name, map.latLngToLayerPoint(name.at))
      .find((tried) => inside(tried) && !taken.some((other) => overlap(tried, other)));
    if (!box) continue;
    taken.push(box);
    pane.append(nameAt(name, box));
  }
}

function nameAt(name, box) {
  const node = el("div", { class: `${name.className} size-${name.size}` }, words("span", name.text));
  if (name.second) node.append(el("br"), words("span", name.second));
  node.style.width = `${box[2] - box[0]}px`;
  L.DomUtil.setPosition(node, L.point(Math.round(box[0]), Math.round(box[1])));
  return node;
}

// ---- tooltip --------------------------------------------------------------------------------------------

const tip = el("div", { class: "tip", hidden: true, "aria-hidden": "true" });

function showTip(place, point) {
  const reports = place.reports.filter(isShown);
  tip.replaceChildren(
    el("b", {}, words("span", place.name), " ", words("span", place.korean)),
    words("span", place.province, "where"),
    el("span", { class: "what" }, swatch(place.stage), capital(stageLine(place))),
    ...reports.slice(0, 4).map((item) => el("span", { class: "what" }, tipLine(item))),
    reports.length > 4 ? el("span", {}, `and ${reports.length - 4} more`) : "",
    place.maybe.length ? el("span", {}, `${plural(place.maybe.length, "unclear report")} may mean it`) : "",
  );
  tip.hidden = false;
  const size = map.getSize();
  const left = point.x + 16 + tip.offsetWidth > size.x ? point.x - 16 - tip.offsetWidth : point.x + 16;
  const top = Math.min(Math.max(4, point.y + 12), size.y - tip.offsetHeight - 4);
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${Math.max(4, top)}px`;
}

function tipLine(item) {
  const dates = item.dates.filter(([stage]) => stage === item.stage).map(([, date]) => humanDate(date));
  return [facilityLabel(item.facility), ": ", stageLabel(item.stage), dates[0] ? `, ${dates[0]}` : ""].join("");
}

function hideTip() { tip.hidden = true; }

// ---- panel ----------------------------------------------------------------------------------------------

function proofItem(proof) {
  const head = el("span", { class: "proof-stage" },
    [capital(stageLabel(proof.stage)), humanDate(proof.date)].filter(Boolean).join(", "));
  if (proof.summary) {
    return el("li", { class: "proof summary" }, head,
      el("p", {}, link(proof.url, proof.label), ": ", words("span", proof.text, "text")));
  }
  return el("li", { class: "proof" }, head,
    el("blockquote", {}, "“", words("span", proof.text, "text"), "”"),
    el("p", { class: "cite" }, "— ", link(proof.url, proof.label)));
}

function stageList(item) {
  return el("ul", { class: "dates-list" }, item.dates.map(([stage, date]) => el("li", {},
    el("span", {}, stageLabel(stage)), " ", el("b", {}, humanDate(date) || "date not given"))));
}

function facts(item) {
  const sources = plural(item.n_sources, "source page");
  const origins = plural(item.n_origins, "independent origin");
  return el("ul", { class: "facts" },
    item.state_media_only ? el("li", { class: "flag" }, "State media only") : "",
    el("li", {}, `${sources}, ${origins}`),
    el("li", {}, PRECISIONS[item.precision] || item.precision),
    item.candidates.length ? el("li", {}, "May be ", words("span", candidateNames(item))) : "",
    item.conflict ? el("li", { class: "flag" }, "Reports disagree: ", words("span", item.conflict)) : "");
}

const campaignLine = (item) => (item.campaign ? `${item.campaign} campaign` : "outside the policy");

/** One announcement with everything that is known of it. */
function card(item, heading, placeName) {
  const place = item.place && item.place !== placeName
    ? el("p", { class: "card-place" }, words("span", item.place), " ", words("span", item.place_ko),
      item.province ? [", ", words("span", item.province)] : "") : "";
  return el("article", { class: `card ${kindOf(item)}`, "data-id": item.id },
    el(heading, {}, swatch(item.stage), capital(facilityLabel(item.facility))),
    el("p", { class: "card-stage" }, capital(stageLabel(item.stage)), " · ", campaignLine(item)),
    place, stageList(item), facts(item), el("ol", { class: "proofs" }, item.evidence.map(proofItem)));
}

/** A line that says what is switched off, with the switch. */
function hiddenLine(reports) {
  return ["older", "outside"].map((kind) => {
    const count = reports.filter((item) => kindOf(item) === kind && !isShown(item)).length;
    if (!count) return "";
    const what = kind === "older" ? "of older campaigns" : "outside the policy";
    return el("p", { class: "switched-off" }, `${plural(count, "announcement")} ${what} not shown. `,
      button("plain", () => { toggle(kind, true); byId("details-title").focus(); }, "Show"));
  });
}

function placeBody(place) {
  const visible = place.reports.filter(isShown);
  return [
    el("div", { class: "details-head" },
      el("h2", { id: "details-title", tabindex: "-1" }, words("span", place.name), " ",
        words("span", place.korean, "korean")),
      button("close", () => close(true), "Close")),
    el("p", { class: "lead" }, words("span", place.province), " · ", stageLine(place)),
    ...visible.map((item) => card(item, "h3", place.county ? place.county.name : place.name)),
    ...hiddenLine(place.reports),
    ...(place.maybe.length ? [el("p", { class: "maybe" }, "These reports may mean this county or another one:"),
      ...place.maybe.map((item) => card(item, "h3", ""))] : []),
  ];
}

/** What stands in the panel while no county is open: the newest reports, a row for each place, stage and date. */
function overviewBody() {
  const rows = new Map();   // date and what is alike -> announcements
  placed.filter((item) => isShown(item) && lastDate(item)).forEach((item) => {
    const key = [lastDate(item), placeKey(item), item.stage].join();
    rows.set(key, [...(rows.get(key) || []), item]);
  });
  const day = (key) => key.split(",", 1)[0];
  const newest = [...rows.keys()].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0)).slice(0, 10);
  return [
    el("div", { class: "details-head" }, el("h2", { id: "details-title", tabindex: "-1" }, "Newest reports")),
    el("p", { class: "lead" }, "Choose a county on the map, or one of these."),
    el("ul", { class: "newest" }, newest.map((key) => el("li", {}, newestRow(rows.get(key))))),
  ];
}

function newestRow(items) {
  const [item] = items;
  const facilities = [...new Set(items.map(({ facility }) => facilityLabel(facility)))].join(", ");
  const what = `${capital(stageLabel(item.stage))}, ${humanDate(lastDate(item))}: ${facilities}`;
  return button("row", (event) => select(placeKey(item), event.detail === 0), swatch(item.stage),
    el("span", {}, words("b", item.place), " ", words("span", item.place_ko, "korean"),
      words("span", what, "row-what")));
}

function fillDetails() {
  byId("details").classList.toggle("open", selected !== null);
  const body = selected === null ? overviewBody() : placeBody(placeOf(selected));
  byId("details-body").replaceChildren(...body.filter(Boolean));
}

/** Open a place in the panel; with the keyboard the focus goes along and comes back on Esc. */
function select(key, byKey) {
  const place = placeOf(key);
  opener = byKey ? document.activeElement : null;
  selected = key;
  hideTip();
  outline(key);
  fillDetails();
  byId("details-body").scrollTop = 0;
  byId("status").textContent = `${place.name}: ${plural(place.reports.filter(isShown).length, "announcement")}`;
  if (byKey) byId("details-title").focus({ preventScroll: true });
  reveal();
}

/** Bring the panel into view where it stands below the map. */
function reveal() {
  const { top } = byId("details").getBoundingClientRect();
  if (top > 0.7 * window.innerHeight || top < 0) byId("details").scrollIntoView(SCROLL);
}

function close(giveFocus) {
  const back = opener;
  const key = selected;
  selected = opener = null;
  hideTip();
  outline(null);
  fillDetails();
  byId("status").textContent = key === null ? "" : "Closed";
  const inPanel = document.activeElement === document.body || byId("details").contains(document.activeElement);
  if (giveFocus && inPanel) (back && back.isConnected ? back : byId("details-title")).focus();
}

// ---- switches, lists ------------------------------------------------------------------------------------

function toggle(kind, on) {
  shown[kind] = on;
  byId(`show-${kind}`).checked = on;
  redraw();
}

function redraw() {
  drawMarks();
  setTimeout(drawNames);   // the counties need not wait for it
  fillTable();
  fillDetails();
  nameCounties();
}

function setUpSwitches() {
  for (const kind of ["older", "outside"]) {
    const count = placed.filter((item) => kindOf(item) === kind).length;
    const box = byId(`show-${kind}`);
    byId(`count-${kind}`).textContent = count;
    box.disabled = !count;
    box.addEventListener("change", () => toggle(kind, box.checked));
  }
  document.querySelector(".switches").hidden = false;
}

const COLUMNS = ["Place", "Province", "Campaign", "Project", "Stage", "Date", "Sources"];

function fillTable() {
  const visible = everything.filter(isShown);
  byId("all-table").replaceChildren(
    el("thead", {}, el("tr", {}, COLUMNS.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, visible.map(tableRow)));
  byId("all-count").textContent = visible.length === everything.length ? `(${visible.length})`
    : `(${visible.length} of ${everything.length}; the others are switched off)`;
}

function tableRow(item) {
  const name = words("span", item.place || "Place unknown");
  const opens = unplacedIds.has(item.id) ? name
    : button("plain", (event) => select(placeKey(item), event.detail === 0), name);
  return el("tr", {},
    el("th", { scope: "row" }, opens, " ", words("span", item.place_ko, "korean")),
    words("td", item.province), words("td", item.campaign || "–"), words("td", facilityLabel(item.facility)),
    el("td", {}, swatch(item.stage), stageLabel(item.stage)), el("td", {}, humanDate(lastDate(item)) || "–"),
    el("td", {}, `${item.n_sources}${item.state_media_only ? " (state media only)" : ""}`));
}

function fillUnplaced() {
  byId("unplaced-list").replaceChildren(...view.unplaced.map((item) => el("li", {},
    el("details", {}, unplacedSummary(item), card(item, "h3", item.place)))));
}

function unplacedSummary(item) {
  const names = candidateNames(item);
  return el("summary", {}, words("b", item.place || "Place unknown"), " ", words("span", item.place_ko),
    item.province ? [", ", words("span", item.province)] : "",
    ` – ${facilityLabel(item.facility)}, ${stageLabel(item.stage)}; `,
    words("span", names ? `may be ${names}` : PRECISIONS[item.precision] || item.precision));
}

// ---- keyboard -------------------------------------------------------------------------------------------

const focusable = view.counties.filter(({ pcode }) => reportsOf.has(pcode) || meantBy.has(pcode));

/** Counties with reports are buttons with a name; one of them is a tab stop, arrow keys go to the others. */
function setUpKeys() {
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Map of counties; arrow keys move it, plus and minus zoom");
  const drawn = focusable.filter(({ pcode }) => paths.has(pcode));
  drawn.forEach((county, index) => {
    const path = paths.get(county.pcode).getElement();
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", index ? "-1" : "0");
    path.addEventListener("focus", () => onFocus(county, drawn));
    path.addEventListener("blur", () => { hideTip(); outline(selected); });
    path.addEventListener("keydown", (event) => onKey(event, county, drawn));
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(true); });
  document.querySelectorAll(".skip, .jump").forEach((anchor) => {
    anchor.addEventListener("click", (event) => jump(event, anchor));
  });
}

function nameCounties() {
  for (const { pcode } of focusable) {
    const place = placeOf(pcode);
    const count = place.reports.filter(isShown).length;
    const parts = [`${place.name}, ${place.province}`, stageLine(place), plural(count, "announcement")];
    if (place.maybe.length) parts.push(`${plural(place.maybe.length, "unclear report")} may mean it`);
    if (paths.has(pcode)) paths.get(pcode).getElement().setAttribute("aria-label", parts.join("; "));
  }
}

function onFocus(county, drawn) {
  const elementOf = ({ pcode }) => paths.get(pcode).getElement();
  drawn.forEach((other) => elementOf(other).setAttribute("tabindex", other === county ? "0" : "-1"));
  outline(county.pcode);
  if (!elementOf(county).matches(":focus-visible")) return;
  if (!map.getBounds().contains(county.label)) map.panInside(county.label, { padding: [60, 60], animate: false });
  showTip(placeOf(county.pcode), map.latLngToContainerPoint(county.label));
}

function onKey(event, county, drawn) {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    select(county.pcode, true);
    return;
  }
  const ends = { Home: drawn[0], End: drawn[drawn.length - 1] };
  const next = ends[event.key] || neighbour(county, event.key, drawn);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  paths.get(next.pcode).getElement().focus();
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest county in the direction of an arrow key, within 60 degrees of it. */
function neighbour(county, key, drawn) {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const from = map.latLngToLayerPoint(county.label);
  const measured = drawn.filter((other) => other !== county).map((other) => {
    const { x, y } = map.latLngToLayerPoint(other.label).subtract(from);
    const along = x * direction[0] + y * direction[1];
    const aside = Math.abs(x * direction[1]) + Math.abs(y * direction[0]);
    return { other, along, aside, cost: along + 2 * aside };
  }).filter(({ along, aside }) => along > 0 && aside <= 1.74 * along);
  return measured.length ? measured.reduce((a, b) => (b.cost < a.cost ? b : a)).other : null;
}

/** Go to a section without leaving the page, which a plain anchor would do inside a srcdoc frame. */
function jump(event, anchor) {
  event.preventDefault();
  const target = byId(anchor.getAttribute("href").slice(1));
  if (target.id === "all") byId("all-details").open = true;
  target.scrollIntoView(SCROLL);
  target.focus({ preventScroll: true });
}

// ---- extent, print --------------------------------------------------------------------------------------

let fitting = false;
let moved = false;
let fittedTo = "";

/** Show the bounds that the page opens at; a page in a hidden frame has no size yet and waits for one. */
function fit() {
  map.invalidateSize({ animate: false, pan: false });
  const size = map.getSize();
  if (Math.min(size.x, size.y) < 50) return;
  fitting = true;
  fittedTo = size.toString();
  map.setMinZoom(0);
  map.fitBounds(view.bounds, { animate: false, padding: [6, 6] });
  map.setMinZoom(map.getZoom() - 0.3);
  fitting = moved = false;
  touchPan();
}

/** On touch screens one finger scrolls the page until the map is zoomed in. */
function touchPan() {
  if (L.Browser.mobile) map.dragging[moved ? "enable" : "disable"]();
}

function setUpExtent() {
  map.on("zoomstart dragstart", () => { if (!fitting) moved = true; });
  map.on("zoomend", touchPan);
  map.on("moveend", drawNames);
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  new ResizeObserver(onResize).observe(container);
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  window.matchMedia("print").addEventListener("change", (event) => print(event.matches));
}

function onResize() {
  if (moved) map.invalidateSize();
  else if (L.point(container.clientWidth, container.clientHeight).toString() !== fittedTo) fit();
}

/** On paper: the whole country at a fixed size, and the lists unfolded. */
function print(on) {
  document.documentElement.classList.toggle("printing", on);
  document.querySelectorAll(on ? "details:not([open])" : "details.unfolded").forEach((node) => {
    node.open = on;
    node.classList.toggle("unfolded", on);
  });
  fit();
}

function controlButton(label, text, onPress) {
  const node = button("", onPress, el("span", { "aria-hidden": "true" }, text));
  node.title = label;
  node.setAttribute("aria-label", label);
  return node;
}

function addControls() {
  const bar = L.control({ position: "topleft" });
  bar.onAdd = () => {
    const box = el("div", { class: "leaflet-bar buttons" }, controlButton("Zoom in", "+", () => map.zoomIn()),
      controlButton("Zoom out", "−", () => map.zoomOut()), controlButton("Show the whole country", "⌂", fit));
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  bar.addTo(map);
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  container.append(tip);
}

// ---- start ----------------------------------------------------------------------------------------------

document.documentElement.classList.add("scripted");
map.setView(L.latLngBounds(view.bounds).getCenter(), 6);
addControls();
fit();
drawLand();
drawCounties();
drawSymbols();
setUpKeys();
setUpSwitches();
setUpExtent();
redraw();
fillUnplaced();
})();
