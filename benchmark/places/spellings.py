"""Names one by one, through the whole resolver: unlisted ones, all listed ones, and pairs of near ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, get_args

from rapidfuzz.distance import Levenshtein

from benchmark.places.systems import Factorymap, Found, System
from benchmark.texts.annotated import text_document
from benchmark.texts.units import county_of
from geo.models import Unit
from geo.places import type_words
from geo.places.gazetteer import Gazetteer, Name
from geo.text.folding import fold

Answer = Literal["found", "ambiguous", "namesake", "abroad", "missed", "others", "wrong"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)

TYPE_WORDS = {
    "county": "County",
    "city": "City",
    "special_city": "City",
    "ward": "District",
    "district": "District",
}
RUSSIAN_TYPES = {
    "county": "уезде",
    "city": "городе",
    "special_city": "городе",
    "ward": "районе",
    "district": "районе",
}
HANJA_SUFFIXES = {"도": "道", "시": "市", "군": "郡", "구역": "區域", "구": "區", "지구": "地區"}


@dataclass(frozen=True, slots=True)
class Probe:
    """One name in a sentence, and what was said of it."""

    name: Name
    answer: Answer
    said: tuple[str, ...]
    """P-codes that were named or listed."""


def classify(name: Name, answer: Sequence[Found], gazetteer: Gazetteer, others: frozenset[str]) -> Probe:
    """
    What an answer means for a name of one unit.

    found: the unit, or a place below it; ambiguous: it is among the candidates; namesake: another unit that
    has the same name where the text does not tell them apart (`others`); abroad: a namesake elsewhere;
    missed: unknown or nothing; others: ambiguous without the right unit; wrong: any other unit.
    """
    own = {name.pcode, county_of(name.pcode, gazetteer)}
    named = {one.pcode for one in answer if one.pcode}
    listed = {code for one in answer for code in one.candidates}
    said = tuple(sorted(named | listed))
    counties = {county_of(code, gazetteer) for code in named}
    if named:
        right = named <= own or counties == {name.pcode}
        return Probe(name, "found" if right else "namesake" if named <= others else "wrong", said)
    if listed:
        return Probe(name, "ambiguous" if listed & own else "others", said)
    return Probe(name, "abroad" if any(one.outcome == "foreign" for one in answer) else "missed", said)


def ask(system: System, text: str, form: str) -> list[Found]:
    """What a system says of the last occurrence of a form in a text; 중 is in 조선중앙통신 too."""
    start = text.rindex(form)
    return [one for one in system.find(text_document(text)) if one.overlaps(start, start + len(form))]


# A spelling that is not in the list.


def attested_variants(gazetteer: Gazetteer) -> list[Name]:
    """Latin spellings of second-level units that were seen somewhere, beside the official ones."""
    return [
        name
        for name in gazetteer.names
        if name.script == "latin"
        and name.kind == "variant"
        and not name.source.startswith("by rule")
        and gazetteer.units[name.pcode].level == 2
        and gazetteer.units[name.pcode].status == "current"
    ]


def leave_one_out(gazetteer: Gazetteer) -> list[Probe]:
    """
    Each attested variant in a sentence beside its type word, while no list has that spelling.

    The spelling is taken from every unit that has it; names of places abroad stay.
    """
    return [_unlisted(name, gazetteer) for name in attested_variants(gazetteer)]


def _unlisted(name: Name, gazetteer: Gazetteer) -> Probe:
    """What a resolver says that has never seen the spelling."""
    form = fold(name.form).text
    without = replace(gazetteer, names=tuple(one for one in gazetteer.names if fold(one.form).text != form))
    return classify(
        name, ask(Factorymap(without), english(name, gazetteer), name.form), gazetteer, frozenset()
    )


def english(name: Name, gazetteer: Gazetteer, province: bool = False) -> str:
    """A sentence with a Latin name, its unit's own type word and, if wanted, its province."""
    unit = gazetteer.units[name.pcode]
    word = "" if type_words.AFTER_LATIN.search(fold(name.form).text) else TYPE_WORDS.get(unit.type, "")
    if unit.type == "province" and name.kind == "weak":
        word = "province"
    written = f"{name.form} {word}".strip()
    outer = gazetteer.province_of(name.pcode)
    where = f", {outer.name}{' Province' if outer.type == 'province' else ''}" if province else ""
    return f"KCNA reported on {written}{where}, North Korea."


# Every spelling of the list.


def all_names(gazetteer: Gazetteer, province: bool) -> Iterator[Probe]:
    """Every name in a sentence of its script, with its type word and, if wanted, its province."""
    system = Factorymap(gazetteer)
    same = _same_names(gazetteer)
    for name in gazetteer.names:
        if province and gazetteer.units[name.pcode].level == 1:
            continue
        others = same[fold(name.form).text]
        if province:
            outer = gazetteer.province_of(name.pcode).pcode
            others = frozenset(code for code in others if gazetteer.lies_in(code, outer))
        text = sentence(name, gazetteer, province)
        yield classify(name, ask(system, text, name.form), gazetteer, others)


