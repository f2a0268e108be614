"""Columns as OCHA's Common Operational Datasets (COD-AB) call them, so that layers join without renaming."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from geo.errors import InputError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Naming = Literal["own", "cod"]
NAMINGS: tuple[Naming, ...] = ("own", "cod")
COUNTRY = {"ADM0_PCODE": "KP", "ADM0_EN": "Democratic People's Republic of Korea"}
_COUNTIES = {
    "pcode": "ADM2_PCODE",
    "name": "ADM2_EN",
    "name_ko": "ADM2_KO",
    "province_pcode": "ADM1_PCODE",
    "province": "ADM1_EN",
}
_PROJECTS = {
    "county_pcode": "ADM2_PCODE",
    "county": "ADM2_EN",
    "county_ko": "ADM2_KO",
    "province_pcode": "ADM1_PCODE",
    "province": "ADM1_EN",
}


def checked_naming(columns: str) -> Naming:
    """One of `NAMINGS`; InputError for anything else."""
    for naming in NAMINGS:
        if columns == naming:
            return naming
    raise InputError(f"Columns are named {columns!r}? Choose of: {', '.join(NAMINGS)}.")


def named(frame: GeoDataFrame, columns: str) -> GeoDataFrame:
    """
    The layer with its own names, or with those of OCHA in front and the country beside them.

    InputError if `columns` is none of `NAMINGS`.
    """
    if checked_naming(columns) == "own":
        return frame
    if frame.index.name == "pcode":
        names = _COUNTIES
        frame = frame.rename_axis(names["pcode"])
    else:
        names = _PROJECTS
    frame = frame.rename(columns=names)
    for position, (name, value) in enumerate(COUNTRY.items()):
        frame.insert(position, name, value)
        frame[name] = frame[name].astype("string[python]")
    first = [name for name in (*COUNTRY, *names.values()) if name in frame.columns]
    return frame[[*first, *(name for name in frame.columns if name not in first)]]
