"""Why an address gave nothing: one error for all of fetching, with what is to be done about it."""

from __future__ import annotations

from geo.errors import FactorymapError
from geo.fetching.records import FetchStatus


class NotFetchedError(FactorymapError):
    """An address is not fetched; the message says why in one line."""

    def __init__(
        self,
        reason: str,
        status: FetchStatus = "failed",
        *,
        again: bool = False,
        wait: float = 0,
        gone: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason, self.status = reason, status
        self.again = again
        """Whether another try in this run may go better."""
        self.wait = wait
        """Seconds that the server asks us to wait before it."""
        self.gone = gone
        """Whether no other run will go better either."""


def refused(reason: str) -> NotFetchedError:
    """An error for what is not fetched on purpose."""
    return NotFetchedError(reason, "refused")
