"""
One name to one unit, for someone who asks by hand or has a column of names; articles are read elsewhere.

Three steps, each only where the one before has no answer: the spellings of the gazetteer as they stand; the
rules that read texts (`geo.places.resolving`), with the name as a text about the North; the sound of a
romanisation that nobody has listed (`geo.places.unlisted`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from geo.errors import PlaceNotFoundError
from geo.models import Document, Mention, Outcome, Section, Unit
from geo.places import type_words
from geo.places.gazetteer import Gazetteer, load_gazetteer
from geo.places.type_words import without_type_word
from geo.text import fold

_TYPES_OF_KIND = {
    "county": {"county", "district"},
    "city": {"city", "special_city"},
    "ward": {"ward", "district"},
    "province": {"province"},
    "town": {"town"},
    "seat": {"county", "city"},
}
"""Kind of type word -> types of units it can stand with."""

SURE, BARE, DOUBTFUL = 0.97, 0.9, 0.75
"""Confidence, as in texts: with a type word or province, bare, in a spelling that is weak alone."""
BY_SOUND = {"unseen spelling": 0.7, "one letter off a known spelling": 0.55}
"""Confidence in a spelling that no list has, by what speaks for it."""
SHORTEST_SOUND = 4
"""Letters that the sound of a bare name must have: shorter ones are too often something else."""

COUNTRY = frozenset(
    ("dprk", "north korea", "democratic people's republic of korea", "korea, north", "북한", "조선", "北朝鮮")
)
"""Where a table may say the country in place of the province."""
SOUTH = frozenset(("south korea", "s. korea", "republic of korea", "rok", "korea, south", "한국", "대한민국"))
_ABOUT_THE_NORTH = "DPRK\n\n"
_OPEN = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a name was taken for."""

    outcome: Outcome
    unit: Unit | None
    """Where it is resolved."""
    candidates: tuple[str, ...]
    """P-codes of the units it may mean, where it is ambiguous."""
    confidence: float
    """0 to 1; below 0.75 the spelling is in no list."""
    reason: str
    """What decided, or what is missing, in one line."""


@dataclass(frozen=True)
class _Question:
    """A name that somebody asks for."""

    name: str
    """As it is written, on one line."""
    bare: str
    """Without the province that is written with it."""
    outers: tuple[Unit, ...]
    """First-level units that it is said to lie in."""
    gazetteer: Gazetteer

    @cached_property
    def found(self) -> list[Unit]:
        """Units with that spelling, wherever they lie."""
        return _exact(self.bare, self.gazetteer)

    def lies_within(self, unit: Unit) -> bool:
        """Whether a unit lies, today or formerly, where the name is said to lie."""
        return all(self.gazetteer.lies_in(unit.pcode, outer.pcode) for outer in self.outers)


def locate(name: str, *, province: str | None = None) -> Unit:
    """
    The one unit that a name, in any spelling of the gazetteer, or a P-code means.

    `name` may carry its type word and its province: "Songchon County, South Phyongan", "평안남도 성천군".
    A bare name that a first-level unit has means that unit; a unit of today goes before an abolished one. A
    romanisation that is in no list is taken by its sound; `settle` tells whether it was, and how sure it is.

    Raises
    ------
    PlaceNotFoundError
        If no unit fits, with the nearest spellings; if several do, with all of them.
    """
    unit = settle(name, province=province).unit
    assert unit
    return unit


def settle(name: str, *, province: str | None = None) -> Answer:
    """As `locate`, with confidence and reason: an answer that is resolved, or PlaceNotFoundError."""
    gazetteer = load_gazetteer()
    answer = _answer(name, province, (_by_lists, _by_sound), gazetteer)
    if answer.unit:
        return answer
    if answer.outcome == "ambiguous":
        raise PlaceNotFoundError(f"{answer.reason}. Give the province, or the P-code, to choose one.")
    raise PlaceNotFoundError(_none(name, province, gazetteer))


def look_up(name: str, *, province: str | None = None) -> Answer:
    """
    What a name means, with confidence and reason; never an error.

    More is understood than by `locate`: the name may stand among other words, or with a wrong type word, and
    a name of the South is told as foreign.
    """
    return _answer(name, province, (_by_lists, _by_text, _by_sound), load_gazetteer())


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


