"""What several test modules read once: in each process of a run, the shipped articles; in a run, folders."""

from __future__ import annotations

import fcntl
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import geo
from geo.page import render_map
from geo.publishing import publish
from geo.view import MapOptions
from tests.decided import DECREE, HWAJIN, SONGCHUN, UNSAN, Archive, shipped_archive
from tests.publishing.hostile import publish_hostile
from tests.sample_view import PAYLOADS, hostile_view, sample_view

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


Once = Callable[[str, Callable[[Path], object]], Path]

ADDRESS = "https://example.org/factories/"
"""Where `published` is said to be."""


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are cores: tests wait for a browser, for other processes and for servers."""
    return len(os.sched_getaffinity(0)) + 2 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 2


def pytest_collection_finish() -> None:
    """What tests and libraries are made of is not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    """Tests kill processes, which loses nothing that was written; none cuts the power."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def shipped() -> Archive:
    """The articles that come with factorymap."""
    return shipped_archive()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """
    What makes a folder with a name, once in a run: processes that need it while it is made wait for it.

    Nobody may write into it later.
    """
    mine = tmp_path_factory.getbasetemp()
    root = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "once"
    root.mkdir(exist_ok=True)

    def made(name: str, make: Callable[[Path], object]) -> Path:
        place = root / name
        done = root / f"{name}.done"
        with (root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                place.mkdir()
                make(place)
                done.touch()
        return place

    return made


@pytest.fixture(scope="session")
def shipped_outputs(once: Once) -> Path:
    """What a build of the shipped articles writes."""
    return once("shipped", lambda place: geo.write_outputs(geo.build(), place / "maps")) / "maps"


@pytest.fixture(scope="session")
def sample_file(once: Once) -> Path:
    """The page of the sample view."""
    return once("sample", lambda place: render_map(sample_view()).save(str(place / "map.html"))) / "map.html"


@pytest.fixture(scope="session")
def hostile_file(once: Once) -> Callable[[str], Path]:
    """The page of the sample view with one of the payloads in every field."""

    def made(payload: str) -> Path:
        name = f"hostile-{PAYLOADS.index(payload)}"
        page = once(name, lambda place: render_map(hostile_view(payload)).save(str(place / "map.html")))
        return page / "map.html"

    return made


@pytest.fixture(scope="session")
def published(shipped: Archive, once: Once) -> Path:
    """The folder of the shipped articles as it is published."""
    options, formats = MapOptions(address=ADDRESS), ["csv", "xlsx"]
    made = once(
        "published",
        lambda place: publish(shipped.plain, place / "public", options=options, formats=formats),
    )
    return made / "public"


@pytest.fixture(scope="session")
def hostile_site(once: Once) -> Path:
    """A folder published from articles with a payload in every field."""
    return once("hostile", publish_hostile) / "public"


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles whose names leave something open."""
    folder = tmp_path_factory.mktemp("names")
    for name, text in {"unsan": UNSAN, "songchun": SONGCHUN, "hwajin": HWAJIN, "decree": DECREE}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
