"""
Which candidates hold: features are weighed, claims of one event are brought together, and laws are kept.

Two linear steps with the weights of data/weights.csv: the first weighs each candidate by itself, the second
each claim (a place, a facility group, a stage) by its best candidate and by its rivals. `python -m benchmark
training` makes the weights from the annotated texts of the repository. What the laws forbid is no event.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice, repeat
from operator import mul

from geo.events.candidates import Candidate
from geo.events.phrases import PhrasePattern
from geo.events.places import place_key
from geo.events.predicates import Predicate
from geo.events.reading import Reading
from geo.events.recalled import is_recalled
from geo.events.settling import kinds_of
from geo.events.times import NEAR, TIME, has_time
from geo.events.weights import Weights, weights_in_use
from geo.models import ALL_STAGES, SETBACKS, Mention
from geo.places import SPECIAL_CITIES
from geo.text import Pattern

Features = dict[str, float]
Key = tuple[str, str, str]
"""Place, facility group and stage of a claim."""
SHORT = 4
"""So few sentences repeat nothing, so that one statement has to do."""
MOST_RIVALS = 6
"""So many rivals of a claim are looked at."""
NEARLY_BEST = 1.5
"""Log odds below those of the best candidate at which another one still counts."""
BETTER_TOLD = 0.7
"""Log odds by which a visit is rather told of another place."""
BOUND = 4.0
"""Log odds beyond which it does not matter how sure a candidate is."""
TOLD_FROM, TITLED_FROM = -1.0, -0.5
"""Log odds from which a candidate counts as a statement of its own, or as what the title says."""
TELLING, MOST_REASONS = 0.05, 6
"""So much weight a feature has to have to be told as a reason, and how many are told."""
SETBACK_ODDS = 0.7
"""Log odds that setbacks are given for their stage: gold texts don't count them, so no weight is fitted."""
LATER = {
    "planned": ("groundbreaking", "under_construction", "completed", "operating", "inspection", "cancelled"),
    "under_construction": ("inspection",),
}
"""A stage that adds nothing where one of the others is told of the same project."""
NAMED_FROM = 0.2
"""A plan has to be so likely to say what the projects of a ceremony at its place are for."""
BELOW, MOST_UNNAMED = 3, 0.5
"""Level of places below the county; how likely it can be what is told of one whose county has no name."""
UNNAMED = ("projects", "other")
CEREMONIES = ("groundbreaking", "completed")


@dataclass(slots=True)
class Claim:
    """One event that a document may state: all that speaks for it."""

    place: str
    facility: str
    stage: str
    candidates: list[tuple[float, Candidate, Mention]] = field(default_factory=list)
    """Log odds by itself, the candidate, and the place of its list; the best first."""
    probability: float = 0.0
    unlawful: float = 0.0
    """Its probability before the laws."""
    rival: Claim | None = None
    """What a law lets it stand beside only as far as that is not so, if it was lowered."""
    told_by: frozenset[tuple[int, int, int]] = frozenset()
    """What tells it nearly as well as the best: predicate, list of facilities and of places, or of both."""

    elsewhere: frozenset[int] = frozenset()
    """Identities of predicates of a visit that are rather told of another place."""

    @property
    def best(self) -> Candidate:
        """The candidate that speaks most for it."""
        return self.candidates[0][1]

    @property
    def nearly_best(self) -> list[tuple[float, Candidate, Mention]]:
        """The candidates that speak nearly as much for it as the best, and that one."""
        least = self.candidates[0][0] - NEARLY_BEST
        return [one for one in self.candidates if one[0] >= least]


Scored = tuple[float, Claim]


