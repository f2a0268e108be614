"""
Which stage of which facility a document reports, where and when, each with the words that say so.

Sentences are read in order. In each, stage cues (`was inaugurated`, 착공식) are sought with the places, facilities
and dates of their clause; what a sentence leaves out (`The ceremony took place on June 21`) is taken from the
sentences before it. The findings of one project are then joined: a finer date and a body sentence win over a
coarse one and a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from geo import vocabulary
from geo.clauses import Clause, Pair, pair_up, split_clauses
from geo.dates import DatePhrase, find_dates, go_back
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.models import Document, Event, Evidence, Mention, Place
from geo.sentences import Sentence, split_sentences
from geo.vocabulary import Term

EVIDENCE_MAX = 400
MAIN_STAGES_WITH_REPORT_DATE = frozenset({"under_construction", "operating"})
SPECIAL_CITIES = frozenset({"KP10", "KP11", "XKP13", "XKP15"})
ORDER = {"planned": 0, "groundbreaking": 1, "under_construction": 2, "completed": 3, "operating": 4}


@dataclass(frozen=True, slots=True)
class Finding:
    """One stage of one facility at one place, as one clause states it."""

    place: Mention
    facility: str
    stage: str
    date: str | None
    dated: bool
    """Whether the clause gives a date of its own."""
    sentence: Sentence
    start: int
    end: int
    rule: str
    carried: bool
    """Whether the place comes from an earlier sentence."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Place, facility and stage: findings of one key are one event, unless their days differ."""
        return _place_key(self.place), self.facility, self.stage


@dataclass
class Memory:
    """What the sentences before have said, for those that leave it out."""

    places: tuple[Mention, ...] = ()
    facilities: tuple[Term, ...] = ()
    places_at: int = -99
    """Number of the sentence the places come from."""
    topic: bool = False
    """Whether they were only spoken of: `For the people of Yonthan County ...`."""
    stage: Term | None = None
    """Cue of the last event, for `A similar ceremony took place in ...`."""
    pending: tuple[Term, ...] = ()
    """Cues of the sentence before, if it named no place: `toured several sites. In Songchon he ...`."""
    pending_dates: tuple[DatePhrase, ...] = ()
    pending_paragraph: int = -99
    day: str | None = None
    """The last day named, for `on that day`."""
    month: str | None = None
    """The last month named, for `on the 31st of the month`."""


@dataclass
class Reader:
    """One document while it is read."""

    document: Document
    gazetteer: Gazetteer
    mentions: tuple[Mention, ...]
    policy: bool
    memory: Memory = field(default_factory=Memory)
    unplaced: set[tuple[str, str]] = field(default_factory=set)
    """(facility, stage) that the title or the first sentences tell without a place."""

    @property
    def text(self) -> str:
        """The text that offsets point into."""
        return self.document.text


_POLICY = re.compile(
    r"20 ?[×xX*] ?10|10 ?[×x] ?20|20-by-10|regional development polic|local development policy|policy of regional development"
    r"|regional[- ]development|regional[- ]industr|local[- ]industr|지방발전|지방공업|이십승십",
    re.IGNORECASE,
)
_TWENTY_BY_TEN = re.compile(
    r"20 ?[×xX*] ?10|10 ?[×x] ?20|20-by-10|regional development polic|지방발전 ?20|지방발전정책|이십승십", re.IGNORECASE
)


