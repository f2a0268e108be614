"""Sentences as media abroad write them: reports of several things at once, imagery, pages of many items."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

SATURDAY = "2025-12-20"
"""The day of publication."""
LEAD = "Here is some news from North Korea."
NONE: set[What] = set()

# (text, what it states, why the line is here)
SENTENCES: list[tuple[str, set[What], str]] = [
    (
        "After two years of construction a tape-cutting ceremony was held for the hospital of Koksan County.",
        {("Koksan", "hospital", "completed", "2025-12")},
        "the ceremony of what began before is no groundbreaking",
    ),
    (
        "Kim attended the opening of an industrial complex in Sinwon County on Monday under the regional "
        "development policy.",
        {("Sinwon", "regional_industry", "completed", "2025-12-15")},
        "a complex of factories",
    ),
    (
        "The Kaesong Industrial Complex, opened in 2004, has been closed for years.",
        NONE,
        "a zone that is called so",
    ),
    (
        "Kim on the 19th dismissed a minister during the completion ceremony for the first-stage renovation "
        "project at the Samsong Cement Complex in Kangdong County.",
        {("Kangdong", "other", "completed", "2025-12-19")},
        "what happened during a ceremony, and on which day",
    ),
    (
        "The minister will speak during the opening ceremony of the Anak County hospital.",
        NONE,
        "what will happen during one",
    ),
    (
        "A hospital under construction in Jangphung County since March will be completed this winter.",
        {
            ("Jangphung", "hospital", "under_construction", "2025-12"),
            ("Jangphung", "hospital", "groundbreaking", "2025-03"),
        },
        "under construction since a month",
    ),
    (
        "A hospital is under construction in Anak County since the old one was destroyed by a flood.",
        {("Anak", "hospital", "under_construction", "2025-12")},
        "since that says why",
    ),
    (
        "Soldiers have put up about a third of the frame of the hospital in Kosan County.",
        {("Kosan", "hospital", "under_construction", "2025-12")},
        "what is put up is a part",
    ),
    (
        "Two thirds of the steel skeleton of the greenhouse farm in Kangdong County has been erected.",
        {("Kangdong", "greenhouse_farm", "under_construction", "2025-12")},
        "a part, before its verb",
    ),
    (
        "Some 96 percent of the work at the greenhouse farm in Kangdong County has been completed, with "
        "workers having begun the finishing stage.",
        {("Kangdong", "greenhouse_farm", "under_construction", "2025-12")},
        "a share of the work, and a last stage that begins",
    ),
    (
        "Workers began the second stage of the hospital project in Sakju County on Monday.",
        {("Sakju", "hospital", "under_construction", "2025-12")},
        "a later stage",
    ),
    (
        "A hospital is under construction in Sakju County. Discontent has been growing among residents over "
        "the levies.",
        {("Sakju", "hospital", "under_construction", "2025-12")},
        "what grows is no crop",
    ),
    (
        "It is possible that Kim Jong Un visited the greenhouse farm in Kyonghung County last week.",
        NONE,
        "a visit that is only possible",
    ),
    (
        "Both firms signed an agreement to modernize, expand and operate the Sunchon Cement Complex.",
        {("Sunchon", "other", "planned", "2025-12")},
        "the last of several infinitives",
    ),
    (
        "The ministry wants to rebuild, enlarge and run the hospital in Sariwon.",
        NONE,
        "and of what is wanted",
    ),
    (
        "Kim praised the silk mill in Nyongbyon County, which he has visited five times since May 2015.",
        NONE,
        "visits that are only counted",
    ),
    (
        "Kim visited the silk mill in Nyongbyon County for the third time on December 14.",
        {("Nyongbyon", "other", "inspection", "2025-12-14")},
        "one of several, with its day",
    ),
    (
        "Kim Jong Un visited the Sinuiju Rangnim Tyre Factory on Monday.",
        {("Sinuiju", "other", "inspection", "2025-12-15")},
        "the second word of a name is no place",
    ),
    (
        "The Sinuiju and Kanggye cosmetics factories were completed on Monday.",
        {("Sinuiju", "other", "completed", "2025-12-15"), ("Kanggye", "other", "completed", "2025-12-15")},
        "a list of two",
    ),
    (
        "Work on the hospital began last April in Sukchon County, and a ceremony to open it took place on "
        "Friday.",
        {
            ("Sukchon", "hospital", "completed", "2025-12-19"),
            ("Sukchon", "hospital", "groundbreaking", "2025-04"),
        },
        "each clause with its own time",
    ),
    (
        "Sites in Paechon and Sohung counties were picked for new hospitals. Work started at once, and the "
        "hospital in Sohung County opened on December 10.",
        {
            ("Sohung", "hospital", "completed", "2025-12-10"),
            ("Sohung", "hospital", "groundbreaking", None),
            ("Paechon", "hospital", "groundbreaking", None),
        },
        "a clause whose places stand in the sentence before",
    ),
    (
        "The visit came two days after Kim attended the inauguration of a hospital in Kangdong County, just "
        "outside the capital, on Tuesday.",
        {("Kangdong", "hospital", "completed", "2025-12-16")},
        "the day of what a length of time is counted from",
    ),
    (
        "The hospital in Kusong opened on Dec. 13, ten months after construction started.",
        {
            ("Kusong", "hospital", "completed", "2025-12-13"),
            ("Kusong", "hospital", "groundbreaking", "2025-02"),
        },
        "construction started is no participle",
    ),
    (
        "The hospital in Kusong was opened on Dec. 13, ten months after Kim broke ground on the project.",
        {
            ("Kusong", "hospital", "completed", "2025-12-13"),
            ("Kusong", "hospital", "groundbreaking", "2025-02"),
        },
        "the project that the sentence has named",
    ),
    (
        "Construction resumed late last year on a hospital in Sariwon.",
        {("Sariwon", "hospital", "under_construction", "2025-12")},
        "work that goes on again",
    ),
    (
        "The hospital in Hyesan appears to be nearly done, images show.",
        {("Hyesan", "hospital", "under_construction", "2025-12")},
        "what it appears to be",
    ),
    (
        "A huge greenhouse complex is rising on an island near Hoeryong.",
        {("Hoeryong", "greenhouse_farm", "under_construction", "2025-12")},
        "near a city",
    ),
    ("Nothing has been built so far at the site of the hospital in Hyesan.", NONE, "nothing"),
    (
        "Kim on the 14th inspected the hospital in Kusong, which he had seen in February and in June.",
        {("Kusong", "hospital", "inspection", "2025-12-14")},
        "a bare day before its verb",
    ),
    (
        "The new factories in Onchon County were opened on Friday, ten months after breaking ground. Images "
        "show that plants for food and clothing are already operating in the county.",
        {
            ("Onchon", "regional_industry", "completed", "2025-12-19"),
            ("Onchon", "regional_industry", "groundbreaking", "2025-02"),
            ("Onchon", "regional_industry", "operating", "2025-12"),
        },
        "in the county, and a gerund behind a length of time",
    ),
    (
        "State media said in reports on Kim’s previous visit in November that the offshore farm in Rason "
        "covers a hundred hectares.",
        {("Rason", "offshore_farm", "inspection", "2025-11")},
        "a visit that says when something was told",
    ),
    (
        "Kim’s visit to the greenhouse farm in Kangdong County next Monday is awaited.",
        NONE,
        "a visit to come",
    ),
    (
        "The Pyongsong school bag factory in South Pyongan Province opened last year.",
        {("Phyongsong", "other", "completed", "2024")},
        "a province in the south of the North, as the South spells it",
    ),
    ("A charity has opened a new wing at the city hospital in Rason.", NONE, "a wing"),
    ("The Sunchon vinalon complex never went into full operation.", NONE, "what never ran"),
    (
        "The manager of the tractor plant in Kanggye was arrested for producing faulty parts.",
        NONE,
        "what somebody is blamed for",
    ),
    ("A train stopped near Hamhung after the factory had been opened.", NONE, "near, and nothing there"),
    (
        "A leisure complex was opened in Kusong on Monday and in Jongju on Tuesday.",
        {
            ("Kusong", "leisure_complex", "completed", "2025-12-15"),
            ("Jongju", "leisure_complex", "completed", "2025-12-16"),
        },
        "places in a row, each with its day",
    ),
    (
        "The hospital in Koksan County was opened in January. A leisure complex was inaugurated in Hanjong "
        "on Monday.",
        {("Koksan", "hospital", "completed", "2025-01")},
        "a place that nobody knows is no other",
    ),
    (
        "Kim visited the hospital in Kusong a month after it was opened.",
        {
            ("Kusong", "hospital", "inspection", "2025-12"),
            ("Kusong", "hospital", "completed", "2025-11"),
        },
        "a visit after the opening is no tour at it",
    ),
    (
        "The hospital in Kusong, which Kim opened a week ago, stands by the river.",
        {("Kusong", "hospital", "completed", "2025-12")},
        "a length of time is no thing that is opened",
    ),
    (
        "According to the Dec. 14 issue of Rodong Sinmun, a hospital was opened in Kusong.",
        {("Kusong", "hospital", "completed", "2025-12")},
        "the day of an issue",
    ),
    (
        "A ceremony was held in Kusong on Saturday, Dec. 13, local time, to open a hospital.",
        {("Kusong", "hospital", "completed", "2025-12-13")},
        "the stop of a short month ends nothing",
    ),
    (
        "The county's new factories were opened in January, a source in Yonsan County told Daily NK.",
        {("Yonsan", "regional_industry", "completed", "2025-01")},
        "the county that the source is in",
    ),
    (
        "The glass factory in Nampho has long been supplied with soda ash from China, a trader said.",
        NONE,
        "what a factory gets",
    ),
    (
        "Pak, who spent years in a clothing factory in Hoeryong, now runs a noodle shop in Incheon.",
        NONE,
        "what runs is a shop",
    ),
    (
        "The foodstuff factory of Anak County makes sweets, and the county runs a shop for them in Haeju.",
        {("Anak", "other", "operating", "2025-12")},
        "a shop elsewhere",
    ),
    (
        "Work is advancing on the hospital in Anak County.",
        {("Anak", "hospital", "under_construction", "2025-12")},
        "work on it",
    ),
    (
        "The roof of the hospital in Anak County has been closed.",
        {("Anak", "hospital", "under_construction", "2025-12")},
        "a roof that is closed is no standstill",
    ),
    ("The hospital in Anak County was closed, and its roof fell in.", NONE, "the hospital is closed"),
    (
        "From the road one sees the roofs of the hospital that has been built in Anak County.",
        {("Anak", "hospital", "completed", "2025-12")},
        "a part of what is described as built",
    ),
    (
        "The walls of the three factories in Anak County have reached roof height.",
        {("Anak", "regional_industry", "under_construction", "2025-12")},
        "how high walls are",
    ),
    (
        "Only two of the lines of the shoe factory in Wonsan are in use.",
        {("Wonsan", "other", "operating", "2025-12")},
        "lines in use",
    ),
    (
        "Since an offshore farm was built in Sinpho City the port is livelier, and the same should be brought"
        " about in Rakwon County.",
        {("Sinpho", "offshore_farm", "completed", "2025-12")},
        "what should be done elsewhere",
    ),
    (
        "Ground was broken in Anak County on December 6, and two days later in Sinwon and Unryul counties.",
        {
            ("Anak", "other", "groundbreaking", "2025-12-06"),
            ("Sinwon", "other", "groundbreaking", "2025-12-08"),
            ("Unnyul", "other", "groundbreaking", "2025-12-08"),
        },
        "a day before the places that it is of",
    ),
    (
        "Kim toured the Unsan Paper Mill in South Phyongan. Other plants of light industry do worse. The"
        " mill in Hyesan was reopened in 2020.",
        {("Unsan", "paper_mill", "inspection", "2025-12"), ("Hyesan", "paper_mill", "completed", "2020")},
        "a mill is what was called a mill before",
    ),
    (
        "The foodstuff factory of Anak County produces noodles, which can be found in the hotels in Haeju.",
        {("Anak", "other", "operating", "2025-12")},
        "where its goods can be found",
    ),
    (
        "Soldiers are building factories in Kilju County. The factories in Orang were opened on December 5.",
        {
            ("Kilju", "regional_industry", "under_construction", "2025-12"),
            ("Orang", "regional_industry", "completed", "2025-12-05"),
        },
        "a county with the name of an ordinary word",
    ),
    (
        "Soldiers are building factories in Kilju County. The factories in Rimsong were opened"
        " on December 5.",
        {("Kilju", "regional_industry", "under_construction", "2025-12")},
        "a place that nobody knows",
    ),
    (
        "Soldiers are building factories in Kilju County. The factories in Dandong were opened"
        " on December 5.",
        {("Kilju", "regional_industry", "under_construction", "2025-12")},
        "a place abroad",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES, ids=[why for _, _, why in SENTENCES])
def test_a_report_states_what_it_says(text: str, expected: set[What], why: str) -> None:
    assert told(read(f"{LEAD}\n\n{text}", SATURDAY)) == expected, why


# (text, what it states, why the line is here); no page has a day of publication
PAGES: list[tuple[str, set[What], str]] = [
    (
        "Latest items\n\n18 December 2023\n\nBiscuits are baked in a factory in Sariwon City.\n\n8 May 2023"
        "\n\nGround was broken for the hospital in Anak County on Friday.",
        {("Sariwon", "other", "operating", "2023-12"), ("Anak", "hospital", "groundbreaking", "2023-05-05")},
        "items under their days",
    ),
    (
        "Saturday, December 20, 2025\n\nThe hospital in Anak County, DPRK, was inaugurated.",
        {("Anak", "hospital", "completed", None)},
        "a single day, which may be the reader's",
    ),
    (
        "North Korea is racing to complete the greenhouse farm in Kangdong County, now under construction."
        "\n\nWorkers are seen there day and night.\n\nState media reported that Kim Jong Un visited the "
        "construction site.",
        {
            ("Kangdong", "greenhouse_farm", "under_construction", None),
            ("Kangdong", "greenhouse_farm", "inspection", None),
        },
        "progress told by itself, before a visit",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PAGES, ids=[why for _, _, why in PAGES])
def test_a_page_states_what_it_says(text: str, expected: set[What], why: str) -> None:
    assert told(read(text, None)) == expected, why


OPENED = "The hospital of Anak County was opened on Monday."
# what is told behind it, and whether it happened in Anak County, too
BEHIND: list[tuple[str, bool]] = [
    ("A shoe factory was modernized in May.", False),
    ("State media also reported that a paper mill had been completed.", False),
    ("Last year North Korea opened 20 factories.", False),
    ("The builders came from a unit that had built a greenhouse farm.", False),
    ("The military opened an offshore farm.", False),
    ("Elsewhere, factories are being built.", False),
    ("A similar one was opened in another county.", False),
    ("China has built several factories near the border.", False),
    ("A leisure complex next to it was finished in May.", True),
    ("A shoe factory was modernized there in May.", True),
    ("The shoe factory of the county was modernized in May.", True),
]


@pytest.mark.parametrize(("text", "there"), BEHIND)
def test_a_new_facility_is_in_no_place_that_only_stands_before_it(text: str, there: bool) -> None:
    found = told(read(f"{LEAD}\n\n{OPENED} {text}", SATURDAY))
    assert ("Anak", "hospital", "completed", "2025-12-15") in found
    assert (len(found) > 1) == there


# what is told of another county behind it, and whether a hospital was opened there, too
NEXT: list[tuple[str, bool]] = [
    ("In Sinwon County, new houses were completed.", False),
    ("In Sinwon County, work has begun on a dam.", False),
    ("In Sinwon County, construction of a dam is under way.", False),
    ("In Sinwon County, ground was broken for a dam.", False),
    ("In Sinwon County, a ceremony was held for new tractors.", False),
    ("In Sinwon County, a ceremony was held to open a park.", False),
    ("In Sinwon County, a ribbon was cut at a new library.", False),
    ("Ceremonies were held in Sinwon County for new houses.", False),
    ("Kim later visited a family in Sinwon County.", False),
    ("It was built by soldiers who had worked in Sinwon County.", False),
    ("In Sinwon County, a similar ceremony was held.", True),
]


@pytest.mark.parametrize(("text", "there"), NEXT)
def test_what_is_said_of_another_thing_is_said_of_no_facility(text: str, there: bool) -> None:
    found = told(read(f"{LEAD}\n\n{OPENED} {text}", SATURDAY))
    assert any(name == "Sinwon" for name, *_ in found) == there
