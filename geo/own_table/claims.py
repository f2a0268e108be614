"""What a row says of its project: facility group, campaign, and its stages with their dates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.models import ALL_STAGES, FACILITIES
from geo.outputs import listed
from geo.own_table.dates import read_date
from geo.own_table.records import BadCell, CellError
from geo.own_table.words import choices, facilities_of, nearest, stage_of
from geo.projects import POLICY_SINCE, day_range

Cells = Mapping[str, object]
"""Role -> cell; roles without a column are left out."""
Claim = tuple[str, str]
"""Stage and date, which may be empty."""

_CAMPAIGN = re.compile(r"(20\d\d)(?:\s*(?:campaign|년))?", re.IGNORECASE)
_NONE = frozenset(("", "-", "–", "none", "no", "n/a", "없음"))


_HAPPENING = {
    "groundbreaking": "groundbreaking",
    "under_construction": "work",
    "inspection": "visit",
    "completed": "completion",
    "operating": "operation",
}
"""Stage -> the noun for what a report tells of it."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What all rows are that do not say it themselves; empty if that is not known."""

    facility: str = ""
    stage: str = ""


def text_of(cells: Cells, role: str) -> str:
    """A cell as text on one line; CellError for one that holds nothing to read."""
    cell = cells.get(role)
    if isinstance(cell, BadCell):
        raise CellError(role, cell.text, cell.reason)
    if isinstance(cell, list):
        return " | ".join(map(str, cell))
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())


def date_of(cells: Cells, role: str) -> str:
    """A cell as a partial ISO date; CellError for what is none."""
    return _date(role, cells.get(role))


def _date(role: str, cell: object) -> str:
    try:
        return read_date(cell)
    except ValueError as error:
        raise CellError(role, cell.text if isinstance(cell, BadCell) else cell, str(error)) from None


def facility_of(cells: Cells, default: str) -> str:
    """The facility group of a row."""
    text = text_of(cells, "facility") or default
    if not text:
        raise CellError("facility", "", f"is empty. Write one of: {choices('facility')}")
    found = facilities_of(text)
    if len(found) == 1:
        return found[0]
    if found:
        named = " and ".join(FACILITIES[facility] for facility in found)
        raise CellError("facility", text, f"names {named}. Give each a row of its own")
    raise CellError("facility", text, f"is no facility of this map. {_advice('facility', text)}")


def campaign_of(cells: Cells) -> str:
    """The year of the campaign; empty if none is given."""
    text = text_of(cells, "campaign")
    if text.casefold() in _NONE:
        return ""
    found = _CAMPAIGN.fullmatch(text)
    if not found or int(found[1]) < min(POLICY_SINCE.values()).year:
        raise CellError("campaign", text, "is no year of the policy. Write 2024 or later, or nothing")
    return found[1]


def claims_of(cells: Cells, default: str, campaign: str) -> tuple[Claim, ...]:
    """
    Stages and dates of a row: of the columns for single stages, and of stage and date.

    Raises
    ------
    CellError
        If no stage is given or known, a date cannot be read, or what stands in the row cannot all be true.
    """
    wide = [
        (s, day) for s in ALL_STAGES if s in cells for one in _several(cells[s]) if (day := _date(s, one))
    ]
    text, day = text_of(cells, "stage"), date_of(cells, "date")
    if not text and not wide:
        text = default
    stage = stage_of(text)
    if text and stage is None:
        raise CellError("stage", text, f"is no stage. {_advice('stage', text)}")
    if stage and (day or stage not in dict(wide)):
        wide.append((stage, day))
    if not wide or (day and not stage):
        raise CellError("stage", "", f"is empty. Write one of: {choices('stage')}")
    _check_order(wide)
    return tuple(dict.fromkeys(_of_campaign(claim, campaign) for claim in wide))


def _several(cell: object) -> Sequence[object]:
    """The dates of a cell, which factorymap writes as a list."""
    return listed(cell) if isinstance(cell, list) or (isinstance(cell, str) and " | " in cell) else [cell]


def _of_campaign(claim: Claim, campaign: str) -> Claim:
    """A groundbreaking without a date was in the year of the campaign: that is what a campaign is."""
    return ("groundbreaking", campaign) if claim == ("groundbreaking", "") else claim


def _check_order(claims: Sequence[Claim]) -> None:
    """CellError if a project was completed or in operation before its ground was broken."""
    begun = [day for stage, day in claims if stage == "groundbreaking" and day]
    for stage, day in claims:
        if stage in ("completed", "operating") and day and begun and _last(day) < min(map(_first, begun)):
            said = f"lies before the groundbreaking ({min(begun)}). Correct one of them, or make it two rows"
            raise CellError(stage, day, said)


def check_report_day(claims: Sequence[Claim], published: str) -> None:
    """CellError if something is said to have been after the report on it was published; plans may be."""
    for stage, day in claims:
        if published and day and stage != "planned" and _first(day) > _last(published):
            raise CellError(
                "published",
                published,
                f"lies before the {_HAPPENING[stage]} ({day}) that it reports. Correct one of them",
            )


def _first(partial: str) -> date:
    days = day_range(partial)
    return days[0] if days else date.min


def _last(partial: str) -> date:
    days = day_range(partial)
    return days[1] if days else date.max


def _advice(kind: str, text: str) -> str:
    """What to write instead."""
    near = nearest(kind, text)
    return f"Did you mean {near!r}?" if near else f"Write one of: {choices(kind)}"
