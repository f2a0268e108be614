"""
The weekly round in a folder of its own: fetch, build, compare, list for review, report, publish.

    settings (week.toml) -> rounds, step by step -> editions/DAY -> telling
"""

from geo.weekly.rounds import run_round
from geo.weekly.settings import begin
from geo.weekly.telling import round_lines

__all__ = ["begin", "round_lines", "run_round"]