def find_events(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> tuple[Event, ...]:
    """
    Events that a document states as fact, by the rules of docs/events.md.

    Returns
    -------
    events
        In order of their evidence; one per place, facility group, stage and (for visits) day.
    """
    reader = Reader(
        document,
        gazetteer or load_gazetteer(),
        tuple(mentions),
        _POLICY.search(document.text) is not None,
    )
    findings: list[Finding] = []
    for sentence in split_sentences(document):
        findings.extend(_read_sentence(reader, sentence))
    chosen = _choose(reader, findings)
    twenty = _TWENTY_BY_TEN.search(document.text) is not None
    return tuple(_event(reader, finding, twenty) for finding in chosen)


def _read_sentence(reader: Reader, sentence: Sentence) -> Iterator[Finding]:
    text = reader.text
    whole = Clause(
        sentence.start,
        sentence.end,
        tuple(_kept_cues(reader, sentence)),
        _event_places(reader, sentence),
        _facilities(reader, sentence),
        _dates(reader, sentence),
    )
    whole = _continued(reader, sentence, whole)
    found = False
    for clause in split_clauses(text, whole):
        for finding in _read_clause(reader, sentence, whole, clause):
            found = True
            yield finding
    _remember(reader, sentence, whole, found)


_THAT_DAY = re.compile(r"(?:on )?(?:that|the same|the very|this) day|이날|같은 ?날|당일", re.IGNORECASE)


def _dates(reader: Reader, sentence: Sentence) -> tuple[DatePhrase, ...]:
    """Date phrases of the sentence; `that day` is the day named before."""
    found = find_dates(reader.text, sentence.start, sentence.end, reader.document.published_on)
    return tuple(_placed(reader, phrase) for phrase in found)


_BARE_DAY = re.compile(r"(?:on )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|일)?(?: (?:day )?of (?:the|that|the same) month)?", re.IGNORECASE)


def _placed(reader: Reader, phrase: DatePhrase) -> DatePhrase:
    """`that day` and `the 31st of the month` by the dates named before."""
    memory = reader.memory
    words = reader.text[phrase.start : phrase.end]
    if memory.day and _THAT_DAY.fullmatch(words):
        return replace(phrase, date=memory.day)
    bare = _BARE_DAY.fullmatch(words)
    if memory.month and bare and (phrase.date is None or "month" in words):
        return replace(phrase, date=f"{memory.month}-{int(bare['day']):02d}")
    if memory.month and phrase.date is None and phrase.kind == "range":
        return replace(phrase, date=memory.month)
    return phrase


def _remember(reader: Reader, sentence: Sentence, whole: Clause, found: bool) -> None:
    """Keep what a later sentence may leave out."""
    memory = reader.memory
    generic = vocabulary.GENERIC_PLACES.search(reader.text[sentence.start : sentence.end]) is not None
    settled = [cue for cue in whole.cues if cue.value != "same"]
    if not whole.places and sentence.paragraph <= 1 and not sentence.is_caption and not generic:
        reader.unplaced |= {(f.value, cue.value) for f in whole.facilities for cue in settled}
    ceremonies = [cue for cue in settled if cue.value in ("groundbreaking", "completed", "inspection")]
    if ceremonies and (found or not whole.places):
        memory.stage = ceremonies[-1]
    months = [d.date[:7] for d in whole.dates if d.date and len(d.date) >= 7]
    if months and not sentence.is_caption:
        memory.month = months[-1]
    days = [d.date for d in whole.dates if d.date and len(d.date) == 10]
    if days and not sentence.is_caption:
        memory.day = days[-1]
    unplaced = not whole.places and bool(whole.dates or whole.facilities)
    memory.pending = tuple(settled) if unplaced else ()
    memory.pending_dates = whole.dates if unplaced else ()
    memory.pending_paragraph = sentence.paragraph
    known = {_place_key(m) for m in memory.places}
    if any(sentence.start <= m.start < sentence.end and _place_key(m) in known for m in reader.mentions):
        memory.places_at = sentence.number
    places = whole.places or (() if memory.places else _topic_places(reader, sentence))
    if places and not sentence.is_caption and (found or whole.facilities or not memory.places or memory.topic):
        memory.places, memory.places_at, memory.topic = places, sentence.number, not whole.places
    both = bool(whole.places and whole.facilities)
    if whole.facilities and not sentence.is_caption and (found or both or (not memory.facilities and not generic)):
        memory.facilities = whole.facilities


def _continued(reader: Reader, sentence: Sentence, whole: Clause) -> Clause:
    """Give a sentence the stage it only points to, or that the sentence before stated without a place."""
    memory = reader.memory
    real = tuple(cue for cue in whole.cues if cue.value != "same")
    tour = any(cue.value == "inspection" for cue in memory.pending) and memory.pending_paragraph == sentence.paragraph
    if tour and whole.places and _at_sites(reader, whole):
        real = ()
    pending = {cue.value for cue in memory.pending} if memory.pending_paragraph == sentence.paragraph else set()
    if real and not whole.dates and whole.places and {cue.value for cue in real} <= pending:
        return replace(whole, cues=real, dates=memory.pending_dates)
    if real:
        return replace(whole, cues=real)
    if any(cue.value == "same" for cue in whole.cues):
        stage = memory.stage
        same = tuple(
            replace(cue, value=stage.value, rule=f"{cue.rule}: {stage.rule}")
            for cue in whole.cues
            if stage and cue.value == "same"
        )
        return replace(whole, cues=same)
    if memory.pending and whole.places and memory.pending_paragraph == sentence.paragraph and _at_sites(reader, whole):
        first = memory.pending[0]
        at = replace(first, start=whole.places[0].start, end=whole.places[0].start)
        return replace(whole, cues=(at,), dates=whole.dates or memory.pending_dates)
    return whole


def _at_sites(reader: Reader, whole: Clause) -> bool:
    """Whether the first place is where something goes on: `At the sites in Songchon County`."""
    before = reader.text[whole.start : whole.places[0].start].lower()
    return re.search(r"\b(?:in|at)(?: the)? (?:\w+ ){0,3}$", before) is not None and len(before) < 40


def _kept_cues(reader: Reader, sentence: Sentence) -> Iterator[Term]:
    """Cues that say a thing has happened, or is planned."""
    text = reader.text
    for cue in vocabulary.find_cues(text, sentence.start, sentence.end):
        before = vocabulary.words_before(text, cue.start, sentence.start)
        after = text[cue.end : min(sentence.end, cue.end + 60)]
        if cue.value != "planned" and _is_unreal(cue, before, after, text):
            continue
        if cue.value == "completed" and _WHICH_STANDS.match(text[cue.start : cue.end]) and re.search(r"\b(?:which|that|site) $", before):
            continue
        led = _led_before(reader, text[max(sentence.start, cue.start - 5) : cue.end]) or any(pending.value == "inspection" for pending in reader.memory.pending)
        if cue.value == "inspection" and not led and not _is_leaders(text[sentence.start : sentence.end], before):
            continue
        yield cue


def _is_unreal(cue: Term, before: str, after: str, text: str) -> bool:
    """Whether the words around a cue make it a wish, a condition, a forecast or a mere mention."""
    if vocabulary.VETO_BEFORE.search(before) or vocabulary.VETO_AFTER.match(after):
        return True
    if _THANKS.search(before):
        return True
    if "가" <= text[cue.start] <= "힣":
        return vocabulary.KO_FUTURE_AFTER.match(after) is not None
    noun = re.search(r"(?:ing|ion|ings|ions|ceremony|ceremonies|completion|construction)$", text[cue.start : cue.end].lower())
    return noun is not None and cue.value != "under_construction" and _passing(before)


def _led_before(reader: Reader, words: str) -> bool:
    """Whether `the visit` goes on about a leader's visit."""
    stage = reader.memory.stage
    return stage is not None and stage.value == "inspection" and re.search(r"[Tt]he (?:visit|tour|trip|inspection)$", words) is not None


_WHICH_STANDS = re.compile(r"stands?\b", re.IGNORECASE)
_THANKS = re.compile(r"(?:s[ae]e(?:n|s)?|saw) (?:to it )?that [^.]*$|(?:let|had|made|ordered) (?:an?|the|it|them|this|these|such|modern|new|many) [^.]{0,40}$|to have [^.]{0,40}$")
_PASSING = re.compile(
    r"\b(?:since|from|until|till|preparations? for|preparing for|ahead of|before|prior to|in time for|on the eve of"
    r"|upcoming|coming|planned|next) (?:the |its |their |a |this |that |first |day of (?:the )?)*$"
)


def _passing(before: str) -> bool:
    """Whether a ceremony is only a point of reference: `from the ground-breaking to this day`."""
    return _PASSING.search(before) is not None


def _is_leaders(sentence: str, before: str) -> bool:
    """Whether a visit is a leader's."""
    return vocabulary.LEADER.search(sentence) is not None and "official" not in before[-25:]


_PARTICIPANT_BEFORE = re.compile(
    r"(?:officials?|people|inhabitants?|residents?|workers?|citizens?|cadres|builders?|soldiers?|secretar(?:y|ies)|chairm[ae]n"
    r"|members?|employees|families|women|youth|students?|natives?|teams?|delegat\w+|farmers?|experts?|doctors|committees?"
    r"|department|head|director|troops|visitors|participants|leaders?|authorities|personnel)"
    r" (?:\w+ ){0,1}?(?:of|in|from|at|for) (?:the )?(?:(?:city|county|province|district|municipality) of )?$",
    re.IGNORECASE,
)
_PARTICIPANT_AFTER = re.compile(
    r"^(?:'s)?(?: (?:County|City|Provincial|Municipal|District|Province))? ?(?:(?:Party|People's|WPK) )*(?:Committee|Party|government|authorities|officials"
    r"|residents|inhabitants|people\b|citizens|secretary|unification|state media|-based|time\b|say|said|announc|-Seoul)"
    r"|^(?:시당|군당|도당|당)?(?:위원회|책임비서)|^(?:안의|내|의)? ?(?:일군|간부|주민|근로자|인민들|시민|로동자|농장원|청년|녀성|군인)"
    r"|^(?:시|군|도|구역)?(?:당|인민)위원회",
)
_AWAY_BEFORE = re.compile(
    r"(?:than (?:that|those|the one|the ones)(?: \w+)? (?:in|of|at)|capital(?: city)?(?:,| of)?|unlike|like|as in|such as (?:those|that) in"
    r"|east of|west of|north of|south of|near|outside|from|border(?:ing)? (?:on|with)?|supplied|bound for"
    r"|(?:sent|shipped|delivered|close|next|similar|comparable) to|kilomet(?:er|re)s \w+ of|km \w+ of|modell?ed (?:on|after)|model of|example of|spirit of|experience of) (?:the )?(?:city of |county of |capital )?$",
    re.IGNORECASE,
)


def _event_places(reader: Reader, sentence: Sentence) -> tuple[Mention, ...]:
    """Counties, cities and districts of the sentence where something can happen, no participants or landmarks."""
    inside = [m for m in reader.mentions if sentence.start <= m.start < sentence.end and m.outcome in ("resolved", "ambiguous")]
    units = [m for m in inside if _is_site(m)]
    kept = [m for m in units if not _is_aside(reader, sentence, m)]
    kept = [m for m in kept if not _among_provinces(inside, m)]
    counties = [m for m in kept if _place_key(m) not in SPECIAL_CITIES]
    if counties:
        return tuple(_without_parents(reader, counties, kept))
    return tuple(m for m in kept if _city_stands_for_itself(reader, sentence, m))


def _topic_places(reader: Reader, sentence: Sentence) -> tuple[Mention, ...]:
    """The one county that a sentence speaks of, be it for its people or its committee."""
    inside = [m for m in reader.mentions if sentence.start <= m.start < sentence.end and _is_site(m)]
    counties = {_place_key(m): m for m in inside if m.outcome == "resolved" and _place_key(m) not in SPECIAL_CITIES}
    return tuple(counties.values()) if len(counties) == 1 else ()


def _among_provinces(inside: Sequence[Mention], mention: Mention) -> bool:
    """Whether a special city is listed with provinces: 평안남도와 남포시의 시와 군."""
    return _place_key(mention) in SPECIAL_CITIES and any(
        other.place and other.place.level == 1 and other.place.pcode not in SPECIAL_CITIES
        and (0 <= mention.start - other.end <= 5 or 0 <= other.start - mention.end <= 5)
        for other in inside
    )


def _without_parents(reader: Reader, counties: Sequence[Mention], kept: Sequence[Mention]) -> Iterator[Mention]:
    """Counties, and special cities that are members of their list rather than the province of one of them."""
    for mention in kept:
        if mention in counties:
            yield mention


def _is_site(mention: Mention) -> bool:
    """Whether a mention is of the level that the map shows."""
    if mention.outcome == "ambiguous":
        return any(place.level == 2 for place in mention.candidates)
    place = mention.place
    return place is not None and (place.level >= 2 or place.pcode in SPECIAL_CITIES)


def _is_aside(reader: Reader, sentence: Sentence, mention: Mention) -> bool:
    """Whether the place only says who came, or where something else is."""
    before = reader.text[max(sentence.start, mention.start - 90) : mention.start]
    after = reader.text[mention.end : min(sentence.end, mention.end + 40)]
    if _PARTICIPANT_AFTER.match(after) or _AWAY_BEFORE.search(before):
        return True
    return _PARTICIPANT_BEFORE.search(before) is not None or _listed_participant(before)


def _listed_participant(before: str) -> bool:
    """`officials in the city of A and B County were present`."""
    joined = re.search(r"^(.*?)(?:[A-Z][\w'-]+ ?)+(?:County|City|District|Province|Municipality)?,? and $", before)
    return bool(joined and _PARTICIPANT_BEFORE.search(joined[1]))


def _city_stands_for_itself(reader: Reader, sentence: Sentence, mention: Mention) -> bool:
    """Whether a special city is where it happens: `in Kaesong`, not the government, not a dateline."""
    before = reader.text[max(sentence.start, mention.start - 25) : mention.start]
    after = reader.text[mention.end : mention.end + 12]
    if re.search(r"^\W*\w*\W*$", reader.text[sentence.start : mention.start]) and re.match(r",? \w+ \d|[ ]?\d+월", after):
        return False
    if "가" <= reader.text[mention.start] <= "힣":
        return after.startswith(("에 ", "에서", "시에", "의 ", "시 ", "종합병원")) and not before.endswith("(")
    return re.search(r"\b(?:in|at|of)(?: the)?(?: city of)? $", before) is not None or re.match(r" (?:General )?Hospital", after) is not None


def _facilities(reader: Reader, sentence: Sentence) -> tuple[Term, ...]:
    """Facilities of the sentence; a bare `factories` counts beside no better word."""
    terms = vocabulary.find_facilities(reader.text, sentence.start, sentence.end)
    if any(t.value == "projects" for t in terms) or any(not t.generic for t in terms):
        terms = tuple(t for t in terms if not _is_location(reader, sentence, t, terms))
    specific = [t for t in terms if not t.generic and t.value not in ("projects", "farm")]
    kept = specific or list(terms)
    result: list[Term] = []
    remembered = [t.value for t in reader.memory.facilities if t.value in ("paper_mill", "other", "regional_industry")]
    for term in kept:
        value = term.value
        if term.value == "farm":
            farms = [t.value for t in reader.memory.facilities if t.value.endswith("_farm")]
            if not farms:
                continue
            value = farms[-1]
        elif term.generic:
            value = "regional_industry" if reader.policy else "other"
            value = remembered[0] if remembered and _TWENTY_BY_TEN.search(reader.text) is None else value
            if remembered == ["paper_mill"]:
                value = "paper_mill"
        result.append(replace(term, value=value))
    return tuple(result)


def _is_location(reader: Reader, sentence: Sentence, term: Term, terms: Sequence[Term]) -> bool:
    """Whether a facility only says where: `projects in the Sinuiju Greenhouse Complex`, 온실종합농장지구."""
    if len(terms) < 2 and not reader.text[term.end : term.end + 2] in ("지구", "지역"):
        return False
    if reader.text[term.end : term.end + 2] in ("지구", "지역") or re.match(r" (?:area|zone|district)\b", reader.text[term.end : term.end + 9]):
        return True
    named = [m for m in reader.mentions if 0 <= term.start - m.end <= 1]
    before = reader.text[sentence.start : named[0].start] if named else ""
    others = any(t is not term and t.value == "projects" for t in terms)
    return others and re.search(r"\b(?:in|at|area of)(?: the)? $", before) is not None


def _read_clause(reader: Reader, sentence: Sentence, whole: Clause, clause: Clause) -> Iterator[Finding]:
    """The findings of one clause, with what it leaves out filled in."""
    text = reader.text
    places, carried = _places_for(reader, sentence, whole, clause)
    if not places:
        return
    facilities = clause.facilities or _earlier_facilities(reader, sentence, whole, clause)
    if not whole.facilities and not _is_about_them(text[sentence.start : sentence.end], clause):
        return
    if not clause.facilities and vocabulary.names_other_works(text, clause.start, clause.end):
        return
    facilities = facilities or _unnamed_projects(reader, clause)
    if carried and all(f.value == "projects" for f in facilities) and reader.memory.facilities:
        facilities = reader.memory.facilities
    if not facilities:
        return
    full = replace(clause, places=places if not clause.places else clause.places, facilities=facilities)
    dates = _own_dates(reader, clause.dates or _lent_dates(whole, clause), clause)
    full = replace(full, dates=dates)
    pairs: Iterable[Pair]
    if clause.places and clause.facilities:
        pairs = pair_up(text, full)
    elif clause.facilities:
        pairs = [Pair(p, f, _lone_date(full)) for p in places for f in facilities]
    else:
        pairs = [p for p in pair_up(text, full) if p.place]
    for pair in pairs:
        if pair.place is None or pair.facility is None:
            continue
        for cue in _stages(clause):
            yield _finding(reader, sentence, full, pair, cue, carried)


def _unnamed_projects(reader: Reader, clause: Clause) -> tuple[Term, ...]:
    """A ceremony of the policy that does not say what is built."""
    cue = clause.cues[0]
    if cue.value == "groundbreaking" and _TWENTY_BY_TEN.search(reader.text):
        return (replace(cue, value="projects", rule="policy ceremony"),)
    return ()


def _earlier_facilities(reader: Reader, sentence: Sentence, whole: Clause, clause: Clause) -> tuple[Term, ...]:
    """Facilities that stand earlier in the sentence, else those of the sentences before."""
    before = tuple(f for f in whole.facilities if f.start < clause.start)
    if before or not whole.facilities:
        return before or _remembered_facilities(reader, sentence, whole)
    return () if sentence.is_title else _remembered_facilities(reader, sentence, whole) or whole.facilities


_REPORTED_BEFORE = re.compile(
    r"\b(?:told (?:the )?(?:[A-Z][\w.]+ ?){1,3}|said|says|saying|reported|reports?|told|announced|carried|wrote|writes|learn(?:ed|t)|released|published|dispatch|news agency|media|kcna|newspaper|sinmun|article|issue|edition)\b"
    r"(?: (?:here|in an? \w+|in a report|dated|of|from|late|early|on))*,? (?:on |of |the )?$",
    re.IGNORECASE,
)
_REPORTED_AFTER = re.compile(
    r"^\)?(?:자|발|부)?[ ]?(?:\([^)]*\))?[ ]?(?:조선중앙통신|로동신문|노동신문|통신|신문|보도|북측|북한 매체|매체|방송|전했|보도했|전하|(?:북한 |북측 |북 )?\\S{0,6}(?:통신|신문|방송|매체)[은이에가들의])"
)
_DATELINE = re.compile(r"^ ?(?:\([^)\n]{2,40}\) ?(?:[-–—]|/)|[-–—]{1,2} |\.? ?/[A-Z]+/|일?발 )")
_NOW = frozenset("today now 지금 오늘날 현재".split())


def _own_dates(reader: Reader, dates: Sequence[DatePhrase], clause: Clause) -> tuple[DatePhrase, ...]:
    """Dates of the event, not of the report about it; `today` dates no process."""
    text = reader.text
    stages = {cue.value for cue in clause.cues}
    kept = []
    for phrase in dates:
        before, after = text[max(0, phrase.start - 50) : phrase.start], text[phrase.end : phrase.end + 40]
        now = text[phrase.start : phrase.end].lower() in _NOW
        told = phrase.kind == "report" and not text.startswith("지난", phrase.start)
        if told or _REPORTED_BEFORE.search(before) or _REPORTED_AFTER.match(after) or _DATELINE.match(after):
            continue
        if now and stages & {"under_construction", "operating"}:
            continue
        if not ("planned" in stages and len(phrase.date or "") == 4):
            kept.append(phrase)
    return tuple(kept)


def _lone_date(clause: Clause) -> DatePhrase | None:
    dates = [d for d in clause.dates if d.kind not in ("duration", "future")]
    return max(dates, key=lambda d: (len(d.date or ""), d.kind != "relative")) if dates else None


def _lent_dates(whole: Clause, clause: Clause) -> tuple[DatePhrase, ...]:
    """A date in front of the whole sentence holds for its first clause's followers of the same stage only."""
    first = whole.cues[0] if whole.cues else None
    if first and clause.cues[0].value == first.value:
        return whole.dates
    return ()


def _stages(clause: Clause) -> list[Term]:
    """One cue for each stage of the clause; a visit leaves no room for `under construction`."""
    best: dict[str, Term] = {}
    for cue in clause.cues:
        best.setdefault(cue.value, cue)
    if "inspection" in best:
        return [best["inspection"]]
    if "completed" in best and "under_construction" in best:
        best.pop("under_construction")
    if "groundbreaking" in best:
        best.pop("under_construction", None)
    if len(best) > 1:
        best.pop("planned", None)
    if "completed" in best and "operating" in best:
        ceremony = best["completed"].rule in ("inaugurated", "준공")
        best.pop("operating" if ceremony else "completed")
    return list(best.values())


_ANAPHOR = re.compile(
    r"\b(?:the|its|their) (?:county|city|district)'s\b|이 (?:양식|공장|병원|농장|종합|온실|공사)|현지에서|현장을|\b(?:in|of|at) (?:the|this|that|their|its) (?:said )?(?:county|city|district|site|sites|place|area)\b|\bthere\b|\bhere\b|^\s*(?:they|it|these|the (?:factories|hospital|complex|farm|mill"
    r"|facility|ceremony|new|modern|project|plants?|inauguration|ground-?breaking|opening|construction|work|building))\b"
    r"|the (?:inauguration|ground-?breaking|opening|completion) ceremony|construction sites in the county|이곳|그곳|(?:^|\s)군(?:에서|에)|이 공장|이 병원|공장들은|준공식은|착공식은|이날",
    re.IGNORECASE,
)


def _places_for(
    reader: Reader, sentence: Sentence, whole: Clause, clause: Clause
) -> tuple[tuple[Mention, ...], bool]:
    """The places of a clause: its own, its sentence's, or those of the sentence before if it points back."""
    if clause.places:
        return clause.places, False
    words = reader.text[sentence.start : sentence.end]
    if whole.places and not vocabulary.GENERIC_PLACES.search(reader.text[clause.start : clause.end]):
        return whole.places, False
    if vocabulary.GENERIC_PLACES.search(_around(reader.text, clause)) or sentence.is_caption:
        return (), False
    memory = reader.memory
    near = sentence.number - memory.places_at <= 4
    speech = vocabulary.SPEECH.search(words) and not vocabulary.MEDIA.search(words)
    points_back = _ANAPHOR.search(words) is not None
    if speech:
        points_back = _HERE.search(words) is not None and bool(clause.facilities)
    elif any(d.date for d in clause.dates):
        reach = 3 if clause.cues[0].rule.split(":")[0] in _CEREMONIAL else 1
        points_back = points_back or sentence.number - memory.places_at <= reach
    if not clause.facilities and not _is_about_them(words, clause):
        points_back = False
    if memory.places and near and points_back and not sentence.is_title:
        return memory.places, True
    return (), False


_THEM = re.compile(
    r"^\W*(?:they|it|these|the (?:\w+ ){0,2}?(?:factory|factories|hospital|complex|farm|mill|facility|facilities|projects?|plants?|cent(?:er|re)))\b"
    r"|^\W*(?:이 |그 )?(?:공장|병원|농장|양식장|사업소|봉사소)",
    re.IGNORECASE,
)
_CEREMONIAL = frozenset(
    ("inaugurated", "completed", "ground broken", "first shovel", "start of construction", "ceremony for the construction", "work began", "착공", "준공", "similar ceremony", "같은 행사")
)


def _is_about_them(words: str, clause: Clause) -> bool:
    """Whether a sentence without a facility goes on about the one before: a ceremony, a date, or `They ...`."""
    cue = clause.cues[0]
    ceremony = cue.rule.split(":")[0] in _CEREMONIAL
    process = cue.value in ("under_construction", "operating")
    return ceremony or _THEM.match(words) is not None or (any(d.date for d in clause.dates) and not process)


def _around(text: str, clause: Clause) -> str:
    """The words between the commas around the clause's cue."""
    cue = clause.cues[0]
    start = max(text.rfind(mark, clause.start, cue.start) for mark in (",", ";", " which "))
    ends = [at for mark in (",", ";") if (at := text.find(mark, cue.end, clause.end)) >= 0]
    return text[max(start, clause.start) : min(ends, default=clause.end)]


_HERE = re.compile(r"\b(?:in|of) (?:the|this) (?:county|city|district)\b|(?:^|\s)군(?:에서|에) ", re.IGNORECASE)


def _remembered_facilities(reader: Reader, sentence: Sentence, whole: Clause) -> tuple[Term, ...]:
    """Facilities of the sentences before, for `The ceremony took place on June 21`."""
    if sentence.is_caption:
        return ()
    return reader.memory.facilities


def _finding(
    reader: Reader, sentence: Sentence, clause: Clause, pair: Pair, cue: Term, carried: bool
) -> Finding:
    assert pair.place is not None and pair.facility is not None
    date = pair.date
    since = None
    if date is None and cue.value == "groundbreaking":
        lengths = [d for d in clause.dates if d.kind == "duration" and d.start < cue.start]
        published = reader.document.published_on
        since = go_back(published, lengths[-1].basis) if lengths and published else None
    start, end = _evidence_span(reader.text, sentence, clause, pair)
    return Finding(
        place=pair.place,
        facility=pair.facility.value,
        stage=cue.value,
        date=date.date if date else since,
        dated=date is not None or since is not None,
        sentence=sentence,
        start=start,
        end=end,
        rule=f"{cue.rule} + {pair.facility.rule}" + (" + place from before" if carried else ""),
        carried=carried,
    )


def _evidence_span(text: str, sentence: Sentence, clause: Clause, pair: Pair) -> tuple[int, int]:
    """The sentence, or its clause where the sentence is longer than evidence may be."""
    start, end = sentence.start, sentence.end
    if end - start > EVIDENCE_MAX:
        start, end = clause.start, clause.end
    if end - start > EVIDENCE_MAX:
        marks = [cue.start for cue in clause.cues]
        if pair.place and clause.start <= pair.place.start < clause.end:
            marks.append(pair.place.start)
        start = max(clause.start, min(marks) - 80)
        end = min(clause.end, start + EVIDENCE_MAX)
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _place_key(mention: Mention) -> str:
    if mention.place:
        return mention.place.county_pcode or mention.place.pcode
    return "|".join(place.pcode for place in mention.candidates)


# --- from findings to events -------------------------------------------------------------------------------------


def _choose(reader: Reader, findings: Sequence[Finding]) -> list[Finding]:
    """One finding per event, with the date that the document as a whole gives it."""
    main = _main_keys(reader, findings)
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.key, []).append(finding)
    chosen: list[Finding] = []
    for key, group in groups.items():
        chosen.extend(_join(reader, group, key in main))
    chosen = _without_planned(chosen)
    chosen = _without_projects(chosen)
    chosen = _without_ceremony_tours(chosen)
    chosen = _without_visited_progress(chosen)
    chosen = _without_modernized(chosen)
    return sorted(chosen, key=lambda f: (f.start, f.place.start, f.facility, f.stage))


