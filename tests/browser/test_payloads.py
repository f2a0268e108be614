"""
Every field x every payload, in every output: nothing runs, nothing is asked for, and text stays text.

One build, one lite page and one drawn table have every payload of `tests/payloads.py` in every field that
holds text. Fields come from the columns, roles and options that the program declares, outputs from what it
writes, so that new ones join by themselves; an output that nobody here can read back fails.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

from benchmark.page.controls import use_controls
from geo.boundaries import county_layer
from geo.cli import cli
from geo.decisions.reading import READERS
from geo.formats import FORMATS
from geo.own_table.columns import ROLES
from geo.page.packing import unpacked
from geo.places import load_gazetteer
from geo.view import MapOptions
from tests.browser.conftest import Open
from tests.browser.looking import settle
from tests.conftest import Once
from tests.payloads import EVERY, PAYLOADS

NAMES = [unit.name for unit in load_gazetteer().units.values() if unit.level == 2 and unit.polygon_pcode]
PLAIN = """TITLE: Groundbreaking
DATE: 2025-02-08
SOURCE: Example Agency

A groundbreaking ceremony for regional-industry factories was held in Songchon County, DPRK, on Friday.
"""
ARTICLE = ("id", "date", "title", "source", "url", "origin", "text")
FORMULA = re.compile(r"(^|;)\s*[=+\-@＝＋－＠]")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls and marks of direction, which no file may hold as they are."""
LOADING = {"base", "object", "embed", "form", "img", "image", "foreignobject", "animate", "set", "video"}
"""Elements that no page has."""
MAKING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


# ---- inputs ------------------------------------------------------------------------------------------------


def articles() -> Iterator[dict[str, str]]:
    """An article with each payload in each field, the place changing from one to the next."""
    names = cycle(NAMES)
    for field in ARTICLE:
        for number, payload in enumerate(EVERY):
            name = next(names)
            text = f"A groundbreaking ceremony for a hospital was held in {name} County, DPRK, on Thursday."
            row = {
                "id": f"{field}-{number}",
                "date": "2025-02-07",
                "title": "Hospital",
                "source": "Example Agency",
                "url": f"https://example.org/{field}/{number}",
                "origin": "",
                "text": text,
            }
            row[field] = f"{text[:-1]} {payload}.\n\n{payload} {text}" if field == "text" else payload
            yield row


def decisions() -> list[dict[str, str]]:
    """An added report for each payload, in each column that takes any words; others keep what they need."""
    free = [name for name, (_, read) in READERS.items() if read is READERS["reason"][1]]
    rows = []
    for name in free:
        for number, payload in enumerate(EVERY):
            row = dict.fromkeys(READERS, "") | {
                "decision": "add",
                "new_place": "Songchon",
                "new_facility": "hospital",
                "new_stage": "groundbreaking",
                "new_date": "2025-02-07",
                "url": f"https://example.org/decided/{name}/{number}",
                "publisher": "Example Agency",
                "published_on": "2025-02-08",
                "quote": "A hospital was begun.",
                "by": "Somebody",
                "decided_on": "2025-03-01",
            }
            if name != "surface":  # of a spelling, which is no report
                rows.append(row | {name: payload[:400]} | ({"quote": ""} if name == "note" else {}))
    return rows


def rows_to_draw() -> Iterator[dict[str, str]]:
    """A row for each payload in each column that has a role."""
    good = {
        "place": "Songchon",
        "facility": "hospital",
        "stage": "groundbreaking",
        "date": "2025-02-07",
        "source": "Example Agency",
    }
    yield {role: good.get(role, "") for role in ROLES}
    for role in ROLES:
        for payload in EVERY:
            yield {role: good.get(role, "") for role in ROLES} | {role: payload}


NO_WORDS = {"language", "since", "until", "lite", "compact", "address", "picture", "story", "style"}
"""Fields of `MapOptions` that take no words; story and style are files, with payloads of their own."""


