"""
Messages as they are stored: parts, character sets, attachments; of e-mail and of archived pages.

Read by the standard library; nothing that a message links to is fetched, no attachment is opened.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import errors, message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parsedate_to_datetime

from geo.dates import compiled
from geo.errors import InputError
from geo.text import decode

MOST_BYTES = 50_000_000
_MOST_PARTS = 2_000
_KOREAN = {
    "ks_c_5601-1987",
    "ks_c_5601",
    "euc-kr",
    "euckr",
    "ksc5601",
    "ks_c_5601-1989",
    "uhc",
    "windows-949",
    "x-windows-949",
}
_CHINESE = {"gb2312", "gbk", "x-gbk"}
_ENVELOPE = (
    rb"(?m)(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S{1,200} [^\r\n]{0,80}\d{4}[^\r\n]{0,20}\r?\n"
    rb"(?=[A-Za-z-]{1,40}:)"
)
_AGAIN = "save it again, or save its text as .txt"


@dataclass(frozen=True)
class Parts:
    """What a message says, decoded."""

    plain: str
    html: str
    location: str
    """Address of the page, of an archived one; empty if it names none."""
    attached: tuple[str, ...]
    """Names of the attachments, in order."""
    inner: tuple[EmailMessage, ...]
    """Messages that are attached to it."""
    note: str


def read_messages(content: bytes) -> list[EmailMessage]:
    """
    The message of a file, or the messages of a mailbox.

    Raises
    ------
    InputError
        If it is too large, or no message.
    """
    if len(content) > MOST_BYTES:
        raise InputError(f"it is larger than {MOST_BYTES // 1_000_000} MB; save the articles one by one")
    content = content.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n \t")
    starts = [found.start() for found in re.finditer(_ENVELOPE, content)] or [0]
    stops = [*starts[1:], len(content)]
    messages = [_parsed(content[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    if not any(message.keys() for message in messages):
        raise InputError(f"it is no message: it has no header lines; {_AGAIN}")
    return messages


def _parsed(content: bytes) -> EmailMessage:
    """A message by the policy that reads today's headers."""
    try:
        message = message_from_bytes(content, policy=default)
    except Exception as error:  # as in `said`
        raise InputError(f"a header of it cannot be read; {_AGAIN}") from error
    assert isinstance(message, EmailMessage)
    return message


def said(message: Message, name: str) -> str:
    """A header in one line; empty if it is missing or cannot be read."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # the header parser stumbles over some that are malformed
        return ""


def sent_on(value: str) -> str | None:
    """The day of a `Date:` header, where it was sent; None if it is none."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def read_parts(message: EmailMessage) -> Parts:
    """
    The texts of a message.

    Raises
    ------
    InputError
        If the text that would be read is cut off or damaged.
    """
    texts: dict[str, tuple[str, str]] = {}
    attached: list[str] = []
    inner: list[EmailMessage] = []
    last: Message | None = None
    main = said(message, "Snapshot-Content-Location")
    for part in _leaves(message):
        last = part
        kind, name = part.get_content_type(), _name(part)
        if kind == "message/rfc822":
            inner += [one for one in part.get_payload() if isinstance(one, EmailMessage)]
        elif part.get_content_disposition() == "attachment" or (name and not kind.startswith("text/")):
            attached += [name or kind] if part.get_content_disposition() == "attachment" else []
        elif kind in ("text/plain", "text/html"):
            location = said(part, "Content-Location")
            if kind not in texts or (main and location == main != texts[kind][1]):
                texts[kind] = (_text(part), location)
                cut = part
    if texts and last is cut and _is_cut_off(message):
        raise InputError(f"it is cut off: its last part has no end; {_AGAIN}")
    location = main or texts.get("text/html", ("", ""))[1]
    note = "its end is missing" if _is_cut_off(message) else ""
    return Parts(
        texts.get("text/plain", ("", ""))[0],
        texts.get("text/html", ("", ""))[0],
        location if location.startswith(("http://", "https://")) else "",
        tuple(attached),
        tuple(inner),
        note,
    )


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; an attached message counts as one."""
    waiting: list[EmailMessage] = [message]
    count = 0
    while waiting:
        part = waiting.pop(0)
        count += 1
        if count > _MOST_PARTS:
            raise InputError(f"it has more than {_MOST_PARTS} parts; save its text as .txt")
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting = [one for one in part.get_payload() if isinstance(one, EmailMessage)] + waiting
        else:
            yield part


def _name(part: EmailMessage) -> str:
    """The name of a part as a file; empty if it has none."""
    try:
        return " ".join((part.get_filename() or "").split())
    except Exception:  # malformed parameters
        return ""


def _is_cut_off(message: EmailMessage) -> bool:
    """Whether the end of some container is missing."""
    return any(
        isinstance(defect, (errors.CloseBoundaryNotFoundDefect, errors.StartBoundaryNotFoundDefect))
        for part in message.walk()
        for defect in part.defects
    )


def _text(part: EmailMessage) -> str:
    """The text of a part in the character set that it names, or in the one that its bytes suggest."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    if any(
        isinstance(one, (errors.InvalidBase64PaddingDefect, errors.InvalidBase64LengthDefect))
        for one in part.defects
    ):
        raise InputError(f"its text is damaged or cut off (base64); {_AGAIN}")
    name = _charset(part)
    if name and name not in ("us-ascii", "ascii"):
        try:
            return payload.decode(name)
        except (ValueError, LookupError):  # no such set, other bytes than it has, or a name with a zero byte
            pass
    return decode(payload, declared=part.get_content_type() == "text/html")[0]


def _charset(part: EmailMessage) -> str:
    """The character set that a part names, in the widest reading that writers mean by it."""
    try:
        name = (part.get_content_charset() or "").lower()
    except Exception:  # malformed parameters
        return ""
    return "cp949" if name in _KOREAN else "gb18030" if name in _CHINESE else name


def body_of(text: str) -> str:
    """The text of a plain part without marks of quoting, soft line ends and the signature."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marks = sum(line.startswith(">") for line in lines)
    if 2 * marks > sum(bool(line.strip()) for line in lines):
        lines = [compiled(r"^(?:> ?)+").sub("", line) for line in lines]
    signature = next((at for at, line in enumerate(lines) if line == "-- " and at), len(lines))
    return "\n".join(lines[:signature]).strip()


def flowed(text: str) -> str:
    """The text of a part with `format=flowed`: a line that ends in a blank goes on in the next."""
    joined = compiled(r"(?m)(?<=[^\s-] )\r?\n(?![>\s])").sub("", text)
    return compiled(r"(?m)(?<=-- )\Z").sub("", joined)
