"""
Who makes a claim, what counts as one page, and which data sets stand behind the map.

Independent claimants are told apart by reviewed tables, never by the number of pages: all DPRK state media
are one origin, and so is everybody who repeats them. Phrases of attribution are in `data/attributions.csv`,
publishers and what they usually carry in `data/publishers.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from geo.models import Document, Event, Finding, Report
from geo.text import LedPattern, data_rows, folded_case

STATE_MEDIA = "state media"
OWN = "own"
"""In attributions.csv: the publisher has it from its own informants or reporters."""
UNNAMED = "unnamed source"


TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|cooper|plink|outputtype|amp", re.IGNORECASE)
"""Names of query parameters that say how a reader came to a page, not which page it is."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher, reviewed."""

    names: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str
    """state media, pro-DPRK organ, aggregator, wire, newspaper, broadcaster, specialist, ..."""
    origin: str
    """Who is behind what it says on the DPRK, unless its text tells otherwise."""
    note: str


@cache
def publishers() -> tuple[Publisher, ...]:
    """The reviewed publishers, in the order of the table."""
    return tuple(
        Publisher(
            names=tuple(row["names"].split("|")),
            domains=tuple(filter(None, row["domains"].split("|"))),
            kind=row["kind"],
            origin=row["origin"],
            note=row["note"],
        )
        for row in data_rows("publishers.csv")
    )


def read_reports(findings: Iterable[Finding]) -> tuple[Report, ...]:
    """A report for each event and each setback of each document, in their order."""
    return tuple(report_of(event, finding.document) for finding in findings for event in finding.readings)


def report_of(event: Event, document: Document) -> Report:
    """The event with what is needed to cite it."""
    return Report(
        event=event,
        document_id=document.id,
        publisher=document.publisher or "",
        published_on=document.published_on,
        url=document.url or "",
        origin=origin_of(document, event.evidence.text),
        is_summary=document.origin == "summary",
    )


def origin_of(document: Document, evidence_text: str) -> str:
    """
    Who makes the claim that `evidence_text` states: `state media`, `imagery`, `rok government`, the name of a
    publisher with sources of its own in lower case, or `unnamed source`.

    A page of state media is always that. Else the attribution in the evidence counts, then the one nearest to
    it in its paragraph, then the first in the document, then what the publisher usually carries.
    """
    publisher = find_publisher(document.publisher, document.url)
    if publisher and publisher.kind == STATE_MEDIA:
        return STATE_MEDIA
    found = (
        _in_evidence(evidence_text)
        or _nearest(document.text, evidence_text)
        or next((origin for _, _, origin in attributions(document.text)), "")
    )
    if found and found != OWN:
        return found
    if publisher and (not found or publisher.origin != STATE_MEDIA):
        return publisher.origin
    return _own_name(document)


def stated_origin(document: Document, evidence_text: str) -> str:
    """
    The same as far as it is said: by the publisher that is named, or by words of attribution. What a
    publisher usually carries is not taken for its claim here.
    """
    origin, publisher = origin_of(document, evidence_text), find_publisher(document.publisher, document.url)
    said = [found for _, _, found in attributions(f"{evidence_text}\n{document.text}")]
    named = publisher is not None and publisher.kind == STATE_MEDIA
    return origin if origin != STATE_MEDIA or named or STATE_MEDIA in said else _own_name(document)


def find_publisher(name: str | None, url: str | None) -> Publisher | None:
    """
    The reviewed publisher with this name or web address; None if it is not listed.

    A name may hold several ("Korea Herald / Yonhap"): state media wins, then the first of them.
    """
    return _called(name or "") or _at(_host(url or ""))


@lru_cache(maxsize=1024)
def _called(name: str) -> Publisher | None:
    """The reviewed publisher that a name holds."""
    pattern, known = _publisher_names()
    hits = [known[_folded(hit.group())] for hit in pattern.finditer(name)]
    return min(hits, key=lambda publisher: publisher.kind != STATE_MEDIA) if hits else None


