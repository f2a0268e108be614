"""A server on loopback that answers as it is told, byte by byte, and remembers what it was asked."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

PAGE = """\
<html><head><title>{title}</title>
<meta property="article:published_time" content="2024-02-29T09:00:00+09:00"></head><body><h1>{title}</h1>
<p>A groundbreaking ceremony for regional-industry factories was held in Songchon County, South Phyongan
Province, on February 28, 2024, the Korean Central News Agency said on February 29, 2024.</p></body></html>
"""


@dataclass(frozen=True)
class Asked:
    """A request."""

    path: str
    headers: dict[str, str]
    """By lower-case name."""


Behaviour = Callable[["Server", socket.socket, Asked], object]


def page(title: str = "Work begins in Songchon", encoding: str = "utf-8") -> bytes:
    """A web page about a county."""
    return PAGE.format(title=title).encode(encoding)


def answer(
    content: bytes | str = b"", status: str = "200 OK", length: int | None = None, **headers: str
) -> bytes:
    """The bytes of an answer; names of headers with _ for -, of a content without one text/html."""
    body = content.encode() if isinstance(content, str) else content
    lines = {"Content-Type": "text/html", "Content-Length": str(len(body) if length is None else length)}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in lines.items() if value)]
    return "\r\n".join([*head, "Connection: close", "", ""]).encode("latin-1") + body


@dataclass
class Server:
    """A server on a port of its own. What has no behaviour is 404, robots.txt too."""

    behaviours: dict[str, bytes | Behaviour] = field(default_factory=dict)
    """Path -> the answer, or what sends it."""
    asked: list[Asked] = field(default_factory=list)
    context: ssl.SSLContext | None = None
    over: threading.Event = field(default_factory=threading.Event)
    """Set when slow behaviours are to end."""

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"{'https' if self.context else 'http'}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def close(self) -> None:
        """End."""
        self.over.set()
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError, ssl.SSLError), connection:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            received = b""
            while b"\r\n\r\n" not in received:
                piece = connection.recv(65536)
                if not piece:
                    return
                received += piece
                if received.startswith(b"\x16"):  # somebody begins to encrypt
                    connection.sendall(answer(status="400 Bad Request"))
                    return
            first, *lines = received.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
            pairs = (line.partition(":") for line in lines)
            asked = Asked(first.split()[1], {name.lower(): value.strip() for name, _, value in pairs})
            self.asked.append(asked)
            told = self.behaviours.get(asked.path, answer("no", "404 Not Found"))
            if callable(told):
                told(self, connection, asked)
            else:
                connection.sendall(told)
            with suppress(OSError):
                connection.shutdown(socket.SHUT_WR)


def slowly(content: bytes, first: bytes = b"", pause: float = 0.05) -> Behaviour:
    """Send a byte at a time, for ever if it takes so long."""

    def send(server: Server, connection: socket.socket, asked: Asked) -> None:
        connection.sendall(first)
        for byte in content:
            if server.over.wait(pause):
                return
            connection.sendall(bytes([byte]))

    return send


def silently(server: Server, connection: socket.socket, asked: Asked) -> None:
    """Never answer."""
    server.over.wait(30)


def abruptly(server: Server, connection: socket.socket, asked: Asked) -> None:
    """Reset the connection."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    connection.close()


def endlessly(first: bytes, piece: bytes) -> Behaviour:
    """Send the same again and again."""

    def send(server: Server, connection: socket.socket, asked: Asked) -> None:
        connection.sendall(first)
        while not server.over.is_set():
            connection.sendall(piece)

    return send


def at_last(after: int, good: bytes, bad: bytes) -> Behaviour:
    """Reply badly so many times, then well."""
    left = [after]

    def send(server: Server, connection: socket.socket, asked: Asked) -> None:
        left[0] -= 1
        connection.sendall(bad if left[0] >= 0 else good)

    return send
