"""What was read is kept beside the output: it is believed where it fits, and made anew where it does not."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from geo.articles import reading
from geo.cli import cli
from geo.extracting import finding, store
from geo.models import Document
from tests.extracting.making import OPENED

Read = Callable[[], list[str]]
LATER = "Regional-industry factories were inaugurated in Unpha County, DPRK, on December 22, 2024. "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles, long unchanged, and a home of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "in").mkdir()
    for name, text in {"one": OPENED, "two": LATER, "three": "Bread is dearer."}.items():
        write(tmp_path / "in" / f"{name}.txt", text)
    return tmp_path


def write(path: Path, text: str) -> None:
    """A file that was there for a while."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Which files were opened for reading since this was last asked, and which texts were worked on."""
    seen: list[str] = []
    opened, found = reading.read_whole, finding.find_mentions

    def read_whole(path: Path, megabytes: int) -> bytes:
        seen.append(path.stem)
        return opened(path, megabytes)

    def find_mentions(document: Document, *rest: object) -> object:
        seen.append("!")
        return found(document, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_whole", read_whole)
    monkeypatch.setattr(finding, "find_mentions", find_mentions)

    def since() -> list[str]:
        told = [one for one in seen if one != "!"]
        seen.clear()
        return sorted(told)

    return since


def build(folder: Path, *options: str, out: str = "maps") -> tuple[str, dict[str, bytes]]:
    """What a build said, and its files."""
    ended = CliRunner().invoke(cli, ["build", str(folder / "in"), "-o", str(folder / out), *options])
    assert ended.exit_code == 0, ended.output
    return ended.stderr, {path.name: path.read_bytes() for path in (folder / out).iterdir()}


def base(folder: Path, out: str = "maps") -> Path:
    """The store's file."""
    return folder / store.NAME.format(out)


def test_an_unchanged_build_reads_nothing_and_says_the_same(folder: Path, read: Read) -> None:
    first = build(folder)
    assert read() == ["one", "three", "two"]
    assert build(folder) == first
    assert read() == []
    assert build(folder, "--title", "Other")[0] == first[0]
    assert read() == []
    assert build(folder, "--fresh") == first
    assert read() == ["one", "three", "two"]


def test_only_what_is_new_is_read(folder: Path, read: Read) -> None:
    build(folder), read()
    write(folder / "in" / "two.txt", LATER.replace("Unpha", "Kosan"))
    (folder / "in" / "one.txt").rename(folder / "in" / "renamed.txt")
    write(folder / "in" / "four.txt", OPENED.replace("20,", "21,"))
    said, files = build(folder)
    assert read() == ["four", "two"]
    ids = [record["documents"] for record in json.loads(files["run.json"])["inputs"]]
    assert ids == [["four"], ["renamed"], [], ["two"]]
    fresh = build(folder, out="other")
    assert fresh == (said, files)


def test_a_file_of_other_content_and_the_same_times_is_read(folder: Path, read: Read) -> None:
    build(folder), read()
    write(folder / "in" / "one.txt", OPENED.replace("Songchon", "Sukchon "))
    assert b"Sukchon" in build(folder)[1]["announcements.csv"]
    assert read() == ["one"]


def test_an_output_that_was_changed_is_written_again(folder: Path, read: Read) -> None:
    first = build(folder)
    (folder / "maps" / "announcements.csv").write_text("mine")
    (folder / "maps" / "review.csv").unlink()
    assert build(folder) == first


def test_another_version_of_code_or_data_reads_again(
    folder: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder), read()
    monkeypatch.setattr(store, "code_version", lambda: "another")
    build(folder)
    assert read() == ["one", "three", "two"]


def _no_base(path: Path) -> None:
    path.write_bytes(b"no data base at all" * 100)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (name TEXT)")


def _without_a_table(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("DROP TABLE readings")


def _forged(path: Path) -> None:
    """Readings and builds of somebody who has not our key."""
    with sqlite3.connect(path) as base:
        rows = base.execute("SELECT key, part FROM readings").fetchall()
        for key, part in rows:
            base.execute(
                "UPDATE readings SET part = ? WHERE key = ?", (part.replace(b"Songchon", b"Sukchong"), key)
            )
        base.execute("UPDATE builds SET built = ?", (msgspec.msgpack.encode(store.Built((), ("forged",))),))


def _not_decodable(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("UPDATE readings SET part = x'00', sign = x'00'")
        base.execute("DELETE FROM builds")


def _of_another_user(path: Path) -> None:
    (path.parent / "cache" / "factorymap" / "store.key").write_bytes(bytes(32))


@pytest.mark.parametrize(
    "harm", [_no_base, _cut, _of_another_program, _without_a_table, _forged, _not_decodable, _of_another_user]
)
def test_a_broken_or_foreign_store_is_never_believed(
    folder: Path, read: Read, harm: Callable[[Path], None]
) -> None:
    first = build(folder)
    read()
    harm(base(folder))
    assert build(folder) == first
    assert read() == (["one"] if harm is _forged else ["one", "three", "two"])
    assert build(folder) == first
    assert read() == []


def test_a_store_that_is_held_or_cannot_be_written_is_done_without(folder: Path) -> None:
    first = build(folder)
    with sqlite3.connect(base(folder)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        store_wait, store._WAIT = store._WAIT, 0.1
        try:
            assert build(folder) == first
        finally:
            store._WAIT = store_wait
            holder.rollback()
    base(folder).unlink()
    base(folder).mkdir()
    assert build(folder) == first


def test_the_store_forgets_what_is_no_input_any_more(folder: Path) -> None:
    build(folder)
    (folder / "in" / "one.txt").unlink()
    build(folder)
    with sqlite3.connect(base(folder)) as known:
        assert known.execute("SELECT count(*) FROM readings").fetchone() == (2,)
        assert known.execute("SELECT count(*) FROM files").fetchone() == (2,)


def test_decisions_on_names_are_heeded_in_what_is_known(folder: Path, read: Read) -> None:
    write(folder / "in" / "one.txt", OPENED.replace("Songchon", "Songchun"))
    before = build(folder)
    read()
    (folder / "decisions.csv").write_text(
        "decision,surface,new_place\nalias,Songchun,Songchon\n", encoding="utf-8"
    )
    options = ("--decisions", str(folder / "decisions.csv"))
    decided = build(folder, *options)
    assert b"decided by an analyst" in decided[1]["mentions.csv"]
    assert build(folder, *options) == decided == build(folder, *options, out="other")
    assert build(folder) == before


def test_a_table_that_was_changed_makes_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a checkout the tables lie behind a link."""
    for name, text in (("data/terms.csv", "one"), ("geo/reading.py", "pass")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    (tmp_path / "geo" / "data").symlink_to("../data")
    monkeypatch.setattr(store.resources, "files", lambda name: tmp_path / name)
    versions = []
    for text in ("one", "two"):
        (tmp_path / "data/terms.csv").write_text(text)
        store.code_version.cache_clear()
        versions.append(store.code_version())
    store.code_version.cache_clear()
    assert versions[0] != versions[1]
