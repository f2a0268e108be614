"""
Inputs for the long run: spellings, date phrases, texts and files of every kind, turned and broken at random.

Whatever is made depends on the random generator alone. It starts from the lists of the gazetteer, the
articles that ship and small files of our own, so that most inputs come near to what means something.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from functools import cache
from random import Random

from geo.articles import read_inputs
from geo.places import load_gazetteer
from tests.articles.making import column, docx, pdf, zipped
from tests.fuzz.targets import LONGEST_NAME, WORDS

LONGEST = 20_000
"""Characters of the longest text; one of two hundred is long."""
_LETTERS = (
    (0x20, 0x7E),
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x300, 0x36F),
    (0x400, 0x45F),
    (0x1100, 0x11FF),
    (0x2000, 0x206F),
    (0x3040, 0x30FF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xAC00, 0xD7A3),
    (0xD800, 0xDFFF),
    (0xFF00, 0xFFEF),
    (0x0, 0x1F),
    (0x1F300, 0x1F6FF),
)
"""Where single letters come from, as ranges of code points."""
_JOINTS = ("", " ", ", ", "-", " and ", "·", "와 ", "의 ", " in ", " (", ")", "/", "\n", "’", "、")
_TYPES = (
    *(
        " County",
        " county",
        "-gun",
        "군",
        "시",
        " City",
        " District",
        "구역",
        "郡",
        "市",
        "уезд ",
        " Province",
    ),
    *("도", "-si", "-up", "읍", " Ri", "리", " Gun", "kun", "", ""),
)
_DATE_WORDS = (
    *(
        "January",
        "Feb.",
        "March",
        "Sept",
        "Dec",
        "12월",
        "2월",
        "1月",
        "февраля",
        "Montag",
        "Monday",
        "Thursday",
    ),
    *(
        "목요일",
        "(토)",
        "the previous day",
        "yesterday",
        "last week",
        "지난해",
        "이튿날",
        "다음날",
        "사흘 뒤",
    ),
    *("last October", "earlier this month", "late last year", "이달 초", "작년", "올해", "주체113(2024)년"),
    *(
        "Juche 113",
        "ten months after",
        "less than a year",
        "10개월",
        "in the same year",
        "that day",
        "the 9th",
    ),
    *(
        "on the ",
        "by the end of ",
        "next year",
        "부터 ",
        "까지",
        "에서 ",
        "년",
        "월",
        "일",
        "일발",
        "st",
        "th",
        "nd",
    ),
    *(
        "between ",
        " and ",
        "respectively",
        "각각",
        "said ",
        "보도했다",
        "(KCNA)",
        "'24.",
        "T09:15:00Z",
        "AM",
        "the ",
    ),
    *(
        "anniversary",
        "창건 75돐",
        "New Year's Day",
        "태양절",
        "spring",
        "봄",
        "weeks",
        "days ago",
        "일전",
        " - ",
        "–",
    ),
)


def made(name: str, random: Random) -> str | bytes:
    """An input for the check of that name."""
    if name == "names":
        return _name(random)[:LONGEST_NAME]
    if name == "dates":
        return _dates(random)
    return _file(random) if name == "files" else _text(random)


def _letter(random: Random) -> str:
    return chr(random.randint(*random.choice(_LETTERS)))


def _turned(text: str, random: Random, times: int) -> str:
    """The text with some letters or stretches taken out, put in, doubled or exchanged."""
    for _ in range(times):
        at = random.randint(0, len(text))
        end = min(len(text), at + random.choice((1, 1, 1, 2, 5, 20)))
        what = random.randrange(6)
        if what == 0:
            text = text[:at] + text[end:]
        elif what == 1:
            text = text[:at] + _letter(random) + text[at:]
        elif what == 2:
            text = text[:at] + _letter(random) + text[end:]
        elif what == 3:
            text = text[:at] + text[at:end] * random.choice((2, 2, 3, 9)) + text[end:]
        elif what == 4:
            text = text[:at] + random.choice(WORDS) + text[at:]
        else:
            text = text[:at] + random.choice((str.upper, str.lower, str.title))(text[at:end]) + text[end:]
    return text


@cache
def _forms() -> tuple[str, ...]:
    """Every spelling that is known, of our places and of others."""
    gazetteer = load_gazetteer()
    return tuple(one.form for one in (*gazetteer.names, *gazetteer.foreign))


def _name(random: Random) -> str:
    """A spelling, often with a type word, a province or another one, and often misspelt."""
    if random.random() < 0.1:
        return "".join(_letter(random) for _ in range(random.randint(0, 12)))
    name = random.choice(_forms())
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        name += random.choice(_JOINTS) + random.choice((random.choice(_forms()), random.choice(_TYPES)))
    return _turned(name + random.choice(_TYPES), random, random.choice((0, 0, 1, 1, 2, 5)))


def _dates(random: Random) -> str:
    """Words and figures as dates have them."""
    pieces = []
    for _ in range(random.choice((1, 2, 3, 3, 4, 6, 9))):
        pieces.append(random.choice(_DATE_WORDS) if random.random() < 0.6 else str(_number(random)))
        pieces.append(random.choice(("", " ", " ", ", ", ".", "-", "/", "년 ", "월 ", "일 ", "\n")))
    return _turned("".join(pieces), random, random.choice((0, 0, 0, 1, 2)))


def _number(random: Random) -> int:
    return random.choice(
        (random.randint(0, 32), random.randint(1900, 2100), random.randint(0, 120), random.getrandbits(64))
    )


@cache
def _sentences() -> tuple[str, ...]:
    """The lines of the articles that ship."""
    texts = (document.text for _, documents in read_inputs(None) for document in documents)
    return tuple(line for text in texts for line in text.splitlines() if line.strip())


def _text(random: Random) -> str:
    """Lines of several articles, turned; sometimes one stretch over and over."""
    parts = []
    for _ in range(random.choice((1, 1, 2, 3, 5))):
        source = random.random()
        if source < 0.6:
            line = random.choice(_sentences())
            start = random.randint(0, len(line)) if random.random() < 0.5 else 0
            parts.append(line[start : start + random.choice((40, 90, 200))])
        elif source < 0.9:
            parts.append("".join(random.choice(WORDS) for _ in range(random.randint(1, 12))))
        else:
            parts.append("".join(random.choice((_dates, _name))(random) for _ in range(3)))
        parts.append(random.choice((" ", "\n", "\n\n", "", ". ", " 그리고 ", " and ")))
    text = _turned("".join(parts), random, random.choice((0, 1, 3, 8)))
    if random.random() < 0.005 and text:
        text = (text * (LONGEST // len(text) + 1))[: random.randint(1, LONGEST)]
    return text


@cache
def _seeds() -> tuple[bytes, ...]:
    """Small files of the kinds that are read, those that are quick to read several times."""
    body = (
        "지방공업공장 준공식이 12월 20일 성천군에서 진행되였다.\n"
        "A hospital was inaugurated in Kangdong County on Friday.\n"
    )
    row = {
        "title": "Opened",
        "text": body,
        "date": "2024-12-21",
        "url": "https://news.example/1",
        "source": "N",
    }
    table = "title,text,date,source\n" + f'Opened,"{body}",2024-12-21,News\nx;y,"a ""b""",21.12.24,\n'
    page = (
        '<html lang="ko"><head><meta charset="utf-8"><title>Opened | News</title>'
        '<meta property="article:published_time" content="2024-12-21T00:10:00+09:00">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-12-21"}</script>'
        f"</head><body><nav>Home</nav><article><h1>Opened</h1><p>입력 2024.12.21 09:15</p><p>{body * 3}</p>"
        "</article><ul><li>Related: 3</li></ul></body></html>"
    )
    head = "From: a@news.example\nTo: b@news.example\nSubject: =?utf-8?B?7ISx7LKc?=\n"
    mail = f"{head}Date: Sat, 21 Dec 2024 09:15:00 +0900\nMIME-Version: 1.0\n"
    parts = (
        f"{mail}Content-Type: multipart/alternative; boundary=X\n\n--X\nContent-Type: text/plain; "
        f"charset=utf-8\n\n{body}\n--X\nContent-Type: text/html; charset=utf-8\n\n{page}\n--X--\n"
    )
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Opened</title>'
        f"<pubDate>Sat, 21 Dec 2024 09:15:00 +0900</pubDate><description>{body}</description></item>"
        "<item><title>Two</title><guid>2</guid></item></channel></rss>"
    )
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>Opened</title>'
        f"<updated>2024-12-21T09:15:00Z</updated><content>{body}</content></entry></feed>"
    )
    several = "".join(
        f"{n} of 2 DOCUMENTS\n\nNews\n\nDecember {20 + n}, 2024\n\nOpened {n}\n\nLENGTH: 40 words\n\n{body}\n"
        for n in (1, 2)
    )
    labelled = "-----\n".join(
        f"[제목] {word}\n[언론사] 신문\n[일자] {day}\n[본문] {body}"
        for word, day in (("준공", "2024-12-21"), ("착공", "2024-12-22"))
    )
    quick = (
        f"TITLE: Opened\nDATE: 2024-12-21\nSOURCE: News\nURL: https://news.example/1\n\n{body}",
        f"---\ntitle: Opened\ndate: 2024-12-21\n---\n{body}\n---\ntitle: Two\ndate: 2024-12-22\n---\n{body}",
        f"입력 2024.12.21 09:15 | 수정 2024.12.22 10:00\n{body}\n관련기사\n2024-12-09\n",
        f"Published: 21 Dec. 2024, 09:44 KST\nBy A. Writer\n\n{body}\nCopyright 2026\n",
        *(several, labelled, table, table.replace(",", "\t"), f"sep=;\n{table.replace(',', ';')}"),
        "\n".join(json.dumps(row | {"id": str(n)}, ensure_ascii=n > 1) for n in range(3)),
        json.dumps([row, row]),
        json.dumps({"status": "ok", "articles": [row, row | {"source": {"id": None, "name": "N"}}]}),
        *(feed, atom, f"{mail}Content-Type: text/plain; charset=utf-8\n\n{body}", parts),
        f"From a@x Sat Dec 21 09:15:00 2024\n{mail}\n{body}\n\nFrom b@x Sat Dec 21\n{mail}\n{body}",
        f"From: <Saved by Blink>\nSnapshot-Content-Location: https://x.y/1\n{parts.split(chr(10), 3)[3]}",
        f"<p>{body}</p><p>입력 2024.12.21 09:15</p><table><tr><td>1</td></tr></table>&nbsp;&#48;",
        "https://news.example/1\nhttps://news.example/2\n",
    )
    return (*(one.encode() for one in quick * 2), page.encode(), body.encode("cp949"), body.encode("utf-16"))


