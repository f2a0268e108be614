"""The reviewed sources: each row says from where it is known, and what is not known."""

from __future__ import annotations

from datetime import date

import pytest

import geo
from geo.fetching import FeedSource, known_sources
from geo.fetching.addresses import usual
from geo.text import data_rows

SOURCES = known_sources()
PUBLISHERS = {name for row in data_rows("publishers.csv") for name in row["names"].split("|")}
AGENCIES = {"ReliefWeb"}
"""Sources that publish what others write, and are no publishers of news."""


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.address)
def test_each_source_says_what_it_is_and_from_where_that_is_known(source: FeedSource) -> None:
    assert source.publisher in PUBLISHERS | AGENCIES
    assert source.language in ("en", "ko")
    assert source.kind in ("feed", "sitemap")
    assert source.subject in ("dprk", "general")
    assert usual(source.address) == source.address
    assert usual(source.evidence).startswith("https://")
    assert source.terms and (source.terms.startswith("unknown") or source.terms_address)
    date.fromisoformat(source.checked_on)
    assert source.tried == "no" or date.fromisoformat(source.tried)


def test_no_source_is_there_twice() -> None:
    assert len({one.address for one in SOURCES}) == len(SOURCES)


def test_sources_are_chosen_by_publisher_and_language() -> None:
    assert {one.language for one in known_sources(language="ko")} == {"ko"}
    assert {one.publisher for one in known_sources(publisher="yonhap")} == {"Yonhap"}
    with pytest.raises(geo.InputError, match="no known source fits"):
        known_sources(publisher="nobody at all")
