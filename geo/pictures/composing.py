"""The page as a whole: how high each part is, and all of them drawn."""

from __future__ import annotations

import numpy as np

from geo.errors import InputError
from geo.pictures.around import Foot, head_lines
from geo.pictures.boxes import Box
from geo.pictures.columns import height_of, write_column
from geo.pictures.countrymap import CountryMap
from geo.pictures.legend import Legend
from geo.pictures.sheet import HEIGHT, WIDTH, Sheet
from geo.pictures.words import Speech
from geo.view import THEMES, MapView

MARGIN = 14.0
FOOT_AT_MOST = 62.0
"""Millimetres that notes may take of the map's height."""
MAP_AT_LEAST = 60.0
"""Millimetres of height."""
THEME = "print"


def compose(view: MapView) -> Sheet:
    """
    Draw a view on a sheet.

    InputError if a font or one of its letters is missing, or if words leave no room for the map.
    """
    theme, words = THEMES[THEME], Speech(view)
    width = WIDTH - 2 * MARGIN
    sheet = Sheet(theme.paper)
    head = head_lines(view, words, theme, width)
    top = HEIGHT - MARGIN - height_of(head) - 3.0
    foot = Foot(view, words, theme, width, FOOT_AT_MOST)
    legend = Legend(view, words, theme, width)
    bottom = MARGIN + foot.height + 2.5
    room = top - legend.height - 1.5 - bottom
    if room < MAP_AT_LEAST:
        raise InputError(
            "The title, subtitle and byline leave no room for the map on one page. Shorten them."
        )
    country = CountryMap(view, words, Box(MARGIN, bottom, width, room))
    write_column(sheet, head, MARGIN, HEIGHT - MARGIN)
    sheet.lines([np.array([(MARGIN, top + 1.0), (WIDTH - MARGIN, top + 1.0)])], theme.rule, 0.6)
    legend.draw(sheet, MARGIN, top)
    country.draw(sheet, theme)
    foot.draw(sheet, MARGIN, country.frame.bottom - 2.0)
    return sheet
