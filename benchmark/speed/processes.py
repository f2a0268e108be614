"""A command in a process of its own: how long it takes, and what it and all that it starts keep in memory."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

EVERY_SECONDS = 0.05
"""So often memory is looked at."""
_PARENT = 1
"""Place of the parent among the fields of /proc/PID/stat behind the name."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    wall_seconds: float
    processor_seconds: float
    """Of the process and all that it waited for."""
    peak_mib: float
    """Most that all its processes held at once; memory that several share counts once for each part (PSS)."""
    output: str
    failed: bool


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command to its end; Linux only, since /proc is read."""
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        watch = _Watch(process.pid)
        watch.start()
        output = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = perf_counter() - start
        watch.ended.set()
        watch.join()
    return Cost(wall, used.ru_utime + used.ru_stime, watch.peak_kib / 1024, output, process.returncode != 0)


class _Watch(threading.Thread):
    """Looks at the memory of a process and its descendants until it has ended."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak_kib, self.ended = pid, 0, threading.Event()

    def run(self) -> None:
        """Look, wait, look again."""
        while not self.ended.wait(EVERY_SECONDS):
            self.peak_kib = max(self.peak_kib, sum(map(_pss_kib, descendants(self.pid))))


def descendants(pid: int) -> list[int]:
    """A process and all below it."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (fields := _stat(folder)):
            children.setdefault(int(fields[_PARENT]), []).append(int(folder.name))
    found = [pid]
    for one in found:
        found += children.get(one, ())
    return found


def _stat(folder: Path) -> list[str]:
    """The fields of a process behind its name; empty if it has ended."""
    try:
        return (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _pss_kib(pid: int) -> int:
    """Proportional share of memory of a process; 0 if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