def _main_keys(reader: Reader, findings: Sequence[Finding]) -> set[tuple[str, str, str]]:
    """What the report is about: told in the title, in the first sentence that tells anything, or as media's word."""
    main: set[tuple[str, str, str]] = set()
    body = [f for f in findings if not f.sentence.is_title and not f.sentence.is_caption]
    first = body[0].sentence.paragraph if body else None
    for finding in findings:
        words = reader.text[finding.sentence.start : finding.sentence.end]
        lead = not finding.sentence.is_caption and finding.sentence.paragraph == first
        if finding.sentence.is_title or lead or (vocabulary.MEDIA.search(words) and not _older(words)):
            main.add(finding.key)
    lead_place = body[0].key[0] if body else ""
    for facility, stage in reader.unplaced:
        main.add((lead_place, facility, stage))
    return main


_OLDER = re.compile(
    r"\b(?:had been|had (?:also )?(?:already )?(?:be|open|start|begun)|earlier|previously|already|first to|after the one|once|before that|formerly)\b|앞서|이미|먼저",
    re.IGNORECASE,
)


def _older(words: str) -> bool:
    """Whether a sentence looks back."""
    return _OLDER.search(words) is not None


def _join(reader: Reader, group: Sequence[Finding], is_main: bool) -> Iterator[Finding]:
    """The events of one place, facility and stage."""
    stage = group[0].stage
    body = [f for f in group if not f.sentence.is_caption] or list(group)
    dated = [f for f in body if f.date]
    if stage == "inspection" and dated:
        yield from _visits(dated)
        return
    if dated:
        best = max(dated, key=lambda f: (len(f.date or ""), -f.start))
        published = reader.document.published_on or ""
        if is_main and best.date == published[:4] and stage == "completed":
            best = replace(best, date=published[:7])  # `the second this year`, told as news
        yield best
        return
    told = [f for f in body if not f.sentence.is_title] or body
    best = told[0]
    if any(f.dated for f in body):  # a time that cannot be placed in a year
        yield next(f for f in body if f.dated)
        return
    if not is_main and stage in ("groundbreaking", "inspection"):
        return
    if best.sentence.is_title and len(told) == len(body) and stage != "completed" and not is_main:
        return
    yield _with_default(reader, best, is_main)


