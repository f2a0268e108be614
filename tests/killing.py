"""
Writers that are killed, at any call to the system or at any time, and what they leave.

    python -m tests.killing [--kills 300] [--seed 1]

builds small maps and kills each build around the moment it writes; `make kill-test` calls it. It prints one
line of counts, and ends with 1 if a set was mixed after recovery or anything was left over.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from geo.text import HIDDEN, read_set, sole_writer

EVENTS = ("open", "os.", "fcntl.", "ctypes.dlsym")
"""Beginnings of the audit events that tell of a call to the system."""
BY_EVENT, BY_TIME = "by event", "by time"
Files = Mapping[str, bytes]


def forked(work: Callable[[], object], at: int = 0, after: float = 0) -> int:
    """
    Work in a process of its own, killed before its call number `at` that follows the first one that touches
    the hidden folder, or `after` seconds; its exit code, negative for a signal.
    """
    child = os.fork()
    if not child:
        _in_child(work, at)
    if after:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _in_child(work: Callable[[], object], at: int) -> None:
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event.startswith(EVENTS) and (seen or any(HIDDEN in str(one) for one in arguments)):
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)

    code = 1
    try:
        if at:
            sys.addaudithook(hook)
        work()
        code = 0
    finally:
        os._exit(code)


def seen_by_others(folder: Path, names: tuple[str, ...]) -> Files:
    """What a program that knows nothing of sets finds."""
    return {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}


def strays(folder: Path, names: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """What is in a folder, or beside it under a name of ours, and belongs to nobody."""
    ours = {place.as_posix() for name in (*names, *others) for place in (Path(name), *Path(name).parents)}
    inside = {path.relative_to(folder).as_posix() for path in folder.rglob("*")} - ours
    beside = {path.name for path in folder.parent.iterdir() if path.name.endswith(HIDDEN)}
    return sorted(inside | beside)


class Kills:
    """Kills of one kind of writer, and counts of what was found after each."""

    def __init__(self, folder: Path, sets: tuple[Files, Files], write: Callable[[int], object]) -> None:
        self.folder, self.sets, self.write = folder, sets, write
        """`write(0)` writes the first set into the folder, `write(1)` the second."""
        self.names = tuple(dict.fromkeys((*sets[0], *sets[1])))
        self.counts: Counter[str] = Counter()

    def kill(self, others: tuple[str, ...], at: int = 0, after: float = 0) -> int:
        """
        Kill a writer of the second set over the first, in a folder that also holds `others`; what is seen
        before and after recovery is counted.
        """
        shutil.rmtree(self.folder.parent, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for name in others:
            (self.folder / name).write_text(name)
        assert forked(lambda: self.write(0)) == 0
        code = forked(lambda: self.write(1), at, after)
        self.counts["killed" if code == -signal.SIGKILL else "ended before"] += 1
        alone = "alone" if not others else "with others"
        self.counts[f"mixed before recovery, {alone}"] += self._mixed(seen_by_others(self.folder, self.names))
        self.counts["mixed for our reader"] += self._mixed(read_set(self.folder, self.names))
        left = strays(self.folder, self.names, others)
        self.counts["left something to recover"] += bool(left)
        if self.counts["killed"] % 2:
            with sole_writer(self.folder):
                pass
            found = seen_by_others(self.folder, self.names)
            self.counts["mixed after recovery"] += self._mixed(found)
            self.counts["new after recovery"] += found == self.sets[1]
        else:
            assert forked(lambda: self.write(0)) == 0
            found = seen_by_others(self.folder, self.names)
            self.counts["mixed after the next run"] += found != self.sets[0]
        self.counts["strays"] += bool(strays(self.folder, self.names, others))
        self.counts["others lost"] += sum(not (self.folder / name).is_file() for name in others)
        return code

    def _mixed(self, found: Files) -> bool:
        return found not in self.sets

    @property
    def faults(self) -> dict[str, int]:
        """What must never be."""
        never = (
            *("mixed before recovery, alone", "mixed for our reader", "mixed after recovery"),
            *("mixed after the next run", "strays", "others lost"),
        )
        return {name: self.counts[name] for name in never if self.counts[name]}


ARTICLE = """\
TITLE: Work begins in {county}
DATE: 2024-02-29

A groundbreaking ceremony for regional-industry factories was held in {county} County, {province}
Province, on February 28 under the 20x10 policy.
"""


def of_builds(place: Path) -> Kills:
    """Kills of `factorymap build` in a folder of its own."""
    from geo.cli import cli

    inputs = []
    for county, province in (("Songchon", "South Phyongan"), ("Kusong", "North Phyongan")):
        (place / county).mkdir()
        (place / county / "article.txt").write_text(ARTICLE.format(county=county, province=province))
        inputs.append(place / county)

    def write(number: int, folder: Path = place / "out" / "maps") -> None:
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
        cli(["build", str(inputs[number]), "-o", str(folder)], standalone_mode=False)

    sets = []
    for number in (0, 1):
        stdout, stderr = sys.stdout, sys.stderr
        write(number, place / f"set{number}")
        sys.stdout, sys.stderr = stdout, stderr
        sets.append({path.name: path.read_bytes() for path in sorted((place / f"set{number}").iterdir())})
    return Kills(place / "out" / "maps", (sets[0], sets[1]), write)


def main() -> None:
    """Kill builds and print what came of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as place:
        kills = of_builds(Path(place))
        kills.kill((), at=10**9)
        begun = time.monotonic()
        forked(lambda: kills.write(1))
        lasted = time.monotonic() - begun
        number, last = 0, 200
        while kills.counts["killed"] < given.kills:
            others = ("notes.txt", "README.md")[: chance.choice((0, 2))]
            if number % 3 == 2:  # at any time; else at a call, every other one late, where the switch is
                kills.kill(others, after=lasted * chance.uniform(0.75, 1.0))
            elif kills.kill(others, at=(at := chance.randint(last // 2 * (number % 3), last) or 1)) == 0:
                last = max(at - 1, 50)
            number += 1
            if number % 50 == 0:
                print(number, dict(kills.counts), file=sys.stderr)
    print(dict(sorted(kills.counts.items())))
    sys.exit(f"faults: {kills.faults}" if kills.faults else 0)


if __name__ == "__main__":
    main()
