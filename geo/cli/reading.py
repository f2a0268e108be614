"""`factorymap extract` and `explain`: what is found in articles, for programs and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from geo.cli.common import (
    end_strictly,
    extractions,
    files,
    jobs_option,
    max_size,
    strict_option,
    weights_option,
)
from geo.text import json_text

if TYPE_CHECKING:
    from geo.models import InputRecord


@click.command()
@files
@click.option("--jsonl", is_flag=True, help="One object per line and document, for pipes.")
@weights_option
@max_size
@jobs_option
@strict_option
def extract(
    files: tuple[str, ...], jsonl: bool, max_size: int | None, jobs: int | None, strict: bool
) -> None:
    """
    Print the places and events of articles as JSON.

    FILE is what `build` reads, or a folder of it; - reads one from standard input. One object per document:

    \b
    document  id, path, title, language, published_on, publisher, url, origin
    mentions  surface, start, end, outcome (resolved, ambiguous, unknown, foreign),
              place (pcode, name, level, province, county_pcode) or null,
              candidates (places), reason, confidence
    events    pcode or null, name, province, outcome, candidates, place_precision,
              facility, stage, date, evidence (start, end, text), rule, confidence,
              status (stated, possible), evidence_spans (as evidence), reasons
    setbacks  the same; their stage is cancelled, postponed or stopped

    What is possible is less sure than the line that build draws (--stated-from).
    Start and end count characters of the decoded file, byte order mark and carriage returns included.

    \b
    Example:
        factorymap extract --jsonl articles/*.txt > found.jsonl
    """
    from geo.outputs import finding_json

    records: list[InputRecord] = []
    read = extractions(files, records, max_size, jobs)
    found = (finding_json(one) for extraction in read for one in extraction.findings)
    if jsonl:
        for record in found:
            click.echo(json_text(record))
    else:
        click.echo(json_text(list(found), indent=2))
    if strict:
        end_strictly(records)


@click.command()
@files
@weights_option
def explain(files: tuple[str, ...]) -> None:
    """
    Show what was found where in an article, and how.

    FILE is what `build` reads, or a folder of it; - reads one from standard input. First the places, each
    with what it was taken for and why; then the events, each with the words that its place, facility and day
    come from and with what was weighed; then the sentences, with what was read in them and, where one gave no
    event, why not.

    \b
    Example:
        factorymap explain articles/songchon.txt
    """
    from geo.outputs import finding_text
    from geo.pipeline import explain as explain_finding

    for extraction in extractions(files, []):
        for finding in extraction.findings:
            click.echo(finding_text(finding, explain_finding(finding)))
