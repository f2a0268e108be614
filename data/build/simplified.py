"""
Compile `data/build/simplified.csv`: characters of names in hanja that simplified Chinese writes otherwise.

    python data/build/simplified.py --opencc TSCharacters.txt --names data/names.csv

`TSCharacters.txt` is OpenCC's table of characters (Apache 2.0), traditional and simplified, one line each; of
several simplified forms the first is the usual one. Only single facts are taken from it, for characters that
names hold.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

HERE = Path(__file__).parent
KOREAN_SHAPES = {"靑": "青", "淸": "清", "郞": "郎", "豊": "丰"}
"""Shapes of characters that are printed in Korea only, which the table lacks."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opencc", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    args = parser.parse_args()
    lines = (line.split() for line in args.opencc.read_text(encoding="utf-8").splitlines())
    simplified = {traditional: other[0] for traditional, *other in filter(None, lines)}
    simplified |= KOREAN_SHAPES
    with args.names.open(encoding="utf-8", newline="") as file:
        used = {c for row in csv.DictReader(file) if row["script"] == "hanja" for c in row["form"]}
    pairs = sorted((c, simplified[c]) for c in used if simplified.get(c, c) != c)
    with (HERE / "simplified.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("traditional", "simplified"))
        writer.writerows(pairs)


if __name__ == "__main__":
    main()
