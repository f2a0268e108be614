"""How a facility hangs on a predicate."""

from __future__ import annotations

from collections.abc import Sequence

from geo.events.grouping import Group, points_behind
from geo.events.phrases import PhrasePattern
from geo.events.predicates import GIVEN_UP, PASSIVE, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.events.stopping import is_of_other_news
from geo.events.subjects import is_of_another_thing
from geo.text import Pattern

Tied = tuple[Group, str, str]
"""A list of facilities, where it comes from if it is left out, and how it hangs on a predicate."""
RANK = {
    **dict.fromkeys(("of", "compound", "subject", "object", "described"), 3),
    **dict.fromkeys(("before", "active subject", "relative", "behind passive"), 2),
    **dict.fromkeys(("inside", "loose", "at it"), 1),
}
"""How closely a facility is tied to a predicate."""
_STOP = Pattern(
    r"[;:]|\b(?:which|who|where|while|whereas|but|after|before|when|since|if|once|because|although|than|leaving)\b"
)
_ASIDE = Pattern(
    r"(?: (?:in|of|at|near) [\w'’ -]{2,50}?)?(?: that (?:was|were|had been) [^,;]{4,90}(?= $)"
    r"|, (?:which|whose|where|(?:on|for|of|in) which) (?:[^,;]{4,90},|[^;]{4,140},(?= $))"
    r"|, (?:\w+ed|built|shut|idle) [^,;]{4,60},(?= $))"
)
"""Behind a facility, a clause that only describes it: `the mill, which Kim opened in May, has been ...`."""
_MAIN_VERB = Pattern(r", (?:will|is|was|has|had) ")
"""Behind the verb of a clause that is done: `on which work started in May, will be ...`."""
_RELATIVE = Pattern(r",? (?:which|that|(?:on|for|of) which (?:the )?(?:construction|work|ground|building)) ")
_RELATIVE_FAR = Pattern(
    r"(?: (?:in|of|at|near|on) [\w'’ ,-]{2,70}?)?,? (?:which|that)"
    r"(?: (?:kim(?: jong[ -]un)?|he|it|they|the (?:north|leader|country)|north korea))? "
)
"""Between a facility with its place and what is said of it: `the farm in Sinpho, which Kim opened`."""
_NOUN_LINK = Pattern(
    r" (?:ceremon(?:y|ies) )?(?:of|for|at|in) (?:[\w-]+ ){0,5}"
    r"(?:(?:project |work )?(?:of|at) (?:[\w'’-]+ ){0,4})?"
)
_FINITE_AUX = Pattern(r" (?:is|are|was|were|has|have|had|will|would) ")
_OF = Pattern(r" (?:ceremon\w+ )?(?:of|for|at)\b")
AND_OF = Pattern(r" (?:ceremon\w+ )?of\b[^;.]{4,200}(?:,| and|, and) of (?:the |an? )?(?:[\w'’-]+ ){0,4}")
"""Before one more thing that a noun is of: `the opening of a mill in Anak, of a farm and of the hospital`."""
_AT_IT = Pattern(r" (?:at|in|near|from|by|with|for|outside|inside|around) (?!which\b)")
_IN_PLACES = Pattern(r",| and | (?:count|cit|district|province)")
_OF_A_THING = Pattern(
    r" (?!(?:the|an?|\d+) (?:\w+ ){0,2}(?:days?|weeks?|months?|years?) (?:ago|earlier|later|before|after))"
    r"(?:the|an?|its|their|his|her|all|\d+(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))) \w"
)
"""Behind an active verb: what it is done to, `the factory finished the bags`."""
_OF_THINGS = Pattern(r" (?!\w+s ago)[a-z]+s (?:of|on|to) ")
"""The same in the plural: `finished repairs of its machines`."""
_BARE_OBJECT = PhrasePattern(r" (?!(?:{behind noun}|as|this|its|next|near|amid|under|last)\b)[a-z]")
_PARTICIPLES = frozenset({"participle", "participle or past", "past or participle"})
_SHARED = _PARTICIPLES | PASSIVE
_FOR_ANOTHER = Pattern(r"'s |[^.;]{0,24} for (?:an?|the|its) ")
_AT = Pattern(r"\b(?:at|in|inside) (?:the |its |an? )?(?:(?!the |an? |its )[\w'’-]+ ){0,4}$")
_OTHER = Pattern(
    r",? (?:the|an?|its|new|two|three|several) \w"
    r"|,? (?!(?:now|also|newly|in|of|at|on|which|that|and)\b)[a-z]+ $"
)
_JOINED = Pattern(r",? (?:and |or )?(?:\w+ly |then )?")
"""Between verbs that share an object: `to renovate, equip and run the mill`."""
_AND_DONE = Pattern(
    r" (?:(?:in|on|last|early|late|this) [^;.]{2,24}?)?(?:,|,? and|,? then) (?:then |finally |\w+ly )?"
)
"""Between participles that share a subject: `begun in March and finished in May`."""
_FRONTED = Pattern(r" [^,;.]{0,50}, (?:[\w-]+ ){0,5}")
"""Behind a participle that opens a sentence, before what it describes: `built in 2022, the factories`."""
_FRONTED_IT = Pattern(r" [^,;.]{0,50}, (?:they|it|these|both|the two)\b")
_CATAPHOR = Pattern(r"(?:[^,;]{0,24}\b)?(?:after|since|before|when|once|as soon as) (?:it|they) ")
"""Before a verb whose subject comes in the next clause: `a year after they were opened, the factories`."""
_THEY = Pattern(r"\b(?:it|they|both) $")
"""The subject of a passive verb in the next clause, which is what was named before."""
_WHERE_WORK = Pattern(r"\bwhere (?:the )?(?:construction|building|work)(?: work)? $")
"""Before `began`: work on what the sentence names behind, `in Anak, where work began, a hospital`."""
_LONG_AFTER = Pattern(
    r"[^,;.]{3,40}\b(?:days|weeks|months|years?) after (?:the |its |it )?(?:(?:construction|work) )?"
)
_AS_HE = Pattern(r"\W*(?:as|when|while|after|before) (?:he|she|they|it|kim(?: jong[- ]un)?) (?:\w+ly )?")
"""Before the verb of a clause that opens a sentence, and ends at its comma."""
_PATIENT = frozenset({"appear", "open", "run", "progress", "finish", "stop", "begin"})
"""Senses whose subject is what they happen to: `the factory opened`."""


