"""What the page asks for and sends, as a Starlette application; who may ask is for `geo.desk.guarding`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from html import escape
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from geo.decisions import ChangedMeanwhile
from geo.desk.guarding import HEADERS, POLICY, Keys
from geo.desk.mapping import MapMaker
from geo.desk.searching import units_of
from geo.desk.state import AlreadyDecided, Desk, DeskState, Written
from geo.desk.wording import page_words
from geo.errors import BadRowsError, FactorymapError
from geo.models import ALL_STAGES, FACILITIES, SETBACKS
from geo.outputs import finding_text
from geo.pipeline import explain
from geo.review import KINDS
from geo.text import json_text, readable

Json = dict[str, Any]
FILES = {
    "desk.css": "text/css",
    **dict.fromkeys(
        ("desk.js", "list.js", "item.js", "forms.js", "server.js", "telling.js"), "text/javascript"
    ),
}
LOOK_EVERY_S = 1.0
"""How often it is seen whether another program has changed the file."""
COLUMNS = (
    *("decision", "key", "with_key", "document", "url", "surface", "new_place", "new_facility", "new_stage"),
    *("new_date", "new_origin", "publisher", "published_on", "quote", "note", "reason", "by", "source"),
)
"""What the page may fill in a row."""


def application(answers: Answers) -> Starlette:
    """The application for the answers of one desk."""
    get = {
        "/": answers.page,
        "/words.json": answers.words,
        "/api/state": answers.state,
        "/api/item": answers.item,
        "/api/document": answers.document,
        "/api/explained": answers.explained,
        "/api/places": answers.places,
        "/api/news": answers.news,
        "/map": answers.map,
    }
    post = {"/api/decide": answers.decide, "/api/undo": answers.undo, "/api/preview": answers.preview}
    return Starlette(
        routes=[
            *(Route(path, answer) for path, answer in get.items()),
            *(Route(path, answer, methods=["POST"]) for path, answer in post.items()),
            *(Route(f"/{name}", partial(_file, name)) for name in FILES),
        ],
        lifespan=answers.lifespan,
    )


class Answers:
    """One method for each address."""

    def __init__(self, desk: Desk, maker: MapMaker, keys: Keys, language: str) -> None:
        self._desk, self._maker, self._keys, self._language = desk, maker, keys, language
        self._news: set[asyncio.Event] = set()
        self._ending = False
        self._loop: asyncio.AbstractEventLoop | None = None

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Listen to the desk, and look at the file from time to time."""
        self._loop = asyncio.get_running_loop()
        self._desk.listeners.add(self._tell)
        looking = self._loop.create_task(self._look())
        yield
        looking.cancel()
        self._desk.listeners.discard(self._tell)

    def end(self) -> None:
        """Pages that listen are let go, so that the server can end; from any thread."""
        self._ending = True
        self._tell()

    def _tell(self) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        for event in self._news:
            event.set()

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            await run_in_threadpool(self._desk.look)

    async def page(self, request: Request) -> Response:
        """The page, which holds the token that it writes with."""
        html = resources.files("geo.desk").joinpath("desk.html").read_text(encoding="utf-8")
        for name, value in (("token", self._keys.page), ("lang", self._language), ("by", self._desk.by)):
            html = html.replace(f"[[{name}]]", escape(value, quote=True))
        return HTMLResponse(html, headers={**HEADERS, "content-security-policy": POLICY})

    async def words(self, request: Request) -> Response:
        """All texts of the page, and what can be chosen on it."""
        chosen = {"stages": [*ALL_STAGES, *SETBACKS], "facilities": list(FACILITIES), "kinds": list(KINDS)}
        return _json({"words": page_words(), **chosen})

    async def state(self, request: Request) -> Response:
        """The list, the projects, and what the last decisions changed."""
        return await run_in_threadpool(lambda: _json(_state_json(self._desk)))

    async def item(self, request: Request) -> Response:
        """All that belongs to one item; 404 if it is not there (any more)."""
        name = request.query_params.get("id", "")
        found = await run_in_threadpool(lambda: self._desk.state.items.detail(name))
        return _json(found) if found else _json({"error": "gone"}, 404)

    async def document(self, request: Request) -> Response:
        """An article with its names."""
        name, at = request.query_params.get("id", ""), request.query_params.get("at", "0")
        around = int(at) if at.isdecimal() and len(at) < 12 else 0
        found = await run_in_threadpool(lambda: self._desk.state.items.document(name, around))
        return _json(found) if found else _json({"error": "gone"}, 404)

    async def explained(self, request: Request) -> Response:
        """How an article was read, as `factorymap explain` tells it."""
        finding = self._desk.state.items.findings.get(request.query_params.get("id", ""))
        if finding is None:
            return _json({"error": "gone"}, 404)
        return await run_in_threadpool(lambda: _json({"text": finding_text(finding, explain(finding))}))

    async def places(self, request: Request) -> Response:
        """Units for a name that somebody types."""
        name = request.query_params.get("q", "")
        return await run_in_threadpool(lambda: _json({"places": units_of(name)}))

    async def decide(self, request: Request) -> Response:
        """Write a row; answered when it is on the disk."""
        return await self._writing(request, {"version": str, "row": dict}, self._decide)

    async def undo(self, request: Request) -> Response:
        """Take a record back."""
        return await self._writing(request, {"version": str, "record": str}, self._take_back)

    async def preview(self, request: Request) -> Response:
        """What a row would change."""
        given = await _given(request, {"row": dict})
        if given is None:
            return _json({"error": "bad request"}, 400)
        try:
            lines = await run_in_threadpool(lambda: self._desk.preview(_row(given["row"])))
        except FactorymapError as error:
            return _json({"error": str(error)}, 422)
        return _json({"lines": lines})

    async def news(self, request: Request) -> Response:
        """A line whenever there is another state, for as long as the page listens."""
        return StreamingResponse(self._lines(request), media_type="text/event-stream", headers=HEADERS)

    async def map(self, request: Request) -> Response:
        """The map as it is now, with the policy that is written in it, framed by the desk alone."""
        run = self._desk.state.run
        html = await run_in_threadpool(lambda: self._maker.map_of(run))
        return HTMLResponse(html, headers={**HEADERS, "content-security-policy": "frame-ancestors 'self'"})

    def _decide(self, given: Json) -> Written:
        return self._desk.decide(given["version"], _row(given["row"]), str(given.get("instead_of", "")))

    def _take_back(self, given: Json) -> Written:
        return self._desk.take_back(given["version"], given["record"], str(given.get("restored", "")))

    async def _lines(self, request: Request) -> AsyncIterator[str]:
        event = asyncio.Event()
        self._news.add(event)
        try:
            while not self._ending:
                state = self._desk.state
                yield f"data: {json.dumps({'serial': state.serial, 'error': state.error})}\n\n"
                try:
                    await asyncio.wait_for(event.wait(), 15)
                except TimeoutError:
                    continue
                event.clear()
        finally:
            self._news.discard(event)

    async def _writing(
        self, request: Request, wanted: dict[str, type], write: Callable[[Json], Written]
    ) -> Response:
        given = await _given(request, wanted)
        if given is None:
            return _json({"error": "bad request"}, 400)
        try:
            written = await run_in_threadpool(lambda: write(given))
        except ChangedMeanwhile as error:
            latest, version = self._desk.latest
            return _json({"error": str(error), "version": version, "serial": latest}, 409)
        except AlreadyDecided as error:
            return _json({"error": str(error), "line": error.line, "record": error.record}, 423)
        except FactorymapError as error:
            return _json({"error": _told(error)}, 422)
        return _json({"version": written.version, "record": written.record, "serial": written.serial})


