"""PDF and Word files for the tests, of a few bytes and in our own words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

Placed = tuple[float, float, float, str]
"""Left and baseline in points, size, words."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def pdf(
    pages: Sequence[Sequence[Placed]],
    info: dict[str, str] | None = None,
    rotate: int = 0,
    matrix: str = "1 0 0 1 0 0",
) -> bytes:
    """A PDF with words in Helvetica at given places; `matrix` turns what is drawn, `rotate` the page."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    fields = " ".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = b"%b cm\n" % matrix.encode() + b"\n".join(_shown(placed) for placed in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} "
            f"/Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    objects.append(f"<< {fields} >>".encode())
    return _file(objects)


def _shown(placed: Placed) -> bytes:
    left, baseline, size, words = placed
    safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F1 %g Tf %g %g Td (%b) Tj ET" % (size, left, baseline, safe)


def _file(objects: list[bytes]) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, one in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, one))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(objects), start)
    )
    return out.getvalue()


def column(left: float, top: float, lines: Sequence[str], size: float = 10, step: float = 12) -> list[Placed]:
    """Lines below each other."""
    return [(left, top - step * number, size, line) for number, line in enumerate(lines)]


def docx(
    paragraphs: Sequence[str], title: str = "", created: str = "", styles: dict[int, str] | None = None
) -> bytes:
    """A Word document of plain paragraphs; one that begins with `<w:` is taken as it is."""
    body = "".join(_paragraph(one, (styles or {}).get(number, "")) for number, one in enumerate(paragraphs))
    main = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{escape(title)}</dc:title>'
        f"<dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )
    return zipped({"word/document.xml": main, "docProps/core.xml": core})


def _paragraph(words: str, style: str) -> str:
    if words.startswith("<w:"):
        return words
    marked = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{marked}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def zipped(parts: dict[str, str]) -> bytes:
    """An archive with some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()
