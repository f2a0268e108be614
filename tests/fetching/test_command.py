"""`factorymap fetch` as a person starts it: what is told where, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo.cli import cli
from tests.fetching.serving import Server, answer, page

QUICK = ("--allow-private", "--rate", "1000000", "--timeout", "1", "--retries", "0")


@pytest.fixture
def site(server: Server) -> Server:
    """A feed with a page, a page that is gone, and one about something else."""
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link></item>"
        for title, link in (("DPRK opens mill", "/good"), ("DPRK says", "/gone"), ("Sports", "/other"))
    )
    server.behaviours |= {
        "/feed": answer(
            f"<rss><channel><title>World</title>{items}</channel></rss>", Content_Type="text/xml"
        ),
        "/good": answer(page()),
        "/gone": answer(status="410 Gone"),
        "/other": answer(page()),
    }
    return server


def run(*words: object) -> Result:
    """The command, on streams of its own."""
    return CliRunner().invoke(cli, ["fetch", *map(str, words)])


def test_what_is_saved_and_what_is_not_is_told(site: Server, tmp_path: Path) -> None:
    shown = run(site.at("/feed"), "--to", tmp_path / "pages", *QUICK)
    assert shown.exit_code == 0
    assert shown.stdout == f"{tmp_path / 'pages'}\n"
    assert shown.stderr.splitlines() == [
        f"failed: {site.at('/gone')}: the server says 410 Gone",
        f"1 page saved in {tmp_path / 'pages'}, 1 failed.",
        "1 of lists left out as off the subject or too old (see --match, --since).",
    ]
    read = CliRunner().invoke(cli, ["extract", "--jsonl", str(tmp_path / "pages")])
    assert read.exit_code == 0, read.output
    assert read.stdout.count("\n") == 1 and "Songchon" in read.stdout


def test_strict_ends_with_3_if_something_was_not_fetched(site: Server, tmp_path: Path) -> None:
    shown = run(site.at("/feed"), "--to", tmp_path / "pages", "--strict", *QUICK)
    assert shown.exit_code == 3
    assert "--strict: 1 address not fetched; exit code 3." in shown.stderr
    assert run(site.at("/good"), "--to", tmp_path / "pages", "--strict", *QUICK).exit_code == 0


def test_a_fetch_that_gets_nothing_ends_with_1(site: Server, tmp_path: Path) -> None:
    shown = run(site.at("/gone"), "ftp://example.org/", "--to", tmp_path / "pages", *QUICK)
    assert shown.exit_code == 1
    assert shown.stderr.splitlines()[-1] == "Error: nothing could be fetched."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Name a SOURCE, or --sources"),
        (("https://example.org/", "--language", "ko"), "choose among --sources"),
    ],
)
def test_a_wrong_call_ends_with_2(words: tuple[str, ...], message: str, tmp_path: Path) -> None:
    shown = run(*words, "--to", tmp_path / "pages")
    assert (shown.exit_code, message in shown.stderr) == (2, True)


@pytest.mark.parametrize("words", [("--rate", "0"), ("--since", "soon"), ("--publisher", "nobody", "--list")])
def test_an_option_that_cannot_be_used_ends_with_1_in_one_line(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    shown = run("https://example.org/", "--to", tmp_path / "pages", *words)
    assert shown.exit_code == 1
    (line,) = shown.stderr.splitlines()
    assert line.startswith("Error: ")


def test_sources_are_shown_with_their_terms_and_nobody_is_asked(tmp_path: Path) -> None:
    shown = run("--list", "--publisher", "yonhap", "--to", tmp_path / "pages")
    assert shown.exit_code == 0
    assert shown.stdout.count("terms: ") == 2
    assert not (tmp_path / "pages").exists()


def test_what_a_server_says_does_not_steer_the_terminal(server: Server, tmp_path: Path) -> None:
    server.behaviours["/a"] = answer(status="404 \x1b]0;owned\x07 gone")
    shown = run(server.at("/a"), "--to", tmp_path / "pages", *QUICK)
    assert "\x1b" not in shown.output and "\x07" not in shown.output


def test_files_of_html_are_an_option(site: Server, tmp_path: Path) -> None:
    assert run(site.at("/good"), "--files", "--to", tmp_path / "pages", *QUICK).exit_code == 0
    (file,) = (tmp_path / "pages").glob("*.html")
    assert f"saved from url=({len(site.at('/good')):04}){site.at('/good')}" in file.read_text("utf-8")
