"""Articles that leave something open, decisions on them, and short ways to build with both."""

from __future__ import annotations

import csv
from functools import cache
from io import StringIO
from pathlib import Path

from geo import pipeline
from geo.articles import Paths
from geo.decisions import event_key
from geo.decisions.deciding import DecisionOutcome
from geo.decisions.reading import READERS, decisions_of
from geo.models import Announcement, Extraction, Report, Run

FACTORIES, HOSPITAL = "regional_industry", "hospital"
Row = dict[str, str]


def table(*rows: Row, separator: str = ",") -> str:
    """A decisions file with all columns."""
    out = StringIO()
    writer = csv.DictWriter(out, list(READERS), delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


class Archive:
    """Articles that were read once, and what decisions make of them."""

    def __init__(self, paths: Paths | None = None) -> None:
        self.paths = paths
        self.read: tuple[Extraction, ...] = tuple(pipeline.extract(paths))
        self.plain = pipeline.collect(self.read, paths)

    def decided(self, *rows: Row) -> Run:
        return pipeline.collect(self.read, self.paths, decisions=decisions_of(table(*rows), "d.csv"))

    def outcomes(self, *rows: Row) -> list[DecisionOutcome]:
        decided = self.decided(*rows).decided
        assert decided
        return list(decided.outcomes)

    def key(self, **wanted: str | None) -> str:
        """Key of the one event that has these values."""
        documents = {document.id: document for document in self.plain.documents}
        found = [e for e in self.plain.events if all(getattr(e, k) == v for k, v in wanted.items())]
        (event,) = found
        return event_key(event, documents[event.document_id])


@cache
def shipped_archive() -> Archive:
    """The articles that come with factorymap, read once in a process."""
    return Archive()


def of(run: Run, pcode: str | None, facility: str) -> list[Announcement]:
    return [one for one in run.announcements if (one.pcode, one.facility) == (pcode, facility)]


def reports(run: Run) -> list[Report]:
    return [report for one in run.announcements for report in one.reports]


def changed(run: Run, plain: Run) -> tuple[list[Report], list[Report]]:
    """Reports that only the one run has, and those that only the other has."""
    before, after = set(reports(plain)), set(reports(run))
    return sorted(after - before, key=repr), sorted(before - after, key=repr)


WHY = {"reason": "read again", "by": "A. Analyst", "decided_on": "2026-03-01"}
VISIT = {"place": "은산군", "facility": "regional-industry factories", "stage": "inspection"}
SEPHO = {"place": "세포군", "facility": "regional-industry factories", "stage": "completed"}
SAMSU_HOSPITAL = {"document": "096-news1-global-five-sites", "place": "Samsu", "facility": "hospital"}
ADDED = {
    "decision": "add",
    "new_place": "Songchon, South Phyongan",
    "new_facility": HOSPITAL,
    "new_stage": "completed",
    "new_date": "2026-01",
    "url": "https://news.example/hospital",
    "publisher": "Example News",
    "published_on": "2026-02-03",
}
FLAG = {"decision": "flag", "place": "Songchon", "reason": "why"}

UNSAN = """\
TITLE: Work on a hospital begins
DATE: 2027-03-02
SOURCE: A News Agency
URL: https://news.example/unsan

A groundbreaking ceremony for a hospital was held in Unsan County, DPRK, on Monday.
"""
SONGCHUN = """\
TITLE: Factories opened
DATE: 2027-12-21

Regional-industry factories of the 20x10 policy were inaugurated in Songchun County, DPRK, on Monday.
"""
HWAJIN = """\
TITLE: A visit
SOURCE: A News Agency

In Hwajin County, DPRK, the leader inspected a greenhouse farm. A hospital was inaugurated in Hwangju County
on May 4.
"""
DECREE = """\
TITLE: A new name
DATE: 2027-12-21

A hospital was inaugurated in Saebyol-of-the-Party, DPRK, on Monday. A delegation of Pakdong County was there.
"""


def built(folder: Path, *rows: Row) -> Run:
    return pipeline.build(folder, decisions=decisions_of(table(*rows), "d.csv"))
