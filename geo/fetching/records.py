"""What a person may ask of a fetch, and what is told of each address."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geo.errors import InputError

FetchStatus = Literal["saved", "unchanged", "already there", "refused", "failed"]
"""
saved: a page is in the folder that was not, or in a new version; or a list of pages was read.
unchanged: the server says, or its bytes say, that it is as it was.
already there: it was saved before, and the server was not asked.
refused: the server, its robots.txt or a rule of ours does not let it be saved.
failed: something went wrong that may go right another time.
"""
FetchKind = Literal["page", "feed", "sitemap", "list"]
EVERYTHING = "all"
"""As `match`: every page of a feed or a sitemap."""


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How to fetch; the defaults are polite."""

    match: str = ""
    """Words parted by commas: of feeds and sitemaps only pages are kept whose title, summary or address has
    one of them. `all` keeps every page. Empty: those that name the DPRK, and all of a feed or site whose own
    title or address names it. Pages whose addresses were given one by one are always kept."""
    since: str = ""
    """ISO day; pages that a feed or a sitemap dates before it are left out."""
    limit: int = 500
    """Pages that are asked for in one run, at most; the next run goes on."""
    rate: float = 30
    """Requests a minute to one host, at most; a robots.txt may ask for fewer."""
    timeout: float = 60
    """Seconds for one request as a whole."""
    max_size: float = 10
    """Megabytes of a page or a list, as sent and unpacked."""
    redirects: int = 5
    """Redirects that are followed from one address."""
    retries: int = 2
    """Further tries after a failure that may pass."""
    backoff: float = 2
    """Seconds before the first further try, twice as many before each next one; a server may ask for more."""
    longest_wait: float = 120
    """Seconds that a server may ask us to wait; a host that asks for more is left alone for this run."""
    refresh: bool = False
    """Ask again, on condition that they changed, for pages that are saved already."""
    allow_private: bool = False
    """Let addresses lead into private networks and to this machine."""
    form: Literal["warc", "files"] = "warc"
    """One archive with what the servers sent, or an HTML file for each page."""
    contact: str = ""
    """Address of mail or of a page, for the operators of the servers; stands in the user agent."""

    def __post_init__(self) -> None:
        for name in ("limit", "rate", "timeout", "max_size"):
            if not getattr(self, name) > 0:
                raise InputError(f"{name} is {getattr(self, name)}; give a number above 0.")
        for name in ("redirects", "retries", "backoff", "longest_wait"):
            if getattr(self, name) < 0:
                raise InputError(f"{name} is {getattr(self, name)}; give 0 or more.")
        if self.form not in ("warc", "files"):
            raise InputError(f"form is {self.form!r}; give 'warc' or 'files'.")
        if self.since and not _is_day(self.since):
            raise InputError(f"since is {self.since!r}; give a day such as 2025-01-31.")
        if not self.contact.isascii() or not self.contact.isprintable() or set("()") & set(self.contact):
            raise InputError("contact goes into the user agent: plain ASCII without parentheses.")


def _is_day(text: str) -> bool:
    """Whether a text is an ISO day in its long form, so that days can be compared as texts."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one address."""

    address: str
    """As it was given or listed, in its usual form: no fragment, no mark of where a reader came from."""
    status: FetchStatus
    reason: str = ""
    """Why it was not saved, in one line; empty if there is nothing to say."""
    kind: FetchKind = "page"
    final_address: str = ""
    """Where redirects led to; empty if nothing was answered."""
    size: int = 0
    """Bytes of the answer as sent."""
    file: str = ""
    """Name of the file in the folder that holds it; empty for lists and for what is not saved."""
    record: str = ""
    """`WARC-Record-ID` of its record; empty for files."""
    retrieved_at: str = ""
    """UTC, as 2025-01-31T23:59:59Z; of what is already there the time when it was saved."""
    listed_in: str = ""
    """Feed, sitemap or file that named it; empty if it was given itself."""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What one run did."""

    folder: str
    outcomes: tuple[Fetched, ...]
    """One for each address, in the order in which they were settled."""
    off_subject: int = 0
    """Pages that lists name and that `match` or `since` leave out."""
    beyond_limit: int = 0
    """Pages that wait for the next run."""
    given_up: int = 0
    """Pages of lists that are gone, or failed in three runs, and are not asked for again."""

    @property
    def saved(self) -> tuple[Fetched, ...]:
        """Pages that this run has saved."""
        return tuple(one for one in self.outcomes if one.status == "saved" and one.kind == "page")

    @property
    def not_saved(self) -> tuple[Fetched, ...]:
        """What was refused or failed."""
        return tuple(one for one in self.outcomes if one.status in ("refused", "failed"))

    @property
    def counts(self) -> dict[str, int]:
        """Status -> number of addresses."""
        return dict(Counter(one.status for one in self.outcomes))


@dataclass(frozen=True, slots=True)
class FeedSource:
    """A row of data/feeds.csv: where a publisher lists its pages, and what it says about their use."""

    publisher: str
    language: str
    """ISO 639-1."""
    address: str
    kind: FetchKind
    subject: str
    """`dprk` if all of it is about the DPRK, else `general`."""
    terms: str
    """What its terms say of copying, in our words; `unknown` where nothing was found."""
    terms_address: str
    evidence: str
    """Where the address is shown to be this publisher's list."""
    checked_on: str
    """ISO day on which terms and evidence were looked up."""
    tried: str
    """ISO day on which it was last fetched, or `no`."""
    note: str = ""
