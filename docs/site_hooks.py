"""
What MkDocs needs to make one site of pages that lie in and beside `docs/`.

Pages of the checkout become pages of the site under their own paths, and links between the two are turned. A
link to a file that is no page, such as a module, becomes its path as text: the site stands by itself.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
BESIDE = {
    "README.md": "overview.md",  # README.md would be the start page
    **{
        name: name
        for name in (
            *("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "data/README.md", "examples/README.md"),
            *("benchmark/events/README.md", "maps/README.md", "maps/preview.png"),
        )
    },
}
"""Path in the checkout -> path in the site."""
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: Any) -> Files:
    """Add the pages that lie beside `docs/`."""
    for path, place in BESIDE.items():
        if (ROOT / path).is_file():
            files.append(File.generated(config, place, abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Turn the links of a page to where its targets are in the site."""
    path = page.file.src_uri
    homes = {place: home for home, place in BESIDE.items()}
    here = posixpath.dirname(homes.get(path, f"docs/{path}"))

    def turned(link: re.Match[str]) -> str:
        mark, words, target, anchor = link.groups()
        there = posixpath.normpath(posixpath.join(here, target))
        place = BESIDE.get(there, there.removeprefix("docs/"))
        if files.get_file_from_path(place) is None:
            return f"{words} (`{there}`)" if f"`{there}`" not in words else words
        return f"{mark}[{words}]({posixpath.relpath(place, posixpath.dirname(path) or '.')}{anchor or ''})"

    return _LINK.sub(turned, markdown)
