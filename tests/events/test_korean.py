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
    (
        "신원군병원의 [현대화] 경험을 온 도에 넓히고있다.",
        {"under_construction"},
        "an example is weighed elsewhere",
    ),
    (
        "신문은 안악군에서 병원을 “새로 [건설]”하고 뒤이어 문을 열었다고 하였다.",
        {"completed"},
        "quoted up to its stem",
    ),
    (
        "공장의 [기초]굴착을 마치고 기초콘크리트공사를 [시작]했다.",
        {"under_construction"},
        "a part of the work begins",
    ),
    ("군에서 [기초]식품의 값이 올랐다.", set(), "basic food is no foundation"),
    ("안악군에서 증산을 위한 대책을 세우고있다.", set(), "a measure is set up, no building"),
    ("안악군에서는 농사를 지었다.", set(), "farming is no building"),
    ("안악군병원을 자랑으로 내세웠다.", set(), "what is put forward is not put up"),
    ("안악군에서 무산된 계획이다.", {"cancelled", "planned"}, "무산 is a verb where it is no county"),
    ("무산군에서 착공식이 진행되였다.", {"groundbreaking"}, "and no verb where it is one"),
    ("3월에 착공식을 한 안악군병원.", {"groundbreaking"}, "a ceremony that was held"),
    ("병원이 준공된데 이어 공장도 일떠섰다.", {"completed"}, "what is told next"),
    ("농장이 완공 됐다.", {"completed"}, "an ending set apart"),
    ("병원까지 준공하게 되면 좋겠다.", set(), "a condition"),
    ("공장을 짓는 것은 그만두었다.", {"cancelled"}, "given up"),
    ("공장을 지어 주자고 하였다.", set(), "a proposal"),
    ("공장은 정상 가동하기 어려울것이다.", set(), "hardly possible"),
    (
        "안악군병원이 준공을 앞두고있다.",
        {"completed", "under_construction"},
        "nears completion, as one before",
    ),
    ("안악군병원이 준공 1주년을 앞두고있다.", set(), "an anniversary"),
    ("안악군병원의 준공을 앞두고 강습을 진행하였다.", set(), "ahead of its completion"),
    ("완공을 앞둔 안악군병원을 자랑하였다.", set(), "described as near completion"),
    ("안악군에 공장이 [일떠서] 제품을 생산하고있다.", {"completed"}, "has risen, and runs"),
    ("안악군에 공장이 [세워져] 가동중이다.", {"completed"}, "is set up, and runs"),
    ("안악군에 공장이 [세워져] 가동할것이다.", {"planned"}, "will be set up, and run"),
    ("안악군공장에서 [생산]을 하고 있다.", {"operating"}, "a noun of action with 하다"),
    ("안악군에서 병원[공사]가 이루어지고있다.", {"under_construction"}, "works that take place"),
    ("안악군병원 [공사]는 아직 이루어지지 않았다.", set(), "works that do not"),
    ("안악군병원이 [준공]된 것으로 알려졌다.", {"completed"}, "known to be completed"),
    ("공장에서 설비를 만들며 개건현대화를 [내밀]고있다.", {"under_construction"}, "pushes its own renewal"),
    ("준공식은 안악군부터 [시작]하여 여러 군에서 열렸다.", set(), "the first of a list is no start of work"),
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
    (
        "내각은 신원군 지방공업공장들의 현대화 경험을 온 나라에 넓히고있다.",
        set(),
        "what others learn from is done already",
    ),
    (
        "올해 착공한 공장 20개 가운데 안악군지방공업공장은 준공되였고, 고산군의 공장도 곧 준공될것이다.",
        {("Anak", "regional_industry", "groundbreaking"), ("Anak", "regional_industry", "completed")},
        "what describes factories counted is of no county behind the next verb",
    ),
    (
        "김정은은 안악군에 다녀온 뒤 신원군의 가방공장을 시찰하였다.",
        {("Sinwon", "other", "inspection")},
        "where he came from is not what he saw there",
    ),
    (
        "김정은위원장은 신의주온실농장 건설장을 떠나 의주군의 제방공사장도 찾았다.",
        set(),
        "a dyke is visited, no farm",
    ),
    (
        "자강도, 강원도, 남포시, 개성시의 지방공업공장건설장들에서 골조공사가 끝나고있다.",
        set(),
        "cities among provinces say no more than those",
    ),
    (
        "남포시의 지방공업공장건설장에서 골조공사가 끝나고있다.",
        {("Nampho", "regional_industry", "under_construction")},
        "a city by itself does",
    ),
    (
        "20개 시, 군에서 공장과 병원의 건설이 한창이다. 신원군과 안악군에서는 5일 착공식이 있었다.",
        {("Sinwon", "other", "groundbreaking"), ("Anak", "other", "groundbreaking")},
        "what is built somewhere is not all built in each",
    ),
    (
        "신원군온실농장이 이름났다. 량강도에서는 온실농장을 새로 건설하고있다.",
        {("Sinwon", "greenhouse_farm", "operating")},
        "what goes on in a province is of no county named before",
    ),
    (
        "김정은위원장이 해안 양식장이 세워질 신포시의 바다가를 찾았다.",
        {("Sinpho", "offshore_farm", "inspection")},
        "the coast is no ward",
    ),
    (
        "북한 신원군병원은 문을 열고 환자들을 맞고있다.",
        {("Sinwon", "hospital", "operating")},
        "doors that are open are no ceremony",
    ),
    ("북한 신원군병원이 문을 열었다.", {("Sinwon", "hospital", "completed")}, "it was opened"),
    (
        "김정은위원장이 원산구두공장을 시찰하였다.",
        {("Wonsan", "other", "inspection")},
        "shoes are no ward of Wonsan",
    ),
    ("북한의 청진전기공장은 수류탄과 포탄을 만들고있다.", set(), "an arms plant under another name"),
    ("북한의 청진전기공장은 전동기와 변압기를 만들고있다.", {("Chongjin", "other", "operating")}, "a plant"),
    (
        "그는 안악군온실농장을 뛰어넘는 크기로 신원군에 온실농장을 건설하라고 지시하였다.",
        {("Sinwon", "greenhouse_farm", "planned")},
        "what is to be surpassed stands already",
    ),
    (
        "안악군 온실농장 때와 같은 방식으로 지난 1월 신원군에서 첫 삽을 뜬 온실농장은 규모가 크다.",
        {("Sinwon", "greenhouse_farm", "groundbreaking")},
        "as it was done elsewhere",
    ),
    (
        "안악군지방공업공장은 이름났다. 각 도, 시, 군에 설비를 갖추는 기초공사가 벌어지고있다.",
        {("Anak", "regional_industry", "operating")},
        "what is done in each county is not said of the one named before",
    ),
    ("함흥시에는 건축자재공장이 있다.", set(), "building materials are no building"),
    (
        "북한이 각지에서 공장과 병원 건설에 착공하고 있다."
        " 신문은 안악군, 신원군에서 19일 각각 착공식이 열렸다고 전했다.",
        {("Anak", "other", "groundbreaking"), ("Sinwon", "other", "groundbreaking")},
        "ceremonies of projects in named counties",
    ),
    (
        "안악군련결차공장이 개건되였다. 이 소식을 조선중앙통신이 전하였다.",
        {("Anak", "other", "completed")},
        "a factory of goods that nobody listed",
    ),
    (
        "고산군옷공장에서 새 옷을 생산하고있다고 로동신문이 전하였다.",
        {("Kosan", "regional_industry", "operating")},
        "a county's factory of clothes",
    ),
    (
        "북한 안악군병원 앞에 상점이 새로 생겼다. 신원군병원 옆에는 정류소가 들어섰다.",
        set(),
        "what stands beside a facility",
    ),
    (
        "안악군 지방공업공장에 보낼 설비를 만드는 로동자들이 있다.",
        set(),
        "what is made for a facility",
    ),
    (
        "북한 구성시에서 준공된 것은 병원이 아니라 살림집이다.",
        set(),
        "what was opened is no hospital",
    ),
    (
        "안악군병원이 문을 열고 첫 환자들을 맞이하였다.",
        {("Anak", "hospital", "operating")},
        "doors that were opened to patients",
    ),
    (
        "북한 안악군의 온실농장에서 나온 남새가 신원군을 비롯한 이웃군의 주민들에게 공급되고있다.",
        {("Anak", "greenhouse_farm", "operating")},
        "whom it is sent to",
    ),
    (
        "북한 안악군에서 바닷가양식사업소 착공식이 19일 열렸다. 작년에는 신포시에 양식사업소를 완공했다."
        " 착공식에는 총리가 참석했다.",
        {("Anak", "offshore_farm", "groundbreaking"), ("Sinpho", "offshore_farm", "completed")},
        "a ceremony that is gone on about",
    ),
    (
        "김정은위원장은 지난해에 준공한 신포시바다가양식사업소를 찾았다.",
        {("Sinpho", "offshore_farm", "completed"), ("Sinpho", "offshore_farm", "inspection")},
        "a visit to what was opened before",
    ),
    (
        "김정은위원장은 안악군병원을 올해안에 완공하라고 지시하였다.",
        set(),
        "an order to finish what is built already",
    ),
    (
        "북한 안악군에 병원이 들어섰다. 한국의 강원도 철원군은 병원을 짓기로 했다.",
        {("Anak", "hospital", "completed")},
        "the county of that name in the South",
    ),
    (
        "신포시바다가양식사업소에서 다시마수확이 한창이다.",
        {("Sinpho", "offshore_farm", "operating")},
        "a harvest in full swing is no building",
    ),
    (
        "안악군병원에 이어 신원군병원도 준공을 앞두고있다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "hospital", "under_construction")},
        "one is completed, the next one nearly",
    ),
    (
        "안악군에 이어 신원군 지방공업공장이 준공되였다.",
        {("Anak", "regional_industry", "completed"), ("Sinwon", "regional_industry", "completed")},
        "the county before the one that names the factories",
    ),
    (
        "올해 착공된 안악군과 신원군, 고산군의 병원 지붕공사가 한창이다.",
        {
            (place, "hospital", stage)
            for place in ("Anak", "Sinwon", "Kosan")
            for stage in ("groundbreaking", "under_construction")
        },
        "a list of counties between a verb and what it describes",
    ),
    (
        "안악군 식료공장에서는 장이, 신원군 식료공장에서는 단물이, 고산군 식료공장에서는 빵이 나오고있다.",
        {(place, "regional_industry", "operating") for place in ("Anak", "Sinwon", "Kosan")},
        "goods of several factories",
    ),
    (
        "안악군병원에서는 준공식이, 신원군병원에서는 착공식이 진행되였다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "hospital", "groundbreaking")},
        "two ceremonies with one verb",
    ),
    (
        "김정은위원장이 올해 처음 현지지도를 한 곳이 바로 안악군의 신발공장이다.",
        {("Anak", "other", "inspection")},
        "where it was comes last",
    ),
    (
        "김정은위원장은 안악군의 신발공장에 들러 준공식 전까지 기능공들을 키우라고 지시하였다.",
        {("Anak", "other", "inspection")},
        "a visit, and what must be done before a ceremony",
    ),
    (
        "안악군 지방공업공장에는 눈이 쌓여있었다. 신원군 공장도 조용하였다. 두 공장은 2월에 준공식을 가졌다.",
        {("Anak", "regional_industry", "completed"), ("Sinwon", "regional_industry", "completed")},
        "two factories of two counties",
    ),
    (
        "안악군병원 이야기다. 2월에는 착공식에 참석하였으니 그만큼 이 병원을 중시한다.",
        {("Anak", "hospital", "groundbreaking")},
        "the hospital is named behind its ceremony",
    ),
    (
        "안악군에서 상점이 준공되였으며 주민들은 이 공장의 옷을 샀다.",
        set(),
        "a shop, and a factory behind it",
    ),
    (
        "안악군은 조용하였다. 신원군에는 식료공장과 옷공장이 있다. 두 공장은 2월에 준공식을 가졌다.",
        {("Sinwon", "regional_industry", "completed")},
        "two factories of one county",
    ),
]


