"""
factorymap under its own name: `import factorymap` is `import geo`, and each name is the very same object.

Another distribution brings a package called `geo`, too; where both are installed, one hides the other.
"""

from typing import TYPE_CHECKING

import geo

if TYPE_CHECKING:
    from geo import *  # noqa: F403

__all__ = geo.__all__

if not TYPE_CHECKING:  # a type checker sees the imports above

    def __getattr__(name: str) -> object:
        """A public name of `geo`."""
        if name not in geo.__all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(geo, name)


def __dir__() -> list[str]:
    """The public names."""
    return list(geo.__all__)
