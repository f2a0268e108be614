"""Several processes read as one does; they end with the one that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.articles import named_inputs
from geo.errors import InputError
from geo.extracting import ReadingOptions, extractions, workers
from tests.extracting.making import jsonl, rows, written

BUILD = [sys.executable, "-m", "geo", "build"]


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder, "news.jsonl.zst", 1_300)  # more than one stretch
    written(folder, "news.csv", 1_300)
    for at in range(20):
        (folder / f"{at}.txt").write_text(rows(at + 1)[-1]["text"], encoding="utf-8")
    outputs = []
    for jobs in (1, 3):
        out = tmp_path / f"out{jobs}"
        ended = subprocess.run(
            [*BUILD, folder, "-o", out, "--jobs", str(jobs)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr
        outputs.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert outputs[0] == outputs[1]


def test_a_killed_process_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "news.jsonl")

    def killed(task: object, *_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    monkeypatch.setattr(workers, "findings_of", killed)
    with pytest.raises(InputError, match="was killed, perhaps for want of memory"):
        list(extractions(named_inputs([path]), ReadingOptions(jobs=2, block=100_000)))


def children_of(process: int) -> set[int]:
    """The processes that a process has started."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    return set(map(int, listed.read_text().split())) if listed.exists() else set()


def is_alive(process: int) -> bool:
    """Whether a process runs; one that has ended and is not yet taken note of has no command line."""
    try:
        return bool(Path(f"/proc/{process}/cmdline").read_bytes())
    except OSError:
        return False


def gone(processes: set[int], seconds: float = 20) -> bool:
    """Whether processes end within some time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not any(map(is_alive, processes)):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_a_build(tmp_path: Path, how: signal.Signals) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(jsonl(rows(30_000)))
    build = subprocess.Popen([*BUILD, path, "-o", tmp_path / "maps", "--jobs", "2"], stderr=subprocess.PIPE)
    children: set[int] = set()
    while build.poll() is None and len(children) < 2:
        children |= children_of(build.pid)
        time.sleep(0.02)
    assert len(children) == 2
    build.send_signal(how)
    said = build.communicate(timeout=30)[1]
    assert build.returncode in (130, -how)
    assert b"Traceback" not in said
    assert gone(children)
    assert not (tmp_path / "maps" / "map.html").exists()


def test_a_process_begun_when_its_build_is_gone_ends() -> None:
    begun = (
        "import time; from geo.events import weights_in_use; from geo.extracting import workers;"
        "workers._begin(0, False, (), weights_in_use()); time.sleep(60)"
    )
    ended = subprocess.run([sys.executable, "-c", begun], capture_output=True, timeout=50)
    assert (ended.returncode, ended.stderr) == (1, b"")
