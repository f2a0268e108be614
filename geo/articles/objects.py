"""JSON to rows: the articles that an answer of a news service wraps, each by the names of its keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geo.articles.columns import COLUMNS, hold_articles, key, keyed

Row = dict[str, object] | str
"""The cells of a row by the names of their columns, or what is wrong with it."""

_WRAPPERS = tuple(
    "articles items results docs documents entries news stories posts data value hits records rows response "
    "channel item @graph feed entry".split()
)
"""Keys under which services put their articles, or what holds them in turn; others may hold lists of them."""
_DEEPEST = 4
_INNER = ("_source", "fields")
"""Objects inside an article whose keys are its own."""


def articles_in(value: Any) -> Iterator[Row]:
    """The articles of a JSON value: itself, those of a list, or those that it wraps."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from _unwrapped(one, 0)
        else:
            yield "is no JSON object"


def _unwrapped(one: dict[Any, Any], depth: int) -> Iterator[Row]:
    """The articles inside an object, or the object as one."""
    inside = _wrapped(one) if depth < _DEEPEST else None
    if inside is None:
        yield _article(one)
        return
    name = one.get("title") if isinstance(one.get("title"), str) else ""
    for inner in inside:
        if not isinstance(inner, dict):
            yield "is no JSON object"
            continue
        for row in _unwrapped(inner, depth + 1):
            if name and isinstance(row, dict):
                row.setdefault("sitename", name)
            yield row


def _wrapped(one: dict[Any, Any], depth: int = 0) -> list[Any] | None:
    """What an object that has no text itself holds under a key of services; None if it is no such object."""
    named = keyed(one)
    if depth > _DEEPEST or any(isinstance(named.get(name), str) and named[name] for name in COLUMNS["text"]):
        return None
    holds = hold_articles(named)
    others = () if holds else (name for name in named if name not in _WRAPPERS)
    for name in (*_WRAPPERS, *others):
        inside = named.get(name)
        if inside == [] and not holds and name in _WRAPPERS:
            return []
        if isinstance(inside, list) and any(_is_article(inner, depth + 1) for inner in inside):
            return inside
        alone = not holds and name in _WRAPPERS and _is_article(inside, depth + 1)
        if isinstance(inside, dict) and (alone or _wrapped(inside, depth + 1) is not None):
            return [inside]
    return None


def _is_article(inner: Any, depth: int) -> bool:
    """Whether an object, or one inside it, says something under a name for text or title."""
    if not isinstance(inner, dict):
        return False
    objects = (inner, *(inner[name] for name in _INNER if isinstance(inner.get(name), dict)))
    return any(hold_articles(keyed(one)) for one in objects) or _wrapped(inner, depth) is not None


def _article(one: dict[Any, Any]) -> dict[str, object]:
    """An object by the names of its keys, those of the objects inside it included."""
    row = {name: value for name, value in one.items() if name not in _INNER}
    named = keyed(row)
    for name in _INNER:
        inside = one.get(name)
        if isinstance(inside, dict):
            named = {
                **named,
                **{inner: value for inner, value in keyed(inside).items() if not named.get(inner)},
            }
        elif inside is not None:
            named.setdefault(key(name), inside)
    return named
