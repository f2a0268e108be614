// The desk: what is shown, what is decided, and what was written.

import { askCorrection, askEvent, askName, askProject, askReason, isOpen, showHelp } from "./forms.js";
import { claimOf, marked, showArticle, showClaim } from "./item.js";
import { List, titleOf } from "./list.js";
import { bdi, facilityWords, get, h, known, of, post, spoken, t } from "./server.js";
import { alarm, drawEffects, say } from "./telling.js";

const $ = (id) => document.getElementById(id);
const AHEAD = 6;
const PREVIEW_AFTER_MS = 500;
const MOST_KEPT = 300;

const state = { version: "", latest: -1, serial: -1, items: [], projects: [], effects: [] };
const gone = new Map(); // id -> number of the change after which it is off the list; Infinity while it is written
const details = new Map(); // id -> {serial, promise, body}
const did = []; // what this page has written, newest last
const undone = [];
const told = new Map(); // number of a change -> what it was
const queue = [];
let [kind, chosen, writing, done, item] = ["", 0, false, 0, null];
let [previewTimer, wanted] = [0, null];

const list = new List((at) => go(at));

// ---- the list ----------------------------------------------------------------------------------------------

const all = () => (kind === "project" ? state.projects : state.items.filter((one) => !gone.has(one.id)));

function visible() {
  const words = $("find").value.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (one) => `${titleOf(one)} ${one.doubt} ${one.place?.ko ?? ""} ${one.place?.en ?? ""} ${one.key}`.toLowerCase();
  const fits = (one) => { const told = words.length ? text(one) : ""; return words.every((word) => told.includes(word)); };
  return all().filter((one) => (!kind || kind === "project" || one.kind === kind)
    && fits(one));
}

// The same item stays chosen; where it is gone, the one that has come to its place.
function refreshList(at) {
  const items = visible();
  const same = items.findIndex((one) => one.id === list.current?.id);
  list.show(items, at ?? (same >= 0 ? same : list.at));
  $("counts").textContent = t("left", { n: state.items.filter((one) => !gone.has(one.id)).length, done });
  drawKinds();
}

function drawKinds() {
  const counts = new Map();
  for (const one of state.items) if (!gone.has(one.id)) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const kinds = [["", total], ...known.kinds.filter((one) => counts.has(one) || one === kind).map((one) => [one, counts.get(one) ?? 0]),
    ["project", state.projects.length]];
  const group = $("kinds");
  const text = JSON.stringify([kinds, kind, spoken.lang]);
  if (group.dataset.shown === text) return;
  group.dataset.shown = text;
  group.setAttribute("aria-label", t("filter"));
  const focused = group.contains(document.activeElement) ? document.activeElement.dataset.kind : null;
  group.replaceChildren(...kinds.map(([one, n]) => h("button", { type: "button", "data-kind": one, "aria-pressed": one === kind ? "true" : "false",
    on: { click: () => choose(one) } }, `${t(one ? `kind-${one}` : "kind-all")} ${n}`)));
  if (focused !== null) group.querySelector(`[data-kind="${focused}"]`)?.focus();
}

function choose(one) {
  kind = one;
  list.current && (list.at = 0);
  refreshList(0);
  showItem();
}

function go(at) {
  if (at < 0 || at >= list.items.length) return;
  list.show(list.items, at);
  showItem();
}

// ---- the item ----------------------------------------------------------------------------------------------

// What is known of an item; `fresh` asks anew where it is of an older state.
function detail(id, fresh = false) {
  const kept = details.get(id);
  if (kept && !(fresh && kept.serial !== state.serial)) return kept;
  const one = { serial: state.serial, body: null };
  one.promise = get("/api/item", { id }).then(({ status, body }) => {
    one.body = status === 200 ? body : null;
    if (!one.body) details.delete(id);
    return one.body;
  });
  details.set(id, one);
  if (details.size > MOST_KEPT) details.delete(details.keys().next().value);
  return one;
}

function showItem() {
  chosen = 0;
  clearTimeout(previewTimer);
  $("preview").replaceChildren();
  const now = list.current;
  if (!now) {
    draw(null);
    return;
  }
  const kept = detail(now.id);
  item = null;
  if (kept.body) draw(kept.body);
  if (kept.body && kept.serial !== state.serial) renew(now.id);
  else if (!kept.body) kept.promise.then((body) => list.current?.id === now.id && draw(body));
  for (let at = list.at + 1; at <= list.at + AHEAD && at < list.items.length; at += 1) detail(list.items[at].id);
  previewTimer = setTimeout(preview, PREVIEW_AFTER_MS);
}

