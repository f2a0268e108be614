// One item: what is in doubt, the reports with their words, and the article with its words marked.

import { bdi, facilityWords, fill, get, h, link, of, stageWords, t } from "./server.js";

const claim = document.getElementById("claim");
const article = document.getElementById("article");

export function claimOf(report) {
  return `${facilityWords(report.facility)}: ${stageWords(report.stage)}, ${report.date || t("undated")}`;
}

export function showClaim(item, chosen, choose) {
  if (!item) {
    claim.replaceChildren(h("h2", { id: "item-title" }, t("nothing-left")));
    return;
  }
  const parts = [h("h2", { id: "item-title" }, t(`kind-${item.kind}`))];
  if (item.doubt) parts.push(h("p", { class: "in-doubt" }, bdi(item.doubt)));
  if (item.surface) parts.push(h("p", { class: "surface" }, bdi(item.surface), item.place ? bdi(` → ${item.place}`) : ""));
  if (item.project) parts.push(projectLine(item.project));
  if (item.reports.length) {
    parts.push(h("h3", {}, t("reports", { n: item.reports.length })));
    parts.push(h("ol", { class: "reports" }, item.reports.map((one, at) => reportCard(item, one, at, chosen, choose))));
  }
  if (item.names.length) {
    parts.push(h("h3", {}, t("names", { n: item.names.length })));
    parts.push(h("ol", { class: "reports" }, item.names.map((one, at) => nameCard(one, at, chosen, choose))));
  }
  if (item.record) parts.push(h("pre", { class: "record", tabindex: "0" }, bdi(item.record)));
  if (item.suggestion) {
    parts.push(h("details", {}, h("summary", {}, t("suggestion")), h("p", {}, bdi(item.suggestion))));
  }
  claim.replaceChildren(...parts);
}

function projectLine(project) {
  const dates = project.dates.map(([stage, day]) => `${stageWords(stage)} ${day || t("undated")}`).join(" · ");
  const what = [of(project.place), facilityWords(project.facility), project.campaign].filter(Boolean).join(", ");
  return h("p", { class: "project" }, `${t("project")}: `, bdi(what), h("br"), bdi(dates));
}

function card(at, chosen, choose, children) {
  const attributes = { class: "card", "aria-current": at === chosen ? "true" : false };
  return h("li", attributes, h("button", { type: "button", class: "number", on: { click: () => choose(at) } }, `${at + 1}`), children);
}

function reportCard(item, report, at, chosen, choose) {
  const status = report.status === "possible" ? t("possible") : t("stated");
  const place = of(report.place) || t("no-place");
  const candidates = report.candidates.map((one) => of(one.place)).join(" / ");
  return card(at, chosen, choose, [
    h("p", { class: "claimed" }, bdi(`${place} · ${claimOf(report)}`)),
    h("p", { class: "words" }, bdi(report.words)),
    h("p", { class: "small" }, bdi(report.label), report.url ? [" · ", link(report.url, t("open-source"))] : "",
      ` · ${status}, ${t("confidence", { p: report.confidence.toFixed(2) })}`, report.origin ? [" · ", bdi(t("origin", { who: report.origin }))] : "",
      item.asked > at ? h("strong", {}, ` · ${t("asked")}`) : ""),
    candidates ? h("p", { class: "small" }, bdi(t("may-be", { places: candidates }))) : null,
    report.rulings.map((one) => h("p", { class: "ruling" }, bdi(t("decided", { what: one })))),
    report.why.length || report.rule
      ? h("details", { open: at === chosen && item.kind !== "project" }, h("summary", {}, t("why")),
          h("ul", {}, [report.rule, ...report.why].filter(Boolean).map((one) => h("li", {}, bdi(one)))))
      : null,
  ]);
}

function nameCard(name, at, chosen, choose) {
  return card(at, chosen, choose, [
    h("p", { class: "claimed" }, bdi(name.label)),
    h("p", { class: "small" }, bdi(name.reason)),
  ]);
}

// The article; `spans` are those of the words, in code points of its text. How it was read stays open where it was.
export function showArticle(found, spans, told = "") {
  article.setAttribute("aria-label", t("article"));
  const opened = article.querySelector(".how")?.open ?? false;
  if (!found) {
    fill(article, told ? h("p", { class: "small" }, told) : null);
    return;
  }
  const about = [found.publisher, found.published_on, found.path].filter(Boolean).join(" · ");
  const how = h("details", { class: "how" }, h("summary", {}, t("how")));
  how.addEventListener("toggle", async () => {
    if (!how.open || how.querySelector("pre")) return;
    const { status, body } = await get("/api/explained", { id: found.id });
    if (status === 200) how.append(h("pre", { tabindex: "0" }, bdi(body.text)));
  });
  fill(
    article,
    h("h3", {}, bdi(found.title || found.id)),
    h("p", { class: "small" }, bdi(about), found.url ? [" · ", link(found.url, t("open-source"))] : ""),
    found.whole ? null : h("p", { class: "small" }, t("part-shown")),
    textOf(found, spans),
    how,
  );
  how.open = opened;
  article.scrollTop = 0;
  const first = (spans[0] && article.querySelector(`[data-start="${spans[0][0]}"]`)) ?? article.querySelector("mark.words");
  if (first) article.scrollTop = first.offsetTop - article.offsetTop - article.clientHeight / 3;
}

// Text with marks, made by splitting; every piece knows where it begins.
function textOf(found, spans) {
  const points = Array.from(found.text);
  const end = found.offset + points.length;
  const edges = new Set([found.offset, end]);
  const names = found.names;
  for (const [a, b] of [...spans, ...names.map((one) => [one.start, one.end])]) {
    if (a >= found.offset && a <= end) edges.add(a);
    if (b >= found.offset && b <= end) edges.add(b);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces = [];
  let name = 0;
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    const [a, b] = [sorted[at], sorted[at + 1]];
    while (name < names.length && names[name].end <= a) name += 1;
    const named = name < names.length && names[name].start <= a && b <= names[name].end ? names[name] : null;
    const inside = spans.some(([from, until]) => from <= a && b <= until);
    const text = points.slice(a - found.offset, b - found.offset).join("");
    const kind = inside ? "mark" : "span";
    const attributes = { "data-start": a, class: [inside && "words", named && `name ${named.outcome}`].filter(Boolean).join(" ") || false };
    if (named) attributes.title = [named.written, named.reason].filter(Boolean).join(": ");
    pieces.push(h(kind, attributes, text));
  }
  return h("div", { id: "text", dir: "auto" }, pieces);
}

// What is marked in the article, as code points of its text; null if nothing is.
export function marked() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const text = document.getElementById("text");
  if (!text || !text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  return start < end ? [start, end] : null;
}

function offsetOf(node, offset) {
  if (node.nodeType !== Node.TEXT_NODE) {
    const child = node.childNodes[offset];
    const piece = child?.nodeType === Node.ELEMENT_NODE ? child : child?.parentElement;
    if (piece?.dataset?.start) return Number(piece.dataset.start);
    const last = node.closest("[data-start]") ?? node.lastElementChild;
    return last?.dataset?.start ? Number(last.dataset.start) + Array.from(last.textContent).length : 0;
  }
  const piece = node.parentElement.closest("[data-start]");
  return Number(piece.dataset.start) + Array.from(node.data.slice(0, offset)).length;
}

// The words of a stretch of the article that is shown.
export function wordsOf(found, [start, end]) {
  return Array.from(found.text).slice(start - found.offset, end - found.offset).join("");
}
