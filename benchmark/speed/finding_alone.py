"""
How fast one system finds places, or factorymap all events, in a process of its own.

    python -m benchmark.speed.finding_alone SYSTEM KIND [--articles N]

Prints articles a second of processor time on made articles that no other process has read: of general news
(all languages, or English alone), or of those that name the DPRK.
"""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from time import process_time
from typing import Any

from benchmark.places.peers import RECIPES, make_peers
from benchmark.speed.corpus import articles
from geo.articles.textfiles import read_text
from geo.models import Document
from geo.pipeline import find
from geo.places.gazetteer import load_gazetteer
from geo.places.resolving import find_mentions
from geo.places.sieve import Sieve

OWN, EXTRACTION = "factorymap", "extraction"
SIEVED = "factorymap-sieved"
"""As a build reads: what can name no place of the DPRK is held back by its raw bytes."""
KINDS = ("general", "english", "naming")
SEED, WARMED = 21, 200


def documents(kind: str, number: int) -> list[Document]:
    """So many made articles of a kind; the first `WARMED` are read before the clock starts."""
    made = articles(10**7, SEED, share=1.0 if kind == "naming" else 0.0)
    read = (replace(read_text(one.text, one.id), title=one.title, published_on=one.published) for one in made)
    return list(islice((one for one in read if kind != "english" or one.language == "en"), number))


def system(name: str) -> Callable[[Document], Any]:
    """What is called with each article; ImportError if a peer is not installed."""
    gazetteer = load_gazetteer()
    if name == OWN:
        return lambda document: find_mentions(document, gazetteer)
    if name == SIEVED:
        sieve = Sieve.of(gazetteer)
        return lambda document: sieve.passes(document.text.encode()) and find_mentions(document, gazetteer)
    if name == EXTRACTION:
        return lambda document: find(document, gazetteer)
    peers, missing = make_peers([name], gazetteer)
    if missing:
        raise ImportError(missing[0].reason)
    return peers[0].find


def main(arguments: Sequence[str]) -> None:
    """Print one number."""
    parser = ArgumentParser(prog="python -m benchmark.speed.finding_alone", description=__doc__)
    parser.add_argument("system", choices=(OWN, SIEVED, EXTRACTION, *RECIPES))
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--articles", type=int, default=1500)
    asked = parser.parse_args(arguments)
    some, work = documents(asked.kind, asked.articles + WARMED), system(asked.system)
    for document in some[:WARMED]:
        work(document)
    gc.collect()
    gc.freeze()
    start = process_time()
    for document in some[WARMED:]:
        work(document)
    print(asked.articles / (process_time() - start))


if __name__ == "__main__":
    main(sys.argv[1:])
