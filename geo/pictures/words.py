"""The words of a picture in the language of its view."""

from __future__ import annotations

import re

from geo.text import drawable
from geo.view import (
    AnnouncementView,
    CountyView,
    Language,
    MapView,
    ProvinceView,
    Words,
    human_date,
    say,
    words_or_plain,
)


class Speech:
    """What a picture of a view says, in the view's language."""

    def __init__(self, view: MapView) -> None:
        self.language: Language = "ko" if view["language"] == "ko" else "en"

    def say(self, key: str, /, **values: object) -> str:
        """A message of the interface with its values filled in."""
        return say(key, self.language, **values)

    def label(self, key: str, plain: str) -> str:
        """The message of a key, or what is written for one that nobody knows."""
        return drawable(words_or_plain(key, plain)[self.language])

    def of(self, text: Words) -> str:
        """A text of the view."""
        return text[self.language]

    def name(self, unit: CountyView | ProvinceView) -> str:
        """The name of a county or province."""
        return drawable(unit["name_ko"] if self.language == "ko" and unit["name_ko"] else unit["name"])

    def place(self, announcement: AnnouncementView) -> str:
        """The name of an announcement's place."""
        return drawable(
            announcement["place_ko"]
            if self.language == "ko" and announcement["place_ko"]
            else announcement["place"]
        )

    def date(self, partial: str) -> str:
        """A partial ISO date in words."""
        return _korean_date(partial) if self.language == "ko" else human_date(partial)


def _korean_date(partial: str) -> str:
    """ "2024-02-08" is "2024년 2월 8일"; what is no date stays as it came."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", partial)
    if not parts:
        return partial
    return " ".join(f"{int(part)}{unit}" for part, unit in zip(parts.groups(), "년월일", strict=True) if part)
