"""
One round, step by step; each step can be done again, so that an interrupted round is ended by the next.

It works in the folder of the rounds as its working directory, so that no record names a path of the machine.
No clock is read here: the day of the edition is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from dataclasses import asdict
from datetime import date
from os import PathLike
from pathlib import Path

from geo.comparing import comparison_json, comparison_lines, diff
from geo.decisions import idle_outcomes
from geo.errors import InputError
from geo.fetching import FeedSource, Fetched, FetchOptions, fetch, known_sources
from geo.models import Run
from geo.outputs import build_id, write_outputs
from geo.pipeline import build
from geo.publishing import publish
from geo.report import write_report
from geo.review import review_of
from geo.text import json_text, one_line, sole_writer, write_atomically
from geo.view import newest_day
from geo.weekly.editions import RECORD, edition_folder, last_edition, review_keys
from geo.weekly.records import FetchCounts, Round
from geo.weekly.settings import FILE, Settings, read_settings

PAGES, PUBLIC = "pages", "public"
Tell = Callable[[str], object]


def run_round(folder: Path, day: str, *, fetching: bool = True, tell: Tell = lambda line: None) -> Round:
    """
    Fetch, build with decisions, compare with the last edition, list for review, report, publish.

    Parameters
    ----------
    folder
        With its week.toml, as `begin` makes it.
    day
        ISO day of the edition; a round of the same day writes it again.
    fetching
        Whether to ask the network.
    tell
        Called with a line for each step and for what went wrong.

    Raises
    ------
    InputError
        If the day or week.toml is none, something that it names cannot be used, nothing can be read, or
        another round is running in the folder.
    OSError
        If the folder cannot be written to.
    """
    try:
        day = date.fromisoformat(day).isoformat()
    except ValueError:
        raise InputError(f"{day!r} is no day of an edition. Give one, such as 2026-12-07.") from None
    settings = read_settings(folder / FILE)
    with chdir(folder), sole_writer("."):
        counts = _fetched(settings, tell) if fetching else None
        run = _built(settings, tell)
        return _edition(run, settings, day, counts, tell)


def _fetched(settings: Settings, tell: Tell) -> FetchCounts | None:
    """What became of the sources; None if there are none."""
    known = known_sources() if settings.reviewed_sources else ()
    sources: list[str | PathLike[str] | FeedSource] = [*settings.sources, *known]
    if not sources:
        return None
    tell("Fetching ...")
    options = FetchOptions(contact=settings.contact, match=settings.match)

    def told(one: Fetched) -> None:
        if one.status in ("refused", "failed"):
            tell(one_line(f"{one.status}: {one.address}: {one.reason}"))

    report = fetch(sources, PAGES, options, tell=told)
    number = report.counts
    return FetchCounts(
        len(report.saved), number.get("refused", 0), number.get("failed", 0), report.beyond_limit
    )


def _built(settings: Settings, tell: Tell) -> Run:
    """The run on all that is there."""
    named = [path for path in settings.articles if Path(path).exists()]
    for path in sorted({*settings.articles} - {*named}):
        tell(f"{path} is not there, and not read.")
    paths = [*named, *([PAGES] if Path(PAGES).is_dir() else [])]
    if not paths:
        raise InputError(
            f"there is nothing to read: neither {', '.join(settings.articles)} nor fetched pages."
        )
    for what, file in (("decisions", settings.decisions), ("weights", settings.weights)):
        if file and not Path(file).is_file():
            raise InputError(f"'{FILE}': {what} = {file!r} is not there. Make it, or leave it empty.")
    tell("Building ...")
    run = build(
        paths,
        decisions=settings.decisions or None,
        weights=settings.weights or None,
        stated_from=settings.stated_from,
    )
    for record in run.inputs:
        if record.status == "failed" or record.left_out:
            tell(one_line(f"{record.status}: {record.path}: {record.reason}"))
    return run


def _edition(run: Run, settings: Settings, day: str, counts: FetchCounts | None, tell: Tell) -> Round:
    """Write the edition of a day, its record last."""
    place, last = edition_folder(day), last_edition(day)
    (place / RECORD).unlink(missing_ok=True)
    write_outputs(run, place, options=settings.map_options, formats=settings.formats)
    changes = _compared(run, place, last)
    for name in settings.report:
        tell(f"Writing {name} ...")
        write_report(run, place / name, title=settings.title, byline=settings.byline)
    published = _published(run, settings, last, day, tell) if settings.publish else ""
    made = _round(run, settings, day, last, counts, changes, published)
    write_atomically(place / RECORD, json_text(asdict(made), indent=2) + "\n")
    return made


def _compared(run: Run, place: Path, last: str) -> Mapping[str, int] | None:
    """What changed since the last edition, in words and as JSON beside the map."""
    if not last:
        for name in ("changes.txt", "changes.json"):
            (place / name).unlink(missing_ok=True)
        return None
    comparison = diff(edition_folder(last), run)
    write_atomically(place / "changes.txt", "\n".join(comparison_lines(comparison)) + "\n")
    write_atomically(place / "changes.json", json_text(comparison_json(comparison), indent=2) + "\n")
    return {kind: number for kind, number in comparison.counts.items() if number}


def _published(run: Run, settings: Settings, last: str, day: str, tell: Tell) -> str:
    """The map of the published folder, written anew; its feed goes on from what is there."""
    tell(f"Publishing {PUBLIC} ...")
    goes_on = Path(PUBLIC, "changes.atom").is_file()
    first, *_ = publish(
        run,
        PUBLIC,
        options=settings.map_options,
        formats=settings.formats,
        changes_since=edition_folder(last) if last and not goes_on else None,
        day="" if newest_day(run.announcements, run.documents) else day,
    )
    return first.as_posix()


def _round(
    run: Run,
    settings: Settings,
    day: str,
    last: str,
    counts: FetchCounts | None,
    changes: Mapping[str, int] | None,
    published: str,
) -> Round:
    """The record of a round."""
    doubts, known = review_of(run), review_keys(last)
    fresh = [one for one in doubts if one.key not in known]
    outcomes = run.decided.outcomes if run.decided else ()
    return Round(
        edition=day,
        last=last,
        build=build_id(run),
        fetched=counts,
        documents=run.articles,
        announcements=len(run.announcements),
        possible=len(run.possible),
        failed_inputs=sum(one.status == "failed" or bool(one.left_out) for one in run.inputs),
        applied=sum(one.status == "applied" for one in outcomes),
        idle=len(idle_outcomes(run.decided)) if run.decided else 0,
        changes=changes,
        review=len(doubts),
        new_review=len(fresh),
        urgent=sum(one.importance == "high" for one in fresh),
        reports=_in_edition(day, settings.report),
        published=published,
    )


def _in_edition(day: str, names: Sequence[str]) -> tuple[str, ...]:
    return tuple((edition_folder(day) / name).as_posix() for name in names)
