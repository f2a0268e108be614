"""Text of any origin as one line that can be drawn."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_DIRECTION = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text on one line, without marks that turn the direction of writing and without broken letters."""
    return _SURROGATE.sub("?", _DIRECTION.sub("", _UNSEEN.sub(" ", text)))
