"""
The page before its script runs, and without one: fills, signs and names of the map, and counts of the legend.

What stands here is what the script draws first, of everything and at its latest state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from geo.page.island import parted
from geo.page.shapes import Frame
from geo.view import LOOKS, AnnouncementView, CountyView, MapView, say, words_or_plain

STEP = 16
"""Pixels between marks of one place."""
SHAPES = tuple(LOOKS)
"""Stages that have a colour and a sign; any other has the sign `other`."""


def each_once(view: MapView) -> list[AnnouncementView]:
    """All announcements, those without a place on the map last, as the island has them."""
    placed, unplaced = parted(view)
    return placed + unplaced


def fill_of(county: CountyView | None) -> str:
    """Class that gives a county its fill; land of no unit has that of a county without a project."""
    if county is None:
        return "stage-none"
    if county["stage"] is not None:
        return f"stage-{county['stage']}"
    return "unseen" if county["named"] == 0 else "stage-none"


def kind_of(item: AnnouncementView) -> str:
    """Whether an announcement is of the latest campaign of its place, of an older one, or of none."""
    return "current" if item["latest"] else "older" if item["campaign"] else "outside"


def spots(view: MapView, frame: Frame) -> list[dict[str, Any]]:
    """
    Signs of the coloured counties, then marks of places without a polygon, side by side at one point.

    Marks of older campaigns and of what is outside the policy come when a reader asks for them.
    """
    stages = {county["pcode"]: county["stage"] for county in view["counties"]}
    taken: Counter[tuple[float, ...]] = Counter()
    drawn = []
    for county in view["counties"]:
        if county["stage"] is not None:
            taken[tuple(county["label"])] += 1
            drawn.append(_spot(frame, county["label"], "symbol", county["stage"], 0, None))
    for (key, at, kind), stage in _marks(view, stages).items():
        drawn.append(_spot(frame, at, f"mark {kind}", stage, STEP * taken[at], key))
        taken[at] += 1
    return drawn


def _marks(view: MapView, stages: Mapping[str, str | None]) -> dict[tuple[str, tuple[float, ...], str], str]:
    """(Place, point, kind) -> furthest stage of what colours no county."""
    marks: dict[tuple[str, tuple[float, ...], str], str] = {}
    for item in view["announcements"]:
        kind, polygon = kind_of(item), item["polygon"]
        if not item["mark"] or kind != "current" or stages.get(polygon or "") is not None:
            continue
        place = (polygon or f"unit {item['pcode'] or item['place']}", tuple(item["mark"]), kind)
        marks[place] = max(marks.get(place, ""), item["stage"], key=_rank)
    return marks


def has_others(view: MapView) -> bool:
    """Whether something is of an older campaign or outside the policy."""
    return any(item["mark"] and kind_of(item) != "current" for item in view["announcements"])


def _rank(stage: str) -> int:
    return SHAPES.index(stage) if stage in SHAPES else -2 if not stage else -1


def _spot(frame: Frame, at: Any, kind: str, stage: str, offset: int, key: str | None) -> dict[str, Any]:
    """A sign for the template: where, which, and what it opens."""
    x, y = frame.place(*at)
    return {
        "x": x,
        "y": y,
        "kind": kind,
        "shape": stage if stage in SHAPES else "other",
        "dx": offset,
        "key": key,
    }


def candidate_counties(view: MapView) -> set[str]:
    """P-codes of the counties that an unclear report may mean."""
    return {unit["pcode"] for item in view["unplaced"] for unit in item["candidates"]}


def quiet_counties(view: MapView) -> dict[str, int]:
    """How many counties without a stage the documents name, and how many they do not."""
    unseen = sum(fill_of(county) == "unseen" for county in view["counties"])
    return {"unseen": unseen, "named": sum(county["stage"] is None for county in view["counties"]) - unseen}


def totals(view: MapView) -> dict[str, int]:
    """Counties, projects and sites of the policy, which are three things."""
    items = each_once(view)
    return {
        "counties": len({county for item in items if (county := _county_of(item))}),
        "projects": len(items),
        "sites": len({(item["campaign"], _county_of(item)) for item in items if item["site"]}),
    }


def _county_of(item: AnnouncementView) -> str | None:
    """The county-level unit of an announcement that has a place on the map."""
    return item["county"]


def facets(view: MapView) -> list[dict[str, Any]]:
    """The groups of the legend, whose entries are filters, with their counts."""
    items = each_once(view)
    stages = Counter(item["stage"] for item in items)
    coloured = Counter(county["stage"] for county in view["counties"])
    labels = {stage["key"]: stage["label"]["en"] for stage in view["stages"]}
    labels |= {stage: label_of(f"stage-{stage}", stage) for stage in sorted(stages) if stage not in labels}
    return [
        {
            "key": "stage",
            "entries": [
                {"value": key, "label": label, "counties": coloured[key], "projects": stages[key]}
                for key, label in labels.items()
            ],
        },
        {
            "key": "campaign",
            "entries": _campaigns(view, items),
        },
        {"key": "facility", "entries": _facilities(view, items)},
        {"key": "origin", "entries": _origins(items)},
    ]


def label_of(key: str, plain: str) -> str:
    """The message of a key; for a value that nobody knows, the value with blanks."""
    return words_or_plain(key, plain)["en"]


def _campaigns(view: MapView, items: list[AnnouncementView]) -> list[dict[str, Any]]:
    found = Counter(item["campaign"] for item in items)
    years = {campaign["key"]: campaign for campaign in view["campaigns"]}
    entries = [
        {
            "value": key,
            "label": key,
            "projects": found[key],
            "sites": years[key]["named"] if key in years else 0,
            "target": years[key]["target"] if key in years else None,
        }
        for key in sorted({*years, *found} - {"", "open"})
    ]
    others = {"open": say("open"), "": say("outside")}
    return entries + [
        {"value": key or "outside", "label": label, "projects": found[key]}
        for key, label in others.items()
        if found[key]
    ]


def _facilities(view: MapView, items: list[AnnouncementView]) -> list[dict[str, Any]]:
    found = Counter(item["facility"] for item in items)
    return [
        {"value": key, "label": _facility(view, key), "projects": number}
        for key, number in sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
    ]


def _facility(view: MapView, key: str) -> str:
    """The label of a facility group; for one that the view does not know, its key with blanks."""
    return view["facilities"][key]["en"] if key in view["facilities"] else key.replace("_", " ")


def claimed_by(item: AnnouncementView) -> str:
    """Whether state media alone make the claim, others too, or nobody is named, as in a table."""
    if item["state_media_only"]:
        return "state"
    return "others" if item["n_origins"] else "unsaid"


def _origins(items: list[AnnouncementView]) -> list[dict[str, Any]]:
    found = Counter(map(claimed_by, items))
    values = ("state", "others", *(["unsaid"] if found["unsaid"] else []))
    return [{"value": value, "label": say(value), "projects": found[value]} for value in values]
