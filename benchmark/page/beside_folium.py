"""
Measure the map page beside plain folium, in one alternating run: `make bench-map`.

    python -m benchmark map [--loads 9] [--markdown docs/map-speed.md] [--libraries FOLDER]

Both draw the shipped articles' announcements on the same county polygons. Needs Chromium, and npm with its
registry for the libraries that a page of folium loads; they go into a folder of their own, by default a
temporary one. All is served from this machine: every host of folium's libraries is an address of its own
here, so that the browser's throttling holds for them too, without name look-up or encryption, which favours
folium. Tiles are refused. Each load has an empty cache.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser

from benchmark import command_line
from benchmark.figures import table
from benchmark.page.controls import use_controls
from benchmark.page.loading import Load, Setting, chromium, load, opened
from benchmark.page.many_announcements import many_announcements, slider_steps
from benchmark.page.plain_folium import county_geojson, install_assets, plain_page
from benchmark.page.serving import serving
from geo.models import Run
from geo.page import render_map
from geo.pipeline import build
from geo.view import MapView
from geo.view.mapping import map_view
from geo.view.options import MapOptions

OURS, LITE, FOLIUM = "map.html", "lite", "plain folium"
SELECTORS = {OURS: "path.county", LITE: "path.county", FOLIUM: "path.leaflet-interactive"}
"""What finds the county polygons of each page."""
LOCAL, SLOW, RESTED = "local", "slow 4G", "local, window at rest"
SETTINGS = {LOCAL: Setting(), SLOW: Setting(slow=True), RESTED: Setting(rest_ms=1500)}
FIRST_TARGETS = {LOCAL: "≤ 0.25×", SLOW: "≤ 0.25×"}
ALL_TARGETS = {LOCAL: "≤ 0.50×", SLOW: "≤ 0.50×"}
MANY = 5_000
KB, MB = 1e3, 1e6


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of the three pages."""

    what: str
    ours: float
    lite: float | None
    folium: float | None
    target: str
    decimals: int = 0

    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        values = (self.ours, self.lite, self.folium)
        shown = ("–" if value is None else f"{value:,.{self.decimals}f}" for value in values)
        ratio = f"{self.ours / self.folium:.2f}×" if self.folium else "–"
        return (self.what, *shown, ratio, self.target)


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the page or print it."""
    options = _parser().parse_args(arguments)
    run = build()
    view = _view(run)
    lite, counties = _view(run, MapOptions(lite=True)), county_geojson()
    makers: dict[str, Callable[[], str]] = {
        OURS: lambda: _page(view),
        LITE: lambda: _page(lite),
        FOLIUM: lambda: plain_page(view, counties),
    }
    pages = {name: make() for name, make in makers.items()}
    libraries = _libraries(options.libraries)
    with serving({**pages, "many": _page(_view(_many(run)))}, libraries) as addresses, chromium() as browser:
        loads = _loads(browser, addresses, options.loads, len(view["counties"]))
        rows = [
            *_speed_rows(loads),
            *_weight_rows(pages, loads),
            *_control_rows(browser, addresses),
            _build_row(makers, options.loads),
            _redraw_row(browser, addresses["many"]),
        ]
        text = _document(rows, options.loads, browser.version)
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
        print(options.markdown)
    else:
        print(text, end="")


def _parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = command_line("map", __doc__)
    parser.add_argument("--loads", type=int, default=9, metavar="N", help="cold loads of each page")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the page there")
    parser.add_argument("--libraries", type=Path, metavar="FOLDER", help="where npm installs to")
    return parser


def _libraries(folder: Path | None) -> dict[str, bytes]:
    """folium's libraries, installed into a folder or a temporary one."""
    if folder:
        return install_assets(folder)
    with tempfile.TemporaryDirectory() as temporary:
        return install_assets(Path(temporary))


def _view(run: Run, options: MapOptions | None = None) -> MapView:
    """What the page shows of a run."""
    words = options or MapOptions()
    return map_view(run.announcements, run.documents, run.inputs, mentions=run.mentions, options=words)


def _page(view: MapView) -> str:
    """The map page of a view."""
    return str(render_map(view).get_root().render())


def _many(run: Run) -> Run:
    """The run with 5,000 announcements."""
    return Run(run.paths, run.inputs, run.documents, (), (), many_announcements(run.announcements, MANY))


def _loads(
    browser: Browser, addresses: Mapping[str, str], number: int, counties: int
) -> dict[tuple[str, str], list[Load]]:
    """(page, network) -> its loads; pages and networks take turns, each time from another one on."""
    pairs = [(name, network) for network in SETTINGS for name in SELECTORS]
    loads: dict[tuple[str, str], list[Load]] = {pair: [] for pair in pairs}
    for turn in range(number):
        start = turn % len(pairs)
        for name, network in (*pairs[start:], *pairs[:start]):
            done = load(browser, addresses[name], SELECTORS[name], counties, SETTINGS[network])
            loads[name, network].append(done)
    return loads


