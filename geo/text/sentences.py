"""
Cut a text into sentences and paragraphs, English and Korean, without losing an offset.

A full stop ends a sentence also where the next one is glued to it (했다.조선, `opened.The`). An item of
a list is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from geo.models import Document
from geo.text.literals import folded_case
from geo.text.patterns import Pattern

_ABBREVIATION = Pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Mt|No|Nos|vs|etc|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?"
    r"|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.N|D\.P\.R\.K|Inc|Ltd|Co|Prof|Rev|Fig|ca|cf)|\b[A-Z]|\d)\.$"
)
_OPENS = (
    r"(?:그는|그가|그의|그들|이는|이날|이어|이에|이번|또는?|또한|한편|특히|그러나|하지만|따라서|북한|북측|조선"
    r"|김정은|노동신문|로동신문|통신은|신문은|우리|지난|앞서|당시|같은 날)(?=[ 은는이가의])"
)
"""Words that begin a Korean sentence; others behind a glued full stop may be a list: 시.군, 경제.사회."""
_END = Pattern(
    r"(?<![.!?])[.!?]++[\"'”’)\]》〉」』]*+(?=\s|$)|[.!?][\"”’)]+(?=[가-힣A-Z])"
    r"|(?:다|습니까|[어아해예에세네]요|지요|죠)\.(?=[가-힣A-Z“‘《〈「『(\[▲△■◆○●※]|[\"']\S)"
    rf"|(?<=[가-힣]{{2}})\.(?={_OPENS})|(?<=[가-힣])[!?](?=[가-힣]{{2}}(?<!라고|라며|라는|라면))"
    r"|(?<=[a-z]{2})[.!?](?=[A-Z][a-z]*[ ,'’])|(?<=[A-Za-z\d][)\]])\.(?=[A-Z][a-z]*[ ,'’])"
    r"|(?<=(?:19|20)\d\d)\.(?=[A-Z][a-z]+[ ,'’])"
    r"|[。！？｡]+[”’\"」』》）)]*|(?<=-0-)"
)
_STOP = Pattern("[.!?。！？｡0]")
"""What a sentence end has in it, and is sooner found; of `-0-` the figure."""
_BEFORE_STOP = {"다": 1, "까": 3, "요": 2, "죠": 1}
"""How far before a full stop the ending begins that it belongs to, by the last letter."""
_ADDRESS = Pattern(
    r"(?:https?://|www\.)[\x21-\x7e]+|[\w-]+@[\w.-]+|(?:[A-Za-z][a-z]+\.){2,}[A-Za-z]+", re.IGNORECASE
)
_WORD = Pattern(r"[^\W\d_]{2,}")
_QUOTED_ON = Pattern(
    r"\.?[\"'”’》」』](?:이?라)?(?:고|며|면서|는|던)(?=[\s,]|말|하|했|밝|전|강)|[”’\"」』》）)](?:と|って|など|との)"
)
"""Speech that its sentence goes on after: `"공장이 섰다."고 말했다`."""
_BREAK = Pattern(r"(?:\r\n|\n|\r)[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+|\r\n|\n|\r")
_LINE_END = Pattern(r"\r\n|\n|\r")
_BULLET = Pattern(
    r"\s*(?:(?:[-–—*+][ \t]+|[•·‣◦∙▪▫○●◯◎□■◇◆▷▶►△▲※☞✔][ \t]*)(?=[^\W_]|[\"“‘《『「(\[])|[ⓐ-ⓩ①-⑳㉠-㉭][ \t]*"
    r"|\(?(?P<number>\d{1,2})[.)] ?(?=[^\W\d_])|\(?[a-zA-Z가나다라마바사아자차카타파하]\) )"
)
"""What stands before an item of a list."""
_INTRODUCES = Pattern(
    r"(?:[:：]|(?:다음과|아래와) 같(?:다|이)\.?|as follows\.?|如下。?|以下の(?:通り|とおり)。?)\s*$"
)
"""The end of a paragraph that a list follows."""
LONGEST_CAPTION = 5_000
"""In code points: what is longer is no caption, whatever it begins or ends with."""
_VISIBLE = Pattern(r"\S")
_OPENS_CAPTION = Pattern(
    r"\s*[\[(]?\s*(?:photos?[ ]?[:/(]|image[ ]?[:(]|picture[ ]?[:(]|\w+ photo[ ]?:|caption\b|(?:file "
    r"|undated )?photo (?:shows?|by|courtesy|released|provided|taken|from|carried)|photo\]"
    r"|this (?:picture|photo|image|undated)"
    r"|in this (?:photo|picture)|사진(?!을 |에 |에는 |에서 )|\(사진|▲|△|■ ?사진)"
    r"|(?![^\n]*according to)[^\n]{0,160}\((?:yonhap|kcna|korean central news agency)[\w /·]*\)\.?\s*$",
    re.IGNORECASE,
)
_CLOSES_CAPTION = Pattern(
    r"[\[(사](?:(?<=\[)[ ]?(?:korean central news agency|yonhap|kcna|연합뉴스|노동신문|로동신문"
    r"|뉴스1|조선중앙통신)[\w /·]*\]\)?\.?\s*$"
    r"|(?<=\()(?:연합뉴스|노동신문|로동신문|뉴스1|조선중앙통신)[\w /·]*\)\s*$"
    r"|(?<=사)진=[^\n]*\s*$)",
    re.IGNORECASE,
)
_CREDIT = Pattern(r"KCNA via REUTERS\s*$", re.IGNORECASE)


class Sentence(NamedTuple):
    """A sentence of a document; offsets are those of its text."""

    start: int
    end: int
    paragraph: int
    """Number of the paragraph, counted through the document; the title is paragraph -1."""
    number: int
    """Number of the sentence in the document."""
    is_title: bool
    is_caption: bool
    is_item: bool = False
    """Whether its paragraph is an item of a list, with a bullet or a number before it."""


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences of the document's sections, in order, without outer white space."""
    found: list[Sentence] = []
    paragraph, listed = 0, False
    for section in document.sections:
        for start, end in _blocks(document.text, section.start, section.end):
            title = section.kind == "title"
            item = not title and _BULLET.match(document.text, start, end) is not None
            caption = not title and _is_caption(document.text, start, end)
            caption = caption and not (item and listed)
            for a, b in _sentences(document.text, start, end):
                found.append(Sentence(a, b, -1 if title else paragraph, len(found), title, caption, item))
            paragraph += not title
            listed = (item and listed) or _INTRODUCES.search(
                document.text, max(start, end - 20), end
            ) is not None
    return tuple(found)


