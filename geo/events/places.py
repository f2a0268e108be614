"""Where something can happen: counties, cities and wards of a sentence, in lists, with their part in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.events.facilities import Facility
from geo.events.phrases import PhrasePattern, is_headline
from geo.models import Mention
from geo.places import SPECIAL_CITIES, load_gazetteer
from geo.text import Pattern, Sentence

CAPITAL = "KP10"
"""Pyongyang: what bears its name, such as its General Hospital, serves the country and is no county's."""


@dataclass(slots=True, eq=False)
class Sites:
    """Places that a sentence names as one list; they share their fate."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    role: str = ""
    """What the words around say against it: person, away, denied, dateline, participant; else empty."""
    led: str = ""
    """The preposition before it, or the particle behind it."""
    sentence: int = -1


def place_key(mention: Mention) -> str:
    """What two mentions of one place share: the county's P-code, else the candidates or the name."""
    if mention.place:
        return mention.place.county_pcode or mention.place.pcode
    return "|".join(place.pcode for place in mention.candidates) or f"?{mention.surface.lower()}"


def same_places(one: Sites, other: Sites) -> bool:
    """Whether two lists name the same places."""
    return {place_key(m) for m in one.mentions} == {place_key(m) for m in other.mentions}


def is_province(mention: Mention) -> bool:
    """Whether a mention is of a province, rather than of a county or a special city."""
    return (
        mention.place is not None and mention.place.level == 1 and mention.place.pcode not in SPECIAL_CITIES
    )


def is_site(mention: Mention) -> bool:
    """Whether a mention is of the level that the map shows."""
    if mention.outcome == "foreign":
        return False
    if mention.outcome == "ambiguous":
        return any(place.level == 2 for place in mention.candidates)
    if mention.outcome == "unknown":
        return mention.type_word in ("county", "city", "ward")
    place = mention.place
    return place is not None and (place.level >= 2 or place.pcode in SPECIAL_CITIES)


_BETWEEN = PhrasePattern(
    r"(?:[\s,;·ㆍ/、()]*{between places}(?![a-z])){0,4}(?:[\s,·ㆍ、]+the city of)?[\s,;·ㆍ/、()]*"
)
_DESCRIBED = Pattern(
    r"(?:시|군|구역)?(?:과|와|,) (?:[가-힣]+,? ){1,4}?(?:있는|위치한|접한|알려진|이름난|유명한) "
)
"""Between places of a list of which the second one is described: 송화군과 광산이 있는 무산군."""
_PERSON_BEFORE = PhrasePattern(
    r"{person before}(?: \w+)? (?:of|in|from|at|for) (?:the )?(?:city of |county of )?$"
)
_PERSON_AFTER = PhrasePattern(
    r"(?:'s)?(?: (?:county|city|provincial|municipal|district|province))? ?"
    r"(?:(?:party|people's|wpk) )*{person behind en}\b|(?:안의|내|의)? ?{person behind ko}|{committee}"
    r"|[을를] (?:비롯한|포함한) (?:[가-힣]+ ){0,3}{person behind ko}"
)
_OF_THE_PEOPLE = PhrasePattern(
    r"(?: county| city)? people's (?:hospital|poly ?clinic|clinic|factory)| based (?:[a-z]+ ){0,3}?{maker}\b"
)
_AWAY_BEFORE = PhrasePattern(
    r"(?:{away before}|{assembly en}(?: held| opened)? (?:in|at)|\bfrom|(?<!well )\bas in"
    r"|\bthe same (?:should|must|is to|ought to|will) (?:\w+ ){1,4}in)"
    r" (?:the )?(?:city of |county of |capital )?$"
)
_AWAY_AFTER = PhrasePattern(
    r"{example of}|(?:의|와|과|에서)? ?(?:\d+ ?)?{away behind}|{left aside}"
    r"|(?: ?[가-힣]{2,8})? 때(?:와 같은|와 마찬가지|처럼|보다)"
    r"|에서 (?:만난|만나 본|살던|온) "
    r"|에서 [^.,]{0,14}{come from} |(?: ?[가-힣]{2,6})?[을를] (?:끼고|낀|마주|바라보)"
    r"|(?:시)?(?:에서 {held ko}|의) (?:[가-힣\d]+ ){0,3}?[가-힣\d]*{assembly ko}"
)
_LISTED = Pattern(r"[과와] (?:[가-힣]{2,4}도 )?$")
_OF_A_THING = PhrasePattern(
    r"(?:의|에서|에)? (?:[가-힣]{1,12} ){0,2}[가-힣]{0,12}{other thing}(?: ?[가-힣]{1,5}){0,2}?[을를이가] "
)
"""Behind the last place of a sentence: what is there is no facility, 의주군 섬지구의 제방공사장을."""
_NEAR_IT = Pattern(
    r"\b(?:farm|factory|factories|plant|mill|hospital|center|complex|works|built|up|island|land|site|airfield)"
    r" (?:near|outside)(?: of)?"
    r" (?:the )?(?:city of |county of )?$"
)
"""A facility is where it is near: `a fish farm near Sinpho`."""
_NEAR = Pattern(r"\bnear (?:the )?(?:[\w-]+ ){0,4}?(?:(?:city|county|town) of )?$")


