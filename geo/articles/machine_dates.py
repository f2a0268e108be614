"""The day of publication that a web page states for machines: meta elements, JSON-LD, marked elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from geo.articles.published import CHANGED, Seen, seen_in
from geo.articles.stamps import days_of
from geo.dates import compiled

_META = frozenset(
    """
    article:published_time og:article:published_time article:published article:published_at
    og:published_time article:published_date article:post_date article:create_at article:created
    article:publish_date datepublished date pubdate pubtime publishdate publish_date publish-date
    publish_time publishtime published_date published_time published_at published publication_date
    publicationdate publication-date displaydate firstcreate og:regdate regdate reg_date og:pubdate
    og:publish_date article_date_original article.published article.created release_date releasedate
    originalpublicationdate mediator_published_time sailthru.date parsely-pub-date bt:pubdate
    vr:published_time rnews:datepublished cxenseparse:recs:publishtime cxenseparse:publishtime
    dc.date dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created dc.created
    citation_publication_date citation_date created createdate created_at
    """.split()
)
"""Names of meta elements that hold the day of first publication."""
_META_CHANGED = frozenset(
    """
    article:modified_time og:updated_time article:modified og:article:modified_time datemodified last-modified
    lastmod dcterms.modified dc.date.modified moddate
    """.split()
)
_LABELLED = r"Date:\s*(?P<date>\d\d?/\d\d?/\d{4})\s*\|\s*Source:"
_JSON_DATE = r'"(?:datePublished|dateCreated|uploadDate)"\s*:\s*"([^"]{8,40})"'
_JSON_CHANGED = r'"dateModified"\s*:\s*"([^"]{8,40})"'
_ARTICLE = r"(?i)article|posting|report"


def stated_days(page: Any) -> list[Seen]:
    """The days that a page states for machines, or an aggregator for readers, one of each kind."""
    labelled = compiled(_LABELLED).search(page.text_content())
    places = (
        (iter([labelled["date"]] if labelled else []), "line of date and source", 0),
        (_meta(page, _META), "metadata", 2),
        (_json(page), "metadata", 2),
        (_marked(page), "marked date", 2),
        (_meta(page, _META_CHANGED), "metadata of the last change", CHANGED),
        (_scripts(page, _JSON_CHANGED), "metadata of the last change", CHANGED),
    )
    found = (
        next((one for value in values if (one := seen_in(value, where, rank))), None)
        for values, where, rank in places
    )
    seen = [one for one in found if one]
    return [one for number, one in enumerate(seen) if one.rank != 2 or _first_of_rank(seen, number)]


def _first_of_rank(seen: list[Seen], number: int) -> bool:
    """Whether no earlier one has the same rank: meta elements go before JSON-LD, that before marks."""
    return all(one.rank != seen[number].rank for one in seen[:number])


def _meta(page: Any, names: frozenset[str]) -> Iterator[str]:
    """The values of the meta elements with some names."""
    for meta in page.iter("meta"):
        own = (meta.get("property"), meta.get("name"), meta.get("itemprop"), meta.get("http-equiv"))
        if any((name or "").strip().lower() in names for name in own):
            yield meta.get("content") or ""


def _json(page: Any) -> Iterator[str]:
    """The days of the articles in JSON-LD, the page's own first; what is no JSON is searched as text."""
    for script in page.iter("script"):
        if "json" in (script.get("type") or "") and (script.text or "").strip():
            try:
                content = json.loads(script.text.strip().rstrip(";"))
            except (ValueError, RecursionError):
                continue
            for one in _objects(content):
                date = one.get("datePublished")
                if isinstance(date, str) and compiled(_ARTICLE).search(str(one.get("@type"))):
                    yield date
    yield from _scripts(page, _JSON_DATE)


def _objects(content: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON, outer ones before those within them."""
    waiting = [content]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _scripts(page: Any, pattern: str) -> Iterator[str]:
    """What a pattern finds in the scripts of a page."""
    for script in page.iter("script"):
        for found in compiled(pattern).finditer(script.text or ""):
            yield found[1]


def _marked(page: Any) -> Iterator[str]:
    """The day of the elements that are marked as the article's date, if they agree."""
    marked = page.xpath(
        "//*[@itemprop='datePublished'] | //time[@pubdate] | //article//time[@datetime]"
        " | //time[@datetime][contains(@class, 'published')] | //abbr[@title][contains(@class, 'published')]"
    )
    values = [
        one.get("datetime") or one.get("content") or one.get("title") or one.text_content() for one in marked
    ]
    values = [value for value in values if days_of(value)]
    if len({days_of(value) for value in values}) == 1:
        yield values[0]
