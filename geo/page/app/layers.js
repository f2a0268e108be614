// Layers for orientation: their names beside the pointer; a click goes to the county beneath. Only pages with such layers
// have this module.

import { camera } from "./camera.js";
import { keyAt } from "./counties.js";
import { open } from "./details.js";
import { byId, words } from "./dom.js";
import { hideTip, noteAt } from "./tip.js";

const context = byId("context");
const countyBeneath = ({ clientX, clientY }) => document.elementsFromPoint(clientX, clientY).map(keyAt).find(Boolean);

context.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch") return;
  event.stopPropagation();
  const box = camera.container.getBoundingClientRect();
  noteAt([words("b", event.target.dataset.label)], [event.clientX - box.left, event.clientY - box.top]);
});
context.addEventListener("pointerleave", hideTip);
context.addEventListener("click", (event) => {
  event.stopPropagation();
  const key = countyBeneath(event);
  if (key) open(key, false);
});