_ELSEWHERE = Pattern(
    r"[,;:]| (?:and|to|from|at|by|after|before|when|while|which|who|where|camped|stationed|based) "
)


def _is_near(folded: str, text: str, start: int, group: Sites, heads: Sequence[int]) -> bool:
    """Whether a facility is told to lie near the only place of its sentence: `a farm on an isle near Usi`."""
    near = _NEAR.search(folded, max(start, group.start - 50), group.start)
    last = max((head for head in heads if near and start <= head < near.start()), default=-1)
    return near is not None and last >= 0 and not _ELSEWHERE.search(folded, last, near.start())


_BUILDERS_IN = Pattern(
    r"\b(?:builders?|soldiers|units?|regiments?|troops|brigades?|battalions?|workers|employees)"
    r"(?: (?:deployed|dispatched|sent|assigned|stationed|working|at work))? (?:in|to) (?:the )?$"
)
"""Who builds or works somewhere is at work there."""
_DONE_THERE = Pattern(
    r"\b(?:ones?|those) (?:\w+ly )?(?:opened|inaugurated|completed|finished|built|begun|erected)"
    r" (?:in|at) (?:the )?$"
)
"""Before a place that something is likened to: what was done there, `larger than the one opened in`."""
_BORDER = Pattern(r"\bborder (?:city|county|town|area|region) of (?:the )?$")
_THERE = Pattern(
    r"준공을 (?:[가-힣]+ )?(?:경축|축하)|"
    r"\b(?:built|constructed|erected|opened|inaugurated|factor(?:y|ies)|hospital|farm|plant) there\b"
)
_FROM = Pattern(r"\bfrom (?:the )?$")
_COMPARED_AFTER = PhrasePattern(
    r"(?:(?!(?:[은는도이가에]|에서|에는) |,)[가-힣 ]){0,16}?{compared behind}"
    r"|[^.,;]{0,40} (?:was|were|being) the first\b"
)
_COMPARED_BEFORE = PhrasePattern(
    r"\b{compared before} (?:(?:the {the one}|that|those) (?:in|at|of) )?(?:the )?"
    r"(?:(?:counties|cities) of )?$"
)
LIKENED = PhrasePattern(r"[가-힣 ]{0,16}?(?:{likened}|보다(?! ?(?:[가-힣\d]+ ){0,2}(?:먼저|늦|앞서|빨)))")
"""Behind a place: what lies there is only what something is measured by, 강동군병원보다 큰 병원."""
_LIKE_ANOTHER = Pattern(r" ?[가-힣]{0,8}(?:병원|공장|농장|봉사소|사업소)(?:과|와) (?:똑)?같은 ")
"""Behind a place: one like its own stands elsewhere, 구성시 병원과 같은 병원이."""
_WHERE_AFTER = PhrasePattern(
    r"(?: county| city| district)?(?:, {its land})?,?"
    r" (?:where|whose|(?:which|that) (?:was|were|has|had|opened)"
    r"|(?:inaugurated|opened|completed|built|finished) (?:on|in|last|this|a)"
    r"|(?:(?:to )?(?:celebrat|mark)(?:e|ing)?) the (?:re ?)?(?:opening|inauguration|completion))\b"
)
"""Behind a place that something is measured by: what happened there is told, too."""
_DENIED_BEFORE = Pattern(
    r"\b(?:not|rather than|instead of|besides|not include|excluding|except|except for|apart from)"
    r"(?: the one| that| those)?(?: in| at| of| for)? $"
    r"|\bunlike (?:(?:the|that|those|its|their) )?(?:[\w-]+ ){0,3}(?:in|at|of) (?:the )?$"
)
_DENIED_AFTER = PhrasePattern(
    r"[가-힣 ]{0,16}[을를] {surpass}"
    r"|[가-힣]{0,12}(?:[과와]는? (?:별개로|달리)|의 (?:경험|본보기)[을를]) |[이가] {is not ko}"
    r"|에서(?:는|만은)? ?(?:아직 ?)?{take place}지 ?[않못]| {is not en}(?: yet)?(?=[.,;])"
    r"| (?:county |city |district )?(?:{is not en} (?:among|one of|part of|on the list)|{left out})\b"
)
_BEHIND = Pattern(r"\b(?:after|following|like|unlike|besides|apart from) (?:the )?$")
"""Before a place that a comma sets apart from the next one: `after Songchon County, Jaeryong has ...`."""
NAME_BETWEEN = Pattern(r"[ -]?(?:[A-Z][\w’'-]+ ){0,3}|시? ?|시?[가-힣]{1,8}")
_SOUTH = Pattern(
    r"[^.;:]{0,34}\b(?:(?:south korea|rok|republic of korea)\b(?!n|'s)"
    r"|(?:the )?south(?:ern side)? of the border\b(?! with))"
)
_SOUTH_BEFORE = Pattern(r"(?:남측|남한|한국|우리측|남쪽|국내)(?:의|에서는|에서)? (?:[가-힣]+ ){0,2}$")
_DATELINE_AFTER = Pattern(
    r"(?:, (?:north|south) \w+(?: province)?(?=,))?(?:,? (?:[a-z]{3,9}\.? )?\d|, *[a-z]{3,9}\.? \d)"
    r"| ?\d+월|\s*[-–—]{1,2} |\s*=| /|\s*\([^)]{0,30}(?:kcna|yonhap|news|통신|뉴스)"
)
_WITH_PROVINCE = Pattern(r"[와과] ?[가-힣]{2,5}도(?= ?[가-힣]*들)")
"""A province that shares what stands behind it: 함흥시와 함경남도인민들."""
_LED = PhrasePattern(r"\b({leads})(?: the)?(?: city of| county of)? $")
_PARTICLE = PhrasePattern(r"(?:시|군|구역|읍)?({particle})")


