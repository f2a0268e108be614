"""The data set describes itself: the descriptor is what its script writes, and tables keep to it."""

from __future__ import annotations

import json
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate

from tests import ROOT

DATA = ROOT / "data"
DESCRIPTOR: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
OWN = {
    *("terms", "phrases", "stages", "weights", "table_words"),
    *("publishers", "feeds", "attributions", "decisions", "not_places", "known_projects"),
}
"""Tables that factorymap reads texts with: no data about places."""


def test_the_descriptor_is_what_its_script_writes() -> None:
    made = runpy.run_path(str(DATA / "build" / "datapackage.py"))["text"]()
    assert (DATA / "datapackage.json").read_text(encoding="utf-8") == made, "python data/build/datapackage.py"


def test_every_table_of_places_is_described() -> None:
    described = {resource["name"] for resource in DESCRIPTOR["resources"] if resource["type"] == "table"}
    assert described == {path.stem for path in DATA.glob("*.csv")} - OWN


def test_every_resource_has_a_licence_and_a_source_and_every_column_a_meaning() -> None:
    for resource in DESCRIPTOR["resources"]:
        assert resource["licenses"] and resource["sources"], resource["name"]
        for column in resource.get("schema", {}).get("fields", ()):
            assert column["description"], (resource["name"], column["name"])


def test_the_tables_keep_to_their_schemas() -> None:
    report = validate(str(DATA / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("areas.csv", "KP0101,Hyesan", "KP9999,Hyesan"),
        ("names.csv", ",official,", ",certain,"),
        ("units.csv", "KP0101,2,", "KP0101,two,"),
    ],
)
def test_a_wrong_cell_is_found(table: str, old: str, new: str, tmp_path: Path) -> None:
    for resource in DESCRIPTOR["resources"]:
        shutil.copy(DATA / resource["path"], tmp_path)
    shutil.copy(DATA / "datapackage.json", tmp_path)
    text = (DATA / table).read_text(encoding="utf-8")
    (tmp_path / table).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert not validate(str(tmp_path / "datapackage.json")).valid
