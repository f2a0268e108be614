"""The published folder: its links lead somewhere, its files keep to their standards, its feed goes on."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result
from frictionless import validate
from lxml import etree
from PIL import Image

import geo
from geo.cli import cli
from geo.errors import InputError
from geo.models import Run
from geo.outputs import read_build
from geo.publishing import publish
from geo.view import MapOptions
from tests import ROOT
from tests.conftest import ADDRESS, Once
from tests.decided import Archive
from tests.payloads import EVERY

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ARTICLES = ROOT / "examples" / "articles"
DONE = """TITLE: Hospital inaugurated
DATE: 2026-03-02
SOURCE: Example Agency
URL: https://example.org/news/1

A hospital was inaugurated in Songchon County, South Phyongan Province, on March 1.
"""


class Page(HTMLParser):
    """What a page refers to, and what it could do."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.told: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.add(tag)
        self.attributes |= set(values)
        self.ids.add(values.get("id", ""))
        self.links += [values[name] for name in ("href", "src", "data", "action") if name in values]
        self.links += [one.split()[0] for one in values.get("srcset", "").split(",") if one.strip()]
        if tag in ("meta", "link"):
            key = values.get("property") or values.get("name") or values.get("rel", "")
            self.told[f"{key} {values.get('hreflang', '')}".strip()] = (
                values.get("content") or values.get("href") or ""
            )


@pytest.fixture(scope="session")
def read_pages(published: Path) -> dict[Path, Page]:
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(published.rglob("*.html"))}


@pytest.fixture(scope="module")
def small() -> Run:
    return geo.build([ARTICLES])


@pytest.fixture(scope="module")
def small_site(small: Run, once: Once) -> Path:
    """The folder of a few articles; tests copy it."""
    return once("small", lambda place: publish(small, place / "public")) / "public"


def county_texts(folder: Path) -> dict[str, str]:
    """Key -> the English page of each county."""
    return {
        path.parent.name: path.read_text(encoding="utf-8")
        for path in sorted((folder / "counties").glob("*/index.html"))
    }


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments])


# ---- links -------------------------------------------------------------------------------------------------


def test_every_link_within_the_folder_leads_to_a_file_and_to_a_place_in_it(
    published: Path, read_pages: dict[Path, Page]
) -> None:
    broken, inside = [], 0
    for path, page in read_pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if link.startswith(ADDRESS):
                target = published / unquote(parts.path.removeprefix("/factories/"))
            elif parts.scheme in ("http", "https", "data"):
                continue
            else:
                assert not parts.scheme and not parts.netloc, (path, link)
                target = path.parent / unquote(parts.path) if parts.path else path
            target = (target / "index.html" if target.is_dir() else target).resolve()
            inside += 1
            known = read_pages.get(target)
            views = parts.fragment.startswith(("county=", "ui="))
            if not target.is_file() or (
                known and parts.fragment and not views and parts.fragment not in known.ids
            ):
                broken.append(f"{path.relative_to(published)}: {link}")
    assert broken == []
    assert inside > 2000


def test_every_file_can_be_reached_from_the_map(published: Path, read_pages: dict[Path, Page]) -> None:
    seen, left = set(), [published / "index.html"]
    while left:
        path = left.pop().resolve()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        links = read_pages[path].links if path in read_pages else []
        left += [path.parent / unquote(urlsplit(link).path) for link in links if "://" not in link]
    others = {path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file()}
    others -= {path.relative_to(published.resolve()).as_posix() for path in seen}
    told = {"compact.html", "embed.html", "share.png", "sitemap.xml", "run.json"}
    assert {name for name in others if not name.endswith("-metadata.json")} == told


def test_the_pages_of_counties_have_no_script_and_a_strict_policy(read_pages: dict[Path, Page]) -> None:
    for path, page in read_pages.items():
        if "counties" in path.parts:
            assert not page.elements & {"script", "iframe", "object", "form", "base", "embed"}, path
            assert not any(name.startswith("on") or name == "style" for name in page.attributes), path
            policy = re.search(r'Content-Security-Policy" content="([^"]+)', path.read_text(encoding="utf-8"))
            assert policy and policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-"), path


