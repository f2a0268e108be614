// Menus close with Esc and with a click beside them.

import { byId } from "./dom.js";

export function setUpMenus() {
  const share = byId("share");
  document.addEventListener("click", (event) => { if (!share.contains(event.target)) share.open = false; });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !share.open) return;
    event.preventDefault();
    share.open = false;
    share.querySelector("summary").focus();
  });
}
