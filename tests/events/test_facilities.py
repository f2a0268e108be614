"""Facilities in a text: where their names begin and end, which group they are, and what is none of ours."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events import find_facilities
from geo.models import FACILITIES
from tests.missed import known_miss, marked

VAGUE = {"generic", "same", "farm", "projects"}

# (text, (words, group) of each facility, why the line is here)
ENGLISH: list[tuple[str, list[tuple[str, str]], str]] = [
    (
        "Regional-industry factories stand by the river.",
        [("Regional-industry factories", "regional_industry")],
        "the policy's own name",
    ),
    ("Local industry plants hum.", [("Local industry plants", "regional_industry")], "local, plants"),
    (
        "a light-industry factory",
        [("light-industry factory", "regional_industry")],
        "light industry, singular",
    ),
    ("factories for regional industry", [("factories", "regional_industry")], "what they are for, behind"),
    (
        "the foodstuff, garment and daily-necessities factories",
        [("foodstuff, garment and daily-necessities factories", "regional_industry")],
        "three goods before one head",
    ),
    ("food and clothing factories", [("food and clothing factories", "regional_industry")], "two goods"),
    ("He saw a toothpaste factory.", [("factory", "other")], "what is made by a word of no table"),
    ("He saw a solar panel factory.", [("factory", "other")], "two words of no table"),
    ("He saw a big modern factory.", [("factory", "generic")], "words that say nothing of goods"),
    ("He saw a plant that makes missiles.", [], "arms, told behind"),
    ("He saw a nuclear material plant.", [], "arms, with another word"),
    ("He saw a veterinary hospital.", [], "a hospital for animals"),
    ("a foodstuff factory", [("foodstuff factory", "other")], "one kind of goods is one factory"),
    ("a garment factory", [("garment factory", "other")], "garments alone"),
    ("a soy sauce factory", [("soy sauce factory", "other")], "a name of two words"),
    ("the paper mill", [("paper mill", "paper_mill")], "paper mill"),
    ("a cement plant", [("cement plant", "other")], "a branch: cement"),
    ("the shoe factory", [("shoe factory", "other")], "a branch: shoes"),
    ("a fish-pickling factory", [("fish-pickling factory", "other")], "a factory for fish, no farm"),
    ("the People's Hospital", [("Hospital", "hospital")], "hospital with a capital"),
    ("a polyclinic", [("polyclinic", "hospital")], "polyclinic"),
    ("the public health facility", [("public health facility", "hospital")], "health facility"),
    ("two health centers", [("health centers", "hospital")], "health centres, American"),
    ("the leisure complex", [("leisure complex", "leisure_complex")], "leisure"),
    (
        "a comprehensive service centre",
        [("comprehensive service centre", "leisure_complex")],
        "service centre, British",
    ),
    ("a recreation center", [("recreation center", "leisure_complex")], "recreation"),
    (
        "grain management facilities",
        [("grain management facilities", "grain_facility")],
        "grain, a head that is vague by itself",
    ),
    ("a vegetable greenhouse farm", [("vegetable greenhouse farm", "greenhouse_farm")], "greenhouse farm"),
    ("rows of greenhouses", [("greenhouses", "greenhouse_farm")], "greenhouses without a farm"),
    ("the offshore farm", [("offshore farm", "offshore_farm")], "offshore"),
    ("an aquaculture complex", [("aquaculture complex", "offshore_farm")], "aquaculture"),
    ("a seaweed farm", [("seaweed farm", "offshore_farm")], "what is farmed"),
    ("Factories were built.", [("Factories", "generic")], "bare factories wait for the rest of the text"),
    ("the farm", [("farm", "farm")], "a farm that was named before"),
    ("the same facilities", [("facilities", "same")], "what points back"),
    ("the regional development projects", [("regional development projects", "projects")], "projects"),
    (
        "hospitals and leisure complexes",
        [("hospitals", "hospital"), ("leisure complexes", "leisure_complex")],
        "two groups in one list",
    ),
    (
        "a foodstuff factory, a hospital and a fish farm",
        [("foodstuff factory", "other"), ("hospital", "hospital"), ("fish farm", "offshore_farm")],
        "three facilities of a sentence in their order",
    ),
    ("a power plant", [], "electricity is none of ours"),
    ("a hydropower station", [], "nor water power"),
    ("a munitions factory", [], "nor arms"),
    ("the missile plant", [], "nor missiles"),
    ("two hundred dwelling houses", [], "nor houses"),
    ("the new houses", [], "houses do not point back to a facility"),
    ("the railway station", [], "a station of trains"),
    ("a school building", [], "nor schools"),
    ("the hospital ship sailed", [], "a ship"),
    ("factory workers danced", [], "people of a factory"),
    (
        "FOODSTUFF AND GARMENT FACTORIES OPENED",
        [("FOODSTUFF AND GARMENT FACTORIES", "regional_industry")],
        "a list of goods in capitals",
    ),
    ("They planted trees.", [], "a verb that begins like a plant"),
]
KOREAN: list[tuple[str, list[tuple[str, str]], str]] = [
    ("지방공업공장이 섰다", [("지방공업공장", "regional_industry")], "지방공업공장"),
    ("경공업공장", [("경공업공장", "regional_industry")], "light industry in Korean"),
    ("식료공장", [("식료공장", "other")], "one kind of goods in Korean"),
    (
        "식료공장, 옷공장, 일용품공장",
        [("식료공장", "other"), ("옷공장", "other"), ("일용품공장", "other")],
        "three heads",
    ),
    (
        "식료, 옷, 일용품공장",
        [("식료, 옷, 일용품공장", "regional_industry")],
        "three goods before one head in Korean",
    ),
    ("종이공장", [("종이공장", "paper_mill")], "종이공장"),
    ("제지공장", [("제지공장", "paper_mill")], "the South's word for it"),
    ("시멘트공장", [("시멘트공장", "other")], "a branch in Korean"),
    ("구두공장", [("구두공장", "other")], "shoes in Korean"),
    ("군인민병원", [("병원", "hospital")], "inside a longer word"),
    ("보건시설", [("보건시설", "hospital")], "보건시설"),
    ("종합봉사소", [("종합봉사소", "leisure_complex")], "종합봉사소"),
    ("문화후생시설", [("문화후생시설", "leisure_complex")], "문화후생시설"),
    ("편의시설", [("편의시설", "leisure_complex")], "편의시설"),
    ("문화회관과 병원", [("병원", "hospital")], "a house of culture is none"),
    ("량곡관리시설", [("량곡관리시설", "grain_facility")], "the North's spelling of grain"),
    ("양곡관리소", [("양곡관리소", "grain_facility")], "the South's spelling, 관리소"),
    ("온실농장", [("온실농장", "greenhouse_farm")], "온실농장"),
    ("온실종합농장", [("온실종합농장", "greenhouse_farm")], "with 종합 between"),
    ("바다가양식사업소", [("바다가양식사업소", "offshore_farm")], "바다가, the North's"),
    ("바닷가양식사업소", [("바닷가양식사업소", "offshore_farm")], "바닷가, the South's"),
    ("공장들", [("공장들", "generic")], "bare factories in Korean"),
    (
        "병원과 종합봉사소",
        [("병원", "hospital"), ("종합봉사소", "leisure_complex")],
        "two in a list in Korean",
    ),
    ("발전소", [], "a power station in Korean"),
    ("군수공장", [], "arms in Korean"),
    ("살림집", [], "houses in Korean"),
    ("병원장이 말했다", [], "the head of a hospital"),
]
MISSED = {
    "a list of goods in capitals": "AND is no joint",
    "문화후생시설": "the word is a head and has no group by itself",
    "편의시설": "the word is a head and has no group by itself",
}


@pytest.mark.parametrize(("text", "expected", "why"), marked([*ENGLISH, *KOREAN], MISSED))
def test_facilities_have_their_words_and_group(text: str, expected: list[Any], why: str) -> None:
    assert [(text[f.start : f.end], f.group) for f in find_facilities(text)] == expected, why


PIECES = [case[0] for case in (*ENGLISH, *KOREAN)]


@known_miss("a head may be a word of the next facility, too, so that the two overlap")
def test_a_head_is_no_word_of_the_next_facility() -> None:
    one, other = find_facilities("rows of greenhouses regional-industry factories beside them")
    assert one.end <= other.start


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from([". ", "\n\n"]))
def test_facilities_of_any_text_are_in_order_apart_and_of_known_groups(texts: list[str], gap: str) -> None:
    text = gap.join(texts)
    found = find_facilities(text)
    at = 0
    for one in found:
        assert at <= one.start <= one.head < one.end <= len(text)
        assert one.group in {*FACILITIES, *VAGUE}
        assert one.vague == (one.group in VAGUE)
        at = one.end


@given(st.sampled_from([case for case in ENGLISH if case[1] and " and " not in case[0]]))
def test_capitals_and_hyphens_make_no_other_facility(case: tuple[str, list[Any], str]) -> None:
    text = case[0]
    groups = [f.group for f in find_facilities(text)]
    assert [f.group for f in find_facilities(text.upper())] == groups
    assert [f.group for f in find_facilities(text.replace("-", " "))] == groups
