"""Who makes a claim, which pages are one, and the reviewed tables behind both."""

from __future__ import annotations

from collections import Counter

import pytest

from geo.models import Document
from geo.projects import find_publisher, page_key, report_of
from geo.projects.claimants import OWN, STATE_MEDIA, attributions, origin_of, publishers
from geo.text import data_rows
from tests.records import SONGCHON, report


def document(
    text: str, publisher: str | None = None, url: str | None = None, origin: str | None = None
) -> Document:
    return Document("a", "a.txt", text, (), publisher=publisher, url=url, origin=origin)


CLAIM = "The soap works of Jasong County went into use."


@pytest.mark.parametrize(
    ("publisher", "text", "origin"),
    [
        # state media are one origin, under every name, and whatever else they mention
        ("KCNA", CLAIM, STATE_MEDIA),
        ("Voice of Korea (KCNA Watch)", CLAIM, STATE_MEDIA),
        ("조선중앙통신", CLAIM, STATE_MEDIA),
        ("Pyongyang Times", f"Satellite images were laughed at. {CLAIM}", STATE_MEDIA),
        # reprints, and the organ of Koreans in Japan that takes it from them
        ("KCNA Watch", CLAIM, STATE_MEDIA),
        ("Choson Sinbo (ja)", CLAIM, STATE_MEDIA),
        # agencies repeat state media, whether they say so or not
        ("Korea Herald / Yonhap", f"{CLAIM} So said state media.", STATE_MEDIA),
        ("Korea JoongAng Daily", CLAIM, STATE_MEDIA),
        ("SPN 서울평양뉴스", "자성군 비누공장이 조업을 시작했다고 노동신문이 전했다.", STATE_MEDIA),
        # an unlisted paper that names whom it has it from
        ("Hillside Gazette", f"{CLAIM} That is what the Korean Central News Agency says.", STATE_MEDIA),
        ("Hillside Gazette", f"{CLAIM} It can be seen on satellite imagery.", "imagery"),
        (
            "Hillside Gazette",
            f"According to the Unification Ministry, this is new. {CLAIM}",
            "rok government",
        ),
        ("언덕신문", "통일부에 따르면 자성군에서 비누공장이 조업을 시작했다.", "rok government"),
        ("언덕신문", "위성사진을 보면 자성군에 비누공장이 들어섰다.", "imagery"),
        ("Hillside Gazette", f"{CLAIM} Daily NK was first to tell.", "daily nk"),
        # informants are the publisher's own
        ("Daily NK (europesays.com)", f"{CLAIM} So a source in the province told us.", "daily nk"),
        ("Hillside Gazette", f"According to sources in the county, {CLAIM}", "hillside gazette"),
        ("Yonhap News Agency", f"According to sources in the county, {CLAIM}", "yonhap news agency"),
        # nobody is named
        ("38 North", CLAIM, "imagery"),
        ("Hillside  Gazette", CLAIM, "hillside gazette"),
        (None, CLAIM, "unnamed source"),
        # a ministry that only comments claims nothing
        ("SBS", f"{CLAIM} The unification ministry had no comment.", STATE_MEDIA),
        # names inside other words are no names
        ("Hillside Gazette", f"{CLAIM} Kcnaville is far away.", "hillside gazette"),
    ],
)
def test_who_makes_the_claim(publisher: str | None, text: str, origin: str) -> None:
    evidence = CLAIM if CLAIM in text else text
    assert origin_of(document(text, publisher), evidence) == origin


TWO_CLAIMS = """\
KCNA said that a bakery was opened in Kosan County.

In Sepho County a roof is missing, satellite images show. KCNA had spoken of a finished hall.

A market hall stands in Cholwon County.
"""


@pytest.mark.parametrize(
    ("evidence", "origin"),
    [
        ("KCNA said that a bakery was opened in Kosan County.", STATE_MEDIA),
        ("In Sepho County a roof is missing", "imagery"),  # the nearest in its own line
        ("KCNA had spoken of a finished hall.", STATE_MEDIA),
        ("A market hall stands in Cholwon County.", STATE_MEDIA),  # the first of the document
    ],
)
def test_each_claim_of_an_article_has_its_own_claimant(evidence: str, origin: str) -> None:
    assert origin_of(document(TWO_CLAIMS, "Hillside Gazette"), evidence) == origin


