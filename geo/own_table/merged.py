"""Areas of a sheet whose cells are merged: what they mean for its rows, without a record for each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from geo.errors import InputError

MOST_AREAS = 20_000
MOST_SIDE_BY_SIDE = 500

_AREA = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """One area: rows and columns from the first to the last, counted from 1."""

    top: int
    bottom: int
    left: int
    right: int
    name: str
    """As a spreadsheet writes it: `A3:J3`."""


class Merged:
    """The areas of one sheet, asked row by row from the top."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._areas = sorted(areas)
        self._tops: dict[Area, object] = {}
        self._row, self._next, self._open = 0, 0, list[Area]()

    def filled(self, number: int, cells: list[object]) -> Iterator[object]:
        """The cells of a row, with those of areas merged downwards as their first cell has them."""
        for area in self._at(number):
            if area.left == area.right:
                column = area.left - 1
                if area.top == number:
                    self._tops[area] = cells[column] if column < len(cells) else None
                elif self._tops.get(area) is not None:
                    cells += [None] * (column + 1 - len(cells))
                    cells[column] = self._tops[area]
        yield from cells

    def across(self, number: int) -> str:
        """What a row with nothing else than cells merged across is; empty if it has none."""
        across = [area.name for area in self._at(number) if area.left < area.right]
        told = "are merged, as in a heading. Unmerge them if it is none"
        return f"cells {across[-1]} {told}" if across else ""

    def _at(self, number: int) -> list[Area]:
        """The areas that have a part in a row; no more than can stand side by side."""
        if number < self._row:
            self._next, self._open = 0, []
        self._row = number
        while self._next < len(self._areas) and self._areas[self._next].top <= number:
            self._open.append(self._areas[self._next])
            self._next += 1
        self._open = [area for area in self._open if area.bottom >= number][:MOST_SIDE_BY_SIDE]
        return self._open


def merged_areas(sheet: Any, path: str) -> Merged:
    """
    The areas of a sheet, which stand behind its rows.

    Raises
    ------
    InputError
        If they are more than `MOST_AREAS`.
    """
    from lxml import etree
    from openpyxl.utils import column_index_from_string as column

    areas = []
    with sheet._get_source() as source:
        parts = etree.iterparse(
            source, tag=("{*}row", "{*}mergeCell"), resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, node in parts:
            found = _AREA.fullmatch(node.get("ref", "")) if node.tag.endswith("mergeCell") else None
            if found:
                left, top, right, bottom = column(found[1]), int(found[2]), column(found[3]), int(found[4])
                areas.append(Area(top, bottom, left, right, found[0]))
            if len(areas) > MOST_AREAS:
                raise InputError(f"'{path}' has more than {MOST_AREAS:,} merged areas. Unmerge its cells.")
            node.clear()
            while node.getprevious() is not None:
                del node.getparent()[0]
    return Merged(areas)
