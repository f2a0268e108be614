"""
Write made articles whose answers are known, as many as are asked for.

The suffix of FILE says how: .jsonl, .jsonl.gz, .jsonl.zst, .csv, or none for a folder of text files. A share
of the articles names the DPRK, and of those three in ten state an event of a county's factory; the others are
general news of our own making in four languages, with places that look alike. What is stated (P-code,
facility, stage, day, and in which articles) stands in FILE.answers.json. The same number, seed and share give
the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NamedTuple

from benchmark import command_line
from benchmark.speed import newsroom, northern
from geo.errors import InputError

SHARE = 0.02
MEAN_BYTES, MEAN_NAMING = 2600, 1300
"""Of UTF-8: of the text of general news, and of an article naming the DPRK."""
LEAST, MOST = 0.2, 4.0
"""So many times the mean are the shortest and the longest."""
FIRST_DAY, DAYS = date(2024, 1, 1), 1000
COLUMNS = ("id", "title", "published", "publisher", "url", "text")
PUBLISHERS = ("The Morning Ledger", "City Courier", "Der Abendbote", "아침소식", "Diario del Puerto")
IN_A_FOLDER = 1000
"""Text files in each folder of a folder."""


class Article(NamedTuple):
    """A made article; the first six are what is written of it."""

    id: str
    title: str
    published: str
    publisher: str
    url: str
    text: str
    names_dprk: bool
    stated: northern.Statement | None


def articles(number: int, seed: int = 0, share: float = SHARE) -> Iterator[Article]:
    """So many articles, one by one."""
    draw = random.Random(seed)
    pools = {one: newsroom.paragraphs(one, draw) for one in newsroom.LANGUAGES}
    titles = {one: newsroom.headlines(one, draw) for one in newsroom.LANGUAGES}
    sizes = {one: sum(len(p.encode()) + 2 for p in pool) / len(pool) for one, pool in pools.items()}
    languages = draw.choices(tuple(newsroom.LANGUAGES), tuple(newsroom.LANGUAGES.values()), k=9973)
    days = [(FIRST_DAY + timedelta(days=n)).isoformat() for n in range(DAYS)]
    for place in range(number):
        if draw.random() < share:
            yield _naming(place, draw)
            continue
        language = languages[place % len(languages)]
        size = min(MOST, max(LEAST, draw.lognormvariate(-0.18, 0.6))) * MEAN_BYTES
        body = draw.choices(pools[language], k=max(1, round(size / sizes[language])))
        yield Article(
            f"a{place:07}",
            f"{titles[language][place % 200]} ({place})",
            days[place * 7 % DAYS],
            PUBLISHERS[place % len(PUBLISHERS)],
            f"https://news.example/{place}",
            "\n\n".join(body),
            False,
            None,
        )


def _naming(place: int, draw: random.Random) -> Article:
    """An article that names the DPRK; three in ten state something."""
    language = "ko" if draw.random() < northern.KOREAN else "en"
    size = min(MOST, max(LEAST, draw.lognormvariate(-0.18, 0.6))) * MEAN_NAMING
    stated, published = None, FIRST_DAY + timedelta(days=place % DAYS)
    said: list[str] = []
    if draw.random() < northern.STATING:
        stated, published, said = northern.stating(language, draw)
    said.append(northern.naming(language, draw))
    length = sum(len(one.encode()) for one in said)
    while length < size:
        said.append(northern.around(language, draw))
        length += len(said[-1].encode()) + 1
    body = "\n\n".join(" ".join(said[at : at + 4]) for at in range(0, len(said), 4))
    title = f"{draw.choice(northern.TITLES[language])} ({place})"
    url = f"https://north.example/{place}"
    return Article(f"a{place:07}", title, published.isoformat(), "Northern Review", url, body, True, stated)


def written(found: Iterator[Article], file: Path) -> dict[str, Any]:
    """Write articles as the suffix of the file says; returns what is known of them."""
    known: dict[northern.Statement, list[str]] = {}
    counts: Counter[str] = Counter()

    def counted() -> Iterator[Article]:
        for one in found:
            counts["articles"] += 1
            counts["bytes_of_text"] += len(one.text.encode())
            counts["naming"] += one.names_dprk
            if one.stated:
                counts["stating"] += 1
                known.setdefault(one.stated, []).append(one.id)
            yield one

    if file.suffix:
        _write_file(counted(), file)
    else:
        _write_folder(counted(), file)
    stated = [{**one._asdict(), "articles": ids} for one, ids in sorted(known.items())]
    return {
        **{name: counts[name] for name in ("articles", "bytes_of_text", "naming", "stating")},
        "stated": stated,
    }


def _write_file(found: Iterator[Article], file: Path) -> None:
    with _opened(file) as out:
        if file.suffix == ".csv":
            table = csv.writer(out)
            table.writerow(COLUMNS)
            table.writerows(one[: len(COLUMNS)] for one in found)
            return
        encoded = json.JSONEncoder(ensure_ascii=False).encode
        out.writelines(encoded(dict(zip(COLUMNS, one, strict=False))) + "\n" for one in found)


@contextmanager
def _opened(file: Path) -> Iterator[IO[str]]:
    """A text file that packs by its suffix, without the clock."""
    if file.name.endswith((".jsonl", ".csv")):
        with file.open("w", encoding="utf-8", newline="") as out:
            yield out
    elif file.name.endswith(".jsonl.gz"):
        with (
            file.open("wb") as raw,
            gzip.GzipFile("", "wb", compresslevel=1, fileobj=raw, mtime=0) as packer,
            _as_text(packer) as out,
        ):
            yield out
    elif file.name.endswith(".jsonl.zst"):
        packer = import_module("zstandard").ZstdCompressor(level=3)
        with (
            file.open("wb") as raw,
            packer.stream_writer(raw) as packing,
            _as_text(packing) as out,
        ):
            yield out
    else:
        raise InputError(
            f"{file}: name a .jsonl, .jsonl.gz, .jsonl.zst or .csv, or a folder without a suffix"
        )


def _as_text(packer: Any) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(packer, 1 << 20), encoding="utf-8", newline="")


def _write_folder(found: Iterator[Article], folder: Path) -> None:
    """A text file with header lines for each article, a thousand in each folder."""
    for place, one in enumerate(found):
        within = folder / f"{place // IN_A_FOLDER:04}"
        if place % IN_A_FOLDER == 0:
            within.mkdir(parents=True, exist_ok=True)
        head = f"TITLE: {one.title}\nSOURCE: {one.publisher}\nURL: {one.url}\nPUBLISHED: {one.published}\n\n"
        (within / f"{one.id}.txt").write_text(head + one.text + "\n", encoding="utf-8")


def answers_beside(file: Path) -> Path:
    """Where the known answers of a corpus stand."""
    return file.with_name(f"{file.name}.answers.json")


def make(number: int, file: Path, seed: int = 0, share: float = SHARE) -> dict[str, Any]:
    """Write a corpus and its answers; returns the answers."""
    known = {"seed": seed, "share": share, **written(articles(number, seed, share), file)}
    answers_beside(file).write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    return known


def main(arguments: Sequence[str]) -> int | None:
    """Write a corpus as the options say."""
    parser = command_line("corpus", __doc__)
    parser.add_argument("number", type=int, metavar="N", help="how many articles")
    parser.add_argument("file", type=Path, metavar="FILE", help="where to, by its suffix")
    parser.add_argument("--seed", type=int, default=0, help="another one makes other articles (%(default)s)")
    parser.add_argument("--share", type=float, default=SHARE, help="that names the DPRK (%(default)s)")
    asked = parser.parse_args(arguments)
    try:
        known = make(asked.number, asked.file, asked.seed, asked.share)
    except (InputError, OSError) as error:
        print(f"benchmark: {error}", file=sys.stderr)
        return 2
    print(
        f"{asked.file}: {known['articles']} articles, {known['naming']} name the DPRK, {known['stating']} "
        f"state one of {len(known['stated'])} events; they are in {answers_beside(asked.file)}"
    )
    return None
