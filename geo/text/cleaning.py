"""Text of any origin made fit for one line of a terminal, a spreadsheet's cell, a page or a picture."""

from __future__ import annotations

import re

_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_CONTROL_RUN = re.compile(f"[{_CONTROLS}]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FORMULA = re.compile(r"(^|(?<=;))(?=\s*[=+\-@＝＋－＠])")
_APOSTROPHE = re.compile(r"(^|;)'(?=\s*[=+\-@＝＋－＠])")


def one_line(text: str) -> str:
    """The text on one line, with characters that could steer a terminal shown as �."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def harmless(text: str) -> str:
    """
    Text that no spreadsheet runs as a formula, nor shows in another order than it is written.

    An apostrophe goes before =, +, -, @ (also in full width) at the start, after white space too, and after
    a semicolon, which is what separates cells in many locales. Control characters become spaces, marks that
    turn the direction of writing are left out.
    """
    return _FORMULA.sub("'", _DIRECTION.sub("", _CONTROL.sub(" ", text)))


def plain(cell: str) -> str:
    """A cell of our tables without the apostrophes that keep it from being run as a formula."""
    return _APOSTROPHE.sub(r"\1", cell)


def storable(text: str) -> str:
    """Text that any file can hold, on one line: control characters are spaces, half surrogates U+FFFD."""
    return _SURROGATE.sub("\ufffd", _CONTROL_RUN.sub(" ", text)).strip()


def drawable(text: str) -> str:
    """The text on one line, without marks that turn the direction of writing and without broken letters."""
    return _SURROGATE.sub("?", _INVISIBLE.sub("", _CONTROL_RUN.sub(" ", text)))


def whole(text: str) -> str:
    """The text with half surrogate pairs, which nothing can store, as U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)
