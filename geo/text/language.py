"""The language of a text, from its script and, for Latin letters, from a few words that every text has."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from geo.text.patterns import Pattern

_ENOUGH = 8
"""Letters below which nothing is said."""
_HEAD = 1500
"""Characters that are looked at."""
_SCRIPTS = {
    "hangul": Pattern(r"[가-힣]+"),
    "kana": Pattern(r"[\u3040-\u30ff]+"),
    "han": Pattern(r"[\u4e00-\u9fff]+"),
    "cyrillic": Pattern(r"[\u0400-\u04ff]+"),
    "latin": Pattern(r"[A-Za-zÀ-ÿ]+"),
}
_NOT_LATIN = Pattern("[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff가-힣]")
_LATIN = Pattern("[A-Za-zÀ-ÿ]")
_WORD = Pattern("[a-zà-ÿß]+")
_WORDS = {
    "en": {"the", "of", "and", "in", "to", "was", "for", "with", "at", "said", "on", "that", "is", "by"},
    "de": {
        "der",
        "die",
        "und",
        "das",
        "den",
        "ist",
        "im",
        "mit",
        "des",
        "von",
        "wurde",
        "ein",
        "eine",
        "zu",
        "auf",
    },
    "es": {"el", "la", "los", "las", "de", "del", "que", "en", "una", "con", "por", "para", "se", "y", "su"},
}
_COMMON = frozenset().union(*_WORDS.values())


def guess_language(text: str) -> str | None:
    """
    The ISO 639-1 code of a text in English, Korean, Japanese, Chinese, German, Spanish or Russian, else None.

    A share of Hangul is enough for Korean, and of kana for Japanese: both quote other scripts.
    """
    head = text[:_HEAD]
    if head.isascii() or not _NOT_LATIN.search(head):
        return _latin(head) if len([*islice(_LATIN.finditer(head), _ENOUGH)]) == _ENOUGH else None
    counts = {script: len("".join(pattern.findall(head))) for script, pattern in _SCRIPTS.items()}
    total = sum(counts.values())
    if total < _ENOUGH:
        return None
    if counts["hangul"] > 0.2 * total:
        return "ko"
    if counts["kana"] > 0.1 * total:
        return "ja"
    if counts["han"] > 0.4 * total:
        return "zh"
    if counts["cyrillic"] > 0.4 * total:
        return "ru"
    return _latin(head)


def _latin(text: str) -> str | None:
    """English, German or Spanish, whichever has most of its common words; None if none has any."""
    words = _WORD.findall(text.lower())
    counts = Counter(filter(_COMMON.__contains__, words))
    hits = {
        language: sum(counts[word] for word in counts.keys() & common) for language, common in _WORDS.items()
    }
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] and 20 * hits[best] >= len(words) else None