def test_a_page_says_its_address_its_picture_and_its_other_language(
    published: Path, read_pages: dict[Path, Page]
) -> None:
    for path, page in read_pages.items():
        if path.parent.parent.name != "counties":
            continue
        here = f"{ADDRESS}counties/{path.parent.name}/"
        own = here if path.name == "index.html" else f"{here}ko.html"
        assert page.told["canonical"] == page.told["og:url"] == own
        assert page.told["og:image"] == f"{here}map.png"
        assert (page.told["alternate en"], page.told["alternate ko"]) == (here, f"{here}ko.html")
        with Image.open(path.parent / "map.png") as picture:
            assert picture.size == (1200, 630)
    assert read_pages[published / "index.html"].told["canonical"] == ADDRESS
    assert read_pages[published / "index.html"].told["og:image"] == f"{ADDRESS}share.png"


def test_the_pictures_mark_other_places(published: Path) -> None:
    pictures = {path.read_bytes() for path in published.rglob("map.png")}
    assert len(pictures) == len(county_texts(published))


# ---- what pages say ----------------------------------------------------------------------------------------


def test_every_report_stands_on_the_page_of_its_county(published: Path, shipped: Archive) -> None:
    from html import unescape

    pages = {key: unescape(text) for key, text in county_texts(published).items()}
    units = geo.places.load_gazetteer().units
    checked = 0
    for one in shipped.plain.announcements:
        unit = units.get(one.pcode or "")
        if unit and unit.level > 1:
            for report in one.reports:
                assert report.event.words in pages[unit.polygon_pcode or unit.pcode]
                checked += 1
    assert checked > 300


