"""A report says what the run has, every sentence with its sources, and the same in every format."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
import yaml
from click.testing import CliRunner
from docx import Document as read_docx
from lxml import etree, html
from markdown_it import MarkdownIt
from pypdf import PdfReader

import geo
from geo.cli import cli
from geo.errors import InputError
from geo.models import InputRecord, Run
from geo.outputs import build_id
from geo.projects import merge_events
from geo.report import check_formats, write_report
from geo.report.charts import bars, columns, spreads
from geo.report.citing import runs
from geo.report.composing import paper_of
from geo.report.plain import plain_paper
from geo.report.records import Drawing, Paper, Statement, Tabulation
from tests import ROOT
from tests.decided import Archive
from tests.records import GAZETTEER, HWANGJU, KUSONG, SONGCHON, report

FORMATS = ("html", "md", "docx", "pdf")


@pytest.fixture(scope="module")
def paper(shipped: Archive) -> Paper:
    """The report of the shipped articles."""
    return paper_of(shipped.plain)


@pytest.fixture(scope="module")
def written(shipped: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in every format."""
    folder = tmp_path_factory.mktemp("report")
    for suffix in FORMATS:
        write_report(shipped.plain, folder / f"report.{suffix}")
    return folder


def run_of(*reports: geo.Report, **more: object) -> Run:
    """A run of such reports alone."""
    announcements = merge_events(reports, units=GAZETTEER.units)
    empty = Run(paths=(), inputs=(), documents=(), mentions=(), events=(), announcements=announcements)
    return replace(empty, **more)  # type: ignore[arg-type]


def statements(paper: Paper, chapter: str = "") -> list[str]:
    return [
        block.text
        for one in paper.chapters
        for block in one.blocks
        if isinstance(block, Statement) and chapter in ("", one.id)
    ]


def table(paper: Paper, id: str) -> list[dict[str, str]]:
    found = paper.tables[id]
    return [dict(zip(found.head, row.cells, strict=True)) for row in found.rows]


@pytest.mark.parametrize("day", ["", "2025-06-01", "2027-03-02"])
def test_every_sentence_and_picture_leads_to_quoted_words(shipped: Archive, day: str) -> None:
    """By number, or by a table of which each row leads on, to passages or to the documents read."""
    paper = paper_of(shipped.plain, as_of=day)
    numbers = {one.number for one in paper.citations}
    assert numbers == set(range(1, len(paper.citations) + 1))

    def rests(id: str) -> bool:
        found = paper.tables[id]
        if found.cited:
            return all(row.sources and numbers.issuperset(row.sources) for row in found.rows)
        return found.id in ("documents", "inputs") or rests(found.see)

    for chapter in paper.chapters:
        for block in chapter.blocks:
            if isinstance(block, Statement) and not block.method:
                assert block.sources or rests(block.table), block
                assert numbers.issuperset(block.sources)
            elif isinstance(block, Tabulation):
                assert rests(block.id), block.id
            elif isinstance(block, Drawing):
                assert rests(block.table), block.id


def test_citations_are_the_words_of_the_reports(shipped: Archive, paper: Paper) -> None:
    reports = [report for one in shipped.plain.announcements for report in one.reports]
    words = {" ".join(one.event.words.split()) for one in reports}
    cited = {one.words for one in paper.citations}
    assert words <= cited
    summaries = {" ".join(one.event.words.split()) for one in reports if one.is_summary}
    assert not [one for one in paper.citations if one.words in summaries and one.quoted]


def test_the_numbers_are_those_of_the_run(shipped: Archive, paper: Paper) -> None:
    run = shipped.plain
    projects = table(paper, "projects")
    assert len(projects) == len(run.announcements)
    alone = sum(one.state_media_only for one in run.announcements)
    assert sum(row["Who says so"] == "State media only" for row in projects) == alone
    assert f"{alone} of {len(run.announcements)} projects are claimed by state media" in " ".join(
        statements(paper, "state-media")
    )
    by_province = table(paper, "provinces")
    assert sum(int(row["Projects"]) for row in by_province) == len(run.announcements)
    assert len(table(paper, "possible")) == len(run.possible)
    assert len(table(paper, "documents")) == len(run.documents)
    assert len(table(paper, "sites")) == 60


