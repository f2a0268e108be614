"""What stands around the map: title and dates above it, campaigns, notes, sources and credits below."""

from __future__ import annotations

from itertools import chain

from geo.pictures.columns import TextLine, height_of, paragraph, write_column
from geo.pictures.sheet import Sheet
from geo.pictures.words import Speech
from geo.view import MapView, Theme

SMALL = 6.6
"""Size of the notes, in points."""
GUTTER = 8.0
"""Millimetres between the two columns of notes."""
PUBLISHERS = 12
"""So many publishers are named."""


def head_lines(view: MapView, words: Speech, theme: Theme, width: float) -> list[TextLine]:
    """Title, subtitle, byline, and of when the map is."""
    return [
        *paragraph(words.of(view["title"]), width, 21, theme.ink, bold=True, leading=1.15),
        *paragraph(words.of(view["subtitle"]), width, 11, theme.ink, space=1.2),
        *paragraph(view["byline"], width, 9, theme.ink, bold=True, space=0.8),
        *paragraph(_dates(view, words), width, 8.5, theme.quiet, space=0.8),
    ]


def _dates(view: MapView, words: Speech) -> str:
    """The period of the events and the day of the data."""
    period, day = view["period"], view["data_to"]
    said = (
        [words.say("picture-period", first=words.date(period[0]), last=words.date(period[1]))]
        if period
        else []
    )
    return " · ".join([*said, *([words.say("picture-data-to", day=words.date(day))] if day else [])])


class Foot:
    """Campaigns and the number of what is not on the map, then notes beside sources."""

    def __init__(self, view: MapView, words: Speech, theme: Theme, width: float, highest: float) -> None:
        self._width = width
        self._counts = paragraph(_counts(view, words), width, 8.5, theme.ink)
        column = (width - GUTTER) / 2
        room = highest - height_of(self._counts) - 2.5
        self._right = _source_lines(view, words, theme, column)
        self._left = _note_lines(view, words, theme, column, max(room, height_of(self._right)))

    @property
    def height(self) -> float:
        """In millimetres."""
        return height_of(self._counts) + 2.5 + max(height_of(self._left), height_of(self._right))

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draw from a height of the page downwards."""
        y = write_column(sheet, self._counts, left, top) - 2.5
        write_column(sheet, self._left, left, y)
        write_column(sheet, self._right, left + (self._width + GUTTER) / 2, y)


def _counts(view: MapView, words: Speech) -> str:
    """How many counties of each campaign are named, and how many reports are not on the map."""
    named = [
        words.say("picture-of", year=one["key"], named=one["named"], target=one["target"])
        for one in view["campaigns"]
    ]
    said = [f"{words.say('picture-named')}: {', '.join(named)}"] if named else []
    number = len(view["unplaced"])
    missing = [words.say("picture-unplaced", number=number)] if number else []
    return " · ".join(said + missing)


def _note_lines(view: MapView, words: Speech, theme: Theme, width: float, room: float) -> list[TextLine]:
    """The user's notes, then how to read the map, as far as there is room; what is left out is counted."""
    ours = [
        words.say("claim"),
        words.say("whole"),
        *([words.say("picture-unplaced-note")] if view["unplaced"] else []),
    ]
    notes = [*view["remarks"], *ours, *map(words.of, view["notes"])]
    lines = [TextLine(words.say("picture-notes"), SMALL + 0.6, theme.ink, bold=True)]
    for number, note in enumerate(notes):
        more = paragraph(note, width, SMALL, theme.quiet, space=0.7)
        last = paragraph(
            words.say("picture-more-notes", number=len(notes) - number), width, SMALL, theme.quiet, space=0.7
        )
        spare = 0.0 if number == len(notes) - 1 else height_of(last)
        if number > len(view["remarks"]) and height_of(chain(lines, more)) + spare > room:
            return [*lines, *last]
        lines += more
    return lines


def _source_lines(view: MapView, words: Speech, theme: Theme, width: float) -> list[TextLine]:
    """What was read, whose lines these are, and what they are not."""
    texts = [
        *_read(view, words),
        *view["attribution"],
        words.of(view["caveat"]),
        words.say("made-lite", generator=view["generator"]),
    ]
    head = TextLine(words.say("picture-sources"), SMALL + 0.6, theme.ink, bold=True)
    return [
        head,
        *chain.from_iterable(paragraph(text, width, SMALL, theme.quiet, space=0.7) for text in texts),
    ]


def _read(view: MapView, words: Speech) -> list[str]:
    """The most frequent publishers."""
    if not view["sources"]:
        return []
    named = [f"{one['publisher']} ({one['documents']})" for one in view["sources"][:PUBLISHERS]]
    others = len(view["sources"]) - len(named)
    listed = ", ".join([*named, *([words.say("picture-others", number=others)] if others else [])])
    return [
        words.say("picture-read", number=sum(one["documents"] for one in view["sources"]), publishers=listed)
    ]
