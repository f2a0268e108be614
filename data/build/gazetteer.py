"""
Compile `data/units.csv` and `data/names.csv` from reference tables and our own additions.

    python data/build/gazetteer.py --units gazetteer.csv --subunits subunits.csv --homonyms homonyms.csv \
        --population population_2008.csv

The reference tables are a compilation of OCHA COD-AB codes (CC BY 4.0), GeoNames seat points (CC BY 4.0),
names from public encyclopaedias, and the census of 2008; `data/README.md` names them. What is changed on the
way stands beside this file, a row, a reason and a source each: `corrections.csv` (values), `seats.csv`
(positions), `places.csv` (places below the county), and the spellings that `spelling.py` reads. A row that
fits nothing stops the build. Same input, same bytes.

Seats are WGS84 degrees, latitude before longitude; population is in persons.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from romanise import mccune_reischauer, revised
from spelling import NAME_FIELDS, Row, name_rows, read, simplified

HERE = Path(__file__).parent
UNIT_FIELDS = (
    "pcode level type parent_pcode name name_mr name_rr hangul hangul_rok hangul_suffix hanja "
    "hanja_simplified seat_lat seat_lon seat_quality seat_source status polygon_pcode former_names "
    "population_2008 population_2008_of population_2008_basis note source"
).split()

SUBUNIT_TYPES = {"ward": "ward", "workers district": "town", "special zone": "zone", "area": "zone"}
TYPE_HANJA = {"구역": "區域", "로동자구": "勞動者區"}
HANJA_OF_PLACES = {"녕변핵시설": "寧邊核施設"}
"""Below the county: the reference table has the characters of the county's name only."""
OWN_POLYGON_NONE = {"XKP0823", "XKP0728"}
"""Sungho and Ungok: no source has a line of their own, so they are marks at their seats."""

COUNTED_TOGETHER = {
    "KP0318": ("KP0318", "KP0325"),
    "KP0721": ("KP0721", "KP0727"),
    "KP0803": ("KP0803", "XKP1502", "XKP1503"),
    "KP1001": ("KP1001", "KP1007", "XKP0823"),
}
"""P-code -> the units whose people its figure has; the census of 2008 knew their borders of then."""
DOUBLE_COUNT = ("KP0606", "KP0625")
"""The census table has Sindo's people once more under Ryongchon."""
SAMCHON, SOUTH_HWANGHAE, SOUTH_HWANGHAE_TOTAL = "KP0906", "KP09", 2310485
"""Samchon is blank in the table; what its province has more than its other counties is Samchon's."""


def main() -> None:
    """Write both tables."""
    options = _options()
    reference = _corrected(read(options.units))
    units = [*_reference_units(reference), *_subunits(read(options.subunits)), *_places()]
    _give_polygons(units)
    _give_seats(units)
    _give_population(units, read(options.population))
    for row in units:
        row["hanja_simplified"] = simplified(row["hanja"])
    _write(options.out / "units.csv", UNIT_FIELDS, units)
    names = name_rows(units, read(options.homonyms))
    _write(options.out / "names.csv", NAME_FIELDS, names)
    print(f"{len(units)} units, {len(names)} names")


def _corrected(rows: list[Row]) -> list[Row]:
    """Apply `corrections.csv`; a row whose old value is no longer there is an error."""
    by_code = {row["pcode"]: row for row in rows}
    for fix in read(HERE / "corrections.csv"):
        row = by_code[fix["pcode"]]
        if row[fix["column"]] != fix["old"]:
            found = f"{fix['pcode']} {fix['column']} is {row[fix['column']]!r}, not {fix['old']!r}"
            raise SystemExit(f"corrections.csv: {found}")
        row[fix["column"]] = fix["new"]
    return rows


def _reference_units(reference: list[Row]) -> Iterator[Row]:
    """First and second level, with what the note says of the seat in a column of its own."""
    for row in reference:
        note, seat = row["note"].strip(), ""
        if said := re.search(r"(?:^| )seat(?: unknown)?: (.*?)\.?$", note):
            note, seat = note[: said.start()].strip(), said[1]
        yield {
            **row,
            "name": row["name_en"],
            "polygon_pcode": _polygon(row),
            "note": note,
            "seat_source": seat,
            "source": "",
        }


def _polygon(row: Row) -> str:
    """The one polygon that stands for the unit, or nothing."""
    if row["pcode"] in OWN_POLYGON_NONE or row["level"] == "1":
        return ""
    return {"KP0325": "KP0318", "KP0727": "KP0721"}.get(row["pcode"], row["polygon_pcode"].split("|")[0])


