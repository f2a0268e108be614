"""
The page's own script as one text, made of the modules of `app/`.

In source they are ES modules, so each says what it uses of the others. The page has nowhere to import them
from, so they are joined: each after those that it imports, in one scope, without their imports and exports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from geo.errors import DataError

_IMPORT = re.compile(r'^import \{\s*\w+(?:,\s+\w+)*,?\s*\} from "\./(\w+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function) )", re.MULTILINE)
_OTHER_FORM = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(entry: str, read: Callable[[str], str], more: Sequence[str] = ()) -> str:
    """The script of one entry, `main.js` or so, and of modules that run after it; `read` gives each text."""
    texts: dict[str, str] = {}
    for name in (entry, *more):
        _add(name, (), read, texts)
    return "\n".join(texts.values())


def _add(name: str, importers: tuple[str, ...], read: Callable[[str], str], texts: dict[str, str]) -> None:
    """A module into `texts`, after those that it imports, if it is not there yet."""
    if name in importers:
        circle = " -> ".join((*importers[importers.index(name) :], name))
        raise DataError(f"Scripts of the page import each other in a circle: {circle}.")
    if name in texts:
        return
    try:
        text = read(name)
    except FileNotFoundError as error:
        wanted = f", which {importers[-1]} imports," if importers else ""
        raise DataError(f"Script {name!r} of the page{wanted} was not found.") from error
    for imported in _IMPORT.findall(text):
        _add(imported, (*importers, name), read, texts)
    texts[name] = _without_words(name, text)


def _without_words(name: str, text: str) -> str:
    """A module without its lines of imports and the word `export`."""
    plain = _EXPORT.sub("", _IMPORT.sub("", text))
    if other := _OTHER_FORM.search(plain):
        raise DataError(f"Script {name!r} of the page has an import or export of another form: {other[0]}")
    return plain