def gap_of(a_start: int, a_end: int, b_start: int, b_end: int) -> tuple[int, int, str]:
    """The stretch between two spans, and whether the second one stands before or behind the first."""
    if b_end <= a_start:
        return b_end, a_start, "before"
    if b_start >= a_end:
        return a_end, b_start, "behind"
    return a_start, a_start, "inside"


def argument_of(reading: Reading, read: SentenceReading, p: Predicate, group: Group) -> str:
    """What a facility is to a predicate: its subject or object, behind `of`, described by it, ..."""
    low, high, side = gap_of(p.first, p.last, *group.reach)
    if side == "inside":
        low, high, side = gap_of(p.first, p.last, group.start, group.end)
    between = [q for q in read.predicates if low <= q.start and q.end <= high and q is not p]
    if p.korean:
        if side == "behind" and p.kind == "verb" and _DONE_TO.search(reading.text, p.last, high):
            return "loose"
        if side == "behind" and read.groups[0].end <= p.start and AT_CEREMONY.match(reading.text, p.end):
            return "loose"
        cleft = side == "behind" and (CLEFT.match(reading.text, p.end) or _WHAT.match(reading.text, p.end))
        if cleft and not between:
            return "described"
        if side == "behind" and not between and high - low <= _RECKONED and _SINCE.match(reading.text, p.end):
            return "described"
        low = _behind_places(read, low, high) if side == "behind" else low
        return _korean_argument(p, side, high - low, between, group)
    if side == "inside":
        return "inside"
    gap = reading.folded[low:high]
    if p.kind == "noun":
        if side == "before":
            return "compound" if len(gap) <= 2 else "loose"
        if p.sense != "ground" and _FINITE_AUX.search(gap):
            return "loose"
        near = _OF.match(gap) and ((len(gap) < 60 and not between) or AND_OF.fullmatch(gap))
        return "of" if near or _NOUN_LINK.fullmatch(gap) else "loose"
    return _verb_argument(reading, read, p, group, side, between)


def _behind_places(read: SentenceReading, low: int, high: int) -> int:
    """Where the gap between a verb and the facility that it describes begins, but one of a list left out."""
    sites = next((s for s in read.sites if low <= s.start <= low + _NEXT_TO and s.end <= high), None)
    return low if sites is None else low + sites.mentions[-1].start - sites.start


_NEXT_TO = 8
"""Code points between a verb and the places right behind it, for the province."""


def _korean_argument(p: Predicate, side: str, gap: int, between: Sequence[Predicate], group: Group) -> str:
    if side == "behind" and gap <= _CHAIN and p.sense == "ground" and _goes_on_to(between, group):
        return "described"
    if side != "before":
        reach = 17 if p.form.endswith("adnominal") and p.kind == "noun" else 14
        return "described" if gap <= reach and (reach > 14 or p.aspect in ("adjunct", "ongoing")) else "loose"
    if gap <= 3:
        return "compound"
    parted = any(
        q.kind == "verb" and q.aspect not in ("adjunct", "link", "noun") and not q.form.startswith("link")
        for q in between
    )
    return "loose" if parted or gap >= 60 else "before"


_DONE_TO = PhrasePattern(r"[을를] |{other thing}들?[은는이가의] ")
"""Between a verb and a facility: it describes something else, 생산한 세멘트를 병원에, 들어선 아파트는."""
CLEFT = PhrasePattern(
    r"(?:[가-힣]{0,3}(?:고? ?있)?|[을를] ?)[는은한된던] (?:\d+여?개 ?)?{where it is} | ?장소[로는]도? "
)
"""Behind a predicate: where it is comes next, 건설되고 있는 곳은 ..."""
_WHAT = Pattern(r"[한된] (?:것은|것이|시설은) ")
"""Behind a predicate: what it is said of comes next, 착공한 것은 봉산군의 병원이다."""
AT_CEREMONY = Pattern(r"식(?:장)?에(?:서[는도]?| 참[석가]한) ")
"""Behind a ceremony at which something else was said of another place."""
_SINCE = Pattern(
    r"[가-힣]{0,2} ?(?:때로부터|때부터|지) "
    r"|(?:하여|해) \S{0,5}(?:일|달|개월|년)\S{0,3} ?(?:만에|안에|지나|사이)"
)
"""Behind a Korean predicate that the time of the next one is reckoned from, 착공한 지 1년도 안 돼."""
_RECKONED = 60
"""Code points between it and what it is said of."""
_CHAIN = 50
"""Code points that describe a facility in several verbs: 첫 삽을 뜨고 190일 만에 완공된 양식사업소."""


