"""Inputs to what is in them: what is known is taken from the store, the rest given to processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from geo.articles import BLOCK, Input, Naming, Task, name_parts, refused, tasks_of
from geo.extracting.finding import names_decided
from geo.extracting.parts import Findings, extraction_of, joined_findings
from geo.extracting.workers import parts_in_order
from geo.models import Decision, Extraction
from geo.places import load_gazetteer

if TYPE_CHECKING:
    from geo.extracting.store import Store


class Workers(Protocol):
    """Whoever works on tasks."""

    def __call__(
        self, tasks: Iterable[Task], *, jobs: int | None, sieved: bool, rows: tuple[Decision, ...]
    ) -> Iterator[Findings]:
        """The part of each task, in their order."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How inputs are read; the same comes out however it is done."""

    jobs: int | None = None
    """Processes; None for one for each core, where this process can be copied."""
    sieved: bool = False
    """Whether documents that name no place of the DPRK are only counted."""
    rows: tuple[Decision, ...] = ()
    """Decisions on names."""
    max_size: int | None = None
    """Megabytes of the largest file that is read; None for the usual limits."""
    block: int = BLOCK
    """Bytes of a stretch of a large table."""
    by_path: bool = False
    """Whether tasks are paths and ranges alone."""
    store: Store | None = None
    workers: Workers = parts_in_order
    watch: Callable[[int, int], None] = lambda size, articles: None
    """Told after each part how many bytes and articles were read."""


def extractions(
    inputs: Sequence[tuple[Input, str]], reading: ReadingOptions, ids: Sequence[str] = ()
) -> Iterator[Extraction]:
    """What is in each input (with the path that it is called by), in their order; `ids` are taken already."""
    naming = Naming([one for one, _ in inputs], ids)
    named = names_decided(load_gazetteer(), reading.rows)
    for (one, path), part in zip(inputs, _parts([one for one, _ in inputs], reading, naming), strict=True):
        if part is None:
            yield Extraction(refused(one, path), ())
        else:
            yield extraction_of(part, path, naming.file_ids[one.real], naming, named)


def _parts(inputs: Sequence[Input], reading: ReadingOptions, naming: Naming) -> Iterator[Findings | None]:
    """What each input gives; None for one that is not read."""
    store, mode = reading.store, ""
    known: dict[int, Findings] = {}
    if store:
        from geo.extracting.store import mode_of

        mode = mode_of(reading.sieved, reading.rows, reading.max_size)
        found = ((at, store.reading(one, _of(one, mode))) for at, one in enumerate(inputs) if not one.refused)
        known = {at: part for at, part in found if part}
    owners: deque[tuple[int, int]] = deque()
    nameless = store is not None or reading.by_path  # what is kept or sent holds for a content, not a file

    def tasks() -> Iterator[Task]:
        for at, one in enumerate(inputs):
            if not one.refused and at not in known:
                name = "" if nameless else naming.file_ids[one.real]
                for task in tasks_of(
                    one, reading.max_size, block=reading.block, by_path=reading.by_path, name=name
                ):
                    owners.append((at, task.size))
                    yield task

    worked = _by_owner(
        reading.workers(tasks(), jobs=reading.jobs, sieved=reading.sieved, rows=reading.rows), owners, reading
    )
    for at, one in enumerate(inputs):
        if one.refused:
            yield None
        elif at in known:
            part = known.pop(at)
            reading.watch(0, len(part.findings) + part.found.passed)
            yield part
        else:
            _, part = next(worked)
            if store and not part.found.fault:
                store.keep(one, _of(one, mode), part)
            yield part
    if store:
        store.keep_used(inputs)


def _of(one: Input, mode: str) -> str:
    """What the reading of a file depends on besides its content: its suffix is a hint, too."""
    return f"{mode} {name_parts(one.path)[1]}"


def _by_owner(
    parts: Iterator[Findings], owners: deque[tuple[int, int]], reading: ReadingOptions
) -> Iterator[tuple[int, Findings]]:
    """The parts of each input as one."""
    held: list[Findings] = []
    last = -1
    for part in parts:
        at, size = owners.popleft()
        reading.watch(size, len(part.findings) + part.found.passed)
        if held and at != last:
            yield last, joined_findings(held)
            held = []
        held.append(part)
        last = at
    if held:
        yield last, joined_findings(held)
