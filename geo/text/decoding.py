"""
Bytes of a saved article to text: UTF-8, UTF-16, CP949 (EUC-KR) or Windows-1252, recognised from the bytes.

Nothing is dropped: a byte order mark stays as U+FEFF and carriage returns stay, so that offsets count the
code points of the decoded file.
"""

from __future__ import annotations

import codecs
import re

from geo.errors import InputError
from geo.text.patterns import Pattern

_DOCUMENT = "open it and save it as PDF, DOCX or text"
_UNPACK = "unpack it and name the folder"
_PICTURE = "type or recognise (OCR) its text and save that as .txt"
_SAVE_AS = "save it as UTF-8 text or as HTML"
_MAGIC = {
    b"%PDF": f"a PDF, not text; {_SAVE_AS}",
    b"PK\x03\x04": f"a ZIP archive or an Office document, not text; {_UNPACK}, or {_DOCUMENT}",
    b"7z\xbc\xaf\x27\x1c": f"a 7-Zip archive, not text; {_UNPACK}",
    b"Rar!": f"a RAR archive, not text; {_UNPACK}",
    b"\x89PNG": f"a PNG picture, not text; {_PICTURE}",
    b"\xff\xd8\xff": f"a JPEG picture, not text; {_PICTURE}",
    b"GIF8": f"a GIF picture, not text; {_PICTURE}",
    b"II*\x00": f"a TIFF picture, not text; {_PICTURE}",
    b"MM\x00*": f"a TIFF picture, not text; {_PICTURE}",
    b"\x1f\x8b": "a gzip archive, not text; unpack it",
    b"BZh": "a bzip2 archive, not text; unpack it",
    b"\xfd7zXZ\x00": "an XZ archive, not text; unpack it",
    b"\xd0\xcf\x11\xe0": f"an old Office or Hangul document, or one with a password, not text; {_DOCUMENT}",
    b"HWP Document File": f"an old Hangul document, not text; {_DOCUMENT}",
    b"{\\rtf": f"an RTF document, not text; {_DOCUMENT}",
    b"bplist00": f"a web archive or a property list, not text; {_SAVE_AS}",
    b"MIME-Version": f"an MHTML archive, not text; {_SAVE_AS}",
    b"From: <Saved by": f"an MHTML archive, not text; {_SAVE_AS}",
}
_CONTROL = Pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTER = Pattern(r"[\w\s.,;:!?()\[\]\"'“”‘’–—…·%/<>=&-]")
_CHARSET = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""")
_KOREAN = {"euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "uhc", "windows-949", "cp949", "x-windows-949"}


def decode(content: bytes, *, declared: bool = False, charset: str = "") -> tuple[str, str]:
    """
    The text of a file, and a note if something about its encoding is worth telling.

    Parameters
    ----------
    content
        The whole file.
    declared
        Whether to heed a `charset=` in its first two kilobytes, as in HTML.
    charset
        What came with it, such as "text/html; charset=euc-kr"; before what stands in it.

    Raises
    ------
    InputError
        If it is empty, or no text.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError("it is empty")
    kind = next((kind for magic, kind in _MAGIC.items() if content.startswith(magic)), None)
    if kind:
        raise InputError(f"it is {kind}")
    named = _declared(charset.encode("ascii", "replace")) or (_declared(content) if declared else "")
    text, note = _decode(content, named)
    if len(_CONTROL.findall(text[:65536])) > len(text[:65536]) / 200:
        raise InputError(f"it is not text (control characters); {_SAVE_AS}")
    return text, note


def _declared(content: bytes) -> str:
    """The character set that a page names, as Python calls it; empty if none that is known."""
    found = _CHARSET.search(content[:2048])
    name = found[1].decode("ascii").lower() if found else ""
    try:
        return "cp949" if name in _KOREAN else codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _decode(content: bytes, declared: str) -> tuple[str, str]:
    """By byte order mark, as declared, as UTF-8, as UTF-16 without a mark, by the best guess."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16-le" if content.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return content.decode(name, "replace"), ""
    for name in ("utf-8", declared):
        if name and b"\x00" not in content[:65536]:
            text = _strictly(content, name)
            if text is not None:
                return text, ""
    return _guess_utf16(content) or _guess_legacy(content, declared)


def _strictly(content: bytes, name: str) -> str | None:
    """The text in one encoding, or None if it is not in it."""
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None


def _guess_utf16(content: bytes) -> tuple[str, str] | None:
    """UTF-16 without a byte order mark, if one byte order gives text and the other does not."""
    if b"\x00" not in content[:65536]:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = _strictly(content[: len(content) // 2 * 2], name)
        if text and _share(_LETTER, text) > 0.95 and not _CONTROL.search(text[:4096]) and _has_spaces(text):
            return text, "read as UTF-16 without a byte order mark"
    raise InputError(f"it is not text (zero bytes); {_SAVE_AS}")


def _has_spaces(text: str) -> bool:
    """Whether there are as many blanks and line ends as text has, which the wrong byte order never gives."""
    head = text[:4096]
    return 20 * (head.count(" ") + head.count("\n")) >= len(head) / 4


def _guess_legacy(content: bytes, declared: str) -> tuple[str, str]:
    """Damaged UTF-8, CP949 or Windows-1252: the first that fits; the last only for nearly plain English."""
    utf8 = content.decode("utf-8", "replace")
    lost, kept = utf8.count("\ufffd"), sum(char > "\x7f" for char in utf8)
    if 20 * lost <= kept:
        return utf8, f"{lost} damaged bytes of UTF-8 are shown as U+FFFD"
    korean = content.decode("cp949", "replace")
    foreign = [char for char in korean if char > "\x7f"]
    hangul = sum("가" <= char <= "힣" for char in foreign)
    if declared == "cp949" or (2 * hangul > len(foreign) and 20 * korean.count("\ufffd") <= len(foreign)):
        return korean, "some bytes are no CP949 and are shown as U+FFFD" if "\ufffd" in korean else ""
    western = _strictly(content, "cp1252")
    if western is not None and 10 * sum(char > "\x7f" for char in western) <= len(western):
        return western, "read as Windows-1252, since it is neither UTF-8 nor Korean"
    raise InputError(f"its encoding is none of UTF-8, UTF-16, CP949; {_SAVE_AS}")


def _share(pattern: Pattern, text: str) -> float:
    """The share of the first characters that match a pattern."""
    head = text[:4096]
    return len(pattern.findall(head)) / len(head)
