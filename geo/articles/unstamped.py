"""Take the stamps of bylines out of what is read: they are no part of a sentence and no date of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.articles.stamps import LONG_REST, SENTENCE_END, Stamp, may_be_known, order_in, stamps_of
from geo.dates import Order, compiled
from geo.models import Section

_FEW = 6
_AROUND = " \t\r\n\ufeff\u3000|·•ㅣ/,;:：-–—"


def is_stamp(line: str) -> bool:
    """Whether a line is one of stamps: it begins with one, or has hardly a word besides."""
    stamps = list(stamps_of(line)) if len(line) <= LONG_REST else []
    if not stamps:
        return False
    sure = any(stamp.known or stamp.timed for stamp in stamps)
    ends, starts = [0, *(one.end for one in stamps)], [*(one.start for one in stamps), len(line)]
    rest = " ".join(line[end:start] for end, start in zip(ends, starts, strict=True))
    words = len(compiled(r"[^\W\d_]{2,}").findall(rest))
    return words <= (3 if sure else 1) or (stamps[0].timed and not line[: stamps[0].start].strip())


def without_stamps(text: str, sections: tuple[Section, ...], day: str | None) -> tuple[Section, ...]:
    """
    The sections without the stamps of bylines; what is left of a line of them goes on being read.

    A stamp without a label is one if it names the `day` of publication and fills its line.
    """
    if not compiled(r"\d[:：]\d\d|[시時时点點]|(?:19|20)\d\d").search(text):
        return sections
    if not any(one.kind == "body" and may_be_known(text[one.start : one.end]) for one in sections):
        return sections
    order = order_in(text)
    return tuple(piece for section in sections for piece in _pieces(text, section, order, day))


def _pieces(text: str, section: Section, order: Order, day: str | None) -> Iterator[Section]:
    """A section, cut where its stamps stand."""
    at = section.start
    stretch = text[section.start : section.end]
    whole = True
    for stamp in stamps_of(stretch, order) if section.kind == "body" else ():
        if stamp.known or (day in stamp.days and _fills_line(stretch, stamp)):
            whole = False
            yield from _piece(text, section, at, section.start + stamp.start)
            at = section.start + stamp.end
    if whole:
        yield section
    else:
        yield from _piece(text, section, at, section.end)


def _fills_line(text: str, stamp: Stamp) -> bool:
    """Whether a date with its time begins a line that is no sentence, or ends one with a name."""
    if not stamp.timed:
        return False
    start = text.rfind("\n", max(0, stamp.start - LONG_REST), stamp.start)
    if start < 0 and stamp.start > LONG_REST:
        return False
    before, after = text[start + 1 : stamp.start], text[stamp.end : stamp.end + LONG_REST].split("\n", 1)[0]
    return (
        len(before.split()) <= _FEW
        and len(after) <= _FEW * 10
        and len(after.split()) <= _FEW
        and not compiled(SENTENCE_END).search(after.rstrip())
    )


def _piece(text: str, section: Section, start: int, end: int) -> Iterator[Section]:
    """What lies between two stamps, without white space and separators around; nothing if it has no word."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip(_AROUND))
    right = len(stretch.rstrip(_AROUND))
    if compiled(r"[^\W_]").search(stretch):
        yield replace(section, start=start + left, end=start + right)
