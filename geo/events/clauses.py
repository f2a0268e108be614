"""Clauses that hang on an English sentence: a day in one is that of its own verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.dates import DatePhrase
from geo.events.phrases import PhrasePattern, forms_of
from geo.events.predicates import COMPLETES, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.text import Pattern

_OPENS = Pattern(
    r", (?:which|where|who|whose)\b"
    r"|, (?=(?:re)?(?:built|opened|inaugurated|completed|finished|renovated|begun)\b)"
    r"|,? (?:after|before|since|because|although|once)"
    r" (?=(?:it|they|he|the|its|that|ground|work|construction)\b)"
)
_CLOSES = Pattern(r"[,;]")


def clauses_of(
    reading: Reading, read: SentenceReading, days: Sequence[DatePhrase]
) -> Iterator[tuple[int, int]]:
    """Start and end of each clause, in code points; the comma in `June 10, 2025` closes none."""
    folded, s = reading.folded, read.sentence
    for opened in _OPENS.finditer(folded, s.start, s.end):
        commas = (comma.start() for comma in _CLOSES.finditer(folded, opened.end(), s.end))
        ends = (at for at in commas if not any(d.start <= at < d.end for d in days))
        yield opened.start(), next(ends, s.end)


_JOINT = Pattern(
    r"(?:[,;] (?:and|but|while|whereas) |; )(?:then |later |finally )?"
    r"(?=(?:the|an?|its|their|his|work|construction|ground|it|they|he|this|that|another|one|two|three|in|on|at|now)\b)"
)
_FINITE = frozenset({"done", "ongoing", "present", "ahead"})


def half_of(reading: Reading, read: SentenceReading, p: Predicate) -> tuple[int, int]:
    """Where the main clause of an English predicate begins and ends, if a sentence has several."""
    s = read.sentence
    low, high = s.start, s.end
    verbs = [q for q in read.predicates if q.kind in ("verb", "state") and q.aspect in _FINITE]
    for joint in [] if p.korean else _JOINT.finditer(reading.folded, s.start, s.end):
        both = any(q.last <= joint.start() for q in verbs) and any(q.first >= joint.end() for q in verbs)
        if both or joint[0] == "; ":
            if joint.end() <= p.first:
                low = joint.start()
            elif joint.start() >= p.last:
                high = min(high, joint.start())
    return low, high


def of_its_half(
    reading: Reading, read: SentenceReading, p: Predicate, days: Sequence[DatePhrase]
) -> list[DatePhrase]:
    """The days in the main clause of a predicate, if there are any or the next one is set apart, else all."""
    low, high = half_of(reading, read, p)
    own = [d for d in days if low <= d.start < high]
    apart = high < read.sentence.end and not (read.groups or read.sites)
    apart = apart or reading.folded[low] == ";"
    return own if own or apart else [*days]


def without_the_next(reading: Reading, read: SentenceReading, p: Predicate) -> SentenceReading:
    """A sentence without what only its second main clause names, for a predicate of the first."""
    low, high = half_of(reading, read, p)
    if ";" in reading.folded[low : low + 1] + reading.folded[high : high + 1]:
        groups = [group for group in read.groups if low <= group.start < high]
        sites = [one for one in read.sites if low <= one.start < high]
        if groups and sites:
            return replace(read, groups=groups, sites=sites, owners={})
    named = [*(group.start for group in read.groups), *(sites.start for sites in read.sites)]
    if high == read.sentence.end or low > read.sentence.start or any(start < high for start in named):
        return read
    return replace(read, groups=[], sites=[], owners={})


def is_in_its_own_clause(
    reading: Reading, read: SentenceReading, p: Predicate, phrase: DatePhrase, days: Sequence[DatePhrase]
) -> bool:
    """Whether a day is that of another verb: `the mill, which opened in June, was shown`."""
    if p.korean:
        return _is_of_what_is_described(reading, read, p, phrase)
    if _is_of_nothing_of_ours(reading, read, p, phrase, days):
        return True
    if _leads_another(reading, read, p, phrase, days) or is_of_another_deed(reading, read, p, phrase):
        return True
    if phrase.end <= p.first and _AND_SAID.search(reading.folded, phrase.end, p.first):
        return True
    if p.sense in ("hold", "ceremony") or len(read.predicates) < 2:
        return False
    for start, end in clauses_of(reading, read, days):
        if start < phrase.start and phrase.end <= end and not start < p.start < end:
            inside = (q for q in read.predicates if start < q.start < end)
            return any(q.kind in ("verb", "state") and q.sense not in ("hold", "ceremony") for q in inside)
    verbs = [q for q in read.predicates if q is not p and q.kind == "verb"]
    own = any(p.last <= d.start and not any(p.last <= q.first < d.start for q in verbs) for d in days)
    before = phrase.end <= p.first and any(q.last <= phrase.start for q in verbs)
    return own and before and _AND_DID.fullmatch(reading.folded, phrase.end, p.first) is not None


def _is_of_nothing_of_ours(
    reading: Reading, read: SentenceReading, p: Predicate, phrase: DatePhrase, days: Sequence[DatePhrase]
) -> bool:
    """Whether a day is in a clause on none of our things: `in Anak, where floods began in July, ...`."""
    folded, s = reading.folded, read.sentence
    clauses = [c for c in clauses_of(reading, read, days) if _DESCRIBES.match(folded, c[0])]
    if opened := _FIRST_CLAUSE.match(folded, s.start, s.end):
        if folded.startswith("since ", s.start) and phrase.end < opened.end() <= p.start:
            return True  # `since opening it in May, he has been there five times`
        clauses.append((s.start, opened.end()))
    return any(
        start < phrase.start < end
        and not start < p.start < end
        and not any(start < q.start < end for q in read.predicates)
        for start, end in clauses
    )


def deed_of(reading: Reading, read: SentenceReading, phrase: DatePhrase) -> tuple[int, bool] | None:
    """Where the English verb stands that a day is behind in its clause, and whether it is a term of ours."""
    folded, at = reading.folded, phrase.start
    low = max(read.sentence.start, at - _ITS_CLAUSE)
    deeds = [hit for hit in _DEED.finditer(folded, low, at) if not _is_shared(folded, hit.start())]
    verbs = [q for q in read.predicates if low <= q.first and q.last <= at]
    last = max((q.last for q in verbs), default=low)
    deed = next((hit for hit in reversed(deeds) if hit.end() > last), None)
    if deed is not None:
        return (deed.start(), False) if _TO_DAY.fullmatch(folded, deed.end(), at) else None
    deed_words = verbs and (verbs[-1].kind == "verb" or verbs[-1].sense in ("ground", "open"))
    ours = deed_words and verbs[-1].kind != "noun" and verbs[-1].sense not in ("hold", "ceremony")
    return (verbs[-1].first, True) if ours and _TO_DAY.fullmatch(folded, last, at) else None


def _is_shared(folded: str, at: int) -> bool:
    """Whether a verb says what is done at an event; not of things, `equipment that arrived in May`."""
    return _SHARED_DEED.match(folded, at) is not None and not folded.endswith((" that ", " which "), 0, at)


def is_of_another_deed(reading: Reading, read: SentenceReading, p: Predicate, phrase: DatePhrase) -> bool:
    """Whether a day is that of another verb: `fired a missile on July 25 and opened a mill`."""
    deed, folded = deed_of(reading, read, phrase), reading.folded
    if deed is None:
        return False
    at, known = deed
    joins = _HANGS if known else _JOINS
    if (known and _ANOTHER_THING.search(folded[read.sentence.start : at])) or deed == (p.first, False):
        return True  # `held talks`
    other = known and any(q.first == at and _are_two(p, q) for q in read.predicates)
    if p.last <= at:
        return other or joins.search(folded, p.last, at) is not None
    if p.first < phrase.end or _AT_ONCE.search(folded, phrase.end, p.first):
        return False
    if not known:
        return _PARTS.search(folded, phrase.end, p.first) is not None
    if _AND_ANOTHER.match(folded, phrase.end) or (other and folded.startswith(",", phrase.end)):
        return True
    return joins.search(folded, max(read.sentence.start, at - _ITS_CLAUSE), at) is not None


def _are_two(p: Predicate, q: Predicate) -> bool:
    """Whether two predicates are of deeds that are not done on one day: a start, an opening, a visit."""
    deeds = [next((number for number, deed in enumerate(_DEEDS) if one.sense in deed), -1) for one in (p, q)]
    return deeds[0] != deeds[1] and -1 not in deeds and "ahead" not in (p.aspect, q.aspect)


_DEEDS = (frozenset({"ground", "begin"}), COMPLETES | {"modernize", "run"}, {"visit", "site"}, {"plan"})
_ITS_CLAUSE = 120
"""Code points before a day in which stands its verb."""
_DEED = PhrasePattern(
    r"(?<!newly )(?<!recently )(?<!the )(?<!\ba )(?<!\ban )"
    r"\b(?:[a-z-]{2,}ed|{deed}|held (?:\w+ ){0,3}{has a day})\b"
)
_TO_DAY = PhrasePattern(
    r"(?: (?!{hangs en}\b|that\b)[^,;.\s]+)*(?<! and)(?<! but)(?: on| in)?(?: early| late| the)? "
)
_SHARED_DEED = PhrasePattern(r"(?:{reported en}|{done with it})\b")
"""What is done at an event of ours, so that the day is of both: `officials attended the ceremony on`."""
_JOINS = PhrasePattern(r"(?:,|\b{joins a deed})(?: [\w'’-]+){0,5} $")
_AT_ONCE = Pattern(r"\b(?:as|while|when) (?:[\w'’-]+ ){0,4}$|\bto $")
"""Between a day and a verb that the verb before is told with: `thanked them on May 4 as he visited`."""
_ANOTHER_THING = PhrasePattern(
    r"(?:^\W*|, |\b(?:and|but|while|as|after|before) )(?:(?!(?:of|near|at|for|in|by|to)\b)[\w'’-]+ ){0,3}?"
    r"{other matter}(?: [\w'’-]+){0,3}(?:, north korea,)? $"
)
"""Before a verb: what it is told of, if it is none of ours."""
_PARTS = Pattern(r",| (?:and|but|before|after|then|while|of|about|showing) ")
_AND_ANOTHER = Pattern(r",? and (?:the|an?|its) ")
_HANGS = PhrasePattern(r"\b{hangs en}(?: [\w'’-]+){0,5} $")
"""Before a verb: the clause that it opens."""


def _leads_another(
    reading: Reading, read: SentenceReading, p: Predicate, phrase: DatePhrase, days: Sequence[DatePhrase]
) -> bool:
    """Whether a day opens the clause of another verb, or this one's has its own: `and in May he saw B`."""

    def leads(day: DatePhrase, q: Predicate) -> bool:
        opens = day.end <= q.first and _SUBJECT.fullmatch(reading.folded, day.end, q.first)
        return bool(opens and _BEGINS.search(reading.folded, max(0, day.start - 12), day.start))

    if any(leads(phrase, q) for q in read.predicates if q is not p and q.kind == "verb"):
        return not leads(phrase, p)
    return any(leads(day, p) and phrase.end <= day.start for day in days)


