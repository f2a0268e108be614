"""What somebody may say about a map: its words, language and period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from os import PathLike

from geo.errors import InputError
from geo.models import LANGUAGES
from geo.projects import Period, iso_bound
from geo.text import several, storable
from geo.view.addresses import page_address
from geo.view.records import StyleView
from geo.view.sizes import ON_A4, PictureOptions
from geo.view.steps import StoryStep
from geo.view.style import PLAIN_STYLE, Style, read_style


@dataclass(frozen=True, slots=True)
class MapOptions:
    """
    Words, language and period of a map; empty ones are the map's own.

    Raises
    ------
    InputError
        If the page does not speak the language, or the period is none.
    """

    title: str = ""
    subtitle: str = ""
    """Empty: how much is on the map."""
    byline: str = ""
    """Whose map it is, under the title."""
    notes: Sequence[str] = ()
    """What readers should know, under the map."""
    language: str = ""
    """The language that the page opens in; empty: that of the reader's browser. Readers can switch."""
    since: str | int | date = ""
    until: str | int | date = ""
    """First and last day, as ISO dates of any precision (2025, 2025-03, 2025-03-31), years or dates."""
    lite: bool = False
    """A smaller page, without Leaflet."""
    headline: str = ""
    takeaway: str = ""
    """What the map says first, and the sentence under it; empty ones are made from the data."""
    compact: bool = False
    """The page opens as a small map for the text of another page."""
    address: str = ""
    """Where the page will be published: the address of its folder, or of the page."""
    style: Style | str | PathLike[str] | None = None
    """A house's own style, or the file that it is read from."""
    picture: PictureOptions = ON_A4
    """Size of a picture, and what it shows."""
    story: Sequence[StoryStep] = ()
    """Captions with views, as `read_story` makes them of a file."""

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "byline", "headline", "takeaway"):
            object.__setattr__(self, name, storable(getattr(self, name)))
        object.__setattr__(self, "notes", tuple(map(storable, several(self.notes, "notes"))))
        object.__setattr__(self, "story", tuple(self.story))
        for name in ("since", "until"):
            object.__setattr__(self, name, iso_bound(getattr(self, name)))
        if self.language and self.language not in LANGUAGES:
            raise InputError(f"The page does not speak {self.language!r}. Choose of: {', '.join(LANGUAGES)}.")
        _ = self.period
        if self.style is not None and not isinstance(self.style, Style):
            object.__setattr__(self, "style", read_style(self.style))
        object.__setattr__(self, "address", page_address(self.address.strip()))

    @property
    def period(self) -> Period:
        """The days that the map is of."""
        return Period(iso_bound(self.since), iso_bound(self.until))

    @property
    def style_view(self) -> StyleView:
        """The style as a view has it."""
        return self.style.view if isinstance(self.style, Style) else PLAIN_STYLE

    def chosen(self) -> dict[str, object]:
        """The options that are not as they come."""
        style = self.style.file if isinstance(self.style, Style) else None
        values = {**asdict(self), "style": style}
        return {one.name: values[one.name] for one in fields(self) if getattr(self, one.name) != one.default}


PLAIN = MapOptions()
"""The map as it comes."""
