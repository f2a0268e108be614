"""Whose turn it is: one queue for each host, no host asked more often than its pause lets us."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from geo.fetching.addresses import name_of


@dataclass(slots=True)
class Task:
    """An address on its way, through redirects and further tries."""

    address: str
    """As it was asked for."""
    is_source: bool = False
    """Whether it was given, or is named among lists, and so may be a list of pages."""
    is_list: bool = False
    """Whether it must be one."""
    about_dprk: bool = False
    """Whether everything in it is known to be about the DPRK."""
    listed_in: str = ""
    depth: int = 0
    """So many lists lead to it."""
    current: str = ""
    """Where redirects have led so far."""
    hops: list[str] = field(default_factory=list)
    tries: int = 0

    def __post_init__(self) -> None:
        self.current = self.current or self.address


class Turns:
    """Tasks that wait. The next one is of the host that may be asked first."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._now, self._sleep = now, sleep
        self._queues: dict[str, deque[Task]] = {}
        self._ready: dict[str, float] = {}

    def add(self, task: Task, *, first: bool = False) -> None:
        """Put a task into the queue of its host."""
        queue = self._queues.setdefault(name_of(task.current), deque())
        (queue.appendleft if first else queue.append)(task)

    def next(self) -> Task | None:
        """The next task, after the wait that its host needs; None if there is none."""
        waiting = [host for host, queue in self._queues.items() if queue]
        if not waiting:
            return None
        host = min(waiting, key=lambda one: self._ready.get(one, 0.0))
        wait = self._ready.get(host, 0.0) - self._now()
        if wait > 0:
            self._sleep(wait)
        return self._queues[host].popleft()

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long from now on."""
        self._ready[host] = max(self._ready.get(host, 0.0), self._now() + seconds)
