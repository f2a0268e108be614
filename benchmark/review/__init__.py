"""Measurements of the page on which a person settles what is unsure."""
