"""
Front matter above a text or Markdown: lines of `key: value` between two lines `---` (or `+++`, as in TOML).

    ---
    title: "Plant opens: soap for Songchon"
    date: 2024-12-21
    source: Some News
    ---

Read line by line, not as YAML: people write colons into titles, and offsets of the title are wanted. Whatever
is no plain value (lists, tags) is passed over.
"""

from __future__ import annotations

import re

from geo.articles.cuts import Span
from geo.articles.dating import dated
from geo.articles.textfiles import find_publisher, headline, sections_of
from geo.dates import compiled
from geo.models import Document
from geo.text import guess_language

_FENCE = r"(?:---|\+\+\+)"
_END = r"(?:\r\n|\r|\n)"
_BLOCK = (
    rf"(?m)^\ufeff?(?P<fence>{_FENCE})[ \t]*{_END}(?P<inside>(?:(?!{_FENCE}[ "
    rf"\t\r]*$)[^\r\n]*{_END}){{1,80}}?)"
    rf"(?:(?P=fence)|\.\.\.)[ \t]*(?:{_END}|\Z)"
)
_PAIR = (
    r"(?m)^(?P<indent>[ \t]*)(?P<key>[A-Za-z_가-힣][\w .-]{0,40}?)[\"']?[ \t]*"
    r"(?::(?=[ \t\r\n]|\Z)|=)[ \t]*(?P<value>[^\r\n]*)"
)
_OTHER = r"[ \t]*(?:#.*|- .*|-|[\]\[{}].*|[\"'].*)?|[ \t]+.*"
_KEYS = {
    "title": ("title", "headline", "제목"),
    "date": (
        "published",
        "published_on",
        "publishedat",
        "published_at",
        "datepublished",
        "date_published",
        "publication_date",
        "pubdate",
        "date",
        "날짜",
        "일자",
    ),
    "source": (
        "publisher",
        "publication",
        "source",
        "sitename",
        "site_name",
        "site",
        "outlet",
        "newspaper",
        "언론사",
    ),
    "url": ("url", "link", "source_url", "canonical", "canonical_url", "링크"),
    "origin": ("origin",),
}
_ADDRESS = r"https?://\S+"


def front_matter(text: str) -> list[re.Match[str]]:
    """The blocks of front matter in a text, if it begins with one; each names a title or a date."""
    if not compiled(_FENCE).match(text.lstrip("\ufeff \t\r\n")):
        return []
    blocks = [found for found in compiled(_BLOCK).finditer(text) if _is_block(found["inside"])]
    return blocks if blocks and not text[: blocks[0].start()].strip("\ufeff \t\r\n") else []


def _is_block(inside: str) -> bool:
    """Whether lines between two fences are pairs, and say of which article."""
    lines = inside.splitlines()
    pairs = {found["key"].lower() for line in lines if (found := compiled(_PAIR).match(line))}
    known = {key for keys in _KEYS.values() for key in keys}
    return bool(pairs & known) and all(
        compiled(_PAIR).match(line) or compiled(_OTHER).fullmatch(line) for line in lines
    )


def read_front(text: str, block: re.Match[str], path: str) -> Document:
    """The article below front matter; `block` stands at the top of its text."""
    values = _values(text, block)
    said = {key: " ".join(text[slice(*span)].split()) for key, span in values.items()}
    named = {kind: next((said[key] for key in keys if said.get(key)), "") for kind, keys in _KEYS.items()}
    title = next((values[key] for key in _KEYS["title"] if said.get(key)), None) or headline(
        text, block.end()
    )
    body = text[block.end() :]
    name = " ".join(text[slice(*title)].split()) if title else None
    address = next(
        (said[key] for key in _KEYS["source"] if compiled(_ADDRESS).fullmatch(said.get(key, ""))), ""
    )
    source = next(
        (
            said[key]
            for key in _KEYS["source"]
            if said.get(key) and not compiled(_ADDRESS).fullmatch(said[key])
        ),
        "",
    )
    document = Document(
        id="",
        path=path,
        text=text,
        sections=sections_of(text, title, block.end()),
        title=name,
        language=guess_language(body if body.strip() else text),
        publisher=source or find_publisher(body),
        url=named["url"] or address or None,
        origin=named["origin"].lower() or None,
    )
    return dated(document, filled=named["date"], start=block.end())


def _values(text: str, block: re.Match[str]) -> dict[str, Span]:
    """Key in lower case -> where its value stands, without quotes; of nested lines the name."""
    values: dict[str, Span] = {}
    parent = ""
    pairs = list(compiled(_PAIR).finditer(text, *block.span("inside")))
    for pair, stop in zip(pairs, [*(pair.start() for pair in pairs[1:]), block.end("inside")], strict=True):
        key = pair["key"].lower().replace("-", "_")
        if pair["indent"]:
            key = (
                {"name": parent, "title": parent, "url": "url", "link": "url"}.get(key, "") if parent else ""
            )
        elif not pair["value"].strip():
            parent = key
        else:
            parent = ""
        span = _unquoted(text, pair, stop)
        if key and span[0] < span[1]:
            values.setdefault(key, span)
    return values


def _unquoted(text: str, pair: re.Match[str], stop: int) -> Span:
    """Where a value stands: without quotes, without a comment behind it, over several lines if it says so."""
    start, end = pair.span("value")
    value = pair["value"].strip()
    if compiled(r"[>|][+-]?\d?").fullmatch(value):
        lines = text[end:stop]
        return end + len(lines) - len(lines.lstrip()), end + len(lines.rstrip())
    start += pair["value"].index(value) if value else 0
    if len(value) > 1 and value[0] in "\"'" and (closing := value.rfind(value[0])) > 0:
        return start + 1, start + closing
    bare = compiled(r"\s+#.*$").sub("", value)
    return (start, start + len(bare)) if not bare.startswith(("[", "{")) else (start, start)
