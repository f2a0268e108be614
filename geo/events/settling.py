"""What a vague facility is: `the factories`, `the farm`, by what the text has named before."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator

from geo.events.facilities import Facility
from geo.events.grouping import Group
from geo.events.reading import POLICY_FROM, Reading
from geo.text import Pattern

Kind = tuple[str, str]
"""A facility group, and how it was settled."""
POLICY_FACTORIES: Kind = ("regional_industry", "factories of the policy")
"""What bare factories of a county are under the policy."""
POLICY_FACTORY: Kind = ("regional_industry", "generic of the policy")
"""What a bare factory is where the text is of the policy and has named no other."""
_FAR = 700
"""So many code points back, what is named is less sure to be meant."""
_MOST = 100
"""So many facilities back what is meant is looked for."""
_BOTH = Pattern(r"\b(?:both|two)\b|두 ?")
_FACTORIES = frozenset({"regional_industry", "other", "paper_mill"})


def kinds_of(reading: Reading, group: Group, shared: bool = False) -> list[Kind]:
    """What the facilities of a list may be, each once; no one farm that several places would share."""
    many = shared and any(reading.text[f.end - 1] == "s" for f in group.facilities)
    told = [f for f in group.facilities if not (many and reading.folded.endswith("farm", 0, f.end))]
    return list(dict.fromkeys(kind for facility in told for kind in settle(reading, facility)))


def settle(reading: Reading, facility: Facility) -> list[Kind]:
    """The groups of a facility, what is vague taken from the text before it, and how each was settled."""
    if facility not in reading.settled:
        reading.settled[facility] = _settle(reading, facility)
    return reading.settled[facility]


def _settle(reading: Reading, facility: Facility) -> list[Kind]:
    group, of_policy = facility.group, reading.is_of_policy
    if facility.goods:
        day = reading.document.published_on or POLICY_FROM
        known = reading.names_policy or (
            day >= POLICY_FROM and (reading.names_regional or _is_a_countys(reading, facility))
        )
        return [("regional_industry", "goods of the policy") if known else ("other", "single goods")]
    if group == "projects" and (named := _named_with(reading, facility)):
        return named
    if group == "projects" and not of_policy:
        return []
    if not facility.vague or group == "projects":
        return [(group, group)]
    if group == "generic" and not reading.names_policy and _is_in_a_zone(reading, facility):
        return [("other", "generic")]
    if group == "generic" and of_policy and _is_plural(reading.text, facility):
        return [POLICY_FACTORIES]
    if group == "generic" and _is_plural(reading.text, facility) and _are_of_goods(reading, facility):
        return [("regional_industry", "generic as before")]
    last = next(_before(reading, facility), None)
    if group == "same" and last is not None and (last.group == "generic" or last.goods):
        return settle(reading, last)
    by_word = group == "same" or reading.folded.startswith("mill", facility.head)
    if by_word and (meant := _of_its_word(reading, facility)):
        return [(meant.group, "same as before")]
    several = _BOTH.search(reading.folded, max(0, facility.start - 12), facility.head + 1)
    found: dict[str, Kind] = {}
    for other in _before(reading, facility):
        if other.group not in found and _can_mean(group, other):
            far = "far" if facility.start - other.end > _FAR else "before"
            found[other.group] = other.group, f"{group} as {far}{' other' * (other.group == 'other')}"
            if not several or len(found) == 2:
                break
    if found or group != "generic":
        return list(found.values())
    return [POLICY_FACTORY if of_policy else ("other", "generic")]


def _is_in_a_zone(reading: Reading, facility: Facility) -> bool:
    """Whether factories are those of a zone of industry, such as Kaesong's, and no county's."""
    low, high = max(0, facility.start - _ITS_ZONE), facility.end + _ITS_ZONE
    return _ZONE.search(reading.folded, low, high) is not None


_ZONE = Pattern(
    r"\b(?:(?:joint |kaesong |inter-korean )+(?:factory|industrial) (?:complex|zone|park|district|region)"
    r"|(?:export|economic|industrial|free trade) (?:development |processing )?zone)\b"
    r"|공단(?![가-힣]{2})|공업 ?지구|경제 ?특구|경제 ?개발구"
)
_ITS_ZONE = 150
"""Code points around factories in which their zone is named."""
_THE_PROJECT = Pattern(r"(?:the|this|that) (project)(?! (?:to|of|for|in|at)\b)")
_PARTED = Pattern(r"[;:!?\n]|(?<!\b[A-Z][a-z][a-z])\. |, and\b")


def _named_with(reading: Reading, facility: Facility) -> list[Kind]:
    """What `the project` is that stands behind one facility in its sentence, so that it means that one."""
    if not _THE_PROJECT.match(reading.folded, max(0, facility.head - 4)):
        return []
    other = next(_before(reading, facility), None)
    if other is None or other.vague or other.goods or facility.head - other.end > _LIST:
        return []
    parted = _PARTED.search(reading.text, other.end, facility.start)
    return [] if parted else [(other.group, "same as before")]


def _is_a_countys(reading: Reading, facility: Facility) -> bool:
    """Whether a factory bears its county's or city's name, type word and all: `Usi County Shoe Factory`."""
    behind = bisect_left(reading.mentions, facility.start, key=lambda mention: mention.start)
    return any(
        m.type_word in ("county", "city") and _OWNED.fullmatch(reading.folded, m.end, facility.start)
        for m in reading.mentions[max(0, behind - 2) : behind]
    )


_OWNED = Pattern(r"(?:의|'s)? ?")
"""Between a county and its factory."""


def _are_of_goods(reading: Reading, facility: Facility) -> bool:
    """Whether `the factories` are those for several goods that were listed last."""
    before = list(itertools.islice((o for o in _before(reading, facility) if not o.vague), 4))
    listed = [o for o in before if before[0].end - o.end <= _LIST]
    return len({o.goods or o.group for o in listed if o.goods or o.group == "paper_mill"}) > 1


_LIST = 100
"""Code points that the factories of one list take."""


def _is_plural(text: str, facility: Facility) -> bool:
    return text[facility.end - 1] in "s들" or text.startswith("들", facility.end)


def _before(reading: Reading, facility: Facility) -> Iterator[Facility]:
    """The facilities named before one, the last first."""
    at = bisect_left(reading.facilities, facility)
    return reversed(reading.facilities[max(0, at - _MOST) : at])


def _of_its_word(reading: Reading, facility: Facility) -> Facility | None:
    """The last facility named by the word that points back: `a similar station` is like the grain station."""
    word = reading.folded[facility.head : facility.end].rstrip("s")
    alike = (o for o in _before(reading, facility) if not o.vague and not o.goods)
    return next((o for o in alike if reading.folded[o.head : o.end].rstrip("s").endswith(word)), None)


def _can_mean(vague: str, other: Facility) -> bool:
    """Whether a vague facility may be one that was named."""
    if other.vague or other.goods:
        return False
    return (
        other.group in _FACTORIES if vague == "generic" else vague != "farm" or other.group.endswith("farm")
    )
