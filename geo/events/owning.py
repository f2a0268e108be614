"""Which place of its sentence a facility lies in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.events.arguments import AND_OF, AT_CEREMONY, CLEFT, Tied, gap_of
from geo.events.grouping import Group, points_behind
from geo.events.inorder import IN_ORDER
from geo.events.phrases import PhrasePattern
from geo.events.places import CAPITAL, NAME_BETWEEN, Sites, place_key
from geo.events.predicates import COMPLETES, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.events.times import TIME
from geo.text import Pattern

_NAME_LINK = Pattern(
    r"[ -]?(?:county|city|district|area|township)?(?: county| city| district)?['’]?s? ?"
    r"(?:and (?:various |many )?other |(?!(?:the|and|or|but|while) )[a-z]+ )?"
)
_TITLED = Pattern(r" (?:[A-Z][\w’'-]+ ){2,4}")
"""Between a place and a facility: all of it is one name, the Kangso Engine Accessory Factory."""
_NAME_LINK_KO = Pattern(r"(?:시|군|구역|읍)?의? ?(?:새로 |새 |현대적인 )?")
_IN_LINK = Pattern(
    r"(?![^.;]*[,;] (?:and|while|but|of|which|whose) )(?:\W+\w+){0,3}?\W+(?:in|at|of|for|near|across)"
    r"(?: the)?(?: nearby| neighbou?ring| adjacent| \w+ern)?(?: city of| county of| area of)? "
)
_KO_LINK = Pattern(
    r"(?:시|군|구역|읍|도)?(?:에서|에서는|에도|에는|에|의|안의|내)? ?(?:\S+ ){0,3}[가-힣\d.]{0,10}"
)
_FOR_LINK = Pattern(r"(?: county| city| district)? for (?:an?|the|its|new|modern) (?:[\w-]+ ){0,3}")
_FURTHEST = 60
"""Code points between a facility and a place that belong together."""


def link_of(reading: Reading, group: Group, place: Sites) -> str:
    """How a facility and a place of one sentence are tied: by name, by a preposition, or not."""
    folded = reading.folded
    low, high, side = gap_of(group.start, group.end, place.start, place.end)
    gap = folded[low:high] if high - low < _FURTHEST else "."
    if side == "behind":
        return "in" if _IN_LINK.fullmatch(gap) else "behind"
    if side == "before":
        named = _NAME_LINK.fullmatch(gap) or _NAME_LINK_KO.fullmatch(gap)
        if named or _TITLED.fullmatch(reading.text, low, high) or _is_first_word(place, gap):
            return "name"
        if "가" <= folded[low - 1] <= "힣" and _KO_LINK.fullmatch(gap):
            return "particle"
        return "for" if _FOR_LINK.fullmatch(gap) else "ahead"
    return "inside"


_REST_OF_NAME = Pattern(r"[가-힣]{1,10}")


def _is_first_word(place: Sites, gap: str) -> bool:
    """Whether a place begins the name of a works: 희천입원침대공장."""
    return "가" <= place.mentions[-1].surface[0] <= "힣" and _REST_OF_NAME.fullmatch(gap) is not None


_TIES = {"name": 0, "in": 1, "particle": 2, "for": 2}


def owner_of(reading: Reading, read: SentenceReading, group: Group) -> Sites | None:
    """The place of a sentence that a facility is tied to most closely: by name, else by a preposition."""
    if group not in read.owners and (own := _in_turn(reading, read, group)):
        read.owners[group] = own
    if group not in read.owners:
        ranked = []
        for number, place in enumerate(read.sites):
            tie = link_of(reading, group, place)
            if place.end <= group.start and points_behind(reading.folded, group):
                continue
            if tie == "particle" and place.role in ("person", "away"):
                continue
            if tie in _TIES and not (tie == "in" and _is_parted(read, group.end, place.start)):
                gap = max(place.start - group.end, group.start - place.end)
                ranked.append((_TIES[tie], gap, number))
        read.owners[group] = read.sites[min(ranked)[2]] if ranked else None
    return read.owners[group]


def _in_turn(reading: Reading, read: SentenceReading, group: Group) -> Sites | None:
    """The places behind a facility where a verb comes last: 병원은 A군에, 종합봉사소는 B군에 건설된다."""
    sites = [s for s in read.sites if not s.role]
    verbs = (p.start for p in read.predicates if p.kind == "verb")
    if not len(sites) == len(read.groups) > 1 or min(verbs, default=0) < sites[-1].end:
        return None
    pairs, text = dict(zip(read.groups, sites, strict=True)), reading.text
    order = [at for g, s in pairs.items() for at in (g.end, s.start)]
    told = all(_ITS_PLACES.match(text, g.end) and _AT_KO.match(text, s.end) for g, s in pairs.items())
    return pairs[group] if told and order == sorted(order) else None


_ITS_PLACES = Pattern(r"들?(?:건설|준공식|착공식)?[은는이가을를] ")
_AT_KO = Pattern(r"에(?:서|는|서는)?[, ]")


def _is_parted(read: SentenceReading, low: int, high: int) -> bool:
    """Whether a verb stands between facility and place: `factories were inaugurated in Pujon County`."""
    return any(
        low <= p.start and p.end <= high and p.kind == "verb" and p.aspect not in ("adjunct", "noun")
        for p in read.predicates
    )


_THE = Pattern(r"\b(?:the|this|that)(?: [\w-]+){0,3} $")
_PLAIN = frozenset({"factory", "plant", "mill", "works"})
"""How English calls any works that was named before."""


def is_named_before(reading: Reading, group: Group, place: Sites) -> bool:
    """Whether `the winery` is the only facility that the sentence of a place names, one of that place."""
    before = reading.sentence_of(place.sentence)
    told = [g for g in before.groups if g.tells] if before is not None else []
    if before is None or len(told) != 1 or owner_of(reading, before, told[0]) is not place:
        return False
    heads = [reading.folded[g.facilities[-1].head : g.end].rstrip("s") for g in (told[0], group)]
    alike = heads[0] == heads[1] or _PLAIN.issuperset(heads)
    bare = "가" <= heads[1][-1] <= "힣" and group.facilities[-1].head == group.start
    return alike and (bare or _THE.search(reading.folded, max(0, group.start - 40), group.start) is not None)


def is_theirs(reading: Reading, group: Group) -> bool:
    """Whether facilities are of those who were named: `their factories`."""
    return _THEIRS.search(reading.folded, max(0, group.start - 20), group.start) is not None


_AMONG_MANY = PhrasePattern(
    r"\b(?:\d\d|twenty) (?:\w+ ){0,4}{regions}\b[^.;]{0,40}\binclud|[을를] 포함[^.,]{0,20}\d\d ?개",
    needs="includ|포함",
)


def among_many(reading: Reading, read: SentenceReading) -> bool:
    """Whether something comes to many places of which one is named: `in 20 regions including Anak`."""
    return _AMONG_MANY.search(reading.folded, read.sentence.start, read.sentence.end) is not None


_SIMILAR = Pattern(r"\b(?:similar|same|such)\b")
"""Of a ceremony: it is like the one told before, at another place."""
_THEIR_PLACE = Pattern(
    r"\b(?:in|of) (?:their|the|this|that) (?:own )?(?:county|area|city|district|town|region)\b"
)
"""Behind who came from a place: it happens there, `residents of Anak hear of a mill in their area`."""
_THEIRS = Pattern(r"\btheir (?:own |new |first |modern )*$")
_OWN_KO = Pattern(r"(?<![가-힣])[군시] ?(?:인민|종합)?$|구역 ?(?:인민)?$")
"""Before a facility that is the county's own, 군병원, 시병원."""
_THE_COUNTYS = PhrasePattern(r"\b(?:the|that) (?:county|city|district)'s (?:[\w-]+ ){0,3}{facility noun}\b")
_ELSEWHERE = PhrasePattern(
    r"(?: at the same time| simultaneously)?"
    r" (?:in|across|at) (?:\w+ )?(?:\d\d|twenty|all|every) (?:\w+ ){0,2}{regions}\b"
    r"(?![,:]| includ| such|[^.;]{0,60} among them\b)"
)
"""Behind a facility, or behind what is said of it: it lies in places that are only counted."""
_WHERE = frozenset({"in", "at", "에", "에서", "에서도", "에서는", "에도", "에는"})


