"""Sentences that look like an event and state none, or another one: a false one is worse than none."""

from __future__ import annotations

import pytest

from tests.events.saying import read

# (text, the stage that it must not be said to state, why the line is here)
CASES: list[tuple[str, str, str]] = [
    ("The Kusong Shoe Factory of the DPRK is no longer in use.", "operating", "no longer"),
    (
        "On March 3 Kim Jong Un visited Sinpho, DPRK. At the Kusong Textile Mill Kim Jong Il taught the"
        " workers in 1980.",
        "inspection",
        "what another leader did there, in another time",
    ),
    ("At the Kusong Shoe Factory of the DPRK the leader was never seen.", "inspection", "never seen"),
    (
        "Kim Jong Un's condolences went to the Kusong Shoe Factory of the DPRK.",
        "inspection",
        "what went there was no person",
    ),
    (
        "Officials and goods went to the Kusong Shoe Factory of the DPRK with Kim Jong Un's order.",
        "inspection",
        "who went there was no leader",
    ),
    (
        "Kim Jong Un went to the inauguration of the Kusong Shoe Factory of the DPRK.",
        "inspection",
        "a ceremony",
    ),
    (
        "Kim Jong Un inspected the factories in Kusong, DPRK, with their official openings near.",
        "completed",
        "openings to come",
    ),
    (
        "Kim Jong Un went to the Kusong Shoe Factory of the DPRK to look into production.",
        "operating",
        "what was looked into",
    ),
    (
        "Kim Jong Un learned about the Kusong Shoe Factory of the DPRK from a report.",
        "inspection",
        "learned from a report",
    ),
    ("The Kusong production base of missiles of the DPRK was inaugurated.", "completed", "arms"),
    ("The Kusong Shoe Factory of the DPRK makes headlines.", "operating", "makes no goods"),
    (
        "The Kusong Hospital of the DPRK resumed talks with the WHO.",
        "under_construction",
        "talks, no building",
    ),
    (
        "Ground for a park beside the Kusong Hospital, DPRK, was broken on March 2.",
        "groundbreaking",
        "something beside a hospital",
    ),
    (
        "Kim Jong Un cut the ribbon at the Kusong Shoe Factory of the DPRK for a new kindergarten.",
        "completed",
        "a kindergarten at a factory",
    ),
    (
        "북한에서 병원 건설이 한창이다. 강남성심병원이 새로 문을 열었다고 한다.",
        "completed",
        "a southern hospital",
    ),
]


@pytest.mark.parametrize(("text", "stage", "why"), CASES, ids=[case[2] for case in CASES])
def test_what_only_looks_like_it_is_not_stated(text: str, stage: str, why: str) -> None:
    assert stage not in {event.stage for event in read(text) if event.status == "stated"}, why
