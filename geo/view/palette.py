"""
How a stage looks, for the page and for pictures: fill, outline, shape, and the colours around them.

The five fills run from light to dark in steps that stay apart in grey, for the colour-blind, beside the white
of a county without a project and under a black outline; tests/view/test_palette.py holds the bounds.
docs/pictures.md has the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

OUTLINE = "#000000"
"""Around every coloured county and every shape: 3:1 or more against each fill and each light ground."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one stage is drawn; the same in every theme. Colours are `#rrggbb`."""

    fill: str
    text: str
    """Colour of words on the fill."""
    shape: str
    """SVG path within -7 to 7, y down, of absolute M, L, C and Z only; drawn in white with `OUTLINE`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours around the stages."""

    paper: str
    ink: str
    quiet: str
    """Second-rank text."""
    rule: str
    """Hairlines of the layout."""
    accent: str
    """Links and focus."""
    sea: str
    land: str
    """Neighbouring countries."""
    none: str
    """A county that no project of the policy is reported of."""
    unseen: str
    """One that no document names; between the white of the others and the tint of the neighbours."""
    hatch_ground: str
    hatch_line: str
    """Stripes of a county that may be meant, and of one without data."""
    line_county: str
    line_province: str


LOOKS: dict[str, Look] = {
    "planned": Look(
        fill="#f4daa2",
        text="#000000",
        shape=(
            "M4.4 0C4.4 2.43 2.43 4.4 0 4.4C-2.43 4.4 -4.4 2.43 -4.4 0"
            "C-4.4 -2.43 -2.43 -4.4 0 -4.4C2.43 -4.4 4.4 -2.43 4.4 0Z"
        ),
    ),
    "groundbreaking": Look(fill="#f7aa37", text="#000000", shape="M0 -5.4L5.2 4.2L-5.2 4.2Z"),
    "under_construction": Look(fill="#7aa285", text="#000000", shape="M-4.2 -4.2L4.2 -4.2L4.2 4.2L-4.2 4.2Z"),
    "completed": Look(fill="#4a76cd", text="#000000", shape="M0 -6L5.6 0L0 6L-5.6 0Z"),
    "operating": Look(
        fill="#784a75",
        text="#ffffff",
        shape="M0 -6.6L1.7 -2.2L6.4 -2L2.7 1L4 5.5L0 2.9L-4 5.5L-2.7 1L-6.4 -2L-1.7 -2.2Z",
    ),
}
"""Stage -> its look, in the order of `geo.models.STAGES`."""

OTHER_SHAPE = (
    "M-4.6 -3.2L-3.2 -4.6L0 -1.4L3.2 -4.6L4.6 -3.2L1.4 0L4.6 3.2L3.2 4.6L0 1.4L-3.2 4.6L-4.6 3.2L-1.4 0Z"
)
"""The cross of what has no stage, such as a visit alone."""

SHAPE_FILL = "#ffffff"

THEMES: dict[str, Theme] = {
    "light": Theme(
        paper="#ffffff",
        ink="#1c1c1c",
        quiet="#595959",
        rule="#d9d6cf",
        accent="#0b5c8c",
        sea="#d6e4ed",
        land="#dcd8cd",
        none="#ffffff",
        unseen="#f1f1ef",
        hatch_ground="#ffffff",
        hatch_line="#8c8c8c",
        line_county="#b9b5ac",
        line_province="#444444",
    ),
    "dark": Theme(
        paper="#14181d",
        ink="#f0eeea",
        quiet="#b5b2ab",
        rule="#3c4249",
        accent="#7fc1ec",
        sea="#08121d",
        land="#12161a",
        none="#2d343b",
        unseen="#22282e",
        hatch_ground="#2b3138",
        hatch_line="#8d949c",
        line_county="#525a63",
        line_province="#a5abb2",
    ),
    "print": Theme(
        paper="#ffffff",
        ink="#000000",
        quiet="#4a4a4a",
        rule="#bfbfbf",
        accent="#000000",
        sea="#e8f0f4",
        land="#e6e3da",
        none="#ffffff",
        unseen="#f4f4f2",
        hatch_ground="#ffffff",
        hatch_line="#7a7a7a",
        line_county="#aaa69e",
        line_province="#3a3a3a",
    ),
}


def looks_of(colours: Mapping[str, str]) -> dict[str, Look]:
    """The looks of the stages where some have other colours, with words that stand out from them."""
    return {
        stage: replace(look, fill=colours[stage], text=_text_on(colours[stage])) if stage in colours else look
        for stage, look in LOOKS.items()
    }


def _text_on(fill: str) -> str:
    """Black or white, whichever is easier to read."""
    return max("#000000", "#ffffff", key=lambda text: contrast(text, fill))


def contrast(one: str, other: str) -> float:
    """Of two colours `#rrggbb`, from 1 to 21 (WCAG 2, contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    """Of a colour `#rrggbb`, from 0 to 100 (CIE 1976)."""
    share = _luminance(colour)
    return 116 * share ** (1 / 3) - 16 if share > 216 / 24389 else share * 24389 / 27


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB, from 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def css_variables(theme: str = "light") -> str:
    """
    Custom properties of a theme, one a line, for a rule such as `:root { ... }`.

    Stages are `--planned` to `--operating`, with `--on-planned` ... for words on them; the others have the
    names of `Theme`, with hyphens.
    """
    values = {name.replace("_", "-"): colour for name, colour in asdict(THEMES[theme]).items()}
    fills = {stage: look.fill for stage, look in LOOKS.items()}
    words = {f"on-{stage}": look.text for stage, look in LOOKS.items()}
    everything = {**fills, **words, "outline": OUTLINE, "shape-fill": SHAPE_FILL, **values}
    return "\n".join(f"--{name}: {colour};" for name, colour in everything.items())


def shape_paths() -> dict[str, str]:
    """Stage -> SVG path of its shape, and `other` for what has no stage."""
    return {**{stage: look.shape for stage, look in LOOKS.items()}, "other": OTHER_SHAPE}
