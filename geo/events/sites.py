"""Which places of a sentence are where something happens, rather than who came or what lies near."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.events import vocabulary
from geo.events.records import Reader, is_province, place_key
from geo.models import Mention
from geo.places import SPECIAL_CITIES
from geo.text import Sentence

_PARTICIPANT_BEFORE = re.compile(
    r"(?:officials?|people|inhabitants?|residents?|workers?|citizens?|cadres|builders?|soldiers?"
    r"|secretar(?:y|ies)|chairm[ae]n"
    r"|members?|employees|families|women|youth|students?|natives?|teams?|delegat\w+|farmers?|experts?"
    r"|doctors|committees?"
    r"|department|head|director|troops|visitors|participants|leaders?|authorities|personnel)"
    r" (?:\w+ ){0,1}?(?:of|in|from|at|for) (?:the )?(?:(?:city|county|province|district|municipality) of )?$",
    re.IGNORECASE,
)


_PARTICIPANT_AFTER = re.compile(
    r"^(?:'s)?(?: (?:County|City|Provincial|Municipal|District|Province))? ?(?:(?:Party|People's"
    r"|WPK) )*(?:Committee|Party|government|authorities|officials"
    r"|residents|inhabitants|people\b|citizens|secretary|unification|state media|-based|time\b|say"
    r"|said|announc|-Seoul)"
    r"|^(?:시당|군당|도당|당)?(?:위원회|책임비서)|^(?:안의|내|의)? ?(?:일군|간부|주민|근로자|인민들"
    r"|시민|로동자|농장원|청년|녀성|군인|학생|대학생|연구사|과학자|기술자|전문가|교원)"
    r"|^(?:시|군|도|구역)?(?:당|인민)위원회"
    r"|^(?:을|를) ?(?:빼고|뺀|제외)"
    r"|^(?:의|와|과|에서)? ?(?:이웃|멀지 않|가까운|인접|린접|잇닿|맞닿)"
    r"|^에서 [^.,]{0,14}(?:끝낸|달려온|올라온|동원된|파견된|일하던|온) [^.,]{0,8}(?:군인|련대|려단|건설자"
    r"|돌격대|로동자)",
)


_AWAY_BEFORE = re.compile(
    r"(?:than (?:that|those|the one|the ones)(?: \w+)? (?:in|of|at)|capital(?: city)?(?:,| of)?|unlike"
    r"|like|(?<!well )as in|such as (?:those|that) in"
    r"|east of|west of|north of|south of|near|outside|from|border(?:ing)? (?:on|with)?|supplied|bound for"
    r"|(?:sent|shipped|delivered|close|next|similar|comparable) to|kilomet(?:er|re)s \w+ of|km \w+ of"
    r"|belong(?:s|ed|ing)? to (?:the )?(?:municipality|province|city) of"
    r"|modell?ed (?:on|after)|model of|example of|spirit of|experience of) (?:the )?(?:city of "
    r"|county of |capital )?$",
    re.IGNORECASE,
)


def event_places(reader: Reader, sentence: Sentence) -> tuple[Mention, ...]:
    """Counties, cities and districts where something can happen: no participants, no landmarks."""
    inside = [m for m in reader.mentions_in(sentence.start, sentence.end) if m.outcome != "foreign"]
    units = [m for m in inside if is_site(m)]
    kept = [m for m in units if not _is_aside(reader, sentence, m)]
    kept = kept or [m for m in units if _bears_facility(reader, sentence, m)]
    kept = [m for m in kept if not _among_provinces(inside, m) and not only_qualifies(reader, inside, m)]
    counties = [m for m in kept if place_key(m) not in SPECIAL_CITIES]
    if counties:
        return tuple(counties)
    return tuple(m for m in kept if _city_stands_for_itself(reader, sentence, m))


def _bears_facility(reader: Reader, sentence: Sentence, mention: Mention) -> bool:
    """Whether a facility has the name of the place: `builders of the Hochon County Hospital`."""
    terms = vocabulary.find_facilities(reader.text, mention.end, min(sentence.end, mention.end + 40))
    return any(term.start - mention.end <= 1 and not term.generic for term in terms)


def province_places(reader: Reader, sentence: Sentence, start: int, end: int) -> tuple[Mention, ...]:
    """Provinces named in text[start:end] as where something happens."""
    return tuple(
        m for m in reader.mentions_in(start, end) if is_province(m) and not _is_aside(reader, sentence, m)
    )


def topic_places(reader: Reader, sentence: Sentence) -> tuple[Mention, ...]:
    """The one county that a sentence speaks of, be it for its people or its committee."""
    inside = [m for m in reader.mentions_in(sentence.start, sentence.end) if is_site(m)]
    counties = {
        place_key(m): m for m in inside if m.outcome == "resolved" and place_key(m) not in SPECIAL_CITIES
    }
    return tuple(counties.values()) if len(counties) == 1 else ()


def _among_provinces(inside: Sequence[Mention], mention: Mention) -> bool:
    """Whether a special city is listed with provinces: 평안남도와 남포시의 시와 군."""
    return place_key(mention) in SPECIAL_CITIES and any(
        other.place
        and other.place.level == 1
        and other.place.pcode not in SPECIAL_CITIES
        and (0 <= mention.start - other.end <= 5 or 0 <= other.start - mention.end <= 5)
        for other in _around(inside, mention)
    )


_NEAR = 200
"""Code points before and behind a mention in which those begin that are listed with it."""


def _around(inside: Sequence[Mention], mention: Mention) -> Sequence[Mention]:
    """Those of a sentence's mentions that begin near one of them."""
    first = bisect_left(inside, mention.start - _NEAR, key=_start)
    return inside[first : bisect_left(inside, mention.end + _NEAR, key=_start)]