def test_a_page_tells_stages_words_and_setbacks_in_both_languages(published: Path) -> None:
    english = (published / "counties" / "KP0717" / "index.html").read_text(encoding="utf-8")
    korean = (published / "counties" / "KP0717" / "ko.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in english and '<html lang="ko">' in korean
    assert "Songchon" in english and "성천군" in english and "성천군" in korean
    assert '<time datetime="2024-02-28">28 February 2024</time>' in english
    assert '<time datetime="2024-02-28">2024년 2월 28일</time>' in korean
    assert 'href="../../index.html#county=KP0717"' in english
    assert "Cancelled, postponed, stopped, denied" in english
    assert 'rel="prev"' in english and 'rel="next"' in english


def test_what_is_possible_only_is_no_project_of_the_page(tmp_path: Path) -> None:
    text = (
        "TITLE: Report\nDATE: 2025-03-02\n\nA hospital was inaugurated in Songchon County, DPRK, on Friday.\n"
    )
    publish(geo.build(texts=[text], stated_from=1), tmp_path)
    english = county_texts(tmp_path)["KP0717"]
    korean = (tmp_path / "counties" / "KP0717" / "ko.html").read_text(encoding="utf-8")
    assert '<section class="project"' not in english
    assert "Possible, not counted" in english and "가능성 있음(집계 제외)" in korean


# ---- standards ---------------------------------------------------------------------------------------------


def test_the_tables_keep_to_the_data_package(published: Path) -> None:
    report = validate(str(published / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] >= 4


def test_a_wrong_cell_is_found(published: Path, tmp_path: Path) -> None:
    for path in published.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    table = tmp_path / "announcements.csv"
    table.write_text(
        re.sub(r",(\d+),(\d+),http", r",many,\2,http", table.read_text(encoding="utf-8"), count=1)
    )
    assert not validate(str(tmp_path / "datapackage.json")).valid


def atom_faults(content: bytes) -> Iterator[str]:
    """What RFC 4287 does not allow in a feed."""
    feed = etree.fromstring(content)
    if feed.tag != f"{ATOM}feed":
        yield "no feed"
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        for name in ("id", "title", "updated"):
            if len(one.findall(f"{ATOM}{name}")) != 1 or not one.findtext(f"{ATOM}{name}"):
                yield f"not one {name}"
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.findtext(f"{ATOM}updated") or ""):
            yield "no date-time"
        if not re.match(r"(tag:[\w.-]+,\d{4}(-\d\d(-\d\d)?)?:\S+|urn:uuid:[0-9a-f-]{36}|https?://\S+)$",
                        one.findtext(f"{ATOM}id") or ""):  # fmt: skip
            yield f"no id: {one.findtext(f'{ATOM}id')}"
        links = [
            (link.get("rel"), link.get("type"), link.get("hreflang")) for link in one.findall(f"{ATOM}link")
        ]
        if len(links) != len(set(links)) or not all(link.get("href") for link in one.findall(f"{ATOM}link")):
            yield "links"
    ids = [one.findtext(f"{ATOM}id") for one in (feed, *entries)]
    if len(ids) != len(set(ids)):
        yield "two of one id"
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        yield "no author"
    for one in entries:
        content_of = one.find(f"{ATOM}content")
        if (
            content_of is None
            or content_of.get("type") != "xhtml"
            or [c.tag for c in content_of] != [f"{XHTML}div"]
        ):
            yield "content"
    if max((one.findtext(f"{ATOM}updated") or "" for one in entries), default="") > (
        feed.findtext(f"{ATOM}updated") or ""
    ):
        yield "an entry is younger than the feed"


def entries(folder: Path) -> list[tuple[str, str]]:
    """(id, title) of each entry, in order."""
    feed = etree.fromstring((folder / "changes.atom").read_bytes())
    return [(one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}title")) for one in feed.findall(f"{ATOM}entry")]


def test_the_first_feed_is_valid_and_says_that_it_begins(published: Path) -> None:
    content = (published / "changes.atom").read_bytes()
    assert list(atom_faults(content)) == []
    assert [title for _, title in entries(published)] == [
        "First published: 125 projects in 80 counties and cities"
    ]
    assert (
        b'rel="self" type="application/atom+xml" href="https://example.org/factories/changes.atom"' in content
    )


def test_the_sitemap_names_every_page_for_readers_by_its_whole_address(published: Path) -> None:
    root = etree.fromstring((published / "sitemap.xml").read_bytes())
    assert root.tag == f"{SITEMAP}urlset" and {one.tag for one in root} == {f"{SITEMAP}url"}
    places = [one.findtext(f"{SITEMAP}loc") for one in root]
    assert len(places) == len(set(places)) < 50_000
    named = {place.removeprefix(ADDRESS) for place in places}
    pages = {path.relative_to(published).as_posix() for path in published.rglob("*.html")}
    pages -= {"compact.html", "embed.html"}
    assert {re.sub(r"(^|/)$", r"\1index.html", name) for name in named} == pages


def test_the_public_record_tells_nothing_of_the_machine(published: Path) -> None:
    text = (published / "run.json").read_text(encoding="utf-8")
    assert str(ROOT) not in text and "articles" not in text.replace("documents", "")
    assert read_build(published).version == geo.__version__


# ---- again and again ---------------------------------------------------------------------------------------


def test_the_same_run_published_again_changes_no_byte(small: Run, tmp_path: Path) -> None:
    written = []
    for _ in range(2):
        publish(small, tmp_path / "public", options=MapOptions(address=ADDRESS), formats=["csv", "xlsx"])
        written.append(
            {path: path.read_bytes() for path in (tmp_path / "public").rglob("*") if path.is_file()}
        )
    assert written[0] == written[1]


def test_the_feed_tells_what_changed_and_keeps_what_it_told(tmp_path: Path, small: Run) -> None:
    folder, article = tmp_path / "public", tmp_path / "done.txt"
    article.write_text(DONE, encoding="utf-8")
    options = MapOptions(address=ADDRESS)
    publish(small, folder, options=options)
    first = entries(folder)
    more = geo.build([ARTICLES, article])
    publish(more, folder, options=options)
    second = entries(folder)
    assert second[1:] == first and len(second) == 2
    assert second[0][1] == "New: Songchon (성천군), South Phyongan – hospital 2026: completed, 1 March 2026"
    content = (folder / "changes.atom").read_bytes()
    assert list(atom_faults(content)) == []
    assert f'href="{ADDRESS}counties/KP0717/index.html"'.encode() in content
    assert b'href="https://example.org/news/1"' in content and "새 대상".encode() in content
    publish(small, folder, options=options)
    third = entries(folder)
    assert third[1:] == second and third[0][1].startswith("Withdrawn: Songchon")
    publish(more, folder, options=options)
    assert len(entries(folder)) == 4, "what comes back is told again"


def test_changes_are_told_from_another_build_and_its_feed_goes_on(
    tmp_path: Path, small: Run, small_site: Path
) -> None:
    article = tmp_path / "done.txt"
    article.write_text(DONE, encoding="utf-8")
    more = geo.build([ARTICLES, article])
    publish(more, tmp_path / "now", changes_since=small_site)
    assert [title.split(":")[0] for _, title in entries(tmp_path / "now")] == ["New", "First published"]
    geo.write_outputs(small, tmp_path / "maps")
    for _ in range(2):
        publish(more, tmp_path / "other", changes_since=tmp_path / "maps", day="2026-04-01")
    assert [title.split(":")[0] for _, title in entries(tmp_path / "other")] == ["New"]
    assert b"<updated>2026-04-01T00:00:00Z" in (tmp_path / "other" / "changes.atom").read_bytes()


def test_pages_that_are_no_longer_said_go_and_what_is_not_ours_stays(tmp_path: Path, small: Run) -> None:
    folder = tmp_path / "public"
    publish(small, folder, options=MapOptions(address=ADDRESS), formats=["csv"])
    before = set(county_texts(folder))
    (folder / "CNAME").write_text("example.org")
    (folder / "counties" / "KP0717" / "notes.html").write_text("mine")
    publish(geo.build([ARTICLES / "hospitals.jsonl"]), folder)
    after = set(county_texts(folder))
    assert after < before and "KP0717" not in after
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"CNAME", "counties/KP0717/notes.html"} <= left
    assert not left & {"sitemap.xml", "factorymap-announcements.csv", "counties/KP0717/map.png"}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("changes.atom", "<feed", "is no feed"),
        ("changes.atom", "<rss/>", "is no Atom feed of factorymap"),
        ("changes.atom", f'<!DOCTYPE feed [<!ENTITY x "y">]><feed xmlns="{ATOM[1:-1]}"/>', "is no Atom feed"),
        ("announcements.geojson", "{", "is no GeoJSON of a build"),
    ],
)  # fmt: skip
def test_what_was_there_and_cannot_be_read_stays_as_it_is(
    name: str, content: str, told: str, tmp_path: Path, small: Run, small_site: Path
) -> None:
    folder = Path(shutil.copytree(small_site, tmp_path / "public"))
    (folder / name).write_text(content)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(InputError, match=told):
        publish(small, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


# ---- the command -------------------------------------------------------------------------------------------


def test_the_command_writes_the_same_bytes_whatever_the_hash_seed_and_the_time_zone(tmp_path: Path) -> None:
    article = tmp_path / "done.txt"
    article.write_text(DONE, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "geo", "publish", str(tmp_path / "one"), str(article), "--address", ADDRESS],
        check=True,
        env={"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "PATH": "/usr/bin:/bin"},
        cwd=ROOT,
    )
    assert run("publish", tmp_path / "two", article, "--address", ADDRESS).exit_code == 0
    one, two = (
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file()}
        for name in ("one", "two")
    )
    assert one == two and len(one) > 12


