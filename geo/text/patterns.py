"""Patterns that are compiled when they are first used: all together take longer than the rest of a start."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

Search = Callable[..., re.Match[str] | None]


class Pattern:
    """A pattern as `re.compile` gives one; what is wrong with it is told when it is first used."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._given = pattern, flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(*self._given)

    @cached_property
    def search(self) -> Search:
        """Where it first matches."""
        return self._pattern.search

    @cached_property
    def match(self) -> Search:
        """Whether it matches where the text begins."""
        return self._pattern.match

    @cached_property
    def fullmatch(self) -> Search:
        """Whether it matches the whole text."""
        return self._pattern.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """All its matches."""
        return self._pattern.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """The words of all its matches, or of their group."""
        return self._pattern.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """The text with other words in place of its matches."""
        return self._pattern.sub
