"""The same counties and announcements as folium draws them by itself, and a place from which it can load."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import folium
import shapely

from geo.boundaries.shipped import county_layer

PACKAGES = (
    *("leaflet@1.9.3", "jquery@3.7.1", "bootstrap@5.2.2", "bootstrap-3@npm:bootstrap@3.1.1", "d3@3.5.5"),
    *("leaflet.awesome-markers@2.0.5", "@fortawesome/fontawesome-free@6.2.0"),
)
"""What a page of folium loads from elsewhere, as packages of npm."""
FILES = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "marker-icon.png": "leaflet/dist/images/marker-icon.png",
    "marker-shadow.png": "leaflet/dist/images/marker-shadow.png",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "d3.min.js": "d3/d3.min.js",
    "all.min.css": "@fortawesome/fontawesome-free/css/all.min.css",
    "fa-solid-900.woff2": "@fortawesome/fontawesome-free/webfonts/fa-solid-900.woff2",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
    "markers-soft.png": "leaflet.awesome-markers/dist/images/markers-soft.png",
    "markers-shadow.png": "leaflet.awesome-markers/dist/images/markers-shadow.png",
    "glyphicons-halflings-regular.woff": "bootstrap-3/dist/fonts/glyphicons-halflings-regular.woff",
}
"""Last part of an address -> where npm puts the file."""
BOOTSTRAP_3 = "bootstrap-3/dist/css/bootstrap.min.css"

DECIMALS = 4
"""Of degrees: about 10 m, as fine as our own lines."""
COLOURS = {
    "planned": "orange",
    "groundbreaking": "red",
    "under_construction": "blue",
    "completed": "green",
    "operating": "darkblue",
}


def county_geojson() -> dict[str, Any]:
    """Our county polygons, with their P-codes as ids."""
    layer = county_layer()
    layer = layer.set_geometry(shapely.set_precision(layer.geometry.values, 0.1**DECIMALS))
    collection: dict[str, Any] = layer[["geometry"]].__geo_interface__
    for feature in collection["features"]:
        feature.pop("bbox", None)
        feature["geometry"]["coordinates"] = _rounded(feature["geometry"]["coordinates"])
    return {"type": "FeatureCollection", "features": collection["features"]}


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS)
    return [_rounded(inner) for inner in coordinates]


def plain_page(view: Mapping[str, Any], counties: Mapping[str, Any]) -> str:
    """A view as a page of folium: default map, choropleth of the stages, a marker for each announcement."""
    plain = folium.Map(location=[40.3, 127.2], zoom_start=7)
    order = [stage["key"] for stage in view["stages"]]
    reached = {
        county["pcode"]: order.index(county["stage"]) + 1 for county in view["counties"] if county["stage"]
    }
    folium.Choropleth(
        counties,
        data=reached,
        key_on="feature.id",
        fill_color="YlGnBu",
        bins=list(range(len(order) + 2)),
        legend_name="Stage",
    ).add_to(plain)
    for item in view["announcements"]:
        folium.Marker(
            item["mark"],
            popup=folium.Popup(_popup(item), max_width=360),
            icon=folium.Icon(color=COLOURS.get(item["stage"], "gray")),
        ).add_to(plain)
    return str(plain.get_root().render())


def _popup(item: Mapping[str, Any]) -> str:
    """What we know of an announcement, as HTML."""
    dates = ", ".join(f"{stage} {day}" for stage, day in item["dates"])
    proofs = "".join(
        f'<p>{escape(proof["text"])} <a href="{escape(proof["url"])}">{escape(proof["label"])}</a></p>'
        for proof in item["evidence"]
    )
    words = (item["place"], item["place_ko"], item["facility"], item["campaign"], dates)
    return f"<b>{escape(', '.join(words))}</b>{proofs}"


def install_assets(folder: Path) -> dict[str, bytes]:
    """
    Install folium's libraries into a folder: last part of the address -> content.

    Ends the program with one line if npm is absent or gets nothing.
    """
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm was not found: it installs the libraries that a page of folium loads. Install Node.js.")
    command = [
        npm,
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--prefix",
        str(folder),
    ]
    ended = subprocess.run([*command, *PACKAGES], capture_output=True, text=True, check=False)
    if ended.returncode:
        said = (ended.stderr.strip() or "no reason given").splitlines()[0]
        sys.exit(f"npm could not install {', '.join(PACKAGES)}: {said}")
    modules = folder / "node_modules"
    return {
        **{name: (modules / path).read_bytes() for name, path in FILES.items()},
        "bootstrap-glyphicons.css": _glyphicons((modules / BOOTSTRAP_3).read_text(encoding="utf-8")).encode(),
        "leaflet.awesome.rotate.min.css": b"",
    }


def _glyphicons(css: str) -> str:
    """The rules of the glyph icons alone, which once were a file of their own."""
    return "".join(re.findall(r"@font-face\{[^}]*\}|\.glyphicon[^{}]*\{[^}]*\}", css))
