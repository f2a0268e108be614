"""Who may speak to the desk: this page on this machine, and nobody else; apart for review."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY = 32_768
"""Bytes of what is written."""
TOKEN_HEADER = b"x-factorymap-token"
READING = ("GET", "HEAD")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
ON = '<!doctype html><html lang="en"><title>Review</title><meta http-equiv="refresh" content="0;url=/">'
"""Leads on from the address with the token; after a redirect a browser keeps a strict cookie back if the
address was opened from elsewhere."""
HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one desk, which end with it."""

    address: str
    """In the address that is opened; it is exchanged for the cookie."""
    session: str
    """In the cookie: allows to read."""
    page: str
    """In the page alone, which sends it with what it writes."""

    @classmethod
    def new(cls) -> Keys:
        """Secrets that nobody has seen."""
        return cls(*(secrets.token_urlsafe(32) for _ in range(3)))


class Guard:
    """
    Lets a request through if it names this machine, carries the cookie and, to write, comes from the page.

    A name of another server that leads here (DNS rebinding) has another `Host`; a page of another origin
    has another `Origin`, cannot read the page's token, and gets no cookie sent along.
    """

    def __init__(self, app: App, keys: Keys, port: int) -> None:
        self.app, self.keys, self.port = app, keys, port
        self.cookie = f"factorymap-{port}"
        self.origin = f"http://127.0.0.1:{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = _headers(scope)
        refused = self._refused(scope, headers)
        if refused:
            await _answer(send, *refused)
        elif scope["path"] == "/" and "token" in _query(scope):
            await self._let_in(scope, send)
        elif scope["method"] in READING:
            await self.app(scope, receive, send)
        else:
            body = await _body(receive)
            if body is None:
                await _answer(send, 413, f"more than {LARGEST_BODY} bytes")
            else:
                await self.app(scope, _replay(body), send)

    def _refused(self, scope: Scope, headers: dict[bytes, list[bytes]]) -> tuple[int, str] | None:
        """Status and reason if a request is not let through."""
        if headers.get(b"host") != [f"127.0.0.1:{self.port}".encode()]:
            return 421, "this is not the address of the desk"
        site = headers.get(b"sec-fetch-site", [b"none"])[-1]
        origin = headers.get(b"origin")
        if origin not in (None, [self.origin.encode()]):
            return 403, "another origin"
        if scope["path"] == "/" and "token" in _query(scope) and scope["method"] == "GET":
            return None
        if not self._has_cookie(headers):
            return 403, "open the address that factorymap review has printed"
        if scope["method"] in READING:
            return (403, "another site") if site == b"cross-site" else None
        if origin is None or site not in (b"same-origin", b"none"):
            return 403, "only the page writes"
        if not _is_secret(headers.get(TOKEN_HEADER, [b""])[-1], self.keys.page):
            return 403, "the page is of another desk; open it anew"
        if headers.get(b"content-type", [b""])[-1].split(b";")[0] != b"application/json":
            return 415, "only JSON is written"
        return None

    def _has_cookie(self, headers: dict[bytes, list[bytes]]) -> bool:
        jar: SimpleCookie = SimpleCookie()
        for line in headers.get(b"cookie", []):
            jar.load(line.decode("latin-1"))
        return self.cookie in jar and _is_secret(jar[self.cookie].value.encode(), self.keys.session)

    async def _let_in(self, scope: Scope, send: Send) -> None:
        """Exchange the token of the address for the cookie, and take it out of the address."""
        given = _query(scope)["token"][-1].encode()
        if not _is_secret(given, self.keys.address):
            await _answer(send, 403, "open the address that factorymap review has printed")
            return
        cookie = f"{self.cookie}={self.keys.session}; Path=/; HttpOnly; SameSite=Strict"
        headers = {"set-cookie": cookie, "content-type": "text/html; charset=utf-8"}
        await _answer(send, 200, ON, headers | {"content-security-policy": "default-src 'none'"})


def _headers(scope: Scope) -> dict[bytes, list[bytes]]:
    found: dict[bytes, list[bytes]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.lower(), []).append(value)
    return found


def _query(scope: Scope) -> dict[str, list[str]]:
    return parse_qs(scope["query_string"].decode("latin-1"))


def _is_secret(given: bytes, secret: str) -> bool:
    return secrets.compare_digest(given, secret.encode())


async def _body(receive: Receive) -> bytes | None:
    """The whole body; None if it is too long, of which no more is kept."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            return None
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return bytes(body)


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def _answer(send: Send, status: int, text: str, more: dict[str, str] | None = None) -> None:
    headers = {**HEADERS, "content-type": "text/plain; charset=utf-8", **(more or {})}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": text.encode("utf-8")})
