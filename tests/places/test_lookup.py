"""One name, asked for by hand, to one unit."""

import pytest

from geo.errors import PlaceNotFoundError
from geo.places import load_gazetteer, locate
from geo.places.lookup import unit_json


@pytest.mark.parametrize(
    ("name", "province", "pcode"),
    [
        ("Songchon", None, "KP0717"),  # KCNA English
        ("성천", None, "KP0717"),
        ("成川", None, "KP0717"),
        ("Sŏngch’ŏn", None, "KP0717"),  # curly apostrophe
        ("Seongcheon", None, "KP0717"),  # as ROK sources write
        ("songchon COUNTY", None, "KP0717"),
        ("Songchon-gun", None, "KP0717"),
        ("성천군", None, "KP0717"),
        ("Songchon County, South Phyongan Province", None, "KP0717"),
        ("평안남도 성천군", None, "KP0717"),
        ("kp0717", None, "KP0717"),
        ("Unsan", "North Phyongan", "KP0617"),  # two counties of one name
        ("Unsan", "평안남도", "KP0720"),
        ("Unsan", "KP06", "KP0617"),
        ("운산군", None, "KP0617"),  # only the English names are alike: the other is 은산
        ("Pyongyang", None, "KP10"),  # bare: the first-level unit
        ("North Phyongan Province", None, "KP06"),
        ("화성군", None, "KP0214"),  # the type word tells the county from the ward of Pyongyang
        ("寧邊", None, "KP0614"),  # the county goes before a site in it
        ("成川郡", None, "KP0717"),  # hanja with the type word
        ("平安南道成川郡", None, "KP0717"),  # and with the province, as Chinese and Japanese write
        ("平安南道 成川郡", None, "KP0717"),
        ("慈江道雩时郡", None, "KP0514"),  # simplified
        ("会宁市", None, "KP0203"),
        ("會寧市", None, "KP0203"),
        ("会寧市", None, "KP0203"),  # Japanese
        ("开城特别市", None, "XKP15"),
        ("龙城区域", None, "XKP1043"),  # the type word makes the weak spelling do
        ("咸镜北道", None, "KP02"),
    ],
)
def test_a_name_means_its_unit(name: str, province: str | None, pcode: str) -> None:
    assert locate(name, province=province).pcode == pcode


@pytest.mark.parametrize(
    ("name", "province", "said"),
    [
        ("Unsan", None, ["KP0617", "KP0720", "North Phyongan", "South Phyongan", "province"]),
        ("Songchun", None, ["'Songchun'", "Songchon"]),  # the nearest spelling is told
        ("Unsan", "Kangwon", ["'Unsan'", "'Kangwon'"]),
        ("Songchon", "Atlantis", ["'Atlantis'"]),
        ("Songchon City", None, ["'Songchon City'"]),  # a county is no city
        ("", None, ["''"]),
        ("County", None, ["'County'"]),
        ("成川市", None, ["'成川市'"]),  # a county is no city in any script
        ("郡", None, ["'郡'"]),
    ],
)
def test_a_name_without_one_unit_is_refused_in_words(
    name: str, province: str | None, said: list[str]
) -> None:
    with pytest.raises(PlaceNotFoundError) as caught:
        locate(name, province=province)
    assert all(word in str(caught.value) for word in said), str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_unit_is_found_by_its_code_and_its_record_is_whole() -> None:
    for pcode, unit in load_gazetteer().units.items():
        assert locate(pcode) == unit
        record = unit_json(unit)
        assert (record["pcode"], record["name"], record["level"]) == (pcode, unit.name, unit.level)
        assert record["province"] in (unit.name, load_gazetteer().province_of(pcode).name)


def test_every_county_is_found_by_its_official_names_and_province() -> None:
    """With type word and province, nothing is left to choose."""
    gazetteer = load_gazetteer()
    named = {name.pcode for name in gazetteer.names}
    for pcode, unit in gazetteer.units.items():
        if unit.level == 2 and unit.status == "current" and pcode in named:
            province = gazetteer.province_of(pcode)
            assert locate(gazetteer.korean_name(pcode), province=province.hangul) == unit
            assert locate(f"{unit.name}, {province.name}") == unit