_BEGINS = Pattern(r"\b(?:and|but|then|while) (?:(?:in|on|early|late|last|the) ){0,2}$")
_AND_SAID = PhrasePattern(
    r",? and (?:he |she |they |the \w+ |kim )?(?:also |then )?(?:{reported en}|noted|added|stressed) that "
)
"""Between a day and a verb that it is not of: `was begun on May 4, and he said that it has been opened`."""
_SUBJECT = Pattern(
    r",? (?:he|she|they|it|kim(?: jong[ -]un)?|the (?:leader|premier))"
    r"(?: also| then| later| again)?(?: had| has)? "
)
_DESCRIBES = Pattern(r", (?:which|where|who|whose)\b")
_FIRST_CLAUSE = Pattern(
    r"\W*(?:after|when|as|since|before|because|although) [^,;\n]{8,160},"
    r"(?: (?:north korea|dprk|[a-z]+ (?:[a-z]+ )?province),)*(?: (?:in|on|late|early|last) [^,;\n]{3,24},)?"
)


def _is_of_what_is_described(
    reading: Reading, read: SentenceReading, p: Predicate, phrase: DatePhrase
) -> bool:
    """Whether a day is told of a Korean place or facility only: 2004년 4월 폭발사고가 발생한 룡천군에."""
    if phrase.end <= p.start and _EARLIER_THAN_IT.search(reading.text, phrase.end, p.start):
        return True
    basis = _ON_THE_BASIS.match(reading.text, phrase.end, p.start)
    within = [q for q in read.predicates if phrase.end <= q.start]
    told = basis and _TOLD.search(basis[0])  # none: 26일 정책에 따라 착공했다
    if basis and told and all(q.sense in ("plan", "begin", "hold") for q in within if q.start < basis.end()):
        return True
    starts = [*(sites.start for sites in read.sites), *(group.start for group in read.groups)]
    behind = [start for start in starts if phrase.end <= start < p.start]
    if not behind:
        return False
    if p.sense != "visit" and _PARTED.match(reading.text, phrase.end, min(behind)):
        return True
    clause = _ADNOMINAL.fullmatch(reading.text, phrase.end, min(behind))
    if clause is None or clause["verb"].endswith(_HELD):
        return False
    known = [q for q in within if q.start < min(behind)]
    return all(q.sense == "plan" or (q.sense, q.aspect) == ("ceremony", "adjunct") for q in known)