SEVERAL = "several places are named in"
"""Beginning of the reason for a text that names more than one place."""

Step = Callable[[_Question], Answer | None]


def _answer(name: str, province: str | None, steps: Sequence[Step], gazetteer: Gazetteer) -> Answer:
    """What the first step says that has an answer."""
    text = " ".join(name.split())
    if not any(letter.isalpha() for letter in text):
        return _unknown("there is no name in it")
    bare, written = _split(text, gazetteer)
    inner = _outer(written, gazetteer) if written else ()
    outer = _outer(province, gazetteer) if province and province.strip() else ()
    if outer is None:
        return _elsewhere(province or "")
    if inner is None and written and (away := _elsewhere(written)).outcome == "foreign":
        return away
    question = _Question(text, text if inner is None else bare, (*outer, *(inner or ())), gazetteer)
    answers = (step(question) for step in steps)
    answer = next(filter(None, answers), _unknown(f"no unit of the DPRK is known as {text!r}"))
    return _less_sure(answer, written or "") if inner is None else answer


def _less_sure(answer: Answer, written: str) -> Answer:
    """The answer for a name with something behind a comma that no list has."""
    if answer.outcome != "resolved" or "written with it" in answer.reason:
        return answer
    reason = f"{answer.reason}; {written.strip()!r} is not understood"
    return replace(answer, confidence=min(answer.confidence, DOUBTFUL), reason=reason)


def _outer(where: str, gazetteer: Gazetteer) -> tuple[Unit, ...] | None:
    """The unit that a name is said to lie in; none if it is just the country, None if it is not known."""
    if fold(where.strip()).text.removeprefix("the ") in COUNTRY:
        return ()
    units = _preferred(_exact(where, gazetteer))
    return (units[0],) if len(units) == 1 else None


def _elsewhere(where: str) -> Answer:
    """The answer for a name in a province that the DPRK does not have."""
    from geo.places.resolving import lexicon

    folded = fold(" ".join(where.split())).text
    forms = (folded, *(form for form, _ in without_type_word(folded)))
    entries = (lexicon().entries.get(form, ((), ())) for form in forms)
    foreign = next((other[0].country for own, other in entries if other and not own), "")
    if foreign or folded in SOUTH:
        return Answer("foreign", None, (), BARE, f"{where.strip()!r} lies in {foreign or 'KR'}")
    return _unknown(f"no province of the DPRK is known as {where.strip()!r}")


def _unknown(reason: str) -> Answer:
    return Answer("unknown", None, (), 0.0, reason)


def _by_lists(question: _Question) -> Answer | None:
    """The units whose listed spelling it is."""
    inside = _preferred([unit for unit in question.found if question.lies_within(unit)])
    if len(inside) == 1:
        return _listed(question, inside[0])
    if inside:
        return _open(question, inside, f"{question.name!r} may be")
    return _contradicted(question) if question.found else None


def _listed(question: _Question, unit: Unit) -> Answer:
    """The answer for a unit whose spelling is in the lists."""
    kinds = _kinds(question.bare, unit, question.gazetteer)
    typed = unit.pcode != question.bare.upper() and not any(kind == "" for _, kind in kinds)
    doubtful = bool(kinds) and {spelling for spelling, _ in kinds} <= {"weak", "former", "rule"}
    said = ["/".join(sorted({spelling for spelling, _ in kinds})) + " spelling" if kinds else "P-code"]
    said += ["with its type word"] * (typed and bool(kinds))
    for outer in dict.fromkeys(question.outers):
        today = question.gazetteer.province_of(unit.pcode) == outer
        said.append(f"{outer.name} is given with it" if today else f"belonged to {outer.name} before")
    confidence = SURE if typed or question.outers or not kinds else DOUBTFUL if doubtful else BARE
    return Answer("resolved", unit, (), confidence, "; ".join(said))


