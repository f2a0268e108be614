"""Names that nobody resolved, and spellings that no list has, are kept for a reviewer."""

from __future__ import annotations

from geo.models import Document, Mention, Section
from geo.places import find_mentions, proposed_aliases, unresolved_names


def mentions_of(name: str, text: str) -> tuple[Mention, ...]:
    """Mentions of a text about the North."""
    return find_mentions(Document(name, name, text, (Section("body", 0, len(text)),)))


def test_an_unknown_county_is_listed_and_counted_once_per_document() -> None:
    found = (
        *mentions_of(
            "a", "North Korea opened a mill in Grobnik County. Grobnik County is far away, KCNA said."
        ),
        *mentions_of("b", "KCNA reported on Grobnik County, North Korea."),
    )
    (name,) = unresolved_names(found)
    assert (name.surface, name.outcome, name.mentions, name.documents) == (
        "Grobnik County",
        "unknown",
        3,
        ("a", "b"),
    )
    assert str(name) == "Grobnik County (no unit of that name; 2 documents)"


def test_an_ambiguous_county_is_listed_with_both_units() -> None:
    (name,) = unresolved_names(mentions_of("a", "KCNA said the people of Unsan County in North Korea sang."))
    assert name.candidates == ("KP0617", "KP0720")


def test_a_spelling_in_no_list_is_proposed_as_an_alias() -> None:
    (alias,) = proposed_aliases(mentions_of("a", "KCNA said a plant opened in Kujaang County, North Korea."))
    assert (alias.form, alias.pcode, alias.documents) == ("Kujaang", "KP0615", ("a",))


def test_listed_spellings_are_not_proposed() -> None:
    assert proposed_aliases(mentions_of("a", "KCNA said a plant opened in Kujang County, North Korea.")) == ()
