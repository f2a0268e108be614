"""A real scheduler with real workers on this machine: the same bytes, with one of them killed, too."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo.articles import named_inputs
from geo.cli import cli
from geo.extracting import ReadingOptions, extractions
from geo.extracting.cluster import from_parquet, to_parquet
from geo.extracting.workers import worker
from geo.models import Extraction
from tests.extracting.making import jsonl, rows, written

pytest.importorskip("distributed")
START = [sys.executable, "-m"]


class Cluster:
    """A scheduler, and workers that are started one by one."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._folder = folder
        self.processes = [self._start("scheduler", "--port", "0", "--host", "127.0.0.1")]
        until = time.monotonic() + 60
        while not self._known() and time.monotonic() < until:
            time.sleep(0.1)
        self.address = str(json.loads(self._known())["address"])

    def _known(self) -> str:
        """What the scheduler has written of itself; nothing until it is there."""
        return self._file.read_text() if self._file.exists() else ""

    def add_worker(self) -> subprocess.Popen[bytes]:
        """One more worker, with one thread."""
        self.processes.append(
            self._start("worker", "--nthreads", "1", "--no-nanny", "--local-directory", str(self._folder))
        )
        return self.processes[-1]

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [*START, f"distributed.cli.dask_{what}", "--scheduler-file", str(self._file)]
        return subprocess.Popen(
            [*command, "--no-dashboard", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def wait_for(self, workers: int) -> None:
        """Until so many workers are there."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers on this machine."""
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    for _ in range(2):
        started.add_worker()
    started.wait_for(2)
    yield started
    for process in started.processes:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of each kind, packed and not, and single articles."""
    made = tmp_path_factory.mktemp("in")
    (made / "long.jsonl").write_bytes(jsonl(rows(1_000)))
    for name in ("news.csv", "news.jsonl.zst", "news.parquet"):
        written(made, name, 400)
    for at in range(10):
        (made / f"{at}.txt").write_text(rows(at + 1)[-1]["text"], encoding="utf-8")
    (made / "none.txt").write_bytes(b"")
    return made


def build(folder: Path, out: Path, *options: str) -> tuple[str, dict[str, bytes]]:
    """What a build said, and its files."""
    ended = CliRunner().invoke(cli, ["build", str(folder), "-o", str(out), *options])
    assert ended.exit_code == 0, ended.output
    return ended.stderr, {path.name: path.read_bytes() for path in out.iterdir()}


def test_a_cluster_gives_the_same_bytes_with_a_worker_killed_too(
    cluster: Cluster, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.extracting.CLUSTER_BLOCK", 70_000)
    here = build(folder, tmp_path / "here" / "maps", "--jobs", "1")
    assert build(folder, tmp_path / "there" / "maps", "--dask", cluster.address) == here
    lost = cluster.add_worker()
    cluster.wait_for(3)
    taken: list[Extraction] = []
    from geo.extracting import cluster as by_dask

    unpacked = by_dask.from_parquet

    def killing(packed: bytes) -> object:
        if not taken:
            lost.kill()
        taken.append(unpacked(packed))  # type: ignore[arg-type]
        return taken[-1]

    monkeypatch.setattr(by_dask, "from_parquet", killing)
    assert build(folder, tmp_path / "with" / "maps", "--dask", cluster.address) == here
    assert lost.wait(10) < 0 and taken


def test_a_part_comes_back_whole(folder: Path) -> None:
    from geo.articles import tasks_of

    work = worker(True)
    parts = [work(task) for one, _ in named_inputs([folder]) if not one.refused for task in tasks_of(one)]
    assert [from_parquet(to_parquet(part)) for part in parts] == parts


def test_paths_and_ranges_alone_go_to_the_workers(folder: Path) -> None:
    from geo.articles import tasks_of

    for one, _ in named_inputs([folder]):
        for task in tasks_of(one, by_path=True):
            assert not getattr(task, "content", b"") and not getattr(task, "rows", ())
    whole = list(extractions(named_inputs([folder]), ReadingOptions(jobs=1, sieved=True)))
    apart = list(
        extractions(named_inputs([folder]), ReadingOptions(jobs=1, sieved=True, by_path=True, block=70_000))
    )
    assert apart == whole


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:9", "no Dask scheduler answers at tcp://127.0.0.1:9"),
        ("nonsense", "no Dask scheduler answers at nonsense"),
    ],
)
def test_a_cluster_that_is_not_there_is_told_in_one_line(
    folder: Path, tmp_path: Path, address: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.extracting.cluster.TIMEOUT", "2s")
    ended = CliRunner().invoke(cli, ["build", str(folder), "-o", str(tmp_path / "maps"), "--dask", address])
    assert ended.exit_code == 1 and said in ended.stderr and "Traceback" not in ended.stderr
    assert not (tmp_path / "maps").exists()


def test_a_scheduler_without_workers_and_workers_of_another_version_are_told(
    cluster: Cluster, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.extracting.cluster.code_version", lambda: "newer")
    ended = CliRunner().invoke(
        cli, ["build", str(folder), "-o", str(tmp_path / "maps"), "--dask", cluster.address]
    )
    assert ended.exit_code == 1 and "has another version of factorymap" in ended.stderr
