"""Learned weights as the file that `geo.events.read_weights` reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from geo.events import shipped_weights
from geo.text import data_rows


def weights_file(second: Mapping[str, float]) -> str:
    """The whole table, in the order in which it ships, with the weights that ship beside the learned ones."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("step", "feature", "weight", "shipped"))
    shipped = shipped_weights().second
    for row in data_rows("weights.csv"):
        step, feature, weight = row["step"], row["feature"], row["weight"]
        moved = step == "2" and abs(second[feature] - shipped[feature]) >= 5e-5
        writer.writerow((step, feature, f"{second[feature]:.4f}" if moved else weight, weight))
    return file.getvalue()