def _goes_on_to(between: Sequence[Predicate], group: Group) -> bool:
    """Whether the last of some verbs describes a facility right behind it, place names aside."""
    return any(
        q.aspect in ("adjunct", "ongoing") and q.sense != "hold" and group.start - q.last <= 20
        for q in between
    )


def _verb_argument(
    reading: Reading,
    read: SentenceReading,
    p: Predicate,
    group: Group,
    side: str,
    between: Sequence[Predicate],
) -> str:
    low, high, _ = gap_of(p.first, p.last, *group.reach)
    first = between[-1] if side == "before" and between else p
    joined = first.kind == "verb" and _AND_DONE.fullmatch(reading.folded, first.last, p.first)
    ended = joined and (first.sense, first.form, p.sense) == ("begin", "past", "finish")
    if ended or (joined and first.form in _SHARED and p.form in _PARTICIPLES and p.first == p.start):
        return argument_of(reading, read, first, group)
    for q in between if side == "behind" else ():
        if q.kind == "verb" and q.form == p.form and _JOINED.fullmatch(reading.folded, low, q.first):
            low, between = q.last, [one for one in between if one.first > q.first]
    gap = reading.folded[low:high]
    if side == "before" and p.aspect == "done" and (aside := _ASIDE.match(gap)):
        between = [q for q in between if q.start >= low + aside.end() - 1]
        gap = gap[aside.end() - 1 :]
    passive = p.form in PASSIVE or (
        p.form in ("perfect", "infinitive", "future", "modal")
        and " be" in reading.folded[p.first - 1 : p.start + 1]
    )
    if (
        side == "behind"
        and p.sense == "begin"
        and _WHERE_WORK.search(reading.folded, read.sentence.start, p.first)
    ):
        return "subject"
    if side == "behind" and _is_start_before(reading, read, p):
        return "subject"
    apart = between or any(low <= g.start < high for g in read.groups)
    if side == "before" and not apart and _RELATIVE_FAR.fullmatch(gap):
        return "described"
    listed = [q for q in between if (q.sense, q.kind) != (p.sense, "state")]  # `80 % in Anak, 60 % in Usi`
    ends = [g.end for g in read.groups if low <= g.start < high]
    listed = [q for q in listed if not (_only_describes(q) and any(0 <= q.first - e <= 1 for e in ends))]
    listed = [
        q for q in listed if q.kind != "noun" or q.sense != "build"
    ]  # `marked the start of construction`
    over = any(q.aspect not in ("adjunct", "noun") and q.sense != "get" for q in listed)
    if side == "behind" and passive and _CATAPHOR.fullmatch(reading.folded, read.sentence.start, p.first):
        return "subject" if _FRONTED.fullmatch(gap) and not over else "loose"
    if side == "before" and passive and p.sense in _BUILDS | {"begin"} and _THEY.search(gap):
        return "subject"  # `a mill is being built in Anak, where it was begun in May`
    opens = side == "behind" and ", " in gap and p.first - read.sentence.start < 24
    as_he = _AS_HE.fullmatch(reading.folded, read.sentence.start, p.first)
    if opens and (as_he or (p.form == "gerund" and p.governor)):
        return "loose"  # `after opening the mill in Anak, Kim went to the hospital`
    if over or _STOP.search(gap) or (side == "behind" and _MAIN_VERB.search(gap)):
        described = _RELATIVE.match(gap) or _RELATIVE_FAR.fullmatch(gap)
        return "relative" if side == "before" and not over and described else "loose"
    if side == "before":
        if p.aspect == "adjunct":
            return "described" if len(gap) < 40 else "subject"
        if _AT.search(
            reading.folded[max(read.sentence.start, group.start - 60) : group.start]
        ) and _OTHER.match(gap):
            # `at the factory the institute has been inaugurated`
            return "at it" if p.sense in _MADE else "loose"
        patient = p.sense in _PATIENT and not _OF_A_THING.match(reading.folded, p.last)
        patient = patient or (
            p.sense == "ground" and not reading.folded.startswith((" for ", " on a ", " on the "), p.last)
        )
        if p.form == "present" and gap.endswith(", ") and _BARE_OBJECT.match(reading.folded, p.last):
            return "active subject"  # `visits hospital in A, opens farm in B`
        return "subject" if passive or patient or p.kind == "state" else "active subject"
    return _argument_behind(reading, read, p, group, gap, passive)


def _only_describes(p: Predicate) -> bool:
    """Whether words right behind a facility only say which one it is: `the mill nearing completion`."""
    return not p.korean and (p.kind == "state" or p.form == "gerund") and p.first == p.start


