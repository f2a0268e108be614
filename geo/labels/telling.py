"""Names that several counties have, told apart by their province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from geo.view import CountyView, ProvinceView, Words

SHORT = (("North ", "N. "), ("South ", "S. "))
"""How the first word of a province is written on a map."""


def told_apart(counties: Iterable[CountyView], provinces: Iterable[ProvinceView]) -> Mapping[str, Words]:
    """P-code of each county that shares its name with another one -> what it is called on the map."""
    everybody = list(counties)
    korean = {province["name"]: province["name_ko"] for province in provinces}
    twice = {name for name, number in Counter(one["name"] for one in everybody).items() if number > 1}
    twice_ko = {name for name, number in Counter(one["name_ko"] for one in everybody).items() if number > 1}
    return {
        one["pcode"]: {
            "en": f"{one['name']} ({_short(one['province'])})" if one["name"] in twice else one["name"],
            "ko": f"{one['name_ko']}({korean.get(one['province']) or one['province']})"
            if one["name_ko"] in twice_ko
            else one["name_ko"],
        }
        for one in everybody
        if one["name"] in twice or (one["name_ko"] and one["name_ko"] in twice_ko)
    }


def _short(province: str) -> str:
    """
    A province in few letters.

    >>> _short("North Phyongan"), _short("Jagang")
    ('N. Phyongan', 'Jagang')
    """
    for word, letters in SHORT:
        if province.startswith(word):
            return letters + province.removeprefix(word)
    return province
