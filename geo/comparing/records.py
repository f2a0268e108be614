"""What comes out when two builds are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["new", "advanced", "corrected", "withdrawn", "conflicting", "settled", "sourced", "unsourced"]

KINDS: Mapping[Kind, str] = {
    "new": "New",
    "advanced": "Advanced",
    "corrected": "Corrected",
    "withdrawn": "Withdrawn",
    "conflicting": "Newly conflicting",
    "settled": "No longer conflicting",
    "sourced": "Reported again, otherwise as before",
    "unsourced": "Fewer sources, otherwise as before",
}
"""Kind of a change -> heading, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report that a change comes from."""

    publisher: str
    """Empty if it is not known."""
    published_on: str | None
    url: str
    stage: str
    """What it states."""
    date: str | None
    """When that was; None if it does not say."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What an announcement says otherwise in the newer build."""

    field: str
    """
    place, facility, campaign, stage, conflict, project (ids, where two were joined or one was split), or the
    stage whose dates differ.
    """
    old: str
    """Several dates are joined by ` | `; empty if there was nothing."""
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one kind in one announcement."""

    kind: Kind
    pcode: str | None
    """Of the newer build where the announcement is in both, like everything up to `dates`."""
    place: str
    province: str
    facility: str
    campaign: str
    stage: str
    dates: tuple[tuple[str, str], ...]
    """(stage, date) of all its stages; the date may be empty."""
    old_id: str | None
    """None if it is new."""
    new_id: str | None
    """None if it was withdrawn."""
    differences: tuple[Difference, ...]
    """Empty where it is new, withdrawn or only reported again."""
    sources: tuple[Source, ...]
    """Reports that the older build did not have; else those that are `gone`, else those read anew."""
    gone: bool
    """Whether the sources are reports that only the older build had."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two builds."""

    path: str
    """As the user named it; empty for a run in memory."""
    version: str
    """Of the factorymap that made it; empty if it is not told."""
    announcements: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from an older build to a newer one."""

    old: Side
    new: Side
    notes: tuple[str, ...]
    """Reasons why the builds may differ that are no news, such as other options."""
    changes: tuple[Change, ...]
    """By kind as in `KINDS`, then by P-code, facility group, campaign and id."""

    @property
    def counts(self) -> dict[str, int]:
        """Kind -> how many changes, in the order of `KINDS`, those that are none included."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in KINDS}

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.changes)
