"""The rules that make readings of Hangul, held against the units whose readings the reference table has."""

from __future__ import annotations

import csv
import runpy

import pytest

from tests import ROOT

RULES = runpy.run_path(str(ROOT / "data" / "build" / "romanise.py"))
with (ROOT / "data" / "units.csv").open(encoding="utf-8", newline="") as _file:
    UNITS = [row for row in csv.DictReader(_file) if row["level"] == "2" or row["type"] == "special_city"]


def test_the_readings_of_all_units_follow_from_their_hangul() -> None:
    assert len(UNITS) == 209
    for row in UNITS:
        assert RULES["revised"](row["hangul"]) == row["name_rr"], row["pcode"]
        assert RULES["mccune_reischauer"](row["hangul"]) == row["name_mr"], row["pcode"]


@pytest.mark.parametrize(
    ("hangul", "rr", "mr"),
    [
        ("독립", "Dongnip", "Tongnip"),
        ("신라", "Silla", "Silla"),
        ("백마", "Baengma", "Paengma"),
        ("판교", "Pangyo", "P'an'gyo"),
        ("길주", "Gilju", "Kilchu"),
        ("목욕", "Mogyok", "Mogyok"),
    ],
)
def test_sounds_meet_by_the_official_tables(hangul: str, rr: str, mr: str) -> None:
    assert (RULES["revised"](hangul), RULES["mccune_reischauer"](hangul)) == (rr, mr)


def test_what_is_no_hangul_is_an_error() -> None:
    with pytest.raises(ValueError, match="no Hangul syllable"):
        RULES["revised"]("평A")
