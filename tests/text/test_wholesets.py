"""Files that belong together appear as one set, whatever ends the writer and whoever else writes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from geo.errors import InputError
from geo.text import HIDDEN, read_set, sole_writer, write_files
from geo.text.regularfiles import read_if_there
from tests.killing import Kills, strays

OLD = {"map.html": b"old map", "points.csv": b"old points", "run.json": b"old run"}
NEW = {"map.html": b"new map", "points.csv": b"new points", "run.json": b"new run"}
NAMES = tuple(NEW)
MEMORY = Path("/dev/shm")


FOLDERS = (
    {"map.html": b"old", "counties/a/index.html": b"old a", "counties/b/index.html": b"old b"},
    {"map.html": b"new", "counties/b/index.html": b"new b", "counties/c/d/index.html": b"new c"},
)
"""Names may lie in folders, and what the new set lacks goes with the switch."""


def made_kills(folder: Path, sets: tuple[dict[str, bytes], dict[str, bytes]] = (OLD, NEW)) -> Kills:
    return Kills(folder, sets, lambda number: write_files(sets[number], folder, gone=sets[1 - number]))


def killed_at_every_call(
    folder: Path, sets: tuple[dict[str, bytes], dict[str, bytes]]
) -> tuple[dict[str, int], dict[str, int], int]:
    """Faults and counts, and at how many calls; in a folder alone and in one with files of others."""
    kills, fewest = made_kills(folder, sets), 1000
    for others in ((), ("counties-of-mine.txt",)):
        at = 1
        while kills.kill(others, at=at):
            at += 1
        fewest = min(fewest, at)
    return kills.faults, kills.counts, fewest


@pytest.fixture(scope="module")
def small_process() -> Iterator[ProcessPoolExecutor]:
    """A process with little in its memory, which is forked some hundred times as quickly as this one."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        yield pool


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """In memory, where the system has such a place: what is killed is the writer, so no disk is awaited."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder) / "out" / "maps"


@pytest.mark.parametrize("sets", [(OLD, NEW), FOLDERS], ids=["the same names", "folders of which some go"])
def test_a_writer_killed_at_any_call_to_the_system_leaves_no_mixed_set(
    sets: tuple[dict[str, bytes], dict[str, bytes]], small_process: ProcessPoolExecutor, quick_folder: Path
) -> None:
    """Every call in turn; in a folder of its own no other program sees a mix either, not even before."""
    faults, counts, fewest = small_process.submit(killed_at_every_call, quick_folder, sets).result()
    assert fewest > 20
    assert faults == {}
    assert counts["new after recovery"] > 5, "after the switch the new set is brought to its end"


def test_only_what_is_named_goes_and_no_link_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_files({"counties/a/index.html": b"a", "counties/b/index.html": b"b"}, folder)
    (folder / "counties" / "a" / "notes.txt").write_text("mine")
    write_files({"map.html": b"m"}, folder, gone=["counties/a/index.html", "counties/b/index.html", "no"])
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert left == {"map.html", "counties/a/notes.txt"}
    (tmp_path / "elsewhere").mkdir()
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "file").write_text("mine")
    for name in ("linked/x.html", "file/x.html"):
        with pytest.raises(InputError, match="is a file or a link where a folder is to go"):
            write_files({name: b"x"}, folder)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_set_may_be_written_into_a_folder_that_has_none(tmp_path: Path) -> None:
    write_files(NEW, tmp_path / "deep" / "maps")
    assert read_set(tmp_path / "deep" / "maps", NAMES) == NEW
    assert strays(tmp_path / "deep" / "maps", NAMES, ()) == []


def test_the_folder_stays_the_same_one(tmp_path: Path) -> None:
    """Somebody may have it open, mounted elsewhere or as working directory."""
    folder = tmp_path / "maps"
    write_files(OLD, folder)
    folder.chmod(0o2750)
    before = folder.stat()
    write_files(NEW, folder)
    after = folder.stat()
    assert (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)
    assert {name: (folder / name).read_bytes() for name in NAMES} == NEW


def test_a_link_to_the_folder_stays_a_link(tmp_path: Path) -> None:
    write_files(OLD, tmp_path / "maps")
    (tmp_path / "latest").symlink_to("maps")
    write_files(NEW, tmp_path / "latest")
    assert (tmp_path / "latest").is_symlink()
    assert read_set(tmp_path / "maps", NAMES) == NEW


def killed_without_links(folder: Path) -> dict[str, int]:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    kills, link = made_kills(folder), os.link
    os.link = refuse
    try:
        for at in range(1, 25):
            kills.kill((), at=at)
    finally:
        os.link = link
    return kills.faults


def test_where_nothing_can_be_exchanged_the_set_is_still_whole(
    small_process: ProcessPoolExecutor, quick_folder: Path
) -> None:
    """As on Windows, or on a file system without hard links."""
    faults = small_process.submit(killed_without_links, quick_folder).result()
    assert {name: n for name, n in faults.items() if name != "mixed before recovery, alone"} == {}


def test_many_writers_at_once_leave_the_set_of_one(tmp_path: Path) -> None:
    """Each tries until it has written ten sets; whoever reads meanwhile has one set."""
    children = []
    for writer in range(3):
        children.append(os.fork())
        if not children[-1]:
            written = 0
            while written < 10:
                with suppress(InputError):
                    write_files(dict.fromkeys(NAMES, f"{writer} {written}"), tmp_path)
                    written += 1
            os._exit(0)
    for _ in range(200):
        found = read_set(tmp_path, NAMES)
        assert len(set(found.values())) <= 1 and len(found) in (0, 3)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    assert len(set(read_set(tmp_path, NAMES).values())) == 1
    assert strays(tmp_path, NAMES, ()) == []


def test_a_file_that_comes_and_goes_is_there_or_not(tmp_path: Path) -> None:
    here, away = tmp_path / "here", tmp_path / "away"
    here.write_bytes(b"all of it")
    child = os.fork()
    if not child:
        while True:
            here.rename(away)
            away.rename(here)
    try:
        assert {read_if_there(here, 100) for _ in range(5000)} <= {b"all of it", None}
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


WRITER = """\
import sys
from geo.text import sole_writer
with sole_writer(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Callable[[], subprocess.Popen[str]]:
    """Another process that holds the folder until its input ends or it is killed."""

    def hold() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / "maps")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout and process.stdout.readline() == "held\n"
        return process

    return hold


