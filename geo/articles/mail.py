"""
Articles that came by mail or were archived with their pictures: .eml, .mbox, Google Alerts, .mht.

A message is an article of its subject, its day and its text; an alert is an article for each link; an
archived page is read as the page, whose day is never the day on which it was saved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.message import EmailMessage

from geo.articles.alerts import Item, is_alert, is_weekly, items_of_html, items_of_text
from geo.articles.cuts import found_of, numbered
from geo.articles.dating import dated
from geo.articles.found import Found
from geo.articles.markup import blocks
from geo.articles.messages import Parts, body_of, flowed, read_messages, read_parts, said, sent_on
from geo.articles.several import cut_texts
from geo.articles.tables import compose
from geo.articles.textfiles import find_publisher
from geo.articles.webpages import read_page
from geo.dates import compiled, full_dates
from geo.errors import InputError
from geo.models import Document
from geo.text import guess_language

_PREFIX = r"(?i)^(?:(?:re|fwd?|aw|wg|회신|전달|답장)\s*(?:\[\d+\])?\s*[:：]\s*|\[(?:external|외부|ext)\]\s*)+"
_FORWARDED = (
    r"(?im)^[ \t>]*(?:-{3,}[ \t]*)?(?:forwarded message|original message|begin forwarded message:?|"
    r"전달된 메시지|"
    r"원본 ?(?:메시지|메일))[ \t]*(?:-{3,})?[ \t]*$\n+(?P<head>(?:[ \t>*]*"
    r"(?:from|date|sent|subject|to|cc|reply-to|보낸 ?사람|보낸 ?날짜|날짜|받는 ?사람|제목|참조)"
    r"\*?[ \t]*[:：][^\n]*(?:\n|\Z))+)"
)
_FIELD = r"(?im)^[ \t>*]*{}\*?[ \t]*[:：]\*?[ \t]*(?P<value>[^\n]+)"
_COVER = 400
"""So many characters above a forwarded message are a note to its reader."""
_POORER = 3
"""The plain part is passed over where the HTML says so many times more."""
_SHORTEST = 20
_DEEPEST = 3


@dataclass(frozen=True)
class _Letter:
    """What is read of a message."""

    subject: str
    day: str | None
    text: str


def read_mail(content: bytes, path: str) -> Found:
    """
    The articles of a message, a mailbox or an archived page.

    Raises
    ------
    InputError
        If there is no text in it, or it is damaged.
    """
    notes: list[str] = []
    documents: list[Document] = []
    for message in read_messages(content):
        documents += _documents(message, path, notes, 0)
    if not documents:
        raise InputError("; ".join(["it is a message without text", *notes]) + "; save the article as text")
    if len(documents) > 1:
        documents = [replace(one, path=numbered(path, number)) for number, one in enumerate(documents, 1)]
    return found_of(documents, "; ".join(dict.fromkeys(notes)))


def _documents(message: EmailMessage, path: str, notes: list[str], depth: int) -> list[Document]:
    """The articles of one message; those of the messages attached to it stand for it."""
    parts = read_parts(message)
    notes += _told(parts)
    if parts.inner and depth < _DEEPEST:
        notes.append("the message around the forwarded ones is not read")
        return [one for inner in parts.inner for one in _documents(inner, path, notes, depth + 1)]
    if _is_page(message, parts):
        page = read_page(parts.html, path)
        return [replace(page, url=page.url or parts.location or None)]
    letter = _letter(message, parts)
    if is_alert(letter.subject, said(message, "From") + said(message, "Sender")):
        items = items_of_html(parts.html) or items_of_text(parts.plain)
        if items:
            weekly = is_weekly(f"{parts.plain}\n{blocks(parts.html)}")
            if weekly:
                notes.append("a weekly alert: its items have no day of their own")
            return [_item(item, None if weekly else letter.day, path) for item in items]
    if len(letter.text) < _SHORTEST:
        return []
    cut = cut_texts(letter.text, path)
    return [document for _, _, document in cut.documents] if cut else [_article(letter, path)]


def _told(parts: Parts) -> Iterable[str]:
    """What of a message is not read."""
    if parts.note:
        yield parts.note
    if parts.attached:
        count = len(parts.attached)
        names = ", ".join(parts.attached[:3]) + (", ..." if count > 3 else "")
        yield f"{count} attachment{'s are' if count > 1 else ' is'} not read ({names})"


def _is_page(message: EmailMessage, parts: Parts) -> bool:
    """Whether a message is an archived page: a browser saved it, or its HTML has an address of its own."""
    sender = said(message, "From").lower()
    saved = "saved by" in sender or bool(said(message, "Snapshot-Content-Location"))
    mailed = said(message, "Received") or said(message, "To") or said(message, "Message-ID")
    return bool(parts.html) and (
        saved or (bool(parts.location) and not mailed) or (not sender and not mailed)
    )


def _letter(message: EmailMessage, parts: Parts) -> _Letter:
    """Subject, day and text; those of the forwarded message if it is one."""
    html = blocks(parts.html).strip()
    plain = body_of(flowed(parts.plain) if _is_flowed(message) else parts.plain)
    text = html if len(plain) < _SHORTEST or len(html) > _POORER * len(plain) else plain
    subject, day = compiled(_PREFIX).sub("", said(message, "Subject")), sent_on(said(message, "Date"))
    other = html if text == plain else plain
    passed_on = False
    while (found := compiled(_FORWARDED).search(text)) and found.start() <= _COVER:
        subject = compiled(_PREFIX).sub("", _field(found["head"], "(?:subject|제목)")) or subject
        day, text, passed_on = _forwarded_day(found["head"]), text[found.end() :].strip(), True
    if not passed_on and (found := compiled(_FORWARDED).search(other)) and found.start() <= _COVER:
        day = _forwarded_day(found["head"])
    return _Letter(subject, day, text)


def _is_flowed(message: EmailMessage) -> bool:
    """Whether the plain part has soft line ends."""
    return any(
        part.get_content_type() == "text/plain" and str(part.get_param("format", "")).lower() == "flowed"
        for part in message.walk()
    )


def _field(head: str, names: str) -> str:
    """A line of the header that a forwarded message has in the text."""
    found = compiled(_FIELD.format(names)).search(head)
    return found["value"].strip() if found else ""


def _forwarded_day(head: str) -> str | None:
    """The day of a forwarded message; None if it cannot be read, as the day of forwarding is not its day."""
    value = _field(head, "(?:date|sent|보낸 ?날짜|날짜)")
    hit = next(full_dates(value), None)
    return (hit[2] if hit else None) or sent_on(value)


def _article(letter: _Letter, path: str) -> Document:
    """The article of a message."""
    document = _document(letter.subject, letter.text, None, "", "", path)
    return dated(document, filled=letter.day or "", shown=(letter.text,))


def _item(item: Item, day: str | None, path: str) -> Document:
    """The article of one link of an alert."""
    return _document(item.title, item.snippet, day, item.publisher, item.url, path)


def _document(title: str, body: str, day: str | None, publisher: str, url: str, path: str) -> Document:
    """An article of a title and a text."""
    text, sections = compose(title, body)
    return Document(
        id="",
        path=path,
        text=text,
        sections=sections,
        title=title or None,
        language=guess_language(text),
        published_on=day,
        publisher=publisher or find_publisher(body),
        url=url or None,
    )
