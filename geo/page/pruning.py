"""Leaflet without what a page by itself cannot use: of what goes, an empty class is left, or nothing."""

from __future__ import annotations

import re

CUT = (
    (r"var Ni=o\.extend\(\{.*?Di\.WMS=Hi,ji\.wms=function\(t,e\)\{return new Hi\(t,e\)\};", ""),
    (r",Fi=Wi\.extend\(\{.*?(?=;function Ui\(t\))", ""),
    (r",ki=Ei\.extend\(\{.*?(?=;var Oi=)", ""),
    (r"t\.VideoOverlay=ki,", ""),
    (r",t\.videoOverlay=function\(t,e,i\)\{return new ki\(t,e,i\)\}", ""),
    (r"return b\.canvas\?new Fi\(t\):null", "return null"),
    (r"t\.(?:Canvas=Fi|GridLayer=Ni|TileLayer=Di|tileLayer=ji),", ""),
    (r"t\.gridLayer=function\(t\)\{return new Ni\(t\)\},", ""),
)
"""Tiles, films; and canvas, beside SVG: what they are replaced with."""

EMPTIED = (
    *(
        'B.extend({options:{collapsed:!0,position:"topright"',
        'qe=B.extend({options:{position:"topleft",zoomIn',
    ),
    *(
        "Ke=B.extend({",
        "ci=ui.extend({",
        "di=et.extend({",
        "_i=di.extend({",
        "pi=n.extend({",
        "mi=o.extend({",
    ),
    *(
        "fi=o.extend({",
        "gi=fi.extend({",
        "vi=gi.extend({",
        "yi=fi.extend({",
        "xi=yi.extend({",
        "wi=ci.extend({",
    ),
    *("yi.include({toGeoJSON", "xi.include({toGeoJSON", "ui.include({toMultiPoint", "Ei=o.extend({"),
    *("Oi=Ei.extend({", "Ai=o.extend({", 'Ai.extend({options:{pane:"popupPane"', "A.include({openPopup"),
    *("o.include({bindPopup", 'Ai.extend({options:{pane:"tooltipPane"', "A.include({openTooltip"),
    *("o.include({bindTooltip", "di.extend({options:{iconSize:[12,12]", "Gi=Wi.extend({", "Yi=xi.extend({"),
)
"""Beginnings of classes and of what is added to them: controls, markers, lines, groups, popups, tooltips."""

_TOKEN = re.compile(
    r"""(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<=[(,=])/(?:\\.|\[[^\]]*\]|[^/\\])+/)|[{}]"""
)


def pruned(script: str) -> str:
    """The script of Leaflet 1.9.4, as it is published in leaflet.js, without these parts."""
    for pattern, left in CUT:
        script, found = re.subn(pattern, left, script, flags=re.DOTALL)
        assert found, pattern
    for head in EMPTIED:
        assert script.count(head) == 1, head
        start = script.index(head) + head.index("({") + 1
        script = f"{script[: start + 1]}{script[_end(script, start) :]}"
    return script


def _end(script: str, start: int) -> int:
    """Where the brace that opens at `start` is closed; braces in texts and patterns do not count."""
    depth = 0
    for token in _TOKEN.finditer(script, start):
        if not token["text"]:
            depth += 1 if token[0] == "{" else -1
            if not depth:
                return token.start()
    raise AssertionError("a brace is not closed")