def load_weights() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Weights of the two steps by feature, as they decide now."""
    weights = weights_in_use()
    return weights.first, weights.second


@lru_cache(maxsize=4)
def _told_reasons(weights: Weights) -> tuple[dict[str, int], list[str]]:
    """The features of the first step that are told, by how much they weigh: their places, and their words."""
    telling = [(name, weight) for name, weight in weights.first.items() if abs(weight) >= TELLING]
    telling.sort(key=lambda item: (-abs(item[1]), item[0]))
    places = {name: at for at, (name, _) in enumerate(telling)}
    return places, [f"{name} {weight:+.1f}" for name, weight in telling]


def weigh(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> Iterator[float]:
    """Log odds of candidates; those of one predicate and facility are added up from there on."""
    get, start = weights.get, weights.get("", 0.0)
    begun: dict[tuple[int, int], float] = {}
    for one in candidates:
        told, group, place, together = one.parts
        key = id(told), id(group)
        if key not in begun:
            begun[key] = sum(map(get, (*told, *group), repeat(0.0)))
        yield start + sum(map(get, (*place, *together), repeat(0.0)), begun[key])


def claims_of(candidates: Iterable[Candidate], scores: Iterable[float]) -> list[Claim]:
    """Candidates with their log odds as claims, in order of their first candidate."""
    claims: dict[Key, Claim] = {}
    for candidate, score in zip(candidates, scores, strict=True):
        for mention in candidate.sites.mentions:
            key = (place_key(mention), candidate.facility, candidate.stage)
            claim = claims.get(key)
            if claim is None:
                claim = claims[key] = Claim(*key)
            claim.candidates.append((score, candidate, mention))
    _find_elsewhere(claims.values())
    for claim in claims.values():
        claim.candidates.sort(key=lambda one: (-one[0], one[1].predicate.start))
        claim.told_by = frozenset(
            (id(one.predicate), *(one.group.chain or (id(one.group), id(one.sites))))
            for _, one, _ in claim.nearly_best
        )
    return list(claims.values())


def _find_elsewhere(claims: Iterable[Claim]) -> None:
    """Note which predicates of a visit are told of another place than that of the claim."""
    best: defaultdict[int, float] = defaultdict(lambda: -math.inf)
    visits = [claim for claim in claims if claim.stage == "inspection"]
    for claim in visits:
        for score, one, _ in claim.candidates:
            best[id(one.predicate)] = max(best[id(one.predicate)], score)
    for claim in visits:
        claim.elsewhere = frozenset(
            id(one.predicate)
            for score, one, _ in claim.candidates
            if best[id(one.predicate)] > score + BETTER_TOLD
        )


def decide(reading: Reading, candidates: Sequence[Candidate]) -> list[Claim]:
    """The claims of a document with their probabilities."""
    first, second = load_weights()
    claims = claims_of(candidates, weigh(candidates, first))
    for claim, features in zip(claims, claim_features(reading, claims), strict=True):
        odds = (
            second.get("", 0.0)
            + SETBACK_ODDS * (claim.stage in SETBACKS)
            + sum(map(mul, map(second.get, features, repeat(0.0)), features.values()))
        )
        claim.probability = claim.unlawful = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
    return keep_laws(reading, claims)


def reasons_of(claim: Claim) -> tuple[str, ...]:
    """The weightiest features of the best candidate, in words."""
    places, told = _told_reasons(weights_in_use())
    return tuple(
        told[at] for at in sorted([places[n] for n in claim.best.features if n in places])[:MOST_REASONS]
    )


def claim_features(reading: Reading, claims: Sequence[Claim]) -> list[Features]:
    """What the second step weighs, for each claim of a document."""
    table = _Rivals(claims)
    tellable = sum(bool(read.predicates) for read in reading.sentences)
    return [
        _of_claim(reading, claim, tellable) | table.features(claim) | dict.fromkeys(claim.best.core, 1.0)
        for claim in claims
    ]


def _of_claim(reading: Reading, claim: Claim, tellable: int) -> Features:
    """What a claim says by itself; `tellable` is how many sentences have a predicate."""
    stage, facility, best = claim.stage, claim.facility, claim.best
    scores = [score for score, _, _ in claim.candidates]
    top, short = _bound(scores[0]), len(reading.sentences) <= SHORT
    titled = any(one.read.sentence.is_title and score > TITLED_FROM for score, one, _ in claim.candidates)
    told = {one.read.sentence.number for score, one, _ in claim.candidates if score > TOLD_FROM}
    return {
        "best": top,
        f"best {stage}": top,
        stage: 1,
        "second": _bound(scores[1]) if len(scores) > 1 else -BOUND,
        "several": min(3, sum(score > TOLD_FROM for score in scores)) / 3,
        "place left out": float(bool(best.carried_place)),
        "facility left out": float(bool(best.carried_facility)),
        "both left out": float(bool(best.carried_place and best.carried_facility)),
        "lead": float(reading.depth(best.read.sentence) <= 0),
        "in the title": float(titled),
        f"facility {facility}": 1,
        f"{stage} of {facility}": 1,
        "counties": min(len(reading.counties), 6) / 6,
        "sentences": min(4, len(told)) / max(1, min(4, tellable)),
        **({"short text": 1, "short text, best": top} if short else {}),
    }


class _Rivals:
    """The claims of a document with their log odds, by what they share, the best of some first."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.at_place: defaultdict[str, list[Scored]] = defaultdict(list)
        self.of_kind: defaultdict[tuple[str, str], list[Scored]] = defaultdict(list)
        self.of_predicate: defaultdict[Predicate, list[Scored]] = defaultdict(list)
        self.of_sentence: defaultdict[tuple[int, str], list[Scored]] = defaultdict(list)
        for claim in claims:
            top = claim.candidates[0][0], claim
            self.at_place[claim.place].append(top)
            self.of_kind[claim.facility, claim.stage].append(top)
            predicates: dict[Predicate, float] = {}
            sentences: dict[int, float] = {}
            for score, one, _ in claim.candidates:
                predicates.setdefault(one.predicate, score)
                sentences.setdefault(one.read.sentence.number, score)
            for predicate, score in predicates.items():
                self.of_predicate[predicate].append((score, claim))
            for number, score in sentences.items():
                self.of_sentence[number, claim.stage].append((score, claim))
        for listed in (*self.of_kind.values(), *self.of_predicate.values(), *self.of_sentence.values()):
            listed.sort(key=lambda one: -one[0])

    def features(self, claim: Claim) -> Features:
        """How strong the rivals of a claim are."""
        place, facility, stage = claim.place, claim.facility, claim.stage
        best = claim.best
        of_kind = _others(self.of_kind[facility, stage], claim)
        of_predicate = _others(self.of_predicate[best.predicate], claim)
        of_sentence = self.of_sentence[best.read.sentence.number, stage][:MOST_RIVALS]
        stages: list[Scored] = []
        facilities: list[float] = []
        for one in self.at_place[place]:
            score, other = one
            if other.facility == facility:
                if other.stage != stage:
                    stages.append(one)
            elif other.stage == stage and not (_is_told_with(claim, other) or _is_next_stop(claim, other)):
                facilities.append(score)
        own = [(score, c) for score, c in of_predicate if c.place == place]
        beside = [score for score, c in stages if c.best.read is best.read]
        sentence = [score for score, c in of_sentence if (c.place, c.facility) != (place, facility)]
        return {
            "rival stage": _best([s for s, c in own if c.facility == facility and c.stage != stage]),
            "stage of sentence": _best(beside),
            "other stage": _best([score for score, _ in stages]),
            "rival facility": _best(facilities),
            "rival place": _best([score for score, c in of_kind if c.place != place]),
            "rival in sentence": _best(sentence),
            "rival place of predicate": _best([score for score, c in of_predicate if c.place != place]),
            "rival facility of predicate": _best([score for score, c in own if c.facility != facility]),
            **{f"{stage} beside {c.stage}": 1 / (1 + math.exp(-score)) for score, c in stages},
        }


