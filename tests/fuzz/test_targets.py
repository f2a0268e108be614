"""Texts and files that nobody would write: no crash, no wrong offset. `make fuzz` goes on for longer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
@given(content=st.binary(max_size=120))
def test_whatever_comes(name: str, content: bytes) -> None:
    TARGETS[name](content)


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 50,
        b"\xff\xfe" + "성천군".encode("utf-16-le"),
        b"\xef\xbb\xbfTITLE: x\n\n",
        "성천군".encode("cp949")[:-1],  # half a character
        b"<html><body>" + b"<div>" * 300,
        b'{"text": "' + b"[" * 300,
        b'text,date\n"',
        b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<!-- -->",  # no element
        '<html><title>성천군</title><meta property="article:published_time" '
        'content="2024-12-21T00:10:00+89:00"><body><article><p>성천군에서 지방공업공장 준공식이 '
        "진행되였다.</p></article></body></html>".encode(),  # a zone that a library stumbles over
        b'sep=;\ntitl;"two\nlines"\nx;y\n',  # a column of two lines, and none of them the text
        "From: a@x\nTo: b@x\nSubject: x\nContent-Type: text/plain; charset=u\x00f-8\n\n성천군".encode(),
        "From: a@x\nTo: b@x\nSubject: x\nContent-Type: text/plain; charset*\n\n성천군".encode(),
    ],
)
def test_what_has_once_been_hard(name: str, content: bytes) -> None:
    TARGETS[name](content)
