"""A run as a report: what was announced, how far it has come, what it rests on, with sources."""

from geo.report.writing import check_formats, write_report

__all__ = ["check_formats", "write_report"]
