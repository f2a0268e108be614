"""The files of `data/` as the installed package carries them; short, since every room reads them here."""

from __future__ import annotations

from pkgutil import get_data

from geo.errors import DataError
from geo.text.csvtables import read_records


def data_text(name: str) -> str:
    """A file of `data/` as text, line ends as they are; DataError if it is not in the installed package."""
    try:
        return (get_data("geo", f"data/{name}") or b"").decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            f"data file {name!r} is missing from the installed package, or damaged. Install factorymap again."
        ) from error


def data_rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of `data/` by column; DataError as for `data_text`."""
    return read_records(data_text(name))[1]
