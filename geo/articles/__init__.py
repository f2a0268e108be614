"""Files to documents: text, pages, mail, PDF, tables, with title, publisher, address and day."""

from geo.articles.found import advice_on
from geo.articles.given import Articles, Given, Paths, told_apart
from geo.articles.limits import LARGEST_FILE, MEGABYTE
from geo.articles.reading import read_articles
from geo.articles.shipped import SHIPPED, count_inputs, listed, read_given, read_inputs, read_piped

__all__ = [
    "LARGEST_FILE",
    "MEGABYTE",
    "SHIPPED",
    "Articles",
    "Given",
    "Paths",
    "advice_on",
    "count_inputs",
    "listed",
    "read_articles",
    "read_given",
    "read_inputs",
    "read_piped",
    "told_apart",
]