def places_of(
    reading: Reading,
    read: SentenceReading,
    p: Predicate,
    tied: Tied,
    sites: Sequence[tuple[Sites, str]],
) -> list[tuple[Sites, str]]:
    """Where a facility may lie: the place that it is tied to, else those of the sentence, or carried ones."""
    group, where, _ = tied
    if clause := _relative_place(reading, read, p):
        return [(clause, "")] if clause.role not in ("denied", "south") else []
    like = p.sense == "ceremony" and _SIMILAR.search(reading.folded, max(0, p.start - 12), p.end)
    if like and (behind := [(s, origin) for s, origin in sites if not origin and s.start >= p.end]):
        return [(place, origin) for place, origin in behind if not place.role]
    counted = p.aspect == "done" and group.end <= p.first and _ELSEWHERE.match(reading.folded, p.last)
    if not where and (
        counted or _ELSEWHERE.match(reading.folded, group.end) or _is_of_the_capital(reading, group)
    ):
        return []
    if not where and tied[2] in ("described", "relative") and (here := _in_its_clause(read, p, group)):
        return [(here, "")]
    if told := _told_behind(reading, read, p) or (None if where else _chosen(reading, read, p)):
        return [(told, "")] if told.role not in ("denied", "south") else []
    if p.governor == "choice" and reading.text.startswith(("추가", "골랐"), p.start):
        return []  # 병원에 침대가 추가되였다
    owner = None if where else owner_of(reading, read, group)
    tie = link_of(reading, group, owner) if owner is not None else ""
    tie = "in" if p.korean and tie == "behind" else tie
    if owner is not None and (tie in ("name", "in", "for") or (tie == "particle" and group.chain)):
        aside = owner.role == "away" and tied[2] != "relative" and group.facilities[0].group == "same"
        if owner.role in ("denied", "south") or aside:
            return []
        more = (*_followed(reading, read, owner, p), *_each_on_its_day(reading, read, owner, tie))
        return [(place, "") for place in (*more, owner)]
    if (
        not where
        and owner is None
        and p.kind == "noun"
        and AND_OF.fullmatch(reading.folded, p.end, max(p.end, group.start))
    ):
        return []  # `the opening of a mill in Anak, of a farm ...`: it does not say where
    if where and (home := home_of(reading, group)):
        sites = [(place, origin) for place, origin in sites if not origin or home & keys_of(place)]
    if not where and points_behind(reading.folded, group):
        sites = [(place, origin) for place, origin in sites if origin or place.start >= group.end]
    foreign = owner is None and bears_a_name(reading, group)
    taken = _owned_by_others(reading, read, group) if owner is None and not where and not p.korean else ()
    return [
        (place, origin)
        for place, origin in sites
        if place not in taken
        if not (place.led == "to" and p.sense in COMPLETES and place.start - p.last >= 0)
        if (origin or not _is_of_another_clause(reading, read, p, group, place))
        if (place.role in ("", "compared") and not (foreign and (origin or place.led not in _WHERE)))
        or (place is owner and place.role not in ("denied", "south"))
        or (place.role == "person" and _is_theirs(reading, read, group, place))
    ]


