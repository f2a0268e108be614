"""
Articles in Word documents (.docx): the words of the main part, paragraph by paragraph.

Read with the standard library's zipfile and with lxml, without entities and without the network. What was
deleted, moved away or hidden is not read, nor are comments, notes, headers and footers.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from geo.articles.composing import articles_of
from geo.articles.found import Found
from geo.errors import InputError

MOST_BYTES = 50_000_000
"""Of the file, and of the expanded text in it."""
_MAIN, _CORE = "word/document.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PASSED_OVER = {"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "footnoteReference"}
_MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TITLE_STYLES = ("title", "heading1", "제목", "titel", "titre", "1")
_AGAIN = "save it again, or save its text as .txt"


def read_docx(content: bytes, path: str) -> Found:
    """
    The article of a Word document, or the articles of an export in one.

    Raises
    ------
    InputError
        If it is too large, damaged, locked or without text.
    """
    if len(content) > MOST_BYTES:
        raise InputError(f"it is larger than {MOST_BYTES // 1_000_000} MB; save the articles one by one")
    try:
        with ZipFile(BytesIO(content)) as archive:
            main = _parsed(_part(archive, _MAIN))
            core = _parsed(_part(archive, _CORE)) if _CORE in archive.namelist() else None
    except (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, ValueError, ZlibError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"it is a Word document that is damaged or cut off; {_AGAIN}") from None
    found = [(_words(one).strip(), _style(one)) for one in _paragraphs(main)]
    filled = [words for words, _ in found if words]
    if not filled:
        raise InputError("it is a Word document without text; save the article as text")
    title = next((words for words, style in found[:10] if words and style in _TITLE_STYLES), "")
    return articles_of(
        "\n".join(words for words, _ in found),
        filled,
        path,
        title=title,
        own_title=_said(core, "title"),
        made=_said(core, "created"),
    )


def _part(archive: ZipFile, name: str) -> bytes:
    """A part of the archive; InputError if it is locked or expands to more than is read."""
    part = archive.getinfo(name)
    if part.flag_bits & 1:
        raise InputError("it is locked with a password; save it without one")
    with archive.open(part) as file:
        expanded = file.read(MOST_BYTES + 1)
    if len(expanded) > MOST_BYTES:
        raise InputError(
            f"its text expands to more than {MOST_BYTES // 1_000_000} MB; save the articles one by one"
        )
    return expanded


def _parsed(xml: bytes) -> Any:
    """The root of a part."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise InputError(f"it is a Word document that is damaged; {_AGAIN}") from None


def _local(element: Any) -> str:
    """The name of an element of the text; empty for others."""
    tag = element.tag if isinstance(element.tag, str) else ""
    for space in (_W, _STRICT):
        if tag.startswith(space):
            return tag.removeprefix(space)
    return ""


def _paragraphs(root: Any) -> Iterator[Any]:
    """The paragraphs in order, also those in tables and frames; a frame that is stored twice counts once."""
    for element in root.iter(f"{_W}p", f"{_STRICT}p"):
        if not any(parent.tag == _FALLBACK for parent in element.iterancestors()):
            yield element


def _words(element: Any) -> str:
    """The words of a paragraph, without those of paragraphs inside it."""
    words = []
    for child in element:
        name = _local(child)
        if name == "t":
            words.append(child.text or "")
        elif name in _MARKS:
            words.append(_MARKS[name])
        elif name not in _PASSED_OVER and name != "p" and child.tag != _FALLBACK and not _is_hidden(child):
            words.append(_words(child))
    return "".join(words)


def _is_hidden(run: Any) -> bool:
    """Whether words are marked as hidden."""
    return _local(run) == "r" and any(
        _local(mark) == "vanish" and not any(value in ("0", "false") for value in mark.attrib.values())
        for properties in run
        if _local(properties) == "rPr"
        for mark in properties
    )


def _style(paragraph: Any) -> str:
    """The style of a paragraph in lower case, without blanks."""
    for properties in paragraph:
        for style in properties if _local(properties) == "pPr" else ():
            if _local(style) == "pStyle":
                return "".join(next(iter(style.attrib.values()), "").lower().split())
    return ""


def _said(core: Any, name: str) -> str:
    """A property of the document; empty if it has none."""
    found = core.xpath(f"//*[local-name()='{name}']") if core is not None else []
    return " ".join((found[0].text or "").split()) if found else ""