def _is_caption(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is the caption of a picture."""
    if end - start > LONGEST_CAPTION:
        return False
    words = text[start:end]
    return bool(
        _OPENS_CAPTION.match(words)
        or _CLOSES_CAPTION.search(words)
        or ("via" in folded_case(words) and _CREDIT.search(words))
    )


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs: a blank line ends one, and so does a line end that is not inside a wrapped sentence."""
    at = line = start
    for match in _BREAK.finditer(text, start, end):
        begun, line = line, match.end()
        if _is_wrap(text, begun, match, end):
            continue
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:end].strip():
        yield at, end


def _is_wrap(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a single line end only wraps the line that begins at `start`."""
    if match.end() - match.start() > 1 and len(_LINE_END.findall(match.group())) > 1:
        return False
    line = text[start : match.start()].rstrip()
    following = _following(text, match.end(), end)
    if not line or not following or line[-1] in '.!?。”"]':
        return False
    bullet = _BULLET.match(text, match.end(), end)
    if bullet and (bullet["number"] in (None, "1") or _BULLET.match(text, start, end)):
        return False  # other numbers may be the day of a wrapped date
    return following.islower() or (45 <= len(line) <= 110 and line[-1] not in ":)")


def _following(text: str, at: int, end: int) -> str:
    """The first visible character from `at` on; empty if there is none."""
    found = _VISIBLE.search(text, at, end)
    return found.group() if found else ""


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _ends(text, start, end):
        if match.end() >= end or not _is_end(text, at, match, end):
            continue
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every match of `_END`, which is tried only where it can begin."""
    at = start
    for stop in _STOP.finditer(text, max(0, start - 2), end):
        first = last = stop.start()
        if text[first] == "0":
            if text[first - 1 : first + 2] != "-0-":
                continue
            first = last = first + 2
        elif first:
            first -= _BEFORE_STOP.get(text[first - 1], 0)
        for begin in range(max(first, at), last + 1):
            if match := _END.match(text, begin, end):
                yield match
                at = max(match.end(), begin + 1)
                break


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a full stop ends a sentence, rather than an abbreviation or a number."""
    if _is_inside_word(text, match, end):
        return False
    dot = match.start() + 1
    following = _following(text, match.end(), end)
    if match.group().startswith(".") and _ABBREVIATION.search(text[max(start, dot - 12) : dot]):
        number = text[max(start, dot - 2) : dot - 1].isdigit()
        opens = bool(re.match(r"[A-Z“\"가-힣]", following))
        return number and opens and len([*islice(_WORD.finditer(text, start, dot), 2)]) > 1
    return not following.islower() and not _QUOTED_ON.match(text, match.end() - 1, end)


def _is_inside_word(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a glued full stop stands in an address or the name of a file: Www.Example.Org."""
    if not text[match.end() : match.end() + 1].isascii() or text[match.end()].isspace():
        return False
    near = max(0, match.start() - 40)
    word = _ADDRESS.match(text, max(near, text.rfind(" ", near, match.start()) + 1), end)
    return word is not None and word.end() > match.start()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield start + left, start + right
