"""
Our scripts and style sheets without comments and needless white space, so that pages are smaller.

A scanner steps over strings, templates and regular expressions, and touches only what is between them. Names
stay as they are.
"""

from __future__ import annotations

import re

_STRING = re.compile(r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""")
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
_COMMENT = re.compile(r"//[^\n]*|/\*(?s:.*?)\*/")
_TEMPLATE_TEXT = re.compile(r"(?:\\.|[^`\\$]|\$(?!\{))+", re.DOTALL)
_BEFORE_REGEX = re.compile(r"(?:^|[(,=:\[!&|?{};>+\n]|return)\s*$")
_AROUND = re.compile(r"[ ]?([=*/?:,;(){}\[\]<>&|!%])[ ]?")


def squeezed_script(text: str) -> str:
    """A script with the same meaning."""
    code, at = _code(text, 0, nested=False)
    assert at == len(text)
    return code


def squeezed_style(text: str) -> str:
    """A style sheet with the same meaning."""
    bare = re.sub(r"\s+", " ", re.sub(r"(?s)/\*.*?\*/", "", text))
    return re.sub(r" ?([{};,]) ?", r"\1", bare).replace(": ", ":").replace(";}", "}\n").strip()


def _code(text: str, at: int, *, nested: bool) -> tuple[str, int]:
    """What stands from `at`, to the end or to the brace that closes a template's part, and where that is."""
    done: list[str] = []
    plain: list[str] = []
    depth = 0
    while at < len(text) and not (nested and depth == 0 and text[at] == "}"):
        found = _COMMENT.match(text, at)
        kept = _STRING.match(text, at) or (
            _REGEX.match(text, at) if _may_be_regex(done, plain, text, at) else None
        )
        if found:
            at = found.end()
        elif kept:
            done += [_tight("".join(plain)), kept[0]]
            plain, at = [], kept.end()
        elif text[at] == "`":
            template, at = _template(text, at + 1)
            done += [_tight("".join(plain)), template]
            plain = []
        else:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            plain.append(text[at])
            at += 1
    return "".join(done) + _tight("".join(plain)), at


def _may_be_regex(done: list[str], plain: list[str], text: str, at: int) -> bool:
    """Whether a slash here begins a regular expression and no division."""
    return text[at] == "/" and bool(_BEFORE_REGEX.search("".join(plain[-12:]) or (done[-1] if done else "")))


def _template(text: str, at: int) -> tuple[str, int]:
    """A template from behind its first backtick, and where it ends."""
    parts = ["`"]
    while text[at] != "`":
        if text.startswith("${", at):
            code, at = _code(text, at + 2, nested=True)
            parts.append(f"${{{code}}}")
            at += 1
        else:
            words = _TEMPLATE_TEXT.match(text, at)
            assert words
            parts.append(words[0])
            at = words.end()
    return "".join([*parts, "`"]), at + 1


def _tight(code: str) -> str:
    """Code without strings: no indentation, no blanks round signs, no line ends where a sign joins lines."""
    lines = re.sub(r"[ \t]*\n\s*", "\n", re.sub(r"[ \t]+", " ", code))
    joined = re.sub(r"([{,;(\[?:&|=])\n|\n(?=[}\])?:.&|])", r"\1", _AROUND.sub(r"\1", lines))
    return joined.replace(";}", "}")
