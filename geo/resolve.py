"""
Which place each name means, with the reasons; what cannot be decided stays ambiguous.

Candidates are narrowed by reasons in a fixed order: the type word, the province written with the name,
foreign namesakes, the province in the sentence and the document, reviewed projects. Nothing is decided by
likelihood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from geo import names
from geo.context import Context, read_context, speaks_of_north
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.mentions import Hit, Lexicon, find_hits
from geo.models import Document, Mention, Outcome, Place, Unit

COMPATIBLE = {
    "county": {"county"},
    "city": {"city", "special_city"},
    "ward": {"ward", "district", "zone"},
    "province": {"province"},
    "town": {"town"},
    "seat": {"county", "city"},
}
"""Kind of type word -> unit types it fits."""

SPECIAL_CITIES = frozenset({"KP10", "KP11", "XKP13", "XKP15"})


@dataclass
class Reading:
    """The state of one decision."""

    hit: Hit
    candidates: list[str]
    kinds: dict[str, str]
    reasons: list[str] = field(default_factory=list)
    confidence: float = 0.9
    foreign: bool = False
    unknown: bool = False
    disputed: bool = False
    """Whether the hints beside the name contradict each other; then it stays ambiguous."""
    dropped: bool = False

    def keep(self, wanted: Iterable[str], reason: str) -> None:
        """Narrow the candidates, if anything is left then."""
        kept = [pcode for pcode in self.candidates if pcode in set(wanted)]
        if kept and len(kept) < len(self.candidates):
            self.candidates = kept
            self.reasons.append(reason)


@dataclass(frozen=True)
class Scene:
    """What the decisions of one document look at."""

    document: Document
    folded: names.Folded
    context: Context
    words: Lexicon
    hits: tuple[Hit, ...]

    @property
    def gazetteer(self) -> Gazetteer:
        """The places that names may mean."""
        return self.words.gazetteer

    def sentence(self, hit: Hit) -> str:
        """The folded text around the hit up to sentence ends."""
        text = self.folded.text
        start = max(text.rfind(mark, 0, hit.start) for mark in (". ", "\n", "다. ", "? ", "! "))
        ends = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, hit.end)) >= 0]
        return text[start + 1 : min(ends, default=len(text))]


@cache
def lexicon(gazetteer_id: int) -> Lexicon:
    """The lexicon of the shipped gazetteer; `gazetteer_id` is its identity."""
    return Lexicon(load_gazetteer())


def find_mentions(document: Document, gazetteer: Gazetteer | None = None) -> tuple[Mention, ...]:
    """
    Names of places in a document and what each means.

    Returns
    -------
    mentions
        In order of their start; `document.text[m.start:m.end] == m.surface`. A word that names two provinces
        (평안남북도) gives two mentions of the same span.
    """
    shipped = load_gazetteer()
    gazetteer = gazetteer or shipped
    words = lexicon(0) if gazetteer is shipped else Lexicon(gazetteer)
    folded = names.fold(document.text)
    hits = find_hits(document, folded, words)
    near = any(hit.names or hit.unlisted for hit in hits)
    context = read_context(document, folded.text) if near else Context(0, 0)
    scene = Scene(document, folded, context, words, hits)
    readings = [_read(hit, scene) for hit in hits]
    scene = replace(scene, context=replace(scene.context, north=scene.context.north + _sure(readings)))
    _settle_foreign(readings, scene)
    _settle_by_document(readings, scene)
    _drop_unsupported(readings, scene)
    doubles = _double_provinces(scene)
    mentions = [_mention(reading, scene) for reading in readings if not reading.dropped]
    mentions = [m for m in mentions if not any(d.start <= m.start < d.end for d in doubles)] + doubles
    return tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.place.pcode if m.place else "")))


def _read(hit: Hit, scene: Scene) -> Reading:
    """Decide what can be decided from the words next to the name."""
    kinds: dict[str, str] = {}
    for name in hit.names:
        kinds.setdefault(name.pcode, name.kind)
    reading = Reading(hit, sorted(kinds), kinds)
    if not kinds:
        reading.unknown, reading.foreign = hit.unlisted, not hit.unlisted
        return reading
    _by_type(reading, scene)
    _by_province(reading, scene)
    _by_gloss(reading, scene)
    _by_kind(reading, scene)
    if hit.unlisted:
        _settle_unlisted(reading, scene)
    return reading


UNLISTED_CONFIDENCE = {"unseen spelling": 0.7, "one letter off a known spelling": 0.55}


def _settle_unlisted(reading: Reading, scene: Scene) -> None:
    """A spelling in no list: what its type word or province contradicts is unknown; so is a wild guess."""
    units = [
        unit for unit in _units(reading, scene) if unit.type in COMPATIBLE.get(reading.hit.type_word, ())
    ]
    how = reading.hit.names[0].source
    if _southern_namesake(reading, scene):
        reading.candidates, reading.foreign = [], True
        reading.reasons.append("a name of the South")
        return
    dense = scene.context.north * 600 >= len(scene.folded.text)
    far = how != "unseen spelling" and not dense and scene.context.north < 2 and reading.hit.province < 0
    elsewhere = any("lies elsewhere" in reason for reason in reading.reasons)
    reading.candidates = [] if far or elsewhere else [unit.pcode for unit in units]
    reading.unknown = not reading.candidates
    reading.reasons.insert(0, how)
    reading.confidence = min(reading.confidence, UNLISTED_CONFIDENCE[how])


def _sure(readings: Sequence[Reading]) -> int:
    """How many names can only be of the DPRK: with a type word or a province, and no namesake."""
    return sum(
        bool(r.candidates)
        and not any("which it is not" in reason for reason in r.reasons)
        and not r.hit.unlisted
        and not r.dropped
        and not r.hit.foreign
        and (bool(r.hit.type_word) or r.hit.province >= 0)
        for r in readings
    )


def _units(reading: Reading, scene: Scene) -> list[Unit]:
    return [scene.gazetteer.units[pcode] for pcode in reading.candidates]


def _by_type(reading: Reading, scene: Scene) -> None:
    """The type word against the unit's real type; a wrong type word costs confidence, it does not decide."""
    word = reading.hit.type_word
    if not word:
        return
    fitting = [unit.pcode for unit in _units(reading, scene) if _fits(unit, word, reading.hit, scene)]
    if fitting:
        reading.keep(fitting, f"type word {word}")
        reading.confidence = 0.97
    elif (
        word in ("province", "town")
        or reading.hit.script in ("hanja", "kana")
        or (reading.hit.script == "hangul" and word == "ward")
        or (reading.hit.script == "hangul" and all(_cannot_be(unit, word) for unit in _units(reading, scene)))
    ):
        reading.foreign = _south_may_have(reading.hit)
        reading.dropped = not reading.foreign
    else:
        reading.reasons.append(f"written as a {word}, which it is not")
        reading.confidence = 0.75