def _start(mention: Mention) -> int:
    return mention.start


def only_qualifies(reader: Reader, inside: Sequence[Mention], mention: Mention) -> bool:
    """Whether a special city only says where a place before it lies: `Phanmun District in Kaesong`."""
    city = mention.place
    return city is not None and any(
        other.place is not None
        and other.place.level > 1
        and other.place.province == city.name
        and _IN_IT.fullmatch(reader.text, other.end, mention.start)
        for other in _around(inside, mention)
    )


def is_site(mention: Mention) -> bool:
    """Whether a mention is of the level that the map shows."""
    if mention.outcome == "ambiguous":
        return any(place.level == 2 for place in mention.candidates)
    if mention.outcome == "unknown":
        return mention.type_word in ("county", "city", "ward")
    place = mention.place
    return place is not None and (place.level >= 2 or place.pcode in SPECIAL_CITIES)


def _is_aside(reader: Reader, sentence: Sentence, mention: Mention) -> bool:
    """Whether the place only says who came, or where something else is."""
    before = reader.text[max(sentence.start, mention.start - 90) : mention.start]
    after = reader.text[mention.end : min(sentence.end, mention.end + 40)]
    if _PARTICIPANT_AFTER.match(after) or _AWAY_BEFORE.search(before):
        return True
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(before):
        return True
    if _UNFINISHED_AFTER.match(after) and _REST_BEFORE.search(before):
        return True
    return _PARTICIPANT_BEFORE.search(before) is not None or _listed_participant(before)


_NOT_AFTER = re.compile(
    r"^(?:이|가) 아니(?:라|고|며)"
    r"|^에서(?:는|만은)? ?(?:아직 ?)?(?:열리|진행되|거행되|시작되|이루어지|있)지 ?(?:않|못)"
    r"|^ (?:was|were|is|are|has|have|did|does|do) not(?: yet)?(?=[.,;])"
    r"|^ (?:soon |also |still |now )?(?:hopes|longs|yearns|dreams)\b"
)
_NOT_BEFORE = re.compile(r"\b(?:not|rather than|instead of)(?: in| at| of| for)? $", re.IGNORECASE)
"""Around a place that is denied, or hopes: `in Songwon, not in Sonchon`, `but that in Sonchon was not`."""
_IN_IT = re.compile(r",? (?:in|of) (?:the city of )?|, ")
_REST_BEFORE = re.compile(r"\b(?:that|those|the ones?|the other)(?: in| at| of| for) $")
_UNFINISHED_AFTER = re.compile(
    r"^ (?:still )?(?:stands?|remains?|is|are|lies?) (?:still )?(?:unfinished|incomplete)"
)
"""Around a place that is left behind: `the one in Sonchon still stands unfinished`."""


def _listed_participant(before: str) -> bool:
    """`officials in the city of A and B County were present`."""
    joined = re.search(
        r"^(.*?)(?:[A-Z][\w'-]++ ?+)+(?:County|City|District|Province|Municipality)?,? and $", before
    )
    return bool(joined and _PARTICIPANT_BEFORE.search(joined[1]))


_ONE_WORD = re.compile(r"\W*+\w*+\W*+")


def _city_stands_for_itself(reader: Reader, sentence: Sentence, mention: Mention) -> bool:
    """Whether a special city is where it happens: `in Kaesong`, not the government, not a dateline."""
    before = reader.text[max(sentence.start, mention.start - 25) : mention.start]
    after = reader.text[mention.end : mention.end + 12]
    if _ONE_WORD.fullmatch(reader.text, sentence.start, mention.start) and re.match(
        r",? \w+ \d|[ ]?\d+월", after
    ):
        return False
    if "가" <= reader.text[mention.start] <= "힣":
        return after.startswith(("에 ", "에서", "시에", "의 ", "시 ", "종합병원")) and not before.endswith(
            "("
        )
    return (
        re.search(r"\b(?:in|at|of)(?: the)?(?: city of)? $", before) is not None
        or re.match(r" (?:General )?Hospital", after) is not None
    )
