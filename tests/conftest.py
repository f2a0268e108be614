"""What several test modules read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.decided import DECREE, HWAJIN, SONGCHUN, UNSAN, Archive

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def shipped() -> Archive:
    """The articles that come with factorymap."""
    return Archive()


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles whose names leave something open."""
    folder = tmp_path_factory.mktemp("names")
    for name, text in {"unsan": UNSAN, "songchun": SONGCHUN, "hwajin": HWAJIN, "decree": DECREE}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
