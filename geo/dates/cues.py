"""What stands around a date phrase: a verb that looks ahead, the attribution of a report, a dateline."""

from __future__ import annotations

from geo.dates.calendars import DATELINE, MONTH, WEEKDAY, compiled
from geo.text import LiteralFilter

_MEDIUM = (
    r"(?:media|KCNA|[Aa]gency|Rodong|Sinmun|[Nn]ews|[Nn]ewspaper|[Dd]aily|broadcaster|[Tt]elevision|Yonhap|Pyongyang|"
    r"North(?:\s+Korea)?|[Ss]tate|country|regime|report(?:er)?s?)"
)
_SAID = (
    r"(?:said|says|reported|reports|announced|revealed|disclosed|carried|released|confirmed|added|published)"
)
_WHEN = (
    rf"(?:on\s+)?(?:early\s+|late\s+)?"
    rf"(?P<day>{WEEKDAY}|the\s+\d{{1,2}}(?:st|nd|rd|th)|{MONTH}\s+\d{{1,2}}(?!\d)|today|yesterday)"
)
_SAME_SENTENCE = r"(?:(?!\.\s+[A-Z“\"])[^;\n])"
_REPORT_EN = (
    rf"\b{_MEDIUM}\b\)?{_SAME_SENTENCE}{{0,60}}?\b{_SAID}\s+{_WHEN}",
    rf"\b{_MEDIUM}\b\)?,?\s+{_WHEN}\s+{_SAID}\b",
    rf"\b(?:according\s+to|reported\s+by|carried\s+by)\s{_SAME_SENTENCE}{{0,50}}?\b{_MEDIUM}\b\)?\s+{_WHEN}",
    rf"\b(?:report|dispatch|article|broadcast)s?\s+{_WHEN}",
)
_MEDIUM_KO = (
    r"(?:조선중앙통신|중앙통신|통신|로동신문|노동신문|신문|조선중앙(?:TV|텔레비죤|텔레비전|방송)|매체|방송)"
)
_WHOSE_KO = r"(?:북한\s?|북\s|관영\s?|대외선전\s?|조선로동당\s?|노동당\s?|기관지(?:인)?\s?|당\s)*"
_WHEN_KO = r"(?P<day>(?:(?:지난|이)달?\s?)?(?:\d{1,2}월\s?)?\d{1,2}일|어제|오늘)"
_HELD_KO = r"(?!\s?(?:열린|열렸던|있은|있었던|진행된|거행된|개최된|치러진|진행한)(?=\s))"
"""Behind a day: that of a meeting or a ceremony, not of the report: 통신은 전날 열린 회의에서 ... 전했다."""
_OTHER_DAY_KO = r"[^.\n]{0,160}?\d{1,2}일\s?(?:보도|발표|공개|밝히|밝혔|전했|전한|소개|알렸)"
"""Behind a day: that the report has another one, 3일 ... 준공식이 진행됐다고 4일 보도했다."""
_REPORT_KO = (
    rf"{_WHEN_KO}[자부]?\s*{_WHOSE_KO}{_MEDIUM_KO}",
    rf"{_MEDIUM_KO}(?:들)?\s?(?:은|는|이|가)\s+{_WHEN_KO}[자부]?(?=\s|,){_HELD_KO}(?!{_OTHER_DAY_KO})",
    rf"(?:북한|북측|당국)\s?(?:은|이)\s+{_WHEN_KO}(?!{_OTHER_DAY_KO})(?=\s[^.\n]{{0,200}}?(?:보도|발표|공개|밝히|밝혔|전했))",
)
_SAYING = "said says report announced revealed disclosed carried released confirmed added published".split()
_MEDIA = "통신 신문 조선중앙 매체 방송".split()
_WORDS_EN = LiteralFilter(
    [_SAYING, _SAYING, ["according", "reported", "carried"], "report dispatch article broadcast".split()]
)
_WORDS_KO = LiteralFilter([_MEDIA, _MEDIA, "북한 북측 당국".split()])
"""One of which each of them has."""
_NEEDED_EN = (
    rf"{_SAID}\s+{_WHEN}",
    rf"(?:day|\d(?:st|nd|rd|th)?)\s+{_SAID}\b",
    r"according\s+to|reported\s+by|carried\s+by",
    rf"(?:report|dispatch|article|broadcast)s?\s+{_WHEN}",
)
_NEEDED_KO = (_MEDIUM_KO, _MEDIUM_KO, r"(?:북한|북측|당국)\s?[은이]")
"""What each of them cannot do without, and is sooner found."""
_AHEAD_EN = (
    r"\b(?:will|would|shall|(?<!first )(?<!second )(?<!third )(?<!last )(?<!latest )to\s+be|slated|"
    r"(?:set|planned)\s+for|(?:plans?|planned|aims?|set|next|is|are)\s+to|scheduled|expected|"
    r"due(?!\s+(?:ceremony|form|course|respect)\b"
    r"|\s+to\s+(?:the|an?|its|lack|shortages?|heavy|bad|poor|floods?|snow|rain)\b))\b"
)
_CLAUSE_EN = (
    r"[;:.]\s|[,.?!][\"”’]\s|\bas\s+(?:he|she|they)\b|\b(?:after|when|which|who|since|while|but"
    r"|said|says|wrote|reported|announced|decided|declared)\b"
)
_AHEAD_KO = (
    r"[^.,\n]{0,40}?(?:예정|계획이|계획하|목표(?!인|이였|이었|했던)|전망|방침|될\s?것|할\s?것|것으로\s?(?:예상|전망|보인|보이)|되게\s?된|"
    r"하게\s?된|까지\s[^.,\n]{0,20}(?:완공|건설|준공)할)"
)
_CLAUSE_KO = r"(?:고|며|서|는데|지만|였다|했다|한|된|던|는)\s"


