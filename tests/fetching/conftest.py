"""A server and a fetch that may ask it, in tenths of seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from geo.fetching import FetchOptions, FetchReport, fetch
from tests.fetching.serving import Server

QUICK = FetchOptions(
    allow_private=True, rate=1_000_000, timeout=0.5, backoff=0.01, longest_wait=0.5, max_size=0.2
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Straight to loopback, whatever the environment of the tests says."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that nothing was told yet."""
    one = Server()
    yield one
    one.close()


Fetch = Callable[..., FetchReport]


@pytest.fixture
def ask(tmp_path: Path) -> Fetch:
    """Fetch addresses into the folder `pages`, with the options that are given."""

    def asking(*sources: object, **options: object) -> FetchReport:
        return fetch(sources, tmp_path / "pages", replace(QUICK, **options))  # type: ignore[arg-type]

    return asking
