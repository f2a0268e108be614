"""Fonts in a PDF: only the glyphs that are used, and for each the letter that is found and copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from zlib import crc32

from geo.pictures.fontfiles import Font
from geo.pictures.pdffile import PdfFile

TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep")
"""What a reader needs of a TrueType font whose glyphs it knows by number."""
AT_ONCE = 100
"""So many lines may a block of a character map have."""
CHARACTER_MAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{letters}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed(pdf: PdfFile, font: Font, letters: Iterable[str]) -> str:
    """
    Add a TrueType font with the glyphs of some letters; returns how a page refers to it.

    The font's text is two bytes a letter, the number of its glyph.
    """
    glyphs = _numbered(font, letters)
    content = _with_glyphs(font, glyphs)
    name = f"/{_tag(content)}+{font.file.stem}"
    file = pdf.add_stream(content, f"/Length1 {len(content)}")
    inner = pdf.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {pdf.add(_description(font, name, file))} /W [{_widths(font, glyphs)}] >>"
    )
    return pdf.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H "
        f"/DescendantFonts [{inner}] /ToUnicode {pdf.add_stream(_character_map(glyphs))} >>"
    )


def _numbered(font: Font, letters: Iterable[str]) -> dict[int, str]:
    """Number of a glyph -> its letter, of several the first."""
    glyphs: dict[int, str] = {}
    for letter in sorted(letters):
        glyphs.setdefault(font.number(font.glyphs_of(letter)[0]), letter)
    return dict(sorted(glyphs.items()))


def _description(font: Font, name: str, file: str) -> str:
    """The descriptor of a font, in thousandths of its size."""
    head, line = font.tables["head"], font.tables["hhea"]
    box = [_thousandths(font, side) for side in (head.xMin, head.yMin, head.xMax, head.yMax)]
    ascent, descent = _thousandths(font, line.ascent), _thousandths(font, line.descent)
    return (
        f"<< /Type /FontDescriptor /FontName {name} /Flags 4 /FontBBox [{' '.join(map(str, box))}] "
        f"/ItalicAngle 0 /Ascent {ascent} /Descent {descent} /CapHeight {ascent} /StemV 80 "
        f"/FontFile2 {file} >>"
    )


def _widths(font: Font, glyphs: Mapping[int, str]) -> str:
    """How far each glyph reaches, in thousandths of the font's size."""
    return " ".join(f"{number} [{round(font.width(letter) * 1000)}]" for number, letter in glyphs.items())


def _character_map(glyphs: Mapping[int, str]) -> bytes:
    """Which letter each glyph stands for."""
    lines = [f"<{number:04X}> <{letter.encode('utf-16-be').hex()}>" for number, letter in glyphs.items()]
    blocks = [lines[start : start + AT_ONCE] for start in range(0, len(lines), AT_ONCE)]
    letters = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return CHARACTER_MAP.format(letters=letters).encode("ascii")


def _with_glyphs(font: Font, glyphs: Iterable[int]) -> bytes:
    """A TrueType file with the outlines of some glyphs and their parts only, each at its own number."""
    from fontTools.subset import Options, Subsetter

    tables = font.opened()
    dropped = [tag.strip() for tag in set(tables.keys()).difference(TABLES)]
    subsetter = Subsetter(Options(drop_tables=dropped, retain_gids=True))
    subsetter.populate(gids=glyphs)
    subsetter.subset(tables)
    written = BytesIO()
    tables.save(written)
    return written.getvalue()


def _thousandths(font: Font, units: int) -> int:
    return round(units * 1000 / font.units)


def _tag(content: bytes) -> str:
    """Six capital letters that tell one selection of a font's glyphs from another."""
    number = crc32(content)
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
