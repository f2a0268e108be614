"""Joined features -> one polygon for each unit, checked, and a record of what became of everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geo.boundaries.own.checking import PolygonComparison, PolygonFinding, compare
from geo.boundaries.own.files import WGS84
from geo.boundaries.own.records import NO_FEATURE, OUTSIDE, Feature, Joined, UnitRecord
from geo.places import Gazetteer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame, GeoSeries

SAME = 0.99
"""Share of their union that features of one shape each have."""

Groups = Mapping[str, Sequence[Joined]]


class Assembly:
    """The polygons of a joined layer, by the unit that each stands for on a county map."""

    def __init__(self, joined: Sequence[Joined], shipped: GeoSeries, gazetteer: Gazetteer) -> None:
        self._joined = joined
        self._gazetteer = gazetteer
        self._shipped = shipped
        self._groups = _by_polygon(joined, gazetteer)
        self._shapes = _dissolved(self._groups)
        self._comparison: PolygonComparison = compare(self._shapes, shipped, gazetteer)
        self._findings = {pcode: self._finding(pcode) for pcode in self._groups}

    def layer(self) -> GeoDataFrame:
        """The polygons that can be coloured; `BoundaryReport.layer` says with which columns."""
        from geopandas import GeoDataFrame

        used = [pcode for pcode, finding in self._findings.items() if finding.usable]
        columns = {
            "province_pcode": [self._gazetteer.province_of(pcode).pcode for pcode in used],
            "area_km2": [round(self._comparison.km2[pcode], 1) for pcode in used],
            "suspicious": [bool(self._findings[pcode].doubts) for pcode in used],
            "geometry": self._shapes.loc[used].to_list(),
        }
        frame = GeoDataFrame(columns, geometry="geometry", crs=WGS84)
        frame.index = self._shapes.loc[used].index
        return frame

    def rest(self) -> GeoDataFrame:
        """The polygons in the country that are not in the layer."""
        from geopandas import GeoDataFrame

        left = [one.feature for one in self._joined if self._is_left(one)]
        columns = {
            "feature": [feature.number for feature in left],
            "name": [next(iter(feature.names), "") for feature in left],
            "geometry": [feature.geometry for feature in left],
        }
        return GeoDataFrame(columns, geometry="geometry", crs=WGS84)

    def joined_records(self) -> Iterator[tuple[bool, UnitRecord]]:
        """(whether it is suspicious, record) of each unit that has a polygon in the file."""
        for pcode, group in self._groups.items():
            finding = self._findings[pcode]
            place = self._gazetteer.place(pcode)
            notes = [*self._parts(pcode, group), *(note for one in group for note in _notes(one))]
            yield (
                bool(finding.doubts),
                UnitRecord(
                    pcode=pcode,
                    name=place.name,
                    province=place.province,
                    features=tuple(one.feature.number for one in group),
                    reasons=(*finding.doubts, *_ways(group), *notes),
                    in_layer=finding.usable,
                    noted=bool(notes) or any(";" in one.reason for one in group),
                ),
            )

    def unmatched_records(self) -> Iterator[UnitRecord]:
        """Features without a unit, then units without a feature."""
        for one in self._joined:
            if one.pcode is None:
                yield _featureless(one)
        for pcode in self._shipped.index.difference(self._shapes.index):
            place = self._gazetteer.place(pcode)
            yield UnitRecord(pcode, place.name, place.province, (), (self._why_missing(pcode),))

    def _finding(self, pcode: str) -> PolygonFinding:
        """What the comparison says, and whether the features of the unit lie on each other."""
        finding = self._comparison.finding(pcode)
        shapes = [one.feature.geometry for one in self._groups[pcode]]
        double = sum(shape.area for shape in shapes) / self._shapes[pcode].area - 1
        if double <= 1 - SAME or _one_shape(shapes, self._shapes[pcode]):
            return finding
        return PolygonFinding(
            (*finding.doubts, f"its {len(shapes)} features overlap by {double:.0%}"), finding.usable
        )

    def _is_left(self, one: Joined) -> bool:
        """Whether a polygon lies in the country and outside the layer."""
        if one.feature.geometry is None or one.reason == OUTSIDE:
            return False
        return one.pcode is None or not self._findings[_polygon_of(one.pcode, self._gazetteer)].usable

    def _parts(self, pcode: str, group: Sequence[Joined]) -> Iterator[str]:
        """What was put together to one polygon."""
        for one in group:
            if one.pcode and one.pcode != pcode:
                part, whole = (self._gazetteer.units[code].name for code in (one.pcode, pcode))
                yield f"{one.feature.label} is {part} ({one.pcode}), which counts for {whole}"
        if len(group) > 1:
            same = _one_shape([one.feature.geometry for one in group], self._shapes[pcode])
            yield f"given {len(group)} times with one shape" if same else f"{len(group)} features dissolved"

    def _why_missing(self, pcode: str) -> str:
        """Why a unit has no polygon in the file, as far as can be seen."""
        covering = [
            f"{self._gazetteer.units[one].name} ({one})" for one in self._comparison.covered_by(pcode)
        ]
        maybe = [
            one.feature.label
            for one in self._joined
            if any(_polygon_of(place.pcode, self._gazetteer) == pcode for place in one.candidates)
        ]
        reason = NO_FEATURE
        reason += f"; its land is in the polygon of {', '.join(covering)}" if covering else ""
        return reason + (f"; may be {', '.join(maybe)}" if maybe else "")


def _by_polygon(joined: Iterable[Joined], gazetteer: Gazetteer) -> Groups:
    """Unit that has a polygon on a county map -> the features that are it or count for it."""
    groups: dict[str, list[Joined]] = {}
    for one in joined:
        if one.pcode:
            groups.setdefault(_polygon_of(one.pcode, gazetteer), []).append(one)
    return dict(sorted(groups.items()))


def _polygon_of(pcode: str, gazetteer: Gazetteer) -> str:
    """The unit whose polygon stands for a unit: its city for a ward; itself where no shipped one does."""
    return gazetteer.units[pcode].polygon_pcode or pcode


def _dissolved(groups: Groups) -> GeoSeries:
    """One shape for each unit, by P-code."""
    import shapely
    from geopandas import GeoSeries

    shapes = [_whole([one.feature.geometry for one in group], shapely) for group in groups.values()]
    series = GeoSeries(shapes, index=list(groups), crs=WGS84)
    series.index.name = "pcode"
    return series


def _whole(shapes: Sequence[Any], shapely: Any) -> Any:
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)


def _one_shape(shapes: Sequence[Any], whole: Any) -> bool:
    """Whether each of the shapes is the whole."""
    return len(shapes) > 1 and all(shape.area > SAME * whole.area for shape in shapes)


def _ways(group: Iterable[Joined]) -> Iterator[str]:
    """How the features were joined, each way once."""
    yield from dict.fromkeys(one.reason for one in group)


def _notes(one: Joined) -> Iterator[str]:
    """What was mended in a feature."""
    for note in one.feature.notes:
        yield f"feature {one.feature.number}: {note}"


def _featureless(one: Joined) -> UnitRecord:
    """The record of a feature that is no unit."""
    feature: Feature = one.feature
    return UnitRecord(
        pcode="",
        name=next(iter((*feature.names, feature.pcode)), ""),
        province=next(iter(feature.parents), ""),
        features=(feature.number,),
        reasons=(one.reason,),
        candidates=one.candidates,
    )
