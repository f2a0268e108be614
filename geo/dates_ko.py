"""Korean date phrases, of Seoul and of Pyongyang: "지난 7일", "지난해 말", "6일과 7일", "주체113(2024)년 2월 28일"."""

from __future__ import annotations

import re
from dataclasses import replace

from geo.calendars import JUCHE, year_of
from geo.clock import UNNAMED, Anchored, Clock, DatePhrase, Found, Ref, Rule, rule

_YEAR_WORDS = {
    "올해": Ref("publication", 0),
    "금년": Ref("publication", 0),
    "올": Ref("publication", 0),
    "지난해": Ref("publication", -1),
    "작년": Ref("publication", -1),
    "재작년": Ref("publication", -2),
    "내년": Ref("publication", 1),
    "래년": Ref("publication", 1),
    "명년": Ref("publication", 1),
    "그해": Ref("mention", 0),
    "같은해": Ref("mention", 0),
    "당해": Ref("mention", 0),
    "이듬해": Ref("mention", 1),
    "다음해": Ref("mention", 1),
    "전해": Ref("mention", -1),
}
_MONTH_WORDS = {
    "지난달": Ref("publication", -1),
    "이달": Ref("publication", 0),
    "이번달": Ref("publication", 0),
    "금월": Ref("publication", 0),
    "내달": Ref("publication", 1),
    "다음달": Ref("publication", 1),
    "새달": Ref("publication", 1),
    "같은달": Ref("mention", 0),
    "그달": Ref("mention", 0),
    "전달": Ref("mention", -1),
}
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
_DAY_COUNTS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "열흘": 10, "보름": 15}
_COUNTS = {
    "한": 1,
    "두": 2,
    "세": 3,
    "석": 3,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
}
_UNITS = {
    "일": "day",
    "주": "week",
    "주일": "week",
    "개월": "month",
    "달": "month",
    "년": "year",
    "해": "year",
}
_WEEKS = {"지난주": -1, "이번주": 0, "금주": 0, "다음주": 1, "내주": 1, "지난": None, "오는": None}

_PARTICLE = r"(?=(?:에(?:는|도|서|서는|만)?|엔|부터(?:는)?|까지(?:는|도)?|자(?:로)?|은|는|이|이다|가|과|와|의|발|께|경|쯤|도|로)?(?![가-힣]))"
"""What may be written on to a date: a particle; a noun makes it a name (3월26일공장) or a length (3일간)."""
_NO_LENGTH = r"(?!\s?(?:간|동안|만에|째|연속|뒤|후|전(?![가-힣])|내내|이상|가까이))"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_M = r"(?:1[0-2]|0?[1-9])"
_MOD = r"(?:초순|상순|중순|하순|초|말|중(?=\s|에)|경)"
_YEAR_MOD = r"(?:연말|연초|년말|년초|말|초(?!\S*급)|중반|상반기|하반기|\d분기|봄|여름|가을)"


def _either(words: dict[str, Ref] | dict[str, int] | dict[str, int | None]) -> str:
    """Alternatives for words, longest first, with or without the space that is usual in Seoul."""
    spaced = {"같은": r"같은\s?", "이번": r"이번\s?", "다음": r"다음\s?", "지난": r"지난\s?", "그": r"그\s?"}
    listed = []
    for word in sorted(words, key=len, reverse=True):
        head = next(
            (key for key in spaced if word.startswith(key) and word not in (key, "그제", "그저께")), ""
        )
        listed.append(spaced.get(head, "") + word[len(head) :])
    return "|".join(listed)


_YEAR = (
    rf"(?:(?:(?P<year>(?:19|20)\d\d)(?:\(주체\s?\d+\))?|{JUCHE})\s?년도?|(?P<words>{_either(_YEAR_WORDS)}))"
)
_OF_YEAR = rf"(?:(?:{_YEAR}|(?P<pre>지난|오는))\s*)?"
_SEPARATOR = r"\s*(?:부터|에서|과|와|,|·|및|[~∼〜–-])\s*"
_DAYS = rf"(?P<day>{_D})(?P<more>일?(?:{_SEPARATOR}{_D}일?){{0,4}}{_SEPARATOR}{_D})일(?:까지|사이)?"


