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
        "The hospital that is being built in Kosan County will be larger than the one that was opened in "
        "Anak County in November.",
        {
            ("Kosan", "hospital", "under_construction", "2025-12"),
            ("Anak", "hospital", "completed", "2025-11"),
        },
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
]


@pytest.mark.parametrize(("text", "expected", "why"), TEXTS, ids=[why for _, _, why in TEXTS])
def test_a_text_states_what_it_says(text: str, expected: set[What], why: str) -> None:
    assert told(read(f"{LEAD}\n\n{text}", SATURDAY)) == expected, why
