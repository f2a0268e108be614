"""
Which of the days that a file names is the one of publication, and what is told of the others.

A page may name several: in its header or cell, in a byline that a person sees, in data for machines. Where
they disagree, the one wins that fits the article's own words; then the one that most of them may mean; then
the one that stands in the better place. Data in another time zone may mean two days, the written one and the
one it was in Korea.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.articles.limits import too_long
from geo.articles.own_words import fitting
from geo.articles.published import CHANGED, Seen, seen_in, seen_on
from geo.articles.stamps import is_eastern
from geo.articles.unstamped import without_stamps
from geo.dates import compiled, parse_day
from geo.models import Document

_NO_DAY = frozenset(
    (
        "-",
        "–",
        "—",
        "?",
        "n/a",
        "na",
        "n.d.",
        "nd",
        "none",
        "null",
        "nan",
        "unknown",
        "undated",
        "미상",
        "없음",
    )
)
_KOREAN_HOST = r"(?i)^https?://[^/\s]{0,200}\.k[rp](?=[:/]|$)"
_KOREAN_HOUSE = (
    r"(?i)korea|seoul|pyongyang|chosun|donga|joong?ang|joins|yonhap|hankyung|dailynk|daily nk|nk ?news|"
    r"rodong|kcna|newsis|ytn|kbs|imbc|[가-힣]{2}"
)
_SHOWN = 40
_LONE = 4
"""The rank of a line that holds nothing but a day."""
_FAR = 31
"""Days from which on such a line is another day's: that of a visit to the page."""


def dated(
    document: Document,
    *,
    filled: str = "",
    stated: Sequence[Seen] = (),
    shown: Sequence[str] = (),
    start: int = 0,
) -> Document:
    """
    The document with its day of publication, without stamps in its sections, and with what was noticed.

    Parameters
    ----------
    filled
        The value of a `DATE:` line or of a cell.
    stated
        Days that the page names for machines.
    shown
        The texts to look into, the first that shows a day; without them, the document's from `start` on.
    start
        Where the article begins in the text.

    A text that is too long for an article stays as it is: the reader refuses it.
    """
    text = document.text
    if too_long(text):
        return document
    given = seen_in(filled, "date that was given", 0, text[start:] or filled)
    looks = (seen_on(page, title=document.title) for page in shown or (text[start:],))
    visible = next((one for one in looks if one), None)
    seen = [one for one in (given, *stated, visible) if one]
    day, conflict = _decide(seen, document, text[start:])
    unread = "" if given else _unread(filled)
    return replace(
        document,
        published_on=day,
        sections=without_stamps(text, document.sections, day),
        noticed="; ".join(part for part in (unread, conflict) if part),
    )


def _unread(filled: str) -> str:
    """That a filled date could not be read."""
    value = " ".join(filled.split())
    if not value or value.casefold() in _NO_DAY:
        return ""
    value = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return f'its date "{value}" is not understood as a day; write it as 2024-12-21'


def _decide(seen: Sequence[Seen], document: Document, text: str) -> tuple[str | None, str]:
    """The day, and a line about those that contradict it."""
    order = [_in_order(one, document) for one in _heard(seen)]
    days = list(dict.fromkeys(day for one in order for day in one.days))
    if len(days) < 2:
        return (days[0] if days else None), ""
    fits = fitting(days, text)

    def worth(day: str) -> tuple[int, int, int, int]:
        """What speaks for a day, the best the lowest."""
        places = [(_rank(one, order), one.days.index(day)) for one in order if day in one.days]
        return (-fits[day], -len(places), *min(places))

    day = min(days, key=worth)
    source = next(one for one in order if day in one.days)
    others = [one for one in order if day not in one.days and not (one.clock and _is_beside(day, one.days))]
    if others:
        why = ", which fits its words" if fits[day] > max(fits[one] for one in days if one != day) else ""
        told = " and ".join(f"{one.days[0]} by its {one.where}" for one in others)
        return day, f"published on {day} by its {source.where}{why}, but {told}"
    if source.rank == 0 and not is_eastern(text) and _is_open(source.days, fits):
        return None, f"its date may be {' or '.join(source.days)}; write it as {day}"
    if all(day != one.days[0] for one in order):
        return day, f"published on {day}, which fits its words, but {source.days[0]} by its {source.where}"
    return day, ""


def _heard(seen: Sequence[Seen]) -> list[Seen]:
    """Those that count: no day of change beside one of publication, no lone line far from a better day."""
    known = [one for one in seen if one.rank < CHANGED] or list(seen)
    best = min((one.rank for one in known), default=0)
    first = next((one for one in known if one.rank == best), None)
    return [
        one for one in known if one.rank < _LONE or one.rank == best or (first and _gap(one, first) <= _FAR)
    ]


def _rank(one: Seen, seen: Sequence[Seen]) -> int:
    """The rank of one among the others: a time of some zone comes behind a day that is seen beside it."""
    seen_beside = any(other.rank in (3, _LONE) and _is_beside(other.days[0], one.days) for other in seen)
    return _LONE + 1 if one.rank == 2 and one.clock and seen_beside else one.rank


def _is_beside(day: str, days: tuple[str, ...]) -> bool:
    """Whether a day lies no more than one from some of others."""
    return any(_next_to((day, one)) for one in days)


def _gap(one: Seen, other: Seen) -> int:
    """Days between two."""
    first, second = parse_day(one.days[0]), parse_day(other.days[0])
    return abs((second - first).days) if first and second else 0


def _is_open(days: tuple[str, ...], fits: dict[str, int]) -> bool:
    """Whether figures may mean days of several years, and nothing settles which."""
    return len({one[:4] for one in days}) > 1 and not _next_to(days) and len({fits[one] for one in days}) == 1


def _in_order(one: Seen, document: Document) -> Seen:
    """The same by the Korean clock, if the publisher is Korean; a time without a zone is its own."""
    if one.clock and not one.zoned and len(one.days) == 2 and _next_to(one.days) and _is_korean(document):
        return one._replace(days=one.days[:1])
    return one._replace(days=one.days[::-1]) if one.zoned and _is_korean(document) else one


def _next_to(days: tuple[str, ...]) -> bool:
    """Whether two days are those of one moment in two zones."""
    first, second = parse_day(days[0]), parse_day(days[-1])
    return first is not None and second is not None and abs((second - first).days) == 1


def _is_korean(document: Document) -> bool:
    """Whether a Korean house has published the article."""
    host = re.match(r"https?://([^/\s]{1,200})", document.url or "")
    return (
        document.language == "ko"
        or bool(compiled(_KOREAN_HOST).search(document.url or ""))
        or bool(compiled(_KOREAN_HOUSE).search(f"{document.publisher or ''} {host[1] if host else ''}"))
    )
