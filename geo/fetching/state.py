"""
What a folder remembers from one fetch to the next: one SQLite file, in which each page is settled at once.

A page enters together with its bytes, in one transaction, and only then goes from there to its place in the
archive. Whoever opens the folder next does what a killed process had not come to. So a page that is
remembered is there, whole and once, and one that is not leaves nothing behind.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from geo.errors import InputError
from geo.fetching.listings import Listed, Listing
from geo.fetching.robots import Robots
from geo.text import HIDDEN, write_atomically

STATE = f".fetched{HIDDEN}"
"""Name of the file; readers of articles pass over it."""
_VERSION = 1
_TABLES = """
CREATE TABLE pages (address TEXT PRIMARY KEY, final_address TEXT, retrieved_at TEXT, size INTEGER,
    digest TEXT, etag TEXT, modified TEXT, file TEXT, record TEXT, listed_in TEXT);
CREATE INDEX finals ON pages (final_address);
CREATE TABLE missed (address TEXT PRIMARY KEY, runs INTEGER, gone INTEGER);
CREATE TABLE lists (address TEXT PRIMARY KEY, kind TEXT, title TEXT, etag TEXT, modified TEXT);
CREATE TABLE listed (list TEXT, is_list INTEGER, address TEXT, title TEXT, day TEXT, summary TEXT,
    PRIMARY KEY (list, is_list, address));
CREATE TABLE robots (origin TEXT PRIMARY KEY, text TEXT, etag TEXT, modified TEXT, until REAL);
CREATE TABLE archives (file TEXT PRIMARY KEY, length INTEGER);
CREATE TABLE waiting (file TEXT, position INTEGER, content BLOB);
"""
GIVEN_UP = 3
"""A page of a list that failed in so many runs is not asked for again."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page in the folder; the columns of its table, and of the index."""

    address: str
    final_address: str
    retrieved_at: str
    size: int
    digest: str
    etag: str
    modified: str
    file: str
    record: str
    listed_in: str


@dataclass(frozen=True, slots=True)
class KnownList:
    """A list as it was when it was last read."""

    address: str
    kind: str
    title: str
    etag: str
    modified: str


class StateError(InputError):
    """The memory of a folder cannot be used."""


