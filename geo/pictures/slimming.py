"""An SVG of matplotlib in a third of its size, with the rims of its texts."""

from __future__ import annotations

import re

from geo.pictures.sheet import HALO

DIGITS = 2
"""Of a point: a hundredth is a three-hundredth of a millimetre."""
RIM_POINTS = 2.0

_PATH = re.compile(r' d="([^"]*)"')
_NUMBER = re.compile(r"-?\d+\.\d+")
_PLACE = re.compile(r' x="([\d.]+)" y="([\d.]+)" transform="rotate\(-0 [\d. ]+\)"')
_FAMILY = re.compile(r" font-family: ([^;\"]*);")
_RIM = re.compile(rf'<g id="({HALO}-\d+)">(\s*<text )style="')


def slim_svg(svg: str) -> str:
    """Shorter numbers, fonts named once, no idle white space; rims of texts get the stroke that makes them one."""
    svg = _PATH.sub(lambda path: f' d="{_short_path(path[1])}"', svg)
    svg = _PLACE.sub(lambda at: f' x="{_short(at[1])}" y="{_short(at[2])}"', svg)
    rim = f"stroke-width: {RIM_POINTS}; stroke-linejoin: round; "
    svg = _RIM.sub(rf'<g id="\1" aria-hidden="true">\2style="stroke: #ffffff; {rim}', svg)
    family = _FAMILY.search(svg)
    if family:
        svg = _FAMILY.sub("", svg).replace("<svg ", f'<svg font-family="{family[1]}" ', 1)
    return re.sub(r"\n\s+", "\n", svg)


def _short_path(path: str) -> str:
    """The path with rounded numbers; where it has straight lines only, as steps from point to point."""
    words = path.split()
    if {word for word in words if word.isalpha()} <= {"M", "L", "z"}:
        return _steps(words)
    return " ".join(_short(word) if _NUMBER.fullmatch(word) else word for word in words)


def _steps(words: list[str]) -> str:
    """Straight lines as steps, in whole units of the last digit so that no error adds up."""
    unit = 10**DIGITS
    x = y = 0
    parts = []
    numbers: list[str] = []
    for word in words:
        if word in "ML":
            command = word
        elif word == "z":
            parts.append(word)
        elif numbers:
            to_x, to_y = round(float(numbers.pop()) * unit), round(float(word) * unit)
            if command == "M":
                parts.append(f"M{_short(to_x / unit)} {_short(to_y / unit)}l")
            else:
                parts.append(f"{_short((to_x - x) / unit)} {_short((to_y - y) / unit)} ")
            x, y = to_x, to_y
        else:
            numbers.append(word)
    return re.sub(r"l(?=M|z|$)", "", "".join(parts).replace(" -", "-").replace(" M", "M").replace(" z", "z")).strip()


def _short(number: str | float) -> str:
    """A number without idle digits."""
    text = f"{float(number):.{DIGITS}f}".rstrip("0").rstrip(".")
    return re.sub(r"^(-?)0\.", r"\1.", text) if text not in ("-0", "") else "0"
