"""
A cell -> a partial ISO date, only where it can mean one date alone.

03/04/2024 is refused: it is 3 April to some and 4 March to others. A quarter, half or season is its year, and
"late" or 말 its year or month, never finer; a winter lies in two years and is refused. No clock is asked, and
no locale.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from numbers import Real

from geo.dates import MONTH, full_dates, iso_day, month_number
from geo.own_table.records import BadCell

EARLIEST, LATEST = 1945, 2040
"""Years that a date can have."""

NOTHING = frozenset(
    ("", "not known", *"- – — ? ?? n/a na none unknown undated tbd nan nat null 미상 불명 없음 미정".split())
)
"""What stands for no date."""

_WRITE = "Write it as 2024-02-28, 2024-02 or 2024"
_YMD = re.compile(r"(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})\.?(?:\s?\([월화수목금토일]\))?")
_YM = re.compile(r"(\d{4})(?:[-/](\d{1,2})|\.(\d\d)\.?|\.\s?(\d{1,2})\.)")
_SHORTENED = re.compile(r"\d{4}\.\d")
_DMY = re.compile(r"(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})")
_MY = re.compile(r"(\d{1,2})[/.-](\d{4})")
_SHORT_YEAR = re.compile(rf"\d{{1,2}}([-./])\d{{1,2}}\1\d\d|(?:\d{{1,2}}[- ])?{MONTH}[-' ]+\d\d", re.I)
_CLOCK = r"\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?|\d{1,2}시(?: ?\d{1,2}분)?(?: ?\d{1,2}초)?"
_TIME = re.compile(
    rf"(?:[T ]|, ?|\. | ?\([월화수목금토일]\) ?)(?:(?:오전|오후|AM|PM) ?)?(?:{_CLOCK})"
    r"(?: ?(?:[AP]M|오전|오후))? ?(?:Z|UTC|GMT|KST|[+-]\d\d:?\d\d)?$",
    re.I,
)
_KOREAN = re.compile(r"(\d{4})\s?[년年](?:\s?(\d{1,2})\s?[월月])?")
_MONTH_YEAR = re.compile(rf"(?P<name>{MONTH})[\s,-]+(?P<year>\d{{4}})", re.I)
_YEAR_MONTH = re.compile(rf"(?P<year>\d{{4}})[\s,-]+(?P<name>{MONTH})", re.I)
_OF_YEAR = (
    r"q[1-4]|[1-4]q|h[12]|[12]h|(?:first|second|third|fourth|last|1st|2nd|3rd|4th)[ -]quarter|"
    r"(?:first|second|1st|2nd)[ -]half|spring|summer|autumn|fall|제?[1-4](?:/4|사)? ?분기|[상하]반기|"
    r"(?:봄|여름|가을)철?"
)
_OF_TIME = r"early|mid|late|beginning|start|middle|end|[초중하상]순|[초중후]반|초|말"
_PART = rf"(?:in )?(?:the )?(?:(?P<of_year>{_OF_YEAR})|(?P<of_time>{_OF_TIME}))"
_PARTS = (
    re.compile(rf"{_PART}(?: of(?: the year)?|,)?[ /-]?(?P<whole>\S.*)", re.I),
    re.compile(rf"(?P<whole>.*?\w)[ ,/-]*{_PART}", re.I),
)
_WINTER = re.compile(r"(?:in )?(?:the )?(?:winter|겨울)\b.*\d{4}.*|\d{4}.*(?:winter|겨울철?)", re.I)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_LOWER = re.compile(r"\b[a-z]{3,9}\b")
_WEEKDAY_BEHIND = re.compile(r",? ?[월화수목금토일]요일$")
_WEEKDAY = re.compile(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+", re.I)


def read_date(cell: object) -> str:
    """
    The date of a cell, as precise as it is written; empty for an empty cell and for words such as "unknown".

    Raises
    ------
    ValueError
        If it is no date, none that exists, or may be several; the message says what to write.
    """
    if isinstance(cell, BadCell):
        raise ValueError(cell.reason)
    if isinstance(cell, datetime | date):
        found = cell.isoformat()[:10]
    elif isinstance(cell, Real) and not isinstance(cell, bool):
        found = _from_number(float(cell))
    else:
        found = _from_text("" if cell is None else str(cell))
    if found and not EARLIEST <= int(found[:4]) <= LATEST:
        raise ValueError(f"is in the year {found[:4]}, which cannot be meant. {_WRITE}")
    return found


def _from_number(number: float) -> str:
    """A year, or a day as eight figures; anything else may be several things."""
    if number.is_integer() and len(str(int(number))) in (4, 8):
        return _from_text(str(int(number)))
    if 20_000 < number < 60_000:
        raise ValueError("is a bare number. Format the cell as a date, or write it as 2024-02-28")
    raise ValueError(f"is a number, which may have lost a zero at its end. {_WRITE}, as text")


def _from_text(text: str) -> str:
    """A date from its text."""
    plain = _plain(text)
    if plain.casefold() in NOTHING:
        return ""
    plain = _WEEKDAY.sub("", _WEEKDAY_BEHIND.sub("", _TIME.sub("", plain)))
    for pattern, read in _FORMS:
        found = pattern.fullmatch(plain)
        if found:
            return read(found)
    return _whole_of(plain) or _from_words(plain)


def _plain(text: str) -> str:
    """A text in half width, with single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def is_part(cell: object) -> bool:
    """Whether a cell that has a date tells a part of it, such as a quarter, which the date does not."""
    return isinstance(cell, str) and bool(_whole_of(_plain(cell)))


