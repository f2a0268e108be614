"""Scripts and styles without comments and white space, and scripts with short names; nothing is reordered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from itertools import count, product

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


def with_short_names(script: str, given: Collection[str]) -> str:
    """
    JavaScript whose own names are as short as can be; those that are `given` from elsewhere stay.

    One name is called the same wherever it stands, whatever scope it is in, so what it means does not change.
    Names of properties stay: `{ item }` becomes `{ item:a }`.
    """
    source = script.encode("utf-8")
    found = [
        (node, source[node.start_byte : node.end_byte].decode("utf-8"))
        for node in _nodes(_parser().parse(source).root_node)
        if node.type in _NAMES
    ]
    uses = Counter(name for _, name in found if name not in given)
    order = sorted(uses, key=lambda name: (-uses[name], name))
    short = dict(zip(order, _short_names({*given, *_RESERVED}), strict=False))
    parts, end = [], 0
    for node, name in sorted(found, key=lambda one: one[0].start_byte):
        if name in short:
            kept = f"{name}:" if node.type.startswith("shorthand") else ""
            parts += [source[end : node.start_byte].decode("utf-8"), kept, short[name]]
            end = node.end_byte
    return "".join([*parts, source[end:].decode("utf-8")])


_NAMES = {"identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"}
_RESERVED = {"as", "do", "if", "in", "is", "of", "for", "get", "let", "new", "set", "try", "var"}
_FIRST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _short_names(taken: Collection[str]) -> Iterator[str]:
    """Names of one letter, then of two and more."""
    for more in count():
        for letters in product(_FIRST, *[_FIRST] * more):
            if (name := "".join(letters)) not in taken:
                yield name


def _nodes(root: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    """Everything in a script, in templates too."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children)


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