_EARLIER_THAN_IT = Pattern(r"[가-힣](?:고|며|면서|지만|으나),? (?:이에 |그에 |이보다 )?앞서 ")
"""Between a day and what went before: 20일 온천군에서 행사가 열렸고, 앞서 함주군에서도."""
_TOLD = Pattern(r"[된한신린] |회의|대회|연설")
_PARTED = Pattern(
    r"[^.;\n]*?(?:(?<!참[석가])[았었였했됐렸](?:고|으며|지만|으나),?|[데에] (?:뒤)?이[어여]"
    r"|[가-힣] (?:뒤|이?후|지) (?:처음|\S{1,4} ?만에)\S*) "
)
"""Between a day and what is told of with another verb: 27일 미사일을 쏘았고, 강동군에서는."""
_ON_THE_BASIS = PhrasePattern(
    r"[^.;\n]{0,60}?{basis}[’'”\"》」]?(?:에 따[라른]|에 의[해하한]|(?:에서 \S{1,4} )?대로"
    r"| (?:이후|이래) |[을를] 받들|[이을를가] \S{1,5} (?:이후|이래|후))"
)
"""Between a day and an event: the decision or policy that it is of, 2024년 1월 제시된 정책에 따라."""
_ADNOMINAL = PhrasePattern(
    r"(?:에는?|의|,)? (?:[^.,;\n]{1,40} )?(?!{no verb} )(?P<verb>[가-힣]*(?:{did ko})) "
    r"(?:[가-힣]{2,5}(?:으로|로|[을를]) |{leader ko}(?:이|은|는|께서) )?"
    r"(?:(?:북한|조선)(?:의|에서|[이은])? |[가-힣]{2,4}도의? )*"
)
"""Between a day and a place: a clause whose verb none of our terms is."""
_HELD = forms_of("held ko")


_AND_DID = Pattern(r",? and (?:(?:then|later|also|again|he|it|had|has|was|were) )*")
"""Between the day of a verb and the next one, which has its own: `began it in May and saw it in June`."""
