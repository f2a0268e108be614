"""
Keys by which a decision names what it is about, made of content, never of a position.

More articles, other file names or another order leave them as they are; another reading by the machine makes
another key, so that a decision is never applied to something that its author has not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from geo.models import Announcement, Document, Event, Mention, Place, Report
from geo.projects import page_key
from geo.text import fold

KEY = re.compile(r"[ecnd]-[0-9a-f]{10}")
"""e for an event of a document, c for a conflict, n for a name, d for a document."""
_YEAR_OR_DAY = re.compile(r"\b(?:19|20)\d\d(?:-\d\d){0,2}\b")


def event_key(event: Event, document: Document) -> str:
    """Page (or text, if it has no address), place as read, facility group, stage and date."""
    place = event.pcode or "+".join((event.name or "", *_codes(event.candidates)))
    return _key("e", page_of(document), place, event.facility, event.stage, event.date or "")


def report_key(report: Report, document: Document) -> str:
    """The key of the event as the machine read it, also where a person has corrected it since."""
    return next((one.key for one in report.rulings if one.key), "") or event_key(report.event, document)


def conflict_key(announcement: Announcement) -> str:
    """Place, facility group, campaign, and the dates and years that the conflict is about."""
    place = announcement.pcode or "+".join((announcement.name, *_codes(announcement.candidates)))
    disputed = sorted(set(_YEAR_OR_DAY.findall(announcement.conflict)))
    return _key("c", place, announcement.facility, announcement.campaign, *disputed)


def name_key(mention: Mention) -> str:
    """The bare name in lower case, and what it was or may have been taken for."""
    meant = [mention.place.pcode] if mention.place else _codes(mention.candidates)
    return _key("n", bare_name(mention), *meant)


def document_key(document: Document) -> str:
    """Address, or text, of the document."""
    return _key("d", page_of(document))


def bare_name(mention: Mention) -> str:
    """The name without its type word, folded as names are compared."""
    form = mention.surface[mention.name_start - mention.start : mention.name_end - mention.start]
    return " ".join(fold(form or mention.surface).text.split())


def page_of(document: Document) -> str:
    """What makes two documents the same page: the address, else the whole text."""
    page = page_key(document.url or "", "")
    if not page.startswith("document:"):
        return page
    return sha256(document.text.encode("utf-8", "replace")).hexdigest()


def _codes(places: Iterable[Place]) -> list[str]:
    return sorted(place.pcode for place in places)


def _key(kind: str, *parts: str) -> str:
    digest = sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
    return f"{kind}-{digest[:10]}"
