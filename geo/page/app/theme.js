// Light or dark: as the reader's system has it, until the reader says otherwise.

import { byId } from "./dom.js";

const darkRules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule.media?.mediaText.includes("prefers-color-scheme"));

export function setUpTheme() {
  let dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  byId("theme").addEventListener("click", () => {
    dark = !dark;
    darkRules.forEach((rule) => { rule.media.mediaText = dark ? "screen" : "not all"; });
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  });
}
