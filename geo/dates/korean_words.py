"""Korean phrases that are reckoned from another day: 목요일, 전날, 이튿날, 지난해 말, 이틀 전, 10개월만에."""

from __future__ import annotations

import re

from geo.dates.calendars import compiled
from geo.dates.clock import Anchored, Clock, DatePhrase, Found, Ref, Rule, Unit, decade, rule
from geo.dates.korean import (
    MONTH_WORDS_KO,
    PART_OF_MONTH,
    PARTICLE,
    YEAR_KO,
    either_ko,
    plain,
    year_ref,
)

_DAY_WORDS = {
    "오늘": Ref("publication", 0),
    "어제": Ref("publication", -1),
    "그제": Ref("publication", -2),
    "그저께": Ref("publication", -2),
    "내일": Ref("publication", 1),
    "모레": Ref("publication", 2),
    "당일": Ref("mention", 0),
    "같은날": Ref("mention", 0),
    "그날": Ref("mention", 0),
    "이날": Ref("mention", 0),
    "이튿날": Ref("mention", 1),
    "다음날": Ref("mention", 1),
}
_WEEKS = {"지난주": -1, "이번주": 0, "금주": 0, "다음주": 1, "내주": 1, "지난": None, "오는": None}
_DAY_COUNTS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "열흘": 10, "보름": 15}
_COUNTS = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8}
_COUNTS |= {"아홉": 9, "열": 10}
_UNITS: dict[str, Unit] = {"일": "day", "개월": "month", "달": "month", "년": "year", "해": "year"}
_SEASONS = {"봄": "spring", "여름": "summer", "가을": "fall", "겨울": "winter"}
_COUNT = (
    rf"(?:(?P<days>{either_ko(_DAY_COUNTS)})|(?<![\d.,])(?P<n>\d{{1,3}}|{either_ko(_COUNTS)})\s?(?P<over>여)?\s?"
    r"(?P<unit>개월|주일|주|달|년|해|일)(?P<more>여)?)"
)
_PART_OF_YEAR = r"(?:연말|연초|년말|년초|말|초(?!\S*급)|중반|상반기|하반기|\d분기|봄|여름|가을)"
_LESS = r"(?P<less>(?:도|이|가)?\s?(?:채\s?)?(?:안|못|되지|지나지|흐르지))[가-힣]*"
_OF_WORK = r"(?:착공|시작|개시|개건|건설|공사|이후|후|지|식)\s*(?:약\s?)?$"
_STARTED = r"(?:착공|시작|첫\s?삽|터를?\s|공사|들어)[가-힣 ]{0,80}?(?:[한된던뜬운은간]|고|며|여|해|서)\s"
_NOW = Ref("publication", 0)


def _weekday(found: re.Match[str], clock: Clock) -> Found:
    """목요일; 지난주 토요일; 오는 월요일."""
    index, week = "월화수목금토일".index(found["weekday"]), plain(found["week"])
    ahead = week in ("오는", "다음주", "내주") or (week != "지난" and clock.ahead(found))
    return clock.weekday(found.span(), index, _WEEKS.get(week), week == "지난", ahead)


def _day_word(found: re.Match[str], clock: Clock) -> Found:
    """어제; 오늘; 이날; 이튿날."""
    ref = _DAY_WORDS[plain(found["word"])]
    return clock.unit_of(found.span(), "day", ref, False, ref.to == "publication" and ref.value > 0)


def _before_that(found: re.Match[str], clock: Clock) -> Found | None:
    """이보다 이틀 앞서; 사흘 먼저; 그보다 하루 전: before what was named; 전 alone is before today."""
    if found["way"] == "전" and not found["than"]:
        return None
    unit = "일" if found["unit"] in ("주", "주일", None) else found["unit"]
    return Anchored(*found.span(), _UNITS[unit], -1, "mention", length=_duration(found, clock).basis)


def _the_day_before_that(found: re.Match[str], clock: Clock) -> Found:
    """그 전날: before the day that was named."""
    return Anchored(*found.span(), "day", -1, "mention")


def _previous_day(found: re.Match[str], clock: Clock) -> Found:
    """전날; 하루 전: before the day of the report, which may not be that of publication."""
    return Anchored(*found.span(), "day", -1, "report")


