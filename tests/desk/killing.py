"""
A desk that is killed while decisions come in as fast as they are answered, and what stands in the file.

    python -m tests.desk.killing [--kills 60] [--seed 1]

`make kill-test` calls it. Every decision that was answered has to stand in the file.
"""

from __future__ import annotations

import argparse
import http.client
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from geo.decisions import read_decisions
from tests.desk.served import Client, process, write_articles


def kill_once(articles: Path, file: Path, number: int, after: float) -> list[str]:
    """The keys that were answered before the process was killed."""
    answered: list[str] = []
    asked = 0
    with process(articles, file) as (address, running):
        client = Client(address)
        killer = threading.Timer(after, running.kill)
        killer.start()
        try:
            while True:
                key = f"e-{number:04x}{asked:06x}"
                asked += 1
                status, _ = client.decide({"decision": "reject", "key": key, "reason": "killed"})
                if status == 200:
                    answered.append(key)
        except (OSError, http.client.HTTPException):
            pass
        finally:
            killer.cancel()
    return answered


def kill(folder: Path, kills: int, seed: int) -> Counter[str]:
    """Kill a desk on one file so many times; counts of what was found."""
    chance, counts = random.Random(seed), Counter[str]()
    articles, file = write_articles(folder / "articles"), folder / "decisions.csv"
    kept: set[str] = set()
    for number in range(kills):
        answered = kill_once(articles, file, number, chance.uniform(0.02, 0.6))
        kept |= set(answered)
        rows = read_decisions(file).rows if file.exists() else ()
        found = {row.key for row in rows}
        counts["kills"] += 1
        counts["answered"] += len(answered)
        counts["lost"] += len(kept - found)
        counts["written, not answered"] += len(found - kept)
        counts["twice"] += len(rows) - len(found)
        kept |= found
        if number % 10 == 9:
            print(number + 1, dict(counts), file=sys.stderr)
    left = {path.name for path in folder.iterdir()} - {"articles", "decisions.csv", ".decisions.csv.lock"}
    counts["parts left"] = len(left)
    return counts


def main() -> None:
    """Kill, and print one line of counts; exit code 1 if a decision was lost."""
    parser = argparse.ArgumentParser(description="Kill desks while decisions come in.")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        counts = kill(Path(place), given.kills, given.seed)
    print(dict(sorted(counts.items())), f"{time.monotonic() - begun:.0f} s")
    sys.exit("decisions were lost" if counts["lost"] or counts["twice"] else 0)


if __name__ == "__main__":
    main()
