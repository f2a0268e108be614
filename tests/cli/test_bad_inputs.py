"""Inputs, output folders and options as they should not be: what is said, how it ends, what is kept."""

from __future__ import annotations

import gzip
import json
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo.cli import cli

SONGCHON = """\
TITLE: Work begins in Songchon
DATE: 2024-02-29

A groundbreaking ceremony for regional-industry factories was held in Songchon County, South Phyongan
Province, on February 28.
"""
KOREAN = "평안남도 성천군에서 지방공업공장 건설 착공식이 28일 진행되였다."
KUSONG = "A groundbreaking ceremony for a hospital was held in Kusong City, North Phyongan Province."
COMMAS = KUSONG.replace(" was", ", they say, was")


def call(*arguments: object) -> Result:
    """The command in this process."""
    return CliRunner().invoke(cli, list(map(str, arguments)))


def row(**values: object) -> str:
    """One line of JSON."""
    return json.dumps(values, ensure_ascii=False)


def page(words: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>"


READ: list[tuple[str, str | bytes, str, int, int]] = [
    # name, content, what is said of it ("" for nothing), exit code with --strict, articles kept of it
    # Nothing in it
    ("a.txt", b"", "skipped: it is empty", 0, 0),
    ("a.html", b"", "skipped: it is empty", 0, 0),
    ("a.csv", b"", "skipped: it is empty", 0, 0),
    ("a.json", b"", "skipped: it is empty", 0, 0),
    ("a.jsonl", b"\n\n\n", "skipped: it is empty", 0, 0),
    ("blank.txt", b" \n\t\r\n", "skipped: it is empty", 0, 0),
    ("mark.txt", b"\xef\xbb\xbf", "skipped: it is empty", 0, 0),  # only a byte order mark
    ("mark16.txt", b"\xff\xfe", "skipped: it is empty", 0, 0),
    ("zeros.txt", bytes(100), "skipped: it is empty", 0, 0),  # what a crash leaves on some file systems
    ("header.csv", "id,text\n", "skipped: it has no rows", 0, 0),
    ("none.json", "[]", "skipped: it has no rows", 0, 0),
    # Something else under the name
    (
        "zip.html",
        b"PK\x03\x04aaaa",
        "failed: it is a ZIP archive or an Office document, not text; unpack it",
        3,
        0,
    ),
    ("png.jsonl", b"\x89PNG\r\n\x1a\n", "failed: it is a PNG picture, not text", 3, 0),
    ("jpeg.txt", b"\xff\xd8\xff\xe0" + bytes(9), "failed: it is a JPEG picture, not text", 3, 0),
    ("gif.csv", b"GIF89a", "failed: it is a GIF picture, not text", 3, 0),
    ("old.txt", b"\xd0\xcf\x11\xe0\xa1\xb1", "failed: it is an old Office or Hangul document", 3, 0),
    ("rich.txt", b"{\\rtf1 Songchon}", "failed: it is an RTF document", 3, 0),
    ("cut.csv", b"\x1f\x8b\x08\x00", "failed: it is packed (gzip) and damaged", 3, 0),
    ("book.xlsx", b"PK\x03\x04", "failed: it is no Excel workbook", 3, 0),
    ("noise.txt", bytes(range(256)) * 8, "failed: it is not text (zero bytes); save", 3, 0),
    ("control.txt", b"\x01\x02" * 99, "failed: it is not text (control characters)", 3, 0),
    ("ends.txt", SONGCHON.encode() + bytes(3), "failed: it is not text (zero bytes)", 3, 0),
    ("cell.csv", b'id,text\n1,"a\x00b"\n', "failed: it is not text (zero bytes)", 3, 0),
    ("packed.txt", gzip.compress(bytes(range(256))), "failed: it is not text", 3, 0),
    ("songchon.mp4", b"x", "skipped: sound and film are not read", 0, 0),
    ("songchon", SONGCHON, "skipped: unknown kind without a suffix", 0, 0),
    # Encodings
    ("u32.txt", SONGCHON.encode("utf-32"), "failed: it is not text (control characters)", 3, 0),
    (
        "koi8.txt",
        "В уезде Сончхон начато строительство".encode("koi8-r"),
        "failed: its encoding is none",
        3,
        0,
    ),
    ("latin.txt", ("Café\n" + SONGCHON).encode("latin1"), "noticed: read as Windows-1252", 0, 1),
    ("odd.txt", (KOREAN * 9).encode()[1:], "noticed: 2 damaged bytes of UTF-8 are shown as U+FFFD", 0, 1),
    ("u16.txt", SONGCHON.encode("utf-16-le"), "noticed: read as UTF-16 without a byte order mark", 0, 1),
    ("euc.txt", KOREAN.encode("euc-kr"), "", 0, 1),
    ("u16.csv", f'id,text\n1,"{KUSONG}"\n'.encode("utf-16"), "", 0, 1),
    ("wrong.html", page(KUSONG, '<meta charset="klingon">'), "", 0, 1),  # no such character set
    # Damaged JSON
    ("cut.json", '[{"text": "a', "failed: it is not JSON (Unterminated string", 3, 0),
    ("comma.json", '[{"text": "a"},]', "failed: it is not JSON (", 3, 0),
    ("note.json", '// note\n{"text": "a"}', "failed: it is not JSON (", 3, 0),
    ("number.json", "42", "failed: 1 row left out: row 1 is no JSON object. Try: write an object", 3, 0),
    ("null.json", "null", "failed: 1 row left out: row 1 is no JSON object", 3, 0),
    ("string.json", '"text"', "failed: 1 row left out: row 1 is no JSON object", 3, 0),
    ("empty.json", "{}", "failed: 1 row left out: row 1 has no text. Try: fill its text in", 3, 0),
    ("nan.json", '{"text": NaN}', "failed: 1 row left out: row 1 has no text", 3, 0),
    ("true.json", '{"text": true}', "failed: 1 row left out: row 1 has no text", 3, 0),
    ("deep.json", "[" * 99_999, "failed: it is not JSON (nested too deeply)", 3, 0),
    ("deep.jsonl", '{"text":' + "[" * 99_999, "failed: 1 row left out: row 1 is not JSON (", 3, 0),
    ("digits.json", f'{{"text": "{KUSONG}", "n": {"9" * 5000}}}', "failed: it is not JSON (", 3, 0),
    ("escape.jsonl", '{"text": "\\q"}', "failed: 1 row left out: row 1 is not JSON (Invalid \\escape", 3, 0),
    ("null.jsonl", row(text=None), "failed: 1 row left out: row 1 has no text", 3, 0),
    ("blank.jsonl", row(text=" \n"), "failed: 1 row left out: row 1 has no text", 3, 0),
    (
        "last.jsonl",
        row(text=KUSONG) + '\n{"text": "A gro',
        "read in part: 1 row left out: row 2 is not",
        3,
        1,
    ),
    (
        "mixed.jsonl",
        f"{row(text=KUSONG)}\nno\n{row(text='')}\n7\n",
        "read in part: 3 rows left out: row 2",
        3,
        1,
    ),
    ("many.jsonl", row(text=KUSONG) + "\n?" * 9, "and 4 more", 3, 1),
    ("gaps.jsonl", f"\n\n{row(text=KUSONG)}\n\n{row(text=KOREAN)}\n", "", 0, 2),
    ("ends.jsonl", f"{row(text=KUSONG)}\r\n{row(text=KOREAN)}\r\n", "", 0, 2),
    ("half.jsonl", json.dumps({"text": f"\ud83d {KUSONG}"}), "", 0, 1),  # half of a pair
    ("line.jsonl", row(text=f"{KUSONG}\u2028More."), "", 0, 1),  # ends a line in some languages
    ("same.jsonl", f"{row(id='a', text=KUSONG)}\n" * 3, "", 0, 3),  # ids are made different
    ("path.jsonl", row(id="../../etc/passwd", text=KUSONG), "", 0, 1),
    ("long.jsonl", row(id="x" * 5000, text=KUSONG), "", 0, 1),
    # Damaged CSV
    (
        "short.csv",
        f"id,source,text\n1\n2,x,{KUSONG.replace(',', '')}\n",
        "read in part: 1 row left out: row 1",
        3,
        1,
    ),
    ("bare.csv", f'id,text\n1,{COMMAS}\n2,"{COMMAS}"\n', ". Try: put quotes around cells that hold", 3, 1),
    (
        "open.csv",
        f'id,text\n1,"{KUSONG}\n2,x\n',
        "failed: 1 row left out: row 1 is not CSV (unexpected",
        3,
        0,
    ),
    (
        "stray.csv",
        f'id,text\n1,"a" b\n2,"{KUSONG}"\n',
        "read in part: 1 row left out: row 1 is not CSV",
        3,
        1,
    ),
    ("quote.csv", 'id,"text\n', "failed: its header is not CSV", 3, 0),
    (
        "named.csv",
        "id,population\n1,x\n",
        "failed: no column for the text; its columns are id, population",
        3,
        0,
    ),
    ("bars.csv", f"id|text\n1|{KUSONG}\n", "", 0, 1),
    ("empties.csv", "id,text\n,\n,\n", "failed: 2 rows left out: row 1 has no text", 3, 0),
    ("semi.csv", f"id;text\n1;{KUSONG}\n", "", 0, 1),
    ("mac.csv", f'id,text\r1,"{KUSONG}"\r', "", 0, 1),
    ("sep.csv", f"sep=;\nid;text\n1;{KUSONG}\n", "", 0, 1),
    # Damaged HTML
    ("plain.html", "no markup", "failed: it holds no HTML; give it the suffix .txt", 3, 0),
    ("menu.html", "<html><body><nav>Home</nav></body></html>", "failed: no article text was found", 3, 0),
    (
        "frames.html",
        "<html><frameset><frame src=a></frameset></html>",
        "failed: no article text was found",
        3,
        0,
    ),
    (
        "script.html",
        f"<html><body><script>'{KUSONG}'</script></body></html>",
        "failed: no article text",
        3,
        0,
    ),
    ("comment.html", f"<html><body><!-- <p>{KUSONG}</p></body></html>", "failed: no article text", 3, 0),
    ("deep.html", "<div>" * 20_000 + KUSONG, "failed: its elements are nested more than 2,000 deep", 3, 0),
    ("cut.html", f"<html><body><p>{KUSONG}", "", 0, 1),
    ("piece.html", f"<p>{KUSONG}</p>", "", 0, 1),
    # Odd names
    ("LOUD.TXT", SONGCHON, "", 0, 1),
    ("two\nlines.txt", b"", "skipped: it is empty", 0, 0),
    ("bell\x07\x1b[31m.txt", b"", "skipped: it is empty", 0, 0),
    ("-o.txt", b"", "skipped: it is empty", 0, 0),
    ("' \".txt", b"", "skipped: it is empty", 0, 0),
    ("성천.txt", b"", "skipped: it is empty", 0, 0),
    ("n" * 250 + ".txt", SONGCHON, "", 0, 1),
    (".hidden.txt", SONGCHON, "skipped: a hidden file or folder is not read; name it", 0, 0),
    (os.fsdecode(b"b\xe9gin.txt"), b"", "skipped: it is empty", 0, 0),  # no UTF-8
]


def told_of(stderr: str, folder: Path) -> list[str]:
    """What is said of the files of a folder, without their paths."""
    place = re.compile(re.escape(f"{folder}{os.sep}") + ".*?: (?=[a-z0-9])")
    return [place.sub("", line) for line in stderr.splitlines() if str(folder) in line]


@pytest.mark.parametrize(
    ("name", "content", "said", "code", "kept"), READ, ids=[ascii(one[0])[1:30] for one in READ]
)
def test_a_bad_input_is_told_in_one_line_and_the_others_are_read(
    tmp_path: Path, name: str, content: str | bytes, said: str, code: int, kept: int
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "good0.txt").write_text(SONGCHON, encoding="utf-8")
    ended = call("extract", "--jsonl", "--strict", folder)
    lines = told_of(ended.stderr, folder)
    assert (ended.exit_code, len(lines)) == (code, 1 if said else 0), ended.stderr
    assert not said or said in lines[0]
    assert not re.search("[\x00-\x09\x0b-\x1f]|Traceback|Error", ended.stderr)
    ids = [json.loads(line)["document"]["id"] for line in ended.stdout.splitlines()]
    assert ids.count("good0") == 1 and len(ids) == len(set(ids)) == kept + 1
    last = ended.stderr.splitlines()[-1] if code else ""
    assert last.startswith("--strict: ") == (code == 3)


def test_the_table_is_long() -> None:
    assert len(READ) >= 80


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))  # such names are short


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _nothing(path: Path) -> None:
    path.symlink_to("gone.txt")


