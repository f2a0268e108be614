"""Names in a list of names: what would be an ordinary word by itself is a county among counties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.places.scene import NameReading, Scene

FEWEST_CLEAR = 2
"""So many other names of the list have to be no ordinary words; one more if the name is a person's."""

_JOINT = re.compile(r",? (?:and|&) |, ?|[·ㆍ、] ?|(?:와|과|및|,) ?| 및 ")


def lists_of_names(readings: Sequence[NameReading], scene: Scene) -> dict[int, list[NameReading]]:
    """Start of each name in a list of three or more -> the names of the list."""
    text = scene.folded.text
    chains: list[list[NameReading]] = []
    for reading in sorted((r for r in readings if r.candidates), key=lambda r: r.hit.start):
        last = chains[-1][-1] if chains else None
        if last and _JOINT.fullmatch(text, last.hit.surface_end, reading.hit.surface_start):
            chains[-1].append(reading)
        else:
            chains.append([reading])
    return {reading.hit.start: chain for chain in chains if len(chain) > 2 for reading in chain}


def among_counties(reading: NameReading, chain: Sequence[NameReading], *, is_persons: bool = False) -> bool:
    """Whether enough other names of the list can only be places."""
    clear = {
        other.hit.start
        for other in chain
        if other is not reading
        and not other.foreign
        and not other.dropped
        and set(other.kinds.values()) - {"weak", "former"}
    }
    return len(clear) >= FEWEST_CLEAR + is_persons
