"""
Articles whose fields stand behind labels, in several languages: BigKinds, ProQuest, clippings.

    [제목] 성천군에서 공장 준공        Title: Plant opens in county
    [언론사] 어느신문                  Publication title: Some News
    [일자] 20241221                   Publication date: Dec 21, 2024
    [본문] ...                        Full text: ...

One article or many: the label that stands first begins the next one.
"""

from __future__ import annotations

import re
from bisect import bisect
from typing import NamedTuple

from geo.articles.cuts import Cut, Span, lines_of, trimmed
from geo.dates import compiled, full_dates

_NAMES = {
    "title": (
        "title|headline|(?:기사|뉴스)? ?제목|헤드라인|标题|標題|题目|タイトル|見出し|"
        "titel|titre|título|заголовок"
    ),
    "date": (
        "date|published(?: on| at)?|publication date|pub(?:lish)?[. ]?date|"
        "날짜|일자|일시|(?:발행|게재|보도|기사|작성|등록|입력) ?(?:일|일자|일시|날짜)|日期|发布日期|"
        "發布日期|日付|掲載日|datum|fecha|дата"
    ),
    "publisher": (
        "source|publisher|publication(?: title)?|newspaper|outlet|media|"
        "언론사|언론사명|매체|매체명|신문|신문사|출처|来源|來源|媒体|媒體|出典|媒体名|新聞名|quelle|fuente|источник|издание"
    ),
    "url": "url|link|document url|링크|주소|(?:원문|기사) ?(?:링크|주소|url)?|链接|連結|リンク",
    "text": (
        "text|body|content|full ?text|본문|내용|(?:기사|뉴스) ?(?:내용|본문)|正文|内容|內容|本文|"
        "inhalt|texto|текст"
    ),
    "brief": "abstract|summary|초록|요약|摘要",
    "more": (
        "author|byline|subject|section|pages?|issn|location|language(?: of publication)?|"
        "document type|publication (?:year|subject|info)|place of publication|country of "
        "publication|copyright|database|"
        "proquest document id|accession number|last updated|기자|기자명|기고자|작성자|뉴스 ?식별자|"
        "통합 ?분류 ?\\d?|사건/사고 ?분류 ?\\d?|인물|위치|기관|키워드|특성추출[^:：\\]\\t]{0,30}|"
        "분석제외 ?여부|지면|면|분류|번호|no|작자|作者|автор"
    ),
}
_LABEL = (
    r"(?mi)^[-■▶◆●○▲□◇*#•· \t\ufeff]*+(?P<open>[\[【<〈「(])?[ \t]*(?:"
    + "|".join(f"(?P<{kind}>{names})" for kind, names in _NAMES.items())
    + r")[ \t]*(?:(?(open)[\]】>〉」)][ \t]*[:：]?|(?:[:：]|\t)))[ \t]*(?P<value>[^\r\n]*)"
)
_OWN = {"title", "date", "source", "url", "origin"}
_TOP_LINES = 6
_NUMBERED = r"(?mi)^[ \t]*document \d+ of \d+[ \t\r]*$"
_CLOSING = r"[\[(#]?\d{1,4}[\])]?[.)]?|[-=_*#~─━]{3,}|(?i:document \d+ of \d+)"


class _Label(NamedTuple):
    """A label with its value."""

    kind: str
    key: str
    start: int
    value: Span


def cut_labelled(text: str) -> list[Cut]:
    """The articles of a text whose fields have labels, one for the text among them or in another script."""
    labels = [_label(found) for found in compiled(_LABEL).finditer(text)]
    if not labels or not _begins(text, labels[0]) or not _is_export(labels):
        return []
    marks = [mark.start() for mark in compiled(_NUMBERED).finditer(text)]
    starts = [at for at, label in enumerate(labels) if label.key == labels[0].key]
    if marks:
        starts = sorted({bisect([label.start for label in labels], mark) for mark in marks} - {len(labels)})
    groups = [labels[at:stop] for at, stop in zip(starts, [*starts[1:], len(labels)], strict=True)]
    begins = [group[0].start for group in groups[1:]]
    ends = [*(marks[bisect(marks, at) - 1] if marks else at for at in begins), len(text)]
    whole = all({"title", "text"} & {label.kind for label in group} for group in groups)
    return [_article(text, group, end) for group, end in zip(groups, ends, strict=True)] if whole else []


def _label(found: re.Match[str]) -> _Label:
    """A label of the text."""
    kind = next(kind for kind in _NAMES if found[kind])
    return _Label(kind, found[kind].casefold(), found.start(), found.span("value"))


def _begins(text: str, first: _Label) -> bool:
    """Whether hardly anything stands above the first label."""
    return len(lines_of(text, 0, first.start)) < _TOP_LINES and first.start < 600


def _is_export(labels: list[_Label]) -> bool:
    """Whether labels say more than our own header lines: enough kinds, and a text or another script."""
    top = {label.kind for label in labels}
    foreign = any(not label.key.isascii() for label in labels[:3])
    return len(top & {"title", "date", "publisher", "text"}) >= 2 and (
        foreign
        or (("text" in top or {"brief", "more"} <= top) and not {label.key for label in labels} <= _OWN)
    )


def _article(text: str, labels: list[_Label], end: int) -> Cut:
    """One article: the first filled value of each kind."""
    values: dict[str, Span] = {}
    for label, stop in zip(labels, [*(label.start for label in labels[1:]), end], strict=True):
        value = (
            label.value
            if label.kind != "text"
            else trimmed(text, (label.value[0], _closed(text, label.value[0], stop)))
        )
        if value[0] < value[1]:
            values.setdefault(label.kind, trimmed(text, value))
    if "text" not in values and "brief" in values:
        values["text"] = values["brief"]
    if "text" not in values:
        values["text"] = trimmed(text, (labels[-1].value[1], _closed(text, labels[-1].value[1], end)))
    said = {kind: text[slice(*span)] for kind, span in values.items()}
    date, publisher = said.get("date", ""), said.get("publisher", "")
    issue = None if date else next(full_dates(publisher), None)
    if issue:
        date, publisher = publisher[issue[0] : issue[1]], publisher[: issue[0]].rstrip(" ,.;:([")
    return Cut(
        labels[0].start, end, values.get("title"), (values["text"],), date, publisher, said.get("url", "")
    )


def _closed(text: str, start: int, end: int) -> int:
    """The end of a text before numbers and rules that belong to what follows."""
    lines = lines_of(text, start, end)
    while lines and compiled(_CLOSING).fullmatch(lines[-1].text):
        end = lines.pop().start
    return end
