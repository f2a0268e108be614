"""The census of 2008 beside announcements: figures, density, shares, and what is not told."""

from __future__ import annotations

import pytest

from geo.boundaries import sound_areas
from geo.places import everybody, figure_of, load_gazetteer, people_in
from geo.view import people_of, shares
from tests.records import PUYUN, SONGCHON, report
from tests.view.test_layers import view

UNITS = load_gazetteer().units


def test_a_county_has_its_people_and_their_density() -> None:
    people = people_of(SONGCHON, UNITS)
    assert people.people == UNITS[SONGCHON].people
    assert people.per_km2 == round((people.people or 0) / sound_areas()[SONGCHON])


@pytest.mark.parametrize("pcode", ["KP0326", "KP0606", "KP0726", "KP0408", "KP0215", "KP0805"])
def test_no_density_is_told_where_the_area_is_doubtful(pcode: str) -> None:
    people = people_of(pcode, UNITS)
    assert people.people and people.per_km2 is None


@pytest.mark.parametrize("pcode", ["KP0803", "XKP1502", "XKP1503"])
def test_what_was_counted_together_says_so(pcode: str) -> None:
    assert people_of(pcode, UNITS) == (308_440, ("KP0803", "XKP1502", "XKP1503"), None)


def test_a_place_or_ward_has_the_figure_of_what_holds_it() -> None:
    for pcode, holder in (
        (PUYUN, "KP0205"),
        ("XKP1048", "KP1001"),
        ("XKP1302", "KP0201"),
        ("KP0325", "KP0318"),
    ):
        figure = figure_of(pcode, UNITS)
        assert figure and figure.pcode == holder
    assert figure_of("KP07", UNITS) is None and figure_of("KP9999", UNITS) is None


def test_people_counted_together_are_added_once() -> None:
    assert people_in(("KP0803", "XKP1502", "XKP1503", SONGCHON), UNITS) == 308_440 + (
        UNITS[SONGCHON].people or 0
    )
    second = [pcode for pcode, unit in UNITS.items() if unit.level == 2]
    assert people_in(second, UNITS) == everybody(UNITS) == 23_349_859
    assert shares({"2024": second, "2025": []}, UNITS) == {"2024": (23_349_859, 100.0)}


def test_the_map_tells_which_share_the_sites_of_a_campaign_hold() -> None:
    shown = view(report(SONGCHON, "regional_industry", "completed", "2024-12-20"))
    told = [note["en"] for note in shown["notes"] if "population of 2008" in note["en"]]
    assert told == [
        f"{UNITS[SONGCHON].people:,} people, {100 * (UNITS[SONGCHON].people or 0) / 23_349_859:.1f} % of the "
        "population of 2008 (census), live in the counties of the 1 site of 2024 named here."
    ]
