"""
Names beside a type word that no list has: folded to a key that all romanisations share, else compared letter
by letter, else unknown.

The key undoes what the schemes do differently (Seongcheon, Sŏngch'ŏn, Songchon) and keeps what tells units
apart. Edit distance is one on the key and only for names of five letters and more; two units at that distance
stay ambiguous. A name that fits nothing is an outcome of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from geo.places.gazetteer import Gazetteer, Name
from geo.text import Changed, Pattern, Spans, bare

_STEPS = tuple(
    (Pattern(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z]", ""),
        (r"eo", "o"),
        (r"eu", "u"),
        (r"oo", "u"),
        (r"ae", "e"),
        (r"sh", "s"),
        (r"yu(?=ng)", "yo"),
        (r"you", "yo"),
        (r"oh(?![aeiou])", "o"),
        (r"^yi", "i"),
        (r"tch", "c"),
        (r"([ptk])h", r"\1"),
        (r"ch|j", "c"),
        (r"ng", "N"),
        (r"g", "k"),
        (r"d", "t"),
        (r"b", "p"),
        (r"l", "r"),
        (r"N(?=[rn])", "N"),
        (r"(?<=[Nn])[rn](?=[aeiouyw])", "n"),
        (r"k(?=[nrm])", "N"),
        (r"^[rn](?=[yi])", ""),
        (r"^n(?=[aeo])", "r"),
        (r"([a-zN])\1+", r"\1"),
    )
)


def fold_key(form: str) -> str:
    """
    A spelling without what the romanisation schemes do differently.

    >>> fold_key("Sŏngch'ŏn") == fold_key("Seongcheon") == fold_key("Songchon")
    True
    """
    key = bare(form)
    for pattern, replacement in _STEPS:
        key = pattern.sub(replacement, key)
    return key


EXACT = "unseen spelling"
"""Source of a name whose key is that of a known spelling."""
_NAME = r"[^\W\d_a-z][\w'’ʼ‘`-]{0,40}"
_GAP = r"(?>(?:[^\S\r\n]+(?:\r\n?|\n)?|\r\n?|\n)[^\S\r\n]*)"
"""Between the words of a name: spaces with at most one line end."""
_TYPE_WORD, _TAIL = r"[Cc]ounty|[Cc]ity|[Dd]istrict", r"[-‐‑](?:gun|kun|si|shi|guyok|kuyok)"
_TYPED = Pattern(
    rf"(?![a-z\d])(?P<name>(?:{_NAME}+{_GAP}){{0,2}}{_NAME}?)(?:{_GAP}(?:{_TYPE_WORD})\b|{_TAIL}\b)"
)
_HAS_TYPE = Pattern(
    r"[CcDd\-‐‑](?:(?<=[Cc])(?:ounty|ity)|(?<=[Dd])istrict|(?<=[-‐‑])(?:gun|kun|si|shi|guyok|kuyok))\b"
)
"""The same words, so written that a search skips to their first letters."""
_REACH = 400
"""Code points before a type word in which a name of three words begins, gaps included."""
_MOST_WORDS = 4
"""Words before a type word of which its name has three at the most."""
_NO_NAME = frozenset(
    (
        "the in at on a an this that and of from to for with its their both other another each every "
        "new local all some  industrial free special capital port border party people's workers "
        "workers' workers’ north south east west central said his her  our same neighboring "
        "neighbouring nearby northern "
        "southern eastern western then but when while where which host  mid old no any one two three "
        "four five six seven eight nine ten what after before by as county city district  province "
        "korean korea korea's north-korean dprk dprk's rok satellite mining rural urban inner sister "
        "chinese russian soviet japanese american german french british vietnamese mongolian cuban "
        "european metropolitan "
    ).split()
)
"""Words before a type word that begin no name."""
_HANGUL_TYPED = Pattern(r" ?(?P<name>[가-힣]{2,3})(?P<word>군|시|구역)(?=[\s,.에의은는이가을를과와·)]|$)")


class UnseenNames:
    """Finds units by key or by one letter more, less or other."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @cached_property
    def keys(self) -> Mapping[str, frozenset[str]]:
        """Key -> P-codes of the units below the province whose Latin spellings have it."""
        table: dict[str, set[str]] = {}
        for name in self._names():
            table.setdefault(fold_key(name.form), set()).add(name.pcode)
        return {key: frozenset(codes) for key, codes in table.items()}

    def candidates(self, form: str) -> tuple[Name, ...]:
        """Units that the form may be a new spelling of; empty if none is near."""
        key = fold_key(form)
        if key in self.keys:
            return _as_names(form, self.keys[key], EXACT)
        plain = letters(form)
        near = self._near_keys.units(key) | self._near_plain.units(plain)
        return _as_names(form, near, "one letter off a known spelling")

    @cached_property
    def plain(self) -> Mapping[str, frozenset[str]]:
        """The same with the spellings as they are, without marks."""
        table: dict[str, set[str]] = {}
        for name in self._names():
            table.setdefault(letters(name.form), set()).add(name.pcode)
        return {form: frozenset(codes) for form, codes in table.items()}

    def neighbours(self, form: str) -> frozenset[str]:
        """Units one letter off a form that is itself in the lists."""
        return frozenset(self._near_keys.units(fold_key(form)) | self._near_plain.units(letters(form)))

    @cached_property
    def _near_keys(self) -> _Nearby:
        return _Nearby(self.keys)

    @cached_property
    def _near_plain(self) -> _Nearby:
        return _Nearby(self.plain)

    @cached_property
    def southern(self) -> frozenset[tuple[str, str]]:
        """(key, kind) of the counties, cities and wards of South Korea."""
        return frozenset(
            (fold_key(name.form), name.type.removeprefix("special_"))
            for name in self.gazetteer.foreign
            if name.country == "KR" and name.script == "latin"
        )

    def is_southern(self, form: str, type_word: str) -> bool:
        """Whether a unit of the South of that kind has the name, in whatever romanisation."""
        return (fold_key(form), type_word) in self.southern

    def _names(self) -> Iterator[Name]:
        """Latin spellings of today's units but the provinces."""
        for name in self.gazetteer.names:
            province = self.gazetteer.units[name.pcode].type == "province"
            if name.script == "latin" and name.kind != "former" and not province:
                yield name


