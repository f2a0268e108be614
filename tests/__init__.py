"""Tests in folders as the code: one a room, `house` for the whole, `browser` for the page in a Chromium."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The checkout."""
