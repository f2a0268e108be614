"""
What the page's search box knows: every spelling of every unit, as short as it can be.

Spellings are folded as the page folds what is typed. Of two that fold alike one is kept, and none that only
adds an ending (up to `ENDING` letters: a case, -gun) to another of the same unit, or that sounds as another
does: the page allows for them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.places import Gazetteer, fold_key
from geo.text import bare

ENDING = 4
SHORTEST = 2
"""A spelling of fewer letters is not taken for the beginning of another."""
_KOREAN_TYPED = re.compile("^(..+?)(?:구역|[시군구도])$")


def aliases_of(gazetteer: Gazetteer) -> dict[str, str]:
    """
    P-code -> folded spellings, joined by a bar.

    Left out are the names that the page has anyway: English, and Korean with and without its type.
    Of counties all spellings are there, of provinces those that somebody writes.
    """
    forms: dict[str, list[str]] = {}
    for name in gazetteer.names:
        if name.kind != "rule" or gazetteer.units[name.pcode].level > 1:
            forms.setdefault(name.pcode, []).append(bare(name.form))
    return {
        pcode: "|".join(
            _thinned(tuple(known), (bare(unit.name), *_korean_forms(gazetteer.korean_name(pcode))))
        )
        for pcode, unit in gazetteer.units.items()
        if (known := forms.get(pcode, []))
    }


def _korean_forms(name: str) -> list[str]:
    """
    A Korean name and what is before its type.

    >>> _korean_forms("성간군"), _korean_forms("대성구역")
    (['성간군', '성간'], ['대성구역', '대성'])
    """
    return [bare(name), bare(_KOREAN_TYPED.sub(r"\1", name))]


@lru_cache(maxsize=1024)  # more than units, for pages that are drawn again and again
def _thinned(forms: tuple[str, ...], given: tuple[str, ...]) -> tuple[str, ...]:
    """
    The forms that neither stand in `given`, nor are one that is kept with an ending, nor sound like one.

    The shortest come first.
    """
    kept, sounds = list(given), {fold_key(form) for form in given} - {""}
    for form in sorted(set(forms), key=lambda form: (len(form), form)):
        if form not in kept and not any(_is_ended(form, other) for other in kept):
            sound = fold_key(form)
            if len(sound) < SHORTEST or sound not in sounds:
                kept.append(form)
                sounds.add(sound)
    return tuple(kept[len(given) :])


def _is_ended(form: str, other: str) -> bool:
    return len(other) >= SHORTEST and form.startswith(other) and len(form) - len(other) <= ENDING
