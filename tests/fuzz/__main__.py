"""
Run a coverage-guided fuzzer over the targets: `python -m tests.fuzz [--seconds N] [TARGET ...]`.

Every target has the same share of the time, in a process of its own. What fails is written to `build/fuzz`
and told with the input that shows it. Exit code 1 if anything failed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS, text_of, within_time

FOLDER = Path("build/fuzz")


def main() -> int:
    """Start a process for each target, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all without")
    parser.add_argument("--seconds", type=int, default=600, help="for all together")
    parser.add_argument("--one", choices=TARGETS, help=argparse.SUPPRESS)
    options, rest = parser.parse_known_args()
    if options.one:
        return _fuzz(options.one, rest)
    chosen = options.targets or list(TARGETS)
    failed = [name for name in chosen if _run(name, options.seconds // len(chosen))]
    print(f"{len(chosen) - len(failed)} passed, {len(failed)} failed")
    return bool(failed)


def _run(name: str, seconds: int) -> bool:
    """Whether a target fails within a time."""
    corpus = FOLDER / name
    corpus.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "tests.fuzz",
        "--one",
        name,
        f"-max_total_time={seconds}",
        "-max_len=600",
    ]
    command += ["-timeout=20", f"-artifact_prefix={corpus}/failed-", str(corpus)]
    print(f"{name}: {seconds} s", flush=True)
    return subprocess.run(command, check=False).returncode != 0


def _fuzz(name: str, arguments: list[str]) -> int:
    """Fuzz one target in this process; atheris ends it."""
    import atheris

    atheris.instrument_all()
    for letter in range(256):  # what is compiled and read on first use counts for no input
        TARGETS[name](bytes([letter]) * 4)
    atheris.Setup([sys.argv[0], *arguments], lambda content: _timed(name, content))
    atheris.Fuzz()
    return 0


def _timed(name: str, content: bytes) -> None:
    """Hold one input to its time."""
    within_time(lambda: TARGETS[name](content), len(text_of(content).encode("utf-8", "surrogatepass")))


if __name__ == "__main__":
    sys.exit(main())