def letters(form: str) -> str:
    """The lower-case letters of a form, without marks."""
    return re.sub(r"[^a-z]", "", bare(form))


class _Nearby:
    """
    Forms that are one letter off another: missing, more, other, or two exchanged.

    Two such forms are the same once a letter is left out of one or of both.
    """

    def __init__(self, table: Mapping[str, frozenset[str]]) -> None:
        self._table = table
        self._shorter: dict[str, list[str]] = {}
        for form in table:
            for shorter in _shorter(form):
                self._shorter.setdefault(shorter, []).append(form)

    def units(self, form: str) -> set[str]:
        """P-codes of the units one letter off; none for short forms."""
        if len(form) < 5:
            return set()
        near = {other for shorter in _shorter(form) for other in self._shorter.get(shorter, ())}
        if not near:
            return set()
        from rapidfuzz.distance import OSA

        close = (other for other in near if OSA.distance(form, other, score_cutoff=1) <= 1)
        return {pcode for other in close for pcode in self._table[other]}


def _shorter(form: str) -> set[str]:
    """A form, and all that it is without one of its letters."""
    return {form, *(form[:at] + form[at + 1 :] for at in range(len(form)))}


def _as_names(form: str, pcodes: Iterable[str], source: str) -> tuple[Name, ...]:
    return tuple(Name(form, pcode, "latin", "unseen", source) for pcode in sorted(pcodes))


def typed_names(
    original: str, folded: Changed, taken: Spans, index: UnseenNames
) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
    """
    Latin names with a type word that are in no list.

    Yields
    ------
    (start, end, names)
        Offsets of the bare name in the folded text, outside `taken`; no names if it is unknown. A name of
        several words that is a unit's as a whole is given although its last word is taken: `Sin Uiju`.
    """
    stretches = _before_type_words(original)
    for match in (match for stretch in stretches for match in _TYPED.finditer(original, *stretch)):
        tokens = [t.span() for t in re.finditer(r"\S+", match["name"])]
        while tokens and match["name"][slice(*tokens[0])].lower() in _NO_NAME:
            tokens.pop(0)
        if not tokens or match["name"][slice(*tokens[-1])].lower() in _NO_NAME:
            continue
        base = match.start("name")
        best = _best(match["name"], tokens, index)
        start, end = base + best[0], base + tokens[-1][1]
        span = folded.place(start), folded.place(end)
        overlapped = taken.across(*span)
        written_apart = len(best[1]) == 1 and best[1][0].source == EXACT and best[0] < tokens[-1][0]
        if not overlapped or (written_apart and all(span[0] < a for a, _ in overlapped)):
            yield *span, best[1]


def _before_type_words(text: str) -> list[tuple[int, int]]:
    """Type words with the few words before them, in which a name may stand; overlapping ones as one."""
    stretches: list[tuple[int, int]] = []
    for word in _HAS_TYPE.finditer(text):
        low = max(0, word.start() - _REACH)
        words = text[low : word.start()].rsplit(None, _MOST_WORDS)
        start = low + len(words[0]) if len(words) > _MOST_WORDS else low
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, word.end() + 1))
    return stretches


def _best(text: str, tokens: Sequence[tuple[int, int]], index: UnseenNames) -> tuple[int, tuple[Name, ...]]:
    """Start and candidates of the longest run of words before the type word, else of the last word."""
    for start, _ in tokens:
        found = index.candidates(text[start : tokens[-1][1]])
        if found:
            return start, found
    return tokens[-1][0], ()


def hangul_after_province(text: str, at: int) -> tuple[int, int] | None:
    """Span of a Hangul name with a type word right behind a province that ends at `at`."""
    match = _HANGUL_TYPED.match(text, at)
    return match.span("name") if match else None
