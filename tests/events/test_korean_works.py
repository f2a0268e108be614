"""Korean news of works: plans fulfilled, goods made, names that begin with a county's, places chosen."""

from __future__ import annotations

import pytest

from tests.events.saying import read, told

HERE = "2025-11-20"
RUN = "operating"
# (text, (place, facility, stage) of all that it states, why the line is here)
STATED: list[tuple[str, set[tuple[str, str, str]], str]] = [
    (
        "황해남도에서 재령강냉이공장, 신천군식료공장, 안악고려약공장이 연간 계획을 앞당겨 완료하였다.",
        {("Jaeryong", "other", RUN), ("Sinchon", "regional_industry", RUN), ("Anak", "other", RUN)},
        "a list of works, each with the name of its county",
    ),
    (
        "안악군식료공장이 3.4분기 인민경제계획을 초과수행하였다.",
        {("Anak", "regional_industry", RUN)},
        "the plan of a quarter",
    ),
    (
        "안악군식료공장은 올해 계획을 벌써 110%로 수행하였다.",
        {("Anak", "regional_industry", RUN)},
        "the plan of a year, by its share",
    ),
    ("안악군식료공장은 올해 계획을 수행하지 못하였다.", set(), "a plan that was not fulfilled"),
    ("안악군식료공장은 연간 계획을 끝낼 목표를 세웠다.", set(), "a plan that is to be fulfilled"),
    ("안악군에서는 올해 건설계획을 완수하였다. 식료공장은 없다.", set(), "a plan of building"),
    (
        "안악군식료공장에서 다래를 가지고 새 음료를 개발하였다.",
        {("Anak", "regional_industry", RUN)},
        "something new is brought out",
    ),
    ("과학자들이 안악군의 식료공장에 와서 새 기술을 개발하였다.", set(), "a method is"),
    (
        "안악군옷공장에서 제품의 질을 높이기 위해 노력하고있다.",
        {("Anak", "regional_industry", RUN)},
        "a works strives for its goods",
    ),
    ("신원군은 식료공장을 일떠세우기 위해 노력하고있다.", set(), "a county for a works"),
    (
        "안악군옷공장을 비롯한 여러 공장에서 소비품을 생산하고있다.",
        {("Anak", "regional_industry", RUN)},
        "what sums up is no works of its own",
    ),
    (
        "강계시에서 말한다. 회령곡산공장이 조업을 시작하였다.",
        {("Hoeryong", "other", RUN)},
        "곡산 is no county",
    ),
    (
        "지난해 병원이 세워진 안악군에서는 새 상점이 문을 열었다.",
        {("Anak", "hospital", "completed")},
        "built, as what describes the place",
    ),
    (
        "안악군 종합봉사소가 산을 배경으로 자태를 드러내고있다.",
        {("Anak", "leisure_complex", "under_construction")},
        "a shape shows itself",
    ),
    (
        "안악군에서 신발공장 건설이 첫발을 뗐다.",
        {("Anak", "other", "groundbreaking")},
        "the first step of building",
    ),
    (
        "처음에는 안악군에 병원을 짓기로 했으나 이후 신원군과 고산군이 추가되였다.",
        {(place, "hospital", "planned") for place in ("Anak", "Sinwon", "Kosan")},
        "places that were added",
    ),
    ("신원군이 모범군으로 선정되였다. 군에는 병원이 있다.", set(), "chosen for something else"),
    (
        "안악군과 탄광이 있는 신원군에서 병원이 준공되였다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "hospital", "completed")},
        "the second place of a list is described",
    ),
    (
        "안악군 외에 신원군에서도 병원이 준공되였다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "hospital", "completed")},
        "beside one the other",
    ),
]


@pytest.mark.parametrize(("text", "stated", "why"), STATED, ids=[why for *_, why in STATED])
def test_korean_news_of_works(text: str, stated: set[tuple[str, str, str]], why: str) -> None:
    assert {event[:3] for event in told(read(text, published_on=HERE))} == stated, why
