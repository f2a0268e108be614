"""
The map as a picture for print: PNG, SVG or PDF of one A4 page, drawn from the view of the map page.

    words -> around, legend                 -> sheet (records) -> svg
    plane -> ground -> labels -> countrymap                    -> pdf -> png

Nothing here needs a browser or a network. Libraries that only pictures need are imported when one is drawn; a
fresh installation gets them, and a Korean font, with `pip install 'factorymap[pictures]'`.
"""

from geo.pictures.writing import FORMATS, check_installed, format_of, picture, write_picture

__all__ = ["FORMATS", "check_installed", "format_of", "picture", "write_picture"]
