// What is asked of the desk and sent to it, and the words of the page.

const token = document.querySelector("meta[name=token]").content;
export const known = await (await fetch("/words.json")).json();
const stored = document.body.dataset.lang || (navigator.language.startsWith("ko") ? "ko" : "en");
export const spoken = { lang: stored };

// Status 0 where nobody answers.
export async function get(path, values = {}) {
  try {
    const answer = await fetch(`${path}?${new URLSearchParams(values)}`);
    return { status: answer.status, body: await answer.json() };
  } catch {
    return { status: 0, body: {} };
  }
}

export async function post(path, body) {
  try {
    const headers = { "Content-Type": "application/json", "X-Factorymap-Token": token };
    const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return { status: 0, body: {} };
  }
}

export function t(key, values = {}) {
  const text = known.words[key]?.[spoken.lang] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

// Texts come in both languages, or as they are.
export const of = (words) => (typeof words === "string" ? words : words?.[spoken.lang] || words?.en || "");
export const stageWords = (stage) => (stage ? t(`stage-${stage}`) : "");
export const facilityWords = (facility) => (facility ? t(`facility-${facility}`) : "");

// An element with attributes and children; texts from elsewhere are isolated, so that they turn nothing else.
export function h(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") for (const [event, does] of Object.entries(value)) node.addEventListener(event, does);
    else if (value !== false && value != null) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...there(children));
  return node;
}
const there = (children) => children.flat(Infinity).filter((child) => child != null && child !== false);
export const fill = (node, ...children) => node.replaceChildren(...there(children));
export const bdi = (text, attributes = {}) => h("bdi", attributes, text);

// A link only where it leads to the web.
export function link(url, text) {
  return /^https?:\/\//i.test(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : null;
}
