"""Articles on mills that may be completed or being built, and decisions on them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import geo
from geo.decisions import event_key

HEAD = "TITLE: Report\nDATE: 2025-03-02\nSOURCE: Example Agency\n\n"
FORMS = (
    "A paper mill in {} County, {} Province, is near completion and has opened its doors.",
    "A paper mill in {} County, {} Province, has opened its doors and is near completion.",
)
PLACES = (
    *(("Songchon", "South Phyongan"), ("Kusong", "North Phyongan"), ("Hamju", "South Hamgyong")),
    *(("Jaeryong", "South Hwanghae"), ("Kujang", "North Phyongan"), ("Kilju", "North Hamgyong")),
    *(("Tongsin", "Jagang"), ("Kosan", "Kangwon"), ("Orang", "North Hamgyong"), ("Ichon", "Kangwon")),
)


def write_mills(folder: Path) -> Path:
    """Ten articles in a folder of their own."""
    folder.mkdir(parents=True)
    for number, place in enumerate(PLACES):
        text = f"{HEAD}{FORMS[number % 2].format(*place)}\n"
        (folder / f"{place[0]}.txt").write_text(text, encoding="utf-8")
    return folder


def write_decisions(mills: Path, said: Mapping[str, str], file: Path) -> Path:
    """A decision on every event of these stages."""
    run = geo.build(mills)
    documents = {one.id: one for one in run.documents}
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("decision", "key", "reason"))
        for event in run.events:
            if event.stage in said:
                key = event_key(event, documents[event.document_id])
                writer.writerow((said[event.stage], key, "seen on the ground"))
    return file