@pytest.mark.parametrize(("text", "stated", "why"), STATED, ids=[why for *_, why in STATED])
def test_korean_news_states_what_it_says(text: str, stated: set[tuple[str, str, str]], why: str) -> None:
    assert {event[:3] for event in told(read(text, published_on=HERE))} == stated, why


def test_what_is_to_be_built_is_dated_by_the_day_of_its_announcement() -> None:
    """Not by the year for which it is announced."""
    said = "신원군에 래년에 양어장이 건설된다고 농업성이 10월 3일 발표하였다."
    assert told(read(said, published_on=HERE)) == {("Sinwon", "offshore_farm", "planned", "2025-10-03")}


@pytest.mark.parametrize("goods", ["교복", "학생교복", "학생신발", "학생구두", "학생가방", "학생모자"])
def test_what_is_made_for_pupils_makes_a_factory(goods: str) -> None:
    """The name runs together with the place and the goods."""
    said = f"혜산{goods}공장 준공식이 4일 현지에서 진행되였다."
    assert told(read(said, published_on=HERE)) == {("Hyesan", "other", "completed", "2025-11-04")}


# (text, place -> day, why the line is here)
DAYS: list[tuple[str, dict[str, str | None], str]] = [
    (
        "18일 북한 관영 조선중앙통신은 김정은이 원산신발공장을 시찰했다고 밝혔다.",
        {"Wonsan": "2025-11"},
        "the day of a report, whoever's it is",
    ),
    (
        "18일 북한 원산에서 김정은이 신발공장을 시찰했다고 밝혔다.",
        {"Wonsan": "2025-11-18"},
        "the day of a visit",
    ),
    (
        "신문은 김정은이 원산신발공장을 시찰했다고 밝혔다. 그에 앞서 14일에는 수산사업소를 돌아보았다.",
        {"Wonsan": "2025-11"},
        "what went before has a day of its own",
    ),
    (
        "16일에는 안악군과 고산군에서 지방공업공장 착공식을 가졌고,"
        " 신원군 등 9곳은 12일까지 공사에 들어갔다.",
        {"Anak": "2025-11-16", "Kosan": "2025-11-16", "Sinwon": "2025-11"},
        "a day is not that of the next clause",
    ),
    (
        "10일 안악군에서의 착공식에 이어 신원군과 고산군에서 지방공업공장건설 착공식이"
        " 진행되였다고 19일 전했다.",
        {"Anak": "2025-11-10", "Sinwon": "2025-11", "Kosan": "2025-11"},
        "a day of the ceremony before",
    ),
    (
        "착공한 지 1년도 안 돼 북한 안악군 지방공업공장이 19일 준공됐다.",
        {"Anak": "2024"},
        "a start that time is counted from",
    ),
    (
        "2월 6일에 착공식을 한 안악군병원은 9개월 만에 다 지어졌다.",
        {"Anak": "2025-02-06"},
        "a ceremony that was held on a day",
    ),
    (
        "김정은이 원산신발공장을 시찰했다. 2025.11.19/신문\n\n공장은 이름난 곳이다.",
        {"Wonsan": "2025-11"},
        "the stamp of a picture",
    ),
    (
        "통신은 지난 3일 안악군부터 시작해 5일 신원군, 8일 고산군에서 병원 착공식이 열렸다고 전했다.",
        {"Anak": "2025-11-03", "Sinwon": "2025-11-05", "Kosan": "2025-11-08"},
        "days and counties in turn, behind a name of an agency",
    ),
    (
        "통신은 12일 안악군에서 11일 병원 착공식이 열렸다고 전했다.",
        {"Anak": "2025-11-11"},
        "a day of the report before a county",
    ),
    (
        "김정은위원장이 안악군의 신발공장을 시찰했다. 명절(12월 27일)을 앞두고 이뤄진 시찰이다.",
        {"Anak": "2025-11"},
        "a day that it is ahead of",
    ),
    (
        "안악군에 이어 이달 8일 신원군 병원이 착공되였다.",
        {"Anak": None, "Sinwon": "2025-11-08"},
        "the day of the next one",
    ),
]


