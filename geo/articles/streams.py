"""
Large tables of articles in stretches: JSON Lines, CSV, TSV and Parquet, packed or not, never whole in memory.

A stretch is read by itself, by whatever process; rows are numbered within it, and `joined` numbers those of a
file. Small files and every other kind are read whole.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeGuard

from geo.articles.columns import keyed
from geo.articles.found import Bad, Found
from geo.articles.kinds import Kind, is_web_archive, kind_of, kind_of_start
from geo.articles.limits import LARGEST_FILE, MEGABYTE
from geo.articles.packed import is_packed, pieces
from geo.articles.tables import SieveLike, add_row, check_header, json_line, row_of_cells, start_of_table
from geo.errors import InputError
from geo.text import declares_delimiter, likely_delimiter, rows_of_lines

BLOCK = 1_000_000
"""Bytes of a stretch, and of the smallest table that is read in stretches."""
LONGEST_ROW = LARGEST_FILE * MEGABYTE
"""Bytes of a row."""
MOST_TIMES = 1_000
"""A packed table may be so many times as large as its file; what is beyond is a bomb."""
SHORT_ROW = 512
"""Bytes below which a line of JSON is taken apart, whatever it names: it may be broken, or lack a text."""
TOLD = 5
"""Bad rows of a stretch that are kept with their number."""
_BATCH = 500
"""Rows of Parquet that are read at once."""

Row = tuple[str, ...] | str
"""Cells of CSV, or how its quoting is broken."""


class TableStretch(NamedTuple):
    """A part of a table that can be read by itself."""

    path: str
    kind: Kind
    start: int = 0
    end: int = 0
    """Bytes of the file as it lies there, or for Parquet groups of rows; equal where `content` is given."""
    content: bytes = b""
    """Lines that were packed."""
    names: tuple[str, ...] = ()
    """Columns, as `key` writes them."""
    rows: tuple[Row, ...] = ()
    """Of CSV, which only a reader of the whole file can part."""
    size: int = 0
    """Bytes of the file that it stands for, roughly."""


def streamed_kind(path: str, suffix: str) -> Kind | None:
    """
    The kind of a file that is read in stretches, or page by page; None for one that is read whole.

    OSError as of `open`.
    """
    with Path(path).open("rb") as file:
        head = file.read(BLOCK)
        magic = kind_of_start(head)
        if not magic:
            return _kind_of_lines(head, suffix)
        if magic == "parquet":
            return magic
        if is_web_archive(head):
            return "warc"
        file.seek(0)
        return _kind_of_lines(_first(pieces(file, magic)), suffix) if is_packed(magic) else None


def packing_of(path: str) -> Kind | None:
    """How a file is packed; None if it is not."""
    with Path(path).open("rb") as file:
        magic = kind_of_start(file.read(5))
    return magic if magic and is_packed(magic) else None


def _first(inside: Iterable[bytes]) -> bytes:
    """The first block of what is packed; empty if it cannot be unpacked, which reading it whole will tell."""
    head = bytearray()
    try:
        for piece in inside:
            head += piece
            if len(head) >= BLOCK:
                break
    except InputError:
        return b""
    return bytes(head)


def _kind_of_lines(head: bytes, suffix: str) -> Kind | None:
    """The kind of a large table in lines of UTF-8, by its first block."""
    if len(head) < BLOCK or b"\n" not in head:
        return None
    head = head[: head.rindex(b"\n") + 1]
    try:
        head.decode("utf-8")
    except UnicodeDecodeError:
        return None
    kind = kind_of(head, suffix)
    return kind if kind in ("jsonl", "csv", "tsv") else None


def stretches(path: str, kind: Kind, *, block: int = BLOCK) -> Iterator[TableStretch]:
    """
    The stretches of a file in their order, of about `block` bytes.

    Raises
    ------
    InputError
        If it is damaged, has a row longer than `LONGEST_ROW`, no column with text or title, unpacks to more
        than `MOST_TIMES` its size, or needs a library that is not installed.
    OSError
        If it cannot be read.
    """
    if kind == "parquet":
        yield from _groups(path)
        return
    with Path(path).open("rb") as file:
        if packed := packing_of(path):
            inside = _bounded(pieces(file, packed), file, Path(path).stat().st_size)
        else:
            inside = iter(lambda: file.read(BLOCK), b"")
        if kind != "jsonl":
            yield from _rows(path, kind, inside, file, block)
        elif packed:
            yield from _lines(path, inside, file, block)
        else:
            yield from _ranges(path, file, block)


def _bounded(inside: Iterable[bytes], file: BinaryIO, size: int) -> Iterator[bytes]:
    """The same pieces; InputError where they become too many for the file that they come from."""
    unpacked = 0
    for piece in inside:
        unpacked += len(piece)
        if unpacked > max(LONGEST_ROW, MOST_TIMES * size):
            raise InputError(f"it unpacks to more than {MOST_TIMES:,} times its size; unpack and split it")
        yield piece


def _ranges(path: str, file: BinaryIO, block: int) -> Iterator[TableStretch]:
    """Ranges of whole lines, which whoever reads them opens by himself."""
    start, size = 0, file.seek(0, 2)
    while start < size:
        file.seek(min(start + block, size))
        line = file.readline(LONGEST_ROW)
        if len(line) == LONGEST_ROW:
            raise _too_long()
        end = file.tell()
        yield TableStretch(path, "jsonl", start, end, size=end - start)
        start = end


def _too_long() -> InputError:
    return InputError(f"it has a line of more than {LONGEST_ROW // MEGABYTE} MB; cut it into several files")


def _lines(path: str, inside: Iterable[bytes], file: BinaryIO, block: int) -> Iterator[TableStretch]:
    """Blocks of whole lines of what is packed."""
    held, done = bytearray(), 0
    for piece in inside:
        held += piece
        if len(held) >= block and (end := held.rfind(b"\n") + 1):
            at = file.tell()
            yield TableStretch(path, "jsonl", content=bytes(held[:end]), size=at - done)
            del held[:end]
            done = at
        elif len(held) > LONGEST_ROW:
            raise _too_long()
    if held:
        yield TableStretch(path, "jsonl", content=bytes(held), size=file.tell() - done)


def _rows(
    path: str, kind: Kind, inside: Iterable[bytes], file: BinaryIO, block: int
) -> Iterator[TableStretch]:
    """Blocks of rows of CSV: its header names the columns of all."""
    lines = _text_lines(inside)
    head = list(_until(lines, BLOCK // 8))
    text = "".join(head)
    start, delimiter = start_of_table(text, "\t" if kind == "tsv" and "\t" in head[0] else "")
    if declares_delimiter(text):
        start, delimiter = len(head[0]), delimiter or head[0].strip().strip('"')[-1:]
    held = io.StringIO(text[start:], newline="")
    rows = rows_of_lines(chain(held, lines), delimiter or likely_delimiter(text[start:]))
    header = next(rows)
    if header.fault:
        raise InputError(f"its header is not CSV ({header.fault}); quote cells that hold quotes or line ends")
    names = tuple(check_header(header.cells))
    batch: list[Row] = []
    size = done = 0
    for row in rows:
        if row.fault or row.cells:
            batch.append(f"is not CSV ({row.fault})" if row.fault else row.cells)
            size += sum(map(len, row.cells))
        if size >= block:
            at = file.tell()
            yield TableStretch(path, kind, names=names, rows=tuple(batch), size=at - done)
            batch, size, done = [], 0, at
    yield TableStretch(path, kind, names=names, rows=tuple(batch), size=file.tell() - done)


def _until(lines: Iterator[str], size: int) -> Iterator[str]:
    """The first lines of a text, of so many characters."""
    for line in lines:
        yield line
        size -= len(line)
        if size <= 0:
            return


def _text_lines(inside: Iterable[bytes]) -> Iterator[str]:
    """The lines of UTF-8, with their ends, that a reader of CSV wants; damaged bytes become U+FFFD."""
    decoder, held = codecs.getincrementaldecoder("utf-8-sig")("replace"), ""
    for piece in inside:
        held += decoder.decode(piece)
        *whole, held = io.StringIO(held, newline="").readlines() or [""]
        if len(held) > LONGEST_ROW:
            raise _too_long()
        yield from whole
    yield from io.StringIO(held + decoder.decode(b"", True), newline="")


def _groups(path: str) -> Iterator[TableStretch]:
    """The groups of rows of a Parquet file."""
    file = _parquet(path)
    names = tuple(file.schema_arrow.names)
    check_header(names)
    if not file.num_row_groups:
        yield TableStretch(path, "parquet", names=names)
    for group in range(file.num_row_groups):
        size = int(file.metadata.row_group(group).total_byte_size)
        yield TableStretch(path, "parquet", group, group + 1, names=names, size=size)


def _parquet(source: Any) -> Any:
    """A Parquet file, by its path or as Arrow's reader of bytes, opened."""
    try:
        from pyarrow import ArrowInvalid, parquet
    except ImportError:
        raise InputError('it is Parquet; install: pip install "factorymap[formats]"') from None
    try:
        return parquet.ParquetFile(source)
    except ArrowInvalid as error:
        raise _damaged_parquet(error) from None


