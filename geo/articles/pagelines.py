"""The lines of a page around its paragraphs: where bylines, stamps and closing lines stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from geo.articles.own_words import DATELINE_KO
from geo.articles.stamps import APPOINTMENT, EASTERN, Stamp, order_in, stamps_of
from geo.dates import DATELINE, WEEKDAY, Order, compiled
from geo.text import LiteralFilter

_HEAD_LINES = 15
_TAIL_LINES = 6
PARAGRAPH = 160
_JUNK = (
    r"(?i)^(?:related|more from|most (?:read|viewed|popular)|editor.?s pick|latest|recent|popular|trending|"
    r"also read|recommended|leave a reply|(?:article |monthly |blog )?archives?|comments?|see also|"
    r"you may also|read (?:more|next)|"
    r"많이\s?본|관련\s?(?:기사|뉴스)|최신|인기|추천|주요\s?뉴스|댓글|함께\s?볼|이\s?시각|"
    r"相关(?:新闻|阅读|链接)|相關(?:新聞|閱讀)|関連(?:記事|ニュース)|おすすめ|ランキング|"
    r"mehr zum thema|weitere artikel|"
    r"читайте также|другие новости|по теме)"
)
_CRAWLED = (
    r"(?im)KCNA Watch|Read original version at source|More From |North Korea headlines delivered|"
    r"bulletin board|message board|\bforum\b|게시판|^KCNA \S|unlimited access to all|Become a member for less"
)
_OF_CRAWLED = LiteralFilter(
    [
        "kcna watch|original version|more from |headlines delivered|board|forum|게시판|\nkcna "
        "|unlimited access|a member for less".split("|")
    ]
)
"""One of which every such page has."""
_PRINTED = r"(?m)^[ \t]{0,20}https?://\S{1,300}[ \t]{1,20}\d{1,3}/\d{1,3}\s*$"
"""The foot of a printed page: the day at its head is that of printing."""
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
_TRIMMINGS = (
    rf"(?i){_TIME}|{WEEKDAY}|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|[월화수목금토일]요일|오전|오후|[ap]\.?m\.?|\b(?:KST|GMT|UTC|JST)\b|"
    r"《[^》]*》|\d+\s?면|\b(?:leave a|no|\d{1,4}) (?:comments?|reply|replies)\b|댓글\s?\d{0,4}(?!\w)|[^\w]"
)
_AGO = r"(?i)(?:last )?updated?:? (?:about )?(?:an?|\d{1,3}) \w{1,10} ago"
_LATER = (
    r"(?i)[|,/(]?\s?(?:last )?(?:updated?|수정|更新)\s?[:：]?\s?\d{1,2}:\d\d(?::\d\d)?"
    r"(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\)?\s*$"
)
"""A change on the same day, of which only the time is told."""
_SEPARATORS = " \t\r\n\xa0\u3000|·ㅣ"
_IMPRINT = (
    r"등록\s?번호|사업자\s?등록|통신판매업|고충처리인|발행인|편집인|청소년\s?보호\s?책임|창간일|제호\s?[:：]|"
    r"ISSN\s?\d|ICP备"
)
_OF_IMPRINT = LiteralFilter(
    ["등록|사업자|통신판매업|고충처리인|발행인|편집인|청소년|창간일|제호|ISSN|ICP备".split("|")]
)
"""One of which every imprint has."""
_SHARED = (
    r"(?i)(?:share|print|save|e-?mail|copy link|listen|공유(?:하기)?|인쇄(?:하기)?|글자\s?크기|스크랩|"
    r"teilen|drucken|поделиться|распечатать|分享|打印|シェア(?:する)?|印刷)"
)
"""Buttons that stand between a time stamp and its headline."""
_SECTION = (
    r"(?i)(?:politik|wirtschaft|ausland|panorama|welt|international|world|asia|politics|business|economy|"
    r"정치|북한|국제|경제|사회|국내|政治|経済|经济|經濟|国際|国际|國際|社会|社會|"
    r"политика|экономика|общество|мир|в мире|в мире и россии|туризм)"
)
"""Names of sections, one of which may stand there, too."""
_QUOTATION = ("”", '"', "»", "“")
_QUOTED = r"[–—-]\s?[A-ZА-ЯЁ가-힣]"
"""The line below a quotation that names its author."""
_ENDING = r"(?<=[가-힣一-鿿ぁ-ヿ])(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}\.?$"
_LONGEST = 400
"""Characters of the longest line of an imprint."""
_ISSUE = r"주체\s?\d|Juche\s?\d|로동신문|민주조선"
"""A line above the headline that names the issue of a paper of the North."""
_SITE_NAME = r"\s*[|\-–—:·»<>]\s*[^|\n]{1,40}$"


class TextRow(NamedTuple):
    """One line with its only date, if it has one and no other."""

    text: str
    """The line without the stamps of later changes."""
    days: tuple[str, ...]
    rest: str
    """The line without the date, without times, weekdays and punctuation."""
    stamped: bool = False
    """Whether a time of day stands in it."""
    opens: bool = False
    """Whether it begins with the date."""
    glued: bool = False
    """Whether the same day stands in it twice."""
    amid: bool = False
    """Whether Chinese, Japanese or Korean words go on without a blank on both sides of the date."""
    ends: bool = False
    """Whether such words end in a date in figures, as a headline with its day glued to it."""


@dataclass(frozen=True)
class Page:
    """What is searched: the text down to lists of other articles, and the lines around its paragraphs."""

    text: str
    stamps: tuple[Stamp, ...]
    head: tuple[TextRow, ...]
    tail: tuple[TextRow, ...]
    above: tuple[TextRow, ...] = ()
    """The last lines above the headline."""

    @cached_property
    def datelines(self) -> tuple[re.Match[str] | None, re.Match[str] | None]:
        """The first opening of an agency's report, in English and in Korean."""
        return compiled(DATELINE).search(self.text), compiled(DATELINE_KO).search(self.text)


