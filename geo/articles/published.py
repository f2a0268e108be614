"""
The publication date that a reader can find in an article.

Looked for in this order, and the first that is there wins: the `DATE:` header; a date with a label ("Date:",
"Published:", 입력); the closing line of an agency ("www.kcna.kp (2025.02.04.)"); a dateline with its year; a
byline or a time stamp above the text; a line that holds nothing but a date; a dateline without its year, if
the text or a Juche year elsewhere gives it.

Not taken: dates in running sentences and captions, the day a page was crawled or shown (a date above the
headline, glued twice, beside the weather or "today"), dates below "Related articles", copyright years. A day
without a year, an impossible day and two dates that contradict each other give None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from geo.dates import DATELINE, JUCHE, WEEKDAY, compiled, full_dates, iso_day, month_number, year_of

_HEAD_LINES = 15
_TAIL_LINES = 6
_PARAGRAPH = 160
_BYLINE_WORDS = 6
_REST_WORDS = 12
_LONGEST_DATE = 80

_LABEL = (
    r"(?m)(?:^|[|·•ㅣ/\[(]|(?<!\s)\s\s|(?<=기자)\s)\s*+"
    r"(?:(?i:first\s+)?(?i:published|posted|publication date|pub\. date|date published|write|date)"
    r"|기사\s?입력|최초\s?입력|입력|등록|승인|송고|게시|작성|발행|보도|출고|게재|Veröffentlicht|Publicado|Опубликовано)"
    r"(?i:\s*+(?:시간|일시|일자|일|on|at|am|el))?\s*+[:：]?\s*+(?:(?:on|at)\s++)?(?:\w{2,9}[,.]?\s++)?(?=.{0,9}\d)"
)
_UPDATED = r"(?m)(?:^|[|·•/])\s*(?i:(?:last\s+)?(?:updated|modified)|수정|최종\s?수정)[^\d\n]{0,20}"
_AGENCY = r"(?:www\.[\w.-]{1,80}|\w{1,40}\.(?:kp|com)|KCNA|통신|신문)\s*[(\[](?=\s?\d{4}[.-])"
_DATELINE_KO = (
    r"[(\[【][가-힣]{2,8}\s?(?P<date>(?:\d{4}년\s?)?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일)\s?발"
    r"\s?[^)\]】\n]{2,20}[)\]】]"
)
_JUCHE_LINE = rf"(?m)^[\[(]?{JUCHE}\s?년?[.\])]?$"
_JUNK = (
    r"(?i)^(?:related|more from|most (?:read|viewed|popular)|editor.?s pick|latest|recent|popular|trending|"
    r"also read|recommended|leave a reply|archives?|comments?|see also|많이\s?본|관련\s?(?:기사|뉴스)|"
    r"최신|인기|추천|주요\s?뉴스|댓글)"
)
_BANNER = (
    r"(?i)°|℃|\btoday\b|weather|humidity|sunny|cloudy|오늘|날씨|맑음|흐림|구름|기온|미세먼지|"
    r"\bhome\b|\bmenu\b|log ?in|sign in|subscribe|로그인|회원가입|구독|전체메뉴|crawl|archived|captured|"
    r"retrieved|accessed|cached|snapshot|updated|수정|수집|copyright|©|저작권"
)
_TOPIC = (
    r"(?i)photo|image|picture|credit|caption|file|ceremon|factor|count(?:y|ies)|construct|visit|inaugurat|ground|anniversary|"
    r"사진|캡처|제공|착공|준공|행사|기념"
)
_CRAWLED = (
    r"(?im)KCNA Watch|Read original version at source|More From |North Korea headlines delivered|"
    r"bulletin board|message board|\bforum\b|게시판|^KCNA \S"
)
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
_TRIMMINGS = (
    rf"(?i){_TIME}|{WEEKDAY}|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|[월화수목금토일]요일|오전|오후|[ap]\.?m\.?|\bKST\b|"
    r"《[^》]*》|\d+\s?면|[^\w]"
)
_BYLINE = (
    r"(?i)^(?:(?:written |reported |posted |published )?by)\b|기자|특파원|통신원|reporter|correspondent|staff"
)
_AUTHOR_WORD = r"(?a)[A-Z][\w.'’-]*|by|and|at|on|of|the|\d+|[가-힣]{2,4}|min|read|pm|am"


@dataclass(frozen=True)
class _Line:
    """One line with its only date, if it has one and no other."""

    text: str
    day: str | None
    rest: str
    """The line without the date, without times, weekdays and punctuation."""
    stamped: bool
    """Whether a time of day stands in it."""
    glued: bool
    """Whether the same day stands in it twice."""


@dataclass(frozen=True)
class _Page:
    """What is searched: the text down to lists of other articles, and the lines around its paragraphs."""

    text: str
    head: tuple[_Line, ...]
    tail: tuple[_Line, ...]


def _read_line(text: str) -> _Line:
    """Look at one line; a paragraph is none that dates an article."""
    dates = list(full_dates(text)) if len(text) <= _PARAGRAPH else []
    days = {day for _, _, day in dates}
    day = days.pop() if len(days) == 1 else None
    rest = text
    for start, end, _ in reversed(dates):
        rest = rest[:start] + " " + rest[end:]
    rest = " ".join(compiled(_TRIMMINGS).sub(" ", rest).split()) if dates else rest
    return _Line(text, day, rest, bool(compiled(_TIME).search(text)), len(dates) > 1)


def _read_page(text: str, title: str | None) -> _Page:
    """Cut a text into head and tail; above a repeated headline only a line with a time of day counts."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    junk = next(
        (number for number, line in enumerate(lines) if number and compiled(_JUNK).match(line)), len(lines)
    )
    lines = lines[:junk]
    repeated = [number for number, line in enumerate(lines[:_HEAD_LINES]) if title and line == title]
    top = lines[repeated[0] + 1 :] if repeated else lines
    if repeated and repeated[0] and compiled(_TIME).search(lines[repeated[0] - 1]):
        top = [lines[repeated[0] - 1], *top]
    long = next((number for number, line in enumerate(top) if len(line) > _PARAGRAPH), len(top))
    head = top[: min(long, _HEAD_LINES)]
    if head and not repeated and compiled(_CRAWLED).search(text):
        head = head[1:] if next(full_dates(head[0]), None) else head
    tail = lines[max(long, len(lines) - _TAIL_LINES) :]
    return _Page("\n".join(lines), tuple(map(_read_line, head)), tuple(map(_read_line, tail)))


