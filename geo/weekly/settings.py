"""week.toml: what a round does in its folder, read with every key checked; and the file that begins one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from geo.errors import InputError
from geo.formats import export_names
from geo.models import STATED_FROM
from geo.projects import checked_line
from geo.report import check_formats
from geo.text import write_atomically
from geo.view import MapOptions

FILE = "week.toml"
BEGINNING = """\
# What `factorymap week` does in this folder; docs/week.md says what each line means.

articles = ["articles"]         # files and folders of your own, read beside what is fetched
sources = []                    # feeds, sitemaps, pages: addresses, or files with addresses
reviewed_sources = false        # also the reviewed sources that come with factorymap
contact = ""                    # whom the operators of a server may write to
match = ""                      # words of which pages of feeds have one; empty: those of the DPRK
decisions = "decisions.csv"     # "" for none
weights = ""                    # as factorymap learn writes them
stated_from = 0.6
title = ""
byline = ""
language = ""                   # "en" or "ko"; empty: that of the reader's browser
formats = []                    # "xlsx", "gpkg", ... beside the map
report = ["report.html"]        # .html, .md, .docx, .pdf; [] for none
publish = false                 # write public/, for any static host
address = ""                    # where public/ will be found, as https://example.org/factories/
"""
DECISIONS = "decision,key,new_place,new_facility,new_stage,new_date,reason,by,decided_on\n"


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of week.toml; paths are relative to its folder."""

    articles: tuple[str, ...] = ("articles",)
    sources: tuple[str, ...] = ()
    reviewed_sources: bool = False
    contact: str = ""
    match: str = ""
    decisions: str = ""
    weights: str = ""
    stated_from: float = STATED_FROM
    title: str = ""
    byline: str = ""
    language: str = ""
    formats: tuple[str, ...] = ()
    report: tuple[str, ...] = ("report.html",)
    publish: bool = False
    address: str = ""

    @property
    def map_options(self) -> MapOptions:
        """Words, language and address of the map."""
        return MapOptions(title=self.title, byline=self.byline, language=self.language, address=self.address)


def begin(folder: Path) -> Path:
    """
    Make a folder for weekly rounds, with a week.toml to fill in; what is there stays.

    Raises
    ------
    InputError
        If it has a week.toml.
    """
    if (folder / FILE).exists():
        raise InputError(f"'{folder / FILE}' is there already. Change it, or name another folder.")
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    if not (folder / "decisions.csv").exists():
        write_atomically(folder / "decisions.csv", DECISIONS)
    return write_atomically(folder / FILE, BEGINNING)


def read_settings(file: Path) -> Settings:
    """
    The settings of a file.

    Raises
    ------
    InputError
        If it is not there, is no TOML, or a key or a value of it is none.
    """
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(f"'{file}' is not there. Begin with: factorymap week {file.parent} --init") from None
    except OSError as error:
        raise InputError(f"'{file}' cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"'{file}' is no TOML: {error}. See docs/week.md.") from error
    return _checked(file, read)


def _checked(file: Path, read: Mapping[str, Any]) -> Settings:
    known = {one.name: one for one in fields(Settings)}
    values: dict[str, Any] = {}
    for name, value in read.items():
        if name not in known:
            near = get_close_matches(name, known, n=1)
            meant = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(known)}."
            raise InputError(f"'{file}': {name!r} is not known. {meant}")
        values[name] = _value(file, name, value)
    settings = Settings(**values)
    for check in _CHECKS:
        try:
            check(settings)
        except InputError as error:
            raise InputError(f"'{file}': {error}") from None
    return settings


def _value(file: Path, name: str, value: Any) -> Any:
    """A value of the type of its key."""
    default = getattr(Settings(), name)
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        raise InputError(f"'{file}': {name} is a list of texts, as {name} = [\"...\"].")
    if isinstance(default, bool) and not isinstance(value, bool):
        raise InputError(f"'{file}': {name} is true or false.")
    if isinstance(default, float) and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise InputError(f"'{file}': {name} is a number.")
    if isinstance(default, str) and not isinstance(value, str):
        raise InputError(f"'{file}': {name} is a text, as {name} = \"...\".")
    return value


_CHECKS: tuple[Callable[[Settings], object], ...] = (
    lambda one: one.map_options,
    lambda one: checked_line(one.stated_from),
    lambda one: export_names(one.formats),
    lambda one: check_formats([Path(name) for name in one.report]),
    lambda one: _check_names(one.report),
)


def _check_names(names: Iterable[str]) -> None:
    """InputError unless reports are files of the edition itself."""
    for name in names:
        if Path(name).name != name or name.startswith("."):
            raise InputError(f"report {name!r} is a name of a file, without a folder.")
