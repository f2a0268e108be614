"""The parts of docs/accuracy.md about places: gold texts, traps, spellings, general news, speed."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmark.figures import Tally, precision_recall_f1, share, table, total
from benchmark.places.general_news import FalseHits
from benchmark.places.peers import Missing
from benchmark.places.spellings import ANSWERS, SCHEMES, PairAnswer, Probe
from benchmark.places.systems import System
from benchmark.places.verdicts import Case
from benchmark.speed.finding import RUNS, Speed
from benchmark.texts.annotated import Annotated
from geo.models import Document


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """What one system made of the places of an annotated set, article by article."""

    system: str
    mentions: Sequence[Tally]
    units: Sequence[Tally]
    counties: Sequence[Tally]


def articles(number: int, articles_: Sequence[Annotated], scores: Sequence[PlaceScores]) -> str:
    """Places in one annotated set."""
    languages = Counter(article.document.language or "unknown" for article in articles_)
    told = ", ".join(f"{count} {language}" for language, count in sorted(languages.items()))
    title = f"Our {len(articles_)} annotated articles" if number == 0 else _outside(number, len(articles_))
    what = (
        "Short texts of our own in the manner of news, with real places, `benchmark/texts/`"
        if number == 0
        else "Texts that are not part of this project, in the same format"
    )
    return f"""\
## {title}

{what} ({told}).

*Mentions*: each way in which a text writes a province, city, county or district, found with the right unit
at a place where it stands. One that is left open counts as missed here.

{table(_MENTION_HEAD, [_mention_row(score) for score in scores])}
*Units of the article*: the set of units that it names, whatever the spelling. One left ambiguous with the
right unit among its candidates is neither found nor missed.

{table(_SET_HEAD, [_set_row(score.system, score.units) for score in scores])}
*The same without provinces and first-level cities*:

{table(_SET_HEAD, [_set_row(score.system, score.counties) for score in scores])}"""


def _outside(number: int, count: int) -> str:
    """The heading of a set that is not ours."""
    return f"An outside annotated set of {count} articles" + (f" ({number})" if number > 1 else "")


_SET_HEAD = ("system", "precision", "recall", "F1")
_MENTION_HEAD = (*_SET_HEAD, "wrong unit", "left open")


def _mention_row(score: PlaceScores) -> list[str]:
    """A system's row on mentions."""
    whole = total(score.mentions)
    return [
        score.system,
        *precision_recall_f1(score.mentions),
        f"{100 * whole.wrong_unit_rate:.1f} % ({whole.wrong_unit} of {whole.found})",
        f"{100 * whole.abstention_rate:.1f} % ({whole.abstained} of {whole.gold})",
    ]


def _set_row(system: str, tallies: Sequence[Tally]) -> list[str]:
    """A system's row on sets of units."""
    return [system, *precision_recall_f1(tallies)]


def traps(lines: int, runs: Sequence[tuple[str, Sequence[Case]]]) -> str:
    """The list of traps: systems, sections, failures."""
    own = runs[0][1]
    return f"""\
## Traps

{lines} sentences of our own, `benchmark/places/traps.tsv`, each with a name that is easily put wrong and
the reason why; lines of one template count once, which leaves {len(own)} cases. *Abstained* is to name no
unit where one, or an ambiguity, is right; *wrong* is to name another unit, one where there is none, or a
place abroad.

{table(("system", "right", "abstained", "wrong"), [(name, *_verdicts(cases)) for name, cases in runs])}
Right of those that expect a unit, no unit, or an ambiguity (a peer cannot say that a name is ambiguous):

{table(("system", "unit", "none", "ambiguous"), [(name, *_by_expectation(cases)) for name, cases in runs])}
factorymap by section; `benchmark/places/README.md` says what each is about:

{table(("section", "cases", "right", "abstained", "wrong"), _by_section(own))}
{_failures(own)}"""


