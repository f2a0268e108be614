"""
Measure how long each picture of the map takes and how large it is: `make bench-pictures`.

Cold is a process of its own that has the view and nothing else: importing libraries, reading fonts, drawing
and writing all count. Warm is the same process drawing once more. The first start is thrown away.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmark import command_line
from geo.pictures import FORMATS
from geo.pipeline import build
from geo.view.mapping import map_view

RUNS = 7
SLOWEST_SECONDS, LARGEST_SVG = 1.5, 250_000
"""What a picture may take, cold, and how many bytes an SVG may have."""

DRAW = """
import json, sys, time
view = json.load(open(sys.argv[1], encoding="utf-8"))
times = []
for _ in range(2):
    start = time.perf_counter()
    from geo.pictures import write_picture
    write_picture(view, sys.argv[2])
    times.append(time.perf_counter() - start)
print(json.dumps(times))
"""


def times_of(view_file: Path, picture: Path) -> tuple[float, float]:
    """Seconds for the first and the second picture of a new process."""
    command = [sys.executable, "-c", DRAW, str(view_file), str(picture)]
    cold, warm = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return cold, warm


def main(arguments: Sequence[str]) -> None:
    """Print a table, and say what is over its bound."""
    command_line("pictures", __doc__).parse_args(arguments)
    run = build()
    view = map_view(run.announcements, run.documents, run.inputs, mentions=run.mentions)
    over = []
    print(f"{'format':8}{'cold s':>8}{'worst':>8}{'warm s':>8}{'kB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        view_file = Path(folder, "view.json")
        view_file.write_text(json.dumps(view), encoding="utf-8")
        for format in FORMATS:
            picture = Path(folder, f"map.{format}")
            timed = [times_of(view_file, picture) for _ in range(RUNS + 1)][1:]
            cold, warm = (median(column) for column in zip(*timed, strict=True))
            size = picture.stat().st_size
            worst = max(first for first, _ in timed)
            print(f"{format:8}{cold:8.2f}{worst:8.2f}{warm:8.2f}{size / 1000:8.0f}")
            if cold > SLOWEST_SECONDS or (format == "svg" and size > LARGEST_SVG):
                over.append(format)
    if over:
        sys.exit(f"Over the bounds of {SLOWEST_SECONDS} s or {LARGEST_SVG:,} bytes: {', '.join(over)}")
