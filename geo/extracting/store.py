"""
What earlier runs read, in one SQLite file beside the output: an input that is as it was is not read again.

An entry holds for a content, a version of the code and of its data, and the decisions on names. It is signed
with a key of the user's own, so that a store that came from somebody else, or was damaged, is never believed:
what does not fit is read again. A store that cannot be used is left out of use, and the run goes on.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from platform import python_version

import msgspec

from geo.articles import Input
from geo.events import weights_in_use
from geo.extracting.parts import Findings
from geo.models import Decision, __version__
from geo.text import HIDDEN

NAME = f".{{}}{HIDDEN}.sqlite"
"""Of the file, beside the folder or file of the output whose name it has; it holds texts of articles."""
_LIBRARIES = (
    *("ahocorasick_rs", "lxml", "openpyxl", "pyarrow", "pypdfium2", "python-docx", "rapidfuzz"),
    *("trafilatura", "folium", "jinja2", "shapely"),
)
"""Those by whose version a reading may differ."""
_APPLICATION = 0x666D6170
_SCHEMA = """
CREATE TABLE files (path BLOB PRIMARY KEY, size INTEGER, stamp TEXT, content TEXT);
CREATE TABLE readings (key TEXT PRIMARY KEY, size INTEGER, used INTEGER, sign BLOB, part BLOB);
CREATE TABLE builds (key TEXT PRIMARY KEY, sign BLOB, built BLOB);
"""
_RACE = 2_000_000_000
"""Nanoseconds before the look at a file in which a change of it may not show in its times."""
_WAIT = 5.0
"""Seconds for another process that writes."""


class Built(msgspec.Struct, frozen=True):
    """What a build wrote and said."""

    files: tuple[tuple[str, str], ...]
    """(name in the folder, digest of its content)."""
    said: tuple[str, ...]


class Store:
    """The store of one output, a folder or a file, while a run goes on."""

    def __init__(self, output: Path, *, fresh: bool = False) -> None:
        real = Path(os.path.realpath(output))
        self._folder, self._path = output, real.with_name(NAME.format(real.name))
        self._run = time.time_ns()
        self._key = _own_key()
        self._files: dict[str, tuple[int, str, str]] = {}
        self._sizes: set[int] = set()
        self._base: sqlite3.Connection | None = None
        if self._key is None:
            return
        with suppress(sqlite3.Error, OSError):
            self._base = _opened(self._path, fresh=fresh)
            rows = self._base.execute("SELECT path, size, stamp, content FROM files")
            self._files = {os.fsdecode(path): (size, stamp, content) for path, size, stamp, content in rows}
            self._sizes = {size for (size,) in self._base.execute("SELECT size FROM readings")}

    def reading(self, one: Input, mode: str) -> Findings | None:
        """What an input gave when its content was the same; None if that is not known."""
        if self._base is None:
            return None
        with suppress(sqlite3.Error, OSError, msgspec.DecodeError):
            content = self._content_if_known(one)
            if content is None:
                return None
            key = _key_of(content, mode)
            row = self._base.execute("SELECT sign, part FROM readings WHERE key = ?", (key,)).fetchone()
            if row and hmac.compare_digest(row[0], self._sign(key, row[1])):
                part = msgspec.msgpack.decode(row[1], type=Findings)
                self._base.execute("UPDATE readings SET used = ? WHERE key = ?", (self._run, key))
                return part
        return None

    def keep(self, one: Input, mode: str, part: Findings) -> None:
        """Take note of what an input gave, unless it changes meanwhile."""
        if self._base is None:
            return
        with suppress(sqlite3.Error, OSError):
            key = _key_of(self._content(one), mode)
            packed = msgspec.msgpack.encode(part)
            size = Path(one.path).stat().st_size
            self._base.execute(
                "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)",
                (key, size, self._run, self._sign(key, packed), packed),
            )

    def unchanged(self, inputs: Sequence[tuple[Input, str]], mode: str) -> Built | None:
        """What the last build wrote, if it read the same inputs in the same mode, and its files are there."""
        if self._base is None or (key := self._build_key(inputs, mode)) is None:
            return None
        with suppress(sqlite3.Error, OSError, msgspec.DecodeError):
            row = self._base.execute("SELECT sign, built FROM builds WHERE key = ?", (key,)).fetchone()
            if row and hmac.compare_digest(row[0], self._sign(key, row[1])):
                built = msgspec.msgpack.decode(row[1], type=Built)
                if all(_digest(self._folder / name) == digest for name, digest in built.files):
                    return built
        return None

    def built(
        self, inputs: Sequence[tuple[Input, str]], mode: str, files: Iterable[Path], said: Iterable[str]
    ) -> None:
        """Take note of what a build wrote and said."""
        if self._base is None or (key := self._build_key(inputs, mode)) is None:
            return
        with suppress(sqlite3.Error, OSError):
            written = tuple((path.name, _digest(path)) for path in files)
            packed = msgspec.msgpack.encode(Built(written, tuple(said)))
            self._base.execute("DELETE FROM builds")
            self._base.execute("INSERT INTO builds VALUES (?, ?, ?)", (key, self._sign(key, packed), packed))
            self._base.commit()

    def _build_key(self, inputs: Sequence[tuple[Input, str]], mode: str) -> str | None:
        """A digest of all inputs and a mode; None if some input is new or may have changed."""
        parts = [mode, code_version()]
        for one, path in inputs:
            known = self._files.get(one.real)
            with suppress(OSError):
                now = Path(one.path).stat()
                if one.refused or (known and known[:2] == (now.st_size, _stamp(now))):
                    parts.append(f"{path} {one.refused or (known and known[2])}")
                    continue
            return None
        return hashlib.blake2b("\n".join(parts).encode("utf-8", "replace"), digest_size=20).hexdigest()

    def keep_used(self, inputs: Iterable[Input]) -> None:
        """Keep what this run used, and forget the rest."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            self._base.execute("DELETE FROM readings WHERE used <> ?", (self._run,))
            self._base.execute("DELETE FROM files")
            kept = ((os.fsencode(one.real), *known) for one in inputs if (known := self._files.get(one.real)))
            self._base.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", kept)
            self._base.commit()

    def _content_if_known(self, one: Input) -> str | None:
        """The digest of a file, where some reading may fit it."""
        now = Path(one.path).stat()
        known = self._files.get(one.real)
        if known and known[:2] == (now.st_size, _stamp(now)):
            return known[2]
        return self._content(one) if now.st_size in self._sizes else None

    def _content(self, one: Input) -> str:
        """The digest of a file as it is now."""
        before = Path(one.path).stat()
        known = self._files.get(one.real)
        if known and known[:2] == (before.st_size, _stamp(before)):
            return known[2]
        digest = _digest(Path(one.path))
        if time.time_ns() - before.st_mtime_ns > _RACE and _stamp(Path(one.path).stat()) == _stamp(before):
            self._files[one.real] = (before.st_size, _stamp(before), digest)
        return digest

    def _sign(self, key: str, packed: bytes) -> bytes:
        return hashlib.blake2b(key.encode() + packed, key=self._key or b"", digest_size=32).digest()


