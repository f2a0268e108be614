// The steps of a story: captions, each with a view of the map. Without scripts they stand one under the other.

import { byId, dress, own } from "./dom.js";
import { goTo, STEPS_OF_STORY } from "./links.js";
import { onChange, state } from "./state.js";
import { t } from "./wording.js";

const buttons = { "-1": byId("story-back"), 1: byId("story-next") };
const canGo = (by) => state.step + by >= 1 && state.step + by <= STEPS_OF_STORY.length;

function goOn(by) { if (canGo(by)) goTo(`step=${state.step + by}&lang=${state.lang}&ui=${state.ui}`); }

function fillStory() {
  STEPS_OF_STORY.forEach((entry, index) => entry.classList.toggle("now", index + 1 === Math.max(state.step, 1)));
  byId("story-at").textContent = t("story-step", { n: Math.max(state.step, 1), all: STEPS_OF_STORY.length });
  for (const [by, key] of [[-1, "story-back"], [1, "story-next"]]) {
    dress(buttons[by], { "aria-disabled": String(!canGo(by)), "aria-label": t(key), title: t(key) });
  }
}

export function setUpStory() {
  if (!STEPS_OF_STORY.length) return;
  for (const by of [-1, 1]) buttons[by].addEventListener("click", () => goOn(by));
  byId("story").addEventListener("keydown", (event) => {
    const by = own({ ArrowLeft: -1, ArrowRight: 1 }, event.key);
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goOn(by);
  });
  onChange((changed) => { if (changed.includes("step") || changed.includes("lang")) fillStory(); });
  fillStory();
}