def _fits(unit: Unit, word: str, hit: Hit, scene: Scene) -> bool:
    """Whether the type word can be the unit's: 중구 is a ward of a southern city, 중구역 one of Pyongyang."""
    if unit.type not in COMPATIBLE[word]:
        return False
    written = scene.folded.text[hit.end : hit.surface_end]
    return written != "구" or unit.hangul_suffix != "구역"


def _cannot_be(unit: Unit, word: str) -> bool:
    """A Hangul name with a type word that its unit never had: 철원시, 이천시 are not of the North."""
    return word == "city" and unit.type in ("county", "ward", "province") and unit.hangul_suffix != "시"


def _by_province(reading: Reading, scene: Scene) -> None:
    """The province written with the name."""
    index = reading.hit.province
    if index < 0:
        return
    province = scene.hits[index]
    codes = [name.pcode for name in province.names if len(name.pcode.removeprefix("X")) == 4]
    if not codes:
        return
    inside = [p for p in reading.candidates if any(scene.gazetteer.lies_in(p, code) for code in codes)]
    label = scene.gazetteer.units[codes[0]].name
    if inside:
        reading.keep(inside, f"{label} is written with it")
        reading.confidence = max(reading.confidence, 0.97)
        if not reading.reasons:
            reading.reasons.append(f"{label} is written with it")
        today = [p for p in inside if scene.gazetteer.province_of(p).pcode in codes]
        if not today:
            reading.reasons.append(f"belonged to {label} before")
    else:
        reading.reasons.append(f"{label} is written with it, but it lies elsewhere")
        reading.confidence = 0.5
        _by_contradiction(reading, codes, scene)


