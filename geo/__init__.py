"""News articles about the DPRK's county factories in, a map of counties with quoted evidence out."""

__version__ = "0.1.0"