function draw(body) {
  item = body;
  showClaim(item, chosen, chooseReport);
  drawActions();
  showArticle(null, []);
  if (item) drawArticle(item.document);
}

const shownParts = () => (item?.names.length ? item.names : item?.reports ?? []);
const report = () => (item?.names.length ? null : item?.reports[chosen]);

function drawArticle(found) {
  const spans = shownParts()[chosen]?.spans ?? [];
  if (item) item.document = found;
  showArticle(found, spans, item?.kind === "decision" ? "" : t("no-article"));
}

async function chooseReport(at) {
  const part = shownParts()[at];
  if (!part) return;
  chosen = at;
  showClaim(item, chosen, chooseReport);
  drawActions();
  if (!part.document) {
    drawArticle(null);
  } else if (part.document === item.document?.id && item.document.whole) {
    drawArticle(item.document);
  } else {
    const mine = item;
    const { status, body } = await get("/api/document", { id: part.document, at: part.spans[0]?.[0] ?? 0 });
    if (item === mine && chosen === at) drawArticle(status === 200 ? body : null);
  }
  if (kind !== "project") preview();
}

// Does what a key says as soon as its item is there.
async function act(does) {
  const now = list.current;
  if (now && !item) await detail(now.id).promise;
  if (list.current?.id === now?.id) does();
}

// ---- what can be done --------------------------------------------------------------------------------------

const onReport = () => Boolean(report()?.key);
const isName = () => item?.kind === "alias" || item?.kind === "name";

const ACTIONS = {
  accept: { key: "a", can: () => item && (["alias", "conflict", "document"].includes(item.kind) || (onReport() && item.kind !== "project")), does: accept },
  reject: { key: "r", can: () => item && (isName() || onReport()), does: reject },
  correct: { key: "c", can: () => item && (isName() || onReport()), does: correct },
  leave: { key: "l", can: () => item && (isName() || item.kind === "document"), does: leave },
  merge: { key: "m", can: () => onReport() && Boolean(report().project), does: merge },
  split: { key: "s", can: () => onReport() && Boolean(report().project), does: split },
  add: { key: "e", can: () => Boolean(item?.document), does: add },
  "remove-line": { key: "x", can: () => Boolean(item?.record), does: removeLine },
  back: { key: "k", can: () => list.at > 0, does: () => go(list.at - 1) },
  next: { key: "j", can: () => list.at + 1 < list.items.length, does: () => go(list.at + 1) },
};

function drawActions() {
  $("actions").setAttribute("aria-label", t("keys-title"));
  $("actions").replaceChildren(...Object.entries(ACTIONS).filter(([name, one]) => one.can() || name === "next" || name === "back")
    .map(([name, one]) => h("button", { type: "button", "data-action": name, disabled: !one.can(), on: { click: one.does } }, `${t(name)} `, h("kbd", {}, one.key))));
}

const what = () => (report() ? `${of(report().place) || t("no-place")}, ${claimOf(report())}` : titleOf(list.current));
// An item is settled by a decision on what it asks; another report of its project does not settle it.
const settles = () => item.kind !== "project" && (isName() || ["conflict", "document", "decision"].includes(item.kind) || chosen < item.asked);

function accept() {
  if (item.kind === "alias") {
    send({ decision: "alias", surface: item.surface, new_place: item.place }, "alias", `${item.surface} → ${item.place}`);
  } else if (item.kind === "conflict") {
    send({ decision: "accept", key: item.key }, "accept", titleOf(list.current));
  } else if (item.kind === "document") {
    leave();
  } else {
    send({ decision: "accept", key: report().key }, "accept", what());
  }
}

function leave() {
  send({ decision: "accept", key: item.key }, "accept", titleOf(list.current));
}

function reject() {
  const row = isName() ? { decision: "reject", key: item.key, surface: item.surface } : { decision: "reject", key: report().key };
  const title = isName() ? item.surface : what();
  askReason(`${t("reject")}: ${title}`, ({ reason }) => {
    if (!reason) return t("reason");
    send({ ...row, reason }, "reject", title);
    return "";
  });
}

