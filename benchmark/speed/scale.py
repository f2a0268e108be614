"""
Measure how a build grows with the number of articles, and how fast places and events are found beside others.

    python -m benchmark scale [--largest 1000000] [--jobs 1 2] [--markdown docs/performance.md]

Articles are made ones (`python -m benchmark corpus`) with known answers, which each build is held against.
Each build is a process of its own into a new folder; each peer reads in a process of its own, in turns with
factorymap. Peers need the extra `bench`. Linux only.
"""

from __future__ import annotations

import csv
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median

from benchmark import command_line
from benchmark.figures import table
from benchmark.places.peers import RECIPES
from benchmark.speed.corpus import make
from benchmark.speed.finding_alone import EXTRACTION, OWN, SIEVED
from benchmark.speed.processes import Cost, cost_of
from geo.models import ALL_STAGES

SMALLEST, LARGEST = 100, 100_000
PEERS = ("flashgeotext-own", "phrasematcher", "geotext", "regex")
FEW = {"regex": 60}
"""Articles for a peer that is slow."""
ROUNDS = 5
FASTER_THAN = {"flashgeotext-own": 2, "regex": 50}
"""So many times as fast as these factorymap should be on English general news."""
NAMES = {OWN: "factorymap", SIEVED: "factorymap behind its sieve"}
FULL_A_SECOND = 300
"""Articles naming the DPRK that should be read for places and events in a second."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build of a made corpus."""

    articles: int
    jobs: int
    cost: Cost
    right: int
    stated: int
    """Known answers."""
    wrong: int
    """What was told and is not among them."""

    @property
    def a_second(self) -> float:
        """Articles, start and writing included."""
        return self.articles / self.cost.wall_seconds


def sizes(largest: int) -> Iterator[int]:
    """100, 1,000 and so on."""
    size = SMALLEST
    while size <= largest:
        yield size
        size *= 10


def build_of(file: Path, known: dict[str, object], jobs: int, folder: Path) -> Build:
    """Build a corpus into a new folder and hold what it tells against what is known."""
    command = [sys.executable, "-m", "geo", "build", str(file), "-o", str(folder)]
    cost = cost_of([*command, "--jobs", str(jobs)])
    if cost.failed:
        sys.exit(f"benchmark: {' '.join(command)} failed:\n{cost.output[-2000:]}")
    stated = known["stated"]
    assert isinstance(stated, list)
    right = {(one["pcode"], one["facility"], one["stage"], one["day"]) for one in stated}
    told = set(_told(folder / "announcements.csv"))
    articles = known["articles"]
    assert isinstance(articles, int)
    return Build(articles, jobs, cost, len(told & right), len(right), len(told - right))


