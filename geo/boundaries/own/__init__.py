"""Somebody's own county lines: read, joined to units, checked and drawn, for `geo.boundaries` alone."""
