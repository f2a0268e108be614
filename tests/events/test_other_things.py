"""What is said of another thing, or of another place, is not said of the one that stands by."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

NONE: set[What] = set()
MONTH = "2025-02"


def kosan(stage: str, date: str | None = MONTH, facility: str = "hospital") -> What:
    return ("Kosan", facility, stage, date)


# (text, what it states, why the line is here); published on Tuesday, 4 February 2025
THINGS: list[tuple[str, set[What], str]] = [
    ("The road to the Kosan hospital, DPRK, was completed on Monday.", NONE, "a road to it"),
    (
        "Houses for the workers of the Kosan factory, DPRK, were completed on Monday.",
        NONE,
        "houses for its workers",
    ),
    ("The DPRK completed a bridge to the hospital of Kosan.", NONE, "its object is a bridge"),
    ("Preparations for opening the hospital in Kosan, DPRK, were completed on Monday.", NONE, "preparations"),
    ("An inspection of the hospital in Kosan, DPRK, was completed on Monday.", NONE, "an inspection of it"),
    ("The DPRK completed the delivery of equipment to the hospital of Kosan.", NONE, "a delivery to it"),
    (
        "In keeping with a plan for rural growth the hospital in Kosan, DPRK, was completed on Monday.",
        {kosan("completed", "2025-02-03")},
        "a plan that it does not complete",
    ),
    (
        "The last roof tile was laid on the hospital in Kosan, DPRK.",
        {kosan("under_construction")},
        "no foundation is laid",
    ),
    (
        "Nine of the ten buildings of the hospital in Kosan, DPRK, are finished.",
        {kosan("under_construction")},
        "some of its buildings",
    ),
    ("Construction of the hospital in Kosan, DPRK, ran from May to January.", NONE, "what ran is the work"),
    ("The DPRK finished a hostel for nurses of the Kosan hospital.", NONE, "its object is a hostel"),
    (
        "The opening of the port at Kosan has revived the hospital of the county, the DPRK says.",
        NONE,
        "an opening of something else, with its verb",
    ),
    (
        "After opening the hospital in Kosan, DPRK, Kim turned to the one in Anak.",
        {kosan("completed")},
        "the clause before the comma is done with",
    ),
    ("The hospital in Kosan, DPRK, would be the third to be completed.", NONE, "the third, but not yet"),
    ("The hospital in Kosan, DPRK, is to be the third completed.", NONE, "the third, once it is"),
    (
        "The Kosan Pump Factory, DPRK, turned out pumps for the building of regional-industry factories.",
        {kosan("operating", facility="other")},
        "what its goods are for",
    ),
    (
        "The late leader Kim Jong Il visited the Kosan hospital of the DPRK and praised its doctors.",
        NONE,
        "a visit by somebody who is dead, without its time",
    ),
    (
        "The late leader Kim Jong Il visited the Kosan hospital of the DPRK in May 2009.",
        {kosan("inspection", "2009-05")},
        "a visit by somebody who is dead, with its time",
    ),
    ("The ministry had no information on the opening of the Kosan hospital, DPRK.", NONE, "nothing is known"),
    (
        "Sweden delivered machines to the Kosan cement works, DPRK, in 1975.",
        NONE,
        "delivered to it, not by it",
    ),
    ("A hospital stood in Kosan, DPRK, until the war.", NONE, "one that is there no more"),
    (
        "The Kosan hospital, DPRK, was under construction for years before it was opened in 2013.",
        {kosan("completed", "2013")},
        "what was so before it was opened",
    ),
    ("Kim received the builders of the Kosan hospital, DPRK.", NONE, "those who built it are received"),
    ("Kim cancelled a visit to the Kosan hospital, DPRK.", NONE, "a visit that was not paid"),
    (
        "When Kim opened the hospital in Kosan, DPRK, he said the next one, in Anak, ought to be better.",
        {kosan("completed")},
        "the clause before the comma is done with, with its subject",
    ),
    (
        "Kim walked the wards of the hospital in Kosan, DPRK, on Monday.",
        {kosan("inspection", "2025-02-03")},
        "a visit in other words",
    ),
    ("The press began praising the new hospital of Kosan, DPRK.", NONE, "begun is the praise"),
    ("Inspectors have started checking the hospital in Kosan, DPRK.", NONE, "begun are checks"),
    (
        "Soldiers began digging the foundations of the Kosan hospital, DPRK.",
        {kosan("groundbreaking")},
        "to dig is to begin building",
    ),
    ("The Kosan hospital's new ambulance was handed over in the DPRK on Monday.", NONE, "what it owns"),
    (
        "In Kosan, DPRK, a row of greenhouses was built, and in Sinpho an offshore farm.",
        {kosan("completed", facility="greenhouse_farm"), ("Sinpho", "offshore_farm", "completed", MONTH)},
        "a row of them, and a verb for both",
    ),
    ("The Kosan hospital, DPRK, was damaged when a new wing was opened.", NONE, "a subject of its own"),
    (
        "The opening of the Kosan mine, DPRK, was celebrated near the hospital.",
        NONE,
        "an opening of something else",
    ),
    (
        "In Kosan, DPRK, pumps were made for the hospital that was opened on Monday.",
        {kosan("completed", "2025-02-03")},
        "that: what stands right before it",
    ),
    ("The Kosan hospital of the DPRK, completed only on paper, has no doctors.", NONE, "only on paper"),
    ("No goods have come from the Kosan factory of the DPRK.", NONE, "no goods"),
    ("It took 300 days to build the hospital of Kosan, DPRK.", {kosan("completed")}, "to build, and it was"),
    ("DPRK media did not report the opening of the Kosan hospital.", NONE, "not reported"),
    ("Has the hospital of Kosan, DPRK, been completed?", NONE, "a question"),
    ("What does the clothing factory of Kosan, DPRK, make?", NONE, "what it makes is asked"),
    ("When was the hospital of Kosan, DPRK, completed?", NONE, "when it was is asked"),
    ("고산군병원이 준공되였는가?", NONE, "another question in Korean"),
    ("고산군병원은 준공됐을까?", NONE, "a question in Korean"),
    (
        "Why did Kim Jong Un open the hospital of Kosan, DPRK, on Monday?",
        {kosan("completed", "2025-02-03")},
        "a question that takes it for granted",
    ),
    (
        "Kim Jong Un visited the homes of workers of the Kosan factory, DPRK.",
        NONE,
        "their homes were visited",
    ),
    (
        "Kim Jong Un visited the construction site of a resort near the Kosan hospital, DPRK.",
        NONE,
        "what is near it",
    ),
    (
        "The building of the Kusong Greenhouse Farm, DPRK, is making rapid progress.",
        {("Kusong", "greenhouse_farm", "under_construction", MONTH)},
        "progress is no goods",
    ),
    (
        "At the grain station of Kosan, DPRK, the premier spoke of equipment and of the tasks laid down.",
        NONE,
        "tasks are laid down, no foundation",
    ),
    (
        "The premier called on the people of the Kosan factory, DPRK, to solve the problems of running it.",
        NONE,
        "what somebody is to do",
    ),
    ("The hostel of the Kosan factory, DPRK, was completed on Monday.", NONE, "a hostel of it"),
    ("The DPRK built a club at the Kosan factory on Monday.", NONE, "a club at it"),
    (
        "The pool of the Kosan leisure complex, DPRK, has been completed.",
        {kosan("under_construction", facility="leisure_complex")},
        "a part of it",
    ),
    ("The Kosan Silk Mill of the DPRK is a mill weaving silk.", NONE, "what it is"),
    (
        "The Kosan Silk Mill of the DPRK is weaving silk.",
        {kosan("operating", facility="other")},
        "what it does",
    ),
    ("The Kosan hospital, DPRK, has a boiler of its own.", NONE, "what it has"),
    (
        "The Kosan hospital, DPRK, has its roof on.",
        {kosan("under_construction")},
        "a part that it has by now",
    ),
    (
        "Of the wool of the Kosan mill, DPRK, 70 percent of the supplies are local.",
        NONE,
        "a share of supplies",
    ),
    (
        "Half of the work on the hospital of Kosan, DPRK, has been finished.",
        {kosan("under_construction")},
        "a share of the work",
    ),
    ("Output of the Kosan mill, DPRK, rose by 12 percent.", NONE, "what rose is no building"),
    ("Patients were treated in tents outside the hospital of Kosan, DPRK.", NONE, "outside it"),
    (
        "On Monday Kim Jong Un toured the hospital of Kosan, DPRK. He then visited the port city of Wonsan.",
        {kosan("inspection", "2025-02-03")},
        "a visit to a city",
    ),
    ("KCNA announced the opening of the Kosan hospital.", {kosan("completed")}, "news of an opening"),
    (
        "KCNA announced the opening of the Kosan hospital next spring.",
        {kosan("planned")},
        "news of an opening to come",
    ),
    ("The completion date of the Kosan hospital, DPRK, is a secret.", NONE, "a date"),
    (
        "A greenhouse covering 9 hectares was built in Kosan, DPRK, in January.",
        {kosan("completed", "2025-01", "greenhouse_farm")},
        "a greenhouse of many hectares",
    ),
    (
        "The hospital of Kosan, DPRK, began seeing patients on Monday.",
        {kosan("operating", "2025-02-03")},
        "what it began to do",
    ),
    (
        "Ducks are being raised at the Kosan shoe factory of the DPRK.",
        {kosan("operating", facility="other")},
        "what is raised is no building",
    ),
    (
        "The walls of the Kosan hospital of the DPRK are being raised.",
        {kosan("under_construction")},
        "what is raised is a part",
    ),
    ("The DPRK spreads the experience gained in building the factories of Kosan.", NONE, "experience gained"),
    ("The Kosan Silk Mill, DPRK, stands beside a river.", NONE, "where it stands"),
    ("A hospital stands in Kosan, DPRK.", {kosan("completed")}, "it stands there"),
    (
        "The opening of a museum near the Kosan hospital, DPRK, was shown on television.",
        NONE,
        "an opening near it",
    ),
    (
        "The factories of Kosan get their power from the dam finished in Wonsan, DPRK, in January.",
        NONE,
        "a dam that was finished",
    ),
    ("The Kosan hospital, DPRK, began as a clinic in 1950.", NONE, "began as something else"),
    ("Not a single patient has been treated at the Kosan hospital, DPRK.", NONE, "not a single one"),
    ("The Kosan shoe factory, DPRK, had been making boots until it was closed.", NONE, "until it was closed"),
    (
        "A leisure complex with a cinema opened in Kosan, DPRK, in January.",
        {kosan("completed", "2025-01", "leisure_complex")},
        "what it has does not open by itself",
    ),
    ("A cafe serving fish of the Kosan offshore farm opened in Wonsan, DPRK, on Monday.", NONE, "its fish"),
    ("A course for nurses of the Kosan hospital, DPRK, opened on Monday.", NONE, "opened by itself"),
    (
        "The hospital for the miners of Kosan County, DPRK, opened on Monday.",
        {kosan("completed", "2025-02-03")},
        "opened by itself, and is the hospital",
    ),
    ("The boiler house of the Kosan hospital, DPRK, was opened on Monday.", NONE, "a house of it"),
    ("A pipe carrying water to the Kosan hospital, DPRK, was laid on Monday.", NONE, "water for it"),
    (
        "The director of the Kosan hospital, DPRK, attended the inauguration ceremony in Anak on Monday.",
        NONE,
        "whose director came",
    ),
    (
        "The hospital in Kosan, DPRK, broke ground on Monday.",
        {kosan("groundbreaking", "2025-02-03")},
        "ground was broken for it",
    ),
]

PLACES: list[tuple[str, set[What], str]] = [
    (
        "A hospital and the Tanchon Power Station of the DPRK were completed on Monday.",
        NONE,
        "a power station's name",
    ),
    (
        "Graduates of Wonsan University, DPRK, work in a hospital that was opened on Monday.",
        NONE,
        "a university's",
    ),
    (
        "The ministry of the DPRK built the hospital, as it had built the Kangdong greenhouse farm.",
        {("Kangdong", "greenhouse_farm", "completed", MONTH)},
        "the name of one facility locates no other one",
    ),
    (
        "The Kangdong County Hospital and a service center of the DPRK were opened on Monday.",
        {
            ("Kangdong", "hospital", "completed", "2025-02-03"),
            ("Kangdong", "leisure_complex", "completed", "2025-02-03"),
        },
        "one list that a county leads",
    ),
    (
        "A decree of the DPRK orders all cities to build hospitals like the one in Kosan.",
        NONE,
        "like the one in",
    ),
    ("Hospitals like that of Kosan, DPRK, will be built everywhere.", NONE, "like that of"),
    ("Kosan is not among the counties of the DPRK where hospitals will be built.", NONE, "not among them"),
    (
        "Hospitals will be built in counties of the DPRK, but Kosan is not one of them.",
        NONE,
        "not one of them",
    ),
    ("South Korea opened a hospital in Kosong County, across from the DPRK, on Monday.", NONE, "the South's"),
    (
        "South Korea says a hospital was opened in Kosan County, DPRK, on Monday.",
        {kosan("completed", "2025-02-03")},
        "the South only says so",
    ),
    (
        "The hospitals in Anak, DPRK, look like those that Kim Jong Un opened in Kosan on Monday.",
        {kosan("completed", "2025-02-03")},
        "those that he opened",
    ),
    (
        "Anak County, DPRK, has no hospital like the one opened in Kosan on Monday.",
        {kosan("completed", "2025-02-03")},
        "like the one opened in",
    ),
    (
        "The DPRK hospital in Kosan County, like that in Anak, was opened on Monday.",
        {kosan("completed", "2025-02-03")},
        "set aside between commas",
    ),
    (
        "Unlike Kosan County, North Korea, where a hospital was opened on Monday, Anak is waiting for one.",
        {kosan("completed", "2025-02-03")},
        "the country stands between the county and its clause",
    ),
    (
        "Kim watched a play in Anak, DPRK, on Monday, the day the hospital was opened in Kosan.",
        {kosan("completed", "2025-02-03")},
        "the day of something elsewhere",
    ),
    (
        "The hospital opened in Kosan, DPRK, on Monday is to be followed by others in Anak and Usi.",
        {kosan("completed", "2025-02-03")},
        "others are to follow",
    ),
    (
        "A hospital was opened in Kosan, DPRK, on Monday; those in Anak and Usi come next.",
        {kosan("completed", "2025-02-03")},
        "come next",
    ),
    (
        "Workers of Anak, DPRK, saw the mills opened in Kosan in January before work on their own began.",
        {kosan("completed", "2025-01", "regional_industry")},
        "work on their own",
    ),
    (
        "On the way to Anak, DPRK, Kim Jong Un looked around the hospital of Kosan on Monday.",
        {kosan("inspection", "2025-02-03")},
        "on the way there",
    ),
    (
        "Kim visits hospital in Kosan, DPRK, opens park in Anak.",
        {kosan("inspection")},
        "he opens a park",
    ),
]

VISITS: list[tuple[str, set[What], str]] = [
    ("Kim Jong Un visits the hospital in Kosan, DPRK, every year.", NONE, "every year"),
    ("Kim Jong Un cancelled a visit to the hospital in Kosan, DPRK, on Monday.", NONE, "cancelled"),
    ("It is not known when Kim Jong Un visited the hospital in Kosan, DPRK.", NONE, "not known when"),
    (
        "Kim Jong Un cut the ribbon in Kosan, DPRK, in December and toured the hospital on Monday.",
        {kosan("inspection", "2025-02-03")},
        "each verb has its day",
    ),
    (
        "Kim Jong Un visited the Kosan hospital, DPRK, in August, October and November.",
        {kosan("inspection", f"2024-{month}") for month in ("08", "10", "11")},
        "each of several months",
    ),
    (
        "A groundbreaking ceremony for a hospital was held in Kosan, DPRK, on February 3, two days after a"
        " similar event in Anak County.",
        {kosan("groundbreaking", "2025-02-03"), ("Anak", "hospital", "groundbreaking", "2025-02-01")},
        "two days after",
    ),
]


@pytest.mark.parametrize(("text", "events", "why"), [*THINGS, *PLACES, *VISITS])
def test_what_is_said_of_another_thing_is_not_said_of_it(text: str, events: set[What], why: str) -> None:
    stated = [event for event in read(text) if event.status == "stated"]
    assert told(stated) == events, why