def _kinds(name: str, unit: Unit, gazetteer: Gazetteer) -> set[tuple[str, str]]:
    """(kind of spelling, kind of type word) in which a name is in the lists for a unit; none for a P-code."""
    return {
        (spelling.kind, kind)
        for form, kind in without_type_word(fold(name.strip()).text)
        for spelling in gazetteer.by_form.get(form, ())
        if spelling.pcode == unit.pcode
    }


def _contradicted(question: _Question) -> Answer:
    """The answer for a name that lies elsewhere than said: it, or one that is spelt nearly so there."""
    near = [unit for unit in _near(question) if question.lies_within(unit)]
    units = [*_preferred(question.found), *near]
    where = " and ".join(repr(outer.name) for outer in question.outers)
    return _open(question, units, f"{question.bare!r} is not in {where}; it may be")


def _near(question: _Question) -> list[Unit]:
    """Units spelt with one letter more, less or other."""
    from geo.places.resolving import lexicon

    if type_words.script_of(question.bare) != "latin":
        return []
    forms = {form for form, _ in without_type_word(fold(question.bare).text)}
    near = {pcode for form in forms for pcode in lexicon().unseen.neighbours(form)}
    known = {unit.pcode for unit in question.found}
    return [question.gazetteer.units[pcode] for pcode in sorted(near - known)]


def _open(question: _Question, units: Iterable[Unit], said: str) -> Answer:
    """The answer that names what may be meant."""
    units = tuple(units)
    codes = tuple(unit.pcode for unit in units)
    return Answer("ambiguous", None, codes, _OPEN, f"{said}: {_listing(units, question.gazetteer)}")


def _by_text(question: _Question) -> Answer | None:
    """What the rules for texts make of it."""
    from geo.places.resolving import find_mentions

    document, (start, end) = _as_document(question)
    found = [m for m in find_mentions(document) if start <= m.start and m.end <= end]
    chosen = [m for m in found if m.place is None or m.place.level > 1] or found
    if not chosen or any(m.outcome == "unknown" for m in chosen) or _leaves_a_name(chosen, found, question):
        return None
    answers = {_as_answer(mention, question) for mention in chosen}
    if len(answers) == 1:
        return answers.pop()
    codes = {code for one in answers for code in ([one.unit.pcode] if one.unit else one.candidates)}
    units = [question.gazetteer.units[code] for code in sorted(codes)]
    return _open(question, units, f"{SEVERAL} {question.name!r}")


def _as_document(question: _Question) -> tuple[Document, tuple[int, int]]:
    """The name as a text about the North, with its province; and where in it the name stands."""
    before, after = _ABOUT_THE_NORTH, ""
    if question.outers and question.bare == question.name:
        outer = question.outers[0]
        if type_words.script_of(question.name) == "hangul":
            before += question.gazetteer.korean_name(outer.pcode) + " "
        else:
            after = f", {outer.name} {'Province' if outer.type == 'province' else 'City'}"
    text = before + question.name + after
    section = Section("body", len(_ABOUT_THE_NORTH), len(text))
    span = len(before), len(before) + len(question.name)
    return Document("name", "", text, (section,)), span


def _leaves_a_name(chosen: Sequence[Mention], found: Sequence[Mention], question: _Question) -> bool:
    """Whether only a province was understood of a name that says more."""
    if any(mention.place is None or mention.place.level > 1 for mention in chosen):
        return False
    rest = question.name
    for mention in found:
        rest = rest.replace(mention.surface, "")
    return any(letter.isalpha() for letter in rest)


def _as_answer(mention: Mention, question: _Question) -> Answer:
    """What a mention means as an answer; a unit that lies elsewhere than said is not taken."""
    part = "" if mention.surface == question.name else f"{mention.surface!r}: "
    if mention.outcome == "foreign":
        return Answer("foreign", None, (), mention.confidence, part + mention.reason)
    units = [question.gazetteer.units[p.pcode] for p in (mention.place, *mention.candidates) if p]
    if len(units) == 1 and question.lies_within(units[0]):
        return Answer("resolved", units[0], (), mention.confidence, part + mention.reason)
    return _open(question, units, f"{part}{mention.reason}; it may be")


