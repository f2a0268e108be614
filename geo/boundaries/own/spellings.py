"""Names as columns of boundary layers write them, looked up in the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from geo.models import Unit
from geo.places import HANGUL_TYPES, TYPE_WORDS, Gazetteer
from geo.text import fold

_TYPE_WORD = re.compile(rf"(.+?)[ -]({'|'.join(TYPE_WORDS)})")
_SIGNS = re.compile(r"[\W_]+")


class Spellings:
    """All spellings of some of the units; strictly as written, or without marks where nothing fits so."""

    def __init__(self, gazetteer: Gazetteer, wanted: Callable[[Unit], bool]) -> None:
        self._strict: dict[str, set[str]] = {}
        self._plain: dict[str, set[str]] = {}
        self._mr = {pcode: unit.name_mr for pcode, unit in gazetteer.units.items()}
        for name in gazetteer.names:
            if wanted(gazetteer.units[name.pcode]):
                self._strict.setdefault(fold(name.form).text, set()).add(name.pcode)
                self._plain.setdefault(plain(name.form), set()).add(name.pcode)

    def find(self, name: str) -> set[str]:
        """P-codes of the units that a name, with or without its type word, can mean."""
        forms = [form for form, _ in readings(name)]
        for form in forms:
            if form in self._strict:
                return self._strict[form] | self._unmarked(plain(form))
        return next((set(self._plain[key]) for key in map(plain, forms) if key in self._plain), set())

    def _unmarked(self, key: str) -> set[str]:
        """
        Units with this spelling of which no form with marks is known: `Hwasŏng`, a ward, may be Hwasong, a
        former name; but `Ŭnsan` is never the Unsan that McCune-Reischauer, too, writes so.
        """
        return {pcode for pcode in self._plain.get(key, ()) if plain(self._mr[pcode]) != key}


def plain(name: str) -> str:
    """Letters and digits alone, lower case, without diacritics: `P’yŏngan-bukto` is `pyonganbukto`."""
    letters = unicodedata.normalize("NFKD", name.lower())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", _SIGNS.sub("", bare))


def readings(name: str) -> Iterator[tuple[str, str]]:
    """
    (form, kind of type word): the name as it is, then without the type word at its end.

    >>> list(readings("Songchon-gun"))
    [('songchon-gun', ''), ('songchon', 'county')]
    """
    folded = fold(name).text
    yield folded, ""
    typed = _TYPE_WORD.fullmatch(folded)
    if typed:
        yield typed[1], TYPE_WORDS[typed[2]]
    for word, kind in HANGUL_TYPES.items():
        if folded.endswith(word) and folded != word:
            yield folded.removesuffix(word).strip(), kind
