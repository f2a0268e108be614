"""
The pages of counties, one in each language, and the list of them: no script, no request.

Whatever comes from texts is escaped and stands isolated in `bdi`; only addresses of the web become links.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from itertools import groupby
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from geo.models import LANGUAGES, Language
from geo.publishing.counties import FOLDER, CountyPage
from geo.publishing.wording import HANGUL, OTHER, Wording, capital
from geo.view import SHARED, MapView, css_variables, looks_of, shape_paths

FILES: dict[Language, str] = {"en": "index.html", "ko": "ko.html"}
"""Name of a page's file in each language."""
PICTURE = "map.png"
LOCALES: dict[Language, str] = {"en": "en_US", "ko": "ko_KR"}
WEB = re.compile(r"(?i)https?://[^\s/?#]")
TEMPLATES = ("frame.html", "county.html", "counties.html")


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages of one folder have in common."""

    view: MapView
    pages: tuple[CountyPage, ...]
    address: str
    """Of the folder, with a slash at its end; empty if it is not known."""
    files: tuple[str, ...]
    """Names of tables and layers, for the list of counties."""


def county_files(site: Site) -> Iterator[tuple[str, str]]:
    """Name and content of the page of each county in each language, and of the list of them."""
    by_key = {page.key: page for page in site.pages}
    for page in site.pages:
        for language in LANGUAGES:
            yield f"{page.folder}/{FILES[language]}", _county(site, page, language, by_key)
    for language in LANGUAGES:
        yield f"{FOLDER}/{FILES[language]}", _list(site, language)


def page_addresses(site: Site) -> Iterator[str]:
    """Address of every page for readers, relative to the folder: the map, lists, counties."""
    yield ""
    for folder in (FOLDER, *(page.folder for page in site.pages)):
        for language in LANGUAGES:
            yield _address(folder, language)


def _address(folder: str, language: Language) -> str:
    """Where a page is found on a host, which serves index.html for its folder."""
    return f"{folder}/" if language == "en" else f"{folder}/{FILES[language]}"


def _county(site: Site, page: CountyPage, language: Language, by_key: Mapping[str, CountyPage]) -> str:
    words = Wording(language)

    def neighbour(key: str) -> dict[str, str] | None:
        other = by_key.get(key)
        return {"link": f"../{key}/{FILES[language]}", "name": other.name[language]} if other else None

    return _rendered(
        "county.html",
        site,
        words,
        folder=page.folder,
        top="../../",
        index=f"../{FILES[language]}",
        title=f"{page.title(language)} – {site.view['title'][language]}",
        told=words.told(page),
        page=page,
        map=f"../../index.html#county={page.key}",
        picture=PICTURE,
        before=neighbour(page.before),
        after=neighbour(page.after),
    )


def _list(site: Site, language: Language) -> str:
    words, file = Wording(language), FILES[language]
    listed = [
        (page.province[language], {"page": page, "link": f"{page.key}/{file}", "told": words.told(page)})
        for page in site.pages
    ]
    provinces = [
        (province, [one for _, one in some]) for province, some in groupby(listed, key=lambda one: one[0])
    ]
    return _rendered(
        "counties.html",
        site,
        words,
        folder=FOLDER,
        top="../",
        index=file,
        title=f"{words.say('site-counties')} – {site.view['title'][language]}",
        told=words.say("site-lead", n=len(site.pages)),
        provinces=provinces,
        elsewhere=len(site.view["unplaced"]),
        files=site.files,
    )


def _rendered(template: str, site: Site, words: Wording, *, folder: str, **values: Any) -> str:
    """A page with what all pages have."""
    view, language, style = site.view, words.language, _style()
    fills = {stage: look.fill for stage, look in looks_of(view["style"]["colours"]).items()}
    width, height = SHARED.pixels
    picture = f"{folder}/{PICTURE}" if "page" in values else view["picture"]
    environment = _environment(language)
    return environment.get_template(template).render(
        lang=language,
        locale=LOCALES[language],
        site_title=view["title"][language],
        generator=view["generator"],
        byline=view["byline"],
        attribution=view["attribution"],
        caveat=view["caveat"][language],
        data_to=view["data_to"],
        canonical=f"{site.address}{_address(folder, language)}" if site.address else "",
        absolute_picture=f"{site.address}{picture}",
        alternates=[(code, f"{site.address}{_address(folder, code)}") for code in LANGUAGES],
        other_lang=OTHER[language],
        other_link=FILES[OTHER[language]],
        width=width,
        height=height,
        style=Markup(style),
        policy=_policy(style),
        shape_paths=shape_paths().items(),
        sign=partial(_sign, fills),
        say=words.say,
        label=words.label,
        campaign=words.campaign,
        **values,
    )


def _sign(fills: Mapping[str, str], stage: str) -> Markup:
    """The shape of a stage on its colour."""
    shape = stage if stage in fills else "other"
    return Markup(
        '<svg class="sign" viewBox="-14 -9 28 18" aria-hidden="true">'
        '<rect x="-13.5" y="-8.5" width="27" height="17" fill="{}" stroke="#000"/>'
        '<use href="#shape-{}"/></svg>'
    ).format(fills.get(stage, "#fff"), shape)


@cache
def _style() -> str:
    """The pages' style sheet, in light and dark."""
    light, dark = (css_variables(theme) for theme in ("light", "dark"))
    colours = (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    )
    return colours + _own_file("site.css")


def _policy(style: str) -> str:
    """No script, no request beside pictures of the folder itself."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' file: data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _environment(language: Language) -> Environment:
    """The templates in one language; text that goes into them is escaped."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=DictLoader({name: _own_file(name) for name in TEMPLATES}),
    )
    environment.filters |= {
        "is_web": lambda url: bool(WEB.match(url)),
        "date": Wording(language).date,
        "capital": capital,
        "language": partial(_language_of, language),
    }
    return environment


def _language_of(language: Language, text: str) -> Markup:
    """The attribute that says that a text is in the other language."""
    own: Language = "ko" if HANGUL.search(text) else "en"
    return Markup(' lang="{}"').format(own) if own != language else Markup("")


def _own_file(name: str) -> str:
    return resources.files("geo.publishing").joinpath(name).read_text(encoding="utf-8")
