"""A house's own style, read from a small TOML file: fonts, colours of the stages, logo and credits."""

from __future__ import annotations

import re
import tomllib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from os import PathLike
from pathlib import Path
from typing import Any

from lxml import etree

from geo.errors import InputError
from geo.text import storable
from geo.view.palette import LOOKS, OUTLINE, THEMES, contrast, lightness
from geo.view.records import LogoView, StyleView

KEYS: dict[str, frozenset[str]] = {
    "": frozenset({"credits", "colours", "font", "logo"}),
    "colours": frozenset(LOOKS),
    "font": frozenset({"file", "family", "web"}),
    "logo": frozenset({"file", "text"}),
}
"""Table -> its keys; empty is the file itself."""
LARGEST_FONT, LARGEST_LOGO = 150_000, 60_000
"""Bytes that a page may get from a font and a logo; in the page they are a third larger."""
FONTS = (".ttf", ".otf", ".ttc")
LOGOS = {".png": "image/png", ".svg": "image/svg+xml"}
SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".woff2": b"wOF2"}
FAMILY = re.compile(r"[\w \-]+(?:, *[\w \-]+)*")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LEAST_CONTRAST, LEAST_STEP = 3.0, 8.0
"""Of an outline on a colour (WCAG 1.4.11), and between two colours in grey, in CIE lightness."""
SVG = "{http://www.w3.org/2000/svg}"
ACTIVE = ("script", "foreignObject", "image", "use", "a", "animate", "set", "style", "iframe")
"""Elements of SVG that may do or fetch something, or change what is around them."""


PLAIN_STYLE: StyleView = {
    "credits": "",
    "colours": {},
    "family": "",
    "web_font": "",
    "font_file": "",
    "logo": None,
}


@dataclass(frozen=True, slots=True)
class Style:
    """What `read_style` has read; `view` is what page and pictures take."""

    file: str
    """Name of the file."""
    view: StyleView
    doubts: tuple[str, ...]
    """What its maker should look at: colours that are hard to see or to tell apart."""


def read_style(path: str | PathLike[str]) -> Style:
    """
    Read a style file; files that it names lie beside it.

    Raises
    ------
    InputError
        If it or a file that it names cannot be read, is too large or not what it should be, or if a key or a
        value is none.
    """
    file = Path(path)
    reader = _Reader(file, _toml(file))
    view: StyleView = {
        "credits": reader.text("", "credits"),
        "colours": reader.colours(),
        "family": reader.family(),
        "web_font": reader.web_font(),
        "font_file": reader.font_file(),
        "logo": reader.logo(),
    }
    return Style(file.name, view, tuple(_doubts(view["colours"])))


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"'{file}': cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"'{file}': is no TOML: {error}. See docs/style.md.") from error


