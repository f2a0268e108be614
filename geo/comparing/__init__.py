"""What changed from one build to another, and which report says so."""

from geo.comparing.differences import diff
from geo.comparing.records import Change, Comparison
from geo.comparing.telling import comparison_json, comparison_lines

__all__ = [
    "Change",
    "Comparison",
    "comparison_json",
    "comparison_lines",
    "diff",
]
