"""
An SVG of matplotlib in a third of its size, with the rims of its texts.

Numbers are rounded to a hundredth of a point, those of long lines to a tenth, which is 0.035 mm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.pictures.fonts import FAMILIES
from geo.pictures.sheet import HALO

RIM_POINTS = 1.7
MANY = 60
"""Words of a path from which on it is a line of the map, not a sign."""

_PATH = re.compile(r' d="([^"]*)"')
_NUMBER = re.compile(r"-?\d+\.\d+")
_PLACE = re.compile(r' x="([\d.]+)" y="([\d.]+)" transform="rotate\(-0 [\d. ]+\)"')
_FAMILY = re.compile(r" font-family: [^;\"]*;")
_GROUP = re.compile(r'<g id="(?:text|patch)_\d+">\s*(<[^\n]*>)\s*</g>')
_EVERYWHERE = re.compile(r"<style[^>]*>\*\{stroke-linejoin: round; stroke-linecap: butt\}</style>")
_IDLE = re.compile(r"; (?:text-anchor: start|stroke-linejoin: round)(?=[;\"])")
_RIM = re.compile(rf'<g id="({HALO}-\d+)">(\s*<text )style="')


def slim_svg(svg: str) -> str:
    """Shorter numbers, fonts named once, no idle white space; rims of texts get their stroke."""
    svg = _PATH.sub(lambda path: f' d="{_short_path(path[1])}"', svg)
    svg = _PLACE.sub(lambda at: f' x="{_short(at[1])}" y="{_short(at[2])}"', svg)
    rim = f"stroke-width: {RIM_POINTS}; stroke-linejoin: round; "
    svg = _RIM.sub(rf'<g id="\1" aria-hidden="true">\2style="stroke: #ffffff; {rim}', svg)
    fonts = ", ".join(name if name.islower() else f"'{name}'" for name in FAMILIES)
    root = f'stroke-linejoin="round" stroke-linecap="butt" font-family="{fonts}"'
    svg = _IDLE.sub("", _EVERYWHERE.sub("", _FAMILY.sub("", svg))).replace("<svg ", f"<svg {root} ", 1)
    return re.sub(r"\n\s+", "\n", _GROUP.sub(r"\1", svg))


def _short_path(path: str) -> str:
    """The path with rounded numbers; where it has straight lines only, as steps from point to point."""
    words = path.split()
    if set(words) & {"C", "Q"}:
        return " ".join(_short(word) if _NUMBER.fullmatch(word) else word for word in words)
    steps = "".join(_steps(words, 10 if len(words) > MANY else 100))
    return steps.replace(" -", "-").replace(" M", "M").replace(" z", "z").strip()


def _steps(words: list[str], unit: int) -> Iterator[str]:
    """Straight lines as steps, in whole tenths or hundredths so that no error adds up."""
    x = y = 0
    for command, first, second in zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=False):
        if command == "z":
            yield "z"
        elif command in "ML":
            to_x, to_y = round(float(first) * unit), round(float(second) * unit)
            if command == "M":
                yield f"M{_written(to_x, unit)} {_written(to_y, unit)}l"
            else:
                yield f"{_written(to_x - x, unit)} {_written(to_y - y, unit)} "
            x, y = to_x, to_y


def _short(number: str) -> str:
    return _written(round(float(number) * 100), 100)


def _written(number: int, unit: int) -> str:
    """A number of tenths or hundredths without idle digits: -150 hundredths are "-1.5", 7 are ".07"."""
    whole, rest = divmod(abs(number), unit)
    digits = f".{rest:0{len(str(unit)) - 1}d}".rstrip("0") if rest else ""
    return ("-" if number < 0 else "") + (str(whole) if whole or not rest else "") + digits
