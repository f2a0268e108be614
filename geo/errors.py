"""The errors a caller may want to catch; each message says what was wrong, with what, and what to try."""


class FactorymapError(Exception):
    """Any expected failure: bad input, missing file, unusable option."""


class InputError(FactorymapError, ValueError):
    """An input file or an option cannot be used as given."""


class DataError(FactorymapError, RuntimeError):
    """A data file that ships with the package is missing or damaged."""


class PlaceNotFoundError(FactorymapError, LookupError):
    """A name fits no unit, or several, and one was asked for."""