def _by_contradiction(reading: Reading, codes: Sequence[str], scene: Scene) -> None:
    """Name against province: a name one letter off in that province makes it ambiguous."""
    form = scene.folded.text[reading.hit.start : reading.hit.end]
    near = [
        p for p in scene.words.unseen.neighbours(form) if any(scene.gazetteer.lies_in(p, c) for c in codes)
    ]
    near = [
        p for p in near if scene.gazetteer.units[p].type == scene.gazetteer.units[reading.candidates[0]].type
    ]
    if near and reading.hit.script == "latin":
        reading.candidates = sorted({*reading.candidates, *near})
        reading.kinds |= dict.fromkeys(near, "unseen")
        reading.reasons.append("a name there is one letter off")
        reading.disputed = True


_GLOSS = re.compile(r" ?[(（\[]")


def _by_gloss(reading: Reading, scene: Scene) -> None:
    """The name in Korean or Chinese letters beside it: `Unsan County (은산)`."""
    after = [hit for hit in scene.hits if hit.start > reading.hit.start][:1]
    if reading.hit.script != "latin" or not after or after[0].script not in ("hangul", "hanja"):
        return
    gloss = [name.pcode for name in after[0].names]
    between = _GLOSS.fullmatch(scene.folded.text, reading.hit.surface_end, after[0].start)
    inside = reading.hit.end < after[0].start < reading.hit.surface_end
    if not gloss or not (between or inside):
        return
    if set(gloss) & set(reading.candidates):
        reading.keep(gloss, "written beside it in its own letters")
    else:
        reading.candidates = sorted({*reading.candidates, *gloss})
        reading.kinds |= dict.fromkeys(gloss, "official")
        reading.reasons.append("the letters beside it name another")
        reading.disputed = True


def _by_kind(reading: Reading, scene: Scene) -> None:
    """A unit of today before an abolished one; an official spelling before a former name or a weak one."""
    if len(reading.candidates) < 2:
        return
    reading.keep([unit.pcode for unit in _units(reading, scene) if unit.status == "current"], "unit of today")
    strong = [p for p in reading.candidates if reading.kinds[p] in ("official", "variant")]
    if strong and any(reading.kinds[p] in ("former", "weak", "rule") for p in reading.candidates):
        reading.keep(strong, "current name rather than a former or doubtful one")


def _settle_foreign(readings: Sequence[Reading], scene: Scene) -> None:
    """Names that the South has as well, by the words around them and by what the document is about."""
    for reading in readings:
        hit = reading.hit
        if not hit.foreign or not reading.candidates or reading.dropped:
            continue
        if hit.script == "hangul" and hit.type_word and not _south_may_have(hit):
            continue
        if _under_south(reading, readings, scene):
            reading.foreign = True
            reading.reasons.append("a province of the South is written with it")
            continue
        if _beside_northern(reading, readings, scene):
            reading.reasons.append("among places of the DPRK")
            continue
        if hit.script == "latin" and any(
            name.kind == "official" and name.source == "KCNA English" for name in hit.names
        ):
            if scene.context.is_south or not scene.context.north:
                reading.foreign = True
                reading.reasons.append("the document is about the South")
            continue
        _settle_shared(reading, scene)


_SOUTH_BEFORE = re.compile(
    r"(?:\bsouth korea(?:'s|n)|\bthe south's) (?:city of |county of |port of )?$|(?:한국|남한)(?:의)? $"
)
_SOUTH_AFTER = re.compile(r",? (?:in )?south korea\b(?!n|'s)")
_IN_SOUTH = re.compile(r",? (?:(?:a|the) (?:port |coastal )?(?:city|county|town) )?(?:in|of) (?:the )?|, ")


def _under_south(reading: Reading, readings: Sequence[Reading], scene: Scene) -> bool:
    """Whether the South, or a province or city of it, is written with the name: 인천 옹진군, 강원 철원."""
    text, hit = scene.folded.text, reading.hit
    if _SOUTH_BEFORE.search(text, max(0, hit.start - 30), hit.start) or _SOUTH_AFTER.match(
        text, hit.surface_end
    ):
        return True
    provinces = {other.province for other in reading.hit.foreign}
    for other in readings:
        behind = _IN_SOUTH.fullmatch(text, hit.surface_end, max(hit.surface_end, other.hit.start))
        if behind and not other.candidates and provinces & {f.name for f in other.hit.foreign}:
            return True
        gap = scene.folded.text[other.hit.surface_end : reading.hit.surface_start]
        if other.hit.surface_end > reading.hit.surface_start or len(gap) > 1:
            continue
        named = {f.name for f in other.hit.foreign}
        southern = not other.candidates or (reading.hit.script == "hangul" and not other.hit.type_word)
        if southern and gap in ("", " ") and provinces & named:
            return True
    return False


