"""The day that dates are reckoned from where a page shows none: a caption's stamp, or the day of its news."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from geo.dates import MONTH, find_dates, iso_day, month_number
from geo.events.phrases import PhrasePattern
from geo.events.reading import Reading, SentenceReading
from geo.text import Pattern

_STAMPED = PhrasePattern(
    r"(?<!\d)(?P<told>\d\d?)일 (?:\S{1,8} )?{report of ko}[가-힣]{0,5}\.?\s*"
    r"(?P<year>20\d\d)\. ?(?P<month>\d\d?)\. ?(?P<day>\d\d?)(?!\d)"
)
"""The last words of a caption and the day it was sent: 25일 전했다. 2025.2.25."""
_THIS_YEAR = PhrasePattern(
    r"(?:올해|금년)(?:인)? ?\(?(20\d\d)(?=년|\))|(20\d\d)년인 올해"
    r"|(20\d\d)년도?(?:의)? (?:{projects of ko}) [^.\n]{0,60}(?:착공|시작|개시)"
)
"""Words that say which year it is: 올해(2025년), 2026년도 지방발전정책 대상 건설 착공식."""
_STAMPED_EN = Pattern(
    rf"\b(?:Image|Photo|Picture): [\w .]{{2,30}}\((?P<month>{MONTH}) (?P<day>\d\d?), (?P<year>20\d\d)\)"
)
"""The end of a caption: where a picture is from and the day it was sent."""
_LEAD = 3
"""Paragraphs in which the picture of the news itself stands."""
_NEWS = frozenset({"ground", "open", "visit"})
"""Senses of what has a day of its own."""
_TOLD_FIRST, _FIRST = 3, 5
"""So many sentences may give the day of the news, and so many if they are captions."""
_NEAR = 60
"""Code points between a day and what is told of it."""


class BaseDays:
    """The day that the phrases of each sentence are reckoned from."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def of(self, read: SentenceReading) -> str | None:
        """Of one sentence: the day of publication, else that of the document, else of its own stamp."""
        return self.reported or self._of_news or self._stamps.get(read.sentence.number)

    @cached_property
    def reported(self) -> str | None:
        """The day of the report: of publication, or of the stamp if the text tells of the same day again."""
        if self.reading.document.published_on:
            return self.reading.document.published_on
        if day := self._of_picture:
            return day
        told = _STAMPED.sub("", self.reading.folded)
        days = dict.fromkeys(self._stamps.values())
        return next((day for day in days if re.search(rf"(?<!\d){int(day[8:])}일", told)), None)

    @cached_property
    def year(self) -> str | None:
        """The year that a text without a day says itself to be of."""
        told = {next(filter(None, hit.groups())) for hit in _THIS_YEAR.finditer(self.reading.folded)}
        return told.pop() if len(told) == 1 else None

    @cached_property
    def _of_picture(self) -> str | None:
        """The day on which the picture of the news was sent."""
        lead = [read.sentence for read in self.reading.sentences if read.sentence.paragraph <= _LEAD]
        sent = _STAMPED_EN.search(self.reading.text, lead[0].start, lead[-1].end) if lead else None
        return iso_day(int(sent["year"]), month_number(sent["month"]), int(sent["day"])) if sent else None

    @cached_property
    def _stamps(self) -> dict[int, str]:
        """Number of a sentence -> the day that its caption was sent on."""
        found: dict[int, str] = {}
        text, at, reads = self.reading.text, 0, self.reading.sentences
        while stamp := _STAMPED.search(text, at):
            at = stamp.end()
            day = iso_day(int(stamp["year"]), int(stamp["month"]), int(stamp["day"]))
            here = bisect_right(reads, stamp.start(), key=lambda read: read.sentence.end)
            inside = here < len(reads) and reads[here].sentence.start <= stamp.start()
            if day and inside and int(stamp["told"]) == int(stamp["day"]):
                found[reads[here].sentence.number] = day
        return found

    @cached_property
    def _of_news(self) -> str | None:
        """The day with its year on which the first sentences say that their news happened."""
        for number, read in enumerate(self.reading.sentences[:_FIRST]):
            s = read.sentence
            if number >= _TOLD_FIRST and not s.is_caption:
                continue
            told = [p for p in read.predicates if p.sense in _NEWS and p.aspect != "ahead" and not p.denied]
            for phrase in find_dates(self.reading.text, s.start, s.end, None) if told else ():
                full = phrase.kind == "absolute" and len(phrase.date or "") == 10
                near = _NEAR if not s.is_caption else s.end - s.start
                if full and any(-near <= p.start - phrase.end <= near for p in told):
                    return phrase.date
        return None