@cache
def _slow_seeds() -> tuple[bytes, ...]:
    """PDF, Word and Excel files and packed ones."""
    lines = [
        "Factories opened in Songchon County",
        "December 21, 2024",
        "They were inaugurated on Friday.",
    ] * 4
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = (("title", "text", "date"), ("Opened", "In Songchon County.", "2024-12-21"))
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    cells = "".join(f"<row>{''.join(cell.format(word) for word in row)}</row>" for row in rows)
    book = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
        '<sheet name="1" sheetId="1" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="s" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    word = docx(
        ["Factories opened", "Pyongyang, December 21 (KCNA) -- In Songchon County."], "Opened", "2024-12-21"
    )
    return (
        pdf(
            [column(70, 780, lines), column(70, 780, lines)],
            {"Title": "Opened", "CreationDate": "D:20241221"},
        ),
        word,
        word,
        zipped(book),
        *(gzip.compress(one, mtime=0) for one in _seeds()[6:11]),
    )


def _file(random: Random) -> bytes:
    """A file with some bytes or stretches changed; of an archive often those of a part, so that it opens."""
    if random.random() < 0.03:
        content = random.choice(_slow_seeds())
        if content[:2] == b"PK" and random.random() < 0.8:
            return _repacked(content, random)
        if content[:2] == b"\x1f\x8b" and random.random() < 0.8:
            return gzip.compress(_broken(gzip.decompress(content), random), mtime=0)
        return _broken(content, random)
    content = random.choice(_seeds())
    if random.random() < 0.1:
        other = random.choice(_seeds())
        content = content[: random.randint(0, len(content))] + other[random.randint(0, len(other)) :]
    if random.random() < 0.3:
        text = content.decode("utf-8", "replace")
        return _turned(text, random, random.choice((1, 2, 5))).encode("utf-8", "surrogatepass")
    return _broken(content, random)


def _broken(content: bytes, random: Random) -> bytes:
    """The bytes with some of them changed, taken out, put in or doubled, or cut off."""
    data = bytearray(content)
    for _ in range(random.choice((0, 1, 1, 2, 4, 12))):
        at = random.randint(0, len(data))
        end = min(len(data), at + random.choice((1, 2, 4, 16, 200)))
        what = random.randrange(6)
        if what == 0 and at < len(data):
            data[at] ^= 1 << random.randrange(8)
        elif what == 1:
            del data[at:end]
        elif what == 2:
            data[at:at] = data[at:end]
        elif what == 3:
            data[at:end] = random.randbytes(random.randint(0, 4))
        elif what == 4:
            data[at:at] = random.choice(WORDS).encode("utf-8", "surrogatepass")
        elif random.random() < 0.1:
            del data[at:]
    return bytes(data)


def _repacked(content: bytes, random: Random) -> bytes:
    """An archive with one of its parts broken."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = random.choice(names)
        for name in names:
            part = old.read(name)
            stamped = zipfile.ZipInfo(name)  # without the time of day, so that the bytes are the same again
            new.writestr(stamped, _broken(part, random) if name == chosen else part)
    return out.getvalue()