def sites_of(
    folded: str,
    text: str,
    inside: Sequence[Mention],
    facilities: Sequence[Facility],
    sentence: Sentence,
    alone: bool,
) -> list[Sites]:
    """
    The lists of places in a sentence; `inside` are its mentions, `facilities` what it names that is built.

    A special city counts only where it bears a facility, is `alone` or stands for itself.
    """
    groups: list[Sites] = []
    heads = [one.start for one in facilities]
    headline = sentence.is_title or is_headline(text[sentence.start : sentence.end])
    for mention in inside:
        if not is_site(mention) or not (
            alone
            or not _is_special(mention)
            or any(_bears(text, mention, head) for head in heads)
            or _stands_for_itself(text, inside, mention, sentence.start)
        ):
            continue
        if _is_within_a_name(text, inside, mention, heads):
            continue
        last = groups[-1] if groups else None
        area = _end_of_area(folded, last, facilities) if last else 0
        gap = _gap(folded, inside, max(last.end, area), mention.start) if last else None
        if (
            last
            and gap is not None
            and (_BETWEEN.fullmatch(gap) or _DESCRIBED.fullmatch(gap))
            and not _is_set_apart(folded, sentence, last, gap, mention.end)
            and not (gap.strip() == "에" and LIKENED.match(text, mention.end))
            and not _has_its_own_verb(folded, last, gap, mention.end)
            and not (_NEXT.search(gap) and any(_bears(text, mention, head) for head in heads))
        ):
            last.end, last.mentions = mention.end, (*last.mentions, mention)
        else:
            groups.append(Sites(mention.start, mention.end, (mention,), sentence=sentence.number))
    for group in groups:
        bears = any(_bears(text, group.mentions[-1], head) for head in heads)
        _play(folded, group, sentence.start, sentence.end, alone, bears)
        if group.role == "away" and len(groups) == 1 and _is_near(folded, text, sentence.start, group, heads):
            group.role = ""
        final = _LISTED.search(folded, max(sentence.start, group.start - 12), group.start) and not any(
            head >= group.end for head in heads
        )
        if not group.role and text.endswith("관광지구", group.start, group.end):
            group.role = "away"
        if not group.role and not headline and _names_another(text, group, heads):
            group.role = "away"
        if not group.role and final and _OF_A_THING.match(folded, group.end, sentence.end):
            group.role = "away"
    return groups


_NAME = Pattern(
    r"(?: (?!{})[A-Z][\w’'-]+)+".format(
        "(?:County|City|District|Municipality|Province|Area|Region|Township|Town|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
        "|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Kim|North|South|DPRK|KCNA)"
    )
)


