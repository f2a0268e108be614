"""Names find a place: on nothing else, in the frame, the first in rank first, on no other coloured county."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import shapely

from geo.labels import Box, Terrain, Wanted, height_mm, place_names, spot_of, told_apart
from geo.view import map_view

FRAME = Box(0, 0, 100, 100)
NOWHERE = Terrain({}, frozenset(), FRAME)


def name(x: float, y: float, text: str = "Songchon", **more: object) -> Wanted:
    values: dict[str, object] = {"clearance": 1.5, "home": frozenset(), "bold": False, "size": 6.2}
    return Wanted(text=text, at=(x, y), width=1.3 * len(text), **{**values, **more})  # type: ignore[arg-type]


def test_names_of_a_crowd_lie_neither_on_each_other_nor_on_an_obstacle() -> None:
    wanted = [name(40 + 4 * (i % 5), 40 + 4 * (i // 5), f"Name {i}") for i in range(25)]
    signs = [Box(*one.at, 0, 0).grown(1.3) for one in wanted]
    placed = place_names(wanted, signs, FRAME, NOWHERE)
    assert len(placed) > 15
    for one, other in combinations([found.box for found in placed.values()], 2):
        assert not one.meets(other)
    assert not [found for found in placed.values() for sign in signs if found.box.meets(sign)]
    assert all(FRAME.holds(found.box) for found in placed.values())


def test_the_first_in_rank_has_the_place_that_both_want() -> None:
    wanted = [name(50, 50, "Second", rank=1, clearance=0.0), name(50, 50, "First", rank=0, clearance=0.0)]
    placed = place_names(wanted, [], FRAME, NOWHERE, reach=0)
    assert [found.wanted.text for found in placed.values()] == ["First"]


def test_a_name_lies_on_no_other_county_that_has_a_stage_unless_it_stands_alone() -> None:
    everywhere = Terrain({"KP0000": shapely.box(0, 0, 100, 100)}, frozenset({"KP0000"}), FRAME)
    assert place_names([name(50, 50)], [], FRAME, everywhere) == {}
    assert len(place_names([name(50, 50)], [], FRAME, everywhere, alone=True)) == 1
    assert len(place_names([name(50, 50, home=frozenset({"KP0000"}))], [], FRAME, everywhere)) == 1
    half = Terrain({"KP0000": shapely.box(50, 0, 100, 100)}, frozenset({"KP0000"}), FRAME)
    (found,) = place_names([name(50, 50)], [], FRAME, half).values()
    assert found.box.right < 51


def test_the_name_of_an_area_that_is_kept_lies_on_no_other_county() -> None:
    halves = {"KP01": shapely.box(0, 0, 50, 100), "KP02": shapely.box(50, 0, 100, 100)}
    ground = Terrain(halves, frozenset(), FRAME)
    area = name(50, 50, led=False, clearance=0.0, home=frozenset({"KP01"}))
    (anywhere,) = place_names([area], [], FRAME, ground, reach=0).values()
    assert anywhere.box.centre == (50, 50)
    assert not place_names([replace(area, kept=True)], [], FRAME, ground, reach=0)
    (kept,) = place_names([replace(area, kept=True)], [], FRAME, ground).values()
    assert kept.box.centre[0] < 49


def test_a_leader_runs_through_no_name() -> None:
    wanted = [name(50 + i % 3, 50 + i // 3, f"A longer name {i}") for i in range(14)]
    signs = [Box(*one.at, 0, 0).grown(1.3) for one in wanted]
    placed = place_names(wanted, signs, FRAME, NOWHERE)
    leaders = [found.leader for found in placed.values() if found.leader]
    assert leaders
    for found in placed.values():
        assert not any(found.box.grown(-0.01).is_cut_by(*line) for line in leaders if line != found.leader)


def test_a_place_holds_where_everything_is_larger() -> None:
    """What the page rests on: names that keep their size only move apart."""
    wanted = [name(30 + 5 * (i % 6), 30 + 4 * (i // 6), f"Name {i}") for i in range(30)]
    placed = place_names(wanted, [Box(*one.at, 0, 0).grown(1.3) for one in wanted], FRAME, NOWHERE)
    for factor in (1.2, 1.41, 2.0):
        boxes = []
        for found in placed.values():
            one = found.wanted
            beside = spot_of(found.number, one.clearance, height_mm(one.size))
            x, y = factor * (one.at[0] + beside.x), factor * (one.at[1] + beside.y)
            boxes.append(
                Box(
                    x + (beside.side - 1) * found.box.width / 2,
                    y - found.box.height / 2,
                    found.box.width,
                    found.box.height,
                )
            )
        assert not [pair for pair in combinations(boxes, 2) if pair[0].grown(-0.01).meets(pair[1])]


def test_terrain_tells_what_lies_under_a_box_and_grows_with_the_map() -> None:
    ground = Terrain({"KP0000": shapely.box(0, 0, 50, 100)}, frozenset({"KP0000"}), FRAME)
    boxes = np.array([[[10.0, 10.0, 20.0, 14.0], [60.0, 10.0, 70.0, 14.0]]])
    for one, corners in ((ground, boxes), (ground.times(3), boxes * 3)):
        _, covered = one.weights(corners, [(frozenset(), False)])
        assert covered.tolist() == [[1.0, 0.0]]
        _, covered = one.weights(corners, [(frozenset({"KP0000"}), False)])
        assert covered.tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", {"Unsan (N. Phyongan)", "Unsan (S. Phyongan)"}), ("ko", {"운산군", "은산군"})],
)
def test_counties_of_one_name_are_told_apart_by_their_province(language: str, names: set[str]) -> None:
    view = map_view([])
    assert {one[language] for one in told_apart(view["counties"], view["provinces"]).values()} == names  # type: ignore[literal-required]
