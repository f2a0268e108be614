// Elements. Text of the data becomes text nodes only, and links only if they are http or https.

export const byId = (id) => document.getElementById(id);
export const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
const SVG = "http://www.w3.org/2000/svg";

/** What a record itself has under a name that may come from anywhere: never what every object has. */
export const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);

/** Attributes that are null or false are left out. */
export function dress(node, attributes) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  return node;
}

/** An element; strings among the children become text nodes, empty ones are left out. */
export function el(tag, attributes, ...children) {
  const node = dress(document.createElement(tag), attributes);
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** An element of a drawing. */
export function drawn(tag, attributes, ...children) {
  const node = dress(document.createElementNS(SVG, tag), attributes);
  node.append(...children);
  return node;
}

/** Text of the data, marked as Korean where it is. */
export function words(tag, text, className) {
  const string = String(text ?? "");
  return el(tag, { class: className || null, lang: HANGUL.test(string) ? "ko" : null, dir: "auto" }, string);
}

/** A link if the address is one of the web, else the label and the address as plain text. */
export function link(url, label) {
  const address = String(url ?? "");
  if (!/^https?:\/\/[^\s/?#]/i.test(address)) return words("span", address ? `${label} (${address})` : label);
  const anchor = words("a", label);
  return dress(anchor, { href: address, target: "_blank", rel: "noopener noreferrer" });
}

export function button(className, onPress, ...children) {
  const node = el("button", { type: "button", class: className }, ...children);
  node.addEventListener("click", onPress);
  return node;
}

/** A button that shows a sign and is called by a name. */
export function signButton(className, name, sign, onPress) {
  const node = button(className, onPress, el("span", { "aria-hidden": "true" }, sign));
  return dress(node, { "aria-label": name, title: name });
}

/** The first of a list as elements of a kind, and a button with the number of the others that puts the next in its place. */
export function inParts(tag, list, elementOf, says, most) {
  const left = list.slice(most);
  const nodes = list.slice(0, most).map((one) => elementOf(one));
  if (!left.length) return nodes;
  const more = el(tag, { class: "more" }, button("plain", () => {
    const next = inParts(tag, left, elementOf, says, most);
    more.replaceWith(...next);
    next[0].querySelector("a, button, summary")?.focus();
  }, says(left.length)));
  return [...nodes, more];
}

/** Take away the nodes that are not wanted any more. */
export function forget(nodes, wanted) {
  for (const [id, node] of nodes) {
    if (wanted.has(id)) continue;
    node.remove();
    nodes.delete(id);
  }
}

export const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
export const SCROLL = { block: "start", behavior: calm ? "auto" : "smooth" };

/** One of several elements is a tab stop; arrow keys, Home and End go to the others. */
export function rove(nodes, start = 0) {
  const stop = (chosen) => nodes.forEach((node) => { node.tabIndex = node === chosen ? 0 : -1; });
  stop(nodes[start]);
  nodes.forEach((node, index) => {
    node.addEventListener("focus", () => stop(node));
    node.addEventListener("keydown", (event) => {
      const to = own({
        ArrowDown: index + 1, ArrowRight: index + 1, ArrowUp: index - 1, ArrowLeft: index - 1,
        Home: 0, End: nodes.length - 1,
      }, event.key);
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (nodes[to]) nodes[to].focus();
    });
  });
}