def _is_start_before(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a sentence opens with when it was begun: `a year after work began, the mill was opened`."""
    if p.sense not in ("ground", "begin") or "," not in reading.folded[p.last : p.last + 10]:
        return False
    return _LONG_AFTER.fullmatch(reading.folded, read.sentence.start, p.first) is not None


def _argument_behind(
    reading: Reading, read: SentenceReading, p: Predicate, group: Group, gap: str, passive: bool
) -> str:
    """What a facility behind an English verb is to it; `gap` is what stands between."""
    if p.aspect == "adjunct" and len(gap) <= 12:
        return "described"
    if p.first - read.sentence.start <= 3 and p.form in _PARTICIPLES and _FRONTED.fullmatch(gap):
        return "described"
    if p.sense in ("open", "ground") and " " in reading.folded[p.start : p.end]:
        if _FOR_ANOTHER.match(reading.folded, group.end):
            return "loose"  # `cut the ribbon at the mill for a new kindergarten`
        return "object"  # `cut the ribbon at the mill`, `broke ground for a hospital`
    for_it = gap.endswith((" for its ", " for the ", " for their "))
    if passive and p.sense in _MADE and _AT_IT.match(gap) and (for_it or not _IN_PLACES.search(gap)):
        return "at it"
    if not passive and _AT_IT.match(gap):
        return "loose"
    return "behind passive" if passive else "object"


def arguments(
    reading: Reading, read: SentenceReading, p: Predicate, groups: Sequence[tuple[Group, str]]
) -> list[Tied]:
    """What a predicate may be said of: the most closely tied facilities of its sentence, or carried ones."""
    if p.sense in GIVEN_UP:
        groups = [one for one in groups if not is_of_other_news(reading, read, p, None if one[1] else one[0])]
    own = [group for group, where in groups if not where]
    if not p.korean and any(p.first < g.start and not _is_in_words(reading, p, g) for g in own):
        own = [group for group in own if not _is_in_words(reading, p, group)]
    tied = [(group, "", argument_of(reading, read, p, group)) for group in own]
    tied = tied if p.korean else _each_as_the_first(reading, read, tied)
    tied = _of_korean(reading, read, p, tied) if p.korean else _of_english(reading, read, p, tied)
    if p.sense == "get":
        return [one for one in tied if p.korean or _is_gotten(reading, p, one[0])]
    if p.sense == "begin" and not p.companions & {"work", "use"}:
        active = p.form in ("past", "present", "past or participle", "participle or past", "perfect")
        active = active and not reading.folded.startswith("begun", p.start)
        active = active and " been " not in reading.folded[p.first : p.start]
        kinds: tuple[str, ...] = ("object", "of") if active else ("object", "of", "subject", "described")
        told = [] if p.korean else [one for one in tied if one[2] in kinds]
        left_out = not (told or p.korean) and p.form in PASSIVE and _leaves_out(reading, read, p)
        return told + [(group, where, "left out") for group, where in groups if where and left_out]
    if p.form in ("past or participle", "participle or past") and p.sense in _BARE:
        tied = [one for one in tied if RANK[one[2]] > 1]
        if not tied and any(group.tells for group, where in groups if not where):
            return []
    telling = [
        RANK[argument]
        for group, _, argument in tied
        if group.tells or (not p.korean and points_behind(reading.folded, group))
    ]
    best = max(telling, default=0)
    kept = [one for one in tied if RANK[one[2]] >= min(best, 2)]
    if best > 1 and p.korean:
        kept = _nearest(read, kept, best)
    carried = [(group, where, "left out") for group, where in groups if where]
    if (telling and not is_besides(reading, read)) or (carried and not _leaves_out(reading, read, p)):
        return kept
    return kept + carried


def _is_in_words(reading: Reading, p: Predicate, group: Group) -> bool:
    """Whether a facility stands only in what is quoted beside a predicate: `"Build mills!" he said at`."""
    low, high = next((q for q in reading.quotes if q[0] <= group.start < q[1]), (0, 0))
    return high - low > group.end - group.start + _ITS_QUOTES and not low <= p.start < high


_ITS_QUOTES = 12
"""Code points of quotation marks, and of an article, around a facility that is only called so."""
_ALIKE = Pattern(
    r"\b(?:(?:that|those) of|so (?:is|are|was|were|has|have|had|did|does|do)) (?:the |an? )?(?:[\w-]+ ){0,2}$"
)
"""Before a facility of which the same is told: `that of`, `and so is`."""


def _each_as_the_first(reading: Reading, read: SentenceReading, tied: Sequence[Tied]) -> list[Tied]:
    """With what is told alike: `the construction of mills began in Anak, that of hospitals in Usi`."""
    found: list[Tied] = []
    for group, where, argument in tied:
        again = _ALIKE.search(reading.folded, max(0, group.start - 40), group.start) is not None
        again = again or _has_no_verb(reading, read, group)
        found.append((group, where, found[-1][2] if found and again else argument))
    return found


_AND_THE = Pattern(r"(?:,|,? and) $")
"""Before a pronoun that may share the verb of the clause before."""


def _has_no_verb(reading: Reading, read: SentenceReading, group: Group) -> bool:
    """Whether a pronoun shares the verb of the clause before: `the first opened in A and the second in B`."""
    if not points_behind(reading.folded, group) or not _AND_THE.search(
        reading.folded, max(0, group.start - 6), group.start
    ):
        return False
    if _ITS_OWN_VERB.match(reading.folded, group.end, read.sentence.end):
        return False  # `the first opened in A; those in B are to follow`
    return not any(q.kind in ("verb", "state") and q.first >= group.end for q in read.predicates)


_ITS_OWN_VERB = Pattern(
    r"[^,;.:]{2,70}"
    r" (?:is|are|was|were|will|would|has|have|had|must|may|might|remains?|waits?|awaits?|follows?)\b"
)
_BESIDES = Pattern(
    r"\W*(?:(?:it|they|both) (?:was|were|has|had|have)|(?:the )?ground was broken for (?:it|them)) [^.;]*"
    r"(?:together with|along with|at the same time as|as well as|alongside) $"
)


def is_besides(reading: Reading, read: SentenceReading) -> bool:
    """Whether facilities share the fate of what the sentence leaves out: `it was opened together with`."""
    first = read.groups[0] if read.groups else None
    start = read.sentence.start
    return first is not None and any(
        _BESIDES.fullmatch(reading.folded, start, first.start - len(the))
        for the in ("", "the ", "a ")
        if reading.folded.endswith(the, start, first.start)
    )


def _is_gotten(reading: Reading, p: Predicate, group: Group) -> bool:
    """Whether a facility is what a place gets: no `receives medical service in the hospital`."""
    if not 0 <= group.start - p.end <= 70 or _WITHIN.search(reading.folded, p.end, group.start):
        return False
    has = p.form in ("present", "base") and reading.folded.startswith(("has", "have"), p.start)
    return not has or _NEW.search(reading.folded, p.first, group.facilities[0].head) is not None


_NEW = Pattern(r"\b(?:now|new|newly|modern|recently|already|own|such|become|since)\b")
"""Between `has` and a facility: it is news that it is there."""
_WITHIN = PhrasePattern(
    r"[:;]| (?:in|at|into|onto|to|through|from) (?:the|its|their|this|that|\w+ing)\b"
    r"|\b{person before} (?:of|from) "
)


def _of_korean(reading: Reading, read: SentenceReading, p: Predicate, tied: Sequence[Tied]) -> list[Tied]:
    """Facilities before a Korean predicate, or the one that it describes: `준공된 강동군병원`."""
    if p.sense == "finish" and is_of_its_own(reading, read, p):
        return []
    described = p.aspect == "adjunct" and any(argument == "described" for _, _, argument in tied)
    other = _OTHER_WORKS.search(reading.text, max(0, p.start - _ITS_WORDS), p.start)
    if other is not None:
        tied = [one for one in tied if one[0].end > other.start() or _AND.match(reading.text, one[0].end)]
    return [
        one
        for one in tied
        if one[2] == "described"
        or (other is None and _is_this_one(reading, read, p, one[0]))
        or (
            one[0].start < p.end
            and not (described and not _OBJECT_KO.match(reading.text, one[0].end))
            and not (p.sense in _MADE and _THING_AT_IT.match(reading.text, one[0].end, p.start))
            and not _OF_A_PLACE.match(reading.text, one[0].end, p.start)
            and not _SENT_TO.match(reading.text, one[0].end, p.start)
            and not (p.sense == "run" and _GIVEN_TO.match(reading.text, one[0].end, p.end))
            and not (
                p.kind == "verb" and p.sense in _MADE and _BESIDE.match(reading.text, one[0].end, p.start)
            )
            and not _is_of_the_clause_before(reading, read, p, one[0])
        )
    ]


_NEXT_CLAUSE = Pattern(r",(?: and| while)? |;| and | while ")
_ITS_VERB = Pattern(r"(?: (?:in|of|at) (?:the )?[a-z -]{3,40})? (?:also |now |has |have |had |\w+ly )*$")
_SAID = frozenset({"verb", "state"})
"""Kinds of predicates that a clause has."""
_WHERE = Pattern(r", (?:where|in which) (?:\w+ ){0,4}$")
_FINITE = frozenset(
    {"past", "past passive", "present passive", "progressive", "progressive passive", "perfect", "future"}
)


def _begins_a_clause(reading: Reading, read: SentenceReading, p: Predicate, group: Group) -> bool:
    """Whether a facility behind a predicate begins the next clause: `was opened, a mill was finished`."""
    low, high, side = gap_of(p.first, p.last, group.start, group.end)
    if side != "behind" or _NEXT_CLAUSE.search(reading.folded, low, high) is None:
        return False
    if ";" in reading.folded[low:high] and _ITS_OWN_VERB.match(reading.folded, group.end, read.sentence.end):
        return True
    verb = next((q for q in read.predicates if q.kind in _SAID and q.first >= group.end), None)
    if verb is None or verb.first - group.end > 60:
        return False
    if _CATAPHOR.fullmatch(reading.folded, read.sentence.start, p.first) or _is_start_before(
        reading, read, p
    ):
        return False
    if p.sense in ("begin", "ground") and verb.aspect == "ahead" and _WHERE.search(reading.folded, low, high):
        return False  # `construction began in Anak, where a hospital will stand`
    finite = (
        verb.form in _FINITE
        or (verb.kind == "state" and verb.first < verb.start)
        or (verb.form == "past or participle" and verb.sense not in _BARE)
    )
    return finite and _ITS_VERB.fullmatch(reading.folded, group.end, verb.first) is not None


def _is_got_elsewhere(read: SentenceReading, p: Predicate, group: Group) -> bool:
    """Whether a facility is what another place gets: `was opened in A, and B got a complex`."""
    return any(
        any(p.last <= s.end <= q.first <= s.end + 12 for s in read.sites)
        for q in read.predicates
        if q.sense == "get" and q.aspect == "done" and p.last <= q.first and q.last <= group.start
    )


def _of_english(reading: Reading, read: SentenceReading, p: Predicate, tied: Sequence[Tied]) -> list[Tied]:
    """Facilities that an English predicate can be said of: no builders, nothing taken by another word."""
    tied = [
        one
        for one in tied
        if not (
            _begins_a_clause(reading, read, p, one[0])
            or is_of_another_thing(reading, read, p, one[0])
            or _is_got_elsewhere(read, p, one[0])
        )
    ]
    if p.sense == "run" and p.form not in PASSIVE and _GIVES.match(reading.folded, p.start):
        tied = [one for one in tied if one[0].start < p.first]  # `supplies the builders of the hospital`
    if p.first == p.start and (one_before := _THE_ONE.search(reading.folded, max(0, p.first - 12), p.first)):
        tied = [one for one in tied if one[0].end > one_before.start()]
    done_to = any(one[2] == "object" and one[0].start >= p.last for one in tied)
    if done_to and p.kind == "verb" and p.sense in _BUILDS | {"begin"}:
        tied = [one for one in tied if one[2] != "active subject"]  # `opened a mill and began a farm`
    touching = [one for one in tied if _only_describes(p) and 0 <= p.first - one[0].end <= 1]
    if touching:
        tied = touching  # `the mill nearing completion and the hospital`
    if p.sense == "visit" and p.kind == "verb" and _sees_another_thing(reading, read, p):
        tied = [one for one in tied if one[0].end > p.first]
    if p.sense == "visit" and p.kind == "verb":
        tied = [one for one in tied if not _OF_WHAT_IS_SEEN.match(reading.folded, p.last, one[0].start)]
    makes = p.form == "gerund" and p.sense == "run"
    if makes and _IS_ONE.search(reading.folded, read.sentence.start, p.first):
        return []
    if len(tied) > 1 and _RELATIVE_FAR.fullmatch(reading.folded, tied[-1][0].end, p.first):
        tied = tied[-1:]  # `larger than the one in B that was opened in May`
    if p.kind == "noun":
        return [
            one
            for one in tied
            if RANK[one[2]] > 1
            or not (
                _is_taken(reading, read, p, one[0])
                or _has_its_own(reading, read, p, one[0])
                or _is_of_other(reading, p, one[0])
            )
        ]
    if p.sense == "built" and p.first == p.start:
        tied = [one for one in tied if one[0].end >= p.start - 1]  # `the newly built township`
    tied = [one for one in tied if one[2] != "at it"]  # `a dormitory was built at the mill`
    if p.kind == "verb" and p.sense in _BUILDS and (p.form != "perfect" or _has_done(reading.folded, p)):
        thing = _OF_A_THING.match(reading.folded, p.last) is not None and p.form == "past"
        own = thing or (p.sense == "finish" and _has_done(reading.folded, p))
        tied = [one for one in tied if one[2] != "active subject" and not (own and one[0].end <= p.first)]
        return [one for one in tied if RANK[one[2]] > 1 or not _is_taken(reading, read, p, one[0])]
    return list(tied)


_GIVES = Pattern(r"(?:suppl|deliver|provid|ship|send)\w*\b")
"""Verbs that a works does to those who get its goods."""
_THE_ONE = Pattern(r"\b(?:the ones?|those) $")
"""Before a participle: which one is meant, `modelled on the one completed in Kusong`."""


def _has_done(folded: str, p: Predicate) -> bool:
    """Whether a verb that is no passive is done to some other thing: `the mill has completed a system`."""
    if p.form == "perfect" and " been " in folded[p.first : p.start]:
        return False
    if p.sense != "finish":
        return p.sense in ("build", "open")
    thing = _OF_A_THING.match(folded, p.last) or _OF_THINGS.match(folded, p.last)
    return thing is not None and _ITS_WORK.match(folded, p.last) is None


_ITS_WORK = PhrasePattern(
    r" (?:the |an? |its |their )(?:[\w-]+ ){0,3}?(?:{work}|moderni\w+|expansion|stage|phase)\b"
)
"""Behind a verb: it is done to the facility, `has completed its modernization`."""
_IS_ONE = PhrasePattern(
    r"(?:\b(?:is|was|are|were|as)(?: an?| the)?|, an?|, one of the) (?:[\w'-]+ ){0,4}?{facility noun} $"
)
"""Before what a thing makes: that only says what it is, `the mill is a factory producing glass`."""


def _is_taken(reading: Reading, read: SentenceReading, p: Predicate, group: Group) -> bool:
    """Whether another word is said of a facility behind a noun: `followed by the opening of X`."""
    return any(
        p.end <= q.start < group.start and RANK[argument_of(reading, read, q, group)] == 3
        for q in read.predicates
        if q is not p and q.sense != "hold"
    )


def _has_its_own(reading: Reading, read: SentenceReading, p: Predicate, group: Group) -> bool:
    """Whether a verb parts a facility from what a noun is of: `the opening of a mine was marked at it`."""
    if p.sense not in _NOUNS or _OF_OTHER.match(reading.folded, p.end) is None:
        return False
    if p.end <= group.start and _FINITE_AUX.search(reading.folded, p.end, group.start):
        return True
    return any(
        q.kind == "verb" and p.end < q.first and q.last < group.start and q.form in _FINITE
        for q in read.predicates
    )


def _is_of_other(reading: Reading, p: Predicate, group: Group) -> bool:
    """Whether a noun behind a facility is of something else: `shown at the opening of the exhibition`."""
    behind = {"open": _OF_OTHER, "visit": _TO_OTHER}.get(p.sense)
    return behind is not None and group.end <= p.first and behind.match(reading.folded, p.end) is not None


_BUILDS = frozenset({"build", "finish", "ground", "modernize", "open"})
_MADE = frozenset({"build", "appear", "open", "finish", "ground"})
_THING_AT_IT = PhrasePattern(r"들?(?:에|에서|의|안에|내에)? [^.]{0,40}?{other thing}[이가을를] ")
"""Behind a facility: something that is none stands there, 공장에 기숙사가 지어져."""
_BUT = PhrasePattern(r"(?:[가-힣]으나|지만|[은는한된] ?{next told})[ ,]")


def _is_this_one(reading: Reading, read: SentenceReading, p: Predicate, group: Group) -> bool:
    """Whether what a Korean clause leaves out is named behind it: 착공식에 참석했는데 이 병원을 중시한다."""
    tells = (p.kind == "noun" and p.sense in ("open", "ground", "site")) or p.sense == "visit"
    return tells and group is read.groups[0] and _THIS.search(reading.text, p.last, group.start) is not None


_THIS = Pattern(r"[ ,](?:이|그) $")
_LEFT_OUT = Pattern(r"식?[이가], ")
"""Behind a noun whose verb only the next clause names: A에서는 준공식이, B에서는 착공식이 진행되였다."""


def _is_of_the_clause_before(reading: Reading, read: SentenceReading, p: Predicate, group: Group) -> bool:
    """Whether a clause set against that of a facility has its own place: 공장은 미루었으나 신원군에서는."""
    if p.governor == "choice":
        return False  # 공장을 짓기로 했으나 곡산군이 추가되였다
    but = _BUT.search(reading.text, group.end, p.start)
    ends = [but.end()] if but is not None else []
    ends += [
        q.end
        for q in read.predicates
        if q.kind == p.kind == "noun"
        and group.end <= q.start < p.start
        and _LEFT_OUT.match(reading.text, q.end)
    ]
    return any(end <= site.start < p.start for end in ends for site in read.sites)


_OF_A_PLACE = PhrasePattern(
    r"들?[이가] {lies there} (?:[가-힣]+ ){0,2}?[가-힣]+(?:시|군|구역|구)[에의은는이가, ]"
)
"""Behind a facility that only says where a place is: 공장이 자리한 고산군."""
_SENT_TO = PhrasePattern(r"들?에로? (?:[가-힣]+[을를] )?{to be used} ")
"""Behind a facility that only something is for: 공장에 보낼 설비를 만드는."""
_GIVEN_TO = Pattern(r"들?(?:에|에로|에게) (?:[가-힣]+ ){0,2}(?:공급|배달|수송|출하)")
"""Behind a facility that something is sent to: 전기가 공장들에 공급된다."""
_BESIDE = PhrasePattern(r"들?의? ?(?:바로 )?{next to}(?:에[는도서]?|의|쪽에) |들? ?(?:대신|말고) ")
"""Behind a facility that something else stands by: 공장 앞에 정류소가 생겼다."""
_OTHER_WORKS = PhrasePattern(
    r"(?:(?!지구){other thing}|읍지구|(?<![지구])역(?= [가-힣]*공사))들?(?:\([^)\n]*\))?들?"
    r"(?: ?[가-힣]{0,4}(?:공사|건설|작업|정리|보수)(?:장|현장)?)?"
    r"(?:[이가을를은는도의] ?(?:[가-힣]{1,5} ){0,2}| ?)$"
)
"""Before a predicate: what it is said of is no facility, 도로공사가 계속되고있다."""
_AND = Pattern(r"들?(?: ?건설장| ?공사장)?(?:과 |와 |, ?| 및 |[·ㆍ])")
"""Behind a facility that is listed with something else."""
_ITS_WORDS = 30
_OBJECT_KO = Pattern(r"(?:들)?[을를]")


def _nearest(read: SentenceReading, tied: Sequence[Tied], best: int) -> list[Tied]:
    """Facilities before a Korean predicate, without those that another verb parts from the nearest one."""
    near = max((group.end for group, _, argument in tied if argument in ("before", "compound")), default=0)
    verbs = [p.start for p in read.predicates if p.kind == "verb" and (best == 2 or p.aspect != "adjunct")]
    return [
        (group, where, argument)
        for group, where, argument in tied
        if argument != "before" or not any(group.end <= start < near for start in verbs)
    ]


_BARE = frozenset({"open", "build", "finish", "begin", "appear"})
"""Senses whose participle without an auxiliary describes rather than tells."""
_OF_OTHER = PhrasePattern(
    r" (?:ceremon\w+ )?(?:of|for) (?!(?:{pointing back}|(?:construction|building)(?=[,.;]| \w+ed\b| took))\b)"
)
_TO_OTHER = PhrasePattern(r" (?:to|of) (?!(?:{pointing back}|there)\b)(?:an?|the|another|several) ")
_ANAPHOR = PhrasePattern(r"\b{said before}\b(?: [\w-]+){0,3} ?$")
_NOUNS = frozenset({"open", "ground", "build", "finish", "begin", "modernize"})
_NAMED_BY_VERB = frozenset({"open", "build", "appear", "get", "finish", "modernize"})


_SEEN = PhrasePattern(
    r" (?:the |an? )?(?:(?!of\b)[\w'’-]+ ){0,4}?{no facility}\b"
    r"| of (?:the )?(?:farming|mining|fishing|harvest\w*)\b"
)
_SEEN_PLACE = Pattern(r" (?:the )?(?:(?:\w+ern|\w+al|nearby|\w+ing|border|port|mountain\w*) )*(?:\w+ of )?")
"""Between a visit and a place that is visited itself: `visited the northern city of Samjiyon`."""
_SEES_NEW = Pattern(r" (?:an?|some|several|two|three) (?!(?:new |building |construction )?sites?\b)[a-z]")
_OBJECT_NEAR = 50
_OF_WHAT_IS_SEEN = Pattern(
    r" (?!.*\b(?:sites?|works|shops?|wards?)\b)(?:[\w'’-]+,? ){1,8}?"
    r"(?<!along )(?<!together )(?:with|that|which|who|where|whose|near|beside|opposite) "
)
"""Between a visit and a facility that is not what is seen: `visited a show with goods from the mill`."""
_SEEN_AT = PhrasePattern(r"\W*(?:at|on|in) (?:the |an? )?(?:[\w'’-]+ ){0,4}?{no facility}\b")


def _sees_another_thing(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a visit has an object of its own: `toured several places`, `on farms in Anak he heard`."""
    if p.form == "at" or _SEEN_AT.match(reading.folded, read.sentence.start, p.first):
        return True
    if _SEES_NEW.match(reading.folded, p.last):
        return True
    if p.kind != "verb":
        return False
    objects = (s.start for s in read.sites if 0 <= s.start - p.last <= _OBJECT_NEAR)
    return _SEEN.match(reading.folded, p.last, read.sentence.end) is not None or any(
        _SEEN_PLACE.fullmatch(reading.folded, p.last, start) for start in objects
    )


_ITS_OWN = PhrasePattern(
    r"(?<![가-힣])(?![가-힣]*(?:{it may be}|{what is finished})들?[을를이가은는] )"
    r"[가-힣·]{2,14}(?<!에서)(?<![에로날해군시])(?P<mark>[을를이가은는]) "
    r"(?:(?:{how it was done}|[가-힣]{1,4}(?:으로|[히게])|\d+일) ){0,2}$"
)
"""Before a predicate: what it is said of, which can mean no facility, 문화휴식터가 준공됐다."""
_IS_DONE = Pattern(r"개[장업원관]|문[을이] |[가-힣]*?(?:[되됐된돼졌진]|지[여어]|끝나|끝났|끝난)")


_A_PLACE = Pattern(r"[가-힣](?:군|시|구역|도)[을를] (?:[가-힣]+ )?$")
"""Before a visit: it is paid to a county itself."""


def is_of_its_own(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a Korean predicate has a subject or object of its own that is no facility."""
    text, low = reading.text, max(read.sentence.start, p.start - _ITS_WORDS)
    if _OTHER_WORKS.search(text, low, p.start):
        return True
    if p.kind == "noun" and p.sense in ("open", "ground"):
        before = [q for q in read.predicates if q.kind == "verb" and q.last < p.start]
        return any(is_of_its_own(reading, read, q) for q in before[-1:] if q.sense in _MADE | _BUILDS)
    if p.sense == "visit" and p.kind == "verb" and _A_PLACE.search(text, low, p.start):
        return True
    own = _ITS_OWN.search(text, low, p.start) if p.kind == "verb" and p.sense in _MADE | _BUILDS else None
    if own is None or "part" in p.companions:
        return False
    done = p.sense == "appear" or _IS_DONE.match(text, p.start, p.last) is not None
    return done == (own["mark"] not in "을를")


_SAID_OF = frozenset({"ground", "open", "ceremony", "begin", "progress"})
_IS_FOR_A_THING = PhrasePattern(
    r" (?:(?:was|were|is|are|has been|have been|took place|held|cut|also) )*(?:held in [\w'-]+ county )?"
    r"(?:for|on|at|to (?:open|mark|celebrate|inaugurate|launch)) (?:(?:the|an?|its|their|some|several) )?"
    r"(?!(?:{determiner en}|{pointing back}|{own occasion}|{facility noun})\b)[a-z]"
)
_WORK_ON_IT = PhrasePattern(
    r"\b(?:work|construction|building) (?:on|of) (?:(?:the|an?|its|their|some|several) )?"
    r"(?!(?:{determiner en}|{pointing back}|{own occasion}|{facility noun})\b)[a-z][\w '-]* $"
)
"""Behind a ceremony and before a verb: what it is for, or work is on, that is no facility."""


def _names_another_thing(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether an English ceremony, or work, is of something that is none: `ground was broken for a dam`."""
    low = max(read.sentence.start, p.first - _WORK_ON)
    behind = _IS_FOR_A_THING.match(reading.folded, p.last, read.sentence.end)
    return behind is not None or _WORK_ON_IT.search(reading.folded, low, p.first) is not None


_WORK_ON = 60
"""Code points before a verb in which its work, and what it is on, stand."""


def _leaves_out(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether a predicate can be about a facility that its sentence does not name."""
    if read.intro is not None:
        return True
    if p.korean:
        return not is_of_its_own(reading, read, p)
    if p.sense == "visit" and _sees_another_thing(reading, read, p):
        return False
    if p.sense in _SAID_OF and _names_another_thing(reading, read, p):
        return False
    if p.kind == "noun" and p.sense in _NOUNS:
        return _OF_OTHER.match(reading.folded, p.end) is None
    if p.sense in _NAMED_BY_VERB | {"begin"} and p.kind == "verb" and not p.companions & {"work", "part"}:
        if _FRONTED_IT.match(reading.folded, p.last):
            return p.first - read.sentence.start <= 3
        return _ANAPHOR.search(reading.folded, read.sentence.start, p.first) is not None
    return True
