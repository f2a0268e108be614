"""What points elsewhere: pronouns with their place, clauses set aside, what is denied or made ready for."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

SATURDAY = "2025-12-20"
"""The day of publication."""
LEAD = "Here is some news from North Korea."
NONE: set[What] = set()

# (text, what it states, why the line is here)
TEXTS: list[tuple[str, set[What], str]] = [
    (
        "A leisure complex was opened in Usi County on December 15. Another was completed in Anak County on "
        "December 17.",
        {
            ("Usi", "leisure_complex", "completed", "2025-12-15"),
            ("Anak", "leisure_complex", "completed", "2025-12-17"),
        },
        "another",
    ),
    (
        "The hospital in Kosan County will be larger than the one that was opened in Anak County in "
        "November.",
        {("Anak", "hospital", "completed", "2025-11")},
        "the one that",
    ),
    (
        "The greenhouse farm in Kosan County, on which work began on December 8, will have 400 greenhouses.",
        {("Kosan", "greenhouse_farm", "groundbreaking", "2025-12-08")},
        "on which work began",
    ),
    ("Reports that a hospital has been opened in Anak County are untrue, Seoul said.", NONE, "denied behind"),
    (
        "Officials discussed measures for opening the hospital in Anak County on time.",
        NONE,
        "measures for opening",
    ),
    (
        "Residents gathered for the opening of the hospital in Anak County on Friday.",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "gathered for the opening",
    ),
    (
        "Should more power be supplied, the shoe factory in Wonsan would run round the clock.",
        NONE,
        "should in front of a clause",
    ),
    (
        "Work on a hospital in Anak County is going on. The builders want to repay Kim Jong Un, who attended "
        "solemn ground-breaking ceremonies this year.",
        {("Anak", "hospital", "under_construction", "2025-12")},
        "ceremonies that somebody attended",
    ),
    (
        "The premier was in Anak County in March for the groundbreaking of the hospital and on December 15 "
        "for its inauguration.",
        {
            ("Anak", "hospital", "groundbreaking", "2025-03"),
            ("Anak", "hospital", "completed", "2025-12-15"),
        },
        "the month of what somebody came for",
    ),
    (
        "The opening of the hospital in Anak County on Friday was the first of 20 planned for the year.",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "the first of others that are planned",
    ),
    (
        "Factories, hospitals and leisure complexes are rising across the country. Builders in Anak County "
        "have finished the frames.",
        {("Anak", "regional_industry", "under_construction", "2025-12")},
        "kinds that are named for the whole country",
    ),
    (
        "Looking round the hospital in Anak County on Friday, Kim Jong Un spoke of its rooms.",
        {("Anak", "hospital", "inspection", "2025-12-19")},
        "a visit in front of its sentence",
    ),
    (
        "A grain management station is being built in Anak County. There is a hospital, too. A similar "
        "station was opened in Unpha County on Friday.",
        {
            ("Anak", "grain_facility", "under_construction", "2025-12"),
            ("Unpha", "grain_facility", "completed", "2025-12-19"),
        },
        "what points back by its word",
    ),
    (
        "The hospital in Anak County was opened on Friday.\n\n(File photo: ground is broken in Kosan County)",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "a picture from the files",
    ),
    (
        "The hospital in Anak County was opened on Friday, and a great many people from the county "
        "took part.\n\nMore From Example.kp (En)\n\nPyongyang, November 12 (Example) -- Jagang Province has "
        "built a shoe factory in Kanggye City. The factory has three lines.\n\nNovember 12, 2025",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "the opening of another story",
    ),
    (
        "The Anak County Foodstuff Factory fulfilled its plan for securing acorns.",
        NONE,
        "a plan of raw materials",
    ),
    (
        "A leisure complex was opened in Usi County on December 15, a hospital is rising in Anak County, and "
        "Kosan County still waits for either.",
        {
            ("Usi", "leisure_complex", "completed", "2025-12-15"),
            ("Anak", "hospital", "under_construction", "2025-12"),
        },
        "clauses with a place each",
    ),
    (
        "Only when the hospital in Anak County is completed will patients be spared the journey.",
        NONE,
        "only when",
    ),
    (
        "Nurses from Wonsan City will work there when the hospital in Anak County opens in March.",
        NONE,
        "when it opens",
    ),
    (
        "Friday's groundbreaking ceremony for a hospital in Anak County was called off because of snow.",
        NONE,
        "called off",
    ),
    (
        "Reconstruction of the flood-damaged Anak County Hospital was completed on December 15.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "reconstruction that is completed",
    ),
    (
        "A plan to build a hospital in Anak County has been unveiled.",
        {("Anak", "hospital", "planned", "2025-12")},
        "a plan that is unveiled",
    ),
    (
        "Construction of the hospital in Anak County continues.",
        {("Anak", "hospital", "under_construction", "2025-12")},
        "construction that continues",
    ),
    (
        "The hospital in Anak County continues to train nurses.",
        NONE,
        "a hospital that continues to do something",
    ),
    (
        "Work on the hospital in Anak County ended on Friday.",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "work that ended",
    ),
    ("Talks on building a hospital in Anak County began on Friday.", NONE, "talks that began"),
    (
        "The hospitals that were opened this year do not include the one in Anak County.",
        NONE,
        "one that is not among them",
    ),
    ("Anak County was left out when hospitals were built this year.", NONE, "a county left out"),
    ("China opened a shoe factory in Dandong, opposite Sinuiju City, on Friday.", NONE, "across the border"),
    (
        "The employees of the regional-industry factories in Anak County marked the first anniversary of "
        "their inauguration on Friday.",
        NONE,
        "an anniversary",
    ),
    (
        "The people of Anak County put on their best clothes on December 15 for the inauguration of their "
        "regional-industry factories.",
        {("Anak", "regional_industry", "completed", "2025-12-15")},
        "factories of the people of a county",
    ),
    (
        "A service center with a cinema and a sauna was opened in Anak County on December 15.",
        {("Anak", "leisure_complex", "completed", "2025-12-15")},
        "what it has is no other subject",
    ),
    (
        "The hospital in Anak County was inaugurated with due ceremony on the 15th.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "due in front of ceremony is not to come",
    ),
    (
        "The construction of a hospital in Anak County began at some point between December and February.",
        {("Anak", "hospital", "groundbreaking", None)},
        "a span of months is no month",
    ),
    (
        "A groundbreaking ceremony for a hospital was held in Anak County in February this year, followed by "
        "similar events in Usi County.",
        {
            ("Anak", "hospital", "groundbreaking", "2025-02"),
            ("Usi", "hospital", "groundbreaking", "2025"),
        },
        "what followed came later in the year",
    ),
    (
        "On the morning of December 15 Kim Jong Un visited the shoe factory in Wonsan City.\n\nIn the "
        "afternoon he was shown round the hospital in Anak County.",
        {
            ("Wonsan", "other", "inspection", "2025-12-15"),
            ("Anak", "hospital", "inspection", "2025-12-15"),
        },
        "the afternoon of a tour; shown round",
    ),
    (
        "Kosong County south of the border opened a hospital on December 15.",
        NONE,
        "the southern side of the border",
    ),
    ("Builders are working around the clock to finish the hospital in Anak County.", NONE, "people who work"),
    (
        "The construction of the hospital in Anak County was ended for lack of money.",
        NONE,
        "work that was ended",
    ),
    ("The suspension of construction of the hospital in Anak County continues.", NONE, "what continues"),
    (
        "The food factory in Anak County resumed work on December 15.",
        {("Anak", "other", "operating", "2025-12-15")},
        "a factory that works again",
    ),
    ("Officials signed an agreement at the hospital in Anak County.", NONE, "an agreement on something else"),
    (
        "A meeting for the inauguration of the hospital in Anak County was held on December 15.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "a meeting that is the ceremony",
    ),
    (
        "After talks on the details, construction of the hospital in Anak County began on December 15.",
        {("Anak", "hospital", "groundbreaking", "2025-12-15")},
        "talks before it began",
    ),
    (
        "On the anniversary of the liberation a hospital was opened in Anak County on December 15.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "opened on an anniversary",
    ),
    (
        "Only after Kim Jong Un visited it on December 15 could the hospital in Anak County be finished.",
        {("Anak", "hospital", "inspection", "2025-12-15")},
        "only after what happened",
    ),
    (
        "A hospital is under construction in Anak County, the fourth since 2019.",
        {("Anak", "hospital", "under_construction", "2025-12")},
        "since others were built",
    ),
    ("Kim Jong Un examined the plans of the hospital in Anak County.", NONE, "plans that are looked at"),
    ("The proposal to build a hospital in Anak County was rejected.", NONE, "a proposal that was rejected"),
    (
        "The proposal was first rejected, but on December 15 the Party approved the plan to build a hospital "
        "in Anak County.",
        {("Anak", "hospital", "planned", "2025-12-15")},
        "rejected first",
    ),
    (
        "Residents long for the day when the hospital in Anak County is opened.",
        NONE,
        "a day that is longed for",
    ),
    ("Work was begun on a wharf not far from the shoe factory in Wonsan City.", NONE, "what is near"),
    (
        "After cutting the tape of the hospital in Anak County on December 15, Kim Jong Un toured the "
        "hospital.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "a tour after the tape",
    ),
    (
        "Greenhouses for raising tomatoes were completed in Anak County on December 15.",
        {("Anak", "greenhouse_farm", "completed", "2025-12-15")},
        "greenhouses for more than seedlings",
    ),
    (
        "A pyramid of goods was shown, and the hospital in Anak County, south of the border with China, was "
        "opened on December 15.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "another border",
    ),
    (
        "A leisure complex was opened in Usi County on December 15. Two others, it is said, are rising in "
        "Anak and Kosan counties.",
        {
            ("Usi", "leisure_complex", "completed", "2025-12-15"),
            ("Anak", "leisure_complex", "under_construction", "2025-12"),
            ("Kosan", "leisure_complex", "under_construction", "2025-12"),
        },
        "two others",
    ),
    (
        "The old hospital of Anak County was torn down in 2023. Its successor was opened on Thursday.",
        {("Anak", "hospital", "completed", "2025-12-18")},
        "its successor",
    ),
    (
        "The manager of the hospital in Anak County has retired. Its successor company moved to Usi County.",
        NONE,
        "a successor that is none of it",
    ),
    (
        "A hospital was opened in Anak County on December 15. Two days later the same happened in Usi "
        "County.",
        {
            ("Anak", "hospital", "completed", "2025-12-15"),
            ("Usi", "hospital", "completed", "2025-12-17"),
        },
        "the same happened",
    ),
    (
        "The hospital planned in Usi County will have as many beds as the one in Anak County, opened in May.",
        {("Anak", "hospital", "completed", "2025-05")},
        "a measure, and what happened to it",
    ),
    (
        "The walls of the factories, which were begun in May in Anak, Usi and Kosan counties, have been "
        "finished.",
        {
            *((name, "regional_industry", "groundbreaking", "2025-05") for name in ("Anak", "Usi", "Kosan")),
            *(
                (name, "regional_industry", "under_construction", "2025-12")
                for name in ("Anak", "Usi", "Kosan")
            ),
        },
        "a clause set aside tells of the start, the part before it of what is done",
    ),
    (
        "The hospital, for which marble was cut in Usi County, was completed in Anak County on December 15.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "a clause set aside has a place of its own",
    ),
    (
        "Those in the city of Kusong and in Usi County have been opened.",
        NONE,
        "those, and nothing before",
    ),
    (
        "The hospital of Anak County is large. Those in Usi County and the city of Kusong were opened on "
        "Friday.",
        {
            ("Usi", "hospital", "completed", "2025-12-19"),
            ("Kusong", "hospital", "completed", "2025-12-19"),
        },
        "those in a county and in the city of",
    ),
    (
        "Kim inspected the hospital in Anak County and the leisure complex in nearby Usi County.",
        {
            ("Anak", "hospital", "inspection", "2025-12"),
            ("Usi", "leisure_complex", "inspection", "2025-12"),
        },
        "in nearby Usi",
    ),
    (
        "Hospitals have been opened in 20 counties this year, Anak and Usi counties among them.",
        {("Anak", "hospital", "completed", "2025"), ("Usi", "hospital", "completed", "2025")},
        "among them, behind the time",
    ),
    (
        '"More mills and hospitals!" read a poster at the opening of the leisure complex in Anak County.',
        {("Anak", "leisure_complex", "completed", "2025-12")},
        "what a poster says",
    ),
    (
        "The ceremony at which the hospital in Anak County was to be opened was put off.",
        NONE,
        "a ceremony, and what was to be done there",
    ),
    (
        "Seoul dismissed as false a report that a hospital had been opened in Anak County.",
        NONE,
        "dismissed as false",
    ),
    (
        "Kim has been to the site of the hospital in Anak County several times.",
        NONE,
        "a site visited several times",
    ),
    (
        "Ten months after breaking ground, the North opened a hospital in Anak County on Friday.",
        {
            ("Anak", "hospital", "groundbreaking", "2025-02"),
            ("Anak", "hospital", "completed", "2025-12-19"),
        },
        "so long after breaking ground, which the sentence opens with",
    ),
    (
        "Two months after the policy began, a hospital was opened in Anak County on Friday.",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "so long after a policy began",
    ),
    (
        "After Kim toured a farm in Usi County, a leisure complex was opened in Anak County on Friday.",
        {("Anak", "leisure_complex", "completed", "2025-12-19")},
        "a clause in front has a place of its own",
    ),
    (
        "The soap factory in Usi County does well. Those in Anak and Kosan counties also turn out more.",
        {
            ("Anak", "other", "operating", "2025-12"),
            ("Kosan", "other", "operating", "2025-12"),
        },
        "those: soap factories",
    ),
    (
        "After two days in Kusong Kim stopped over in Usi County and toured the hospital there.",
        {("Usi", "hospital", "inspection", "2025-12")},
        "after two days elsewhere",
    ),
    (
        "The ceremony to open the hospital in Anak County did not take place.",
        NONE,
        "a ceremony that did not take place",
    ),
    (
        "The mill of Anak County met its plan for November. Its manager says orders are piling up.",
        {("Anak", "regional_industry", "operating", "2025-12")},
        "a plan that was met, and orders that nobody gave",
    ),
    (
        "State media announced the completion of the hospital in Anak County on Thursday.",
        {("Anak", "hospital", "completed", "2025-12")},
        "the day of an announcement",
    ),
    (
        "State media announced that the hospital in Anak County was completed on Thursday.",
        {("Anak", "hospital", "completed", "2025-12-18")},
        "announced, with the day of the event",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), TEXTS, ids=[why for _, _, why in TEXTS])
def test_a_text_states_what_it_says(text: str, expected: set[What], why: str) -> None:
    assert told(read(f"{LEAD}\n\n{text}", SATURDAY)) == expected, why
