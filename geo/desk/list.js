// The list: as many rows as fit are there, however many items it has.

import { bdi, facilityWords, h, of, stageWords, t } from "./server.js";

const ROW = 58;
const list = document.getElementById("list");
const rows = document.getElementById("rows");

export class List {
  constructor(choose) {
    this.items = [];
    this.at = 0;
    list.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(list);
    rows.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) choose(Number(row.dataset.at));
    });
  }

  get current() {
    return this.items[this.at];
  }

  show(items, at) {
    this.items = items;
    this.at = Math.max(0, Math.min(at, items.length - 1));
    rows.style.height = `${items.length * ROW}px`;
    this.reveal();
    this.draw();
  }

  reveal() {
    const top = this.at * ROW;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  }

  draw() {
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 3);
    const last = Math.min(this.items.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + 3);
    const drawn = [];
    for (let at = first; at < last; at += 1) drawn.push(this.row(this.items[at], at));
    rows.replaceChildren(...drawn);
    if (this.current) list.setAttribute("aria-activedescendant", `row-${this.at}`);
    else list.removeAttribute("aria-activedescendant");
  }

  row(item, at) {
    const row = h("div", {
      role: "option",
      id: `row-${at}`,
      class: `row ${item.importance}`,
      "data-at": at,
      "aria-selected": at === this.at ? "true" : "false",
      "aria-setsize": this.items.length,
      "aria-posinset": at + 1,
    });
    row.style.top = `${at * ROW}px`;
    row.append(
      h("span", { class: "what" }, bdi(titleOf(item))),
      h("span", { class: "doubt" }, item.kind === "project" ? "" : `${t(`kind-${item.kind}`)} · `, bdi(item.doubt)),
    );
    return row;
  }
}

export function titleOf(item) {
  const parts = [of(item.place) || item.surface, facilityWords(item.facility), stageWords(item.stage), item.date];
  const title = parts.filter(Boolean).join(", ");
  return title || item.doubt;
}
