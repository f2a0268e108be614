"""Facilities as a sentence lists them, and those with a name of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from geo.events.facilities import Facility
from geo.events.phrases import PhrasePattern
from geo.events.places import Sites
from geo.events.predicates import Predicate
from geo.text import Pattern


@dataclass(slots=True, eq=False)
class Group:
    """Facilities that a sentence names as one list; they share their fate."""

    facilities: tuple[Facility, ...]
    start: int
    end: int
    sentence: int
    chain: tuple[int, int] | None = None
    """Start and end of the list of facilities, each with a place of its own, that it is one of."""

    @property
    def reach(self) -> tuple[int, int]:
        """Start and end of all that shares its fate."""
        return self.chain or (self.start, self.end)

    @property
    def tells(self) -> bool:
        """Whether it says what its facilities are, be it only that they are projects."""
        return any(not f.vague or f.group == "projects" for f in self.facilities)


_PART_OF = PhrasePattern(
    r"\b(?!{no part}|{stands for it}|{person before}|{lodging})[a-z]+ of"
    r" (?:the|its|their|an?) (?:[\w-]+ ){0,3}$"
)
_THEN = Pattern(r"(?! (?:that|which)\b).{0,12}|,? (?:in|of|at) [\w' -]{2,40} ")
"""Between a facility and the verb that follows it."""
_MADE = frozenset({"finish", "build", "appear"})


def find_parts(folded: str, predicates: Sequence[Predicate], groups: Sequence[Group]) -> None:
    """Mark what finishes only a part: `the pools of the offshore farm have been completed`."""
    for one in predicates:
        if one.sense in _MADE and one.kind == "verb" and not one.korean:
            before = [g.start for g in groups if _THEN.fullmatch(folded, g.end, max(g.end, one.first))]
            if before and _PART_OF.search(folded, max(0, before[-1] - 60), before[-1]):
                one.companions.add("part")


_NAMED = Pattern(r"(?:[A-Z][\w'’-]+ )$|(?<![가-힣])[가-힣]{2,12}$")
_COMMON = PhrasePattern(r"{common en} $|{common ko}(?<![가-힣][새이그각])$")


_COMBINED = frozenset({"", "종합", "련합", "combined ", "Combined ", "general ", "General "})
"""What may stand between a name and its factory."""


def with_names(text: str, facilities: Sequence[Facility], ends: Collection[int]) -> tuple[Facility, ...]:
    """
    Facilities of which a bare factory with a name that is no place's is one of its own: `Myongsin Factory`;
    what only sums up those before it is left out.

    `ends` are the ends of the places that the text names.
    """
    kept: list[Facility] = []
    for one in facilities:
        generic = one.group == "generic"
        sums_up = (generic or (one.group, one.goods) == ("regional_industry", "")) and kept
        if sums_up and _SUMS_UP.fullmatch(text, kept[-1].end, one.start):
            if not generic:
                _are_regional(kept)
        else:
            kept.append(one._replace(group="other") if generic and _bears_a_name(text, one, ends) else one)
    return tuple(kept)


def _are_regional(listed: list[Facility]) -> None:
    """Make factories for everyday goods at the end of a list those of regional industry, as it is told."""
    for at in range(len(listed) - 1, -1, -1):
        one = listed[at]
        if one.goods:
            listed[at] = one._replace(group="regional_industry", goods="")
        if at and one.start - listed[at - 1].end > _SUMMED:
            break


_SUMMED = 30
"""Code points between factories of a list that a word sums up."""
_SUMS_UP = Pattern(
    r"들?(?: ?등|[을를] (?:비롯한|포함한|망라한)) (?:[가-힣\d,]{1,8} ){0,3}"
    r"|,? (?:and|or) (?:many |some |several )?other (?:(?!regional|local)[\w-]+ ){0,2}"
)
"""Between a factory and what it is one of: 옷공장 등 수십개 공장이, `the winery and other factories`."""


def _bears_a_name(text: str, one: Facility, ends: Collection[int]) -> bool:
    at = one.start
    before = text[max(0, at - 24) : at]
    if text[at : one.head] not in _COMBINED or not _NAMED.search(before) or _COMMON.search(before):
        return False
    if "가" <= text[at] <= "힣":
        return not any(at - gap in ends and _ITS_TYPE.fullmatch(text, at - gap, at) for gap in range(4))
    singular = not text.startswith("s", one.end - 1)
    return singular and text[at].isupper() and not any(at - gap in ends for gap in range(4))


_ITS_TYPE = Pattern(r"(?:시|군|구역|읍)?(?:의|안의|내)? ?")
"""Between a place and a factory that has no other name."""


_THOSE = Pattern(
    r"(?P<it>t(?<=\bt)h(?:ose|e (?:first |second |third |other |latest |newest |next )?ones?|at(?= of| in)"
    r"|e (?:first|second|third|other|latest)(?= in| at|, in|, at|(?: was| has been)? [a-z]+ed in| went)))"
    r"(?:,|(?: that| which)?(?: he| kim| kim jong[ -]un| they)?"
    r"(?:(?: was| has been| had)? (?:[a-z]+ed|built|begun)| went[a-z ]{0,20}))?"
    r"(?:(?<=ed|lt|un) (?:(?:on|in|last|early|late) )+\w+(?: \d{1,2})?(?:,? (?:(?:last|this) year|\d{4}))?)?"
    r" (?:of|in|at) (?:the (?:[\w-]+ ){0,3}(?:city|county|town) of |the |nearby |neighbou?ring )?"
)


_ANOTHER = PhrasePattern(
    r"\b(?P<it>another|one more|a (?:second|third|fourth|further|similar) one|a (?:second|third|fourth)"
    r"|its (?:(?:newest|latest|next|second|third) one|counterpart)|(?:{number en}|several) (?:more|others))"
    r"(?:, [^,.;]{4,40},)?"
    r"(?:(?: {auxiliary}){1,2}(?: [a-z]+(?:ed|ing|ilt|ten))?(?: (?:up|under way|complete))?"
    r"| (?:{auxiliary} )?under construction| [a-z]+(?:ed|an|ose))?,? (?:in|at) (?:the )?"
)


_POINTS = Pattern(r"\b(?:as|than|like|to|with|and|of|from|after|on|or|by|at) $|\bunlike [^;.]{4,70}, $")
"""Before `that in Anak`: it is no conjunction, as in `reported that in Anak`."""
_OWN = Pattern(
    r"\b(?:its|their) own\b(?= (?:on|in|at|last|this|yesterday|the)\b|[.,;])"
    r"|\b(?:its (?:successor|replacement)|a new one)\b(?=,| (?:is|was|has|had|opened|rose|went)\b)"
)
"""What a place has, or gets, of the kind that was named: `its own`, `its successor`."""


_ONE = Pattern(r"\b(?<!another )(?<!no )(?<!each )(?<!this )(?<!that )one (?=(?:is|was|has|had|will)\b)")
"""One of the kind that was named, right behind a place: `in Singye County one is planned`."""


_SAME = Pattern(r"(?<![가-힣])같은 (?=(?:공사|건설|작업|현대화|개건)(?:[가이는은도를을]|공사) )")
"""Works of the kind that was named: 홍원군에서는 같은 공사가 계속되고있다."""


_PLACE = 40
"""Code points from the start of a place to what stands right behind it."""


def with_those(folded: str, facilities: tuple[Facility, ...], places: Sequence[int]) -> tuple[Facility, ...]:
    """
    Facilities, and the pronouns that stand for those named before: `those in Cholwon`.

    `places` are the starts of the places that the text names: one has to follow, in Korean to go before.
    """
    found = [
        Facility(match.start(), match.end("it"), "same", "", match.start())
        for match in (*_THOSE.finditer(folded), *_ANOTHER.finditer(folded))
        if match["it"] != "that" or _POINTS.search(folded, max(0, match.start() - 80), match.start())
        if bisect_left(places, match.end()) != bisect_right(places, match.end())
    ]
    found += [
        Facility(one.start(), one.end() - 1, "same", "", one.start())
        for one in _ONE.finditer(folded)
        if (before := bisect_left(places, one.start())) and one.start() - places[before - 1] <= _PLACE
    ]
    found += [Facility(own.start(), own.end(), "same", "", own.start()) for own in _OWN.finditer(folded)]
    if "같은 " in folded:
        starts = [same.start() for same in _SAME.finditer(folded)]
        found += [Facility(at, at + 2, "same", "", at) for at in starts]
    return tuple(sorted([*facilities, *found])) if found and facilities else facilities


_PRONOUN = PhrasePattern(r"(?:another|one more|those|that|the|a|its counterpart|several|{number en})\b")


def points_behind(folded: str, group: Group) -> bool:
    """Whether facilities are but a pronoun with its place behind it: `those in Anak`, `another in Usi`."""
    return all(f.group == "same" and _PRONOUN.match(folded, f.start) for f in group.facilities)


_LISTED = PhrasePattern(
    r"[”\"’]?,? {and en} (?:{determiner} )?[“\"‘]?(?:\w+ ){0,3}|, (?:an? |the )?(?:\w+ ){0,2}"
    r"|, (?:an? |the )?(?:[\w-]+ ){0,6}?{other item},? {and en} (?:{determiner} )?(?:\w+ ){0,2}"
)
"""Between facilities of one list, also past an item that is none: `a hospital, a science hall and a mill`."""
_LISTED_KO = PhrasePattern(r"[·ㆍ,、/] ?(?:\S+ )?|들?{and ko} ?(?:\S+ ){0,2}")
_FURTHEST = 60
"""Code points between two facilities of one list."""


def groups_of(
    folded: str, facilities: Sequence[Facility], sites: Sequence[Sites], number: int
) -> list[Group]:
    """The facilities of a sentence in lists, without those that only say where projects are."""
    groups: list[Group] = []
    for one in facilities:
        last = groups[-1] if groups else None
        between = last is not None and any(last.end <= s.start < one.start for s in sites)
        if (
            last
            and not between
            and _is_listed(folded, last, one)
            and not _has_its_own(folded, last, one, sites)
        ):
            last.facilities, last.end = (*last.facilities, one), one.end
        else:
            groups.append(Group((one,), one.start, one.end, number))
    for group in groups:
        _join_goods(group)
    _chain(folded, groups, sites)
    if len(groups) > 1 and any(f.group == "projects" for f in facilities):
        return [group for group in groups if not _is_location(folded, group, sites)]
    return groups


_CHAINED = PhrasePattern(
    r"(?:\([가-힣]{2,5}\))?(?:[ ,·_]|\b{in one breath en}\b|'s|들?[이가은는을를]?(?=, )|{in one breath ko})*"
    r"(?:(?<=, )_?[가-힣]{2,12}(?<![은는이가을를도며고서]), _?)*"
    r"(?:(?:[가-힣]{2}[남북]?도|평양시|남포시)(?:의|안의|에서는?)? _?)?(?:(?<=_)[가-힣]{1,8})?"
)
"""Between facilities that each have a place of their own; a place is written as `_`: `_고려약`."""
_EACH = Pattern(
    r"들?(?:에서[는도]?|은|는) [^._]{1,50}(?<!식)(?<!공사)(?<!건설)(?<!작업)[이가을를], "
    r"(?:[가-힣]+ ){0,4}_의? ?"
)
"""Between facilities that each have goods of their own: 공장에서는 기름이, 숙천군의 공장에서는 젓갈이."""
_AND_MORE = Pattern(r"(?:, [가-힣]{3,14}(?<![은는이가을를도며고서]))+(?= 등)")
"""Behind the last facility of a list: what else stands on it, 옷공장, 은률광산 등."""
_CHAIN_GAP = 90


def _chain(folded: str, groups: Sequence[Group], sites: Sequence[Sites]) -> None:
    """Bring together what is told in one breath: `a hospital in A and a leisure complex in B`."""
    first = 0
    for number, group in enumerate(groups, 1):
        low = group.end
        high = groups[number].start if number < len(groups) else low
        between = [s for s in sites if low <= s.start and s.end <= high]
        words = _without(folded, low, high, between) if low < high < low + _CHAIN_GAP else "."
        if _CHAINED.fullmatch(words) or (between and _EACH.fullmatch(words)):
            continue
        more = _AND_MORE.match(folded, group.end)
        for one in groups[first:number] if number - first > 1 or more else ():
            one.chain = (groups[first].start, more.end() if more else group.end)
        first = number


def _without(folded: str, low: int, high: int, sites: Sequence[Sites]) -> str:
    """The words between two points with each list of places as one sign."""
    pieces = []
    for site in sites:
        pieces.append(folded[low : site.start])
        low = site.end
    return "_".join([*pieces, folded[low:high]])


def _is_listed(folded: str, last: Group, one: Facility) -> bool:
    """Whether a facility goes on a list."""
    span = last.end, one.start
    near = span[1] - span[0] < _FURTHEST
    return near and bool(_LISTED.fullmatch(folded, *span) or _LISTED_KO.fullmatch(folded, *span))


_IN = Pattern(r" (?:of|in|at) (?:the )?")


def _has_its_own(folded: str, last: Group, one: Facility, sites: Sequence[Sites]) -> bool:
    """Whether a facility has a place of its own: `the Anak Shoe Factory and the hospital of Sinwon`."""
    named = any(0 <= last.start - s.end <= 2 for s in sites)
    return named and any(one.end <= s.start and _IN.fullmatch(folded, one.end, s.start) for s in sites)


def _join_goods(group: Group) -> None:
    """Several factories for everyday goods are one set of regional-industry factories."""
    several = any(f.group == "regional_industry" for f in group.facilities)
    if several or len({f.goods for f in group.facilities} - {""}) > 1:
        group.facilities = tuple(
            f._replace(group="regional_industry", goods="") if f.goods or f.group == "paper_mill" else f
            for f in group.facilities
        )


_ZONE = Pattern(r"지구|지역|일대| (?:area|zone|district|farm district)\b")
_IN_AREA = Pattern(r"\b(?:in|at)(?: the)?(?: area of(?: the)?)? $")


def _is_location(folded: str, group: Group, sites: Sequence[Sites]) -> bool:
    """Whether a facility only says where projects are: `in the Sinuiju Greenhouse Complex`, 온실농장지구."""
    if any(f.vague for f in group.facilities):
        return False
    if _ZONE.match(folded, group.end) or any(s.start < group.start and group.end <= s.end for s in sites):
        return True
    named = next((s.start for s in sites if 0 <= group.start - s.end <= 2), None)
    return named is not None and _IN_AREA.search(folded[max(0, named - 24) : named]) is not None
