"""
What the page's script is given, as JSON that can stand in the page.

Records are tables, column by column, so that like stands beside like when the page is packed. What an
announcement shares with its county (names, province, mark) is null. Words of evidence (those of possible
events and setbacks too) are here only and once, in the order of their letters; the pages they are from stand
in the list of sources of the page, and `cited` counts in it from 0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from geo.models import LANGUAGES
from geo.page.extras import points_for_script
from geo.page.shapes import Frame
from geo.view import AnnouncementView, ClaimView, CountyView, EvidenceView, MapView, all_messages, words

Bounds = Sequence[Sequence[float]]
"""[[south, west], [north, east]] in degrees."""

COUNTY_COLUMNS = (
    *("pcode", "name", "name_ko", "type_word", "province", "label", "named", "named_on", "aliases"),
    *("people", "per_km2", "together", "together_ko"),
)
PLACE_COLUMNS = ("pcode", "name", "name_ko", "type_word", "province", "opens", "at", "aliases")
ANNOUNCEMENT_COLUMNS = (
    *(
        "id",
        "pcode",
        "precision",
        "campaign",
        "facility",
        "stage",
        "dates",
        "evidence",
        "n_sources",
        "n_origins",
    ),
    *("state_media_only", "site", "conflict", "place", "place_ko", "province", "polygon", "mark", "county"),
    *("candidates", "decision"),
)
"""`id` is null if it is made of P-code, facility and campaign; `dates` are [stage, date], `evidence` [stage,
date, number of the proof] and, where an analyst has changed the report, what was decided."""
PROOF_COLUMNS = ("text", "summary", "cited")
CLAIM_COLUMNS = (
    *("pages", "province", "facility", "stage", "date"),
    *("proof", "place", "place_ko", "project", "candidates"),
)
"""`pages` are P-codes joined by blanks; the names are left out where they are those of the one county."""
KEYED = frozenset(("type_word", "province", "precision", "campaign", "facility", "stage"))
"""Columns whose few values are written once, in `keys`; the rows hold their numbers."""

_UNSAFE_IN_ISLAND = re.compile("[<\u2028\u2029\ud800-\udfff]")


def json_island(value: object) -> Markup:
    """JSON that can stand in a script element: nothing in it ends the element or starts a comment."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(_UNSAFE_IN_ISLAND.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def cited_pages(view: MapView) -> dict[tuple[str, str], int]:
    """Each (label, url) of the evidence -> its number, in order of appearance."""
    pages = dict.fromkeys((one["label"], one["url"]) for one in _told(view))
    return {page: number for number, page in enumerate(pages)}


def island_of(
    view: MapView, bounds: Bounds, frame: Frame, names: Mapping[str, object], listed: int
) -> dict[str, object]:
    """What the script needs of the view; so many sources stand in the page, and the others here."""
    cited, keys = cited_pages(view), Numbers()
    proofs = _proofs(view, cited)
    counties = {county["pcode"]: county for county in view["counties"]}
    placed, unplaced = parted(view)
    return {
        **{key: view[key] for key in ("stages", "facilities", "provinces", "campaigns", "own_headline")},
        "bounds": bounds,
        "frame": [frame.left, frame.top, frame.width, frame.height],
        "counties": _table(view["counties"], COUNTY_COLUMNS, keys),
        "places": _table(view["places"], PLACE_COLUMNS, keys),
        **{
            name: _table(
                [_lean(item, counties, cited, keys, proofs) for item in items], ANNOUNCEMENT_COLUMNS, keys
            )
            for name, items in (("announcements", placed), ("unplaced", unplaced))
        },
        **{
            name: _table([_claim(item, counties, cited, proofs) for item in items], CLAIM_COLUMNS, keys)
            for name, items in (("setbacks", view["setbacks"]), ("possible", view["possible"]))
        },
        "proofs": {name: [one[i] for one in proofs.known] for i, name in enumerate(PROOF_COLUMNS)},
        "published": _days_of_pages(view, cited),
        **({"sources": _columns(list(cited)[listed:])} if len(cited) > listed else {}),
        **points_for_script(view),
        **({"unnamed": words("not-in-table")} if view["of_table"] else {}),
        "messages": spoken(),
        "names": names,
        "keys": list(keys.known),
    }


