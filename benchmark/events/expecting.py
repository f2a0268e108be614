"""What to expect of one's own pages, in words whose every number is computed from what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmark.events.first_sight import Batch, Share, pooled
from benchmark.events.scoring import SetScore


@dataclass(frozen=True, slots=True)
class Expected:
    """Figures of texts that the program had never met; None for what was not measured."""

    of: str
    """Which texts."""
    precision: float | None
    recall: float | None
    reported: float | None
    dates: float | None
    quiet: float | None
    sure: float | None


def expectation(batches: Sequence[Batch], held_out: SetScore | None) -> str:
    """What to expect, from the batches at first sight and from the held-out texts."""
    told = [_of_batches(batches)] if batches else []
    told += [_of_texts(held_out)] if held_out else []
    if not told:
        return "Nothing that the program had never met has been measured yet.\n"
    paragraphs = [_sentences(one) for one in told]
    return "\n".join([*paragraphs, *_spread(batches), _advice(told[0])])


def _of_batches(batches: Sequence[Batch]) -> Expected:
    texts = sum(int(one.texts) for one in batches)
    names = ("precision", "recall", "reported", "dates", "quiet", "sure")
    count = "one batch" if len(batches) == 1 else f"{len(batches)} batches"
    return Expected(f"{texts} pages of {count} at first sight", *(pooled(batches, name) for name in names))


def _of_texts(score: SetScore) -> Expected:
    quiet, sure = score.quiet, score.sure
    return Expected(
        f"the {len(score.scores)} held-out texts of our own",
        score.stated.precision,
        score.stated.recall,
        score.reported.recall,
        score.dates.recall,
        quiet[0] / quiet[1] if quiet[1] else None,
        sure[0] / sure[1] if sure[1] else None,
    )


def _sentences(one: Expected) -> str:
    """The figures as sentences, those that are known."""
    known = [
        (one.precision, "of the events that the program stated {} % were right"),
        (one.recall, "of the events in the texts it stated {} %"),
        (one.reported, "stated or showed as possible {} %"),
        (one.dates, "{} % of the dates were exact"),
        (one.sure, "of those that it gave 0.9 or more {} % were right"),
        (one.quiet, "in {} % of the texts without an event it stated none"),
    ]
    said = "; ".join(words.format(round(100 * value)) for value, words in known if value is not None)
    return f"On {one.of}: {said}.\n"


def _spread(batches: Sequence[Batch]) -> list[str]:
    """How much pages differ: the lowest and the highest figure of a batch."""
    ends = []
    for column, name in (("precision", "were right"), ("recall", "were stated")):
        values = [share.value for one in batches if (share := Share.read(getattr(one, column)))]
        if len(values) > 1:
            ends.append(f"{round(100 * min(values))} to {round(100 * max(values))} % {name}")
    return [f"From batch to batch it varies: {', '.join(ends)}.\n"] if ends else []


def _advice(one: Expected) -> str:
    """What follows for somebody who reads the map."""
    advice = []
    if one.precision is not None:
        wrong = round(100 * (1 - one.precision))
        advice.append(
            f"of 100 stated events on your own pages expect about {wrong} that the page does not state, "
            "so read the quotation before you pass one on"
        )
    if one.recall is not None and one.reported is not None:
        more, lost = round(100 * (one.reported - one.recall)), round(100 * (1 - one.reported))
        advice.append(
            f"of 100 events that your pages state expect about {more} more among the possible ones, in "
            f"`review.csv`, and about {lost} nowhere, so that a county without colour proves nothing"
        )
    return f"In plain words: {'; '.join(advice)}.\n" if advice else ""
