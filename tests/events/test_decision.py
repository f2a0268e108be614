"""What holds of all that may be said: laws between stages and facilities of a place, and laws of any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.events import find_facilities
from geo.events.candidates import candidates
from geo.events.decision import decide, load_weights, weigh
from geo.models import POSSIBLE_FROM
from geo.places import find_mentions
from tests.events.saying import What, document, found_in, read, reading_of, told
from tests.missed import marked

# (text, what it states, why the line is here)
LAWS: list[tuple[str, set[What], str]] = [
    (
        "A hospital was planned for Kosan County, DPRK. The hospital in Kosan County was inaugurated on"
        " February 3.",
        {("Kosan", "hospital", "completed", "2025-02-03")},
        "a plan beside the completion of the same thing",
    ),
    (
        "Ground was broken for a hospital in Kosan County, DPRK, on February 3. The hospital will be built by"
        " soldiers.",
        {("Kosan", "hospital", "groundbreaking", "2025-02-03")},
        "a plan beside the groundbreaking",
    ),
    (
        "Ground was broken for a hospital in Kosan County, DPRK, on February 3. A leisure complex will"
        " be built"
        " in Anak County.",
        {
            ("Kosan", "hospital", "groundbreaking", "2025-02-03"),
            ("Anak", "leisure_complex", "planned", "2025-02"),
        },
        "a plan of another thing in another place stays",
    ),
    (
        "Kim Jong Un visited the hospital under construction in Kosan County, DPRK, on February 3.",
        {("Kosan", "hospital", "inspection", "2025-02-03")},
        "what is under construction when it is visited",
    ),
    (
        "Kim Jong Un attended the inauguration of the hospital in Kosan County, DPRK, on February 3. He"
        " looked"
        " round the hospital.",
        {("Kosan", "hospital", "completed", "2025-02-03")},
        "a tour at the ceremony",
    ),
    (
        "The hospital in Kangdong County of Pyongyang City was inaugurated on February 3, KCNA said.",
        {("Kangdong", "hospital", "completed", "2025-02-03")},
        "a county and the city that it belongs to",
    ),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on February 3; ground had been broken there"
        " on March"
        " 5, 2024.",
        {
            ("Kosan", "hospital", "completed", "2025-02-03"),
            ("Kosan", "hospital", "groundbreaking", "2024-03-05"),
        },
        "two stages with two days are two events",
    ),
    (
        "Under the policy of regional development a groundbreaking ceremony for projects was held in Kosan"
        " County, DPRK, on February 3. A hospital will be built in Kosan County.",
        {("Kosan", "hospital", "groundbreaking", "2025-02-03")},
        "projects without a name are what will be built there",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), marked(LAWS, {}))
def test_what_cannot_stand_beside_something_better_told_goes(
    text: str, expected: set[What], why: str
) -> None:
    assert told(read(text)) == expected, why


SENTENCES = [
    "A hospital was inaugurated in Kosan County, DPRK, on February 3.",
    "Ground was broken for regional-industry factories in Anak County, DPRK, on January 30.",
    "Kim Jong Un visited the greenhouse farm in Kangdong County, DPRK, on February 1.",
    "Construction of a paper mill in Unchon County, DPRK, was suspended.",
    "북한 성천군 지방공업공장 준공식이 지난 2일 진행되였다.",
    "The factories will be finished soon.",
    "It stands by the river.",
    "If it is completed, people will be glad.",
    "The ceremony took place on Monday.",
    "In Hoeyang County, DPRK, a power station went up.",
]
"""Full of what can be said of each other."""
QUIET = [
    "Snow fell all day and children played in the streets.",
    "Songs were sung, and nobody went home before night.",
    "눈이 하루종일 내렸다.",
    "The match ended in a draw.",
]
"""Neither a place nor a facility, a day or a word of building."""
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join)


@settings(deadline=None)
@given(texts)
def test_probabilities_lie_between_nothing_and_certainty(text: str) -> None:
    reading = reading_of(text)
    for claim in decide(reading, list(candidates(reading))):
        assert 0 <= claim.probability <= 1
        assert claim.candidates == sorted(claim.candidates, key=lambda one: -one[0]), "the best one first"
    found = found_in(text)
    assert all(POSSIBLE_FROM <= e.confidence <= 0.99 for e in (*found.events, *found.setbacks))


@settings(deadline=None)
@given(texts)
def test_candidates_are_weighed_by_each_of_their_features(text: str) -> None:
    found, weights = list(candidates(reading_of(text))), load_weights()[0]
    assert all(len(one.features) == len(set(one.features)) for one in found), "no part repeats another"
    sums = [weights[""] + sum(weights.get(name, 0.0) for name in one.features) for one in found]
    assert list(weigh(found, weights)) == pytest.approx(sums)


@settings(deadline=None)
@given(texts)
def test_a_text_is_read_alike_each_time(text: str) -> None:
    assert found_in(text) == found_in(text)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SENTENCES[:5]), st.sampled_from(QUIET), st.booleans())
def test_a_paragraph_about_nothing_of_this_changes_no_stated_event(
    text: str, quiet: str, before: bool
) -> None:
    whole = f"{quiet}\n\n{text}" if before else f"{text}\n\n{quiet}"
    assert told(read(whole)) == told(read(text))


@settings(deadline=None)
@given(st.lists(st.sampled_from(QUIET), min_size=1, max_size=6), st.sampled_from([" ", "\n\n"]))
def test_where_no_facility_is_named_nothing_is_read(said: list[str], gap: str) -> None:
    text = gap.join(["Kosan County, DPRK, lies inland.", *said])
    assert not find_facilities(text) and found_in(text) == ((), ())


@settings(deadline=None)
@given(texts)
def test_without_places_nothing_is_read(text: str) -> None:
    from geo.events import find_events, read_events

    alone = document(text)
    assert read_events(alone, ()) == ((), ()) and find_events(alone, ()) == ()


@settings(deadline=None)
@given(texts)
def test_the_order_of_mentions_does_not_matter(text: str) -> None:
    from geo.events import read_events

    found = document(text)
    mentions = find_mentions(found)
    assert read_events(found, mentions) == read_events(found, tuple(reversed(mentions)))


@settings(deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_other_documents_do_not_matter(said: list[str], random: object) -> None:
    """Each document is read by itself, in whatever order."""
    alone = {text: found_in(text) for text in said}
    shuffled = list(alone)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {text: found_in(text) for text in shuffled} == alone
