"""What the words next to a name decide: type word, province, the name in its own letters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from geo.models import Unit
from geo.places.hits import Hit
from geo.places.namesakes import south_may_have, southern_namesake
from geo.places.scene import COMPATIBLE, NameReading, Scene, units_of
from geo.text import Pattern


def read_hit(hit: Hit, scene: Scene) -> NameReading:
    """Decide what can be decided from the words next to the name."""
    kinds: dict[str, str] = {}
    for name in hit.names:
        kinds.setdefault(name.pcode, name.kind)
    reading = NameReading(hit, sorted(kinds), kinds)
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


def _settle_unlisted(reading: NameReading, scene: Scene) -> None:
    """A spelling in no list: what its type word or province contradicts is unknown; so is a wild guess."""
    units = [
        unit for unit in units_of(reading, scene) if unit.type in COMPATIBLE.get(reading.hit.type_word, ())
    ]
    how = reading.hit.names[0].source
    if southern_namesake(reading, scene):
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


def _by_type(reading: NameReading, scene: Scene) -> None:
    """The type word against the unit's real type; a wrong type word costs confidence, it does not decide."""
    word = reading.hit.type_word
    if not word:
        return
    fitting = [unit.pcode for unit in units_of(reading, scene) if _fits(unit, word, reading.hit, scene)]
    if fitting:
        reading.keep(fitting, f"type word {word}")
        reading.confidence = 0.97
    elif _no_such_unit(reading, word, scene):
        reading.foreign = south_may_have(reading.hit)
        reading.dropped = not reading.foreign
    else:
        reading.reasons.append(f"written as a {word}, which it is not")
        reading.confidence = 0.75


def _no_such_unit(reading: NameReading, word: str, scene: Scene) -> bool:
    """Whether the type word shows that another place is meant, rather than a slip of the writer."""
    script = reading.hit.script
    if word in ("province", "town") or script in ("hanja", "kana") or (script == "hangul" and word == "ward"):
        return True
    return script == "hangul" and all(_cannot_be(unit, word) for unit in units_of(reading, scene))


def _fits(unit: Unit, word: str, hit: Hit, scene: Scene) -> bool:
    """Whether the type word can be the unit's: 중구 is a ward of a southern city, 중구역 one of Pyongyang."""
    if unit.type not in COMPATIBLE[word]:
        return False
    written = scene.folded.text[hit.end : hit.surface_end]
    return written != "구" or unit.hangul_suffix != "구역"


def _cannot_be(unit: Unit, word: str) -> bool:
    """A Hangul name with a type word that its unit never had: 철원시, 이천시 are not of the North."""
    return word == "city" and unit.type in ("county", "ward", "province") and unit.hangul_suffix != "시"


def _by_province(reading: NameReading, scene: Scene) -> None:
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


def _by_contradiction(reading: NameReading, codes: Sequence[str], scene: Scene) -> None:
    """Name against province: a unit there that is spelt nearly so, 운산 for 은산, makes it ambiguous."""
    units, written = scene.gazetteer.units, scene.gazetteer.units[reading.candidates[0]]
    if reading.hit.script == "latin":
        form = scene.folded.text[reading.hit.start : reading.hit.end]
        like, reason = scene.words.unseen.neighbours(form), "a name there is one letter off"
    else:
        like = frozenset(p for p, unit in units.items() if unit.name == written.name and p != written.pcode)
        reason = "a unit there has the same name in Latin letters"
    inside = [p for p in like if any(scene.gazetteer.lies_in(p, code) for code in codes)]
    near = [p for p in inside if units[p].type == written.type]
    if near:
        reading.candidates = sorted({*reading.candidates, *near})
        reading.kinds |= dict.fromkeys(near, "unseen")
        reading.reasons.append(reason)
        reading.disputed = True


_GLOSS = Pattern(r" ?[(（\[]")


def _by_gloss(reading: NameReading, scene: Scene) -> None:
    """The name in Korean or Chinese letters beside it: `Unsan County (은산)`."""
    following = bisect_right(scene.starts, reading.hit.start)
    after = scene.hits[following : following + 1]
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


def _by_kind(reading: NameReading, scene: Scene) -> None:
    """A unit of today before an abolished one; an official spelling before a former name or a weak one."""
    if len(reading.candidates) < 2:
        return
    reading.keep(
        [unit.pcode for unit in units_of(reading, scene) if unit.status == "current"], "unit of today"
    )
    strong = [p for p in reading.candidates if reading.kinds[p] in ("official", "variant")]
    if strong and any(reading.kinds[p] in ("former", "weak", "rule") for p in reading.candidates):
        reading.keep(strong, "current name rather than a former or doubtful one")
