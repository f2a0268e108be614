"""Names as columns of boundary layers write them, looked up in the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from geo import names
from geo.gazetteer import Gazetteer
from geo.models import Unit

_TYPE_WORD = re.compile(rf"(.+?)[ -]({'|'.join(names.TYPE_WORDS)})")
_SIGNS = re.compile(r"[\W_]+")


class Spellings:
    """All spellings of some of the units; strictly as written, or without marks where nothing fits so."""

    def __init__(self, gazetteer: Gazetteer, wanted: Callable[[Unit], bool]) -> None:
        self._strict: dict[str, set[str]] = {}
        self._plain: dict[str, set[str]] = {}
        for name in gazetteer.names:
            if wanted(gazetteer.units[name.pcode]):
                self._strict.setdefault(names.fold(name.form).text, set()).add(name.pcode)
                self._plain.setdefault(plain(name.form), set()).add(name.pcode)

    def find(self, name: str) -> set[str]:
        """P-codes of the units that a name, with or without its type word, can mean."""
        forms = [form for form, _ in readings(name)]
        tables = [(self._strict, forms), (self._plain, [*map(plain, forms)])]
        hits = (table[form] for table, keys in tables for form in keys if form in table)
        return set(next(hits, ()))


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
    folded = names.fold(name).text
    yield folded, ""
    typed = _TYPE_WORD.fullmatch(folded)
    if typed:
        yield typed[1], names.TYPE_WORDS[typed[2]]
    for word, kind in names.HANGUL_TYPES.items():
        if folded.endswith(word) and folded != word:
            yield folded.removesuffix(word).strip(), kind
