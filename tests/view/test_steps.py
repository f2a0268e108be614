"""The file of a story: what it may say, and one clear line for what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from geo.cli import cli
from geo.errors import InputError
from geo.view import StoryStep, read_story

GOOD = """
[[step]]
caption = { en = "First.", ko = "먼저." }
county = "성천군"
date = "2024-12-20"
campaign = ["2024", 2025]
stage = "completed"
facility = ["hospital"]
origin = "state"
others = true
zoom = 8.5

[[step]]
caption = "Then."
view = "campaigns"
"""


def story(folder: Path, text: str | bytes) -> tuple[StoryStep, ...]:
    path = folder / "story.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_story(path)


def test_steps_are_captions_with_addresses(tmp_path: Path) -> None:
    first, second = story(tmp_path, GOOD)
    assert first == StoryStep(
        {"en": "First.", "ko": "먼저."},
        "county=KP0717&t=2024-12&stage=completed&facility=hospital&campaign=2024,2025&origin=state&others=1",
        8.5,
    )
    assert second == StoryStep({"en": "Then.", "ko": "Then."}, "view=campaigns", None)


def test_a_caption_in_one_language_stands_for_both(tmp_path: Path) -> None:
    (step,) = story(tmp_path, '[[step]]\ncaption = { ko = "먼저." }')
    assert step.caption == {"en": "먼저.", "ko": "먼저."}


STEP = '[[step]]\ncaption = "x"\n'
BAD = {
    "no TOML": ("[[step", "story.toml is no TOML: "),
    "no text": (b"\xff\xfe[[step]]", "story.toml is no TOML: "),
    "no steps": ("title = 'x'", "made of [[step]] and nothing else"),
    "more than steps": (f"title = 'x'\n{STEP}", "made of [[step]] and nothing else"),
    "too many": (STEP * 51, "has 51 steps; a story has 50 at most"),
    "no table": ("step = [1]", "step 1: a step is a table with a caption"),
    "no caption": ("[[step]]\nview = 'map'", "step 1: caption is a text"),
    "an empty caption": ("[[step]]\ncaption = ' '", "step 1: a caption is a text, and not empty"),
    "another language": ("[[step]]\ncaption = { fr = 'x' }", "step 1: caption is a text, or a table with"),
    "a number": ("[[step]]\ncaption = { en = 1 }", "step 1: a caption is a text"),
    "an unknown key": (f"{STEP}text = 'x'", "step 1: 'text' is none of caption, county"),
    "no county": (f"{STEP}county = 'Nowhereville'", "step 1: 'Nowhereville' is no county"),
    "a province": (f"{STEP}county = 'South Phyongan'", "step 1: 'South Phyongan' is no county"),
    "a number for a county": (f"{STEP}county = 7", "step 1: 7 is no county"),
    "a year": (f"{STEP}date = '2025'", "step 1: date is a month such as 2025-03, not '2025'"),
    "no stage": (f"{STEP}stage = 'open'", "step 1: 'open' is no stage"),
    "no facility": (f"{STEP}{STEP}facility = ['hospital', 'zoo']", "step 2: 'zoo' is no facility"),
    "no campaign": (f"{STEP}campaign = 'first'", "step 1: 'first' is no campaign"),
    "no view": (f"{STEP}view = 'globe'", "step 1: view is map or campaigns, not 'globe'"),
    "no switch": (f"{STEP}others = 'yes'", "step 1: others is True or False, not 'yes'"),
    "zoom in words": (f"{STEP}county = 'Songchon'\nzoom = 'near'", "step 1: zoom is a number from 6 to 11"),
    "zoom out of reach": (f"{STEP}county = 'Songchon'\nzoom = 40", "step 1: zoom is a number from 6 to 11"),
    "zoom to nowhere": (f"{STEP}zoom = 8", "step 1: zoom needs a county"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_file_gives_one_line_that_says_where(tmp_path: Path, fault: str) -> None:
    text, said = BAD[fault]
    with pytest.raises(InputError) as raised:
        story(tmp_path, text)
    assert said in str(raised.value) and "\n" not in str(raised.value)


def test_the_command_says_it_as_its_last_line(tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_text(f"{STEP}zoom = 8", encoding="utf-8")
    ended = CliRunner().invoke(
        cli, ["build", "--story", str(tmp_path / "story.toml"), "-o", str(tmp_path / "maps")]
    )
    assert ended.exit_code == 2
    assert ended.output.splitlines()[-1] == "Error: story.toml, step 1: zoom needs a county to go to."
    assert not (tmp_path / "maps").exists()
    missing = CliRunner().invoke(cli, ["build", "--story", "none.toml"])
    assert "'none.toml': there is no such file." in missing.output