def _others(listed: Sequence[Scored], claim: Claim) -> list[Scored]:
    """The best of some claims, without those that are told together with this one."""
    return list(islice((one for one in listed if not _is_told_with(claim, one[1])), MOST_RIVALS))


def _is_next_stop(claim: Claim, other: Claim) -> bool:
    """Whether two facilities are stops of a tour, each told by its own sentence."""
    one, two = claim.best, other.best
    left_out = one.carried_facility or two.carried_facility
    return claim.stage == "inspection" and one.read is not two.read and not left_out


def _is_told_with(claim: Claim, other: Claim) -> bool:
    """Whether two claims are of one list of places or facilities, or in one breath, each with its place."""
    if claim.stage != other.stage:
        return False
    if not claim.told_by.isdisjoint(other.told_by):
        return True
    one, two = claim.best, other.best
    if one.predicate is not two.predicate:
        return False
    if one.group is two.group and _are_in_a_row(one, two):
        return True
    chained = one.group.chain is not None and one.group.chain == two.group.chain
    return chained and _is_its_place(one) and _is_its_place(two)


def _are_in_a_row(one: Candidate, two: Candidate) -> bool:
    """Whether two places follow one verb, each perhaps with its day: `opened in A on Monday and in B`."""
    first, last = sorted((one.sites, two.sites), key=lambda sites: sites.start)
    p = one.predicate
    inside = not p.korean and p.last <= first.start and last.start - first.end <= _ROW
    return (
        inside
        and first.led == last.led == "in"
        and not any(first.end <= q.start < last.start for q in one.read.predicates)
    )


