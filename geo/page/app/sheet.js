// On a narrow screen the page of a county is a sheet over the map: a swipe down on its head closes it.

import { byId } from "./dom.js";

const ENOUGH = 60;     // pixels of a swipe

export const isNarrow = () => window.matchMedia("(max-width: 699px)").matches;

export function setUpSheet(close) {
  const sheet = byId("details");
  let from = null;
  const drawn = (event) => (from === null ? 0 : Math.max(event.touches[0].clientY - from, 0));
  sheet.addEventListener("touchstart", (event) => {
    from = isNarrow() && event.target.closest(".details-head") && event.touches.length === 1 ? event.touches[0].clientY : null;
  }, { passive: true });
  sheet.addEventListener("touchmove", (event) => { if (from !== null) sheet.style.transform = `translateY(${drawn(event)}px)`; }, { passive: true });
  sheet.addEventListener("touchend", (event) => {
    const far = from === null ? 0 : event.changedTouches[0].clientY - from;
    from = null;
    sheet.style.transform = "";
    if (far > ENOUGH) close();
  });
}
