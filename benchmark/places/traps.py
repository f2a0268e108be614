"""
Read and check the list of place-name traps, `benchmark/places/traps.tsv`.

    python -m benchmark traps [FILE]

Every problem is printed with the line it stands on; the exit status is 1 if there is any.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark import command_line
from geo.errors import InputError
from geo.models import Unit
from geo.places.gazetteer import load_gazetteer

TRAPS = Path(__file__).parent / "traps.tsv"
FIELDS = ("id", "expect", "target", "text", "reason")
ABSTAIN = "none"
"""Last target of an ambiguous line on which naming no unit is as good as naming the candidates."""
OPEN, CLOSE = "⟦", "⟧"
MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]+){CLOSE}")
ID = re.compile(r"[a-z]+(?:-[a-z]+)*-\d{2,}")
LABEL = re.compile(r"[A-Z]{2}|[a-z]+")
"""What a `none` line says the name is: a country (ISO 3166-1 alpha-2) or a word such as `person`."""


@dataclass(frozen=True, slots=True)
class Trap:
    """One line of the list."""

    line: int
    """Line in the file, the header being 1."""
    id: str
    expect: str
    """unit, none or ambiguous."""
    target: str
    text: str
    """As in the file: the name between markers, a line break written as backslash and n."""
    reason: str

    @property
    def targets(self) -> tuple[str, ...]:
        """Parts of `target`."""
        return tuple(self.target.split("|"))


def read_traps(path: Path = TRAPS) -> list[Trap]:
    """
    Lines of a trap list, in order.

    Raises
    ------
    InputError
        If the header is another one or a line has too many or too few fields.
    """
    traps = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != FIELDS:
            raise InputError(f"{path}: the header is not {' '.join(FIELDS)}, parted by tabs.")
        for line, row in enumerate(rows, start=2):
            if len(row) != len(FIELDS):
                raise InputError(
                    f"{path}:{line}: {len(row)} fields, not {len(FIELDS)}. Look for a missing tab."
                )
            traps.append(Trap(line, *row))
    return traps


def passage(trap: Trap) -> tuple[str, int, int]:
    """Text without markers and with real line breaks, start and end of the name in it (characters)."""
    marked = trap.text.replace("\\n", "\n")
    start, end = marked.index(OPEN), marked.index(CLOSE) - len(OPEN)
    return marked.replace(OPEN, "").replace(CLOSE, ""), start, end


def target_problems(trap: Trap, units: Mapping[str, Unit]) -> Iterator[str]:
    """What is wrong with `expect` and `target`."""
    match trap.expect:
        case "unit":
            codes, few = trap.targets, len(trap.targets) != 1
        case "ambiguous":
            codes = trap.targets[:-1] if trap.targets[-1] == ABSTAIN else trap.targets
            few = len(set(codes)) < 2 or list(codes) != sorted(set(codes))
        case "none":
            if not LABEL.fullmatch(trap.target):
                yield f"target {trap.target!r} says neither a country nor what the name is"
            return
        case _:
            yield f"expect is {trap.expect!r}, not unit, none or ambiguous"
            return
    if few:
        yield f"target {trap.target!r} does not fit {trap.expect!r}: one code, or two and more, sorted"
    for code in codes:
        if code not in units:
            yield f"target {code!r} is no unit of units.csv"
        elif units[code].status == "composite":
            yield f"target {code!r} is a composite; name the unit that is meant"


def line_problems(trap: Trap, units: Mapping[str, Unit]) -> Iterator[str]:
    """What is wrong with one line by itself."""
    for field in FIELDS:
        value = getattr(trap, field)
        if not value.strip() or value != value.strip():
            yield f"{field} is empty or has space at an end"
    if not ID.fullmatch(trap.id):
        yield f"id {trap.id!r} is not like mr-07"
    if len(MARKED.findall(trap.text)) != 1 or trap.text.count(OPEN) + trap.text.count(CLOSE) != 2:
        yield f"text has not exactly one name between {OPEN} and {CLOSE}"
    yield from target_problems(trap, units)


def repeats(traps: list[Trap]) -> Iterator[tuple[Trap, str]]:
    """Lines that have the id, the text or the reason of an earlier one."""
    for field in ("id", "text", "reason"):
        first: dict[str, int] = {}
        for trap in traps:
            key = getattr(trap, field).casefold()
            if key in first:
                yield trap, f"same {field} as line {first[key]}"
            first.setdefault(key, trap.line)


def problems(traps: list[Trap], units: Mapping[str, Unit]) -> list[str]:
    """Everything wrong with the list, by line."""
    found = [(trap, text) for trap in traps for text in line_problems(trap, units)]
    found.extend(repeats(traps))
    return [f"{trap.line}: {trap.id}: {text}" for trap, text in sorted(found, key=lambda pair: pair[0].line)]


def main(arguments: Sequence[str]) -> int:
    """Check the file named on the command line, or the shipped list."""
    parser = command_line("traps", __doc__)
    parser.add_argument("path", type=Path, nargs="?", default=TRAPS, metavar="FILE", help="another list")
    path: Path = parser.parse_args(arguments).path
    traps = read_traps(path)
    found = problems(traps, load_gazetteer().units)
    for text in found:
        print(f"{path}:{text}", file=sys.stderr)
    counts = Counter(trap.expect for trap in traps)
    print(f"{len(traps)} lines: {', '.join(f'{count} {expect}' for expect, count in sorted(counts.items()))}")
    return 1 if found else 0
