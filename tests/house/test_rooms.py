"""
The street: which room may use which, and that nobody goes past a face.

A room is a package, or one of the few modules, directly in `geo/`. A room uses what stands before it in
`ROOMS`, and of a package only what its `__init__` hands out.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests import ROOT

ROOMS = (
    *("errors", "models", "text", "dates", "articles", "places", "events", "projects", "boundaries", "view"),
    *("labels", "page", "pictures", "decisions", "review", "frames", "formats", "outputs", "report"),
    *("extracting", "pipeline", "learning", "comparing", "publishing", "own_table", "fetching", "desk"),
    *("weekly", "cli", "__init__", "__main__"),
)
"""From the ground up."""


@cache
def modules(folder: Path = ROOT / "geo") -> dict[str, str]:
    """Dotted name -> source of every module of the package; an `__init__` has the name of its package."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        if parts[1] != "data":
            found[".".join(parts).removesuffix(".__init__")] = path.read_text(encoding="utf-8")
    return found


def room_of(module: str) -> str:
    """The room that a module is in."""
    return module.split(".")[1] if "." in module else "__init__"


def imports(source: str) -> Iterator[tuple[str, str]]:
    """(module, name) of each import from the package, wherever it stands; relative ones have no module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").split(".")[0] == "geo"):
            yield from (("" if node.level else str(node.module), alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names if alias.name.split(".")[0] == "geo")


def handed_out(source: str) -> set[str]:
    """What a face names in `__all__`."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return {str(name) for name in ast.literal_eval(node.value)}
    return set()


def complaints(house: Mapping[str, str]) -> Iterator[str]:
    """What is wrong in a house, one line for each arrow."""
    packages = {
        name for name in house if name.count(".") == 1 and any(m.startswith(f"{name}.") for m in house)
    }
    for module, source in house.items():
        for target, name in imports(source):
            arrow = f"{module} -> {target or '(relative)'} {name}".rstrip()
            if target == "geo" and f"geo.{name}" in house:
                target, name = f"geo.{name}", ""
            mine, other = room_of(module), room_of(target)
            if not target:
                yield f"{arrow}: relative"
            elif mine != other and ROOMS.index(other) >= ROOMS.index(mine):
                yield f"{arrow}: upwards"
            elif mine != other and target.count(".") > 1:
                yield f"{arrow}: past the face"
            elif mine != other and target in packages and name and name not in handed_out(house[target]):
                yield f"{arrow}: not handed out"


def test_every_arrow_goes_down_and_through_a_face() -> None:
    assert list(complaints(modules())) == []


def test_what_a_face_hands_out_is_used_by_somebody() -> None:
    """By another room, a test or a measurement."""
    house = modules()
    said: dict[str, set[str]] = defaultdict(set)
    for name, source in house.items():
        said[room_of(name)] |= set(re.findall(r"\w+", source))
    for folder in ("tests", "benchmark", "docs", "data/build"):
        for path in (ROOT / folder).rglob("*.py"):
            said["others"] |= set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    for package in (name for name in house if name.count(".") == 1 and handed_out(house[name])):
        outside = set().union(*(words for room, words in said.items() if room != room_of(package)))
        assert handed_out(house[package]) <= outside, package


def test_the_top_of_the_package_holds_rooms_and_little_else() -> None:
    top = {
        path.stem
        for path in (ROOT / "geo").iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").is_file()) and path.name != "data"
    }
    assert top == set(ROOMS)


def test_no_two_public_records_share_a_name() -> None:
    places = defaultdict(set)
    for module, source in modules().items():
        for node in ast.parse(source).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].add(module)
    assert {name: sorted(where) for name, where in places.items() if len(where) > 1} == {}


def test_the_page_that_describes_the_house_names_its_rooms_in_their_order() -> None:
    text = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `geo/(\w+?)(?:\.py|/)`", text, re.MULTILINE)
    assert named == [room for room in ROOMS if not room.startswith("__")]


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("geo.text.a", "from geo.places import find", "upwards"),
        ("geo.text.a", "def f():\n    from geo.places import find", "upwards"),  # also where it is hidden
        ("geo.places.a", "from geo.text.folding import fold", "past the face"),
        ("geo.places.a", "import geo.text.folding", "past the face"),
        ("geo.places.a", "from geo.text import secret", "not handed out"),
        ("geo.places.a", "from . import hits", "relative"),
        ("geo.models", "from geo import pipeline", "upwards"),
        ("geo.text.a", "from geo import __version__", "upwards"),
        ("geo.places.a", "from geo.text import fold", ""),
        ("geo.places.a", "from geo import text", ""),
        ("geo.text.a", "from geo.text.folding import secret", ""),  # in its own room
        ("geo.text.a", "from geo.models import Document", ""),
        ("geo.text.a", "import json\nfrom geometry import x", ""),
    ],
)
def test_the_check_finds_what_it_is_for(module: str, source: str, complaint: str) -> None:
    house = {
        "geo": "",
        "geo.models": "",
        "geo.text": '__all__ = ["fold"]',
        "geo.text.folding": "",
        "geo.places": '__all__ = ["find"]',
        "geo.places.hits": "",
        "geo.pipeline": "",
        module: source,
    }
    found = list(complaints(house))
    assert [line.rpartition(": ")[2] for line in found] == ([complaint] if complaint else [])
