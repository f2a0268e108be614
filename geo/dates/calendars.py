"""
Days, months and years as they are written, and arithmetic on them.

Nothing here knows an article: `full_dates` reads dates that name day, month and year in one of the written
forms (English, Korean, Juche, figures; German, Spanish and Russian month names), the rest is calendar
arithmetic on partial ISO dates. An impossible day is None, never the nearest possible one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

ENGLISH = [
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
]  # fmt: skip
_SHORT = {"Sept": 9, **{name[:3]: number for number, name in enumerate(ENGLISH, 1)}}
_OTHER = {
    "januar|jänner|enero|января|янв": 1,
    "februar|febrero|февраля|фев": 2,
    "märz|marzo|марта|мар": 3,
    "abril|апреля|апр": 4,
    "mai|mayo|мая": 5,
    "juni|junio|июня|июн": 6,
    "juli|julio|июля|июл": 7,
    "agosto|августа|авг": 8,
    "septiembre|setiembre|сентября|сент|сен": 9,
    "oktober|octubre|октября|okt|окт": 10,
    "noviembre|ноября|ноя": 11,
    "dezember|diciembre|декабря|dez|дек": 12,
}
MONTHS: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(ENGLISH, 1)},
    **{name.lower(): number for name, number in _SHORT.items()},
    **{name: number for names, number in _OTHER.items() for name in names.split("|")},
}
"""Name of a month, in lower case and without full stop -> its number."""

WEEKDAYS: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def one_of(words: Iterable[str]) -> str:
    """Words as alternatives, the longest first, by their first letters: one look passes over most of them."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


def _either_case(names: list[str]) -> str:
    """Alternatives that match each name with a capital or in capitals, never in lower case."""
    return one_of([*names, *map(str.upper, names)])


MONTH = rf"(?:(?:{_either_case(ENGLISH)})(?![A-Za-z])|(?:{_either_case([*_SHORT])})(?![A-Za-z])\.?)"
"""Pattern of an English month name. `may` and `march` in lower case are verbs."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)"
"""Pattern of an English weekday."""
YEAR = r"(?:19|20)\d\d(?!\d)"
JUCHE = r"(?:Juche|주체)\s?(?P<juche>\d{1,3})(?:\s?\(\s?(?P<stated>\d{4})\s?\))?"
"""Pattern of a Juche year, with the common year where it is added in parentheses."""

DATELINE = (
    r"(?m)^[ \t\xa0\u3000\"“(\ufeff]{0,20}[A-Z][A-Za-z.'’ -]{2,40}(?:,\s[A-Z][A-Za-z. ]{2,30})?,\s+"
    rf"(?P<date>(?P<month>{MONTH})\s?(?P<day>\d{{1,2}})(?!\d)(?:,?\s+(?:{YEAR}|{JUCHE}))?)"
    r"(?:[\s,]*(?:\([^)\n]{2,40}\)|--|[–—]|-\s)|[\s,.]*/[A-Z]{2,12}(?: [A-Za-z]+)?/)"
)
"""The opening of a report by an agency: "SEOUL, March 11, 2024 (Agency) --"."""

_ANY_MONTH = rf"(?:{MONTH}|(?i:{one_of('|'.join(_OTHER).split('|'))})(?!\w)\.?)"
_THE_YEAR = rf"(?:(?P<year>(?:19|20)\d\d(?!\d(?!\d?:\d\d)))|{JUCHE})"
_WEEKDAY_KO = r"(?:\s?\([월화수목금토일]\))?"
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""Eras of Japan -> the year before their first."""
_YEARISH = r"[12J주令平昭](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=J)uche|(?<=주)체|(?<=令)和|(?<=平)成|(?<=昭)和)"
_REACH = 80
"""Characters of a date on either side of its year."""
_FULL = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?P<sep>[-./])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<day>\d{1,2})(?!\d)",
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)",
    rf"(?P<name>{_ANY_MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,\s?|\s+){_THE_YEAR}",
    rf"(?P<day>\d(?<!\d\d)\d?)(?:st|nd|rd|th|\.)?[\s-]*(?:of\s|de\s)?(?P<name>{_ANY_MONTH})"
    rf"(?:\s+de|,)?[\s-]*{_THE_YEAR}",
    rf"(?:(?P<year>{YEAR})(?:\s?\(주체\s?\d+\))?|{JUCHE})\s?[년年](?:도)?\s?"
    rf"(?P<month>\d{{1,2}})\s?[월月]\s?(?P<day>\d{{1,2}})\s?[일日]{_WEEKDAY_KO}",
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s(?P<month>\d{1,2})/\s(?P<day>\d{1,2})(?!\d)",
    rf"(?P<era>{'|'.join(ERAS)})\s?(?P<count>\d{{1,2}}|元)(?:\s?[(（]\d{{4}}[)）])?年\s?"
    r"(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
    rf"{JUCHE}[.,-]?\s?(?:(?P<name>{_ANY_MONTH})\s+(?P<day>\d{{1,2}})(?!\d)"
    r"|(?P<month>\d{1,2})[.-]\s?(?P<day2>\d{1,2})(?!\d))",
)
_NEEDED = (
    r"\d\s?[-./]\s?\d",
    r"\d[-./]\d",
    r"\d(?:st|nd|rd|th)?(?:\s?,\s?|\s+)(?:19\d\d|20\d\d|Juche|주체)",
    r"\d(?:st|nd|rd|th|\.)?[\s-]*(?:of\s|de\s)?[^\W\d_]{3,10}\.?(?:\s+de|,)?[\s-]*(?:19|20|Juche|주체)",
    "[년年]",
    r"\d/\s\d",
    "|".join(ERAS),
    "Juche|주체",
)
"""What each of them cannot do without, and is sooner found."""
_LEAD = 40
"""Characters of a date before that."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled on first use: all the patterns for dates take longer than an import should."""
    return re.compile(pattern)


