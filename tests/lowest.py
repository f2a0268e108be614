"""
The main jobs, with whatever versions are installed: `make check-lowest` runs it with the lowest ones.

    python -m tests.lowest FOLDER

Needs no tools of the tests. Ends with an error at the first job that fails.
"""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import geo
from geo.desk import open_desk, serve
from geo.formats import FORMATS
from tests.desk.served import Client
from tests.fetching.serving import Server, answer, page

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"


def main(folder: Path) -> None:
    """Build, draw, export, report, locate, fetch, review; and what is installed."""
    run = geo.build()
    written = geo.write_outputs(run, folder / "maps", pictures=("png", "svg", "pdf"), formats=FORMATS)
    assert all(path.stat().st_size for path in written)
    assert len(run.announcements_gdf()) == len(run.announcements)
    assert len(run.counties_gdf()) == len(geo.counties()) == 179
    for suffix in ("html", "md", "docx", "pdf"):
        assert geo.write_report(geo.build(EXAMPLES), folder / f"report.{suffix}")[0].stat().st_size
    assert geo.locate_all(["구성시"])["pcode"].tolist() == ["KP0603"]
    own = geo.read_boundaries(folder / "maps" / "factorymap-counties.geojson")
    assert len(own.matched) > 150
    server = Server({"/a": answer(page())})
    assert geo.fetch(server.at("/a"), folder / "pages", geo.FetchOptions(allow_private=True)).saved
    assert geo.build(folder / "pages").documents
    assert len(geo.make_map(EXAMPLES, boundaries=own).get_root().render()) > 100_000
    desk = open_desk(tuple(geo.extract([EXAMPLES])), folder / "decisions.csv")
    with serve(desk) as served:
        assert Client(served.address).get("/api/state")["projects"]
    for name in sorted(one.metadata["Name"] for one in metadata.distributions() if one.metadata["Name"]):
        print(name, metadata.version(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
