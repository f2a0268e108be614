"""Texts that hold several articles: each gets its own day, publisher and words, or the file is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import read_articles
from geo.models import Document, InputRecord

ONE = "A plant for soap was opened in Songchon County on December 20. Officials were present."
TWO = "The hospital of Kangdong County was inaugurated on Wednesday. Patients came the same day."
KO_ONE = "성천군에서 지방공업공장 준공식이 20일 진행되였다. 일군들이 참가하였다."
KO_TWO = "강동군병원이 준공되였다. 주민들이 기뻐하였다."

Article = tuple[str | None, str | None, str | None, str]
"""Title, day, publisher, and the words that are read of it."""
FIRST: Article = ("Soap plant opens in Songchon", "2024-12-21", "Some News", ONE)
SECOND: Article = ("Hospital opens near Pyongyang", "2025-11-20", "Other Agency", TWO)
KO_FIRST: Article = ("성천군에서 공장 준공", "2024-12-21", "어느신문", KO_ONE)
KO_SECOND: Article = ("강동군병원 준공", "2025-11-20", "다른통신", KO_TWO)
BOTH = [FIRST, SECOND]
KO_BOTH = [KO_FIRST, KO_SECOND]


@dataclass(frozen=True)
class Case:
    """A file and the articles in it."""

    reason: str
    text: str
    articles: list[Article]
    note: str = ""
    name: str = "clips.txt"


LEXIS = f"""
                               1 of 2 DOCUMENTS

                                  Some News

                        December 21, 2024 Saturday
                              Final Edition

Soap plant opens in Songchon

BYLINE: By A Writer

SECTION: WORLD; Pg. 3

LENGTH: 60 words

DATELINE: SEOUL

{ONE}

LOAD-DATE: December 22, 2024

LANGUAGE: ENGLISH

                      Copyright 2024 Some News
                        All Rights Reserved

                               2 of 2 DOCUMENTS

                                Other Agency

                        November 20, 2025 Thursday

Hospital opens near Pyongyang

LENGTH: 40 words

BODY:

{TWO}

LOAD-DATE: November 21, 2025

                    Copyright 2025 Other Agency
                        All Rights Reserved
"""

OLD_LEXIS = f"""Document 1 of 2

Copyright 2024 Some News
All Rights Reserved
Some News

December 21, 2024, Saturday

LENGTH: 60 words

HEADLINE: Soap plant opens in Songchon

BODY:
{ONE}

Document 2 of 2

Copyright 2025 Other Agency
All Rights Reserved
Other Agency

20 November 2025

LENGTH: 40 words

HEADLINE: Hospital opens near Pyongyang

BODY:
{TWO}
"""

NEXIS_UNI = f"""Soap plant opens in Songchon
Some News
December 21, 2024 Saturday

Copyright 2024 Some News All Rights Reserved

Section: WORLD
Length: 60 words
Byline: A Writer
Body

{ONE}

Load-Date: December 22, 2024

End of Document

Hospital opens near Pyongyang
Other Agency
November 20, 2025 Thursday 9:30 AM GMT

Copyright 2025 Other Agency All Rights Reserved

Length: 40 words
Dateline: SEOUL
Body

{TWO}

Classification

Language: ENGLISH

Load-Date: November 20, 2025

End of Document
"""
NEXIS_LIST = f"""User Name: reader
Date and Time: Monday, 1 December 2025 10:00:00 AM KST
Job Number: 123456
Documents (2)
1. Soap plant opens in Songchon
Client/Matter: -None-
Search Terms: songchon
2. Hospital opens near Pyongyang
Client/Matter: -None-
Search Terms: songchon

{NEXIS_UNI}"""

FACTIVA_FIELDS = f"""HD
Soap plant opens in Songchon

BY
By A Writer

WC
60 words

PD
21 December 2024

ET
10:00 AM

SN
Some News

SC
SOMENW

LA
English

CY
(c) 2024 Some News

LP
A plant for soap was opened in Songchon County on December 20.

TD
Officials were present.

RE
nkorea : North Korea

AN
Document SOMENW0020241221ekcl00001

HD
Hospital opens near Pyongyang

WC
40 words

PD
20 November 2025

SN
Other Agency

LP
{TWO}

AN
Document OTHERA0020251120elbk00002
"""
FACTIVA_PLAIN = f"""World news
Soap plant opens in Songchon
By A Writer
60 words
21 December 2024
10:00
Some News
SOMENW
English
(c) 2024 Some News. All rights reserved.

{ONE}

Document SOMENW0020241221ekcl00001