def test_a_sentence_that_names_state_media_is_no_independent_claim() -> None:
    text = "The hall that satellite images had shown is open, KCNA said."
    assert origin_of(document(text, "Hillside Gazette"), text) == STATE_MEDIA


def test_the_web_address_tells_an_unnamed_publisher() -> None:
    assert origin_of(document(CLAIM, url="https://kcnawatch.org/newstream/1/x"), CLAIM) == STATE_MEDIA
    assert origin_of(document(CLAIM, url="https://www.38north.org/a"), CLAIM) == "imagery"
    assert origin_of(document(CLAIM, url="https://www.hillside.example/a"), CLAIM) == "hillside.example"
    assert origin_of(document(CLAIM, url="http://[broken"), CLAIM) == "unnamed source"
    assert find_publisher(None, "https://notkcna.kp.example.org/") is None


def test_line_breaks_and_typographic_marks_do_not_hide_an_attribution() -> None:
    assert [origin for *_, origin in attributions("North\nKorea’s  media, North Korean\n  media")] == [
        STATE_MEDIA,
        STATE_MEDIA,
    ]


def test_attributions_are_found_where_they_stand() -> None:
    text = "북한 관영매체가 İstanbul에서, then KCNA."
    assert [text[start:end] for start, end, _ in attributions(text)] == ["관영매체", "KCNA"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.example.org/a/", "http://example.org/a", True),
        ("https://example.org/a?utm_source=x&id=7", "https://example.org/a?id=7#top", True),
        ("https://example.org/a?b=1&c=2", "https://EXAMPLE.org/a?c=2&b=1", True),
        ("https://example.org/a?fbclid=1", "https://example.org/a", True),
        ("https://example.org/a?id=7", "https://example.org/a?id=8", False),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://example.org/", "https://example.org", True),
        ("https://example.org/a?page=", "https://example.org/a", False),
    ],
)
def test_when_two_addresses_are_one_page(one: str, other: str, same: bool) -> None:
    assert (page_key(one, "first") == page_key(other, "second")) is same


@pytest.mark.parametrize("url", ["", "no address", "http://[broken"])
def test_without_an_address_the_document_is_the_page(url: str) -> None:
    assert page_key(url, "first") != page_key(url, "second")


def test_a_report_cites_its_document() -> None:
    event = report(SONGCHON, "hospital", "completed", "2025-12-01", text=CLAIM).event
    brief = document(CLAIM, "KBS World", "https://kbs.example/1", "summary")
    cited = report_of(event, brief)
    assert (cited.document_id, cited.url, cited.origin, cited.is_summary) == (
        "a",
        "https://kbs.example/1",
        STATE_MEDIA,
        True,
    )
    assert cited.label == "factorymap's summary of KBS World"
    assert report_of(event, document(CLAIM)).label == "unnamed source"


@pytest.mark.parametrize("row", list(data_rows("attributions.csv")), ids=lambda row: str(row["phrase"]))
def test_every_phrase_is_found_by_itself(row: dict[str, str]) -> None:
    assert row["phrase"] == row["phrase"].lower()
    assert [origin for *_, origin in attributions(row["phrase"])] == [row["origin"]]


def test_phrases_and_publisher_names_are_listed_once() -> None:
    phrases = Counter(row["phrase"] for row in data_rows("attributions.csv"))
    names = Counter(name.casefold() for publisher in publishers() for name in publisher.names)
    domains = Counter(domain for publisher in publishers() for domain in publisher.domains)
    assert [
        entry for table in (phrases, names, domains) for entry, number in table.items() if number > 1
    ] == []


@pytest.mark.parametrize("publisher", publishers(), ids=lambda publisher: str(publisher.names[0]))
def test_every_publisher_is_found_by_its_names_and_addresses(publisher: object) -> None:
    entry = next(one for one in publishers() if one is publisher)
    assert all(find_publisher(name, None) is entry for name in entry.names)
    assert all(find_publisher(None, f"https://www.{domain}/x") is entry for domain in entry.domains)
    assert entry.note and entry.origin not in ("", OWN)
    assert (entry.kind == "state media") <= (entry.origin == STATE_MEDIA)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("ſtate media said so", "state media"),
        ("a\u00a0source in the province", OWN),
        ("ACCORDING TO KCNA", "state media"),
    ],
)
def test_attributions_are_found_in_any_case_and_over_any_white_space(text: str, origin: str) -> None:
    assert [found for _, _, found in attributions(text)] == [origin]