def test_time_to_completion_is_told_with_its_spread() -> None:
    """Of four projects with both days; a fifth is known to the month, a sixth not at all."""
    days = {"KP0310": 290, "KP0603": 300, "KP0717": 310, "KP0805": 340}
    told = []
    for pcode, number in days.items():
        told += [report(pcode, "regional_industry", "groundbreaking", "2024-03-01", policy=True)]
        end = (date(2024, 3, 1) + timedelta(number)).isoformat()
        told += [report(pcode, "regional_industry", "completed", end, policy=True)]
    told += [report("KP0404", "regional_industry", "groundbreaking", "2024-03", policy=True)]
    told += [report("KP0404", "regional_industry", "completed", "2024-12-20", policy=True)]
    told += [report("KP0414", "regional_industry", "completed", "2024-12-20", policy=True)]
    paper = paper_of(run_of(*told), as_of="2025-06-01")
    spread = " ".join(statements(paper, "durations"))
    assert (
        f"4 projects have a day reported for groundbreaking and for completion: the time between them is \
{round(median(days.values()))} days in the middle (half of them 298 to 318, all 290 to 340)"
        in spread
    )
    assert "1 more are known to the month" in spread
    assert "1 of the 6 projects reported as done are left out" in spread
    (row,) = [row for row in table(paper, "built") if row["Place"] == "Kosan"]
    assert row["Days"] == "264–294"


def test_quartiles_are_not_told_of_three() -> None:
    told = []
    for pcode in ("KP0310", "KP0603", "KP0717"):
        told += [report(pcode, "hospital", "groundbreaking", "2025-03-01", policy=True)]
        told += [report(pcode, "hospital", "completed", "2025-12-26", policy=True)]
    spread = " ".join(statements(paper_of(run_of(*told)), "durations"))
    assert "too few for a spread: 300, 300, 300 days" in spread and "half of them" not in spread


def late_run() -> Run:
    """Two sites of 2024 begun, one of them inaugurated."""
    return run_of(
        report(SONGCHON, "regional_industry", "groundbreaking", "2024-02-28", published="2024-02-29"),
        report(SONGCHON, "regional_industry", "completed", "2024-12-20", published="2024-12-21"),
        report(KUSONG, "regional_industry", "groundbreaking", "2024-03-01", published="2024-03-02"),
    )


@pytest.mark.parametrize(
    ("day", "late"),
    [("2024-12-31", False), ("2025-02-17", False), ("2025-02-18", True), ("2026-01-01", True)],
)
def test_who_is_late_depends_on_the_day(day: str, late: bool) -> None:
    """60 days after the first inauguration of the campaign: on 18 February 2025."""
    paper = paper_of(late_run(), as_of=day)
    told = [line for line in statements(paper, "summary") if line.startswith("Late by")]
    assert bool(told) == late
    if late:
        assert "Kusong" in told[0] and "Songchon" not in told[0]
        assert "no source here reports them as done" in told[0]
    standing = {row["Place"]: row["Standing"] for row in table(paper, "sites")}
    assert standing["Kusong"] == ("late" if late else "under way")


def test_a_day_before_leaves_out_what_came_after() -> None:
    paper = paper_of(late_run(), as_of="2024-06-30")
    assert {row["Stage"] for row in table(paper, "projects")} == {
        "groundbreaking (28 February 2024)",
        "groundbreaking (1 March 2024)",
    }
    assert "what they date after 30 June 2024 is left out" in " ".join(statements(paper, "progress"))


def test_a_day_after_says_that_nothing_is_known_of_the_time_between() -> None:
    told = " ".join(statements(paper_of(late_run(), as_of="2027-01-01"), "progress"))
    assert "The newest document is of 21 December 2024" in told
    assert "not known here" in told


@pytest.mark.parametrize("day", ["soon", "2025", "2025-06", "2025-02-30"])
def test_what_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(InputError, match="is no day"):
        paper_of(late_run(), as_of=day)


def test_shares_count_people_that_were_counted_together_once() -> None:
    paper = paper_of(
        run_of(
            report(SONGCHON, "regional_industry", "groundbreaking", "2024-02-28", policy=True),
            report(HWANGJU, "regional_industry", "groundbreaking", "2025-02-28", policy=True),
        )
    )
    shares = statements(paper, "shares")
    units = GAZETTEER.units
    people = (units[SONGCHON].people or 0) + (units[HWANGJU].people or 0)
    assert f"{people:,} people lived there in 2008" in " ".join(shares)
    assert "sites of 2024 named here are 1 of 181" in shares[0]
    assert "(census" not in shares[0] and any("census of 2008" in one.label for one in paper.citations)


def test_setbacks_failed_inputs_and_places_that_stay_open_are_told() -> None:
    stopped = report(SONGCHON, "regional_industry", "stopped", "2025-07-01")
    open_place = report(None, "hospital", "completed", "2025-01-01", candidates=(KUSONG,), name="Xsong")
    failed = InputRecord("/secret/folder/bad.docx", "failed", "is no Word document")
    paper = paper_of(run_of(open_place, loose_setbacks=(stopped,), inputs=(failed,)))
    assert "Songchon, regional-industry factories: reported as stopped, 1 July 2025." in statements(paper)
    assert table(paper, "inputs") == [
        {"File": "bad.docx", "Outcome": "failed", "Reason": "is no Word document"}
    ]
    assert [row["Place"] for row in table(paper, "projects")] == ["Xsong"]


