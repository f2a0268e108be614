"""What the map lists beside its projects, and that it changes nothing else of the view."""

from __future__ import annotations

from geo.models import Run
from geo.view import MapView, map_view
from tests.possible import collected, sample
from tests.records import (
    KUSONG,
    PYONGYANG,
    SONGCHON,
    SOUTH_PHYONGAN,
    TAEDONGGANG,
    UNSAN_NORTH,
    UNSAN_SOUTH,
    report,
)
from tests.view.test_view_types import checked

RUN = collected(*sample())


def view_of(run: Run) -> MapView:
    return map_view(
        run.announcements, run.documents, possible=run.possible, loose_setbacks=run.loose_setbacks
    )


def test_possible_events_are_listed_with_words_and_source() -> None:
    view = view_of(RUN)
    checked(view)
    cancelled, factories, hospital = view["possible"]
    assert (factories["place"], factories["place_ko"]) == ("Songchon", "성천군")
    assert factories["text"] == "The factories are said to be done. … Songchon was on the list."
    assert (factories["label"], factories["url"]) == ("Paper maybe, 2026-02-01", "https://maybe.example/1")
    assert (factories["pages"], cancelled["pages"]) == ([SONGCHON], [KUSONG])
    assert hospital["pages"] == [UNSAN_NORTH, UNSAN_SOUTH]
    assert [unit["name"] for unit in hospital["candidates"]] == ["Unsan", "Unsan"]


def test_setbacks_are_listed_in_order_of_time_with_their_project() -> None:
    stopped, postponed = view_of(RUN)["setbacks"]
    assert (stopped["stage"], stopped["project"]) == ("stopped", RUN.announcements[0].id)
    assert (postponed["stage"], postponed["project"], postponed["pages"]) == ("postponed", "", [SONGCHON])


def test_they_colour_nothing_and_count_nowhere() -> None:
    with_them, without = view_of(RUN), map_view(RUN.announcements, RUN.documents)
    for view in (with_them, without):
        for county in view["counties"]:
            county["named"], county["named_on"] = 0, ""
    beside = ("possible", "setbacks")
    assert {key: value for key, value in with_them.items() if key not in beside} == {
        key: value for key, value in without.items() if key not in beside
    }
    assert [county["pcode"] for county in with_them["counties"] if county["stage"]] == [KUSONG]


def test_the_page_that_shows_one_is_that_of_its_polygon_or_its_mark() -> None:
    pcodes = (TAEDONGGANG, PYONGYANG, SOUTH_PHYONGAN)
    found = map_view((), possible=[report(pcode, "hospital", "planned") for pcode in pcodes])["possible"]
    assert [one["pages"] for one in found] == [["KP1001"], [PYONGYANG], []]
