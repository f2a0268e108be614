"""
What an article's own words say of the day it was written: "said Saturday", "am Samstag berichtete", "27일
보도했다", a dateline.

None of them names a whole day. They only settle which of several days fits.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from geo.dates import DATELINE, MONTH, MONTHS, WEEKDAY, compiled, iso_day, month_number, parse_day

DATELINE_KO = (
    r"[(\[【][가-힣]{2,8}\s?(?P<date>(?:\d{4}년\s?)?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일)\s?발"
    r"\s?[^)\]】\n]{2,20}[)\]】]"
)
"""The opening of a report by an agency in Korean: "(평양 2월 4일발 조선중앙통신)"."""

_SAID = (
    r"(?:said|says|reported|announced|revealed|unveiled|told|confirmed|disclosed|according to [^.\n]{2,50}?)"
)
_WEEKDAY_DE = r"Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
_WEEKDAY_RU = r"понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье"
_SAID_DE = (
    r"(?:berichtet(?:en?)?|meldet(?:en?)?|teilten?|hieß es|hiess es|sagten?|erklärten?|schrieb(?:en)?|"
    r"veröffentlichten?|zufolge|nach Angaben)"
)
_SAID_RU = (
    r"(?:сообщил[аои]?|сообщает|сообщают|заявил[аои]?|передал[аои]?|переда[её]т|рассказал[аои]?|написал[аои]?|"
    r"говорится)"
)
_FEW_WORDS = r"(?:\s[^\s.,;!?]{1,30}){0,6}?"
_WEEKDAYS = (
    rf"\b{_SAID}\s(?:in (?:a|an|its)\s[\w -]{{3,30}}\s)?(?:on\s|early\s|late\s)?(?P<weekday>{WEEKDAY})",
    rf"\baccording to (?P<weekday>{WEEKDAY})['’]s\s(?:report|dispatch|edition|issue)",
    rf"\b{_SAID}\s(?:in\s)?(?:a|its)\s(?P<weekday>{WEEKDAY})\s(?:report|dispatch|edition|issue)",
    rf"\b(?:on\s)?(?P<weekday>{WEEKDAY})\s(?:said|reported|announced|quoted)\b",
    rf"\b{_SAID_DE}{_FEW_WORDS}\sam\s(?P<weekday>{_WEEKDAY_DE})\b",
    rf"\bam\s(?P<weekday>{_WEEKDAY_DE})(?:\sunter Berufung auf [^.,;\n]{{2,60}})?\s"
    r"(?:berichteten?|meldeten?|mitteilten?|erklärten?|schrieb(?:en)?)\b",
    rf"\b{_SAID_RU}{_FEW_WORDS}\sво?\s(?P<weekday>{_WEEKDAY_RU})\b",
    rf"\b[Вв]о?\s(?P<weekday>{_WEEKDAY_RU})(?:,\s\d{{1,2}}\s\w{{3,9}},)?\s{_SAID_RU}\b",
)
_NAMES = {
    name: number
    for number, names in enumerate(
        (
            ("Mon", "Montag", "понедельник"),
            ("Tue", "Dienstag", "вторник"),
            ("Wed", "Mittwoch", "среду"),
            ("Thu", "Donnerstag", "четверг"),
            ("Fri", "Freitag", "пятницу"),
            ("Sat", "Samstag", "Sonnabend", "субботу"),
            ("Sun", "Sonntag", "воскресенье"),
        )
    )
    for name in names
}
"""A weekday, in English its first letters -> its number."""
_MONTHS_RU = r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_NUMBERS = (
    r"(?<!지난\s)(?<!\d)(?P<day>\d{1,2})일\s(?:[가-힣]{1,6}\s)?(?:보도|밝혔|전했|발표|공개)[가-힣]",
    r"(?:통신|신문|방송|매체|TV)(?:은|는|이|가)\s(?:\d{1,2}월\s)?(?P<day>\d{1,2})일\s",
    r"(?<!지난\s)(?<!\d)(?P<day>\d{1,2})일\s?(?:자\s)?(?:조선중앙통신|조선중앙TV|노동신문|로동신문|북한\s매체|관영)",
    r"(?:오늘|이날)\s?\((?P<day>\d{1,2})일\)",
    r"朝中社(?P<day>\d{1,2})日(?:报道|報道|報導|援引|电|電)",
    r"(?:メディア|通信|新聞|放送)は(?P<day>\d{1,2})日",
)
_DATELINES = (
    DATELINE,
    DATELINE_KO,
    r"(?:社|网|網)[一-鿿]{2,6}(?P<month>\d{1,2})月(?P<day>\d{1,2})日[电電]",
    rf"(?m)^[А-ЯЁ][А-ЯЁ -]{{2,30}},\s(?P<day>\d{{1,2}})\s(?P<month>{_MONTHS_RU})\.?\s[/—–(-]",
    rf"\b{_SAID}\s(?:on\s)?(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?!\d)",
    rf"(?m)^[A-Z][A-Z .'-]{{2,30}},\s(?P<month>{MONTH})\s?(?P<day>\d{{1,2}})(?!\d)",
)
_DAYS_OF_MONTHS = (
    rf"(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?!\d|(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)",
    rf"(?<!\d)(?P<day>\d{{1,2}})\.?\s(?P<month>{MONTH}|(?i:{'|'.join(MONTHS)}))(?!\w|\.?,?\s(?:19|20)\d\d)",
    r"(?<![\d년年]\s)(?<![\d년年])(?P<month>\d{1,2})[월月]\s?(?P<day>\d{1,2})[일日]",
)
_NAMED = 20
"""Days of each form that are looked at."""
_SHORTLY = 10
"""Days."""
_HINTS = 6
"""How many are heard: they stand at the beginning."""


def fitting(days: list[str], text: str) -> dict[str, int]:
    """How well each ISO day fits the words of an article: 0 if nothing speaks for it."""
    hints = _hints(text)
    return {day: sum(_weight(day, hint) for hint in hints) for day in days}


def leads_up_to(day: str, text: str) -> bool:
    """Whether the days that a text names without a year lie shortly before an ISO day, and none behind it."""
    last = parse_day(day)
    named: set[int] = set()
    for pattern in _DAYS_OF_MONTHS:
        for hit in islice(compiled(pattern).finditer(text), _NAMED):
            month = int(hit["month"]) if hit["month"].isdigit() else month_number(hit["month"])
            named |= {gap for gap in (_gap(last, month, int(hit["day"])),) if last and gap is not None}
    return any(0 <= gap <= _SHORTLY for gap in named) and not any(-_SHORTLY <= gap < 0 for gap in named)


def _gap(last: date | None, month: int, number: int) -> int | None:
    """Days from the nearest day of that month and number to the last one; negative if it is behind it."""
    if last is None:
        return None
    days = (parse_day(iso_day(year, month, number)) for year in (last.year - 1, last.year, last.year + 1))
    gaps = [(last - one).days for one in days if one]
    return min(gaps, key=abs) if gaps else None


def _hints(text: str) -> list[tuple[int | None, int | None, int | None]]:
    """(month, day of the month, weekday) of what the words name, in order."""
    found: list[tuple[int, tuple[int | None, int | None, int | None]]] = []
    for pattern in _WEEKDAYS:
        for hit in compiled(pattern).finditer(text):
            name = hit["weekday"]
            number = _NAMES[name] if name in _NAMES else _NAMES[name[:3]]
            found.append((hit.start(), (None, None, number)))
    for pattern in _NUMBERS:
        for hit in compiled(pattern).finditer(text):
            found.append((hit.start(), (None, int(hit["day"]), None)))
    for pattern in _DATELINES:
        for hit in compiled(pattern).finditer(text):
            month = int(hit["month"]) if hit["month"].isdigit() else month_number(hit["month"])
            found.append((hit.start(), (month, int(hit["day"]), None)))
    return [hint for _, hint in sorted(found, key=lambda one: one[0])][:_HINTS]


def _weight(day: str, hint: tuple[int | None, int | None, int | None]) -> int:
    """2 if a day is the one that is named, 1 if it is the day after, 0 otherwise."""
    parsed = parse_day(day)
    month, number, weekday = hint
    for weight, back in ((2, 0), (1, 1)):
        one = parsed - timedelta(days=back) if parsed else None
        if one is None:
            continue
        if weekday is not None and one.weekday() == weekday:
            return weight
        if number is not None and one.day == number and month in (None, one.month):
            return weight
    return 0
