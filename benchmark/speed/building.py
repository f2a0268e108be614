"""
Measure how fast articles are read and the map is built: `make bench`.

Each step is timed on the shipped articles, the median of several runs; the command is timed as a user starts
it, in a process of its own, the first start thrown away. Memory is read as Linux gives it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmark import command_line
from geo.events.finding import find_events
from geo.outputs.writing import render_outputs
from geo.pipeline import build
from geo.places.gazetteer import load_gazetteer
from geo.places.resolving import find_mentions

RUNS = 5


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median time of one run."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def command_seconds(*arguments: str) -> float:
    """Median time of the command in a new process."""
    command = [sys.executable, "-m", "geo", *arguments]

    def start() -> None:
        subprocess.run(command, check=True, capture_output=True)

    start()
    return seconds(start)


def main(arguments: Sequence[str]) -> None:
    """Print one line for each measurement."""
    command_line("speed", __doc__).parse_args(arguments)
    gazetteer = load_gazetteer()
    run = build()
    documents = run.documents
    found = [(document, find_mentions(document, gazetteer)) for document in documents]
    characters = sum(len(document.text) for document in documents)
    print(f"{len(documents)} articles, {characters} characters, {len(run.announcements)} announcements")

    steps: dict[str, Callable[[], object]] = {
        "find mentions": lambda: [find_mentions(document, gazetteer) for document in documents],
        "find events": lambda: [find_events(document, mentions, gazetteer) for document, mentions in found],
        "everything up to announcements": build,
        "render all outputs": lambda: render_outputs(run),
    }
    for name, work in steps.items():
        taken = seconds(work)
        print(f"{name:<32} {taken:7.3f} s  {1000 * taken / len(documents):7.2f} ms an article")

    with tempfile.TemporaryDirectory() as folder:
        for arguments in (["--help"], ["locate", "Songchon"], ["build", "-o", str(Path(folder) / "maps")]):
            shown = " ".join(["factorymap", *arguments[:2]])
            print(f"{shown:<32} {command_seconds(*arguments):7.3f} s")
    peak_mib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'peak memory of the command':<32} {peak_mib:7.0f} MiB")
