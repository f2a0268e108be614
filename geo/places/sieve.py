"""
Which articles can name a place of the DPRK at all, told from their raw bytes: a sieve before any parsing.

It lets too much through and nothing that matters back: where it finds nothing, `find_mentions` gives no name
but foreign ones, in whatever letters, case, escapes of JSON or entities of HTML the article is written. Two
things escape it, as no real page had them: a name with a tag in the middle of a word, and a word broken
behind its hyphen by more than two blanks and a line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import ahocorasick_rs

from geo.places.gazetteer import Gazetteer
from geo.places.hits import Hit, Lexicon, read_name
from geo.places.resolving import lexicon_of
from geo.places.type_words import script_of
from geo.places.which_korea import speaks_of_north
from geo.text import fold

_WORD = re.compile("[a-z]+")
_MARKED = re.compile("[ŏŭǒǔ]")
_LETTERS = frozenset(bytes((letter,)) for letter in b"abcdefghijklmnopqrstuvwxyz")
_ESCAPE_BEFORE = re.compile(rb"\\(?:[bfnrt]|u[0-9a-f]{4})\Z")
"""Letters right before a word that are an escape of JSON and none of the word's."""
_ESCAPE_LENGTH = 6
_BEFORE_NORTH = 12
"""Bytes before the word that may hold the article of `the North`, with what stands between."""
_BARE = frozenset(word.encode() for word in ("central",))
"""Names that are such words; they count with a type word behind, or behind the list in which they stand."""
_TYPED = re.compile(rb"district|ward|guyok|kuyok|count|cit")
_LIST = 60
_COMMON = frozenset(
    "south north international development street economic central industrial island agricultural coastal "
    "recreation processing peninsula technology cultural tourism export border trade new special zone port "
    "tourist area district city county province".split()
)
"""Words of names that any text has; the other words of such a name are looked for."""

NORTH = (
    *("korea", "corea", "dprk", "kcna", "wpk", "rpdc", "juche", "kim", "rodong", "naenara", "kndr", "nk"),
    *("n.k.", "north", "guidance", "builders", "regional", "greenhouse", "x10", "x 10"),
    *("×", "북한", "조선", "로동", "노동", "김정", "평양", "북측", "北", "지방", "중앙위원회", "주체"),
    *("종합봉사소", "군인건설자", "온실종합농장", "바다가양식", "되였", "하시였", "되시였", "주시였"),
    *("오시였", "가시였", "녀성", "기업소", "경애하는", "朝鮮", "朝鲜", "金正恩", "平壌", "平壤"),
    *("개건현대화", "뜨락또르", "인민경제계획", "현지지도", "료해", "종이공장", "식료공장", "일용품공장"),
    *("일떠", "량곡", "朝中", "кндр", "северн"),
)
"""A word at least of everything that `speaks_of_north` knows."""

