"""What `factorymap explain` tells a reader: how an event was found, and why another was not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo import pipeline
from geo.cli import cli

HEADER = "TITLE: {title}\nDATE: 2025-02-03\nSOURCE: A News Agency\n\n"


def explained(tmp_path: Path, body: str, title: str = "News") -> str:
    """What the command prints of an article."""
    path = tmp_path / "article.txt"
    path.write_text(HEADER.format(title=title) + body, encoding="utf-8")
    ended = CliRunner().invoke(cli, ["explain", str(path)])
    assert ended.exit_code == 0, ended.output
    return ended.stdout


def sentence(shown: str, words: str) -> str:
    """What is told of the sentence with some words, in single spaces."""
    listed = re.split(r"\n {2}(?=\d+\. \d+-\d+)", shown.partition("\nSentences: ")[2])
    return next(" ".join(part.split()) for part in listed if words in part)


def events(shown: str) -> str:
    """What is told of the events, in single spaces."""
    return " ".join(shown.partition("\nEvents: ")[2].partition("\nSentences: ")[0].split())


FOUND = [
    (
        "Regional-industry factories were inaugurated in Kosan County, Kangwon Province, on January 29.",
        "were inaugurated",
        (
            '"Regional-industry factories": regional-industry factories',
            '"Kosan County": Kosan (after "in")',
            '"Kangwon Province": Kangwon (not where it happens: a province)',
            '"were inaugurated": open (verb), done (past passive) -> completed',
            "states event 1: completed, regional-industry factories: Kosan",
        ),
        (
            '"were inaugurated", in sentence 2',
            '"Kosan County", in the same clause',
            '"January 29", in the same',
        ),
    ),
    (
        "평안남도 성천군에서 지방공업공장 건설 착공식이 28일 진행되였다.",
        "진행되였다",
        (
            '"지방공업공장": regional-industry factories (of "성천군")',
            '"성천군": Songchon (before "에서")',
            '"건설": build (noun), noun, depends on ground -> left to the word that it depends on',
            '"착공식이": ground (noun), done (noun hold past), depends on hold -> groundbreaking',
            "states event 1: groundbreaking, regional-industry factories: Songchon",
        ),
        ('"착공식이", in sentence 2', '"지방공업공장", in the same clause', '"28일", in the same sentence'),
    ),
]


@pytest.mark.parametrize(("body", "words", "read", "reached"), FOUND)
def test_an_event_is_told_from_its_words_to_its_probability(
    tmp_path: Path, body: str, words: str, read: tuple[str, ...], reached: tuple[str, ...]
) -> None:
    shown = explained(tmp_path, body)
    for line in read:
        assert line in sentence(shown, words)
    for line in reached:
        assert line in events(shown)
    assert re.search(r"by itself: log odds [+-]\d\.\d = [+-]\d\.\d at first; ", events(shown))
    assert re.search(r"beside the others: log odds [+-]\d\.\d = [+-]\d\.\d at first; ", events(shown))
    assert re.search(r"\(0\.\d\d, (stated|possible)\)", events(shown))


NOT_FOUND = [
    ("A hospital has not yet been built in Kusong City.", "done (perfect), denied -> no fact: it is denied"),
    (
        "The hospital in Anak County will be completed in May.",
        "ahead (future) -> no fact: it is still to come",
    ),
    ("If the hospital in Anak County is completed, many will come.", "-> no fact: a condition"),
    ("The hospital in Anak County should be built soon.", "mood wish -> no fact: a wish"),
    ("A county delegation visited the hospital in Anak County.", "no inspection: no leader is said"),
    ("The hospital in Anak County is very white.", "nothing: no predicate says what happened"),
    ("구성시병원은 아직 완공되지 않았다.", "denied -> no fact: it is denied"),
    ("안악군에서 병원이 완공되면 좋겠다.", "mood condition -> no fact: a condition"),
    ("안악군병원을 빨리 완공하자고 호소했다.", "mood wish -> no fact: a wish"),
    ("안악군병원은 아주 희다.", "nothing: no predicate says what happened"),
]


@pytest.mark.parametrize(("body", "why"), NOT_FOUND)
def test_a_sentence_without_an_event_says_why(tmp_path: Path, body: str, why: str) -> None:
    shown = explained(tmp_path, body)
    assert "\nEvents: none\n" in shown
    told = sentence(shown, body[:12])
    assert why in told
    assert "result nothing: " in told


def test_places_of_people_are_no_place_where_something_happens(tmp_path: Path) -> None:
    told = sentence(explained(tmp_path, "Officials of Anak County opened a hospital."), "Officials")
    assert '"Anak County": Anak (after "of", not where it happens: says who came or who they are)' in told


def test_what_is_carried_names_the_sentence_that_it_comes_from(tmp_path: Path) -> None:
    body = "A new hospital stands in Anak County.\n\nIt was inaugurated at a ceremony on January 29."
    told = events(explained(tmp_path, body))
    assert '"Anak County", carried from sentence 2' in told
    assert '"hospital", carried from sentence 2' in told


def test_a_day_that_no_sentence_names_is_the_month_of_the_report(tmp_path: Path) -> None:
    told = events(explained(tmp_path, "A hospital was inaugurated in Anak County, state media said."))
    assert "2025-02 " in told.replace("(", " (") and "day: the month of the report" in told


def test_a_list_names_its_introduction(tmp_path: Path) -> None:
    body = "Hospitals were inaugurated in the following counties:\n\n- Anak County\n- Sinwon County\n"
    shown = explained(tmp_path, body)
    assert "item, introduced by sentence 2" in sentence(shown, "Sinwon")
    assert "from the introduction -> completed" in sentence(shown, "Sinwon")
    assert "from sentence 2, which introduces the list" in events(shown)


def test_places_that_are_counted_are_taken_from_where_they_are_named(tmp_path: Path) -> None:
    body = "Ground was broken for hospitals in two counties on January 29. They are Anak and Sinwon counties."
    told = events(explained(tmp_path, body))
    assert "since they are only counted here" in told and '"Sinwon", from sentence 3' in told


def test_visits_on_two_days_are_explained_each_by_its_own_words(tmp_path: Path) -> None:
    body = (
        "Kim Jong Un visited the hospital in Anak County on January 10.\n\n"
        "Kim Jong Un inspected the hospital in Anak County again on January 29."
    )
    told = events(explained(tmp_path, body))
    assert 'day: "January 10"' in told and 'day: "January 29"' in told
    assert 'predicate: "visited"' in told and 'predicate: "inspected"' in told


def test_quotations_and_conditions_are_scopes(tmp_path: Path) -> None:
    told = sentence(
        explained(tmp_path, "“If the hospital in Anak County opens, we will go,” he said."), "Anak"
    )
    assert 'scope quotation: "If the hospital' in told
    assert 'scope condition: "If"' in told


def test_a_place_below_a_county_that_is_never_named_is_only_possible(tmp_path: Path) -> None:
    told = explained(tmp_path, "Kim Jong Un inspected the Hungnam Fertilizer Complex, DPRK, on January 9.")
    assert "(0.50, possible)" in told
    assert "since the text never names the county of the place" in told


def test_a_law_says_what_it_lowered_and_beside_what(tmp_path: Path) -> None:
    body = (
        "Ground was broken for a hospital in Anak County on January 28.\n\n"
        "It was decided to build a hospital in Anak County."
    )
    shown = explained(tmp_path, body)
    told = sentence(shown, "decided") + events(shown)
    law = "a plan adds nothing beside a later stage: groundbreaking, hospital: Anak, 0"
    assert re.search(rf"lowered from 0\.\d\d, since {law}", told)


def test_a_text_without_a_county_is_not_read_for_events(tmp_path: Path) -> None:
    shown = explained(tmp_path, "A hospital was inaugurated in Seoul.")
    assert "Sentences: not read, since no county or city is named where something can happen" in shown


@pytest.mark.parametrize("spoilt", ["Kosan  County,\n Kangwon", "Kosan \tCounty, Kangwon"])
def test_offsets_are_those_of_the_file(tmp_path: Path, spoilt: str) -> None:
    body = f"A hospital was inaugurated in {spoilt} Province.\n\nA hospital was built in Anak County."
    path = tmp_path / "article.txt"
    path.write_text(HEADER.format(title="News") + body, encoding="utf-8")
    ((finding,),) = (extraction.findings for extraction in pipeline.extract([path]))
    derivation = pipeline.explain(finding)
    for one in derivation.sentences:
        assert finding.document.text[one.start : one.end].split() == one.words.split()
    told = {one.event for one in derivation.claims}
    assert len(finding.events) > 1 and told >= {*finding.events, *finding.setbacks}


def test_every_event_of_the_shipped_articles_is_derived() -> None:
    for extraction in pipeline.extract():
        for finding in extraction.findings[:1]:
            claims = pipeline.explain(finding).claims
            assert {one.event for one in claims if one.event} == {*finding.events, *finding.setbacks}
            for one in claims:
                assert one.probability <= one.unlawful + 1e-9
                assert bool(one.law) == (one.probability < one.unlawful - 1e-9)
                assert (one.rival >= 0) == (one.law not in ("", "county"))
