// How high the map is: the whole of it is seen at once wherever the window allows that.

import { byId } from "./dom.js";
import { onChange } from "./state.js";

const LEAST = 190;     // pixels that a map in a low window has, though its foot lies below the fold
const EDGE = 6;        // pixels that stay free under it
let awaited = 0;       // the height that the page around was told
let follows = false;   // whether it makes the frame as high as that: then there is no fold to heed

/** A frame that will be as high as its page must not give it a height to follow. */
export function expectFrame(height) { awaited = height; }

function makeRoom() {
  const top = byId("map-section").getBoundingClientRect().top + window.scrollY;
  document.documentElement.style.setProperty("--map-top", `${Math.round(top)}px`);
  const above = byId("filter").open ? 0 : window.innerHeight - top - EDGE;     // open filters push the map down as it is
  const most = follows ? 99999 : Math.max(above >= LEAST ? above : window.innerHeight - EDGE, 100);
  document.documentElement.style.setProperty("--most", `${Math.floor(most)}px`);
}

export function setUpRoom() {
  document.documentElement.classList.toggle("embedded", window.parent !== window);
  makeRoom();
  window.addEventListener("resize", () => {
    follows = awaited > 0 && Math.abs(window.innerHeight - awaited) < 2;
    makeRoom();
  });
  onChange((changed) => { if (changed.includes("lang") || changed.includes("ui")) makeRoom(); });
  new ResizeObserver(makeRoom).observe(document.querySelector("header"));
  new ResizeObserver(makeRoom).observe(byId("brief"));
}
