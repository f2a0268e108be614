"""
One request: checked before a byte is sent, bounded in size and in time, told in one error if it fails.

httpcore, the part of httpx that speaks to servers, is used by itself, since it is there that a name becomes
a connection: `_Backend` looks a name up, checks every address that it has and connects to one of those that
it has checked. Nothing is looked up twice, so no server can change its name's address in between. The time
of a request is one budget for looking up, connecting, shaking hands, headers and content, so a server that
sends a byte a minute gets no more of it than one that sends none.

Requests on condition take a dozen lines here (`geo/fetching/running.py`), and what hishel or requests-cache
would add, a store of answers of their own, would hold each page a second time beside the archive.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from queue import Empty, Queue
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from geo.fetching.addresses import is_inside_name, is_public
from geo.fetching.failing import NotFetchedError, refused
from geo.fetching.records import FetchOptions
from geo.models import __version__
from geo.text import one_line

MEGABYTE = 1_000_000
_UNSPEAKABLE = re.compile(rb"[^\x20-\x7e]")
_CONNECTING = 10.0
"""Seconds for one address of a host, so that there is time for the next one."""
_ENCODINGS = {"": None, "identity": None, "gzip": 31, "x-gzip": 31}
"""Content-Encoding -> what zlib calls it; gzip is all that is asked for."""
_CERTIFICATE = "its certificate is not trusted"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent."""

    status: int
    phrase: str
    headers: httpx.Headers
    sent: bytes
    """The content as it was sent, packed or not."""
    content: bytes
    """The content, unpacked."""
    machine: str
    """IP address that it came from; empty behind a proxy."""


class Network:
    """Requests of one run. To be closed."""

    def __init__(self, options: FetchOptions) -> None:
        self.options = options
        self._backend = _Backend(options.allow_private)
        self._proxies: dict[str, tuple[httpcore.ConnectionPool, _Backend]] = {}
        self._trust = httpx.create_ssl_context()
        self._pool = httpcore.ConnectionPool(self._trust, max_connections=8, network_backend=self._backend)
        contact = f" ({options.contact})" if options.contact else ""
        self.agent = f"factorymap/{__version__}{contact}"

    def close(self) -> None:
        """Close all connections."""
        for pool in (self._pool, *(pool for pool, _ in self._proxies.values())):
            pool.close()

    def get(self, address: str, headers: Mapping[str, str], *, cut_at: int = 0) -> Reply:
        """
        The answer to a GET; redirects are answers.

        `cut_at` is a number of bytes after which content is cut; without it content beyond `max_size` fails.
        """
        self._backend.until = time.monotonic() + self.options.timeout
        with _told(self.options.timeout):
            pool, backend = self._way_to(httpx.URL(address))
        backend.until = time.monotonic() + self.options.timeout
        asked = {
            "Host": httpx.URL(address).netloc.decode("ascii"),
            "User-Agent": self.agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip",
            **headers,
        }
        with (
            _told(self.options.timeout),
            pool.stream("GET", address, headers=list(asked.items())) as response,
        ):
            found = httpx.Headers(response.headers)
            largest = cut_at or round(self.options.max_size * MEGABYTE)
            if not cut_at and _length(found) > largest:
                raise _too_large(largest)
            sent = _read(response.iter_stream(), largest, bool(cut_at))
            machine = "" if backend is not self._backend else backend.machine_of(response)
            phrase = bytes(response.extensions.get("reason_phrase", b""))
        content = unpacked(sent, found.get("Content-Encoding", ""), largest, bool(cut_at))
        said = _UNSPEAKABLE.sub(b"?", phrase).decode("ascii")
        return Reply(response.status, said, found, sent, content, machine)

    def _way_to(self, url: httpx.URL) -> tuple[httpcore.ConnectionPool, _Backend]:
        """Straight, or through the proxy that the environment names for such an address."""
        proxies = getproxies()
        proxy = proxies.get(url.scheme) or proxies.get("all")
        if not proxy or proxy_bypass(url.host):
            return self._pool, self._backend
        if not self.options.allow_private:
            self._check_here(url)
        if proxy not in self._proxies:
            self._proxies[proxy] = self._through(proxy)
        return self._proxies[proxy]

    def _check_here(self, url: httpx.URL) -> None:
        """Refuse a private name before the proxy is asked; what only the proxy can look up is left to it."""
        try:
            self._backend.check_name(url.host, url.port or 80)
        except NotFetchedError as error:
            if error.status == "refused":
                raise

    def _through(self, proxy: str) -> tuple[httpcore.ConnectionPool, _Backend]:
        """A pool of connections through a proxy, which may stand in the private network."""
        backend = _Backend(True)
        url = httpx.URL(proxy if "://" in proxy else f"http://{proxy}")
        if url.scheme not in ("http", "https"):
            raise refused(
                f"the environment names a proxy of the kind {url.scheme}; only http and https are used"
            )
        given = (url.username, url.password) if url.userinfo else None
        plain = str(url.copy_with(username="", password=""))
        pool = httpcore.HTTPProxy(
            plain, proxy_auth=given, ssl_context=self._trust, max_connections=8, network_backend=backend
        )
        return pool, backend


def _read(pieces: Iterable[bytes], largest: int, cut: bool) -> bytes:
    """What is sent, up to a limit."""
    sent = bytearray()
    for piece in pieces:
        sent += piece
        if len(sent) > largest:
            if cut:
                return bytes(sent[:largest])
            raise _too_large(largest)
    return bytes(sent)


