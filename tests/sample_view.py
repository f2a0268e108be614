"""
Views to draw in tests: one like a real one, and the same with hostile text in every field.

Places and polygons are those that ship; publishers, pages and words are made up.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from copy import deepcopy
from functools import cache
from importlib import resources
from itertools import cycle, islice
from typing import Any

from shapely.geometry import Polygon

from geo.view import PLAIN_STYLE, own_words, words

STAGES = {
    "planned": "planned",
    "groundbreaking": "groundbreaking",
    "under_construction": "under construction",
    "completed": "completed",
    "operating": "operating",
}
FACILITIES = {
    "regional_industry": "regional-industry factories",
    "hospital": "hospital",
    "leisure_complex": "leisure complex",
    "greenhouse_farm": "greenhouse farm",
    "offshore_farm": "offshore farm",
    "paper_mill": "paper mill",
    "other": "other factory or project",
}
TYPE_WORDS = {"county": "County", "city": "City", "ward": "District", "district": "District"}
PAYLOADS = (
    "<img src=x onerror=window.pwned=1>",
    "</script><script>window.pwned=2</script>",
    "${window.pwned=3}",
    "`+(window.pwned=4)+`",
    "\\`;window.pwned=5;//",
    '");window.pwned=6;//',
    "</title><script>window.pwned=7</script>",
)
"""What broke out of the pages of other tools: of HTML, of scripts, of template literals, of strings."""

ENGLISH = {
    "planned": "A delegate said that factories would be built in {name} before the year is out.",
    "groundbreaking": "Officials put the first spades into the ground for the new factories of {name}.",
    "under_construction": "In {name} the walls of the food factory stand and roofers are at work.",
    "inspection": "A visiting secretary looked over the building site in {name} and asked for better drains.",
    "completed": "The ribbon was cut at the new factories of {name} in front of a full square.",
    "operating": "Soap and noodles from the factories of {name} are on sale in the town's shop.",
}
KOREAN = {
    "planned": "{name}에 새 공장을 세울 계획이 알려졌다.",
    "groundbreaking": "{name}에서 새 공장들의 첫 삽을 뜨는 모임이 열렸다.",
    "under_construction": "{name}의 식료공장 벽체가 다 올라갔다.",
    "inspection": "{name}의 건설장을 돌아보았다.",
    "completed": "{name}에 일떠선 새 공장들의 문이 열렸다.",
    "operating": "{name}의 공장들에서 비누와 국수가 나온다.",
}
PUBLISHERS = ("Example News Agency", "Sample Daily", "견본신문", "Imagery Weekly")


@cache
def shipped_json(name: str) -> Any:
    """A JSON file of the package's data."""
    return json.loads(resources.files("geo").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def shipped_units() -> dict[str, dict[str, str]]:
    """P-code -> row of the gazetteer."""
    text = resources.files("geo").joinpath("data", "units.csv").read_text(encoding="utf-8-sig")
    return {row["pcode"]: row for row in csv.DictReader(text.splitlines())}


def label_points(topology: dict[str, Any], name: str) -> dict[str, list[float]]:
    """P-code -> [lat, lon] inside the largest ring of each unit."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(references: list[int]) -> Polygon:
        points = []
        for reference in references:
            points += (arcs[~reference][::-1] if reference < 0 else arcs[reference])[:-1]
        return Polygon(points)

    labels = {}
    for geometry in topology["objects"][name]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        largest = max((ring(rings[0]) for rings in polygons), key=lambda polygon: polygon.area)
        point = largest.representative_point()
        labels[geometry["properties"]["pcode"]] = [round(point.y, 3), round(point.x, 3)]
    return labels


def proof(stage: str, date: str, name: str, name_ko: str, number: int) -> dict[str, Any]:
    """A piece of evidence; every third is Korean, every second the project's own summary."""
    publisher = PUBLISHERS[number % len(PUBLISHERS)]
    published_on = f"202{4 + number % 3}-0{1 + number % 9}-1{number % 10}"
    cited = f"{publisher}, {published_on}"
    text = KOREAN[stage].format(name=name_ko) if number % 3 == 2 else ENGLISH[stage].format(name=name)
    return {
        "stage": stage,
        "date": date,
        "text": text,
        "summary": number % 2 == 0,
        "label": f"factorymap's summary of {cited}" if number % 2 == 0 else cited,
        "publisher": publisher,
        "published_on": published_on,
        "url": f"https://example.org/{number:03d}/article.html",
        "decision": "",
    }


def announcement(
    number: int, county: dict[str, Any], campaign: str, stage: str, /, **changes: Any
) -> dict[str, Any]:
    """An announcement of a county; the stages before its own are dated too."""
    order = list(STAGES)
    year = int(campaign or 2025)
    reached = order[1 : order.index(stage) + 1] or [stage]
    month = 1 + number % 9
    days = [
        f"{year + (index > 1)}-{month + index:02d}" + (f"-{10 + number % 19}" if number % 2 else "")
        for index in range(len(reached))
    ]
    dates = [[key, day] for key, day in zip(reached, days, strict=True)]
    evidence = [
        proof(key, date, county["name"], county["name_ko"], number + index)
        for index, (key, date) in enumerate(dates)
    ]
    return {
        "id": f"a{number:03d}",
        "pcode": county["pcode"],
        "place": county["name"],
        "place_ko": county["name_ko"],
        "province": county["province"],
        "precision": "county",
        "polygon": county["pcode"],
        "mark": county["label"],
        "campaign": campaign,
        "latest": bool(campaign),
        "county": county["pcode"],
        "site": bool(campaign),
        "facility": "regional_industry",
        "stage": stage,
        "dates": dates,
        "n_sources": len(evidence),
        "n_origins": 1 + number % 2,
        "state_media_only": number % 3 == 0,
        "conflict": "the day: 2025-02-27 or 2025-02-28" if number % 11 == 0 else "",
        "decision": "",
        "candidates": [],
        "evidence": evidence,
    } | changes


def sample_counties(topology: dict[str, Any]) -> list[dict[str, Any]]:
    """Every county of the topology with its names, not coloured yet."""
    units = shipped_units()
    labels = label_points(topology, "counties")
    counties = []
    for pcode in sorted(labels):
        unit = units[pcode]
        province = units[unit["parent_pcode"]]
        counties.append(
            {
                "pcode": pcode,
                "name": unit["name"],
                "name_ko": unit["hangul"] + unit["hangul_suffix"],
                "type_word": TYPE_WORDS.get(unit["type"], ""),
                "province": province["name"],
                "label": labels[pcode],
                "stage": None,
                "campaign": "",
                "named": None,
                "named_on": "",
                "aliases": "",
                "people": None,
                "per_km2": None,
                "together": "",
                "together_ko": "",
            }
        )
    return counties


def sample_announcements(counties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Forty-odd announcements of every kind; colours the counties that they reach."""
    chosen = list(islice(cycle(counties), 2, 2 + 5 * 36, 5))
    made = []
    for number, county in enumerate(chosen):
        campaign = ("2024", "2025", "2026")[number % 3]
        stage = {"2024": ("operating", "completed"), "2025": ("completed", "under_construction")}.get(
            campaign, ("groundbreaking", "planned")
        )[number // 3 % 2]
        county.update(stage=stage, campaign=campaign)
        made.append(announcement(number, county, campaign, stage))
    for number, county in enumerate(chosen[:4], start=100):
        made.append(announcement(number, county, "2023", "completed", latest=False))
    for number, county in enumerate([*chosen[4:7], *counties[:3]], start=200):
        facility = ("hospital", "paper_mill", "greenhouse_farm")[number % 3]
        made.append(announcement(number, county, "", "completed", latest=False, facility=facility))
    ward = announcement(
        300, chosen[0], "2024", "operating", place="Example Ward", place_ko="견본구역", precision="town"
    )
    seat = announcement(
        301,
        chosen[1],
        "2026",
        "groundbreaking",
        pcode="XSEAT",
        place="Seatonly",
        place_ko="자리군",
        county="XSEAT",
        polygon=None,
        mark=[40.1, 127.9],
    )
    return [*made, ward, seat]


def sample_unplaced(counties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One ambiguous announcement, one of a province, one of a name that means nothing."""
    twins = [county for county in counties if county["name"] == "Unsan"] or counties[8:10]
    candidates = [{key: county[key] for key in ("pcode", "name", "province")} for county in twins]
    nowhere = {"pcode": None, "polygon": None, "mark": None, "latest": False, "county": None, "site": False}
    return [
        announcement(
            400,
            twins[0],
            "2025",
            "completed",
            **nowhere,
            province="",
            precision="ambiguous",
            candidates=candidates,
        ),
        announcement(
            401,
            counties[0],
            "",
            "planned",
            **nowhere,
            place="Ryanggang",
            place_ko="량강도",
            precision="province",
        ),
        announcement(
            402,
            counties[0],
            "2026",
            "groundbreaking",
            **nowhere,
            place="Nowhereton",
            place_ko="",
            province="",
            precision="unknown",
        ),
    ]


def sample_campaigns(announcements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """How many counties are named for each campaign."""
    sites = {(item["campaign"], item["county"]) for item in announcements if item["site"]}
    counts = Counter(campaign for campaign, _ in sites)
    return [{"key": key, "named": number, "target": 20} for key, number in sorted(counts.items())]


def sample_policy(announcements: list[dict[str, Any]], counties: list[dict[str, Any]]) -> dict[str, Any]:
    """The counties that are named for a campaign, by how far they have come; three are still to come."""
    names = {county["pcode"]: county for county in counties}
    sites = {
        (item["campaign"], item["county"]): item["stage"] in ("completed", "operating")
        for item in announcements
        if item["site"] and item["county"] in names
    }

    def place(pcode: str, *facilities: str) -> dict[str, Any]:
        county = names[pcode]
        return {key: county[key] for key in ("pcode", "name", "name_ko")} | {"facilities": list(facilities)}

    return {
        "day": "2026-02-10",
        "years": [
            {
                "key": year,
                "done": [
                    place(pcode, "hospital") for (one, pcode), done in sites.items() if one == year and done
                ],
                "late": [place(pcode) for (one, pcode), done in sites.items() if one == year and not done],
                "under_way": [],
                "unseen": [],
                "took": [280, 300, 330],
                "overdue": [],
            }
            for year in sorted({year for year, _ in sites})
        ],
        "to_come": [
            {
                "pcode": "KP04",
                "name": "Kangwon",
                "name_ko": "강원도",
                "places": [place(pcode) for pcode in sorted(names)[:3]],
            }
        ],
        "places": 181,
    }


def sample_view() -> Any:
    """A view as a build makes it."""
    topology = shipped_json("counties.topojson")
    counties = sample_counties(topology)
    announcements = sample_announcements(counties)
    units = shipped_units()
    provinces = [
        {
            "pcode": pcode,
            "name": units[pcode]["name"],
            "name_ko": units[pcode]["hangul"] + units[pcode]["hangul_suffix"],
            "label": label,
        }
        for pcode, label in sorted(label_points(topology, "provinces").items())
    ]
    return {
        "title": own_words("Where North Korea says it builds local factories"),
        "subtitle": own_words(
            "County by county: what was announced under the 20×10 policy, and how far it has come"
        ),
        "headline": own_words("Factories inaugurated in 22 of 43 named counties"),
        "takeaway": words("takeaway-state", state=3, projects=5),
        "byline": "",
        "remarks": [],
        "language": "en",
        "lite": False,
        "compact": False,
        "own_headline": False,
        "story": [],
        "period": ["2024-02-28", "2026-02-10"],
        "data_to": "2026-02-10",
        "generator": "factorymap 0.1.0",
        "attribution": ["County boundaries: a test line of credit.", "Towns: another test line of credit."],
        "caveat": own_words("Boundaries are approximate and imply no endorsement."),
        "address": "",
        "picture": "",
        "site": None,
        "style": PLAIN_STYLE,
        "notes": [words("wards")],
        "stages": [{"key": key, "label": words(f"stage-{key}")} for key in STAGES],
        "facilities": {key: words(f"facility-{key}") for key in FACILITIES},
        "campaigns": sample_campaigns(announcements),
        "policy": sample_policy(announcements, counties),
        "topology": topology,
        "context": shipped_json("context.topojson"),
        "provinces": provinces,
        "announcements": announcements,
        "counties": counties,
        "places": [],
        "unplaced": sample_unplaced(counties),
        "possible": [],
        "setbacks": [],
        "seats": [[39.25, 126.2], [38.7, 125.8]],
        "of_table": False,
        "points": [],
        "layers": [],
        "inputs": {"read": 119, "skipped": 2, "failed": 1, "left_out": 3, "incomplete": 2},
        "sources": [
            {"publisher": publisher, "documents": 30 - 4 * rank} for rank, publisher in enumerate(PUBLISHERS)
        ],
    }


def hostile_view(payload: str) -> Any:
    """The sample with the payload in every text field and a script as every link."""
    view = deepcopy(sample_view())
    view["generator"] += payload
    view["attribution"] = [line + payload for line in view["attribution"]]
    texts = [view["title"], view["subtitle"], view["caveat"], *view["notes"], *view["facilities"].values()]
    for text in [*texts, *(stage["label"] for stage in view["stages"])]:
        text.update({language: said + payload for language, said in text.items()})
    for record in [
        *view["provinces"],
        *view["counties"],
        *view["announcements"],
        *view["unplaced"],
        *view["campaigns"],
        *view["policy"]["to_come"],
        *(place for year in view["policy"]["years"] for place in (*year["done"], *year["late"])),
    ]:
        _spoil(record, payload)
    for source in view["sources"]:
        source["publisher"] += payload
    return view


def _spoil(record: dict[str, Any], payload: str) -> None:
    """Put the payload into the texts of a record, but not into keys that join records."""
    for key in ("label", "name", "name_ko", "type_word", "province", "place", "place_ko", "conflict"):
        if isinstance(record.get(key), str):
            record[key] += payload
    for unit in record.get("candidates", []):
        _spoil(unit, payload)
    for item in record.get("evidence", []):
        item.update(
            url=f"javascript:window.pwned=8//{payload}",
            text=item["text"] + payload,
            label=item["label"] + payload,
        )


def many_announcements(number: int) -> dict[str, Any]:
    """The sample with so many announcements, spread over all counties, campaigns, stages and facilities."""
    view = sample_view()
    stages, facilities = list(STAGES), list(FACILITIES)
    made = []
    for index in range(number):
        county = view["counties"][index * 7 % len(view["counties"])]
        campaign = ("2024", "2025", "2026", "")[index % 4]
        made.append(
            announcement(
                index,
                county,
                campaign,
                stages[index // 4 % len(stages)],
                id=f"many-{index:05d}",
                facility=facilities[index % len(facilities)],
                latest=campaign == "2026",
            )
        )
    view["announcements"] = made
    return view
