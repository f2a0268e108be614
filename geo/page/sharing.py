"""What a page says of itself to those who show a link to it: search engines, social media, messengers."""

from __future__ import annotations

from functools import cache
from urllib.parse import urljoin

from jinja2 import Environment, Template
from markupsafe import Markup

from geo.models import Language
from geo.page.assets import own_file
from geo.view import SHARED, MapView, description_of

LOCALES: dict[Language, str] = {"en": "en_US", "ko": "ko_KR"}


def sharing_of(view: MapView) -> Markup:
    """
    Elements of the head: title and story in the view's language (Open Graph), its address if it is known, and
    the picture if one lies beside the page: a picture has to be named by an absolute address.
    """
    language: Language = "ko" if view["language"] == "ko" else "en"
    told = " ".join(filter(None, (_ended(view["headline"][language]), view["takeaway"][language])))
    picture = urljoin(view["address"], view["picture"]) if view["address"] and view["picture"] else ""
    width, height = SHARED.pixels
    return Markup(
        _template().render(
            title=view["title"][language],
            told=told,
            locale=LOCALES[language],
            address=view["address"],
            picture=picture,
            width=width,
            height=height,
            shown=description_of(view)[language],
        )
    )


def _ended(sentence: str) -> str:
    """A sentence with its full stop."""
    return sentence if not sentence or sentence.endswith((".", "!", "?")) else f"{sentence}."


@cache
def _template() -> Template:
    """The elements; text that goes into them is escaped."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(own_file("sharing.html"))
