"""Names as columns of boundary layers write them, looked up in the gazetteer."""

from __future__ import annotations

from collections.abc import Callable

from geo.models import Unit
from geo.places import Gazetteer, without_type_word
from geo.text import bare, fold


class Spellings:
    """All spellings of some of the units; strictly as written, or without marks where nothing fits so."""

    def __init__(self, gazetteer: Gazetteer, wanted: Callable[[Unit], bool]) -> None:
        self._strict: dict[str, set[str]] = {}
        self._plain: dict[str, set[str]] = {}
        self._mr = {pcode: unit.name_mr for pcode, unit in gazetteer.units.items()}
        for name in gazetteer.names:
            if wanted(gazetteer.units[name.pcode]):
                self._strict.setdefault(fold(name.form).text, set()).add(name.pcode)
                self._plain.setdefault(bare(name.form), set()).add(name.pcode)

    def find(self, name: str) -> set[str]:
        """P-codes of the units that a name, with or without its type word, can mean."""
        forms = [form for form, _ in without_type_word(fold(name).text)]
        for form in forms:
            if form in self._strict:
                return self._strict[form] | self._unmarked(bare(form))
        return next((set(self._plain[key]) for key in map(bare, forms) if key in self._plain), set())

    def _unmarked(self, key: str) -> set[str]:
        """
        Units with this spelling of which no form with marks is known: `Hwasŏng`, a ward, may be Hwasong, a
        former name; but `Ŭnsan` is never the Unsan that McCune-Reischauer, too, writes so.
        """
        return {pcode for pcode in self._plain.get(key, ()) if bare(self._mr[pcode]) != key}
