"""Words, language and period of a map, as a command and from Python."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import geo
from geo.cli import cli
from geo.errors import InputError
from geo.models import ALL_STAGES, Run
from geo.outputs.writing import render_outputs
from geo.text import write_files
from geo.view import MapOptions, map_view, words
from tests.decided import Archive
from tests.sample_view import PAYLOADS


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"since": "spring"}, "'spring' is no date"),
        ({"until": "2025-02-30"}, "'2025-02-30' is no date"),
        ({"since": "2025", "until": "2024"}, "ends (2024) before it begins (2025)"),
        ({"language": "fr"}, "does not speak 'fr'"),
    ],
)
def test_options_that_are_none_are_said_before_anything_is_read(options: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as error:
        geo.make_map("no such folder", **options)
    assert said in str(error.value)
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    ended = CliRunner().invoke(cli, ["build", *words])
    assert ended.exit_code == 2
    assert said.split("'")[-1] in ended.stderr or "not one of" in ended.stderr


def test_words_of_the_user_take_the_place_of_the_maps_own() -> None:
    plain = map_view(())
    assert plain["title"] == words("title")
    assert (plain["byline"], plain["remarks"], plain["language"]) == ("", [], "")
    options = MapOptions("Ours", "Under it", "By us", ("First.", "Second."), "ko")
    view = map_view((), options=options)
    assert (view["title"]["ko"], view["subtitle"]["ko"], view["byline"]) == ("Ours", "Under it", "By us")
    assert (view["remarks"], view["language"]) == (["First.", "Second."], "ko")
    assert view["notes"] == plain["notes"]


def test_build_cuts_every_file_to_the_period_and_records_what_was_asked(
    shipped: Archive, tmp_path: Path
) -> None:
    asked = [
        "--until",
        "2024",
        "--title",
        "First year",
        "--note",
        "One.",
        "--note",
        "Two.",
        "--language",
        "ko",
        "--lite",
    ]
    ended = CliRunner().invoke(cli, ["build", "-o", str(tmp_path), *asked])
    assert ended.exit_code == 0, ended.stderr
    run = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    words = {
        "title": "First year",
        "notes": ["One.", "Two."],
        "language": "ko",
        "until": "2024",
        "lite": True,
    }
    assert run["options"] == {"paths": ["factorymap:articles"], **words}
    number = sum(run["counts"]["announcements"].values())
    told = [line for line in ended.stderr.splitlines() if not line.endswith("not counted: see review.csv.")]
    assert told[0].startswith(f"{number} announcements from ")
    points = json.loads((tmp_path / "announcements.geojson").read_text(encoding="utf-8"))["features"]
    years = {
        day[:4] for point in points for stage in ALL_STAGES for day in point["properties"][f"{stage}_on"]
    }
    assert 0 < number < len(shipped.plain.announcements)
    assert "2024" in years and not years & {"2025", "2026"}
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "<title>First year</title>" in page and "Leaflet" not in page


@pytest.mark.parametrize("payload", [*PAYLOADS, "\ud800", "a\x00b", "line\nline", "a\u2028b"])
def test_hostile_words_end_no_element_of_any_file(payload: str, tmp_path: Path) -> None:
    words = MapOptions(payload, payload, payload, (payload, payload))
    plain, run = render_outputs(Run((), (), (), (), (), ())), Run((), (), (), (), (), ())
    hostile = render_outputs(run, options=words)
    for name in ("map.html", "embed.html"):
        assert tags(hostile[name]) - tags(plain[name]) <= Counter(p=1, ul=1, li=2)
    write_files(hostile, tmp_path)
    assert json.loads(hostile["run.json"])["options"]["title"] == words.title


def tags(page: str) -> Counter[str]:
    """How many elements of each kind a browser would see."""
    found: Counter[str] = Counter()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.update([tag])  # type: ignore[method-assign]
    parser.feed(page)
    return found
