"""What a sentence leaves out and takes from the sentences before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from geo.events import vocabulary
from geo.events.clauses import Clause, is_described
from geo.events.counted import are_named, counted, pointed_at, with_recent
from geo.events.leads import REACH, leads_of
from geo.events.records import Memory, Reader, place_key
from geo.events.sites import topic_places
from geo.events.vocabulary import Term
from geo.models import Mention
from geo.text import Sentence


def remember(reader: Reader, sentence: Sentence, whole: Clause, found: bool) -> None:
    """Keep what a later sentence may leave out; `found` says whether this one gave an event."""
    settled = tuple(cue for cue in whole.cues if cue.value != "same")
    told = found or not whole.places
    _remember_stages(reader.memory, settled if told else ())
    _remember_pending(reader.memory, sentence, whole, settled)
    _remember_places(reader, sentence, whole, found)
    if sentence.is_caption:
        return
    memory = reader.memory
    words = reader.text[sentence.start : sentence.end]
    near = (lead for lead in memory.leads if sentence.number - lead.sentence.number < REACH)
    memory.leads = () if found else (*near, *leads_of(reader, sentence, whole, settled))
    memory.recent = with_recent(memory.recent, whole.places)
    memory.counted = counted(words, whole, settled) or memory.counted
    _remember_dates(reader, sentence, whole)
    generic = vocabulary.GENERIC_PLACES.search(reader.text[sentence.start : sentence.end]) is not None
    if not whole.places and sentence.paragraph <= 1 and not generic:
        reader.unplaced |= {(f.value, cue.value) for f in whole.facilities for cue in settled}
    ceremony = any(cue.value in _CEREMONIES for cue in settled)
    first = not reader.memory.facilities and not generic
    looks_ahead = not found and vocabulary.FORECAST.search(words) is not None
    if whole.facilities and (found or ceremony or ((whole.places or first) and not looks_ahead)):
        reader.memory.facilities = whole.facilities


_CEREMONIES = frozenset({"groundbreaking", "completed", "inspection"})


def _remember_stages(memory: Memory, settled: Sequence[Term]) -> None:
    """The last ceremony, for `A similar ceremony ...`, and the last stage, for `So are ...`."""
    ceremonies = [cue for cue in settled if cue.value in _CEREMONIES]
    memory.stage = ceremonies[-1] if ceremonies else memory.stage
    memory.last = settled[-1] if settled else memory.last


_DECISION = re.compile(
    r"\b(?:decision|decided|adopted|approved|resolution|announced|meeting)\b|결정|채택|회의", re.IGNORECASE
)


def _remember_dates(reader: Reader, sentence: Sentence, whole: Clause) -> None:
    """The last month and the last day named, and the day of a decision."""
    memory = reader.memory
    months = [d.date[:7] for d in whole.dates if d.date and len(d.date) >= 7]
    days = [d.date for d in whole.dates if d.date and len(d.date) == 10]
    words = reader.text[sentence.start : sentence.end]
    rest = len(re.findall(r"[^\W\d_]{2,}", words)) - sum(
        len(re.findall(r"[^\W\d_]{2,}", reader.text[d.start : d.end])) for d in whole.dates
    )
    if whole.dates and not whole.cues and rest <= 1 and whole.dates[0].date:
        memory.heading, memory.heading_paragraph = whole.dates[:1], sentence.paragraph
    memory.month = months[-1] if months else memory.month
    memory.day = days[-1] if days else memory.day
    past = [d.date for d in whole.dates if d.date and d.kind not in ("report", "dateline", "future")]
    if past and len(past[0]) >= 7 and _DECISION.search(reader.text[sentence.start : sentence.end]):
        memory.decided_on = past[0]
        if len(past[0]) == 10:
            memory.decisions[sentence.number] = past[0]


def _remember_pending(memory: Memory, sentence: Sentence, whole: Clause, settled: tuple[Term, ...]) -> None:
    """Cues of a sentence that names no place, for the next one of its paragraph."""
    unplaced = not whole.places and bool(whole.dates or whole.facilities)
    memory.pending = settled if unplaced else ()
    memory.pending_dates = whole.dates if unplaced else ()
    memory.pending_paragraph = sentence.paragraph


def _remember_places(reader: Reader, sentence: Sentence, whole: Clause, found: bool) -> None:
    """Where things happen, or the county the text is about."""
    memory = reader.memory
    known = {place_key(m) for m in memory.places}
    if any(place_key(m) in known for m in reader.mentions_in(sentence.start, sentence.end)):
        memory.places_at = sentence.number
    places = whole.places or (() if memory.places else topic_places(reader, sentence))
    first = bool(whole.places) and whole.places[0].start - sentence.start < 5
    better = found or whole.facilities or first or not memory.places or memory.topic
    if places and better and not sentence.is_caption:
        memory.places, memory.places_at, memory.topic = places, sentence.number, not whole.places
        memory.place_dates = () if found else whole.dates


def continued(reader: Reader, sentence: Sentence, whole: Clause) -> Clause:
    """Give a sentence the stage it only points to, or that the sentence before stated without a place."""
    memory = reader.memory
    here = memory.pending_paragraph == sentence.paragraph
    pending = memory.pending if here and whole.places else ()
    weak = {"same", "planned"} if whole.cues and whole.cues[0].value == "same" else {"same"}
    real = tuple(cue for cue in whole.cues if cue.value not in weak)
    ceremony = any(cue.rule == "similar ceremony" for cue in whole.cues) and memory.stage is not None
    if ceremony and all(cue.value == "inspection" for cue in real):
        real = ()  # `attended the ceremony and looked round`: one event, no visit
    touring = any(cue.value == "inspection" for cue in pending) and _at_sites(reader, whole)
    if real and not touring:
        lent = not whole.dates and {cue.value for cue in real} <= {cue.value for cue in pending}
        return replace(whole, cues=real, dates=memory.pending_dates if lent else whole.dates)
    if any(cue.value == "same" for cue in whole.cues):
        return replace(whole, cues=_same_stage(memory, whole))
    told = memory.counted
    if told and are_named(whole, told):
        return replace(
            whole,
            cues=tuple(replace(cue, start=whole.start, end=whole.start) for cue in told.cues),
            facilities=whole.facilities or told.facilities,
            dates=whole.dates or told.dates,
        )
    if pending and _at_sites(reader, whole):
        at = replace(pending[0], start=whole.places[0].start, end=whole.places[0].start)
        return replace(whole, cues=(at,), dates=whole.dates or memory.pending_dates)
    return whole


def _same_stage(memory: Memory, whole: Clause) -> tuple[Term, ...]:
    """`A similar ceremony` and `So did` with the stage that they point to."""
    result = []
    for cue in whole.cues:
        stage = memory.last if cue.rule == "so did" else memory.stage
        if cue.value == "same" and stage:
            result.append(replace(cue, value=stage.value, rule=f"{cue.rule}: {stage.rule}"))
    return tuple(result)


def _at_sites(reader: Reader, whole: Clause) -> bool:
    """Whether the first place is where something goes on: `At the sites in Songchon County`."""
    before = reader.text[whole.start : whole.places[0].start].lower()
    return re.search(r"\b(?:in|at)(?: the)? (?:\w+ ){0,3}$", before) is not None and len(before) < 40


_ANAPHOR = re.compile(
    r"\b(?:the|its|their) (?:county|city|district)'s\b|이 (?:양식|공장|병원|농장|종합|온실|공사)"
    r"|현지에서|\b(?:in|of"
    r"|at) (?:the|this|that|their|its) (?:said )?(?:county|city|district|site|sites|place|area)\b"
    r"|\bthere\b|\bhere\b|^\s*(?:they|it|these|the (?:factories|hospital|complex|farm|mill"
    r"|facility|ceremony|new|modern|project|plants?|inauguration|ground-?breaking|opening|construction"
    r"|work|building|(?:\w+ )?(?:walls?|frame|roof|foundations?|halls?|shell|exterior|interior)))\b"
    r"|the (?:inauguration|ground-?breaking|opening|completion) ceremony"
    r"|construction sites in the county|이곳|그곳|여기(?:서|에)|이 군|(?:^|\s)군(?:에서|에)|이 공장"
    r"|이 병원|공장들은"
    r"|준공식은|착공식은|이날",
    re.IGNORECASE,
)


def places_for(
    reader: Reader, sentence: Sentence, whole: Clause, clause: Clause
) -> tuple[tuple[Mention, ...], bool]:
    """
    The places of a clause, and whether they come from another sentence: its own, that of the noun it
    describes, its sentence's, those that `both counties` points at, or those before if it points back.
    """
    own = clause.places or _described_place(reader, clause)
    if own:
        return own, False
    generic = vocabulary.GENERIC_PLACES
    if whole.places and not generic.search(reader.text[clause.start : clause.end]):
        return whole.places, False
    words = reader.text[sentence.start : sentence.end]
    if not sentence.is_title and (pointed := pointed_at(words, reader.memory.recent)):
        return pointed, True
    if sentence.is_title or sentence.is_caption or generic.search(_around(reader.text, clause)):
        return (), False
    return (reader.memory.places, True) if _goes_on(reader, sentence, clause) else ((), False)


BEHIND = 12
"""So near behind a clause that describes it stands a place, in code points."""


def _described_place(reader: Reader, clause: Clause) -> tuple[Mention, ...]:
    """The place right behind a Korean clause that describes it: 먼저 공장이 세워진 | 강원도 김화군."""
    if not is_described(reader.text, clause):
        return ()
    near = reader.mentions_in(clause.end, clause.end + BEHIND + 1)
    counties = (m for m in near if m.outcome != "foreign" and (m.place is None or m.place.level > 1))
    return tuple(itertools.islice(counties, 1))


def _goes_on(reader: Reader, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause without a place is about the places before it."""
    memory, words = reader.memory, reader.text[sentence.start : sentence.end]
    apart = sentence.number - memory.places_at
    if not memory.places or not (reader.is_of_one_county or apart <= 6):
        return False
    if vocabulary.GENERAL_SUBJECT.search(reader.text[clause.start : clause.end]):
        return False
    if not clause.facilities and not is_about_them(words, clause):
        return False
    if vocabulary.SPEECH.search(words) and not vocabulary.MEDIA.search(words):
        return _HERE.search(words) is not None and bool(clause.facilities)
    korean = "가" <= reader.text[clause.cues[0].start] <= "힣" and bool(clause.facilities) and apart <= 3
    if korean and 1 in (len(memory.places), len(clause.facilities)):
        return True
    if (reader.is_of_one_county and memory.told) or _ANAPHOR.search(words):
        return True
    visit = clause.cues[0].value == "inspection" and vocabulary.LEADER.search(words) is not None
    reach = 5 if visit or clause.cues[0].rule.split(":")[0] in _CEREMONIAL else 1
    return any(d.date for d in clause.dates) and apart <= reach


