"""Whom a map credits for its lines and names."""

from __future__ import annotations

import re

import pytest

from geo.boundaries import CAVEAT, attribution_lines, datasets


@pytest.mark.parametrize("dataset", datasets(), ids=lambda dataset: str(dataset.id))
def test_every_data_set_has_its_licence_and_credit(dataset: object) -> None:
    entry = next(one for one in datasets() if one is dataset)
    assert entry.title and entry.producer and entry.licence and entry.attribution and entry.used_for
    assert entry.licence_url.startswith("https://")
    assert re.fullmatch(r"20\d\d-\d\d", entry.accessed)
    assert set(entry.shown_on) <= {"map", "layers", "tables"}


def test_the_credit_lines_name_everyone_who_asks_for_it() -> None:
    on_map = " ".join(attribution_lines())
    for owed in ("Who's On First", "OCHA", "GeoNames, CC BY 4.0", "Natural Earth", "Open Admin Data"):
        assert owed in on_map
    assert "OCHA" in " ".join(attribution_lines("tables"))
    assert "Who's On First" in " ".join(attribution_lines("layers"))
    assert "approximate" in CAVEAT and "endorsement" in CAVEAT