def test_the_command_says_what_is_left_out_without_an_address(tmp_path: Path) -> None:
    ended = run("publish", tmp_path / "public", ARTICLES, "--title", "<b>Ours</b>", "--format", "topojson")
    assert ended.exit_code == 0, ended.output
    assert "Without --address left out: sitemap.xml, canonical addresses" in ended.stderr
    assert ended.stdout.strip() == str(tmp_path / "public" / "index.html")
    assert not (tmp_path / "public" / "sitemap.xml").exists()
    text = (tmp_path / "public" / "counties" / "index.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Ours&lt;/b&gt;" in text and "<b>Ours" not in text and "canonical" not in text


def test_an_undated_page_asks_for_a_day(tmp_path: Path) -> None:
    article = tmp_path / "undated.txt"
    article.write_text(DONE.replace("DATE: 2026-03-02\n", "").replace(" on March 1", ""), encoding="utf-8")
    ended = run("publish", tmp_path / "public", article)
    assert ended.exit_code == 1 and "no page is dated, and the feed needs a day" in ended.stderr
    assert not (tmp_path / "public").exists()
    ended = run("publish", tmp_path / "public", article, "--day", "Monday")
    assert ended.exit_code == 1 and "'Monday' is no day" in ended.stderr
    assert run("publish", tmp_path / "public", article, "--day", "2026-03-02").exit_code == 0


# ---- strangers' texts --------------------------------------------------------------------------------------


def test_texts_of_strangers_make_no_element_no_attribute_and_no_link(hostile_site: Path) -> None:
    folder = hostile_site
    tame = set(
        "a b bdi blockquote body defs figcaption figure footer h1 h2 head header html img li link main meta "
        "nav ol p path rect section small span style svg time title ul use".split()
    )
    pages = [Page(path.read_text(encoding="utf-8")) for path in (folder / "counties").rglob("*.html")]
    assert len(pages) > 2 * len(EVERY) / 3
    for page in pages:
        assert page.elements <= tame
        assert not any(name.startswith("on") or name in ("style", "srcdoc") for name in page.attributes)
        schemes = {urlsplit(link).scheme for link in page.links}
        assert schemes <= {"", "http", "https", "data"}
        assert {link for link in page.links if link.startswith("data:")} == {"data:,"}
    assert list(atom_faults((folder / "changes.atom").read_bytes())) == []
    assert validate(str(folder / "datapackage.json")).valid
