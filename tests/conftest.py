"""What several test modules read once: in each process of a run, the shipped articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import geo
from tests.decided import DECREE, HWAJIN, SONGCHUN, UNSAN, Archive, shipped_archive

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def shipped() -> Archive:
    """The articles that come with factorymap."""
    return shipped_archive()


@pytest.fixture(scope="session")
def shipped_outputs(shipped: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the shipped articles writes."""
    folder = tmp_path_factory.mktemp("shipped") / "maps"
    geo.write_outputs(shipped.plain, folder)
    return folder


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles whose names leave something open."""
    folder = tmp_path_factory.mktemp("names")
    for name, text in {"unsan": UNSAN, "songchun": SONGCHUN, "hwajin": HWAJIN, "decree": DECREE}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
