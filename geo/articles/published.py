"""
The publication date that a reader can see in an article.

Looked for in this order: a stamp with a label ("Date:", "Published:", 입력); the closing line of an agency
("www.kcna.kp (2025.02.04.)"); a dateline with its year; a byline or a time stamp above the text; a line that
holds nothing but a date; a stamp in a head that was run together into one line; a dateline without its year,
if the text or a Juche year elsewhere gives it; a date above the headline that the days of the text lead up
to; the last change, where the page tells no other day.

Not taken: dates in running sentences and captions, the day a page was crawled, printed or shown (a date above
the headline, glued twice, beside the weather or "today"), dates below "Related articles", lists of articles
each with its own date, days of birth, appointments, deadlines, manuscripts, copyright years. A day without a
year, an impossible day and two dates that contradict each other give None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from geo.articles.flattened import day_run_together
from geo.articles.own_words import leads_up_to
from geo.articles.pagelines import PARAGRAPH, Page, TextRow, page_of
from geo.articles.stamps import SENTENCE_END, Stamp, day_after, days_of, narrow, short_rest
from geo.dates import JUCHE, compiled, full_dates, iso_day, month_number, year_of

_CLOCK = r"[T ](?P<hour>\d\d):\d\d(?::\d\d)?(?:[.,]\d{1,9})?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?"
_LATE = 9
"""An hour of a place in the west at which the next day has begun in Korea."""
_ENTRY = 450
"""Characters from one entry of a list of articles to the next."""
_BYLINE_WORDS = 6
_REST_WORDS = 12
_BRACKETED_YEAR = r"[(\[]\s?\d{4}[.-]"
_AGENCY = r"(?:(?<!\w)\w[\w.-]{0,60}\.(?:kp|com|jp)|KCNA|통신|신문)\s{0,3}[(\[](?=\s?\d{4}[.-])"
_JUCHE_LINE = rf"(?m)^[\[(]?{JUCHE}\s?년?[.\])]?$"
_BANNER = (
    r"(?i)°|℃|\btoday\b|weather|humidity|sunny|cloudy|오늘|날씨|맑음|흐림|구름|기온|미세먼지|"
    r"\bhome\b|\bmenu\b|log ?in|sign in|subscribe|로그인|회원가입|구독|전체메뉴|crawl|archived|captured|"
    r"load-date|\bsaved\b|스크랩|저장|인쇄|출력|"
    r"retrieved|accessed|cached|snapshot|printed|updated|수정|수집|copyright|©|ⓒ|저작권|최종편집|今日|今天|天气|天氣|"
    r"heute|сегодня|погода"
)
_MENU = (
    r"(?i)°|℃|^-?\d{1,2}(?:\.\d)? ?[CF]$|\btoday\b|weather|humidity|오늘|날씨|맑음|흐림|미세먼지|"
    r"\bhome\b|\bmenu\b|log ?in|sign in|^register$|listen live|watch live|subscribe|로그인|회원가입|구독|"
    r"전체메뉴|今日|今天|天气|天氣|登录|登錄|ログイン|heute|anmelden|сегодня|погода|войти"
)
_EASTERN_END = r"(?:。|다\.)[”’」』)）]?$"
"""The end of a sentence of scripts in which a whole sentence may be one word."""
_TOPIC = (
    r"(?i)photo|image|picture|credit|caption|file|ceremon|factor|count(?:y|ies)|construct|visit|inaugurat|"
    r"ground|anniversary|"
    r"\bborn\b|birth|\bdied\b|founded|established|deadline|\bdue\b|expires?|effective|event|"
    r"사진|캡처|제공|收稿|접수|\breceived\b|\baccepted\b|日まで|일까지|截止|\buntil\b|\bbis\s(?:zum\s)?\d|착공|준공|행사|기념|출생|생년월일|사망|창립|설립|마감|장소|생일|出生|生日|誕生|geboren|родил"
)
_BYLINE = (
    r"(?i)^(?:(?:written |reported |posted |published )?by)\b|기자|특파원|통신원|reporter|correspondent|"
    r"staff|^von\s|記者|记者|^(?:source|quelle|источник)\s?:"
)
_AUTHOR_WORD = (
    r"(?a)[A-Z][\w.'’-]*|by|and|at|on|of|the|\d+|[가-힣]{2,4}|min|read|pm|am|von|"
    r"[一-鿿ぁ-ヿ]{1,12}|[А-ЯЁ][а-яё]+"
)


class Seen(NamedTuple):
    """A day that may be the one of publication."""

    days: tuple[str, ...]
    """ISO days that the words may mean, the likeliest first."""
    where: str
    """Where it was seen, as a message names it."""
    rank: int
    """How much it is worth beside others; the lower, the more."""
    zoned: bool = False
    """Whether a time with its zone stands with it: the first day is the zone's, the last that of Korea."""
    clock: bool = False
    """Whether a time of day stands with it, so that elsewhere it may have been the day before or after."""