def _read_line(text: str, order: Order) -> TextRow:
    """Look at one line; a paragraph is none that dates an article."""
    text = compiled(_AGO).sub(" ", text) if "ago" in text.lower() else text
    if len(text) > PARAGRAPH or not compiled(r"\d").search(text):
        return TextRow(text, (), text)
    text = compiled(_LATER).sub("", text)
    stamps = list(stamps_of(text, order))
    dated = [stamp for stamp in stamps if stamp.kind in ("", "first")]
    days = {stamp.days for stamp in dated}
    rest, said = text, text
    for stamp in reversed(stamps):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
        if stamp.kind == "updated" and dated:
            said = f"{said[: stamp.start]} {said[stamp.end :]}"
    return TextRow(
        said,
        days.pop() if len(days) == 1 and all(stamp.kind != "site" for stamp in stamps) else (),
        " ".join(compiled(_TRIMMINGS).sub(" ", rest).split()) if stamps else rest,
        any(stamp.timed for stamp in dated),
        bool(dated) and dated[0].start < 3,
        len(dated) > 1 and not any(stamp.kind for stamp in dated),
        any(_is_amid(text, stamp) for stamp in dated),
        any(compiled(_ENDING).search(text, max(0, stamp.start - 1)) for stamp in dated if not stamp.kind),
    )


def _is_amid(text: str, stamp: Stamp) -> bool:
    """Whether a date stands amid words, as in a sentence."""
    around = text[stamp.start - 1 : stamp.start] + text[stamp.end : stamp.end + 1]
    bare = len(around) == 2 and not stamp.kind and not stamp.timed
    return bare and compiled(EASTERN).fullmatch(around) is not None


