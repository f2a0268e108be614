"""Korean words that make of a predicate no fact."""

from __future__ import annotations

from geo.events.phrases import PhrasePattern
from geo.events.predicates import COMPLETES, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.events.times import has_time
from geo.text import Pattern


def is_unreal_in_korean(reading: Reading, read: SentenceReading, p: Predicate, stage: str) -> bool:
    """Whether the words around a Korean predicate make it no fact."""
    text, start = reading.text, read.sentence.start
    before = text[max(start, p.start - 40) : p.start]
    if p.sense == "begin" and _PREPARED.search(before):
        return True
    made = p.sense == "run" and not has_time(reading, read, p)
    if made and _ONCE_KO.search(text, read.sentence.start, p.start):
        return True
    if _NOT_IT.match(text, p.end) or (p.sense == "site" and _SENT_TO_SITE.match(text, p.end)):
        return True
    if p.aspect == "adjunct" and (_LINE.match(text, p.last) or _TORN_DOWN.match(text, p.last)):
        return True
    if p.sense == "run" and ((p.form == "adnominal present" and _stands_still(read)) or _ARMS.search(before)):
        return True
    if stage == "planned" and _ONLY_DISCUSSED.match(text, p.last):
        return True
    if stage == "planned":
        told = p.sense == "plan" and (_CAME_TO_NOTHING.match(text, p.end) or _only_urges(read, p))
        told = bool(told or (_DISCUSSES.match(text, p.start) and _MATTER.search(before)))
        return bool(told or p.form == "to come" or _OF_RUNNING.search(before))
    if p.sense == "progress" and not p.companions & {"work", "part"} and _NO_WORK.search(text, start, p.end):
        return True
    if (
        stage == "under_construction"
        and p.kind == "noun"
        and _OF_A_TITLE.match(text, p.end, read.sentence.end)
    ):
        return True
    if stage == "under_construction":
        return _goes_on_otherwise(reading, read, p)
    if p.kind == "noun" and _NEXT_TURN.search(text, start, p.start):
        return True
    if stage != "completed":
        return stage == "inspection" and _CEREMONY.search(text, start, p.start) is not None
    return _ITS_STAGE.match(text, p.end) is not None or _opens_its_doors(reading, read, p)


_ONLY_DISCUSSED = Pattern(
    r"[가-힣]{0,3} ?(?:방안|문제|계획|구상)[을를이가]? ?(?:\S{1,8} ){0,2}?(?:논의|검토|협의|타진|고려)"
    r"(?![^.]{0,40}(?:결정|확정|채택))"
)
"""Behind a Korean verb: nothing has been decided, 짓는 방안을 논의 중이다."""

_DISCUSSES, _MATTER = (
    Pattern(r"토의|협의|논의|검토"),
    Pattern(r"(?:문제|대책|방도)들?[을를] (?:[가-힣]+ ){0,4}$"),
)
"""A plan that is none yet, and what is talked about before it: 운영할데 대한 문제를 토의하였다."""

_NEXT_TURN = Pattern(r"(?:^|[.\s“\"])다음(?:번)? ?(?:차례|순서)[는은이] [^.]{0,60}$")
"""Before a ceremony whose turn comes next: 다음 차례는 강남군병원 준공식이다."""

_PREPARED = Pattern(
    r"(?:준비|측량|설계|수송|동원|모집|선발|선정|협의|논의|조사|모금|양성|교육|탐사)(?:사업|작업)?"
    r"[에을를이가도] (?:[가-힣]+ )?$"
)
"""Before a Korean beginning: what goes before building, 건설 준비에 착수했다."""

_OF_A_TITLE = Pattern(r"[’'”\"」》]? ?(?:이?라는 )?(?:제하|제목)의? ")
"""Behind what ends the title of a report without a verb: ‘... 사업전개’ 제하의 보도에서."""

_ARMS = PhrasePattern(r"{arms}(?:들)?(?:[을를]|[과와] [가-힣]+[을를]|, ?[가-힣]+[을를]) (?:[가-힣]+ )?$")
"""Before a Korean verb of making: an arms plant, under whatever name, is no factory of ours."""

_OTHER_EFFORT = Pattern(
    r"(?:질|생산|증산|원료|제품|기술|관리|운영|경험)[가-힣]{0,3} ?(?:[가-힣]+ ){0,3}"
    r"(?:사업|투쟁|운동|경쟁|활동)[을를이] (?:[가-힣]+ ){0,2}$"
    r"|(?:수확|말리|가공|따|거두|생산)[가-힣]{0,3} (?:일|작업)(?:로|으로) $"
    r"|(?:모내기|김매기|가을걷이|농촌지원|거름|복구|나무심기|을 위한 준비)[가-힣]{0,3} ?$"
)
"""Before a verb of getting on: what gets on is no building, 질을 높이기 위한 사업을 벌리고있다."""

_OF_RUNNING = PhrasePattern(r"{running ko}(?:하기 위한|하려는|할|을 위한)? ?$|{output} ?(?:계획을 \S+ )?$")
"""Before a Korean plan: it is one of running a factory rather than of building one, 생산을 정상화할 목표."""