_AND = Pattern(r"\W*,? (?:and|while)(?: the (?:city|county) of)? ")
_DOES = PhrasePattern(r"(?: county| city)? (?:also |now |has |had |will )?{place does}\b")


_IS = Pattern(r"(?: county| city)? (?:is|was|still|awaits?|waits?|needs?|lacks?)\b")
"""Behind a place that begins the next clause, where a comma stands before it."""


def _has_its_own_verb(folded: str, last: Sites, gap: str, end: int) -> bool:
    """Whether a place begins the next clause: `hospitals were opened in A, and B got a complex`."""
    inside = _INSIDE.search(folded, max(0, last.start - 24), last.start) is not None
    does = _DOES.match(folded, end) or ("," in gap and _IS.match(folded, end))
    return inside and _AND.fullmatch(gap) is not None and bool(does)


_INSIDE = Pattern(r"\b(?:in|at) (?:the )?(?:city of |county of )?$")
_NEXT = Pattern(r" the $|\band in (?:the )?$")
"""Between places of which the second one bears a facility: `in A, and in B factories were opened`."""


def _names_another(text: str, group: Sites, heads: Sequence[int]) -> bool:
    """Whether a place is the first word of a name that is no facility's: the `Tanchon Power Station`."""
    name = _NAME.match(text, group.end)
    at_farm = name and name[0].endswith(" Farm") and group.led == "at"  # `opened at the Kosan Fruit Farm`
    return name is not None and not at_farm and not any(group.end <= head <= name.end() + 1 for head in heads)


_FIRST_WORD = Pattern(r"\b([A-Z][a-z]+) $")


def _is_within_a_name(text: str, inside: Sequence[Mention], mention: Mention, heads: Sequence[int]) -> bool:
    """Whether it is the second word of a facility's name, so no place: `the Sinuiju Rangnim Tyre Factory`."""
    if mention.type_word or not any(_bears(text, mention, head) for head in heads):
        return False
    before = next((m for m in inside if m.end == mention.start - 1 and text[m.end] == " "), None)
    if before is not None:
        apart = before.place is not None and before.place.level > 1 and not before.type_word
        return apart and place_key(before) != place_key(mention)
    first = _FIRST_WORD.search(text, max(0, mention.start - 24), mention.start)
    return first is not None and first[1].lower() in load_gazetteer().by_form


def _is_set_apart(folded: str, sentence: Sentence, last: Sites, gap: str, end: int) -> bool:
    """Whether a comma sets the last place apart: `after Songchon County, Jaeryong has ...`."""
    apart = "," in gap and _BEHIND.search(folded, sentence.start, last.start) is not None
    return apart and not _LIST_ENDS.match(folded, end)


_LIST_ENDS = Pattern(
    r"(?:,(?: and)? [\w'’-]+(?: county| city)?)*,? and [\w'’-]+(?: counties| county| cities| city)?[.;]"
)
"""Behind a place of a list that ends its clause: `..., following Kangdong, Ryonggang and Kusong.`"""


def _bears(text: str, mention: Mention, head: int) -> bool:
    """Whether a facility has the name of a place: `Wonsan Shoe Factory`."""
    if place_key(mention) == CAPITAL:
        return False
    return 0 <= head - mention.end <= 40 and NAME_BETWEEN.fullmatch(text, mention.end, head) is not None


_AREA_OF = Pattern(r"\barea of (?:the )?$")
_ZONE = Pattern(r"(?:지구|지역|일대)(?=[와과,])")
_AND_MORE, _IN_IT = Pattern(r",? (?:and )?[a-z]"), Pattern(r"\b(?:in|at) (?:the )?$")


def _end_of_area(folded: str, last: Sites, facilities: Sequence[Facility]) -> int:
    """Where the name of a facility ends that only says where a place is: `in the area of X Farm and in Y`."""
    for one in facilities:
        if 0 <= one.start - last.end <= 2:
            zone = _ZONE.match(folded, one.end)
            if zone or _AREA_OF.search(folded, max(0, last.start - 16), last.start):
                return zone.end() if zone else one.end
            listed = _AND_MORE.match(folded, one.end) and any(f.group == "projects" for f in facilities)
            if listed and _IN_IT.search(folded, max(0, last.start - 10), last.start):
                return one.end  # `projects in the Sinuiju Greenhouse Complex, Kangnam County and ...`
    return 0


def _gap(folded: str, inside: Sequence[Mention], start: int, end: int) -> str | None:
    """What stands between two places, provinces taken out; None if it is long."""
    if end - start > 90:
        return None
    cut = []
    at = start
    for mention in inside:
        if (start <= mention.start and mention.end <= end and not is_site(mention)) or (
            start <= mention.start and mention.end <= end and _is_special(mention)
        ):
            cut.append(folded[at : mention.start])
            at = mention.end
    cut.append(folded[at:end])
    return _ITS_YEAR.sub("", " ".join(cut))


