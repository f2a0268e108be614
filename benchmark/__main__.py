"""
Run one of the measurements.

    python -m benchmark NAME [options]

Without a name, or with --help, the names are listed; `NAME --help` says more of one. A measurement is
imported when it runs, since some need libraries that others do not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

MEASUREMENTS = {
    "accuracy": ("benchmark.accuracy", "how right places, events and dates are, beside other systems"),
    "events": ("benchmark.events.report", "events of the annotated texts, merging, statements of real pages"),
    "first-sight": ("benchmark.events.first_sight", "a batch of texts that the program has never met"),
    "training": ("benchmark.events.training", "train what decides on events, into data/weights.csv"),
    "dates": ("benchmark.dates.report", "date phrases, one by one"),
    "traps": ("benchmark.places.traps", "check the form of the list of place-name traps"),
    "map": ("benchmark.page.beside_folium", "the map page beside plain folium"),
    "speed": ("benchmark.speed.building", "how fast articles are read and the map is built"),
    "corpus": ("benchmark.speed.corpus", "write made articles whose answers are known"),
    "growth": ("benchmark.speed.growth", "how the time for an article grows with its length"),
    "review": ("benchmark.review.stepping", "how quick the review page is with a thousand items"),
    "scale": ("benchmark.speed.scale", "how builds grow with the number of articles, and peers"),
    "merging": ("benchmark.speed.merging", "how merging, review, tables and page grow with the reports"),
    "deciding": ("benchmark.speed.deciding", "how decisions grow with their number and the reports"),
    "pictures": ("benchmark.speed.pictures", "how long each picture for print takes and how large it is"),
}
"""Name -> the module whose `main` runs it, and what it measures."""


def main(arguments: Sequence[str]) -> int | None:
    """Run what the first argument names with the others; 2 if there is no such name."""
    name, *options = arguments or ("--help",)
    if name in ("-h", "--help"):
        print("usage: python -m benchmark NAME [options]\n")
        for one, (_, what) in MEASUREMENTS.items():
            print(f"  {one:<11} {what}")
        print("\n`python -m benchmark NAME --help` tells the options of one.")
        return 0
    if name not in MEASUREMENTS:
        print(f"benchmark: no {name!r}; there are {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    run: Callable[[Sequence[str]], int | None] = import_module(MEASUREMENTS[name][0]).main
    return run(options)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
