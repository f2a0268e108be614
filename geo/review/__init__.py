"""What a person should look at: the rows of review.csv."""

from geo.review.listing import review_csv, review_of

__all__ = [
    "review_csv",
    "review_of",
]