_ITS_YEAR = Pattern(r"\((?:(?:early|late|on|in) )?[^()]{0,20}?\d{1,4}(?:st|nd|rd|th|년|월|일)?\)")
"""Behind a place of a list: when it had its turn, `in Kangdong (2023) and Ryonggang (2024)`."""


def _is_special(mention: Mention) -> bool:
    return place_key(mention) in SPECIAL_CITIES


def _play(folded: str, group: Sites, start: int, end: int, alone: bool, bears: bool) -> None:
    """Find out the part that the words around give to a list of places; whether it `bears` a facility."""
    before = folded[max(start, group.start - 70) : group.start]
    province = _WITH_PROVINCE.match(folded, group.end, end)
    stop = province.end() if province else group.end
    after = folded[stop : min(end, stop + 40)]
    led = _LED.search(before)
    if led:
        group.led = led[1]
    elif particle := _PARTICLE.match(after):
        group.led = particle[1]
    if _SOUTH.match(after) or _SOUTH_BEFORE.search(before):
        group.role = "south"
    elif _DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after):
        group.role = "denied"
    elif _BUILDERS_IN.search(before):
        group.role = ""
    elif _PERSON_BEFORE.search(before) or (_PERSON_AFTER.match(after) and not _OF_THE_PEOPLE.match(after)):
        group.role = "" if _THERE.search(folded, group.end, min(end, group.end + 110)) else "person"
    elif _AWAY_AFTER.match(after) or (
        _AWAY_BEFORE.search(before) and not (_is_it(before, bears) or _WHERE_AFTER.match(after))
    ):
        group.role = "away"
    elif (
        _LIKE_ANOTHER.match(after)
        or _COMPARED_AFTER.match(after)
        or (_COMPARED_BEFORE.search(before) and not _WHERE_AFTER.match(after))
    ):
        group.role = "compared"
    elif not alone and group.start - start < 3 and _DATELINE_AFTER.match(after) and len(group.mentions) == 1:
        group.role = "dateline"


def _is_it(before: str, bears: bool) -> bool:
    """Whether words are no sign of elsewhere: `the border city of X`, `from the X Greenhouse Farm`."""
    if _FROM.search(before):
        return bears
    return any(pattern.search(before) for pattern in (_BORDER, _NEAR_IT, _DONE_THERE))


_LIST_GAP = 5
"""Code points between two places of a list."""


def _is_among_provinces(inside: Sequence[Mention], mention: Mention) -> bool:
    """Whether a special city is listed with provinces, so that no more is said: 강원도, 남포시, 개성시."""
    units = [m for m in inside if is_province(m) or _is_special(m)]
    at = units.index(mention)
    first, last = at, at
    while first and 0 <= units[first].start - units[first - 1].end <= _LIST_GAP:
        first -= 1
    while last + 1 < len(units) and 0 <= units[last + 1].start - units[last].end <= _LIST_GAP:
        last += 1
    return any(is_province(m) for m in units[first : last + 1])


def _stands_for_itself(text: str, inside: Sequence[Mention], mention: Mention, start: int) -> bool:
    """Whether a special city is where it happens: `in Kaesong`; no government, dateline or `X in Nampho`."""
    place = mention.place
    before = text[max(start, mention.start - 25) : mention.start]
    after = text[mention.end : mention.end + 24]
    for other in inside:
        if other is mention or other.place is None:
            continue
        near = abs(other.start - mention.start) < 80
        if place and near and other.place.level > 1 and other.place.province == place.name:
            return False
    if _is_among_provinces(inside, mention):
        return False
    if mention.start - start < 3 and re.match(r",? \w+ \d|[ ]?\d+월", after):
        return False
    opens = mention.start == start and not mention.surface.endswith("Municipality")
    if mention.type_word and not _PERSON_AFTER.match(after.lower()) and not opens:
        return True
    if "가" <= text[mention.start] <= "힣":
        return after.startswith(
            ("에 ", "에는 ", "에도 ", "에서", "시에", "의 ", "시 ")
        ) and not before.endswith("(")
    listed = (m.end for m in inside if is_site(m) and not _is_special(m))
    return (
        any(text[end : mention.start] == " and " for end in listed)
        or re.search(r"\b(?:in|at|of)(?: the)?(?: city of)? $", before, re.IGNORECASE) is not None
        or re.match(r" Municipality (?!Committee|Party)", after) is not None
    )