def _plain(word: str | None) -> str:
    """A word without spaces."""
    return "".join((word or "").split())


def _year_ref(found: re.Match[str]) -> Ref:
    """How a match names the year."""
    if found["year"] or found["juche"]:
        return Ref("stated", year_of(found) or 0)
    return _YEAR_WORDS.get(_plain(found["words"]), UNNAMED)


def _ahead(found: re.Match[str], clock: Clock) -> bool:
    """Whether a phrase with 지난 or 오는 before it, or with its verb behind it, lies ahead."""
    return found["pre"] != "지난" and (found["pre"] == "오는" or clock.ahead(found))


def _month_day(found: re.Match[str], clock: Clock) -> Found:
    """2월 28일; 지난해 2월 28일; 주체113(2024)년 2월 28일; (평양 2월 4일발 조선중앙통신)."""
    month, day, ahead = int(found["month"]), int(found["day"]), _ahead(found, clock)
    phrase = clock.dated(found.span(), _year_ref(found), month, day, ahead)
    if isinstance(phrase, DatePhrase) and re.match(r"\s?발\s?[가-힣]+통신", clock.text[found.end() :][:12]):
        return replace(phrase, kind="dateline")
    return phrase


def _month(found: re.Match[str], clock: Clock) -> Found:
    """2월; 지난해 12월; 2024년 2월 초; 오는 10월."""
    return clock.dated(found.span(), _year_ref(found), int(found["month"]), None, _ahead(found, clock))


def _months(found: re.Match[str], clock: Clock) -> Found:
    """2월부터 12월까지; 2024년 2월~2025년 1월."""
    own = Ref("stated", int(found["own_year"])) if found["own_year"] else UNNAMED
    ahead = clock.ahead(found)
    last = clock.dated(
        found.span(), _year_ref(found) if found["year"] else own, int(found["month"]), None, ahead
    )
    return clock.between(found.span(), clock.dated(found.span(), own, int(found["first"]), None, ahead), last)


def _spread(first: Found, rest: list[Found], found: re.Match[str], clock: Clock) -> Found | list[Found]:
    """Several days: the larger unit of a range and of two days, each by itself in a list or with 각각 (each)."""
    ranged = re.search(r"[~∼〜–-]|부터|에서", found["more"])
    each = len(rest) > 1 or "각각" in clock.text[found.end() : clock.end]
    if ranged or not each:
        return clock.between(found.span(), first, rest[-1])
    return [day if isinstance(day, Anchored) else replace(day, kind="list") for day in (first, *rest)]


def _more(found: re.Match[str]) -> list[tuple[int, tuple[int, int]]]:
    """The further days of a match, with their spans."""
    offset = found.start("more")
    return [
        (int(hit[0]), (hit.start() + offset, hit.end() + offset))
        for hit in re.finditer(r"\d+", found["more"])
    ]


def _head(found: re.Match[str]) -> tuple[int, int]:
    """The first of several days, with its 일 and with what stands before it."""
    return found.start(), found.end("day") + found["more"].startswith("일") * 1


def _month_days(found: re.Match[str], clock: Clock) -> Found | list[Found] | None:
    """2월 6일부터 10일까지; 2월 24일과 25일; 2월 6, 7, 8일."""
    year, month, ahead, more = _year_ref(found), int(found["month"]), _ahead(found, clock), _more(found)
    if int(found["day"]) >= more[0][0]:
        return None
    first = clock.dated(_head(found), year, month, int(found["day"]), ahead)
    return _spread(first, [clock.dated(span, year, month, day, ahead) for day, span in more], found, clock)


def _days(found: re.Match[str], clock: Clock) -> Found | list[Found] | None:
    """6일부터 10일까지; 지난달 24일과 25일; 18, 20일."""
    month, ahead, more = _MONTH_WORDS.get(_plain(found["month"]), UNNAMED), _ahead(found, clock), _more(found)
    if int(found["day"]) >= more[0][0]:
        return None
    first = clock.day_of(_head(found), int(found["day"]), month, ahead)
    return _spread(first, [clock.day_of(span, day, month, ahead) for day, span in more], found, clock)


