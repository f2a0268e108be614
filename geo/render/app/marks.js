// Signs on the map: the stage of each coloured county, and small marks of what colours none.

const STEP = 16;   // pixels between marks of one place
const KINDS = ["current", "older", "outside"];

/** One mark for each place and kind, with the furthest stage among what it stands for. */
function marksSeen() {
  const marks = new Map();
  for (const { item, stage } of picture.seen) {
    if (!item.at || colours(item)) continue;
    const kind = kindOf(item);
    const id = `${item.key} ${kind} ${item.at}`;
    const mark = marks.get(id);
    if (!mark) marks.set(id, { item, kind, stage });
    else if (STAGES.indexOf(stage) > STAGES.indexOf(mark.stage)) mark.stage = stage;
  }
  return [...marks.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

const colours = (item) => counties.has(item.key) && stageOfCounty(item.key) !== null && kindOf(item) === "current";

function drawMarks() {
  const drawings = [];
  const taken = new Map();    // point -> marks that stand there
  for (const [pcode, { at }] of counties) {
    const stage = stageOfCounty(pcode);
    if (stage === null) continue;
    taken.set(String(at), 1);
    drawings.push(symbol(at, stage));
  }
  for (const { item, kind, stage } of marksSeen()) {
    const place = String(item.at);
    const x = STEP * (taken.get(place) || 0);
    taken.set(place, (taken.get(place) || 0) + 1);
    drawings.push(spot(item.at, { class: `mark ${kind}`, "data-key": item.key }, ...frameOf(kind, x),
      use(stage, { class: stageClass(stage), x })));
  }
  byId("marks").replaceChildren(...drawings);
}

/** The sign of a coloured county. */
function symbol([x, y], stage) {
  return drawn("use", { class: "symbol", href: `#sign-${shapeOf(stage)}`, x: Math.round(x), y: Math.round(y) });
}

/** A drawing of constant size on the screen at a point of the map. */
function spot([x, y], attributes, ...parts) {
  return drawn("g", { ...attributes, transform: `translate(${Math.round(x)} ${Math.round(y)})` },
    drawn("g", { class: "fixed" }, ...parts));
}

function frameOf(kind, x) {
  if (kind === "older") return [drawn("rect", { class: "frame", x: x - 7.5, y: -7.5, width: 15, height: 15, rx: 2 })];
  return kind === "outside" ? [drawn("circle", { class: "frame", r: 7.5, cx: x })] : [];
}
