"""What a row of a decisions file has to say to be a decision, whatever the articles are."""

from __future__ import annotations

from collections.abc import Iterator

from geo.models import UNDATED, Decision
from geo.projects import BY_HAND

Fault = tuple[str, str]
"""Column, and what is wrong with it."""

NEW = ("new_place", "new_facility", "new_stage", "new_date", "new_origin")
_NEW_IN_ADD = NEW[:4]


def faults(row: Decision) -> Iterator[Fault]:
    """What keeps a row from being used, in the order of the columns that one would look at."""
    if row.decision == "add":
        yield from _added(row)
    elif row.decision == "alias":
        yield from _alias(row)
    elif row.decision in BY_HAND:
        yield from _grouping(row)
    else:
        yield from _selecting(row)
    if row.with_key and row.decision not in BY_HAND:
        yield "with_key", f"{row.decision!r} is about one thing; clear this cell, or write merge or split"
    if row.decision in _SAID and not row.reason:
        yield "reason", f"it is empty; say why you {_SAID[row.decision]} it: the map shows that"


_SAID = {"reject": "reject", "correct": "correct", "not_a_site": "leave out"}
_SAID |= {word: word for word in ("merge", "split", "flag")}


def _values(row: Decision) -> dict[str, str]:
    """Column -> new value."""
    values = (row.new_pcode, row.new_facility, row.new_stage, row.new_date, row.new_origin)
    return dict(zip(NEW, values, strict=True))


def _selecting(row: Decision) -> Iterator[Fault]:
    """Decisions on what was read."""
    yield from _kind_of_key(row)
    named = row.key or row.document or row.url or row.pcode
    if row.surface and row.decision not in ("accept", "reject"):
        yield "surface", f"a name cannot be the object of {row.decision!r}; write alias and new_place"
    elif not named and not (row.surface and row.decision == "reject"):
        yield "key", "nothing says what it is about; give a key of review.csv, a document or a place"
    filled = [column for column, value in _values(row).items() if value]
    if row.decision == "correct" and not filled:
        yield "new_place", f"nothing to correct is given; fill {', '.join(NEW[:-1])} or {NEW[-1]}"
    elif row.decision != "correct" and filled:
        yield filled[0], f"{row.decision!r} takes no new value; write correct, or clear the cell"


def _kind_of_key(row: Decision) -> Iterator[Fault]:
    """Keys of conflicts, names and documents allow some decisions only."""
    kind = row.key[:1]
    if kind == "c" and row.decision != "accept":
        yield (
            "decision",
            f"a conflict cannot be the object of {row.decision!r}; accept leaves it as it is, and "
            "rejecting or correcting one of its reports, by their keys, settles it",
        )
    if kind == "e" and row.surface:
        yield "surface", "the key is that of an event, not of a name; clear one of the two"
    if kind == "d" and row.decision != "accept":
        yield "decision", "a document can only be accepted as it is; mend it by a DATE: or SOURCE: line"
    if kind == "n" and not (row.decision == "accept" or (row.decision == "reject" and row.surface)):
        yield "decision", "a name takes accept, reject (with its surface) or alias (with new_place)"


def _alias(row: Decision) -> Iterator[Fault]:
    if not row.surface:
        yield "surface", "it is empty; write the name as the texts have it"
    if not row.new_pcode:
        yield "new_place", "it is empty; write the unit that the name means"


def _grouping(row: Decision) -> Iterator[Fault]:
    """What is one project is said of two events, or of one that leaves its project."""
    for column, key in (("key", row.key), ("with_key", row.with_key)):
        if key and key[0] != "e":
            yield column, "it is no key of an event; those begin with e-"
    if not row.key:
        yield "key", "it is empty; give the key of an event of the project"
    if row.decision == "merge" and not row.with_key:
        yield "with_key", "it is empty; give the key of an event of the other project"
    if row.key and row.key == row.with_key:
        yield "with_key", "it is the same event; give one of the other project"
    for column, value in (*_values(row).items(), ("surface", row.surface)):
        if value:
            yield column, f"{row.decision!r} takes no new value; clear this cell"


def _added(row: Decision) -> Iterator[Fault]:
    """An event that the machine has not read needs all its parts and a source."""
    if row.key:
        yield "key", "what is added has no key; clear this cell"
    for column, value in (("place", row.pcode), ("facility", row.facility), ("stage", row.stage)):
        if value:
            yield column, f"what is added goes into new_{column}; clear this cell"
    for column in _NEW_IN_ADD[:3]:
        if not _values(row)[column]:
            yield column, "it is empty; an added event needs place, facility and stage"
    if not row.new_date:
        yield "new_date", f"it is empty; write the date, or {UNDATED}"
    if not (row.url or row.document):
        yield "url", "it is empty; an added event needs the address of its source, or a document that is read"
    elif not row.document:
        for column, value in (("publisher", row.publisher), ("published_on", row.published_on)):
            if not value:
                yield column, "it is empty; an added event needs publisher and day of its source"
    if not (row.quote or row.note):
        yield "quote", "it is empty; give the words of the source, or a note of your own in note"
