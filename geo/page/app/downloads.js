// Exactly the data that is drawn, as filtered and at that time, as CSV and GeoJSON.

import { addressOfSource } from "./cited.js";
import { setbacksOf } from "./claims.js";
import { counties, degreesOf, STAGES } from "./data.js";
import { byId, el } from "./dom.js";
import { paths } from "./drawing.js";
import { picture, stageOfCounty } from "./picture.js";
import { state } from "./state.js";
import { sortedItems } from "./table.js";
import { byThen, sourcesOf, toldOf } from "./told.js";

const ALL_STAGES = [...STAGES.slice(0, 3), "inspection", ...STAGES.slice(3)];

/** Text that no spreadsheet runs as a formula, nor shows in another order than it is written. */
const harmless = (text) => String(text ?? "").replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ")
  .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
  .replace(/^(?=\s*[=+\-@＝＋－＠])/, "'").replace(/;(?=\s*[=+\-@＝＋－＠])/g, ";'");

/** One announcement as the tables of a build name its parts, at the day that is shown. */
function propertiesOf(item) {
  const dates = (stage) => item.days.filter((day) => day.stage === stage && day.until && byThen(day.known)).map((day) => day.date);
  const cited = [...new Set(toldOf(item).map(addressOfSource))];
  const setback = setbacksOf(item).at(-1);
  return {
    id: item.id, pcode: item.pcode || "", place: item.place, place_ko: item.place_ko, province: item.province,
    campaign: item.campaign, facility: item.facility, stage: picture.stageOf.get(item),
    ...Object.fromEntries(ALL_STAGES.map((stage) => [`${stage}_on`, dates(stage)])),
    setback: setback?.stage ?? "", setback_on: setback?.day ?? "",
    place_precision: item.precision, conflict: item.conflict, decision: item.decision,
    candidates: item.candidates.map((unit) => `${unit.pcode} ${unit.name} (${unit.province})`),
    n_sources: sourcesOf(item), n_origins: item.n_origins, state_media_only: Boolean(item.state_media_only),
    source_urls: cited.filter(Boolean), evidence: toldOf(item).map((proof) => proof.text),
    as_of: state.t || "latest",
  };
}

const credits = () => [...document.querySelectorAll("footer .credit")].map((node) => node.textContent).join(" ");

function csvText() {
  const rows = sortedItems().map((item) => ({ ...propertiesOf(item), attribution: credits() }));
  const names = rows.length ? Object.keys(rows[0]) : [];
  const cell = (value) => {
    const text = Array.isArray(value) ? value.map((one) => harmless(one).replaceAll("|", "¦")).join(" | ") : harmless(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[names, ...rows.map((row) => names.map((name) => row[name]))].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** Points of the announcements, and polygons of the counties that have a colour. */
function geojsonText() {
  const rounded = (at) => degreesOf(at).reverse().map((value) => Number(value.toFixed(5)));
  const announcements = picture.seen.map(({ item }) => ({
    type: "Feature", id: item.id, properties: { kind: "announcement", ...propertiesOf(item) },
    geometry: item.degrees ? { type: "Point", coordinates: [item.degrees[1], item.degrees[0]] } : null,
  }));
  const coloured = [...paths].filter(([pcode]) => stageOfCounty(pcode) !== null).map(([pcode, path]) => ({
    type: "Feature", id: pcode, geometry: polygonOf(path.getAttribute("d"), rounded),
    properties: { kind: "county", pcode, name: counties.get(pcode).name, name_ko: counties.get(pcode).name_ko,
      stage: stageOfCounty(pcode), campaign: picture.reached.get(pcode).campaign, as_of: state.t || "latest" },
  }));
  return JSON.stringify({ type: "FeatureCollection", attribution: credits(), features: [...announcements, ...coloured] });
}

/** GeoJSON of a path: rings that turn as the first one does are parts, the others holes of the part before. */
function polygonOf(path, rounded) {
  const parts = [];
  for (const ring of ringsOf(path)) {
    if (areaOf(ring) * areaOf(ringsOf(path)[0]) < 0) parts.at(-1).push(ring);
    else parts.push([ring]);
  }
  const turned = (ring, outer) => ((areaOf(ring) < 0) === outer ? ring : ring.toReversed()).map(rounded);
  return { type: "MultiPolygon", coordinates: parts.map((rings) => rings.map((ring, index) => turned(ring, !index))) };
}

/** Closed rings of a path that has an absolute start and then steps. */
function ringsOf(path) {
  return path.split("z").filter(Boolean).map((part) => {
    const [x, y, ...steps] = part.match(/-?\d+/g).map(Number);
    const ring = [[x, y]];
    for (let i = 0; i < steps.length; i += 2) ring.push([ring.at(-1)[0] + steps[i], ring.at(-1)[1] + steps[i + 1]]);
    return [...ring, ring[0]];
  });
}

const areaOf = (ring) => ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);

function download(text, type, ending) {
  const name = `factorymap-${state.t || "latest"}.${ending}`;
  const anchor = el("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

export function setUpDownloads() {
  byId("get-csv").addEventListener("click", () => download(csvText(), "text/csv;charset=utf-8", "csv"));
  byId("get-geojson").addEventListener("click", () => download(geojsonText(), "application/geo+json", "geojson"));
}
