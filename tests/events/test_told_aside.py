"""What an English sentence tells aside keeps its own day and stage; names in Hangul change no language."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

MONTH = "2025-02"

# (text, what it states, why the line is here); published on Tuesday, 4 February 2025
ASIDE: list[tuple[str, set[What], str]] = [
    (
        "In Kosan County, DPRK, where work began in November, Kim Jong Un visited the hospital.",
        {("Kosan", "hospital", "inspection", MONTH), ("Kosan", "hospital", "groundbreaking", "2024-11")},
        "the month of the work is not that of the visit",
    ),
    (
        "Kim Jong Un visited the fish farm in Sinpho City, DPRK, after it was completed in January.",
        {
            ("Sinpho", "offshore_farm", "inspection", MONTH),
            ("Sinpho", "offshore_farm", "completed", "2025-01"),
        },
        "the completion has the month, behind after",
    ),
    (
        "Kim Jong Un visited the bag factory in Kosan, DPRK, which was opened on January 20, 2025.",
        {("Kosan", "other", "inspection", MONTH), ("Kosan", "other", "completed", "2025-01-20")},
        "an opening aside is no ceremony that he came for, and keeps its day",
    ),
    (
        "Kim Jong Un went to Kosan, DPRK, on January 20, where he cut the tape for the hospital.",
        {("Kosan", "hospital", "completed", "2025-01-20")},
        "a day before the clause is that of both",
    ),
    (
        "A hospital is going up in Kosan County, DPRK, where it was begun in January.",
        {
            ("Kosan", "hospital", "under_construction", MONTH),
            ("Kosan", "hospital", "groundbreaking", "2025-01"),
        },
        "it, in the clause that follows, is what is going up",
    ),
    (
        "Kim Jong Un has been to see the site of a hospital in Kosan County, DPRK.",
        {("Kosan", "hospital", "inspection", MONTH)},
        "has been to see: he has seen it",
    ),
    (
        "Kim Jong Un is to see the site of a hospital in Kosan County, DPRK.",
        set(),
        "is to see: he has not",
    ),
    (
        "The hospital in Kosan County, DPRK, is externally complete.",
        {("Kosan", "hospital", "under_construction", MONTH)},
        "complete from outside only",
    ),
    (
        "The new bag factory in Kosan, DPRK, came into operation in January.",
        {("Kosan", "other", "operating", "2025-01")},
        "a month in which operation began",
    ),
    (
        "The bag factory in Kosan, DPRK, is in full operation, Kim Jong Un said in January.",
        {("Kosan", "other", "operating", MONTH)},
        "a month in which it was said",
    ),
    (
        "The Kosan Bag Factory of the DPRK, which stands by a lake, makes satchels.",
        {("Kosan", "other", "operating", MONTH)},
        "a works makes goods, a clause between",
    ),
    (
        "The Kosan Fertilizer Factory (고산비료공장) in the DPRK opened on January 20.",
        {("Kosan", "other", "completed", "2025-01-20")},
        "a name in Hangul leaves the sentence English",
    ),
    (
        "Kim Jong Un modernized the Kusong Machine-tool Plant, DPRK, within a year.",
        {("Kusong", "other", "completed", MONTH)},
        "the machine in a name is no line that was put in",
    ),
]

WORKS: list[tuple[str, set[What], str]] = [
    (
        "The premier inspected the Kusong Machine Tool Plant, DPRK.",
        {("Kusong", "other", "inspection", MONTH)},
        "a machine works is a factory",
    ),
    (
        "The premier inspected the tractor factory in Kusong, DPRK.",
        {("Kusong", "other", "inspection", MONTH)},
        "tractors",
    ),
    (
        "Kim Jong Un inspected a munitions machine plant in Kusong, DPRK.",
        set(),
        "machines for arms are none of ours",
    ),
    (
        "Kim Jong Un inspected a launch vehicle factory in Kusong, DPRK.",
        set(),
        "launchers, though vehicles",
    ),
    (
        "Kim Jong Un cut the tape for new production facilities in Kosan County, DPRK.",
        {("Kosan", "regional_industry", "completed", MONTH)},
        "production facilities are factories of some kind",
    ),
    (
        "Kim Jong Un inspected production facilities for missiles in Kusong, DPRK.",
        set(),
        "what they are for stands behind",
    ),
    (
        "신발공장이 자리한 고산군에서 3일 병원 준공식이 열렸다고 조선중앙통신이 전했다.",
        {("Kosan", "hospital", "completed", "2025-02-03")},
        "a factory that only says where a county is",
    ),
    (
        "총리가 구성공작기계공장을 돌아보았다고 조선중앙통신이 전했다.",
        {("Kusong", "other", "inspection", MONTH)},
        "기계공장",
    ),
    (
        "김정은이 구성시의 군수기계공장을 돌아보았다고 조선중앙통신이 전했다.",
        set(),
        "군수",
    ),
]


@pytest.mark.parametrize(("text", "events", "why"), [*ASIDE, *WORKS])
def test_what_stands_aside_keeps_its_own_stage_and_day(text: str, events: set[What], why: str) -> None:
    stated = [event for event in read(text) if event.status == "stated"]
    assert told(stated) == events, why
