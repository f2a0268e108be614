"""What a row says of its project: facility group, campaign, and its stages with their dates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from geo.models import ALL_STAGES, FACILITIES, SETBACKS
from geo.outputs import listed
from geo.own_table.dates import is_part, read_date
from geo.own_table.own_words import Words
from geo.own_table.records import BadCell, CellError
from geo.own_table.words import choices, facilities_of, known_words, nearest, normal, stage_of
from geo.projects import POLICY_SINCE, day_range

Cells = Mapping[str, object]
"""Role -> cell; roles without a column are left out."""

_CAMPAIGN = re.compile(r"(20\d\d)(?:\s*(?:campaign|년))?", re.IGNORECASE)
_NONE = frozenset(("", "-", "–", "none", "no", "n/a", "없음"))


_HAPPENING = {
    "groundbreaking": "groundbreaking",
    "under_construction": "work",
    "inspection": "visit",
    "completed": "completion",
    "operating": "operation",
    "cancelled": "cancellation",
    "postponed": "postponement",
    "stopped": "stop",
    "denied": "denial",
}
"""Stage -> the noun for what a report tells of it."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What all rows are that do not say it themselves; empty if that is not known."""

    facility: str = ""
    stage: str = ""
    words: Words = field(default_factory=dict)
    """Somebody's own words for facilities and stages."""


@dataclass(frozen=True, slots=True)
class RowClaim:
    """One stage or setback of a row."""

    stage: str
    date: str
    """Partial ISO date; may be empty."""
    written: str = ""
    """The date as the cell has it, where that tells more: a quarter, a season."""


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


def facility_of(cells: Cells, defaults: Defaults) -> str:
    """The facility group of a row."""
    text = text_of(cells, "facility") or defaults.facility
    if not text:
        raise CellError("facility", "", f"is empty. Write one of: {choices('facility')}")
    own = defaults.words.get(("facility", normal(text)))
    found = (own,) if own else facilities_of(text)
    if len(found) == 1:
        return found[0]
    if found:
        named = " and ".join(FACILITIES[facility] for facility in found)
        raise CellError("facility", text, f"names {named}. Give each a row of its own")
    raise CellError("facility", text, f"is no facility of this map. {_advice('facility', text)}")


def origin_of_row(cells: Cells) -> str:
    """Whose claim a row says that it is, in the words that reports have for it; empty if it does not say."""
    text = text_of(cells, "origin")
    return known_words("origin").get(normal(text), "" if text.casefold() in _NONE else text.casefold())


def campaign_of(cells: Cells) -> str:
    """The year of the campaign; empty if none is given."""
    text = text_of(cells, "campaign")
    if text.casefold() in _NONE:
        return ""
    found = _CAMPAIGN.fullmatch(text)
    if not found or int(found[1]) < min(POLICY_SINCE.values()).year:
        raise CellError("campaign", text, "is no year of the policy. Write 2024 or later, or nothing")
    return found[1]


def claims_of(cells: Cells, defaults: Defaults, campaign: str) -> tuple[RowClaim, ...]:
    """
    Stages and dates of a row: of the columns for single stages, and of stage and date.

    Raises
    ------
    CellError
        If no stage is given or known, a date cannot be read, or what stands in the row cannot all be true.
    """
    stages = [stage for stage in (*ALL_STAGES, *SETBACKS) if stage in cells]
    wide = [claim for s in stages for one in _several(cells[s]) if (claim := _claim(s, s, one)).date]
    text, day = text_of(cells, "stage"), date_of(cells, "date")
    if not text and not wide:
        text = defaults.stage
    stage = defaults.words.get(("stage", normal(text))) or stage_of(text)
    if text and stage is None:
        raise CellError("stage", text, f"is no stage. {_advice('stage', text)}")
    if stage and (day or stage not in {claim.stage for claim in wide}):
        wide.append(_claim(stage, "date", cells.get("date")))
    if not wide or (day and not stage):
        raise CellError("stage", "", f"is empty. Write one of: {choices('stage')}")
    _check_order(wide)
    return tuple(dict.fromkeys(_of_campaign(claim, campaign) for claim in wide))


def _claim(stage: str, role: str, cell: object) -> RowClaim:
    """A stage with the date of a cell."""
    return RowClaim(stage, _date(role, cell), " ".join(str(cell).split()) if is_part(cell) else "")


def _several(cell: object) -> Sequence[object]:
    """The dates of a cell, which factorymap writes as a list."""
    return listed(cell) if isinstance(cell, list) or (isinstance(cell, str) and " | " in cell) else [cell]


def _of_campaign(claim: RowClaim, campaign: str) -> RowClaim:
    """A groundbreaking without a date was in the year of the campaign: that is what a campaign is."""
    return RowClaim("groundbreaking", campaign) if claim == RowClaim("groundbreaking", "") else claim


def _check_order(claims: Sequence[RowClaim]) -> None:
    """CellError if a project was completed or in operation before its ground was broken."""
    begun = [claim.date for claim in claims if claim.stage == "groundbreaking" and claim.date]
    for stage, day in ((claim.stage, claim.date) for claim in claims):
        if stage in ("completed", "operating") and day and begun and _last(day) < min(map(_first, begun)):
            said = f"lies before the groundbreaking ({min(begun)}). Correct one of them, or make it two rows"
            raise CellError(stage, day, said)


def check_report_day(claims: Sequence[RowClaim], published: str) -> None:
    """CellError if something is said to have been after the report on it was published; plans may be."""
    for stage, day in ((claim.stage, claim.date) for claim in claims):
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