def test_a_run_without_anything_is_told_as_that() -> None:
    paper = paper_of(run_of())
    assert "0 projects are reported in 0 counties and cities." in statements(paper)
    assert "No project has a day reported for both groundbreaking and completion." in statements(paper)
    assert "sites" not in paper.tables


def test_the_id_is_of_what_was_read_not_of_where(tmp_path: Path) -> None:
    text = "The hospital of Kusong City, DPRK, was inaugurated on December 13, 2025."
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, encoding="utf-8")
    one, two = geo.build(tmp_path / "one"), geo.build(tmp_path / "two")
    (tmp_path / "two" / "b.txt").write_text("A hospital opened in Anak County.", encoding="utf-8")
    assert build_id(one) == build_id(two) != build_id(geo.build(tmp_path / "two"))
    assert re.fullmatch("[0-9a-f]{16}", build_id(one))


def test_a_build_and_its_report_have_one_id(shipped_outputs: Path, paper: Paper) -> None:
    record = json.loads((shipped_outputs / "run.json").read_text(encoding="utf-8"))
    assert record["id"] == paper.build_id


def test_korean_reports_have_no_english_of_ours(shipped: Archive) -> None:
    paper = paper_of(shipped.plain, language="ko")
    for chapter in paper.chapters:
        assert re.search("[가-힣]", chapter.title)
        for block in chapter.blocks:
            text = block.text if isinstance(block, Statement) else block.caption
            assert re.search("[가-힣]", text), text
    english = paper_of(shipped.plain)
    assert [len(one.blocks) for one in english.chapters] == [len(one.blocks) for one in paper.chapters]


def html_text(folder: Path) -> str:
    return str(html.parse(str(folder / "report.html")).getroot().text_content())


def md_text(folder: Path) -> str:
    rendered = MarkdownIt("commonmark").enable("table").render((folder / "report.md").read_text("utf-8"))
    return str(html.fromstring(rendered).text_content())


def docx_text(folder: Path) -> str:
    with zipfile.ZipFile(folder / "report.docx") as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(t.text or "" for t in p.iter(f"{space}t")) for p in body.iter(f"{space}p"))


def pdf_text(folder: Path) -> str:
    """Without the numbers of the pages, which may stand in a passage."""
    pages = PdfReader(folder / "report.pdf").pages
    return "\n".join(re.sub(r"\d+ / \d+\s*$", "", page.extract_text()) for page in pages)


@pytest.mark.parametrize("reader", [html_text, md_text, docx_text, pdf_text])
def test_every_format_says_the_same(reader: Callable[[Path], str], written: Path, paper: Paper) -> None:
    def bare(text: str) -> str:
        return re.sub(r"[\s\u00ad\u200b-]", "", text)

    text = bare(reader(written))
    for line in statements(paper):
        assert bare(line) in text, line
    for one in paper.citations[:40]:
        assert bare(one.words) in text and bare(one.label) in text
    assert paper.build_id in text


def test_links_inside_lead_somewhere(written: Path) -> None:
    page = html.parse(str(written / "report.html")).getroot()
    inside = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert inside and inside <= set(page.xpath("//@id"))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))
    text = (written / "report.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= set(re.findall(r'<a id="([\w-]+)">', text))
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert len(pictures) == 6 and all((written / name).is_file() for name in pictures)
    with zipfile.ZipFile(written / "report.docx") as parts:
        body = parts.read("word/document.xml").decode()
    assert set(re.findall(r'w:anchor="([^"]+)"', body)) <= set(
        re.findall(r'w:bookmarkStart[^>]*w:name="([^"]+)"', body)
    )
    destinations = PdfReader(written / "report.pdf").pages[0].get("/Annots")
    assert destinations


def test_the_page_runs_nothing_and_asks_nobody(written: Path) -> None:
    text = (written / "report.html").read_text(encoding="utf-8")
    page = html.fromstring(text)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert not page.xpath("//script | //@style | //link | //img | //iframe | //@*[starts-with(name(), 'on')]")


HOSTILE = """\
TITLE: <script>alert(1)</script> #set page() $x$ *b* [l](javascript:x) ‮evil
DATE: 2025-12-14
SOURCE: "><img src=x onerror=alert(1)> #eval("1") | pipe
URL: javascript:alert(1)

The <b>hospital</b> 😀 ខ្មែរ of Kusong City, DPRK, was opened on December 13, 2025, #panic() `x` | $a$ ‮abc.
"""


def test_texts_are_text_in_every_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    run = geo.build(tmp_path / "a.txt")
    for suffix in FORMATS:
        write_report(run, tmp_path / f"report.{suffix}", title="# <i>T</i> #pagebreak()")
    page = html.parse(str(tmp_path / "report.html")).getroot()
    assert not page.xpath("//script | //img | //a[starts-with(@href, 'javascript')]")
    assert page.xpath("//h1")[0].text_content() == "# <i>T</i> #pagebreak()"
    rendered = MarkdownIt("commonmark").enable("table").render((tmp_path / "report.md").read_text("utf-8"))
    assert not html.fromstring(rendered).xpath("//script | //img[@onerror] | //a[starts-with(@href, 'java')]")
    assert '#eval("1") | pipe' in html.fromstring(rendered).text_content()
    assert "\u202e" not in rendered + docx_text(tmp_path)
    assert '#eval("1")' in docx_text(tmp_path)
    assert "#panic()" in pdf_text(tmp_path).replace("\n", "")


def test_the_same_run_gives_the_same_bytes(shipped: Archive, written: Path, tmp_path: Path) -> None:
    for suffix in FORMATS:
        write_report(shipped.plain, tmp_path / f"report.{suffix}")
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in written.iterdir()}
    for path in written.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_word_has_headings_tables_and_pictures_with_alternatives(written: Path, paper: Paper) -> None:
    book = read_docx(str(written / "report.docx"))
    assert [p.text for p in book.paragraphs if p.style and p.style.name == "Heading 1"] == [
        *(one.title for one in paper.chapters),
        paper.sources_title,
    ]
    assert len(book.tables) == len(paper.tables)
    assert len(book.inline_shapes) == 6
    assert all(shape._inline.docPr.get("descr") for shape in book.inline_shapes)


