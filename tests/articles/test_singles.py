"""Messages, archived pages, PDF, Word documents, HTML in a text: what is read, and what is refused."""

from __future__ import annotations

import base64
import io
import quopri
import sys
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.articles.making import column, docx, pdf, zipped
from tests.articles.test_several import KO_ONE, LEXIS, ONE, OWN, TWO, Article, read, shown

PAGE = (
    '<html><head><meta charset="utf-8"><title>Soap plant opens in Songchon</title>'
    '<meta property="article:published_time" content="2024-12-21T08:00:00+09:00"></head><body><article>'
    f"<h1>Soap plant opens in Songchon</h1><p>{ONE}</p><p>{TWO}</p></article></body></html>"
)
BODY = f"{ONE}|{TWO}"
TITLE = "Soap plant opens in Songchon"
LINK = "https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://news.example/{}&amp;ct=ga"
ALERT = (
    "<html><body><table><tr><td><div>Google</div></td></tr><tr><td>Songchon</td></tr><tr><td>Daily "
    "update</td></tr>"
    f'<tr><td><a href="{LINK.format(1)}"><img src="cid:1"></a><a href="{LINK.format(1)}">Soap plant opens in '
    "<b>Songchon</b></a><div>Some News</div><div>A plant for soap was opened in <b>Songchon "
    "County</b> ...</div>"
    '<a href="https://www.google.com/alerts/feedback?x=1">Flag as irrelevant</a></td></tr>'
    f'<tr><td><a href="{LINK.format(2)}">Hospital opens near Pyongyang</a><div>Other Agency</div>'
    "<div>The hospital of Kangdong County was inaugurated ...</div>"
    '<a href="https://www.google.com/alerts/feedback?x=2">Flag as irrelevant</a></td></tr></table>'
    '<p><a href="https://www.google.com/alerts">See more results</a> You receive this mail because '
    "of Songchon.</p>"
    "</body></html>"
)
ALERT_TEXT = (
    "Google Alert - Songchon\nDaily update\n\nNEWS\n\nSoap plant opens in Songchon\nSome News\n"
    "A plant for soap was opened in Songchon County ...\n<https://www.google.com/url?url=https://news.example/1&ct=ga>\n"
    "Flag as irrelevant:\n<https://www.google.com/alerts/feedback?x=1>\n\nHospital opens near "
    "Pyongyang\nOther Agency\n"
    "The hospital of Kangdong County was inaugurated ...\n<https://www.google.com/url?url=https://news.example/2&ct=ga>\n"
)
ALERTED: list[Article] = [
    (TITLE, "2024-12-21", "Some News", "A plant for soap was opened in Songchon County ..."),
    (
        "Hospital opens near Pyongyang",
        "2024-12-21",
        "Other Agency",
        "The hospital of Kangdong County was inaugurated ...",
    ),
]
HEADERS = {
    "From": "A Reader <reader@example.org>",
    "To": "desk@example.org",
    "Date": "Sat, 21 Dec 2024 16:00:00 +0000",
}


def mail(
    plain: str = "", html: str = "", charset: str = "utf-8", cte: str = "base64", **headers: str
) -> bytes:
    message = EmailMessage()
    for name, value in {**HEADERS, "Subject": TITLE, **headers}.items():
        message[name] = value
    if plain:
        message.set_content(plain, charset=charset, cte=cte)
    if html and plain:
        message.add_alternative(html, subtype="html", charset=charset, cte=cte)
    elif html:
        message.set_content(html, subtype="html", charset=charset, cte=cte)
    return message.as_bytes()


def with_attachment() -> bytes:
    message = EmailMessage()
    for name, value in {**HEADERS, "Subject": TITLE}.items():
        message[name] = value
    message.set_content(ONE)
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="report.pdf")
    return message.as_bytes()


def mhtml(head: str, page: str = PAGE, end: str = "------B--\n") -> bytes:
    part = quopri.encodestring(page.encode()).decode()
    return (
        f'{head}MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="----B"\n\n'
        "------B\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://news.example/1\n\n{part}\n"
        f"------B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: https://news.example/1.png\n\n{base64.b64encode(b'picture').decode()}\n{end}"
    ).encode()