def _whole_of(text: str) -> str:
    """The year or month that a text tells a part of; empty if it tells none."""
    if _WINTER.fullmatch(text):
        raise ValueError("may lie in two years. Write the year or the month")
    for pattern in _PARTS:
        if not (found := pattern.fullmatch(text)):
            continue
        for form, read in _WHOLES:
            whole = form.fullmatch(found["whole"].rstrip(" ,"))
            if whole and (day := read(whole)) and (found["of_time"] or len(day) == 4):
                return day
    return ""


def _from_words(text: str) -> str:
    """A date with a month in words, of the Juche era or in Korean."""
    if _SERIAL.fullmatch(text):
        return _from_number(float(text))
    days = list(full_dates(_LOWER.sub(lambda found: found[0].capitalize(), text)))
    if len(days) == 1 and days[0][0] == 0 and days[0][1] >= len(text.rstrip(".")):
        return _existing(days[0][2])
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError(f"has a year of two figures. {_WRITE}")
    raise ValueError(f"is not understood as a date. {_WRITE}")


def _existing(day: str | None) -> str:
    """A day, if there is such a day."""
    if day is None:
        raise ValueError(f"does not exist. {_WRITE}")
    return day


def _month(year: str, month: int) -> str:
    """A month, if there is such a month."""
    return _existing(iso_day(int(year), month, 1))[:7]


def _read_dmy(found: re.Match[str]) -> str:
    """Two figures before the year: only one of them can be the month, or they are the same."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first != second and first <= 12 and second <= 12 and first and second:
        one, other = iso_day(year, second, first), iso_day(year, first, second)
        raise ValueError(f"may be {one} or {other}. Write which")
    return _existing(iso_day(year, second, first) if second <= 12 else iso_day(year, first, second))


def _refuse_shortened(_: re.Match[str]) -> str:
    raise ValueError("may be a month that has lost a zero (2024.10). Write it as 2024-01")


_Form = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_YEAR: _Form = (re.compile(r"\d{4}"), lambda found: found[0])
_IN_WORDS: tuple[_Form, ...] = (
    (_KOREAN, lambda found: _month(found[1], int(found[2])) if found[2] else found[1]),
    (_MONTH_YEAR, lambda found: _month(found["year"], month_number(found["name"]))),
    (_YEAR_MONTH, lambda found: _month(found["year"], month_number(found["name"]))),
)
_WHOLES = (_YEAR, *_IN_WORDS)
"""Forms of years and months whose parts are told."""
_FORMS: tuple[_Form, ...] = (
    _YEAR,
    (
        re.compile(r"(\d{4})(\d\d)(\d\d)"),
        lambda found: _existing(iso_day(int(found[1]), int(found[2]), int(found[3]))),
    ),
    (_YMD, lambda found: _existing(iso_day(int(found[1]), int(found[3]), int(found[4])))),
    (_YM, lambda found: _month(found[1], int(found[2] or found[3] or found[4]))),
    (_SHORTENED, _refuse_shortened),
    (_DMY, _read_dmy),
    (_MY, lambda found: _month(found[2], int(found[1]))),
    *_IN_WORDS,
)
"""Form of a date -> how it is read, the first that fits."""