Hospital opens near Pyongyang
1,040 words
20 November 2025
Other Agency
OTHERA
English
Copyright 2025 Other Agency

{TWO}

Document OTHERA0020251120elbk00002
"""
PROQUEST = f"""Document 1 of 2

Title: Soap plant opens in Songchon

Publication title: Some News

Publication date: Dec 21, 2024

Full text: {ONE}

Document URL: https://news.example/1
____________________________________________________________

Document 2 of 2

Title: Hospital opens near Pyongyang

Publication title: Other Agency

Publication date: Nov 20, 2025

Full text: {TWO}
____________________________________________________________
"""
PROQUEST_WHOLE = f"""____________________________________________________________

Document 1 of 2

Soap plant opens in Songchon

Publication info: Some News ; Seoul [Seoul]21 Dec 2024.

Full text: {ONE}

Title: Soap plant opens in Songchon

Publication title: Some News

Publication date: Dec 21, 2024

____________________________________________________________

Document 2 of 2

Hospital opens near Pyongyang

Full text: {TWO}

Title: Hospital opens near Pyongyang

Publication title: Other Agency

Publication date: Nov 20, 2025
"""
RIS = f"""TY  - NEWS
TI  - Soap plant opens in Songchon
T2  - Some News
DA  - 2024/12/21/
AB  - {ONE}
ER  -\u0020

TY  - NEWS
AU  - Writer, A.
T1  - Hospital opens near Pyongyang
JF  - Other Agency
PY  - 2025
DA  - 2025/11/20/
N2  - {TWO}
ER  -\u0020
"""
EBSCO = f"""Record: 1
Title: Soap plant opens in Songchon
Source: Some News, 12/21/2024
Abstract: {ONE}
Accession Number: 1

Record: 2
Title: Hospital opens near Pyongyang
Source: Other Agency. (Nov. 20, 2025)
Abstract: {TWO}
Accession Number: 2
"""
OWN = f"""TITLE: Soap plant opens in Songchon
DATE: 2024-12-21
SOURCE: Some News

{ONE}

TITLE: Hospital opens near Pyongyang
DATE: 2025-11-20
SOURCE: Other Agency

{TWO}
"""
BIGKINDS = f"""[뉴스 식별자] 01100101.20241221000000001
[일자] 20241221
[언론사] 어느신문
[제목] 성천군에서 공장 준공
[본문]
{KO_ONE}

[뉴스 식별자] 01100201.20251120000000002
[일자] 20251120
[언론사] 다른통신
[제목] 강동군병원 준공
[본문]
{KO_TWO}
"""
COLONS_KO = f"""1.
제목: 성천군에서 공장 준공
언론사: 어느신문
일자: 2024-12-21
본문: {KO_ONE}

2.
제목: 강동군병원 준공
언론사: 다른통신
일자: 2025.11.20
본문: {KO_TWO}
"""
FRONT = f"""---
title: "Soap plant opens in Songchon"
date: 2024-12-21
source: Some News
tags: [soap, plants]
---

{ONE}
"""
FRONT_TWO = f"""---
title: Hospital opens near Pyongyang
published: 2025-11-20
publisher: 'Other Agency'
---
{TWO}
"""
RULED = f"""Soap plant opens in Songchon
Some News
December 21, 2024

{ONE}

----------------------------------------

Hospital opens near Pyongyang
Other Agency
November 20, 2025