def _is_theirs(reading: Reading, read: SentenceReading, group: Group, place: Sites) -> bool:
    """Whether it happens where people come from: `the county's mills run, a source in Usi said`."""
    folded, s = reading.folded, read.sentence
    own = place.end <= group.start and (
        _THEIRS.search(folded, max(0, group.start - 24), group.start)
        or _OWN_KO.search(folded, max(0, group.start - 8), group.start)
    )
    named = _THEIR_PLACE.search(folded, place.end, s.end) or _THE_COUNTYS.search(folded, s.start, s.end)
    return bool(own or named)


def _in_its_clause(read: SentenceReading, p: Predicate, group: Group) -> Sites | None:
    """The place right behind the verb that describes a facility: `the farm that was built in B`."""
    if p.korean or p.kind != "verb" or p.first < group.end:
        return None
    near = (s for s in read.sites if 0 <= s.start - p.last <= _BEHIND_VERB and s.led in ("in", "at"))
    return next((s for s in near if not s.role), None)


_BEHIND_VERB = 8
"""Code points between a verb and its place, for `in the`."""


def _told_behind(reading: Reading, read: SentenceReading, p: Predicate) -> Sites | None:
    """The places right behind a Korean verb that asks for them: 준공된 곳은 성천군과 숙천군이며."""
    if not p.korean or CLEFT.match(reading.text, p.end) is None:
        return None
    return next((place for place in read.sites if place.start >= p.last), None)


