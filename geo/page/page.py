"""
The document around the map: template and content security policy.

Text reaches the page in two ways only: escaped by the template, or inside the island, where nothing can end
the element that it stands in. The scripts and styles are constant, so their hashes in the policy are too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from geo.boundaries import Topology, arcs_in_degrees, geometries
from geo.page import extras, sites, standing
from geo.page.assets import (
    after_first_paint,
    app_script,
    later_script,
    leaflet_script,
    leaflet_style,
    own_file,
    page_style,
)
from geo.page.dressing import own_sources, own_style
from geo.page.embedding import snippet
from geo.page.guests import NOBODY, Guests
from geo.page.island import cited_pages, island_of, json_island
from geo.page.names import names_of
from geo.page.packing import packed
from geo.page.policy import policy_of
from geo.page.shapes import LAND_SCALE, Shapes, frame_of
from geo.page.sharing import sharing_of
from geo.text import readable
from geo.view import (
    THEMES,
    AnnouncementView,
    InputsView,
    MapView,
    Words,
    human_date,
    looks_of,
    say,
    shape_paths,
    words,
    words_or_plain,
)

Bounds = list[list[float]]
"""[[south, west], [north, east]] in degrees."""

COLUMNS = ("place", "province", "campaign", "facility", "stage", "date", "sources", "origin")
"""Of the table."""

STANDING = {"wide": 6.7, "narrow": 6.1}
"""Kind of window -> level of the names that stand there without scripts."""

MOST_LISTED = 1000
"""So many rows, sources, setbacks and possible events at the most stand in the page without scripts."""

FEW_CLAIMS = 12
"""So many setbacks, or possible events, stand there unfolded."""


def page_of(view: MapView) -> str:
    """The page of a view, open at the whole country; a map of folium without layers gives the same."""
    return document(view, view_bounds(view))


def document(view: MapView, bounds: Bounds, guests: Guests = NOBODY) -> str:
    """The whole page; it opens at `bounds`, and what a user has added runs after ours."""
    view, lite = readable(view), view["lite"]
    view = _without_spellings(view) if lite else view
    added = extras.scripts_of(view)
    styles = [
        *([] if lite else [leaflet_style()]),
        page_style(("extras",) * bool(added)),
        *own_style(view["style"]),
        *guests.all_styles,
    ]
    leaflet = [] if lite else [leaflet_script(whole=bool(guests.script))]
    late = [*leaflet, app_script(lite, added), *filter(None, [guests.whole_script])]
    scripts = [later_script(), *map(after_first_paint, late)]
    more = guests.policy if guests.online else own_sources(view["style"]) + guests.policy
    page = str(
        _template().render(
            view=view,
            **_drawing(view, bounds),
            **_lists(view),
            sharing=sharing_of(view),
            snippet=snippet(view["title"]["en"]),
            say=say,
            read=words("documents-table") if view["of_table"] else _documents_read(view["inputs"]),
            not_in_table=words("not-in-table"),
            made=words("made-lite" if lite else "made", generator=view["generator"]),
            policy=policy_of(styles, scripts, more, online=guests.online),
            styles=map(Markup, styles),
            scripts=map(Markup, scripts),
        )
    )
    return page.replace("<body>", f"<body>\n{guests.html}", 1) if guests.html else page


def _without_spellings(view: MapView) -> MapView:
    """A view whose search knows the names on the page and no other spellings, which are 20 kB."""
    return {**view, "places": [], "counties": [{**county, "aliases": ""} for county in view["counties"]]}


def _documents_read(inputs: InputsView) -> Words:
    """What became of the inputs."""
    skipped, failed = "-skipped" * bool(inputs["skipped"]), "-failed" * bool(inputs["failed"])
    key = f"documents{skipped}{failed}" if skipped or failed else "documents-read"
    keys = (key, *(["documents-incomplete"] if inputs["left_out"] else []))
    said = [words(key, **inputs) for key in keys]
    return {"en": " ".join(one["en"] for one in said), "ko": " ".join(one["ko"] for one in said)}


def _drawing(view: MapView, bounds: Bounds) -> dict[str, Any]:
    """What the template needs for the map as it stands, and the data for the script."""
    frame = frame_of(topology_bounds(view["topology"]))
    shapes = Shapes(view["topology"], view["context"], frame, coarse=view["lite"])
    counties = {county["pcode"]: county for county in view["counties"]}
    looks = looks_of(view["style"]["colours"])
    colours = {f"stage-{stage}": look.fill for stage, look in looks.items()}
    drawn = [
        {
            "pcode": pcode,
            "path": path,
            "fill": (fill := standing.fill_of(counties.get(pcode))),
            "colour": colours.get(fill, ""),
        }
        for pcode, path in shapes.counties
    ]
    paths = dict(shapes.counties)
    spots = standing.spots(view, frame)
    names = names_of(view, shapes, spots)
    return {
        "frame": frame,
        "island": packed(json_island(island_of(view, bounds, frame, names.island, MOST_LISTED))),
        "land": shapes.land,
        "land_scale": LAND_SCALE,
        "counties": sorted(drawn, key=_painting_order),
        "lines": {kind: shapes.lines(kind) for kind in ("province", "doubtful")},
        "candidates": [paths[pcode] for pcode in sorted(standing.candidate_counties(view)) if pcode in paths],
        "names": {kind: names.standing(level) for kind, level in STANDING.items()},
        "spots": spots,
        "seats": extras.seats_path(view, frame),
        "seat_scale": extras.SEAT_SCALE,
        "point_spots": extras.point_spots(view, frame),
        "layers": list(zip(view["layers"], extras.layer_paths(view["layers"], frame), strict=True)),
        "kinds": {spot["kind"].removeprefix("mark ") for spot in spots},
        "shapes": standing.SHAPES,
        "colours": colours,
        "plain": THEMES["light"],
        "shape_paths": shape_paths(),
    }


def _painting_order(county: Mapping[str, str]) -> tuple[bool, str]:
    """What has a stage comes last, over the lines of the others; neighbours stand together."""
    return county["fill"] not in ("stage-none", "unseen"), county["pcode"]


def _lists(view: MapView) -> dict[str, Any]:
    """What the template needs for legend, table and sources."""
    cited = cited_pages(view)
    doubtful = [line["properties"] for line in geometries(view["topology"], "doubtful")]
    return {
        "totals": standing.totals(view),
        "facets": standing.facets(view),
        "quiet": standing.quiet_counties(view),
        "others": standing.has_others(view),
        "columns": _columns(standing.each_once(view)),
        "n_listed": len(standing.each_once(view)),
        "listed": [
            {**item, "cited": _numbers(item, cited)} for item in standing.each_once(view)[:MOST_LISTED]
        ],
        "n_cited": len(cited),
        "cited": list(cited)[:MOST_LISTED],
        "most_listed": MOST_LISTED,
        "only_some": lambda number: words("only-some", n=MOST_LISTED, all=number),
        **{
            kind: [{**one, "cited": cited[one["label"], one["url"]] + 1} for one in claims]
            for kind, claims in (("setbacks", view["setbacks"]), ("possible", view["possible"]))
        },
        "few_claims": FEW_CLAIMS,
        "points": extras.points_listed(view),
        "policy_years": sites.year_lines(view),
        "to_come": sites.to_come_title(view),
        "to_come_lines": sites.to_come_lines(view),
        "stage_words": lambda stage: words_or_plain(f"stage-{stage}", stage),
        "doubtful": [line for line in doubtful if line.get("reason")],
        "county_names": {county["pcode"]: county["name"] for county in view["counties"]},
        "stage_labels": {stage["key"]: stage["label"]["en"] for stage in view["stages"]},
        "facility_labels": {key: label["en"] for key, label in view["facilities"].items()},
    }


def _columns(items: Sequence[AnnouncementView]) -> list[str]:
    """The columns of the table in which something stands."""
    told: dict[str, Callable[[AnnouncementView], object]] = {
        "province": lambda item: item["province"],
        "campaign": lambda item: item["campaign"],
        "date": newest_date,
        "sources": lambda item: item["evidence"] or item["candidates"],
        "origin": lambda item: item["evidence"],
    }
    return [name for name in COLUMNS if name not in told or any(map(told[name], items))]


def _numbers(item: AnnouncementView, cited: Mapping[tuple[str, str], int]) -> list[tuple[int, int]]:
    """Numbers, from 1, of the pages that an announcement cites: first and last of each run of them."""
    runs: list[tuple[int, int]] = []
    numbers = {cited[proof["label"], proof["url"]] + 1 for proof in item["evidence"]}
    for number in sorted(one for one in numbers if one <= MOST_LISTED):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def view_bounds(view: MapView) -> Bounds:
    """Bounds of all county lines and marks; a mark may lie beyond a layer of a single province."""
    marks = (item["mark"] for item in view["announcements"])
    points = [*topology_bounds(view["topology"]), *(mark for mark in marks if mark)]
    return [[pick(point[axis] for point in points) for axis in (0, 1)] for pick in (min, max)]


def topology_bounds(topology: Topology) -> Bounds:
    """Bounds of everything in a quantised TopoJSON."""
    points = [point for arc in arcs_in_degrees(topology) for point in arc]
    return [[pick(point[axis] for point in points) for axis in (1, 0)] for pick in (min, max)]


def newest_date(item: AnnouncementView) -> str:
    """The last of the dates of an announcement's stages; empty if it has none."""
    return max((date for _, date in item["dates"] if date), default="")


def korean_of(text: Words) -> str:
    """The attribute that holds a text in Korean; empty for a user's own words."""
    return Markup(' data-ko="{}"').format(text["ko"]) if text["ko"] != text["en"] else ""


def lean(text: str) -> Markup:
    """Text outside attributes, where an apostrophe needs no escape."""
    return Markup(str(escape(text)).replace("&#39;", "'"))


def is_web(url: str) -> bool:
    """Whether an address may become a link."""
    return re.match(r"https?://[^\s/?#]", url, re.IGNORECASE) is not None


@cache
def _template() -> Template:
    """The page's template; text that goes into it is escaped."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for name, function in (
        ("human_date", human_date),
        ("newest_date", newest_date),
        ("claimed_by", standing.claimed_by),
        ("korean", korean_of),
        ("lean", lean),
    ):
        environment.filters[name] = function
    environment.tests["web"] = is_web
    return environment.from_string(own_file("page.html"))