def _verdicts(cases: Sequence[Case]) -> list[str]:
    """Counts with shares of right, abstained and wrong."""
    counts = Counter(case.verdict for case in cases)
    return [share(counts[verdict], len(cases)) for verdict in ("right", "abstained", "wrong")]


def _by_expectation(cases: Sequence[Case]) -> list[str]:
    """Share that is right of each kind of case."""
    groups = [[case for case in cases if case.expect == kind] for kind in ("unit", "none", "ambiguous")]
    return [f"{sum(case.verdict == 'right' for case in group)} of {len(group)}" for group in groups]


def _by_section(cases: Sequence[Case]) -> list[list[object]]:
    """Counts for each section, in the order of the list."""
    rows: list[list[object]] = []
    for section in dict.fromkeys(case.section for case in cases):
        verdicts = Counter(case.verdict for case in cases if case.section == section)
        counts = [verdicts[verdict] for verdict in ("right", "abstained", "wrong")]
        rows.append([section, sum(counts), *counts])
    return rows


def _failures(cases: Sequence[Case]) -> str:
    """Every line that is not right, with its reason."""
    rows = [
        (trap.id, verdict, _shown(trap.text), trap.target, said, trap.reason)
        for case in cases
        for trap, verdict, said in zip(case.traps, case.verdicts, case.said, strict=True)
        if verdict != "right"
    ]
    if not rows:
        return "Every line is right.\n"
    listed = table(("line", "verdict", "text", "expected", "said", "reason"), rows).replace("--:", "---")
    return f"Every line that is not right:\n\n{listed}"


def _shown(text: str) -> str:
    """The text of a trap in a table; the marked name is bold."""
    return text.replace("⟦", "**").replace("⟧", "**").replace("\\n", " / ")


ANSWER_HEADS = {
    "found": "found",
    "ambiguous": "ambiguous",
    "namesake": "unit of the same name",
    "abroad": "place abroad",
    "missed": "missed",
    "others": "between other units",
    "wrong": "wrong",
}


def _answer_row(label: str, probes: Sequence[Probe]) -> list[str]:
    """How many names got each answer."""
    counts = Counter(probe.answer for probe in probes)
    return [label, str(len(probes)), *(share(counts[answer], len(probes)) for answer in ANSWERS)]


def _answer_table(rows: Iterable[tuple[str, Sequence[Probe]]]) -> str:
    """A table of answers."""
    heads = ("", "names", *(ANSWER_HEADS[answer] for answer in ANSWERS))
    return table(heads, [_answer_row(*row) for row in rows])


def unlisted(probes: Sequence[Probe]) -> str:
    """The leave-one-out of attested variants."""
    return f"""\
## Spellings that no list has

Each Latin spelling of a county, city or district that was seen somewhere, beside the official ones, is
taken out of the gazetteer in turn and then stands beside its type word in a sentence about the country,
without a province. What is found is found by folding and by one letter more, less or other. *Place abroad*
are names that the gazetteer also has for the South: without the listed spelling nothing else is known of
them.

{_answer_table([("attested Latin variants", probes)])}
{_told("Not found", probes, ("abroad", "missed", "others", "wrong"))}"""


def _told(label: str, probes: Sequence[Probe], answers: Sequence[str]) -> str:
    """Names with certain answers, listed."""
    rows = [
        f"{probe.name.form} ({probe.name.pcode}: {ANSWER_HEADS[probe.answer]}"
        + (f" {', '.join(probe.said)})" if probe.said else ")")
        for probe in probes
        if probe.answer in answers
    ]
    return f"{label}: {'; '.join(rows)}.\n" if rows else f"{label}: none.\n"