def house_files(folder: Path) -> list[str]:
    """A story and a style whose words are payloads, and the options that name them."""
    written = [
        json.dumps(payload.replace("\x7f", ""), ensure_ascii=False)
        for payload in EVERY
        if len(payload) < 1000 and not re.search("[\ud800-\udfff]", payload) and payload.strip()
    ]
    steps = "".join(f"[[step]]\ncaption = {words}\n" for words in written[:40])
    (folder / "story.toml").write_text(steps, encoding="utf-8")
    (folder / "style.toml").write_text(f"credits = {written[0]}\n", encoding="utf-8")
    return ["--story", "story.toml", "--style", "style.toml"]


def options(longest: int = 10**6) -> list[str]:
    """Every option of a map that takes words, each with the payloads that fit into an argument."""
    given = []
    plain = [payload for payload in EVERY if "\x00" not in payload and len(payload) < 1000]
    for one in fields(MapOptions):
        if one.name in NO_WORDS:
            continue
        name = one.name.removesuffix("s") if one.name == "notes" else one.name
        given += [f"--{name}", " ".join(plain)[:longest]]
    return given


def table(path: Path, rows: list[dict[str, str]]) -> Path:
    """A CSV file of rows, as a careless program writes it; a text has no half surrogates and no NUL."""
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: cell.replace("\x00", "") for name, cell in row.items()} for row in rows)
    return path


def boundaries(folder: Path) -> Path:
    """The counties, with payloads as names of the file, of its layer and of the features in one province."""
    frame = county_layer()[["geometry"]]
    layer = json.loads(frame.to_json())
    payloads = cycle(EVERY)
    for feature, pcode in zip(layer["features"], frame.index, strict=True):
        unit = load_gazetteer().units[pcode]
        mean = unit.parent_pcode == "KP01"
        names = (next(payloads), "") if mean else (unit.name, pcode)
        feature["properties"] = dict(zip(("ADM2_EN", "ADM2_PCODE"), names, strict=True))
    layer["name"] = "".join(PAYLOADS["HTML and script"])
    path = folder / "<img src=x onerror=window.pwned=16>=1+1;'.geojson"
    path.write_text(json.dumps(layer), encoding="utf-8")
    return path


