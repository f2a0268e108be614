"""The Python API: few verbs, typed, imported when needed."""

import subprocess
import sys
from pathlib import Path

import folium
import pytest

import geo
from tests import ROOT

ARTICLE = """\
TITLE: Hospital opens in Kusong
DATE: 2025-12-14
SOURCE: A News Agency

The Kusong City Hospital in North Phyongan Province was inaugurated on December 13, 2025.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "kusong.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", geo.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(geo, name).__doc__
    assert name in dir(geo)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'geo' has no attribute 'fly'"):
        geo.fly  # noqa: B018


def test_importing_the_package_imports_nothing_heavy() -> None:
    """`factorymap --help` and completion in a shell are to be quick."""
    heavy = "folium pandas geopandas shapely trafilatura numpy httpx httpcore feedparser sqlite3 warcio"
    heavy += " starlette uvicorn distributed"
    script = (
        "import sys, geo, geo.cli, factorymap; "
        f"print([name for name in {heavy.split()} if name in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert shown.stdout.strip() == "[]"


def test_extract_gives_each_input_with_what_was_found(articles: Path) -> None:
    (extraction,) = geo.extract(articles)
    assert extraction.record.status == "read"
    (finding,) = extraction.findings
    assert finding.document.id == "kusong"
    (event,) = finding.events
    assert (event.name, event.facility, event.stage, event.date) == (
        "Kusong",
        "hospital",
        "completed",
        "2025-12-13",
    )


def test_build_takes_one_path_or_several(articles: Path) -> None:
    one, same = geo.build(articles), geo.build([str(articles)])
    assert one == same
    (announcement,) = one.announcements
    assert (announcement.name, announcement.stage) == ("Kusong", "completed")
    assert [report.document_id for report in announcement.reports] == ["kusong"]


def test_write_outputs_gives_the_map_first(articles: Path, tmp_path: Path) -> None:
    written = geo.write_outputs(geo.build(articles), tmp_path / "deep" / "maps")
    assert written[0] == tmp_path / "deep" / "maps" / "map.html"
    assert all(path.stat().st_size for path in written)


def test_the_map_is_a_folium_map_that_shows_itself(articles: Path, tmp_path: Path) -> None:
    county_map = geo.make_map(articles)
    assert isinstance(county_map, folium.Map)
    assert "<iframe" in county_map._repr_html_()
    county_map.save(str(tmp_path / "map.html"))
    run = geo.build(articles)
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == geo.map_of(run).get_root().render()


def test_the_steps_can_be_taken_one_by_one(articles: Path) -> None:
    """What `build` does, by hand, comes to the same."""
    gazetteer = geo.load_gazetteer()
    ((record, (document,)),) = geo.read_articles([articles])
    mentions = geo.find_mentions(document, gazetteer)
    events = geo.find_events(document, mentions, gazetteer)
    run = geo.build(articles)
    assert (run.inputs, run.documents) == ((record,), (document,))
    assert (run.mentions, run.events) == (mentions, events)


def test_the_package_has_its_own_name_too() -> None:
    import factorymap

    assert factorymap.__version__ == geo.__version__ and set(dir(factorymap)) == set(geo.__all__)
    assert all(getattr(factorymap, name) is getattr(geo, name) for name in geo.__all__)
    with pytest.raises(AttributeError, match="'factorymap' has no attribute 'fly'"):
        factorymap.fly  # noqa: B018
    shown = subprocess.run(
        [sys.executable, "-m", "factorymap", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert shown.stdout.startswith("factorymap, version")
