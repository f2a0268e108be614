"""
How a stage looks, for the page and for pictures: fill, outline, shape, and the colours around them.

The five fills run from light to dark in steps that stay apart in grey, for the colour-blind, beside the white
of a county without a project and under a black outline; tests/view/test_palette.py holds the bounds.
docs/pictures.md has the figures.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

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
        sea="#dce7ee",
        land="#ebe8e1",
        none="#ffffff",
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
        sea="#0e1318",
        land="#1b2026",
        none="#2b3138",
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
        land="#f0eee9",
        none="#ffffff",
        hatch_ground="#ffffff",
        hatch_line="#7a7a7a",
        line_county="#aaa69e",
        line_province="#3a3a3a",
    ),
}


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