_ESCAPED = (
    *(f"\\u00{digit}" for digit in "4567"),
    *(f"\\u{start}" for start in ("00ad", "00d7", "014", "016", "01d", "03", "04", "061c", "11")),
    *(f"\\u{start}" for start in ("200b", "200c", "200d", "200e", "200f", "202", "206", "f", "31", "ff")),
    *(f"\\u{digit}" for digit in "3456789abc"),
    *(f"\\ud{digit}" for digit in "01234567"),
)
"""Escapes of JSON, in lower case, behind which letters of a name may stand."""
_BROKEN = ("-\n", "-\r\n", "-\\n", "-\\r\\n", "- \n", "- \\n", "-  \n", "-  \\n")
_INVISIBLE = (*"\u00ad\u061c\ufeff\u2060", *map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F))))
_ISOLATES = tuple(map(chr, range(0x2066, 0x206A)))
_WIDE = tuple(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_MARKS = (*"ŏŎŭŬǒǑǔǓ", "\u0306", "\u0308", "\u030c", "\u212a", "\u3099", "\u309a")
_ENTITIES = ("&#", "&shy;", "&zwnj;", "&zwj;", "&ubreve;")
_SEVERAL = re.compile(r"counties|cities|districts|wards|provinces|municipalities|kreise|군|구역|시들")
"""Type words of lists."""
_JAMO = (b"\xe1\x84", b"\xe1\x85", b"\xe1\x86", b"\xe1\x87")
_COMPATIBILITY = tuple(bytes((0xEF, second)) for second in range(0xA4, 0xAC))
_HARMLESS_ENTITY = re.compile(
    rb"&#(?:3[2-9]|4[0-7]|60|62|1[2-6]\d|9|1[03]|8[2-4]\d\d|x2[0-9a-f]|x20[12][0-9a-f]);"
)
"""Signs and blanks."""


class Sieve:
    """The sieve for the names of a lexicon; built once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> Sieve:
        """The sieve for the names of a gazetteer."""
        return cls(lexicon_of(gazetteer))

    def hits(self, block: bytes) -> Iterator[int]:
        """Offsets in a block of UTF-8 (JSON, HTML or plain) at which something of the DPRK may be named."""
        lower = block.lower()
        for index, start, end in self._raw.find_matches_as_indexes(lower, overlapping=True):
            before, after = self._bounds[index]
            if (before and _is_within_word(lower, start)) or (after and lower[end : end + 1] in _LETTERS):
                continue
            pattern = self._patterns[index]
            if pattern == b"&#" and _HARMLESS_ENTITY.match(lower, start):
                continue
            if pattern == b"north" and b"the" not in lower[max(0, start - _BEFORE_NORTH) : start]:
                continue
            if pattern in _BARE and not _TYPED.search(lower, end, end + _LIST):
                continue
            yield start

    def passes(self, block: bytes) -> bool:
        """Whether anything of the DPRK may be named in a block."""
        return next(self.hits(block), None) is not None

    def reads(self, text: str) -> bool:
        """
        Whether a text without markup may name a place of the DPRK; more exact.

        Where nothing speaks of the North, a name counts only with its type word, with that of a list, beside
        another, or if it means one place anywhere (`geo/places/support.py`).
        """
        folded = fold(text)
        if speaks_of_north(folded.text):
            return True
        found = self._own.find_matches_as_indexes(folded.text, overlapping=True)
        if not found:
            return False
        several = _SEVERAL.search(folded.text) is not None
        named: set[str] = set()
        for index, start, end in found:
            form = self._forms[index]
            bare = Hit(start, end, start, end, script_of(form), *self._lexicon.entries[form])
            hit = read_name(text, folded, bare)
            if hit and hit.capital:
                named.add(form)
            if hit and (several or hit.type_word or form in self._alone or len(named) > 1):
                return True
        return False

    @cached_property
    def _alone(self) -> frozenset[str]:
        """Forms of provinces, cities, sites and zones."""
        units = self._lexicon.gazetteer.units
        return frozenset(
            form
            for form in self._forms
            for name in self._lexicon.entries[form][0]
            if (unit := units[name.pcode]).level == 1 or unit.type in ("city", "site", "zone")
        )

    @cached_property
    def _forms(self) -> list[str]:
        """Folded spellings of places of the DPRK."""
        return sorted(form for form, (own, _) in self._lexicon.entries.items() if own)

    @cached_property
    def _own(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._forms)

    @cached_property
    def _chosen(self) -> dict[bytes, tuple[bool, bool]]:
        """Pattern, its ASCII in lower case -> whether a word ends on its left and on its right."""
        chosen: dict[bytes, tuple[bool, bool]] = {}
        north = ((word.encode(), (word.isalpha() and word.isascii(),) * 2) for word in NORTH)
        for pattern, bounds in (*north, *(one for form in self._forms for one in _patterns_of(form))):
            if pattern:
                known = chosen.get(pattern, bounds)
                chosen[pattern] = (known[0] and bounds[0], known[1] and bounds[1])
        plain = (*_ESCAPED, *_BROKEN, *_INVISIBLE, *_ISOLATES, *_WIDE, *_MARKS, *_ENTITIES)
        for other in (*(sign.encode().lower() for sign in plain), *_JAMO, *_COMPATIBILITY):
            chosen[other] = (False, False)
        return chosen

    @cached_property
    def _patterns(self) -> list[bytes]:
        return sorted(self._chosen)

    @cached_property
    def _bounds(self) -> list[tuple[bool, bool]]:
        return [self._chosen[pattern] for pattern in self._patterns]

    @cached_property
    def _raw(self) -> ahocorasick_rs.BytesAhoCorasick:
        return ahocorasick_rs.BytesAhoCorasick(self._patterns)


def _is_within_word(lower: bytes, start: int) -> bool:
    """Whether a letter stands right before a place, and is not the end of an escape of JSON."""
    if start == 0 or lower[start - 1 : start] not in _LETTERS:
        return False
    return not _ESCAPE_BEFORE.search(lower[max(0, start - _ESCAPE_LENGTH) : start])


def _patterns_of(form: str) -> Iterable[tuple[bytes, tuple[bool, bool]]]:
    """What of a folded form stands in any raw text that holds it, and at which ends a word of it ends."""
    if _MARKED.search(form):
        return  # found by the marks alone
    words = list(_WORD.finditer(form))
    if not words:
        for cased in {form, form.upper(), form.capitalize()}:
            yield cased.encode(), (False, False)
        return
    best = max(words, key=lambda word: (word[0] not in _COMMON, len(word[0])))
    left = best.start() == 0 or form[best.start() - 1].isascii()
    right = best.end() == len(form) or form[best.end()].isascii()
    yield best[0].encode(), (left, right)
