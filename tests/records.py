"""Short ways to make the records that tests are about; publishers, pages and words are made up."""

from __future__ import annotations

from geo.models import Announcement, Event, Evidence, Place, Precision, Report, Ruling
from geo.places import load_gazetteer

GAZETTEER = load_gazetteer()

SONGCHON, KUSONG, SINUIJU, HWANGJU, UNPHA = "KP0717", "KP0603", "KP0601", "KP0805", "KP0808"
UNSAN_NORTH, UNSAN_SOUTH = "KP0617", "KP0720"
"""운산 of North Phyongan and 은산 of South Phyongan."""
KANGDONG, RAKWON, RIWON, HWAPHYONG, KIMHWA = "KP1023", "KP0319", "KP0323", "KP0508", "KP0409"
SAMSU, KIM_JONG_SUK, TAEGWAN, SUNGHO = "KP0102", "KP0103", "KP0622", "XKP0823"
CHONGJIN, RANAM, CHONGAM = "KP0205", "KP0205-ranam", "KP0205-chongam"
PUYUN = "KP0205-puyun"
"""A ward whose position nobody tells."""
PYONGYANG, PYONGYANG_CORE, TAEDONGGANG, KAESONG, SOUTH_PHYONGAN = "KP10", "KP1001", "XKP1038", "XKP15", "KP07"

PRECISION: dict[int, Precision] = {1: "city", 2: "county", 3: "site"}


def report(
    pcode: str | None,
    facility: str,
    stage: str,
    date: str | None = None,
    *,
    page: str = "",
    publisher: str = "Example Agency",
    published: str | None = None,
    origin: str = "state media",
    policy: bool = False,
    text: str = "Something was built.",
    confidence: float = 0.8,
    candidates: tuple[str, ...] = (),
    name: str | None = None,
    summary: bool = False,
    rulings: tuple[Ruling, ...] = (),
) -> Report:
    """One report, of a document named like its page; without `page`, each claim has a page of its own."""
    unit = GAZETTEER.units[pcode] if pcode else None
    page = page or f"{pcode}-{facility}-{stage}-{date}-{publisher}-{published}"
    precision = PRECISION[unit.level] if unit else "ambiguous"
    event = Event(
        document_id=page,
        pcode=pcode,
        name=unit.name if unit else name,
        province=GAZETTEER.province_of(pcode).name if pcode else None,
        outcome="resolved" if unit else "ambiguous",
        candidates=tuple(map(GAZETTEER.place, candidates)),
        place_precision="province" if unit and unit.type == "province" else precision,
        facility=facility,
        stage=stage,
        date=date,
        evidence=Evidence(0, len(text), text),
        rule="test",
        confidence=confidence,
        policy=policy,
    )
    return Report(
        event, page, publisher, published, f"https://example.org/{page}", origin, summary, rulings=rulings
    )


def place(pcode: str) -> Place:
    """A place of the shipped gazetteer."""
    return GAZETTEER.place(pcode)


def dates(announcement: Announcement, stage: str) -> list[str]:
    """Every date that an announcement gives for a stage."""
    return [day for reported, day in announcement.stage_dates if reported == stage]