def _by_sound(question: _Question) -> Answer | None:
    """Units that an unlisted romanisation may mean; a letter may be off beside a type word or province."""
    if type_words.script_of(question.bare) != "latin":
        return None
    for form, kind in reversed(list(without_type_word(fold(question.bare).text))):
        found = _sounding(form, kind, question)
        if found:
            units, how = found
            if len(units) == 1:
                return Answer("resolved", units[0], (), BY_SOUND[how], f"{how}, read as {units[0].name}")
            return _open(question, units, f"{how}; it may be")
    return None


def _sounding(form: str, kind: str, question: _Question) -> tuple[list[Unit], str] | None:
    """Units of the type and place that are named, and what speaks for them."""
    from geo.places.resolving import lexicon
    from geo.places.unlisted import fold_key

    unseen = lexicon().unseen
    key = fold_key(form)
    beside = bool(kind or question.outers)
    if not beside and (len(key) < SHORTEST_SOUND or key not in unseen.keys):
        return None
    if kind and not question.outers and unseen.is_southern(form, kind):
        return None
    candidates = unseen.candidates(form)
    units = [question.gazetteer.units[name.pcode] for name in candidates]
    fitting = [unit for unit in units if not kind or unit.type in _TYPES_OF_KIND[kind]]
    inside = _preferred([unit for unit in fitting if question.lies_within(unit)])
    return (inside, candidates[0].source) if inside else None


def _split(name: str, gazetteer: Gazetteer) -> tuple[str, str | None]:
    """The name and the province written with it, if any: after a comma, or before it in Korean or Chinese."""
    head, comma, tail = name.strip().partition(",")
    if comma and tail.strip():
        return head, tail
    first, _, rest = name.strip().partition(" ")
    if rest and type_words.script_of(first) in ("hangul", "hanja") and _pcodes(first, gazetteer):
        return rest, first
    glued = _province_in_front().fullmatch(name.strip())
    if glued and _pcodes(glued["province"], gazetteer):
        return glued["name"], glued["province"]
    return head, None


@cache
def _province_in_front() -> re.Pattern[str]:
    """A name in Chinese characters with its province before it: 平安南道成川郡."""
    return re.compile(r"(?P<province>[一-鿿]{1,4}[道市])(?P<name>[一-鿿]{2,})")


def _exact(name: str, gazetteer: Gazetteer) -> list[Unit]:
    """Units with that spelling, by P-code."""
    return [gazetteer.units[pcode] for pcode in sorted(_pcodes(name, gazetteer))]


def _pcodes(name: str, gazetteer: Gazetteer) -> set[str]:
    """P-codes of the units that have the name and, where it is written with a type word, the type."""
    for code in (name.strip(), name.strip().upper()):
        if code in gazetteer.units:
            return {code}
    return {
        spelling.pcode
        for form, kind in without_type_word(fold(name.strip()).text)
        for spelling in gazetteer.by_form.get(form, ())
        if not kind or gazetteer.units[spelling.pcode].type in _TYPES_OF_KIND[kind]
    }


def _preferred(units: Iterable[Unit]) -> list[Unit]:
    """Those left when a province, a unit of today and a county go before what only shares their name."""
    units = list(units)
    first = [unit for unit in units if unit.level == 1]
    today = first or [unit for unit in units if unit.status != "abolished"] or units
    codes = {unit.pcode for unit in today}
    return [unit for unit in today if unit.level < 3 or unit.parent_pcode not in codes]


def _listing(units: Iterable[Unit], gazetteer: Gazetteer) -> str:
    """Units in words: `Unsan in North Phyongan (KP0617); ...`."""
    return "; ".join(
        f"{unit.name} in {gazetteer.province_of(unit.pcode).name} ({unit.pcode})" for unit in units
    )


def _none(name: str, province: str | None, gazetteer: Gazetteer) -> str:
    """The message for a name that no unit has."""
    where = f" in {province.strip()!r}" if province else ""
    from difflib import get_close_matches

    near = get_close_matches(fold(name).text, gazetteer.by_form, n=3, cutoff=0.75)
    spelt = sorted({gazetteer.by_form[form][0].form for form in near})
    advice = f"Spelt nearly so: {', '.join(spelt)}." if spelt and not province else "Try another spelling."
    return f"no unit of the DPRK is known as {name!r}{where}. {advice}"
