"""What a build is called: an id that is made of what was read and found."""

from __future__ import annotations

import hashlib
from dataclasses import asdict

from geo.models import Run
from geo.text import json_text


def build_id(run: Run) -> str:
    """
    Sixteen hexadecimal digits of the SHA-256 of a run's announcements, possible reports, setbacks and texts.

    The same articles and decisions read by the same rules have the same id, wherever they lie; articles that
    name no place of the DPRK have no part in it.
    """
    named = {mention.document_id for mention in run.mentions if mention.outcome != "foreign"}
    named |= {event.document_id for event in (*run.events, *run.setbacks)}
    found = {
        "announcements": [asdict(one) for one in run.announcements],
        "possible": [asdict(one) for one in run.possible],
        "setbacks": [asdict(one) for one in run.loose_setbacks],
        "documents": [
            [one.id, one.published_on, one.publisher, one.url, one.text]
            for one in run.documents
            if one.id in named
        ],
    }
    return hashlib.sha256(json_text(found, sort_keys=True).encode("utf-8")).hexdigest()[:16]