function correct() {
  if (isName()) {
    askName(t("correct"), item, (values) => written({ decision: "alias", surface: item.surface, ...values }, "alias", `${item.surface} → ${values.new_place}`));
  } else {
    const key = report().key;
    const title = what();
    askCorrection(`${t("correct")}: ${title}`, report(), (values) => written({ decision: "correct", key, ...values }, "correct", title));
  }
}

async function projectsHere(without) {
  const now = report();
  const alike = (one) => one.facility === now.facility || one.facility === "other" || now.facility === "other";
  const here = state.projects.filter((one) => one.id !== `p:${without}` && one.place.en === now.place.en && alike(one));
  here.sort((one, other) => (other.facility === now.facility) - (one.facility === now.facility));
  const found = await Promise.all(here.map((one) => detail(one.id, true).promise));
  return found.filter(Boolean).map((one) => ({ key: one.reports[0]?.key, told: `${facilityWords(one.project.facility)} ${one.project.campaign}: ${one.reports.map(claimOf).slice(0, 2).join("; ")}` })).filter((one) => one.key);
}

async function merge() {
  const [now, title] = [report(), what()];
  const others = await projectsHere(now.project);
  if (!others.length) return say(t("merge-none"));
  askProject(`${t("merge")}: ${title}`, t("merge-with"), others, "", (values) => written({ decision: "merge", key: now.key, ...values }, "merge", title, false));
}

async function split() {
  const [now, title] = [report(), what()];
  const others = await projectsHere(now.project);
  askProject(`${t("split")}: ${title}`, t("split-with"), others, t("split-alone"), (values) => written({ decision: "split", key: now.key, ...values }, "split", title, false));
}

function add() {
  const found = item.document;
  const words = shownParts()[chosen]?.spans[0];
  const holding = words && found.sentences.find(([start, end]) => start <= words[0] && words[0] < end);
  const span = marked() ?? holding ?? found.sentences[0] ?? words;
  if (!span) return say(t("not-here"));
  const guess = { facility: report()?.facility ?? "regional_industry", stage: report()?.stage ?? "completed", date: found.published_on,
    place: report()?.pcode ? { pcode: report().pcode, written: report().written, place: report().place } : null };
  askEvent(t("add"), found, span, guess, (values) => written({ decision: "add", document: found.id, url: found.url, publisher: found.publisher,
    published_on: found.published_on, ...values }, "add", `${values.new_place}, ${facilityWords(values.new_facility)}`, false));
}

function removeLine() {
  const record = item.record;
  queue.push({ record, verb: "remove", what: record.trim(), id: list.current.id });
  leaveItem(list.current.id);
  work();
}

// ---- writing -----------------------------------------------------------------------------------------------

// At once on to the next item; what cannot be written comes back.
function send(row, verb, title) {
  const id = settles() ? list.current.id : null;
  queue.push({ row: { ...row, by: $("by").value.trim() }, verb, what: title, id });
  undone.length = 0;
  if (id) leaveItem(id);
  work();
}

function leaveItem(id) {
  gone.set(id, Infinity);
  done += 1;
  details.delete(id);
  refreshList();
  showItem();
}

// For forms: an error is given back, and the form stays.
async function written(row, verb, title, settling = settles()) {
  const id = settling ? list.current.id : null;
  const job = { row: { ...row, by: $("by").value.trim() }, verb, what: title, id, asks: true };
  const ended = new Promise((resolve) => { job.ended = resolve; });
  queue.push(job);
  work();
  const wrong = await ended;
  if (wrong === null) return ""; // told beside the form, with what can be done
  if (!wrong) {
    undone.length = 0;
    if (id) {
      done += 1;
      details.delete(id);
      refreshList();
      showItem();
    }
  }
  return wrong;
}

