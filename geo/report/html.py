"""A report as one HTML file: no script, no request, made to be read and printed."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from geo.report.plain import Plain

WEB = re.compile(r"(?i)https?://[^\s/?#]")


def html_of(paper: Plain) -> str:
    """The whole file; whatever comes from texts is escaped."""
    style = own_file("report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return _template().render(p=paper, style=Markup(style), policy=policy)


def own_file(name: str) -> str:
    """A text that lies beside this module."""
    return resources.files("geo.report").joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters["is_web"] = lambda url: bool(WEB.match(url))
    return environment.from_string(own_file("report.html"))
