"""Inputs to their places and events: by one process or several, here or elsewhere, and only what is new."""

from importlib import import_module
from typing import TYPE_CHECKING

from geo.extracting.finding import find
from geo.extracting.parts import Findings, read_named
from geo.extracting.running import ReadingOptions, Workers, extractions
from geo.extracting.workers import usable_cores

if TYPE_CHECKING:
    from geo.extracting.cluster import CLUSTER_BLOCK, by_cluster
    from geo.extracting.store import Store

__all__ = [
    "CLUSTER_BLOCK",
    "Findings",
    "ReadingOptions",
    "Store",
    "Workers",
    "by_cluster",
    "extractions",
    "find",
    "read_named",
    "usable_cores",
]

_OF_BUILDS = {"CLUSTER_BLOCK": "cluster", "by_cluster": "cluster", "Store": "store"}

# SQLite, and what tells the versions of libraries, are loaded only by who keeps or sends what was read.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name of a build, from the module that defines it."""
        if name in _OF_BUILDS:
            return getattr(import_module(f"{__name__}.{_OF_BUILDS[name]}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