_THEM = re.compile(
    r"^\W*(?:they|it|these|the (?:\w+ ){0,2}?(?:factory|factories|hospital|complex|farm|mill|facility"
    r"|facilities|projects?|plants?|cent(?:er|re)|walls?|frame\w*|roof\w*|foundations?|halls?|shell|exterior"
    r"|interior|structures?))\b"
    r"|^\W*(?:이 |그 )?(?:공장|병원|농장|양식장|사업소|봉사소)",
    re.IGNORECASE,
)


_CEREMONIAL = frozenset(
    (
        "inaugurated",
        "completed",
        "ground broken",
        "first shovel",
        "start of construction",
        "ceremony for the construction",
        "work began",
        "착공",
        "준공",
        "similar ceremony",
        "so did",
        "같은 행사",
    )
)


def is_about_them(words: str, clause: Clause) -> bool:
    """Whether a sentence without a facility goes on about the one before: a ceremony, a date, `They`."""
    cue = clause.cues[0]
    ceremony = cue.rule.split(":")[0] in _CEREMONIAL
    process = cue.value in ("under_construction", "operating")
    return (
        ceremony
        or _THEM.match(words) is not None
        or (any(d.date for d in clause.dates) and not process and cue.rule != "built")
    )


def _around(text: str, clause: Clause) -> str:
    """The words between the commas around the clause's cue."""
    cue = clause.cues[0]
    if "가" <= text[cue.start : cue.start + 1] <= "힣":
        return text[clause.start : clause.end]
    start = max(text.rfind(mark, clause.start, cue.start) for mark in (",", ";", " which "))
    ends = [at for mark in (",", ";") if (at := text.find(mark, cue.end, clause.end)) >= 0]
    return text[max(start, clause.start) : min(ends, default=clause.end)]


_HERE = re.compile(
    r"\b(?:in|of) (?:the|this) (?:county|city|district)\b|(?:^|\s)군(?:에서|에) |이 자리에서|여기에?서",
    re.IGNORECASE,
)
