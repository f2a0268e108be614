"""Files to documents: text, saved pages and tables, with title, publisher, address and day of publication."""

from geo.articles.found import advice_on
from geo.articles.reading import read_articles
from geo.articles.shipped import SHIPPED, Paths, count_inputs, listed, read_inputs, read_piped

__all__ = [
    "SHIPPED",
    "Paths",
    "advice_on",
    "count_inputs",
    "listed",
    "read_articles",
    "read_inputs",
    "read_piped",
]
