"""A report before it is set: chapters of statements, tables and drawings, each with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Citation:
    """What a number in brackets leads to."""

    number: int
    words: str
    """The passage itself; empty for what is no text, such as a data set."""
    quoted: bool
    """Whether the words are the source's own; ours get no quotation marks."""
    label: str
    """Whose words they are, and of when; for a data set its credit."""
    url: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with what it rests on."""

    text: str
    sources: tuple[int, ...] = ()
    """Numbers of citations, sorted."""
    table: str = ""
    """Id of the table whose rows have the sources, where they are too many for a sentence."""
    method: bool = False
    """Whether it tells how something is counted, and so rests on no source."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with what it rests on."""

    cells: tuple[str, ...]
    sources: tuple[int, ...] = ()
    url: str = ""
    """Where its first cell leads."""


@dataclass(frozen=True, slots=True)
class Tabulation:
    """Rows under a head; the column of the sources is added where any row has some."""

    id: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...] = ()
    """Columns of numbers, which stand at the right."""
    see: str = ""
    """Id of the table that it was counted from."""

    @property
    def cited(self) -> bool:
        """Whether any row has sources."""
        return any(row.sources for row in self.rows)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart or a map."""

    id: str
    svg: str
    """A whole SVG document without scripts, links and styles; its size is in its viewBox."""
    caption: str
    alt: str
    table: str
    """Id of the table that has its figures and their sources."""


Block: TypeAlias = Statement | Tabulation | Drawing


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with what stands under it."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole report."""

    language: str
    title: str
    lead: str
    """How much was read, of which time, as of which day."""
    byline: str
    chapters: tuple[Chapter, ...]
    sources_title: str
    citations: tuple[Citation, ...]
    """By number."""
    sources_word: str
    """Head of the column of the sources."""
    see_word: str
    """Before the number of a table, such as `Table`."""
    credits: tuple[str, ...]
    day: str
    """ISO day that the report is of; empty if nothing is dated."""
    build_id: str
    generator: str

    @property
    def tables(self) -> dict[str, Tabulation]:
        """All tables by id."""
        return {
            block.id: block for one in self.chapters for block in one.blocks if isinstance(block, Tabulation)
        }
