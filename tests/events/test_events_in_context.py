"""Events whose place, facility or day stands in another sentence, and words that take one back."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told
from tests.missed import marked

TITLED: list[tuple[str, str, set[What], str]] = [
    (
        "",
        "북한이 황해남도 강령군에 바닷가양식사업소를 새로 건설하기로 했다.\n\n"
        "노동신문은 3일 당 중앙위원회 전원회의가 전날 이 같은 내용의 결정을 채택했다고 보도했다.",
        {("Kangryong", "offshore_farm", "planned", "2025-02-02")},
        "the day of a decision that is told after the plan",
    ),
    (
        "",
        "North Korea is to build a hospital in Anak County.\n\nThe plenary meeting of the Party adopted "
        "the plan last month.",
        {("Anak", "hospital", "planned", "2025-01")},
        "a decision of which only the month is told",
    ),
    (
        "",
        "North Korean leader Kim Jong-un has visited a hospital under construction in Anak County.\n\n"
        "The North's state-run Korean Central News Agency(KCNA) said Monday that Kim made the visit the "
        "previous day.",
        {("Anak", "hospital", "inspection", "2025-02-02")},
        "the day of a visit in the next paragraph",
    ),
    (
        "",
        "김정은 국무위원장이 북한 안악군병원 건설장을 현지지도했다고 조선중앙통신이 3일 전했다. "
        "방문은 2일 이뤄졌다.",
        {("Anak", "hospital", "inspection", "2025-02-02")},
        "방문은, the day of a visit afterwards",
    ),
    (
        "",
        "김정은 국무위원장이 북한 안악군병원 건설장을 찾았다. 조선중앙통신은 1일 있었던 이 현지지도를 "
        "2일자 기사로 내보냈다.",
        {("Anak", "hospital", "inspection", "2025-02-01")},
        "the day of the visit, not that of the issue",
    ),
    (
        "",
        "In North Korea hospitals were inaugurated in Anak, Sinwon and Samchon counties on January 29, 30 "
        "and 31 respectively.",
        {
            ("Anak", "hospital", "completed", "2025-01-29"),
            ("Sinwon", "hospital", "completed", "2025-01-30"),
            ("Samchon", "hospital", "completed", "2025-01-31"),
        },
        "respectively",
    ),
    (
        "",
        "In North Korea hospitals in Anak and Sinwon counties were inaugurated on January 31 and February 1.",
        {
            ("Anak", "hospital", "completed", "2025-01-31"),
            ("Sinwon", "hospital", "completed", "2025-02-01"),
        },
        "as many days as places, in their order",
    ),
    (
        "",
        "In North Korea hospitals in Anak, Sinwon and Samchon counties were inaugurated on January 29 and 31 "
        "respectively.",
        {(county, "hospital", "completed", "2025-01") for county in ("Anak", "Sinwon", "Samchon")},
        "respectively, but fewer days than places",
    ),
    (
        "",
        "북한 안악군과 신원군 병원 준공식이 각각 지난달 29일과 31일 열렸다.",
        {
            ("Anak", "hospital", "completed", "2025-01-29"),
            ("Sinwon", "hospital", "completed", "2025-01-31"),
        },
        "각각 of two days",
    ),
    (
        "",
        "김정은 북한 국무위원장이 지난달 29일과 30일 안악군과 신원군을 차례로 방문해 병원 건설을 지도했다.",
        {
            ("Anak", "hospital", "inspection", "2025-01"),
            ("Sinwon", "hospital", "inspection", "2025-01"),
        },
        "two days of a tour are not one for each place",
    ),
    (
        "",
        "통일부는 2일 북한이 올해 착공한 병원 가운데 안악군병원이 포함된 점에 주목한다고 밝혔다.",
        {("Anak", "hospital", "groundbreaking", "2025")},
        "the time right before a verb that describes, not the day of the remark",
    ),
    (
        "",
        "North Korean officials from Anbyon County, where a tile factory is going up beside the railway, "
        "came to Wonsan to learn how clay is mixed.",
        {("Anbyon", "other", "under_construction", "2025-02")},
        "where, and the main clause somewhere else",
    ),
    (
        "",
        "Local factories were inaugurated in Yomju County, North Korea, on January 7 as well as in Kaephung, "
        "where a hospital was opened too.",
        {
            ("Yomju", "regional_industry", "completed", "2025-01-07"),
            ("Kaephung", "regional_industry", "completed", "2025-01-07"),
            ("Kaephung", "hospital", "completed", "2025-01-07"),
        },
        "where, of the last of two places",
    ),
    (
        "",
        "The last county was Ryonggang of Nampho, where a hospital was inaugurated on January 29.",
        {("Ryonggang", "hospital", "completed", "2025-01-29")},
        "where, behind the county's city",
    ),
    (
        "",
        "In Pyongyang, where officials spoke of it on Sunday, one heard of the hospital in Anak County, "
        "which had been opened on January 7.",
        {("Anak", "hospital", "completed", "2025-01-07")},
        "where of a place in which only something is said",
    ),
    (
        "",
        "The inauguration of the hospital in Kapsan County, North Korea, set for February 16, has been put "
        "off, and no new date is known.",
        set(),
        "put off, with the day that was meant between",
    ),
    (
        "",
        "Not a paper mill like North Korea's in Kusong, opened on January 8, but a workshop for cardboard is "
        "what Singye County hopes for.",
        {("Kusong", "paper_mill", "completed", "2025-01-08")},
        "a place that only hopes",
    ),
    (
        "",
        "On Friday four counties of North Korea and, in Kaesong, Kaephung District got a groundbreaking for "
        "a hospital each.",
        {("Kaephung", "hospital", "groundbreaking", "2025-01-31")},
        "what they got is a ceremony, not the hospital",
    ),
    (
        "",
        "A day after a hospital was turned over to them the inhabitants of Phanmun District in Kaesong, "
        "North Korea, went to see it.",
        set(),
        "a district's city, which only says where the people are at home",
    ),
    (
        "",
        "North Korea broke ground for hospitals in two counties on February 3, KCNA said.\n\n"
        "Anak and Sinwon, both in South Hwanghae Province, lie on the plain.",
        {
            ("Anak", "hospital", "groundbreaking", "2025-02-03"),
            ("Sinwon", "hospital", "groundbreaking", "2025-02-03"),
        },
        "counted first, named afterwards",
    ),
    (
        "",
        "North Korea broke ground for hospitals in two counties on February 3, KCNA said.\n\n"
        "Anak, Sinwon and Samchon lie on the plain of South Hwanghae.",
        set(),
        "three names are not the two that were counted",
    ),
    (
        "",
        "Hospitals were inaugurated in Anak County on January 7 and in Sinwon County on January 9.\n\n"
        "Ground was broken in both counties on March 4 last year.",
        {
            ("Anak", "hospital", "completed", "2025-01-07"),
            ("Sinwon", "hospital", "completed", "2025-01-09"),
            ("Anak", "hospital", "groundbreaking", "2024-03-04"),
            ("Sinwon", "hospital", "groundbreaking", "2024-03-04"),
        },
        "both counties",
    ),
    (
        "",
        "북한 안악군병원 준공식이 지난달 7일, 신원군병원 준공식이 9일 열렸다. 두 곳 모두 지난해 3월 4일 "
        "착공했다.",
        {
            ("Anak", "hospital", "completed", "2025-01-07"),
            ("Sinwon", "hospital", "completed", "2025-01-09"),
            ("Anak", "hospital", "groundbreaking", "2024-03-04"),
            ("Sinwon", "hospital", "groundbreaking", "2024-03-04"),
        },
        "두 곳 as both",
    ),
    (
        "Kim visits unfinished fish farm",
        "North Korean leader Kim Jong Un toured an unfinished fish farm on the east coast on Monday, "
        "KCNA said.\n\n"
        "The site lies in Kosong County.",
        {("Kosong", "offshore_farm", "inspection", "2025-02-03")},
        "the place of the lead comes later",
    ),
    (
        "",
        "The DPRK inaugurated a large greenhouse farm on the west coast on Sunday, KCNA said.\n\n"
        "The Jungsan Greenhouse Farm covers 180 hectares.",
        {("Jungsan", "greenhouse_farm", "completed", "2025-02-02")},
        "the farm bears the name of its place",
    ),
    (
        "",
        "On February 3 a ceremony was held in Musan County, North Hamgyong Province. It was for the "
        "inauguration "
        "of a hospital.",
        {("Musan", "hospital", "completed", "2025-02-03")},
        "place and day in one sentence, stage in the next",
    ),
    (
        "",
        "Sohung County, DPRK, inaugurated a hospital and a set of factories on February 3.",
        {
            ("Sohung", "hospital", "completed", "2025-02-03"),
            ("Sohung", "regional_industry", "completed", "2025-02-03"),
        },
        "bare factories in a list with a hospital",
    ),
    (
        "",
        "In Sohung County, DPRK, the foodstuff factory turns out biscuits, and the garment factory has made "
        "a thousand coats.",
        {("Sohung", "regional_industry", "operating", "2025-02")},
        "two factories of one set",
    ),
    (
        "",
        "A ceremony for regional development projects took place in Sohung County, DPRK, on February 3 "
        "to break "
        "ground. A hospital and a leisure complex will be built in the county.",
        {
            ("Sohung", "hospital", "groundbreaking", "2025-02-03"),
            ("Sohung", "leisure_complex", "groundbreaking", "2025-02-03"),
        },
        "what the projects are for",
    ),
    (
        "",
        "We reported on Monday that a hospital was inaugurated in Sohung County, North Korea. This was "
        "wrong.",
        set(),
        "taken back by the next sentence",
    ),
    (
        "N. Korea Opens County Hospital Near Nampo",
        "A hospital was opened in Onchon County on February 3, KCNA said.",
        {("Onchon", "hospital", "completed", "2025-02-03")},
        "Opens County is no county",
    ),
    (
        "",
        "The ceremony was held in Songwon County, DPRK, not in Sonchon: regional-industry factories were "
        "inaugurated there on February 3.",
        {("Songwon", "regional_industry", "completed", "2025-02-03")},
        "a denied place",
    ),
    (
        "",
        "북한 송원군 지방공업공장 준공식은 2일이 아니라 3일 진행되였다.",
        {("Songwon", "regional_industry", "completed", "2025-02-03")},
        "a denied day",
    ),
    (
        "",
        "통일부는 북한 안변군에서 지방공업공장이 준공됐다는 소식은 아직 없다고 밝혔다.",
        set(),
        "news that has not come",
    ),
    (
        "",
        "북한 김화군의 식료공장이 완공되면 값이 내릴 것이라고 주민들은 말한다.",
        set(),
        "a Korean condition",
    ),
    (
        "",
        "북한 함주군병원이 다음 달 완공될 예정이라고 조선중앙통신이 전했다.",
        set(),
        "a Korean forecast",
    ),
    (
        "",
        "In Rangnim County, DPRK, the hospital has been receiving outpatients since January 15.",
        {("Rangnim", "hospital", "operating", "2025-01-15")},
        "service since a day",
    ),
    (
        "",
        "Planet imagery of January 14 shows that the regional-industry factories in Kapsan County, North "
        "Korea, "
        "are running.",
        {("Kapsan", "regional_industry", "operating", "2025-02")},
        "a factory that runs on the day of a picture runs in the month of the report",
    ),
    (
        "",
        "Builders of the Hochon County Hospital in North Korea are plastering the walls, a picture of "
        "January 20 shows.",
        {("Hochon", "hospital", "under_construction", "2025-02")},
        "progress is of the month of the report",
    ),
    (
        "",
        "북한 은파군에서 건설을 끝낸 련대의 군인들은 만경대구역 종합봉사소건설장에서 골조를 세우고있다.",
        {("Mangyongdae", "leisure_complex", "under_construction", "2025-02")},
        "where the soldiers came from is no site",
    ),
    (
        "",
        "북한 길주군에서 지난해 12월 준공된 지방공업공장의 제품이 3일 상점에서 팔리고있다.",
        {
            ("Kilju", "regional_industry", "completed", "2024-12"),
            ("Kilju", "regional_industry", "operating", "2025-02"),
        },
        "a verb before its noun has the date before it",
    ),
    (
        "",
        "Among the counties of the DPRK, Kujang, Unsan, Yonthan, Usi and Kosan saw ground-breaking "
        "ceremonies for "
        "regional-industry factories on February 3.",
        {
            ("Kujang", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Unsan", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Yonthan", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Usi", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Kosan", "regional_industry", "groundbreaking", "2025-02-03"),
        },
        "a short name among counties",
    ),
    (
        "",
        "The hospital in Onchon County, DPRK, which was inaugurated on February 3, had been under "
        "construction "
        "since a groundbreaking ceremony in March.",
        {
            ("Onchon", "hospital", "completed", "2025-02-03"),
            ("Onchon", "hospital", "groundbreaking", "2024-03"),
        },
        "since a ceremony with a time of its own",
    ),
    (
        "",
        "북한이 '지방발전 20×10 정책' 공사를 벌이고 있다. 기계공장이 자리한 남포시 대안구역에서 3일 병원 "
        "착공식이 열렸다.",
        {("Taean", "hospital", "groundbreaking", "2025-02-03")},
        "works that only describe a place",
    ),
]


MISSED = {
    "a place that only hopes": "`is what Singye County hopes for`",
    "two factories of one set": "`the foodstuff factory turns out ..., and the garment factory has made ...`",
}


@pytest.mark.parametrize(("title", "text", "expected", "why"), marked(TITLED, MISSED))
def test_what_one_sentence_leaves_out_another_gives(
    title: str, text: str, expected: set[What], why: str
) -> None:
    assert told(read(text, title=title)) == expected, why