def _with_default(reader: Reader, finding: Finding, is_main: bool) -> Finding:
    """The month of the report where nothing else dates the event and the report is about it."""
    if finding.date or finding.dated:
        return finding
    published = reader.document.published_on
    if published is None or finding.stage == "planned":
        return finding
    if finding.stage in MAIN_STAGES_WITH_REPORT_DATE or is_main:
        return replace(finding, date=published[:7])
    return finding


def _visits(dated: Sequence[Finding]) -> Iterator[Finding]:
    """Visits of different days; a coarse date that fits a finer one is the same visit."""
    kept: list[Finding] = []
    for finding in sorted(dated, key=lambda f: (-len(f.date or ""), f.start)):
        if not any((other.date or "").startswith(finding.date or "") for other in kept):
            kept.append(finding)
    yield from kept


def _without_planned(findings: Sequence[Finding]) -> list[Finding]:
    """A plan is no event where the text has a later stage of the same project."""
    later = {(f.key[0], f.facility) for f in findings if f.stage != "planned"}
    return [f for f in findings if f.stage != "planned" or (f.key[0], f.facility) not in later]


def _without_projects(findings: Sequence[Finding]) -> list[Finding]:
    """`regional development projects` count only where the text does not say what is built there."""
    specific = {(f.key[0], f.stage) for f in findings if f.facility not in ("projects", "other")}
    result = []
    for finding in findings:
        if finding.facility == "projects":
            if (finding.key[0], finding.stage) in specific or finding.stage not in ("groundbreaking", "completed"):
                continue
            finding = replace(finding, facility="other")
        result.append(finding)
    return result