def month_number(name: str) -> int:
    """The number of a month from its name as matched by `MONTH`; 0 for a name that is none."""
    return MONTHS.get(lowered(name.strip(". ")), 0)


def juche_year(number: int, stated: int | None = None) -> int | None:
    """The common year of a Juche year; None if the year that is `stated` beside it is another one."""
    year = number + 1911
    return year if stated in (None, year) else None


def iso_day(year: int, month: int, day: int) -> str | None:
    """An ISO day, or None if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def parse_day(iso: str | None) -> date | None:
    """The day of an ISO date of day precision; None for anything coarser or else."""
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None


def year_of(found: re.Match[str]) -> int | None:
    """The year of a match with the groups `year`, `era` or `juche` and `stated`; None if they disagree."""
    groups = found.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("era"):
        return ERAS[groups["era"]] + int(groups["count"].replace("元", "1"))
    if not groups.get("juche"):
        return None
    return juche_year(int(groups["juche"]), int(groups["stated"]) if groups["stated"] else None)


def _read_full(found: re.Match[str]) -> str | None:
    """The day of one match of `_FULL`: figures with the day first, unless only the month can come first."""
    groups = found.groupdict()
    year, day = year_of(found), int(groups["day"] or groups["day2"])
    month = month_number(groups["name"]) if groups.get("name") else int(groups["month"])
    if year is None:
        return None
    plain = iso_day(year, month, day)
    day_first = groups.get("sep") == "/" and found.start("day") < found.start("year")
    return iso_day(year, day, month) if plain is None and day_first else plain


def _around_years(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches in which a date with a year can stand, one for years close together."""
    first = last = -1
    for found in compiled(_YEARISH).finditer(text, start, end):
        if last < found.start() - _REACH:
            if last >= 0:
                yield first, last
            first = max(start, found.start() - _REACH)
        last = min(end, found.end() + _REACH)
    if last >= 0:
        yield first, last


def full_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str | None]]:
    """
    Every date of day, month and year in `text[start:end]`, in order, as (start, end, ISO day).

    The day is None where the words name an impossible day, or a Juche year that its common year contradicts.
    """
    around = list(_around_years(text, start, len(text) if end is None else end))
    hits = [
        found
        for first, stop in around
        for needed, pattern in zip(_NEEDED, _FULL, strict=True)
        if (there := compiled(needed).search(text, first, stop))
        for found in compiled(pattern).finditer(text, max(first, there.start() - _LEAD), stop)
    ]
    last = start
    for found in sorted(hits, key=lambda hit: (hit.start(), -hit.end())):
        if found.start() >= last:
            last = found.end()
            yield found.start(), found.end(), _read_full(found)


def add_months(year: int, month: int, count: int) -> str:
    """The month `count` months after (before, if negative) a month, as YYYY-MM."""
    years, index = divmod(month - 1 + count, 12)
    return f"{year + years:04d}-{index + 1:02d}"


_LIKE = str.maketrans("ſ\u212aİı", "skii")
"""Letters that a pattern which ignores case takes for those of English."""


def lowered(words: str) -> str:
    """English words in lower case, as a pattern that ignores case reads them."""
    return words.translate(_LIKE).lower()


def month_of(day: date) -> str:
    """YYYY-MM of a day."""
    return day.isoformat()[:7]


def day_of_month(number: int, origin: date, past: bool = True) -> date | None:
    """The nearest day with this number that is not after `origin` (not before it if not `past`)."""
    for months in range(3):
        month = add_months(origin.year, origin.month, -months if past else months)
        found = parse_day(f"{month}-{number:02d}")
        if found and (found <= origin if past else found >= origin):
            return found
    return None


def weekday(index: int, origin: date, past: bool = True) -> date:
    """The nearest such weekday (Monday is 0) that is not after `origin` (not before it if not `past`)."""
    gap = (origin.weekday() - index) % 7 if past else -((index - origin.weekday()) % 7)
    return origin - timedelta(days=gap)


def year_for(month: int, day: int | None, origin: date, past: bool = True) -> int:
    """The year that puts a month or day nearest to `origin`, not after it (or not before, if not `past`)."""
    here = (origin.month, origin.day if day else 0)
    there = (month, day or 0)
    if past:
        return origin.year if there <= here else origin.year - 1
    return origin.year if there >= here else origin.year + 1


def common_unit(first: str, last: str) -> str | None:
    """The larger unit of two partial dates: the day, month or year that holds both; None for two years."""
    for length in (10, 7, 4):
        if len(first) >= length and first[:length] == last[:length]:
            return first[:length]
    return None
