"""The decisions file: it grows by rows, and what stands in it stays byte for byte."""

from __future__ import annotations

import codecs
import csv
import io
import sys
import threading
from pathlib import Path

import pytest

from geo.decisions import (
    ChangedMeanwhile,
    change,
    read_decisions,
    read_kept,
    read_row,
    record_at,
    with_row,
    without_record,
)
from geo.errors import BadRowsError, InputError

ROW = {"decision": "reject", "key": "e-0123456789", "reason": "no", "by": "A. Analyst"}
PLAIN = "decision,key,reason\r\nreject,e-1123456789,so\r\n"
FILES = {
    "plain": PLAIN.encode(),
    "byte order mark": codecs.BOM_UTF8 + PLAIN.encode(),
    "line feeds": PLAIN.replace("\r\n", "\n").encode(),
    "no line end": PLAIN.rstrip().encode(),
    "semicolons": PLAIN.replace(",", ";").encode(),
    "tabs": PLAIN.replace(",", "\t").encode(),
    "separator line": b"sep=;\r\n" + PLAIN.replace(",", ";").encode(),
    "utf-16": codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
    "cp949": PLAIN.replace(",so", ",다시 읽음").encode("cp949"),
    "own columns": b"Key,DECISION,reason,kind,doubt\r\ne-1123456789,reject,so,date,\r\n,,,,\r\n",
    "broken over lines": b'decision,key,reason\r\nreject,e-1123456789,"so\r\nand so"\r\n\r\n',
    "quoted header": b'"decision","key","reason"\r\nreject,e-1123456789,so\r\n',
}


@pytest.mark.parametrize("name", FILES)
def test_a_row_is_added_and_all_else_stays(name: str, tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(FILES[name])
    before = read_kept(path)
    told: list[str] = []

    def edit(kept):  # type: ignore[no-untyped-def]
        text, record = with_row(kept, ROW)
        told.append(record)
        return text

    after = change(path, before.version, edit)
    assert path.read_bytes() == after.text.encode(after.encoding)
    old, new = before.lines, after.lines
    skipped = 1 if name == "separator line" else 0
    assert [line.rstrip("\r\n") for line in new[skipped + 1 : len(old)]] == [
        line.rstrip("\r\n") for line in old[skipped + 1 :]
    ]
    assert new[skipped].startswith(old[skipped].rstrip("\r\n"))
    first, second = read_decisions(path).rows
    assert first.key == "e-1123456789" and (second.key, second.by) == ("e-0123456789", "A. Analyst")
    assert record_at(after, second.line) == told[0] == new[-1]
    again = without_record(after, told[0])
    assert again is not None and again.splitlines()[1:] == after.text.splitlines()[1:-1]


def test_the_first_row_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    change(path, "", lambda kept: with_row(kept, ROW)[0])
    assert path.read_bytes().startswith(codecs.BOM_UTF8)
    assert [row.key for row in read_decisions(path).rows] == ["e-0123456789"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["d.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing there")
def test_who_may_read_it_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(FILES["plain"])
    path.chmod(0o600)
    change(path, read_kept(path).version, lambda kept: with_row(kept, ROW)[0])
    assert path.stat().st_mode & 0o777 == 0o600


def test_another_version_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(FILES["plain"])
    seen = read_kept(path)
    path.write_bytes(FILES["line feeds"])
    with pytest.raises(ChangedMeanwhile):
        change(path, seen.version, lambda kept: with_row(kept, ROW)[0])
    assert path.read_bytes() == FILES["line feeds"]


def test_letters_that_the_encoding_lacks_are_told(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(FILES["cp949"])
    row = {**ROW, "reason": "𝒙"}
    with pytest.raises(InputError, match="Save it as CSV in UTF-8"):
        change(path, read_kept(path).version, lambda kept: with_row(kept, row)[0])
    assert path.read_bytes() == FILES["cp949"]


def test_no_spreadsheet_runs_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    nasty = '=HYPERLINK("http://evil.example","x"),\n"two",\u202eturned'
    change(path, "", lambda kept: with_row(kept, {**ROW, "reason": nasty})[0])
    (row,) = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert row["reason"].startswith("'=") and "\n" not in row["reason"] and "\u202e" not in row["reason"]
    assert read_decisions(path).rows[0].reason.startswith("=HYPERLINK")


def test_a_row_is_read_by_the_rules_of_the_file() -> None:
    assert read_row({**ROW, "decision": "Reject"}).decision == "reject"
    with pytest.raises(BadRowsError, match="column new_place: 'Unsan' may be"):
        read_row({"decision": "correct", "key": "e-0123456789", "new_place": "Unsan", "reason": "so"})


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"

    def write(number: int) -> None:
        for one in range(10):
            row = {**ROW, "key": f"e-{number:05}{one:05}"}
            while True:
                try:
                    change(path, read_kept(path).version, lambda kept, row=row: with_row(kept, row)[0])
                    break
                except ChangedMeanwhile:
                    continue

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({row.key for row in read_decisions(path).rows}) == 40
