"""
Train the two steps that decide on events, and write their weights into data/weights.csv: `make weights`.

    python -m benchmark training [--also DIR ...] [--output FILE]

It learns from nothing but the annotated texts of this repository: texts/tuned, snippets and cases, and the
shipped briefs with the statements of their pages (`statements.csv`); `--also` adds folders like texts/tuned.
The same texts give the same bytes.

Both steps are logistic regressions. The first weighs each candidate by its features, those seen a few
times; a candidate holds if at least half of the places of its list have the event in gold. The second
weighs each claim (a place, a facility group, a stage) by the odds of its candidates and of its rivals. So
that these odds are no better than on a new text, they come from first steps trained without the claim's
document; the texts are divided for it in several ways, and the second steps averaged, so that one text more
or less moves little. Setbacks are not in gold: candidates of them have no part in the training and are
weighed by what the others have taught.

The figures that are told are of the same kind: each text judged by steps trained on others, dates aside.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from benchmark import command_line
from benchmark.events.scoring import Answer, EventScore, SetScore
from benchmark.events.statements import read_shipped
from benchmark.events.tables import reliability_table, share_of
from benchmark.figures import table
from benchmark.texts.annotated import CASES, TUNED, Annotated, EventKey, read_annotated, read_snippets
from benchmark.texts.units import county_of
from geo.errors import FactorymapError, InputError
from geo.events.candidates import Candidate, candidates
from geo.events.decision import SETBACK_ODDS, Claim, claim_features, claims_of, keep_laws, weigh
from geo.events.places import place_key
from geo.events.reading import Reading, read_document
from geo.events.wrapped import unwrap
from geo.models import POSSIBLE_FROM, SETBACKS, STATED_FROM
from geo.places import Gazetteer, find_mentions, load_gazetteer
from geo.text import compose, split_sentences

WEIGHTS = Path(__file__).parents[2] / "data" / "weights.csv"
FOLDS, TURNS = 5, 4
"""Parts that the texts are divided into, and divisions whose second steps are averaged."""
LEAST_WEIGHT = 0.02
"""Weights nearer to nothing are left out of the file."""

Weights = dict[str, float]
"""Feature -> weight; the empty one is there always."""


class Step(NamedTuple):
    """How a step is fitted."""

    strength: float
    """The inverse of the L2 penalty."""
    least_seen: int
    """So many times a feature has to be seen."""
    tolerance: float


FIRST = Step(0.06, 4, 1e-3)
SECOND = Step(0.1, 0, 1e-4)


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text with its candidates."""

    set: str
    article: Annotated
    reading: Reading
    candidates: Sequence[Candidate]

    def fold(self, turn: int = 0) -> int:
        """The part of the texts that it belongs to, whatever other texts there are, in a division of them."""
        name = f"{self.set}/{self.article.document.language}/{self.article.document.id}"
        return crc32(f"{name}{turn or ''}".encode()) % FOLDS


def main(arguments: Sequence[str]) -> int:
    """Train, write and tell; 1 if something cannot be read."""
    parser = command_line("training", __doc__)
    parser.add_argument(
        "--also", type=Path, nargs="+", default=[], metavar="DIR", help="folders to train on, too"
    )
    parser.add_argument(
        "--output", type=Path, default=WEIGHTS, metavar="FILE", help="default: data/weights.csv"
    )
    options = parser.parse_args(arguments)
    try:
        texts = read_texts(options.also)
        first, second, scores = train(texts)
    except FactorymapError as error:
        print(f"training: {error}", file=sys.stderr)
        return 1
    options.output.write_text(weights_file(first, second), encoding="utf-8")
    print(told(texts, scores))
    print(f"{options.output}: {len(texts)} texts")
    return 0


def read_texts(also: Sequence[Path] = ()) -> list[Text]:
    """The texts to train on, with their candidates."""
    sets = {
        "tuned": read_annotated(TUNED),
        "snippets": [*read_snippets("en"), *read_snippets("ko")],
        "cases": [*read_snippets("en", CASES), *read_snippets("ko", CASES)],
        "shipped": read_shipped(),
        **{str(folder): read_annotated(folder) for folder in also},
    }
    gazetteer = load_gazetteer()
    return [read_text(name, article, gazetteer) for name, articles in sets.items() for article in articles]


def read_text(name: str, article: Annotated, gazetteer: Gazetteer) -> Text:
    """Take a text as far as the decision, on the way that `geo.pipeline` and `geo.events` go."""
    composed = compose(article.document)
    document = composed.document if composed else article.document
    mentions, sentences = find_mentions(document, gazetteer), split_sentences(document)
    if unwrapped := unwrap(document, sentences):
        mentions = tuple(unwrapped.mention(mention) for mention in mentions)
        sentences = tuple(unwrapped.sentence(sentence) for sentence in sentences)
        document = unwrapped.document
    reading = read_document(document, sentences, mentions)
    return Text(name, article, reading, tuple(candidates(reading)))


def train(texts: Sequence[Text]) -> tuple[Weights, Weights, list[EventScore]]:
    """
    The weights of both steps, and how each text fares with weights that it had no part in.

    Raises
    ------
    InputError
        If scikit-learn is missing.
    """
    claims = unseen_claims(texts, 0)
    scores = [EventScore((), True, True)] * len(texts)
    for fold in range(FOLDS):
        second = fit_second([one for one in claims if one[0].fold() != fold])
        for number, (text, found) in enumerate(claims):
            if text.fold() == fold:
                scores[number] = score(text, judge(text, found, second))
    seconds = [fit_second(claims), *(fit_second(unseen_claims(texts, turn)) for turn in range(1, TURNS))]
    return fit_first(texts), mean(seconds), scores


