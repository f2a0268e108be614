"""Inputs to their places and events: by one process or several, here or elsewhere, and only what is new."""

from geo.extracting.cluster import BLOCK as CLUSTER_BLOCK
from geo.extracting.cluster import by_cluster
from geo.extracting.finding import find
from geo.extracting.parts import Findings, read_named
from geo.extracting.running import ReadingOptions, Workers, extractions
from geo.extracting.store import Store
from geo.extracting.workers import usable_cores

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
