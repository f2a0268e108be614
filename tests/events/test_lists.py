"""Lists: what a sentence says of the places in the list behind it is said of each of them."""

from __future__ import annotations

import pytest

from geo.models import LONGEST_EVIDENCE
from tests.events.saying import What, read, told
from tests.missed import marked

OPENED = (
    "Regional-industry factories were inaugurated in North Korea on February 3 in the following counties:"
)
BROKEN = "Ground was broken for regional-industry factories in North Korea on February 3 in these counties:"
THREE: set[What] = {
    (county, "regional_industry", "completed", "2025-02-03") for county in ("Songchon", "Kujang", "Hamju")
}
KOREAN = "▲ 평안남도 성천군\n▲ 평안북도 구장군\n▲ 함경남도 함주군"

# (text, what it states, why the line is here)
LISTS: list[tuple[str, set[What], str]] = [
    (f"{OPENED}\n* Songchon County\n* Kujang County\n* Hamju County", THREE, "bullets"),
    (f"{OPENED}\n\n- Songchon County\n\n- Kujang County\n\n- Hamju County", THREE, "blank lines between"),
    (f"{OPENED}\n1. Songchon County\n2. Kujang County\n3. Hamju County", THREE, "numbers"),
    (f"{OPENED}\n(a) Songchon County\n(b) Kujang County\n(c) Hamju County", THREE, "letters"),
    (f"{OPENED}\nSongchon County\nKujang County\nHamju County\n", THREE, "lines without bullets"),
    (
        f"{OPENED}\n- Songchon County, South Phyongan Province, north-east of the capital\n"
        "- Kujang County, North Phyongan Province, on the river\n- Hamju County, South Hamgyong",
        THREE,
        "items as long as a wrapped line, with a province and a remark",
    ),
    (
        f"{OPENED}\n\nSouth Phyongan Province:\n- Songchon County\nNorth Phyongan Province:\n"
        "- Kujang County\nSouth Hamgyong Province:\n- Hamju County",
        THREE,
        "headings inside the list",
    ),
    (
        f"{OPENED}\n- Songchon County. The county lies inland.\n- Kujang County\n- Hamju County",
        THREE,
        "an item that says more",
    ),
    (
        f"{OPENED}\n- Songchon County\n\nOfficials were present.\n\nSukchon County lies in the west.",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "a list ends with its last item",
    ),
    (
        f"{BROKEN}\n- Songchon County (February 1)\n- Kujang County\n- Nampho",
        {
            ("Songchon", "regional_industry", "groundbreaking", "2025-02-01"),
            ("Kujang", "regional_industry", "groundbreaking", "2025-02-03"),
            ("Nampho", "regional_industry", "groundbreaking", "2025-02-03"),
        },
        "a date of its own goes before that of the introduction; a city as an item",
    ),
    (
        "The following were inaugurated in North Korea on February 3:\n- a hospital in Kangdong County\n"
        "- regional-industry factories in Songchon County\n- 120 houses in Anak County",
        {
            ("Kangdong", "hospital", "completed", "2025-02-03"),
            ("Songchon", "regional_industry", "completed", "2025-02-03"),
        },
        "each item with its own facility; houses are none of ours",
    ),
    (
        "Work on regional-industry factories in North Korea stands as follows:\n"
        "- Songchon County: inaugurated on February 3\n- Kujang County: ground was broken on January 28",
        {
            ("Songchon", "regional_industry", "completed", "2025-02-03"),
            ("Kujang", "regional_industry", "groundbreaking", "2025-01-28"),
        },
        "each item with its own stage",
    ),
    (
        "Counties of North Korea where regional-industry factories were inaugurated on February 3\n"
        "• Songchon County\n• Kujang County\n• Hamju County",
        THREE,
        "a heading without a colon",
    ),
    (
        f"북한은 지난 3일 다음 군들에서 지방공업공장 준공식을 진행했다.\n\n{KOREAN}\n\n이상이다.",
        THREE,
        "Korean, full stop; triangles of a list are no captions",
    ),
    (
        "북한 지방공업공장 준공식이 3일 열린 곳은 다음과 같다.\n① 평안남도 성천군\n② 평안북도 구장군\n"
        "③ 함경남도 함주군",
        THREE,
        "Korean, 다음과 같다, circled numbers",
    ),
    (
        "북한 지방공업공장들이 3일 준공된 지역: \n1) 평안남도 성천군\n2) 평안북도 구장군\n3) 함경남도 함주군",
        THREE,
        "Korean heading with a colon",
    ),
    (
        "The following people attended the inauguration of regional-industry factories in North Korea:\n"
        "- Pak of Songchon County\n- Kim, Kujang County",
        set(),
        "a list of people",
    ),
    (
        "Regional-industry factories were inaugurated in Songchon County, North Korea, on February 3. These "
        "are made there:\n- soap, as in Kujang County\n- honey from Anak County",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "a list of goods",
    ),
    (
        "Regional-industry factories have not yet been inaugurated in these counties of North Korea:\n"
        "- Songchon County\n- Kujang County",
        set(),
        "what the introduction denies",
    ),
    (
        "North Korea has inaugurated regional-industry factories, state media said:\n\n"
        "The ceremony was attended by officials of Kujang County.",
        set(),
        "a sentence behind a colon is no item",
    ),
    (
        "Regional-industry factories were inaugurated in Songchon County, North Korea, on February 3.\n"
        "- Kujang County waits for its hospital\n- Hamju County shows its harvest",
        {("Songchon", "regional_industry", "completed", "2025-02-03")},
        "headlines with dashes behind a sentence that has its place",
    ),
    (
        "The following structures were inaugurated in North Korea.\n\nRegional-industry factories\n"
        "- Songchon County: February 1\n- Kujang County: February 2\n\nHospitals\n- Hamju County: February 3"
        "\n\nHouses\n- 40 of them at a farm in Anak County\n\nOthers\n- a pool in Sinpho City\n\n"
        "The factories were built by soldiers.",
        {
            ("Songchon", "regional_industry", "completed", "2025-02-01"),
            ("Kujang", "regional_industry", "completed", "2025-02-02"),
            ("Hamju", "hospital", "completed", "2025-02-03"),
        },
        "headings that say what was built, some of them none of ours",
    ),
]


MISSED = {
    "each item with its own facility; houses are none of ours": "houses take the facility of an item before",
    "a list of people": "`Pak of Songchon County` in a list of those who came",
}


@pytest.mark.parametrize(("text", "expected", "why"), marked(LISTS, MISSED))
def test_items_belong_to_their_introduction(text: str, expected: set[What], why: str) -> None:
    assert told(read(text)) == expected, why


def test_evidence_of_an_item_is_the_introduction_with_it() -> None:
    items = [f"* Songchon County, South Phyongan{' (and so on)' * 21}", "* Kujang County"]
    text = "\n".join([OPENED, *items])
    events = {event.name: event for event in read(text)}
    assert events.keys() == {"Songchon", "Kujang"}
    for item, event in zip(items, (events["Songchon"], events["Kujang"]), strict=True):
        words = {span.text for span in event.spans}
        assert OPENED in words and any(item.startswith(one) or one in item for one in words - {OPENED})
        assert all(text[s.start : s.end] == s.text and len(s.text) <= LONGEST_EVIDENCE for s in event.spans)
