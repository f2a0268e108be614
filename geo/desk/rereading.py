"""The articles as decisions on names have them: only documents that have one of the names are read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.decisions import Decisions, decide_names
from geo.models import Decision, Document, Extraction, Finding
from geo.pipeline import find
from geo.places import load_gazetteer


class Reader:
    """What was read once, without decisions, and what the last decisions on names made of it."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self.plain = tuple(extractions)
        self._rows: tuple[Decision, ...] = ()
        self._read: tuple[Extraction, ...] = self.plain

    def read(self, decisions: Decisions) -> tuple[Extraction, ...]:
        """The extractions with the decisions on names, without the decisions file itself."""
        rows = tuple(replace(row, line=0) for row in decisions.rows if row.surface)
        if rows != self._rows:
            named = decide_names(decisions)
            gazetteer = load_gazetteer()
            self._read = tuple(
                replace(one, findings=tuple(find(f.document, gazetteer, named) for f in one.findings))
                if named and any(named.concern(f.document) for f in one.findings)
                else one
                for one in self.plain
            )
            self._rows = rows
        return tuple(one for one in self._read if not decisions.lie_in(one.record.path))

    def findings(self) -> Iterator[Finding]:
        """What was found in each document, as the last decisions have it."""
        return (finding for one in self._read for finding in one.findings)

    def documents(self) -> dict[str, Document]:
        """Id -> document."""
        return {f.document.id: f.document for one in self.plain for f in one.findings}
