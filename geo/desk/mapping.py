"""
The map of a run, drawn by a process of its own, so that the page goes on being answered meanwhile.

It gets pickled runs on its standard input and gives pages on its standard output, one after the other, and
ends when its input does, however the desk ended.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from typing import IO

from geo.errors import FactorymapError
from geo.models import Run

_LENGTH = 8
"""Bytes of the length before each message."""


class MapMaker:
    """Draws maps one by one; the last one is kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._last: tuple[Run, str] | None = None

    def map_of(self, run: Run) -> str:
        """The page of a run; FactorymapError if it cannot be drawn."""
        with self._lock:
            if self._last is None or self._last[0] is not run:
                self._last = run, self._drawn(run)
            return self._last[1]

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def _drawn(self, run: Run) -> str:
        process = self._process
        if process is None or process.poll() is not None:
            command = [sys.executable, "-c", "from geo.desk.mapping import draw_all; draw_all()"]
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self._process = process
        assert process.stdin and process.stdout
        try:
            _send(process.stdin, pickle.dumps(run))
            return _received(process.stdout).decode("utf-8")
        except (OSError, EOFError) as error:
            raise FactorymapError("the map could not be drawn") from error


def draw_all() -> None:
    """Read runs and write pages until there are no more."""
    from geo.outputs import map_of

    given, told = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # so that nothing else gets among the pages
    while True:
        try:
            run = pickle.loads(_received(given))
        except EOFError:
            return
        _send(told, map_of(run).get_root().render().encode("utf-8"))


def _send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(len(content).to_bytes(_LENGTH, "big") + content)
    pipe.flush()


def _received(pipe: IO[bytes]) -> bytes:
    """The next message; EOFError if there is none."""
    length = pipe.read(_LENGTH)
    content = pipe.read(int.from_bytes(length, "big")) if len(length) == _LENGTH else b""
    if not content:
        raise EOFError
    return content
