"""The words of a picture in the language of its view."""

from __future__ import annotations

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
        return human_date(partial, self.language)
