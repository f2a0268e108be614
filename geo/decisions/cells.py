"""The cells of a decisions file: each read strictly, or told with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from geo.decisions.keys import KEY
from geo.errors import PlaceNotFoundError
from geo.models import ALL_STAGES, DECISIONS, FACILITIES, LONGEST_EVIDENCE, SETBACKS, UNDATED, Unit
from geo.places import BY_SOUND, load_gazetteer, settle

_PCODE = re.compile(r"(X?KP\d{2,4}(?:-[a-z][a-z-]*)?)\b[\s:,-]*(.*)", re.DOTALL)
_DATE = re.compile(r"(\d{4})(?:[-/.]\s?(\d{1,2})(?:[-/.]\s?(\d{1,2}))?)?\.?")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")


SHOWN = 60
"""Characters of a cell that are repeated in a message."""


class BadDecision(Exception):
    """What is wrong with a cell, and what to write."""

    def told_of(self, cell: str) -> str:
        """The message, with no more of a long cell than its beginning."""
        return str(self) if len(cell) <= SHOWN else str(self).replace(cell, cell[: SHOWN - 1] + "…")


def read_decision(cell: str) -> str:
    """One of `DECISIONS`, in any case and with spaces or hyphens."""
    return _one_of(cell, dict.fromkeys(DECISIONS, ""))


def read_facility(cell: str) -> str:
    """A facility group, by its key or its label."""
    return _one_of(cell, FACILITIES)


def read_stage(cell: str) -> str:
    """A stage or a setback."""
    return _one_of(cell, dict.fromkeys((*ALL_STAGES, *SETBACKS), ""))


def read_date(cell: str) -> str:
    """A partial ISO date from year, month and day in that order, or `undated`."""
    if cell.casefold() == UNDATED:
        return UNDATED
    match = _DATE.fullmatch(cell)
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        date(*[*parts, 1, 1][:3])
    except (TypeError, ValueError):
        raise BadDecision(
            f"{cell!r} is no date; write 2024-02-28, 2024-02, 2024 or {UNDATED} "
            "(spreadsheets keep that in a column of text)"
        ) from None
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def read_day(cell: str) -> str:
    """An ISO day."""
    try:
        day = read_date(cell)
    except BadDecision:
        day = ""
    if len(day) != 10:
        raise BadDecision(f"{cell!r} is no day; write it like 2024-02-28")
    return day


def read_key(cell: str) -> str:
    """A key as review.csv has it."""
    if not KEY.fullmatch(cell.lower()):
        raise BadDecision(f"{cell!r} is no key; copy it from review.csv, where keys look like e-0123456789")
    return cell.lower()


def read_address(cell: str) -> str:
    """A web address."""
    if not _ADDRESS.fullmatch(cell):
        raise BadDecision(f"{cell!r} is no web address; write it with https://")
    return cell


def read_words(cell: str) -> str:
    """Words of a person, on one line."""
    words = " ".join(cell.split())
    if len(words) > LONGEST_EVIDENCE:
        raise BadDecision(f"it has {len(words)} characters; shorten it to {LONGEST_EVIDENCE}")
    return words


def read_place(cell: str) -> str:
    """
    P-code of the one unit that a cell means: a name in any listed spelling, or a P-code, alone or with a
    name as in the `candidates` of review.csv. Nothing is guessed: a spelling that no list has is refused.
    """
    match = _PCODE.fullmatch(cell)
    if match:
        return _coded(match[1], match[2]).pcode
    try:
        answer = settle(cell)
    except PlaceNotFoundError as error:
        raise BadDecision(str(error)) from None
    assert answer.unit
    if answer.confidence <= max(BY_SOUND.values()):
        raise BadDecision(
            f"{cell!r} is in no list of spellings; if you mean {written(answer.unit)}, write that"
        )
    return answer.unit.pcode


def written(unit: Unit) -> str:
    """A unit as review.csv writes it, and as `read_place` takes it back."""
    return f"{unit.pcode} {unit.name} ({load_gazetteer().province_of(unit.pcode).name})"


def _coded(pcode: str, name: str) -> Unit:
    """The unit of a P-code; a name beside it has to be its own."""
    units = load_gazetteer().units
    if pcode not in units:
        raise BadDecision(f"no unit has the P-code {pcode!r}; try `factorymap locate NAME`")
    unit = units[pcode]
    if name and not {unit.name.casefold(), unit.hangul} & _words(name):
        raise BadDecision(f"{pcode} is {unit.name}, but the cell says {name!r}; leave one of the two")
    return unit


def _words(name: str) -> set[str]:
    """The name without its bracket, and without what follows a comma or a type word."""
    bare = re.split(r"[(,\[]", name, maxsplit=1)[0].strip().casefold()
    return {bare, re.sub(r"[ -](?:county|city|district|gun|si|kun|guyok)$", "", bare), bare[:-1]}


def _one_of(cell: str, known: Mapping[str, str]) -> str:
    """The key of a table that the cell names, by key or label."""
    wanted = re.sub(r"[\s-]+", "_", cell.casefold())
    for name, label in known.items():
        if wanted in (name, re.sub(r"[\s-]+", "_", label.casefold())):
            return name
    near = get_close_matches(wanted, known, n=1)
    raise BadDecision(
        f"{cell!r} is none of {', '.join(known)}" + (f"; did you mean {near[0]}?" if near else "")
    )