{TWO}
"""

CASES = [
    Case("LexisNexis of old: fields above and below the text", LEXIS, BOTH),
    Case("the same with the line ends of Windows", LEXIS.replace("\n", "\r\n"), BOTH),
    Case("form feeds between the articles", LEXIS.replace("\n   ", "\n\x0c   ", 1), BOTH),
    Case("headline and text in fields, day before month", OLD_LEXIS, BOTH),
    Case(
        "fewer articles than the export announces", LEXIS.replace("of 2", "of 7"), BOTH, "2 of the 7 articles"
    ),
    Case(
        "an unreadable date stays unknown and takes no other",
        LEXIS.replace("November 20, 2025 Thursday", "Winter"),
        [FIRST, ("Hospital opens near Pyongyang", "2025-11-21", None, TWO)],
    ),
    Case("Nexis Uni: each closes with End of Document", NEXIS_UNI, BOTH),
    Case("a list of the titles above the first", NEXIS_LIST, BOTH),
    Case(
        "Factiva with codes",
        FACTIVA_FIELDS,
        [(FIRST[0], FIRST[1], FIRST[2], ONE.replace(" Off", "|Off")), SECOND],
    ),
    Case(
        "Factiva with codes and values on one line",
        FACTIVA_FIELDS.replace("\nSN\n", "\nSN   ").replace("\nPD\n", "\nPD   ").replace("HD\n", "HD   "),
        [(FIRST[0], FIRST[1], FIRST[2], ONE.replace(" Off", "|Off")), SECOND],
    ),
    Case("Factiva without codes", FACTIVA_PLAIN, BOTH),
    Case("ProQuest: labels, the text under Full text", PROQUEST, BOTH),
    Case("ProQuest: the title above, the other labels below", PROQUEST_WHOLE, BOTH),
    Case("references in the format RIS", RIS, BOTH),
    Case("EBSCO: the day behind the source, an abstract for a text", EBSCO, BOTH),
    Case("our own header lines twice", OWN, BOTH),
    Case("our header twice, a rule between", OWN.replace("\n\nTITLE", "\n\n=====\n\nTITLE"), BOTH),
    Case(
        "the second has no date, and takes none",
        OWN.replace("DATE: 2025-11-20\n", ""),
        [FIRST, ("Hospital opens near Pyongyang", None, "Other Agency", TWO)],
    ),
    Case(
        "the date stands first in each",
        OWN.replace(
            "TITLE: Soap plant opens in Songchon\nDATE: 2024-12-21",
            "DATE: 2024-12-21\nTITLE: Soap plant opens in Songchon",
        ),
        BOTH,
    ),
    Case(
        "only titles",
        f"TITLE: Soap plant opens in Songchon\n\n{ONE}\n\nTITLE: Hospital opens near Pyongyang\n\n{TWO}",
        [(FIRST[0], None, None, ONE), (SECOND[0], None, None, TWO)],
    ),
    Case("BigKinds with labels in brackets", BIGKINDS, KO_BOTH),
    Case("Korean labels with colons, numbers between", COLONS_KO, KO_BOTH),
    Case("one article with Korean labels", COLONS_KO.split("2.\n")[0], [KO_FIRST]),
    Case("labels in full-width brackets", BIGKINDS.replace("[", "【").replace("]", "】"), KO_BOTH),
    Case("front matter", FRONT, [FIRST], name="a.md"),
    Case("front matter twice", f"{FRONT}\n{FRONT_TWO}", BOTH, name="a.md"),
    Case(
        "a colon in an unquoted title",
        FRONT.replace('"Soap plant opens in Songchon"', "Soap: plant opens"),
        [("Soap: plant opens", "2024-12-21", "Some News", ONE)],
    ),
    Case(
        "the source is an address, as clippers write it",
        FRONT.replace("source: Some News", "source: https://news.example/1"),
        [(FIRST[0], FIRST[1], None, ONE)],
    ),
    Case(
        "a source of several lines",
        FRONT.replace("source: Some News", "source:\n  name: Some News\n  url: https://news.example/1"),
        [FIRST],
    ),
    Case("TOML between lines of plus signs", FRONT.replace("---", "+++").replace(": ", " = ", 3), [FIRST]),
    Case(
        "the day of clipping is not the day of publication",
        FRONT.replace("date:", "created:"),
        [(FIRST[0], None, "Some News", ONE)],
    ),
    Case(
        "rules between articles that have a day each",
        RULED,
        [
            (FIRST[0], FIRST[1], None, f"Some News|December 21, 2024|{ONE}"),
            (SECOND[0], SECOND[1], None, f"Other Agency|November 20, 2025|{TWO}"),
        ],
    ),
    Case(
        "a rule above a footer parts nothing",
        f"Soap plant opens in Songchon\n\n{ONE}\n\n----------\nAll about soap here",
        [(FIRST[0], None, None, f"{ONE}|----------|All about soap here")],
    ),
    Case(
        "a page's own line of date and source is no second header",
        "TITLE: Soap plant opens in Songchon\nSOURCE: Some News\n\nDate: 21/12/2024 | Source: "
        "Agency | More\n\n" + ONE,
        [(FIRST[0], "2024-12-21", "Some News", f"Source: Agency \\| More|{ONE}")],
    ),
    Case(
        "a source below the text is no label",
        f"Soap plant opens in Songchon\n\n{ONE}\n\nSource: Some News",
        [(FIRST[0], None, None, f"{ONE}|Source: Some News")],
    ),
    Case(
        "one article of LexisNexis",
        LEXIS.split("                               2 of 2")[0].replace("1 of 2", "1 of 1"),
        [FIRST],
    ),
]


AGENCY = (
    f"Soap plant opens in Songchon County\n\nPyongyang, December 21, 2024 (KCNA) -- {ONE}\n\n"
    f"Hospital opens near the capital\n\nPyongyang, November 20, 2025 (KCNA) -- {TWO}\n"
)
CASES += [
    Case(
        "reports of an agency below each other, each with its dateline",
        AGENCY,
        [
            (
                "Soap plant opens in Songchon County",
                "2024-12-21",
                "KCNA",
                f"Pyongyang, December 21, 2024 (KCNA) -- {ONE}",
            ),
            (
                "Hospital opens near the capital",
                "2025-11-20",
                "KCNA",
                f"Pyongyang, November 20, 2025 (KCNA) -- {TWO}",
            ),
        ],
    ),
    Case(
        "teasers of other reports behind a report are no articles",
        f"Soap plant opens in Songchon County\n\nPyongyang, December 21, 2024 (KCNA) -- {ONE}\n"
        "More from this agency\nPyongyang, February 27 (KCNA) -- 90 years have passed since the\n"
        "Pyongyang, March 1 (KCNA) -- Officials of\n",
        [
            (
                "Soap plant opens in Songchon County",
                "2024-12-21",
                "KCNA",
                f"Pyongyang, December 21, 2024 (KCNA) -- {ONE}|More from this agency|"
                "Pyongyang, February 27 (KCNA) -- 90 years have passed since the|"
                "Pyongyang, March 1 (KCNA) -- Officials of",
            )
        ],
    ),
    Case("front matter behind a byte order mark", f"\ufeff{FRONT}", [FIRST]),
    Case("lines that end as on old Macs", OWN.replace("\n", "\r"), BOTH),
]


def read(folder: Path, name: str, content: str | bytes) -> tuple[InputRecord, list[Document]]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    ((record, documents),) = read_articles([path])
    return record, list(documents)


def shown(document: Document) -> Article:
    bodies = [document.text[one.start : one.end] for one in document.sections if one.kind == "body"]
    words = "|".join(" ".join(line.split()) for body in bodies for line in body.splitlines() if line.strip())
    return document.title, document.published_on, document.publisher, words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reason)
def test_articles_of_one_text(case: Case, tmp_path: Path) -> None:
    record, documents = read(tmp_path, case.name, case.text)
    assert record.status == "read", record
    expected = [(title, day, who, words.replace("\\|", "|")) for title, day, who, words in case.articles]
    assert [shown(one) for one in documents] == expected
    assert case.note in record.reason
    stem, path = case.name.partition(".")[0], record.path
    if len(documents) > 1:
        assert [one.id for one in documents] == [
            f"{stem}-{number}" for number in range(1, len(documents) + 1)
        ]
        assert [one.path for one in documents] == [
            f"{path}#{number}" for number in range(1, len(documents) + 1)
        ]
    else:
        assert (documents[0].id, documents[0].path) == (stem, path)
    for one in documents:
        titles = [one.text[part.start : part.end] for part in one.sections if part.kind == "title"]
        assert titles == [one.title]
        assert one.text in case.text.replace("\r\n", "\n") or "\r\n" in case.text


REFUSED = {
    "the end of the first is missing in an export": NEXIS_UNI.replace("\nEnd of Document\n", "\n", 1),
    "two counts of words and nothing to cut at": (
        f"Soap plant opens\nLENGTH: 60 words\n\n{ONE}\n\nHospital opens\nLENGTH: 40 words\n\n{TWO}"
    ),
    "two dates of loading": f"{ONE}\n\nLOAD-DATE: May 21, 2024\n\n{TWO}\n\nLOAD-DATE: May 20, 2025\n",
}


@pytest.mark.parametrize("reason", REFUSED)
def test_several_articles_that_cannot_be_cut_are_refused(reason: str, tmp_path: Path) -> None:
    record, documents = read(tmp_path, "clips.txt", REFUSED[reason])
    assert (record.status, documents) == ("failed", [])
    assert "holds several articles" in record.reason and "\n" not in record.reason


@given(st.text(alphabet="TITLE:DASOURCE\n -=[]제목본문 12HPN.", max_size=120))
def test_whatever_is_cut_keeps_its_offsets(text: str) -> None:
    from geo.articles.several import read_texts
    from geo.errors import InputError

    try:
        found = read_texts(text, "a.txt")
    except InputError:
        return
    for _, _, document in found.documents:
        assert document.text in text
        assert all(0 <= one.start < one.end <= len(document.text) for one in document.sections)