def _day(found: re.Match[str], clock: Clock) -> Found:
    """28일; 지난 7일; 지난달 28일; 오는 15일."""
    month = _MONTH_WORDS.get(_plain(found["month"]), UNNAMED)
    return clock.day_of(found.span(), int(found["day"]), month, month.value > 0 or _ahead(found, clock))


def _weekday(found: re.Match[str], clock: Clock) -> Found:
    """목요일; 지난주 토요일; 오는 월요일."""
    week = _plain(found["week"])
    ahead = week in ("오는", "다음주", "내주") or (week != "지난" and clock.ahead(found))
    return clock.weekday(
        found.span(), "월화수목금토일".index(found["weekday"]), _WEEKS.get(week), False, ahead
    )


def _day_word(found: re.Match[str], clock: Clock) -> Found:
    """어제; 오늘; 이날; 이튿날."""
    ref = _DAY_WORDS[_plain(found["word"])]
    return clock.unit_of(found.span(), "day", ref, False, ref.to == "publication" and ref.value > 0)


def _previous_day(found: re.Match[str], clock: Clock) -> Found:
    """전날; 하루 전: before the day of the report, which may not be that of publication."""
    return Anchored(*found.span(), "day", -1, "report")


def _week(found: re.Match[str], clock: Clock) -> Found:
    """지난주; 이번 주; 지난 주말."""
    weeks = _WEEKS.get(_plain(found["week"])) if found["week"] != "지난" else -1
    return clock.week(
        found.span(), weeks or 0, bool(weeks and weeks > 0) or (weeks == 0 and clock.ahead(found))
    )


def _month_word(found: re.Match[str], clock: Clock) -> Found:
    """지난달; 이달 초; 지난달 말."""
    ref = _MONTH_WORDS[_plain(found["month"])]
    ahead = ref.value > 0 or (ref == Ref("publication", 0) and clock.ahead(found))
    return clock.unit_of(found.span(), "month", ref, bool(found["mod"]), ahead and ref.to == "publication")


def _year(found: re.Match[str], clock: Clock) -> Found:
    """2024년; 지난해 말; 올해 초; 올봄; 그해."""
    ref, mod = _year_ref(found), found["mod"] or ""
    now = ref == Ref("publication", 0)
    to_come = now and mod.endswith(("말", "하반기")) and not (clock.published and clock.published.month == 12)
    ahead = (ref.to == "publication" and ref.value > 0) or (now and (to_come or clock.ahead(found)))
    return clock.unit_of(found.span(), "year", ref, bool(mod), ahead)


def _year_end(found: re.Match[str], clock: Clock) -> Found:
    """연말; 연초: of the year of publication."""
    to_come = found["mod"] == "말" and not (clock.published and clock.published.month == 12)
    return clock.unit_of(found.span(), "year", Ref("publication", 0), True, to_come or clock.ahead(found))


def _season(found: re.Match[str], clock: Clock) -> Found:
    """올봄; 지난 가을; 2024년 여름; 작년 겨울."""
    name = {"봄": "spring", "여름": "summer", "가을": "fall", "겨울": "winter"}[found["season"]]
    year = Ref("publication", 0) if found["pre"] in ("이번", "올") else _year_ref(found)
    ahead = found["pre"] == "오는" or (year == Ref("publication", 0) and clock.ahead(found))
    return clock.season(found.span(), name, year, "over" if found["pre"] == "지난" else "begun", ahead)


def _number(found: re.Match[str]) -> tuple[int, str]:
    """How many of which unit: 이틀, 두 달, 10개월."""
    if found["days"]:
        return _DAY_COUNTS[found["days"]], "day"
    count = found["n"]
    return int(count) if count.isdigit() else _COUNTS[count], _UNITS[found["unit"]]


def _ago(found: re.Match[str], clock: Clock) -> Found:
    """이틀 전; 3개월 전; 1년 전."""
    count, unit = _number(found)
    if unit == "week":
        return clock.week(found.span(), -count)
    return clock.unit_of(
        found.span(),
        "day" if unit == "day" else "month" if unit == "month" else "year",
        Ref("publication", -count),
    )


def _duration(found: re.Match[str], clock: Clock) -> Found:
    """10개월 만에; 1년도 안 되는; 열달후: no date by itself."""
    count, unit = _number(found)
    bound = "less than " if found["less"] else "more than " if found["over"] else ""
    return DatePhrase(*found.span(), None, "duration", f"{bound}{count} {unit}s")


