"""Files to documents: text, pages, mail, PDF, tables, with title, publisher, address and day."""

from geo.articles.found import WHOLE, Bad, Found, advice_on
from geo.articles.given import Articles, Given, Paths, told_apart
from geo.articles.kinds import kind_of
from geo.articles.limits import MEGABYTE
from geo.articles.listing import Input, name_parts
from geo.articles.notices import with_notices
from geo.articles.reading import (
    Archive,
    Naming,
    Task,
    Whole,
    add_counts,
    found_by,
    moved,
    read_articles,
    record_of,
    refused,
    tasks_of,
)
from geo.articles.shipped import (
    SHIPPED,
    listed,
    loose_inputs,
    named_inputs,
    read_inputs,
    read_piped,
)
from geo.articles.streams import BLOCK
from geo.articles.tables import SieveLike

__all__ = [
    "BLOCK",
    "MEGABYTE",
    "SHIPPED",
    "WHOLE",
    "Archive",
    "Articles",
    "Bad",
    "Found",
    "Given",
    "Input",
    "Naming",
    "Paths",
    "SieveLike",
    "Task",
    "Whole",
    "add_counts",
    "advice_on",
    "found_by",
    "kind_of",
    "listed",
    "loose_inputs",
    "moved",
    "name_parts",
    "named_inputs",
    "read_articles",
    "read_inputs",
    "read_piped",
    "record_of",
    "refused",
    "tasks_of",
    "told_apart",
    "with_notices",
]
