"""Korean sentences: what each kind of wording states, and near ones that state nothing or something else."""

from __future__ import annotations

import pytest

from tests.events.saying import read, stages_in, told

HERE = "2025-11-20"
# (what a Korean predicate says, the stages that it can mean, why the line is here)
PREDICATES: list[tuple[str, set[str], str]] = [
    ("안악군병원 준공식이 있게 된다.", set(), "is to be held"),
    ("안악군병원 준공식이 곧 있게 될것이다.", set(), "will be held"),
    ("안악군병원 준공식이 열리게 된다.", set(), "is to be held, in another word"),
    ("안악군병원 준공식이 있게 되였다.", {"completed"}, "came to be held"),
    ("신원군에 새 병원이 건설된다.", {"planned"}, "the plain present tells what is to come"),
    ("신원군에 새 병원이 들어선다.", {"planned"}, "of what rises, too"),
    ("신원군에 새 병원이 건설되고있다.", {"under_construction"}, "is being built"),
    ("신원군에 새 병원이 들어섰다.", {"completed"}, "has risen"),
    ("환자들이 신원군병원에서 [치료]를 받을수 있다.", set(), "what patients can have"),
    ("환자들이 신원군병원에서 [치료]를 받을것이다.", set(), "what they will have"),
    ("환자들이 신원군병원에서 [치료]를 받을수 있게 되였다.", {"operating"}, "what they now can have"),
    ("환자들이 신원군병원에서 [치료]를 받고있다.", {"operating"}, "what they have"),
    ("신원군종이공장이 군의 북쪽에 자리잡고있다.", set(), "where it lies"),
    ("안악군병원 [현대화]는 보류되였다.", {"under_construction"}, "는 behind a noun makes it the topic"),
    ("안악군병원을 현대화하는 사업이 벌어진다.", {"under_construction"}, "what describes the work"),
    (
        "안악군병원을 잘 [짓고] 운영을 잘해 모범이 되여야 한다.",
        {"planned"},
        "must be built: no more than a plan",
    ),
]


@pytest.mark.parametrize(("said", "stages", "why"), PREDICATES, ids=[why for *_, why in PREDICATES])
def test_a_korean_predicate_says_what_its_ending_says(said: str, stages: set[str], why: str) -> None:
    assert stages_in(said) == stages, why


# (text, (place, facility, stage) of all that it states, why the line is here)
STATED: list[tuple[str, set[tuple[str, str, str]], str]] = [
    (
        "의사들은 신원군병원이 문을 열면 안악군의 주민들도 거기에서 치료를 받을수 있을것이라고 했다.",
        set(),
        "a condition and what would follow",
    ),
    (
        "12일에 있은 안악군병원 준공식에 뒤이어 신원군병원 준공식이 있게 된다.",
        {("Anak", "hospital", "completed")},
        "one ceremony was held, the other one is to come",
    ),
    (
        "안악군과 고산군의 지방공업공장, 신원군의 종합봉사소가 마감시공단계에 있다.",
        {
            ("Anak", "regional_industry", "under_construction"),
            ("Kosan", "regional_industry", "under_construction"),
            ("Sinwon", "leisure_complex", "under_construction"),
        },
        "several facilities in the last stage of building",
    ),
    (
        "안악군신발공장의 개건은 미루어졌으나 신원군에서는 같은 공사가 계속되고있다.",
        {("Sinwon", "other", "under_construction")},
        "the same works in another county",
    ),
    (
        "안악군신발공장의 개건은 미루어졌으며 신원군에서는 같은 시기에 도로공사가 계속되고있다.",
        set(),
        "the same time, other works",
    ),
    (
        "안악군신발공장이 바라보이는 신원군에서는 다리공사가 한창이다.",
        set(),
        "works on a bridge are none on the factory",
    ),
    (
        "신원군에서는 지방공업공장과 도로건설이 힘있게 벌어지고있다.",
        {("Sinwon", "regional_industry", "under_construction")},
        "works on a factory and a road are",
    ),
    ("함흥시에는 건축자재공장이 있다.", set(), "building materials are no building"),
]


@pytest.mark.parametrize(("text", "stated", "why"), STATED, ids=[why for *_, why in STATED])
def test_korean_news_states_what_it_says(text: str, stated: set[tuple[str, str, str]], why: str) -> None:
    assert {event[:3] for event in told(read(text, published_on=HERE))} == stated, why


def test_what_is_to_be_built_is_dated_by_the_day_of_its_announcement() -> None:
    """Not by the year for which it is announced."""
    said = "신원군에 래년에 양어장이 건설된다고 농업성이 10월 3일 발표하였다."
    assert told(read(said, published_on=HERE)) == {("Sinwon", "offshore_farm", "planned", "2025-10-03")}