def read_stretch(stretch: TableStretch, sieve: SieveLike | None = None) -> Found:
    """
    The articles of a stretch, numbered from 1 within it; with a sieve only those that may name the DPRK.

    A line of JSON that the sieve holds back is not taken apart, unless it is short or no object.
    """
    found = Found()
    reader = _READERS[stretch.kind]
    reader(stretch, sieve, found)
    found.uncounted = max(0, len(found.bad) - TOLD)
    del found.bad[TOLD:]
    return found


def _read_lines(stretch: TableStretch, sieve: SieveLike | None, found: Found) -> None:
    """The articles of lines of JSON."""
    content = stretch.content or _bytes_of(stretch)
    named = sorted(sieve.hits(content)) if sieve else []
    at = next_hit = damaged = 0
    for number, line in enumerate(content.split(b"\n"), 1):
        end = at + len(line)
        while next_hit < len(named) and named[next_hit] < at:
            next_hit += 1
        may_name = not sieve or (next_hit < len(named) and named[next_hit] <= end)
        at = end + 1
        if not may_name and _is_object(line):
            found.passed += 1
        elif line.strip():
            text = line.decode("utf-8", "replace")
            damaged += 0 if line.isascii() else text.count("\ufffd") - line.count(b"\xef\xbf\xbd")
            for row in json_line(text.removeprefix("\ufeff") if number == 1 else text):
                if isinstance(row, str):
                    found.bad.append(Bad(str(number), row))
                else:
                    add_row(found, str(number), row, stretch.path, sieve)
    found.rows = content.count(b"\n")
    found.damaged = max(0, damaged)