def _itself(path: Path) -> None:
    path.symlink_to(path.name)


def _circle(path: Path) -> None:
    path.mkdir()
    (path / "again").symlink_to(path.parent)


SPECIAL: list[tuple[Callable[[Path], None], str, int]] = [
    (_pipe, "skipped: it is no regular file", 0),
    (_socket, "skipped: it is no regular file", 0),
    (_device, "skipped: it is no regular file", 0),
    (_nothing, "failed: a link to nothing", 3),
    (_itself, "failed: a link to nothing", 3),
    (_circle, "skipped: the same folder as", 0),
]


@pytest.mark.parametrize(("make", "said", "code"), SPECIAL)
def test_what_is_no_file_is_not_read_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], said: str, code: int
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    monkeypatch.chdir(folder)
    make(folder / "odd.txt")
    (folder / "good0.txt").write_text(SONGCHON, encoding="utf-8")
    ended = call("extract", "--jsonl", "--strict", folder)
    assert ended.exit_code == code, ended.stderr
    assert said in told_of(ended.stderr, folder)[0]
    assert len(ended.stdout.splitlines()) == 1


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything"
)
@pytest.mark.parametrize(
    ("closed", "said"), [("shut", "the folder cannot be opened"), ("shut.txt", "opened")]
)
def test_what_may_not_be_read_is_told(tmp_path: Path, closed: str, said: str) -> None:
    path = tmp_path / closed
    path.touch() if path.suffix else path.mkdir()
    (tmp_path / "good0.txt").write_text(SONGCHON, encoding="utf-8")
    path.chmod(0)
    ended = call("extract", "--jsonl", "--strict", tmp_path)
    path.chmod(0o700)
    assert ended.exit_code == 3 and said in ended.stderr and "check its permissions" in ended.stderr


