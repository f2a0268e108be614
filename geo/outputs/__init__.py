"""A run as files, and the files of an earlier build as records again."""

from geo.outputs.dataset import write_dataset
from geo.outputs.reading_back import Build, listed, read_build, reports_of
from geo.outputs.telling import finding_json, finding_text
from geo.outputs.writing import draw_picture, map_of, older_pictures, output_names, write_outputs

__all__ = [
    "Build",
    "draw_picture",
    "finding_json",
    "finding_text",
    "listed",
    "map_of",
    "older_pictures",
    "output_names",
    "read_build",
    "reports_of",
    "write_dataset",
    "write_outputs",
]
