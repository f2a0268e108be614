"""Text of any origin made fit for one line of a terminal, a spreadsheet's cell, a page or a picture."""

from __future__ import annotations

import json
import re
from typing import Any

from geo.text.patterns import Pattern

_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_CONTROL = Pattern(f"[{_CONTROLS}]")
_CONTROL_RUN = Pattern(f"[{_CONTROLS}]+")
_SURROGATE = Pattern("[\ud800-\udfff]")
_STEERING = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TURNING = Pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN_IN_JSON = Pattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_DIRECTION = Pattern("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = Pattern("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FORMULA = Pattern(r"(^|(?<=;))(?=\s*[=+\-@＝＋－＠])")
_APOSTROPHE = Pattern(r"(^|;)'(?=\s*[=+\-@＝＋－＠])")


def one_line(text: str) -> str:
    """The text on one line, with characters that could steer a terminal shown as �."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def harmless(text: str) -> str:
    """
    Text that no spreadsheet runs as a formula, nor shows in another order than it is written.

    An apostrophe goes before =, +, -, @ (also in full width) at the start, after white space too, and after
    a semicolon, which is what separates cells in many locales. Control characters become spaces, marks that
    turn the direction of writing are left out, half surrogates become U+FFFD.
    """
    return _FORMULA.sub("'", _DIRECTION.sub("", _CONTROL.sub(" ", whole(text))))


def whole(text: str) -> str:
    """The text with U+FFFD for every half of a surrogate pair, so that any file can hold it."""
    return _SURROGATE.sub("\ufffd", text)


def readable(value: Any) -> Any:
    """
    A text, or every text in lists and dictionaries, as a page may show it beside its own words: without marks
    that turn the direction of writing, blanks for control characters, U+FFFD for half surrogates.
    """
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else _readable(value)
    if isinstance(value, dict):
        return {key: one if key == "arcs" else readable(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(readable, value))
    return value


def _readable(text: str) -> str:
    return whole(_TURNING.sub("", _STEERING.sub(" ", text)))


def json_text(value: object, **how: Any) -> str:
    """
    JSON in which letters stand as they are, but escaped what turns the direction of writing or steers a
    terminal; half surrogates are U+FFFD. Read back it is the same.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, **how)
    return _UNSEEN_IN_JSON.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


def plain(cell: str) -> str:
    """A cell of our tables without the apostrophes that keep it from being run as a formula."""
    return _APOSTROPHE.sub(r"\1", cell)


def storable(text: str) -> str:
    """Text that any file can hold, on one line: control characters are spaces, half surrogates U+FFFD."""
    return _SURROGATE.sub("\ufffd", _CONTROL_RUN.sub(" ", text)).strip()


def drawable(text: str) -> str:
    """The text on one line, without marks that turn the direction of writing and without broken letters."""
    return _SURROGATE.sub("?", _INVISIBLE.sub("", _CONTROL_RUN.sub(" ", text)))