# Where it is to be written


def _file(path: Path) -> None:
    path.write_text("mine")


def _folder_for_a_file(name: str) -> Callable[[Path], None]:
    return lambda path: (path / name).mkdir(parents=True)


def _hidden_file(path: Path) -> None:
    path.mkdir()
    (path / ".factorymap").touch()


def _hidden_link(path: Path) -> None:
    path.mkdir()
    (path / ".factorymap").symlink_to(path.parent)


TARGETS: list[tuple[Callable[[Path], None], str, int, str]] = [
    # what is there, below which is to be written, exit code, what is said
    (_file, "", 2, "maps' is a file. Name a folder."),
    (_file, "deeper/still", 2, "maps' is a file. Name a folder."),
    (_nothing, "", 2, "maps' is a link to nothing. Remove it, or name another folder."),
    (_nothing, "deeper", 2, "maps' is a link to nothing."),
    (_itself, "", 2, "maps' is a link to nothing."),
    (_device, "", 2, "maps' is a file. Name a folder."),
    (_pipe, "", 2, "maps' is a file. Name a folder."),
    (_folder_for_a_file("map.html"), "", 1, "map.html' is a folder where a file is to go. Choose another"),
    (_folder_for_a_file("run.json"), "", 1, "run.json' is a folder where a file is to go."),
    (_folder_for_a_file("map.png"), "", 1, "map.png' is a folder where a file is to go."),
    (_hidden_file, "", 1, "maps: File exists"),
    (_hidden_link, "", 1, ".factorymap' is a link, not the folder of a build. Remove it."),
    (lambda path: None, "n" * 300, 1, "File name too long. Choose a shorter name."),
]


