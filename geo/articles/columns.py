"""How columns of a table, keys of JSON and elements of a feed are called that hold parts of an article."""

from __future__ import annotations

from collections.abc import Iterable

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "date": ("published_on", "published", "date"),
    "publisher": ("publisher", "source"),
    "url": ("url", "link"),
    "id": ("id",),
    "origin": ("origin",),
}
"""Part of an article -> names in lower case; the first that is filled is taken."""
_KNOWN = {name for names in COLUMNS.values() for name in names}


def lowered(name: object) -> str:
    """The name of a column as it is looked up."""
    return str(name).strip().lower()


def hold_articles(names: Iterable[str]) -> bool:
    """Whether columns of these names give articles: one of them holds their text."""
    return not set(names).isdisjoint(COLUMNS["text"])


def are_a_header(names: list[str]) -> bool:
    """Whether a line of text is the header of a table of articles: columns that are known, and the text."""
    return len(names) > 1 and hold_articles(names) and sum(name in _KNOWN for name in names) > 1