_OF_MONTH = rf"(?:(?:(?P<month>{_either(_MONTH_WORDS)})|(?P<pre>지난|오는))\s*)?"
_COUNT = (
    rf"(?:(?P<days>{_either(_DAY_COUNTS)})|(?<![\d.,])(?P<n>\d{{1,2}}|{_either(_COUNTS)})\s?(?P<over>여)?\s?"
    r"(?P<unit>개월|주일|주|달|년|해|일))"
)

RULES: tuple[Rule, ...] = (
    rule("월", rf"{_OF_YEAR}(?<![\d.])(?P<month>{_M})월\s*{_DAYS}{_PARTICLE}", _month_days),
    rule(
        "월", rf"{_OF_YEAR}(?<![\d.])(?P<month>{_M})월\s*(?P<day>{_D})일{_PARTICLE}{_NO_LENGTH}", _month_day
    ),
    rule(
        "월",
        rf"(?:(?P<own_year>(?:19|20)\d\d)년\s*)?(?<!\d)(?P<first>{_M})월?\s?(?:부터|에서|[~∼〜–-]|과)\s*"
        rf"(?:{_YEAR}\s*)?(?P<month>{_M})월(?:까지)?{_PARTICLE}",
        _months,
    ),
    rule("월", rf"{_OF_YEAR}(?<![\d.])(?P<month>{_M})월(?!\s?\d{{1,2}}일)(?:\s?{_MOD})?{_PARTICLE}", _month),
    rule("일", rf"{_OF_MONTH}(?<![\d.월제-])(?<!월\s){_DAYS}{_PARTICLE}{_NO_LENGTH}", _days),
    rule("일", rf"{_OF_MONTH}(?<![\d.,월제×-])(?<!월\s)(?P<day>{_D})일{_PARTICLE}{_NO_LENGTH}", _day),
    rule("요일", rf"(?:(?P<week>{_either(_WEEKS)})\s*)?(?P<weekday>[월화수목금토일])요일", _weekday),
    rule(
        "전",
        rf"(?:약\s?)?{_COUNT}\s?전(?=에(?:는|도)?(?![가-힣])|부터|의|인|보다|만|까지|\s|[,.)]|$)(?!\s?(?:세계|국))",
        _ago,
    ),
    rule("전", r"(?<![식절날]\s)(?:그\s)?(?:전날|(?<!이틀\s)하루\s?전날?)", _previous_day),
    rule(
        "오늘 어제 그제 그저께 내일 모레 날 당일",
        rf"(?<![가-힣])(?P<word>{_either(_DAY_WORDS)}){_PARTICLE}",
        _day_word,
    ),
    rule("주", rf"(?P<week>{_either(_WEEKS)})(?:\s?주?말)?(?<=[주말])(?:\s?초)?{_PARTICLE}", _week),
    rule(
        "달 월",
        rf"(?<![가-힣])(?P<month>{_either(_MONTH_WORDS)})(?:\s?(?P<mod>{_MOD}))?{_PARTICLE}",
        _month_word,
    ),
    rule(
        "봄 여름 가을 겨울",
        rf"(?:(?:{_YEAR}|(?P<pre>올|지난|이번|오는))\s?)(?P<season>봄|여름|가을|겨울){_PARTICLE}",
        _season,
    ),
    rule(
        "만 뒤 후 도 남짓 못",
        rf"{_COUNT}\s?(?P<over2>여)?\s?(?:만에?|뒤|후|남짓(?:만에)?|(?P<less>(?:도|이|가)?\s?(?:채\s?)?(?:안|못|되지|지나지|흐르지))[가-힣]*)",
        _duration,
    ),
    rule(
        "년 해 올",
        rf"(?<![\d가-힣.,]){_YEAR}(?!간|동안|대(?![가-힣])|생|산\s)(?:(?<!올)|(?=\s?[연년]))(?:\s?(?P<mod>{_YEAR_MOD}))?",
        _year,
    ),
    rule("연말 연초 년말 년초", rf"(?<![가-힣])[연년](?P<mod>말|초){_PARTICLE}", _year_end),
)
