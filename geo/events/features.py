"""What speaks for and against a candidate, as plain names such as `place near`: keys of data/weights.csv."""

from __future__ import annotations

from collections.abc import Iterator

from geo.events.arguments import CLEFT, RANK, Tied, gap_of
from geo.events.grouping import Group
from geo.events.owning import among_many, bears_a_name, is_named_before, link_of, owner_of
from geo.events.phrases import PhrasePattern
from geo.events.places import Sites, same_places
from geo.events.predicates import PASSIVE, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.events.times import LEADER, LENGTH, NEAR, TIME
from geo.text import Pattern


def core(
    reading: Reading, read: SentenceReading, p: Predicate, stage: str, tied: Tied, bond: str
) -> tuple[str, ...]:
    """
    What says most, taken together: the predicate, how its facility hangs on it, and how the place does.

    The first is too particular for the second step.
    """
    _, where, argument = tied
    close = "facility left out" if where else "close" if RANK[argument] > 1 else "near"
    sense = f"{p.sense} by a leader" if _has_leader(reading, read, p) else p.sense
    return (
        f"{stage}: {sense} {p.aspect} {p.kind}, {close}, {bond}",
        f"{stage} {sense} {p.aspect}, {close}",
        f"{close}, {bond}",
    )


def of_stage(reading: Reading, p: Predicate, stage: str) -> list[str]:
    """What a predicate says by itself."""
    names = [stage, f"{stage} {p.sense} {p.aspect}", f"{p.kind} {p.form}", f"{stage} {p.form}"]
    if p.governor:
        names.append(f"governor {p.governor}")
        if p.kind == "noun" or p.korean:
            names.append(f"{p.sense} governor {p.governor}")
    if p.mood:
        names += [f"mood {p.mood}", f"{stage} mood {p.mood}"]
    names += [f"{p.sense} with {companion}" for companion in sorted(p.companions)]
    return names + [f"{stage}, news of {sense}" for sense in sorted(reading.told)]


def of_sentence(reading: Reading, read: SentenceReading, p: Predicate) -> list[str]:
    """Where a predicate stands: in a title, a quotation, beside a condition, a time, a leader."""
    s = read.sentence
    names = [f"paragraph {min(reading.depth(s), 3)}"]
    kinds = {"title": s.is_title, "caption": s.is_caption, "item": s.is_item}
    kinds |= {"listed": read.intro is not None}
    names += [name for name, holds in kinds.items() if holds]
    if reading.quoted(p.start):
        names += ["quoted", f"quoted {p.aspect}"]
    names += _scopes(reading, read, p)
    low, high = max(s.start, p.start - NEAR), min(s.end, p.end + NEAR)
    if TIME.search(reading.folded, low, high):
        names.append(f"time near {p.kind}")
    if LENGTH.search(reading.folded, low, high):
        names.append("length of time near")
    if _has_leader(reading, read, p):
        names += [f"{p.sense} leader", f"{p.sense} with {p.sense} leader"]
    elif p.sense in ("visit", "site"):
        names.append(f"{p.sense} no leader")
    return names