_OF_AGENCY = (
    rf"{MONTH}\s?\d{{1,2}}(?:,\s(?:19|20)\d\d)?\s"
    r"\((?:KCNA|Yonhap|Xinhua|Reuters|AFP|AP|TASS|Kyodo|UPI)\)\s?(?:--|[–—-])"
)
"""The day of an opening that a page has glued to the words before it: "... Pyongyang, May 2 (KCNA) --"."""


def report_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where `text[start:end]` names the day of a report: "state media said Wednesday", 12일 통신에 따르면."""
    korean = compiled("[가-힣]").search(text, start, end)
    words, needed, patterns = (
        (_WORDS_KO, _NEEDED_KO, _REPORT_KO) if korean else (_WORDS_EN, _NEEDED_EN, _REPORT_EN)
    )
    matches = (
        match
        for number in words.present(text[start:end])
        if compiled(needed[number]).search(text, start, end)
        for match in compiled(patterns[number]).finditer(text, start, end)
    )
    return sorted(match.span("day") for match in matches)


def looks_ahead(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether the verb of `text[first:last]` looks ahead: before it in English, behind it in Korean."""
    before = text[max(start, first - 120) : first]
    clause = before[max((match.end() for match in compiled(_CLAUSE_EN).finditer(before)), default=0) :]
    if compiled(_AHEAD_EN).search(clause):
        return True
    found = compiled(_AHEAD_KO).match(text, last, end)
    return bool(found and not compiled(_CLAUSE_KO).search(found[0]))


def in_dateline(text: str, position: int) -> bool:
    """Whether a position is that of the date in the opening of an agency's report."""
    if compiled(_OF_AGENCY).match(text, position):
        return True
    line = text.rfind("\n", max(0, position - 80), position) + 1
    found = compiled(DATELINE).match(text, line) if position - line < 80 else None
    return bool(found and found.start("date") <= position < found.end("date"))
