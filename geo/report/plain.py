"""A report as plain values, which every format is written from: runs of numbers, tables with theirs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geo.report.citing import runs
from geo.report.records import Block, Drawing, Paper, Statement, Tabulation

Plain = dict[str, Any]


def plain_paper(paper: Paper) -> Plain:
    """Everything of a report; `runs` are pairs of first and last number, `see` the table with the sources."""
    numbers = {id: number for number, id in enumerate(paper.tables, 1)}
    values = asdict(paper)
    values["chapters"] = [
        {"id": one.id, "title": one.title, "blocks": [_block(block, numbers) for block in one.blocks]}
        for one in paper.chapters
    ]
    return values


def _block(block: Block, numbers: dict[str, int]) -> Plain:
    """One block with its kind."""
    if isinstance(block, Statement):
        see = _see(block.table, numbers)
        return {"kind": "statement", "text": block.text, "runs": runs(block.sources), "see": see}
    if isinstance(block, Drawing):
        return {"kind": "drawing", **asdict(block), "see": _see(block.table, numbers)}
    return {"kind": "table", **_table(block), "number": numbers[block.id], "see": _see(block.see, numbers)}


def _table(table: Tabulation) -> Plain:
    rows = [{"cells": list(row.cells), "runs": runs(row.sources), "url": row.url} for row in table.rows]
    return {
        "id": table.id,
        "caption": table.caption,
        "head": list(table.head),
        "rows": rows,
        "numbers": list(table.numbers),
        "cited": table.cited,
    }


def _see(id: str, numbers: dict[str, int]) -> Plain | None:
    """The table that has the sources, if it is in the report."""
    return {"id": id, "number": numbers[id]} if id in numbers else None