_CHOSEN = Pattern(
    r"(?: ?등)?(?: ?(?:\d+|[두세네])여?(?:개)? ?(?:곳|지역|시|군|시[·,]? ?군))?[이가을를도은] "
    r"(?:[가-힣]{1,5} ){0,2}"
)
"""Between places and that they were chosen: 곡산군 등 3곳을 추가로 선정했다."""


def _chosen(reading: Reading, read: SentenceReading, p: Predicate) -> Sites | None:
    """The places that a Korean verb says were chosen, whatever else has the facility: B군이 추가되였다."""
    if p.governor != "choice":
        return None
    before = (s for s in reversed(read.sites) if s.end <= p.first)
    return next((s for s in before if _CHOSEN.fullmatch(reading.text, s.end, p.first)), None)


_ON_ITS_DAY = PhrasePattern(
    r"(?: county| city| district)?(?:, {its land},?)?,? (?:on|in|early|late|last|this) [\w .-]{2,24}?"
    r"(?:,| and|, and) (?:then )?(?:one |another |those )?(?:in )?(?:the )?(?:(?:city|county) of )?"
)
"""Between two places of one list: `hospitals in Kangdong on June 1 and in Kusong on June 3`."""


def _each_on_its_day(reading: Reading, read: SentenceReading, owner: Sites, tie: str) -> Iterator[Sites]:
    """The places behind that of a facility, each with a day between, which have one, too."""
    last = owner
    for place in read.sites if tie == "in" else ():
        low, high = last.end, place.start
        dated = low < high and not place.role and _ON_ITS_DAY.fullmatch(reading.folded, low, high)
        if dated and TIME.search(reading.folded, low, high):
            yield place
            last = place


def _followed(reading: Reading, read: SentenceReading, owner: Sites, p: Predicate) -> list[Sites]:
    """The places that had the same before that of a Korean facility: 성천군에 이어 재령군 공장이."""
    return [
        place
        for place in read.sites
        if p.korean and place.role == "compared" and 0 < owner.start - place.end <= _AFTER_IT
        if FOLLOWED.search(reading.text, place.end, owner.start)
        if not any(place.end <= q.start < owner.start for q in read.predicates)
        if not any(place.end <= g.start < owner.start for g in read.groups)
    ]


FOLLOWED = PhrasePattern(r"{followed} ")
"""Behind 에: what comes next in time, 성천군에 이어."""
_AFTER_IT = 30
"""Code points between places of which one follows the other: a day, a province."""


def _owned_by_others(reading: Reading, read: SentenceReading, group: Group) -> list[Sites]:
    """Places of a sentence that are part of another facility's name, or a pronoun's: `that in Anju`."""
    pronouns = [g for g in read.groups if g is not group and points_behind(reading.folded, g)]
    behind = (bisect_left(read.sites, g.end, key=lambda site: site.start) for g in pronouns)
    theirs = [read.sites[at] for at in behind if at < len(read.sites)]
    return [
        place
        for place in read.sites
        if place in theirs
        or (
            len(place.mentions) == 1
            and place.led in ("", "from", "at", "and")
            and not place.mentions[0].type_word
            and any(link_of(reading, g, place) == "name" for g in read.groups if g is not group)
        )
    ]


def home_of(reading: Reading, group: Group) -> set[str]:
    """The places that a carried facility is tied to where it is named; none if it is tied to none there."""
    source = reading.sentence_of(group.sentence)
    if source is None or group not in source.groups:
        return set()
    owner = owner_of(reading, source, group)
    return keys_of(owner) if owner is not None else set()


def keys_of(sites: Sites) -> set[str]:
    """The places of a list."""
    return {place_key(mention) for mention in sites.mentions}


_WHERE_CLAUSE = Pattern(
    r"(?: county| city| district)?(?:,? (?:(?:[\w-]+ ){1,2}province|north korea))*,?"
    r" (?:where|whose) (?:[\w-]+ ){0,6}"
)
_CLAUSE = 90
"""Code points between a place and the verb of a clause that describes it."""


def _relative_place(reading: Reading, read: SentenceReading, p: Predicate) -> Sites | None:
    """The place that a clause describes whose verb is given: `Kangnam County, where ground was broken`."""
    near = (s for s in read.sites if 0 <= p.first - s.end <= _CLAUSE)
    place = next((s for s in near if _WHERE_CLAUSE.fullmatch(reading.folded, s.end, p.first)), None)
    if place is None or len(place.mentions) == 1:
        return place
    last = place.mentions[-1]
    return replace(place, start=last.start, end=last.end, mentions=(last,))


