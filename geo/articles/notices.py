"""What was noticed in single articles, told with their input; apart, since every reader notices something."""

from __future__ import annotations

from dataclasses import replace

from geo.models import Document, InputRecord

_TOLD = 5
"""Articles whose notices are told; the rest is counted."""


def with_notices(
    read: tuple[InputRecord, tuple[Document, ...]],
) -> tuple[InputRecord, tuple[Document, ...]]:
    """A record whose reason tells what was noticed in its articles; by their ids, if there may be several."""
    record, documents = read
    noticed = [one for one in documents if one.noticed]
    if not noticed:
        return read
    named = len(documents) > 1 or any("#" in one.path for one in documents)
    told = [f"{one.id}: {one.noticed}" if named else one.noticed for one in noticed[:_TOLD]]
    told += [f"and {len(noticed) - _TOLD} more"] if len(noticed) > _TOLD else []
    return replace(record, reason="; ".join(part for part in (record.reason, *told) if part)), documents
