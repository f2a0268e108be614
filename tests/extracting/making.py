"""Articles for tests of reading many: few that name a county, among others that do not."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import zstandard

FILLER = "The council met again and spoke of roads, buses and the price of bread in the old town. " * 8
OPENED = "Regional-industry factories were inaugurated in Songchon County, DPRK, on December 20, 2024. "
KOREAN = "평안남도 성천군 지방공업공장 준공식이 2024년 12월 20일 진행됐다고 조선중앙통신이 보도했다. "
SOUTHERN = "The mayor of Suncheon, South Korea, opened a library beside the bay of the southern city. "


def rows(number: int) -> list[dict[str, str]]:
    """So many articles; every seventh names a county of the DPRK, every fifth a city of the South."""
    made = []
    for at in range(number):
        words = OPENED if at % 14 == 0 else KOREAN if at % 7 == 0 else SOUTHERN if at % 5 == 0 else ""
        made.append(
            {
                "id": f"a{at}",
                "title": f"Report {at}",
                "published": "2024-12-21",
                "url": f"https://news.example/{at}",
                "text": f"{words}{FILLER}“Nothing new”, she said – {at}.",
            }
        )
    return made


def jsonl(made: list[dict[str, Any]], *, escaped: bool = False) -> bytes:
    """JSON Lines, with escapes for everything that is not ASCII or without."""
    return "".join(json.dumps(row, ensure_ascii=escaped) + "\n" for row in made).encode()


def table(made: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    """CSV, or a table with tabs."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(made[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(made)
    return out.getvalue().encode()


def parquet(made: list[dict[str, Any]]) -> bytes:
    """Parquet in groups of a hundred rows."""
    import pyarrow
    from pyarrow import parquet as written

    out = io.BytesIO()
    written.write_table(pyarrow.Table.from_pylist(made), out, row_group_size=100)
    return out.getvalue()


FORMS: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
    "news.jsonl": jsonl,
    "escaped.jsonl": lambda made: jsonl(made, escaped=True),
    "news.jsonl.gz": lambda made: gzip.compress(jsonl(made), 1),
    "news.jsonl.zst": lambda made: zstandard.compress(jsonl(made), 1),
    "news.csv": table,
    "news.csv.gz": lambda made: gzip.compress(table(made), 1),
    "news.tsv.zst": lambda made: zstandard.compress(table(made, "\t"), 1),
    "news.parquet": parquet,
}
"""Name of a file -> how its content is made."""


def written(folder: Path, name: str, number: int = 2000) -> Path:
    """A file of so many articles."""
    path = folder / name
    path.write_bytes(FORMS[name](rows(number)))
    return path
