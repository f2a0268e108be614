"""One name to one unit, for someone who asks by hand; texts are read by `mentions.py` and `resolve.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from geo import names
from geo.errors import PlaceNotFoundError
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.models import Unit

_TYPES_OF_KIND = {
    "county": {"county", "district"},
    "city": {"city", "special_city"},
    "ward": {"ward", "district"},
    "province": {"province"},
}
"""Kind of type word -> types of units it can stand with."""


def locate(name: str, *, province: str | None = None) -> Unit:
    """
    The one unit that a name, in any spelling of the gazetteer, or a P-code means.

    `name` may carry its type word and its province: "Songchon County, South Phyongan", "평안남도 성천군".
    A bare name that a first-level unit has means that unit; a unit of today goes before an abolished one.

    Raises
    ------
    PlaceNotFoundError
        If no unit fits, with the nearest spellings; if several do, with all of them.
    """
    gazetteer = load_gazetteer()
    bare, within = _split(name, gazetteer)
    found = [gazetteer.units[pcode] for pcode in sorted(_pcodes(bare, gazetteer))]
    where = province or within
    if where:
        outer = locate(where)
        found = [unit for unit in found if gazetteer.lies_in(unit.pcode, outer.pcode)]
    found = _preferred(found)
    if len(found) != 1:
        raise PlaceNotFoundError(_several(name, found, gazetteer) if found else _none(name, where, gazetteer))
    return found[0]


def unit_json(unit: Unit) -> dict[str, object]:
    """A unit with its place in the hierarchy and all its spellings, as `factorymap locate` prints it."""
    gazetteer = load_gazetteer()
    place = gazetteer.place(unit.pcode)
    seat = dict(zip(("latitude", "longitude"), unit.seat, strict=True)) if unit.seat else None
    spellings = [name for name in gazetteer.names if name.pcode == unit.pcode]
    return {
        "pcode": unit.pcode,
        "name": unit.name,
        "level": unit.level,
        "type": unit.type,
        "province": place.province,
        "county_pcode": place.county_pcode,
        "status": unit.status,
        "korean": gazetteer.korean_name(unit.pcode),
        "korean_rok": unit.hangul_rok + unit.hangul_suffix if unit.hangul_rok else None,
        "hanja": unit.hanja or None,
        "mccune_reischauer": unit.name_mr or None,
        "revised_romanization": unit.name_rr or None,
        "seat": seat,
        "seat_quality": unit.seat_quality or None,
        "polygon_pcode": unit.polygon_pcode or None,
        "spellings": [{"form": name.form, "kind": name.kind} for name in spellings],
        "note": unit.note or None,
    }


def _split(name: str, gazetteer: Gazetteer) -> tuple[str, str | None]:
    """The name and the province written with it, if any: after a comma, or before it in Korean."""
    head, comma, tail = name.strip().partition(",")
    if comma and tail.strip():
        return head, tail
    first, _, rest = name.strip().partition(" ")
    if rest and names.script_of(first) == "hangul" and _pcodes(first, gazetteer):
        return rest, first
    return head, None


def _pcodes(name: str, gazetteer: Gazetteer) -> set[str]:
    """P-codes of the units that have the name and, where it is written with a type word, the type."""
    for code in (name.strip(), name.strip().upper()):
        if code in gazetteer.units:
            return {code}
    return {
        spelling.pcode
        for form, kind in _readings(names.fold(name.strip()).text)
        for spelling in gazetteer.by_form.get(form, ())
        if not kind or gazetteer.units[spelling.pcode].type in _TYPES_OF_KIND[kind]
    }


def _readings(folded: str) -> Iterator[tuple[str, str]]:
    """(form, kind of type word): the name as it is, and the name without the type word at its end."""
    yield folded, ""
    for at in range(1, len(folded)):
        found = names.AFTER_LATIN.fullmatch(folded, at)
        if found:
            yield folded[:at], names.TYPE_WORDS[found["word"] or found["hyphened"]]
    for word, kind in names.HANGUL_TYPES.items():
        if folded.endswith(word) and folded != word:
            yield folded.removesuffix(word).strip(), kind


def _preferred(units: list[Unit]) -> list[Unit]:
    """Those left when a province, a unit of today and a county go before what only shares their name."""
    first = [unit for unit in units if unit.level == 1]
    today = first or [unit for unit in units if unit.status != "abolished"] or units
    codes = {unit.pcode for unit in today}
    return [unit for unit in today if unit.level < 3 or unit.parent_pcode not in codes]


def _several(name: str, units: Iterable[Unit], gazetteer: Gazetteer) -> str:
    """The message for a name that several units have."""
    listed = "; ".join(
        f"{unit.name} in {gazetteer.province_of(unit.pcode).name} ({unit.pcode})" for unit in units
    )
    return f"{name!r} may be: {listed}. Give the province, or the P-code, to choose one."


def _none(name: str, province: str | None, gazetteer: Gazetteer) -> str:
    """The message for a name that no unit has."""
    where = f" in {province.strip()!r}" if province else ""
    near = get_close_matches(names.fold(name).text, gazetteer.by_form, n=3, cutoff=0.75)
    spelt = sorted({gazetteer.by_form[form][0].form for form in near})
    advice = f"Spelt nearly so: {', '.join(spelt)}." if spelt and not province else "Try another spelling."
    return f"no unit of the DPRK is known as {name!r}{where}. {advice}"
