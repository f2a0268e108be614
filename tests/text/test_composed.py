"""Decomposed text, as macOS writes it, is read like composed text and keeps its own offsets."""

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geo.models import Document, Event, Evidence, Section
from geo.pipeline import find
from geo.places import load_gazetteer
from geo.text import compose
from geo.text.composed import LONGEST_EVIDENCE

KOREAN = "평안남도 성천군에서 지방공업공장 건설 착공식이 2024년 2월 28일 진행되였다."


def document(text: str) -> Document:
    """A document that is all body."""
    return Document("one", "one.txt", text, (Section("body", 0, len(text)),), published_on="2024-02-29")


def test_composed_text_is_left_alone() -> None:
    assert compose(document(KOREAN + " Sŏngch’ŏn\r\n")) is None


@given(st.text("가힣성천군Sŏŭギがabc ,.\r\n’-", max_size=60))
def test_every_stretch_leads_back_to_its_letters(text: str) -> None:
    original = unicodedata.normalize("NFD", text)
    composed = compose(document(original))
    if composed is None:
        assert original == text
        return
    assert composed.document.text == text
    for start in range(len(text)):
        stretch = original[slice(*composed.copy.span(start, start + 1))]
        assert unicodedata.normalize("NFC", stretch) == text[start]
    (section,) = composed.document.sections
    assert (section.start, section.end) == (0, len(text))


def test_the_same_is_found_in_both_forms() -> None:
    gazetteer = load_gazetteer()
    plain = find(document(KOREAN), gazetteer)
    original = unicodedata.normalize("NFD", KOREAN)
    apart = find(document(original), gazetteer)
    assert plain.events and len(plain.events) == len(apart.events)
    for one, other in zip(plain.events, apart.events, strict=True):
        assert (one.pcode, one.stage, one.date) == (other.pcode, other.stage, other.date)
        assert original[other.evidence.start : other.evidence.end] == other.evidence.text
        assert unicodedata.normalize("NFC", other.evidence.text) == one.evidence.text
    for mention, twin in zip(plain.mentions, apart.mentions, strict=True):
        assert unicodedata.normalize("NFC", twin.surface) == mention.surface
        assert original[twin.start : twin.end] == twin.surface


def test_evidence_is_no_longer_than_allowed_in_letters_of_the_file() -> None:
    text = "성천군 " * 100
    original = unicodedata.normalize("NFD", text)
    composed = compose(document(original))
    assert composed
    event = Event(
        document_id="one",
        pcode="KP0717",
        name="Songchon",
        province="South Phyongan",
        outcome="resolved",
        candidates=(),
        place_precision="county",
        facility="other",
        stage="planned",
        date=None,
        evidence=Evidence(0, 390, text[:390]),
        rule="test",
        confidence=1.0,
    )
    evidence = composed.event(event).evidence
    assert 300 < len(evidence.text) <= LONGEST_EVIDENCE
    assert original[evidence.start : evidence.end] == evidence.text
    assert (
        unicodedata.normalize("NFC", evidence.text)
        == text[: len(unicodedata.normalize("NFC", evidence.text))]
    )
    short = composed.event(replace(event, evidence=Evidence(4, 7, text[4:7]))).evidence
    assert unicodedata.normalize("NFC", short.text) == "성천군"


def test_all_stretches_of_evidence_lead_back_to_the_file() -> None:
    original = unicodedata.normalize("NFD", f"{KOREAN} {KOREAN}")
    (event,) = find(document(KOREAN), load_gazetteer()).events
    composed = compose(document(original))
    assert composed
    spans = tuple(Evidence(at, at + 8, composed.document.text[at : at + 8]) for at in (0, len(KOREAN) + 1))
    found = composed.event(replace(event, evidence=spans[0], evidence_spans=spans))
    assert found.evidence == found.evidence_spans[0]
    assert len({span.start for span in found.evidence_spans}) == 2
    for span in found.evidence_spans:
        assert original[span.start : span.end] == span.text == unicodedata.normalize("NFD", KOREAN[:8])