Answer = Callable[[Request], Awaitable[Response]]


async def _file(name: str, request: Request) -> Response:
    """A script or style of the page."""
    content = resources.files("geo.desk").joinpath(name).read_bytes()
    return Response(content, media_type=FILES[name], headers=HEADERS)


async def _given(request: Request, wanted: dict[str, type]) -> Json | None:
    """The object that was sent, if it has the parts that are wanted."""
    try:
        given = json.loads(await request.body())
    except (ValueError, RecursionError):
        return None
    fits = isinstance(given, dict) and all(isinstance(given.get(name), kind) for name, kind in wanted.items())
    return given if fits else None


def _row(given: Json) -> dict[str, str]:
    """The cells of a row that the page may fill."""
    return {column: cell for column in COLUMNS if isinstance(cell := given.get(column), str)}


def _state_json(desk: Desk) -> Json:
    state: DeskState = desk.state
    latest, version = desk.latest
    return {
        "serial": state.serial,
        "latest": latest,
        "version": version,
        "error": state.error,
        "items": state.items.listed(),
        "projects": state.items.listed_projects(),
        "effects": [
            {"since": one.since, "until": one.until, "lines": list(one.lines)} for one in state.effects
        ],
        "file": str(desk.file),
    }


def _told(error: FactorymapError) -> str:
    """An error of a row, without the place of a file that is not there."""
    lines = error.lines if isinstance(error, BadRowsError) else (str(error),)
    return "\n".join(line.removeprefix("'decision', line 2, ") for line in lines)


_AS_IT_IS = ("text", "record")
"""Articles, whose offsets count, and lines of the file; neither holds marks of direction."""


def _json(value: object, status: int = 200) -> Response:
    return Response(json_text(_shown(value)), status, HEADERS, "application/json")


def _shown(value: Any) -> Any:
    """What the page may show beside its own words."""
    if isinstance(value, dict):
        return {key: one if key in _AS_IT_IS else _shown(one) for key, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, (list, tuple)) else readable(value)