def unseen_claims(texts: Sequence[Text], turn: int) -> list[tuple[Text, Sequence[Claim]]]:
    """Each text with its claims by a first step that it had no part in, by a division of the texts."""
    unseen: list[Sequence[Claim]] = [()] * len(texts)
    for fold in range(FOLDS):
        first = fit_first([text for text in texts if text.fold(turn) != fold])
        for number, text in enumerate(texts):
            if text.fold(turn) == fold:
                unseen[number] = claims_by(text, first)
    return list(zip(texts, unseen, strict=True))


def mean(steps: Sequence[Weights]) -> Weights:
    """The mean weight of each feature."""
    names = dict.fromkeys(name for step in steps for name in step)
    return {name: sum(step.get(name, 0.0) for step in steps) / len(steps) for name in names}


def claims_by(text: Text, first: Weights) -> list[Claim]:
    """The claims of a text, as a first step puts them in order."""
    return claims_of(text.candidates, weigh(text.candidates, first))


def fit_first(texts: Sequence[Text]) -> Weights:
    """Weights of candidates."""
    rows, labels = [], []
    for text in texts:
        for one in text.candidates:
            if one.stage not in SETBACKS:
                right = [
                    _key(place_key(mention), one.facility, one.stage) in text.article.events
                    for mention in one.sites.mentions
                ]
                rows.append(dict.fromkeys(one.features, 1.0))
                labels.append(any(right) and 2 * sum(right) >= len(right))
    return fit(rows, labels, FIRST)


def fit_second(texts: Sequence[tuple[Text, Sequence[Claim]]]) -> Weights:
    """Weights of claims."""
    rows, labels = [], []
    for text, claims in texts:
        for claim, features in zip(claims, claim_features(text.reading, claims), strict=True):
            if claim.stage not in SETBACKS:
                rows.append(features)
                labels.append(_key(claim.place, claim.facility, claim.stage) in text.article.events)
    return fit(rows, labels, SECOND)


def _key(place: str, facility: str, stage: str) -> EventKey:
    """A claim as gold counts it: by county, projects without a name among the others."""
    gazetteer = load_gazetteer()
    county = county_of(place, gazetteer) if place in gazetteer.units else place
    return county, "other" if facility == "projects" else facility, stage


def fit(rows: Sequence[Mapping[str, float]], labels: Sequence[bool], step: Step) -> Weights:
    """A logistic regression with an L2 penalty: feature -> weight, the intercept under the empty name."""
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        raise InputError("scikit-learn is missing; pip install 'factorymap[bench]' installs it.") from None
    if len(set(labels)) < 2:
        raise InputError("there is nothing to learn: all candidates are right, or none is.")
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    if step.least_seen:
        seen = (matrix > 0).sum(axis=0).A1
        vectors.restrict(seen >= step.least_seen)
        matrix = vectors.transform(rows)
    model = LogisticRegression(C=step.strength, max_iter=3000, tol=step.tolerance)
    model.fit(matrix, labels)
    weights = zip(vectors.feature_names_, map(float, model.coef_[0]), strict=True)
    return {"": float(model.intercept_[0]), **dict(weights)}


def judge(text: Text, claims: Sequence[Claim], second: Weights) -> list[Claim]:
    """Claims with the probabilities that a second step gives them."""
    for claim, features in zip(claims, claim_features(text.reading, claims), strict=True):
        odds = second.get("", 0.0) + SETBACK_ODDS * (claim.stage in SETBACKS)
        odds += sum(second.get(name, 0.0) * value for name, value in features.items())
        claim.probability = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
    return keep_laws(text.reading, claims)


def score(text: Text, claims: Sequence[Claim]) -> EventScore:
    """Claims that are at least possible beside gold, dates aside."""
    found: dict[EventKey, float] = {}
    for claim in claims:
        if claim.stage not in SETBACKS and claim.probability >= POSSIBLE_FROM:
            key = _key(claim.place, claim.facility, claim.stage)
            found[key] = max(found.get(key, 0.0), claim.probability)
    answers = tuple(
        Answer((None,) if key in text.article.events else (), ((found[key], None),) if key in found else ())
        for key in dict.fromkeys((*text.article.events, *found))
    )
    return EventScore(answers, not text.article.events, max(found.values(), default=0) < STATED_FROM)


def weights_file(first: Weights, second: Weights) -> str:
    """The table of both steps, in order of the features."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("step", "feature", "weight"))
    for step, weights in ((1, first), (2, second)):
        kept = sorted(name for name, weight in weights.items() if not name or abs(weight) >= LEAST_WEIGHT)
        writer.writerows((step, name, f"{weights[name]:.2f}") for name in kept)
    return file.getvalue()


_HEAD = ("texts", "events", "best F1", "at line", "precision", "recall", "reported", "right of ≥ 0.9")


def told(texts: Sequence[Text], scores: Sequence[EventScore]) -> str:
    """The figures by set and language, and how far confidence can be trusted."""
    groups: dict[str, list[EventScore]] = {"all": list(scores)}
    for text, one in zip(texts, scores, strict=True):
        for name in (text.set, f"{text.set}, {text.article.document.language}"):
            groups.setdefault(name, []).append(one)
    sets = {name: SetScore(groups[name]) for name in sorted(groups)}
    return f"{table(_HEAD, map(_row, sets, sets.values()))}\n{reliability_table({'all': sets['all']})}"


def _row(name: str, score: SetScore) -> list[str]:
    """The figures of a group of texts."""
    best, line = score.best
    rates = (best, line, score.stated.precision, score.stated.recall, score.reported.recall)
    gold = str(score.stated.gold)
    return [f"{name} ({len(score.scores)})", gold, *(f"{one:.3f}" for one in rates), share_of(score.sure)]
