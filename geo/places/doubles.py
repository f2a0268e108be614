"""One word for two provinces: 평안남북도."""

from __future__ import annotations

import re

from geo.models import Mention, Place
from geo.places.scene import Scene

_DOUBLE = re.compile(
    r"(?P<ko>평안|함경|황해)(?:남북|북남)도?"
    r"|(?:north and south|south and north) (?P<en>ph?yongan|pyeongan|hamgyong|hamgyeong"
    r"|hwanghae)(?: provinces?)?"
)


_DOUBLE_CODES = {"평안": ("KP06", "KP07"), "함경": ("KP02", "KP03"), "황해": ("KP08", "KP09")}


_DOUBLE_STEMS = {"ph": "평안", "py": "평안", "ha": "함경", "hw": "황해"}


def double_provinces(scene: Scene) -> list[Mention]:
    """One word for two provinces: 평안남북도, `North and South Phyongan provinces`."""
    found = []
    for match in _DOUBLE.finditer(scene.folded.text):
        stem = match["ko"] or _DOUBLE_STEMS[match["en"][:2]]
        start, end = scene.folded.span(*match.span())
        if not any(s.start <= start < s.end for s in scene.document.sections):
            continue
        for pcode in _DOUBLE_CODES[stem]:
            place: Place = scene.gazetteer.place(pcode)
            found.append(
                Mention(
                    scene.document.id, scene.document.text[start:end], start, end, "resolved", place, (),
                    "two provinces in one word", 0.95, start, end, "province",
                )
            )  # fmt: skip
    return found