@pytest.mark.parametrize(("make", "below", "code", "said"), TARGETS)
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_read_or_written(
    tmp_path: Path, make: Callable[[Path], None], below: str, code: int, said: str
) -> None:
    make(tmp_path / "maps")
    before = sorted(tmp_path.rglob("*"))
    article = tmp_path.with_name("article.txt")
    article.write_text(SONGCHON)
    ended = call("build", article, "-o", tmp_path / "maps" / below, "--picture", "png")
    last = ended.stderr.splitlines()[-1]
    assert (ended.exit_code, ended.stdout) == (code, "")
    assert last.startswith("Error: ") and said in last
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything"
)
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir(mode=0o500)
    ended = call("build", "-o", tmp_path / "maps")
    assert ended.exit_code == 2 and "cannot write in" in ended.stderr


def test_a_full_disk_is_told_in_one_line_and_the_old_set_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(SONGCHON)
    maps = tmp_path / "maps"
    assert call("build", article, "-o", maps).exit_code == 0
    before = {path.name: path.read_bytes() for path in maps.iterdir()}

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    article.write_text(SONGCHON.replace("Songchon", "Kujang"))
    ended = call("build", article, "-o", maps)
    line = (
        f"Error: {maps / 'map.html'}: No space left on device. Free some space, or name a folder on another"
    )
    assert ended.exit_code == 1 and line in ended.stderr.splitlines()[-1]
    assert {path.name: path.read_bytes() for path in maps.iterdir()} == before


