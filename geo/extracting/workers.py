"""Tasks given to processes of this machine, their parts taken back in the order of the tasks."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from time import sleep
from typing import TYPE_CHECKING

from geo.articles import Archive, Input, Task, Whole, tasks_of
from geo.errors import InputError
from geo.events import Weights, use_weights, weights_in_use
from geo.extracting.finding import find, names_a_place, names_decided
from geo.extracting.parts import Findings, findings_of, joined_findings
from geo.models import Decision, Document, Finding
from geo.places import Sieve, load_gazetteer

if TYPE_CHECKING:
    from concurrent.futures import Future

FEW_BYTES = 300_000
"""Articles of so many bytes are read faster than another process is there."""
WAITING = 4
"""Tasks that wait or are worked on, for each process; what is read ahead is bounded by it."""
TOGETHER = 8
"""Small files that are one piece of work."""


def usable_cores() -> int:
    """How many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def parts_in_order(
    tasks: Iterable[Task], *, jobs: int | None, sieved: bool, rows: tuple[Decision, ...] = ()
) -> Iterator[Findings]:
    """
    The part of each task, in the order of the tasks.

    Parameters
    ----------
    jobs
        Processes; by default one for each core, where this process can be copied. With one, or little to do,
        this one does it all.
    sieved
        Whether documents that name no place of the DPRK are only counted.
    rows
        Decisions on names, which are heeded.

    Raises
    ------
    InputError
        If a process was killed.
    """
    coming, jobs = iter(tasks), jobs or (usable_cores() if _may_fork() else 1)
    first = list(_until_worth(coming))
    rest = deque(islice(coming, 1))
    work = worker(sieved, rows)
    if jobs == 1 or not rest:
        for task in chain(first, rest, coming):
            yield work(task)
        return
    yield from _by_processes((*first, *rest), coming, jobs, sieved, rows)


def _until_worth(tasks: Iterator[Task]) -> Iterator[Task]:
    """The first tasks, until there is enough to do for several processes."""
    size = 0
    for task in tasks:
        yield task
        size += task.size
        if size > FEW_BYTES:
            return


@cache
def worker(sieved: bool, rows: tuple[Decision, ...] = ()) -> Callable[[Task], Findings]:
    """What works on a task, in whatever process; what it needs is made once in each."""
    gazetteer = load_gazetteer()
    named = names_decided(gazetteer, rows)
    sieve = Sieve.of(named.gazetteer if named else gazetteer) if sieved else None

    def read(document: Document) -> Finding:
        return find(document, gazetteer)

    def keep(finding: Finding) -> bool:
        decided = named is not None and named.stand_in(finding.document.text)
        return not sieved or names_a_place(finding) or decided

    def work(task: Task) -> Findings:
        if isinstance(task, Archive):
            within = tasks_of(Input(task.path, task.path), task.max_size)
            return joined_findings(map(work, within))
        return findings_of(task, read, sieve, keep)

    return work


def _by_processes(
    first: Sequence[Task], coming: Iterator[Task], jobs: int, sieved: bool, rows: tuple[Decision, ...]
) -> Iterator[Findings]:
    """The parts, worked on by several processes, of which each holds a few tasks."""
    import multiprocessing
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if _may_fork() else "spawn")
    pool = ProcessPoolExecutor(jobs, context, _begin, (os.getpid(), sieved, rows, weights_in_use()))
    waiting: deque[Future[list[Findings]]] = deque()
    try:
        for together in groups_of(chain(first, coming)):
            waiting.append(pool.submit(_work, together))
            if len(waiting) >= WAITING * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise InputError(
            "a process that read articles was killed, perhaps for want of memory. Try again with --jobs 1."
        ) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()


def groups_of(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Small files together, everything else by itself."""
    held: list[Task] = []
    for task in tasks:
        if isinstance(task, Whole):
            held.append(task)
        if held and (len(held) == TOGETHER or not isinstance(task, Whole)):
            yield held
            held = []
        if not isinstance(task, Whole):
            yield [task]
    if held:
        yield held


def _may_fork() -> bool:
    """Whether a copy of this process is a whole one: on Linux, and without other threads."""
    return sys.platform == "linux" and threading.active_count() == 1


_work_on: Callable[[Task], Findings]
"""In a worker: what it does with a task."""


def _begin(parent: int, sieved: bool, rows: tuple[Decision, ...], weights: Weights) -> None:
    """In a worker: make what every task needs, end with the process that asks, and at once on Ctrl-C."""
    global _work_on
    use_weights(weights)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _work_on = worker(sieved, rows)


def _end_with(parent: int) -> None:
    """End this process when the one that started it is gone, even if it went before this one looked."""
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)


def _work(tasks: list[Task]) -> list[Findings]:
    """In a worker: the parts of some tasks."""
    return [_work_on(task) for task in tasks]
