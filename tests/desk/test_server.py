"""The server: who may ask, what is answered, and what becomes of the file; by real requests."""

from __future__ import annotations

import json
from http.client import HTTPConnection
from pathlib import Path
from threading import Event

import pytest

from geo.decisions import read_decisions
from geo.desk import Desk
from geo.desk.guarding import LARGEST_BODY
from tests.desk.conftest import Page, Quiet
from tests.payloads import EVERY

READING = (
    "/",
    "/desk.js",
    "/words.json",
    "/api/state",
    "/api/item?id=x",
    "/api/places?q=x",
    "/api/news",
    "/map",
)
WRITING = ("/api/decide", "/api/undo", "/api/preview")


def item(page: Page, kind: str) -> dict[str, str]:
    """The first item of a kind."""
    found: dict[str, str] = next(one for one in page().get("/api/state")["items"] if one["kind"] == kind)
    return found


# ---- who may ask -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", READING)
def test_nobody_reads_without_the_cookie(quiet: Quiet, path: str) -> None:
    _, page = quiet
    client = page()
    bare = HTTPConnection("127.0.0.1", client.port, timeout=10)
    for cookie in ("", "factorymap=x", f"{client.headers['Cookie']}x", client.headers["Cookie"][:-1]):
        bare.request("GET", path, headers={"Cookie": cookie})
        answer = bare.getresponse()
        answer.read()
        assert answer.status == 403


@pytest.mark.parametrize("path", ["/?token=", "/?token=x", "/?token=%C3%A9", "/?x=1"])
def test_a_wrong_token_gets_no_cookie(quiet: Quiet, path: str) -> None:
    _, page = quiet
    client = page()
    client.headers.clear()
    status, headers, _ = client.ask("GET", path)
    assert status == 403 and "set-cookie" not in headers


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]", ""])
def test_a_name_that_leads_here_is_not_answered(quiet: Quiet, host: str) -> None:
    _, page = quiet
    client = page()
    for method, path in (("GET", "/api/state"), ("GET", "/"), ("POST", "/api/decide")):
        status, _, body = client.ask(method, path, b"{}" if method == "POST" else None, {"Host": host})
        assert status in (400, 421) and b"items" not in body


@pytest.mark.parametrize("path", WRITING)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1"},
        {"X-Factorymap-Token": ""},
        {"X-Factorymap-Token": "x" * 43},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_nobody_else_writes(quiet: Quiet, path: str, headers: dict[str, str]) -> None:
    file, page = quiet
    client = page()
    row = {"decision": "reject", "key": "e-0123456789", "reason": "no"}
    status, _ = client.post(path, {"version": "", "row": row, "record": "x"}, **headers)
    assert status in (403, 415) and not file.exists()


def test_a_page_without_an_origin_does_not_write(quiet: Quiet) -> None:
    file, page = quiet
    client = page()
    body = json.dumps({"version": "", "row": {"decision": "reject", "key": "e-0123456789", "reason": "no"}})
    headers = {"Content-Type": "application/json", "X-Factorymap-Token": client.token}
    status, *_ = client.ask("POST", "/api/decide", body.encode(), headers)
    assert status == 403 and not file.exists()


def test_the_token_of_the_address_or_of_the_cookie_is_not_that_of_the_page(quiet: Quiet) -> None:
    _, page = quiet
    client = page()
    secrets = {client.token, client.headers["Cookie"].split("=", 1)[1], client.address.split("=", 1)[1]}
    assert len(secrets) == 3 and min(map(len, secrets)) >= 43


def test_too_much_is_not_taken(quiet: Quiet) -> None:
    file, page = quiet
    row = {"decision": "reject", "key": "e-0123456789", "reason": "x" * LARGEST_BODY}
    status, _ = page().post("/api/decide", {"version": "", "row": row})
    assert status == 413 and not file.exists()


@pytest.mark.parametrize(
    "given", [[], 1, None, "x", {}, {"version": 1, "row": {}}, {"version": "", "row": []}]
)
def test_what_is_no_request_is_refused(quiet: Quiet, given: object) -> None:
    file, page = quiet
    status, _ = page().post("/api/decide", given)
    assert status == 400 and not file.exists()


def test_it_listens_to_this_machine_alone(quiet: Quiet) -> None:
    _, page = quiet
    assert page().address.startswith("http://127.0.0.1:")


