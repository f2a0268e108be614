"""Pages and the files they load, from addresses of this machine alone, compressed as a web server would."""

from __future__ import annotations

import gzip
import mimetypes
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

HOSTS = 6
"""So many servers, 127.0.0.1 and up: the pages have one, every host of a page's libraries another."""
COMPRESSED = (".html", ".js", ".css")


class _Handler(BaseHTTPRequestHandler):
    """Answers with the file that the last part of the path names."""

    protocol_version = "HTTP/1.1"
    files: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        """Send a file, or 404."""
        name = self.path.partition("?")[0].rpartition("/")[2]
        body = self.files.get(name, b"")
        self.send_response(200 if name in self.files else 404)
        self.send_header("Content-Type", mimetypes.guess_type(name)[0] or "application/octet-stream")
        self.send_header("Access-Control-Allow-Origin", "*")
        if name.endswith(COMPRESSED):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    disable_nagle_algorithm = True


@contextmanager
def serving(pages: Mapping[str, str], libraries: Mapping[str, bytes]) -> Iterator[dict[str, str]]:
    """Serve pages, with the addresses of their libraries turned to this machine; page -> its address."""
    with ExitStack() as stack:
        servers = [_Server((f"127.0.0.{1 + number}", 0), _Handler) for number in range(HOSTS)]
        for server in servers:
            Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
        addresses = ["http://{}:{}".format(*server.server_address[:2]) for server in servers]
        files = {name: f"{number}.html" for number, name in enumerate(pages)}
        own = {files[name]: _turned(page, libraries, addresses[1:]).encode() for name, page in pages.items()}
        _Handler.files = {
            name: gzip.compress(body, 6, mtime=0) if name.endswith(COMPRESSED) else body
            for name, body in {**own, **libraries}.items()
        }
        yield {name: f"{addresses[0]}/{file}" for name, file in files.items()}


def _turned(page: str, libraries: Mapping[str, bytes], addresses: list[str]) -> str:
    """A page that loads from `addresses` what it loads from elsewhere, each host from one of its own."""
    hosts: dict[str, str] = {}

    def turn(match: re.Match[str]) -> str:
        attribute, host, path = match.groups()
        name = path.rpartition("/")[2]
        if name not in libraries:
            raise KeyError(f"{host}{path} is not among the libraries that were installed")
        return f'{attribute}="{hosts.setdefault(host, addresses[len(hosts)])}{path}"'

    return re.sub(r'(?<=[ \n])(src|href)="https://([^/"]+)(/[^"]+\.(?:js|css))"', turn, page)
