"""The words of a picture in the languages that it speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from geo.text import drawable
from geo.view import human_date, in_korean

View = Mapping[str, Any]

ENGLISH: dict[str, str] = {
    "legend": "Counties by the furthest stage of their latest campaign",
    "none": "in no campaign",
    "candidate": "may be meant",
    "mark": "place without its own polygon",
    "doubtful": "boundary uncertain",
    "unplaced": "{number} report not on the map",
    "unplaced_many": "{number} reports not on the map",
    "named": "Counties named in these sources",
    "of": "{named} of {target} for {year}",
    "period": "Events from {first} to {last}",
    "data_to": "data to {day}",
    "notes": "How to read it",
    "sources": "Sources and credits",
    "claim": "A stage is a claim of the named source on its date; it has not been checked on the ground.",
    "whole": "A county is coloured as a whole when a report names it; the site inside it is not known.",
    "unplaced_note": (
        "Not on the map: reports whose place stayed unclear, or is known only to a province. They are "
        "counted and colour nothing."
    ),
    "more_notes": "Further notes ({number}) stand on the map's page.",
    "read": "{number} documents read, of: {publishers}",
    "others": "{number} others",
    "made": "Made with {generator}.",
    "km": "km",
    "China": "China",
    "Russia": "Russia",
    "South Korea": "South Korea",
    "Japan": "Japan",
    "Mongolia": "Mongolia",
}
"""Key -> text, with names in braces to be filled in."""

KOREAN: dict[str, str] = {
    "legend": "최근 연도 사업에서 가장 앞선 단계별 시·군",
    "planned": "계획",
    "groundbreaking": "착공",
    "under_construction": "건설 중",
    "completed": "준공",
    "operating": "가동",
    "none": "해당 사업 없음",
    "candidate": "해당 가능성 있음",
    "mark": "별도 경계가 없는 곳",
    "doubtful": "불확실한 경계",
    "unplaced": "지도에 없는 보도 {number}건",
    "unplaced_many": "지도에 없는 보도 {number}건",
    "named": "자료에 나온 시·군",
    "of": "{year}년 {target}곳 중 {named}곳",
    "period": "사건 기간 {first} ~ {last}",
    "data_to": "자료 기준 {day}",
    "notes": "지도 읽는 법",
    "sources": "자료와 출처",
    "claim": "단계는 해당 날짜에 출처가 밝힌 내용이며 현장에서 확인한 것이 아니다.",
    "whole": "보도에 군 이름만 나오면 군 전체를 칠한다. 군 안의 정확한 위치는 알 수 없다.",
    "unplaced_note": "지도에 없음: 장소가 분명하지 않거나 도까지만 알려진 보도로, 수만 세고 색칠하지 않는다.",
    "more_notes": "나머지 설명 {number}건은 지도 페이지에 있다.",
    "read": "문서 {number}건: {publishers}",
    "others": "그 밖의 {number}곳",
    "made": "{generator}(으)로 제작.",
    "km": "km",
    "China": "중국",
    "Russia": "러시아",
    "South Korea": "대한민국",
    "Japan": "일본",
    "Mongolia": "몽골",
}


class Words:
    """What a picture of a view says, in the view's language."""

    def __init__(self, view: View) -> None:
        self.korean = view.get("language") == "ko"
        labels = {stage["key"]: drawable(stage["label"]) for stage in view["stages"]}
        self._words = {**labels, **ENGLISH, **(KOREAN if self.korean else {})}

    def say(self, key: str, /, **values: object) -> str:
        """A text with its names filled in; the key itself where there is none."""
        words = str(self._words.get(key, key))
        return words.format(**values) if values else words

    def sentence(self, text: str) -> str:
        """A sentence of the view, in the picture's language if it is one of ours."""
        return in_korean(text) if self.korean else text

    def name(self, unit: View) -> str:
        """The name of a county or province."""
        return drawable(unit["name_ko"] if self.korean and unit["name_ko"] else unit["name"])

    def place(self, announcement: View) -> str:
        """The name of an announcement's place."""
        return drawable(
            announcement["place_ko"] if self.korean and announcement["place_ko"] else announcement["place"]
        )

    def date(self, partial: str) -> str:
        """A partial ISO date in words."""
        return _korean_date(partial) if self.korean else human_date(partial)


def _korean_date(partial: str) -> str:
    """ "2024-02-08" is "2024년 2월 8일"; what is no date stays as it came."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", partial)
    if not parts:
        return partial
    return " ".join(f"{int(part)}{unit}" for part, unit in zip(parts.groups(), "년월일", strict=True) if part)
