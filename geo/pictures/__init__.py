"""
The map as a picture for print: PNG, SVG or PDF of one A4 page, drawn from the view of the map page.

    words -> around (title, legend, notes)  \
    plane -> ground -> labels -> country    -> sheet -> writing

Nothing here needs a browser or a network. matplotlib draws, and is imported when a picture is; a fresh
installation gets it, and a Korean font, with `pip install 'factorymap[pictures]'`.
"""

from geo.pictures.writing import FORMATS, check_installed, format_of, picture, write_picture

__all__ = ["FORMATS", "check_installed", "format_of", "picture", "write_picture"]
