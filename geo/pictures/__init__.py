"""
The map as a picture: PNG, SVG or PDF of any size, drawn from the view of the map page.

    words -> legend, content                 -> typesetting (picture.typ) -> vector, dots
    plane -> ground -> labels -> countrymap  -> cards (card.typ), one for each county

The country is drawn as an SVG; Typst sets title, legend, notes and credits around it. Nothing here needs a
browser or a network. Typst and a Korean font come with `pip install 'factorymap[pictures]'`, and are loaded
when a picture is drawn.
"""

from geo.pictures.cards import Card, county_pictures
from geo.pictures.writing import FORMATS, check_installed, format_of, picture, write_picture

__all__ = [
    "FORMATS",
    "Card",
    "check_installed",
    "county_pictures",
    "format_of",
    "picture",
    "write_picture",
]
