"""What one document says: its places and events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.events import read_events
from geo.models import Decision, Document, Finding
from geo.places import Gazetteer, find_mentions
from geo.text import compose

if TYPE_CHECKING:
    from geo.decisions import NameDecisions


def names_decided(gazetteer: Gazetteer, rows: tuple[Decision, ...]) -> NameDecisions | None:
    """The decisions on names, if there are some."""
    if not rows:
        return None
    from geo.decisions import NameDecisions

    return NameDecisions(gazetteer, rows)


def find(document: Document, gazetteer: Gazetteer, named: NameDecisions | None = None) -> Finding:
    """
    Places and events of one document, at the offsets of its text, composed or not.

    Where decisions on names make another finding, the machine's own stays beside it.
    """
    return decided(_find(document, gazetteer), named)


def decided(machine: Finding, named: NameDecisions | None) -> Finding:
    """What the machine found, or where decisions on names make another finding, that with it."""
    if named is None or not named.concern(machine.document):
        return machine
    finding = _find(machine.document, named.gazetteer, named)
    return machine if finding == machine else replace(finding, undecided=machine)


def _find(document: Document, gazetteer: Gazetteer, named: NameDecisions | None = None) -> Finding:
    composed = compose(document)
    readable = composed.document if composed else document
    mentions = find_mentions(readable, gazetteer)
    mentions = named.settle(mentions, readable) if named else mentions
    events, setbacks = read_events(readable, mentions, gazetteer)
    if composed:
        mentions = tuple(composed.mention(mention) for mention in mentions)
        events = tuple(composed.event(event) for event in events)
        setbacks = tuple(composed.event(event) for event in setbacks)
    return Finding(document, mentions, events, setbacks)


def placed(finding: Finding, name: str, path: str) -> Finding:
    """A finding whose document is called so."""
    document = replace(finding.document, id=name, path=path)
    if finding.document.id == name:
        return replace(finding, document=document)
    return replace(
        finding,
        document=document,
        mentions=tuple(replace(one, document_id=name) for one in finding.mentions),
        events=tuple(replace(one, document_id=name) for one in finding.events),
        setbacks=tuple(replace(one, document_id=name) for one in finding.setbacks),
    )


def names_a_place(finding: Finding) -> bool:
    """Whether a document names a place of the DPRK, or one that may be."""
    return bool(finding.readings) or any(mention.outcome != "foreign" for mention in finding.mentions)
