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


@cache
def fonts_in(folders: tuple[Path, ...], *, of_system: bool) -> Fonts:
    """The fonts in folders and those of Typst, and, if asked for, those of the system."""
    from typst import Fonts

    return Fonts(include_system_fonts=of_system, font_paths=[str(folder) for folder in folders])