def _subunits(rows: list[Row]) -> Iterator[Row]:
    """Wards, towns, zones and sites of the reference table."""
    for row in rows:
        hangul, suffix = _split_suffix(row["hangul"])
        hanja = HANJA_OF_PLACES.get(hangul, row["hanja"].removesuffix(TYPE_HANJA.get(suffix, "-")))
        parent, kind = row["parent_pcode"].split("|")[0], SUBUNIT_TYPES.get(row["kind"], "site")
        yield _below_county(row["name_en"], parent, kind, hangul, suffix) | {
            "hanja": hanja,
            "note": row["note"],
            "source": "",
        }


def _places() -> Iterator[Row]:
    """Places of `places.csv`, each with its source."""
    for row in read(HERE / "places.csv"):
        place = _below_county(row["name"], row["parent_pcode"], row["type"], row["hangul"], row["suffix"])
        yield place | {
            **{key: row[key] for key in ("hanja", "latin", "korean", "weak", "note", "source")},
            "seat_lat": row["lat"],
            "seat_lon": row["lon"],
            "seat_quality": row["quality"],
            "seat_source": row["source"] if row["lat"] else "",
        }


def _below_county(name: str, parent: str, kind: str, hangul: str, suffix: str) -> Row:
    """What all places below the county have."""
    return {
        "pcode": f"{parent}-{re.sub(r'[^a-z]+', '-', name.lower()).strip('-')}",
        "level": "3",
        "type": kind,
        "parent_pcode": parent,
        "name": name,
        "name_mr": mccune_reischauer(hangul),
        "name_rr": revised(hangul),
        "hangul": hangul,
        "hangul_rok": "",
        "hangul_suffix": suffix,
        "status": "current",
    }


def _split_suffix(hangul: str) -> tuple[str, str]:
    for suffix in TYPE_HANJA:
        if hangul.endswith(suffix) and len(hangul) > len(suffix):
            return hangul.removesuffix(suffix), suffix
    return hangul, ""


def _give_polygons(units: list[Row]) -> None:
    """A place below the county lies in the polygon that stands for its county or ward."""
    by_code = {row["pcode"]: row for row in units}
    for row in units:
        if row["level"] == "3":
            row["polygon_pcode"] = by_code[row["parent_pcode"]]["polygon_pcode"]


def _give_seats(units: list[Row]) -> None:
    """Put the positions of `seats.csv` in the place of those of the reference table."""
    by_code = {row["pcode"]: row for row in units}
    for seat in read(HERE / "seats.csv"):
        if seat["pcode"] not in by_code:
            raise SystemExit(f"seats.csv: no unit {seat['pcode']!r}")
        source = "; ".join(filter(None, (seat["why"], seat["source"])))
        by_code[seat["pcode"]] |= {
            "seat_lat": seat["lat"],
            "seat_lon": seat["lon"],
            "seat_quality": seat["quality"],
            "seat_source": source,
        }


def _give_population(units: list[Row], census: list[Row]) -> None:
    """Persons of the census of 2008 on the land of today's units, each person once."""
    people = {row["pcode"]: int(row["total"]) for row in census if row["total"]}
    basis = dict.fromkeys(people, "census")
    whole, part = DOUBLE_COUNT
    people[whole] -= people[part]
    basis[whole] = "census, without Sindo's people, who are counted under both"
    others = sum(people.get(row["pcode"], 0) for row in census if row["adm1_pcode"] == SOUTH_HWANGHAE)
    people[SAMCHON] = SOUTH_HWANGHAE_TOTAL - others
    basis[SAMCHON] = "census: total of the province without its other counties"
    for heir, together in COUNTED_TOGETHER.items():
        people[heir] = sum(people.pop(pcode, 0) for pcode in together)
    by_code = {row["pcode"]: row for row in units}
    if missing := set(people) - set(by_code):
        raise SystemExit(f"population: no unit {sorted(missing)}")
    for pcode, persons in people.items():
        by_code[pcode] |= {
            "population_2008": str(persons),
            "population_2008_of": "|".join(COUNTED_TOGETHER.get(pcode, ())),
            "population_2008_basis": basis.get(pcode, "census"),
        }


def _write(path: Path, fields: Iterable[str], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(fields), restval="", lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compile units.csv and names.csv.")
    for name in ("units", "subunits", "homonyms", "population"):
        parser.add_argument(f"--{name}", type=Path, required=True, help=f"reference table: {name}")
    parser.add_argument("--out", type=Path, default=HERE.parent, help="folder to write to (default: data/)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