def _is_list(page: Page) -> bool:
    """Whether a page lists articles, each with a day of its own, and is none itself."""
    entries = [
        stamp
        for stamp in page.stamps
        if (stamp.kind == "first" and _opens_line(page.text, stamp))
        or (stamp.kind in ("", "first") and _stands_alone(page.text, stamp))
    ]
    first = entries[:3]
    bulleted = [_bulleted(page.text, stamp) for stamp in first]
    if len(first) == 3 and all(bulleted) and len({stamp.days for stamp in first}) > 1:
        return True
    return (
        len({stamp.days for stamp in first}) == 3
        and len({stamp.kind for stamp in first}) == 1
        and first[1].start - first[0].end <= _ENTRY
        and first[2].start - first[1].end <= _ENTRY
    )


def _bulleted(text: str, stamp: Stamp) -> bool:
    """Whether the line of a stamp begins with a bullet."""
    start = text.rfind("\n", max(0, stamp.start - PARAGRAPH), stamp.start) + 1
    return text[start : start + 2] in ("• ", "▪ ", "◦ ", "* ", "- ", "– ")


def _opens_line(text: str, stamp: Stamp) -> bool:
    """Whether a stamp stands at the beginning of a line."""
    return stamp.start == 0 or text[stamp.start - 1] == "\n"


def _stands_alone(text: str, stamp: Stamp) -> bool:
    """Whether a date is the beginning or the end of a line that says little else."""
    start = text.rfind("\n", max(0, stamp.start - PARAGRAPH), stamp.start)
    if start < 0 and stamp.start > PARAGRAPH:
        return False
    before, after = text[start + 1 : stamp.start], text[stamp.end : stamp.end + PARAGRAPH].split("\n", 1)[0]
    return len(before) + len(after) <= 40 and not compiled(SENTENCE_END).search(after.rstrip())


def _after(pattern: str, text: str, reach: int) -> tuple[str, ...]:
    """The first full date at most `reach` characters after a match, in a line that says little else."""
    for found in compiled(pattern).finditer(text):
        line_end = text.find("\n", found.end()) % (len(text) + 1)
        hit = next(full_dates(text, found.end(), min(line_end, found.end() + PARAGRAPH)), None)
        if hit and hit[0] - found.end() <= reach and len(text[hit[1] : line_end].split()) <= _REST_WORDS:
            return _one(hit[2])
    return ()


def _one(day: str | None) -> tuple[str, ...]:
    """A day as the only one that may be meant."""
    return (day,) if day else ()


def _labelled(page: Page) -> tuple[str, ...]:
    """A date with a label that says it is the article's."""
    for stamp in page.stamps:
        if stamp.kind == "first" and (stamp.known or short_rest(page.text, stamp.end)):
            return stamp.days
    return ()


def _closing(page: Page) -> tuple[str, ...]:
    """The closing line of an agency: its address or name and the date in parentheses; or that date alone."""
    last = re.search(r"\((?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?\)\s*$", page.text[-40:])
    alone = next(full_dates(last.group()), None) if last else None
    named = compiled(_BRACKETED_YEAR).search(page.text) and _after(_AGENCY, page.text, 1)
    return named or (_one(alone[2]) if alone else ())


def _dateline(page: Page) -> tuple[str, ...]:
    """A dateline that has its year."""
    for found in page.datelines:
        hit = next(full_dates(found["date"]), None) if found else None
        if hit:
            return _one(hit[2])
    return ()


@lru_cache(maxsize=64)
def _is_byline(line: TextRow) -> bool:
    """Whether a line with a date is about the article itself: its author, its outlet, its time."""
    if (
        not line.days
        or line.glued
        or line.amid
        or compiled(_BANNER).search(line.text)
        or compiled(_TOPIC).search(line.text)
        or compiled(_EASTERN_END).search(line.text)
    ):
        return False
    words = line.rest.split()
    if line.ends:
        return len(words) <= 2 * _BYLINE_WORDS
    if compiled(_BYLINE).search(line.text):
        return len(words) <= 2 * _BYLINE_WORDS
    if line.stamped and line.opens and len(words) <= _BYLINE_WORDS:
        return not compiled(SENTENCE_END).search(line.text)
    return len(words) <= _BYLINE_WORDS and all(compiled(_AUTHOR_WORD).fullmatch(word) for word in words)


