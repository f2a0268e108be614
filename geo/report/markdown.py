"""A report as Markdown (CommonMark with tables), its drawings as SVG files beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.report.html import WEB
from geo.report.plain import Plain

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def markdown_of(paper: Plain, stem: str) -> dict[str, str]:
    """File name -> content: the text, and `STEM-NAME.svg` for each drawing; text is escaped."""
    drawings = {
        f"{stem}-{block['id']}.svg": block["svg"]
        for one in paper["chapters"]
        for block in one["blocks"]
        if block["kind"] == "drawing"
    }
    return {f"{stem}.md": "\n".join(_lines(paper, stem)) + "\n", **drawings}


def marked(text: str) -> str:
    """Text that is shown as it is written."""
    return _LINE_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(text.split())))


def _lines(paper: Plain, stem: str) -> Iterator[str]:
    yield f"# {marked(paper['title'])}"
    yield from ["", marked(paper["byline"])] * bool(paper["byline"])
    yield from ["", marked(paper["lead"])]
    for one in paper["chapters"]:
        yield from ["", f"## {marked(one['title'])}"]
        for block in one["blocks"]:
            yield ""
            yield from _block(block, paper, stem)
    yield from ["", f"## {marked(paper['sources_title'])}", ""]
    for one in paper["citations"]:
        words = f"“{one['words']}”" if one["quoted"] else one["words"]
        told = f"{marked(words)} — " if words else ""
        yield f'{one["number"]}. <a id="s{one["number"]}"></a>{told}{_linked(one["label"], one["url"])}'
    for credit in (*paper["credits"], f"{paper['generator']}, {paper['build_id']}"):
        yield from ["", marked(credit)]


def _block(block: Plain, paper: Plain, stem: str) -> Iterator[str]:
    """A sentence, a picture or a table."""
    see = block["see"]
    tail = f" ([{marked(paper['see_word'])} {see['number']}](#t-{see['id']}))" if see else ""
    if block["kind"] == "statement":
        yield f"{marked(block['text'])}{_cites(block['runs'])}{tail}"
        return
    if block["kind"] == "drawing":
        yield f"![{marked(block['alt'])}]({_path(stem)}-{block['id']}.svg)"
        yield from ["", f"*{marked(block['caption'])}*{tail}"]
        return
    caption = f"{paper['see_word']} {block['number']}. {block['caption']}"
    yield f'<a id="t-{block["id"]}"></a>**{marked(caption)}**{tail}'
    head = [*map(marked, block["head"]), *([marked(paper["sources_word"])] if block["cited"] else [])]
    yield from ["", _row(head)]
    yield _row(["---:" if at in block["numbers"] else "---" for at in range(len(head))])
    for row in block["rows"]:
        cells = list(map(marked, row["cells"]))
        if row["url"]:
            cells[0] = _linked(row["cells"][0], row["url"])
        yield _row([*cells, *([_cites(row["runs"]).strip()] if block["cited"] else [])])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _path(stem: str) -> str:
    """The beginning of a file's name in a link."""
    return re.sub(r"[^\w./-]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), stem)


def _cites(runs: Sequence[tuple[int, int]]) -> str:
    """Numbers in brackets, each a link to its source."""
    told = (
        f"[{first}](#s{first})" + (f"–[{last}](#s{last})" if last != first else "") for first, last in runs
    )
    return f" \\[{', '.join(told)}\\]" if runs else ""


def _linked(text: str, url: str) -> str:
    """A text as a link, if the address is one of the web."""
    safe = re.sub(r"[\s<>()\\|\"`]", lambda found: f"%{ord(found[0]):02X}", url)
    return f"[{marked(text)}](<{safe}>)" if WEB.match(url) else marked(text)
