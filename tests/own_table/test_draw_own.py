"""`factorymap draw`: what a table says in its own way: words, claimants, parts of years, setbacks."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import geo
from geo.cli import cli
from geo.errors import InputError
from geo.own_table import DrawnTable, draw, read_announcements, table_lines
from tests.records import HWANGJU, KUSONG, SONGCHON


def table(header: str, *rows: str) -> pd.DataFrame:
    """A table of cells parted by commas."""
    return pd.DataFrame([row.split(",") for row in rows], columns=header.split(","))


def read(header: str, *rows: str, **options: object) -> DrawnTable:
    return read_announcements(table(header, *rows), **options)  # type: ignore[arg-type]


def origins(table: DrawnTable) -> list[tuple[tuple[str, ...], bool]]:
    """Claimants of each announcement, and whether it says "state media only"."""
    return [(one.origins, one.state_media_only) for one in table.announcements]


# whose claim it is

SOURCED = "County,Facility,Stage,Source,Origin,Quote"


@pytest.mark.parametrize(
    ("row", "claimants", "state_only"),
    [
        ("Songchon,hospital,planned,Yonhap,,", ("yonhap",), False),
        ("Songchon,hospital,planned,KCNA,,", ("state media",), True),
        ("Songchon,hospital,planned,Yonhap,state media,", ("state media",), True),
        ("Songchon,hospital,planned,Yonhap,국영매체,", ("state media",), True),
        ("Songchon,hospital,planned,KCNA,satellite imagery,", ("imagery",), False),
        ("Songchon,hospital,planned,Yonhap,,KCNA said that a hospital is planned.", ("state media",), True),
        ("Songchon,hospital,planned,,Example Group,", ("example group",), False),
        ("Songchon,hospital,planned,,,", (), False),
    ],
    ids=["carrier", "organ", "said", "said in Korean", "imagery", "quoted", "no source", "nobody"],
)
def test_state_media_alone_is_said_only_where_the_table_says_so(
    row: str, claimants: tuple[str, ...], state_only: bool
) -> None:
    assert origins(read(SOURCED, row)) == [(claimants, state_only)]


def test_a_table_that_names_nobody_says_nothing_of_state_media() -> None:
    drawn = draw(table("County,Facility,Stage", "Songchon,hospital,planned", "Kusong,hospital,planned"))
    assert drawn.view["takeaway"]["en"] == ""
    page = drawn.get_root().render()
    assert "<td>not said" in page and "<td>others too" not in page and 'data-value="unsaid"' in page


def test_the_page_of_a_table_speaks_of_the_table_and_of_no_documents_read() -> None:
    drawn = draw(table("County,Facility,Stage", "Songchon,hospital,planned"))
    page = drawn.get_root().render()
    assert "not in the table" in page and "Drawn from a table; no document was read." in page
    assert "in no document read" not in page and "documents read</span>" not in page.split("<main>")[0]


# words of one's own

OWN_WORDS = {"Klinik": "hospital", "Flughafen": "other", "fertig": "completed", "gestrichen": "cancelled"}


def test_own_words_for_facilities_and_stages() -> None:
    rows = ("Songchon,KLINIK,fertig", "Kusong,Flughafen,planned", "Hwangju,hospital,gestrichen")
    found = read("County,Facility,Stage", *rows, words=OWN_WORDS)
    assert found.counts["drawn"] == 3
    assert {(one.pcode, one.facility, one.stage) for one in found.announcements} == {
        (SONGCHON, "hospital", "completed"),
        (KUSONG, "other", "planned"),
    }
    assert [(one.event.pcode, one.event.stage) for one in found.loose_setbacks] == [(HWANGJU, "cancelled")]


def test_own_words_go_before_those_that_are_known() -> None:
    (one,) = read(
        "County,Facility,Stage", "Songchon,factory,opened", words={"factory": "other"}
    ).announcements
    assert one.facility == "other"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("word,means\nKlinik,castle\n", "'Klinik' cannot mean 'castle'. Write one of: regional industry"),
        ("a,b\nKlinik,hospital\n", "has no columns word and means. Write them in its first row."),
        ("word,means\nKlinik\n", "row 2: is no word with its meaning. Write both."),
        ("word,means\nBau,hospital\nBau,other\n", "'Bau' has two meanings. Leave one."),
        ("", "it is empty. Words are CSV with the columns word,means."),
    ],
)
def test_a_file_of_words_that_cannot_be_used_ends_in_one_line(
    tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "words.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as failed:
        read("County,Facility,Stage", "Songchon,hospital,planned", words=path)
    assert said in str(failed.value) and str(path) in str(failed.value) and "\n" not in str(failed.value)


# columns

WHERE = "County,Type,Facility,Stage"


def test_a_column_can_be_ignored_whatever_it_is_called() -> None:
    kinds = "County,Facility,Kind,Stage"
    ignored = read(kinds, "Songchon,castle,hospital,planned", ignore=["Facility"])
    assert [one.facility for one in ignored.announcements] == ["hospital"]
    assert not any("Facility" in line for line in table_lines(ignored)), (
        "what is ignored is not told as unread"
    )
    with pytest.raises(InputError, match="'Facility' is named and ignored"):
        read(kinds, "Songchon,x,y,z", ignore=["Facility"], columns={"facility": "Facility"})
    with pytest.raises(InputError, match="has no column 'Fac'"):
        read(kinds, "Songchon,x,y,z", ignore=["Fac"])


# parts of years

DATED = "County,Facility,Stage,Date"


def test_a_quarter_is_drawn_as_its_year_and_shown_as_it_is_written() -> None:
    found = read(DATED, "Songchon,hospital,completed,Q3 2025")
    (one,) = found.announcements
    assert one.stage_dates == (("completed", "2025"),)
    assert one.reports[0].event.words == "hospital: completed, Q3 2025"
    assert "'Q3 2025' is drawn as 2025, and no finer" in next(iter(table_lines(found)))


# setbacks


def test_a_setback_is_of_the_project_of_its_place_and_moves_no_stage() -> None:
    rows = ("Hwangju,hospital,groundbreaking,2025-02", "Hwangju,hospital,중단,2025-08")
    (one,) = read(DATED, *rows).announcements
    assert (one.stage, one.n_sources) == ("groundbreaking", 0)
    assert [(told.event.stage, told.event.date) for told in one.setbacks] == [("stopped", "2025-08")]


def test_one_row_can_hold_a_stage_and_its_cancellation() -> None:
    header = "County,Facility,Groundbreaking,Status,Cancelled on"
    (one,) = read(header, "Hwangju,hospital,2025-02-26,cancelled,2025-11").announcements
    assert one.stage_dates == (("groundbreaking", "2025-02-26"),)
    assert [(told.event.stage, told.event.date) for told in one.setbacks] == [("cancelled", "2025-11")]


def test_what_was_denied_colours_nothing_and_stands_on_the_card_of_its_county() -> None:
    found = read(DATED, "Hwangju,hospital,denied,2025-11", "Songchon,hospital,planned,2026")
    view = draw(found).view
    assert found.counts["drawn"] == 2
    assert [(one["stage"], one["pages"]) for one in view["setbacks"]] == [("denied", [HWANGJU])]
    counties = {county["pcode"]: county for county in view["counties"]}
    assert counties[HWANGJU]["stage"] is None
    named = {pcode for pcode, county in counties.items() if county["named"]}
    assert named == {HWANGJU, SONGCHON}, "no county is named that the table does not name"


def test_a_setback_after_its_report_is_refused() -> None:
    found = read(f"{DATED},Reported", "Hwangju,hospital,cancelled,2025-11,2025-10-01")
    assert "lies before the cancellation (2025-11) that it reports" in next(iter(table_lines(found)))


# the command


def run(folder: Path, content: str, *arguments: str) -> Result:
    (folder / "sites.csv").write_text(content, encoding="utf-8")
    (folder / "words.csv").write_text("word,means\nKlinik,hospital\n", encoding="utf-8")
    paths = (str(folder / "sites.csv"), "-o", str(folder / "map.html"))
    return CliRunner().invoke(cli, ["draw", *paths, *arguments])


@pytest.mark.parametrize(("last", "code"), [("Kusong", 0), ("Atlantis", 3)])
def test_strict_ends_with_3_where_a_row_is_not_drawn_and_writes_all_the_same(
    tmp_path: Path, last: str, code: int
) -> None:
    content = f"County,Facility,Stage\nSongchon,Klinik,planned\n{last},Klinik,planned\n"
    done = run(tmp_path, content, "--strict", "--words", str(tmp_path / "words.csv"))
    assert done.exit_code == code and (tmp_path / "map.html").is_file()
    assert ("--strict: 1 row of 2 not drawn; exit code 3." in done.stderr) == bool(code)


def test_the_words_and_columns_of_the_command(tmp_path: Path) -> None:
    content = "County,Facility,Type,Stage\nSongchon,x,Klinik,planned\n"
    words = ("--words", str(tmp_path / "words.csv"))
    assert run(tmp_path, content, "--ignore", "Facility", *words).exit_code == 0
    assert run(tmp_path, content, *words).exit_code == 1


def test_draw_from_python_takes_them_too() -> None:
    rows = table("County,Facility,Type,Stage", "Songchon,x,Klinik,planned")
    assert (
        geo.draw(rows, ignore=["Facility"], words=OWN_WORDS).view["announcements"][0]["facility"]
        == "hospital"
    )
