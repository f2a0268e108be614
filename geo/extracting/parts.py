"""What a process makes of one task, and how the parts of a file become what the file gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.articles import (
    WHOLE,
    Bad,
    Found,
    Naming,
    SieveLike,
    Task,
    Whole,
    add_counts,
    found_by,
    moved,
    record_of,
    with_notices,
)
from geo.events import LONGEST_SENTENCE, unread_sentences
from geo.extracting.finding import decided, find, placed
from geo.models import Document, Extraction, Finding, InputRecord
from geo.places import load_gazetteer

if TYPE_CHECKING:
    from geo.decisions import NameDecisions

FEW_REMARKS = 5
"""So many sentences that were not read are told one document at a time."""

Reader = Callable[[Document], Finding]
"""How a document is read."""
Keeper = Callable[[Finding], bool]
"""Which documents are kept; the others are counted."""


@dataclass(frozen=True, slots=True)
class Findings:
    """
    What a file, or a stretch of one, gives: documents with the id of a file that is one, or without ids, and
    with paths from that of the file on.
    """

    findings: tuple[tuple[str, str, Finding], ...] = ()
    """(number within it, own id or nothing, what the document says)."""
    broken: tuple[tuple[str, str], ...] = ()
    """(number, why) of documents that cannot be worked on."""
    remarks: tuple[tuple[str, str], ...] = ()
    """(number, what was not read of the document)."""
    found: Found = field(default_factory=Found)
    """What is told of rows and articles that gave no document here."""


def findings_of(task: Task, read: Reader, sieve: SieveLike | None, keep: Keeper) -> Findings:
    """
    What a task gives.

    A document that cannot be worked on is left out and told: whatever a stranger's text brings to light in a
    rule, the other texts are worth having. What the sieve holds back, and what is not to be kept, is counted.
    """
    name = task.name if isinstance(task, Whole) else ""
    return read_found(found_by(task, sieve), task.path, read, keep, name)


def read_found(found: Found, path: str, read: Reader, keep: Keeper, name: str = "") -> Findings:
    """What the documents of a file say; `name` is the id of one that is the whole file."""
    findings: list[tuple[str, str, Finding]] = []
    broken, remarks = [], []
    passed = found.passed
    for number, own, document in found.documents:
        known = name if number == WHOLE else document.id
        document = replace(document, id=known, path=document.path.removeprefix(path))
        try:
            finding = read(document)
            unread = unread_sentences(document, finding.mentions)
        except Exception as error:
            broken.append((number, f"{type(error).__name__}: {error}; please report it"))
            continue
        if unread:
            remarks.append((number, _unread(unread)))
        if not keep(finding):
            passed += 1
            continue
        findings.append((number, own, finding))
    rest = replace(found, documents=[], passed=passed)
    return Findings(tuple(findings), tuple(broken), tuple(remarks), rest)


def _unread(number: int) -> str:
    """So many sentences were too long."""
    return (
        f"{number} sentence{'s' * (number > 1)} of more than {LONGEST_SENTENCE:,} "
        "characters not read for events"
    )


def joined_findings(parts: Iterable[Findings]) -> Findings:
    """The parts of one file as one, rows numbered through; what ends it early is told as a row left out."""
    whole = Found()
    findings: list[tuple[str, str, Finding]] = []
    broken: list[tuple[str, str]] = []
    remarks: list[tuple[str, str]] = []
    for place, part in enumerate(parts):
        if (fault := part.found.fault) and place == 0:
            whole.fault = fault
        elif fault:
            whole.bad.append(Bad(f"{whole.rows + 1} and all behind it", fault[1]))
        findings += [(moved(number, whole.rows), own, one) for number, own, one in part.findings]
        broken += [(moved(number, whole.rows), why) for number, why in part.broken]
        remarks += [(moved(number, whole.rows), why) for number, why in part.remarks]
        add_counts(whole, part.found)
    return Findings(tuple(findings), tuple(broken), tuple(remarks), whole)


def extraction_of(
    part: Findings, path: str, file_id: str, naming: Naming, named: NameDecisions | None
) -> Extraction:
    """What a file gives: its record, and its documents under their names, with decisions on names."""
    findings = []
    for number, own, finding in part.findings:
        behind = finding.document.path
        at = f"{path}#{number}" if number and behind.startswith("#") else f"{path}{behind}"
        findings.append(decided(placed(finding, naming.id_of(own, file_id, number), at), named))
    documents = tuple(finding.document for finding in findings)
    record = record_of(part.found, path, tuple(document.id for document in documents))
    record, _ = with_notices((record, documents))
    if not documents and part.broken:
        record = replace(record, reason="")
    broken = [f"{_called(number, file_id)}: {why}" for number, why in part.broken]
    remarks = [f"{_called(number, file_id)}: {why}" for number, why in part.remarks]
    return _told(record, findings, broken, remarks)


def read_named(
    record: InputRecord, documents: Iterable[Document], named: NameDecisions | None = None
) -> Extraction:
    """What is in the documents of an input that have their names already."""
    gazetteer = load_gazetteer()
    found = Found(documents=[(document.id, "", document) for document in documents])
    part = read_found(found, "", lambda one: find(one, gazetteer, named), lambda finding: True)
    broken, remarks = ([f"{name}: {why}" for name, why in told] for told in (part.broken, part.remarks))
    return _told(record, [finding for _, _, finding in part.findings], broken, remarks)


def _told(
    record: InputRecord, findings: Sequence[Finding], broken: Sequence[str], remarks: Sequence[str]
) -> Extraction:
    """Findings, and the record with what could not be worked on and what was not read."""
    if broken:
        record = replace(
            record,
            status="read" if findings or record.passed else "failed",
            reason="; ".join(filter(None, (record.reason, *broken))),
            documents=tuple(finding.document.id for finding in findings),
            left_out=record.left_out + len(broken),
        )
    if remarks:
        record = replace(record, reason="; ".join(filter(None, (record.reason, *_few(remarks)))))
    return Extraction(record, tuple(findings))


def _called(number: str, file_id: str) -> str:
    """How a document of a file is called in what is told of it."""
    return f"{file_id}-{number}" if number else file_id


def _few(remarks: Sequence[str]) -> list[str]:
    """The first remarks, and how many more there are."""
    more = len(remarks) - FEW_REMARKS
    return [*remarks[:FEW_REMARKS], *([f"and {more} more"] if more > 0 else [])]