def _south_may_have(hit: Hit) -> bool:
    """Whether a unit of the South has the name with this type word."""
    fits = {
        "county": {"county"},
        "city": {"city", "special_city"},
        "ward": {"ward"},
        "province": {"province"},
    }
    return any(other.type in fits[hit.type_word] for other in hit.foreign)


def _settle_shared(reading: Reading, scene: Scene) -> None:
    """A spelling that is good for either Korea."""
    sentence = scene.sentence(reading.hit)
    latin = reading.hit.script == "latin"
    if (
        reading.hit.province >= 0
        and reading.confidence > 0.9
        and not scene.hits[reading.hit.province].foreign
    ):
        return
    if scene.context.is_south or not scene.context.north:
        reading.foreign = True
        reading.reasons.append("the document is about the South")
    elif not latin and scene.context.south == 0:
        reading.reasons.append("the document is about the North")
    elif speaks_of_north(sentence):
        reading.reasons.append("the sentence is about the North")
    elif latin:
        reading.foreign = True
        reading.reasons.append("South Korean spelling, and nothing near it speaks of the North")
    else:
        reading.reasons.append("the document is about the North")


def _beside_northern(reading: Reading, readings: Sequence[Reading], scene: Scene) -> bool:
    """Whether it stands in a list with, or right before or behind, a place that only the DPRK has."""
    for other in readings:
        if other is reading or not other.candidates or other.hit.foreign or other.dropped:
            continue
        same_list = other.hit.group >= 0 and other.hit.group == reading.hit.group
        tied = reading.hit.province >= 0 and scene.hits[reading.hit.province] is other.hit
        ties = other.hit.province >= 0 and scene.hits[other.hit.province] is reading.hit
        if same_list or ((tied or ties) and _agree(reading, other, scene)):
            return True
    return False


def _agree(reading: Reading, other: Reading, scene: Scene) -> bool:
    """Whether one can lie in the other."""
    pairs = [(a, b) for a in reading.candidates for b in other.candidates]
    return any(
        scene.gazetteer.lies_in(a, b) or scene.gazetteer.lies_in(b, a)
        for a, b in pairs
        if 1 in (scene.gazetteer.units[a].level, scene.gazetteer.units[b].level)
    )


def _settle_by_document(readings: Sequence[Reading], scene: Scene) -> None:
    """Two units of one name: by a province in the sentence, by the document, by a reviewed project."""
    for reading in readings:
        if len(reading.candidates) < 2 or reading.foreign or reading.dropped or reading.disputed:
            continue
        for reason, choose in _CHOICES:
            wanted = choose(reading, readings, scene)
            if wanted:
                reading.keep(wanted, reason)
                reading.confidence = min(reading.confidence, 0.85)
            if len(reading.candidates) == 1:
                break


def _by_sentence_province(reading: Reading, readings: Sequence[Reading], scene: Scene) -> list[str]:
    """Candidates in the only province that the sentence names."""
    sentence = scene.sentence(reading.hit)
    start = scene.folded.text.find(sentence, max(0, reading.hit.start - len(sentence)))
    return _in_provinces(reading, readings, scene, start, start + len(sentence))


def _by_document_twin(reading: Reading, readings: Sequence[Reading], scene: Scene) -> list[str]:
    """The candidate that the same name elsewhere in the document was settled for."""
    found = {
        other.candidates[0]
        for other in readings
        if len(other.candidates) == 1 and not other.foreign and other.candidates[0] in reading.candidates
    }
    return list(found) if len(found) == 1 else []


def _by_document_province(reading: Reading, readings: Sequence[Reading], scene: Scene) -> list[str]:
    """Candidates in the only province that the document names."""
    return _in_provinces(reading, readings, scene, 0, len(scene.folded.text))


def _in_provinces(
    reading: Reading, readings: Sequence[Reading], scene: Scene, start: int, end: int
) -> list[str]:
    provinces = {
        other.candidates[0]
        for other in readings
        if start <= other.hit.start < end
        and len(other.candidates) == 1
        and not other.foreign
        and scene.gazetteer.units[other.candidates[0]].type == "province"
    }
    inside = [p for p in reading.candidates if any(scene.gazetteer.lies_in(p, code) for code in provinces)]
    return inside if len(inside) == 1 else []


