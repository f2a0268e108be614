"""Which columns of somebody's layer say what a feature is, and what they say row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.boundaries.own.files import polygon_of
from geo.boundaries.own.records import Feature, Joined
from geo.errors import InputError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

PCODE_COLUMNS = (
    "adm2_pcode adm2pcode admin2_pcode admin2pcode pcode p_code cod_pcode shapeiso adm2_code".split()
)
NAME_COLUMNS = (
    "adm2_en adm2_name adm2_name_en admin2name_en admin2name admin2_name shapename name_2 county district "
    "name name_en name:en adm2_ko adm2_kr adm2_kp admin2name_ko nl_name_2 hangul name_ko name:ko name_kr "
    "korean sigungu sgg_nm sig_kor_nm 군 시군 시군구 이름 명칭"
).split()
PARENT_COLUMNS = (
    "adm1_pcode adm1pcode admin1_pcode admin1pcode province_pcode adm1_en adm1_name adm1_name_en adm1 "
    "admin1name_en admin1name admin1_name name_1 province province_en adm1_ko adm1_kr adm1_kp admin1name_ko "
    "nl_name_1 province_ko parent sido 도 시도"
).split()
"""Column names of COD-AB, geoBoundaries, GADM, Who's On First and of everyday layers, in lower case."""

PCODE = re.compile(r"X?KP\d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that the join goes by."""

    pcode: str | None
    names: tuple[str, ...]
    parents: tuple[str, ...]

    @property
    def roles(self) -> tuple[tuple[str, str], ...]:
        """(role, column) of each."""
        codes = [("P-code", self.pcode)] if self.pcode else []
        named = [("name", column) for column in self.names]
        return (*codes, *named, *(("parent", column) for column in self.parents))


def choose_columns(
    frame: GeoDataFrame,
    path: object,
    *,
    name_column: str | None = None,
    pcode_column: str | None = None,
    parent_column: str | None = None,
) -> Columns:
    """
    The columns to join by: those named by the user, else those whose names are known.

    A column of P-codes counts only if a value in it looks like one.

    Raises
    ------
    InputError
        If a named column is not there, or if no column holds names or P-codes; both list what there is.
    """
    there = [str(column) for column in frame.columns if column != frame.geometry.name]
    for option, column in (
        ("name_column", name_column),
        ("pcode_column", pcode_column),
        ("parent_column", parent_column),
    ):
        if column is not None and column not in there:
            raise InputError(f"'{path}' has no column {column!r} for {option}. {_listed(there)}")
    codes = [column for column in _known(there, PCODE_COLUMNS) if _has_pcodes(frame[column])]
    columns = Columns(
        pcode=pcode_column or next(iter(codes), None),
        names=(name_column,) if name_column else _known(there, NAME_COLUMNS),
        parents=(parent_column,) if parent_column else _known(there, PARENT_COLUMNS),
    )
    if not columns.pcode and not columns.names:
        if columns.parents:
            raise InputError(
                f"'{path}' has columns for provinces only ({', '.join(columns.parents)}). Give a layer of "
                "counties (ADM2), or name the right column with name_column or pcode_column."
            )
        raise InputError(
            f"'{path}' has no column known to hold names or P-codes. {_listed(there)} "
            "Name the right one with name_column or pcode_column."
        )
    return columns


def features(frame: GeoDataFrame, columns: Columns) -> Iterator[Feature]:
    """The rows of a layer in WGS84 as features, numbered from 1."""
    codes = _values(frame, (columns.pcode,) if columns.pcode else ())
    rows = zip(
        frame.geometry, codes, _values(frame, columns.names), _values(frame, columns.parents), strict=True
    )
    for number, (shape, code, names, parents) in enumerate(rows, start=1):
        geometry, notes = polygon_of(shape)
        yield Feature(number, geometry, "".join(code), names, parents, notes)


def _known(there: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Columns whose names are known, the best known first."""
    by_name = {column.lower(): column for column in reversed(there)}
    return tuple(by_name[name] for name in known if name in by_name)


def _has_pcodes(values: Any) -> bool:
    return any(PCODE.fullmatch(text(value)) for value in values)


def _values(frame: GeoDataFrame, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """For each row the values of some columns that are not empty."""
    if not columns:
        return [()] * len(frame)
    rows = zip(*(frame[column] for column in columns), strict=True)
    return [tuple(filter(None, map(text, row))) for row in rows]


def text(value: object) -> str:
    """A cell as text; empty for what stands for nothing."""
    from pandas import isna

    return "" if isna(value) is True else " ".join(str(value).split())


def _listed(columns: Sequence[str]) -> str:
    return f"Its columns are: {', '.join(columns)}." if columns else "It has no columns at all."


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