def place_in_order(
    reading: Reading,
    read: SentenceReading,
    facilities: Sequence[str],
    place: Sites,
    facility: str,
) -> Sites:
    """The places of a facility; of as many as facilities, told `respectively`, the one of its number."""
    several = len(place.mentions)
    if several < 2 or len(set(facilities)) != several or facility not in facilities:
        return place
    if not IN_ORDER.search(reading.folded, read.sentence.start, read.sentence.end):
        return place
    mention = place.mentions[facilities.index(facility)]
    return replace(place, start=mention.start, end=mention.end, mentions=(mention,))


def _is_of_another_clause(
    reading: Reading, read: SentenceReading, p: Predicate, group: Group, place: Sites
) -> bool:
    """Whether a place belongs to another clause than a predicate: `A opened its plants, B opened ...`."""
    if place.end <= p.first:
        return _is_of_the_clause_before(read, p, place) or _has_its_own_behind(reading, read, p, group, place)
    if not p.korean and group.end <= p.first and _is_behind_its_clause(reading, read, p, place):
        return True
    if place.start < p.last:
        return False
    if not p.korean and _TO_FOLLOW.search(reading.folded, p.last, place.start):
        return True  # `opened in A, is to be followed by others in B`
    aside = not p.korean and _WITH_ITS.search(reading.folded, p.last, place.start)
    if aside and _STILL_SO.match(reading.folded, place.end):
        return True  # `broke ground on two hospitals, with work in Kusong delayed`
    if p.korean and _BREAK.search(reading.text, p.last, place.start):
        return True
    if not p.korean and _does_something_itself(read, p, place):
        return True
    if not p.korean and group.end <= p.first and any(0 <= g.start - place.end <= 2 for g in read.groups):
        return True  # `several plants have been built, and the Unsan paper factory is one of them`
    own = any(s.end <= p.first and not s.role for s in read.sites)
    if p.korean and p.kind == "noun" and own and AT_CEREMONY.match(reading.text, p.end):
        return True
    describes = p.korean and (p.kind == "noun" or p.aspect in ("adjunct", "ongoing"))
    if describes and _ends_before(read, p, place):
        return True
    if not p.korean and (
        _is_behind_another_clause(read, p, place) or _is_in_a_clause_behind(reading, read, p, place)
    ):
        return True
    if describes or not own:
        return False
    if p.korean:
        return True
    behind = [q for q in read.predicates if q.kind == "verb" and q.first >= place.end]
    if place.led in ("in", "at") and _AND_IN.search(reading.folded, p.last, place.start):
        return bool(behind) and any(place.end <= g.start < behind[0].first for g in read.groups)
    return place.led in ("", "and") and any(q.first - place.end <= 12 for q in behind)


_SUBORDINATE = Pattern(
    r"(?:[^,;]{0,30}\b)?(?:before|after|when|while|since|because|although|as soon as|until) [^,;]{0,80}",
    re.IGNORECASE,
)


def _is_behind_its_clause(reading: Reading, read: SentenceReading, p: Predicate, place: Sites) -> bool:
    """Whether a clause that opens the sentence ends before a place: `after it was opened, A was ...`."""
    comma = reading.folded.find(",", p.last, place.start)
    return comma >= 0 and _SUBORDINATE.fullmatch(reading.folded, read.sentence.start, p.first) is not None


def _is_behind_another_clause(read: SentenceReading, p: Predicate, place: Sites) -> bool:
    """Whether another clause, that is whole, has a place: `a mill was opened in A, a farm is rising in B`."""
    own = next((s.end for s in read.sites if p.last <= s.start < place.start and s.led in ("in", "at")), None)
    return own is not None and any(
        own <= g.start and g.end <= q.first and q.last <= place.start and q.kind in ("verb", "state")
        for g in read.groups
        for q in read.predicates
    )