def _after(pattern: str, text: str, reach: int) -> str | None:
    """The first full date at most `reach` characters after a match, in a line that says little else."""
    for found in compiled(pattern).finditer(text):
        stop = min(len(text), found.end() + reach + _LONGEST_DATE)
        line_end = text.find("\n", found.end(), stop)
        hit = next(full_dates(text, found.end(), stop if line_end < 0 else line_end), None)
        if hit and hit[0] - found.end() <= reach and _ends_soon(text, hit[1]):
            return hit[2]
    return None


def _ends_soon(text: str, at: int) -> bool:
    """Whether at most a few words stand between a place and the end of its line."""
    for words, word in enumerate(compiled(r"\n|\S+").finditer(text, at), 1):
        if word.group() == "\n" or words > _REST_WORDS:
            return word.group() == "\n"
    return True


def _labelled(page: _Page) -> str | None:
    """A date with a label that says it is the article's."""
    return _after(_LABEL, page.text, 9)


def _closing(page: _Page) -> str | None:
    """The closing line of an agency: its address or name and the date in parentheses; or that date alone."""
    last = re.search(r"\((?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?\)\s*$", page.text[-40:])
    alone = next(full_dates(last.group()), None) if last else None
    return _after(_AGENCY, page.text, 1) or (alone[2] if alone else None)


def _dateline(page: _Page) -> str | None:
    """A dateline that has its year."""
    for pattern in (DATELINE, _DATELINE_KO):
        found = compiled(pattern).search(page.text)
        hit = next(full_dates(found["date"]), None) if found else None
        if hit:
            return hit[2]
    return None


