"""How records show themselves in a notebook: HTML of fixed words and escaped texts, nothing that runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup, escape

from geo.models import FACILITIES, STAGES, Announcement, Report, Run, Unit
from geo.text import readable
from geo.view import LOOKS, human_date

MOST_ROWS = 20
_WEB = re.compile(r"(?i)https?://[^\s/?#]")


def run_line(run: Run) -> str:
    """A run in one line."""
    counts = (
        (run.announcements, "announcement"),
        (run.documents, "document"),
        (run.mentions, "mention"),
        (run.possible, "possible report"),
    )
    told = ", ".join(f"{len(some)} {name}{'s' * (len(some) != 1)}" for some, name in counts)
    return f"<Run: {told}>"


def run_html(run: Run) -> str:
    """What a run found: how many announcements of each stage, and the first of them."""
    stages = Counter(one.stage for one in run.announcements)
    head = ", ".join(f"{stages[stage]} {_words(stage)}" for stage in STAGES if stages[stage])
    read = Counter(record.status for record in run.inputs)
    inputs = ", ".join(f"{number} {status}" for status, number in sorted(read.items()))
    rows = Markup("").join(map(_row, run.announcements[:MOST_ROWS]))
    more = len(run.announcements) - MOST_ROWS
    return str(
        Markup(
            "<div><p><b>{} announcements</b> from {} documents ({}); inputs: {}; {} possible, not counted</p>"
            "<table><thead><tr><th>place</th><th>province</th><th>campaign</th><th>facility</th>"
            "<th>stage</th><th>since</th><th>sources</th></tr></thead><tbody>{}</tbody></table>{}</div>"
        ).format(
            len(run.announcements),
            run.articles,
            head or "none",
            inputs or "none",
            len(run.possible),
            rows,
            Markup("<p>and {} more: <code>run.announcements_gdf()</code></p>").format(more)
            if more > 0
            else "",
        )
    )


def announcement_html(one: Announcement) -> str:
    """One announcement with the words and the link of each report."""
    proofs = Markup("").join(
        Markup("<li>{}: {} ({})</li>").format(
            f"{_words(report.event.stage)} {human_date(report.event.date or '')}".strip(),
            _quoted(report),
            _linked(readable(report.label), report.url),
        )
        for report in (*one.reports, *one.setbacks)
    )
    return str(
        Markup("<div><p><b>{}</b> ({}), {}{}: {}</p>{}<ul>{}</ul></div>").format(
            readable(one.name),
            readable(one.province),
            FACILITIES.get(one.facility, readable(one.facility)),
            f", campaign {one.campaign}" if one.campaign else "",
            _stage(one.stage),
            Markup("<p>Conflict: {}</p>").format(readable(one.conflict)) if one.conflict else "",
            proofs,
        )
    )


def unit_html(unit: Unit) -> str:
    """A unit of the gazetteer: its names, where it belongs, where its seat lies."""
    facts: Iterable[tuple[str, object]] = (
        ("P-code", unit.pcode),
        ("type", f"{unit.type.replace('_', ' ')}, level {unit.level}, {unit.status}"),
        ("names", ", ".join(dict.fromkeys(filter(None, (unit.name, unit.name_mr, unit.name_rr))))),
        ("Korean", f"{unit.hangul}{unit.hangul_suffix} {unit.hanja}".strip()),
        ("within", unit.parent_pcode),
        (
            "seat",
            f"{unit.seat[0]:.4f} N, {unit.seat[1]:.4f} E ({unit.seat_quality})" if unit.seat else "not known",
        ),
        ("people in 2008", f"{unit.people:,}" if unit.people is not None else "not known"),
        ("note", unit.note),
    )
    rows = Markup("").join(
        Markup("<tr><th>{}</th><td>{}</td></tr>").format(name, readable(value))
        for name, value in facts
        if value
    )
    return str(Markup("<table><tbody>{}</tbody></table>").format(rows))


def _row(one: Announcement) -> Markup:
    """An announcement as a row of the table of a run."""
    since = max((day for stage, day in one.stage_dates if stage == one.stage), default="")
    return Markup(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"
    ).format(
        readable(one.name),
        readable(one.province),
        one.campaign,
        FACILITIES.get(one.facility, readable(one.facility)),
        _stage(one.stage),
        human_date(since),
        one.n_sources,
    )


def _stage(stage: str) -> Markup:
    """A stage on its colour."""
    if stage not in LOOKS:
        return escape(_words(stage))
    look = LOOKS[stage]
    return Markup('<span style="background:{};color:{};padding:0 4px">{}</span>').format(
        look.fill, look.text, _words(stage)
    )


def _words(stage: str) -> str:
    return stage.replace("_", " ")


def _quoted(report: Report) -> Markup:
    """The words of a report, in quotation marks unless they are ours or a note."""
    ours = report.is_summary or not report.event.evidence.end
    return Markup("{}" if ours else "<q>{}</q>").format(readable(report.event.words))


def _linked(label: str, url: str) -> Markup:
    """A label, as a link if its address is one of the web."""
    if not _WEB.match(url):
        return escape(label)
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(url, label)
