// ---- inside another page ----------------------------------------------------------------------------------

import { byId } from "./dom.js";
import { addressOf } from "./links.js";
import { expectFrame } from "./room.js";
import { onChange } from "./state.js";
import { t } from "./wording.js";

let posted = 0;

/** Tell the page around this one how high it is, in the forms that hosts listen for. */
function postHeight() {
  if (!window.innerWidth) return;     // a frame that is not shown
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === posted) return;
  posted = height;
  expectFrame(height);
  const id = new URLSearchParams(location.search).get("childId") || "factorymap";
  const tell = (message) => window.parent.postMessage(message, "*");
  tell({ type: "factorymap-height", height });
  tell({ "datawrapper-height": { [id]: height } });
  tell(["pym", id, "height", height].join("xPYMx"));
}

/** Where this page can be had from elsewhere: its address, or for a file on a disk its name. */
function ownAddress() {
  const { protocol, pathname, origin } = location;
  if (protocol === "http:" || protocol === "https:") return origin + pathname;
  return protocol === "file:" ? pathname.split("/").pop() : "map.html";
}

function copyEmbedCode() {
  const code = byId("embed-code");
  code.select();
  const done = () => { byId("embed-copied").textContent = t("embed-copied"); };
  const byHand = () => { if (document.execCommand("copy")) done(); };
  if (navigator.clipboard) navigator.clipboard.writeText(code.value).then(done, byHand);
  else byHand();
}

const bareCode = byId("embed-code").value;

/** The snippet, for this page as it is seen now. */
function fillEmbedCode() {
  const seen = addressOf();
  const source = `${ownAddress()}${seen && "#"}${seen}`.replace(/"/g, "%22").replace(/&/g, "&amp;");
  byId("embed-code").value = bareCode.replace('src="map.html"', () => `src="${source}"`);
}

export function setUpEmbedding() {
  fillEmbedCode();
  onChange(fillEmbedCode);
  byId("embed-copy").addEventListener("click", copyEmbedCode);
  byId("embed-copy").hidden = false;
  if (window.parent === window) return;
  new ResizeObserver(postHeight).observe(document.documentElement);
}
