"""
Articles as news databases export them to text: LexisNexis, Nexis Uni, Factiva and RIS, one or many in a file.

Each is recognised by lines that only it writes; each article gets the day and the publisher that stand in its
own header, never those of its neighbour.
"""

from __future__ import annotations

import re
from itertools import pairwise

from geo.articles.cuts import Cut, CutLine, Span, between, lines_of, trimmed
from geo.dates import compiled, full_dates

_LEXIS = (
    r"(?mi)^[ \t\ufeff\x0c]*(?:document[ \t]+)?(?P<n>\d+)[ \t]+(?:of|von|de|sur)[ \t]+(?P<of>\d+)"
    r"(?:[ \t]+do[ck]um\w+)?[ \t\r]*$"
)
_NEXIS_END = r"(?mi)^[ \t]*end of document[ \t\r]*$"
_PROQUEST = r"(?mi)^(?:publication title|full text):"
_HEAD = (
    r"(?i)(?P<key>headline|length|byline|section|dateline|highlight|body|text|series|pg|page)[ \t]*"
    r"(?::[ \t]*(?P<value>.*)|(?<=body))$"
)
_TAIL = (
    r"(?i)(?:load-date|language|publication-type|pub-type|subject|company|organization|person|city|state|country|"
    r"industry|geographic|graphic|ticker|journal-code|correction(?:-date)?|document-type|acc-no|classification|"
    r"notes|url|update|disclaimer|copyright)[ \t]*:|classification$"
)
_RIGHTS = r"(?i)(?:copyright\b|©|\(c\)\s)|all rights reserved"
_PAGE = r"(?i)page \d+(?: of \d+)?$|\d+ of \d+ documents$|-+$|_+$|=+$"
_NEXIS_LIST = (
    r"(?i)\d+\.[ \t]|client/matter|search terms|search type|narrowed by|content type|job number|"
    r"documents? \(\d+\)|user name|date and time|.*about lexisnexis|terms & conditions"
)
_LONGEST_DATE_LINE = 90


def cut_lexis(text: str) -> list[Cut]:
    """Articles below lines like "1 of 2 DOCUMENTS"."""
    words = text.lower()
    if not ("docum" in words or "dokum" in words) or compiled(_PROQUEST).search(text):
        return []
    marks = [mark for mark in compiled(_LEXIS).finditer(text) if compiled(r"(?i)do[ck]um").search(mark[0])]
    return [_lexis_article(text, span) for span in between(text, marks)]


def cut_nexis(text: str) -> list[Cut]:
    """Articles that each close with "End of Document"."""
    marks = list(compiled(_NEXIS_END).finditer(text)) if "end of doc" in text.lower() else []
    if not marks or not compiled(r"(?mi)^[ \t]*(?:load-date|length)[ \t]*:").search(text):
        return []
    return [_lexis_article(text, span) for span in between(text, marks, ends=True)]


def announced(text: str) -> int:
    """How many articles an export says that it holds; 0 if it does not say."""
    totals = {int(mark["of"]) for mark in compiled(_LEXIS).finditer(text) if "oc" in mark[0].lower()}
    return totals.pop() if len(totals) == 1 else 0


def _lexis_article(text: str, span: Span) -> Cut:
    """One article with the header and the closing fields of LexisNexis."""
    lines = _without_list(lines_of(text, *span))
    first = next((at for at, line in enumerate(lines) if compiled(_HEAD).match(line.text)), len(lines))
    top = [
        line
        for line in lines[:first]
        if not compiled(_RIGHTS).search(line.text) and not compiled(_PAGE).match(line.text)
    ]
    dated = next((at for at, line in enumerate(top) if _is_date_line(line.text)), None)
    title, publisher, below = _lexis_top(text, top, dated)
    body_start, headline = _lexis_fields(text, lines, first, below)
    title = headline or title
    if first == len(lines):
        body_start = max(body_start, title[1] if title else span[0])
    end = next((line.start for line in lines if line.start > body_start and _closes(line)), span[1])
    load = next((line for line in lines if line.text.lower().startswith("load-date")), None)
    date = top[dated].text if dated is not None else load.text.partition(":")[2] if load else ""
    body = trimmed(text, (min(body_start, end), end))
    start = trimmed(text, (min(line.start for line in lines), span[1]))[0] if lines else span[0]
    return Cut(start, span[1], title, (body,), date, publisher)