def _stamp(known: os.stat_result) -> str:
    """What changes when a file does."""
    return f"{known.st_mtime_ns} {known.st_ctime_ns} {known.st_ino}"


def _digest(path: Path) -> str:
    """The digest of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()


def _key_of(content: str, mode: str) -> str:
    return hashlib.blake2b(f"{content} {mode}".encode(), digest_size=20).hexdigest()


def _opened(path: Path, *, fresh: bool) -> sqlite3.Connection:
    """The data base, made anew where it is none of ours."""
    if fresh:
        _remove(path)
    try:
        return _checked(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise
        _remove(path)
        return _checked(path)


def _checked(path: Path) -> sqlite3.Connection:
    """The data base, with its tables."""
    base = sqlite3.connect(path, timeout=_WAIT, isolation_level="DEFERRED")
    try:
        if base.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
            if base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise sqlite3.DatabaseError("of another program")
            base.executescript(f"BEGIN; {_SCHEMA} PRAGMA application_id = {_APPLICATION}; COMMIT;")
        base.execute("SELECT count(*) FROM readings JOIN files ON false").fetchone()
    except sqlite3.Error:
        base.close()
        raise
    return base


def _remove(path: Path) -> None:
    for behind in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + behind).unlink(missing_ok=True)


def _own_key() -> bytes | None:
    """The key of this user, made when it is first wanted; None where it cannot be kept."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "factorymap"
    path = folder / "store.key"
    with suppress(OSError):
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(secrets.token_bytes(32))
        key = path.read_bytes()
        return key if len(key) == 32 else None
    return None


def mode_of(sieved: bool, rows: tuple[Decision, ...], max_size: int | None) -> str:
    """What a reading depends on besides its content."""
    aliases = sorted({(row.surface, row.new_pcode) for row in rows})
    return repr((code_version(), sieved, aliases, max_size, weights_in_use().digest))


@cache
def code_version() -> str:
    """A digest of the package's code and data, and of the libraries by which it reads."""
    digest = hashlib.blake2b(f"{__version__} {python_version()}".encode(), digest_size=20)
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    root = Path(str(resources.files("geo")))
    for path in sorted(_sources(root)):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _sources(root: Path) -> Iterator[Path]:
    """Modules, tables and parts of the page; in a checkout the tables are behind a link."""
    apart = (root / "data/articles", root / "data/build")
    for folder, inside, names in os.walk(root, followlinks=True):
        inside[:] = [name for name in inside if Path(folder, name) not in apart]
        yield from (Path(folder, name) for name in names if not name.endswith(".pyc"))
