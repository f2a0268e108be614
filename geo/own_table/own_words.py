"""Somebody's own words for facilities and stages: a small CSV file, or pairs -> what each of them means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike, fspath

from geo.errors import InputError
from geo.own_table.words import choices, known_words, normal
from geo.text import decode, read_regular, read_rows

Words = Mapping[tuple[str, str], str]
"""(kind, normal form) -> value; the kind is `facility` or `stage`."""
Given = Mapping[str, str] | str | PathLike[str]
"""Word -> what it means, or the CSV file that says so."""

HEADER = ("word", "means")
LARGEST = 1_000_000
"""Bytes of a file."""
KINDS = ("facility", "stage")


def read_words(given: Given | None) -> Words:
    """
    What somebody's own words mean.

    A file is CSV with the columns `word` and `means`; what a word means is a facility group or a stage,
    written as in a table.

    Raises
    ------
    InputError
        If the file cannot be read, a meaning is none, or a word has two of one kind.
    """
    if given is None:
        return {}
    where = fspath(given) if isinstance(given, str | PathLike) else ""
    pairs = given.items() if isinstance(given, Mapping) else _pairs(where)
    return _meanings(pairs, f"'{where}': " if where else "")


def _pairs(path: str) -> list[tuple[str, str]]:
    """The rows of a file."""
    content = read_regular(path, LARGEST, advice="Words are CSV with the columns word,means.")
    try:
        text = decode(content)[0]
    except InputError as error:
        raise InputError(f"'{path}': {error}. Words are CSV with the columns word,means.") from error
    rows = [row for row in read_rows(text) if row.cells or row.fault]
    names = [normal(cell) for cell in rows[0].cells] if rows else []
    if not set(HEADER) <= set(names):
        raise InputError(f"'{path}' has no columns {' and '.join(HEADER)}. Write them in its first row.")
    at = [names.index(name) for name in HEADER]
    for row in rows[1:]:
        if row.fault or len(row.cells) <= max(at):
            raise InputError(f"'{path}', row {row.number}: is no word with its meaning. Write both.")
    return [(row.cells[at[0]], row.cells[at[1]]) for row in rows[1:]]


def _meanings(pairs: Iterable[tuple[str, str]], where: str) -> Words:
    """The words, each kind by itself."""
    words: dict[tuple[str, str], str] = {}
    for word, meaning in pairs:
        kinds = [kind for kind in KINDS if normal(meaning) in known_words(kind)]
        if not kinds or not normal(word):
            raise InputError(
                f"{where}{word!r} cannot mean {meaning!r}. Write one of: {choices('facility')}, "
                f"{choices('stage')}."
            )
        for kind in kinds:
            value = known_words(kind)[normal(meaning)]
            if words.setdefault((kind, normal(word)), value) != value:
                raise InputError(f"{where}{word!r} has two meanings. Leave one.")
    return words