class _Reader:
    """Values of a style file, checked one by one."""

    def __init__(self, file: Path, read: Mapping[str, Any]) -> None:
        self._file, self._read = file, read
        for table, keys in KEYS.items():
            values = read.get(table, {}) if table else read
            if not isinstance(values, dict):
                raise self._wrong(table, "is a table: write its keys under it")
            for key in values:
                if key not in keys:
                    name = f"{table}.{key}" if table else key
                    raise self._wrong(name, f"is not known. Known here: {', '.join(sorted(keys))}")

    def text(self, table: str, key: str) -> str:
        """A text; empty if it is not there."""
        values = self._read.get(table, {}) if table else self._read
        value = values.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(f"{table}.{key}".lstrip("."), f"is a text in quotation marks, not {value!r}")
        return storable(value)

    def colours(self) -> dict[str, str]:
        """Stage -> "#rrggbb", of those that are given, in the order of the stages."""
        given = {
            stage: self.text("colours", stage) for stage in LOOKS if stage in self._read.get("colours", {})
        }
        for stage, colour in given.items():
            if not COLOUR.fullmatch(colour):
                raise self._wrong(f"colours.{stage}", f"is a colour such as #4a76cd, not {colour!r}")
        return {stage: colour.lower() for stage, colour in given.items()}

    def family(self) -> str:
        """Font families as CSS lists them."""
        family = self.text("font", "family")
        if family and not FAMILY.fullmatch(family):
            raise self._wrong("font.family", f"is names of letters, digits and blanks, not {family!r}")
        return family

    def web_font(self) -> str:
        """A font for the page, as an address that holds it."""
        content = self._content("font.web", (".woff2",), LARGEST_FONT)
        return f"data:font/woff2;base64,{b64encode(content).decode()}" if content else ""

    def font_file(self) -> str:
        """Where a font for pictures lies."""
        named = self.text("font", "file")
        return str(self._beside("font.file", named, FONTS).resolve()) if named else ""

    def logo(self) -> LogoView | None:
        """A logo as an address that holds it, and what it says."""
        content = self._content("logo.file", tuple(LOGOS), LARGEST_LOGO)
        if not content:
            return None
        suffix = Path(self.text("logo", "file")).suffix.lower()
        if suffix == ".svg":
            self._check_drawing(content)
        text = self.text("logo", "text")
        if not text:
            raise self._wrong("logo.text", "is missing: say what the logo says, for those who do not see it")
        return {"uri": f"data:{LOGOS[suffix]};base64,{b64encode(content).decode()}", "text": text}

    def _content(self, name: str, suffixes: tuple[str, ...], largest: int) -> bytes:
        """The bytes of a file that a key names; none if it names none."""
        named = self.text(*name.split("."))
        if not named:
            return b""
        file = self._beside(name, named, suffixes)
        if file.stat().st_size > largest:
            raise self._wrong(name, f"'{named}' has more than {largest // 1000} kB. Make it smaller")
        content = file.read_bytes()
        signature = SIGNATURES.get(file.suffix.lower(), b"")
        if not content.startswith(signature):
            raise self._wrong(name, f"'{named}' is no {file.suffix.lower().removeprefix('.').upper()} file")
        return content

    def _beside(self, name: str, named: str, suffixes: tuple[str, ...]) -> Path:
        """A file that a key names, beside the style file."""
        file = self._file.parent / named
        if file.suffix.lower() not in suffixes:
            raise self._wrong(name, f"is a file that ends in {' or '.join(suffixes)}, not '{named}'")
        if not file.is_file():
            raise self._wrong(name, f"'{named}' is not there, beside the style file")
        return file

    def _check_drawing(self, content: bytes) -> None:
        """InputError if an SVG may do or fetch something."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self._wrong("logo.file", f"is no SVG: {error}") from error
        if root.tag != f"{SVG}svg":
            raise self._wrong("logo.file", "is no SVG: it does not begin with an <svg> of its namespace")
        for element in root.iter():
            if _is_active(element):
                said = element.tag.removeprefix(SVG) if isinstance(element.tag, str) else "an entity"
                why = f"has {said!r}, which may do or fetch something. Use plain shapes"
                raise self._wrong("logo.file", why)

    def _wrong(self, name: str, why: str) -> InputError:
        return InputError(f"'{self._file}': {name} {why}.")


def _is_active(element: Any) -> bool:
    """Whether an element of an SVG may do or fetch something, or change what is around it."""
    if not isinstance(element.tag, str):
        return element.tag is not etree.Comment
    return element.tag.rpartition("}")[2] in ACTIVE or any(
        key.startswith("on") or key.endswith("href") or "url(" in value.replace("url(#", "")
        for key, value in element.attrib.items()
    )


def _doubts(colours: Mapping[str, str]) -> Iterator[str]:
    """What is hard to see of one's own colours, or to tell apart in grey and for the colour-blind."""
    for stage, colour in colours.items():
        found = contrast(colour, OUTLINE)
        if found < LEAST_CONTRAST:
            yield (
                f"colours.{stage} {colour}: its black outline has a contrast of {found:.1f} : 1 with it. "
                f"Choose a lighter colour, for {LEAST_CONTRAST:g} : 1."
            )
    fills = {stage: colours.get(stage, look.fill) for stage, look in LOOKS.items()}
    none = THEMES["light"].none
    for (one, fill), (other, another) in combinations([*fills.items(), ("no campaign", none)], 2):
        if {one, other} & set(colours) and abs(lightness(fill) - lightness(another)) < LEAST_STEP:
            yield f"colours: {one} {fill} and {other} {another} look alike in grey. Make one lighter."