def _the_only(days: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The one day that is named; none if there are several."""
    return days[0] if len(set(days)) == 1 else ()


def _byline(page: Page) -> tuple[str, ...]:
    """A byline or a time stamp above the text, or a reporter's name with a date below it."""
    beside = [None, *page.head, None]
    lines = [
        line
        for line, before, after in zip(page.head, beside, beside[2:], strict=False)
        if _is_byline(line)
        and (line.stamped or compiled(_BYLINE).search(line.text))
        and not (_is_menu(before) and _is_menu(after))
    ]
    lines += [line for line in page.tail if _is_byline(line) and compiled(_BYLINE).search(line.text)]
    return _the_only([line.days for line in lines])


def _own_line(page: Page) -> tuple[str, ...]:
    """A line above or below the text that holds a date and at most an outlet or a name."""
    for zone in (page.head, page.tail):
        beside = [None, *zone, None]
        days = [
            line.days
            for line, before, after in zip(zone, beside, beside[2:], strict=False)
            if _is_byline(line) and (line.rest or not (_is_menu(before) or _is_menu(after)))
        ]
        if days:
            return _the_only(days) if zone is page.head or len(days) == 1 else ()
    return ()


def _is_menu(line: TextRow | None) -> bool:
    """Whether a line beside a date tells that it is the page's: a menu, the weather."""
    return line is not None and len(line.text) < 60 and bool(compiled(_MENU).search(line.text))


def _issue(page: Page) -> tuple[str, ...]:
    """The day in parentheses at the end of the first line: of an issue, a bulletin or a weekly."""
    first = page.text.splitlines()[0] if page.text else ""
    found = re.search(r"[(\[]([^()\[\]]{6,30})[)\]]\s*$", first)
    hit = next(full_dates(found[1]), None) if found else None
    return _one(hit[2]) if hit and not compiled(_TOPIC).search(first) else ()


def _dateline_year(page: Page) -> tuple[str, ...]:
    """A dateline without year, where the text names that very day with a year, or a line the Juche year."""
    found = page.datelines[0] or page.datelines[1]
    if not found:
        return ()
    month = int(found["month"]) if found["month"].isdigit() else month_number(found["month"])
    ending = f"-{month:02d}-{int(found['day']):02d}"
    alone = {line.days[0] for line in page.head + page.tail if line.days and (line.glued or not line.rest)}
    days = {day for _, _, day in full_dates(page.text) if day and day.endswith(ending) and day not in alone}
    line = compiled(_JUCHE_LINE).search(page.text)
    year = year_of(line) if line else None
    if year:
        days.add(iso_day(year, month, int(found["day"])) or "")
    return _one(days.pop()) if len(days) == 1 else ()


def _updated(page: Page) -> tuple[str, ...]:
    """The day of the last change, where the page tells no other."""
    first = next((stamp for stamp in page.stamps if stamp.kind == "updated" and stamp.known), None)
    return first.days if first else day_run_together(page, ("updated",))


def _above(page: Page) -> tuple[str, ...]:
    """A day alone above the headline, which may be today's, if the days that the text names lead up to it."""
    beside = [None, *page.above, None]
    days = [
        line.days
        for line, before, after in zip(page.above, beside, beside[2:], strict=False)
        if _is_byline(line) and not line.rest and not (_is_menu(before) or _is_menu(after))
    ]
    day = _the_only(days)
    return day if day and leads_up_to(day[0], page.text) else ()


_FINDERS: tuple[tuple[Callable[[Page], tuple[str, ...]], str, int], ...] = (
    (_labelled, "byline", 1),
    (_closing, "closing line", 1),
    (_dateline, "dateline", 1),
    (_byline, "byline", 3),
    (_own_line, "line of its own", 4),
    (day_run_together, "byline", 4),
    (_issue, "first line", 4),
    (_dateline_year, "dateline", 4),
    (_above, "line above the headline", 4),
    (_updated, "last change", 6),
)
"""How a day is found, what the place is called, and its rank."""
_OF_ONE = (_labelled, _byline, _own_line, day_run_together, _issue, _above, _updated)
"""Those that are right for the page of one article only."""
CHANGED = 6
"""The rank of a day of change."""


def seen_on(text: str, *, title: str | None = None) -> Seen | None:
    """The day of publication that the text itself shows, with whatever of its page came along."""
    page = page_of(narrow(text), title)
    listed = _is_list(page)
    for find, where, rank in _FINDERS:
        if not (listed and find in _OF_ONE) and (days := find(page)):
            return Seen(days, where, rank)
    return None


def seen_in(value: str, where: str, rank: int, text: str = "") -> Seen | None:
    """The day that a header, a cell or a page's metadata names; `text` is the article. None without one."""
    days = days_of(value, text)
    if not days:
        return None
    time = compiled(_CLOCK).search(narrow(value))
    late = time is not None and not time["zone"] and int(time["hour"]) >= _LATE and len(days) == 1
    return Seen(
        (*days, day_after(days[0])) if late else days,
        where,
        rank,
        zoned=time is not None and bool(time["zone"]),
        clock=time is not None,
    )


def header_day(value: str | None) -> str | None:
    """The day in a `DATE:` header or a column; None without year or day, or if there is no such day."""
    days = days_of(value or "")
    return days[0] if days else None


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
    seen = None if stated else seen_on(text[start:], title=title)
    return stated or (seen.days[0] if seen else None)