CHROME = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/1\n"
    "Subject: =?utf-8?Q?Soap=20plant?=\nDate: Sun, 2 Nov 2025 10:00:00 -0000\n"
)
EXPLORER = (
    'From: "Saved by Internet Explorer 11"\nSubject: Soap plant\nDate: Sun, 2 Nov 2025 10:00:00 -0000\n'
)
FORWARDED = (
    "Please look.\n\n---------- Forwarded message ---------\nFrom: News <a@news.example>\n"
    f"Date: Fri, Dec 20, 2024 at 8:00 AM\nSubject: Hospital opens near Pyongyang\nTo: "
    f"<b@example.org>\n\n{TWO}\n"
)
HEADLINE = (50.0, 780.0, 20.0, TITLE)
LEFT = [
    "A plant for soap was inaug-",
    "urated in Songchon County on",
    "December 20. The regional-",
    "industry factories will make",
    "goods for the people there.",
]
RIGHT = [
    "In Kusong, ground was broken",
    "for a hospital. Officials of the",
    "province took part in it, and",
    "they asked the builders to keep",
    "the quality of the work high.",
]
READ_LEFT = (
    "A plant for soap was inaugurated in Songchon County on December 20. The regional-industry "
    "factories will "
    "make goods for the people there."
)
READ_RIGHT = (
    "In Kusong, ground was broken for a hospital. Officials of the province took part in it, and "
    "they asked the "
    "builders to keep the quality of the work high."
)
ACROSS = [one for pair in zip(column(50, 740, LEFT), column(300, 740, RIGHT), strict=True) for one in pair]
SONGCHON: Article = (TITLE, None, None, READ_LEFT)
COLUMNS: Article = (TITLE, None, None, f"{READ_LEFT}|{READ_RIGHT}")
RUN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


@dataclass(frozen=True)
class Case:
    """A file and the articles in it."""

    reason: str
    name: str
    content: str | bytes
    articles: list[Article]
    note: str = ""
    url: str | None = None


