"""A run -> the whole report, before it is set in a format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geo.boundaries import CAVEAT, attribution_lines
from geo.errors import InputError
from geo.models import LANGUAGES, Language, Run, __version__
from geo.outputs import build_id
from geo.report.announced import PROJECTS, announced, projects_chapter
from geo.report.coverage import coverage, share_chapter, state_line, state_media, unnamed_line
from geo.report.material import Material, material_of
from geo.report.progress import campaign_lines, duration_line, durations, progress, spans_of
from geo.report.records import Chapter, Paper, Statement
from geo.text import storable


def paper_of(
    run: Run, *, as_of: str | date = "", language: str = "en", title: str = "", byline: str = ""
) -> Paper:
    """
    Everything that a report of a run says; parameters and errors are those of `write_report`.

    The list of projects is written first, so that numbers of sources run through it.
    """
    if language not in LANGUAGES:
        raise InputError(f"A report does not speak {language!r}. Choose of: {', '.join(LANGUAGES)}.")
    known: Language = "ko" if language == "ko" else "en"
    about = material_of(run, as_of, known)
    listed = projects_chapter(about)
    chapters = (
        Chapter("summary", about.say("report-summary"), tuple(_summary(about))),
        announced(about),
        progress(about),
        durations(about),
        share_chapter(about),
        state_media(about),
        coverage(about),
        listed,
        Chapter("method", about.say("report-method"), tuple(_method(about))),
        Chapter("citing", about.say("report-citing"), tuple(_citing(about, run))),
    )
    return Paper(
        language=language,
        title=storable(title) or about.say("report-title"),
        lead=_lead(about),
        byline=storable(byline),
        chapters=chapters,
        sources_title=about.say("sources"),
        citations=about.citations.all(),
        sources_word=about.say("sources"),
        see_word=about.say("report-table"),
        credits=(*attribution_lines(), CAVEAT),
        day=about.day,
        build_id=build_id(run),
        generator=f"factorymap {__version__}",
    )


def _lead(about: Material) -> str:
    """How much was read, and by which day."""
    key = "report-lead" if about.day else "report-lead-undated"
    return about.say(key, documents=about.run.articles, day=about.date(about.day))


def _summary(about: Material) -> Iterator[Statement]:
    """The report in a few sentences, each of which has its chapter."""
    places = {about.county(one) for one in about.projects} - {None}
    yield about.state("report-all", table=PROJECTS, projects=len(about.projects), places=len(places))
    yield from campaign_lines(about)
    yield duration_line(spans_of(about), about)
    yield state_line(about)
    yield unnamed_line(about)


def _method(about: Material) -> Iterator[Statement]:
    """How the figures are counted."""
    for key in ("claim", "announcement", "campaign", "late", "days", "state", "people"):
        yield about.state(f"report-how-{key}", method=True)


def _citing(about: Material, run: Run) -> Iterator[Statement]:
    """How to cite this build."""
    yield about.state(
        "report-cite", method=True, version=__version__, id=build_id(run), newest=about.newest or "-",
        day=about.day or "-",
    )  # fmt: skip
    yield about.state("report-id", method=True, id=build_id(run))