def test_every_answer_has_a_strict_policy(quiet: Quiet) -> None:
    _, page = quiet
    client = page()
    _, headers, _ = client.ask("GET", "/")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    for path in ("/", "/desk.js", "/api/state", "/words.json"):
        _, headers, _ = client.ask("GET", path)
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store" and "access-control-allow-origin" not in headers


# ---- what is decided ---------------------------------------------------------------------------------------


def test_a_decision_is_in_the_file_when_it_is_answered(page: Page, file: Path) -> None:
    client, asked = page(), item(page, "place")
    row = {
        "decision": "correct",
        "key": asked["key"],
        "new_place": "KP0720",
        "reason": "the province is named",
    }
    status, told = client.decide(row)
    assert status == 200
    (written,) = read_decisions(file).rows
    assert (written.key, written.new_pcode, written.by, written.decided_on) == (
        *(asked["key"], "KP0720"),
        *("A. Analyst", "2028-01-03"),
    )
    state = client.settled(told["serial"])
    assert asked["id"] not in [one["id"] for one in state["items"]]
    (effect,) = state["effects"]
    assert any("Unsan (South Phyongan)" in line["en"] for line in effect["lines"])
    assert any("은산군" in line["ko"] for line in effect["lines"])


def test_a_row_that_cannot_be_used_is_told_as_a_build_tells_it(page: Page, file: Path) -> None:
    client, asked = page(), item(page, "place")
    row = {"decision": "correct", "key": asked["key"], "new_place": "Unsan", "reason": "so"}
    status, told = client.decide(row)
    assert status == 422 and told["error"].startswith("column new_place: 'Unsan' may be: Unsan in North")
    assert not file.exists()


def test_two_pages_do_not_overwrite_each_other(page: Page, file: Path) -> None:
    one, other = page(), page()
    first, second = (item(page, kind) for kind in ("place", "date"))
    assert one.decide({"decision": "accept", "key": first["key"]})[0] == 200
    status, told = other.decide({"decision": "accept", "key": second["key"]})
    assert status == 409
    assert other.version == one.version == told["version"]
    assert other.decide({"decision": "accept", "key": second["key"]})[0] == 200
    assert [row.key for row in read_decisions(file).rows] == [first["key"], second["key"]]


def test_an_editor_is_not_overwritten(page: Page, file: Path, desk: Desk) -> None:
    client, asked = page(), item(page, "place")
    client.decide({"decision": "accept", "key": asked["key"]})
    edited = file.read_bytes() + b"reject,e-0123456789" + b"," * 18 + b"no,,,\r\n"
    file.write_bytes(edited)
    status, _ = client.decide({"decision": "accept", "key": "e-1123456789"})
    assert status == 409 and file.read_bytes() == edited
    state = client.settled(2)
    assert state["items"][0]["kind"] == "decision"


def test_one_report_is_decided_on_once_and_a_line_can_be_replaced(page: Page, file: Path) -> None:
    client, asked = page(), item(page, "date")
    assert client.decide({"decision": "accept", "key": asked["key"]})[0] == 200
    row = {"decision": "correct", "key": asked["key"], "new_date": "2027-11-28", "reason": "so"}
    status, told = client.decide(row)
    assert (status, told["line"]) == (423, 2)
    assert client.decide(row, instead_of=told["record"])[0] == 200
    assert [one.new_date for one in read_decisions(file).rows] == ["2027-11-28"]


