"""Reports as files, the format by suffix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from os import PathLike
from pathlib import Path

from geo.errors import InputError
from geo.models import Run
from geo.report.composing import paper_of
from geo.report.html import html_of
from geo.report.markdown import markdown_of
from geo.report.plain import Plain, plain_paper
from geo.report.typesetting import pdf_of
from geo.report.word import docx_of
from geo.text import needed, write_files

NEEDS = {"html": (), "md": (), "docx": ("docx", "typst"), "pdf": ("typst",)}
"""Suffix -> modules that writing it needs beside the core."""


def write_report(
    run: Run,
    path: str | PathLike[str],
    *,
    as_of: str | date = "",
    language: str = "en",
    title: str = "",
    byline: str = "",
) -> tuple[Path, ...]:
    """
    Write what a run tells, every sentence with its sources; the suffix of the file says the format.

    Parameters
    ----------
    path
        .html (one file without scripts), .md (with its drawings as .svg beside it), .docx or .pdf.
    as_of
        Day that it is of (2025-03-31): what is dated later is left out, and who is late is told by then. By
        default that of the newest page.
    language
        `en` or `ko`; quoted words stay as they are.
    title, byline
        Words in place of the report's own; plain text.

    Returns the files, the report first. The same run and options give the same bytes.

    Raises
    ------
    InputError
        If there is no such format or language, `as_of` is no day, a library is not installed, a folder stands
        where the file is to go, or another process is writing there.
    OSError
        If the file cannot be written.
    """
    check_formats([path])
    paper = plain_paper(paper_of(run, as_of=as_of, language=language, title=title, byline=byline))
    return write_files(_rendered(paper, Path(path)), Path(path).parent)


def check_formats(paths: Sequence[str | PathLike[str]]) -> None:
    """InputError if a suffix is none of a report, or what writes it is not installed."""
    for path in paths:
        format = _format_of(path)
        if format not in NEEDS:
            raise InputError(
                f"'{path}': a report is .html, .md, .docx or .pdf. Choose one of these suffixes."
            )
        needed(f"A .{format} report", "report", *NEEDS[format])


def _format_of(path: str | PathLike[str]) -> str:
    return Path(path).suffix.lower().removeprefix(".")


def _rendered(paper: Plain, path: Path) -> dict[str, str | bytes]:
    """File name -> content."""
    format = _format_of(path)
    if format == "md":
        files = markdown_of(paper, path.stem)
        return {path.name: files.pop(f"{path.stem}.md"), **files}
    writers: dict[str, Callable[[Plain], str | bytes]] = {"html": html_of, "docx": docx_of, "pdf": pdf_of}
    return {path.name: writers[format](paper)}