def _is_object(line: bytes) -> bool:
    """Whether a line is long enough for an article and whole, as far as its ends tell."""
    line = line.strip().removesuffix(b",")
    return len(line) >= SHORT_ROW and line.startswith(b"{") and line.endswith(b"}")


def _bytes_of(stretch: TableStretch) -> bytes:
    """A range of a file."""
    with Path(stretch.path).open("rb") as file:
        file.seek(stretch.start)
        return file.read(stretch.end - stretch.start)


def _read_cells(stretch: TableStretch, sieve: SieveLike | None, found: Found) -> None:
    """The articles of rows of CSV."""
    names = list(stretch.names)
    for number, cells in enumerate(stretch.rows, 1):
        row = cells if isinstance(cells, str) else row_of_cells(names, cells)
        if isinstance(row, str):
            found.bad.append(Bad(str(number), row))
        elif sieve and _is_held_back(cells, sieve):
            found.passed += 1
        else:
            add_row(found, str(number), row, stretch.path, sieve)
    found.rows = len(stretch.rows)


def _read_groups(stretch: TableStretch, sieve: SieveLike | None, found: Found) -> None:
    """The articles of groups of rows of Parquet."""
    _add_rows(_parquet(stretch.path), list(range(stretch.start, stretch.end)), stretch.path, sieve, found)


def read_parquet(content: bytes, path: str) -> Found:
    """The articles of Parquet that lies in no file."""
    found, file = Found(), _parquet(BytesIO(content))
    check_header(file.schema_arrow.names)
    _add_rows(file, list(range(file.num_row_groups)), path, None, found)
    return found


def _add_rows(file: Any, groups: list[int], path: str, sieve: SieveLike | None, found: Found) -> None:
    """Add the articles of some groups of rows."""
    from pyarrow import ArrowException

    try:
        for batch in file.iter_batches(batch_size=_BATCH, row_groups=groups):
            for row in batch.to_pylist():
                found.rows += 1
                if sieve and _is_held_back(filter(_is_text, row.values()), sieve):
                    found.passed += 1
                else:
                    add_row(found, str(found.rows), keyed(row), path, sieve)
    except ArrowException as error:
        raise _damaged_parquet(error) from None


def _damaged_parquet(error: Exception) -> InputError:
    return InputError(f"it is damaged Parquet ({str(error).splitlines()[0]}); write it again")


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def _is_held_back(cells: Iterable[str], sieve: SieveLike) -> bool:
    """Whether a row is long enough for an article, and names nothing of the DPRK."""
    raw = "\0".join(cells).encode("utf-8", "replace")
    return len(raw) >= SHORT_ROW and not sieve.passes(raw)


_READERS: dict[Kind, Callable[[TableStretch, SieveLike | None, Found], None]] = {
    "jsonl": _read_lines,
    "csv": _read_cells,
    "tsv": _read_cells,
    "parquet": _read_groups,
}
