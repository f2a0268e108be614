"""
A run as a folder that any static host serves: the map, a page for each county, tables, a feed of changes.

    counties -> pages (county.html, index.html), cards   -> site
    changes  -> telling -> feed, sitemap, descriptor     -> site
"""

from geo.publishing.site import WITHOUT_ADDRESS, publish, published_names

__all__ = ["WITHOUT_ADDRESS", "publish", "published_names"]