def listed(alone: Sequence[Probe], within: Sequence[Probe]) -> str:
    """Every name of the gazetteer."""
    return f"""\
## Spellings that are listed

Every spelling of the gazetteer in a sentence of its script, with the type word of its unit; first the name
alone, then with its province (not for first-level units). *Unit of the same name* is one that has this very
spelling and that nothing in the sentence excludes.

{_answer_table(_by_script("alone", alone))}
{_told("Not found and not ambiguous", alone, ("abroad", "missed", "others", "wrong"))}
{_answer_table(_by_script("with its province", within))}
{_told("Not found and not ambiguous", within, ("abroad", "missed", "others", "wrong"))}"""


def _by_script(label: str, probes: Sequence[Probe]) -> list[tuple[str, Sequence[Probe]]]:
    """All probes, then those of each script."""
    scripts = sorted({probe.name.script for probe in probes})
    parts = [(script, [probe for probe in probes if probe.name.script == script]) for script in scripts]
    return [(label, probes), *parts]


def pairs(answers: Sequence[PairAnswer]) -> str:
    """Names that are one or two letters apart."""
    groups: dict[str, list[Probe]] = {}
    for one in sorted(answers, key=lambda one: (SCHEMES.index(one.pair.scheme), one.pair.distance)):
        label = f"{one.pair.scheme}, {one.pair.distance} apart"
        groups.setdefault(label, []).extend(one.probes)
    probes = [probe for one in answers for probe in one.probes]
    wrong = [
        f"{probe.name.form} ({probe.name.pcode}) beside {twin.name.form}: {', '.join(probe.said)}"
        for one in answers
        for probe, twin in (one.probes, one.probes[::-1])
        if probe.answer in ("wrong", "others")
    ]
    return f"""\
## Names one or two letters apart

All {len(answers)} pairs of names of second-level units and first-level cities at an edit distance of one or
two, scheme by scheme, both in one text with their type words and without provinces. *Unit of the same name*
are a city and the first-level unit that it forms.

{_answer_table([("all", probes), *groups.items()])}
Wrong: {"; ".join(wrong) or "none"}.
"""


def general(rows: Sequence[tuple[str, FalseHits]]) -> str:
    """False places in general news."""
    own = rows[0][1]
    told = "; ".join(f"{surface} (as {label}, {count})" for surface, label, count in own.forms) or "none"
    rates = [(name, f"{hits.typed_rate:.1f}", f"{hits.bare_rate:.1f}") for name, hits in rows]
    return f"""\
## General news

{own.articles} articles on anything but the country: names taken for a unit, or left open between units, for
every 1,000 articles. Pyongyang is left out, since it is mostly meant.

{table(("system", "with a type word", "bare"), rates)}
factorymap's: {told}.
"""


def speeds(rows: Sequence[tuple[str, Speed]], documents: Sequence[Document], is_general: bool) -> str:
    """How fast places are found."""
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    what = "articles of general news" if is_general else "texts, the shipped articles repeated"
    shown = [
        (name, f"{one.articles_per_second:,.0f}", f"{one.megabytes_per_second:.2f}") for name, one in rows
    ]
    return f"""\
## Speed of finding places

{len(documents)} {what} ({size:.2f} MB), one process, median of {RUNS} runs, Python
{platform.python_version()}; reading files and building tables is not counted. Compare within the table
only.

{table(("system", "articles/s", "MB/s"), shown)}"""


def systems(run: Sequence[System], missing: Sequence[Missing]) -> str:
    """What ran, how, and what could not."""
    lines = [f"* **{system.name}**: {system.note}" for system in run]
    lines += [f"* **{one.name}**: not run ({one.reason})" for one in missing]
    listed_ = "\n".join(lines)
    return f"""\
## The systems

{listed_}

Peers read the same stretches of a text as factorymap does, headline and body. What they find outside the
country costs them nothing. Where peers use our names, a spelling of several units stands for the one of
which it is the best kind of name (official, variant, former, by rule), then for a unit of today, then for
the higher one, then for the lower code; Hangul and Latin names are there bare and with their type word,
names that are ordinary words or persons only with it.
"""