_FACILITY_HINTS = {
    "paper_mill": re.compile(r"paper (?:mill|factory)|종이공장|제지공장"),
    "regional_industry": re.compile(
        r"(?:regional|local)[ -]?(?:industr|factor)|지방공업|factories|regional development 20"
        r"|local industrial"
    ),
}


def _by_known_project(reading: Reading, readings: Sequence[Reading], scene: Scene) -> list[str]:
    """The unit of a reviewed project of the facility that the sentence, else the document, speaks of."""
    form = scene.folded.text[reading.hit.start : reading.hit.end]
    sentence = scene.sentence(reading.hit)
    known = [k for k in scene.gazetteer.known_projects if k.form.lower() == form]
    for where in (scene.folded.text[reading.hit.start : reading.hit.end + 25], sentence, scene.folded.text):
        for facility, hint in _FACILITY_HINTS.items():
            if hint.search(where):
                found = [k.pcode for k in known if k.facility == facility and k.pcode in reading.candidates]
                if found:
                    return found
    return []


Choice = Callable[[Reading, Sequence[Reading], Scene], list[str]]
_CHOICES: tuple[tuple[str, Choice], ...] = (
    ("province in the sentence", _by_sentence_province),
    ("settled elsewhere in the document", _by_document_twin),
    ("reviewed project of that name", _by_known_project),
    ("province in the document", _by_document_province),
)


def _drop_unsupported(readings: Sequence[Reading], scene: Scene) -> None:
    """Bare names need a document about the North; weak and former ones need a type word or a province."""
    typed = {p for r in readings if r.hit.type_word and not r.foreign and not r.dropped for p in r.candidates}
    for reading in readings:
        hit = reading.hit
        if reading.unknown:
            reading.dropped = not scene.context.is_north or not hit.type_word
        if reading.dropped or not reading.candidates:
            continue
        if hit.script == "latin" and not hit.capital:
            reading.dropped = True
        elif not _supported(reading, scene, typed):
            ordinary = hit.script == "hangul" and set(reading.kinds.values()) == {"weak"}
            reading.foreign = bool(hit.foreign) and (reading.foreign or not ordinary)
            reading.dropped = not reading.foreign


def _supported(reading: Reading, scene: Scene, typed: set[str]) -> bool:
    """Whether there is enough beside the name, or in the document, to take it for a place of the DPRK."""
    hit = reading.hit
    kinds = {reading.kinds[p] for p in reading.candidates}
    mismatch = any("which it is not" in reason for reason in reading.reasons)
    if mismatch and scene.context.north == 0 and _southern_namesake(reading, scene):
        return False
    if hit.province >= 0 and reading.confidence >= 0.75:
        return True
    if hit.type_word == "seat":
        return scene.context.is_north
    if hit.type_word:
        return kinds != {"weak"} or hit.script != "latin" or hit.type_word != "ward" or scene.context.is_north
    if _stands_alone(reading, scene):
        return True
    if kinds <= {"weak", "former"}:
        return (
            _hangul_bare(reading, scene, typed)
            if hit.script == "hangul"
            else _in_its_province(reading, scene)
        )
    if hit.script == "hangul":
        return _hangul_bare(reading, scene, typed)
    return scene.context.is_north or (
        scene.context.north > 0 and bool(SPECIAL_CITIES & set(reading.candidates))
    )


def _southern_namesake(reading: Reading, scene: Scene) -> bool:
    """Whether a unit of the South has the name in another romanisation: Pochon City, Kangnam-gu."""
    form = scene.folded.text[reading.hit.start : reading.hit.end]
    return scene.words.unseen.is_southern(form, reading.hit.type_word)


def _stands_alone(reading: Reading, scene: Scene) -> bool:
    """Names that mean one place anywhere: provinces, special cities, known sites."""
    plain = {reading.kinds[p] for p in reading.candidates} <= {"official", "variant"}
    units = _units(reading, scene)
    known = all(unit.level == 1 or unit.type in ("site", "zone") for unit in units)
    return plain and known and not reading.hit.foreign and reading.hit.script != "hanja" and len(units) == 1


def _in_its_province(reading: Reading, scene: Scene) -> bool:
    """A doubtful Latin name, no person's, in a sentence that names its province and no type word."""
    form = scene.folded.text[reading.hit.start : reading.hit.end]
    inside = _in_provinces_of_sentence(reading, scene)
    return not form.startswith("kim") and bool(inside) and set(reading.kinds.values()) == {"weak"}


