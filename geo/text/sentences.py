"""Cut a text into sentences and paragraphs, English and Korean, without losing an offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from geo.models import Document

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Mt|No|Nos|vs|etc|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?"
    r"|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.N|D\.P\.R\.K|Inc|Ltd|Co|Prof|Rev|Fig|ca|cf)|\b[A-Z]|\d)\.$"
)
_END = re.compile(
    r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s|$)|[.!?][\"”’)]+(?=[가-힣A-Z])|다\.(?=[가-힣“(]|\"\S)|[。！？]|(?<=-0-)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_QUOTED_ON = re.compile(r"\.?[\"”’](?:이?라)?(?:고|며|면서|는|던)(?=[\s,]|말|하|했|밝|전|강)")
"""Speech that its sentence goes on after: `"공장이 섰다."고 말했다`."""
_BREAK = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+|\r\n|\n|\r")
LONGEST_CAPTION = 5_000
"""In code points: what is longer is no caption, whatever it begins or ends with."""
_VISIBLE = re.compile(r"\S")
CAPTION = re.compile(
    r"^\s*[\[(]?\s*(?:photos?[ ]?[:/(]|image[ ]?[:(]|picture[ ]?[:(]|\w+ photo[ ]?:|caption\b|(?:file "
    r"|undated )?photo (?:shows?|by|courtesy|released|provided|taken|from|carried)|photo\]"
    r"|this (?:picture|photo|image|undated)"
    r"|in this (?:photo|picture)|사진(?!을 |에 |에는 |에서 )|\(사진|▲|△|■ ?사진)"
    r"|\[[ ]?(?:korean central news agency|yonhap|kcna|연합뉴스|노동신문|로동신문|뉴스1|조선중앙통신)"
    r"[\w /·]*\]\)?\.?\s*$|\((?:연합뉴스|노동신문|로동신문|뉴스1|조선중앙통신)[\w /·]*\)\s*$"
    r"|^(?![^\n]*according to)[^\n]{0,160}\((?:yonhap|kcna|korean central news agency)[\w /·]*\)\.?\s*$"
    r"|(?:KCNA via REUTERS|사진=[^\n]*)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; offsets are those of its text."""

    start: int
    end: int
    paragraph: int
    """Number of the paragraph, counted through the document; the title is paragraph -1."""
    number: int
    """Number of the sentence in the document."""
    is_title: bool
    is_caption: bool


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences of the document's sections, in order, without outer white space."""
    found: list[Sentence] = []
    paragraph = 0
    for section in document.sections:
        for start, end in _blocks(document.text, section.start, section.end):
            title = section.kind == "title"
            caption = not title and _is_caption(document.text, start, end)
            for a, b in _sentences(document.text, start, end):
                found.append(Sentence(a, b, -1 if title else paragraph, len(found), title, caption))
            paragraph += not title
    return tuple(found)


def _is_caption(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is the caption of a picture."""
    return end - start <= LONGEST_CAPTION and CAPTION.search(text[start:end]) is not None


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
    if len(re.findall(r"\r\n|\n|\r", match.group())) > 1:
        return False
    line = text[start : match.start()].rstrip()
    following = _following(text, match.end(), end)
    if not line or not following or line[-1] in '.!?。”"]':
        return False
    return following.islower() or (45 <= len(line) <= 110 and line[-1] not in ":)")


def _following(text: str, at: int, end: int) -> str:
    """The first visible character from `at` on; empty if there is none."""
    found = _VISIBLE.search(text, at, end)
    return found.group() if found else ""


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() >= end or not _is_end(text, at, match, end):
            continue
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a full stop ends a sentence, rather than an abbreviation or a number."""
    dot = match.start() + 1
    following = _following(text, match.end(), end)
    if match.group().startswith(".") and _ABBREVIATION.search(text[max(start, dot - 12) : dot]):
        number = text[max(start, dot - 2) : dot - 1].isdigit()
        opens = bool(re.match(r"[A-Z“\"가-힣]", following))
        return number and opens and len([*islice(_WORD.finditer(text, start, dot), 2)]) > 1
    return not following.islower() and not _QUOTED_ON.match(text, match.end() - 1, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield start + left, start + right