def _week(found: re.Match[str], clock: Clock) -> Found:
    """지난주; 이번 주; 지난 주말."""
    weeks = -1 if found["week"] == "지난" else _WEEKS.get(plain(found["week"])) or 0
    return clock.week(found.span(), weeks, weeks > 0 or (weeks == 0 and clock.ahead(found)))


def _month_word(found: re.Match[str], clock: Clock) -> Found:
    """지난달; 이달 초; 지난달 말."""
    ref = MONTH_WORDS_KO[plain(found["month"])]
    ahead = ref == Ref("publication", 1) or (ref == _NOW and clock.ahead(found))
    return clock.unit_of(found.span(), "month", ref, bool(found["mod"]), ahead)


def _year(found: re.Match[str], clock: Clock) -> Found:
    """2024년; 지난해 말; 올해 초; 그해."""
    ref, mod = year_ref(found), found["mod"] or ""
    ahead = ref == Ref("publication", 1) or (ref == _NOW and (_to_come(mod, clock) or clock.ahead(found)))
    return clock.unit_of(found.span(), "year", ref, bool(mod), ahead)


def _year_end(found: re.Match[str], clock: Clock) -> Found:
    """연말; 연초: of the year of publication; 지난 연말: of the year before."""
    if found["pre"]:
        return clock.unit_of(found.span(), "year", Ref("publication", -1), True)
    ahead = _to_come(found["mod"], clock) or clock.ahead(found)
    return clock.unit_of(found.span(), "year", _NOW, True, ahead)


def _to_come(part: str, clock: Clock) -> bool:
    """Whether a part of the year of publication is still to come, for all that is known."""
    return part.endswith(("말", "하반기")) and not (clock.published and clock.published.month == 12)


def _season(found: re.Match[str], clock: Clock) -> Found:
    """올봄; 지난 가을; 2024년 여름; 작년 겨울."""
    pre = found["pre"]
    year = _NOW if pre in ("이번", "올") else year_ref(found)
    ahead = pre == "오는" or (year == _NOW and clock.ahead(found))
    name = _SEASONS[found["season"]]
    return clock.season(found.span(), name, year, "over" if pre == "지난" else "begun", ahead)


def _number(found: re.Match[str]) -> int:
    """How many: 이틀, 두 달, 10개월."""
    if found["days"]:
        return _DAY_COUNTS[found["days"]]
    return int(found["n"]) if found["n"].isdigit() else _COUNTS[found["n"]]


def _ago(found: re.Match[str], clock: Clock) -> Found:
    """이틀 전; 3개월 전; 1년 전; 두 주 전."""
    if found["unit"] in ("주", "주일"):
        return clock.week(found.span(), -_number(found))
    unit = _UNITS[found["unit"] or "일"]
    return clock.unit_of(found.span(), unit, Ref("publication", -_number(found)))


def _few_ago(found: re.Match[str], clock: Clock) -> Found:
    """며칠 전; 몇 달 전."""
    unit = found["unit"] or "일"
    return clock.few_ago(found.span(), "week" if unit in ("주", "주일") else _UNITS[unit])


def _the_other_day(found: re.Match[str], clock: Clock) -> Found:
    """엊그제: two days ago or a little more."""
    return clock.few_ago(found.span(), "day")


def _later(found: re.Match[str], clock: Clock) -> Found:
    """사흘 뒤, 나흘 만에: after what was named before; 착공 10개월 만에 is a duration."""
    length = _duration(found, clock)
    before = clock.text[clock.start : found.start()]
    told = before[max(map(before.rfind, ".!?\n")) + 1 :]
    started = not found["way"].startswith("만") or compiled(_STARTED).search(told)
    if found["over"] or found["more"] or compiled(_OF_WORK).search(before) or not started:
        return length
    unit = "일" if found["unit"] in ("주", "주일", None) else found["unit"]
    return Anchored(*found.span(), _UNITS[unit], 1, "mention", length=length.basis)


