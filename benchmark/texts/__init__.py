"""Texts with gold: what a careful reader finds in them; the README has the rules."""
