"""`factorymap data`: the data set as files, whole, the same each time, and readable by others."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest
from click.testing import CliRunner
from frictionless import validate

from geo.cli import cli
from geo.places import load_gazetteer
from tests import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data set as the command writes it."""
    target = tmp_path_factory.mktemp("set") / "dprk"
    run = CliRunner().invoke(cli, ["data", "--to", str(target)])
    assert run.exit_code == 0, run.output
    assert run.output.split() == [str(target / Path(line).name) for line in run.output.split()]
    return target


def test_tables_and_lines_are_those_that_ship(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in (".csv", ".topojson"):
            assert path.read_bytes() == (ROOT / "data" / path.name).read_bytes(), path.name


def test_the_set_describes_itself(folder: Path) -> None:
    assert validate(str(folder / "datapackage.json")).valid
    assert {path.name for path in folder.iterdir()} >= {"units.csv", "names.csv", "areas.csv", "dprk.gpkg"}


def test_the_geopackage_has_layers_for_a_gis(folder: Path) -> None:
    layers = dict(pyogrio.list_layers(folder / "dprk.gpkg"))
    assert layers == {
        "counties": "MultiPolygon",
        "provinces": "MultiPolygon",
        "doubtful_lines": "MultiLineString",
        "places": "Point",
        "names": None,
    }
    counties = pyogrio.read_dataframe(folder / "dprk.gpkg", layer="counties").set_index("pcode")
    assert len(counties) == 179 and counties.crs == "EPSG:4326" and counties.is_valid.all()
    assert counties["population_2008"].sum() == 23_349_859
    places = pyogrio.read_dataframe(folder / "dprk.gpkg", layer="places").set_index("pcode")
    units = load_gazetteer().units
    assert set(places.index) == set(units)
    for pcode, unit in units.items():
        point = places.geometry[pcode]
        assert (unit.seat is None) == (point is None or point.is_empty), pcode
        assert unit.seat is None or (point.y, point.x) == unit.seat, pcode


def test_the_same_files_each_time(folder: Path, tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["data", "--to", str(tmp_path)])
    for path in folder.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "set").write_text("")
    run = CliRunner().invoke(cli, ["data", "--to", str(tmp_path / "set")])
    assert run.exit_code == 2 and "is a file. Name a folder." in run.output
