"""
A decisions file that grows by rows, while its owner may have it open elsewhere.

What stands in it stays byte for byte, in its encoding, with its separator and its line ends; only the header
is lengthened by columns that a row needs. The file is written whole or not at all, by one process at a time,
and only if it is the one that the writer has seen.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from geo.decisions.reading import LARGEST, READERS, Decisions, decisions_of
from geo.errors import FactorymapError, InputError
from geo.models import Decision
from geo.text import (
    decode,
    harmless,
    likely_delimiter,
    read_regular,
    read_rows,
    sole_changer,
    write_atomically,
)

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp949", "cp1252")
_MARK = "\ufeff"
Row = Mapping[str, str]
"""Column -> cell, as a decisions file has them; what is not there is empty."""


class ChangedMeanwhile(FactorymapError):
    """The file is not the one that the writer has seen."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A decisions file as it stood at one moment; a file that is not there, or blank, has no text."""

    path: Path
    text: str
    encoding: str
    version: str
    """Made of its bytes; empty if there is no file."""

    @property
    def decisions(self) -> Decisions:
        """
        What it decides.

        Raises
        ------
        InputError
            If it is no decisions file; BadRowsError if rows of it cannot be used.
        """
        return decisions_of(self.text, str(self.path)) if self.text else Decisions(str(self.path), ())

    @property
    def line_end(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text or not self.text else "\n"

    @property
    def lines(self) -> list[str]:
        """Its lines with their ends, as errors count them."""
        return list(io.StringIO(self.text, newline=""))


def read_kept(path: Path) -> KeptFile:
    """The file as it stands now; InputError if it cannot be read, or not be written back as it is."""
    if not path.exists():
        return KeptFile(path, "", "utf-8", "")
    content = read_regular(path, LARGEST, advice="Name a CSV file of decisions.")
    version = sha256(content).hexdigest()[:16]
    if not content.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"):
        return KeptFile(path, "", "utf-8", version)
    text, _ = decode(content)
    for encoding in ENCODINGS:
        if _encoded(text, encoding) == content:
            return KeptFile(path, text, encoding, version)
    raise InputError(f"'{path}' is damaged, or in an encoding that is not known. Save it as CSV in UTF-8.")


def change(path: Path, version: str, edit: Callable[[KeptFile], str]) -> KeptFile:
    """
    Replace the text of the file by what `edit` makes of it, if it still is of this version; the file then.

    When it returns, the new file is on the disk.

    Raises
    ------
    ChangedMeanwhile
        If the file is of another version.
    InputError
        If its encoding has not all letters of the new text.
    """
    with sole_changer(path):
        kept = read_kept(path)
        if kept.version != version:
            raise ChangedMeanwhile(f"'{path}' was changed meanwhile, in another page or by another program.")
        text = edit(kept)
        content = _encoded(text, kept.encoding)
        if content is None:
            raise InputError(
                f"'{path}' is in {kept.encoding}, which lacks letters of this row. Save it as CSV in UTF-8."
            )
        write_atomically(path, content)
    return KeptFile(path, text, kept.encoding, sha256(content).hexdigest()[:16])


def with_row(kept: KeptFile, row: Row) -> tuple[str, str]:
    """The text with one row more, and that record as it stands in it, its line end included."""
    text = kept.text or _MARK + ",".join(READERS) + "\r\n"
    end = kept.line_end
    if not text.endswith(("\n", "\r")):
        text += end
    header, delimiter = _header(text)
    lacking = [column for column, cell in row.items() if cell and column not in header]
    if lacking:
        text = _lengthened(text, delimiter, lacking)
    record = record_of(row, [*header, *lacking], delimiter, end)
    return text + record, record


def record_of(row: Row, columns: Sequence[str], delimiter: str, end: str) -> str:
    """A row as CSV, on one line; no spreadsheet runs its cells."""
    out = io.StringIO()
    cells = [harmless(" ".join(row.get(column, "").split())) for column in columns]
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerow(cells)
    return out.getvalue()


def read_row(row: Row) -> Decision:
    """The decision that a row says; BadRowsError, which names each bad column, if it cannot be used."""
    columns = [column for column in READERS if row.get(column)]
    text = ",".join(columns) + "\r\n" + record_of(row, columns, ",", "\r\n")
    return decisions_of(text, "decision").rows[0]


def without_record(kept: KeptFile, record: str) -> str | None:
    """The text without the last record that is this one to the letter; None if there is none."""
    at = len(kept.text)
    while record and (at := kept.text.rfind(record, 0, at)) > 0:
        if kept.text[at - 1] in "\r\n":
            return kept.text[:at] + kept.text[at + len(record) :]
    return None


def record_at(kept: KeptFile, line: int) -> str:
    """The record that begins on a line, counted from 1, with its line end; empty if none does."""
    starts = [row.line for row in read_rows(kept.text)]
    if line not in starts:
        return ""
    after = next((start for start in starts if start > line), len(kept.lines) + 1)
    return "".join(kept.lines[line - 1 : after - 1])


def _header(text: str) -> tuple[list[str], str]:
    """The names of the columns, and what separates them."""
    rows = read_rows(text)
    header = next(row for row in rows if row.cells)
    return [name.strip().lower() for name in header.cells], _delimiter(text)


def _delimiter(text: str) -> str:
    """What separates cells: what a line `sep=` says, else what the header has most of."""
    first = text.removeprefix(_MARK).split("\n", 1)
    declared = first[0].strip().strip('"').lower()
    if declared.startswith("sep=") and len(declared) == 5:
        return declared[4]
    return likely_delimiter(text.removeprefix(_MARK))


def _lengthened(text: str, delimiter: str, columns: Sequence[str]) -> str:
    """The text whose header has these columns, too."""
    lines = list(io.StringIO(text, newline=""))
    rows = read_rows(text)
    next(row for row in rows if row.cells)
    following = next(rows, None)
    last = following.line - 2 if following else len(lines) - 1
    bare = lines[last].rstrip("\r\n")
    lines[last] = bare + "".join(delimiter + column for column in columns) + lines[last][len(bare) :]
    return "".join(lines)


def _encoded(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None
