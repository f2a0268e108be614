"""Scripts and styles without comments and white space; nothing in them is renamed or reordered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import tree_sitter
import tree_sitter_javascript

_WHOLE = {"string", "template_string", "regex"}
"""Nodes that are kept as they are written."""
_GOES_ON = re.compile(r"(?!\+\+|--)[;{,(\[:?=&|*/<>!%^~+-]+")
"""Tokens after which a line break says nothing."""
_GOES_BACK = re.compile(r"[)\]};,.:?=&|*<>]")
"""What a token begins with before which it says nothing."""
_COMPLETE = ("statement", "declaration", "clause", "definition")
"""Ends of the kinds of nodes whose block needs nothing after its brace."""
_WORD = re.compile(r"[\w$\x80-\U0010ffff]")
_CSS_KEPT = re.compile(r"(\"[^\"]*\"|'[^']*'|url\([^)]*\))|/\*.*?\*/", re.DOTALL)
"""Texts, which stay as they are, and comments, which go."""


@cache
def _parser() -> tree_sitter.Parser:
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))


def minified_script(script: str) -> str:
    """
    JavaScript on as few lines as it allows; AssertionError if it cannot be parsed.

    A line break stays where it may end a statement.
    """
    source = script.encode("utf-8")
    root = _parser().parse(source).root_node
    assert not root.has_error
    parts, last, end, complete = [], "", 0, True
    for node in _tokens(root):
        token = source[node.start_byte : node.end_byte].decode("utf-8")
        broken = b"\n" in source[end : node.start_byte]
        if broken and not (complete or _GOES_ON.fullmatch(last) or _GOES_BACK.match(token)):
            parts.append("\n")
        elif last and _need_a_space(last, token):
            parts.append(" ")
        parts.append(token)
        last, end, complete = token, node.end_byte, token == "}" and _ends_a_statement(node)
    return "".join(parts)


def _ends_a_statement(brace: tree_sitter.Node) -> bool:
    """Whether a brace closes the block of a statement, not of an expression."""
    owner = brace.parent.parent if brace.parent else None
    return owner is not None and owner.type.endswith(_COMPLETE)


def _need_a_space(last: str, token: str) -> bool:
    """Whether two tokens would be read as one, or otherwise, side by side."""
    words = _WORD.match(last[-1]) and _WORD.match(token)
    return (
        bool(words) or (last[-1] in "+-" and last[-1] == token[0]) or (last[-1] == "/" and token[0] in "/*")
    )


def _tokens(root: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    """What a script is made of, without comments, in order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type == "comment" or node.start_byte == node.end_byte:
            continue
        if node.type in _WHOLE or not node.child_count:
            yield node
        else:
            waiting.extend(reversed(node.children))


def minified_style(style: str) -> str:
    """CSS without comments, white space that says nothing, and semicolons before a brace."""
    parts = _CSS_KEPT.split(_CSS_KEPT.sub(lambda found: found[1] or "", style))
    for at in range(0, len(parts), 2):
        bare = re.sub(r"\s+", " ", parts[at])
        bare = re.sub(r" ?([{};,>]) ?", r"\1", bare).replace(" !important", "!important")
        bare = re.sub(r"(?<=[{;(])([\w-]+) ?: ?", r"\1:", bare)
        parts[at] = bare.replace(";}", "}")
    return "".join(parts).strip()