def _in_provinces_of_sentence(reading: Reading, scene: Scene) -> list[str]:
    """Candidates that lie in a province which the sentence names with its type word."""
    sentence = scene.sentence(reading.hit)
    start = scene.folded.text.find(sentence, max(0, reading.hit.start - len(sentence)))
    codes = {
        name.pcode
        for hit in scene.hits
        if start <= hit.start < start + len(sentence) and hit.type_word == "province"
        for name in hit.names
    }
    return [p for p in reading.candidates if any(scene.gazetteer.lies_in(p, code) for code in codes)]


def _hangul_bare(reading: Reading, scene: Scene, typed: set[str]) -> bool:
    """Bare Hangul names are ordinary words: cities, provinces and sites pass, counties need support."""
    if scene.context.north == 0:
        return False
    units = _units(reading, scene)
    weak = any(reading.kinds[p] in ("weak", "former") for p in reading.candidates)
    if not weak and any(unit.level == 1 or unit.type in ("city", "site", "zone") for unit in units):
        return True
    if reading.hit.facility_follows or any(unit.pcode in typed for unit in units):
        return True
    return reading.hit.group >= 0 and any(
        other.group == reading.hit.group and other.type_word
        for other in scene.hits
        if other is not reading.hit
    )


def _mention(reading: Reading, scene: Scene) -> Mention:
    hit = reading.hit
    start, end = scene.folded.span(hit.surface_start, hit.surface_end)
    name_start, name_end = scene.folded.span(hit.start, hit.end)
    places = tuple(scene.gazetteer.place(p) for p in reading.candidates)
    settled = len(places) == 1 and not reading.foreign
    outcome: Outcome = "foreign" if reading.foreign else "resolved" if settled else "ambiguous"
    if reading.unknown:
        outcome = "unknown"
    return Mention(
        document_id=scene.document.id,
        surface=scene.document.text[start:end],
        start=start,
        end=end,
        outcome=outcome,
        place=places[0] if settled else None,
        candidates=places if outcome == "ambiguous" else (),
        reason=_reason(reading, scene),
        confidence=0.9 if reading.foreign else round(reading.confidence if settled else 0.5, 2),
        name_start=name_start,
        name_end=name_end,
        type_word=hit.type_word,
        spelling="/".join(sorted({reading.kinds[p] for p in reading.candidates})),
    )


def _reason(reading: Reading, scene: Scene) -> str:
    if reading.unknown:
        return "; ".join(["no unit of this name is known", *reading.reasons])
    if reading.foreign and not reading.candidates:
        country = reading.hit.foreign[0].country if reading.hit.foreign else "KR"
        return "; ".join([f"place in {country}", *reading.reasons])
    kinds = sorted({reading.kinds[p] for p in reading.candidates})
    first = () if reading.hit.unlisted else (f"{'/'.join(kinds)} spelling",)
    return "; ".join([*first, *reading.reasons])


_DOUBLE = re.compile(
    r"(?P<ko>평안|함경|황해)(?:남북|북남)도?"
    r"|(?:north and south|south and north) (?P<en>ph?yongan|pyeongan|hamgyong|hamgyeong"
    r"|hwanghae)(?: provinces?)?"
)
_DOUBLE_CODES = {"평안": ("KP06", "KP07"), "함경": ("KP02", "KP03"), "황해": ("KP08", "KP09")}
_DOUBLE_STEMS = {"ph": "평안", "py": "평안", "ha": "함경", "hw": "황해"}


def _double_provinces(scene: Scene) -> list[Mention]:
    """One word for two provinces: 평안남북도, `North and South Phyongan provinces`."""
    found = []
    for match in _DOUBLE.finditer(scene.folded.text):
        stem = match["ko"] or _DOUBLE_STEMS[match["en"][:2]]
        start, end = scene.folded.span(*match.span())
        if not any(s.start <= start < s.end for s in scene.document.sections):
            continue
        for pcode in _DOUBLE_CODES[stem]:
            place: Place = scene.gazetteer.place(pcode)
            found.append(
                Mention(
                    scene.document.id, scene.document.text[start:end], start, end, "resolved", place, (),
                    "two provinces in one word", 0.95, start, end, "province",
                )
            )  # fmt: skip
    return found