@pytest.mark.parametrize(("text", "days", "why"), DAYS, ids=[why for *_, why in DAYS])
def test_a_day_is_that_of_its_clause(text: str, days: dict[str, str | None], why: str) -> None:
    found = [e for e in read(text, published_on=HERE) if e.stage in ("inspection", "groundbreaking")]
    assert {event.name: event.date for event in found} == days, why


@pytest.mark.parametrize("begun", ["부터 건설을 시작한", "에 공사를 시작한", "에 착공한"])
def test_a_start_that_a_work_is_described_by_does_not_date_its_completion(begun: str) -> None:
    """The completion was reported in November."""
    said = f"4월{begun} 안악군병원이 벌써 준공식을 가졌다."
    found = {event.stage: event.date for event in read(said, published_on=HERE)}
    assert found == {"groundbreaking": "2025-04", "completed": "2025-11"}


FARM = "김정은위원장은 11월 18일 신의주온실종합농장을 현지지도하였다."
# (text, days of all visits that it states, why the line is here)
VISITS: list[tuple[str, list[str], str]] = [
    (f"{FARM} 그는 지난 7·9월에도 이곳을 찾았다.", ["2025-07", "2025-09", "2025-11-18"], "months with a dot"),
    (f"{FARM} 그는 3월과 8월에도 이곳을 찾았다.", ["2025-03", "2025-08", "2025-11-18"], "two months"),
    (f"{FARM} 농장은 3월과 8월에 물에 잠겼다.", ["2025-11-18"], "months of something else"),
    (
        "김정은위원장이 신포시바다가양식사업소 건설장에 또 한 번 들렀다. 그는 6월 4일에도 이곳을 찾았다.",
        ["2025-06-04", "2025-11"],
        "once more, as the news; before, on a day",
    ),
    (
        "김정은위원장이 신포시바다가양식사업소 건설장에 또 한 번 들렀다. 그는 19일 이곳에서 일군들을 만났다.",
        ["2025-11"],
        "once more, and what was done there",
    ),
    (
        "구성시병원 준공식이 18일 있었다. 김정은위원장은 2월 구성시병원 착공식에 나왔고"
        " 5월과 8월에는 현지 지도를 하였다.",
        ["2025-05", "2025-08"],
        "behind a ceremony, with months of their own",
    ),
    (
        "김정은위원장은 18일 신양군 지방공업공장을 찾았다. 이어 북창군 지방공업공장을 현지지도하였다.",
        ["2025-11-18", "2025-11-18"],
        "the next site of a tour",
    ),
    (
        "구성시병원 준공식이 18일 있었다. 김정은위원장은 병원을 돌아보았다."
        " 그는 지난 1월에도 이 병원의 건설장을 시찰했다.",
        ["2025-01"],
        "the tour of the ceremony, and a visit before it",
    ),
    (
        "구성시병원 준공식이 18일 있었다. 김정은위원장은 준공식에 나왔고 병원을 돌아보았다.",
        [],
        "the tour of the ceremony",
    ),
    (
        "김정은위원장이 원산구두공장을 시찰했다. 지난 3월 방문 때보다 밝아졌다고 말했다.",
        ["2025-03", "2025-11"],
        "compared with a visit before",
    ),
    (
        "김정은위원장이 원산구두공장을 현지지도했다. 지난 4월 첫 방문 이후 일곱 달 만이다.",
        ["2025-04", "2025-11"],
        "so long after the first visit",
    ),
    (
        "김정은위원장이 원산구두공장을 시찰했다. 그는 지난 1월에도 공장을 찾았다.",
        ["2025-01", "2025-11"],
        "also in",
    ),
    ("김정은위원장은 지난 1월 원산구두공장을 방문했을 때 개건을 지시했다.", ["2025-01"], "only one before"),
]


@pytest.mark.parametrize(("text", "days", "why"), VISITS, ids=[why for *_, why in VISITS])
def test_each_visit_has_its_month_or_day(text: str, days: list[str], why: str) -> None:
    visits = [event for event in read(text, published_on=HERE) if event.stage == "inspection"]
    assert sorted(event.date or "" for event in visits) == days, why


@pytest.mark.parametrize(
    ("length", "day"), [("9개월 만에", "2025-02"), ("9개월여 만에", "2025"), ("10여개월 만에", None)]
)
def test_a_length_of_months_says_when_work_began(length: str, day: str | None) -> None:
    """A little more than so many months is known to the year, if both bounds lie in one."""
    found = read(f"신원군병원을 첫 삽을 뜬 지 {length} 완공했다.", published_on=HERE)
    assert [event.date for event in found if event.stage == "groundbreaking"] == [day]
