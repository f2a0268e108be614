"""
Texts that hold several articles: cut where a header, a database or a rule says that the next one begins.

Every article keeps what its own stretch says: the day and the publisher of one never pass to another. A text
that shows signs of several and cannot be cut is refused.
"""

from __future__ import annotations

import re
from functools import cache

from geo.articles import exports
from geo.articles.cuts import Cutter, documents_of, found_of, lines_of, numbered
from geo.articles.found import Found
from geo.articles.frontmatter import front_matter, read_front
from geo.articles.labelled import cut_labelled
from geo.articles.textfiles import HEADER, SENTENCE_END, read_header, read_text
from geo.dates import DATELINE, compiled
from geo.errors import InputError
from geo.models import Document
from geo.text import LedPattern, LiteralFilter

_CUTTERS: tuple[Cutter, ...] = (
    exports.cut_lexis,
    exports.cut_nexis,
    exports.cut_factiva_fields,
    exports.cut_factiva_plain,
    exports.cut_ris,
    cut_labelled,
)
_RULE = r"(?m)^[ \t]*(?:[-=_*#~─━]{5,}|(?:[-*_] ?){3,}|<{3,}|>{3,})[ \t\r]*$"
_SIGNS = {
    "counts of words": r"(?mi)^[ \t]*(?:length:[ \t]*)?\d[\d,.]* words[ \t]*\r?$",
    "LOAD-DATE lines": r"(?mi)^[ \t]*load-date[ \t]*:",
    "DOCUMENTS lines": r"(?mi)^[ \t]*\d+ of \d+ documents[ \t]*\r?$",
    "document numbers": r"(?m)^[ \t]*Document [A-Z]{2,}[A-Z0-9]{12,}[ \t]*\r?$",
    "ends of documents": r"(?mi)^[ \t]*end of document[ \t]*\r?$",
}
_SHORTEST = 60
_LONGEST_HEADLINE = 160
_DATELINE_KO = (
    r"[(\[【][가-힣]{2,8}\s?(?:\d{4}년\s?)?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일\s?발\s"
    r"[^)\]】\n]{2,20}[)\]】]"
)


def read_texts(text: str, path: str) -> Found:
    """The article of a text, or the articles of one that holds several; errors are those of `cut_texts`."""
    return cut_texts(text, path) or found_of([read_text(text, path)])


def cut_texts(text: str, path: str) -> Found | None:
    """
    The articles of a text that marks them; None if it is one article without marks.

    Raises
    ------
    InputError
        If there are clearly several and they cannot be told apart.
    """
    if blocks := front_matter(text):
        return _read_fronts(text, blocks, path)
    for cut in _CUTTERS:
        if documents := documents_of(text, cut(text), path):
            for document in documents:
                _refuse_several(document.text)
            return found_of(documents, _missing(len(documents), exports.announced(text)))
    if starts := _header_starts(text) or _ruled_starts(text) or _dateline_starts(text):
        return found_of(_slices(text, starts, path))
    _refuse_several(text)
    return None


def _missing(count: int, announced: int) -> str:
    """What to tell of an export that announces more articles than it holds."""
    return f"{count} of the {announced} articles that it announces" if announced > count else ""


def _read_fronts(text: str, blocks: list[re.Match[str]], path: str) -> Found:
    """Articles with front matter each."""
    if len(blocks) == 1:
        return found_of([read_front(text, blocks[0], path)])
    stops = [*(block.start() for block in blocks[1:]), len(text)]
    documents = []
    for number, (block, stop) in enumerate(zip(blocks, stops, strict=True), 1):
        stretch = text[block.start() : stop]
        documents.append(read_front(stretch, front_matter(stretch)[0], numbered(path, number)))
    return found_of(documents)


def _slices(text: str, starts: list[int], path: str) -> tuple[Document, ...]:
    """The stretches from each start to the next, read as texts of their own."""
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    stretches = [_without_rules(text[start:stop]) for start, stop in spans]
    filled = [stretch for stretch in stretches if lines_of(stretch)]
    return tuple(read_text(stretch, numbered(path, number)) for number, stretch in enumerate(filled, 1))


def _without_rules(stretch: str) -> str:
    """A stretch without the rule that closes it."""
    lines = lines_of(stretch)
    while lines and compiled(_RULE).fullmatch(lines[-1].text):
        stretch = stretch[: lines.pop().start]
    return stretch