def _is_in_a_clause_behind(reading: Reading, read: SentenceReading, p: Predicate, place: Sites) -> bool:
    """Whether the verb of a later clause has a place: `opened on Monday, a day after a school rose in B`."""
    comes = p.kind == "noun" and _COMES_AFTER.match(reading.folded, p.last) is not None
    return any(
        q.kind == "verb"
        and q.aspect == "done"
        and p.last <= q.first
        and q.last <= place.start
        and (comes or place.start <= q.last + _ITS_OWN_PLACE)
        and _LATER_CLAUSE.search(reading.folded, p.last, q.first) is not None
        for q in read.predicates
    )


def is_in_a_subclause(reading: Reading, read: SentenceReading, place: Sites) -> bool:
    """Whether a place stands behind the verb of a clause that has a subject of its own."""
    return any(
        q.kind == "verb"
        and q.aspect == "done"
        and q.last <= place.start
        and _LATER_CLAUSE.search(reading.folded, read.sentence.start, q.first) is not None
        for q in read.predicates
    )


_COMES_AFTER = Pattern(r"(?: ceremony)? (?:comes?|came|follows|followed|is coming)\b")
"""Behind a noun of what is reckoned from something else: `the opening comes a day after`."""
_ITS_OWN_PLACE = 12
"""Code points between a verb and the place right behind it."""
_LATER_CLAUSE = Pattern(
    r"\b(?:after|before|when|while|as) (?:the |an? )?(?!(?:it|they|he|she|ground|work|construction) )"
    r"(?:[\w'’-]+ ){1,6}$"
)
"""Before the verb of a clause that has a subject of its own."""


def _does_something_itself(read: SentenceReading, p: Predicate, place: Sites) -> bool:
    """Whether a place is the subject of the next clause: `opened in A, and B got a complex`."""
    inside = any(p.last <= s.start < place.start and s.led in ("in", "at") for s in read.sites)
    return (
        inside
        and place.led in ("", "and")
        and any(q.kind == "verb" and 0 <= q.first - place.end <= 12 for q in read.predicates)
    )


def _ends_before(read: SentenceReading, p: Predicate, place: Sites) -> bool:
    """Whether the clause of a Korean noun or description ends before a place: 준공식이 열렸고 연탄군 ..."""
    return any(
        q.kind == "verb" and q.aspect in ("link", "done") and p.last <= q.start and q.last <= place.start
        for q in read.predicates
    )


def _is_of_the_clause_before(read: SentenceReading, p: Predicate, place: Sites) -> bool:
    own = [s.start for s in read.sites if place.end <= s.start < p.first and (p.korean or not s.led)]
    return any(
        q.kind == "verb"
        and place.end <= q.first
        and q.last <= own[-1]
        and q.aspect not in ("adjunct", "noun")
        for q in (read.predicates if own else ())
    )


def _has_its_own_behind(
    reading: Reading, read: SentenceReading, p: Predicate, group: Group, place: Sites
) -> bool:
    """Whether a clause names its place behind its verb: `B are rising in C, and a mill is rising in D`."""
    own = any(p.last <= s.start <= p.last + 16 and s.led in ("in", "at", "near") for s in read.sites)
    if own and group.end <= place.start and _SET_ASIDE.fullmatch(reading.folded, group.end, p.first):
        return True
    nearer = any(place.end <= s.start and s.end <= p.first and s.led in ("in", "at") for s in read.sites)
    if (own or nearer) and _SUBORDINATE.fullmatch(reading.folded, read.sentence.start, place.start):
        return place.end <= group.start
    if own and _THE_DAY.search(reading.folded, place.end, max(place.end, group.start)):
        return True
    if p.korean or not place.end <= group.start < p.first or read.groups[0] is group:
        return False
    told = any(q.kind in ("verb", "state") and q.last <= place.start for q in read.predicates)
    return own and told and _CLAUSE_BEFORE.search(reading.folded, place.end, group.start) is not None


