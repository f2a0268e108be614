"""What a person should look at: the rows of review.csv."""

from geo.review.listing import review_csv, review_of
from geo.review.records import KINDS, Doubt

__all__ = [
    "KINDS",
    "Doubt",
    "review_csv",
    "review_of",
]
