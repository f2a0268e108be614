// What is said to the person: that something was written, that something was not, and what decisions changed.

import { bdi, h, of, t } from "./server.js";

const $ = (id) => document.getElementById(id);

let quiet = 0;
// For a while, at the edge of the page.
export function say(text) {
  $("said").textContent = text;
  clearTimeout(quiet);
  quiet = setTimeout(() => { $("said").textContent = ""; }, 6000);
}

// Until it is answered, at the head of the page.
export function alarm(message, offers) {
  const one = h("div", { class: "alert" }, h("span", {}, bdi(message)));
  for (const [label, does] of [...offers, [t("drop"), () => {}]]) {
    one.append(h("button", { type: "button", on: { click: () => { one.remove(); does(); } } }, label));
  }
  $("alerts").append(one);
  one.querySelector("button").focus();
}

// What decisions have changed, the newest first; `told` has the words for the number of each change.
export function drawEffects(state, told) {
  const parts = [];
  const waiting = [...told].filter(([serial]) => serial > state.serial);
  for (const [, text] of waiting.reverse()) parts.push(h("h3", {}, bdi(text)), h("p", { class: "small" }, t("effect-working")));
  for (const one of [...state.effects].reverse()) {
    const names = [...told].filter(([serial]) => one.since <= serial && serial <= one.until).map(([, text]) => text);
    parts.push(h("h3", {}, (names.length ? names : [t("effect-elsewhere")]).map((text) => [bdi(text), h("br")])));
    parts.push(h("ul", {}, one.lines.map((line) => h("li", {}, bdi(of(line))))));
  }
  $("effects").setAttribute("aria-label", t("effects"));
  $("effects").replaceChildren(...(parts.length ? parts : [h("p", { class: "small" }, t("effects-none-yet"))]));
}