def _same_names(gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    """Folded form -> P-codes of all units that have it."""
    table: dict[str, set[str]] = {}
    for name in gazetteer.names:
        table.setdefault(fold(name.form).text, set()).add(name.pcode)
    return {form: frozenset(codes) for form, codes in table.items()}


def sentence(name: Name, gazetteer: Gazetteer, province: bool) -> str:
    """A name in a sentence of the North's news in its script."""
    unit = gazetteer.units[name.pcode]
    outer = gazetteer.province_of(name.pcode)
    if name.script == "hangul":
        where = f"{outer.hangul}{_short(outer)} " if province else ""
        return f"조선중앙통신은 {where}{_suffixed(name, unit.hangul_suffix, unit)}에서 온 소식을 전했다."
    if name.script in ("hanja", "kana"):
        where = outer.hanja + HANJA_SUFFIXES.get(_short(outer), "") if province else ""
        suffix = HANJA_SUFFIXES.get(unit.hangul_suffix, "")
        return f"朝鮮中央通信は{where}{_suffixed(name, suffix, unit)}からの報道を伝えた。"
    if name.script == "cyrillic":
        where = f", {_russian(outer, gazetteer)}" if province else ""
        word = RUSSIAN_TYPES.get(unit.type, "")
        return f"ЦТАК сообщило из КНДР: в {word} {name.form}{where}.".replace("  ", " ")
    return english(name, gazetteer, province)


def _short(unit: Unit) -> str:
    """The type word of a province as it is written with a county: none for a city."""
    return unit.hangul_suffix if unit.type == "province" else ""


def _suffixed(name: Name, suffix: str, unit: Unit) -> str:
    """A name with its type word, unless it has it; well-known first-level cities are written without."""
    if unit.type == "special_city":
        bare = name.kind in ("official", "variant")
        return name.form if bare else name.form + {"hangul": "시"}.get(name.script, "市")
    written = unit.level != 2 and suffix and name.form.endswith(suffix)
    return name.form if written or name.form in _SHORT_PROVINCES else name.form + suffix


_SHORT_PROVINCES = frozenset("함북 함남 평북 평남 황북 황남".split())


def _russian(unit: Unit, gazetteer: Gazetteer) -> str:
    """A first-level unit in Russian."""
    forms = [one.form for one in gazetteer.names if one.pcode == unit.pcode and one.script == "cyrillic"]
    return forms[0] if unit.type != "province" else f"провинция {forms[0]}"


# Pairs of names that are one or two letters apart.

SCHEMES = ("KCNA", "McCune-Reischauer", "McCune-Reischauer without marks", "Revised Romanization")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of different counties, cities or districts in one scheme."""

    scheme: str
    distance: int
    one: Name
    other: Name


def scheme_names(gazetteer: Gazetteer) -> dict[str, list[Name]]:
    """Scheme -> the names of today's second-level units and first-level cities in it, without type words."""
    units = [
        unit
        for unit in gazetteer.units.values()
        if unit.status == "current" and (unit.level == 2 or unit.type == "special_city")
    ]
    tables: dict[str, list[Name]] = {scheme: [] for scheme in SCHEMES}
    for unit in units:
        marked = _bare(unit.name_mr)
        forms = (unit.name, marked, plain(marked), _bare(unit.name_rr))
        for scheme, form in zip(SCHEMES, forms, strict=True):
            if form:
                tables[scheme].append(Name(form, unit.pcode, "latin", "official", scheme))
    return tables


def _bare(written: str) -> str:
    """A romanised name without its type word."""
    for suffix in ("-gun", "-kun", "-si", "-guyŏk", "-kuyŏk", "-guyeok", "-guyok", "-chigu", "-jigu", "-gu"):
        written = written.removesuffix(suffix)
    return written


def plain(form: str) -> str:
    """A McCune-Reischauer form as it is typed without marks and apostrophes."""
    return form.translate(str.maketrans("ŏŭŎŬ", "ouOU", "'’ʼ"))


def confusable_pairs(gazetteer: Gazetteer, furthest: int = 2) -> list[Pair]:
    """All pairs of different names at an edit distance of one to `furthest`, scheme by scheme."""
    pairs = []
    for scheme, table in scheme_names(gazetteer).items():
        for one, other in combinations(sorted(table, key=lambda name: (name.form, name.pcode)), 2):
            distance = Levenshtein.distance(one.form.lower(), other.form.lower(), score_cutoff=furthest)
            if 0 < distance <= furthest:
                pairs.append(Pair(scheme, distance, one, other))
    return pairs


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """What was said of the two names of a pair in one sentence."""

    pair: Pair
    probes: tuple[Probe, Probe]


def ask_pairs(pairs: Iterable[Pair], gazetteer: Gazetteer, system: System) -> list[PairAnswer]:
    """Each pair in one text, both names with type words; another unit of the very name is a namesake."""
    same = _same_names(gazetteer)
    answers = []
    for pair in pairs:
        probes = []
        for name in (pair.one, pair.other):
            others = same.get(fold(name.form).text, frozenset()) - {_twin(name, pair).pcode}
            probes.append(
                classify(
                    name, ask(system, _both(pair, gazetteer), _typed(name, gazetteer)), gazetteer, others
                )
            )
        answers.append(PairAnswer(pair, (probes[0], probes[1])))
    return answers


def _twin(name: Name, pair: Pair) -> Name:
    """The other name of the pair."""
    return pair.other if name is pair.one else pair.one


def _typed(name: Name, gazetteer: Gazetteer) -> str:
    """A name with the type word of its unit."""
    return f"{name.form} {TYPE_WORDS[gazetteer.units[name.pcode].type]}"


def _both(pair: Pair, gazetteer: Gazetteer) -> str:
    """A sentence with both names."""
    return (
        f"KCNA reported from North Korea on {_typed(pair.one, gazetteer)}; "
        f"a day later it reported on {_typed(pair.other, gazetteer)}."
    )
