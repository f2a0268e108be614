// Light or dark: as the reader's system has it, until the reader says otherwise.

import { byId } from "./dom.js";
import { keep, kept } from "./kept.js";

const darkRules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule.media?.mediaText.includes("prefers-color-scheme"));

function paintGround(dark) {
  darkRules.forEach((rule) => { rule.media.mediaText = dark ? "screen" : "not all"; });
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
}

export function setUpTheme() {
  let dark = kept.dark ?? window.matchMedia("(prefers-color-scheme: dark)").matches;
  if (kept.dark !== undefined) paintGround(dark);
  byId("theme").addEventListener("click", () => {
    dark = !dark;
    keep({ dark });
    paintGround(dark);
  });
}