def test_the_pdf_is_tagged_and_has_no_clock(written: Path, paper: Paper) -> None:
    pdf = PdfReader(written / "report.pdf")
    assert pdf.metadata and pdf.metadata.title == paper.title and "/CreationDate" not in pdf.metadata
    assert pdf.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert [one.title for one in pdf.outline[0:1]]  # type: ignore[union-attr]


def test_drawings_are_well_formed_and_escape_words() -> None:
    from geo.report.charts import Part

    part = Part(3, "#ffffff", "<a> & b")
    for drawn in (
        bars([("x <y>", [part])]),
        columns(["2024-12", "2025-01"], [[part], []]),
        spreads([("g & h", [1, 2], ())], "days"),
        bars([]),
        columns([], []),
    ):
        shapes = etree.parse(io.BytesIO(drawn.encode()))
        assert shapes.getroot().tag.endswith("svg")


@pytest.mark.parametrize("most", [1, 9, 64, 80, 81, 320, 5000, 36_000])
def test_ticks_of_a_spread_stay_apart(most: int) -> None:
    shapes = etree.parse(io.BytesIO(spreads([("g", [1, most], ())], "days").encode())).getroot()
    ticks = [int(one.text or "") for one in shapes if one.get("text-anchor") == "middle"]
    assert 2 <= len(ticks) <= 9 and len({b - a for a, b in pairwise(ticks)}) == 1


def test_numbers_that_follow_each_other_are_a_run() -> None:
    assert runs([]) == [] and runs([4]) == [(4, 4)] and runs([1, 2, 4, 5, 6]) == [(1, 2), (4, 6)]


def test_the_command_writes_each_file_and_names_it(names: Path, tmp_path: Path) -> None:
    files = [str(tmp_path / f"r.{suffix}") for suffix in ("html", "md")]
    shown = CliRunner().invoke(
        cli,
        ["report", str(names), "-o", files[0], "-o", files[1], "--as-of", "2028-01-01", "--language", "ko"],
    )
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.split() == files
    assert '<html lang="ko">' in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "report.txt"], "a report is .html, .md, .docx or .pdf"),
        (["--as-of", "yesterday"], "'yesterday' is no day"),
        (["nowhere/"], "does not exist"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(
        cli, ["report", *arguments, *([str(names)] if "nowhere/" not in arguments else [])]
    )
    assert shown.exit_code in (1, 2) and said in shown.output
    assert not list(tmp_path.iterdir())


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.text.libraries.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"needs docx, typst: pip install 'factorymap\[report\]'"):
        check_formats(["report.docx"])
    check_formats(["report.html", "report.md"])


def test_the_program_says_how_to_be_cited() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["version"] == geo.__version__ and cited["license"] == "MIT"
    assert cited["authors"] == [{"name": "factorymap developers"}]
    assert {"cff-version", "message", "title", "type"} <= set(cited)


def test_plain_values_are_what_every_format_is_written_from(paper: Paper) -> None:
    plain = plain_paper(paper)
    blocks = [block for one in plain["chapters"] for block in one["blocks"]]
    assert {block["kind"] for block in blocks} == {"statement", "table", "drawing"}
    assert [block["number"] for block in blocks if block["kind"] == "table"] == list(
        range(1, len(paper.tables) + 1)
    )
