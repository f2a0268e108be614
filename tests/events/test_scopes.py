"""What takes a statement back or sets it apart, so that nothing is stated of it; and what only looks so."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told
from tests.missed import marked

OPENED: set[What] = {("Kosan", "hospital", "completed", "2025-02-03")}
NONE: set[What] = set()

# (text, what it states, why the line is here)
ENGLISH: list[tuple[str, set[What], str]] = [
    ("Once a hospital is inaugurated in Kosan County, DPRK, doctors will move in.", NONE, "once"),
    ("If the hospital in Kosan County, DPRK, is completed, patients will come.", NONE, "if"),
    ("Nobody moves in until the hospital in Kosan County, DPRK, has been opened.", NONE, "until"),
    ("It is unclear whether a hospital was opened in Kosan County, DPRK.", NONE, "whether"),
    ("Let us open a hospital in Kosan County, DPRK!", NONE, "let us"),
    ("People hope that a hospital will be opened in Kosan County, DPRK.", NONE, "hope"),
    ("The builders were told to finish the hospital in Kosan County, DPRK.", NONE, "an order"),
    ("Kim called for completing the hospital in Kosan County, DPRK, by June.", NONE, "a call"),
    ("Bricks were sent to complete the hospital in Kosan County, DPRK.", NONE, "a purpose"),
    ("Doctors prepare for the inauguration of the hospital in Kosan County, DPRK.", NONE, "preparations"),
    ("There is no evidence that a hospital was opened in Kosan County, DPRK.", NONE, "no evidence"),
    (
        "The DPRK has fixed April 5 for the opening of the hospital in Kosan County.",
        NONE,
        "a day that is set",
    ),
    ("The opening of the hospital in Kosan County, DPRK, is only two weeks away.", NONE, "so far away"),
    ("The DPRK has moved the opening of the hospital in Kosan County to May.", NONE, "moved"),
    ("The DPRK is gearing up for the opening of the hospital in Kosan County.", NONE, "gearing up"),
    ("Invitations to the opening of the hospital in Kosan County, DPRK, are out.", NONE, "invitations"),
    ("The opening of the hospital in Kosan County, DPRK, hinges on glass from China.", NONE, "hinges on"),
    ("The completion of the hospital in Kosan County, DPRK, is in doubt.", NONE, "in doubt"),
    ("The opening of the hospital in Kosan County, DPRK, has not been reported.", NONE, "not reported"),
    ("Delays in opening the hospital in Kosan County, DPRK, angered Kim.", NONE, "delays in"),
    ("The hospital in Kosan County, DPRK, once completed, will have 90 beds.", NONE, "once, set apart"),
    (
        "The opening of the hospital in Kosan County, DPRK, on February 3 is likely to please many.",
        OPENED,
        "likely to",
    ),
    (
        "Delegates moved to the opening of the hospital in Kosan County, DPRK, held on February 3.",
        OPENED,
        "moved to",
    ),
    ("Seoul denied reports that a hospital was opened in Kosan County, DPRK.", NONE, "denied reports"),
    ("Hospitals are usually opened in counties such as Kosan in spring, KCNA said.", NONE, "usually"),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on February 3. The report was wrong.",
        NONE,
        "taken back by the next sentence",
    ),
    (
        "A hospital was inaugurated in Kosan County, DPRK, on February 3. The report was welcome.",
        OPENED,
        "the next sentence takes nothing back",
    ),
    (
        "Rain fell in the DPRK on Monday.\n\nRelated news\n\nHospital inaugurated in Kosan County",
        NONE,
        "a headline behind `Related news`",
    ),
    (
        "Rain fell in the DPRK on Monday.\n\nSee also: Hospital inaugurated in Kosan County",
        NONE,
        "a headline behind `See also` in one line",
    ),
    (
        "Related news\n\nRain in the capital\n\nA hospital was inaugurated in Kosan County, DPRK, on"
        " February 3, "
        "and hundreds of people of the county came to see the wards and the new equipment.",
        OPENED,
        "a full paragraph behind such lines is news again",
    ),
    (
        "“A hospital was inaugurated in Kosan County, DPRK, on February 3,” KCNA said.",
        OPENED,
        "the words of the agency are its report",
    ),
    (
        "[Photo: KCNA] A hospital is inaugurated in Kosan County, DPRK, on February 3.",
        OPENED,
        "a caption alone, in the present",
    ),
    (
        "If the weather holds, crops will be good. A hospital was inaugurated in Kosan County, DPRK, on"
        " February 3.",
        OPENED,
        "a condition ends with its sentence",
    ),
    (
        "The ministry rejected as groundless a report that a hospital had been opened in Kosan County, DPRK.",
        NONE,
        "a report that is rejected",
    ),
    (
        "A report that a hospital was opened in Kosan County, DPRK, on February 3 does not hold up.",
        NONE,
        "a report that does not hold up",
    ),
    (
        "The ministry did not deny that a hospital was opened in Kosan County, DPRK, on February 3.",
        OPENED,
        "what is not denied",
    ),
    ("Word is that a hospital has been opened in Kosan County, DPRK.", NONE, "word is"),
    ("The hospital in Kosan County, DPRK, is said to have been opened.", NONE, "is said to have been"),
    ("It is high time that a hospital was opened in Kosan County, DPRK.", NONE, "high time"),
    ("Residents asked the province to build a hospital in Kosan County, DPRK.", NONE, "asked to build"),
    (
        "The ceremony at which the hospital in Kosan County, DPRK, was to be opened was called off.",
        NONE,
        "a ceremony that was called off",
    ),
    (
        "The ceremony to open the hospital in Kosan County, DPRK, took place on February 3 after all.",
        OPENED,
        "a ceremony that took place after all",
    ),
    (
        "Kim Jong Un ordered the staff of the hospital in Kosan County, DPRK, to wear white.",
        NONE,
        "an order to do something else",
    ),
    (
        "DPRK to build hospital in Kosan County",
        {("Kosan", "hospital", "planned", "2025-02")},
        "a headline of a plan",
    ),
    (
        "Kim Jong Un told the army to build a hospital in Kosan County, DPRK.",
        {("Kosan", "hospital", "planned", "2025-02")},
        "told to build",
    ),
]
KOREAN: list[tuple[str, set[What], str]] = [
    ("북한 고산군에 병원이 준공되면 환자들이 온다.", NONE, "준공되면"),
    ("북한 고산군병원을 빨리 완공하라고 촉구했다.", NONE, "촉구"),
    ("북한 고산군병원 준공을 위하여 자재를 보냈다.", NONE, "위하여"),
    ("북한 고산군병원이 곧 준공될 것으로 보인다.", NONE, "것으로 보인다"),
    ("북한 고산군병원이 준공됐는지는 확인되지 않았다.", NONE, "확인되지 않았다"),
    ("북한 고산군병원이 준공됐다는 소식은 아직 없다.", NONE, "no news of it, 소식은 없다"),
    ("북한 고산군에서 병원 준공식이 3일 열렸다. 이 보도는 사실이 아니다.", NONE, "이 보도는 사실이 아니다"),
    ("북한에 비가 내렸다.\n\n관련 기사\n\n고산군 병원 준공", NONE, "a headline behind 관련 기사"),
    ("북한 고산군병원 준공식이 3일 열렸다고 조선중앙통신이 보도했다.", OPENED, "-다고 보도했다 is a report"),
    ("“북한 고산군병원이 3일 준공됐다”고 조선중앙통신이 전했다.", OPENED, "a quoted report of the agency"),
]
MISSED = {}


@pytest.mark.parametrize(("text", "expected", "why"), marked([*ENGLISH, *KOREAN], MISSED))
def test_what_is_not_said_as_a_fact_states_nothing(text: str, expected: set[What], why: str) -> None:
    assert told(read(text)) == expected, why