def _at(host: str) -> Publisher | None:
    """The first reviewed publisher with a domain that a host is, or lies under."""
    domains, parts = _domains(), host.split(".")
    found = (domains.get(".".join(parts[at:])) for at in range(len(parts)))
    return min((one for one in found if one), key=publishers().index, default=None)


@cache
def _domains() -> dict[str, Publisher]:
    """Domain -> the first publisher that has it."""
    return {domain: one for one in reversed(publishers()) for domain in one.domains}


def attributions(text: str) -> list[tuple[int, int, str]]:
    """Phrases of attribution in a text as (start, end, origin), in order; `own` is the publisher itself."""
    return list(_attributions(text))


@lru_cache(maxsize=4096)
def _attributions(text: str) -> tuple[tuple[int, int, str], ...]:
    """The same; kept, since many events have a text and a line in common, and texts are merged again."""
    pattern, origins = _phrases()
    return tuple((hit.start(), hit.end(), origins[_folded(hit.group())]) for hit in pattern.finditer(text))


def _in_evidence(evidence_text: str) -> str:
    """
    The origin that the evidence itself names; of several state media, so that a claim is never taken for an
    independent one because the sentence mentions somebody else, too.
    """
    origins = [origin for _, _, origin in attributions(evidence_text)]
    return STATE_MEDIA if STATE_MEDIA in origins else next(iter(origins), "")


def _nearest(text: str, evidence_text: str) -> str:
    """The origin named nearest to the evidence in its line of text; state media where two are as near."""
    start = text.find(evidence_text) if evidence_text else -1
    if start < 0:
        return ""
    end = start + len(evidence_text)
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    ranked = [
        (max(first + here - end, start - first - there), origin != STATE_MEDIA, origin)
        for here, there, origin in attributions(line)
    ]
    return min(ranked)[2] if ranked else ""


@cache
def _phrases() -> tuple[LedPattern, dict[str, str]]:
    """One pattern for all phrases, longest first, and the origin of each."""
    origins = {row["phrase"]: row["origin"] for row in data_rows("attributions.csv")}
    return _any_of(origins), origins


@cache
def _publisher_names() -> tuple[LedPattern, dict[str, Publisher]]:
    """One pattern for all names of publishers, and the publisher of each."""
    known = {_folded(name): publisher for publisher in publishers() for name in publisher.names}
    return _any_of(known), known


def _any_of(phrases: Iterable[str]) -> LedPattern:
    """A pattern that finds each of the phrases, the longest where several begin."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    beginnings = {one for phrase in ordered for one in _beginnings(phrase)}
    return LedPattern(f"(?i)(?:{'|'.join(map(_pattern, ordered))})", beginnings)


_WHITE = [chr(code) for code in range(0x3001) if chr(code).isspace()]


def _beginnings(phrase: str) -> list[str]:
    """What a phrase begins with: its first word up to an apostrophe, and white space behind it if any."""
    first, space, _ = phrase.partition(" ")
    word, quote, _ = first.partition("'")
    return [word + white for white in _WHITE] if space and not quote else [word]


def _pattern(phrase: str) -> str:
    """A literal phrase with any white space between words; in Latin script only as whole words."""
    body = r"\s+".join(map(re.escape, phrase.split())).replace("'", "['’]")
    return rf"(?<!\w){body}(?!\w)" if phrase.isascii() else body


def _folded(phrase: str) -> str:
    return " ".join(folded_case(phrase).replace("’", "'").split())


def _own_name(document: Document) -> str:
    """The publisher as an origin: its name or host in lower case."""
    name = " ".join((document.publisher or "").casefold().split())
    return name or _host(document.url or "") or UNNAMED


def _host(url: str) -> str:
    """Host of an address without `www.`; empty if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def page_key(url: str, document_id: str) -> str:
    """
    What makes two documents the same page: the address without scheme, `www.`, trailing slash, fragment and
    tracking parameters; without an address the document itself.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return f"document:{document_id}"
    if not parts.netloc:
        return f"document:{document_id}"
    query = [(key, value) for key, value in parse_qsl(parts.query, True) if not TRACKING.fullmatch(key)]
    path = parts.path.rstrip("/")
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{path}?{urlencode(sorted(query))}" if query else f"{host}{path}"
