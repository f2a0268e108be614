"""From sentences to findings: the cues of each clause with their places, facilities and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geo.dates import DatePhrase, go_back
from geo.events import vocabulary
from geo.events.anaphora import continued, is_about_them, places_for, remember
from geo.events.clauses import Clause, Pair, best_date, is_described, pair_up, split_clauses
from geo.events.cues import kept_cues
from geo.events.facilities import (
    FACTORIES,
    earlier_facilities,
    facilities_of,
    is_for_goods,
    unnamed_projects,
)
from geo.events.inorder import day_in_order
from geo.events.leads import placed_leads
from geo.events.listed import as_introduced, remember_introduction, with_introduction
from geo.events.records import ClauseFinding, Lead, Reader
from geo.events.relatives import placed_where
from geo.events.sites import event_places, province_places
from geo.events.times import dates_of, length_before, lent_dates, own_dates
from geo.events.vocabulary import Term
from geo.models import LONGEST_EVIDENCE, Mention
from geo.text import Sentence


def read_sentence(reader: Reader, sentence: Sentence) -> Iterator[ClauseFinding]:
    """The findings of a sentence, in the order of its clauses; what it says is remembered for the next."""
    text = reader.text
    whole = Clause(
        sentence.start,
        sentence.end,
        tuple(kept_cues(reader, sentence)),
        event_places(reader, sentence),
        facilities_of(reader, sentence),
        dates_of(reader, sentence),
    )
    own = continued(reader, sentence, whole)
    whole = with_introduction(reader, sentence, own)
    found = False
    for part in split_clauses(text, whole):
        clause = placed_where(reader, sentence, part)
        for finding in _read_clause(reader, sentence, whole, clause):
            found = reader.memory.told = True
            if whole is not own:
                finding = as_introduced(reader, finding)
            if finding.carried:
                reader.memory.places_at = sentence.number
            if finding.date and len(finding.date) == 10:
                reader.memory.days[finding.key[0]] = finding.date
            yield finding
    if not found:
        for lead, place, date in placed_leads(reader, sentence, whole):
            found = reader.memory.told = True
            yield _of_lead(lead, place, date)
    remember(reader, sentence, whole, found)
    remember_introduction(reader, sentence, own)


def _of_lead(lead: Lead, place: Mention, date: str | None) -> ClauseFinding:
    """The finding of an event that was told before its place."""
    return ClauseFinding(
        place=place,
        facility=lead.facility.value,
        stage=lead.cue.value,
        date=date,
        dated=date is not None,
        sentence=lead.sentence,
        start=lead.sentence.start,
        end=min(lead.sentence.end, lead.sentence.start + LONGEST_EVIDENCE),
        rule=f"{lead.cue.rule} + {lead.facility.rule} + place from after",
        carried=True,
    )


def _read_clause(
    reader: Reader, sentence: Sentence, whole: Clause, clause: Clause
) -> Iterator[ClauseFinding]:
    """The findings of one clause, with what it leaves out filled in."""
    text = reader.text
    places, carried = places_for(reader, sentence, whole, clause)
    if not places:
        yield from _in_a_province(reader, sentence, clause)
        return
    facilities = clause.facilities or earlier_facilities(reader, sentence, whole, clause)
    about_them = is_about_them(text[sentence.start : sentence.end], clause) or _is_of_the_policy(
        reader, clause
    )
    if not whole.facilities and not about_them:
        return
    if not clause.facilities and vocabulary.names_other_works(text, clause.start, clause.end):
        return
    facilities = facilities or unnamed_projects(reader, clause)
    if carried and _is_any_factory(reader, facilities):
        return
    if carried and all(f.value == "projects" for f in facilities) and reader.memory.facilities:
        facilities = reader.memory.facilities
    if not facilities:
        return
    full = replace(clause, places=places if not clause.places else clause.places, facilities=facilities)
    told = reader.memory.place_dates if carried and sentence.number - reader.memory.places_at <= 1 else ()
    heading = reader.memory.heading if reader.memory.heading_paragraph == sentence.paragraph else ()
    lent = () if is_described(text, clause) else lent_dates(whole, clause) or told or heading
    dates = own_dates(reader, clause.dates or lent, clause)
    full = replace(full, dates=(*length_before(whole, clause), *dates))
    pairs: Iterable[Pair]
    if clause.places and clause.facilities:
        pairs = pair_up(text, full)
    elif clause.facilities or carried:
        pairs = [Pair(p, f, best_date(text, full)) for p in places for f in facilities]
    else:
        pairs = [p for p in pair_up(text, full) if p.place]
    for pair in pairs:
        if pair.place is None or pair.facility is None:
            continue
        pair = replace(pair, date=day_in_order(text, full, pair.place) or pair.date)
        for cue in _stages(clause):
            yield _finding(reader, sentence, full, pair, cue, carried)


def _is_of_the_policy(reader: Reader, clause: Clause) -> bool:
    """Whether progress in named counties needs no facility: a text on the policy has named its factories."""
    named = {term.value for term in reader.memory.facilities}
    progress = clause.cues[0].value == "under_construction" and bool(clause.places)
    return progress and "regional_industry" in named and reader.names_twenty


def _is_any_factory(reader: Reader, facilities: Sequence[Term]) -> bool:
    """Whether only a bare `plant` is named, in a text that knows no factory of ours, nor the policy."""
    named = {term.value for term in reader.memory.facilities if not term.generic}
    bare = bool(facilities) and all(term.generic for term in facilities)
    return bare and not named & FACTORIES and not reader.names_policy


def _in_a_province(reader: Reader, sentence: Sentence, clause: Clause) -> Iterator[ClauseFinding]:
    """What the text places in a province only: nothing for the county map, but not to be lost."""
    text = reader.text
    places = province_places(reader, sentence, clause.start, clause.end)
    facilities = [f for f in clause.facilities if f.value != "projects"]
    if len(places) == 1 and facilities and not sentence.is_caption:
        full = replace(clause, dates=own_dates(reader, clause.dates, clause))
        for facility in facilities:
            for cue in _stages(clause):
                yield _finding(
                    reader, sentence, full, Pair(places[0], facility, best_date(text, full)), cue, False
                )


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


def _finding(
    reader: Reader, sentence: Sentence, clause: Clause, pair: Pair, cue: Term, carried: bool
) -> ClauseFinding:
    assert pair.place is not None and pair.facility is not None
    date = pair.date
    since, lengths = None, []
    if date is None and cue.value == "groundbreaking":
        lengths = [d for d in clause.dates if d.kind == "duration" and d.start < cue.start]
        published = reader.document.published_on
        since = go_back(published, lengths[-1].basis) if lengths and published else None
    if date is None and cue.value == "planned":
        since = reader.memory.decided_on
    if cue.value == "operating" and date and not _begins(reader.text, cue, date):
        date = None
    start, end = _evidence_span(reader.text, sentence, clause, pair)
    return ClauseFinding(
        place=pair.place,
        facility=pair.facility.value,
        stage=cue.value,
        date=date.date if date else since,
        dated=date is not None or since is not None or bool(lengths),
        sentence=sentence,
        start=start,
        end=end,
        rule=f"{cue.rule} + {pair.facility.rule}" + (" + place from before" if carried else ""),
        carried=carried,
        goods=is_for_goods(reader, pair.facility),
    )


_BEGINNING = re.compile(
    r"\b(?:went|go(?:es)?|gone|put|puts|enter\w*|came|come|began|begins?|begun|start\w*|resum\w+|open\w*"
    r"|launch\w*"
    r"|first|set in motion|commission\w*|declared|brought|placed)\b"
    r"|시작|들어(?:갔|가|섰)|개시|돌입|개원|첫|고고성|문을|재개",
    re.IGNORECASE,
)


def _begins(text: str, cue: Term, date: DatePhrase) -> bool:
    """Whether operation began then: a factory that works on some day is of the month of the report."""
    since = re.search(
        r"\b(?:since|from) (?:the )?$", text[max(0, date.start - 12) : date.start], re.IGNORECASE
    )
    after = re.match(r"부터", text[date.end : date.end + 2])
    return bool(since or after or _BEGINNING.search(text, cue.start, cue.end))


def _evidence_span(text: str, sentence: Sentence, clause: Clause, pair: Pair) -> tuple[int, int]:
    """The sentence, or its clause where the sentence is longer than evidence may be."""
    start, end = sentence.start, sentence.end
    if end - start > LONGEST_EVIDENCE:
        start, end = clause.start, clause.end
    if end - start > LONGEST_EVIDENCE:
        marks = [cue.start for cue in clause.cues]
        if pair.place and clause.start <= pair.place.start < clause.end:
            marks.append(pair.place.start)
        start = max(clause.start, min(marks) - 80)
        end = min(clause.end, start + LONGEST_EVIDENCE)
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
