"""
The document around the map: template, content security policy, and the data as a JSON island.

Text reaches the page in two ways only: escaped by the template, or inside the island, where nothing can end
the element that it stands in. The scripts and styles are constant, so their hashes in the policy are too.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from geo.render.assets import leaflet_script, leaflet_style, own_file

View = Mapping[str, Any]
"""What a page shows, as plain values that JSON can hold."""
Bounds = list[list[float]]
"""[[south, west], [north, east]] in degrees."""

COUNTY_COLUMNS = ("pcode", "name", "name_ko", "type_word", "province", "label", "stage", "campaign")
ANNOUNCEMENT_COLUMNS = (
    *("id", "pcode", "place", "place_ko", "province", "precision", "polygon", "mark", "campaign", "latest"),
    *("facility", "stage", "dates", "n_sources", "n_origins", "state_media_only", "conflict", "candidates"),
    "evidence",
)
EVIDENCE_COLUMNS = ("stage", "date", "text", "summary", "cited")
"""`cited` is an index into the pages, as [label, url], that the island lists once each."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_UNSAFE_IN_ISLAND = re.compile("[<\u2028\u2029\ud800-\udfff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def document(view: View, bounds: Bounds, added_script: str = "") -> str:
    """The whole page; it opens at `bounds`, and a script that a user has added runs after ours."""
    text = _template().render(
        view=view,
        island=json_island(_shown_by_script(view, bounds)),
        listed=_each_once(view),
        county_names={county["pcode"]: county["name"] for county in view["counties"]},
        stage_labels={stage["key"]: stage["label"] for stage in view["stages"]},
        stage_counts=Counter(county["stage"] for county in view["counties"]),
        policy=_policy(added_script),
        leaflet_style=Markup(leaflet_style()),
        style=Markup(own_file("style.css")),
        leaflet_script=Markup(leaflet_script()),
        script=Markup(own_file("app.js")),
        added_script=Markup(added_script),
    )
    return _LONE_SURROGATE.sub("\ufffd", text)


def view_bounds(view: View) -> Bounds:
    """Bounds of all county lines and marks; a mark may lie beyond a layer of a single province."""
    points = [*topology_bounds(view["topology"]), *(item["mark"] for item in view["announcements"])]
    return [[pick(point[axis] for point in points) for axis in (0, 1)] for pick in (min, max)]


def topology_bounds(topology: View) -> Bounds:
    """Bounds of everything in a quantised TopoJSON."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    points = [point for arc in topology["arcs"] for point in _positions(arc)]
    corners = [[pick(point[axis] for point in points) for axis in (1, 0)] for pick in (min, max)]
    return [[lat * scale[1] + translate[1], lon * scale[0] + translate[0]] for lat, lon in corners]


def json_island(value: object) -> Markup:
    """JSON that can stand in a script element: nothing in it ends the element or starts a comment."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(_UNSAFE_IN_ISLAND.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def human_date(date: str) -> str:
    """A partial ISO date in words: "2024-02-28" is "28 February 2024", "2024-02" is "February 2024"."""
    parts = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", date)
    if not parts:
        return date
    year, month, day = parts.groups()
    return " ".join([*([str(int(day))] if day else []), *([MONTHS[int(month) - 1]] if month else []), year])


def _shown_by_script(view: View, bounds: Bounds) -> dict[str, object]:
    """What the script needs of the view, with records as rows, which is a third smaller."""
    topology, cited = view["topology"], _cited_pages(view)
    return {
        **{key: view[key] for key in ("stages", "facilities", "provinces", "context")},
        "bounds": bounds,
        "topology": {**topology, "objects": {**topology["objects"], "provinces": None}},
        "counties": _rows(view["counties"], COUNTY_COLUMNS),
        "announcements": _rows(_packed(view["announcements"], cited), ANNOUNCEMENT_COLUMNS),
        "unplaced": _rows(_packed(view["unplaced"], cited), ANNOUNCEMENT_COLUMNS),
        "evidence": EVIDENCE_COLUMNS,
        "cited": list(cited),
    }


def _cited_pages(view: View) -> dict[tuple[str, str], int]:
    """Each (label, url) of the evidence -> its number, in order of appearance."""
    items = [*view["announcements"], *view["unplaced"]]
    pages = dict.fromkeys((proof["label"], proof["url"]) for item in items for proof in item["evidence"])
    return {page: number for number, page in enumerate(pages)}


def _packed(announcements: Iterable[View], cited: Mapping[tuple[str, str], int]) -> list[View]:
    """Announcements with their evidence as rows."""
    return [
        {
            **item,
            "evidence": [
                [*(proof[key] for key in EVIDENCE_COLUMNS[:-1]), cited[proof["label"], proof["url"]]]
                for proof in item["evidence"]
            ],
        }
        for item in announcements
    ]


def _rows(records: Iterable[View], columns: Sequence[str]) -> dict[str, list[Any]]:
    """Records as a table that names its columns once."""
    return {"columns": list(columns), "rows": [[record[column] for column in columns] for record in records]}


def _positions(arc: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The (x, y) of an arc of a quantised topology, summed up from its differences."""
    x = y = 0
    positions = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        positions.append((x, y))
    return positions


def _policy(added_script: str) -> str:
    """The content security policy: our scripts and styles by their hashes, and no request at all."""
    scripts = [leaflet_script(), own_file("app.js"), *([added_script] if added_script else [])]
    styles = [leaflet_style(), own_file("style.css")]
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Sequence[str]) -> str:
    """Source expressions for inline texts."""
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def _each_once(view: View) -> list[View]:
    """All announcements, those without a place on the map last."""
    unplaced = {item["id"] for item in view["unplaced"]}
    return [*(item for item in view["announcements"] if item["id"] not in unplaced), *view["unplaced"]]


@cache
def _template() -> Template:
    """The page's template; text that goes into it is escaped."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["human_date"] = human_date
    return environment.from_string(own_file("page.html"))