def _without_ceremony_tours(findings: Sequence[Finding]) -> list[Finding]:
    """A tour on the day of the inauguration belongs to it."""
    ceremonies = {(f.key[0], f.date) for f in findings if f.stage in ("completed", "groundbreaking") and f.date}
    return [f for f in findings if f.stage != "inspection" or (f.key[0], f.date) not in ceremonies]


def _without_visited_progress(findings: Sequence[Finding]) -> list[Finding]:
    """`under construction` said of a site that is being visited adds nothing."""
    visited = {(f.key[0], f.facility) for f in findings if f.stage == "inspection"}
    return [f for f in findings if f.stage != "under_construction" or (f.key[0], f.facility) not in visited]


def _without_modernized(findings: Sequence[Finding]) -> list[Finding]:
    """A renovated factory that is inaugurated is completed; that it was renovated says no more."""
    completed = {(f.key[0], f.facility) for f in findings if f.stage == "completed"}
    return [f for f in findings if not f.rule.startswith("modernized") or (f.key[0], f.facility) not in completed]


def _event(reader: Reader, finding: Finding, twenty: bool) -> Event:
    place: Place | None = finding.place.place
    county = place
    if place and place.level == 3 and place.county_pcode:
        county = reader.gazetteer.place(place.county_pcode)
    precision = "ambiguous" if place is None else _precision(place)
    return Event(
        document_id=reader.document.id,
        pcode=county.pcode if county else None,
        name=county.name if county else None,
        province=county.province if county else None,
        outcome="resolved" if place else "ambiguous",
        candidates=() if place else finding.place.candidates,
        place_precision=precision,  # type: ignore[arg-type]
        facility=finding.facility,
        stage=finding.stage,
        date=finding.date,
        evidence=Evidence(finding.start, finding.end, reader.text[finding.start : finding.end]),
        rule=finding.rule,
        confidence=_confidence(finding),
        policy=twenty,
    )


def _precision(place: Place) -> str:
    if place.level == 3:
        return "site"
    return "city" if place.level == 1 else "county"


def _confidence(finding: Finding) -> float:
    """The place's, less for what was filled in."""
    lessened = finding.place.confidence - 0.1 * finding.carried - 0.05 * (not finding.dated)
    return round(max(0.1, lessened), 2)
