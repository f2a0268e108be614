"""
Small maps of the counties in the colours of the stages, as SVG.

Plate carrée with the scale of 40 degrees north, on a grid of 1 km. Each county is drawn once and used by
every map of a drawing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from geo.boundaries import SHIPPED_SHAPES, arcs_in_degrees, geometries, polygons_of, stitched
from geo.report.charts import key, svg, word
from geo.view import OUTLINE, THEMES

WEST, SOUTH, EAST, NORTH = 124.0, 37.6, 130.8, 43.1
KM = 111.2
"""A degree of latitude."""
SHRINK = math.cos(math.radians(40))
WIDTH = 640
GAP = 12
Corner = tuple[int, int]
THEME = THEMES["print"]


def maps(panels: Sequence[tuple[str, Mapping[str, str]]], legend: Iterable[tuple[str, str]], id: str) -> str:
    """
    Maps side by side, each with its title and the fill of its counties by P-code; others stay white.

    `legend` are pairs of fill and name; `id` keeps the names inside the drawing apart from those of others.
    """
    number = max(len(panels), 1)
    wide = min((WIDTH - GAP * (number - 1)) / number, 520)
    scale = wide / ((EAST - WEST) * SHRINK * KM)
    tall = (NORTH - SOUTH) * KM * scale
    counties, outlines = _drawn()
    shapes = key(legend)
    shapes.append("<defs>")
    shapes += [f'<path id="{id}-{pcode}" d="{path}"/>' for pcode, path in counties.items()]
    shapes.append(f'<path id="{id}-lines" d="{"".join(outlines)}"/></defs>')
    for at, (title, fills) in enumerate(panels):
        x = at * (wide + GAP)
        plain = (pcode for pcode in counties if pcode not in fills)
        shapes += [word(x, 30, title, size=12)] * bool(title)
        shapes += [
            f'<g transform="translate({x:g} 36) scale({scale:.4f})" stroke-linejoin="round">',
            f'<g stroke="{THEME.line_county}" stroke-width="{0.4 / scale:.2f}" fill="{THEME.none}">',
            *(f'<use href="#{id}-{pcode}"/>' for pcode in plain),
            f'</g><g stroke="{OUTLINE}" stroke-width="{0.6 / scale:.2f}">',
            *(f'<use href="#{id}-{code}" fill="{fills[code]}"/>' for code in counties if code in fills),
            f'</g><use href="#{id}-lines" fill="none" stroke="{THEME.line_province}" ',
            f'stroke-width="{0.8 / scale:.2f}"/></g>',
        ]
    return svg(number * (wide + GAP) - GAP, tall + 40, shapes)


@cache
def _drawn() -> tuple[dict[str, str], list[str]]:
    """Path of each county by P-code, and the paths of the provinces."""
    topology = SHIPPED_SHAPES.counties_topology()
    arcs = [_thinned([_place(lon, lat) for lon, lat in arc]) for arc in arcs_in_degrees(topology)]
    counties, provinces = (
        {
            one["properties"]["pcode"]: "".join(
                _path(stitched(ring, arcs)) for rings in polygons_of(one) for ring in rings
            )
            for one in geometries(topology, name)
        }
        for name in ("counties", "provinces")
    )
    return counties, list(provinces.values())


def _place(lon: float, lat: float) -> Corner:
    """x to the right, y down, from the north-west corner."""
    return round((lon - WEST) * SHRINK * KM), round((NORTH - lat) * KM)


def _thinned(arc: Sequence[Corner]) -> list[Corner]:
    """An arc without corners that fall on the one before; its ends stay, so that neighbours still meet."""
    kept = [one for one, before in zip(arc[1:-1], arc[:-2], strict=True) if one != before]
    return [arc[0], *kept, arc[-1]]


def _path(corners: Sequence[Corner]) -> str:
    """A closed ring: the first corner, then from each to the next."""
    (x, y), *rest = corners
    steps = [f"M{x} {y}"]
    for x2, y2 in rest:
        steps += [f"l{x2 - x} {y2 - y}"] * ((x2, y2) != (x, y))
        x, y = x2, y2
    return "".join(steps) + "z"