def _header_starts(text: str) -> list[int]:
    """Where articles begin in a text that has our header lines again further down; empty if it has not."""
    first = read_header(text)
    runs = [run for run in _header_runs(text) if run[0].start() >= first.end]
    spelled = {found["key"] for found in compiled(HEADER).finditer(text, 0, first.end)}
    starts = [run[0].start() for run in runs if _begins_article(text, run, first.values, spelled)]
    if not starts:
        return []
    before = text[: starts[0]]
    if first.values or len(_without_rules(before).strip("\ufeff \t\r\n")) >= _SHORTEST:
        return [0, *starts]
    return starts if len(starts) > 1 else []


@cache
def _header_lines() -> LedPattern:
    """Header lines wherever they stand."""
    return LedPattern(HEADER, ("title", "date", "source", "url", "origin"))


def _header_runs(text: str) -> list[list[re.Match[str]]]:
    """Header lines that stand below each other, by groups."""
    runs: list[list[re.Match[str]]] = []
    for found in _header_lines().finditer(text):
        if found.start() and text[found.start() - 1] not in "\r\n\ufeff":
            continue
        gap = text[runs[-1][-1].end() : found.start()].strip() if runs else "none"
        keys = {line["key"].lower() for line in runs[-1]} if runs else set()
        if not gap and found["key"].lower() not in keys:
            runs[-1].append(found)
        else:
            runs.append([found])
    return runs


def _begins_article(text: str, run: list[re.Match[str]], first: dict[str, str], spelled: set[str]) -> bool:
    """Whether header lines further down begin another article: a title as above, or several other fields."""
    values = {line["key"].lower(): line["value"].strip() for line in run if line["value"].strip()}
    if all(first.get(key) == value for key, value in values.items()):
        return False
    titled = any(line["key"].lower() == "title" and line["key"] in spelled for line in run)
    return titled or (len(values) >= 2 and bool(values.keys() & {"title", "date"}) and not _is_strip(run))


def _is_strip(run: list[re.Match[str]]) -> bool:
    """Whether the lines are of a page that names date and source in one line."""
    return any("|" in line["value"] for line in run)


def _ruled_starts(text: str) -> list[int]:
    """Where articles begin that rules part, if at least two have a headline and a day of their own."""
    rules = list(compiled(_RULE).finditer(text))
    if not rules or read_header(text).values:
        return []
    starts = [0, *(rule.end() for rule in rules)]
    stops = [*(rule.start() for rule in rules), len(text)]
    kept: list[int] = []
    dated = 0
    for start, stop in zip(starts, stops, strict=True):
        if len(text[start:stop].strip()) < _SHORTEST:
            continue
        document = read_text(text[start:stop], "")
        if document.title and document.published_on:
            dated += 1
            kept.append(start)
        elif not kept:
            return []
    return kept if dated > 1 else []


def _dateline_starts(text: str) -> list[int]:
    """Where reports of an agency begin that stand below each other, each with a dateline of its own day."""
    if read_header(text).values:
        return []
    starts, days, end = [], set(), 0
    lines = [(line.start, _dateline(line.text)) for line in lines_of(text)]
    reports = [(start, found) for start, found in lines if found]
    stops = [*(start for start, _ in reports[1:]), len(text)][: len(reports)]
    for (start, found), stop in zip(reports, stops, strict=True):
        if not any(compiled(SENTENCE_END).search(line.text) for line in lines_of(text, start, stop)):
            continue  # a teaser of another report: `More from this agency`
        days.add((found["month"], found["day"]))
        starts.append(_with_headline(text, end, start))
        end = start
    return [0, *starts[1:]] if len(days) > 1 else []


def _dateline(line: str) -> re.Match[str] | None:
    """The dateline that a line begins with."""
    return compiled(DATELINE).match(line) or compiled(_DATELINE_KO).match(line)


def _with_headline(text: str, start: int, dateline: int) -> int:
    """Where a report begins: at the line above its dateline, if that is a headline; else at the dateline."""
    above = lines_of(text, start, dateline)
    is_headline = len(above) > 1 and len(above[-1].text) <= _LONGEST_HEADLINE
    if not is_headline or compiled(SENTENCE_END).search(above[-1].text):
        return dateline
    return above[-1].start


@cache
def _sign_words() -> LiteralFilter:
    """What each of the signs has in it."""
    return LiteralFilter([[" words"], ["load-date"], [" documents"], ["document "], ["end of document"]])


def _refuse_several(text: str) -> None:
    """Refuse a text with lines that an article has but once."""
    signs = list(_SIGNS.items())
    for number in _sign_words().present(text):
        name, sign = signs[number]
        count = len(compiled(sign).findall(text))
        if count > 1:
            raise InputError(
                f"it holds several articles ({count} {name}) that cannot be told apart; save each in a file "
                "of its own, or put lines TITLE:, DATE: and SOURCE: above each"
            )
