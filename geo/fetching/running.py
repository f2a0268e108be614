"""One run: addresses in, each settled, and the state kept after each."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from geo.articles import kind_of
from geo.errors import InputError
from geo.fetching.addresses import host_of, name_of, usual
from geo.fetching.asking import UNCHANGED, ask_for_robots, check_found, conditions, next_address, validators
from geo.fetching.failing import NotFetchedError, refused
from geo.fetching.listings import Listed, Listing, read_listing
from geo.fetching.network import MEGABYTE, Network, Reply
from geo.fetching.records import Fetched, FetchKind, FetchOptions
from geo.fetching.robots import Rules
from geo.fetching.saving import place_in_archive, place_in_file, stamp, text_of
from geo.fetching.state import KnownList, SavedPage, State, StateError
from geo.fetching.subject import is_older, is_wanted, names_dprk
from geo.fetching.turns import Task, Turns
from geo.text import one_line

_DEEPEST = 3
"""Lists inside lists."""
_MOST_LISTS = 200
"""Lists that are read in one run."""
_IN_A_ROW = 3
"""A host that fails so often in a row is left alone for this run."""


@dataclass
class Running:
    """A run in a folder that is held."""

    folder: Path
    options: FetchOptions
    state: State
    network: Network
    tell: Callable[[Fetched], object]
    outcomes: list[Fetched] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    """Pages of lists that are not asked for: `off subject`, `beyond limit`, `given up`."""

    def __post_init__(self) -> None:
        self._turns = Turns()
        self._rules: dict[str, Rules] = {}
        self._left_alone: dict[str, NotFetchedError] = {}
        self._failures: Counter[str] = Counter()
        self._met: set[str] = set()
        self._asked: Counter[str] = Counter()

    def add(self, address: str, *, is_list: bool = False, about_dprk: bool = False) -> None:
        """Ask for an address that was given: a page or a list."""
        try:
            task = Task(usual(address), True, is_list, about_dprk)
        except NotFetchedError as error:
            self._settle(Fetched(one_line(address), error.status, error.reason))
            return
        self._begin(task)

    def add_file(self, listing: Listing, name: str) -> None:
        """Ask for what a file of one's own names; addresses that were written down all are wanted."""
        task = Task(name, True, True, names_dprk(listing.title))
        self._spread(task, listing.kind, listing.pages, listing.lists)

    def go_on(self) -> None:
        """Until every address is settled."""
        while task := self._turns.next():
            host = name_of(task.current)
            if why := self._left_alone.get(host) or self._left_alone.get(host_of(task.current)):
                self._settle(_outcome(task, why))
                continue
            try:
                self._step(task, host)
            except NotFetchedError as error:
                self._not_fetched(task, host, error)
            except (OSError, StateError):
                raise
            except InputError as error:
                self._miss(task, NotFetchedError(str(error), "refused"))
            except Exception as error:  # a library's own failure on what a stranger sent must not end the run
                self._miss(task, NotFetchedError(f"{type(error).__name__}: {str(error)[:200]}"))

    def _not_fetched(self, task: Task, host: str, error: NotFetchedError) -> None:
        """Try again later, or settle; a host that asks for long or never answers is left alone."""
        if error.wait > self.options.longest_wait:
            why = f"{error.reason} and asks us to wait {error.wait:.0f} seconds"
            error = self._left_alone[host] = NotFetchedError(f"{why}; run again then")
        elif error.again and task.tries < self.options.retries:
            self._turns.hold(host, error.wait or self.options.backoff * 2**task.tries)
            task.tries += 1
            self._turns.add(task, first=True)
            return
        self._failures[host] = self._failures[host] + 1 if error.again else 0
        if self._failures[host] >= _IN_A_ROW:
            why = f"{host} failed {_IN_A_ROW} times in a row and is left alone in this run"
            self._left_alone[host] = NotFetchedError(why)
        self._miss(task, error)

    def _miss(self, task: Task, error: NotFetchedError) -> None:
        """Settle what could not be had, and remember it, so that it is not asked for for ever."""
        if (origin := host_of(task.current)) not in self._rules:
            self._left_alone[origin] = error
        elif task.listed_in:
            self.state.miss(task.address, error.gone)
        self._settle(_outcome(task, error))

    def _settle(self, outcome: Fetched) -> None:
        self.outcomes.append(outcome)
        self.tell(outcome)

    def _begin(self, task: Task) -> None:
        """Put an address into its queue, once, unless nothing is to be asked about it."""
        if task.address in self._met:
            return
        self._met.add(task.address)
        saved = None if task.is_source and self.state.list(task.address) else self.state.page(task.address)
        if saved and not self.options.refresh:
            self._settle(_there(task, saved))
        elif task.listed_in and not task.is_source and self.state.is_given_up(task.address):
            self.left["given up"] += 1
        elif not task.is_source and self._asked["pages"] >= self.options.limit:
            self.left["beyond limit"] += 1
        elif task.is_source and self._asked["lists"] >= _MOST_LISTS and task.depth:
            self._settle(_outcome(task, refused(f"more than {_MOST_LISTS} lists in one run")))
        else:
            self._asked["lists" if task.is_source else "pages"] += 1
            self._turns.add(task)

    def _step(self, task: Task, host: str) -> None:
        """One request: for a host's robots.txt, or for an address."""
        origin = host_of(task.current)
        if origin not in self._rules:
            self._learn_rules(origin, host)
            self._turns.add(task, first=True)
            return
        rules = self._rules[origin]
        rules.check(task.current)
        pause = rules.pause()
        if pause > self.options.longest_wait:
            raise refused(f"robots.txt asks for {pause:.0f} seconds between requests")
        if not self.options.refresh and (saved := self.state.page(task.current)):
            self.state.note(replace(saved, address=task.address, listed_in=task.listed_in))
            self._settle(_there(task, saved))
            return
        known = self.state.list(task.address) or self.state.page(task.address)
        try:
            answer = self.network.get(task.current, conditions(known.etag, known.modified) if known else {})
        finally:
            self._turns.hold(host, max(60 / self.options.rate, pause))
        self._failures[host] = 0
        self._answered(task, answer, datetime.now(UTC))

    def _learn_rules(self, origin: str, host: str) -> None:
        """The rules of a host, kept or asked for."""
        known = self.state.robots(origin)
        if known is None or known.until <= datetime.now(UTC).timestamp():
            try:
                known = ask_for_robots(self.network, origin, known)
            finally:
                self._turns.hold(host, 60 / self.options.rate)
            self.state.remember_robots(known)
        self._rules[origin] = Rules(known)

    def _answered(self, task: Task, answer: Reply, at: datetime) -> None:
        """What follows from an answer."""
        if led := next_address(answer, task.current):
            self._follow(task, led)
        elif answer.status == UNCHANGED:
            self._unchanged(task)
        else:
            check_found(answer)
            largest = round(self.options.max_size * MEGABYTE)
            kind = answer.headers.get("Content-Type", "")
            listing = read_listing(answer.content, task.current, kind, largest) if task.is_source else None
            if listing:
                self._read(task, listing, answer, at)
            elif task.is_list or self.state.list(task.address):
                raise NotFetchedError("it is to be a list of pages, and is none")
            else:
                self._save(task, answer, at)

    def _follow(self, task: Task, led: str) -> None:
        """Go where a redirect leads, in the queue of that host."""
        if led in (task.address, task.current, *task.hops):
            raise NotFetchedError("its redirects go round in a circle")
        if len(task.hops) >= self.options.redirects:
            raise NotFetchedError(f"more than {self.options.redirects} redirects")
        task.hops.append(task.current)
        task.current, task.tries = led, 0
        self._turns.add(task, first=True)

    def _unchanged(self, task: Task) -> None:
        """What a server says is as it was."""
        if known := self.state.list(task.address):
            self._settle(Fetched(task.address, "unchanged", "", _kind(known.kind), task.current))
            task.about_dprk = task.about_dprk or names_dprk(known.title, task.address)
            lists = self.state.listed(task.address, lists=True)
            self._spread(task, known.kind, self.state.listed(task.address), lists)
        elif saved := self.state.page(task.address):
            self._settle(replace(_there(task, saved), status="unchanged"))
        else:
            raise NotFetchedError("the server says that it is unchanged, though nobody had asked")

    def _read(self, task: Task, listing: Listing, answer: Reply, at: datetime) -> None:
        """Remember a list, and ask for what it names."""
        etag, modified = validators(answer, at)
        self.state.remember_list(
            KnownList(task.address, listing.kind, listing.title, etag, modified), listing
        )
        told = Fetched(task.address, "saved", listing.note, listing.kind, task.current, len(answer.sent))
        self._settle(replace(told, retrieved_at=stamp(at), listed_in=task.listed_in))
        task.about_dprk = task.about_dprk or names_dprk(listing.title, task.address)
        lists = self.state.listed(task.address, lists=True)
        self._spread(task, listing.kind, self.state.listed(task.address), lists)

    def _spread(self, task: Task, kind: str, pages: Iterable[Listed], lists: Iterable[Listed]) -> None:
        """Ask for what a list names: what was written down as such, of the others what is wanted."""
        for page in pages:
            if kind == "list" or is_wanted(page, self.options, task.about_dprk):
                self._begin(Task(page.address, listed_in=task.address, depth=task.depth))
            else:
                self.left["off subject"] += 1
        for one in lists:
            if task.depth >= _DEEPEST:
                reason = refused(f"a list inside more than {_DEEPEST} others")
                self._settle(_outcome(Task(one.address, True, True, listed_in=task.address), reason))
            elif not is_older(one, self.options.since):
                inner = Task(one.address, True, True, task.about_dprk, task.address, task.depth + 1)
                self._begin(inner)

    def _save(self, task: Task, answer: Reply, at: datetime) -> None:
        """Keep a page."""
        kind = answer.headers.get("Content-Type", "")
        if "attachment" in answer.headers.get("Content-Disposition", "").lower():
            raise refused("the server sends it as a file to download, not as a page")
        found = kind_of(answer.content, ".html" if "html" in kind else "")
        if found != "page":
            called = one_line(kind.partition(";")[0])[:60] or "of no kind that the server tells"
            raise refused(f"it is no web page ({called})")
        text_of(answer)
        digest = hashlib.sha256(answer.content).hexdigest()
        saved, (etag, modified) = self.state.page(task.address), validators(answer, at)
        if saved and saved.digest == digest:
            self.state.note(replace(saved, etag=etag, modified=modified))
            self._settle(replace(_there(task, saved), status="unchanged"))
            return
        if self.options.form == "warc":
            place = place_in_archive(
                answer, task.current, at, self.folder, self.state.lengths(), self.options.contact
            )
        else:
            place = place_in_file(answer, task.current, at)
        page = SavedPage(
            *(task.address, task.current, stamp(at), len(answer.sent), digest, etag, modified),
            *(place.file, place.record, task.listed_in),
        )
        self.state.keep(page, place.content, place.position)
        self._settle(replace(_there(task, page), status="saved"))


def _kind(name: str) -> FetchKind:
    """The kind of a list as the state has it."""
    return "feed" if name == "feed" else "sitemap" if name == "sitemap" else "list"


def _outcome(task: Task, error: NotFetchedError) -> Fetched:
    """An address that was not fetched."""
    led = task.current if task.hops else ""
    return Fetched(task.address, error.status, one_line(error.reason), "page", led, listed_in=task.listed_in)


def _there(task: Task, page: SavedPage) -> Fetched:
    """An address whose page is in the folder."""
    return Fetched(
        *(task.address, "already there", "", "page", page.final_address, page.size, page.file, page.record),
        *(page.retrieved_at, task.listed_in),
    )
