"""
What a build has written -> announcements, from announcements.geojson, announcements.csv or their folder.

The words of reports come back as they stand in the file; rule and confidence of each reading, and where its
evidence stood in the document, are not written and so not read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from geo.errors import InputError
from geo.models import (
    ALL_STAGES,
    FACILITIES,
    Announcement,
    Event,
    Evidence,
    Place,
    Report,
    Ruling,
)
from geo.places import load_gazetteer
from geo.text import JOINT, decode, place_in_set, plain, read_records, read_set

POINTS, TABLE, RECORD = "announcements.geojson", "announcements.csv", "run.json"
"""What is read of a folder: the first of the two that is there, and what says which version wrote it."""

NEEDED = ("id", "pcode", "facility", "stage", "conflict")


@dataclass(frozen=True, slots=True)
class Build:
    """What is known of an earlier build."""

    path: str
    """As the user named it."""
    version: str
    """Of the factorymap that made it; empty if it is not told."""
    options: Mapping[str, Any]
    """As run.json has them; empty if it is not there."""
    announcements: tuple[Announcement, ...]


def read_build(path: str | PathLike[str]) -> Build:
    """
    The announcements of a build, from its folder or from one of its two files.

    Raises
    ------
    InputError
        If there is no build, if it is damaged, or if another version wrote it without what is needed.
    """
    file = _file_of(Path(path))
    files = read_set(file.parent, (file.name, RECORD))
    content = _content(files, file)
    rows = _features(content, file) if file.suffix.lower() != ".csv" else _rows(content, file)
    announcements = tuple(_guarded(row, file) for row in rows)
    run = _run_record(files.get(RECORD, b""))
    return Build(fspath(path), str(run.get("factorymap", "")), _options(run), announcements)


def reports_of(
    row: Mapping[str, Any], event: Callable[[Mapping[str, Any], Evidence], Event]
) -> tuple[Report, ...]:
    """
    The reports of a row of announcements.csv or of the properties of a feature; none if they are not written.

    `event` makes the event of a report from its record and its words.
    """
    if isinstance(row.get("evidence"), list):
        return tuple(_report(record, str(record["text"]), event) for record in row["evidence"])
    words = [plain(piece) for piece in str(row.get("evidence") or "").split(JOINT)]
    records = json.loads(str(row.get("reports") or "[]"))
    return tuple(_report(record, words[record["evidence"] - 1], event) for record in records)


def listed(cell: Any) -> list[str]:
    """The items of a list, or of a cell in which they are joined."""
    if isinstance(cell, list):
        return [str(one) for one in cell]
    return [plain(one) for one in str(cell or "").split(JOINT) if one]


def _file_of(path: Path) -> Path:
    """The file to read, of a folder or named by itself."""
    if not path.exists():
        raise InputError(f"'{path}': there is no such file or folder. Check the path.")
    if path.is_file():
        return path
    if not path.is_dir():
        raise InputError(f"'{path}' is no regular file. Name the folder that `factorymap build -o` wrote.")
    for name in (POINTS, TABLE):
        if place_in_set(path, name).is_file():
            return path / name
    raise InputError(
        f"'{path}' holds no build: neither {POINTS} nor {TABLE} is in it. "
        "Name the folder that `factorymap build -o` wrote."
    )


def _content(files: Mapping[str, bytes], file: Path) -> str:
    """The text of a file."""
    try:
        return decode(files.get(file.name, b""))[0].removeprefix("\ufeff")
    except InputError as error:
        raise InputError(f"'{file}' is not of a build: {error}.") from error


def _features(content: str, file: Path) -> list[Mapping[str, Any]]:
    """The properties of the features of announcements.geojson."""
    try:
        collection = json.loads(content)
        features = [feature["properties"] for feature in collection["features"]]
    except (ValueError, RecursionError, LookupError, TypeError):
        raise InputError(f"'{file}' is no GeoJSON of a build. Name the folder or {POINTS} of one.") from None
    for row in features:
        _check(row, file, "evidence")
        if any(not isinstance(one, dict) or "document" not in one for one in row["evidence"]):
            raise _too_old(file, "the publisher of each report")
    return features


def _rows(content: str, file: Path) -> list[Mapping[str, Any]]:
    """The rows of announcements.csv."""
    try:
        columns, rows = read_records(content)
    except ValueError as error:
        raise InputError(f"'{file}' is damaged ({error}). Build it again.") from None
    _check(dict.fromkeys(columns), file, "id")
    if "reports" not in columns:
        raise _too_old(file, "the column 'reports'")
    return [{name: cell if name == "reports" else plain(cell) for name, cell in row.items()} for row in rows]


def _check(row: Any, file: Path, also: str) -> None:
    """Raise unless a row has what every version writes."""
    missing = [name for name in (*NEEDED, also) if not isinstance(row, Mapping) or name not in row]
    if missing:
        raise InputError(
            f"'{file}' is not of a build: it has no {missing[0]!r}. "
            "Name the folder that `factorymap build -o` wrote."
        )


def _too_old(file: Path, what: str) -> InputError:
    return InputError(f"'{file}' was written by an earlier factorymap, without {what}. Build it again.")


def _guarded(row: Mapping[str, Any], file: Path) -> Announcement:
    """The announcement of a row, or one line if the row is not as a build writes it."""
    try:
        return _announcement(row)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(f"'{file}' is damaged ({type(error).__name__}: {error}). Build it again.") from error


def _announcement(row: Mapping[str, Any]) -> Announcement:
    """One announcement from its row or properties."""
    _known("stage", row["stage"], ALL_STAGES)
    _known("facility", row["facility"], FACILITIES)
    candidates = tuple(_places(listed(row.get("candidates"))))
    reports = reports_of(row, lambda record, words: _event(row, candidates, record, words))
    dated = {stage: listed(row.get(f"{stage}_on")) for stage in ALL_STAGES}
    told = {report.event.stage for report in reports} | {row["stage"]}
    return Announcement(
        id=row["id"],
        pcode=row["pcode"] or None,
        name=str(row.get("county") or row.get("province") or ""),
        name_ko=str(row.get("county_ko") or ""),
        province=str(row.get("province") or ""),
        place_precision=row.get("place_precision") or "unknown",
        candidates=candidates,
        campaign=str(row.get("campaign") or ""),
        facility=row["facility"],
        stage=row["stage"],
        stage_dates=tuple((s, day) for s in ALL_STAGES for day in dated[s] or [""] * (s in told)),
        first_reported_on=row.get("first_reported_on") or None,
        last_reported_on=row.get("last_reported_on") or None,
        confidence=float(row.get("confidence") or 0),
        conflict=row["conflict"],
        reports=reports,
        n_sources=int(row.get("n_sources") or 0),
        n_origins=int(row.get("n_origins") or 0),
        origins=tuple(listed(row.get("origins"))),
    )


def _known(what: str, value: str, values: Iterable[str]) -> None:
    if value not in values:
        raise ValueError(f"unknown {what} {value!r}")


def _places(texts: Iterable[str]) -> Iterable[Place]:
    """Places written as `KP0617 Unsan (North Phyongan)`; codes that the gazetteer lacks are left out."""
    gazetteer = load_gazetteer()
    codes = (text.partition(" ")[0] for text in texts)
    return (gazetteer.place(code) for code in codes if code in gazetteer.units)


def _event(
    row: Mapping[str, Any], candidates: tuple[Place, ...], record: Mapping[str, Any], words: Evidence
) -> Event:
    """The event of one report of an announcement."""
    return Event(
        document_id=str(record["document"]),
        pcode=row["pcode"] or None,
        name=str(row.get("county") or "") or None,
        province=str(row.get("province") or "") or None,
        outcome="resolved" if row["pcode"] else "ambiguous" if candidates else "unknown",
        candidates=candidates,
        place_precision=row.get("place_precision") or "unknown",
        facility=row["facility"],
        stage=str(record["stage"]),
        date=record["date"] or None,
        evidence=words,
        rule="read from a build",
        confidence=float(row.get("confidence") or 0),
        policy=bool(record["policy"]),
    )


def _report(
    record: Mapping[str, Any], words: str, event: Callable[[Mapping[str, Any], Evidence], Event]
) -> Report:
    """One report from its record."""
    return Report(
        event=event(record, Evidence(0, 0 if record.get("noted") else len(words), words)),
        document_id=str(record["document"]),
        publisher=plain(str(record["publisher"])),
        published_on=record["published_on"] or None,
        url=plain(str(record["url"])),
        origin=str(record["claimant"]),
        is_summary=bool(record["summary"]),
        copy_of=str(record.get("copy_of", "")),
        rulings=tuple(map(_ruling, record.get("rulings", ()))),
    )


def _ruling(record: Mapping[str, Any]) -> Ruling:
    """What a person decided on a report."""
    return Ruling(**{**record, "changed": tuple(record["changed"])})


def _run_record(content: bytes) -> Mapping[str, Any]:
    """The record of the run, if it lies beside the tables and can be read."""
    try:
        run = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return run if isinstance(run, dict) and "factorymap" in run else {}


def _options(run: Mapping[str, Any]) -> Mapping[str, Any]:
    options = run.get("options")
    return options if isinstance(options, dict) else {}
