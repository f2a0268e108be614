"""What stands on the page: the list of what needs eyes, all projects, and all that belongs to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from geo.decisions import KeptFile, document_key, name_key, record_at, report_key, written
from geo.desk.wording import place_words
from geo.models import Announcement, Document, Event, Finding, Mention, Place, Report, Run
from geo.places import load_gazetteer
from geo.review import Doubt, review_of
from geo.text import split_sentences

Json = dict[str, Any]
LONGEST = 60_000
"""Characters of an article that are shown, around the words."""
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = "\u2060"
"""In place of a mark that turns the direction of writing, as long as that."""
MOST_PLACES = 40
"""So many places where a name stands are told."""


class Items:
    """The list of a run, and what belongs to each thing on it."""

    def __init__(self, run: Run, findings: Iterable[Finding], kept: KeptFile) -> None:
        self.run, self.kept = run, kept
        self.findings = {finding.document.id: finding for finding in findings}
        self.documents = {name: finding.document for name, finding in self.findings.items()}
        self.doubts = {_id(doubt): doubt for doubt in review_of(run)}
        self.projects = {one.id: one for one in run.announcements}
        self._by_key: dict[str, list[tuple[Report, Announcement | None]]] = {}
        for report, project in self._reports():
            self._by_key.setdefault(self.key(report), []).append((report, project))

    def _reports(self) -> Iterator[tuple[Report, Announcement | None]]:
        """Every report with its project, if it has one."""
        for one in self.run.announcements:
            yield from ((report, one) for report in (*one.reports, *one.setbacks))
        yield from ((report, None) for report in (*self.run.possible, *self.run.loose_setbacks))

    def key(self, report: Report) -> str:
        """What a decision names a report by; empty for one whose document was not read."""
        document = self.documents.get(report.document_id)
        return report_key(report, document) if document else ""

    def listed(self) -> list[Json]:
        """What needs eyes, the gravest first, in short."""
        return [_listed(name, doubt) for name, doubt in self.doubts.items()]

    def listed_projects(self) -> list[Json]:
        """All projects, in the order of the tables, in short."""
        return [
            {
                "id": f"p:{one.id}",
                "kind": "project",
                "importance": "",
                "key": "",
                "place": place_words(one.pcode) if one.pcode else {"en": one.name, "ko": one.name},
                "facility": one.facility,
                "stage": one.stage,
                "date": max((day for _, day in one.stage_dates), default=""),
                "surface": "",
                "doubt": one.conflict,
                "n": len(one.reports) + len(one.setbacks),
                "decided": bool(one.decision),
            }
            for one in self.run.announcements
        ]

    def detail(self, name: str) -> Json | None:
        """All that is shown of one item; None if there is none of that name (any more)."""
        if name.startswith("p:"):
            project = self.projects.get(name[2:])
            return self._of_project(project) if project else None
        doubt = self.doubts.get(name)
        return self._of_doubt(name, doubt) if doubt else None

    def document(self, name: str, around: int = 0) -> Json | None:
        """An article with the names in it; of a very long one what stands around an offset."""
        finding = self.findings.get(name)
        return _document(finding, around) if finding else None

    def _of_project(self, project: Announcement) -> Json:
        reports = [self._report(report, project) for report in (*project.reports, *project.setbacks)]
        return {
            "id": f"p:{project.id}",
            "kind": "project",
            "key": "",
            "doubt": project.conflict,
            "suggestion": "",
            "project": self._project(project),
            "reports": reports,
            "names": [],
            **self._first_document(reports),
        }

    def _of_doubt(self, name: str, doubt: Doubt) -> Json:
        found = self._by_key.get(doubt.key, []) if doubt.key[:1] == "e" else []
        project = next((one for _, one in found if one), self.projects.get(doubt.announcement))
        asked = [self._report(report, one) for report, one in found]
        others = (*project.reports, *project.setbacks) if project else ()
        own = {id(report) for report, _ in found}
        reports = [*asked, *(self._report(one, project) for one in others if id(one) not in own)]
        names = list(self._names(doubt)) if doubt.key[:1] == "n" else []
        line = _line_of(doubt)
        return {
            "id": name,
            **{part: getattr(doubt, part) for part in ("kind", "key", "doubt", "suggestion", "surface")},
            "asked": len(asked),
            "project": self._project(project) if project else None,
            "reports": reports,
            "names": names,
            "place": doubt.place,
            "candidates": [_written(one) for one in doubt.candidates],
            "line": line,
            "record": record_at(self.kept, line) if line else "",
            **self._first_document(names or reports, doubt.document),
        }

    def _first_document(self, shown: list[Json], name: str = "") -> Json:
        first: Json = shown[0] if shown else {"document": name, "spans": []}
        around = first["spans"][0][0] if first["spans"] else 0
        return {"document": self.document(first["document"] or name, around)}

    def _names(self, doubt: Doubt) -> Iterator[Json]:
        """Where a name stands."""
        found = 0
        for name in doubt.documents:
            for mention in self.findings[name].mentions if name in self.findings else ():
                if name_key(mention) == doubt.key and (found := found + 1) <= MOST_PLACES:
                    document = self.documents[name]
                    yield {
                        "document": name,
                        "label": document.title or document.id,
                        "spans": [[mention.start, mention.end]],
                        "reason": mention.reason,
                    }

    def _project(self, project: Announcement) -> Json:
        place = project.pcode
        return {
            "id": project.id,
            "place": place_words(place) if place else {"en": project.name, "ko": project.name},
            "facility": project.facility,
            "campaign": project.campaign,
            "stage": project.stage,
            "dates": [list(one) for one in project.stage_dates],
            "conflict": project.conflict,
            "confidence": project.confidence,
        }

    def _report(self, report: Report, project: Announcement | None) -> Json:
        event = report.event
        return {
            "key": self.key(report),
            "document": report.document_id if report.document_id in self.documents else "",
            "label": report.label,
            "publisher": report.publisher,
            "published_on": report.published_on or "",
            "url": report.url,
            "origin": report.origin,
            "summary": report.is_summary,
            "project": project.id if project else "",
            "rulings": [ruling.words for ruling in report.rulings],
            **_event(event),
        }


def _event(event: Event) -> Json:
    return {
        "place": place_words(event.pcode)
        if event.pcode
        else {"en": event.name or "", "ko": event.name or ""},
        "pcode": event.pcode or "",
        "written": written(load_gazetteer().units[event.pcode]) if event.pcode else "",
        "precision": event.place_precision,
        "outcome": event.outcome,
        "candidates": [_candidate(place) for place in event.candidates],
        "facility": event.facility,
        "stage": event.stage,
        "date": event.date or "",
        "confidence": event.confidence,
        "status": event.status,
        "rule": event.rule,
        "why": list(event.reasons),
        "words": event.words,
        "spans": [[span.start, span.end] for span in event.spans] if event.evidence.end else [],
    }


def _candidate(place: Place) -> Json:
    unit = load_gazetteer().units[place.pcode]
    return {"pcode": place.pcode, "written": written(unit), "place": place_words(place.pcode)}


def _written(text: str) -> Json:
    pcode = text.split(" ", 1)[0]
    return {"pcode": pcode, "written": text, "place": place_words(pcode)}


def _id(doubt: Doubt) -> str:
    """What the page calls a doubt: its key, or the line that is told in it."""
    return f"d:{doubt.doubt}" if doubt.kind == "decision" else f"{doubt.key}"


def _line_of(doubt: Doubt) -> int:
    """The line of the decisions file that a doubt is about, 0 if about none."""
    words = doubt.doubt.split(" ", 2) if doubt.kind == "decision" else []
    return int(words[1]) if words[1:] and words[1].isdigit() else 0


def _listed(name: str, doubt: Doubt) -> Json:
    pcode = doubt.place.split(" ", 1)[0]
    known = pcode in load_gazetteer().units
    return {
        "id": name,
        "kind": doubt.kind,
        "importance": doubt.importance,
        "key": doubt.key,
        "place": place_words(pcode) if known else {"en": doubt.place, "ko": doubt.place},
        "facility": doubt.facility,
        "stage": doubt.stage,
        "date": doubt.date,
        "surface": doubt.surface or doubt.document * (not doubt.place),
        "doubt": doubt.doubt,
        "n": len(doubt.documents) or 1,
        "decided": False,
    }


def _document(finding: Finding, around: int) -> Json:
    document = finding.document
    start = (
        0
        if len(document.text) <= LONGEST
        else max(0, min(around - LONGEST // 2, len(document.text) - LONGEST))
    )
    end = start + LONGEST
    return {
        **_about(document),
        "text": _TURNING.sub(_UNSEEN, document.text[start:end]),
        "offset": start,
        "whole": len(document.text) <= LONGEST,
        "names": [_mention(one) for one in finding.mentions if start <= one.start and one.end <= end],
        "sentences": [
            [one.start, one.end] for one in split_sentences(document) if start <= one.start and one.end <= end
        ],
    }


def _about(document: Document) -> Json:
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title or "",
        "publisher": document.publisher or "",
        "published_on": document.published_on or "",
        "url": document.url or "",
        "language": document.language or "",
        "key": document_key(document),
    }


def _mention(mention: Mention) -> Json:
    place = mention.place
    return {
        "start": mention.start,
        "end": mention.end,
        "outcome": mention.outcome,
        "pcode": place.pcode if place else "",
        "written": written(load_gazetteer().units[place.pcode]) if place else "",
        "reason": mention.reason,
    }
