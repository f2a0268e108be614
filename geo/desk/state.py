"""
What the desk holds: the articles, read once, the decisions file, and the run that both come to.

A decision is written and answered at once; what it changes is worked out behind it, by one thread, which
always takes the newest state of the file. Decisions that come faster than that are told together.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from geo.decisions import (
    ChangedMeanwhile,
    Decisions,
    KeptFile,
    change,
    read_kept,
    read_row,
    record_at,
    with_row,
    without_record,
)
from geo.desk.effects import effects
from geo.desk.items import Items
from geo.desk.rereading import Reader
from geo.errors import FactorymapError, InputError
from geo.models import STATED_FROM, Decision, Extraction, Run
from geo.pipeline import collect
from geo.view import Words

Row = Mapping[str, str]
SETTLING = ("accept", "reject", "correct")
"""Of these one report takes one."""
KEPT_EFFECTS = 200
LINE_ENDS = "\r\n"


class AlreadyDecided(FactorymapError):
    """Another row of the file is about the same thing."""

    def __init__(self, row: Decision, record: str) -> None:
        super().__init__(f"line {row.line} of the file decides on this already: {row.decision}")
        self.line, self.record = row.line, record


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, when it is on the disk."""

    version: str
    """Of the file."""
    record: str
    """As it stands in the file; empty where something was taken away."""
    serial: int
    """Number of the change, counted by the desk."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What the changes up to a number have changed on the map."""

    since: int
    until: int
    """The first and the last change that it is of."""
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class DeskState:
    """The run of one moment."""

    serial: int
    """Up to which change it knows."""
    version: str
    """Of the decisions file that it heeds."""
    run: Run
    items: Items
    effects: tuple[Effect, ...] = ()
    error: str = ""
    """Why the file as it stands now cannot be heeded; empty if it is."""


class Desk:
    """Decisions come in, are written, and are made a run of. Methods may be called from any thread."""

    def __init__(
        self,
        extractions: Sequence[Extraction],
        file: Path,
        *,
        paths: Sequence[str] | None = None,
        by: str = "",
        stated_from: float = STATED_FROM,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.file, self.by = file.resolve(), by
        self._paths, self._line, self._today = paths, stated_from, today
        self._reader, self._trial = Reader(extractions), Reader(extractions)
        self._trying = threading.Lock()
        self._held = threading.Condition()
        self._kept = read_kept(self.file)
        self._rows: list[Decision] | None = list(self._kept.decisions.rows)
        self._serial = 0
        self._ended = False
        self.listeners: set[Callable[[], None]] = set()
        """Called whenever there is another state; from the thread that works it out."""
        self.state = self._state(self._kept, 0, ())
        self._thread = threading.Thread(target=self._follow, daemon=True, name="desk")
        self._thread.start()

    @property
    def latest(self) -> tuple[int, str]:
        """Number of the last change, and the version of the file after it."""
        with self._held:
            return self._serial, self._kept.version

    def decide(self, version: str, row: Row, instead_of: str = "") -> Written:
        """
        Write a row, in place of the record `instead_of` if it is given.

        Raises
        ------
        ChangedMeanwhile
            If the file is not of this version.
        AlreadyDecided
            If another row of the file is about the same report.
        InputError
            If the row cannot be used, or the file not be written.
        """
        row = {column: cell.strip() for column, cell in row.items() if cell and cell.strip()}
        row |= {"by": row.get("by") or self.by, "decided_on": self._today().isoformat()}
        decision = read_row(row)
        record = ""

        def edit(kept: KeptFile) -> str:
            nonlocal record
            if instead_of:
                text = without_record(kept, instead_of)
                if text is None:
                    raise ChangedMeanwhile("that line is not in the file any more.")
                kept = replace(kept, text=text)
            rows = self._rows_of(kept)
            other = next((one for one in rows if _same(one, decision)), None)
            if other:
                raise AlreadyDecided(other, record_at(kept, other.line))
            text, record = with_row(kept, row)
            return text

        return self._change(version, edit, lambda: record)

    def take_back(self, version: str, record: str, restored: str = "") -> Written:
        """Take a record out of the file, and put one back that had stood there; errors as for `decide`."""

        def edit(kept: KeptFile) -> str:
            text = without_record(kept, record) if record else kept.text
            if text is None:
                raise ChangedMeanwhile("that line is not in the file any more.")
            if restored:
                text = f"{text.rstrip(LINE_ENDS)}{kept.line_end}{restored}"
                self._rows_of(replace(kept, text=text))
            return text

        return self._change(version, edit, lambda: restored)

    def preview(self, row: Row) -> list[Words]:
        """What a row would change on the map; InputError if it cannot be used."""
        state = self.state
        given = {column: cell for column, cell in row.items() if cell}
        kept = self._rows_of(self._kept)
        decision = replace(read_row(given), line=max((one.line for one in kept), default=1) + 1)
        rows = tuple(one for one in kept if not _same(one, decision))
        with self._trying:
            run = self._collect(Decisions(str(self.file), (*rows, decision)), self._trial)
        return effects(state.run, run)

    def look(self) -> None:
        """See whether another program has changed the file."""
        try:
            kept = read_kept(self.file)
        except (FactorymapError, OSError) as error:
            self._broken(str(error))
            return
        with self._held:
            if kept.version != self._kept.version:
                self._noticed(kept)

    def close(self) -> None:
        """End the thread."""
        with self._held:
            self._ended = True
            self._held.notify_all()
        self._thread.join(timeout=5)

    def settled(self, timeout: float = 60) -> DeskState:
        """The state when everything written so far is in it."""
        with self._held:
            self._held.wait_for(lambda: self.state.serial == self._serial or self._ended, timeout)
        return self.state

    def _change(self, version: str, edit: Callable[[KeptFile], str], record: Callable[[], str]) -> Written:
        with self._held:
            try:
                kept = change(self.file, version, edit)
            except ChangedMeanwhile:
                now = read_kept(self.file)
                if now.version != self._kept.version:
                    self._noticed(now)
                raise
            except OSError as error:
                raise InputError(f"'{self.file}' cannot be written: {error.strerror or error}.") from error
            self._noticed(kept)
            return Written(kept.version, record(), self._serial)

    def _rows_of(self, kept: KeptFile) -> list[Decision]:
        """The decisions of a file, errors as told; those of the newest one are known."""
        if self._rows is None or kept.text != self._kept.text:
            return list(kept.decisions.rows)
        return self._rows

    def _noticed(self, kept: KeptFile) -> None:
        """The file is another one; whoever calls holds the lock."""
        before, self._kept = self._kept, kept
        self._serial += 1
        added = None
        if self._rows is not None and before.text and kept.text.startswith(before.text):
            added = read_added(before, kept)
        self._rows = self._all_rows() if added is None or self._rows is None else [*self._rows, *added]
        self._held.notify_all()

    def _all_rows(self) -> list[Decision] | None:
        try:
            return list(self._kept.decisions.rows)
        except FactorymapError:  # told by the thread, which comes to it next
            return None

    def _broken(self, why: str) -> None:
        with self._held:
            if self.state.error != why:
                self.state = replace(self.state, error=why)
        self._tell()

    def _follow(self) -> None:
        """Work out the newest state, again and again."""
        while True:
            with self._held:
                self._held.wait_for(lambda: self._ended or self.state.serial != self._serial)
                if self._ended:
                    return
                kept, serial, before = self._kept, self._serial, self.state
            try:
                state = self._state(kept, serial, before.effects)
                lines = tuple(effects(before.run, state.run))
                effect = Effect(before.serial + 1, serial, lines)
                state = replace(state, effects=(*before.effects, effect)[-KEPT_EFFECTS:])
            except FactorymapError as error:
                state = replace(before, serial=serial, error=str(error))
            with self._held:
                self.state = state
                self._held.notify_all()
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self.listeners):
            listener()

    def _state(self, kept: KeptFile, serial: int, told: tuple[Effect, ...]) -> DeskState:
        run = self._collect(kept.decisions, self._reader)
        return DeskState(serial, kept.version, run, Items(run, self._reader.findings(), kept), told)

    def _collect(self, decisions: Decisions, reader: Reader) -> Run:
        return collect(reader.read(decisions), self._paths, decisions=decisions, stated_from=self._line)


