"""What a text only sets aside, counts, compares or recalls; told of its own words for each kind."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

MONTH = "2025-02"

# (text, what it states, why the line is here); published on Tuesday, 4 February 2025
ASIDE: list[tuple[str, set[What], str]] = [
    (
        "The North has built hospitals in Kangdong (2023) and Ryonggang (2024), DPRK.",
        {
            ("Kangdong", "hospital", "completed", "2023"),
            ("Ryonggang", "hospital", "completed", "2024"),
        },
        "years in brackets, each behind its place",
    ),
    (
        "So far this year hospitals have been completed in Kangdong and Kusong, DPRK.",
        {
            ("Kangdong", "hospital", "completed", "2025"),
            ("Kusong", "hospital", "completed", "2025"),
        },
        "so far: the year, not the month of the report",
    ),
    (
        "A ceremony to mark the end of the work on Kosan County Hospital, DPRK, was held on January 20.",
        {("Kosan", "hospital", "completed", "2025-01-20")},
        "the end of work is a completion",
    ),
    (
        "Factories were inaugurated in Kosan County, DPRK, where a winery opened some years ago.",
        {
            ("Kosan", "regional_industry", "completed", MONTH),
            ("Kosan", "other", "completed", None),
        },
        "a where-clause has its own works",
    ),
    (
        "Work on Anak County Hospital, DPRK, began in March 2024 and ended in January.",
        {
            ("Anak", "hospital", "groundbreaking", "2024-03"),
            ("Anak", "hospital", "completed", "2025-01"),
        },
        "began and ended",
    ),
    (
        "The hospital of Anak County, DPRK, has reached the stage of outer plastering.",
        {("Anak", "hospital", "under_construction", MONTH)},
        "what reaches a stage of building is being built",
    ),
    (
        "Let us open the hospital in Anak County, DPRK, by October, he told the builders.",
        set(),
        "let us: a wish",
    ),
    (
        "A ceremony to open a new hospital is held every year in a county of the DPRK, Anak County too.",
        set(),
        "every year is no ceremony",
    ),
    (
        "The Songdowon foodstuff factory in Wonsan, DPRK, is known for producing sweets.",
        {("Wonsan", "other", "operating", MONTH)},
        "known for producing: it does so",
    ),
    (
        "He spoke of problems arising in the operation of the hospital in Kangdong County, DPRK.",
        set(),
        "problems arising: no hospital arises",
    ),
    (
        "The cement factory in Sunchon City, DPRK, is the largest in terms of production capacity.",
        set(),
        "in terms of production capacity: nothing is produced",
    ),
    (
        "Soldiers have been dispatched to Anak County, DPRK, where they are building local factories.",
        {("Anak", "regional_industry", "under_construction", MONTH)},
        "builders sent there are at work there",
    ),
    (
        "Roads to the leisure complex of Anak County, DPRK, have been completed.",
        set(),
        "roads to it have been completed, not itself",
    ),
    (
        "Public service facilities have been built in Anak County, DPRK.",
        set(),
        "public service facilities are no leisure complex",
    ),
    (
        "Kim Jong Un travelled to Anak County, DPRK, to inspect the hospital there.",
        {("Anak", "hospital", "inspection", MONTH)},
        "travelled to inspect: he did",
    ),
    (
        "He ordered that a hospital be set up in Anak County, DPRK.",
        {("Anak", "hospital", "planned", MONTH)},
        "an order that it be set up is a plan",
    ),
    (
        "The winery and other factories in Anak County, DPRK, raised their output in January.",
        {("Anak", "other", "operating", MONTH)},
        "other factories beside one that is named",
    ),
    (
        "Unlike the hospital in Kangdong, DPRK, that in Kusong was completed in January.",
        {("Kusong", "hospital", "completed", "2025-01")},
        "unlike: nothing is said of it",
    ),
    (
        "State media said that he went round the hospital of Kusong City, DPRK, on Monday.",
        {("Kusong", "hospital", "inspection", "2025-02-03")},
        "that he went round: told by somebody, and still a visit",
    ),
    (
        "The hospital of Anak County, DPRK, will be larger than the one opened in Kangdong.",
        {("Kangdong", "hospital", "completed", None)},
        "the one opened is there",
    ),
    (
        "A third of the hospital in Anak County, DPRK, has been completed.",
        {("Anak", "hospital", "under_construction", MONTH)},
        "a share in words",
    ),
    (
        "The third of the hospitals, that of Anak County, DPRK, has been completed.",
        {("Anak", "hospital", "completed", MONTH)},
        "the third of several is no share",
    ),
    (
        "The shoe factory in Anak County, DPRK, was enlarged in January.",
        {("Anak", "other", "completed", "2025-01")},
        "enlarge is a word of modernizing",
    ),
    (
        "There is no recent imagery for the hospital under construction in Anak County, DPRK.",
        {("Anak", "hospital", "under_construction", MONTH)},
        "what is not there is the imagery",
    ),
    (
        "Power stations and mines in Anak County, DPRK, keep production going.",
        set(),
        "power stations and mines are none of ours",
    ),
    (
        "The greenhouse farm in Kyongsong County, DPRK, keeps production going in winter.",
        {("Kyongsong", "greenhouse_farm", "operating", MONTH)},
        "keep production going",
    ),
    (
        "Cucumbers were picked at the greenhouse farm in Kyongsong County, DPRK.",
        {("Kyongsong", "greenhouse_farm", "operating", MONTH)},
        "crops are picked where a farm runs",
    ),
    (
        "Builders are raising the hospital of Anak County, DPRK.",
        {("Anak", "hospital", "under_construction", MONTH)},
        "builders raise no animals",
    ),
    (
        "Satellite photos supplied by a firm that operates from Anak County, DPRK, show a hospital.",
        set(),
        "who supplies a photo supplies no goods",
    ),
    (
        "The factories of Anak County, DPRK, are to be like the winery in Kosan, which opened years ago.",
        {("Kosan", "other", "completed", None)},
        "what opened some years ago has no month",
    ),
    (
        "A ceremony was held in Wonsan, DPRK, for the completion of the tourist area. It has a hospital.",
        set(),
        "the ceremony of a resort takes no later facility",
    ),
    (
        "Shops, a paving block shop and a compound for paving blocks were seen in Anak County, DPRK.",
        set(),
        "a compound for paving is no complex",
    ),
    (
        "Doctors who were trained at the hospital of Kangdong, DPRK, work in the villages.",
        set(),
        "doctors trained at a hospital",
    ),
    (
        "Operating tables were sent to the hospital of Anak County, DPRK.",
        set(),
        "operating tables operate nothing",
    ),
    (
        "He went to Kangdong on January 20 and Kusong on January 22 to see the hospitals, DPRK media said.",
        {
            ("Kangdong", "hospital", "inspection", "2025-01-20"),
            ("Kusong", "hospital", "inspection", "2025-01-22"),
        },
        "a day for each stop",
    ),
    (
        "The hospital in Kusong City, DPRK, was opened on Jan. 13 and the one in Kangdong last month, "
        "leaving only Ryonggang County Hospital to be completed.",
        {("Kusong", "hospital", "completed", "2025-01-13"), ("Kangdong", "hospital", "completed", "2025-01")},
        "what is left to be completed is not, and one that shares the verb has its own month",
    ),
    (
        "Factories in Hoeryong and Onsong, DPRK, have been ordered to normalize production by August.",
        set(),
        "production that is ordered",
    ),
    (
        "Premier Pak Thae Song looked round the cement mill in Sunchon, DPRK."
        " At the shoe factory in Anak he talked of quality.",
        {("Sunchon", "other", "inspection", MONTH), ("Anak", "other", "inspection", MONTH)},
        "he talked at a works",
    ),
    (
        "More factories were opened on Monday in Jangyon, DPRK, two days after Sinphung Leisure House"
        " was opened in Ragwon.",
        {("Jangyon", "regional_industry", "completed", "2025-02-03")},
        "a clause behind has its own thing and place",
    ),
    (
        "The DPRK has broken ground on hospitals in only two of three planned sites, with work in"
        " Kusong delayed.",
        set(),
        "with work delayed: none was begun there",
    ),
    (
        "A nurse works at the hospital of Hoeryong, DPRK. She saw the hospital of Mosan as a soldier"
        " was built in 1992.",
        set(),
        "a place that nobody knows",
    ),
    (
        "Kim Jong Un visited a shoe factory in Sinuiju, the DPRK's KCNA said on Saturday and Sunday.",
        {("Sinuiju", "other", "inspection", MONTH)},
        "two days of reports",
    ),
    (
        "Kim Jong Un inspected factories in Sinyang County, DPRK, on January 20, as their openings are"
        " nearing.",
        {("Sinyang", "regional_industry", "inspection", "2025-01-20")},
        "an opening that is nearing is to come",
    ),
    (
        "In his first inspection of 2025, Kim Jong Un visited a fertilizer factory in Sunchon City, DPRK.",
        {("Sunchon", "other", "inspection", MONTH)},
        "the first of a year: the year is no date",
    ),
    (
        "The winery of Kosan County, DPRK, was opened in May 2024. The plan was to build a hospital as"
        " well. Kim Jong Un visited the winery several times.",
        {("Kosan", "other", "completed", "2024-05")},
        "visits without any time",
    ),
    (
        "A large greenhouse farm was opened in the northeast of the DPRK on Tuesday. The opening comes"
        " a day after Kim Jong Un cut the ribbon for the township of Samjiyon.",
        set(),
        "the place of what an opening came after is not its own",
    ),
    (
        "Kim Jong Un inspected a greenhouse farm in Sinuiju, DPRK. Since attending the groundbreaking"
        " ceremony for the farm in May 2024, he has visited the site five times.",
        {
            ("Sinuiju", "greenhouse_farm", "inspection", MONTH),
            ("Sinuiju", "greenhouse_farm", "groundbreaking", "2024-05"),
        },
        "visits that are only counted since another day",
    ),
    (
        "The DPRK opened a hospital in Kusong on Monday. It took place a year after the groundbreaking"
        " ceremony was held in February 2024.",
        {
            ("Kusong", "hospital", "completed", "2025-02-03"),
            ("Kusong", "hospital", "groundbreaking", "2024-02"),
        },
        "a start that is reckoned from has its own month",
    ),
    (
        "Kim Jong Un visited the fish farm in Ragwon. It is the second of the DPRK after the one built"
        " in December last year in the eastern coastal city of Sinpho.",
        {
            ("Ragwon", "offshore_farm", "inspection", MONTH),
            ("Sinpho", "offshore_farm", "completed", "2024-12"),
        },
        "the one with its month before its place",
    ),
    (
        "Kim Jong Un attended a ceremony that marked the start of construction for the Kangdong County"
        " Hospital and General Service Center, DPRK, on Monday.",
        {
            ("Kangdong", "hospital", "groundbreaking", "2025-02-03"),
            ("Kangdong", "leisure_complex", "groundbreaking", "2025-02-03"),
        },
        "the start of construction for two things",
    ),
    (
        "Kim Jong Un toured a large greenhouse project in Kyongsong County, DPRK, on Monday.",
        {("Kyongsong", "greenhouse_farm", "inspection", "2025-02-03")},
        "a greenhouse project is a farm",
    ),
    (
        "The DPRK premier inspected the Sunchon Fertilizer Factory nearing completion and the Kusong Shoe"
        " Factory.",
        {("Sunchon", "other", "inspection", MONTH), ("Kusong", "other", "inspection", MONTH)},
        "words that only describe the first of two",
    ),
    (
        "The Sinuiju Towel Factory of the DPRK honored its production plan for January ahead of schedule.",
        {("Sinuiju", "other", "operating", MONTH)},
        "a plan that is honored",
    ),
    (
        "The Kim Chaek City Condiment Factory, DPRK, newly established and improved the production"
        " processes of milk powder.",
        {("Kim Chaek", "regional_industry", "operating", MONTH)},
        "lines that were established and improved",
    ),
    (
        "North Hamgyong Province of the DPRK pushes forward with the work to modernize the local"
        " industrial factories. Orang County held a meeting.",
        set(),
        "a sentence on a province takes no county of the next one",
    ),
    (
        "The fine factories of regional industry in Kimhwa County, DPRK, which have been built with"
        " care, are a pride of the people.",
        {("Kimhwa", "regional_industry", "completed", MONTH)},
        "a perfect that only describes",
    ),
    (
        "The condiment factory in Usi County, DPRK, doubled its yearly output.",
        {("Usi", "other", "operating", MONTH)},
        "more output",
    ),
    (
        "Kangwon Province of the DPRK pushed ahead with the project for building the Wonsan Condiments"
        " Factory.",
        {("Wonsan", "other", "under_construction", MONTH)},
        "a project is the factory that it builds",
    ),
    (
        "The DPRK premier inspected the shoe factory in Sinuiju. He also made a field survey of the"
        " farming at a cooperative farm in Hochon County.",
        {("Sinuiju", "other", "inspection", MONTH)},
        "farming is no works",
    ),
    (
        "On Monday, the party's newspaper, Rodong Sinmun, reported that Kim Jong Un had inspected the"
        " factories of Sinyang County, DPRK, on January 29.",
        {("Sinyang", "regional_industry", "inspection", "2025-01-29")},
        "the day of a paper before that of the visit",
    ),
    (
        "New looms have been installed at the Sinuiju Textile Mill, DPRK. The country is moving forward"
        " with its power plants.",
        {("Sinuiju", "other", "operating", MONTH)},
        "new machines at a works, and another matter that moves forward",
    ),
    (
        "In his first trip since the congress in late November, Kim Jong Un visited the Sangwon Cement"
        " Complex, DPRK, on Monday.",
        {("Sangwon", "other", "inspection", "2025-02-03")},
        "a trip is not of the day of the congress",
    ),
    (
        '"It will be the turn of Kusong," Kim said as he opened Kangdong County Hospital, DPRK, on Monday.',
        {("Kangdong", "hospital", "completed", "2025-02-03")},
        "what is said to come does not make the day one to come",
    ),
    (
        "The roof of the hospital in Kangdong County, DPRK, has been put on.",
        {("Kangdong", "hospital", "under_construction", MONTH)},
        "a roof that was put on",
    ),
    (
        "In Usi County as in Tongsin County, DPRK, local factories are rising.",
        {
            ("Usi", "regional_industry", "under_construction", MONTH),
            ("Tongsin", "regional_industry", "under_construction", MONTH),
        },
        "in A as in B",
    ),
    (
        "Factories opened in Songchon (January 15) and Kujang (January 16), DPRK.",
        {
            ("Songchon", "regional_industry", "completed", "2025-01-15"),
            ("Kujang", "regional_industry", "completed", "2025-01-16"),
        },
        "days in brackets behind places",
    ),
    (
        "Next to be opened are the hospitals of Kangnam and Maengsan counties, DPRK.",
        set(),
        "next to be opened",
    ),
    (
        "With the opening of the Ryonggang County Hospital, DPRK, on January 19, three hospitals"
        " planned for last year treat patients.",
        {("Ryonggang", "hospital", "completed", "2025-01-19"), ("Ryonggang", "hospital", "operating", MONTH)},
        "what is planned in the next clause",
    ),
    (
        "On January 30 Kim Jong Un was at the hospital of Kusong City, DPRK. From there he went on to"
        " the hospital of Yomju County.",
        {
            ("Kusong", "hospital", "inspection", "2025-01-30"),
            ("Yomju", "hospital", "inspection", "2025-01-30"),
        },
        "from there he went on",
    ),
    (
        "Kim Jong Un was in Sinyang County, DPRK, on January 30. There he looked at the local factories.",
        {("Sinyang", "regional_industry", "inspection", "2025-01-30")},
        "where he was, and what he looked at there",
    ),
    (
        "A hospital opened in Kusong City, DPRK, on January 28.\n\nRead more:\nFactories completed"
        " in Kujang County",
        {("Kusong", "hospital", "completed", "2025-01-28")},
        "headlines behind a heading with a colon",
    ),
    (
        "The farm in Ragwon, DPRK, is twice the size of the offshore farm that was completed in Sinpho"
        " last December.",
        {("Sinpho", "offshore_farm", "completed", "2024-12")},
        "a clause that describes has its place behind it",
    ),
    (
        "The ribbon that Kim cut on Monday was that of the Kangdong County Hospital, DPRK; those of"
        " Kusong and Ryonggang are to follow.",
        {("Kangdong", "hospital", "completed", "2025-02-03")},
        "those behind a semicolon have a verb of their own",
    ),
    (
        "The premier has been to Kusong, DPRK, to look at the hospital going up there.",
        {("Kusong", "hospital", "inspection", MONTH)},
        "he has been there to look at it",
    ),
    (
        "No date has been given for the opening of the hospital in Kusong, DPRK.",
        set(),
        "no date for an opening",
    ),
    (
        "Of the hospitals in Kangdong, Kusong and Ryonggang, DPRK, only the first was opened, on January 3.",
        set(),
        "only one of several",
    ),
    (
        "A road between the hospitals of Kangdong and Samsok, DPRK, was opened on January 3.",
        set(),
        "a road between hospitals",
    ),
    (
        "Production at the Wonsan Shoe Factory, DPRK, came to a halt in January.",
        set(),
        "production that came to a halt",
    ),
    (
        "On January 2 builders handed the DPRK's leisure complex of Ragwon County over to its staff.",
        {("Ragwon", "leisure_complex", "completed", "2025-01-02")},
        "handed it over, with its name between",
    ),
    (
        "The leisure complex in Kaephung, DPRK, has been open since January 2024.",
        {("Kaephung", "leisure_complex", "operating", "2024-01")},
        "open is no opening",
    ),
    (
        "The greenhouses of Kyongsong County, DPRK, yield 2,000 tons of vegetables.",
        {("Kyongsong", "greenhouse_farm", "operating", MONTH)},
        "what greenhouses yield",
    ),
    (
        "A fire broke out on January 3 at the shoe factory of Kusong, DPRK, which opened in 2020.",
        {("Kusong", "other", "completed", "2020")},
        "the year of a clause that describes",
    ),
    (
        "By January 5, four fifths of the hospital of Kusong, DPRK, had been built.",
        {("Kusong", "hospital", "under_construction", MONTH)},
        "four fifths",
    ),
    (
        "The DPRK held an opening ceremony for a hospital in South Hamgyong Province. Work on a"
        " hospital in Samjiyon City had begun in October.",
        {("Samjiyon", "hospital", "groundbreaking", "2024-10")},
        "a hospital of one province is not in a city of another",
    ),
]

KOREAN: list[tuple[str, set[What], str]] = [
    (
        "안악군병원의 뼈대가 섰다.",
        {("Anak", "hospital", "under_construction", MONTH)},
        "뼈대: the frame stands",
    ),
    (
        "지난해 11월 강동군병원이, 12월 룡강군병원이 각각 준공됐다.",
        {
            ("Kangdong", "hospital", "completed", "2024-11"),
            ("Ryonggang", "hospital", "completed", "2024-12"),
        },
        "each hospital with its month",
    ),
    (
        "강동군에서는 병원을 준공하였으며 구성시에서는 공장을 짓고있다.",
        {
            ("Kangdong", "hospital", "completed", MONTH),
            ("Kusong", "regional_industry", "under_construction", MONTH),
        },
        "the county of the next clause has none of the works before",
    ),
    (
        "구성시의 한 교원은 강동군병원이 준공되였다는 소식을 듣고 기뻐하였다.",
        {("Kangdong", "hospital", "completed", MONTH)},
        "a teacher of a city",
    ),
    (
        "안악군병원 건설자들은 외벽에 타일을 붙이고있다.",
        {("Anak", "hospital", "under_construction", MONTH)},
        "tiles are put on",
    ),
    (
        "김정은은 3일 구성시병원 준공식에 참석해 테이프를 끊었다.",
        {("Kusong", "hospital", "completed", "2025-02-03")},
        "the tape is cut",
    ),
    (
        "안악군에서는 식료공장의 현대화를 실현하였다.",
        {("Anak", "other", "completed", MONTH)},
        "modernization is realized",
    ),
    (
        "안악군에 병원을 짓게 된다고 신문이 전했다.",
        {("Anak", "hospital", "planned", MONTH)},
        "it will be built",
    ),
    (
        "안악군병원은 다음 달 흥성이게 된다.",
        set(),
        "what will be lively",
    ),
    (
        "2022년 10월 준공된 함주군의 온실농장에서 남새를 생산하고있다.",
        {
            ("Hamju", "greenhouse_farm", "completed", "2022-10"),
            ("Hamju", "greenhouse_farm", "operating", MONTH),
        },
        "준공된 with its month",
    ),
    (
        "공장들에서 원료를 보장할데 대한 문제를 안악군 인민회의에서 토의하였다.",
        set(),
        "what is only discussed",
    ),
    (
        "축산기지를 안악군에 건설하였다.",
        set(),
        "a base of stockbreeding is none of ours",
    ),
    (
        "김정은이 안악군병원을 방문했다고 지난해 6월 보도된 바 있다.",
        {("Anak", "hospital", "inspection", "2024-06")},
        "a report of last June is of last June",
    ),
    (
        "안악군병원은 1월 20일, 고산군공장은 1월 22일에 각각 준공되였다.",
        {
            ("Anak", "hospital", "completed", "2025-01-20"),
            ("Kosan", "regional_industry", "completed", "2025-01-22"),
        },
        "each with its day",
    ),
    (
        "온실농장 착공식이 1월 18일 함주군에서 진행되였다. 중평온실농장은 2019년 12월에 준공되였다.",
        {("Hamju", "greenhouse_farm", "groundbreaking", "2025-01-18")},
        "a farm with another name is not there",
    ),
    (
        "함주군에 련포온실농장이 있다. 련포온실농장에서 남새를 생산하고있다.",
        {("Hamju", "greenhouse_farm", "operating", MONTH)},
        "a farm whose name was told with its place",
    ),
    (
        "김정은은 1일 위화도 온실농장 건설장과 신의주시·의주군의 섬지구 영구화 제방 공사장을 현지지도했다.",
        {("Sinuiju", "greenhouse_farm", "inspection", "2025-02-01")},
        "the places of a dike are not those of a farm",
    ),
    (
        "김정은이 원산구두공장을 현지지도했다. 그가 원산구두공장을 찾은 것은 2022년 12월 이후 2년 만이다.",
        {("Wonsan", "other", "inspection", MONTH), ("Wonsan", "other", "inspection", "2022-12")},
        "a visit and the last one before",
    ),
    (
        "장연기계공장, 삼천철재일용품공장, 은천옷공장, 봉천직물공장, 연안화학공장, "
        "신천견직공장, 옹진도자기공장, 강령장공장, 안악신발공장, 구성가방공장에서 년간 계획을 완수하였다.",
        {
            (name, "other", "operating", MONTH)
            for name in (
                "Jangyon",
                "Samchon",
                "Unchon",
                "Pongchon",
                "Yonan",
                "Sinchon",
                "Ongjin",
                "Kangryong",
                "Anak",
                "Kusong",
            )
        },
        "a list of ten works",
    ),
    (
        "다음 차례는 강남군병원 준공식이다.",
        set(),
        "the turn that comes next",
    ),
    (
        "구성시병원까지 문을 열면 병원 세곳이 다 완공되는 셈이다.",
        set(),
        "what it would come to",
    ),
    (
        "개풍구역 종합봉사소에 창문이 끼워지고있다.",
        {("Kaephung", "leisure_complex", "under_construction", MONTH)},
        "windows are put in",
    ),
    (
        "로동신문은 오늘(4일) 구장군 지방공업공장 준공식이 어제 진행됐다고 보도했다.",
        {("Kujang", "regional_industry", "completed", "2025-02-03")},
        "the day of the paper in brackets",
    ),
    (
        "지난 20일 온천군에서 지방공업공장 준공식이 열렸고, 앞서 함주군에서도 준공식이 진행됐다.",
        {
            ("Onchon", "regional_industry", "completed", "2025-01-20"),
            ("Hamju", "regional_industry", "completed", MONTH),
        },
        "what went before has another day",
    ),
]


@pytest.mark.parametrize(("text", "events", "why"), [*ASIDE, *KOREAN])
def test_what_is_set_aside(text: str, events: set[What], why: str) -> None:
    assert told(read(text)) == events, why