def _is_byline(line: _Line) -> bool:
    """Whether a line with a date is about the article itself: its author, its outlet, its time."""
    if (
        not line.day
        or line.glued
        or compiled(_BANNER).search(line.text)
        or compiled(_TOPIC).search(line.text)
    ):
        return False
    words = line.rest.split()
    if compiled(_BYLINE).search(line.text):
        return len(words) <= 2 * _BYLINE_WORDS
    return len(words) <= _BYLINE_WORDS and all(compiled(_AUTHOR_WORD).fullmatch(word) for word in words)


def _the_only(days: list[str | None]) -> str | None:
    """The one day that is named; None if there are several."""
    return days[0] if len(set(days)) == 1 else None


def _byline(page: _Page) -> str | None:
    """A byline or a time stamp above the text, or a reporter's name with a date below it."""
    lines = [
        line
        for line in page.head
        if _is_byline(line) and (line.stamped or compiled(_BYLINE).search(line.text))
    ]
    lines += [line for line in page.tail if _is_byline(line) and compiled(_BYLINE).search(line.text)]
    return _the_only([line.day for line in lines])


def _own_line(page: _Page) -> str | None:
    """A line above or below the text that holds a date and at most an outlet or a name."""
    for zone in (page.head, page.tail):
        days: list[str | None] = [line.day for line in zone if _is_byline(line)]
        if days:
            return _the_only(days)
    return None


def _issue(page: _Page) -> str | None:
    """The day in parentheses at the end of the first line: of an issue, a bulletin or a weekly."""
    first = page.text.splitlines()[0] if page.text else ""
    found = re.search(r"[(\[]([^()\[\]]{6,30})[)\]]\s*$", first)
    hit = next(full_dates(found[1]), None) if found else None
    return hit[2] if hit and not compiled(_TOPIC).search(first) else None


def _dateline_year(page: _Page) -> str | None:
    """A dateline without year, where the text names that very day with a year, or a line the Juche year."""
    found = compiled(DATELINE).search(page.text) or compiled(_DATELINE_KO).search(page.text)
    if not found:
        return None
    month = int(found["month"]) if found["month"].isdigit() else month_number(found["month"])
    ending = f"-{month:02d}-{int(found['day']):02d}"
    alone = {line.day for line in page.head + page.tail if line.glued or not line.rest}
    days = {day for _, _, day in full_dates(page.text) if day and day.endswith(ending) and day not in alone}
    line = compiled(_JUCHE_LINE).search(page.text)
    year = year_of(line) if line else None
    if year:
        days.add(iso_day(year, month, int(found["day"])) or "")
    return days.pop() or None if len(days) == 1 else None


def _updated(page: _Page) -> str | None:
    """The day of the last change, where the page tells no other."""
    return _after(_UPDATED, "\n".join(line.text for line in page.head), 1)


_FINDERS: tuple[Callable[[_Page], str | None], ...] = (
    _labelled,
    _closing,
    _dateline,
    _byline,
    _own_line,
    _issue,
    _dateline_year,
    _updated,
)


def header_day(value: str | None) -> str | None:
    """The day in a `DATE:` header or a column; None without year or day, or if there is no such day."""
    text = (value or "").strip()
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return iso_day(int(text[:4]), int(text[4:6]), int(text[6:]))
    hit = next(full_dates(text), None)
    return hit[2] if hit else None


def publication_date(
    text: str, header_date: str | None = None, *, start: int = 0, title: str | None = None
) -> str | None:
    """
    The day of publication as an ISO date, or None if a reader could not tell.

    Parameters
    ----------
    text
        The article with whatever of its page came along.
    header_date
        The value of a `DATE:` header or of a column; it wins if it is a full date.
    start
        Where the article begins in `text`, behind header lines.
    title
        The headline; dates above a line that repeats it belong to the page.
    """
    stated = header_day(header_date)
    if stated:
        return stated
    page = _read_page(text[start:], title)
    return next((day for find in _FINDERS if (day := find(page))), None)
