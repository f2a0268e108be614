"""A run as GeoDataFrames: indexed, typed, dated, with nulls that are null; and as HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas
import pytest
from shapely.geometry import box

import geo
from geo.errors import InputError
from geo.models import SETBACKS, STAGES, Run
from tests.payloads import EVERY
from tests.possible import collected, sample
from tests.records import KUSONG, SONGCHON

FRAMES = ("announcements_gdf", "reports_gdf", "counties_gdf")


class Elements(HTMLParser):
    """The elements of a piece of HTML with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def run() -> Run:
    """Two projects, with setbacks and with claims that are only possible."""
    return collected(*sample(), stated_from=0.35)


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_is_in_degrees_indexed_and_typed(run: Run, name: str) -> None:
    frame = getattr(run, name)()
    assert frame.crs == "EPSG:4326" and frame.index.is_unique
    assert frame.index.name == ("pcode" if name == "counties_gdf" else "id")
    for column in frame.columns.drop("geometry"):
        cells = frame[column].dropna()
        assert not [cell for cell in cells if isinstance(cell, list | tuple | dict | set)], column
        assert frame[column].dtype != object, column
        assert not [cell for cell in cells if cell == ""], column
    assert frame["stage"].cat.ordered
    assert [one for one in frame["stage"].cat.categories if one in STAGES] == list(STAGES)


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_run_has_the_same_columns_and_types(run: Run, name: str) -> None:
    empty = Run((), (), (), (), (), ())
    assert getattr(empty, name)().dtypes.astype(str).to_dict() == (
        getattr(run, name)().dtypes.astype(str).to_dict()
    )


def test_a_project_with_its_county_year_stage_and_setback(run: Run) -> None:
    row = run.announcements_gdf().loc[run.announcements[0].id]
    assert (row["pcode"], row["county"], row["stage"]) == (KUSONG, "Kusong", "groundbreaking")
    assert (row["setback"], row["setback_on"]) == ("stopped", "2025-09")
    assert (row["setback_from"], row["setback_until"]) == (
        pandas.Timestamp("2025-09-01"),
        pandas.Timestamp("2025-09-30"),
    )
    assert row["setback_precision"] == "month" and pandas.isna(row["completed_on"])
    point, counties = row.geometry, run.counties_gdf()
    assert counties.loc[row["polygon_pcode"]].geometry.contains(point)
    assert counties.loc[KUSONG, "setback"] == "stopped" and counties.loc[SONGCHON, "stage"] == "completed"


def test_reports_lead_to_their_project_and_possible_ones_to_none(run: Run) -> None:
    reports, announcements = run.reports_gdf(), run.announcements_gdf()
    assert set(reports["announcement_id"].dropna()) <= set(announcements.index)
    assert len(reports) == sum(len(one.reports) + len(one.setbacks) for one in run.announcements) + len(
        run.possible
    ) + len(run.loose_setbacks)
    possible = reports[reports["status"] == "possible"]
    assert len(possible) == len(run.possible) and possible["announcement_id"].isna().all()
    stopped = reports[reports["setback"].notna()]
    assert set(stopped["setback"]) <= set(SETBACKS) and stopped["stage"].isna().all()
    assert stopped["text"].notna().all() and stopped["url"].notna().all()


def test_no_date_is_lost_and_all_lie_in_their_span(shipped: Any) -> None:
    """`to_datetime` on the ISO text takes days only; a third of the dates are months and years."""
    frame = shipped.plain.reports_gdf()
    told = frame["event_on"].notna()
    assert told.sum() > 100 and set(frame.loc[told, "event_precision"]) == {"day", "month", "year"}
    assert (frame["event_from"].notna() == told).all() and (frame["event_until"].notna() == told).all()
    assert (frame.loc[told, "event_from"] <= frame.loc[told, "event_until"]).all()
    days = frame["event_precision"] == "day"
    assert (frame.loc[days, "event_from"] == pandas.to_datetime(frame.loc[days, "event_on"])).all()
    assert str(frame["event_from"].dtype).startswith("datetime64")


def test_what_analysts_do_with_them_works(shipped: Any) -> None:
    projects = shipped.plain.announcements_gdf()
    assert (projects["stage"] >= "completed").sum() > 20
    joined = projects.merge(shipped.plain.reports_gdf(), left_index=True, right_on="announcement_id")
    assert len(joined) >= len(projects)
    assert projects.groupby("campaign").size()[2024] > 10
    assert projects.dissolve(by="province").index.size > 5
    assert len(projects.sjoin(geo.counties())) >= projects.geometry.notna().sum() * 0.9


