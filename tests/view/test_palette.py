"""Colours and shapes of the stages: told apart by every eye, in grey, and by shape alone."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from geo.models import STAGES
from geo.page import render_map
from geo.view import LOOKS, OUTLINE, SHAPE_FILL, THEMES, css_variables, shape_paths
from tests.sample_view import sample_view

FILLS = {stage: look.fill for stage, look in LOOKS.items()}
EYES = {
    "everyone": None,
    "deuteranopes": "deuteranomaly",
    "protanopes": "protanomaly",
    "tritanopes": "tritanomaly",
}
APART = 15
"""Distance in CAM02-UCS; about ten times what a careful eye can just tell apart."""
APART_FROM_AROUND, APART_FROM_NAMED = 4, 3
"""Of a county that no document names, from what is no county, and from the others."""
APART_IN_GREY = 12
"""Of CIE lightness, 0 to 100."""
GRAPHICS, WORDS = 3.0, 4.5
"""Contrast ratios that WCAG asks for."""


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def seen(colour: str, deficiency: str | None) -> np.ndarray:
    """The colour as eyes without one kind of cone see it (Machado and others 2009, severity 100)."""
    if deficiency is None:
        return rgb(colour)
    space = {"name": "sRGB1+CVD", "cvd_type": deficiency, "severity": 100}
    return np.clip(cspace_convert(rgb(colour), space, "sRGB1"), 0, 1)


def contrast(one: str, other: str) -> float:
    dark, light = sorted(cspace_convert(rgb(colour), "sRGB1", "XYZ1")[1] for colour in (one, other))
    return float((light + 0.05) / (dark + 0.05))


def far(one: str, other: str) -> float:
    """How far apart two colours are for everyone."""
    return float(deltaE(rgb(one), rgb(other), input_space="sRGB1"))


def test_every_stage_has_a_look_in_its_order() -> None:
    assert tuple(LOOKS) == STAGES


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_stages_are_told_apart_by_colour_whoever_looks(theme: str, eyes: str) -> None:
    colours = {name: seen(fill, EYES[eyes]) for name, fill in {**FILLS, "none": THEMES[theme].none}.items()}
    for (one, a), (other, b) in combinations(colours.items(), 2):
        distance = deltaE(a, b, input_space="sRGB1")
        assert distance >= APART, f"{one} and {other} differ by {distance:.1f} for {eyes}"


def test_stages_keep_their_order_in_grey() -> None:
    order = [THEMES["light"].none, *FILLS.values()]
    lightness = [float(cspace_convert(rgb(colour), "sRGB1", "CIELab")[0]) for colour in order]
    assert min(a - b for a, b in pairwise(lightness)) >= APART_IN_GREY, lightness


@pytest.mark.parametrize("stage", STAGES)
def test_the_outline_stands_out_from_the_fill_and_words_can_be_read_on_it(stage: str) -> None:
    assert contrast(OUTLINE, LOOKS[stage].fill) >= GRAPHICS
    assert contrast(LOOKS[stage].text, LOOKS[stage].fill) >= WORDS


@pytest.mark.parametrize("theme", ["light", "print"])
def test_the_outline_stands_out_from_everything_that_can_lie_beside_it(theme: str) -> None:
    chosen = THEMES[theme]
    for ground in (chosen.paper, chosen.sea, chosen.land, chosen.none, chosen.hatch_ground, SHAPE_FILL):
        assert contrast(OUTLINE, ground) >= GRAPHICS


@pytest.mark.parametrize("theme", THEMES)
def test_words_and_stripes_can_be_seen_in_every_theme(theme: str) -> None:
    chosen = THEMES[theme]
    for words in (chosen.ink, chosen.quiet, chosen.accent):
        assert contrast(words, chosen.paper) >= WORDS
    assert contrast(chosen.ink, chosen.sea) >= WORDS and contrast(chosen.quiet, chosen.land) >= WORDS
    assert contrast(chosen.hatch_line, chosen.hatch_ground) >= GRAPHICS
    assert contrast(chosen.line_province, chosen.none) >= GRAPHICS


@pytest.mark.parametrize("theme", THEMES)
def test_the_country_stands_out_from_its_neighbours_and_the_sea(theme: str) -> None:
    """What no document names is nearer to the other counties than to the land around."""
    chosen = THEMES[theme]
    for around in (chosen.land, chosen.sea):
        assert far(chosen.unseen, around) >= APART_FROM_AROUND
        assert far(chosen.unseen, around) > far(chosen.unseen, chosen.none) >= APART_FROM_NAMED
    assert far(chosen.land, chosen.sea) >= APART_FROM_NAMED


def test_each_stage_has_a_shape_of_its_own() -> None:
    shapes = shape_paths()
    assert set(shapes) == {*STAGES, "other"} and len(set(shapes.values())) == len(shapes)
    for path in shapes.values():
        assert re.fullmatch(r"M[-MLC\d. ]+Z", path)
        assert max(abs(float(number)) for number in re.findall(r"-?[\d.]+", path)) <= 7


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_is_written_as_custom_properties(theme: str) -> None:
    lines = css_variables(theme).splitlines()
    assert all(re.fullmatch(r"--[a-z_-]+: #[0-9a-f]{6};", line) for line in lines)
    names = [line.split(":")[0] for line in lines]
    assert len(set(names)) == len(names) and {f"--{stage}" for stage in STAGES} < set(names)


def test_the_page_has_these_colours() -> None:
    page = str(render_map(sample_view()).get_root().render())
    for stage, fill in FILLS.items():
        assert re.search(rf"--{stage}:\s*{fill};", page)