def _duration(found: re.Match[str], clock: Clock) -> DatePhrase:
    """10개월 만에; 1년도 안 되는; 열달후: no date by itself."""
    bound = (
        "less than "
        if found.groupdict().get("less")
        else "more than "
        if found["over"] or found["more"]
        else ""
    )
    unit = "week" if found["unit"] in ("주", "주일") else _UNITS[found["unit"] or "일"]
    return DatePhrase(*found.span(), None, "duration", f"{bound}{_number(found)} {unit}s")


RULES: tuple[Rule, ...] = (
    rule(
        "년대",
        rf"(?:지난\s?세기\s?)?(?<![\d가-힣.,])(?:(?:19|20)\d0|[1-9]0)년대(?:\s?[초중후][반기]?)?{PARTICLE}",
        decade,
    ),
    rule(
        "요일",
        rf"(?<!매주)(?<!매주\s)(?:(?P<week>{either_ko(_WEEKS)})\s*)?(?P<weekday>[월화수목금토일])요일(?!마다)",
        _weekday,
    ),
    rule(
        "앞서 먼저 전",
        rf"(?:(?P<than>[이그]보다)\s?)?{_COUNT}\s?(?P<way>앞서|먼저|전)(?![가-힣])",
        _before_that,
    ),
    rule("전날", r"(?<![가-힣])그\s전날", _the_day_before_that),
    rule("전", r"(?<![식절날]\s)(?:그\s)?(?:전날|하루\s?전날?)", _previous_day),
    rule(
        "전",
        rf"(?:약\s?)?{_COUNT}\s?전(?=에(?:는|도)?(?![가-힣])|부터|의|인|보다|만|까지|\s|[,.)]|$)(?!\s?(?:세계|국))",
        _ago,
    ),
    rule(
        "오늘 어제 그제 그저께 내일 모레 날 당일",
        rf"(?<![가-힣])(?<!년 전 )(?P<word>{either_ko(_DAY_WORDS)}){PARTICLE}",
        _day_word,
    ),
    rule("주", rf"(?P<week>{either_ko(_WEEKS)})(?:\s?주?말)?(?<=[주말])(?:\s?초)?{PARTICLE}", _week),
    rule(
        "달 월",
        rf"(?<![가-힣])(?!전달(?!에))(?P<month>{either_ko(MONTH_WORDS_KO)})(?:\s?(?P<mod>{PART_OF_MONTH}))?{PARTICLE}",
        _month_word,
    ),
    rule(
        "봄 여름 가을 겨울",
        rf"(?:(?:{YEAR_KO}|(?P<pre>올|지난|이번|오는))\s?)(?P<season>봄|여름|가을|겨울){PARTICLE}",
        _season,
    ),
    rule(
        "전",
        r"(?<![가-힣])(?:며칠|몇\s?(?P<unit>일|주일?|달|개월|해|년))\s?전(?=에|부터|의|인|까지|[\s,.)]|$)",
        _few_ago,
    ),
    rule("엊그제 엊그저께", rf"(?<![가-힣])엊그(?:제|저께){PARTICLE}", _the_other_day),
    rule("만 뒤 후", rf"{_COUNT}\s?(?P<way>만에?|뒤|후)", _later),
    rule("지나 넘", rf"{_COUNT}[이가]\s?(?:지나|넘)(?:도록|[어서]+도)", _duration),
    rule("지 부터", rf"(?:(?<=지\s)|(?<=부터\s)){_COUNT}[이가]?\s?(?:지[나났난]|넘|됐|되|된|흘)", _duration),
    rule("도 남짓 못", rf"{_COUNT}\s?(?:남짓(?:만에)?|{_LESS})", _duration),
    rule(
        "년 해 올",
        rf"(?<![\d가-힣.,]){YEAR_KO}(?!간|동안|대(?:에|의|초|중|후|말|부터|까지)?(?![가-힣])|대[초중후]반|생|산\s)(?:(?<!올)|(?=\s?[연년]))"
        rf"(?:\s?(?P<mod>{_PART_OF_YEAR}))?",
        _year,
    ),
    rule("연말 연초 년말 년초", rf"(?<![가-힣])(?P<pre>지난\s?)?[연년](?P<mod>말|초){PARTICLE}", _year_end),
)
