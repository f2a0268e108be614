"""The frame of a PDF file: numbered objects, and the table that says where each begins (ISO 32000-1, 7.5)."""

from __future__ import annotations

import zlib
from hashlib import sha256


class PdfFile:
    """Objects in the order in which they are added; nothing in it depends on when and where it is written."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def add(self, written: str) -> str:
        """Add an object; returns how others refer to it."""
        return self._add(written.encode("ascii"))

    def add_stream(self, content: bytes, entries: str = "") -> str:
        """Add a stream, with further entries of its dictionary; returns how others refer to it."""
        packed = zlib.compress(content)
        head = f"<< {entries} /Length {len(packed)} /Filter /FlateDecode >>"
        return self._add(b"%b\nstream\n%b\nendstream" % (head.encode("ascii"), packed))

    def add_page(self, content: bytes, resources: str, width: float, height: float) -> str:
        """Add the only page, of a size in points; returns how the end of the file refers to its tree."""
        drawn = self.add_stream(content)
        tree = f"{len(self._objects) + 2} 0 R"
        page = self.add(
            f"<< /Type /Page /Parent {tree} /MediaBox [0 0 {width:g} {height:g}] "
            f"/Resources << {resources} >> /Contents {drawn} >>"
        )
        self.add(f"<< /Type /Pages /Kids [{page}] /Count 1 >>")
        return self.add(f"<< /Type /Catalog /Pages {tree} >>")

    def closed(self, catalog: str, about: str) -> bytes:
        """The whole file, with its catalog and a dictionary about it, as they are referred to."""
        body = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
        places = []
        for number, one in enumerate(self._objects, 1):
            places.append(len(body))
            body += b"%d 0 obj\n%b\nendobj\n" % (number, one)
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        name = sha256(body).hexdigest()[:32]
        end = (
            f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(places) + 1} /Root {catalog} /Info {about} /ID [<{name}> <{name}>] >>\n"
            f"startxref\n{len(body)}\n%%EOF\n"
        )
        return body + end.encode("ascii")

    def _add(self, one: bytes) -> str:
        self._objects.append(one)
        return f"{len(self._objects)} 0 R"


def in_pdf(text: str) -> str:
    """A text as the dictionary about a file has it."""
    return f"<FEFF{text.encode('utf-16-be').hex()}>"
