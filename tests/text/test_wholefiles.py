"""Files are written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geo.text import write_atomically, write_files


def test_files_are_written_into_a_new_folder_in_order(tmp_path: Path) -> None:
    written = write_files(
        {"b.txt": "성천", "a.bin": b"\x00\xff", "c.txt": "\ud800"}, tmp_path / "deep" / "er"
    )
    assert [path.name for path in written] == ["b.txt", "a.bin", "c.txt"]
    assert [path.read_bytes() for path in written] == ["성천".encode(), b"\x00\xff", "\ufffd".encode()]
    assert sorted(path.name for path in (tmp_path / "deep" / "er").iterdir()) == ["a.bin", "b.txt", "c.txt"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_atomically(tmp_path / "map.html", "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_a_disk_that_fills_up_leaves_all_files_of_the_run_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files({"map.html": "old", "run.json": "old"}, tmp_path)
    sync, room = os.fsync, iter([True, False])

    def filling(number: int) -> None:
        if not next(room):
            raise OSError(28, "No space left on device")
        sync(number)

    monkeypatch.setattr("os.fsync", filling)
    with pytest.raises(OSError, match="No space left"):
        write_files({"map.html": "new", "run.json": "new"}, tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "map.html": "old",
        "run.json": "old",
    }


def test_whoever_reads_the_old_file_goes_on_reading_it(tmp_path: Path) -> None:
    target = write_atomically(tmp_path / "map.html", "old" * 9999)
    with target.open() as reader:
        assert reader.read(3) == "old"
        write_atomically(target, "new")
        assert reader.read() == "old" * 9998
    assert target.read_text() == "new"


KILLED = """\
import os, pathlib, signal, sys
from geo.text.wholefiles import write_atomically
def kill(*_): os.kill(os.getpid(), signal.SIGKILL)
{place} = kill
write_atomically(sys.argv[1], "new" * 999)
"""


@pytest.mark.parametrize("place", ["os.fsync", "pathlib.Path.replace"])
def test_a_killed_writer_leaves_the_old_file_whole(tmp_path: Path, place: str) -> None:
    target = write_atomically(tmp_path / "map.html", "old")
    killed = subprocess.run([sys.executable, "-c", KILLED.format(place=place), str(target)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert target.read_text() == "old"
    write_atomically(target, "newer")
    assert target.read_text() == "newer"