async function work() {
  if (writing) return;
  writing = true;
  while (queue.length) {
    document.body.dataset.writing = queue.length;
    const job = queue[0];
    const path = job.row ? "/api/decide" : "/api/undo";
    const sent = job.row ? { row: job.row, instead_of: job.instead_of ?? "" } : { record: job.record, restored: job.restored ?? "" };
    const { status, body } = await post(path, { version: state.version, ...sent });
    if (status === 200) {
      queue.shift();
      took(job, body);
    } else if (status === 409) {
      const lost = queue.splice(0);
      seen(body.version, body.serial);
      await refresh();
      back(lost, t("conflict-told", { n: lost.length }), [[t("repeat"), () => again(lost)]]);
    } else {
      queue.shift();
      const instead = status === 423 && body.record ? [[t("instead", { line: body.line }), () => again([{ ...job, instead_of: body.record }])]] : [];
      const why = status ? body.error : t("unreachable");
      if (job.asks && !instead.length) job.ended?.(why);
      else back([job], `${t("failed", { what: job.what })}\n${why}`, status ? instead : [[t("repeat"), () => again([job])]]);
    }
  }
  writing = false;
  delete document.body.dataset.writing;
}

function took(job, body) {
  seen(body.version, body.serial);
  if (job.id) gone.set(job.id, body.serial);
  told.set(body.serial, `${t(`said-${job.verb}`, { what: job.what })}`);
  say(t(`said-${job.verb}`, { what: job.what }));
  if (job.undoes) {
    undone.push(job.undoes);
    if (job.undoes.id) gone.delete(job.undoes.id);
    wanted = { id: job.undoes.id, until: body.serial };
    comeBack();
  } else {
    did.push({ ...job, wrote: body.record, restored: job.row ? job.instead_of : job.record });
  }
  job.ended?.("");
  drawEffects(state, told);
}

// What was taken back is chosen as soon as it is on the list, until the state knows of it.
function comeBack() {
  const id = wanted?.id;
  const at = id ? visible().findIndex((one) => one.id === id) : -1;
  if (wanted && state.serial >= wanted.until) wanted = null;
  if (at < 0 || (list.current?.id === id && item)) return;
  refreshList(at);
  showItem();
}

// What was not written is on the list again, loudly.
function back(jobs, message, offers) {
  for (const job of jobs) {
    if (job.id && gone.get(job.id) === Infinity) {
      gone.delete(job.id);
      done -= 1;
    }
    job.ended?.(null);
  }
  const first = visible().findIndex((one) => one.id === jobs[0].id);
  refreshList(first >= 0 ? first : undefined);
  if (!isOpen()) showItem();
  alarm(message, offers);
}

function again(jobs) {
  for (const job of jobs) {
    delete job.ended;
    job.asks = false;
    if (job.id) {
      gone.set(job.id, Infinity);
      done += 1;
    }
    queue.push(job);
  }
  refreshList();
  showItem();
  work();
}

function undo() {
  const last = did.pop();
  if (!last) return say(t("nothing-to-undo"));
  if (last.id) done -= 1;
  queue.push({ record: last.wrote, restored: last.restored, verb: "undo", what: last.what, undoes: last });
  return work();
}

function redo() {
  const last = undone.pop();
  if (!last) return say(t("nothing-to-redo"));
  const { row, instead_of, record, verb, what: said, id } = last;
  if (id) leaveItem(id);
  queue.push({ row, instead_of, record, verb, what: said, id });
  return work();
}

// ---- what is told ------------------------------------------------------------------------------------------

async function preview() {
  const now = list.current;
  const key = item?.kind === "alias" ? "" : report()?.key;
  if (!now || !item || queue.length || item.kind === "project" || (!key && item.kind !== "alias") || item.kind === "conflict") return;
  const rows = item.kind === "alias"
    ? [["if-accepted", { decision: "alias", surface: item.surface, new_place: item.place }]]
    : [["if-accepted", { decision: "accept", key }], ["if-rejected", { decision: "reject", key, reason: "?" }]];
  const at = chosen;
  const parts = [];
  for (const [label, row] of rows) {
    const { status, body } = await post("/api/preview", { row });
    if (list.current?.id !== now.id || chosen !== at) return;
    if (status === 200) parts.push(h("p", {}, `${t(label)}: `, body.lines.map((line, n) => [n ? " · " : "", bdi(of(line))])));
  }
  $("preview").replaceChildren(...parts);
}

// Answers come in any order: the version is that of the last change that this page knows of.
function seen(version, latest) {
  if (latest >= state.latest) Object.assign(state, { version, latest });
}

// ---- the state ---------------------------------------------------------------------------------------------

