"""A KMZ for Google Earth and its like: counties and projects in the colours of the stages."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker
from markupsafe import Markup, escape

from geo.formats.icons import icons
from geo.formats.layers import Layers, rows_of
from geo.models import FACILITIES
from geo.view import LOOKS, OUTLINE, human_date, say

NAMESPACE = "http://www.opengis.net/kml/2.2"
K = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_WEB = re.compile(r"(?i)https?://[^\s/?#]")
_SHOWN = (
    "id",
    "pcode",
    "facility",
    "campaign",
    "stage",
    "place_precision",
    "confidence",
    "n_sources",
    "n_origins",
)
_NO_PLACE = "Not placed"
_LONGEST = 4000
"""Characters of the words that one balloon shows."""
Row = dict[str, Any]


def kmz(layers: Layers) -> bytes:
    """
    A KML document with its icons: a folder of counties, one of projects by province, facility, campaign, and
    one of the sites with coordinates, if any were given.

    Longitude before latitude in WGS84 degrees; heights are those of the ground. The same layers give the same
    bytes.
    """
    pictures = icons()
    counties, projects = rows_of(layers.counties), rows_of(layers.announcements)
    document = K.Document(
        K.name("factorymap"),
        K.open("1"),
        K.description("\n".join((*layers.credits, layers.about["caveat"], layers.about["licence"]))),
        *_styles(pictures),
        _folder("Counties", _by_province(list(zip(counties, layers.counties.geometry, strict=True)), layers)),
        _folder(
            "Projects", _projects(list(zip(projects, layers.announcements.geometry, strict=True)), layers)
        ),
        *_sites(layers),
    )
    text = etree.tostring(K.kml(document), xml_declaration=True, encoding="UTF-8", pretty_print=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("doc.kml", text), *((f"icons/{k}.png", v) for k, v in pictures.items())):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _styles(pictures: Iterable[str]) -> Iterator[etree._Element]:
    """A style for the polygons and points of each stage, and of `other`."""
    for name in pictures:
        fill = LOOKS[name].fill if name in LOOKS else "#ffffff"
        yield K.Style(
            K.IconStyle(K.scale("0.6"), K.Icon(K.href(f"icons/{name}.png"))),
            K.LabelStyle(K.scale("0.7")),
            K.LineStyle(K.color(_abgr(OUTLINE, "a0")), K.width("1")),
            K.PolyStyle(K.color(_abgr(fill, "c0" if name in LOOKS else "30"))),
            K.BalloonStyle(K.text("<h3>$[name]</h3>$[description]")),
            id=name,
        )


def _abgr(colour: str, alpha: str) -> str:
    """`#rrggbb` as KML writes it."""
    return f"{alpha}{colour[5:7]}{colour[3:5]}{colour[1:3]}"


def _folder(name: str, children: Iterable[etree._Element]) -> etree._Element:
    return K.Folder(K.name(name), *children)


def _names(layers: Layers) -> tuple[str, str, str]:
    """How the columns of province, county of a project, and county are called."""
    cod = "ADM1_EN" in layers.counties
    return ("ADM1_EN", "ADM2_EN", "ADM2_EN") if cod else ("province", "county", "name")


def _by_province(rows: list[tuple[Row, Any]], layers: Layers) -> Iterator[etree._Element]:
    """Counties in a folder for each province."""
    province, _, name = _names(layers)
    for title, group in _grouped(rows, province):
        yield _folder(title, (_county(row, shape, row[name]) for row, shape in group))


def _grouped(rows: list[tuple[Row, Any]], column: str) -> Iterator[tuple[str, list[tuple[Row, Any]]]]:
    """Rows by the value of a column, in its order."""

    def title(pair: tuple[Row, Any]) -> str:
        return str(pair[0][column] if pair[0][column] is not None else "")

    for value, group in groupby(sorted(rows, key=title), title):
        yield value or _NO_PLACE, list(group)


def _projects(rows: list[tuple[Row, Any]], layers: Layers) -> Iterator[etree._Element]:
    """Projects in folders by province, facility and campaign."""
    province, county, _ = _names(layers)
    words = _words(layers)
    for place, within in _grouped(rows, province):
        facilities = []
        for facility, some in _grouped(within, "facility"):
            campaigns = [
                _folder(
                    f"Campaign {year}" if year != _NO_PLACE else "No campaign",
                    (_project(row, shape, row[county] or place, words[row["id"]]) for row, shape in few),
                )
                for year, few in _grouped(some, "campaign")
            ]
            facilities.append(_folder(FACILITIES.get(facility, facility), campaigns))
        yield _folder(place, facilities)


def _sites(layers: Layers) -> Iterator[etree._Element]:
    """A folder of the sites with coordinates, if there are any."""
    rows = zip(rows_of(layers.points), layers.points.geometry, strict=True)
    marks = [
        K.Placemark(
            K.name(row["name"] or row["row"] or ""),
            K.description(_unmarked(escape("; ".join(filter(None, (row["doubts"], row["note"])))))),
            K.styleUrl("#other"),
            _data(row.items()),
            K.Point(K.coordinates(f"{shape.x:.5f},{shape.y:.5f}")),
        )
        for row, shape in rows
        if shape is not None
    ]
    if marks:
        yield _folder(say("points"), marks)


def _words(layers: Layers) -> dict[str, Markup]:
    """Announcement -> its reports as HTML: stage, date, words, whose they are, and the link."""
    found: dict[str, Markup] = {str(one): Markup("") for one in layers.announcements.index}
    for row in rows_of(layers.reports):
        if (project := row["announcement_id"]) in found and len(found[project]) < _LONGEST:
            quote = Markup("{}" if row["is_summary"] else "“{}”").format((row["text"] or "")[:_LONGEST])
            found[project] += Markup("<p><b>{} {}</b><br>{}<br>{}</p>").format(
                (row["stage"] or row["setback"] or "").replace("_", " "),
                human_date(row["event_on"] or ""),
                quote,
                _linked(row["label"] or "", row["url"] or ""),
            )
    return found


def _linked(label: str, url: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(url, label) if _WEB.match(url) else escape(label)


def _project(row: Row, shape: Any, name: str, words: Markup) -> etree._Element:
    """A point with what is known of the project."""
    parts = [K.name(name), K.description(_unmarked(words)), *_span(row)]
    parts += [K.styleUrl(f"#{row['stage'] if row['stage'] in LOOKS else 'other'}")]
    parts += [_data((column, row[column]) for column in _SHOWN if column in row)]
    parts += [K.Point(K.coordinates(f"{shape.x:.5f},{shape.y:.5f}"))] if shape is not None else []
    return K.Placemark(*parts)


def _unmarked(html: Markup) -> str:
    """HTML as the text of an element; what Google Earth would fill in stays as it is written."""
    return str(html).replace("$[", "$&#91;")


def _span(row: Row) -> list[etree._Element]:
    """From the first day of the project on that is known."""
    days = sorted(str(row[f"{stage}_from"]) for stage in LOOKS if row.get(f"{stage}_from"))
    return [K.TimeSpan(K.begin(days[0]))] if days else []


def _county(row: Row, shape: Any, name: str) -> etree._Element:
    """A polygon in the colour of its stage."""
    stage = row["stage"]
    told = say(f"stage-{stage}", "en") if stage else "no project of the policy"
    campaign = f", campaign {row['campaign']}" if row["campaign"] else ""
    return K.Placemark(
        K.name(name),
        K.description(f"{told}{campaign}"),
        K.styleUrl(f"#{stage or 'other'}"),
        _data((column, value) for column, value in row.items() if value is not None),
        _polygons(shape),
    )


def _data(pairs: Iterable[tuple[str, Any]]) -> etree._Element:
    """Named values."""
    return K.ExtendedData(
        *(K.Data(K.value(str(value)), name=name) for name, value in pairs if value is not None)
    )


def _polygons(shape: Any) -> etree._Element:
    """A polygon, or several."""
    from shapely import get_parts

    return K.MultiGeometry(
        *(
            K.Polygon(
                K.tessellate("1"),
                K.outerBoundaryIs(_ring(part.exterior)),
                *(K.innerBoundaryIs(_ring(hole)) for hole in part.interiors),
            )
            for part in get_parts(shape)
        )
    )


def _ring(ring: Any) -> etree._Element:
    return K.LinearRing(K.coordinates(" ".join(f"{x:.5f},{y:.5f}" for x, y in ring.coords)))
