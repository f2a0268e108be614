"""A boundary report in lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from geo.boundaries.own.records import NO_FEATURE, OUTSIDE, BoundaryReport, UnitRecord
from geo.text import one_line

MANY = 10
"""More units that the file lacks are told in one line."""


def report_lines(report: BoundaryReport, *, every: bool = False) -> Iterator[str]:
    """
    What a reader needs to know, one fact a line: the file, the counts, then each suspicious and unmatched
    unit or feature with its reasons (many alike in one line). Matched units are told one by
    one where something was mended or noticed, and with `every` all of them.
    """
    yield from map(one_line, _lines(report, every))


def _lines(report: BoundaryReport, every: bool) -> Iterator[str]:
    yield f"{report.source}: {report.n_features} features of layer {report.layer_name!r}, {report.crs}"
    yield "joined by " + ", ".join(f"{role} column {column!r}" for role, column in report.columns)
    yield from report.notes
    yield _counts(report)
    told = [("matched", one) for one in report.matched if every or one.noted]
    told += [("suspicious", one) for one in report.suspicious]
    missing = [one for one in report.unmatched if one.reasons == (NO_FEATURE,)]
    alike = {OUTSIDE, NO_FEATURE} if len(missing) > MANY and not every else {OUTSIDE}
    told += [("unmatched", one) for one in report.unmatched if not alike.issuperset(one.reasons)]
    for outcome, record in told:
        yield f"{outcome}: {_called(record)}: {'; '.join(record.reasons)}{_candidates(record)}"
    if NO_FEATURE in alike:
        yield f"unmatched: {len(missing)} units: {NO_FEATURE}: {', '.join(one.name for one in missing)}"
    outside = sum(one.reasons == (OUTSIDE,) for one in report.unmatched)
    if outside:
        yield f"unmatched: {outside} features: {OUTSIDE}"


def _counts(report: BoundaryReport) -> str:
    left_out = sum(not record.in_layer for record in report.suspicious)
    features = sum(bool(record.features) for record in report.unmatched)
    withheld = f" ({left_out} of them not used)" if left_out else ""
    return (
        f"units: {len(report.matched)} matched, {len(report.suspicious)} suspicious{withheld}, "
        f"{len(report.unmatched) - features} not in the file; features without a unit: {features}"
    )


def _called(record: UnitRecord) -> str:
    """Unit or feature, with where it stands in the file."""
    where = f"feature {', '.join(map(str, record.features))}" if record.features else ""
    if not record.pcode:
        return f"{where} {record.name!r}" if record.name else where
    unit = f"{record.pcode} {record.name}, {record.province}"
    used = "" if record.in_layer or not where else ", not used"
    return f"{unit} ({where}{used})" if where else unit


def _candidates(record: UnitRecord) -> str:
    """What an unmatched feature may be."""
    listed = ", ".join(f"{place.name} in {place.province} ({place.pcode})" for place in record.candidates)
    return f"; may be {listed}" if listed else ""
