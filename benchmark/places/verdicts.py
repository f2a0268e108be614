"""The list of place-name traps, run: right, abstained or wrong; lines of one template count once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmark.places.systems import Found, System
from benchmark.places.traps import ABSTAIN, MARKED, Trap, passage
from benchmark.texts.annotated import text_document
from geo.places.gazetteer import Gazetteer

Verdict = Literal["right", "abstained", "wrong"]
WORST: tuple[Verdict, ...] = ("wrong", "abstained", "right")


@dataclass(frozen=True, slots=True)
class Case:
    """One template of the list, mostly one line, with the worst of its verdicts."""

    traps: tuple[Trap, ...]
    verdicts: tuple[Verdict, ...]
    said: tuple[str, ...]
    """What was said of each line's name, in words."""

    @property
    def verdict(self) -> Verdict:
        """A case is as good as its worst line."""
        return min(self.verdicts, key=WORST.index)

    @property
    def section(self) -> str:
        """Section of the list."""
        return self.traps[0].id.rpartition("-")[0]

    @property
    def expect(self) -> str:
        """unit, none or ambiguous."""
        return self.traps[0].expect


def run_traps(traps: Iterable[Trap], system: System, gazetteer: Gazetteer) -> list[Case]:
    """Every case of the list, in order, as one system answers it."""
    groups: dict[tuple[str, str], list[Trap]] = {}
    for trap in traps:
        groups.setdefault((MARKED.sub("", trap.text).casefold(), trap.expect), []).append(trap)
    cases = []
    for group in groups.values():
        answers = [_at(trap, system) for trap in group]
        verdicts = tuple(map(judge, group, answers, [gazetteer] * len(group)))
        said = tuple(in_words(answer, gazetteer) for answer in answers)
        cases.append(Case(tuple(group), verdicts, said))
    return cases


def _at(trap: Trap, system: System) -> list[Found]:
    """What the system says of the marked name."""
    text, start, end = passage(trap)
    return [one for one in system.find(text_document(text, trap.id)) if one.overlaps(start, end)]


def judge(trap: Trap, answer: Sequence[Found], gazetteer: Gazetteer) -> Verdict:
    """
    Right, abstained or wrong, by the rules in README.md.

    An ambiguity that lists the right unit, `unknown` and silence are abstentions where a unit or an ambiguity
    is expected; an ambiguity without the right unit, a namesake abroad and another unit are wrong.
    """
    named = {one.pcode for one in answer if one.pcode}
    listed = [one.candidates for one in answer if one.outcome == "ambiguous"]
    abroad = any(one.outcome == "foreign" for one in answer)
    if trap.expect == "none":
        return "wrong" if named else "abstained" if any(listed) else "right"
    if trap.expect == "ambiguous":
        return _judge_ambiguous(trap, named, listed, abroad)
    unit = gazetteer.units[trap.target]
    accepted = {unit.pcode, unit.parent_pcode} if unit.level == 3 else {unit.pcode}
    if named:
        return "right" if named <= accepted else "wrong"
    return "wrong" if abroad or any(not codes & accepted for codes in listed) else "abstained"


def _judge_ambiguous(trap: Trap, named: set[str], listed: Sequence[frozenset[str]], abroad: bool) -> Verdict:
    """A name that the text does not settle."""
    if named:
        return "wrong"
    if trap.targets[-1] == ABSTAIN or any(codes >= set(trap.targets) for codes in listed):
        return "right"
    return "wrong" if abroad else "abstained"


def in_words(answer: Sequence[Found], gazetteer: Gazetteer) -> str:
    """What was said of a name: units, candidates, or that nothing was."""
    parts = []
    for one in answer:
        if one.pcode:
            parts.append(gazetteer.units[one.pcode].name + f" ({one.pcode})")
        elif one.candidates:
            parts.append("one of " + ", ".join(sorted(one.candidates)))
        else:
            parts.append("abroad" if one.outcome == "foreign" else one.outcome)
    return "; ".join(dict.fromkeys(parts)) or "nothing"
