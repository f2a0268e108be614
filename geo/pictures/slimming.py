"""
An SVG of matplotlib in a third of its size, with the rims of its texts.

Numbers are rounded to a hundredth of a point, which is a three-hundredth of a millimetre.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.pictures.sheet import HALO

RIM_POINTS = 1.7

_PATH = re.compile(r' d="([^"]*)"')
_NUMBER = re.compile(r"-?\d+\.\d+")
_PLACE = re.compile(r' x="([\d.]+)" y="([\d.]+)" transform="rotate\(-0 [\d. ]+\)"')
_FAMILY = re.compile(r" font-family: ([^;\"]*);")
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
    root = 'stroke-linejoin="round" stroke-linecap="butt"'
    family = _FAMILY.search(svg)
    if family:
        root += f' font-family="{family[1]}"'
    svg = _IDLE.sub("", _EVERYWHERE.sub("", _FAMILY.sub("", svg))).replace("<svg ", f"<svg {root} ", 1)
    return re.sub(r"\n\s+", "\n", _GROUP.sub(r"\1", svg))


def _short_path(path: str) -> str:
    """The path with rounded numbers; where it has straight lines only, as steps from point to point."""
    words = path.split()
    if {word for word in words if word.isalpha()} <= {"M", "L", "z"}:
        return "".join(_steps(words)).replace(" -", "-").replace(" M", "M").replace(" z", "z").strip()
    return " ".join(_short(word) if _NUMBER.fullmatch(word) else word for word in words)


def _steps(words: list[str]) -> Iterator[str]:
    """Straight lines as steps, in whole hundredths so that no error adds up."""
    x = y = 0
    for command, first, second in zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=False):
        if command == "z":
            yield "z"
        elif command in "ML":
            to_x, to_y = _hundredths(first), _hundredths(second)
            if command == "M":
                yield f"M{_written(to_x)} {_written(to_y)}l"
            else:
                yield f"{_written(to_x - x)} {_written(to_y - y)} "
            x, y = to_x, to_y


def _hundredths(number: str) -> int:
    return round(float(number) * 100)


def _short(number: str) -> str:
    return _written(_hundredths(number))


def _written(hundredths: int) -> str:
    """A number of hundredths without idle digits: -150 is "-1.5", 7 is ".07"."""
    whole, rest = divmod(abs(hundredths), 100)
    digits = f".{rest:02d}".rstrip("0") if rest else ""
    return ("-" if hundredths < 0 else "") + (str(whole) if whole or not rest else "") + digits
