"""
What a file says of itself: a title and a day of making, which are taken only where the text bears them out.
"""

from __future__ import annotations

import re
from datetime import date

from geo.articles.cuts import Span
from geo.dates import DATELINE, compiled, month_number

_SHORTEST_TITLE = 8
_LONGEST_TITLE = 200
_LATEST_DAYS = 3
"""A file that was made so many days after the dateline is of that report."""
_PROGRAM = r"(?i)microsoft|word|untitled|document\d*$|제목 ?없음|noname|\.(?:docx?|pdf|hwpx?|txt|indd|qxd)$"
_SITE = r"\s+(?:[|·•»:]|-|–|—|::)\s+"


def plausible_title(title: str, text: str) -> Span | None:
    """The line of the text that begins with a file's own title, the name of a site behind it left off."""
    named = " ".join(title.split())
    if compiled(_PROGRAM).search(named):
        return None
    for one in (named, compiled(_SITE).split(named)[0]):
        if len(one) >= _SHORTEST_TITLE and (line := re.search(rf"(?m)^{re.escape(one)}[^\n]*", text)):
            return line.span() if len(line[0]) <= _LONGEST_TITLE else None
    return None


def plausible_day(made: str, text: str) -> str | None:
    """The day of a dateline without a year, if the file was made then or shortly after (`YYYY-MM-DD`)."""
    found = compiled(DATELINE).search(text)
    try:
        made_on = date.fromisoformat(made[:10])
    except ValueError:
        return None
    if not found:
        return None
    month = int(found["month"]) if found["month"].isdigit() else month_number(found["month"])
    for year in (made_on.year, made_on.year - 1):
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            continue
        if 0 <= (made_on - day).days <= _LATEST_DAYS:
            return day.isoformat()
    return None