def read_added(before: KeptFile, after: KeptFile) -> list[Decision] | None:
    """The decisions that stand at the end of the second file only; None if that cannot be told simply."""
    header = before.lines[0]
    rest = after.text[len(before.text) :]
    if not before.text.endswith("\n") or header.lower().startswith(("sep=", "\ufeffsep=", '"sep=')):
        return None
    try:
        found = replace(after, text=header + rest).decisions.rows
    except FactorymapError:
        return None
    return [replace(one, line=one.line - 1 + len(before.lines)) for one in found]


def _same(one: Decision, other: Decision) -> bool:
    """Whether two rows decide on the same report, conflict or name, so that the second would be refused."""
    if one.surface and other.surface and {one.decision, other.decision} <= {"alias", "reject"}:
        alike = one.surface.casefold() == other.surface.casefold()
        return alike and (one.document, one.url) == (other.document, other.url)
    if one.decision in SETTLING and other.decision in SETTLING:
        return bool(one.key) and one.key == other.key
    if {one.decision, other.decision} == {"merge", "split"}:
        split, merge = (one, other) if one.decision == "split" else (other, one)
        return split.key in (merge.key, merge.with_key)
    if one.decision == other.decision == "merge":
        return {one.key, one.with_key} == {other.key, other.with_key}
    return bool(one.key) and (one.decision, one.key) == (other.decision, other.key)


def open_desk(
    extractions: Sequence[Extraction],
    file: Path,
    **options: Any,
) -> Desk:
    """
    A desk on what was read; the decisions file may not be there yet.

    Raises
    ------
    InputError
        If the file is no decisions file, or its folder cannot be written to.
    """
    if not file.parent.is_dir():
        raise InputError(f"'{file.parent}' is no folder. Make it, or name another file of decisions.")
    return Desk(extractions, file, **options)
