"""Use everything on the page that can be pressed, switched, moved, chosen or written into."""

from __future__ import annotations

from playwright.sync_api import Page

CONTROLS = "button, summary, input, select, a[href^='#'], path[role=button], [role=tab]"
WORD = "Songchon"
"""What is written into fields."""

USE = """
async ([controls, few, word]) => {
  const unfold = (node) => {
    for (let at = node.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  };
  const use = (control) => {
    if (!control.matches("summary")) unfold(control);
    if (!control.isConnected || control.disabled || !control.checkVisibility()) return false;
    const tell = (kind) => control.dispatchEvent(new Event(kind, { bubbles: true }));
    const set = (value) => { control.value = value; tell("input"); tell("change"); };
    if (control.matches("select")) [...control.options].forEach((option) => set(option.value));
    else if (control.matches("input[type=range]")) [control.min, control.max].forEach(set);
    else if (control.matches("input[type=text], input[type=search], input:not([type])")) {
      control.focus();
      set(word);
      for (const key of ["ArrowDown", "Enter"]) {
        control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
      set("");
    } else if (control instanceof SVGElement) {
      control.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    } else control.click();
    return true;
  };
  const times = new Map();
  for (let round = 0; round < 2; round += 1) {
    for (const control of document.querySelectorAll(controls)) {
      const name = [control.tagName, control.id, control.getAttribute("class"), control.title].join(" ");
      if ((times.get(name) ?? 0) < few && use(control)) {
        times.set(name, (times.get(name) ?? 0) + 1);
        await new Promise((done) => setTimeout(done, 20));
      }
    }
  }
  return [...times.values()].reduce((sum, each) => sum + each, 0);
}
"""
FEW = 5
"""Counties are too many to try each one."""


def use_controls(page: Page) -> int:
    """Use every control that can be seen, unfolded or opened by others; how many were used."""
    used: int = page.evaluate(USE, [CONTROLS, FEW, WORD])
    return used
