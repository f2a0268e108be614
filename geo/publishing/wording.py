"""What the pages of counties say in one language: messages, labels, a county in short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.models import Language
from geo.publishing.counties import CountyPage
from geo.view import AnnouncementView, ClaimView, human_date, own_words, say, words_or_plain

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
OTHER: dict[Language, Language] = {"en": "ko", "ko": "en"}
FEW = 3
"""So many things are told of a county in short."""


class Wording:
    """Texts of the interface in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, key: str, /, **values: object) -> str:
        """A message with its values filled in."""
        return say(key, self.language, **values)

    def label(self, kind: str, key: str) -> str:
        """What a stage, facility or precision is called."""
        return words_or_plain(f"{kind}-{key}", key)[self.language]

    def date(self, partial: str) -> str:
        """A partial ISO date in words."""
        return human_date(partial, self.language)

    def campaign(self, year: str) -> str:
        """The campaign of a project, or that it is of none."""
        if year == "open":
            return self.say("campaign-of-open")
        return self.say("campaign-of", year=own_words(year)) if year else self.say("outside")

    def lines(self, page: CountyPage) -> list[str]:
        """What is told of a county in short, the newest first."""
        projects = sorted(page.projects, key=lambda one: (_newest(one), one["id"]), reverse=True)
        told = [self._line(one["facility"], one["stage"], _newest(one)) for one in projects]
        told += [self._claim(one) for one in page.setbacks]
        shown, more = told[:FEW], len(told) - FEW
        return [*shown, *([self.say("more", n=more)] if more > 0 else []), *self._open(page)]

    def told(self, page: CountyPage) -> str:
        """The same in one line."""
        return "; ".join(self.lines(page))

    def _open(self, page: CountyPage) -> Iterator[str]:
        """How much more may be said of it."""
        if page.possible:
            yield f"{self.say('possible')}: {len(page.possible)}"
        if page.maybe and not page.projects:
            yield f"{self.say('maybe-here')} {len(page.maybe)}"

    def _claim(self, one: ClaimView) -> str:
        return self._line(one["facility"], one["stage"], one["date"])

    def _line(self, facility: str, stage: str, date: str) -> str:
        when = f", {self.date(date)}" if date else ""
        return f"{self.label('facility', facility)}: {self.label('stage', stage)}{when}"


def capital(text: str) -> str:
    """With a capital letter at the start."""
    return text[:1].upper() + text[1:]


def _newest(one: AnnouncementView) -> str:
    """The last date of the stage that a project has reached; empty if that is not known."""
    return max((day for stage, day in one["dates"] if stage == one["stage"]), default="")
