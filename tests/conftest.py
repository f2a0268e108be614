"""What several test modules read once: in each process of a run, the shipped articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import geo
from geo.publishing import publish
from geo.view import MapOptions
from tests.decided import DECREE, HWAJIN, SONGCHUN, UNSAN, Archive, shipped_archive
from tests.publishing.hostile import publish_hostile

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


ADDRESS = "https://example.org/factories/"
"""Where `published` is said to be."""


@pytest.fixture(scope="session")
def shipped() -> Archive:
    """The articles that come with factorymap."""
    return shipped_archive()


@pytest.fixture(scope="session")
def shipped_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the shipped articles writes."""
    folder = tmp_path_factory.mktemp("shipped") / "maps"
    geo.write_outputs(geo.build(), folder)
    return folder


@pytest.fixture(scope="session")
def published(shipped: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shipped articles as it is published."""
    folder = tmp_path_factory.mktemp("published") / "public"
    publish(shipped.plain, folder, options=MapOptions(address=ADDRESS), formats=["csv", "xlsx"])
    return folder


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder published from articles with a payload in every field."""
    return publish_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles whose names leave something open."""
    folder = tmp_path_factory.mktemp("names")
    for name, text in {"unsan": UNSAN, "songchun": SONGCHUN, "hwajin": HWAJIN, "decree": DECREE}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
