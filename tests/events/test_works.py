"""What works do that stand, who comes there, and how they are built; those of the capital are no county's."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

NONE: set[What] = set()
MONTH = "2025-02"


def kusong(stage: str, date: str | None = MONTH, facility: str = "other") -> What:
    return ("Kusong", facility, stage, date)


# (text, what it states, why the line is here)
RUNNING: list[tuple[str, set[What], str]] = [
    (
        "The Pyongyang Times surveys plants of the DPRK. Modernization of the Kusong Pump Factory is going"
        " on.",
        {kusong("under_construction")},
        "what a paper surveys is not visited",
    ),
    (
        "The Kusong Kimchi Factory, DPRK, has set up new processes for salting radish.",
        {kusong("operating")},
        "processes set up",
    ),
    (
        "New production lines have been established at the Kusong Shoe Factory of the DPRK.",
        {kusong("operating")},
        "lines, in the passive",
    ),
    (
        "New equipment has lately been put in at the Kusong Paint Factory of the DPRK.",
        {kusong("operating")},
        "equipment put in",
    ),
    (
        "The Kusong Kimchi Factory, DPRK, raises the quality of its products.",
        {kusong("operating")},
        "quality raised, no building",
    ),
    (
        "The Kusong Shoe Factory of the DPRK hit its yearly target two months early.",
        {kusong("operating")},
        "a target hit",
    ),
    (
        "The workers of the Kusong Garment Factory in the DPRK are speeding up the making of uniforms.",
        {kusong("operating")},
        "what is sped up is the making of goods",
    ),
    (
        "The Kusong Kimchi Factory of the DPRK makes radish and cucumber kimchi.",
        {kusong("operating")},
        "a works makes goods",
    ),
    (
        "The Kusong Kimchi Factory, DPRK, has begun processing radish.",
        {kusong("operating")},
        "it has begun to make something",
    ),
    (
        "Socks, caps and gloves come from the Kusong Knitwear Factory, DPRK.",
        {kusong("operating")},
        "goods come from it",
    ),
    (
        "In Kusong, DPRK, bathers flock to the leisure complex on Sundays.",
        {kusong("operating", facility="leisure_complex")},
        "people flock to it",
    ),
    (
        "조선 안악군식료공장에서는 장과 간장을 쏟아내고있다.",
        {("Anak", "regional_industry", "operating", MONTH)},
        "쏟아내고있다",
    ),
    (
        "조선 안악군의 식료공장에서는 갖가지 젓갈품이 나오고있다.",
        {("Anak", "regional_industry", "operating", MONTH)},
        "이 나오고있다",
    ),
    (
        "조선 안악군식료공장이 년간계획을 앞당겨 완수했다.",
        {("Anak", "regional_industry", "operating", MONTH)},
        "a plan fulfilled early",
    ),
    ("The builders have set up new machines in Kusong, DPRK.", NONE, "machines of no facility"),
    (
        "The Kusong Shoe Factory of the DPRK should raise the quality of its shoes.",
        NONE,
        "quality that ought to be raised",
    ),
    (
        "조선 안악군일용품공장에서는 비누의 질을 높이기 위한 사업을 벌리고있다.",
        NONE,
        "an effort is under way, no building",
    ),
    (
        "북한 안악군 지방공업공장 부지의 도로는 눈이 치워졌다.",
        NONE,
        "the ground of factories is no building site",
    ),
    (
        "Two hundred tons of cement went from the Kusong Cement Factory of the DPRK to the building sites.",
        NONE,
        "where goods are sent",
    ),
]

VISITED: list[tuple[str, set[What], str]] = [
    (
        "The Kusong Shoe Factory of the DPRK received field guidance from Kim Jong Un.",
        {kusong("inspection")},
        "guidance received",
    ),
    (
        "On Monday Kim Jong Un was in Kusong, DPRK, to see the building site of a hospital.",
        {kusong("inspection", "2025-02-03", "hospital")},
        "went to see a site",
    ),
    (
        "Kim Jong Un spent an hour at the Kusong Shoe Factory of the DPRK on Monday.",
        {kusong("inspection", "2025-02-03")},
        "an hour spent there",
    ),
    (
        "Kim Jong Un toured Anak County, DPRK, on Monday. Then Kim came to the Kusong Shoe Factory.",
        {kusong("inspection")},
        "by his short name",
    ),
    (
        "Kim Jong Un of the DPRK went on to visit a fish farm near Sinpho.",
        {("Sinpho", "offshore_farm", "inspection", MONTH)},
        "went on to visit; near a city",
    ),
    (
        "Kim Jong Un looked at the site of a new hospital in Kusong, DPRK, on Monday.",
        {kusong("inspection", "2025-02-03", "hospital")},
        "looked at the site",
    ),
    (
        "Premier Pak Thae Song of the DPRK acquainted himself with the Kusong Shoe Factory.",
        {kusong("inspection")},
        "acquainted himself",
    ),
    (
        "북한 김정은 총비서는 3일 안악군과 신원군의 지방공업공장 건설 현장에 갔다고 통신이 보도했다.",
        {(name, "regional_industry", "inspection", "2025-02-03") for name in ("Anak", "Sinwon")},
        "현장에 갔다",
    ),
    (
        "북한 안악군당책임비서가 안악군병원 공사장에 나가 작업을 도왔다.",
        NONE,
        "who goes there is no leader",
    ),
    (
        "북한 김정은 위원장의 지시로 간부들이 안악군 식료공장에 나가 로동자들을 만났다.",
        NONE,
        "who goes there are officials",
    ),
    (
        "북한 김정은 위원장이 안악군병원 준공식에 나왔던 간부들을 만났다.",
        {("Anak", "hospital", "completed", MONTH)},
        "a ceremony is no facility",
    ),
]

VISITED += [
    (
        "북한 김정은 위원장이 3일 공장들을 돌아봤다. 방문한 곳은 신양군과 북창군의 지방공업공장이다.",
        {(name, "regional_industry", "inspection", "2025-02-03") for name in ("Sinyang", "Pukchang")},
        "방문한 곳은",
    ),
]

BUILT: list[tuple[str, set[What], str]] = [
    (
        "The Kusong Silk Mill has arisen in Kusong, DPRK.",
        {kusong("completed")},
        "arisen",
    ),
    (
        "Kusong was the first county this year to break ground for a hospital, KCNA said.",
        {kusong("groundbreaking", "2025", "hospital")},
        "the first to do it has done it",
    ),
    (
        "Anak County and Sinyang County of the DPRK built catfish farms.",
        {("Anak", "offshore_farm", "completed", MONTH), ("Sinyang", "offshore_farm", "completed", MONTH)},
        "a fish farm by its fish",
    ),
    (
        "Kim Jong Un launched the Kosan Greenhouse Farm, DPRK, on Monday.",
        {("Kosan", "greenhouse_farm", "completed", "2025-02-03")},
        "a farm launched, not its building",
    ),
    (
        "The building of the Kusong City Hospital, DPRK, which was started last spring, was slowed down.",
        {kusong("groundbreaking", "2024", "hospital")},
        "a building that was started, in a relative clause",
    ),
    (
        "조선 고산군온실농장의 준공 및 조업식이 3일 있었다.",
        {("Kosan", "greenhouse_farm", "completed", "2025-02-03")},
        "조업식 is an inauguration",
    ),
    (
        "지난 3월 17일 첫 삽을 떠 두 달째 짓고 있는 북한 구성시병원을 신문이 소개했다.",
        {kusong("groundbreaking", "2024-03-17", "hospital"), kusong("under_construction", MONTH, "hospital")},
        "two verbs that describe one hospital",
    ),
    (
        "북한이 고산군병원 준공을 늦추기로 했다.",
        NONE,
        "an opening that is put off",
    ),
    (
        "지난해 12월 17일 북한 고산군 지방공업공장이 준공됐다고 전할 때는 양곡관리소를 언급하지 않았다.",
        {("Kosan", "regional_industry", "completed", "2024-12-17")},
        "something else was not mentioned",
    ),
    (
        "조선 고산군온실농장건설이 마감단계에 들어섰다.",
        {("Kosan", "greenhouse_farm", "under_construction", MONTH)},
        "a stage that the work has entered",
    ),
    (
        "On October 15 the Kusong City People's Hospital was opened in the DPRK.",
        {kusong("completed", "2024-10-15", "hospital")},
        "a people's hospital is no people",
    ),
    (
        "The soldiers sent to Ryonggang County of the DPRK are in the last stage of work for the hospital.",
        {("Ryonggang", "hospital", "under_construction", MONTH)},
        "where builders were sent",
    ),
    (
        "A dormitory was built at the Kusong Textile Mill of the DPRK.",
        NONE,
        "what was built at the mill",
    ),
    (
        "The Kusong Shoe Factory of the DPRK has been renovated.",
        {kusong("completed")},
        "renovated, not its lines",
    ),
    (
        "Kim Jong Un of the DPRK looks over the hospital in Kosan County before it opens.",
        {("Kosan", "hospital", "inspection", MONTH)},
        "before it opens",
    ),
]

BUILT += [
    (
        "The projects in Kosan County of the DPRK were launched on February 3 in a ceremony.",
        {("Kosan", "other", "groundbreaking", "2025-02-03")},
        "projects launched are begun",
    ),
    (
        "북한 고산군병원이 이달 1일 진료를 시작했다.",
        {("Kosan", "hospital", "operating", "2025-02-01")},
        "service begun, without a ceremony",
    ),
    (
        "Kosan County of the DPRK: a hospital, opened 2 Feb.",
        {("Kosan", "hospital", "completed", "2025-02-02")},
        "opened, and a day: no thing that was opened by it",
    ),
    (
        "Hospitals will be built in Anak and Pyoksong counties and a new farm in Kosan County, DPRK.",
        {("Anak", "hospital", "planned", MONTH), ("Pyoksong", "hospital", "planned", MONTH)},
        "places behind the verb, and another thing that is built",
    ),
    (
        "The Kosan Bag Factory of the DPRK started operation. It was inaugurated on January 10.",
        {("Kosan", "other", "completed", "2025-01-10")},
        "started, and inaugurated: one thing",
    ),
]

CAPITAL: list[tuple[str, set[What], str]] = [
    (
        "Kim Jong Un visited the Pyongyang Cosmetics Factory on Monday.",
        NONE,
        "a factory of the capital",
    ),
    (
        "평양종합병원이 3일 준공되였다고 조선중앙통신이 전했다.",
        NONE,
        "평양종합병원",
    ),
    (
        "Pyongyang, February 4 (KCNA) -- A shoe factory was inaugurated on Monday.",
        NONE,
        "a dateline",
    ),
    (
        "Pyongyang said on Monday that a hospital was inaugurated in Kosan County.",
        {("Kosan", "hospital", "completed", MONTH)},
        "the government",
    ),
    (
        "Officials met in Pyongyang. A shoe factory was inaugurated on Monday.",
        NONE,
        "a meeting in the capital, and a factory somewhere",
    ),
]


@pytest.mark.parametrize(("text", "events", "why"), [*RUNNING, *VISITED, *BUILT, *CAPITAL])
def test_a_sentence_on_works_states_what_it_says(text: str, events: set[What], why: str) -> None:
    assert told(read(text)) == events, why


@pytest.mark.parametrize(
    "text",
    ["조선 연탄군식료공장이 간장생산을 시작하였다.", "조선 연탄군의 식료공장에서 간장을 생산하고있다."],
)
def test_a_countys_own_factory_is_of_the_policy_since_there_is_one(text: str) -> None:
    """Foodstuff factories of counties reported before February 2024 are none of the policy's."""
    groups = [{event.facility for event in read(text, day)} for day in ("2021-06-10", "2025-06-10")]
    assert groups == [{"other"}, {"regional_industry"}]