def _has_leader(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a sentence that tells of a visit names a leader."""
    s = read.sentence
    return p.sense in ("visit", "site") and LEADER.search(reading.text, s.start, s.end) is not None


def _scopes(reading: Reading, read: SentenceReading, p: Predicate) -> Iterator[str]:
    """Words of condition, wish, doubt, ... before a predicate, of Korean behind it, too."""
    for term in read.terms:
        if term.kind != "if":
            continue
        if 0 <= p.start - term.end < 60 or (term.korean and 0 <= term.start - p.end < 30):
            yield f"near {term.sense}"
        elif term.sense in ("usual", "doubt", "wish"):
            yield f"sentence {term.sense}"


_DISTANCES = ((3, "touching"), (18, "near"), (45, "some words"), (90, "clause"), (180, "far"))
_STOP = PhrasePattern(
    r"[;:]|, (?:which|who|where|while|whereas|but|and|as|after|before|when|since|with)\b|\b{break}\b| [-—] "
)
_STOP_KO = Pattern(
    r"(?:고|며|면서|지만|는데|으나|(?<!의하|위하|통하|대하|따르)여|(?<!에)서|(?<![의위통대])해)[ ,]|,"
)
_HANGUL = Pattern(r"[가-힣]")


def _between(
    reading: Reading, read: SentenceReading, low: int, high: int, *ends: Group | Sites
) -> Iterator[str]:
    """What lies between two places of a sentence, as words of features."""
    yield next((name for limit, name in _DISTANCES if high - low <= limit), "very far")
    over = [p for p in read.predicates if low <= p.start and p.end <= high and p.sense != "hold"]
    if over:
        yield "over a predicate" if len(over) == 1 else "over predicates"
    if [s for s in read.sites if low <= s.start and s.end <= high and s not in ends]:
        yield "over a place"
    if [g for g in read.groups if low <= g.start and g.end <= high and g not in ends]:
        yield "over a facility"
    gap = _without_lists(reading.folded, read, low, min(high, low + 400))
    if (_STOP_KO if _HANGUL.search(gap, 0, 60) else _STOP).search(gap):
        yield "over a boundary"


def _without_lists(folded: str, read: SentenceReading, low: int, high: int) -> str:
    """What stands between two places of a sentence, lists of places and of facilities left out."""
    pieces, at = [], low
    for start, end in read.lists:
        if start >= high:
            break
        if end > at:
            pieces.append(folded[at : max(at, start)])
            at = end
    pieces.append(folded[at:high])
    return "_".join(pieces)


def _is_nearest(p: Predicate, one: Group | Sites, others: list[Group] | list[Sites]) -> bool:
    """Whether a list stands nearest to a predicate, of those of its kind."""
    if len(others) < 2:
        return True
    return _distance(p, one) == min(_distance(p, other) for other in others)


def _distance(p: Predicate, one: Group | Sites) -> int:
    """Code points between a predicate and a list, or all that is told in one breath with it."""
    start, end = one.reach if isinstance(one, Group) else (one.start, one.end)
    return max(0, p.start - end, start - p.end)


_OBJECTS = {
    "site": Pattern(r" (?:to |of )?(?:the |its |that )?(?:\w+ )?(?:sites?|scene|venue)\b"),
    "it": Pattern(r" (?:to )?(?:it|them|both|there)\b|[.;]"),
}


def _object_of(reading: Reading, p: Predicate) -> str:
    """What an English visit whose facility is left out is paid to: the site, it, or something else."""
    fits = (name for name, pattern in _OBJECTS.items() if pattern.match(reading.folded, p.last))
    at_site = reading.folded.endswith(("site", "sites"), p.start, p.last)
    return "site" if at_site else next(fits, "another thing")


_OF = Pattern(r" (?:ceremon\w+ )?(?:of|for|at) ")


def of_group(reading: Reading, read: SentenceReading, p: Predicate, tied: Tied) -> list[str]:
    """How a predicate and its facility stand to each other."""
    group, where, argument = tied
    names = ["bears a name"] if bears_a_name(reading, group) else []
    if where:
        if p.sense == "visit" and not p.korean:
            names.append(f"visit of {_object_of(reading, p)}")
        return [*names, f"facility from {where}", f"{p.kind} {p.sense} facility left out"]
    low, high, side = gap_of(p.start, p.end, *group.reach)
    if side == "inside":
        low, high, side = gap_of(p.start, p.end, group.start, group.end)
    names += [f"facility {name}" for name in _between(reading, read, low, high, group)]
    voice = "passive" if p.form in PASSIVE or p.form == "perfect" else p.aspect
    names.append(f"facility {side} {p.kind} {voice}{' ko' if p.korean else ''}")
    if p.kind == "noun" and side == "behind" and not p.korean:
        names.append("facility of noun" if _OF.match(reading.folded, low, high) else "facility behind noun")
    names += [f"argument {argument}", f"{p.sense} {p.aspect} argument {argument}"]
    names.append("nearest facility" if _is_nearest(p, group, read.groups) else "nearer facility there")
    if p.korean and side == "before":
        names.append(f"facility particle {_particle(reading.text, group.end)}")
        if _BESIDE.match(reading.text, group.end):
            names.append("facility beside another")
    return names


_BESIDE = Pattern(r"들?도 (?:[가-힣]{2,6} )?(?:함께|같이|나란히|동시에|아울러|더불어) ")
"""Behind a facility: it has the fate of one that was named before, 병원도 함께 건립했다."""


_PARTICLES = Pattern(
    r"들?(을|를|이|가|은|는|의|에서|에|도|과|와|으로|로)?(?![가-힣])|들?( ?(?:건설|공사|준공|착공|완공))"
)
_ROLES = {"을": "object", "를": "object", "이": "subject", "가": "subject", "은": "topic", "는": "topic"}


def _particle(text: str, at: int) -> str:
    match = _PARTICLES.match(text, at)
    if match is None:
        return "other"
    return "compound" if match[2] else _ROLES.get(match[1], match[1] or "none")


def of_sites(
    reading: Reading, read: SentenceReading, p: Predicate, tied: Tied, place: Sites, origin: str
) -> tuple[list[str], str]:
    """How predicate, facility and place stand to each other, and in short how the place is tied."""
    names, bond = (_of_carried if origin else _of_place)(reading, read, p, tied, place, origin)
    role = [f"place {place.role}"] if place.role else []
    if p.aspect == "ahead" and not origin and among_many(reading, read):
        role.append("one of many places")
    return [*role, f"places {min(len(place.mentions), 3)}", *names], (
        f"a place of {place.role}" if place.role else bond
    )


def _of_carried(
    reading: Reading, read: SentenceReading, p: Predicate, tied: Tied, place: Sites, origin: str
) -> tuple[list[str], str]:
    """Of a place that the sentence leaves out."""
    group, where, _ = tied
    names = [f"place from {origin}", f"{p.kind} {p.aspect} place left out"]
    if where:
        names += ["both left out", "same source" if group.sentence == place.sentence else "other source"]
    main = reading.main is not None and same_places(reading.main, place)
    only = len(reading.counties) == 1
    if reading.main is not None:
        names.append("main place" if main else "not the main place")
    if only:
        names.append("only place")
    if not where and owner_of(reading, read, group) is not None:
        names.append("facility owned elsewhere")
    if origin in ("counted", "pointed"):
        return names, "places counted"
    if not where and is_named_before(reading, group, place):
        return [*names, "the one named before"], "the one named before"
    return names, "place left out" if main or only else "place left out, another main one"


def _of_place(
    reading: Reading, read: SentenceReading, p: Predicate, tied: Tied, place: Sites, origin: str
) -> tuple[list[str], str]:
    """Of a place that the sentence names."""
    group, where, argument = tied
    owner = None if where else owner_of(reading, read, group)
    chained = owner is place and group.chain is not None
    low, high, side = gap_of(p.start, p.end, *(group.reach if chained else (place.start, place.end)))
    names = [f"place {name}" for name in _between(reading, read, low, high, place, group)]
    names.append(f"place {side}")
    if p.korean and side == "behind" and CLEFT.match(reading.text, p.end):
        names.append("place told behind")
    if place.led:
        names.append(f"place led by {place.led}")
    nearest = _is_nearest(p, group, read.groups) if chained else _is_nearest(p, place, read.sites)
    names.append("nearest place" if nearest else "nearer place there")
    if where:
        return [*names, "place here, facility left out"], "place here"
    names.append(f"tie {link_of(reading, group, place)}")
    low, high, _ = gap_of(group.start, group.end, place.start, place.end)
    names += [f"pair {name}" for name in _between(reading, read, low, high, place, group)]
    lone = len(read.sites) == 1
    if lone:
        names.append("lone")
    if owner is place:
        bond, told = "owner", "owner"
    elif owner is not None:
        bond, told = "other owner", "facility owned elsewhere"
    else:
        bond, told = ("only one", "the only place") if lone else ("free", "one of several places")
    if owner is not None:
        names.append(told)
    names.append(f"argument {argument}, {bond}")
    if owner in (None, place) and argument not in ("loose", "inside", "active subject") and not place.role:
        names.append("well tied")
    others = (other for other in read.groups if other is not group)
    if owner is not place and any(owner_of(reading, read, other) is place for other in others):
        names.append("place owns another facility")
    return names, told
