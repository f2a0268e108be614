"""Kinds of files that hold articles but are not read, and what to do; apart, as a table to add to."""

from __future__ import annotations

_AS = "open it and save it as PDF, DOCX or text"
_UNPACK = "unpack it and name the folder"
_PICTURE = "type or recognise (OCR) its text and save that as .txt"

UNREAD: dict[str, str] = {
    **dict.fromkeys((".doc", ".dot", ".wps"), f"an old Word document is not read; {_AS}"),
    **dict.fromkeys((".hwp", ".hwpx", ".hwpml"), f"a Hangul document is not read; {_AS}"),
    **dict.fromkeys(
        (".rtf", ".odt", ".pages", ".docm", ".dotx"), f"this kind of document is not read; {_AS}"
    ),
    **dict.fromkeys((".epub", ".mobi", ".xps", ".djvu", ".ps"), f"this kind of document is not read; {_AS}"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), "slides are not read; save their text as .txt"),
    **dict.fromkeys(
        (".xls", ".xlsb", ".ods", ".numbers"), "this kind of table is not read; save it as .xlsx or CSV"
    ),
    **dict.fromkeys(
        (".zip", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz", ".alz", ".egg"),
        f"an archive is not read; {_UNPACK}",
    ),
    **dict.fromkeys(
        (".wacz", ".webarchive", ".maff"),
        "this kind of web archive is not read; save the page as .html, or unpack the .warc.gz in a .wacz",
    ),
    **dict.fromkeys((".msg", ".pst", ".ost"), "a mailbox of Outlook is not read; save the message as .eml"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".svg"),
        f"a picture is not read; {_PICTURE}",
    ),
    **dict.fromkeys(
        (".mp3", ".mp4", ".m4a", ".wav", ".mov", ".avi", ".webm"),
        "sound and film are not read; save what is said as .txt",
    ),
    **dict.fromkeys((".url", ".webloc", ".lnk"), "a link is not read; save the page that it leads to"),
}
"""Suffix -> why a file is not read and what to do."""
