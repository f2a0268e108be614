"""How events were read, in words: each claim with what was weighed, each sentence with what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geo.events import (
    Argument,
    Derived,
    Explanation,
    FacilityList,
    Law,
    Nothing,
    Origin,
    PlaceList,
    ReadPredicate,
    ReadSentence,
    Weighed,
    WhyNot,
)
from geo.models import FACILITIES, POSSIBLE_FROM, Event

MOST_WEIGHED, MOST_BELOW = 8, 3
"""So many features of a step, and claims below the line, are told one by one."""

_WHY_NOT: dict[WhyNot, str] = {
    "denied": "no fact: it is denied",
    "page": "no fact: a line of the page, not of the article",
    "condition": "no fact: a condition",
    "order": "no fact: an order or an appeal",
    "wish": "no fact: a wish",
    "purpose": "no fact: a purpose",
    "ahead": "no fact: it is still to come",
    "governed": "left to the word that it depends on",
    "part": "no fact: a part of the building, and nothing says how far it is",
    "leader": "no inspection: no leader is said to be there",
    "unreal": "no fact: a condition, an appeal, or no verb of its own",
    "stage": "no stage for this sense and aspect",
    "carrier": "says only that something took place",
    "ceremony": "nothing says whether it began or ended the work",
}
_NOTHING: dict[Nothing, str] = {
    "page": "a line of the page, not of the article",
    "predicate": "no predicate says what happened",
    "fact": "no predicate states a fact",
    "place": "no place where it may have happened, here or in the sentences around",
    "role": "the place is not where it happened",
    "facility": "no facility that it may be said of, here or in the sentences before",
    "tie": "no facility with a place hangs on a predicate that states a fact",
    "line": f"too unlikely; {POSSIBLE_FROM:.2f} is needed",
}
_LAWS: dict[Law, str] = {
    "later stage": "a plan adds nothing beside a later stage",
    "visit": "progress that is told of a site on a visit is the visit's",
    "ceremony": "a tour at the inauguration is the inauguration's",
    "district": "what is told of a district is not told of its city",
    "named": "projects without a name are those that the text names",
    "unnamed": "the sentence on the ceremony names projects only",
    "county": "the text never names the county of the place",
    "undated": "what is no news counts only with a time of its own",
}
_ORIGINS: dict[Origin, str] = {
    "clause": "in the same clause",
    "sentence": "in sentence {}",
    "introduction": "from sentence {}, which introduces the list",
    "title": "carried from the title, sentence {}",
    "before": "carried from sentence {}",
    "first": "carried from sentence {}, the first one named there",
    "main": "carried from sentence {}, as what the text is mainly about",
    "counted": "from sentence {}, since they are only counted here",
    "pointed": "from sentence {}, since this one only points there",
    "later": "taken from sentence {}, which comes later",
    "around": "taken from sentence {}",
    "report": "the month of the report",
}
_ROLES = {
    "person": "says who came or who they are",
    "away": "says where it is not",
    "denied": "denied",
    "south": "in South Korea",
    "dateline": "the dateline",
    "foreign": "abroad",
    "province": "a province",
    "aside": "not where something happens",
}
_QUOTES = "\"'“”″‟‘’"
_UNSETTLED = {
    "generic": "a factory of some kind",
    "same": "a thing named elsewhere",
    "farm": "a farm of some kind",
    "projects": "projects without a name",
}


def stage_words(stage: str) -> str:
    """A stage as it is written in a sentence."""
    return stage.replace("_", " ")


def derived_lines(one: Derived, explained: Explanation) -> Iterator[str]:
    """Where predicate, place, facility and day of an event come from, and what was weighed."""
    yield f'predicate: "{one.predicate}", in sentence {one.sentence}'
    for label, argument in (("place", one.place), ("facility", one.thing), ("day", one.day)):
        yield f"{label}: {_argument(argument, one.sentence)}"
    yield f"by itself: {_weighed(one.alone)}"
    yield f"beside the others: {_weighed(one.together)}"
    if one.law:
        yield f"probability: {one.probability:.2f}, {_lowered(one, explained)}"


def _lowered(one: Derived, explained: Explanation) -> str:
    """From what a claim was lowered, by which law and, if it is one for two, beside which other claim."""
    beside = f": {_claim(explained.claims[one.rival])}" if one.rival >= 0 else ""
    return f"lowered from {one.unlawful:.2f}, since {_LAWS[one.law]}{beside}"


def _argument(one: Argument, sentence: int) -> str:
    """The words of a place, a facility or a day, and where they stand beside those of the predicate."""
    if not one.origin:
        return "not told"
    where = _ORIGINS[one.origin].format(one.sentence) if one.words or one.origin == "report" else "reckoned"
    if one.origin == "sentence" and one.sentence == sentence:
        where = "in the same sentence"
    return f'"{one.words}", {where}' if one.words else where


def _weighed(listed: Sequence[Weighed]) -> str:
    """The log odds of a step, and what they are made of, the strongest first."""
    start, *added = listed
    shown = [f"{one.feature} {one.amount:+.1f}" for one in added[:MOST_WEIGHED]]
    rest = added[MOST_WEIGHED:]
    if rest:
        shown.append(f"{len(rest)} more {sum(one.amount for one in rest):+.1f}")
    odds = sum(one.amount for one in listed)
    return f"log odds {odds:+.1f} = {'; '.join([f'{start.weight:+.1f} at first', *shown])}"


def _claim(one: Derived) -> str:
    """A claim in short."""
    facility = FACILITIES.get(one.facility, one.facility)
    return f"{stage_words(one.stage)}, {facility}: {one.name}, {min(one.probability, 0.99):.2f}"


def sentence_lines(explained: Explanation, numbers: Mapping[Event, int]) -> Iterator[str]:
    """The sentences that hold a place, a facility or a predicate, and what came of each."""
    if not explained.has_place:
        yield "Sentences: not read, since no county or city is named where something can happen"
        return
    held = explained.sentences
    yield f"Sentences: {len(held)} of {explained.n_sentences} hold a place, a facility or a predicate"
    for one in held:
        yield from _sentence(one, explained, numbers)


def _sentence(one: ReadSentence, explained: Explanation, numbers: Mapping[Event, int]) -> Iterator[str]:
    """A sentence, what was read in it, and what came of it."""
    marks = [*one.marks, *([f"introduced by sentence {one.introduced_by}"] if one.introduced_by else [])]
    yield "  ".join([f"  {one.number}. {one.start}-{one.end}", *([", ".join(marks)] if marks else [])])
    yield f"      {one.words}"
    for label, lines in (
        ("facility", map(_facilities, one.facilities)),
        ("place", map(_places, one.places)),
        ("predicate", map(_predicate, one.predicates)),
        ("scope", (f'{scope.kind}: "{scope.words.strip(_QUOTES)}"' for scope in one.scopes)),
        ("result", _results(one, explained, numbers)),
    ):
        for line in lines:
            yield f"      {label:<11}{line}"


def _facilities(listed: FacilityList) -> str:
    """Facilities of one list, with the group of each."""
    shown = []
    for one in listed.facilities:
        named = _UNSETTLED.get(one.group) or FACILITIES.get(one.group, one.group)
        taken = [f"{FACILITIES[group]} ({how})" for group, how in one.taken_as if group != one.group]
        vague = one.group in _UNSETTLED and not one.taken_as
        settled = ", nothing says which" if vague else f", taken as {' and '.join(taken)}" if taken else ""
        shown.append(f'"{one.words}": {named}{settled}')
    return "; ".join(shown) + (f' (of "{listed.owner}")' if listed.owner else "")


def _places(listed: PlaceList) -> str:
    """Places of one list, and the part they play."""
    pairs = zip(listed.words, listed.names, strict=True)
    names = "; ".join(f'"{word}": {name}' for word, name in pairs)
    led = f'after "{listed.led}"' if listed.led.isascii() else f'before "{listed.led}"'
    played = [f"{len(listed.words)} in one list"] * (len(listed.words) > 1) + [led] * bool(listed.led)
    played += [f"not where it happens: {_ROLES.get(listed.role, listed.role)}"] * bool(listed.role)
    return names + (f" ({', '.join(played)})" if played else "")


def _predicate(one: ReadPredicate) -> str:
    """A predicate as it was read, and the stages it can mean."""
    read = [f"{one.sense} ({one.kind}), {one.aspect}" + f" ({one.form})" * (one.form not in ("", one.aspect))]
    read += [f"mood {one.mood}"] * bool(one.mood) + ["denied"] * one.denied
    read += [f"depends on {one.governor}"] * bool(one.governor)
    read += [f"with {' and '.join(one.companions)}"] * bool(one.companions)
    read += ["from the introduction"] * one.inherited
    means = _WHY_NOT[one.why_not] if one.why_not else " or ".join(map(stage_words, one.stages))
    return f'"{one.words}": {", ".join(read)} -> {means}'


def _results(one: ReadSentence, explained: Explanation, numbers: Mapping[Event, int]) -> Iterator[str]:
    """The events that a sentence states or supports; if there are none, why."""
    for at in (*one.gives, *one.supports):
        claim = explained.claims[at]
        if claim.event is not None:
            sure = "states" if claim.event.status == "stated" else "may state"
            word = sure if at in one.gives else "supports"
            number = numbers.get(claim.event)
            yield f"{word} {f'event {number}: ' if number else ''}{_claim(claim)}"
    if one.nothing:
        below = [explained.claims[at] for at in one.below[:MOST_BELOW]]
        told = [_claim(claim) + (f", {_lowered(claim, explained)}" if claim.law else "") for claim in below]
        told += [f"{len(one.below) - MOST_BELOW} more"] * (len(one.below) > MOST_BELOW)
        yield f"nothing: {_NOTHING[one.nothing]}" + (f": {'; '.join(told)}" if told else "")