def _told(file: Path) -> Iterator[tuple[str, str, str, str]]:
    """(P-code, facility, stage, day) of each stage of a table of announcements; the day may be empty."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            days = {stage: row.get(f"{stage}_on", "") for stage in ALL_STAGES}
            for stage, day in days.items():
                if day or stage == row["stage"]:
                    yield row["pcode"], row["facility"], stage, day


def has_jobs() -> bool:
    """Whether `build` takes --jobs."""
    shown = subprocess.run([sys.executable, "-m", "geo", "build", "--help"], capture_output=True, text=True)
    return "--jobs" in shown.stdout


def grown(largest: int, jobs: Sequence[int]) -> list[Build]:
    """Builds of all sizes, each size with every number of processes."""
    found = []
    with tempfile.TemporaryDirectory(prefix="factorymap-scale-") as place:
        for size in sizes(largest):
            file = Path(place, f"{size}.jsonl.gz")
            known = make(size, file)
            for number in jobs:
                found.append(build_of(file, known, number, Path(place, f"out-{size}-{number}")))
                _say(found[-1])
            file.unlink()
    return found


def _say(build: Build) -> None:
    print(
        f"{build.articles:>9,} articles, {build.jobs} jobs: {build.cost.wall_seconds:.1f} s, "
        f"{build.cost.peak_mib:.0f} MiB, {build.right} of {build.stated} right, {build.wrong} wrong",
        file=sys.stderr,
    )


def growth_table(builds: Sequence[Build]) -> str:
    """One row for each build; the slope is that of time over articles beside the size before, 1 if linear."""
    rows = []
    for build in builds:
        before = [one for one in builds if one.jobs == build.jobs and one.articles < build.articles]
        rows.append(
            [
                f"{build.articles:,} articles, {build.jobs} process{'es' * (build.jobs > 1)}",
                f"{build.cost.wall_seconds:.1f}",
                f"{build.cost.processor_seconds:.1f}",
                f"{build.cost.peak_mib:.0f}",
                f"{build.a_second:,.0f}",
                f"{_slope(before[-1], build):.2f}" if before else "",
                f"{build.right} of {build.stated}",
                build.wrong,
            ]
        )
    head = ("a build of", "wall s", "processor s", "peak MiB", "articles a second", "slope", "right", "wrong")
    return table(head, rows)


def _slope(small: Build, large: Build) -> float:
    return log(large.cost.wall_seconds / small.cost.wall_seconds) / log(large.articles / small.articles)


def rate(system: str, kind: str, number: int) -> float:
    """Articles a second of one system in a new process; nan if a peer is not installed."""
    command = [sys.executable, "-m", "benchmark.speed.finding_alone", system, kind, "--articles", str(number)]
    ran = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"LOGURU_LEVEL": "ERROR"})
    return float(ran.stdout.split()[-1]) if ran.returncode == 0 else float("nan")


def beside(kind: str, number: int, rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """
    Articles a second, the median of some rounds in which all take turns, and for each peer the median of how
    many times as fast factorymap was in the same round, behind its sieve as a build reads.
    """
    taken: dict[str, list[float]] = {name: [] for name in (OWN, SIEVED, *PEERS)}
    for _ in range(rounds):
        for name, rates in taken.items():
            rates.append(rate(name, kind, FEW.get(name, number)))
    times = {
        name: median(own / other for own, other in zip(taken[SIEVED], rates, strict=True))
        for name, rates in taken.items()
    }
    return {name: median(rates) for name, rates in taken.items()}, times


def peer_table(number: int, rounds: int) -> tuple[str, dict[str, float]]:
    """Systems beside factorymap, and how many times as fast it is on English general news."""
    (english, times), (general, more) = (beside(kind, number, rounds) for kind in ("english", "general"))
    rows = [
        [
            RECIPES[name].name if name in RECIPES else NAMES[name],
            f"{english[name]:,.0f}",
            f"{times[name]:.1f}",
            f"{general[name]:,.0f}",
            f"{more[name]:.1f}",
        ]
        for name in english
    ]
    head = ("places", "English news, a second", "behind its sieve × as fast", "all languages, a second", "×")
    return table(head, rows), times


def machine() -> str:
    """What it was measured on."""
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kind = names[0].partition(":")[2].strip() if names else platform.machine()
    return f"{kind}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}"


PAGE = """# How fast, and how it grows

Written by `python -m benchmark scale --markdown docs/performance.md` on {machine}.{busy}

Articles are made ones, by `python -m benchmark corpus`: general news of 2.6 kB in four languages of which 2 %
name the DPRK, and of those three in ten state an event; what they state is known. *Right* are known answers
(county, facility, stage, day) that the build tells, *wrong* what it tells beside them. Each build is a
process of its own that reads one packed file (JSON Lines, gzip) and writes the map and all tables into a new
folder.
*Slope*: of the time over the number of articles on logarithmic scales, beside the row before; 1 is linear,
less means that the start still counts. Memory is that of all processes together.

{growth}
Finding places in general news, in processes of their own that take turns, {rounds} rounds; told are medians
of processor time. *factorymap* finds names, decides what each means and gives the reasons, names abroad
too; *behind its sieve* is how a build reads, which holds back what can name no place of the DPRK; the others
find where a name stands. geotext knows cities of its own alone. Asked: {asked}.

{peers}
Places and events of articles of 1.3 kB that name the DPRK, everything but reading the file: {full:,.0f}
articles a second on one core (asked: {full_asked}).
"""


def main(arguments: Sequence[str]) -> None:
    """Print the page, or write it."""
    parser = command_line("scale", __doc__)
    parser.add_argument("--largest", type=int, default=LARGEST, help="most articles (%(default)s)")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="numbers of processes (1 2)")
    parser.add_argument("--articles", type=int, default=1500, help="that each peer reads (%(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of the peers (%(default)s)")
    parser.add_argument("--markdown", type=Path, help="write the page to this file")
    asked = parser.parse_args(arguments)
    jobs = asked.jobs if has_jobs() else [1]
    builds = grown(asked.largest, jobs)
    peers, times = peer_table(asked.articles, asked.rounds)
    load = os.getloadavg()[0] - 1
    page = PAGE.format(
        machine=machine(),
        busy=f" Other work ran beside it (a load of {load:.0f})." if load > 1 else "",
        growth=growth_table(builds),
        rounds=asked.rounds,
        peers=peers,
        asked=", ".join(
            f"{RECIPES[name].name} {factor} × (here {times[name]:.1f} ×)"
            for name, factor in FASTER_THAN.items()
        ),
        full=median(rate(EXTRACTION, "naming", asked.articles // 2) for _ in range(asked.rounds)),
        full_asked=FULL_A_SECOND,
    )
    print(page)
    if asked.markdown:
        asked.markdown.write_text(page, encoding="utf-8")