CASES = [
    # HTML in a text
    Case("a whole page", "a.txt", PAGE, [(TITLE, "2024-12-21", None, BODY)]),
    Case(
        "paragraphs without a page around", "a.txt", f"<p>{ONE}</p><p>{TWO}</p>", [(None, None, None, BODY)]
    ),
    Case(
        "header lines above HTML",
        "a.txt",
        f"TITLE: Soap\nDATE: 2024-12-21\n\n<p>{ONE}</p>\n<p>{TWO}</p>",
        [("Soap", "2024-12-21", None, BODY)],
    ),
    Case(
        "links and bold words",
        "a.txt",
        f"TITLE: Soap\n\n{ONE} See <a href='x'>the page</a>, <b>now</b>.",
        [("Soap", None, None, f"{ONE} See the page, now.")],
    ),
    Case(
        "entities",
        "a.txt",
        f"TITLE: Soap\n\n{ONE.replace(' ', '&nbsp;')} It&#8217;s new.",
        [("Soap", None, None, f"{ONE} It’s new.")],
    ),
    Case(
        "a lone < and & are text",
        "a.txt",
        f"TITLE: Soap\n\n{ONE} R&D < 5 & more > 3; AT&T;",
        [("Soap", None, None, f"{ONE} R&D < 5 & more > 3; AT&T;")],
    ),
    # Messages
    Case("a message", "a.eml", mail(ONE), [(TITLE, "2024-12-21", None, ONE)]),
    Case("quoted-printable", "a.eml", mail(ONE, cte="quoted-printable"), [(TITLE, "2024-12-21", None, ONE)]),
    Case(
        "Korean of old",
        "a.eml",
        mail(KO_ONE, charset="euc-kr", Subject="성천군에서 공장 준공"),
        [("성천군에서 공장 준공", "2024-12-21", None, KO_ONE)],
    ),
    Case(
        "HTML only",
        "a.eml",
        mail(html=f"<html><body><p>{ONE}</p><p>{TWO}</p></body></html>"),
        [(TITLE, "2024-12-21", None, BODY)],
    ),
    Case(
        "a plain part that says less than the HTML",
        "a.eml",
        mail("View this mail in a browser.", f"<html><body><p>{ONE}</p><p>{TWO}</p></body></html>"),
        [(TITLE, "2024-12-21", None, BODY)],
    ),
    Case(
        "Re: and Fwd: are no part of a title",
        "a.eml",
        mail(ONE, Subject=f"Fwd: RE: {TITLE}"),
        [(TITLE, "2024-12-21", None, ONE)],
    ),
    Case(
        "an attachment is told",
        "a.eml",
        with_attachment(),
        [(TITLE, "2024-12-21", None, ONE)],
        "1 attachment is not read (report.pdf)",
    ),
    Case("under the name of a text", "a.txt", mail(ONE), [(TITLE, "2024-12-21", None, ONE)]),
    Case(
        "a forwarded message has its own day and subject",
        "a.eml",
        mail(FORWARDED, Subject="Fwd: Hospital"),
        [("Hospital opens near Pyongyang", "2024-12-20", None, TWO)],
    ),
    Case(
        "without a readable date",
        "a.eml",
        mail(ONE).replace(b"Sat, 21 Dec 2024 16:00:00 +0000", b"yesterday"),
        [(TITLE, None, None, ONE)],
    ),
    Case(
        "an export as a mail's text",
        "a.eml",
        mail(OWN),
        [
            (TITLE, "2024-12-21", "Some News", ONE),
            ("Hospital opens near Pyongyang", "2025-11-20", "Other Agency", TWO),
        ],
    ),
    Case(
        "a mailbox of two",
        "a.mbox",
        b"From a@x Sat Dec 21 16:00:00 2024\n"
        + mail(ONE)
        + b"\n\nFrom b@x Thu Nov 20 16:00:00 2025\n"
        + mail(TWO, Subject="Hospital", Date="Thu, 20 Nov 2025 16:00:00 +0900"),
        [(TITLE, "2024-12-21", None, ONE), ("Hospital", "2025-11-20", None, TWO)],
    ),
    Case(
        "an alert: each link an article",
        "a.eml",
        mail("Google Alert", ALERT, Subject="Google Alert - Songchon"),
        ALERTED,
        url="https://news.example/1",
    ),
    Case(
        "an alert without HTML",
        "a.eml",
        mail(ALERT_TEXT, Subject="Google Alert - Songchon"),
        ALERTED,
        url="https://news.example/1",
    ),
    Case(
        "a weekly alert: its items have no day",
        "a.eml",
        mail("Weekly update", ALERT, Subject="Google Alert - Songchon"),
        [(title, None, who, words) for title, _, who, words in ALERTED],
        "weekly",
    ),
    # Archived pages
    Case(
        "saved by Chrome",
        "a.mht",
        mhtml(CHROME),
        [(TITLE, "2024-12-21", None, BODY)],
        url="https://news.example/1",
    ),
    Case(
        "saved by Explorer under the name of a page",
        "a.html",
        mhtml(EXPLORER),
        [(TITLE, "2024-12-21", None, BODY)],
        url="https://news.example/1",
    ),
    Case("under the name of a text", "a.txt", mhtml(CHROME), [(TITLE, "2024-12-21", None, BODY)]),
    Case(
        "the day of saving is not the day of publication",
        "a.mhtml",
        mhtml(CHROME, PAGE.replace("2024-12-21T08:00:00+09:00", "")),
        [(TITLE, None, None, BODY)],
    ),
    Case(
        "a picture at the end is cut off",
        "a.mht",
        mhtml(CHROME, end=""),
        [(TITLE, "2024-12-21", None, BODY)],
        "its end is missing",
    ),
    # PDF
    Case(
        "one column, a word and a compound divided",
        "a.pdf",
        pdf([[HEADLINE, *column(50, 740, LEFT)]]),
        [SONGCHON],
    ),
    Case(
        "two columns, drawn one after the other",
        "a.pdf",
        pdf([[HEADLINE, *column(50, 740, LEFT), *column(300, 740, RIGHT)]]),
        [COLUMNS],
    ),
    Case("two columns, drawn line by line", "a.pdf", pdf([[HEADLINE, *ACROSS]]), [COLUMNS]),
    Case(
        "columns drawn from right to left",
        "a.pdf",
        pdf([[*column(300, 740, RIGHT), *column(50, 740, LEFT), HEADLINE]]),
        [COLUMNS],
    ),
    Case(
        "columns at other heights",
        "a.pdf",
        pdf([[HEADLINE, *column(50, 740, LEFT), *column(300, 735, RIGHT)]]),
        [COLUMNS],
    ),
    Case(
        "two pages with numbers and a running head",
        "a.pdf",
        pdf(
            [
                [(50, 820, 8, "Some News of December"), HEADLINE, *column(50, 740, LEFT), (280, 30, 9, "1")],
                [(50, 820, 8, "Some News of December"), *column(50, 740, RIGHT), (280, 30, 9, "2")],
            ]
        ),
        [COLUMNS],
    ),
    Case(
        "what a browser prints around a page",
        "a.pdf",
        pdf(
            [
                [
                    (30, 825, 8, "11/2/25, 10:00 AM"),
                    HEADLINE,
                    *column(50, 740, LEFT),
                    (30, 15, 8, "https://news.example/1 1/1"),
                ]
            ]
        ),
        [SONGCHON],
        url="https://news.example/1",
    ),
    Case("under the name of a text", "a.txt", pdf([[HEADLINE, *column(50, 740, LEFT)]]), [SONGCHON]),
    Case(
        "a title of its own that the page has",
        "a.pdf",
        pdf([[(50, 780, 10, TITLE), *column(50, 740, LEFT)]], {"Title": f"{TITLE} | Some News"}),
        [SONGCHON],
    ),
    Case(
        "a title that the page has not",
        "a.pdf",
        pdf([[HEADLINE, *column(50, 740, LEFT)]], {"Title": "Microsoft Word - new.doc"}),
        [SONGCHON],
    ),
    Case(
        "made on the day of the dateline",
        "a.pdf",
        pdf(
            [[HEADLINE, *column(50, 740, [f"SEOUL, Dec. 21 (Agency) -- {LEFT[0]}", *LEFT[1:]])]],
            {"CreationDate": "D:20241221090000"},
        ),
        [(TITLE, "2024-12-21", None, f"SEOUL, Dec. 21 (Agency) -- {READ_LEFT}")],
    ),
    Case(
        "made long after the dateline",
        "a.pdf",
        pdf(
            [[HEADLINE, *column(50, 740, [f"SEOUL, Dec. 21 (Agency) -- {LEFT[0]}", *LEFT[1:]])]],
            {"CreationDate": "D:20250621090000"},
        ),
        [(TITLE, None, None, f"SEOUL, Dec. 21 (Agency) -- {READ_LEFT}")],
    ),
    Case(
        "a page lying on its side",
        "a.pdf",
        pdf([[HEADLINE, *column(50, 740, LEFT)]], rotate=90, matrix="0 1 -1 0 595 0"),
        [SONGCHON],
    ),
    Case(
        "an empty page is told",
        "a.pdf",
        pdf([[HEADLINE, *column(50, 740, LEFT)], []]),
        [SONGCHON],
        "1 of its 2 pages have no text",
    ),
    Case(
        "two articles under our header lines",
        "a.pdf",
        pdf([column(50, 780, OWN.splitlines())]),
        [
            (TITLE, "2024-12-21", "Some News", ONE),
            ("Hospital opens near Pyongyang", "2025-11-20", "Other Agency", TWO),
        ],
    ),
    # Word
    Case("a Word document", "a.docx", docx([TITLE, ONE, TWO]), [(TITLE, None, None, BODY)]),
    Case(
        "a title by its style",
        "a.docx",
        docx(["Clippings of the desk", "Soap", ONE], styles={1: "Title"}),
        [("Soap", None, None, f"Clippings of the desk|{ONE}")],
    ),
    Case(
        "a day in the text",
        "a.docx",
        docx([TITLE, "December 21, 2024", ONE]),
        [(TITLE, "2024-12-21", None, f"December 21, 2024|{ONE}")],
    ),
    Case(
        "our header lines",
        "a.docx",
        docx([f"TITLE: {TITLE}", "DATE: 2024-12-21", "", ONE]),
        [(TITLE, "2024-12-21", None, ONE)],
    ),
    Case(
        "deleted and hidden words are not read",
        "a.docx",
        docx(
            [
                TITLE,
                "<w:p><w:del><w:r><w:delText>never </w:delText><w:t>x</w:t></w:r></w:del>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r><w:r><w:t>"
                + ONE
                + "</w:t></w:r></w:p>",
            ]
        ),
        [(TITLE, None, None, ONE)],
    ),
    Case(
        "a table",
        "a.docx",
        docx(
            [
                TITLE,
                f"<w:tbl><w:tr><w:tc>{RUN.format(ONE)}</w:tc><w:tc>{RUN.format(TWO)}</w:tc></w:tr></w:tbl>",
            ]
        ),
        [(TITLE, None, None, BODY)],
    ),
    Case(
        "an export of two",
        "a.docx",
        docx(LEXIS.splitlines()),
        [
            (TITLE, "2024-12-21", "Some News", ONE),
            ("Hospital opens near Pyongyang", "2025-11-20", "Other Agency", TWO),
        ],
    ),
    Case("under the name of a text", "a.txt", docx([TITLE, ONE]), [(TITLE, None, None, ONE)]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name} {case.reason}")
def test_a_file_of_one_document(case: Case, tmp_path: Path) -> None:
    record, documents = read(tmp_path, case.name, case.content)
    assert record.status == "read", record
    assert [shown(one) for one in documents] == case.articles
    assert case.note in record.reason and "\n" not in record.reason
    if case.url:
        assert documents[0].url == case.url


def locked() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(pdf([[HEADLINE, *column(50, 740, LEFT)]])))
    writer.encrypt("reader", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    return zipped({"word/document.xml": "<w:document>" + " " * 60_000_000})


REFUSED = [
    ("a picture of a page", "a.pdf", pdf([[]]), "no text; recognise"),
    ("locked", "a.pdf", locked(), "password"),
    ("cut off", "a.pdf", pdf([[HEADLINE, *column(50, 740, LEFT)]])[:-400], "cut off"),
    ("damaged", "a.pdf", b"%PDF-1.7\nnothing\n%%EOF", "damaged"),
    ("too many pages", "a.pdf", pdf([[HEADLINE]] * 101), "101 pages"),
    ("cut off", "a.docx", docx([TITLE, ONE])[:300], "damaged or cut off"),
    (
        "an archive's middle is damaged",
        "a.docx",
        docx([TITLE, ONE]).replace(b"document.xml", b"documenX.xml", 1),
        "damaged",
    ),
    ("its XML is cut off", "a.docx", zipped({"word/document.xml": "<w:document><w:p>"}), "damaged"),
    ("it expands without end", "a.docx", bomb(), "expands to more than 50 MB"),
    ("without a word", "a.docx", docx([""]), "without text"),
    ("no message", "a.eml", f"\n{ONE}\n", "it is no message"),
    ("without a word", "a.eml", mail(" "), "without text"),
    ("base64 cut off", "a.eml", mail(ONE * 5)[:-30], "cut off"),
    ("the part that is read is cut off", "a.eml", mail("Hi", f"<p>{ONE}</p>" * 9)[:-200], "cut off"),
    ("an archived page cut in its text", "a.mht", mhtml(CHROME)[:700], "cut off"),
    ("an old Word document", "a.doc", b"\xd0\xcf\x11\xe0", "save it as PDF"),
    ("the same under another name", "a.txt", b"\xd0\xcf\x11\xe0 1234", "save it as PDF"),
    ("Hangul", "a.hwp", b"\xd0\xcf\x11\xe0", "save it as PDF"),
    ("Hangul of today", "a.hwpx", b"PK\x03\x04", "save it as PDF"),
    ("an archive", "a.zip", b"PK\x03\x04", "unpack it"),
    ("an archive of 7-Zip under another name", "a.txt", b"7z\xbc\xaf\x27\x1c 123", "unpack it"),
    ("a picture", "a.jpg", b"\xff\xd8\xff", "OCR"),
    ("a picture under another name", "a.txt", b"\x89PNG 123", "OCR"),
    ("a message of Outlook", "a.msg", b"\xd0\xcf\x11\xe0", ".eml"),
]


@pytest.mark.parametrize(
    ("reason", "name", "content", "told"), REFUSED, ids=lambda one: one if isinstance(one, str) else ""
)
def test_what_is_not_read_says_why_in_one_line(
    reason: str, name: str, content: str | bytes, told: str, tmp_path: Path
) -> None:
    record, documents = read(tmp_path, name, content)
    assert record.status in ("failed", "skipped") and not documents, reason
    assert told in record.reason and "\n" not in record.reason, record.reason


def test_without_the_library_a_pdf_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    record, _ = read(tmp_path, "a.pdf", pdf([[HEADLINE]]))
    assert record.status == "failed"
    assert "pip install 'factorymap[documents]'" in record.reason


@pytest.mark.parametrize("kind", ["pdf", "docx", "eml", "mht"])
def test_whatever_is_cut_off_ends_in_one_line(kind: str, tmp_path: Path) -> None:
    whole = {
        "pdf": pdf([[HEADLINE, *column(50, 740, LEFT)]]),
        "docx": docx([TITLE, ONE]),
        "eml": mail(ONE, f"<p>{ONE}</p>"),
        "mht": mhtml(CHROME),
    }[kind]
    for end in range(20, len(whole), max(1, len(whole) // 40)):
        record, documents = read(tmp_path, f"a.{kind}", whole[:end])
        assert "\n" not in record.reason
        assert bool(documents) == (record.status == "read")
        assert "Error:" not in record.reason, (end, record.reason)
