// English and Korean: what stands in the page itself is replaced too.

import { humanDate } from "./dates.js";
import { byId, dress, rove } from "./dom.js";
import { container, svg } from "./drawing.js";
import { keep } from "./kept.js";
import { choose, state } from "./state.js";
import { korean, t } from "./wording.js";

const standing = [...document.querySelectorAll("[data-t], [data-ko]")].map((node) => ({ node, english: node.textContent }));

const texts = new Map([...document.querySelectorAll(".headline, .takeaway")].map((node) => [node, node.textContent]));
const called = ["find", "found", "when", "spans", "views"].map(byId)
  .map((node) => ({ node, english: node.getAttribute("aria-label") }));

/** What a text of the page says in the reader's language as it stands there. */
export function standingWords(node) {
  return state.lang === "en" ? texts.get(node) : node.dataset.ko ?? texts.get(node);
}

/** Put the page's own words into the reader's language. */
export function speak() {
  document.documentElement.lang = state.lang;
  for (const { node, english } of standing) {
    node.textContent = state.lang === "en" ? english : node.dataset.ko ?? korean(node.dataset.t) ?? english;
  }
  document.title = document.querySelector("h1").textContent;
  svg.setAttribute("aria-label", document.title);
  for (const { node, english } of called) {
    const name = state.lang === "en" ? english : korean(`label-${node.id}`) ?? english;
    dress(node, { "aria-label": name, placeholder: node.placeholder ? name : null });
  }
  document.querySelectorAll("[data-date]").forEach((node) => { node.textContent = humanDate(node.dataset.date); });
  container.querySelectorAll("[data-name]").forEach((node) => {
    node.title = t(node.dataset.name);
    node.setAttribute("aria-label", node.title);
  });
  container.setAttribute("aria-label", t("map-label"));
  document.querySelectorAll("button[data-lang]").forEach((node) =>
    node.setAttribute("aria-pressed", node.dataset.lang === state.lang));
}

export function setUpLanguage() {
  document.querySelectorAll("button[data-lang]").forEach((node) =>
    node.addEventListener("click", () => {
      keep({ lang: node.dataset.lang });
      choose({ lang: node.dataset.lang });
    }));
  rove([...document.querySelectorAll("button[data-lang]")]);
  container.setAttribute("role", "region");
  speak();
}
