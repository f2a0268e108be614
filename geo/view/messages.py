"""Korean for the sentences of a view that factorymap itself writes; a user's own words stay as they are."""

from __future__ import annotations

import re

SENTENCES: tuple[tuple[str, str], ...] = (
    (r"County factories announced in the DPRK", "북한이 발표한 시·군 공장"),
    (
        r"([\d,]+) projects? in ([\d,]+) (?:county|counties and cities), from ([\d,]+) documents?",
        r"문서 \3건에 나온 시·군 \2곳의 사업 \1건",
    ),
    (r"([\d,]+) projects? in ([\d,]+) (?:county|counties and cities)", r"시·군 \2곳의 사업 \1건"),
    (
        r"Wards of Pyongyang, Nampho, Rason, Chongjin and Hamhung count for their city\.",
        "평양, 남포, 라선, 청진, 함흥의 구역은 해당 시에 넣어 센다.",
    ),
    (
        r"Units without a polygon of their own \((.+)\) and whole special cities are marks at their seat and "
        r"colour nothing\.",
        r"별도 경계가 없는 곳(\1)과 특별시·직할시 전체는 소재지에 기호로 나타내며 색칠하지 않는다.",
    ),
    (
        r"Whole special cities are marks at their seat and colour nothing\.",
        "특별시·직할시 전체는 소재지에 기호로 나타내며 색칠하지 않는다.",
    ),
    (
        r"Colour: the furthest stage that the latest campaign of a county has reached\. "
        r"A visit moves no stage\.",
        "색: 그 시·군의 가장 최근 연도 사업이 이른 가장 앞선 단계. 현지 방문은 단계를 바꾸지 않는다.",
    ),
    (
        r"A campaign names (\d+) counties\. Counted are those with regional-industry factories or, since "
        r"2026, projects of the policy; hospitals alone, visits alone and projects beside the policy are not "
        r"counted\.",
        r"한 해의 사업 대상은 시·군 \1곳이다. 지방공업공장이 있거나 2026년부터 이 정책의 건설이 있는 시·군을 "
        "세며, 병원만 있는 곳, 방문만 있는 곳, 정책 밖의 건설은 세지 않는다.",
    ),
    (r"Named for (\d+) with reservations, see there: (.+)\.", r"\1년 대상으로 보는 데 이견이 있는 곳: \2."),
    (r"Place names that could not be resolved \((\d+)\): (.+)\.", r"확인하지 못한 지명(\1건): \2."),
    (r"([\d,]+) documents? read\.", r"문서 \1건을 읽음."),
    (r"([\d,]+) documents? read, ([\d,]+) skipped\.", r"문서 \1건을 읽고 \2건을 건너뜀."),
    (r"([\d,]+) documents? read, ([\d,]+) failed\.", r"문서 \1건을 읽고 \2건은 읽지 못함."),
    (
        r"([\d,]+) documents? read, ([\d,]+) skipped, ([\d,]+) failed\.",
        r"문서 \1건을 읽고 \2건을 건너뛰었으며 \3건은 읽지 못함.",
    ),
    (
        r"Boundaries and positions are approximate; neither lines nor names imply any endorsement\.",
        "경계와 위치는 대략적이며, 선과 이름은 어떤 입장도 뜻하지 않는다.",
    ),
)
"""Pattern of a whole sentence in English -> the same in Korean, with its groups."""


def in_korean(sentence: str) -> str:
    """The sentence in Korean if it is one of ours, else as it is."""
    for pattern, korean in SENTENCES:
        found = re.fullmatch(pattern, sentence)
        if found:
            return found.expand(korean)
    return sentence
