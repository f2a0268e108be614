"""Use everything on the page that can be pressed, switched, moved, chosen or written into."""

from __future__ import annotations

from playwright.sync_api import Page

CONTROLS = "button, summary, input, select, a[href^='#'], path[role=button], [role=tab]"
WORD = "Songchon"
"""What is written into fields."""

USE = """
(control, word) => {
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
  } else if (control instanceof SVGElement) control.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  else control.click();
  return true;
}
"""
"""Counties are too many to try each one; see FEW."""
FEW = 5


def use_controls(page: Page) -> int:
    """Use every control that can be seen, those that others have opened too; how many were used."""
    used = 0
    seen: set[str] = set()
    for _ in range(2):
        for control in page.query_selector_all(CONTROLS):
            name = control.evaluate("node => `${node.tagName} ${node.id} ${node.className} ${node.title}`")
            many = [one for one in seen if one.startswith(name)]
            if len(many) < FEW and control.evaluate(USE, WORD):
                seen.add(f"{name} {len(many)}")
                used += 1
                page.wait_for_timeout(20)
    return used