def _medians(
    loads: Mapping[tuple[str, str], Sequence[Load]], network: str, value: Callable[[Load], float]
) -> tuple[float, float, float]:
    """Median of a value for our page, the lite one and folium's."""
    return _each(lambda name: median(map(value, loads[name, network])))


def _each(value: Callable[[str], float]) -> tuple[float, float, float]:
    """A value of our page, the lite one and folium's."""
    return value(OURS), value(LITE), value(FOLIUM)


def _speed_rows(loads: Mapping[tuple[str, str], Sequence[Load]]) -> list[Row]:
    """When polygons are on the screen."""
    rows = []
    for network in SETTINGS:
        first = _medians(loads, network, lambda one: one.first_ms)
        every = _medians(loads, network, lambda one: one.all_ms)
        rows.append(Row(f"first polygon, {network}, ms", *first, FIRST_TARGETS.get(network, "")))
        rows.append(Row(f"all polygons, {network}, ms", *every, ALL_TARGETS.get(network, "")))
    return rows


def _weight_rows(pages: Mapping[str, str], loads: Mapping[tuple[str, str], Sequence[Load]]) -> list[Row]:
    """What the file weighs, on disk, on the wire and in memory."""
    raw = _each(lambda name: len(pages[name].encode()) / KB)
    packed = _each(lambda name: len(gzip.compress(pages[name].encode(), 9)) / KB)
    received = _medians(loads, "local", lambda one: one.transfer_bytes / KB)
    heap = _medians(loads, "local", lambda one: one.heap_bytes / MB)
    asked = _medians(loads, "local", lambda one: len(one.requests))
    return [
        Row("file, kB", *raw, "≤ 450, lite ≤ 300"),
        Row("file, gzip, kB", *packed, "≤ 150, lite ≤ 90"),
        Row("received on load, kB", *received, ""),
        Row("heap, MB", *heap, "≤ 6", 1),
        Row("requests on load, beside the page", *asked, "0"),
    ]


def _control_rows(browser: Browser, addresses: Mapping[str, str]) -> list[Row]:
    """What is asked for once every control of ours is used."""
    counts = []
    for name in (OURS, LITE):
        with opened(browser, addresses[name]) as (page, asked):
            use_controls(page)
            counts.append(len([url for url in asked if not url.startswith(("blob:", "data:"))]))
    return [Row("requests, every control used", counts[0], counts[1], None, "0")]


def _build_row(makers: Mapping[str, Callable[[], str]], number: int) -> Row:
    """How long Python takes from the view to the file."""
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(number):
        for name, make in makers.items():
            start = perf_counter()
            make()
            times[name].append(perf_counter() - start)
    ours, _, plain = (median(times[name]) for name in SELECTORS)
    return Row("Python, from the layer to the page, s", ours, None, plain, "≤ 0.25", 3)


def _redraw_row(browser: Browser, address: str) -> Row:
    """A step of the time slider with 5,000 announcements."""
    with opened(browser, address) as (page, _):
        return Row(
            f"a step in time, {MANY:,} announcements, ms", median(slider_steps(page)), None, None, "≤ 100"
        )


def _document(rows: Sequence[Row], loads: int, browser: str) -> str:
    """The page docs/map-speed.md."""
    head = ("", OURS, "lite", FOLIUM, "ratio", "target")
    versions = f"Chromium {browser}, folium {metadata.version('folium')}, Python {platform.python_version()}"
    return f"""\
# Speed of the map

Written by `make bench-map`: our page beside plain folium (its default map, a choropleth of the same county
polygons, a marker with a popup for each announcement), both of the shipped articles. Medians of {loads} cold
loads, taken in turns in one run; {versions}, {os.cpu_count()} cores.

{table(head, (row.cells() for row in rows))}
*First* and *all polygons*: from the start of navigation until they are on the screen. *Local*: files from
this machine, compressed, no latency, into a window just opened, while Chromium still loads parts of its own
interface. *At rest*: the same into a window that has been open for 1.5 s, which is quicker above all for
folium; no target was set for it. *Slow 4G*: 1.6 Mbit/s, 150 ms, a window just opened. folium's libraries
are served from here too, without name look-up or encryption, and its map tiles are refused at once; both
favour it. *Heap*: JavaScript, garbage collected. *A step in time*: from the move of the slider until the
frame is drawn. With nine loads the local medians of two runs differ by up to a quarter: Chromium's own work
falls into a different moment each time.
"""