_ROW = 60
"""Code points between two places of a row, for a day and a province."""


def _is_its_place(one: Candidate) -> bool:
    """Whether a facility is tied to the place of a candidate by its name or a preposition."""
    return one.read.owners.get(one.group) is one.sites


def _bound(score: float) -> float:
    return max(-BOUND, min(BOUND, score))


def _best(scores: Sequence[float]) -> float:
    return max(-BOUND, min(BOUND, max(scores))) if scores else -BOUND


def keep_laws(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """
    Lower what cannot stand beside something better told.

    A plan beside a later stage, progress told of a site that is visited, a tour that belongs to a ceremony,
    unnamed projects where the text names what is built: each is at most as likely as the other is not.
    """
    best = {(c.place, c.facility, c.stage): c for c in claims}
    at_place: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        at_place[claim.place].append(claim)
    for claim in claims:
        rivals = [
            *_later(reading, claim, best),
            *_inside(claim, claims),
            *_same_visit(reading, claim, claims),
            *_named(claim, at_place[claim.place]),
            *_unnamed(claim, at_place[claim.place]),
        ]
        strongest = max(rivals, key=lambda rival: rival.probability, default=None)
        if strongest is not None and claim.probability > 1 - strongest.probability:
            claim.probability, claim.rival = 1 - strongest.probability, strongest
        if claim.probability > MOST_UNNAMED and not _names_county(reading, claim):
            claim.probability = MOST_UNNAMED
        if claim.probability > MOST_UNNAMED and all(_is_new(reading, one) for _, one, _ in claim.nearly_best):
            claim.probability = MOST_UNNAMED
    for claim in [c for c in claims if c.facility == "projects" and c.stage in CEREMONIES]:
        claims = [*claims, *_as_planned(claim, at_place[claim.place], best)]
    return [claim for claim in claims if claim.stage in (*ALL_STAGES, *SETBACKS)]


def _is_new(reading: Reading, one: Candidate) -> bool:
    """Whether a facility is brought up without a place behind another: `A hospital in B. A mill, too`."""
    if one.carried_place in ("", "pointed", "introduction", "counted") or one.carried_facility:
        return False
    group, korean, s = one.group, one.predicate.korean, one.read.sentence
    low = max(0, group.start - 32)
    new, known = (pattern.search(reading.folded, low, group.start) for pattern in (_NEW, _KNOWN))
    if korean == bool(new) or (known and (new is None or known.start() > new.start())):
        return False
    if _BESIDE_IT.search(reading.folded, s.start, s.end) or (korean and _TOO.match(reading.text, group.end)):
        return False
    told = reading.sentence_of(one.sites.sentence)
    kinds = {kind for kind, _ in kinds_of(reading, group)}
    there = {kind for other in told.groups for kind, _ in kinds_of(reading, other)} if told else set()
    return bool(there) and not kinds & there


_NEW = PhrasePattern(r"\b(?:an?|another|some|several|most|many|\d+|two|three|four|a few) (?:[\w'-]+ ){0,3}$")
_KNOWN = PhrasePattern(r"\b(?:the|its|their|his|this|that|these|those|both|\w+'s) (?:[\w'-]+ ){0,3}$")
"""Before a facility that is told of for the first time, and before one that is known."""
_TOO = Pattern(r"들?(?:도|과 함께|와 함께)(?![가-힣])")
"""Behind a Korean facility that is told of together with the one before it."""


_BESIDE_IT = PhrasePattern(
    r"\b{beside it en}\b|{beside it ko}|(?<![가-힣])(?:군|시)(?:에서?[는도]?|의|안의|내) |현지(?!지도)"
)


def _names_county(reading: Reading, claim: Claim) -> bool:
    """Whether the text names the county itself, not only a place in it: the Hungnam Fertilizer Complex."""
    return claim.place in reading.named_counties or all(
        mention.place is None or mention.place.level < BELOW for _, _, mention in claim.candidates
    )


def _later(reading: Reading, claim: Claim, best: dict[Key, Claim]) -> Iterator[Claim]:
    """Later stages of the same project; the ceremony that a visit belongs to."""
    key = claim.place, claim.facility
    later = [best[*key, stage] for stage in LATER.get(claim.stage, ()) if (*key, stage) in best]
    yield from (other for other in later if claim.stage == "planned" or not _is_apart(reading, claim, other))
    completed = best.get((*key, "completed"))
    if claim.stage == "operating" and completed is not None and _is_one_thing(claim, completed):
        yield completed
    if claim.stage == "inspection" and _belongs_to_ceremony(reading, claim, best.get((*key, "completed"))):
        yield best[*key, "completed"]


def _same_visit(reading: Reading, claim: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The visit that `the visit` means, where it only seems to be one of another place."""
    if claim.stage == "inspection" and all(_points_back(reading, one) for _, one, _ in claim.candidates):
        visits = (other for other in claims if other.stage == "inspection" and other.place != claim.place)
        yield from (other for other in visits if not _points_back(reading, other.best))


def _points_back(reading: Reading, one: Candidate) -> bool:
    p = one.predicate
    if p.kind != "noun" or p.korean or not one.carried_place:
        return False
    return _THE_VISIT.search(reading.folded, max(0, p.start - 6), p.start) is not None


_THE_VISIT = Pattern(r"\b(?:the|this|that|his|her) $")


def _is_apart(reading: Reading, claim: Claim, visit: Claim) -> bool:
    """Whether progress is told by itself, in paragraphs before the one that first tells of a visit."""
    visits = [one.read.sentence for _, one, _ in visit.candidates] + [
        read.sentence for read in reading.sentences if any(p.sense == "visit" for p in read.predicates)
    ]
    first = min(s.paragraph for s in visits)
    return any(
        score > TOLD_FROM and one.read.sentence.paragraph < first and one.predicate.sense != "site"
        for score, one, _ in claim.candidates
    )


def _is_one_thing(run: Claim, completed: Claim) -> bool:
    """Whether nothing more has happened: renovated and completed; operation started, and inaugurated."""
    sense, ceremony = run.best.predicate.sense, completed.best.predicate.sense in ("open", "ceremony")
    return sense == "modernize" or (sense == "begin" and ceremony and run.facility != "hospital")


def _belongs_to_ceremony(reading: Reading, claim: Claim, other: Claim | None) -> bool:
    """Whether a visit without a time is told where the news is the inauguration of the same thing."""
    if other is None or not _is_of_ceremony(reading, other):
        return False
    visits = claim.candidates[:6]
    if before := [one for one in visits if is_recalled(reading, one[1]) or _is_of_before(reading, one[1])]:
        claim.candidates = before
        return False
    return not (_has_its_time(reading, claim.best) or _is_of_a_site(reading, claim.best))


def _is_of_ceremony(reading: Reading, completed: Claim) -> bool:
    """Whether a completion is told as an inauguration, and not aside."""
    told = completed.best.predicate
    if told.korean and told.aspect == "adjunct" and told.kind == "verb":
        return False  # 지난해에 준공한 농장을 찾았다
    if _RECALLED.search(reading.folded, max(0, told.first - 20), told.first):
        return False
    if "open" in reading.told and completed.probability >= 0.5:
        return True
    near = (one for score, one, _ in completed.candidates[:MOST_RIVALS] if score >= TOLD_FROM)
    return any(_is_a_ceremony(one) for one in near)


def _is_a_ceremony(one: Candidate) -> bool:
    """Whether it tells of an inauguration by a noun, or in the first sentences."""
    p = one.predicate
    return (
        p.sense in ("open", "ceremony")
        and p.aspect != "adjunct"
        and (p.aspect == "noun" or p.kind == "noun" or one.read.sentence.paragraph <= 1)
    )


def _is_of_before(reading: Reading, visit: Candidate) -> bool:
    """Whether a Korean visit was before the ceremony of the news: 그는 지난 1월에도 건설장을 시찰했다."""
    p = visit.predicate
    told = p.korean and not visit.read.sentence.is_caption and not reading.ceremonies_of(visit.read)
    return told and _EARLIER.search(reading.text, visit.read.sentence.start, p.start) is not None


_EARLIER = Pattern(
    r"(?:지난|올해|작년|지난해|앞서) ?\d{1,2}월(?: ?\d{1,2}일)?(?:에도?)? |\d{1,2}월(?: ?\d{1,2}일)?에도? "
    r"|(?:올해|새해)(?:의)? 첫 $"
)
_RECALLED = Pattern(r", which $|\b(?:days?|weeks?|months?|years?) after (?:it|they) $")
"""Before what is said of a site aside: `the mill, which was opened in May`, `a month after it was`."""


_SITE = Pattern(r"(?:construction|building) (?:sites?|fields?)\b|건설장|건설 ?현장|공사장|공사 ?현장")
"""Where something is still being built."""


def _is_of_a_site(reading: Reading, visit: Candidate) -> bool:
    """Whether what is visited is still being built: no inauguration has a tour of a construction site."""
    p, group = visit.predicate, visit.group
    low, high = min(p.start, group.start), max(p.last, group.end)
    return _SITE.search(reading.folded, low, min(high + _SITE_BEHIND, visit.read.sentence.end)) is not None


_SITE_BEHIND = 8
"""Code points behind a Korean facility in which its site stands: 병원건설장."""


_AFTER_IT = Pattern(
    r"\W*after (?:he |they )?(?:cutting|opening|inaugurating|cut|opened|the (?:ceremony|inauguration))\b"
)


def _has_its_time(reading: Reading, visit: Candidate) -> bool:
    """Whether a visit is told with a time of its own, no ceremony's: `had visited it in October`."""
    p, ceremonies = visit.predicate, reading.ceremonies_of(visit.read)
    if _AFTER_IT.match(reading.folded, visit.read.sentence.start):
        return False
    if not ceremonies:
        return has_time(reading, visit.read, p)
    last = max(one.last for one in ceremonies)
    if last > p.first:
        return False
    low, high = (last, p.start) if p.korean else (p.last, min(visit.read.sentence.end, p.last + NEAR))
    return TIME.search(reading.folded, low, high) is not None


def _inside(claim: Claim, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The same in a county or ward of a special city."""
    city = claim.candidates[0][2].place if claim.place in SPECIAL_CITIES else None
    for other in claims if city else ():
        place = other.candidates[0][2].place
        same = (other.facility, other.stage) == (claim.facility, claim.stage)
        if same and other.place != claim.place and city and place and place.province == city.name:
            yield other


def _named(claim: Claim, here: Iterable[Claim]) -> list[Claim]:
    """Of unnamed projects, what the text names as built in their place."""
    if claim.facility != "projects":
        return []
    stages = (claim.stage, "planned", "under_construction")
    return [
        other
        for other in here
        if other.facility not in UNNAMED and other.stage in stages and not _is_left_out(other)
    ]


def _unnamed(claim: Claim, here: Iterable[Claim]) -> Iterator[Claim]:
    """The ceremony of unnamed projects, where only sentences without place and facility tell of others."""
    if claim.facility not in UNNAMED and claim.stage in CEREMONIES and _is_left_out(claim):
        yield from (other for other in here if (other.facility, other.stage) == ("projects", claim.stage))


def _is_left_out(claim: Claim) -> bool:
    """Whether both place and facility come from other sentences."""
    return bool(claim.best.carried_place and claim.best.carried_facility)


def _as_planned(claim: Claim, here: Sequence[Claim], best: dict[Key, Claim]) -> list[Claim]:
    """What a ceremony of unnamed projects is for: all that the text says will be built in the place."""
    found: list[Claim] = []
    told: Claim | None = None
    for plan in here:
        if plan.stage != "planned" or plan.facility in UNNAMED or plan.probability < NAMED_FROM:
            continue
        named = best.get((claim.place, plan.facility, claim.stage))
        if named is None:
            named = replace(claim, facility=plan.facility, probability=claim.unlawful)
            found.append(named)
            if plan.probability > 1 - named.probability:
                plan.probability, plan.rival = 1 - named.probability, named
        told = named
    if told is not None:
        claim.probability, claim.rival = 0.0, told
    return found