def test_the_names_of_the_common_operational_datasets(run: Run) -> None:
    counties, projects = run.counties_gdf(columns="cod"), run.announcements_gdf(columns="cod")
    assert counties.index.name == "ADM2_PCODE" and counties.loc[KUSONG, "ADM2_EN"] == "Kusong"
    assert (projects["ADM0_PCODE"] == "KP").all() and {"ADM1_PCODE", "ADM2_PCODE"} <= set(projects)
    assert set(geo.counties(columns="cod")["ADM1_EN"]) == set(geo.counties()["province"])
    with pytest.raises(InputError, match="Choose of: own, cod"):
        run.reports_gdf(columns="ocha")  # type: ignore[arg-type]


def test_the_gazetteer_and_the_counties_need_no_run() -> None:
    units, counties = geo.units(), geo.counties()
    assert units.loc[SONGCHON, "hangul"] == "성천" and units.crs == counties.crs == "EPSG:4326"
    assert len(counties) == 179 and counties.index.isin(units.index).all()
    assert units.loc[SONGCHON].geometry.within(counties.loc[SONGCHON].geometry)
    assert counties["population_2008"].sum() > 20_000_000


def test_boundaries_of_a_geodataframe_are_those_of_a_file(tmp_path: Path) -> None:
    own = geo.counties(columns="cod")[["ADM2_EN", "ADM1_EN", "geometry"]].to_crs("EPSG:32652")
    before = own.copy()
    own.to_file(tmp_path / "own.gpkg", driver="GPKG")
    given, read = geo.read_boundaries(own), geo.read_boundaries(tmp_path / "own.gpkg")
    assert given.source == "the GeoDataFrame" and given.crs == read.crs == "EPSG:32652"
    assert given.matched == read.matched
    assert all(
        one.equals_exact(other, 1e-9, normalize=True) or one.equals(other)
        for one, other in zip(given.layer.geometry, read.layer.geometry, strict=True)
    )
    assert own.equals(before)
    run = collected(*sample())
    assert len(run.counties_gdf(boundaries=own)) == len(given.layer)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda frame: frame.set_crs(None, allow_override=True), "does not say in which coordinate"),
        (lambda frame: frame.drop(columns="geometry"), "a DataFrame is no layer"),
        (lambda frame: frame.iloc[:0], "has no features"),
        (lambda frame: frame.set_geometry(frame.centroid), "not polygons"),
        (
            lambda frame: frame.set_geometry([box(0, 0, 1, 1)] * len(frame)).set_crs(4326),
            "is no layer of the",
        ),
        (lambda frame: 5, "a int is no layer"),
    ],
)
@pytest.mark.filterwarnings("ignore:Geometry is in a geographic CRS")
def test_a_frame_that_is_no_layer_of_counties_says_so(change: Any, said: str) -> None:
    with pytest.raises(InputError, match=said):
        geo.read_boundaries(change(geo.counties()))


def test_a_run_shows_itself_in_short(run: Run) -> None:
    assert repr(run) == "<Run: 2 announcements, 4 documents, 0 mentions, 2 possible reports>"
    html = run._repr_html_()
    assert "Kusong" in html and "#f7aa37" in html
    assert "https://" in run.announcements[0]._repr_html_()
    assert "KP0717" in geo.locate("Songchon")._repr_html_()


def test_html_of_records_is_words_whatever_is_in_them() -> None:
    from dataclasses import replace

    run = collected(*sample(), stated_from=0.35)
    one = run.announcements[0]
    tags = {tag for tag, _ in Elements(one._repr_html_()).found}
    for payload in EVERY:
        report = replace(one.reports[0], url=payload, cited_as=payload)
        spoiled = replace(one, name=payload, province=payload, conflict=payload, reports=(report,))
        html = spoiled._repr_html_() + replace(run, announcements=(spoiled,))._repr_html_()
        elements = Elements(html)
        assert {tag for tag, _ in elements.found} <= tags | {"table", "thead", "tbody", "tr", "th", "td"}
        assert not [a for _, a in elements.found if [name for name in a if name.startswith("on")]]
        assert all((a.get("href") or "https:").startswith("https") for _, a in elements.found)
        html.encode("utf-8")
