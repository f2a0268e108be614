"""The words that an event rests on: where they stand, how long they are, and that they say it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.events import find_facilities
from geo.models import LONGEST_EVIDENCE, Event
from geo.places import find_mentions
from tests.events.saying import document, found_in, read
from tests.events.test_arguments import ENGLISH, KOREAN
from tests.events.test_discourse import CASES

TEXTS = [case[0] for case in (*ENGLISH, *KOREAN)] + [case[1] for case in CASES if not case[0]]


def names_it(event: Event, text: str) -> bool:
    """Whether the spans together hold the name of the place."""
    named = [m for m in find_mentions(document(text)) if m.place and m.place.county_pcode == event.pcode]
    return any(s.start <= m.start and m.end <= s.end for m in named for s in event.spans)


@pytest.mark.parametrize("text", TEXTS)
def test_spans_are_pieces_of_the_text_and_together_name_place_and_facility(text: str) -> None:
    found = found_in(text)
    for event in (*found.events, *found.setbacks):
        assert event.spans[0] == event.evidence
        for span in event.spans:
            assert text[span.start : span.end] == span.text == span.text.strip() != ""
            assert len(span.text) <= LONGEST_EVIDENCE
        assert len(set(event.spans)) == len(event.spans), "a span twice"
        assert names_it(event, text) or event.pcode is None
        assert any(find_facilities(span.text) for span in event.spans)


@pytest.mark.parametrize(
    ("text", "spans", "why"),
    [
        (
            "Rain fell. A hospital was inaugurated in Kosan County, DPRK, on February 3. Songs rang out.",
            ["A hospital was inaugurated in Kosan County, DPRK, on February 3."],
            "one sentence says all",
        ),
        (
            "A new hospital stands in Kosan County, DPRK. It was inaugurated on February 3.",
            ["It was inaugurated on February 3.", "A new hospital stands in Kosan County, DPRK."],
            "the sentence of the predicate first, then that of place and facility",
        ),
        (
            "북한 고산군에 병원이 섰다. 준공식은 3일 진행되였다.",
            ["준공식은 3일 진행되였다.", "북한 고산군에 병원이 섰다."],
            "the same in Korean",
        ),
    ],
)
def test_evidence_is_the_sentence_of_the_predicate_and_those_it_rests_on(
    text: str, spans: list[str], why: str
) -> None:
    (event,) = [event for event in read(text) if event.stage == "completed" and event.date == "2025-02-03"]
    assert [span.text for span in event.spans] == spans, why


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 60), st.integers(0, 60))
def test_of_a_long_sentence_the_stretch_with_the_words_is_kept(before: int, behind: int) -> None:
    head = "In the presence of soldiers" + ", of singers and of dancers" * before
    text = f"{head}, a hospital was inaugurated in Kosan County, DPRK{', and people sang' * behind}."
    for event in read(text):
        words = event.evidence.text
        assert len(words) <= LONGEST_EVIDENCE and words in text
        assert all(word in words for word in ("hospital", "inaugurated", "Kosan County"))


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(TEXTS), st.sampled_from(["\r\n\r\n", "\n\n\n", "\n\n\t"]))
def test_offsets_are_those_of_the_text_whatever_stands_before(text: str, gap: str) -> None:
    whole = f"Rain fell.{gap}{text}"
    found = found_in(whole)
    for event in (*found.events, *found.setbacks):
        assert all(whole[span.start : span.end] == span.text for span in event.spans)