def _without_list(lines: list[CutLine]) -> list[CutLine]:
    """The lines below the list of titles that Nexis Uni puts above the first article."""
    listed = [at for at, line in enumerate(lines) if compiled(_NEXIS_LIST).match(line.text)]
    known = [
        at for at in listed if compiled(r"(?i)client/matter|job number|.*about lexis").match(lines[at].text)
    ]
    return lines[max(listed) + 1 :] if known else lines


def _is_date_line(text: str) -> bool:
    """Whether a line gives the day of an issue and hardly anything else."""
    hit = next(full_dates(text), None) if len(text) <= _LONGEST_DATE_LINE else None
    return bool(hit and hit[2]) and hit[0] <= len("Wednesday, at ") if hit else False


def _lexis_top(text: str, top: list[CutLine], dated: int | None) -> tuple[Span | None, str, int]:
    """Title, publisher and the end of both, from the lines around the date."""
    if dated is None:
        last = _blocks(text, top, 0)[-1] if top else []
        return _block(text, last), "", last[-1].end if last else 0
    above, below = top[:dated], _blocks(text, top[dated + 1 :], top[dated].end)
    if below:
        publisher = _blocks(text, above, 0)[-1][0].text if above else ""
        return _block(text, below[-1]), publisher, below[-1][-1].end
    publisher = above[-1].text if above else ""
    return _block(text, above[:-1]), publisher, top[dated].end


def _block(text: str, lines: list[CutLine]) -> Span | None:
    """The stretch of some lines."""
    return (lines[0].start, lines[-1].end) if lines else None


def _blocks(text: str, lines: list[CutLine], start: int) -> list[list[CutLine]]:
    """Lines in groups that blank lines part; what follows the start without one is passed over."""
    groups: list[list[CutLine]] = []
    end = start
    for line in lines:
        gap = len(re.findall(r"\r\n|\r|\n", text[end : line.start]))
        if gap > 1 or not (groups or start):
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        end = line.end
    return groups or ([lines] if lines else [])


def _lexis_fields(text: str, lines: list[CutLine], first: int, below: int) -> tuple[int, Span | None]:
    """Where the text begins behind the fields above it, and the value of HEADLINE, if there is one."""
    start, headline, at = below, None, first
    while at < len(lines):
        found = compiled(_HEAD).match(lines[at].text)
        if not found:
            break
        key, value = found["key"].lower(), found["value"] or ""
        if key in ("body", "text"):
            line_value = lines[at].end - len(value)
            return (line_value if value else lines[at].end), headline
        last = at
        while last + 1 < len(lines) and "\n\n" not in _line_ends(
            text, lines[last].end, lines[last + 1].start
        ):
            if compiled(_HEAD).match(lines[last + 1].text):
                break
            last += 1
        if key == "headline" and value:
            headline = (lines[at].end - len(value), lines[last].end)
        start, at = lines[last].end, last + 1
    return start, headline


def _line_ends(text: str, start: int, end: int) -> str:
    """The line ends of a stretch, each as one `\\n`."""
    return "\n" * len(re.findall(r"\r\n|\r|\n", text[start:end]))


def _closes(line: CutLine) -> bool:
    """Whether a line is below the text of an article: a closing field or the rights."""
    return bool(
        compiled(_TAIL).match(line.text)
        or compiled(_NEXIS_END).match(line.text)
        or (compiled(_RIGHTS).match(line.text) and len(line.text) < 160)
    )


_CODES = "HD|BY|CR|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|CLM"
_CODE = (
    rf"(?m)^[ \t\ufeff]*(?P<code>{_CODES})"
    r"(?:[ \t\r]*$|[ \t]{2,}|\t|(?<=HD|PD|SN|LP|TD|WC|LA|CY|AN|BY) )"
)
_DOCUMENT = r"(?m)^[ \t]*Document [A-Za-z]{2,}[A-Za-z0-9]{12,}[ \t\r]*$"
_WORDS = r"(?i)[\d,.]+ (?:words|단어|mots|wörter|palabras|слов\w*|字)$"
_TIME = r"(?i)\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?(?: \w+)?$"


