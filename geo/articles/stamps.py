"""
The stamps of a page: a date with its label, weekday, time and time zone, as bylines have them.

    입력 2024.12.21 (토) 오전 8:12 | 수정 2024.12.22 10:00
    Published: 21 Dec. 2024, 09:44 KST
    2024年12月21日 09:15 来源

A label stands before the date, in rare houses behind it. It says what the day is: of first publication, of
a later change, or of the site as a whole. `stamps_of` finds them in a stretch of text; every look to the left
and to the right is bounded, so that time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Literal, NamedTuple

from geo.articles.stamp_words import (
    AFTER,
    BEFORE,
    LABEL_AFTER,
    LABEL_GLUED,
    LABEL_WORDS,
    TIME_BEFORE,
    WEEKDAY_BEFORE,
)
from geo.dates import CENTURY, Order, compiled, full_dates, parse_day, short_dates
from geo.text import LiteralFilter

Kind = Literal["first", "updated", "site", ""]
"""What a label says of the day; empty without one."""

_LEFT = 60
_SHORT_REST = 12
LONG_REST = 200
SENTENCE_END = r"[.!?。][\"”’)]?$|다[.\"”’)]{0,3}$"
_HAS_TIME = r"\d[:：]\d\d|\d\s?[시時时点點]|\d\.\d\d\s?(?:Uhr|[AaPp]\.?[Mm]|GMT|BST)"
_LABEL_REACH = 40
"""Characters of a line in which the word of a label stands that opens it."""
_BULLETS = " \t\ufeff•·*-▲△■□●○▶|"
KOREA = timezone(timedelta(hours=9))

_SEPARATED = (
    r"(?:^|[|·•ㅣ/\[(（〔【<,;:>\u3000]|\s[-–—]\s?|\s\s|(?:기자|특파원|통신원|記者|记者)\s?|[)）\]】])$"
)
APPOINTMENT = r"\s{0,4}(?i:time|venue|location|place|where|장소|地点|地點|場所|会場)\s?[:：]"
_FAR_ZONE = r"\b(?:UTC|GMT|BST|CES?T|[ECMP][SD]?T|\d\dZ)\b"
_AM_PM = r"\d\s?[AP]M\b"
EASTERN = "[가-힣一-鿿ぁ-ヿ]+"
"""Letters of Korean, Chinese or Japanese."""
_WIDE_ONE = "[０-９．／－：]"
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0E, 0xFF0F, 0xFF0D, 0xFF1A)}


class Stamp(NamedTuple):
    """A date with what belongs to it."""

    start: int
    """Where its label begins."""
    date: int
    """Where its date begins."""
    end: int
    days: tuple[str, ...]
    """ISO days that it may mean, the likeliest first; one for nearly all."""
    kind: Kind
    timed: bool
    """Whether a time of day stands in it."""
    known: bool
    """Whether label and form leave no doubt that it is no part of a sentence."""


def narrow(text: str) -> str:
    """The text with full-width figures and their points as plain ones, letter for letter."""
    return text if text.isascii() or not compiled(_WIDE_ONE).search(text) else text.translate(_WIDE)


def is_eastern(text: str) -> bool:
    """Whether Korean, Chinese or Japanese is written, where the year comes first."""
    if text.isascii():
        return False
    return 5 * _eastern_letters(text[:2000]) > len(text[:2000].strip())


def _eastern_letters(text: str) -> int:
    """How many there are."""
    return len("".join(compiled(EASTERN).findall(text)))


def order_in(text: str, rest: str = "") -> Order:
    """What comes first in a date of figures; `rest` is what stands behind it."""
    if is_eastern(text):
        return "year"
    return "month" if compiled(_AM_PM).search(rest[:14]) else "day"


def dates_in(text: str, order: Order) -> list[tuple[int, int, tuple[str, ...], bool]]:
    """Every date of day, month and year, as (start, end, days, whether its year has two figures)."""
    full = [(start, end, (day,) if day else (), False) for start, end, day in full_dates(text)]
    return sorted([*full, *((*short, True) for short in short_dates(text, order))])


def stamps_of(text: str, order: Order | None = None) -> Iterator[Stamp]:
    """
    The stamps of a text and its other dates, in order; a year of two figures needs a label or a time.

    `order` says what comes first in figures, where `text` is only a part of what tells it.
    """
    text = narrow(text)
    if not compiled(r"\d").search(text):
        return
    order = order or order_in(text)
    last, before = 0, None
    for start, end, days, is_short in dates_in(text, order):
        if start < last:
            continue
        stamp = _stamp(text, last, start, end, days, before)
        if is_short:
            century = text[start] in CENTURY
            if not (
                century
                or stamp.kind
                or stamp.timed
                or text[start:end] == text.strip()
                or _is_dashed(text[start:end])
            ):
                continue
            near = "year" if century else order_in(text[max(0, start - 8) : start] or text, text[end:])
            if near != order or compiled(EASTERN).search(text[max(0, start - 8) : start]):
                stamp = stamp._replace(days=_days_in_order(text[start:end], order, near))
        last, before = stamp.end, stamp
        if stamp.days:
            yield stamp


def _days_in_order(date: str, order: Order, near: Order) -> tuple[str, ...]:
    """The days of a date in figures, ordered by what stands around it."""
    chosen: Order = near if near != "day" else order
    return next((days for _, _, days in short_dates(date, chosen)), ())


def _is_dashed(date: str) -> bool:
    """Whether it is 21-Dec-24, which is nothing but a date."""
    return compiled(r"\d{1,2}-[A-Za-z]{3,9}-\d\d").fullmatch(date) is not None


@cache
def _labels() -> LiteralFilter:
    """What every label has in it."""
    return LiteralFilter([LABEL_WORDS.split()])


def may_be_known(text: str) -> bool:
    """Whether a stamp may be timed or known: by a time, a glued label or a label that opens a line."""
    text = narrow(text)
    if compiled(_HAS_TIME).search(text) or (
        compiled(EASTERN).search(text) and compiled(LABEL_GLUED).search(text)
    ):
        return True
    heads, at = [], 0
    for line in text.split("\n"):
        head = line.lstrip(_BULLETS)
        start = at + len(line) - len(head)
        if compiled(r"\d").search(text, start, start + _LABEL_REACH + _LEFT):
            heads.append(head[:_LABEL_REACH])
        at += len(line) + 1
    return bool(heads) and bool(_labels().present("\n".join(heads)))


def _stamp(text: str, last: int, start: int, end: int, days: tuple[str, ...], before: Stamp | None) -> Stamp:
    """The stamp around a date."""
    window = text[max(last, start - _LEFT) : start]
    shift = start - len(window)
    label = compiled(BEFORE).search(window) if _labels().present(window) else None
    if label and not _is_apart(text, last, shift + label.start(), label):
        label = None
    tail = compiled(AFTER).match(text, end)
    stop = tail.end() if tail else end
    stop = start + len(text[start:stop].rstrip())
    timed = bool(tail and tail["time"])
    kind: Kind = ""
    first = start
    if label:
        kind = "site" if label["site"] else "updated" if label["updated"] else "first"
        first = shift + label.start()
        timed = timed or bool(compiled(TIME_BEFORE).search(window))
    elif ahead := compiled(TIME_BEFORE).search(window):
        timed, first = True, shift + ahead.start()
    elif ahead := compiled(WEEKDAY_BEFORE).search(window):
        first = shift + ahead.start()
    behind = None if label else compiled(LABEL_AFTER if timed else LABEL_GLUED).match(text, stop)
    if behind:
        kind, stop = "updated" if behind["updated"] else "first", behind.end()
    glued = before is not None and not text[before.end : first].strip(" \t\r\n|·/,()")
    if not kind and glued and before and before.days[:1] == days[:1]:
        kind = before.kind
    if kind == "first" and compiled(APPOINTMENT).match(text, stop):
        kind = "site"
    line = text.rfind("\n", last, first) + 1
    opens = (glued and before is not None and before.known) or (
        (line > 0 or last == 0) and not text[max(line, last) : first].strip(_BULLETS)
    )
    known = bool(kind) and (
        timed or behind is not None or (opens and (short_rest(text, stop) or _is_terse(text, start, stop)))
    )
    if timed and len(days) == 1 and compiled(_FAR_ZONE).search(text, first, stop):
        days = (*days, day_after(days[0]))
    stop = first + len(text[first:stop].rstrip())
    stop += text[stop : stop + 1] in (")", "]", "）", "】", ".")
    return Stamp(first, start, stop, days, kind, timed, known)


def day_after(day: str) -> str:
    """The day after an ISO day: what it was in Korea at a late hour in the west."""
    parsed = parse_day(day)
    return (parsed + timedelta(days=1)).isoformat() if parsed else day


def _is_terse(text: str, start: int, stop: int) -> bool:
    """Whether a date is all figures with a Korean label before it, as no sentence begins."""
    return not compiled(r"[^\W\d_]").search(text[start:stop]) and is_eastern(text[max(0, start - 8) : start])


def short_rest(text: str, start: int) -> bool:
    """Whether few words follow in the line, and no sentence."""
    rest = text[start : start + LONG_REST].split("\n", 1)[0]
    words = len(rest.split()) + _eastern_letters(rest) // 6
    if len(rest) == LONG_REST or words > _SHORT_REST:
        return False
    return words <= 3 or not compiled(SENTENCE_END).search(rest.rstrip())


def _is_apart(text: str, last: int, start: int, label: re.Match[str]) -> bool:
    """Whether a label stands at the beginning of a line, behind a separator or another stamp."""
    before = text[max(last, text.rfind("\n", last, start) + 1) : start]
    end = before[-6:]
    if not before.strip(_BULLETS) or compiled(_SEPARATED).search(end.rstrip(" ") or end) or end[-2:] == "  ":
        return True
    eastern = compiled(EASTERN).match(label[0]) is not None
    colon = bool(compiled("[:：]").search(label["gap"])) and not compiled(r"(?i)dat(?:e|um)|дата").match(
        label[0]
    )
    return before[-1:].isspace() and (eastern or colon)


def days_of(value: str, text: str = "") -> tuple[str, ...]:
    """
    The days that a header, a cell or a page's metadata may mean, the written one first.

    A time with its zone names a second day where it was another one in Korea. Empty without year or day,
    and if there is no such day. `text` is the article: in a Korean one the year of 24.12.21 comes first.
    """
    value = narrow(value).strip()
    moment = _moment(value)
    if moment:
        return moment
    found = compiled(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?)?Z?").fullmatch(value)
    if found:
        value = "-".join(found.groups())
    hit = next(full_dates(value), None)
    if hit:
        return (hit[2],) if hit[2] else ()
    order: Order = "year" if value[:1] in CENTURY else order_in(text or value, value[6:])
    short = next(short_dates(value, order), None)
    return short[2] if short and short[0] < 12 else ()


def _moment(value: str) -> tuple[str, ...]:
    """The written day of a time with its zone, and the day it was in Korea."""
    found = compiled(
        r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)"
    ).match(value)
    if not found or not parse_day(found[1]):
        return ()
    zone = found[3].replace("UTC", "Z").replace("GMT", "Z").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}{zone}")
        there = moment.astimezone(KOREA).date().isoformat()
    except (ValueError, OverflowError):
        return (found[1],)
    return tuple(dict.fromkeys((found[1], there)))
