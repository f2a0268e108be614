"""The command as a user meets it: exit codes, what goes where, the JSON contract, the same bytes twice."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import geo
from geo.cli import cli
from geo.extracting import finding
from geo.models import STATED_FROM, Document
from tests import ROOT
from tests.possible import sample

COMMAND = [sys.executable, "-m", "geo"]

SONGCHON = """\
TITLE: Work begins in Songchon
DATE: 2024-02-29
SOURCE: A News Agency
URL: https://news.example/songchon

A groundbreaking ceremony for regional-industry factories was held in Songchon County, South Phyongan
Province, on February 28. Factories in the county will make food and clothing under the 20x10 policy.
"""

SONGCHON_KO = """\
TITLE: 성천군 지방공업공장 착공식
DATE: 2024-02-29
SOURCE: 어느 통신

평안남도 성천군에서 지방공업공장 건설 착공식이 28일 진행되였다.
"""

UNSAN = """\
TITLE: A delegation in Unsan
DATE: 2023-05-04

A delegation visited Unsan County on Thursday and then went on to Seoul.
"""

DOCUMENT_KEYS = {"id", "path", "title", "language", "published_on", "publisher", "url", "origin"}
MENTION_KEYS = {"surface", "start", "end", "outcome", "place", "candidates", "reason", "confidence"}
PLACE_KEYS = {"pcode", "name", "level", "province", "county_pcode"}
EVENT_KEYS = {
    "pcode",
    "name",
    "province",
    "outcome",
    "candidates",
    "place_precision",
    "facility",
    "stage",
    "date",
    "evidence",
    "rule",
    "confidence",
    "status",
    "evidence_spans",
    "reasons",
}
OUTPUTS = {
    "map.html",
    "embed.html",
    "announcements.csv",
    "announcements.geojson",
    "counties.geojson",
    "mentions.csv",
    "review.csv",
    "run.json",
}

Article = Callable[..., Path]


@pytest.fixture
def article(tmp_path: Path) -> Article:
    """Writes an article and gives its path."""

    def write(name: str = "songchon.txt", content: str | bytes = SONGCHON) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def call(*arguments: object, given: str | None = None) -> Result:
    """The command in this process; what it prints and what it says are kept apart."""
    return CliRunner().invoke(cli, list(map(str, arguments)), input=given)


def process(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, for what depends on one: its environment, encodings, terminal."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        encoding="utf-8",
        env=environment,
        timeout=120,
        check=False,
        **options,
    )


def extracted(*files: object, given: str | None = None) -> list[dict[str, Any]]:
    """What `factorymap extract` prints for some files."""
    ended = call("extract", *files, given=given)
    assert ended.exit_code == 0, ended.stderr
    return list(json.loads(ended.stdout))


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(cli.commands))])
def test_help_says_how_to_call_and_gives_an_example(command: list[str]) -> None:
    shown = CliRunner().invoke(cli, [*command, "--help"])
    assert shown.exit_code == 0
    assert "Usage: " in shown.stdout
    assert "Example:\n" in shown.stdout
    assert f"factorymap {command[0] if command else 'build'}" in shown.stdout.split("Example:")[1]


def test_version_is_that_of_the_package() -> None:
    shown = process("--version")
    assert (shown.returncode, shown.stdout) == (0, f"factorymap, version {geo.__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["fly"], 2, "fly"),  # no such command
        (["extract", "--fly", "{article}"], 2, "--fly"),
        (["extract"], 2, "FILE"),  # nothing to read
        (["extract", "{folder}/none.txt"], 2, "none.txt"),
        (["build", "{folder}/none"], 2, "none"),
        (["build", "{article}", "-o", "{article}"], 2, "is a file"),
        (["build", "{article}", "-o", "{article}/maps"], 2, "is a file"),
        (["locate"], 2, "NAME"),
        (["locate", "Unsan"], 1, "South Phyongan"),  # two counties: both are listed
        (["locate", "Atlantis"], 1, "'Atlantis'"),
        (["extract", "{binary}"], 1, "noise.txt"),  # named, but not text
        (["explain", "{binary}"], 1, "noise.txt"),
        (["build", "{binary}", "-o", "{folder}/maps"], 1, "no article"),
        (["build", "{empty}", "-o", "{folder}/maps"], 1, "no article"),
    ],
)
def test_errors_end_in_a_message_and_an_exit_code(
    article: Article, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    (tmp_path / "empty").mkdir()
    names = {
        "article": article(),
        "binary": article("noise.txt", bytes(range(256)) * 8),
        "empty": tmp_path / "empty",
        "folder": tmp_path,
    }
    ended = CliRunner().invoke(cli, [argument.format(**names) for argument in arguments])
    assert ended.exit_code == code, ended.output
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Error: " in ended.stderr.splitlines()[-1]
    assert not (tmp_path / "maps").exists(), "nothing is written by a build that failed"


def test_an_output_that_cannot_be_replaced_leaves_the_others_alone(article: Article, tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    (maps / "run.json").mkdir(parents=True)
    (maps / "run.json" / "kept").touch()
    (maps / "announcements.csv").write_text("of yesterday")
    ended = CliRunner().invoke(cli, ["build", str(article()), "-o", str(maps)])
    assert ended.exit_code == 1
    assert "run.json" in ended.stderr.splitlines()[-1]
    assert (maps / "announcements.csv").read_text() == "of yesterday"
    assert sorted(path.name for path in maps.iterdir()) == ["announcements.csv", "run.json"]


def test_extract_keeps_the_contract(article: Article) -> None:
    found = extracted(article(), article("unsan.txt", UNSAN))[0]
    assert set(found) == {"document", "mentions", "events", "setbacks"}
    assert set(found["document"]) == DOCUMENT_KEYS
    assert found["document"]["id"] == "songchon"
    assert found["document"]["published_on"] == "2024-02-29"
    assert found["document"]["publisher"] == "A News Agency"
    assert found["document"]["url"] == "https://news.example/songchon"
    assert found["document"]["language"] == "en"
    (event,) = found["events"]
    assert set(event) == EVENT_KEYS
    assert set(event["evidence"]) == {"start", "end", "text"}
    assert (event["status"], event["evidence_spans"], found["setbacks"]) == (
        "stated",
        [event["evidence"]],
        [],
    )
    assert (event["pcode"], event["name"], event["province"]) == ("KP0717", "Songchon", "South Phyongan")
    assert (event["facility"], event["stage"]) == ("regional_industry", "groundbreaking")
    assert (event["date"], event["outcome"]) == ("2024-02-28", "resolved")
    for mention in found["mentions"]:
        assert set(mention) == MENTION_KEYS
        assert set(mention["place"]) == PLACE_KEYS
    assert {"KP0717", "KP07"} == {mention["place"]["pcode"] for mention in found["mentions"]}


def test_extract_tells_the_possible_and_keeps_setbacks_apart(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, halted, maybe, _ = sample()
    found = {one.document.id: (one.events, one.setbacks) for one in (halted, maybe)}
    texts = {one.document.text: one.document.id for one in (halted, maybe)}
    monkeypatch.setattr(finding, "read_events", lambda document, *_: found[texts[document.text]])
    files = [str(article(f"{one.document.id}.txt", one.document.text)) for one in (halted, maybe)]
    first, second = extracted(*map(Path, files))
    assert (first["events"], [one["stage"] for one in first["setbacks"]]) == ([], ["stopped", "cancelled"])
    assert [one["status"] for one in first["setbacks"]] == ["stated", "possible"]
    assert set(first["setbacks"][0]) == EVENT_KEYS
    factories, hospital = second["events"]
    assert (factories["status"], factories["confidence"]) == ("possible", 0.4)
    assert factories["evidence"] == factories["evidence_spans"][0] and len(factories["evidence_spans"]) == 2
    text = maybe.document.text
    assert [text[one["start"] : one["end"]] for one in factories["evidence_spans"]] == [
        one["text"] for one in factories["evidence_spans"]
    ]
    assert len(hospital["candidates"]) == 2
    shown = call("explain", *files).stdout
    assert "(0.40, possible)" in shown and "why: hearsay -1.4" in shown
    assert "Cancelled, postponed, stopped: 2" in shown and "stopped, hospital: Kusong" in shown


def test_a_build_draws_the_line_where_it_is_told(article: Article, tmp_path: Path) -> None:
    def built(*options: str) -> tuple[Any, str]:
        ended = call("build", str(article()), "-o", str(tmp_path / "maps"), *options)
        assert ended.exit_code == 0, ended.stderr
        return json.loads((tmp_path / "maps" / "run.json").read_text()), ended.stderr

    usual, said = built()
    assert (usual["stated_from"], usual["counts"]["possible"], usual["counts"]["setbacks"]) == (
        STATED_FROM,
        0,
        {},
    )
    assert "stated_from" not in usual["options"] and "possible" not in said
    strict, said = built("--stated-from", "1")
    assert (strict["stated_from"], strict["options"]["stated_from"]) == (1, 1)
    assert (strict["counts"]["possible"], strict["counts"]["events"]) == (1, {})
    assert strict["counts"]["announcements"] == {}
    assert "1 possible report, not counted: see review.csv." in said


@pytest.mark.parametrize("line", ["1.2", "-1", "nan", "high"])
def test_a_line_that_is_none_is_refused_in_one_line(article: Article, line: str) -> None:
    ended = call("build", str(article()), "--stated-from", line)
    assert ended.exit_code == 2
    assert "Invalid value for '--stated-from': " in ended.stderr.splitlines()[-1]


def test_extract_keeps_what_is_not_settled(article: Article) -> None:
    """Two counties are called Unsan; Seoul is none of the DPRK's places."""
    (found,) = extracted(article("unsan.txt", UNSAN))
    unsan = next(mention for mention in found["mentions"] if "Unsan" in mention["surface"])
    assert (unsan["outcome"], unsan["place"]) == ("ambiguous", None)
    assert {place["pcode"] for place in unsan["candidates"]} == {"KP0617", "KP0720"}
    assert set(unsan["candidates"][0]) == PLACE_KEYS
    assert unsan["reason"]
    foreign = [mention for mention in found["mentions"] if mention["outcome"] == "foreign"]
    assert all(mention["place"] is None for mention in foreign)
    assert found["events"] == []


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