def test_the_line_that_stands_is_told_before_the_run_is_made_anew(
    desk: Desk, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, made_anew = desk._state, Event()
    monkeypatch.setattr(desk, "_state", lambda *given: made_anew.wait(20) and state(*given))
    client, asked = page(), item(page, "date")
    _, written = client.decide({"decision": "accept", "key": asked["key"]})
    status, told = client.decide({"decision": "reject", "key": asked["key"], "reason": "so"})
    made_anew.set()
    assert (status, told["record"]) == (423, written["record"])


def test_what_is_merged_is_not_split_beside_it(page: Page) -> None:
    client = page()
    a, b, c = (f"e-{number:010x}" for number in range(3))

    def status(decision: str, key: str, with_key: str = "") -> int:
        return client.decide({"decision": decision, "key": key, "with_key": with_key, "reason": "so"})[0]

    assert (status("merge", a, b), status("merge", b, a), status("merge", a, c)) == (200, 423, 200)
    assert (status("split", b), status("split", c), status("accept", a)) == (423, 423, 200)


def test_what_is_taken_back_is_gone_and_nothing_else(page: Page, file: Path) -> None:
    client, asked = page(), item(page, "date")
    _, first = client.decide({"decision": "accept", "key": asked["key"]})
    before = file.read_bytes()
    _, second = client.decide({"decision": "reject", "key": item(page, "place")["key"], "reason": "no"})
    assert client.undo(second["record"])[0] == 200 and file.read_bytes() == before
    assert client.undo(first["record"])[0] == 200
    assert read_decisions(file).rows == ()
    status, _ = client.undo(first["record"])
    assert status == 409


def test_a_spelling_is_settled_and_its_document_read_again(page: Page) -> None:
    client, asked = page(), item(page, "alias")
    found = client.get("/api/item", id=asked["id"])
    row = {"decision": "alias", "surface": found["surface"], "new_place": "Songchon"}
    _, told = client.decide(row)
    state = client.settled(told["serial"])
    assert "alias" not in {one["kind"] for one in state["items"]}
    _, back = client.undo(told["record"])
    assert asked["id"] in [one["id"] for one in client.settled(back["serial"])["items"]]


def test_an_event_is_added_by_its_words(page: Page) -> None:
    client = page()
    row = {
        "decision": "add",
        "document": "hwangju",
        "quote": "A greenhouse farm was opened in Kusong City",
        "new_place": "KP0603",
        "new_facility": "greenhouse_farm",
        "new_stage": "completed",
        "new_date": "2027-12",
    }
    status, told = client.decide(row | {"new_stage": "operating"})
    assert status == 200
    state = client.settled(told["serial"])
    assert any(one["place"]["en"].startswith("Kusong") and one["decided"] for one in state["projects"])
    wrong = {**row, "quote": "Words that nobody wrote", "new_stage": "planned"}
    _, told = client.decide(wrong)
    (refused,) = [one for one in client.settled(told["serial"])["items"] if one["kind"] == "decision"]
    assert "the quote does not stand in" in refused["doubt"]
    line = client.get("/api/item", id=refused["id"])
    assert "Words that nobody wrote" in line["record"]
    _, told = client.undo(line["record"])
    assert "decision" not in {one["kind"] for one in client.settled(told["serial"])["items"]}
    status, told = client.post(
        "/api/undo", {"version": client.version, "record": "", "restored": line["record"]}
    )
    assert status == 200
    assert "decision" in {one["kind"] for one in client.settled(told["serial"])["items"]}


def test_a_preview_writes_nothing(page: Page, file: Path) -> None:
    client, asked = page(), item(page, "place")
    row = {"decision": "correct", "key": asked["key"], "new_place": "KP0720", "reason": "?"}
    status, told = client.post("/api/preview", {"row": row})
    assert status == 200 and any("Unsan (South Phyongan)" in line["en"] for line in told["lines"])
    assert not file.exists()


def test_names_are_found_as_locate_finds_them(page: Page) -> None:
    client = page()

    def first(name: str) -> str:
        return str(client.get("/api/places", q=name)["places"][0]["written"])

    assert first("성천군") == first("Songchon") == first("songcho") == "KP0717 Songchon (South Phyongan)"
    assert [one["pcode"] for one in client.get("/api/places", q="Unsan")["places"][:2]] == [
        "KP0617",
        "KP0720",
    ]
    assert client.get("/api/places", q=" ")["places"] == []


def test_any_words_can_be_a_reason(page: Page, file: Path) -> None:
    client, written = page(), 0
    for number, payload in enumerate(EVERY):
        row = {"decision": "reject", "key": f"e-{number:010x}", "reason": f"x {payload}"}
        status, told = client.decide(row)
        assert status == (200 if len(payload) < 390 else 422), payload
        written += status == 200
    rows = read_decisions(file).rows
    assert len(rows) == written > 40
    assert client.settled(told.get("serial", written))["error"] == ""


def test_a_file_that_somebody_breaks_is_told_and_not_touched(page: Page, file: Path, desk: Desk) -> None:
    client, asked = page(), item(page, "date")
    client.decide({"decision": "accept", "key": asked["key"]})
    broken = b"decision,key\r\nacept,e-0123456789\r\n"
    file.write_bytes(broken)
    desk.look()
    state = client.settled(2)
    assert "'acept' is none of" in state["error"]
    client.version = state["version"]
    status, told = client.decide({"decision": "accept", "key": asked["key"]})
    assert status == 422 and "'acept' is none of" in told["error"]
    assert file.read_bytes() == broken
