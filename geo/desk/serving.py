"""The desk behind a web server of this machine alone."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from geo.desk.application import Answers, application
from geo.desk.guarding import Guard, Keys
from geo.desk.mapping import MapMaker
from geo.desk.state import Desk
from geo.errors import InputError

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that is being served."""

    address: str
    """With the token; who has it can decide."""
    thread: threading.Thread
    server: uvicorn.Server

    def wait(self) -> None:
        """Until the server ends."""
        while self.thread.is_alive():
            self.thread.join(timeout=1)


@contextmanager
def serve(desk: Desk, *, port: int = 0, language: str = "") -> Iterator[Served]:
    """
    Serve a desk on this machine until the block ends; port 0 is any free one.

    Raises
    ------
    InputError
        If the port cannot be had.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((HOST, port))
        listening.listen()  # from here on who comes waits until the server has begun
    except OSError as error:
        listening.close()
        raise InputError(f"port {port} cannot be had ({error.strerror}). Name another one, or 0.") from error
    port = listening.getsockname()[1]
    keys, maker = Keys.new(), MapMaker()
    answers = Answers(desk, maker, keys, language)
    guard = Guard(application(answers), keys, port)
    config = uvicorn.Config(
        guard,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=32_768,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True, name="server")
    thread.start()
    try:
        yield Served(f"http://{HOST}:{port}/?token={keys.address}", thread, server)
    finally:
        answers.end()
        server.should_exit = True
        thread.join(timeout=5)
        maker.close()
        desk.close()
        listening.close()
