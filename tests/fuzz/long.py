"""
The long run: `python -m tests.fuzz.long [--times N] [--seed S] [TARGET ...]`.

Millions of made inputs at full speed, without tracing of what they reach, in blocks with a process each: a
crash of the interpreter or a hang loses one block and is told. What fails is written to `build/fuzz` with the
seed and the block that make it again: `--seed S --block B TARGET` runs that one block here. The counts so far
are in `build/fuzz/long.json`. Exit code 1 if anything failed.
"""

from __future__ import annotations

import argparse
import gc
import json
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from time import monotonic, process_time
from types import FrameType

from tests.fuzz.made import made
from tests.fuzz.targets import CHECKS, within_time

FOLDER = Path("build/fuzz")
BLOCKS = 200
"""Blocks of each target in one full run; they take turns, so that a run that is ended has tried all."""
COUNTS = {"names": 4_400_000, "dates": 5_700_000, "texts": 200_000, "events": 320_000, "files": 500_000}
HANGS = 60
"""Seconds of its own time after which an input is given up."""


@dataclass
class Tally:
    """What became of the inputs of a target."""

    inputs: int = 0
    failed: int = 0
    slowest: float = 0.0
    """Seconds of the slowest input."""
    seconds: float = 0.0
    """Processor time, with that of making the inputs."""
    failures: list[str] = field(default_factory=list)


def main() -> int:
    """Run the blocks, each in a process, and tell the counts."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.long", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(CHECKS)}; all without")
    parser.add_argument("--times", type=float, default=1.0, help="share of the usual counts, 1 by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--block", type=int, help="run this block alone, in this process")
    options = parser.parse_args()
    chosen = options.targets or list(CHECKS)
    tallies = {name: Tally() for name in chosen}
    for (
        name
    ) in chosen:  # what is compiled and read on first use counts for no input, and is shared by all blocks
        _block(name, options.seed, -1, 300)
    if options.block is not None:
        for name in chosen:
            tallies[name] = _block(name, options.seed, options.block, _size(name))
    else:
        gc.freeze()
        begun = monotonic()
        for block in range(round(BLOCKS * options.times)):
            for name in chosen:
                _add(tallies[name], _in_process(name, options.seed, block))
            _tell(tallies, options.seed, monotonic() - begun)
    for name, tally in tallies.items():
        print(f"{name}: {tally.inputs:,} inputs, {tally.failed} failed, the slowest {tally.slowest:.3f} s")
        print("".join(f"  {line}\n" for line in tally.failures), end="")
    return any(tally.failed for tally in tallies.values())


def _size(name: str) -> int:
    """Inputs in a block."""
    return COUNTS[name] // BLOCKS


def _in_process(name: str, seed: int, block: int) -> Tally:
    """A block in a process of its own; one that does not come back counts as failed."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, name, seed, block))
    process.start()
    theirs.close()
    try:
        return Tally(**ours.recv())
    except EOFError:
        return Tally(failed=1, failures=[f"block {block} of seed {seed} ended its process"])
    finally:
        process.join()


def _send(connection: Connection, name: str, seed: int, block: int) -> None:
    connection.send(asdict(_block(name, seed, block, _size(name))))


def _block(name: str, seed: int, block: int, size: int) -> Tally:
    """Check so many inputs."""
    random = Random(f"{name} {seed} {block}")
    tally = Tally()
    begun = process_time()
    signal.signal(signal.SIGPROF, _give_up)
    for number in range(size):
        content = made(name, random)
        tally.inputs += 1
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        try:
            spent = within_time(_on(CHECKS[name], content), len(_raw(content)))
            tally.slowest = max(tally.slowest, spent)
        except Exception as error:
            if block >= 0:
                _note(tally, name, f"seed {seed}, block {block}, input {number}", content, error)
    signal.setitimer(signal.ITIMER_PROF, 0)
    tally.seconds = process_time() - begun
    return tally


def _on(check: Callable[[str | bytes], int], content: str | bytes) -> Callable[[], int]:
    return lambda: check(content)


def _raw(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"no end after {HANGS} s")


def _note(tally: Tally, name: str, where: str, content: str | bytes, error: Exception) -> None:
    """Write down what failed."""
    tally.failed += 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{name} {where}".replace(", ", "-").replace(" ", "-")
    file.write_bytes(_raw(content))
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    tally.failures.append(f"{where}: {said}; {file}")
    print(f"{name}, {tally.failures[-1]}", flush=True)


def _add(tally: Tally, more: Tally) -> None:
    tally.inputs += more.inputs
    tally.failed += more.failed
    tally.slowest = max(tally.slowest, more.slowest)
    tally.seconds += more.seconds
    tally.failures += more.failures


def _tell(tallies: dict[str, Tally], seed: int, seconds: float) -> None:
    """Write the counts so far."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = {name: asdict(tally) for name, tally in tallies.items()}
    (FOLDER / "long.json").write_text(json.dumps({"seed": seed, "seconds": round(seconds), **told}, indent=1))


if __name__ == "__main__":
    sys.exit(main())
