"""Which pages of a list are asked for: those of the subject, and not older than a day."""

from __future__ import annotations

from geo.fetching.listings import Listed
from geo.fetching.records import EVERYTHING, FetchOptions

_NAMES = (
    *("north korea", "n. korea", "n.korea", "north-korea", "northkorea", "dprk", "pyongyang", "kim jong un"),
    *("kim jong-un", "kcna", "rodong", "dailynk", "nknews", "38north", "nk insider", "nkinsider", ".kp/"),
    *("nord-korea", "nordkorea", "corée du nord", "corea del norte", "кндр", "северная корея", "пхеньян"),
    *("북한", "북조선", "평양", "김정은", "조선중앙통신", "로동신문", "노동신문", "조선로동당", "노동당"),
    *(
        "대북",
        "對北",
        "北朝鮮",
        "朝鲜",
        "朝鮮",
        "金正恩",
        "平壤",
        "北韓",
        "北韩",
        "北 ",
        "北,",
        "北…",
        "北매체",
    ),
)
"""What names the DPRK in a headline, a summary or an address, in lower case."""


def names_dprk(*texts: str) -> bool:
    """Whether a text names the DPRK, its capital, its leader or a house that writes of nothing else."""
    return any(name in text.casefold() for text in texts for name in _NAMES)


def is_older(page: Listed, since: str) -> bool:
    """Whether a list dates a page before a day."""
    return bool(since and page.day and page.day < since[: len(page.day)])


def is_wanted(page: Listed, options: FetchOptions, about_dprk: bool) -> bool:
    """Whether a page of a list is to be asked for."""
    if is_older(page, options.since):
        return False
    words = [word.strip().casefold() for word in options.match.split(",") if word.strip()]
    if words == [EVERYTHING] or (about_dprk and not words):
        return True
    texts = (page.title, page.summary, page.address)
    if not words:
        return names_dprk(*texts)
    return any(word in text.casefold() for text in texts for word in words)
