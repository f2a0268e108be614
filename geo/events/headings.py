"""
Headings that give what stands under them its time.

`January: ...`, `2025` above a list of days, the day above each item of a page of several.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from geo.dates import MONTH, find_dates, month_number
from geo.events.reading import Reading
from geo.text import Pattern

_BEFORE_COLON = Pattern(
    rf"\W*(?P<span>(?:(?P<month>{MONTH})(?:,? (?P<year>20\d\d))?"
    r"|(?:(?P<year_ko>20\d\d)년 ?)?(?P<month_ko>1?\d)월)) ?:"
    r"|\W*(?P<whole>(?:19|20)\d\d)년?(?::| ?--| [-–—]) "
)
_DAY_LINE = Pattern(
    rf"\W*(?:[A-Z][a-z]{{2,5}}day,? )?(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?),? 20\d\d\W*"
)
_LONGEST_LINE = 40
_YEAR_LINE = Pattern(r"\W*(?P<year>20\d\d)년?(?: [가-힣 ·’']{0,16}(?:일지|연표|년표))?\W*")
_YEAR_WAS = Pattern(r"(?:The year )?(?P<year>20\d\d) (?:was|has been|saw|went down|brought|became)\b")
"""The first words of a text that looks back at a year."""
_BEGINS_WITH_DAY = Pattern(rf"\W*(?:\d{{1,2}} )?{MONTH}\b|\W*\d{{1,2}}월")


class Heading(NamedTuple):
    """The time that a heading gives."""

    start: int
    end: int
    period: str
    """YYYY or YYYY-MM."""
    day: str = ""
    """Of an item, the day that it bears."""

    @property
    def last_day(self) -> str:
        """The day from which dates under it are reckoned back."""
        if self.day:
            return self.day
        if len(self.period) == 4:
            return f"{self.period}-12-31"
        year, month = map(int, self.period.split("-"))
        return f"{self.period}-{monthrange(year, month)[1]:02d}"


class Headings:
    """The headings of a document."""

    def __init__(self, reading: Reading, reported: str | None) -> None:
        self.reading = reading
        self.reported = reported
        """The day of publication, from which a month without a year is reckoned."""

    def of(self, number: int) -> Heading | None:
        """The heading that a sentence stands under, by its number."""
        return self._found.get(number)

    @cached_property
    def _found(self) -> dict[int, Heading]:
        found: dict[int, Heading] = {}
        year: Heading | None = self._of_review
        month: Heading | None = None
        item: Heading | None = None
        paragraph = -1
        starts = {start for start, _ in self._years}
        for read in self.reading.sentences:
            s = read.sentence
            if s.start in starts:
                year = self._years[bisect_left(self._years, (s.start,))][1]
            if s.paragraph != paragraph:
                paragraph, month = s.paragraph, self._month(s.start, s.end, year)
            item = self._items.get(s.number, item)
            if here := month or year or (item if item and item.day != self.reported else None):
                found[s.number] = here
        return found

    @cached_property
    def _years(self) -> list[tuple[int, Heading]]:
        return list(self._year_lines())

    @cached_property
    def _items(self) -> dict[int, Heading]:
        """Lines that are a day, by the number of their sentence, if there are several."""
        found: dict[int, Heading] = {}
        text, last = self.reading.text, ""
        for read in self.reading.sentences:
            s = read.sentence
            if s.end - s.start > _LONGEST_LINE or not _DAY_LINE.fullmatch(text, s.start, s.end):
                last = ""
                continue
            days = find_dates(text, s.start, s.end, None)
            day = days[0].date if len(days) == 1 and days[0].date else ""
            if len(day) == 10 and not last:
                found[s.number] = Heading(days[0].start, days[0].end, day[:7], day)
            last = day
        return found if len({one.day for one in found.values()}) > 1 else {}

    @cached_property
    def _of_review(self) -> Heading | None:
        """The year that a text looks back at, as its first words say."""
        first = next((read.sentence for read in self.reading.sentences if not read.sentence.is_title), None)
        if first is None or self.reported:
            return None
        told = _YEAR_WAS.match(self.reading.text, first.start, first.end)
        return Heading(*told.span("year"), told["year"]) if told else None

    def _year_lines(self) -> Iterator[tuple[int, Heading]]:
        """Lines that are a year, with days right under them."""
        text, reads = self.reading.text, self.reading.sentences
        for at, read in enumerate(reads[:-1]):
            s, below = read.sentence, reads[at + 1].sentence
            line = _YEAR_LINE.fullmatch(text, s.start, s.end) if s.end - s.start < _LONGEST_LINE else None
            if line and _BEGINS_WITH_DAY.match(text, below.start, below.end):
                yield s.start, Heading(*line.span("year"), line["year"])

    def _month(self, start: int, end: int, year: Heading | None) -> Heading | None:
        """The month, or the year, before the colon that opens a paragraph."""
        led = _BEFORE_COLON.match(self.reading.text, start, min(end, start + 40))
        if led is None:
            return None
        if led["whole"]:
            past = led["whole"] <= (self.reported or "9")[:4]
            return Heading(*led.span("whole"), led["whole"]) if past else None
        number = month_number(led["month"]) if led["month"] else int(led["month_ko"])
        stated = led["year"] or led["year_ko"] or (year.period if year else None)
        if stated is None and self.reported:
            stated = str(int(self.reported[:4]) - (number > int(self.reported[5:7])))
        if stated is None or not 1 <= number <= 12:
            return None
        return Heading(*led.span("span"), f"{stated}-{number:02d}")
