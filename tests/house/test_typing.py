"""What a type checker sees of the package in somebody else's strict code."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests import ROOT

SCRIPT = """\
from datetime import date

import factorymap
import geo

run: geo.Run = geo.build(texts=["A hospital was opened in Songchon County, DPRK."])
same: factorymap.Run = factorymap.build(["a", "b"], stated_from=0.9)
frame = run.announcements_gdf(columns="cod")
for one in run.announcements:
    days: list[str] = [day for _, day in one.stage_dates]
page = geo.make_map("articles/", since=2025, until=date(2025, 3, 1), notes=["a"])
seat: tuple[float, float] | None = geo.locate("Songchon").seat
geo.build(5)  # WRONG arg-type
geo.nothing  # WRONG attr-defined
factorymap.nothing  # WRONG attr-defined
geo.build(texts=[1])  # WRONG list-item
run.announcements_gdf(columns="ocha")  # WRONG arg-type
"""


def _cache() -> Path:
    """What mypy knows when it sees such code; first, what it knows of the checkout if that was checked."""
    known = ROOT / ".mypy_cache"
    users = known / "users"
    if known.is_dir() and not users.exists():
        shutil.copytree(known, users, ignore=shutil.ignore_patterns("users"))
    return users


def test_strict_code_of_a_user_is_checked_against_our_types(tmp_path: Path) -> None:
    """`py.typed` is there, and right calls pass while wrong ones are told."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"]
    ended = subprocess.run(
        [*command, "--cache-dir", str(_cache()), str(script)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        (int(line), code)
        for line, code in re.findall(r"script\.py:(\d+): error: .*\[([\w-]+)\]", ended.stdout)
    ]
    wrong = [
        (number, line.split("# WRONG ")[1])
        for number, line in enumerate(SCRIPT.splitlines(), 1)
        if "WRONG" in line
    ]
    assert found == wrong, ended.stdout + ended.stderr
