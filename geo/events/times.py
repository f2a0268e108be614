"""The dates of a sentence that are the event's, not the report's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.dates import DatePhrase, find_dates
from geo.events import vocabulary
from geo.events.clauses import Clause
from geo.events.records import Reader, place_key
from geo.text import Sentence

_THAT_DAY = re.compile(r"(?:on )?(?:that|the same|the very|this) day|이날|같은 ?날|당일", re.IGNORECASE)


def dates_of(reader: Reader, sentence: Sentence) -> tuple[DatePhrase, ...]:
    """Date phrases of the sentence; `that day` is the day named before."""
    found = find_dates(reader.text, sentence.start, sentence.end, reader.document.published_on)
    here = {place_key(m) for m in reader.mentions_in(sentence.start, sentence.end)}
    days = {reader.memory.days[key] for key in here if key in reader.memory.days}
    day = days.pop() if len(days) == 1 else reader.memory.day
    named = [phrase.start for phrase in found if phrase.date and phrase.kind not in ("relative", "dateline")]
    return tuple(
        phrase if named and min(named) < phrase.start and phrase.date else _placed(reader, phrase, day)
        for phrase in found
    )


_BARE_DAY = re.compile(
    r"(?:on )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|일)?(?: (?:day )?of (?:the|that|the same) month)?",
    re.IGNORECASE,
)


def _placed(reader: Reader, phrase: DatePhrase, day: str | None) -> DatePhrase:
    """`that day` and `the 31st of the month` by the dates named before."""
    memory = reader.memory
    words = reader.text[phrase.start : phrase.end]
    if day and _THAT_DAY.fullmatch(words):
        return replace(phrase, date=day)
    bare = _BARE_DAY.fullmatch(words)
    if memory.month and bare and (phrase.date is None or "month" in words):
        return replace(phrase, date=f"{memory.month}-{int(bare['day']):02d}")
    if memory.month and phrase.date is None and phrase.kind == "range":
        return replace(phrase, date=memory.month)
    return phrase


_REPORTED_BEFORE = re.compile(
    r"\b(?:(?:Daily|Herald|Times|News|Agency|Yonhap|KCNA|Sinmun|World|Press|Today|Sinbo)"
    r"|told (?:the )?(?:[A-Z][\w.]+ ?){1,3}|said|says|saying|reported|reports?|told|announced|carried"
    r"|wrote|writes|learn(?:ed|t)|released|published|dispatch|news agency|media|kcna|newspaper|sinmun"
    r"|article|issue|edition)\b"
    r"\)?(?: (?:here|in an? \w+|in a report|dated|of|from|late|early|on))*,? (?:on |of |the )?$"
    r"|(?:통신|신문|방송|매체|언론)[>」》)’']?(?:은|는|이|가|도) $",
    re.IGNORECASE,
)


_REPORTED_AFTER = re.compile(
    r"^['’]s (?:\w+ )?(?:edition|issue|report|paper|newspaper|broadcast|dispatch)\b|^\)?(?:자|발"
    r"|부)?[ ]?(?:\([^)]*\))?[ ]?[\[<《「『]?"
    r"(?:기사|지면|\d면|조선중앙통신|로동신문|노동신문|통신|신문|보도|북측"
    r"|북한 매체|매체|방송|전했|보도했|전하|소개했|선전했|주장했|공개했|밝혔|발표했|알렸|(?:북한 "
    r"|북측 |북 )?\S{0,6}(?:통신|신문|방송|매체)[은이에가들의])"
)


_DATELINE = re.compile(r"^ ?(?:\([^)\n]{2,40}\) ?(?:[-–—]|/)|[-–—]{1,2} |\.? ?/[A-Z]+/|일?발 )")


_NOT_AFTER = re.compile(r"^(?:이|가|은|는)? 아니(?:라|고|며)|^,? as (?:wrongly|first|previously|earlier) ")
_NOT_BEFORE = re.compile(r"\b(?:not|rather than|instead of)(?: on| in)? $", re.IGNORECASE)
"""Around a date that is denied: `on the 24th, not on the 25th`."""


_NOW = frozenset(["today", "now", "지금", "오늘날", "현재"])


def own_dates(reader: Reader, dates: Sequence[DatePhrase], clause: Clause) -> tuple[DatePhrase, ...]:
    """Dates of the event, not of the report about it; `today` dates no process."""
    text = reader.text
    stages = {cue.value for cue in clause.cues}
    kept = []
    issue = any(_REPORTED_AFTER.match(text[other.end : other.end + 40]) for other in dates)
    for phrase in _spans_joined(dates, text):
        before, after = text[max(0, phrase.start - 50) : phrase.start], text[phrase.end : phrase.end + 40]
        now = text[phrase.start : phrase.end].lower() in _NOW
        passed = text.startswith("지난", phrase.start)
        announced = "planned" in stages and not vocabulary.MEDIA.search(
            text, max(0, phrase.start - 60), phrase.end + 20
        )
        reported = any(other.kind == "report" for other in dates if other.start < phrase.start)
        by_media = (
            _REPORTED_BEFORE.search(before) and not (reported and phrase.kind == "relative") and not issue
        )
        told = not (passed or announced) and ((phrase.kind == "report" and not issue) or by_media)
        if told or _REPORTED_AFTER.match(after) or _DATELINE.match(after):
            continue
        if _NOT_AFTER.match(after) or _NOT_BEFORE.search(before):
            continue
        if now and stages & {"under_construction", "operating"}:
            continue
        if not ("planned" in stages and len(phrase.date or "") == 4):
            past = "planned" not in stages or _DECIDED.search(before)
            kept.append(_past(phrase, text) if past else phrase)
    return tuple(kept)


_THROUGH = re.compile(r"\s*(?:through|to|until|till|부터|에서|~|–|-)\s*", re.IGNORECASE)


def _spans_joined(dates: Sequence[DatePhrase], text: str) -> list[DatePhrase]:
    """`from Monday through Wednesday` as one phrase, known to the month or the year they share."""
    joined: list[DatePhrase] = []
    for phrase in dates:
        last = joined[-1] if joined else None
        if last and last.date and phrase.date and _THROUGH.fullmatch(text, last.end, phrase.start):
            shared = next((last.date[:n] for n in (7, 4) if last.date[:n] == phrase.date[:n]), None)
            joined[-1] = replace(last, end=phrase.end, date=shared, kind="range")
        else:
            joined.append(phrase)
    return joined


_DEADLINE = re.compile(r"\b(?:by|until|till|before)(?: the)?(?: end of)? $", re.IGNORECASE)


_DECIDED = re.compile(
    r"\b(?:adopted|announced|approved|decided|endorsed|unveiled|chosen|selected|designated)"
    r"(?: here)? (?:on |in )?$"
)
"""Before the day of an announcement: `a plan to build a hospital was adopted on February 3`."""


def _past(phrase: DatePhrase, text: str) -> DatePhrase:
    """`began in March`, taken for the next March since the sentence has a plan, too: it is the last one."""
    undated = not re.search(r"\d{4}|next|this", text[phrase.start : phrase.end])
    if _DEADLINE.search(text, max(0, phrase.start - 12), phrase.start):
        return phrase
    bare = phrase.kind == "future" and len(phrase.date or "") >= 7 and undated
    if not bare or phrase.date is None:
        return phrase
    return replace(phrase, date=f"{int(phrase.date[:4]) - 1}{phrase.date[4:]}", kind="partial")


def lent_dates(whole: Clause, clause: Clause) -> tuple[DatePhrase, ...]:
    """A date in front of the whole sentence holds for its first clause's followers of the same stage only."""
    first = whole.cues[0] if whole.cues else None
    if first and clause.cues[0].value == first.value:
        other = [cue.start for cue in whole.cues if cue.value != first.value]
        return tuple(d for d in whole.dates if not other or d.start < other[0])
    return ()


def length_before(whole: Clause, clause: Clause) -> tuple[DatePhrase, ...]:
    """The length of time that a clause is counted by: `ten months after | ground was broken`."""
    lengths = (d for d in whole.dates if d.kind == "duration" and d not in clause.dates)
    return tuple(d for d in lengths if d.start < clause.start <= d.end + 1)
