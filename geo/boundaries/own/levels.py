"""Whether a layer's polygons are counties at all, or the provinces around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.boundaries.own.records import Joined
from geo.errors import InputError

if TYPE_CHECKING:
    from geopandas import GeoSeries

SEVERAL = 3
"""A polygon around so many counties is none itself."""


def refuse_provinces(path: object, joined: Sequence[Joined], shipped: GeoSeries) -> None:
    """InputError if most polygons lie around several of the `shipped` counties and hardly one is a county."""
    import shapely

    shapes = [one.feature.geometry for one in joined if one.feature.geometry is not None]
    of_shapes, _ = shapely.STRtree(shipped.representative_point()).query(shapes, predicate="contains")
    wide = sum(number >= SEVERAL for number in Counter(of_shapes.tolist()).values())
    n_joined = sum(one.pcode is not None for one in joined)
    if 2 * wide > len(shapes) > 2 * n_joined:
        raise InputError(
            f"'{path}': {wide} of {len(shapes)} polygons lie around several counties each; it seems that "
            "these are provinces (ADM1). Give a layer of counties (ADM2)."
        )
