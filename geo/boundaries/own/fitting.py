"""
Polygons of several hands -> areas that fit together, light enough for a page.

Where the polygons share their corners, as in a clean layer, nothing is moved. Where neighbours overlap or
leave slivers between them, all lines are cut anew on a grid and each piece of land goes to one area.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from geo.boundaries.topojson import GRID_DEGREES

SLIVER_DEGREES = 0.0003
"""About 30 m: polygons that leave a gap of less do not fit together; wider ones may be a river's mouth."""
NARROW_DEGREES = 0.002
"""About 200 m: where lines are cut anew, a closed gap of less goes to the nearest polygon."""
MOST_CORNERS = 60_000
"""Of all areas together, lines between two of them counted twice: some 300 kB of the page."""
TOLERANCES_M = (0, 25, 50, 100, 200, 400, 800, 1600)
"""How much may be left off a line, in metres (the root of the area that a corner makes); tried in order."""
DEGREES_PER_M = 1 / 111_320
SQUEEZE = math.cos(math.radians(40))
"""How much shorter a degree of longitude is than one of latitude, in the middle of the country."""


def fitted(shapes: Sequence[Any], ranks: Sequence[int]) -> tuple[list[Any], bool]:
    """
    The shapes without overlaps and narrow gaps, in the same order, and whether lines had to be cut anew.

    Land of several shapes goes to that of the lowest rank, then to the smallest. One with no land left comes
    back empty.
    """
    import shapely

    if shapely.coverage_is_valid(list(shapes), gap_width=SLIVER_DEGREES):
        return list(shapes), False
    return _cut_anew(list(shapes), ranks), True


def simplified(shapes: Sequence[Any]) -> list[Any]:
    """Areas that fit together with fewer corners if they have more than a page can bear; they still fit."""
    import shapely

    upright = shapely.transform(list(shapes), lambda xy: xy * (SQUEEZE, 1))
    for tolerance in TOLERANCES_M:
        lighter = shapely.coverage_simplify(upright, tolerance * DEGREES_PER_M) if tolerance else upright
        if shapely.get_num_coordinates(lighter).sum() <= MOST_CORNERS:
            break
    return list(shapely.transform(lighter, lambda xy: xy / (SQUEEZE, 1)))


def _cut_anew(shapes: list[Any], ranks: Sequence[int]) -> list[Any]:
    """All lines cut where they meet, and the pieces put together again by owner."""
    import shapely

    lines = shapely.union_all(shapely.boundary(shapes), grid_size=GRID_DEGREES)
    pieces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    owned: list[list[Any]] = [[] for _ in shapes]
    for piece, owner in zip(pieces, _owners(pieces, shapes, ranks), strict=True):
        if owner is not None:
            owned[owner].append(piece)
    return [shapely.coverage_union_all(parts) if parts else shapely.Polygon() for parts in owned]


def _owners(pieces: Any, shapes: list[Any], ranks: Sequence[int]) -> list[int | None]:
    """For each piece of land the shape that it belongs to; None for water."""
    import shapely

    tree, inside = shapely.STRtree(shapes), shapely.point_on_surface(pieces)
    sizes = shapely.area(shapes)
    best: dict[int, tuple[int, float, int]] = {}
    for piece, shape in tree.query(inside, predicate="within").T.tolist():
        claim = (ranks[shape], float(sizes[shape]), shape)
        best[piece] = min(best.get(piece, claim), claim)
    narrow = shapely.is_empty(shapely.buffer(pieces, -NARROW_DEGREES / 2))
    nearest = tree.nearest(inside).tolist()
    return [best[at][2] if at in best else nearest[at] if narrow[at] else None for at in range(len(pieces))]
