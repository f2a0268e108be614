"""The days that a sentence names, and which of them may be that of an event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from geo.dates import MONTH, DatePhrase, find_dates, go_back
from geo.events.basedays import BaseDays
from geo.events.clauses import is_of_another_deed
from geo.events.headings import Headings
from geo.events.phrases import PhrasePattern
from geo.events.predicates import Predicate
from geo.events.reading import Reading, SentenceReading
from geo.text import Pattern

_THAT_DAY = Pattern(r"(?:on )?(?:that|the same|the very|this) day|이날|같은 ?날|당일", re.IGNORECASE)
_BARE_DAY = Pattern(
    r"(?:on )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|일)?(?: (?:day )?of (?:the|that|the same) month)?"
)
_REPORTED_BEFORE = PhrasePattern(
    r"\b{reported en}\b\)?(?: (?:here|{told to}|in a report|dated|of|from|late|early|on|by \w+))*,?"
    r" (?:on |of |the )?(?:\w+day and (?:on )?)?$"
)
_THAT_IT = Pattern(r" [\"“]?(?:북한|북측)(?: 당국)?[이은] [^.\n]*다(?:[고며]|는 )")
"""Behind the day on which somebody else said so: 소장은 28일 북한이 공장을 준공했다고 설명했다."""
_REPORTED_BY = PhrasePattern(r"{reported ko}[>」》)\]’']?[은는이가도] $")
_REPORTED_AFTER = PhrasePattern(
    r"(?:'s)? (?:\w+ )?{report of en}\b(?! mill)|'s (?:kcna|rodong sinmun|yonhap|daily)\b"
    r"|\)?[자발부]? ?(?:\([^)]*\))? ?[\[<《「『]?"
    r"(?:{report of ko}|(?:{whose report} ){0,3}\S{0,6}(?:통신|신문|방송|매체|TV|티브이)[은는이에가들의])"
    r"|\)? 자 (?:\d|\S{0,6}(?:신문|보도|기사|지면|사설))"
)
_A_PAPER_SAID = Pattern(
    r",? (?:(?!(?:and|when|as|after|where|who|which|that)\b)[\w'’-]+,? ){0,5}?"
    r"(?:sinmun|kcna|yonhap|media|newspaper|paper|agency|news|outlets?|television|broadcaster|radio),?"
    r"(?: (?:also|first|later))? (?:reported|said|announced|carried|showed|revealed|disclosed)"
    r"(?= that\b| how\b|:|,? [“\"])"
)
_SAME_DAY = Pattern(r"(?:오늘|어제|그제|이날)\($")
"""Before a day in brackets that says the same: 신문은 오늘(25일)."""
_OPENS = Pattern(r"(?:\A|[.!?:\n”\"] *)(?:on )?$")
"""Around the day on which a paper said so: `On Friday, the party's newspaper, Rodong Sinmun, reported`."""
_WORDS = r"(?:에|자)?,? (?:(?!\S*(?:[준착완]공|개원|조업|시찰|지도|방문|찾|열[렸린]|다[고며]))\S+ ){0,5}"
BY_THEN_KO = Pattern(r"까지는? |" + _WORDS + r"\S*(?:사진|영상|이미지)(?:에는?|에서[도는]?|으?로|[을를]) ")
"""Behind a day that what was done may be older than: 26일까지 이미 착공했다, 3일 촬영한 위성사진에는."""
_TOLD_IN = PhrasePattern(
    _WORDS + r"(?:\S*{told in}(?:에[서는도 ]|[을를] (?:보면|통해))|\S+(?:에 (?:따르면|의하면)|[을를] 인용))"
)
"""Behind the day on which something was told or pictured: 28일 정례브리핑에서."""
_NEWS_CAME, _CAME = (
    Pattern(r"(?:보도|기사|소식)[가이는은] $"),
    Pattern(r"에? (?:나온|나왔|나오|있었|있은|실렸|실린)"),
)
"""Around a day: that of a report, 시찰했다는 보도가 3일 나왔다."""
_ANNOUNCED = Pattern(r"(?:에)? ?(?:발표|공표|공개|공포)")
_DENIED = PhrasePattern(
    r" ?[인일]? ?(?:것만 )?같(?:[다지습]|았|은데)|[이가은는]? {is not ko}"
    r"|,? as (?:wrongly|first|previously|earlier) "
)
_DENIED_BEFORE = PhrasePattern(r"\b{not on} $")
_DEADLINE = Pattern(r"\b(?:by|until|till|before)(?: the)?(?: end of)? $")
_WILL = PhrasePattern(r"\b{will do}\b(?:(?! (?:was|were|had|that|which) )[^,;.\n])*$")
_NOT_THEN = PhrasePattern(
    r"\b(?:(?:for|ahead of|to mark|marking|due(?: on| in)?)(?: the)?|{dated otherwise}|an?|one"
    r"|(?:ahead of|before|in time for) (?:[\w'’-]+ ){1,6}{feast},? (?:on|of|in)) $"
)
_POLICY_MADE = PhrasePattern(
    r"\b{a policy},? (?:[\w'’-]+ ){0,5}{made policy} (?:[^.;,\n]{1,50} )?(?:in |on )?(?:early |late )?$"
    r"|\b{made policy} [^.;,\n]{0,40}\b{a policy} (?:[^.;,\n]{1,40} )?(?:in |on )?(?:early |late )?$"
)
_OTHERS = PhrasePattern(r" (?:[a-z-]+ )?{has a day}\b")
"""Around a day that something was to have, or another thing's: `founded in`, `after the July 18 test`."""
BY_THEN = Pattern(
    r"\b(?:by(?: the end of)?|after|as of|around|about|either(?: on)?|week (?:of|beginning|starting)) $"
    r"|\b(?:images?|imagery|photos?|pictures?)(?: \w+(?: by [\w ]{2,24})?)? (?:on|from|of|dated)(?: the)? $"
)
"""Before a day or a month that what was done, or what is to be seen, may be older than."""
_NOW = frozenset({"today", "now", "지금", "오늘날", "현재", "currently"})
_OF_HELD = PhrasePattern(r" ?{held ko}(?= )")
ITS_EVENT = Pattern(
    r"(?:['’]s|(?<=\d)) (?:(?!report|edition|issue|to\b)[\w-]+ )?"
    r"(?:ground[ -]?break|ceremon|visit\b|inauguration|opening|completion)"
)
"""Behind a day: what happened then, whoever reports it, `Thursday's groundbreaking`."""
_AS_HE = Pattern(
    r",? (?:(?:as (?:he|she|they|the premier|kim)|while \w+ing)\b|at (?:the|an?|its) (?:ceremon|open|ground))"
)
"""Behind the day on which somebody spoke: what he did then, `said on Wednesday as he opened the mill`."""
_DECIDED = PhrasePattern(r"\b{decided}(?: [\w-]+){0,4} ?(?:on |in )?$")
_OTHER_DAY = PhrasePattern(r"(?: [^.\n]{0,160}?)? ?고 ?(?:지난 )?\d{1,2}일 ?{report of ko}")
"""Behind a day: the report has another one, 3일 ... 진행됐다고 4일 보도했다."""
_BEFORE_REPORT = Pattern(
    r"(?:the )?day before (?:the |its |this |\w+'s )(?:report|dispatch|announcement|news)"
)
_OF_A_PLAN = Pattern(r".?도 ?지방(?:발전|공업)|. ?지방발전")
"""Behind the year a plan is named after: 2026년도 지방발전정책대상건설."""
_WORK_FOR = PhrasePattern(
    r"\b(?:{work}|plan|target|goal|task|undertaking|campaign|programme)s? for (?:the (?:year )?)?$"
)
"""Before the year that something is done for, not in: `Today, we are launching the work for 2026`."""
_SINCE_SOMETHING = Pattern(
    r"\bsince (?:the |his |its |their |a )?(?:[\w'’-]+ ){1,9}(?:in|on|of) (?:early |late |mid-)?$"
)
"""Before the day of what is only reckoned from: `his first trip since the congress in late February`."""
_FIRST_OF = Pattern(r"\b(?:first|second|third|last|latest) (?:[\w-]+ ){1,4}of $")
"""Before the year of the report, which then says less than its month: `his first inspection of 2020`."""
_CLOCK = Pattern(r",? ?\d\d:\d\d|\.? ?/ ?(?:[가-힣]{2,4}\d?|AP|AFP|KCNA)\b")
"""Behind the day on which a page or a picture was made: 2018.12.3/뉴스1."""
_YEAR_BEHIND = Pattern(r"(?: county| city| district|시|군|구역)? ?\(((?:19|20)\d\d)\)")
_NO_YEAR = Pattern(
    rf"(?:(?:on|in|by) )?(?:the )?(?:(?:early|late|mid)[ -])?(?:{MONTH}(?: \d{{1,2}}\w{{0,2}})?"
    rf"|\d{{1,2}}\w{{0,2}} (?:of )?{MONTH}|\d{{1,2}}월(?: ?\d{{1,2}}일)?)",
    re.IGNORECASE,
)
"""The words of a day or a month that names no year, nor one that is reckoned."""
_THAT_YEAR = Pattern(r"그 ?해 |같은 ?해 |(?<=\.\s)이어 |\b(?:that|the same) year\b")
_LED = Pattern(r"\W*(?:20\d\d년도? |(?:지난해|작년)(?:에는?|에도)? )")
_AHEAD_OF = Pattern(
    r" [가-힣]{2,12}[을를] (?:하루 |이틀 |며칠 |눈 ?)?앞[두둔]|"
    r"\)?[을를] (?:(?:하루|이틀|사흘|며칠|눈)? ?앞[두둔]|맞[아으이는]|기념|계기|경축|축하|기리|잊|목표"
    r"|기한|시한)|로 (?:예정|잡[혀히았]|정[했해])"
    r"|(?:에|까지)? ?(?:[준완착]공|개원)[을를]? ?(?:예정|목표|계획|하기로|할 )"
    r"|까지 [^.,;]{0,24}?(?:[하내치]라[고는]|[할낼칠] ?것|하도록|해야|하기로)"
    r"|에? [가-힣]{1,5}(?:는|[될릴]) [^.,;\n]{0,20}[을를] (?:하루 |이틀 |며칠 )?앞[두둔]"
)
"""Behind a day: something was done before it, 태양절(4월 15일)을 앞두고, or was to be on it."""
_MONTH = Pattern(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|월")
_YEAR_TOLD = Pattern(r"\d{4}|next|this|[내래명]년|올해|오는|[내새]달|다음")
_A_YEAR = Pattern(r"\b20\d\d\b")
_FROM_THEN = ("부터", "로부터", "의 그날로부터", " 이후 ", " 이래 ")
"""Behind a day from which on something was done."""
_PLANNED_FOR = Pattern(r"\b(?:for|by|until|before|from)(?: the (?:end|beginning) of| early| late)? $")
_PLANNED_BY = Pattern(r"(?:년도?)?(?:까지|부터| ?[가-힣]{0,4} ?(?:완공|준공|개원|목표))")
"""Around a year that something was planned for."""
_TODAY = frozenset({"today", "this morning", "오늘"})
_SPEECH = Pattern(
    r"\bfull text of (?:the|his|a) (?:\w+ )?speech|^\W*(?:\w+ )?speech (?:of|by|made by) |연설 ?전문"
)
"""What the first words of a speech say that it is."""
_TODAY_IS = Pattern(r"(?:\btoday,|오늘,?) (?:on )?((?:the )?[\w.]{1,9}(?: [\w.]{1,9}){0,2})")
_YEAR = Pattern(r"올해|금년|올 |지난해|작년")
"""The year of the text, or the one before, with or without a month."""
_DAY = Pattern(r"\d{1,2}일|어제|오늘|그제|이틀 전|전날")
"""A day in the year of the text."""
_ITS_CLAUSE = 100
"""Code points before a day in which stands its verb."""
_NAMED = 40
"""Code points before a year in which stands what is named after it."""
_ITS_PLACE, _LISTED = 8, 3
"""Code points between a day and its place, for the province; days that make a list of them."""
PROCESSES = frozenset({"under_construction", "operating"})
"""Stages that last: a day on which they are seen is not theirs."""


class DayPhrases:
    """The day phrases of a document, sentence by sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.base = BaseDays(reading)
        self.headings = Headings(reading, self.base.reported)
        self.order = {read.sentence.number: index for index, read in enumerate(reading.sentences)}
        """Number of a sentence -> where it stands among those that were read."""
        self._found: dict[int, tuple[DatePhrase, ...]] = {}
        self._kept: dict[tuple[str, int], list[DatePhrase]] = {}
        self._opening: dict[int, DatePhrase | None] = {}
        """Number of a sentence -> the first day of its list of days and places, if it is one."""
        self._passed = 0
        """So many sentences have been read for phrases in their order."""

    def phrases(self, read: SentenceReading) -> tuple[DatePhrase, ...]:
        """Phrases of a sentence that may date an event, `that day` as the day named before."""
        number = read.sentence.number
        if number not in self._found:
            s, heading = read.sentence, self.headings.of(read.sentence.number)
            base = self.base.of(read)
            if heading is not None:
                base = min(heading.last_day, base) if base else heading.last_day
            dates = [*find_dates(self.reading.text, s.start, s.end, base), *self._in_brackets(read)]
            found = tuple(self._in_month(sorted(dates, key=lambda phrase: phrase.start)))
            if heading is not None and not found:
                span = max(heading.start, s.start - 1), max(heading.end, s.start - 1)
                found = (DatePhrase(*span, heading.period, "partial", "a heading"),)
            if not self.reading.document.published_on:
                found = self._as_stated(read, found)
            if base is None and (year := self.base.year):
                found = tuple(self._in_year(phrase, year) for phrase in found)
            if heading is None:
                found = self._in_story(read, found, base) if base else self._continued(read, found)
            self._found[number] = tuple(self._settled(read, phrase) for phrase in found)
        return self._found[number]

    def _in_brackets(self, read: SentenceReading) -> Iterator[DatePhrase]:
        """Years in brackets behind places: `hospitals in Kangdong (2023) and Ryonggang (2024)`."""
        for mention in (m for sites in read.sites for m in sites.mentions):
            if year := _YEAR_BEHIND.match(self.reading.folded, mention.end, read.sentence.end):
                yield DatePhrase(*year.span(1), year[1], "absolute", "a year in brackets")

    def _in_month(self, found: Sequence[DatePhrase]) -> Iterator[DatePhrase]:
        """Phrases, days in brackets in the month named before: 지난해 12월 강동군(15일), 신양군(18일)."""
        text, month = self.reading.text, ""
        for phrase in found:
            bare = _BARE_DAY.fullmatch(text, phrase.start, phrase.end)
            if month and bare and (text[phrase.start - 1], text[phrase.end : phrase.end + 1]) == ("(", ")"):
                phrase = replace(phrase, date=f"{month}-{int(bare['day']):02d}")
            month = phrase.date or "" if len(phrase.date or "") == 7 else month
            yield phrase

    def _as_stated(self, read: SentenceReading, found: tuple[DatePhrase, ...]) -> tuple[DatePhrase, ...]:
        """Phrases, those with a year as they are, so that no base day makes them the future."""
        s = read.sentence
        stated = {d.start: d for d in find_dates(self.reading.text, s.start, s.end, None) if d.date}
        return tuple(stated.get(phrase.start, phrase) for phrase in found)

    def _in_year(self, phrase: DatePhrase, year: str) -> DatePhrase:
        """A phrase of a text of which only the year is known: 올해 3월, 어제."""
        words = self.reading.text[phrase.start : phrase.end]
        if phrase.date is None and _YEAR.match(words):
            known = find_dates(self.reading.text, phrase.start, phrase.end, f"{year}-12-31")
            return known[0] if known and known[0].start == phrase.start else phrase
        return replace(phrase, date=year) if phrase.date is None and _DAY.fullmatch(words) else phrase

    def _continued(self, read: SentenceReading, found: tuple[DatePhrase, ...]) -> tuple[DatePhrase, ...]:
        """Phrases, days and months without a year in that of the one before, if they come later in it."""
        if all(phrase.date for phrase in found) or not (day := self._before(read, 7)):
            return found
        s, year = read.sentence, int(day[:4])
        told = find_dates(self.reading.text, s.start, s.end, None, context_year=year)
        later = {d.start: d for d in told if d.date and day[:7] < d.date[:7]}
        return tuple(d if d.date else later.get(d.start, d) for d in found)

    def _in_story(
        self, read: SentenceReading, found: tuple[DatePhrase, ...], base: str
    ) -> tuple[DatePhrase, ...]:
        """
        Phrases, those without a year in that of a story: 그해 7월에 찾아왔다. 10월 10일 준공되였다.

        Behind another year than that of the report (`begun in 2022. Opened on May 4`) it stays open.
        """
        lately = (go_back(base, "1 months") or "")[:7]
        bare = [
            d
            for d in found
            if d.kind == "partial" and _NO_YEAR.fullmatch(self.reading.folded, d.start, d.end)
        ]
        bare = [d for d in bare if len(d.date or "") >= 7 and (d.date or "") < lately]
        if not bare or not (told := self._told_before(read)):
            return found
        then, near = told
        kept = []
        for d in found:
            year = then[:4]
            if d in bare and year < (d.date or "")[:4]:
                year = year if year + (d.date or "")[4:] >= then else str(int(year) + 1)
                d = replace(d, date=year + (d.date or "")[4:] if near else None)
            kept.append(d)
        return tuple(kept)

    def _told_before(self, read: SentenceReading) -> tuple[str, bool] | None:
        """The last month or day of the two sentences before, and whether it is said to be of that year."""
        at = self.order[read.sentence.number]
        for earlier in reversed(self.reading.sentences[max(0, at - 2) : at]):
            start = earlier.sentence.start
            led = _LED.match(self.reading.text, start)
            for d in reversed(self.phrases(earlier)):
                if len(d.date or "") >= (4 if led else 7) and d.kind not in ("report", "dateline", "future"):
                    near = _THAT_YEAR.search(self.reading.folded, start, read.sentence.start + 4)
                    return d.date or "", near is not None
        return None

    def _settled(self, read: SentenceReading, phrase: DatePhrase) -> DatePhrase:
        words, date = self.reading.folded[phrase.start : phrase.end], phrase.date or ""
        if phrase.kind == "future" and date < (self.base.reported or "")[: len(date)]:
            return replace(phrase, kind="partial")  # 올해 2월 착공해 10월 완공 예정
        if words == "the year" and (
            named := _A_YEAR.findall(self.reading.folded, read.sentence.start, phrase.start)
        ):
            return replace(phrase, date=named[-1])
        if words in _TODAY and (self._today or self._is_a_speech or self.reading.quoted(phrase.start)):
            month = (self.base.reported or "")[:7] if self._is_a_speech else ""
            return replace(phrase, date=self._today or month or None)
        bare = _BARE_DAY.fullmatch(words)
        if _THAT_DAY.fullmatch(words) and (day := self._before(read, 10)):
            return replace(phrase, date=day)
        if bare and (phrase.date is None or "month" in words) and (day := self._before(read, 7)):
            return replace(phrase, date=f"{day[:7]}-{int(bare['day']):02d}")
        published = self.base.reported
        if bare and phrase.date is None and published and int(bare["day"]) <= int(published[8:10]):
            return replace(phrase, date=f"{published[:7]}-{int(bare['day']):02d}")
        return phrase

    @cached_property
    def _today(self) -> str | None:
        """The day that a speaker calls today, where he names it: `today, December 15, we inaugurate`."""
        for match in _TODAY_IS.finditer(self.reading.folded):
            for phrase in find_dates(self.reading.text, match.start(1), match.end(), self.base.reported):
                if phrase.start == match.start(1) and len(phrase.date or "") == 10:
                    return phrase.date
        return None

    @cached_property
    def _is_a_speech(self) -> bool:
        """Whether a text is a speech, whose `today` is the day it was made on, not that of the page."""
        lead = self.reading.sentences[:3]
        return bool(lead) and _SPEECH.search(self.reading.folded, 0, lead[-1].sentence.end) is not None

    def _before(self, read: SentenceReading, length: int) -> str | None:
        """The last date of so many letters or more that a sentence before names."""
        at = self.order[read.sentence.number]
        while self._passed < at:  # each needs only those before it, so that no long text goes too deep
            self._passed += 1
            self.phrases(self.reading.sentences[self._passed - 1])
        for earlier in reversed(self.reading.sentences[max(0, at - 6) : at]):
            for phrase in reversed(self.phrases(earlier)):
                if (
                    phrase.date
                    and len(phrase.date) >= length
                    and phrase.kind not in ("report", "dateline", "future")
                    and not self._is_of_report(phrase, "completed")
                ):
                    return phrase.date
        return None

    def usable(self, stage: str, read: SentenceReading) -> list[DatePhrase]:
        """Phrases of a sentence that are not those of the report, of a deadline or of something to come."""
        if read.junk:
            return []
        key = stage, read.sentence.number
        if key not in self._kept:
            found = list(self._usable_ones(stage, read))
            if stage == "planned":  # the day of a decision before that of the report on it
                found = [d for d in found if d in self.usable("completed", read)] or found
            self._kept[key] = found
        return self._kept[key]

    def _usable_ones(self, stage: str, read: SentenceReading) -> Iterator[DatePhrase]:
        folded = self.reading.folded
        for phrase in self.phrases(read):
            if phrase.kind in ("duration", "dateline") or phrase.date is None:
                continue
            if _BEFORE_REPORT.match(folded, phrase.start):
                continue  # another name of a day that stands beside it
            after = self.reading.text[phrase.end : phrase.end + 1]
            if after.isupper():
                continue  # a stamp that is glued to the text
            if _CLOCK.match(self.reading.text, phrase.end):
                continue  # when the page was made
            if stage in ("completed", "inspection") and (
                (
                    folded.endswith(("since ", "since the "), 0, phrase.start)
                    and not folded.startswith(", when ", phrase.end)
                )
                or _SINCE_SOMETHING.search(folded, max(0, phrase.start - 80), phrase.start)
                or folded.startswith(_FROM_THEN, phrase.end)
            ):
                continue  # `20 factories a year since 2024`, 2월부터 반년 만에
            if _AHEAD_OF.match(self.reading.text, phrase.end):
                continue  # what something was done ahead of
            own = ITS_EVENT.match(self.reading.folded, phrase.end)
            before = self.reading.folded[max(0, phrase.start - 60) : phrase.start]
            others = before.endswith("the ") and _OTHERS.match(folded, phrase.end)
            policy = bool(read.groups) and self._is_of_policy(phrase)
            if not own and stage != "planned" and (others or policy or _NOT_THEN.search(before)):
                continue
            if self.reading.text.startswith((" 현재", " 기준"), phrase.end):
                continue  # how things stood on a day
            if len(phrase.date) == 4 and self._is_of_what_is_done(phrase):
                continue
            if phrase.kind == "future":
                past = self._as_past(phrase)
                decided = _DECIDED.search(folded, max(0, phrase.start - 30), phrase.start)
                if past is None or (stage == "planned" and not decided):
                    continue
                phrase = past
            if not (own or self._opens_a_list(read, phrase)) and (
                (phrase.kind == "report" and stage != "planned") or self._is_of_report(phrase, stage)
            ):
                continue
            if stage != "planned" or len(phrase.date or "") != 4 or self._is_of_an_old_plan(phrase):
                yield phrase

    def _is_of_an_old_plan(self, year: DatePhrase) -> bool:
        """Whether a plan was made in a year, and is not for it: `announced in 2013 that it would build`."""
        made = (year.date or "") < (self.base.reported or "")[:4]
        return made and not (
            _PLANNED_FOR.search(self.reading.folded, max(0, year.start - _NAMED), year.start)
            or _PLANNED_BY.match(self.reading.text, year.end)
        )

    def _is_of_what_is_done(self, year: DatePhrase) -> bool:
        """Whether a year says only what is meant: `this year's projects`, `the work for 2026`."""
        text, folded = self.reading.text, self.reading.folded
        return (
            text.startswith(("'s", "’s"), year.end)
            or (text.startswith("의 ", year.end) and year.date == (self.base.reported or "")[:4])
            or _WORK_FOR.search(folded, max(0, year.start - _NAMED), year.start) is not None
            or (
                year.date == (self.base.reported or "")[:4]
                and _FIRST_OF.search(folded, max(0, year.start - _NAMED), year.start) is not None
            )
            or bool(self.base.reported and _OF_A_PLAN.match(text, year.end - 1))
        )

    def _opens_a_list(self, read: SentenceReading, phrase: DatePhrase) -> bool:
        """Whether a day is the first of three or more right before places: 7일 재령군, 9일 숙천군, ..."""
        number = read.sentence.number
        if number not in self._opening:
            starts = sorted(mention.start for sites in read.sites for mention in sites.mentions)
            days = [
                d
                for d in self.phrases(read)
                if bisect_right(starts, d.end) < bisect_right(starts, d.end + _ITS_PLACE)
            ]
            self._opening[number] = days[0] if len(days) >= _LISTED else None
        return phrase is self._opening[number]

    def _as_past(self, phrase: DatePhrase) -> DatePhrase | None:
        """A month without a year that was taken for the next one, as the last one."""
        words = self.reading.folded[phrase.start : phrase.end]
        if not _MONTH.search(words):
            return None
        if phrase.date is None or len(phrase.date) < 7 or _YEAR_TOLD.search(words):
            return None
        before = max(0, phrase.start - _ITS_CLAUSE)
        if any(ahead.search(self.reading.folded, before, phrase.start) for ahead in (_DEADLINE, _WILL)):
            return None
        return replace(phrase, date=f"{int(phrase.date[:4]) - 1}{phrase.date[4:]}", kind="partial")

    def _is_of_policy(self, phrase: DatePhrase) -> bool:
        """Whether a policy was made known on a day: `under the policy that Kim announced on January 15`."""
        low = max(0, phrase.start - _ITS_CLAUSE)
        return _POLICY_MADE.search(self.reading.folded, low, phrase.start) is not None

    def month_of_report(self, read: SentenceReading, p: Predicate) -> str | None:
        """The month in which a sentence says that its news was told: `the paper said on March 8, 2024`."""
        days = [
            d.date
            for d in self.phrases(read)
            if len(d.date or "") >= 7
            and self._is_of_report(d, "completed")
            and not (self._is_of_policy(d) or is_of_another_deed(self.reading, read, p, d))
        ]
        return days[0][:7] if days and days[0] else None

    def _is_of_report(self, phrase: DatePhrase, stage: str) -> bool:
        folded = self.reading.folded
        before, after = folded[max(0, phrase.start - 50) : phrase.start], folded[phrase.end : phrase.end + 40]
        before = _SAME_DAY.sub("", before)
        if any(told.match(folded, phrase.end) for told in (_OTHER_DAY, _OF_HELD, _AS_HE)):
            return False
        if _DENIED.match(after) or _DENIED_BEFORE.search(before):
            return True
        if BY_THEN.search(before) and stage != "planned":
            return False
        if _DEADLINE.search(before):
            return True
        if _NEWS_CAME.search(before) and _CAME.match(after):
            return True
        said = before.endswith(("은 ", "는 ", "이 ", "가 ")) and _THAT_IT.match(folded, phrase.end)
        said = said or _TOLD_IN.match(folded, phrase.end)
        if said and stage != "planned" and len(phrase.date or "") == 10:
            return True
        told = folded.startswith("지난해", phrase.start) and _REPORTED_AFTER.match(after)
        if (folded.startswith("지난", phrase.start) and not told) or (
            phrase.kind == "relative" and "전날" in folded[phrase.start : phrase.end]
        ):
            return False
        if folded[phrase.start : phrase.end] in _NOW and stage in PROCESSES:
            return True
        if stage == "planned" and _ANNOUNCED.match(after):
            return False
        if _REPORTED_AFTER.match(after):
            return True
        opens = stage != "planned" and _OPENS.search(folded, max(0, phrase.start - 8), phrase.start)
        if opens and _A_PAPER_SAID.match(folded, phrase.end):
            return True
        return stage != "planned" and bool(_REPORTED_BEFORE.search(before) or _REPORTED_BY.search(before))
