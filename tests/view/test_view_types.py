"""The view that page, pictures and scripts share is what its types say, also as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typeguard import CollectionCheckStrategy, TypeCheckError, check_type

from geo.page.island import ANNOUNCEMENT_COLUMNS, COUNTY_COLUMNS, PLACE_COLUMNS, PROOF_COLUMNS
from geo.view import AnnouncementView, CountyView, MapOptions, MapView, map_view
from geo.view.records import EvidenceView, PlaceView
from tests.decided import Archive
from tests.sample_view import sample_view


def checked(view: Any) -> None:
    """TypeCheckError if anything in a view, read from JSON, is not of its type, missing or too much."""
    read = json.loads(json.dumps(view, allow_nan=False))
    check_type(read, MapView, collection_check_strategy=CollectionCheckStrategy.ALL_ITEMS)


def test_the_view_of_the_shipped_articles(shipped: Archive) -> None:
    run = shipped.plain
    view = map_view(run.announcements, run.documents, run.inputs, mentions=run.mentions)
    assert view["announcements"] and view["sources"] and view["places"]
    checked(view)


def test_the_view_of_a_run_with_places_that_are_on_no_map(names: Path) -> None:
    import geo

    run = geo.build(names)
    view = map_view(run.announcements, run.documents, run.inputs, mentions=run.mentions)
    assert view["unplaced"]
    checked(view)


def test_the_view_of_nothing() -> None:
    checked(map_view((), options=MapOptions(title="Nothing", notes=("A note.",), language="ko", lite=True)))


def test_the_sample_that_other_tests_draw() -> None:
    checked(sample_view())


def without(key: str) -> Callable[[Any], None]:
    return lambda view: view.pop(key)


def with_value(value: object, *path: str | int) -> Callable[[Any], None]:
    def change(view: Any) -> None:
        for step in path[:-1]:
            view = view[step]
        view[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        without("notes"),
        with_value("a text", "title"),  # not in two languages
        with_value(1, "surplus"),
        with_value("12", "inputs", "read"),
        with_value([1], "announcements", -1, "evidence"),  # not only the first is looked at
        with_value(None, "counties", 3, "name"),
    ],
)
def test_a_view_that_is_not_so_is_refused(change: Callable[[Any], None]) -> None:
    view = sample_view()
    change(view)
    with pytest.raises(TypeCheckError):
        checked(view)


def test_the_columns_that_scripts_read_are_keys_of_the_records() -> None:
    assert set(COUNTY_COLUMNS) <= set(CountyView.__annotations__)
    assert set(PLACE_COLUMNS) == set(PlaceView.__annotations__)
    assert set(ANNOUNCEMENT_COLUMNS) | {"latest"} == set(AnnouncementView.__annotations__)
    assert set(PROOF_COLUMNS) - {"cited"} <= set(EvidenceView.__annotations__)
