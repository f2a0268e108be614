"""A desk on three articles, served in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from geo import pipeline
from geo.desk import Desk, open_desk, serve
from geo.models import Extraction
from tests.desk.served import Client, write_articles

Page = Callable[[], Client]
Quiet = tuple[Path, Page]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Extraction, ...]:
    """The articles, read once."""
    return tuple(pipeline.extract(write_articles(tmp_path_factory.mktemp("desk") / "articles")))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the decisions go."""
    return tmp_path / "decisions.csv"


@pytest.fixture(scope="session")
def quiet(read: tuple[Extraction, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quiet]:
    """A desk that refuses: its file, which must never be there, and what opens a page of it."""
    file = tmp_path_factory.mktemp("quiet") / "decisions.csv"
    with serve(open_desk(read, file)) as served:
        yield file, lambda: Client(served.address)


@pytest.fixture
def desk(read: tuple[Extraction, ...], file: Path) -> Iterator[Desk]:
    """A desk of A. Analyst on one day."""
    made = open_desk(read, file, by="A. Analyst", today=lambda: date(2028, 1, 3))
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk) -> Iterator[Page]:
    """Opens a page of the desk."""
    with ExitStack() as stack:
        served = stack.enter_context(serve(desk))
        yield lambda: Client(served.address)
