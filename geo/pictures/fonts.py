"""
The fonts of a picture: NanumGothic, of the package koreanize-matplotlib, then those that Typst brings.

The package is not imported; its files are read where they lie. Fonts of the system are looked through only
for a letter that the first ones lack, so that a picture has the same bytes everywhere.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import InputError

if TYPE_CHECKING:
    from typst import Fonts

INSTALL = "pip install 'factorymap[pictures]'"
PACKAGE, FOLDER, FILE = "koreanize_matplotlib", "fonts", "NanumGothic.ttf"
FAMILY = "NanumGothic"


def font_folder() -> Path:
    """Where the Korean font is; InputError if its package is not installed."""
    found = find_spec(PACKAGE)
    folders = [Path(place, FOLDER) for place in (found and found.submodule_search_locations) or ()]
    folder = next((one for one in folders if (one / FILE).is_file()), None)
    if folder is None:
        raise InputError(f"Pictures need {FILE} of the package {PACKAGE.replace('_', '-')}: {INSTALL}")
    return folder


def fonts_of(own: str) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """
    Folders of font files and families in the order of preference, those of a user's own font file first.

    A bold face of its family is taken from its folder. InputError if it is no font.
    """
    if not own:
        return (font_folder(),), (FAMILY,)
    file = Path(own)
    fonts = fonts_in((file.parent,), of_system=False).fonts()
    families = [font.family for font in fonts if font.path and Path(font.path) == file]
    if not families:
        raise InputError(f"'{file}': is no font that Typst can read. Give a TrueType or OpenType file.")
    return (file.parent, font_folder()), (families[0], FAMILY)


@cache
def fonts_in(folders: tuple[Path, ...], *, of_system: bool) -> Fonts:
    """The fonts in folders and those of Typst, and, if asked for, those of the system."""
    from typst import Fonts

    return Fonts(include_system_fonts=of_system, font_paths=[str(folder) for folder in folders])
