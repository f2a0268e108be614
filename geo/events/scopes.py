"""What sets a statement apart: quotations, conditions, wishes, what is usual, lines of the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.dates import DATELINE
from geo.events.phrases import PhrasePattern
from geo.events.terms import Term
from geo.text import Pattern, Sentence

_QUOTED = Pattern(
    r"[“″‟\"‘'](?:(?<=[“″‟])[^“”″\n]{16,900}[”″]|(?<=\")[^\"\n]{16,900}\""
    r"|(?<=‘)[^‘’\n]{12,400}’(?![a-z])|(?<=')(?<!\w')[^'\n]{12,400}'(?!\w))"
)
"""So written that a search skips to the marks that open a quotation."""
_JUNK_HEAD = PhrasePattern(r"\W*(?:{page heading en}\b|{page heading ko})(?:[^.]|\.\w){0,40}$", re.IGNORECASE)
_PICTURE = Pattern(r"\s*(?:▲|△|!\[)")
"""Before the caption of a picture, which another day or story may have brought; list items end in no stop."""
_FROM_THE_FILES = Pattern(r"\W*(?:file (?:photo|picture|image)|자료 ?(?:사진|화면|이미지))", re.IGNORECASE)
"""Before the caption of a picture that shows what was once."""
_OTHER_STORY = PhrasePattern(r"\W*{other story}", re.IGNORECASE)
_CORRECTION = Pattern(
    r"\W*(?:correction|clarification|editor's note|정정|바로잡습니다)\s*[:：]"
    r"|\W*(?:an|this) (?:earlier|story|article) (?:version|has been corrected|was corrected)",
    re.IGNORECASE,
)
"""What was wrong before is no news."""
_DATELINE = Pattern(DATELINE)
"""Behind a heading it opens another report."""
_SENTENCE_END = Pattern(r"(?:[.!?。]|다|요|죠|음|함)[\"'”’)\]》」』]*$")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where words of somebody are quoted."""
    return [match.span() for match in _QUOTED.finditer(text)]


def is_within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some spans in order."""
    number = bisect_left(spans, (at + 1, -1)) - 1
    return number >= 0 and spans[number][0] <= at < spans[number][1]


def junk_sentences(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of the sentences that are lines of the page: what other stories say behind a heading."""
    found: set[int] = set()
    open_at = teaser = -1
    told = False
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        other = _OTHER_STORY.match(words)
        if (
            (other and other.end() < len(words))
            or _CORRECTION.match(words)
            or _FROM_THE_FILES.match(words)
            or (_PICTURE.match(words) and _SENTENCE_END.search(words))
        ):
            found.add(sentence.number)
        elif other or (len(words) < 60 and _JUNK_HEAD.match(words)):
            open_at = sentence.paragraph
            found.add(sentence.number)
        elif open_at >= 0 and (sentence.paragraph > open_at or text.endswith("\n", 0, sentence.start)):
            teaser = sentence.paragraph if told and _DATELINE.match(words) else teaser
            if teaser == sentence.paragraph or (len(words) < 160 and not _is_long(words)):
                found.add(sentence.number)
            else:
                open_at = -1
        told = told or (open_at < 0 and _is_long(words))
    return frozenset(found)


def _is_long(words: str) -> bool:
    """Whether they are a sentence rather than a headline."""
    return (
        len(words) > (35 if "가" <= words[-2:-1] <= "힣" else 90) and _SENTENCE_END.search(words) is not None
    )


def scope_words(terms: Sequence[Term]) -> list[Term]:
    """Terms that open a scope: conditions, wishes, doubts, comparisons, what is usual."""
    return [term for term in terms if term.kind == "if"]


def without_other_words(text: str, terms: Sequence[Term]) -> list[Term]:
    """Terms without what only looks like a word that opens a scope."""
    return [term for term in terms if term.kind != "if" or not _is_other_word(text, term)]


def _is_other_word(text: str, term: Term) -> bool:
    """Whether letters of a scope's word are part of another: 료해하면서, 의하면, the month of May."""
    if not term.korean:
        return text.startswith("May", term.start)
    joined = text.startswith("서", term.end) or text.endswith("의", 0, term.start)
    return joined and text.startswith("면", term.end - 1)