// Answers come in any order: an older state than the one that is shown is left.
async function refresh() {
  const { status, body } = await get("/api/state");
  if (status !== 200 || body.serial < state.serial) return;
  const fresh = body.serial !== state.serial;
  const first = state.serial < 0;
  const { version, latest, ...rest } = body;
  Object.assign(state, rest);
  seen(version, latest);
  for (const [id, serial] of gone) if (serial <= state.serial) gone.delete(id);
  const before = list.current?.id;
  refreshList();
  comeBack();
  drawEffects(state, told);
  if (fresh && !first) drawMapState("map-old");
  if (state.error) say(t("file-error", { why: state.error }));
  if (first || list.current?.id !== before) showItem();
  else if (fresh && list.current && !isOpen() && getSelection().isCollapsed) renew(before);
}

// The item that is looked at, if it is other than it was.
async function renew(id) {
  const body = await detail(id, true).promise;
  const same = (one) => JSON.stringify({ ...one, document: null });
  if (body && item && list.current?.id === id && item.id === id && same(body) !== same(item) && !isOpen()) {
    chosen = Math.min(chosen, Math.max(body.reports.length, body.names.length, 1) - 1);
    draw(body);
  }
}

let mapState = "drawing";
function drawMapState(key = mapState) {
  mapState = key;
  $("map-state").textContent = t(key);
}

function drawMap() {
  drawMapState("drawing");
  const serial = state.serial;
  const frame = $("map");
  frame.onload = () => drawMapState(serial === state.serial ? "map-new" : "map-old");
  frame.src = `/map?n=${serial}`;
}

function speak(language) {
  spoken.lang = language;
  document.documentElement.lang = language;
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  $("find").placeholder = t("find");
  $("find").setAttribute("aria-label", t("find"));
  $("map").title = t("map");
  delete $("kinds").dataset.shown;
}

// ---- keys --------------------------------------------------------------------------------------------------

const KEYS = {
  ...Object.fromEntries(Object.values(ACTIONS).map((one) => [one.key, () => act(() => (one.can() ? one.does() : say(t("not-here"))))])),
  j: () => go(list.at + 1),
  k: () => go(list.at - 1),
  u: undo,
  y: redo,
  g: drawMap,
  "/": () => $("find").focus(),
  "?": showHelp,
  f: () => {
    const kinds = [...$("kinds").children].map((one) => one.dataset.kind);
    choose(kinds[(kinds.indexOf(kind) + 1) % kinds.length]);
  },
  Home: () => go(0),
  End: () => go(list.items.length - 1),
};
const ARROWS = { ArrowDown: () => go(list.at + 1), ArrowUp: () => go(list.at - 1) };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isOpen()) return;
  const typing = event.target.closest("input, select, textarea");
  if (typing) {
    if (event.key === "Escape" || (event.key === "Enter" && typing.id === "find")) $("list").focus();
    return;
  }
  const inArticle = event.target.closest("#article, #claim, #effects");
  const does = KEYS[event.key] ?? (inArticle ? null : ARROWS[event.key]);
  if (/^[1-9]$/.test(event.key)) chooseReport(Number(event.key) - 1);
  else if (does) does();
  else return;
  event.preventDefault();
});

// What is still being written is worth a question.
addEventListener("beforeunload", (event) => { if (queue.length) event.preventDefault(); });
$("undo").addEventListener("click", undo);
$("redo").addEventListener("click", redo);
$("keys").addEventListener("click", showHelp);
$("refresh").addEventListener("click", drawMap);
$("find").addEventListener("input", () => { refreshList(0); showItem(); });
$("by").value = document.body.dataset.by;
$("lang").addEventListener("click", () => {
  speak(spoken.lang === "en" ? "ko" : "en");
  refreshList();
  drawEffects(state, told);
  draw(item);
  drawMapState();
  if (item) preview();
});

speak(spoken.lang);
await refresh();
$("list").focus();
drawMap();
const news = new EventSource("/api/news");
news.onerror = () => say(t("unreachable"));
news.onmessage = (event) => {
  const { serial, error } = JSON.parse(event.data);
  if (serial !== state.serial || error !== state.error) refresh();
};
if (list.current) await detail(list.current.id).promise; // a key acts at once from here on
document.documentElement.classList.add("ready");
