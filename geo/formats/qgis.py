"""Styles of QGIS (QML) by stage, in the colours and shapes of the map."""

from __future__ import annotations

from lxml import etree
from lxml.builder import E

from geo.view import LOOKS, OUTLINE, THEMES, say

SHAPES = {
    "planned": "circle",
    "groundbreaking": "triangle",
    "under_construction": "square",
    "completed": "diamond",
    "operating": "star",
}
"""Stage -> the marker of QGIS that is drawn like ours."""
_LIGHT = THEMES["light"]


def style_of(layer: str) -> str:
    """The QML of a layer: polygons filled, points marked, by the column `stage`."""
    fill = layer == "counties"
    looks = [(stage, say(f"stage-{stage}", "en"), look.fill) for stage, look in LOOKS.items()]
    others = ("", "no stage", _LIGHT.none if fill else "#ffffff")
    categories = E.categories()
    symbols = E.symbols()
    for number, (stage, label, colour) in enumerate((*looks, others)):
        categories.append(E.category(value=stage, symbol=str(number), label=label, render="true"))
        symbols.append(
            _fill(number, colour) if fill else _marker(number, colour, SHAPES.get(stage, "cross2"))
        )
    renderer = E(
        "renderer-v2", categories, symbols, type="categorizedSymbol", attr="stage", symbollevels="0",
        enableorderby="0", forceraster="0",
    )  # fmt: skip
    style = E.qgis(renderer, version="3.22.0", styleCategories="Symbology")
    kind = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    return kind + str(etree.tostring(style, encoding="unicode", pretty_print=True))


def _fill(number: int, colour: str) -> etree._Element:
    values = {
        "color": _rgba(colour), "style": "solid", "outline_color": _rgba(_LIGHT.line_county),
        "outline_style": "solid", "outline_width": "0.26", "outline_width_unit": "MM",
    }  # fmt: skip
    return _symbol(number, "fill", "SimpleFill", values)


def _marker(number: int, colour: str, shape: str) -> etree._Element:
    values = {
        "name": shape, "color": _rgba(colour), "outline_color": _rgba(OUTLINE), "outline_style": "solid",
        "outline_width": "0.3", "outline_width_unit": "MM", "size": "3.2", "size_unit": "MM",
    }  # fmt: skip
    return _symbol(number, "marker", "SimpleMarker", values)


def _symbol(number: int, kind: str, drawn: str, values: dict[str, str]) -> etree._Element:
    """A symbol, its values as newer and as older versions of QGIS read them."""
    options = E.Option(*(E.Option(name=k, type="QString", value=v) for k, v in values.items()), type="Map")
    old = [E.prop(k=k, v=v) for k, v in values.items()]
    layer = E.layer(options, *old, {"class": drawn, "enabled": "1", "locked": "0", "pass": "0"})
    return E.symbol(layer, {"type": kind, "name": str(number), "alpha": "1", "clip_to_extent": "1"})


def _rgba(colour: str) -> str:
    """`#rrggbb` as QGIS writes it."""
    return ",".join([*(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)), "255"])
