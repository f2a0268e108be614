"""The sitemap of a published folder (sitemaps.org, protocol 0.9): every page for readers."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

FILE = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(address: str, pages: Iterable[str]) -> bytes:
    """The sitemap of pages, given by addresses relative to that of the folder, which ends with a slash."""
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE})
    for page in pages:
        place = etree.SubElement(etree.SubElement(root, f"{{{NAMESPACE}}}url"), f"{{{NAMESPACE}}}loc")
        place.text = f"{address}{page}"
    etree.indent(root, " ")
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