_SET_ASIDE = Pattern(r"[^,;]{0,50}, (?:whose|where|(?:(?:on|for|of|in) )?which) [^;]{4,140}, ")
"""Between a facility and its verb: a clause with a place of its own, `the farm, which Kim saw in A, was`."""
_WITH_ITS = Pattern(
    r", (?:with|leaving) (?:(?:only|just|the|its) )?(?:[\w'’-]+ ){0,4}(?:(?:in|at|of|on|for) )?(?:the )?$"
)
_STILL_SO = Pattern(
    r"(?: county| city| district)?(?: hospital| factory)? (?:still |yet |not |only )*"
    r"(?:to be|to come|to go|due|\w+ed|under \w+|behind|next|on hold|incomplete|pending)\b"
)
"""Around a place in words that only add how things stand there."""
_TO_FOLLOW = Pattern(r"\b(?:to|will) (?:\w+ )?be (?:\w+ )?followed by\b")
_THE_DAY = Pattern(r", (?:on )?(?:the )?(?:same )?day (?:that |when |on which )?(?:the |an? )?$")
_CLAUSE_BEFORE = Pattern(r",? (?:and|while|but)\b|[;,]")
_BREAK = Pattern(r"…|\.\.|[·;]|(?:곳|군|시|구역|등)(?:이고|이며|이였고|이었고|였고|였으며)[, ]")
_AND_IN = Pattern(r"[,;] (?:and|while|but) (?:in|at) $")


def _is_of_the_capital(reading: Reading, group: Group) -> bool:
    """Whether a facility bears the name of Pyongyang, and so lies in none of the counties around."""
    behind = bisect_left(reading.mentions, group.start + 1, key=lambda mention: mention.start)
    return any(
        m.place is not None
        and m.place.pcode == CAPITAL
        and 0 <= group.start - m.end <= 24
        and NAME_BETWEEN.fullmatch(reading.text, m.end, group.start)
        for m in reading.mentions[max(0, behind - 3) : behind]
    )


def _is_a_farm_elsewhere(reading: Reading, group: Group) -> bool:
    """Whether a Korean farm has a name that no place of the text goes with: 중평온실농장 in news of Hamju."""
    name = _FARM_NAME.search(reading.text, max(0, group.start - 5), group.start)
    if name is None or group.facilities[0].group not in ("greenhouse_farm", "offshore_farm"):
        return False
    behind = bisect_left(reading.mentions, group.start, key=lambda mention: mention.start)
    if any(m.end >= group.start for m in reading.mentions[max(0, behind - 2) : behind]):
        return False
    called, at = reading.text[name.start() : group.end], -1
    for _ in range(_MOST_CALLED):
        if (at := reading.text.find(called, at + 1)) < 0:
            break
        number = bisect_right(reading.sentences, at, key=lambda read: read.sentence.start) - 1
        if number >= 0 and _goes_with_a_place(reading, reading.sentences[number], at + len(called)):
            return False
    return True


def _goes_with_a_place(reading: Reading, read: SentenceReading, end: int) -> bool:
    """Whether a sentence tells where the facility lies that ends at `end`."""
    named = [g for g in read.groups if g.end == end]
    only = len(read.groups) == 1 and any(not sites.role for sites in read.sites)
    return bool(named) and (only or owner_of(reading, read, named[0]) is not None)


_FARM_NAME = PhrasePattern(r"(?<![가-힣])(?!{common ko})[가-힣]{2,3}(?<![군시리도의형적인])$")
_MOST_CALLED = 8
"""So often is a name looked for beside a place."""
_CAPITAL = Pattern(r"(?<![.!?] )\b([A-Z][a-z]{3,}(?:-[a-z]+)?) (?:[A-Z][a-z]+ ){0,2}$")
_ORDINARY = frozenset(
    "County City District Modern New Regional Local Large Combined Vegetable General First Second Third "
    "Province North South Pilot This That These Those The Their Such And With For Offshore Leisure Korea "
    "Korean Party State People Pyongyang".split()
)


def bears_a_name(reading: Reading, group: Group) -> bool:
    """Whether a facility has a name that no place of the text bears: the `Jungphyong Greenhouse Farm`."""
    if group not in reading.named:
        reading.named[group] = _bears_a_name(reading, group)
    return reading.named[group]


def _bears_a_name(reading: Reading, group: Group) -> bool:
    start, text = group.start, reading.text
    first = group.facilities[0]
    if "가" <= text[first.head] <= "힣":
        return _is_a_farm_elsewhere(reading, group)
    if first.vague or not text[first.head].isupper() or reading.is_headline(group.sentence):
        return False
    found = _CAPITAL.search(text[max(0, start - 30) : start])
    if not found or found[1] in _ORDINARY:
        return False
    behind = bisect_left(reading.mentions, start + 1, key=lambda mention: mention.start)
    near = reading.mentions[max(0, behind - 3) : behind]
    return not any(m.end <= start + 1 and start - m.end < 16 for m in near)