def unpacked(sent: bytes, encoding: str, largest: int, cut: bool = False) -> bytes:
    """Content that may be packed, up to a limit."""
    name = encoding.strip().lower()
    if name not in _ENCODINGS:
        raise NotFetchedError(f"it is packed in a way that was not asked for ({one_line(encoding)[:40]})")
    bits = _ENCODINGS[name]
    if bits is None:
        return sent
    out, rest = bytearray(), sent
    try:
        while rest and len(out) <= largest:
            member = zlib.decompressobj(bits)
            out += member.decompress(rest, largest + 1 - len(out))
            if not member.eof:
                break
            rest = member.unused_data
    except zlib.error as error:
        raise NotFetchedError(f"its gzip is damaged ({error})", again=True) from None
    if len(out) > largest:
        if cut:
            return bytes(out[:largest])
        raise refused(f"it unpacks to more than {largest / MEGABYTE:g} MB")
    if sent and not member.eof and not cut:
        raise NotFetchedError("its gzip ends too early", again=True)
    return bytes(out)


def _length(headers: httpx.Headers) -> int:
    length = headers.get("Content-Length", "")
    return int(length) if length.isdigit() and len(length) < 20 else 0


def _too_large(largest: int) -> NotFetchedError:
    return refused(f"it is larger than {largest / MEGABYTE:g} MB")


class _Backend(httpcore.NetworkBackend):
    """Connections to addresses that were checked, within one budget of time."""

    def __init__(self, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.until = 0.0
        """When the time of the request is over, by the monotonic clock."""
        self._inner = httpcore.SyncBackend()

    def left(self, most: float | None = None) -> float:
        """Seconds that are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("no time left")
        return left if most is None else min(left, most)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of a host's addresses that takes one."""
        failure: Exception | None = None
        for machine in self.check_name(host, port):
            try:
                left = self.left(_CONNECTING)
                stream = self._inner.connect_tcp(machine, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self)
        raise failure or httpcore.ConnectError("the name has no address")

    def check_name(self, host: str, port: int) -> list[str]:
        """The addresses that a name has, if all may be connected to."""
        if not self.allow_private and is_inside_name(host):
            raise refused(f"{host} is a name of a private network (--allow-private lets it be fetched)")
        machines = self._looked_up(host.strip("[]"), port)
        for machine in machines:
            if not self.allow_private and not is_public(machine):
                called = "" if host.strip("[]") == machine else f"{machine}, "
                raise refused(
                    f"{host} is {called}no address of the public network (--allow-private lets it be fetched)"
                )
        return machines

    def _looked_up(self, host: str, port: int) -> list[str]:
        """Every address of a name, in the order of the system, which knows no limit of time of its own."""
        answers: Queue[list[str] | OSError | UnicodeError] = Queue()

        def ask() -> None:
            try:
                found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                answers.put(list(dict.fromkeys(str(one[4][0]) for one in found)))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            answer = answers.get(timeout=self.left())
        except Empty:
            raise NotFetchedError(f"the name {host} could not be looked up in time", again=True) from None
        if isinstance(answer, list):
            return answer
        again = isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN
        why = getattr(answer, "strerror", None) or str(answer)
        raise NotFetchedError(f"the name {host} cannot be looked up ({why})", again=again)

    def machine_of(self, response: httpcore.Response) -> str:
        """The address that an answer came from."""
        stream = response.extensions.get("network_stream")
        with suppress(OSError):  # closed meanwhile
            known = stream.get_extra_info("server_addr") if stream is not None else None
            return str(known[0]) if known else ""
        return ""


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends with the time of the request."""

    def __init__(self, inner: httpcore.NetworkStream, backend: _Backend) -> None:
        self._inner, self._backend = inner, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come."""
        return self._inner.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        self._inner.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        """Hang up."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        left = self._backend.left(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._backend)

    def get_extra_info(self, info: str) -> Any:
        """What the library asks about the socket."""
        return self._inner.get_extra_info(info)


@contextmanager
def _told(seconds: float) -> Iterator[None]:
    """Errors of the library as ours."""
    try:
        yield
    except httpcore.TimeoutException:
        raise NotFetchedError(f"it did not answer within {seconds:g} seconds", again=True) from None
    except httpcore.ProxyError as error:
        raise NotFetchedError(f"the proxy of the environment refuses ({_said(error)})") from None
    except (httpcore.ConnectError, ssl.SSLError) as error:
        raise _no_connection(error) from None
    except httpcore.NetworkError as error:
        raise NotFetchedError(f"the connection broke ({_said(error)})", again=True) from None
    except httpcore.LocalProtocolError as error:
        raise NotFetchedError(f"it cannot be asked for ({_said(error)})") from None
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        cut = "without sending" in str(error) or "disconnected" in str(error)
        what = "it was cut off" if cut else "the server does not speak HTTP"
        raise NotFetchedError(f"{what} ({_said(error)})", again=cut) from None
    except OSError as error:
        raise NotFetchedError(f"the connection broke ({_said(error)})", again=True) from None


def _no_connection(error: Exception) -> NotFetchedError:
    """Why there is no connection: certificates stay as they are, other things may pass."""
    inner = (error, *error.args)  # the library hands on what it wraps
    cause = next((one for one in inner if isinstance(one, ssl.SSLError)), None)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return NotFetchedError(f"{_CERTIFICATE} ({one_line(cause.verify_message)[:100]})")
    if cause is not None:
        return NotFetchedError(f"no encrypted connection ({_said(cause)})")
    return NotFetchedError(f"no connection ({_said(error)})", again=True)


def _said(error: BaseException) -> str:
    """What an error says, in a few words."""
    return one_line(str(error) or type(error).__name__)[:120]
