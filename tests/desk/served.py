"""A desk on a few articles, served by a process of its own or in this one, and a client of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

ARTICLES = {
    "unsan": """TITLE: Work on a hospital begins
DATE: 2027-03-02
SOURCE: A News Agency
URL: https://news.example/unsan

A groundbreaking ceremony for a hospital was held in Unsan County, DPRK, on Monday.
""",
    "songchun": """TITLE: Factories opened
DATE: 2027-12-21
SOURCE: Another Paper
URL: https://paper.example/songchun

Regional-industry factories of the 20x10 policy were inaugurated in Songchun County, DPRK, on Monday.
""",
    "hwangju": """TITLE: A hospital for Hwangju
DATE: 2027-12-28
SOURCE: Another Paper
URL: https://paper.example/hwangju

The hospital in Hwangju County was inaugurated last month. A greenhouse farm was opened in Kusong City, too.
""",
}
Json = dict[str, Any]


def write_articles(folder: Path) -> Path:
    """Three articles that leave something open."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@dataclass
class Client:
    """One page: a connection with the cookie and the token of a desk."""

    address: str
    headers: dict[str, str] = field(default_factory=dict)
    version: str = ""

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        assert parts.port
        self.host, self.port = f"127.0.0.1:{parts.port}", parts.port
        self.connection = HTTPConnection("127.0.0.1", parts.port, timeout=30)
        status, headers, page = self.ask("GET", f"/?{parts.query}")
        assert status == 200 and b'content="0;url=/"' in page
        self.headers["Cookie"] = headers["set-cookie"].split(";")[0]
        status, _, page = self.ask("GET", "/")
        assert status == 200
        found = re.search(rb'name="token" content="([\w-]+)"', page)
        assert found
        self.token = found[1].decode()
        self.version = self.get("/api/state")["version"]

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer."""
        self.connection.request(method, path, body, {**self.headers, **(headers or {})})
        answer = self.connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    def get(self, path: str, **values: str) -> Json:
        status, _, body = self.ask("GET", f"{path}?{urlencode(values)}")
        assert status == 200, body
        found: Json = json.loads(body)
        return found

    def post(self, path: str, given: object, **headers: str) -> tuple[int, Json]:
        sent = {
            "Content-Type": "application/json",
            "Origin": f"http://{self.host}",
            "X-Factorymap-Token": self.token,
            **headers,
        }
        status, _, body = self.ask("POST", path, json.dumps(given).encode(), sent)
        try:
            return status, json.loads(body)
        except ValueError:
            return status, {"error": body.decode()}

    def decide(self, row: Json, **more: str) -> tuple[int, Json]:
        """Write a row onto the file that this page has seen."""
        status, told = self.post("/api/decide", {"version": self.version, "row": row, **more})
        self.version = told.get("version", self.version)
        return status, told

    def undo(self, record: str) -> tuple[int, Json]:
        status, told = self.post("/api/undo", {"version": self.version, "record": record})
        self.version = told.get("version", self.version)
        return status, told

    def settled(self, serial: int) -> Json:
        """The state when a change is in it."""
        for _ in range(2000):
            state = self.get("/api/state")
            if state["serial"] >= serial:
                return state
        raise AssertionError("the desk does not come to it")


@contextmanager
def process(articles: Path, decisions: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`factorymap review` as somebody starts it: its address, and its process."""
    command = [sys.executable, "-m", "geo", "review", str(articles), "--decisions", str(decisions)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(
        [*command, "--no-browser", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert running.stdout
        address = running.stdout.readline().strip()
        if not address:
            raise AssertionError(running.stderr.read() if running.stderr else "")
        yield address, running
    finally:
        running.kill()
        running.communicate()
