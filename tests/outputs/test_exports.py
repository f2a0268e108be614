"""What the CSV and GeoJSON files hold, and that nothing in them runs."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

from shapely.geometry import MultiPolygon, Polygon, box, shape

from geo.errors import PlaceNotFoundError
from geo.models import STATED_FROM, Announcement, Document, Mention
from geo.outputs.tables import (
    COLUMNS,
    MENTION_COLUMNS,
    announcements_csv,
    announcements_geojson,
    counties_geojson,
    mentions_csv,
)
from geo.outputs.writing import render_outputs
from geo.projects import merge_events
from tests.possible import collected, sample
from tests.records import (
    GAZETTEER,
    KAESONG,
    KUSONG,
    PUYUN,
    RANAM,
    SONGCHON,
    SOUTH_PHYONGAN,
    SUNGHO,
    TAEDONGGANG,
    UNSAN_NORTH,
    UNSAN_SOUTH,
    place,
    report,
)

ISSUED_COLUMNS = [
    "id",
    "pcode",
    "county",
    "county_ko",
    "province",
    "campaign",
    "facility",
    "stage",
    "planned_on",
    "groundbreaking_on",
    "under_construction_on",
    "inspection_on",
    "completed_on",
    "operating_on",
    "first_reported_on",
    "last_reported_on",
    "place_precision",
    "confidence",
    "conflict",
    "candidates",
    "n_sources",
    "n_origins",
    "source_urls",
    "evidence",
    "evidence_origin",
]


class Squares:
    """Label points of a made-up geography, in which only Songchon and Chongjin have polygons."""

    def counties_topology(self) -> dict[str, Any]:
        return {}

    def context_topology(self) -> dict[str, Any]:
        return {}

    def label_point(self, pcode: str, /) -> tuple[float, float]:
        points = {SONGCHON: (39.2, 126.2), "KP0205": (41.8, 129.8), "KP1001": (39.0, 125.7)}
        if pcode not in points:
            raise PlaceNotFoundError(pcode)
        return points[pcode]


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:], newline="")))


def site(**changes: Any) -> tuple[Announcement, ...]:
    """Songchon as two papers report it."""
    return merge_events(
        [
            report(
                SONGCHON,
                "regional_industry",
                "groundbreaking",
                "2024-02-28",
                page="a",
                published="2024-02-29",
            ),
            report(
                SONGCHON,
                "regional_industry",
                "completed",
                "2024-12-20",
                page="b",
                origin="imagery",
                **changes,
            ),
        ]
    )


def test_the_columns_stand_in_the_agreed_order() -> None:
    header = announcements_csv([]).removeprefix("\ufeff").split("\r\n")[0].split(",")
    assert header[: len(ISSUED_COLUMNS)] == ISSUED_COLUMNS
    assert header == list(COLUMNS)


def test_a_row_of_the_table() -> None:
    (row,) = read(announcements_csv(site(summary=True, published="2024-12-21", text="It was done.")))
    assert row.pop("attribution").endswith("endorsement.")
    begun, done = json.loads(row.pop("reports"))
    assert begun == {
        "stage": "groundbreaking",
        "date": "2024-02-28",
        "publisher": "Example Agency",
        "published_on": "2024-02-29",
        "url": "https://example.org/a",
        "document": "a",
        "claimant": "state media",
        "copy_of": "",
        "policy": False,
        "summary": False,
        "noted": False,
        "rulings": [],
        "evidence": 1,
    }
    assert (done["date"], done["claimant"], done["summary"], done["evidence"]) == (
        *("2024-12-20", "imagery"),
        *(True, 2),
    )
    assert row == {
        "id": "KP0717-regional_industry-2024",
        "pcode": "KP0717",
        "county": "Songchon",
        "county_ko": "성천군",
        "province": "South Phyongan",
        "campaign": "2024",
        "facility": "regional_industry",
        "stage": "completed",
        "planned_on": "",
        "groundbreaking_on": "2024-02-28",
        "under_construction_on": "",
        "inspection_on": "",
        "completed_on": "2024-12-20",
        "operating_on": "",
        "first_reported_on": "2024-02-29",
        "last_reported_on": "2024-12-21",
        "place_precision": "county",
        "confidence": "0.9",
        "conflict": "",
        "candidates": "",
        "n_sources": "2",
        "n_origins": "2",
        "source_urls": "https://example.org/a | https://example.org/b",
        "evidence": "Something was built. | It was done.",
        "evidence_origin": "Example Agency, 2024-02-29 | factorymap's summary of Example Agency, 2024-12-21",
        "origins": "imagery | state media",
        "decision": "",
        "setback": "",
        "setback_on": "",
        "setback_evidence": "",
        "setback_origin": "",
        "population_2008": "149809",
    }


def test_the_table_is_made_for_spreadsheets() -> None:
    text = announcements_csv(site())
    assert text.count("\r\n") == 2 and text.count("\n") == 2
    assert text.encode().startswith(b"\xef\xbb\xbf")


def test_items_of_a_list_are_made_harmless_one_by_one() -> None:
    (row,) = read(announcements_csv(site(text="=cmd|' /C calc'!A0", publisher="@Paper|x")))
    assert row["evidence"].split(" | ") == ["Something was built.", "'=cmd¦' /C calc'!A0"]
    assert row["evidence_origin"].split(" | ")[1] == "'@Paper¦x"


def test_hostile_text_stays_in_its_cell() -> None:
    text = 'He said "a,b"\r\n=1\nNext;=2'
    (row,) = read(announcements_csv(site(text=text)))
    assert row["evidence"].split(" | ")[1] == 'He said "a,b"  =1 Next;\'=2'
    assert row["stage"] == "completed"


def test_unplaced_announcements_stay_in_the_table() -> None:
    both = (UNSAN_NORTH, UNSAN_SOUTH)
    (row,) = read(
        announcements_csv(
            merge_events([report(None, "hospital", "completed", "2025-02", candidates=both, name="Unsan")])
        )
    )
    assert (row["pcode"], row["county"], row["place_precision"]) == ("", "Unsan", "ambiguous")
    assert row["candidates"] == "KP0617 Unsan (North Phyongan) | KP0720 Unsan (South Phyongan)"


def test_a_ward_stands_under_its_county() -> None:
    (row,) = read(announcements_csv(merge_events([report(RANAM, "hospital", "completed", "2025-02")])))
    assert (row["pcode"], row["county"], row["place_precision"]) == (RANAM, "Chongjin", "site")


def test_mentions_keep_their_offsets_and_candidates() -> None:
    text = "Unsan and Songchon"
    mentions = [
        Mention("a", "Unsan", 0, 5, "ambiguous", None, (place(UNSAN_NORTH), place(UNSAN_SOUTH)), "two", 0.5),
        Mention("a", "Songchon", 10, 18, "resolved", place(SONGCHON), (), "=exact", 0.987),
    ]
    one, other = read(mentions_csv([Document("a", "a.txt", text, (), publisher="P")], mentions))
    assert list(one) == list(MENTION_COLUMNS)
    assert (one["pcode"], one["candidates"][:6], one["publisher"]) == ("", "KP0617", "P")
    assert (other["pcode"], other["start"], other["end"]) == (SONGCHON, "10", "18")
    assert (other["reason"], other["confidence"]) == ("'=exact", "0.99")


def features(text: str) -> dict[str, Any]:
    """Feature by id."""
    collection = json.loads(text)
    assert collection["attribution"] and "endorsement" in collection["caveat"] and collection["licence"]
    return {feature["id"]: feature for feature in collection["features"]}


def test_announcements_are_points_in_their_county() -> None:
    reports = [
        report(pcode, "hospital", "completed", "2025-12-01")
        for pcode in (SONGCHON, PUYUN, SUNGHO, TAEDONGGANG, KAESONG, SOUTH_PHYONGAN)
    ]
    by_id = features(announcements_geojson(merge_events(reports), shapes=Squares()))
    points = {
        f["properties"]["pcode"]: f["geometry"] and f["geometry"]["coordinates"] for f in by_id.values()
    }
    seats = {pcode: GAZETTEER.units[pcode].seat or (0, 0) for pcode in (SUNGHO, TAEDONGGANG, KAESONG)}
    assert points == {
        SONGCHON: [126.2, 39.2],
        PUYUN: [129.8, 41.8],  # its own position is not known: inside Chongjin
        **{pcode: [lon, lat] for pcode, (lat, lon) in seats.items()},
        SOUTH_PHYONGAN: None,
    }


def test_unplaced_announcements_have_no_geometry_and_keep_their_evidence() -> None:
    both = (UNSAN_NORTH, UNSAN_SOUTH)
    claim = report(
        None, "hospital", "completed", "2025-02", candidates=both, name="Unsan", text="<b>Done</b>"
    )
    (feature,) = features(announcements_geojson(merge_events([claim]), shapes=Squares())).values()
    assert feature["geometry"] is None
    assert feature["properties"]["place_precision"] == "ambiguous"
    assert feature["properties"]["evidence"][0]["text"] == "<b>Done</b>"


def tiny_layer() -> Any:
    """Two counties, one in two parts and both wound the wrong way round."""
    from geopandas import GeoDataFrame

    clockwise = Polygon(
        [(126, 39), (126, 40), (127, 40), (127, 39)], [[(126.2, 39.2), (126.4, 39.2), (126.4, 39.4)]]
    )
    parts = MultiPolygon([clockwise, box(128.123456789, 39, 129, 40)])
    shapes = [parts, Polygon([(130, 41), (130, 42), (131, 42)])]
    return GeoDataFrame({"pcode": [SONGCHON, "KP0205"]}, geometry=shapes, crs="EPSG:4326").set_index("pcode")


def test_counties_carry_stage_and_campaign() -> None:
    reports = [report(RANAM, "paper_mill", "completed", "2025-12-01")]
    by_id = features(counties_geojson([*site(), *merge_events(reports)], layer=tiny_layer()))
    songchon, chongjin = by_id[SONGCHON]["properties"], by_id["KP0205"]["properties"]
    assert (songchon["stage"], songchon["campaign"], songchon["site_of"]) == ("completed", "2024", ["2024"])
    assert (songchon["name_ko"], songchon["province"], songchon["type"]) == (
        "성천군",
        "South Phyongan",
        "county",
    )
    assert (chongjin["stage"], chongjin["announcements"], chongjin["site_of"]) == (None, 1, [])


def test_polygons_follow_the_geojson_standard() -> None:
    by_id = features(counties_geojson([], layer=tiny_layer()))
    assert by_id["KP0205"]["geometry"]["type"] == "Polygon"
    multi = shape(by_id[SONGCHON]["geometry"])
    assert multi.geom_type == "MultiPolygon" and multi.is_valid
    for part in multi.geoms:
        assert part.exterior.is_ccw and not any(ring.is_ccw for ring in part.interiors)
    assert len(multi.geoms[0].interiors) == 1
    assert multi.bounds[0] == 126 and multi.geoms[1].bounds[0] == 128.12346


def test_the_same_announcements_give_the_same_bytes() -> None:
    reports = [r for a in site() for r in a.reports]
    one, other = merge_events(reports), merge_events(reversed(reports))
    assert announcements_csv(one) == announcements_csv(other)
    assert announcements_geojson(one, shapes=Squares()) == announcements_geojson(other, shapes=Squares())
    assert announcements_geojson(one, shapes=Squares()).endswith("\n]}\n")


def test_an_empty_run_gives_valid_files() -> None:
    assert read(announcements_csv([])) == read(mentions_csv([], [])) == []
    assert features(announcements_geojson([], shapes=Squares())) == {}


def test_setbacks_and_all_stretches_of_evidence_are_in_the_tables() -> None:
    files = render_outputs(collected(*sample(), stated_from=0.35))
    kusong, factories = read(str(files["announcements.csv"]))
    assert (kusong["stage"], kusong["setback"], kusong["setback_on"]) == (
        "groundbreaking",
        "stopped",
        "2025-09",
    )
    assert kusong["setback_evidence"] == "Work on the hospital of Kusong stands still."
    assert kusong["setback_origin"] == "Paper halted, 2025-09-20"
    assert factories["evidence"] == "The factories are said to be done. … Songchon was on the list."
    assert (factories["setback"], factories["setback_evidence"]) == ("", "")
    point = json.loads(str(files["announcements.geojson"]))["features"][0]["properties"]
    assert (point["setback"], point["setback_on"]) == ("stopped", "2025-09")
    (record,) = point["setbacks"]
    assert (record["stage"], record["url"]) == ("stopped", "https://halted.example/1")
    assert record["text"] == "Work on the hospital of Kusong stands still."
    counties = {
        one["id"]: one["properties"] for one in json.loads(str(files["counties.geojson"]))["features"]
    }
    assert (counties[KUSONG]["setback"], counties[KUSONG]["stage"]) == ("stopped", "groundbreaking")
    assert (counties[SONGCHON]["setback"], counties[SONGCHON]["setback_on"]) == ("postponed", "2026-01-20")


def test_the_record_of_a_run_counts_the_possible_and_setbacks_apart() -> None:
    record = json.loads(str(render_outputs(collected(*sample()))["run.json"]))
    assert record["stated_from"] == STATED_FROM
    assert record["counts"]["possible"] == 3
    assert record["counts"]["setbacks"] == {"postponed": 1, "stopped": 1}
    assert record["counts"]["events"] == record["counts"]["announcements"] == {"groundbreaking": 1}


def test_the_run_tells_which_sites_of_the_policy_are_done_and_which_counties_are_to_come(
    shipped_outputs: Path,
) -> None:
    record = json.loads((shipped_outputs / "run.json").read_text(encoding="utf-8"))
    assert record["counts"]["sites"] == {"2024": 20, "2025": 20, "2026": 20}
    policy = record["policy"]
    assert policy["day"] == "2026-10-01" and len(policy["campaigns"]["2024"]["done"]) == 20
    assert policy["campaigns"]["2025"]["overdue"] == {"KP0805": ["grain_facility"]}
    assert "KP0610" in policy["campaigns"]["2026"]["under_way"] and not policy["campaigns"]["2026"]["late"]
    assert "KP0323" in policy["to_come"]["KP03"] and sum(map(len, policy["to_come"].values())) == 121