def page_of(text: str, title: str | None) -> Page:
    """Cut a text into head and tail; above a repeated headline only a line with a time of day counts."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip(_SEPARATORS)]
    junk = next(
        (number for number, line in enumerate(lines) if number and compiled(_JUNK).match(line)), len(lines)
    )
    lines = _without_imprint(lines[:junk])
    shown = "\n".join(lines)
    order = order_in(shown)
    top = _below_headline(lines, title)
    long = next((number for number, line in enumerate(top) if _width(line) > PARAGRAPH), len(top))
    head = top[: min(long, _HEAD_LINES)]
    follow = [*top[1:], ""]
    head = [line for line, then in zip(head, follow, strict=False) if not compiled(APPOINTMENT).match(then)]
    head = [line for at, line in enumerate(head) if not _is_of_quotation(head[max(0, at - 3) : at])]
    if head and (compiled(_PRINTED).search(text) or (top is lines and _is_crawled(text))):
        head = head[1:] if next(stamps_of(head[0], order), None) else head
    tail = lines[max(len(lines) - len(top) + long, len(lines) - _TAIL_LINES) :]
    zones = head, tail, _above_headline(lines, title)
    rows = {line: _read_line(line, order) for line in dict.fromkeys(chain(*zones))}
    return Page(
        shown, tuple(stamps_of(shown, order)), *(tuple(rows[line] for line in zone) for zone in zones)
    )


def _is_of_quotation(before: list[str]) -> bool:
    """Whether the lines before one are a quotation with its author, and perhaps where that one works."""
    return any(
        said.endswith(_QUOTATION) and compiled(_QUOTED).match(author) for said, author in pairwise(before)
    )


def _is_crawled(text: str) -> bool:
    """Whether a page is that of a collector of others' articles, or of a board."""
    return bool(_OF_CRAWLED.present("\n" + text) and compiled(_CRAWLED).search(text))


def _width(line: str) -> int:
    """The length of a line; a Chinese or Japanese letter says as much as two others."""
    return len(line) + (
        len(compiled(r"[一-鿿ぁ-ヿ]").findall(line)) if len(line) <= PARAGRAPH and not line.isascii() else 0
    )


def _without_imprint(lines: list[str]) -> list[str]:
    """The lines without those of the imprint, which tells when the paper was registered, not at what time."""
    if not _OF_IMPRINT.present("\n".join(lines)):
        return lines
    imprint = compiled(_IMPRINT)
    near = {at for at, line in enumerate(lines) if len(line) <= _LONGEST and imprint.search(line)}
    near |= {
        at + step
        for at in near
        for step in (-1, 1)
        if len(lines[at]) <= PARAGRAPH
        and not (0 <= at + step < len(lines) and compiled(_TIME).search(lines[at + step]))
    }
    return [line for at, line in enumerate(lines) if at not in near or len(line) > _LONGEST]


def _headline(lines: list[str], title: str | None) -> int | None:
    """The number of the line that is the headline."""
    return next((number for number, line in enumerate(lines[:_HEAD_LINES]) if title and line == title), None)


def _above_headline(lines: list[str], title: str | None) -> list[str]:
    """The last two lines above the headline."""
    number = _headline(lines, title)
    return lines[max(0, number - 2) : number] if number else []


def _is_between(line: str) -> bool:
    """Whether a line may stand between a time stamp and its headline."""
    return any(compiled(pattern).fullmatch(line) for pattern in (_SHARED, _SECTION))


def _below_headline(lines: list[str], title: str | None) -> list[str]:
    """The lines below the headline, where it is repeated; all of them, where it is not."""
    number = _headline(lines, title)
    if number is None:
        return lines
    for later, line in enumerate(lines[number + 1 : _HEAD_LINES], number + 1):
        if (
            len(line) >= 10
            and title
            and title.startswith(line)
            and compiled(_SITE_NAME).match(title, len(line))
        ):
            number = later  # the first one was the title of the page, with the name of the site
            break
    above = [line for line in lines[:number] if compiled(_ISSUE).search(line)]
    nearest = next((line for line in reversed(lines[:number]) if not _is_between(line)), "")
    above += [nearest] if nearest not in above and compiled(_TIME).search(nearest) else []
    return above + lines[number + 1 :]