OPTIONS: list[tuple[str, int, str]] = [
    ("build {article} --since soon", 2, "soon"),
    ("build {article} --since 2025-02-30", 2, "2025-02-30"),
    ("build {article} --since 2026 --until 2025", 2, "2026"),
    ("build {article} --language fr", 2, "'fr' is not one of"),
    ("build {article} --picture bmp", 2, "'bmp' is not one of"),
    ("build {article} --decisions {folder}", 2, "is a directory"),
    ("build {article} --decisions {folder}/gone.csv", 2, "does not exist"),
    ("build {article} --boundaries {folder}/gone.shp", 2, "does not exist"),
    ("build {article} --name-column NAME", 2, "add --boundaries FILE"),
    ("build {article} -o", 2, "requires an argument"),
    ("build {article} --strict=3", 2, "does not take a value"),
    ("build {folder}/gone", 2, "does not exist"),
    ("extract {folder}/gone.txt", 2, "does not exist"),
    ("extract", 2, "Missing argument"),
    ("explain --strict {article}", 2, "No such option"),
    ("diff {folder} {folder}", 1, "holds no build"),
    ("diff {article} {article}", 1, "article.txt' is no GeoJSON of a build"),
    ("diff {folder}/pipe {folder}/pipe", 1, "pipe' is no"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), OPTIONS)