def _columns(pages: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Pages as a table."""
    return {"label": [label for label, _ in pages], "url": [url for _, url in pages]}


def _told(view: MapView) -> list[EvidenceView | ClaimView]:
    """Everything that has words and a page: evidence, setbacks, what is possible."""
    items = [*view["announcements"], *view["unplaced"]]
    return [*(proof for item in items for proof in item["evidence"]), *view["setbacks"], *view["possible"]]


def _proof_of(one: EvidenceView | ClaimView, cited: Mapping[tuple[str, str], int]) -> tuple[str, int, int]:
    """Its words, whether they are ours, and the number of its page."""
    return one["text"], int(one["summary"]), cited[one["label"], one["url"]]


def _proofs(view: MapView, cited: Mapping[tuple[str, str], int]) -> Numbers:
    """All proofs, each once and with its number."""
    numbers = Numbers()
    for proof in sorted({_proof_of(one, cited) for one in _told(view)}):
        numbers.of(proof)
    return numbers


def _days_of_pages(view: MapView, cited: Mapping[tuple[str, str], int]) -> list[str]:
    """Day of publication of each page cited, by its number; empty if it is not known."""
    days = [""] * len(cited)
    for one in _told(view):
        number = cited[one["label"], one["url"]]
        days[number] = days[number] or one["published_on"]
    return days


def spoken() -> dict[str, dict[str, str]]:
    """What scripts say in each language; of the page's own words the English stands in the page."""
    return {
        language: {
            one.key: one.texts[language]
            for one in all_messages().values()
            if "script" in one.used or (language == "ko" and "page" in one.used)
        }
        for language in LANGUAGES
    }


class Numbers:
    """Values that are written once, with their numbers."""

    def __init__(self) -> None:
        self.known: dict[Any, int] = {}

    def of(self, value: Any) -> int | None:
        """The number of a value; None stays None."""
        return None if value is None else self.known.setdefault(value, len(self.known))


def parted(view: MapView) -> tuple[list[AnnouncementView], list[AnnouncementView]]:
    """Announcements with a place on the map, and those without, each once."""
    unplaced = {item["id"] for item in view["unplaced"]}
    return [item for item in view["announcements"] if item["id"] not in unplaced], list(view["unplaced"])


def _lean(
    item: AnnouncementView,
    counties: Mapping[str, CountyView],
    cited: Mapping[tuple[str, str], int],
    keys: Numbers,
    proofs: Numbers,
) -> dict[str, Any]:
    """An announcement without what is that of its county, and with its evidence as rows."""
    county = counties.get(item["polygon"] or "") if item["polygon"] == item["pcode"] else None
    same: dict[str, Any] = {}
    if county:
        same = {
            "id": f"{item['pcode']}-{item['facility']}-{item['campaign'] or 'undated'}",
            "place": county["name"],
            "place_ko": county["name_ko"],
            "province": county["province"],
            "mark": county["label"],
            "polygon": county["pcode"],
            "county": county["pcode"],
        }
    whole: dict[str, Any] = {**item}
    shared = {key: None for key, value in same.items() if whole[key] == value}
    evidence = [
        [
            *(keys.of(proof["stage"]), proof["date"]),
            proofs.of(_proof_of(proof, cited)),
            *filter(None, [proof["decision"]]),
        ]
        for proof in item["evidence"]
    ]
    dates = [[keys.of(stage), date] for stage, date in item["dates"]]
    return {**whole, **shared, "dates": dates, "evidence": evidence}


def _claim(
    item: ClaimView,
    counties: Mapping[str, CountyView],
    cited: Mapping[tuple[str, str], int],
    proofs: Numbers,
) -> dict[str, Any]:
    """A setback or possible event, its words among the proofs, without the names of its county."""
    county = counties.get(item["pages"][0]) if len(item["pages"]) == 1 else None
    same = county and (item["place"], item["place_ko"]) == (county["name"], county["name_ko"])
    return {
        **item,
        **({"place": None, "place_ko": None} if same else {}),
        "pages": " ".join(item["pages"]),
        "proof": proofs.of(_proof_of(item, cited)),
    }


def _table(
    records: Iterable[Mapping[str, Any]], columns: Sequence[str], keys: Numbers
) -> dict[str, list[Any]]:
    """Column -> its values, in the order of the records."""
    known = list(records)
    return {column: [_cell(column, record[column], keys) for record in known] for column in columns}


def _cell(column: str, value: Any, keys: Numbers) -> Any:
    """A value as it is written: a number for what is in `keys`, and for true and false."""
    if column in KEYED:
        return keys.of(value)
    return int(value) if isinstance(value, bool) else value
