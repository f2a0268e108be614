"""A run as files, and the files of an earlier build as records again."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.outputs.dataset import write_dataset
    from geo.outputs.explaining import finding_text
    from geo.outputs.identity import build_id
    from geo.outputs.reading_back import Build, listed, read_build, reports_of
    from geo.outputs.telling import finding_json
    from geo.outputs.writing import (
        draw_picture,
        exports_of,
        map_of,
        older_pictures,
        output_names,
        run_record,
        tables_of,
        view_on,
        write_outputs,
    )

__all__ = [
    "Build",
    "build_id",
    "draw_picture",
    "exports_of",
    "finding_json",
    "finding_text",
    "listed",
    "map_of",
    "older_pictures",
    "output_names",
    "read_build",
    "reports_of",
    "run_record",
    "tables_of",
    "view_on",
    "write_dataset",
    "write_outputs",
]

_HOME = {
    "dataset": "write_dataset",
    "explaining": "finding_text",
    "identity": "build_id",
    "reading_back": "Build listed read_build reports_of",
    "telling": "finding_json",
    "writing": (
        "draw_picture exports_of map_of older_pictures output_names run_record tables_of view_on "
        "write_outputs"
    ),
}

# What draws and writes tables is loaded only by who asks for it: `extract` prints JSON alone.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        for module, names in _HOME.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
