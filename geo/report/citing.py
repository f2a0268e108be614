"""Citations and their numbers: of reports, of the policy's record, of data sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, groupby

from geo.boundaries import datasets
from geo.models import Report
from geo.projects import PolicySite
from geo.report.records import Citation
from geo.text import readable


class Citations:
    """Gives every source a number when it is first asked for; a passage that tells several things has one."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}
        self._made: list[Citation] = []

    def of(self, reports: Iterable[Report]) -> tuple[int, ...]:
        """Numbers of reports, sorted, each once."""
        return tuple(sorted({self._report(report) for report in reports}))

    def of_record(self, sites: Iterable[PolicySite]) -> tuple[int, ...]:
        """Numbers of the pages that rows of the policy's record name."""
        return tuple(
            sorted({self._cite("", False, f"{site.publisher}, {site.named_on}", site.url) for site in sites})
        )

    def of_data(self, id: str) -> tuple[int, ...]:
        """The number of a data set that ships."""
        return tuple(self._cite("", False, one.attribution, one.url) for one in datasets() if one.id == id)

    def all(self) -> tuple[Citation, ...]:
        """Everything that was cited, by number."""
        return tuple(self._made)

    def _report(self, report: Report) -> int:
        noted = report.is_summary or not report.event.evidence.end
        return self._cite(report.event.words, not noted, report.label, report.url)

    def _cite(self, words: str, quoted: bool, label: str, url: str) -> int:
        key = (words, label, url)
        if key not in self._numbers:
            self._numbers[key] = len(self._made) + 1
            words = " ".join(readable(words).split())
            self._made.append(Citation(self._numbers[key], words, quoted, readable(label), readable(url)))
        return self._numbers[key]


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """
    First and last of each run of following numbers.

    >>> runs([1, 2, 3, 7])
    [(1, 3), (7, 7)]
    """
    steps = count()
    groups = (list(group) for _, group in groupby(numbers, lambda number: number - next(steps)))
    return [(group[0], group[-1]) for group in groups]
