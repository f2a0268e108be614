"""A report as a Word document (python-docx): headings, tables, pictures, links to numbered sources."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from geo.report.html import WEB
from geo.report.plain import Plain
from geo.report.typesetting import png_of
from geo.text import drawable

CREATED = datetime(2026, 11, 29)
"""What a file says of its making, so that it does not differ from run to run."""
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def docx_of(paper: Plain) -> bytes:
    """The whole document; the same report gives the same bytes."""
    from docx import Document

    book = Document()
    for style, size in (("Normal", 10), ("Heading 1", 15), ("Title", 20)):
        _face(book.styles[style], size)
    properties = book.core_properties
    properties.title, properties.author = drawable(paper["title"]), "factorymap"
    properties.comments = f"{paper['generator']}, {paper['build_id']}"
    properties.created = properties.modified = CREATED
    properties.language = paper["language"]
    return _same_bytes(_Writing(book, paper).written())


def _face(style: Any, size: int) -> None:
    """One face for Latin letters and one for Hangul."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = "Arial", Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), "Malgun Gothic")


class _Writing:
    """What is written into a document, block by block."""

    def __init__(self, book: Any, paper: Plain) -> None:
        self.book, self.paper, self.marks = book, paper, 0

    def written(self) -> Any:
        """The document with everything in it."""
        book, paper = self.book, self.paper
        book.add_heading(drawable(paper["title"]), 0)
        for line in filter(None, (paper["byline"], paper["lead"])):
            book.add_paragraph(drawable(line))
        for chapter in paper["chapters"]:
            book.add_heading(drawable(chapter["title"]), 1)
            for block in chapter["blocks"]:
                getattr(self, f"_{block['kind']}")(block)
        book.add_heading(drawable(paper["sources_title"]), 1)
        for one in paper["citations"]:
            self._source(one)
        for credit in (*paper["credits"], f"{paper['generator']}, {paper['build_id']}"):
            book.add_paragraph(drawable(credit))
        return book

    def _statement(self, block: Plain) -> None:
        line = self.book.add_paragraph(drawable(block["text"]))
        self._cites(line, block["runs"])
        self._see(line, block["see"])

    def _drawing(self, block: Plain) -> None:
        from docx.shared import Cm

        wide = Cm(11.5 if block["id"] == "map" else 15)
        picture = self.book.add_picture(io.BytesIO(png_of(block["svg"])), width=wide)
        picture._inline.docPr.set("descr", drawable(block["alt"]))
        self._see(self.book.add_paragraph(drawable(block["caption"]), "Caption"), block["see"])

    def _table(self, block: Plain) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement

        head = f"{self.paper['see_word']} {block['number']}. {block['caption']}"
        line = self.book.add_paragraph("", "Caption")
        line.paragraph_format.keep_with_next = True
        self._mark(line, f"t-{block['id']}", head)
        self._see(line, block["see"])
        names = [*block["head"], *([self.paper["sources_word"]] * block["cited"])]
        table = self.book.add_table(rows=1 + len(block["rows"]), cols=len(names), style="Light Grid")
        cells = table._cells
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for at, name in enumerate(names):
            cells[at].paragraphs[0].add_run(drawable(name)).font.size = _points(8)
        for number, row in enumerate(block["rows"], 1):
            for at, text in enumerate(row["cells"]):
                line = cells[number * len(names) + at].paragraphs[0]
                if at == 0 and WEB.match(row["url"]):
                    self._link(line, drawable(text), url=row["url"], size=8)
                else:
                    run = line.add_run(drawable(text))
                    run.font.size, run.bold = _points(8), False
                if at in block["numbers"]:
                    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if block["cited"]:
                self._cites(cells[number * len(names) + len(names) - 1].paragraphs[0], row["runs"])

    def _source(self, one: Plain) -> None:
        words = f"“{one['words']}” — " if one["quoted"] else f"{one['words']} — " * bool(one["words"])
        line = self.book.add_paragraph()
        line.paragraph_format.space_after = _points(2)
        self._mark(line, f"s{one['number']}", f"{one['number']}.")
        line.add_run(f" {drawable(words)}").font.size = _points(8)
        if WEB.match(one["url"]):
            self._link(line, drawable(one["label"]), url=one["url"], size=8)
        else:
            line.add_run(drawable(one["label"])).font.size = _points(8)

    def _cites(self, line: Any, runs: Sequence[tuple[int, int]]) -> None:
        """Numbers in brackets, each a link to its source."""
        for at, (first, last) in enumerate(runs):
            line.add_run(", " if at else " [").font.size = _points(7)
            self._link(line, str(first), anchor=f"s{first}", size=7)
            if last != first:
                line.add_run("–").font.size = _points(7)
                self._link(line, str(last), anchor=f"s{last}", size=7)
        if runs:
            line.add_run("]").font.size = _points(7)

    def _see(self, line: Any, see: Plain | None) -> None:
        """A link to the table that has the sources."""
        if see:
            line.add_run(" (")
            self._link(line, f"{self.paper['see_word']} {see['number']}", anchor=f"t-{see['id']}", size=8)
            line.add_run(")")

    def _mark(self, line: Any, name: str, text: str) -> None:
        """Words that links inside the document lead to."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.marks))
        start.set(qn("w:name"), name)
        line._p.append(start)
        line.add_run(drawable(text))
        line._p.append(end)

    def _link(self, line: Any, text: str, *, size: int, anchor: str = "", url: str = "") -> None:
        """A link to a mark of the document, or out of it."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        link = OxmlElement("w:hyperlink")
        if anchor:
            link.set(qn("w:anchor"), anchor)
        else:
            to = line.part.relate_to(drawable(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), to)
        run = line.add_run(text)
        run.font.size, run.font.color.rgb = _points(size), RGBColor(0x0B, 0x5C, 0x8C)
        link.append(run._r)
        line._p.append(link)


def _points(size: int) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _same_bytes(book: Any) -> bytes:
    """The file with one day on all its parts."""
    made, out = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w") as archive:
        for name in parts.namelist():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DAY), parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
