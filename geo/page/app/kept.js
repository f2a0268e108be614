// What a reader has chosen for every visit, language and ground, kept by the browser where it may.

const KEY = "factorymap";

/** What was kept; nothing in frames and browsers that keep nothing. */
function read() {
  try {
    return JSON.parse(window.localStorage.getItem(KEY)) || {};
  } catch {
    return {};
  }
}

export const kept = read();

export function keep(changes) {
  Object.assign(kept, changes);
  try {
    window.localStorage.setItem(KEY, JSON.stringify(kept));
  } catch { /* it holds for this visit */ }
}