_CAME_TO_NOTHING = Pattern(r"(?:이었|이였|됐|되였|되었)(?:으나|지만|는데|다가|다는)")
"""Behind a plan: it did not come about as it was, 준공할 예정이었으나."""

_TORN_DOWN = Pattern(r"[^.,]{0,14}[을를] (?:[가-힣]+ )?(?:헐|허물|철거|들어내)")
"""Behind what describes a building that is no more: 수십년전에 지은 병원을 헐고."""

_ITS_STAGE = Pattern(r" ?(?:예정|단계|국면|시기|기일|기한|시한|일정|목표)")
"""Behind a completion that is near, or has its day set, not done: 완공단계에 들어섰다, 완공 기일."""


def _opens_its_doors(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether doors are open to those who come, so that a facility only runs: 문을 열고 환자들을 맞고있다."""
    if not reading.text.startswith("문을 열", p.start) or not p.form.startswith("link"):
        return False
    return any(q.sense == "run" and 0 <= q.start - p.last <= _TO_THEM for q in read.predicates)


_TO_THEM = 14
"""Code points between open doors and whom they are open to."""

_NOT_IT = Pattern(
    r"[가-힣]{0,3} (?:것은|것이|건) (?:[가-힣]+ ){0,2}[가-힣]+[이가] 아니| ?[가-힣]{0,3}[다라]던 "
    r"| 소식[을에] (?:들|듣|접)|식? 여부"
)
"""Behind a Korean predicate: it is not the facility, or not so: 준공된 것은 병원이 아니라, 건설중이라던."""

_ONCE_KO = Pattern(r"(?:^|[ ,])(?:과거|한때|예전|종전|이전)(?:에는?|에)? [^.]{0,60}$")
"""Before what a Korean works made: it no longer does."""

_EXAMPLE = PhrasePattern(r"(?:에서의|의)? ?{lesson}")
"""Behind a noun of building: what others learn from it, so that it is done, 현대화 경험을 넓히는."""

_SENT_TO_SITE = Pattern(
    r"들?에 (?:[가-힣]+ ){0,2}(?:[가-힣]*보낸|[가-힣]*보내|[가-힣]*보냈|지원|기증|공급|수송)"
)
"""Behind a building site that only something is sent to, 건설장에 지원물자를 보낸."""


def _goes_on_otherwise(reading: Reading, read: SentenceReading, p: Predicate) -> bool:
    """Whether what a Korean verb says is going on is the work of a factory rather than its building."""
    if p.kind == "noun" and p.sense in ("build", "modernize") and _EXAMPLE.match(reading.text, p.end):
        return True
    if p.form == "adnominal present" and any(q.sense == "ground" and not q.denied for q in read.predicates):
        return True  # 건설되는 농장의 착공식
    done = reading.told & COMPLETES and _HAS_BEEN.match(reading.text, p.end)
    if done or p.sense != "progress" or p.companions & {"work", "part"}:
        return bool(done)
    return _OTHER_EFFORT.search(reading.text, read.sentence.start, p.start) is not None


_HAS_BEEN = Pattern(r"(?:[가-힣]{0,2} 것을 (?:[가-힣]+ ){1,4}[가-힣]{2})?[가-힣]{0,2}[해여와려] ?[왔온]")
"""Behind what was going on until it was done: 추진해 왔다."""

_NO_WORK = PhrasePattern(
    r"(?:(?<![가-힣])(?![가-힣]*(?:{of building}|{running ko})(?!준비)|\d*{bare effort}[을를이가도] )"
    r"[가-힣·]+[을를이가도] (?:[가-힣]{1,5}(?<![며여서을를이가]) ){0,2}"
    r"|(?:받아들이|도입하|보급하|일반화하|배우)기 위한 (?:[가-힣]+ ){1,3})"
    r"(?:추진|다그|벌|내밀|전개|힘있게)[가-힣]*$"
)
"""What gets on, and is neither building nor running a works: 기술학습을 내밀고있다."""


def _stands_still(read: SentenceReading) -> bool:
    """Whether a sentence tells of a standstill, so that what it makes is only what it is for."""
    return any(q.sense == "stop" and not q.denied for q in read.predicates)


_LINE = Pattern(r" ?(?:\S{0,6}?)(?:공정|설비|생산선|계렬|계열|흐름선|호동)(?!(?!에서)[가-힣]{3})")
"""What is new is a part of a works that stands: 새로 꾸린 밀가공공정."""

_CEREMONY = Pattern(r"(?:식|행사|의식)(?:장)?(?:을|에) ?$")
"""Who comes to a ceremony visits no facility."""


def _only_urges(read: SentenceReading, p: Predicate) -> bool:
    """Whether a Korean plan is on what is built or runs already: 완공하라고 지시했다, 끝내기 위한 대책을."""
    return any(
        (q.mood == "wish" or (q.sense in _GOES_ON and (q.mood or q.form in ("prospective", "future"))))
        and 0 <= p.start - q.last <= 24
        for q in read.predicates
    )


_GOES_ON = frozenset({"finish", "progress", "open", "run"})