class State:
    """The memory of a folder. To be closed; the folder is held by its one writer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / STATE
        if self._file.is_symlink():
            raise StateError(f"'{self._file}' is a link. Remove it.")
        with self._told():
            self._base = sqlite3.connect(self._file, isolation_level=None)
            version = self._base.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _VERSION):
                self._base.close()
                raise StateError(f"'{self._file}' is of another version of factorymap. Name another folder.")
            self._base.execute("PRAGMA synchronous = FULL")
            if not version:
                with self._whole():
                    for one in filter(str.strip, _TABLES.split(";")):
                        self._base.execute(one)
                    self._base.execute(f"PRAGMA user_version = {_VERSION}")
            self._deliver()

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """An error for what is no memory of ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise StateError(
                f"'{self._file}' cannot be used ({error}). Free some space if the disk is full; else move "
                "the file away, and everything is fetched anew."
            ) from None

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Changes that are made all or none."""
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    def page(self, address: str) -> SavedPage | None:
        """The page that was saved for an address, or from it."""
        query = "SELECT * FROM pages WHERE address = ?1 OR final_address = ?1 ORDER BY address <> ?1 LIMIT 1"
        row = self._base.execute(query, (address,)).fetchone()
        return SavedPage(*row) if row else None

    def keep(self, page: SavedPage, content: bytes, position: int) -> None:
        """Remember a page and put its bytes into its file, from a position on that ends what counts of it."""
        with self._whole():
            self._put(page)
            self._base.execute("INSERT INTO waiting VALUES (?, ?, ?)", (page.file, position, content))
            length = (page.file, position + len(content))
            self._base.execute("INSERT OR REPLACE INTO archives VALUES (?, ?)", length)
        self._deliver()

    def note(self, page: SavedPage) -> None:
        """Remember something anew of a page whose bytes are in the folder, or one more address of it."""
        with self._whole():
            self._put(page)

    def _put(self, page: SavedPage) -> None:
        marks = ", ".join("?" * len(fields(SavedPage)))
        self._base.execute(f"INSERT OR REPLACE INTO pages VALUES ({marks})", astuple(page))
        self._base.execute("DELETE FROM missed WHERE address = ?", (page.address,))

    def _deliver(self) -> None:
        """Bring the bytes that wait to their files."""
        for file, position, content in self._base.execute("SELECT * FROM waiting").fetchall():
            if position == 0:
                write_atomically(self.folder / file, content)
            else:
                _append(self.folder / file, position, content)
            with self._whole():
                self._base.execute("DELETE FROM waiting WHERE file = ? AND position = ?", (file, position))

    def lengths(self) -> dict[str, int]:
        """File -> bytes of it that count, of the files in which pages were saved, sorted by name."""
        return dict(self._base.execute("SELECT file, length FROM archives ORDER BY file"))

    def miss(self, address: str, gone: bool) -> None:
        """Remember that a page of a list could not be had in this run, or never will be."""
        with self._whole():
            self._base.execute(
                "INSERT INTO missed VALUES (?1, 1, ?2) ON CONFLICT DO UPDATE SET runs = runs + 1, gone = ?2",
                (address, gone),
            )

    def is_given_up(self, address: str) -> bool:
        """Whether a page of a list is not asked for again."""
        row = self._base.execute("SELECT runs, gone FROM missed WHERE address = ?", (address,)).fetchone()
        return bool(row) and (bool(row[1]) or row[0] >= GIVEN_UP)

    def list(self, address: str) -> KnownList | None:
        """A list that was read before."""
        row = self._base.execute("SELECT * FROM lists WHERE address = ?", (address,)).fetchone()
        return KnownList(*row) if row else None

    def remember_list(self, known: KnownList, listing: Listing) -> None:
        """Remember a list; pages that it names no longer stay until they are saved or given up."""
        rows = [(0, page) for page in listing.pages] + [(1, one) for one in listing.lists]
        with self._whole():
            self._base.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?, ?)", astuple(known))
            self._base.execute(
                "DELETE FROM listed WHERE list = ? AND (is_list OR address IN (SELECT address FROM pages)"
                " OR address IN (SELECT address FROM missed WHERE gone OR runs >= ?))",
                (known.address, GIVEN_UP),
            )
            self._base.executemany(
                "INSERT OR REPLACE INTO listed VALUES (?, ?, ?, ?, ?, ?)",
                ((known.address, is_list, *astuple(one)) for is_list, one in rows),
            )

    def listed(self, address: str, *, lists: bool = False) -> tuple[Listed, ...]:
        """The pages, or the lists, that a list names, newest first; those without a day as they stand."""
        query = (
            "SELECT address, title, day, summary FROM listed WHERE list = ? AND is_list = ? "
            "ORDER BY day DESC, rowid"
        )
        return tuple(Listed(*row) for row in self._base.execute(query, (address, int(lists))))

    def robots(self, origin: str) -> Robots | None:
        """The robots.txt of a host as it was last read."""
        row = self._base.execute("SELECT * FROM robots WHERE origin = ?", (origin,)).fetchone()
        return Robots(*row) if row else None

    def remember_robots(self, robots: Robots) -> None:
        """Remember the robots.txt of a host."""
        with self._whole():
            self._base.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?, ?)", astuple(robots))

    def pages(self) -> Iterable[SavedPage]:
        """Every page that was saved, in the order of retrieval."""
        rows = self._base.execute("SELECT * FROM pages ORDER BY retrieved_at, address")
        return (SavedPage(*row) for row in rows)


def _append(path: Path, position: int, content: bytes) -> None:
    """Write bytes into a file from a position on, which becomes its end, through to the disk."""
    with path.open("r+b") as file:
        file.seek(position)
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
