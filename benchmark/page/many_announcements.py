"""A map with many more announcements than there are, and how long a step of its time slider takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice

from playwright.sync_api import Page

from geo.models import FACILITIES, Announcement
from geo.places.gazetteer import load_gazetteer

SLIDER = "input[type=range]"
FIRST_YEAR, YEARS = 2024, 3

STEPS = """
(slider) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const step = async (value) => {
    const start = performance.now();
    slider.value = value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
    return performance.now() - start;
  };
  return (async () => {
    const times = [];
    await frame();
    for (let value = Number(slider.min); value <= Number(slider.max); value += 1) {
      times.push(await step(value));
    }
    return times;
  })();
}
"""


def many_announcements(shipped: Sequence[Announcement], number: int) -> tuple[Announcement, ...]:
    """`number` announcements like the shipped ones, spread over all counties, facilities and months."""
    units = load_gazetteer().units
    counties = sorted(code for code, unit in units.items() if unit.level == 2 and unit.polygon_pcode == code)
    models = [one for one in shipped if one.pcode and one.stage_dates]
    return tuple(
        _moved(model, index, counties[index % len(counties)], units[counties[index % len(counties)]].name)
        for index, model in enumerate(islice(cycle(models), number))
    )


def _moved(model: Announcement, index: int, pcode: str, name: str) -> Announcement:
    """An announcement in another county and month, of another facility."""
    month = index * 7 % (12 * YEARS)
    day = f"{FIRST_YEAR + month // 12}-{1 + month % 12:02d}-{1 + index % 28:02d}"
    return replace(
        model,
        id=f"{pcode}-{index}",
        pcode=pcode,
        name=name,
        campaign=day[:4],
        facility=tuple(FACILITIES)[index % len(FACILITIES)],
        stage_dates=tuple((stage, day) for stage, _ in model.stage_dates),
    )


def slider_steps(page: Page) -> list[float]:
    """Milliseconds of each step of the time slider, from its event until the frame is drawn."""
    slider = page.query_selector(SLIDER)
    if slider is None:
        return [float("nan")]
    times: list[float] = slider.evaluate(STEPS)
    return times
