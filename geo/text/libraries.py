"""Libraries that only some of what factorymap does needs, and the extra that brings each."""

from __future__ import annotations

from importlib.util import find_spec

from geo.errors import InputError


def needed(what: str, extra: str, *modules: str) -> None:
    """InputError with the command that installs them, if modules that something needs are not there."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise InputError(f"{what} needs {', '.join(missing)}: pip install 'factorymap[{extra}]'.")