def cut_factiva_fields(text: str) -> list[Cut]:
    """Articles of Factiva with a code of two letters before each field."""
    marks = list(compiled(_CODE).finditer(text)) if "HD" in text and "PD" in text else []
    codes = {mark["code"] for mark in marks}
    if not {"HD", "PD"} <= codes or not codes & {"LP", "TD"}:
        return []
    starts = [at for at, mark in enumerate(marks) if mark["code"] == "HD"]
    cuts = []
    for place, at in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(marks)
        cuts.append(
            _coded_article(text, marks[at:stop], marks[stop].start() if stop < len(marks) else len(text))
        )
    return cuts


def _coded_article(text: str, marks: list[re.Match[str]], end: int) -> Cut:
    """One article of fields with codes; the first value of a code counts."""
    stops = [*(mark.start() for mark in marks[1:]), end]
    values: dict[str, Span] = {}
    for mark, stop in zip(marks, stops, strict=True):
        values.setdefault(mark["code"], trimmed(text, (mark.end(), stop)))
    body = tuple(values[code] for code in ("LP", "TD") if code in values)
    said = {code: " ".join(text[slice(*span)].split()) for code, span in values.items()}
    return Cut(marks[0].start(), end, values["HD"], body, said.get("PD", ""), said.get("SN", ""))


def cut_factiva_plain(text: str) -> list[Cut]:
    """Articles of Factiva that each close with a line "Document" and a number."""
    marks = list(compiled(_DOCUMENT).finditer(text)) if "Document " in text else []
    cuts = [
        _plain_article(text, span, mark.start())
        for span, mark in zip(between(text, marks, ends=True), marks, strict=True)
    ]
    return [cut for cut in cuts if cut] if all(cuts) else []


def _plain_article(text: str, span: Span, end: int) -> Cut | None:
    """One article with the plain header of Factiva; None if it has no line with the count of words."""
    lines = lines_of(text, span[0], end)
    at = next((at for at, line in enumerate(lines) if compiled(_WORDS).match(line.text)), 0)
    if not at or at + 1 >= len(lines):
        return None
    above = [line for line in lines[:at] if not compiled(r"(?i)by ").match(line.text)] or lines[:at]
    head = lines[at + 1 : at + 12]
    rights = next((place for place, line in enumerate(head) if compiled(_RIGHTS).match(line.text)), None)
    blank = next((place for place in range(1, len(head)) if _parted(text, head, place)), len(head))
    last = rights if rights is not None and rights <= blank else blank - 1
    names = [line.text for line in head[1 : last + 1] if not compiled(_TIME).match(line.text)]
    dated = _is_date_line(head[0].text)
    title = (above[-1].start, above[-1].end)
    return Cut(
        lines[0].start,
        span[1],
        title,
        ((head[last].end, end),),
        head[0].text if dated else "",
        names[0] if names and dated else "",
    )


def _parted(text: str, lines: list[CutLine], place: int) -> bool:
    """Whether a blank line stands before a line."""
    return len(_line_ends(text, lines[place - 1].end, lines[place].start)) > 1


_TAG = r"(?m)^[ \t\ufeff]*(?P<tag>[A-Z][A-Z0-9])  -(?: |(?=\r?$))"
_TAGS = {
    "title": ("TI", "T1", "CT"),
    "text": ("AB", "N2", "N1"),
    "date": ("DA", "Y1", "PY"),
    "publisher": ("T2", "JF", "JO", "PB"),
    "url": ("UR",),
}


def cut_ris(text: str) -> list[Cut]:
    """References in the format RIS, as libraries and reference managers export them."""
    marks = list(compiled(_TAG).finditer(text)) if "TY  - " in text and "ER  -" in text else []
    starts = [at for at, mark in enumerate(marks) if mark["tag"] == "TY"]
    if not starts:
        return []
    groups = [marks[at:stop] for at, stop in zip(starts, [*starts[1:], len(marks)], strict=True)]
    return [_reference(text, group) for group in groups]


def _reference(text: str, marks: list[re.Match[str]]) -> Cut:
    """One reference; the first value of a tag counts."""
    values: dict[str, Span] = {}
    for mark, after in pairwise(marks):
        values.setdefault(mark["tag"], trimmed(text, (mark.end(), after.start())))
    spans = {part: next((values[tag] for tag in tags if tag in values), None) for part, tags in _TAGS.items()}
    said = {part: text[slice(*span)].rstrip("/") if span else "" for part, span in spans.items()}
    body = (spans["text"],) if spans["text"] else ()
    return Cut(
        marks[0].start(), marks[-1].end(), spans["title"], body, said["date"], said["publisher"], said["url"]
    )
