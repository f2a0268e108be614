"""HTML in cells and feeds: blocks stay apart, plain text stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles.markup import blocks

CASES = [
    ("One.", "One.", "plain"),
    ("One.\nTwo.\n\n  Three.", "One.\nTwo.\n\n  Three.", "lines and blanks of plain text stay"),
    ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2", "signs of a sum"),
    ("output <5 tons> a day", "output <5 tons> a day", "a bracket around a number"),
    ("<사진=조선중앙통신> 성천군", "<사진=조선중앙통신> 성천군", "a caption in brackets"),
    ("writes <name@news.example>", "writes <name@news.example>", "an address of mail"),
    ("AT&T, R&D; fish & chips", "AT&T, R&D; fish & chips", "stray ampersands"),
    ("?a=1&copy=2&para=3", "?a=1&copy=2&para=3", "an address with names like entities"),
    ("&unknownthing;", "&unknownthing;", "an entity that HTML does not know"),
    ("Dec. 21 &#8211; the plant", "Dec. 21 – the plant", "a number"),
    ("&#x2013; &ldquo;new&rdquo;", "– “new”", "a number in hex, and names"),
    ("Songchon&nbsp;County", "Songchon County", "a blank that does not break is a blank"),
    ("Song&shy;chon", "Songchon", "a hyphen that is not seen is none"),
    ("One.\n\nTwo &amp; three.", "One.\n\nTwo & three.", "paragraphs beside an entity"),
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo.", "paragraphs"),
    ("<p>One.</p>\n\n\n<p>Two.</p>\n", "One.\n\nTwo.", "with lines between"),
    ("<P CLASS='a'>One.<P>Two.", "One.\n\nTwo.", "in capitals, not closed"),
    ("<p>A plant\nopens   here.</p>", "A plant opens here.", "lines inside a paragraph are blanks"),
    ("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree.", "lines"),
    ("One.<br><br />Two.", "One.\n\nTwo.", "two of them make a paragraph"),
    ("<h2>Head</h2>Text.<div>More.</div>", "Head\n\nText.\n\nMore.", "bare text between blocks"),
    ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo", "items"),
    ("<table><tr><td>One</td><td>Two</td></tr></table>", "One\n\nTwo", "cells"),
    ("One.\nTwo <b>bold</b>.\n\nThree.", "One.\nTwo bold.\n\nThree.", "without blocks lines are lines"),
    ("the <a href='https://x.example/a?b=1&c=2'>county</a>", "the county", "a link"),
    ("<p>5 < 6 & 7</p>", "5 < 6 & 7", "stray signs among tags"),
    ("<p>One.</p><script>var a = '<p>no</p>';</script><style>p{}</style>", "One.", "scripts and styles"),
    ("<p>One.</p><!-- <p>no</p> --><p>Two.</p>", "One.\n\nTwo.", "a comment"),
    ("<p>One.</p><!-- not closed", "One.\n\n<!-- not closed", "a comment without an end is text"),
    ("<p>One.</p><a href='https://x.exam", "One.", "a tag that was cut off"),
    ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo.", "escaped once more"),
    ("<p>a &lt;b&gt; c</p>", "a <b> c", "escaped inside HTML is meant"),
    ("<p>One</p>\n\nTwo\n\nThree", "One\n\nTwo\n\nThree", "blank lines among blocks"),
    ("<p>Related: Hospital in Kusong</p><ul><li>Kangdong</li></ul><p>One.</p>", "One.", "other articles"),
    ("<h3>관련기사</h3><ul><li><a href='x'>구성시</a></li></ul><p>본문.</p>", "본문.", "the same in Korean"),
    ("<p>Counties:</p><ul><li>Kujang</li></ul>", "Counties:\n\nKujang", "another list stays"),
    ("<p>Related industries grow.</p>", "Related industries grow.", "a word is no label"),
    ("<html><head><title>No</title></head><body><nav>Home</nav><p>One.</p></body></html>", "One.", "a page"),
    ("<aside><aside>No</aside>No</aside>One.<form>No</form>", "One.", "boxes inside boxes"),
    ("<p>One.</p><nav><p>Two.</p>", "One.\n\nTwo.", "a menu without an end is text"),
    ("<p>One.</p></nav><p>Two.</p>", "One.\n\nTwo.", "an end without a beginning"),
    ("<p>" * 3000 + "deep", "deep", "nested deeply"),
]


@pytest.mark.parametrize(("html", "text", "why"), CASES, ids=[why for *_, why in CASES])
def test_blocks(html: str, text: str, why: str) -> None:
    assert blocks(html) == text, why


@given(st.text(st.characters(exclude_characters="<&"), max_size=200))
def test_text_without_signs_stays(text: str) -> None:
    assert blocks(text) == text


@given(st.lists(st.text("abc가나 .,", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_paragraphs_are_those_of_the_plain_text(paragraphs: list[str]) -> None:
    plain = "\n\n".join(" ".join(one.split()) for one in paragraphs)
    assert blocks("".join(f"<p>{one}</p>" for one in paragraphs)) == plain


@given(st.text("<>&;/ pbr!-a\n\x00\x01\x03", max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(blocks(text), str)


@pytest.mark.parametrize(
    "piece",
    ["<", "<p", "&", "&amp", "<!--", "<a href=", "<p>&", "\n \n", "<![", "</", "<nav>", "</nav><nav>"],
)
def test_time_grows_with_the_length(piece: str) -> None:
    assert isinstance(blocks("<p>" + piece * 20000), str)