def write_all(folder: Path) -> list[str]:
    """What the commands say that write everything into folders in this one."""
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, articles())), encoding="utf-8")
    few = [json.dumps(row) for row in articles() if row["id"].startswith(("text-", "source-", "="))]
    (folder / "few.jsonl").write_text("\n".join(few), encoding="utf-8")
    (folder / "plain.txt").write_text(PLAIN, encoding="utf-8")
    table(folder / "decisions.csv", decisions())
    table(folder / "table.csv", list(rows_to_draw()))
    own = house_files(folder)
    build = ["build", *options(), *own, "--decisions", "decisions.csv"]
    every = [word for format in FORMATS for word in ("--format", format)]
    commands = [
        [*build, "articles.jsonl", "-o", "all", "--boundaries", boundaries(folder).name],
        [*build, "few.jsonl", "-o", "lite", "--lite", *every],
        ["draw", "table.csv", "-o", "drawn/map.html", *options(), *own],
        *(["draw", "table.csv", "-o", f"drawn/map.{kind}", *options(100)] for kind in ("svg", "pdf", "png")),
        ["build", "plain.txt", "-o", "clean"],
        ["build", "plain.txt", "-o", "clean-lite", "--lite"],
        ["extract", "--jsonl", "few.jsonl"],
        ["explain", "few.jsonl"],
        ["diff", "clean", "all"],
        ["locate", "--csv", "table.csv", "--column", "place", "--harmless"],
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return list(map(said_by, commands))


def said_by(arguments: list[str]) -> str:
    """What one command says, which must end well."""
    ended = CliRunner().invoke(cli, arguments)
    assert ended.exit_code == 0, ended.output[-3000:]
    return ended.output


@dataclass(frozen=True)
class Written:
    """What the commands wrote and said."""

    folder: Path
    said: list[str]

    def files(self, suffix: str = "") -> list[Path]:
        """All files of the folders that were written to."""
        found = [path for path in self.folder.glob("*/*") if path.suffix == suffix or not suffix]
        assert found
        return sorted(found)


@pytest.fixture(scope="session")
def written(once: Once) -> Written:
    def make(place: Path) -> None:
        (place / "work").mkdir()
        (place / "said.json").write_text(json.dumps(write_all(place / "work")), encoding="utf-8")

    made = once("payloads", make)
    return Written(made / "work", json.loads((made / "said.json").read_text(encoding="utf-8")))


# ---- files: read back, the payload is text -----------------------------------------------------------------


class Elements(HTMLParser):
    """The elements of a page, and the texts of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.code: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.code.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem and "type" not in self.found[-1][1]:
            self.code[-1] += data


def read_page(path: Path, written: Written) -> None:
    """Scripts and styles are those of a page without payloads, and no attribute runs or loads anything."""
    text = path.read_text(encoding="utf-8")
    clean = written.folder / ("clean-lite" if path.parent.name.endswith("lite") else "clean") / path.name
    assert not MAKING.search(text.replace("\\u", "")), path
    page = Elements(text)
    assert page.code == Elements(clean.read_text(encoding="utf-8")).code
    assert "Content-Security-Policy" in text
    tags = Counter(tag for tag, _ in page.found)
    assert not LOADING & set(tags)
    assert tags["iframe"] == (path.name == "embed.html")
    for _, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")]
        assert attributes.get("src") in (None, "map.html")
        assert re.match(r"(https?://?|#|data:,$)|https:", attributes.get("href") or "#"), attributes


def read_csv(path: Path, _: Written) -> None:
    """Cells are as many as columns in every row, and none is a formula, in any locale."""
    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
    assert {len(row) for row in rows} <= {len(header)}
    for cell in (cell for row in rows for cell in row):
        number = re.fullmatch(r"-?[\d.]+", cell)
        assert number or not [one for one in cell.split(" | ") if FORMULA.search(one)], cell[:200]
        assert not UNSEEN.search(re.sub("[\u061c\u200e\u200f\r\n]", "", cell)), cell[:200]


def read_json(path: Path, _: Written) -> None:
    """JSON as RFC 8259 has it, in which every unseen mark is an escape."""
    text = path.read_text(encoding="utf-8")
    json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} in {path.name}"))
    assert not UNSEEN.search(text)


def read_svg(path: Path, _: Written) -> None:
    """Well-formed, with nothing that runs or is loaded."""
    from lxml import etree

    for node in etree.fromstring(path.read_bytes()).iter():
        assert etree.QName(node).localname not in ("script", "foreignObject", "image", "a", "animate", "set")
        for name, value in node.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name or value.startswith(("#", "data:font"))


def read_pdf(path: Path, _: Written) -> None:
    """One page without scripts, actions, links and files."""
    reader = PdfReader(path)
    assert len(reader.pages) == 1
    raw = path.read_bytes()
    assert not re.search(rb"/(JavaScript|JS|OpenAction|AA|Launch|URI|EmbeddedFile|SubmitForm)\b", raw)


def read_png(path: Path, _: Written) -> None:
    """A whole picture."""
    with Image.open(path) as picture:
        picture.verify()


def read_base(path: Path, _: Written) -> None:
    """A sound database whose keys lead somewhere; texts turn no direction, and styles are fixed words."""
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        for layer in ("announcements", "reports", "counties"):
            for row in base.execute(f"SELECT * FROM {layer}"):
                assert not [cell for cell in row if isinstance(cell, str) and UNSEEN.search(cell)]


def read_layer(path: Path, _: Written) -> None:
    """A layer whose texts turn no direction."""
    import geopandas

    frame = geopandas.read_parquet(path) if path.suffix == ".parquet" else geopandas.read_file(path)
    cells = [cell for row in frame.itertuples(index=False) for cell in row if isinstance(cell, str)]
    assert len(frame) and not [cell for cell in cells if UNSEEN.search(cell)]


def read_kmz(path: Path, _: Written) -> None:
    """Well-formed, in balloons nothing that runs or is loaded, links to the web only, nothing filled in."""
    from lxml import etree

    with ZipFile(path) as archive:
        assert all(re.fullmatch(r"doc\.kml|icons/\w+\.png", name) for name in archive.namelist())
        root = etree.fromstring(archive.read("doc.kml"))
    assert not list(root.iter("{*}NetworkLink", "{*}ScreenOverlay", "{*}GroundOverlay"))
    for node in root.iter("{*}description"):
        page = Elements(node.text or "")
        assert {tag for tag, _ in page.found} <= {"p", "b", "br", "a"}
        assert all(set(attributes) <= {"href"} for _, attributes in page.found)
        assert all(re.match("(?i)https?://", a.get("href") or "https://") for _, a in page.found)
        assert "$[" not in (node.text or "") and not UNSEEN.search(node.text or "")
    assert {node.text for node in root.iter("{*}href")} <= {f"icons/{name}.png" for name in ICONS}


def read_xlsx(path: Path, _: Written) -> None:
    """No cell is a formula, and links lead to the web or within the workbook."""
    for sheet in load_workbook(path):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f"
            assert not isinstance(cell.value, str) or not UNSEEN.search(cell.value)
            link = cell.hyperlink
            assert link is None or link.location or re.match("(?i)https?://", link.target or "")


ICONS = ("planned", "groundbreaking", "under_construction", "completed", "operating", "other")
READ: dict[str, Any] = {
    ".gpkg": read_base,
    ".fgb": read_layer,
    ".parquet": read_layer,
    ".kmz": read_kmz,
    ".xlsx": read_xlsx,
    ".topojson": read_json,
    ".html": read_page,
    ".csv": read_csv,
    ".json": read_json,
    ".geojson": read_json,
    ".svg": read_svg,
    ".pdf": read_pdf,
    ".png": read_png,
}


def test_every_file_reads_back_with_payloads_as_text_only(written: Written) -> None:
    unknown = {path.suffix for path in written.files()} - set(READ)
    assert not unknown, "say in READ how such a file is read back"
    for path in written.files():
        READ[path.suffix](path, written)


def test_the_payloads_are_there(written: Written) -> None:
    """So that the test before means something: texts come through, not only through the first checks."""
    all_files = written.folder / "all"
    pages = "".join(path.read_text(encoding="utf-8") for path in written.files(".html"))
    pages += "".join(map(unpacked, re.findall('<script type="text/plain" id="view">(.*?)</script>', pages)))
    tables = "".join(path.read_text(encoding="utf-8") for path in written.files(".csv"))
    record = (all_files / "run.json").read_text(encoding="utf-8")
    for payload in ("<img src=x onerror=window.pwned=1>", "javascript:window.pwned=8", "{{ 7*7 }}"):
        escaped = payload.replace("<", "\\u003c")
        assert escaped in pages and payload in tables and payload in record
    assert "'=HYPERLINK" in tables and "\ufffd" in pages


def test_the_terminal_is_not_steered(written: Written) -> None:
    for said in written.said:
        assert not UNSEEN.search(re.sub("[\u061c\u200e\u200f\r\n]", "", said))
        assert "\x1b" not in said


def test_no_file_was_opened_or_written_elsewhere(written: Written) -> None:
    assert {path.name for path in written.folder.iterdir() if path.is_dir()} == {
        *("all", "lite", "drawn", "clean", "clean-lite")
    }
    assert {path.suffix for path in written.folder.iterdir() if path.is_file()} == {
        *(".jsonl", ".txt", ".csv", ".geojson", ".toml", ".sqlite")
    }


# ---- the browser: nothing runs, nobody is asked ------------------------------------------------------------

COLOURED = (
    "path.county.stage-groundbreaking",
    "path.line-province",
    "path.land",
    "[data-facet=stage] rect.stage-groundbreaking",
)
PAGES = ("all/map.html", "lite/map.html", "drawn/map.html", "all/embed.html")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_and_nobody_is_asked(name: str, written: Written, open_file: Open) -> None:
    """What is asked for, errors and breaches of the policy are kept by `open_file`, which ends with none."""
    page = open_file(written.folder / name, reduced_motion="reduce").page
    frame = page.frames[-1]
    frame.wait_for_selector("html.scripted", state="attached")
    frame.evaluate("() => document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    if name in PAGES[:2]:
        assert use_controls(page) > 20
    settle(page)
    for one in page.frames:
        assert one.evaluate("window.pwned") is None
        assert one.evaluate("({}).polluted") is None
    links = frame.evaluate("[...document.querySelectorAll('a')].map((link) => link.protocol)")
    assert set(links) <= {"http:", "https:", "file:"}
    assert frame.evaluate("document.querySelectorAll('#factorymap path.county').length") > 100


@pytest.mark.parametrize("name", PAGES[:2])
def test_names_from_an_address_are_only_those_that_are_there(
    name: str, written: Written, open_file: Open
) -> None:
    page = open_file(written.folder / name).page
    for key in ("lang", "county", "stage", "facility", "campaign", "origin", "t", "view", "unknown"):
        for value in PAYLOADS["names that every object has"]:
            page.evaluate(f"location.hash = '#{key}={value}'")
            page.evaluate(f"postMessage({{ factorymap: '{key}={value}' }}, '*')")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("[data-facet] [aria-pressed='true']").count() == 0
    assert page.locator("#details .card").count() == 0


def test_marks_of_direction_turn_no_words_of_the_page(written: Written, open_file: Open) -> None:
    """Two marks of the page's own text stand from left to right, beside any text of a source."""
    page = open_file(written.folder / "all/map.html").page
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    turned = page.evaluate(
        """() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const wrong = [];
          for (let node = texts.nextNode(); node; node = texts.nextNode()) {
            if (/[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c]/.test(node.data)
              && !node.parentElement.closest("script, style")) wrong.push(node.data.slice(0, 80));
          }
          return wrong;
        }"""
    )
    assert turned == []


@pytest.mark.parametrize("lost", ["<style>.*?</style>", "<(?:style|script)>.*?</(?:style|script)>"])
@pytest.mark.parametrize("folder", ["clean", "clean-lite"])
def test_a_page_without_its_styles_shows_coloured_counties(
    folder: str, lost: str, written: Written, open_file: Open, tmp_path: Path
) -> None:
    """A host or a sanitiser may drop styles, with scripts or without; colours stand in attributes too."""
    whole = written.folder / folder / "map.html"
    bare = tmp_path / "map.html"
    bare.write_text(re.sub(f"(?s){lost}", "", whole.read_text(encoding="utf-8")), encoding="utf-8")
    page = open_file(whole, 1000, 900).page
    colours = [colours_of(page)]
    page.goto(bare.as_uri())
    page.wait_for_timeout(400)
    box = page.locator("#map").bounding_box()
    assert box and box["width"] > 300 and box["height"] > 300
    colours.append(colours_of(page))
    assert colours[0] == colours[1]


def colours_of(page: Page) -> list[str]:
    """What counties, lines, land and the legend are filled with, of each one."""
    found = [*map(page.locator, COLOURED)]
    assert {one.count() for one in found} == {1}
    return [one.evaluate("node => getComputedStyle(node).fill") for one in found]
