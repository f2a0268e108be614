"""Date phrases, one by one, beside dateparser."""