def test_a_bad_option_is_told_in_one_line(tmp_path: Path, arguments: str, code: int, said: str) -> None:
    (tmp_path / "article.txt").write_text(SONGCHON)
    os.mkfifo(tmp_path / "pipe")
    words = arguments.format(article=tmp_path / "article.txt", folder=tmp_path).split()
    if words[0] == "build" and "-o" not in words:
        words += ["-o", str(tmp_path / "maps")]
    ended = call(*words)
    last = ended.stderr.splitlines()[-1]
    assert (ended.exit_code, ended.stdout) == (code, ""), ended.stderr
    assert last.startswith("Error: ") and said in last
    assert not (tmp_path / "maps").exists()


# Sets of a run


def test_what_was_left_out_is_counted_on_the_page_and_in_the_record(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{row(text=KUSONG)}\n{row(text=KOREAN)}\n?\n?\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(f'id,text\n1,"{KUSONG}"\n2,\n')
    for strict, code in ((["--strict"], 3), ([], 0)):
        ended = call("build", tmp_path / "a.jsonl", tmp_path / "b.csv", "-o", tmp_path / "maps", *strict)
        assert (ended.exit_code, ended.stdout) == (code, f"{tmp_path / 'maps' / 'map.html'}\n")
    html = (tmp_path / "maps" / "map.html").read_text(encoding="utf-8")
    assert "3 documents read. 3 rows of 2 files left out." in html
    assert "문서 3건을 읽음. 파일 2개에서 행 3개를 제외함." in html
    run = json.loads((tmp_path / "maps" / "run.json").read_text(encoding="utf-8"))
    assert run["counts"]["left_out"] == 3
    assert [record["left_out"] for record in run["inputs"]] == [2, 1]


def test_nothing_is_told_where_nothing_was_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SONGCHON)
    ended = call("build", tmp_path / "a.txt", "-o", tmp_path / "maps", "--strict")
    assert ended.exit_code == 0 and len(ended.stderr.splitlines()) == 1
    run = json.loads((tmp_path / "maps" / "run.json").read_text(encoding="utf-8"))
    assert run["counts"]["left_out"] == 0 and "left_out" not in run["inputs"][0]


def test_a_picture_of_an_earlier_build_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SONGCHON)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "map.svg").touch()
    ended = call("build", tmp_path / "a.txt", "-o", tmp_path / "maps")
    assert (
        "map.svg is of an earlier build: write it again with --picture or --format, or remove it."
        in ended.stderr
    )
    ended = call("build", tmp_path / "a.txt", "-o", tmp_path / "maps", "--picture", "svg")
    assert "earlier build" not in ended.stderr


def test_what_a_killed_build_has_left_is_no_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(SONGCHON)
    for left in (".factorymap/new", ".maps.factorymap/.factorymap"):
        (tmp_path / left).mkdir(parents=True)
        (tmp_path / left / "announcements.csv").write_text("id,text\n1,x\n")
    monkeypatch.chdir(tmp_path)
    ended = call("extract", "--jsonl", ".")
    assert (ended.exit_code, ended.stderr) == (0, "") and len(ended.stdout.splitlines()) == 1


def test_diff_reads_a_set_that_a_killed_build_had_switched_to(tmp_path: Path) -> None:
    """All of it is new, though no file of it is at its place yet; and reading changes nothing."""
    for number, county in enumerate(("Songchon", "Kujang")):
        (tmp_path / "a.txt").write_text(SONGCHON.replace("Songchon", county))
        assert call("build", tmp_path / "a.txt", "-o", tmp_path / f"maps{number}").exit_code == 0
    waiting = tmp_path / "maps0" / ".factorymap" / "set"
    waiting.mkdir(parents=True)
    for path in (tmp_path / "maps1").iterdir():
        (waiting / path.name).write_bytes(path.read_bytes())
    ended = call("diff", "--exit-code", tmp_path / "maps0", tmp_path / "maps1")
    assert ended.exit_code == 0, ended.output
    assert len(list(waiting.iterdir())) == 8