ENCODED: list[tuple[str, bytes, str]] = [
    ("plain", SONGCHON.encode(), "utf-8"),
    ("byte order mark", b"\xef\xbb\xbf" + SONGCHON.encode(), "utf-8"),
    ("carriage returns", _crlf(SONGCHON), "utf-8"),
    ("both", b"\xef\xbb\xbf" + _crlf(SONGCHON_KO), "utf-8"),
    ("Korean", SONGCHON_KO.encode(), "utf-8"),
    ("Korean, decomposed as on macOS", unicodedata.normalize("NFD", SONGCHON_KO).encode(), "utf-8"),
    ("Korean, CP949", SONGCHON_KO.encode("cp949"), "cp949"),
    ("Korean, UTF-16", b"\xff\xfe" + SONGCHON_KO.encode("utf-16-le"), "utf-16-le"),
]


@pytest.mark.parametrize(
    ("content", "encoding"), [row[1:] for row in ENCODED], ids=[row[0] for row in ENCODED]
)
def test_offsets_count_characters_of_the_decoded_file(
    article: Article, content: bytes, encoding: str
) -> None:
    (found,) = extracted(article(content=content))
    text = content.decode(encoding)
    assert found["mentions"] and found["events"]
    for mention in found["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["surface"]
    for event in found["events"]:
        evidence = event["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]
        assert 0 < len(evidence["text"]) <= 400
        assert event["pcode"] == "KP0717"


def test_json_lines_hold_what_the_array_holds(article: Article) -> None:
    files = [article(), article("ko.txt", SONGCHON_KO)]
    lines = call("extract", "--jsonl", *files).stdout.splitlines()
    assert [json.loads(line) for line in lines] == extracted(*files)
    assert [json.loads(line)["document"]["id"] for line in lines] == ["ko", "songchon"]


def test_standard_input_is_read_as_an_article(article: Article) -> None:
    (piped,) = extracted("-", given=SONGCHON)
    (read,) = extracted(article())
    assert piped["document"]["path"] == "-"
    assert piped["events"] == read["events"]
    assert piped["mentions"] == read["mentions"]


def test_output_is_utf8_in_any_locale(article: Article) -> None:
    """A console that knows only ASCII is no reason to lose Korean."""
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = process("extract", "--jsonl", article(content=SONGCHON_KO), env=plain)
    assert ended.returncode == 0, ended.stderr
    assert "성천군" in ended.stdout
    ended = process("explain", article(content=SONGCHON_KO), env={**plain, "PYTHONIOENCODING": "ascii"})
    assert "성천군" in ended.stdout


def test_one_bad_file_is_told_and_the_others_are_read(article: Article, tmp_path: Path) -> None:
    good, bad = article("in/good.txt"), article("in/bad.txt", bytes(range(256)) * 8)
    ended = call("extract", good.parent)
    assert ended.exit_code == 0
    assert [found["document"]["id"] for found in json.loads(ended.stdout)] == ["good"]
    assert str(bad) in ended.stderr
    assert call("build", good.parent, "-o", tmp_path / "maps").exit_code == 0
    run = json.loads((tmp_path / "maps" / "run.json").read_text())
    assert {Path(record["path"]).name: record["status"] for record in run["inputs"]} == {
        "good.txt": "read",
        "bad.txt": "failed",
    }
    assert all(record["reason"] for record in run["inputs"] if record["status"] == "failed")


def test_a_document_that_a_rule_stumbles_over_does_not_stop_a_build(
    article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = finding.find_mentions

    def stumble(document: Document, *rest: Any) -> Any:
        if "Unsan" in document.text:
            raise ZeroDivisionError("a rule went wrong")
        return find(document, *rest)

    monkeypatch.setattr(finding, "find_mentions", stumble)
    files = [str(article()), str(article("unsan.txt", UNSAN))]
    ended = CliRunner().invoke(cli, ["build", *files, "-o", str(tmp_path / "maps")])
    assert ended.exit_code == 0, ended.output
    assert "unsan.txt" in ended.stderr and "a rule went wrong" in ended.stderr
    run = json.loads((tmp_path / "maps" / "run.json").read_text())
    assert [record["status"] for record in run["inputs"]] == ["read", "failed"]
    assert "ZeroDivisionError: a rule went wrong" in run["inputs"][1]["reason"]
    assert run["counts"]["inputs"] == {"failed": 1, "read": 1}


def test_build_writes_every_output_and_prints_the_maps_path(
    article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article()
    monkeypatch.chdir(tmp_path)
    ended = call("build", "songchon.txt")
    assert ended.exit_code == 0, ended.stderr
    assert ended.stdout == f"{Path('maps') / 'map.html'}\n"
    assert "1 announcement from 1 article." in ended.stderr
    assert {path.name for path in (tmp_path / "maps").iterdir()} == OUTPUTS
    run = json.loads((tmp_path / "maps" / "run.json").read_text())
    assert run["factorymap"] == geo.__version__
    assert run["options"] == {"paths": ["songchon.txt"]}
    assert run["inputs"] == [
        {"path": "songchon.txt", "status": "read", "reason": "", "documents": ["songchon"]}
    ]
    assert run["counts"]["announcements"] == {"groundbreaking": 1}


def test_two_builds_of_the_shipped_articles_are_the_same_bytes(tmp_path: Path) -> None:
    """In other folders, with other hash seeds and other clocks' zones."""
    for name, zone in (("one", "Asia/Seoul"), ("two", "America/Los_Angeles")):
        (tmp_path / name).mkdir()
        environment = {"PYTHONHASHSEED": str(len(zone)), "TZ": zone}
        ended = process("build", "-o", tmp_path / name / "maps", cwd=tmp_path / name, env=environment)
        assert ended.returncode == 0, ended.stderr
    for output in OUTPUTS:
        one, two = ((tmp_path / name / "maps" / output).read_bytes() for name in ("one", "two"))
        assert one == two, f"{output} differs"
        assert str(tmp_path).encode() not in one
        assert str(ROOT).encode() not in one
    run = json.loads((tmp_path / "one" / "maps" / "run.json").read_text())
    assert run["options"] == {"paths": ["factorymap:articles"]}
    shipped = sorted(path.name for path in (ROOT / "data" / "articles").iterdir())
    assert [record["path"] for record in run["inputs"]] == [f"factorymap:articles/{name}" for name in shipped]
    assert {record["status"] for record in run["inputs"]} == {"read"}


def test_what_an_earlier_build_wrote_is_no_input(
    article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`factorymap build .` writes into the folder that it reads, and may be called again."""
    article("in/songchon.txt")
    monkeypatch.chdir(tmp_path / "in")
    written = []
    for _ in range(2):
        ended = call("build", ".")
        assert (ended.exit_code, ended.stdout) == (0, f"{Path('maps') / 'map.html'}\n"), ended.stderr
        written.append({name: (tmp_path / "in" / "maps" / name).read_bytes() for name in OUTPUTS})
    assert written[0] == written[1]
    assert [record["path"] for record in json.loads(written[1]["run.json"])["inputs"]] == ["songchon.txt"]


def test_a_page_of_ones_own_may_be_called_like_an_output(article: Article, tmp_path: Path) -> None:
    page = f"<html><title>Work begins</title><body><article><p>{SONGCHON}</p></article></body></html>"
    article("in/map.html", page)
    assert [found["document"]["id"] for found in extracted(tmp_path / "in")] == ["map"]


def test_a_file_name_that_is_no_unicode_is_read_and_written(article: Article, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"b\xe9gin.txt")
    odd.write_text(SONGCHON, encoding="utf-8")
    (found,) = json.loads(process("extract", odd).stdout)
    assert found["events"][0]["pcode"] == "KP0717"
    assert process("build", odd, "-o", tmp_path / "maps").returncode == 0
    (record,) = json.loads((tmp_path / "maps" / "run.json").read_text(encoding="utf-8"))["inputs"]
    assert record["status"] == "read"


def test_the_light_outputs_in_maps_are_those_of_the_shipped_articles(shipped_outputs: Path) -> None:
    """`make map` writes them anew after a change of articles, data or rules."""
    for name in ("announcements.csv", "announcements.geojson", "counties.geojson"):
        assert (ROOT / "maps" / name).read_bytes() == (shipped_outputs / name).read_bytes(), name


def test_explain_shows_places_reasons_rules_and_evidence(article: Article) -> None:
    shown = call("explain", article()).stdout
    (found,) = extracted(article())
    for mention in found["mentions"]:
        assert mention["surface"].replace("\n", " ") in shown
        assert mention["reason"] in shown
    assert f"rule: {found['events'][0]['rule']}" in shown
    assert "groundbreaking" in shown and "[KP0717]" in shown and "2024-02-28" in shown


def test_explain_does_not_pass_control_characters_to_the_terminal(article: Article) -> None:
    shown = call("explain", article(content=SONGCHON.replace("Work begins", "Work \x1b[2J\x07begins")))
    assert "\x1b" not in shown.stdout and "\x07" not in shown.stdout
    assert "Work" in shown.stdout


def test_locate_prints_one_unit() -> None:
    unit = json.loads(call("locate", "Unsan", "--province", "South Phyongan").stdout)
    assert (unit["pcode"], unit["korean"], unit["province"]) == ("KP0720", "은산군", "South Phyongan")


def test_sources_name_licence_and_credit_of_each_data_set() -> None:
    shown = call("sources")
    assert shown.exit_code == 0
    assert "Natural Earth" in shown.stdout
    assert "licence" in shown.stdout.lower()


def test_a_reader_that_stops_early_is_no_error() -> None:
    """`factorymap extract ... | head -1`: more is printed than a pipe holds."""
    with subprocess.Popen(
        [*COMMAND, "extract", "--jsonl", str(ROOT / "data" / "articles")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_interrupting_is_quiet(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(finding, "find_mentions", interrupted)
    ended = CliRunner().invoke(cli, ["extract", str(article())])
    assert (ended.exit_code, ended.output) == (130, "")


def test_progress_is_shown_on_a_terminal_and_nowhere_else(article: Article) -> None:
    assert process("extract", article()).stderr == ""
    terminal, other_end = pty.openpty()
    ended = process("extract", article(), stderr=other_end, env={"TERM": "xterm"})
    os.close(other_end)
    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)
    assert "Reading" in shown
    assert json.loads(ended.stdout)[0]["document"]["id"] == "songchon"
