"""What sentences say of works that were named before, looked round, picked a site for, or left aside."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

NONE: set[What] = set()
MONTH = "2025-02"


def kusong(stage: str, date: str | None = MONTH, facility: str = "other") -> What:
    return ("Kusong", facility, stage, date)


VISIT = kusong("inspection")

# (text, what it states, why the line is here)
LOOKED_ROUND: list[tuple[str, set[What], str]] = [
    (
        "Kim Jong Un looked round the Kusong Pump Factory, DPRK. The factory was renovated last year.",
        {VISIT, kusong("completed", "2024")},
        "what was done there before, with its year",
    ),
    (
        "Kim Jong Un looked round the Kusong Pump Factory, DPRK. He went through the factory, which was built"
        " as a model for others.",
        {VISIT, kusong("completed", None)},
        "what was built there before: the month of the visit is not its own",
    ),
    (
        "Kim Jong Un looked round the Kusong Pump Factory, DPRK. The factory is turning out pumps for farms.",
        {VISIT, kusong("operating")},
        "what it makes now",
    ),
    (
        "Kim Jong Un looked round the Kusong Pump Factory, DPRK. A factory of that kind was built in China.",
        {VISIT},
        "another one of that kind",
    ),
    (
        "Kim Jong Un looked round the Kusong Pump Factory, DPRK. He urged its workers to overfulfil the plan,"
        " turning out good pumps.",
        {VISIT},
        "what somebody is urged to do, and how",
    ),
    (
        "Kim Jong Un looked round the refurbished Kusong Pump Factory, DPRK, on Monday.",
        {kusong("inspection", "2025-02-03"), kusong("completed", None)},
        "refurbished: not on the day of the visit",
    ),
    (
        "The premier of the DPRK looked round the Kusong Pump Factory, busy with the year-end drive.",
        {VISIT},
        "the year-end is no date",
    ),
    (
        "The premier of the DPRK looked round the base of stockbreeding that is being built in Kusong.",
        NONE,
        "a base of stockbreeding is a farm",
    ),
    (
        "The premier of the DPRK looked round the chicken farm of Kusong City.",
        NONE,
        "a chicken farm is a farm",
    ),
]
LOOKED_ROUND += [
    (f"Kim Jong Un {words} in Kusong City, North Korea.", NONE, "what is seen is another thing")
    for words in (
        "visited an exhibition with goods from the foodstuff factory",
        "visited the unit that builds the hospital",
        "inspected the flooded fields near the paper mill",
    )
]
GOES_ON: list[tuple[str, set[What], str]] = [
    (
        "The Sunchon Cement Complex, DPRK, fulfilled its plan. Similar successes are told of the Kusong Pump"
        " Factory.",
        {("Sunchon", "other", "operating", MONTH), kusong("operating")},
        "similar successes",
    ),
    (
        "The Sunchon Cement Complex, DPRK, fulfilled its plan. The Kusong Pump Factory had similar results.",
        {("Sunchon", "other", "operating", MONTH), kusong("operating")},
        "similar results, behind their works",
    ),
    (
        "The DPRK trains nurses for the hospital under construction in Kusong City.",
        {kusong("under_construction", facility="hospital")},
        "a hospital that is being built, for which something else is done",
    ),
    (
        "The DPRK steps up preparations for the running of the hospital under construction in Kusong City.",
        {kusong("under_construction", facility="hospital")},
        "preparations are none of its running",
    ),
    (
        "Preparations for the opening of the hospital in Kusong City, DPRK, are in full swing.",
        NONE,
        "nothing but preparations",
    ),
    (
        "The DPRK is pushing ahead with the preparations for operating the paper mill in Kusong City.",
        NONE,
        "what is pushed ahead with are preparations",
    ),
    (
        "In Kusong City, DPRK, preparations are in full swing for operating the paper mill.",
        NONE,
        "preparations, and what they are for behind their verb",
    ),
    (
        "Kusong City, DPRK, sends workers who shall acquire skills for the normal operation of its paper"
        " mill.",
        NONE,
        "what one learns for",
    ),
    (
        "The Kusong Paper Mill, DPRK, known for its skills in making paper, is in normal operation.",
        {kusong("operating", facility="paper_mill")},
        "skills that it runs with",
    ),
    (
        "Kim Jong Un guided again on the spot the construction of the hospital of Kusong in its final stage.",
        {kusong("inspection", facility="hospital")},
        "a visit once more",
    ),
    (
        "North Korea has opened a shoe factory in Kusong City. The factory makes shoes for schools.",
        {kusong("completed")},
        "what a new factory is for",
    ),
    (
        "North Korea has opened a shoe factory in Kusong City. The factory now makes 900 shoes a day.",
        {kusong("completed"), kusong("operating")},
        "what a new factory does by now",
    ),
    (
        "Pictures show that nine textile plants are in operation in Kusong City, North Korea.",
        {("Kusong", "other", "operating", MONTH)},
        "what pictures show, in a clause with its own subject",
    ),
    (
        "Traders doubt that the shoe factory of Kusong City in North Korea is in operation.",
        NONE,
        "what is doubted",
    ),
    (
        "A charity from Bern will open a clinic in Kusong City, North Korea, next month.",
        {kusong("planned", facility="hospital")},
        "what somebody will open is announced",
    ),
    (
        "North Korea is expected to open a hospital in Kusong City next year.",
        NONE,
        "what is only expected",
    ),
    (
        "The Kusong Hot Spring Cultural Recreation Center of North Korea was inaugurated on Monday.",
        NONE,
        "a hot spring is no leisure complex",
    ),
    (
        "Bottles come from all work sites of the Kusong Bottle Factory, DPRK, which has started mass"
        " production.",
        {kusong("operating")},
        "work sites are no building work",
    ),
    *(
        (f"{words}, North Korea, {began}.", NONE, "what goes before building")
        for words, began in (
            ("Preparations for the construction of a hospital in Kusong City", "have begun"),
            ("Mobilization of workers for construction of the factories in Kusong City", "began last week"),
            ("The selection of workers to build the factories in Kusong City", "has begun"),
            ("Talks on construction of a factory in Kusong City", "started"),
            ("Fund-raising for a hospital in Kusong City", "has begun"),
            ("The transport of materials to the site of the hospital in Kusong City", "began in May"),
            ("The report on the paper mill in Kusong City", "has been finished"),
            ("A monument of the textile mill in Kusong City", "was unveiled"),
        )
    ),
    (
        "After talks on money, construction of the hospital in Kusong City, North Korea, has begun.",
        {kusong("groundbreaking", facility="hospital")},
        "what went before it, and then building",
    ),
    (
        "North Korea opened hospitals in Kusong on January 20 and in Kujang on January 22.",
        {kusong("completed", "2025-01-20", "hospital"), ("Kujang", "hospital", "completed", "2025-01-22")},
        "each place with its day, behind what it got",
    ),
    (
        "Unlike Kusong, North Korea, whose hospital opened in January, Kujang is still waiting for one.",
        {kusong("completed", "2025-01", "hospital")},
        "whose it is",
    ),
    (
        "In Kusong, North Korea, a paper mill was built in 2019, a hospital in 2021 and a leisure complex in"
        " 2023.",
        {
            kusong("completed", "2019", "paper_mill"),
            kusong("completed", "2021", "hospital"),
            kusong("completed", "2023", "leisure_complex"),
        },
        "each facility with its year",
    ),
    (
        "He stressed the importance of putting the production of the Kusong Pump Factory, DPRK, on a normal"
        " basis.",
        NONE,
        "what is to be put on a normal basis",
    ),
    (
        "The Kusong Pump Factory, DPRK, has put its production on a normal basis.",
        {kusong("operating")},
        "what has been put on a normal basis",
    ),
    (
        "The Kusong Pump Factory, DPRK, is pushing projects for improving the quality of its pumps.",
        NONE,
        "what is only striven for",
    ),
    (
        "At the ceremony for the dam were doctors of the Kusong City Hospital, DPRK, who had treated the"
        " builders.",
        NONE,
        "what those did who came",
    ),
    (
        "Over 60 per cent of the greenhouses at the Kusong Greenhouse Farm, DPRK, have been erected.",
        {kusong("under_construction", facility="greenhouse_farm")},
        "a share of them",
    ),
    (
        "The Kusong Bag Factory, DPRK, delivered bags, and the Kujang Shoe Factory keeps making"
        " trainers for pupils.",
        {kusong("operating"), ("Kujang", "other", "operating", MONTH)},
        "what it keeps doing",
    ),
    (
        "The DPRK modernized the shoe factory in Kusong City and began the construction of a hospital in"
        " Kujang County.",
        {kusong("completed"), ("Kujang", "hospital", "groundbreaking", MONTH)},
        "each verb has its object",
    ),
    (
        "Kim Jong Un inspected the hospital of Kusong City, DPRK, on January 20. On the previous day he had"
        " gone to the hospital of Kujang County.",
        {
            kusong("inspection", "2025-01-20", "hospital"),
            ("Kujang", "hospital", "inspection", "2025-01-19"),
        },
        "the day before that one",
    ),
    ("The Kusong Pump Factory, DPRK, has completed a control system.", NONE, "what it has completed"),
    ("The Kusong Pump Factory, DPRK, laid a foundation for making more pumps.", NONE, "a figure"),
    ("The hospital in Kusong, North Korea, opened up a bright future.", NONE, "a figure of speech"),
    ("A map shows where the pump factory of Kusong City, DPRK, stands.", NONE, "where it is"),
    (
        "Workers of the Kusong Pump Factory, DPRK, have resolved to reach their target.",
        NONE,
        "what they resolved is no building",
    ),
    ("Analysts expect North Korea to build a hospital in Kusong City.", NONE, "what others expect"),
    (
        "North Korea had planned to build a hospital in Kusong City but dropped the idea.",
        NONE,
        "an idea that was dropped",
    ),
    (
        "In January the people of Kusong City, North Korea, danced at the opening of their hospital; now the"
        " people of Kujang have a shoe factory.",
        {kusong("completed", "2025-01", "hospital")},
        "the other side of a semicolon is of others",
    ),
    ("Smoke rose from the paper mill in Kusong, North Korea.", NONE, "what rises"),
    ("Prices of goods of the shoe factory in Kusong, North Korea, went up.", NONE, "what goes up"),
    ("북한이 구성시 병원 건설 준비에 착수했다.", NONE, "준비"),
    ("조선 구성시 병원건설을 년말까지 끝낼 목표가 세워졌다.", NONE, "a goal is set up"),
    ("조선 구성시 지방공업공장 준공 1돐을 맞으며 모임이 있었다.", NONE, "a meeting for its first year"),
    ("조선 구성시에 병원을 일떠세울 날도 멀지 않다.", NONE, "the day is near"),
    ("북한 김정은이 구성시 종이공장 제품이 전시된 전시회를 돌아봤다.", NONE, "an exhibition"),
    ("북한 김정은이 구성시 방직공장 노동자의 집을 방문했다.", NONE, "a home"),
    ("북한 김정은이 종이공장이 물에 잠긴 구성시 수해 현장을 찾았다.", NONE, "flooded fields"),
    ("북한 김정은이 구성시 방직공장을 방문한 적이 없다.", NONE, "never there"),
    ("북한이 구성시에 병원을 지을 것으로 전문가들은 예상한다.", NONE, "expected by others"),
    ("한국은 북한 구성시에 병원을 지어 주겠다고 제안했다.", NONE, "an offer"),
    ("중국 기업이 북한 구성시에 방직공장을 짓는 방안을 논의 중이다.", NONE, "only discussed"),
    (
        "중국 기업이 북한 구성시에 방직공장을 짓기로 계약했다.",
        {kusong("planned")},
        "under contract",
    ),
    (
        "북한 김정은이 구성시 병원을 시찰했다. 이 병원은 지난해 완공됐다.",
        {kusong("inspection", facility="hospital"), kusong("completed", "2024", "hospital")},
        "이 병원",
    ),
    ("북한 구성시 병원과 같은 병원이 동림군에도 들어섰다.", NONE, "one like it, not itself"),
    ("북한 구성시에 새 종이공장을 짓자는 제안이 나왔다.", NONE, "짓자는 제안"),
    (
        "북한 구성시 병원은 지난 1월 착공해 올해 말 준공될 예정이다.",
        {kusong("groundbreaking", "2025-01", "hospital")},
        "begun, and to be finished",
    ),
    (
        "1월에 약속했던 북한 구성시 병원이 문을 열었다.",
        {kusong("completed", MONTH, "hospital")},
        "when it was promised",
    ),
    (
        "The cement works in Sunchon, DPRK, supplies the builders of the hospital in Kusong City.",
        {("Sunchon", "other", "operating", MONTH)},
        "who gets what a works makes",
    ),
    (
        "The hospital in Tongrim County, DPRK, was modelled on the one completed in Kusong City.",
        {kusong("completed", None, "hospital")},
        "which one is meant",
    ),
    (
        "Experts who built the paper mill in Kusong City, DPRK, now teach in Pyongyang.",
        {kusong("completed", None, "paper_mill")},
        "who built it, some day",
    ),
    ("Output of the paper mill in Kusong City, DPRK, is not known.", NONE, "nothing is known of it"),
    ("북한이 구성시 병원 건설에 필요한 자재 수송을 시작했다.", NONE, "수송"),
    (
        "The newly renovated Kusong Shoe Factory, DPRK, was shown on television.",
        {kusong("completed", None)},
        "renovated, without a day",
    ),
    (
        "북한 매체는 지방공업공장 건설 대상지로 구성시와 구장군을 꼽았다.",
        {
            ("Kusong", "regional_industry", "planned", MONTH),
            ("Kujang", "regional_industry", "planned", MONTH),
        },
        "places picked as sites",
    ),
    (
        "North Korea chose 20 counties where factories will be built. They include Kusong and Kujang.",
        {
            ("Kusong", "regional_industry", "planned", MONTH),
            ("Kujang", "regional_industry", "planned", MONTH),
        },
        "they include",
    ),
    (
        "North Korea named Kusong and Kujang as the first places to get new hospitals.",
        {kusong("planned", facility="hospital"), ("Kujang", "hospital", "planned", MONTH)},
        "the first to get one, some day",
    ),
    (
        "북한의 지방공업공장 건설 대상지인 구성시에서는 모내기가 한창이다.",
        NONE,
        "a site where rice is planted",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), [*LOOKED_ROUND, *GOES_ON])
def test_a_works_that_was_named_has_what_is_said_of_it(text: str, expected: set[What], why: str) -> None:
    assert told(read(text)) == expected, why


def test_lines_above_a_text_do_not_make_its_news_a_background() -> None:
    """What a page has above its first sentence in prose counts for no paragraph."""
    text = "The Kusong Pump Factory in the DPRK hastened the making of pumps, and others did, too."
    above = "Home\n\nNews\n\nFebruary 4, 2025\n\nSource: a page\n\nMore pages\n\n"
    [alone], [below] = read(text), read(above + text)
    assert below.confidence > alone.confidence - 0.05
