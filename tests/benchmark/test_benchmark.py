"""The measures of the benchmark on cases small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmark.__main__ import MEASUREMENTS
from benchmark.__main__ import main as run
from benchmark.accuracy import main
from benchmark.events.scoring import event_score
from benchmark.figures import Tally, interval, total
from benchmark.places import report as page
from benchmark.places.peers import Peer, dictionary, make_peers, regex_matcher
from benchmark.places.scoring import mention_tally, set_tally, spots
from benchmark.places.spellings import classify, confusable_pairs
from benchmark.places.systems import Factorymap, Found
from benchmark.places.traps import Trap, problems, read_traps
from benchmark.places.verdicts import judge, run_traps
from benchmark.texts.annotated import Annotated, GoldPlace, read_annotated, text_document
from geo.errors import InputError
from geo.places import Name
from tests.records import GAZETTEER, RANAM, SONGCHON, UNSAN_NORTH, UNSAN_SOUTH, report

CHONGJIN = "KP0205"


def found(text: str, surface: str, pcode: str | None, outcome: str = "resolved", *codes: str) -> Found:
    """A name found at the first place where it stands."""
    start = text.index(surface)
    settled = "resolved" if outcome == "resolved" else "ambiguous" if outcome == "ambiguous" else "foreign"
    return Found(start, start + len(surface), settled, pcode, frozenset(codes))


def article(text: str, *places: tuple[str, str | None]) -> Annotated:
    """A text and what stands in it; a place without code lies abroad."""
    gold = tuple(GoldPlace(surface, pcode, pcode is None) for surface, pcode in places)
    return Annotated(text_document(text), gold, {})


# Precision, recall, intervals


def test_precision_recall_and_f1() -> None:
    tally = Tally(hit=2, gold=4, right=3, found=4, wrong_unit=1, abstained=1)
    assert (tally.precision, tally.recall) == (0.75, 0.5)
    assert tally.f1 == pytest.approx(0.6)
    assert (tally.wrong_unit_rate, tally.abstention_rate) == (0.25, 0.25)


def test_silence_where_there_is_nothing_is_right() -> None:
    assert Tally().f1 == 1.0
    assert Tally(gold=3).f1 == 0.0


def test_the_interval_holds_the_value_and_is_the_same_every_time() -> None:
    tallies = [Tally(hit, 4, hit, 4) for hit in (4, 4, 3, 1, 4, 2, 4, 4)]
    first = interval(tallies, lambda tally: tally.f1)
    assert first == interval(tallies, lambda tally: tally.f1)
    assert first.low < first.value < first.high
    assert first.value == total(tallies).f1


def test_articles_that_are_all_alike_have_no_spread() -> None:
    figure = interval([Tally(1, 2, 1, 1)] * 5, lambda tally: tally.recall)
    assert (figure.low, figure.value, figure.high) == (0.5, 0.5, 0.5)


# Mentions and sets

UNSAN = "Builders came to Unsan County, then to Songchon County and Ranam, and last to Icheon."
GOLD = article(UNSAN, ("Unsan County", UNSAN_NORTH), ("Songchon County", SONGCHON), ("Icheon", None))


@pytest.mark.parametrize(
    ("answers", "expected", "why"),
    [
        ([("Unsan County", UNSAN_NORTH)], Tally(1, 2, 1, 1), "one of two"),
        ([("Unsan", UNSAN_NORTH)], Tally(1, 2, 1, 1), "the bare name stands at the same spot"),
        ([("Unsan", UNSAN_SOUTH)], Tally(0, 2, 0, 1, wrong_unit=1), "another unit of that name"),
        ([("Icheon", "KP0414")], Tally(0, 2, 0, 1, wrong_unit=1), "a namesake abroad put in the country"),
        ([("Builders", SONGCHON)], Tally(0, 2, 0, 1), "a place where none is named"),
        ([("Ranam", RANAM)], Tally(0, 2, 0, 0), "below the county and not in gold: not scored"),
    ],
)
def test_mentions(answers: list[tuple[str, str]], expected: Tally, why: str) -> None:
    given = [found(UNSAN, surface, pcode) for surface, pcode in answers]
    assert mention_tally(GOLD, given, GAZETTEER) == expected, why


def test_an_open_name_is_an_abstention_and_no_wrong_unit() -> None:
    left = [found(UNSAN, "Unsan", None, "ambiguous", UNSAN_NORTH, UNSAN_SOUTH)]
    assert mention_tally(GOLD, left, GAZETTEER) == Tally(0, 2, 0, 0, abstained=1)
    assert set_tally(GOLD, left, GAZETTEER) == Tally(0, 1, 0, 0, abstained=1), "neither found nor missed"


def test_a_surface_counts_once_however_often_it_stands() -> None:
    text = "Songchon grows. Songchon builds. Songchon County is glad."
    gold = article(text, ("Songchon", SONGCHON), ("Songchon County", SONGCHON))
    given = [Found(0, 8, "resolved", SONGCHON), Found(16, 24, "resolved", SONGCHON)]
    assert mention_tally(gold, given, GAZETTEER) == Tally(1, 2, 1, 1)
    assert set_tally(gold, given, GAZETTEER) == Tally(1, 1, 1, 1)


def test_a_place_below_the_county_counts_for_its_county() -> None:
    text = "Ranam of Chongjin"
    given = [found(text, "Ranam", RANAM)]
    assert mention_tally(article(text, ("Ranam", CHONGJIN)), given, GAZETTEER) == Tally(1, 1, 1, 1)


def test_a_short_surface_does_not_stand_inside_a_longer_one_or_a_word() -> None:
    text = "Unsan County; Kounsan; Unsan"
    where = spots(article(text, ("Unsan", UNSAN_SOUTH), ("Unsan County", UNSAN_NORTH)))
    assert [(text[start:end], len(places)) for start, end, places in where] == [
        ("Unsan County", 1),
        ("Unsan", 1),
    ]


def test_provinces_can_be_left_out_of_the_set() -> None:
    text = "Songchon, South Phyongan"
    gold = article(text, ("Songchon", SONGCHON), ("South Phyongan", "KP07"))
    given = [found(text, "South Phyongan", "KP07")]
    assert set_tally(gold, given, GAZETTEER).hit == 1
    assert set_tally(gold, given, GAZETTEER, counties_only=True) == Tally(0, 1, 0, 0)


# Events


def test_events_and_their_dates() -> None:
    gold = Annotated(
        text_document("x"),
        (),
        {
            (SONGCHON, "hospital", "completed"): ("2025-02-06",),
            (SONGCHON, "hospital", "groundbreaking"): ("2024-02",),
        },
    )
    events = [
        report(SONGCHON, "hospital", "completed", "2025-02").event,
        report(SONGCHON, "hospital", "completed", "2025-02-06").event,
        report(SONGCHON, "hospital", "groundbreaking", "2024-02").event,
    ]
    score = event_score(gold, events, GAZETTEER)
    assert score.events == Tally(2, 2, 2, 3), "a repetition is a wrong one"
    assert score.dates == Tally(2, 2, 2, 2)
    assert score.quiet is None
    assert event_score(gold, events[:1], GAZETTEER).dates.hit == 0, "a month is not the day"


def test_a_text_without_events_should_stay_quiet() -> None:
    gold = Annotated(text_document("x"), (), {})
    assert event_score(gold, [], GAZETTEER).quiet
    assert event_score(gold, [report(SONGCHON, "hospital", "completed").event], GAZETTEER).quiet is False


# Annotated folders


def write_article(folder: Path, places: list[dict[str, str]]) -> Path:
    """A folder with one annotated article."""
    for name in ("articles", "gold"):
        (folder / name).mkdir()
    (folder / "articles" / "001.txt").write_text("TITLE: A visit\n\nHe saw Unsan.", encoding="utf-8")
    gold = {"id": "001", "published": None, "places": places, "events": []}
    (folder / "gold" / "001.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def place(canonical: str, province: str) -> dict[str, str]:
    """A gold entry."""
    return {
        "surface": "Unsan",
        "canonical": canonical,
        "type": "county",
        "province": province,
        "country": "KP",
    }


def test_gold_names_lead_to_units(tmp_path: Path) -> None:
    (one,) = read_annotated(write_article(tmp_path, [place("Unsan", "South Phyongan")]))
    assert one.units == {UNSAN_SOUTH}


def test_gold_that_is_no_unit_is_refused(tmp_path: Path) -> None:
    write_article(tmp_path, [place("Nosuchplace", "South Phyongan")])
    with pytest.raises(InputError, match=r"001\.json.*Nosuchplace"):
        read_annotated(tmp_path)


def test_the_command_names_a_folder_without_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--annotated", str(tmp_path), "--peers", "none"]) == 1
    assert "no gold/*.json" in capsys.readouterr().err


# Traps


def test_the_shipped_list_of_traps_is_valid() -> None:
    traps = read_traps()
    assert len(traps) >= 300
    assert problems(traps, GAZETTEER.units) == []


@pytest.mark.parametrize(
    ("expect", "target", "answer", "verdict", "why"),
    [
        ("unit", UNSAN_NORTH, [UNSAN_NORTH], "right", "the unit"),
        ("unit", UNSAN_NORTH, [UNSAN_SOUTH], "wrong", "another unit"),
        ("unit", UNSAN_NORTH, [], "abstained", "silence"),
        ("unit", UNSAN_NORTH, {UNSAN_NORTH, UNSAN_SOUTH}, "abstained", "left open, the right one listed"),
        ("unit", UNSAN_NORTH, {UNSAN_SOUTH, SONGCHON}, "wrong", "left open between others"),
        ("unit", UNSAN_NORTH, None, "wrong", "said to lie abroad"),
        ("unit", RANAM, [CHONGJIN], "right", "the county of a ward"),
        ("none", "KR", [], "right", "silence"),
        ("none", "KR", None, "right", "abroad"),
        ("none", "KR", [SONGCHON], "wrong", "a unit"),
        ("none", "word", {UNSAN_NORTH, UNSAN_SOUTH}, "abstained", "an ambiguity with units"),
        ("ambiguous", f"{UNSAN_NORTH}|{UNSAN_SOUTH}", {UNSAN_NORTH, UNSAN_SOUTH}, "right", "all listed"),
        ("ambiguous", f"{UNSAN_NORTH}|{UNSAN_SOUTH}", [UNSAN_NORTH], "wrong", "one of them chosen"),
        ("ambiguous", f"{UNSAN_NORTH}|{UNSAN_SOUTH}", [], "abstained", "silence"),
        ("ambiguous", f"{UNSAN_NORTH}|{UNSAN_SOUTH}|none", [], "right", "silence is allowed"),
    ],
)
def test_verdicts(
    expect: str, target: str, answer: list[str] | set[str] | None, verdict: str, why: str
) -> None:
    trap = Trap(2, "x-01", expect, target, "⟦Unsan⟧", "a reason")
    if answer is None:
        said = [Found(0, 5, "foreign")]
    elif isinstance(answer, set):
        said = [Found(0, 5, "ambiguous", None, frozenset(answer))]
    else:
        said = [Found(0, 5, "resolved", pcode) for pcode in answer]
    assert judge(trap, said, GAZETTEER) == verdict, why


def test_lines_of_one_template_count_once_and_as_their_worst() -> None:
    template = "KCNA wrote from North Korea about ⟦{}⟧ County."
    traps = [
        Trap(2, "x-01", "unit", SONGCHON, template.format("Songchon"), "one"),
        Trap(3, "x-02", "unit", UNSAN_NORTH, template.format("Unsan"), "two"),
    ]
    (case,) = run_traps(traps, Factorymap(GAZETTEER), GAZETTEER)
    assert case.verdicts == ("right", "abstained")
    assert case.verdict == "abstained"


def test_the_page_lists_every_trap_that_fails_with_its_reason() -> None:
    text = "KCNA wrote from North Korea about ⟦Unsan⟧ County."
    cases = run_traps(
        [Trap(2, "x-01", "unit", UNSAN_NORTH, text, "two counties")], Factorymap(GAZETTEER), GAZETTEER
    )
    written = page.traps(1, [("factorymap", cases)])
    row = next(line for line in written.splitlines() if line.startswith("| x-01"))
    assert "abstained" in row and "**Unsan**" in row and "two counties" in row


# Peers and spellings


def regex_units(text: str) -> list[tuple[str, str]]:
    """What the plain expression finds: surface and P-code."""
    peer = Peer("regex", "", regex_matcher(GAZETTEER))
    return [(text[one.start : one.end], one.pcode or "") for one in peer.find(text_document(text))]


def test_the_regex_takes_whole_words_and_the_longest_name() -> None:
    assert regex_units("Songchon County, South Phyongan") == [
        ("Songchon County", SONGCHON),
        ("South Phyongan", "KP07"),
    ]
    assert regex_units("Songchoners sing") == []
    assert regex_units("성천군에서") == [("성천군", SONGCHON)]


def test_the_dictionary_of_the_peers_has_the_names_and_one_unit_for_each() -> None:
    table = dictionary(GAZETTEER)
    assert table["Pyongyang"] == "KP10"
    assert table["Unsan"] in (UNSAN_NORTH, UNSAN_SOUTH)
    weak = next(name for name in GAZETTEER.names if name.kind == "weak" and name.form == "구성")
    assert table["구성시"] == weak.pcode, "an ordinary word, so a name with its type word only"
    assert "구성" not in table


def test_a_peer_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "geotext", None)
    peers, missing = make_peers(["regex", "geotext"], GAZETTEER)
    assert [peer.name for peer in peers] == ["plain regex, our names"]
    assert [one.name for one in missing] == ["geotext"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Found(0, 1, "resolved", UNSAN_NORTH), "found"),
        (Found(0, 1, "resolved", UNSAN_SOUTH), "namesake"),
        (Found(0, 1, "resolved", SONGCHON), "wrong"),
        (Found(0, 1, "ambiguous", None, frozenset([UNSAN_NORTH, UNSAN_SOUTH])), "ambiguous"),
        (Found(0, 1, "ambiguous", None, frozenset([UNSAN_SOUTH, SONGCHON])), "others"),
        (Found(0, 1, "foreign"), "abroad"),
        (Found(0, 1, "unknown"), "missed"),
    ],
)
def test_answers_to_one_name(answer: Found, expected: str) -> None:
    name = Name("Unsan", UNSAN_NORTH, "latin", "official", "")
    same = frozenset([UNSAN_NORTH, UNSAN_SOUTH])
    assert classify(name, [answer], GAZETTEER, same).answer == expected


def test_near_names_are_paired_scheme_by_scheme() -> None:
    pairs = {
        (pair.scheme, pair.distance, pair.one.form, pair.other.form) for pair in confusable_pairs(GAZETTEER)
    }
    assert ("KCNA", 1, "Kosong", "Kusong") in pairs
    assert ("McCune-Reischauer", 1, "Sŏnch'ŏn", "Sŏngch'ŏn") in pairs or (
        "McCune-Reischauer", 1, "Sŏngch'ŏn", "Sŏnch'ŏn",
    ) in pairs  # fmt: skip
    assert ("Revised Romanization", 1, "Eunsan", "Unsan") in pairs
    assert not any(one == other for _, _, one, other in pairs)


# The one entry


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_every_measurement_tells_its_options(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert f"  {name} " in capsys.readouterr().out
    with pytest.raises(SystemExit, match="0"):
        run([name, "--help"])
    assert f"usage: python -m benchmark {name}" in capsys.readouterr().out


def test_a_name_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["nosuch"]) == 2
    assert "nosuch" in capsys.readouterr().err