def test_a_second_writer_is_refused_and_told_who_writes(
    tmp_path: Path, holder: Callable[[], subprocess.Popen[str]]
) -> None:
    with holder() as other:
        with pytest.raises(InputError, match=rf"is being written by process {other.pid}, since 20\d\d-"):
            write_files(NEW, tmp_path / "maps")
        assert read_set(tmp_path / "maps", NAMES) == {}
        write_files(NEW, tmp_path / "elsewhere")
    write_files(NEW, tmp_path / "maps")
    assert strays(tmp_path / "maps", NAMES, ()) == []


def test_the_lock_of_a_killed_writer_is_taken_over(
    tmp_path: Path, holder: Callable[[], subprocess.Popen[str]]
) -> None:
    with holder() as other:
        other.kill()
        other.wait()
        assert (tmp_path / "maps" / HIDDEN).exists()
        write_files(NEW, tmp_path / "maps")
    assert strays(tmp_path / "maps", NAMES, ()) == []


def test_a_folder_that_was_made_for_nothing_is_removed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), sole_writer(tmp_path / "a" / "b"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_only_leftovers_of_ours_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    kept = (".map.html.backup.part", ".map.html.part", ".notes.123.part", "map.html~", ".hidden")
    folder.mkdir()
    for name in (*kept, ".map.html.123.part", ".run.json.4.part"):
        (folder / name).touch()
    write_files(NEW, folder)
    assert strays(folder, NAMES, kept) == []
    assert strays(folder, NAMES, ()) == sorted(kept)


def test_what_somebody_puts_into_our_hidden_folder_is_kept(tmp_path: Path) -> None:
    (tmp_path / HIDDEN).mkdir()
    (tmp_path / HIDDEN / "mine.txt").touch()
    write_files(NEW, tmp_path)
    assert (tmp_path / HIDDEN / "mine.txt").exists()
    assert read_set(tmp_path, NAMES) == NEW


def test_a_folder_in_the_place_of_a_file_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    with pytest.raises(InputError, match=r"run\.json' is a folder where a file is to go"):
        write_files(NEW, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


def test_a_full_disk_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(OLD, tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        write_files(NEW, tmp_path)
    assert raised.value.filename == str(tmp_path / "map.html")
    assert read_set(tmp_path, NAMES) == OLD
    assert strays(tmp_path, NAMES, ()) == []
