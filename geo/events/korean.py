"""Korean predicates: the ending behind a stem, and the verb that a noun of action depends on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from geo.events.phrases import PhrasePattern
from geo.events.predicates import COMPLETES, ITS_SITE, Predicate
from geo.events.terms import Term
from geo.text import Pattern

_RUN = Pattern(r"[가-힣]*")
_COMING, _DESCRIBING = frozenset("을울낼칠날릴될열"), frozenset("은운린선친난긴낸본든른춘둔한된룬뜬연른온간")
"""Last syllables of stems that are given with an ending: 지을, 세운; of nouns they say nothing."""
_HAS_BECOME = ("워진", "어진", "려진")
"""Ends of stems of what has become so, 세워진; other words in 진 are nouns, 추진."""
_OPEN_ENDS = frozenset("러려어아여워져와쳐켜봐떠")
"""Last syllables of stems that are given in the form that goes on: 들러, 세워, 찾아."""
_NOUN_ENDS = frozenset("화수조료매류기휴")
"""Last syllables of nouns of action that 는 makes the topic, 현대화는; no verb has them before it."""
_SSANG_SIOT, _RIEUL, _NIEUN = 20, 8, 4
_CONTINUES = Pattern(r"[가-힣]{0,4}고 ?(?:있|계)|중(?:이|인|에|$|[ .,])|[가-힣]{0,2} 중(?:이|인|에|[ .,])")
_NO_NEWS = PhrasePattern(
    r"(?:(?!때|면서|지만|는데|으나)[^.。,\n]){0,28}?{news}[은는이가을를도]? ?[^.。,\n]{0,16}?{unknown}"
    r"|[가-힣]{0,3}다는 (?:것|말|얘기|이야기)[은이도] (?:전혀 )?{untrue}"
)
"""Behind a predicate: that nothing of the kind is known, told or confirmed."""
_NEGATED = Pattern(
    r"식?[은는이가도] ?(?:아직 |아직도 |한 번도 |따로 )?없| ?[이은는가]? ?[‘'\"“]?(?:0|제로)[’'\"”]?(?![\d.])"
    r"|(?:[도을를] 하|[가-힣]{0,3})지(?:는|도|를|조차)? ?(?:않|못|아니|말)|(?:[가-힣]{0,2}[진긴]|도) ?[않못]"
    r"|[가-힣]{0,2} 적[은이도]? ?(?:한 번도 )?없"
    r"|[가-힣]{0,4}[은이을를]? ?(?:지키|지켜지|맞추)지[는도]? ?[못않]|[가-힣]{0,2} 것으로 잘못"
)
_GIVEN_UP = PhrasePattern(r"(?:[하되]기)?[이가은는도를을]? ?{hardly}|[는은]? [것일][은을]? ?{give up}")
_AHEAD = PhrasePattern(r"[가-힣]{0,3} ?{ahead}|[가-힣]{0,2}게 (?:된다|될|됩니다|되며|되는)")
_COMES = Pattern(
    r"식을? (?:한다|연다|갖는다|가진다)"
    r"|[을를이가]? ?(?:\S{1,6} )?[가-힣]{0,3}[할될을갈릴질일울] ?(?:수 ?(?:도 )?있(?!게 ?[되됐])|것)"
)
"""Behind a noun of action: what may or will come, 치료를 받을수 있을것."""
_WILL_BE = frozenset({"begin", "build", "open", "ground", "hold", "modernize"})
"""Senses whose plain present tells what is to come: 준공식이 있게 된다, 올해 건설된다."""
_CAME_TO = Pattern(r"[가-힣]{0,2}?게 ?(?:됐|되였|되었)")
_CAME_TO_BE = {
    "build": ("ahead", "future"),
    "appear": ("ahead", "future"),
    "modernize": ("ahead", "future"),
    "get": ("done", "past"),
}
"""What is said with 게 되였다: that it has been decided to build, but that one has got something."""
_SETS_IN = ("들어", "생긴", "생겨")
_STANDS = ("들어서", "일떠서", "일어서", "들어 서", "일떠 서")
"""Stems that are at the same time the form that goes on: 공장이 일떠서 소비품을 생산하고있다."""
_BECOMES = Pattern(r"[가-힣]{0,2}지게 (?:됐|되였|되었|된|될)")
_ORDERED = PhrasePattern(r"[가-힣]{0,2}(?:{ordered}|[자라](?:[!.\"”’]|$))")
_PURPOSE = PhrasePattern(r"[가-힣]{0,2}{purpose}")
_TO_COME = Pattern(
    r"(?:식|행사)? ?준비|기 ?전(?:까지|에)"
    r"|(?:식|행사)?(?:과 [가-힣]{1,4}식|및 \S{1,6})? ?(?:전|이전)(?:까지|에)(?![가-힣])"
)
_FOR_OTHERS = Pattern(r" ?주(?:(?P<agreed>기로)|겠다|려고? |자[고는]|라고)| ?달라")
"""Behind the form that goes on: what somebody offers, or is asked, to do, 지어 주겠다고 제안했다."""
_TO_BE_SETTLED = PhrasePattern(r"[가-힣]{0,3}?(?:(?:는|[할될을릴울]) {which place} |는 ?{open matter})")
"""From the end of a stem on: it is to be done, 짓는 곳으로 골랐다, 건설하는 문제가 결정됐다."""
_NOTHING_FOR_IT = PhrasePattern(r"[가-힣]{0,2} {means}[이가은는도] (?:[가-힣]+ )?(?:없|모자|부족)")
"""Behind a verb: there is nothing to do it with, 병원을 지을 자재가 없다."""
_CONDITION = PhrasePattern(r"[가-힣]{0,2}(?: ?{condition}(?!서)|[는을]지[는도가]?(?![가-힣]))|면(?![가-힣])")
_WISHED = PhrasePattern(r"[가-힣]{0,2}기(?:를|만을?|만)? ?(?:\S{1,6} )?{wished}")
_GIVEN_UP_PLAN = Pattern(r"[가-힣]{0,3}(?:다던|려던) (?:\S{1,6} )?(?:계획|구상|약속|방침|목표|공사|사업)")
"""Behind a verb: what was to be is no more, 짓겠다던 계획은."""
_ASKS = PhrasePattern(
    r"[가-힣]{0,3}까(?:요)?[.?]|[가-힣]{0,2}(?:[할될을울릴질갈설낼칠일열] ?{open question}|[은한된] ?것인지)"
)
"""From the end of a stem on: a question, 병원이 들어설까, 들어설지."""
_RUMOUR = PhrasePattern(r"[가-힣]{0,3}(?:{rumour}[이은도만]|{only claimed})")
"""Behind a verb: that it is so is only said, 병원을 짓는다는 말이 돈다."""
_HOPED = Pattern(r"[이은도]? ?(?:기대|예상|예고|임박|초읽기|유력|확실시|예견|점쳐|무난|어려|어렵|힘들)")
"""Behind a noun of what is only looked forward to: 완공 기대."""
_RESOLVED = Pattern(r"로 ?(?:(?:계약|약속|협약|서명)(?:을 )?(?:했|하|맺)|하|했|한|결정|합의|확정|계획|돼|되)")
"""Behind a verb in -기: 짓기로 했다."""
_FOR = Pattern(r"식?(?:[을를]? ?|[을를] [가-힣]{1,5}기 )위(?:하여|해|한)")
_IN_EFFECT = Pattern(r"[가-힣]{0,2}는 ?셈")
"""Behind a verb: what something would come to, 다 완공되는 셈이다."""
_OUGHT = Pattern(r"[가-힣]{0,3}야 ?(?:한다|하며|하고|했|할 ?것)")
"""Behind a verb: it should be so, which announces nothing, 일떠서야 한다고 강조하였다."""
_COMMANDED = PhrasePattern(r"[가-힣]{0,2}도록 ?(?:\S{1,6} )?{commanded}")
_PROPOSED = Pattern(r"(?:[가-힣]{0,2}| 주)(?:자고|자는|자며|자면서|자[!.,\"”’]|자$|시다)")
"""An appeal to do something together: 건설하자, 꾸립시다."""
_ASKED = Pattern(r"[을를] ?(?:더 |더욱 |계속 |적극 |잘 )?[가-힣]{1,4}(?:라는|라고|자는|자고) ?")
"""Behind a noun of action that somebody is told to see to: 생산을 늘리라는 지시."""
_MUST = Pattern(r"[^.。”\"\n]{0,160}?(?:해야|하여야|여야|되여야|돼야) ?(?:한다|할|하며|하겠|합니다)")
_EXPECTED = Pattern(r"[^.。\n]{0,60}?[될할일] ?(?:것으로|것이라|것이란|전망)")
_FORECAST = PhrasePattern(
    r"[가-힣]{0,2} ?(?:것으로 (?:[가-힣]{2,8}[은는이가도] )?{forecast}|전망|가능성|수도 있|듯|날[도이은] )"
)
_DID = Pattern(r"(?:식[을도]?|(?:(?:의 ?첫 ?)?삽)?[을도]) (한(?!다)|올린|뜬|박은|판|했|하였|올렸|떴|박았|팠)")
"""Behind a noun of a ceremony: that it was held, 착공식을 한 강동군병원, 첫삽을 박은 공장."""
_DOES = Pattern(r"[을를] (?:\S{1,4} )?하고 ?있")
"""Behind a noun of action: that it goes on, 생산을 하고 있다."""
_PASSED = Pattern(r"식? (?:\d+|[가-힣]{1,3}) ?(?:년|달|개월|해|돌)[이가을를]? ?(지난|넘은|맞은|된) ")
"""Behind a noun of what was so long ago: 준공 반년이 지난 공장."""
_DESCRIBES = frozenset({"한", "올린", "뜬", "박은", "판", "지난", "넘은", "맞은", "된"})
_AND_THEN = PhrasePattern(
    r".?[가-힣]{0,2} ?{next told}|[가-힣]{0,2}[한된본은운린선연낸] (?:뒤|후|직후)[ ,에]"
)
"""Behind a verb: what is told next, 준공된데 이어 룡강군병원도; it describes nothing behind it."""
_BEGAN = Pattern(r"[가-힣]{0,2}기 ?시작(?:했|하였|한|된|됐|되였)")
_AS_TOLD = PhrasePattern(r"[가-힣]{0,2} ?것으로 (?:\S{1,8} ){0,2}?{comes out}")
"""Behind a verb: that it is so is the news, 준공된 것으로 알려졌다."""
_BECAME = PhrasePattern(r"[한된] (?:(?:\S{1,8} )?{which one} (?:되|됐|된|꼽|기록)|{it is one})")
"""`became the second county that inaugurated`: the describing verb is what is told."""
_SHARE = Pattern(r"(?<!\d)\d{1,2}(?:\.\d+)? ?(?:%|퍼센트|프로)[가-힣]{0,3} ?$")
"""A share below the whole that is done."""
_DONE_SHARE = Pattern(r"[은는이가의]? ?(?:[가-힣]+의 |약 |이미 )?\d{1,2}(?:\.\d+)? ?(?:%|퍼센트|프로)")
"""Behind a noun of building: the share of it that is done, 병원건설은 58%."""
_NEARLY = Pattern(r"(?<![가-힣])(?:거의|사실상|대부분)(?: 다| 모두| 전부)? $")
"""Before a verb: what is not yet so, 거의 완공된."""
_OF_MEETING = PhrasePattern(r"[가-힣]{0,3} (?:[가-힣]+ ){0,4}?[가-힣]*{assembly ko}(?:에서|는|은|이|가)")
"""Behind what has ended: it is no building, 11일 끝난 전원회의에서."""
_BY_BUILDERS = Pattern(r"(?:건설자|군인|돌격대원?)들[은이][^.\n]{0,60}(?:계획|과제|과업)")
"""Before a plan that is fulfilled: it is one of building."""
_TARGET = Pattern(r"(?:계획|과제|목표|임무|과업)[을를]? ?(?:\S{1,8} ){0,2}(?:초과)?$")
_DAYS_BEFORE = Pattern(r"식? ?\S{1,4} ?전(?:인|에|의)|식 ?(?:뒤|후|이후|직후)(?:에|$| )|식? ?\S{1,4} ?뒤인")
"""Behind a ceremony that something is reckoned from: 준공 나흘 전인 26일, 준공식 뒤에."""
_SO_FAR = Pattern(r"초기|식? ?이?후 (?:지금|오늘)까지")
"""Behind what all since is reckoned from, 준공후 지금까지."""
_AS_MEASURE = Pattern(r"(?:보다|대로|에 따라|[됐였]다가)")
"""Behind a plan that something is measured by, or that came to nothing: 계획보다 앞당겨, 예정됐다가."""
_GOES_ON = Pattern(r" ?(?:있|계)")
_BECOMES_SO = Pattern(r" ?(?:될|되겠|된다|됩니다)")
_BREAKS_OFF = Pattern(r"게[^가-힣]*\Z")
"""Behind the stem of a text that breaks off before its last verb: 공장들이 다같이 일떠서게."""
_CHOICE = ("골랐", "선정", "지정", "추가", "확정", "추천", "포함")
"""How a plan begins by which places are chosen for something: 곡산군을 추가로 선정하였다."""
_SPADE_PASSED = PhrasePattern(r"(?:(?:의 ?첫 ?)?삽)?[도은을를]? ?{no spade}")
"""Behind a first spadeful not taken, or only counted from: 첫 삽도 뜨지 못했다, 첫삽을 박은 때로부터."""
_MARKED = Pattern(r"식? ?(?:\d+|[가-힣]{1,3}) ?(?:주년|돌|돐|일|해)[을를이]? ?(?:맞|기념|즈음)")
_MOODS = (
    (ITS_SITE, ("build", "modernize"), "purpose"),
    (_ASKED, (), "order"),
    (_DAYS_BEFORE, (), "passing"),
    (_SO_FAR, ("open", "finish"), "purpose"),
    (_SPADE_PASSED, ("ground",), "purpose"),
    (_MARKED, ("open", "finish", "ground"), "purpose"),
)
"""What stands behind nouns, of which senses, and the mood that it gives them."""
_AS_EXAMPLE = PhrasePattern(r"{as example}[가-힣]{0,4}[으 ]?로 [^.\n]*$|모범[가-힣]{0,3}(?:으로)? $")
"""Before such a verb: what is chosen is no place to build in."""
_AUXILIARY = Pattern(r" (?:놓은|놓았|두었|낸|냈)")
_LINK = PhrasePattern(r"{link}(?![가-힣])")
_QUOTE = Pattern(r"[“\"‘《]")
_QUOTED_STEM = Pattern(
    r"[\"”’'](?=하[고며여였]|했|되[고며여였]|됐)| (?=하[고며여였]|했|되[고며여였었]|됐|된 )"
)
"""Behind a noun of action whose verb is only quoted so far, “새로 건설”하고, or set apart, 완공 된."""
_COMPOUND = PhrasePattern(r"자[재금]|(?!{ending})[가-힣]")
_LEADER_WHO = PhrasePattern(
    r"{leader ko}(?: (?:[가-힣]{0,7}(?:위원장|비서|동지|총리|원수)|[가-힣]{2,4} 여사[와가]"
    r"|[가-힣]{2,4}[와과]|함께)){0,4}?(?:이|가|은|는|께서|께서는|도|,) "
)
_BY_LEADER = PhrasePattern(r" (?:북한 )?(?:김정은 |김 )?(?:조선|로동당|노동당|국무위원회|북한)? ?{leader ko}")
"""Behind a visit that describes who paid it: 공장을 찾은 김정은은."""
_TO_MEETING = Pattern(r"(?:식|식장|행사|행사장|의식|대회|회의|강연|모임|공연|전시회|총회)$")
_FROM_ONE = Pattern(r"(?:군|시|구역|곳|지역)부터 $")
"""Before a beginning that is but the first of a list: 숙천군부터 시작해 은파군, 경성군에서."""
_LEADER_BEFORE = 120
_TOLD_FIRST = frozenset({"visit", "hold", "open", "ground"})
"""Senses of what has happened before it is said what must be done: 병원을 돌아보고 ... 해야 한다고 말했다."""
_REACH = 160
"""Code points behind a verb in -고 in which the verb stands that its sentence ends in."""
_TOOK_PLACE = Pattern(r"식들?[이은도]")
_LIST_BETWEEN = 80
"""Code points between ceremonies and that they took place: a day, and a list of places."""
_MOST = 34
"""Code points behind a noun of action in which the verb stands that it depends on."""


def _final(letter: str) -> int:
    """Number of the final consonant of a syllable, 0 for none."""
    return (ord(letter) - 0xAC00) % 28 if "가" <= letter <= "힣" else -1


def read_korean(text: str, terms: Sequence[Term], end: int) -> list[Predicate]:
    """Predicates of one sentence, whose terms are given."""
    longest: list[Term] = []
    for term in terms:
        if not term.korean or term.kind not in ("verb", "noun", "part") or _in_compound(text, term):
            continue
        if term.sense == "gone" and not _goes_there(text[max(0, term.start - _LEADER_BEFORE) : term.start]):
            continue
        if text.startswith("끝내 ", term.start) and not text.startswith(("놓", "주"), term.end + 1):
            continue  # at last
        if term.sense == "ceremony" and text.endswith(("새집들이", "새집들이의 "), 0, term.start):
            continue
        if term.sense in _AT_WORK and not (_is_at_work(text, term) or _is_by_builders(text, term)):
            continue
        if term.sense == "begin" and _FROM_ONE.search(text, max(0, term.start - 6), term.start):
            continue
        if longest and term.start < longest[-1].end:
            if term.end - term.start > longest[-1].end - longest[-1].start:
                longest[-1] = term
            continue
        if longest and longest[-1].sense == "plan" and _is_at_work(text, term):
            longest.pop()  # 연간 계획을 완수하였다: a plan that is fulfilled announces nothing
        longest.append(term)
    read = [_read(text, term, end) for term in longest]
    for one, work in itertools.pairwise(read):
        if _is_on_works(one, work):
            one.sense, one.kind, one.aspect, one.form = work.sense, work.kind, work.aspect, work.form
    nearing: list[Predicate] = []
    for number, one in enumerate(read):
        if one.aspect == "noun":
            _depend(text, one, read[number + 1 :], end)
            nearing += _nearing(text, one, read[number + 1 :])
        elif one.aspect == "link":
            _go_on(text, one, read[number + 1 :], end)
        if one.sense == "gone":
            one.sense, one.governor = "visit", "gone"
    told = [one for one in read if one.sense not in ("wish", "say", "scheduled", "other")]
    told += [p for term in terms if term.korean for p in _seen_at(text, term, end)]
    return sorted([*told, *nearing], key=lambda one: one.start)


_IS_THERE = PhrasePattern(
    r"들?(?: ?(?:건설장|공사장|건설현장))?에서[는도]? "
    r"(?:(?:{leader ko}[가-힣 ]{0,12}?|그|그이)(?:은|는|께서는) |(?![가-힣]+[된은는한] )[^.\n]{2,80}?"
    r"(?:데 ?대(?:하여|해)|할 ?것을|[다라]고)[을를]? ?(?P<spoke>언급|강조|지적|지시|당부|말씀|격려))"
)
_OF_LEADER = PhrasePattern(r"{leader ko}[가-힣 ]{0,12}?(?:은|는|께서는) [^.\n]{0,60}$")


def _seen_at(text: str, term: Term, end: int) -> list[Predicate]:
    """The visit of a leader who speaks at a works, 제련소에서 총리동지는: one if the text tells of visits."""
    there = _IS_THERE.match(text, term.end, end) if term.kind in ("head", "noun") else None
    if not there or (there["spoke"] and not _OF_LEADER.search(text, max(0, term.start - 90), term.start)):
        return []
    at = there.end() - 2
    return [Predicate(at, at + 2, "visit", "verb", True, "done", "at", at, last=at + 2)]


_OUTPUT = PhrasePattern(
    r"{output}[가-힣]{0,4}?(?: ?(?!건설|공사)[가-힣]{2,4}?)? ?(?:계획|과제|목표)"
    r"[을를이가도]? ?(?:\S{1,8} ){0,3}$"
)
"""Before a verb: what a works had to make and has made, 연간 생산계획을 앞당겨."""
_BY_A_WORKS = (
    r"(?:공장|기업소|사업소)들?(?: 등)?(?:에서[는도]?|은|는|이|가|도|들은) (?:(?!건설|공사|시공)[^.\n])*?"
)
_FOR_GOODS = PhrasePattern(_BY_A_WORKS + r"{goods}[^.\n]{0,30}$")
_NEW_GOODS = Pattern(_BY_A_WORKS + r"(?<!기술)(?<!방법)(?<!설비)[을를](?: [가-힣]{1,5}){0,2} $")
_MAKES = {"finish": _OUTPUT, "fulfil": _OUTPUT, "make": _FOR_GOODS}
"""Sense -> what stands before a verb that says that a works makes something."""
_RESULTS = Pattern(
    r"(?:공장|기업소|사업소)들?(?: 등)?(?:에서[는도]?|은|는|이|가|도|의) (?:(?!건설|공사|시공)[^.\n])*$"
)
_PLAN = Pattern(r"(?<![가-힣])(?:계획|과제)[을를이가] (?:\S{1,8} ){0,2}$")
_TOLD_BEFORE = PhrasePattern(r"{output}[가-힣]{0,6} ?(?:계획|과제)")
"""What a report on plans tells before; then results of a works are those of its plan, too."""
_REPORT = 500
"""Code points in which it does."""
_AT_WORK = _MAKES.keys() - {"finish"}
_GOOD_WORK = ("혁신을", "성과를", "앞장", "개가를")
_MADE_WITHIN = 130
"""Code points before it in which the works is named."""


def _is_by_builders(text: str, term: Term) -> bool:
    """Whether a plan is fulfilled by those who build: 군인들이 하루공사과제를 수행하고있다."""
    plan = term.sense == "fulfil" or (term.sense == "run" and text.startswith("계획", term.start))
    return plan and _BY_BUILDERS.search(text, max(0, term.start - _MADE_WITHIN), term.end) is not None


def _is_at_work(text: str, term: Term) -> bool:
    """Whether a verb says of a works that it makes goods: it fulfils its plan, brings out something new."""
    before = max(0, term.start - _MADE_WITHIN)
    made = _NEW_GOODS if text.startswith("개발", term.start) else _MAKES.get(term.sense)
    if made is _OUTPUT and not _OUTPUT.search(text, before, term.start):
        made = _PLAN if _PLAN.search(text, before, term.start) else None
    if made is _PLAN or text.startswith(_GOOD_WORK, term.start):
        told = _TOLD_BEFORE.search(text, max(0, term.start - _REPORT), term.start)
        return bool(told and _RESULTS.search(text, before, term.start))
    return made is not None and made.search(text, before, term.start) is not None


_ANNIVERSARY = Pattern(r"식? ?(?:\d+|[가-힣]{1,3}) ?(?:주년|돌|주기|년|달|개월|일)")
"""Behind a noun of what was so long ago: 준공 1주년을 앞두고 있다."""


def _nearing(text: str, noun: Predicate, following: Sequence[Predicate]) -> list[Predicate]:
    """The progress of what is said to near its completion, 준공을 앞두고있다; the noun is left to others."""
    if noun.governor != "scheduled" or noun.sense not in ("open", "finish") or noun.denied or noun.mood:
        return []
    verb = next(p for p in following if p.sense == "scheduled")
    if _ANNIVERSARY.match(text, noun.end) or text.startswith("로 잡", verb.start):
        return []
    if verb.aspect not in ("ongoing", "done", "present") or verb.mood or verb.denied:
        return []
    noun.aspect, noun.form, noun.governor = "done", "noun hold past", "nearing"
    progress = replace(noun, sense="progress", kind="verb", aspect="ongoing", form="progressive")
    progress.companions = {"work"}
    return [progress]


def _is_on_works(one: Predicate, work: Predicate) -> bool:
    """Whether a word of building only says what works are for, 확장 공사가, 개건하는 공사가."""
    if one.sense not in ("build", "modernize") or (work.sense, work.kind) != ("build", "noun"):
        return False
    return one.form in ("noun", "adnominal present") and work.start - one.last <= 1


def _goes_there(before: str) -> bool:
    """Whether a leader goes to what the words end in, rather than somebody else, or to a ceremony."""
    return _LEADER_WHO.search(before) is not None and _TO_MEETING.search(before) is None


def _in_compound(text: str, term: Term) -> bool:
    """Whether a noun of action is only the first part of another noun: 추진위원회, 생산계획."""
    open_stem = _final(text[term.end - 1]) not in (_SSANG_SIOT, _RIEUL, _NIEUN)
    return open_stem and term.end - term.start <= 3 and _COMPOUND.match(text, term.end) is not None


def _read(text: str, term: Term, end: int) -> Predicate:
    rest = text[term.end : min(end, term.end + _MOST)]
    if _QUOTED_STEM.match(rest):
        rest = rest[1:]
    run = _RUN.match(rest).group()  # type: ignore[union-attr]
    if term.kind != "verb" and run.startswith("는"):
        run = ""  # 공사는: the topic
    aspect, form, mood = _ending(text[term.start : term.end], run, rest)
    kind = "verb"
    if term.sense == "appear" and aspect == "noun":
        aspect = "present"
    elif term.kind != "verb" or aspect == "noun":
        kind = "noun"
    sense = _sense(text, term, kind, rest)
    if sense == "finish" and _TARGET.search(text, max(0, term.start - 24), term.start):
        mood = "purpose"  # a plan that is fulfilled is no building that is finished
    if term.sense in _CAME_TO_BE and _CAME_TO.match(text, term.end - text.endswith("게", 0, term.end)):
        aspect, form = _CAME_TO_BE[term.sense]
        kind = "verb"
    will_be = term.sense in _WILL_BE or text.startswith(_SETS_IN, term.start)
    if (kind == "noun" and _COMES.match(rest)) or (aspect == "present" and will_be):
        aspect, form = "ahead", "future"
    if kind == "noun" and (did := _DID.match(rest) or _PASSED.match(rest)):
        aspect, form = ("adjunct", "adnominal") if did[1] in _DESCRIBES else ("done", "past")
    elif kind == "noun" and _DOES.match(rest):
        aspect, form, kind = "ongoing", "progressive", "verb"
    denied = (
        _NEGATED.match("지" * (text[term.start : term.end] == "짓지") + rest)
        or _NOTHING_FOR_IT.match(rest)
        or _GIVEN_UP.match(rest)
        or _NO_NEWS.match(text[term.end : min(end, term.end + 70)])
        or text[max(0, term.start - 2) : term.start] in ("안 ", "못 ")
    )
    if term.sense == "visit" and aspect == "adjunct" and _BY_LEADER.match(text, term.end + len(run), end):
        aspect, form = "done", "past"
    for words, senses, told in _MOODS if kind == "noun" else ():
        mood = told if term.sense in (senses or (term.sense,)) and words.match(rest) else mood
    chosen = term.sense == "plan" and kind == "verb" and text.startswith(_CHOICE, term.start)
    if chosen and _AS_EXAMPLE.search(text, max(0, term.start - 50), term.start):
        mood = "purpose"  # 모범으로 신도군을 선정했다
    pursued = term.sense == "progress" and _TO_BUILD.search(text, max(0, term.start - 40), term.start)
    part = term.sense == "finish" and _SHARE.search(text, max(0, term.start - 14), term.start)
    return Predicate(
        *(term.start, term.end, sense, kind, True, aspect, form, term.start, bool(denied)),
        mood=mood,
        governor="choice" if chosen else "",
        companions={"part"} if part else {"work"} if pursued else set(),
        last=term.end + len(run),
    )


_TO_BUILD = PhrasePattern(r"{of building}[가-힣]{0,2}기 위한 (?:[가-힣]+ ){1,4}$")
"""Before a verb of getting on: what gets on is work, 개건하기 위한 사업이 추진되고있다."""
_NEW_LINE = Pattern(
    r"(새(?:로운)? [가-힣]{0,9})?(?:공정|생산선|흐름선|계[렬열])들?[을를이가] (?:[가-힣]+ ){0,2}(?(1)|새로 )$"
)
"""Before what has been set up: lines of a works that stands, 가공공정을 새로 꾸리였다."""
_NOT_YET = Pattern(r"하?(?:기|고 ?있)")
_SET_GOAL = Pattern(r"(?:목표|계획|대책|방도|전략|방안|질서)[을를이가] (?:[가-힣]{1,4} )?$")
"""Before a verb of building: nothing is built, 목표가 세워졌다."""
_AS_SITE = Pattern(r"(?:대상지|후보지|건설지|예정지|부지|(?:대상|건설) ?지역|대상)(?:로|으로) [^.\n]*$")
"""Before a verb of picking: places in which something is to be built, 건설 대상지로 구성시를 꼽았다."""


def _sense(text: str, term: Term, kind: str, rest: str) -> str:
    """The sense of a term by the words around it."""
    line = kind == "verb" and term.sense in ("build", "appear", "get") and not _NOT_YET.match(rest)
    line = line and _NEW_LINE.search(text, max(0, term.start - 30), term.start) is not None
    if line or _is_at_work(text, term):
        return "run"
    if term.sense == "pick":
        return "plan" if _AS_SITE.search(text, max(0, term.start - _LIST_BETWEEN), term.start) else "other"
    if term.sense == "build" and _SET_GOAL.search(text, max(0, term.start - 12), term.start):
        return "other"
    nearly = term.sense in COMPLETES and _NEARLY.search(text, max(0, term.start - 8), term.start)
    if nearly or _is_by_builders(text, term):
        return "progress"
    if term.sense == "finish" and _OF_MEETING.match(rest):
        return "hold"
    shared = kind == "noun" and term.sense in ("build", "progress", "modernize") and _DONE_SHARE.match(rest)
    return "percent" if shared else term.sense


def _ending(stem: str, run: str, rest: str) -> tuple[str, str, str]:
    """Aspect, form and mood of a verb by what stands behind its stem."""
    if _TO_COME.match(rest):
        return "ahead", "to come", ""
    if given := _FOR_OTHERS.match(rest):
        return ("ahead", "order", "order") if given["agreed"] else ("ahead", "wish", "wish")
    if _TO_BE_SETTLED.match(stem[-1] + rest):
        return "ahead", "prospective", ""
    if mood := _asked_for(stem, rest):
        return "ahead", *mood
    if stem.endswith(("고", "며")) and len(stem) > 1:
        return ("ongoing", "progressive", "") if _GOES_ON.match(rest) else ("link", "link", "")
    if stem.endswith(("고있", "고 있")):
        return "ongoing", "progressive", ""
    if _AND_THEN.match(stem[-1] + rest) or _BEGAN.match(rest) or _BECAME.match(rest):
        return "done", "past", ""
    if _CONTINUES.match(rest):
        return "ongoing", "progressive", ""
    if not run and (auxiliary := _AUXILIARY.match(rest)):
        return ("adjunct" if auxiliary[0].endswith(("은", "낸")) else "done"), "auxiliary", ""
    if _BECOMES.match(rest) or _BREAKS_OFF.match(rest):
        return "ahead", "future", ""
    aspect, form = _in_time(stem, run[:5], rest) or _without_time(stem, run)
    if aspect == "adjunct" and _AS_TOLD.match(rest):
        aspect, form = "done", "past"
    return aspect, form, "doubt" if form == "forecast" else ""


def _asked_for(stem: str, rest: str) -> tuple[str, str] | None:
    """Form and mood of what is wished, proposed, a condition, an order or a purpose."""
    for words, form, mood in _ASKED_FOR:
        if words.match(stem[-1] + rest if words in (_ASKS, _OUGHT) or stem == "짓자" else rest):
            return form, mood
    if stem.endswith("게") and _BECOMES_SO.match(rest):
        return "future", ""
    if stem.endswith("기") and _RESOLVED.match(rest):
        return "order", "order"
    if not _ORDERED.match(rest):
        return None
    purpose = _PURPOSE.match(rest) and "기로" not in rest[:4] and not _COMMANDED.match(rest)
    return "order", "purpose" if purpose else "order"


_ASKED_FOR = (
    (_WISHED, "wish", "wish"),
    (_PROPOSED, "order", "wish"),
    (_CONDITION, "condition", "condition"),
    *((said, "forecast", "doubt") for said in (_ASKS, _HOPED, _RUMOUR, _GIVEN_UP_PLAN)),
    (_FOR, "purpose", "purpose"),
    (_IN_EFFECT, "forecast", "doubt"),
    (_OUGHT, "order", "wish"),
)
"""What stands behind a verb, and the form and mood that it gives it; the first one counts."""


def _in_time(stem: str, tail: str, rest: str) -> tuple[str, str] | None:
    """Aspect and form of a verb whose ending tells a tense; `tail` is the ending."""
    if stem.endswith("는") and tail.startswith("다"):
        return "present", "present"
    if stem.endswith(("는", "한창인")):
        return "ongoing", "adnominal present"
    if "겠" in stem[-1] + tail:
        return "ahead", "future"
    if any(_final(letter) == _SSANG_SIOT for letter in stem[-1] + tail[:4]):
        present = tail.startswith("있") and not stem.endswith(("했", "됐"))
        return ("present", "present") if present else ("done", "past")
    coming = stem[-1] in _COMING or stem.endswith(("들어설", "일떠설"))
    open_end = coming or tail.startswith(("할", "될", "하", "되", "게")) or _final(tail[:1]) == _RIEUL
    if open_end and _FORECAST.match(rest):
        return "ahead", "forecast"
    if open_end and _AHEAD.match(rest):
        return "ahead", "future"
    if tail.startswith(("할", "될", "질", "릴", "울", "갈", "설", "낼")) or (coming and not tail):
        return "ahead", "prospective"
    return None


def _without_time(stem: str, run: str) -> tuple[str, str]:
    """Aspect and form of what describes a noun, goes on in another verb, or is a noun itself."""
    describes = run.startswith(("한", "된", "진", "린", "운", "던", "간")) and run[1:2] != "다"
    if stem.endswith(_HAS_BECOME):
        return ("present" if run.startswith("다") else "adjunct"), "adnominal"
    if describes or stem == "가진" or run.startswith(("하던", "되던", "했던", "됐던")):
        return "adjunct", "adnominal"
    if run.startswith(("한다", "된다", "진다", "선다", "합니다", "됩니다")):
        return "present", "present"
    if stem[-1] in _DESCRIBING and (not run or run[0] in "다것지때데후뒤") and len(stem) > 1:
        return ("present" if run.startswith("다") else "adjunct"), "adnominal"
    if run.startswith(("하는", "되는", "지는")) or (run.startswith("는") and stem[-1] not in _NOUN_ENDS):
        return "ongoing", "adnominal present"
    open_end = len(stem) > 1 and (stem[-1] in _OPEN_ENDS or stem.endswith((*_STANDS, "짓지")))
    if (not run and open_end) or _LINK.match(run):
        return "link", "link"
    if run.startswith(("함", "됨", "였", "하기", "되기")):
        return ("gerund" if run[0] == "하" else "done"), "nominal"
    return ("link", "link") if run.startswith(("하", "되")) else ("noun", "noun")


def _depend(text: str, noun: Predicate, following: Sequence[Predicate], end: int) -> None:
    """Give a noun the aspect and mood of the verb that it depends on."""
    quote = _QUOTE.search(text, noun.last, min(end, noun.last + _MOST))
    verb = next((p for p in following if p.start >= noun.end and not _AS_MEASURE.match(text, p.end)), None)
    held = verb and verb.sense in ("hold", "postpone", "cancel") and _TOOK_PLACE.match(text, noun.end)
    stop = min(noun.last + (_LIST_BETWEEN if held else 24), quote.start() - 1 if quote else end)
    if verb is None or verb.start > stop:
        if verb is None and _EXPECTED.match(text, noun.last, min(end, noun.last + _REACH)):
            noun.aspect = "ahead"
        return
    noun.governor = verb.sense
    if verb.sense == "progress" and noun.sense in ("build", "modernize") and noun.mood != "purpose":
        verb.companions.add("work")
    elif verb.sense == noun.sense == "progress":
        verb.companions |= noun.companions  # 현대화를 힘있게 내밀고있다
    if verb.sense == "scheduled" or (
        noun.sense == "site" and (verb.sense, verb.aspect) == ("visit", "ahead")
    ):
        noun.aspect = "ahead"
    if noun.sense == "progress" and text.startswith("계획대로", noun.start) and verb.aspect == "ahead":
        noun.aspect, noun.mood = "ahead", verb.mood
    if noun.sense == "site" or verb.sense == "scheduled":
        return
    got = verb.sense == "get" and noun.sense in ("open", "ground", "run")
    if got or verb.sense in ("hold", "say", "wish"):
        noun.aspect = "done" if verb.aspect in ("done", "adjunct", "link", "noun") else verb.aspect
        noun.form = f"noun {verb.sense} {verb.form}"
        noun.mood = noun.mood or ("wish" if verb.sense == "wish" else verb.mood)
    if held and noun.sense in ("open", "ground") and _IS_HELD.match(text, verb.start):
        noun.aspect = "ahead"
    noun.denied = noun.denied or (verb.denied and verb.sense != "run")


_IS_HELD = Pattern(
    r"(?:열린|진행된|거행된|개최된|이뤄진|이루어진|치러진)다(?!는)|열립니다|(?:진행|거행|개최)됩니다"
)
"""Of a ceremony: the plain present tells what is to come."""
_ALL_TO_DO = Pattern(r"(?:(?!였|했|었|았)[^.,\n]){0,50}?[할될을갈릴질울낼칠] ?데 ?(?:대|관)")
"""Behind a verb in -고 that is to be done with the next one: 짓고 설비를 조립할데 대한 과업."""


_ALL_ALONG = Pattern(r"[^.”\"\n]{0,160}?(?:고 ?있|[해아어여려] ?왔)(?:다|습니다)")
"""Behind a verb in -며 of a sentence whose last verb lasts: 건설하며 사례로 선전해 왔다."""


def _set_up(text: str, one: Predicate, final: Predicate) -> bool:
    """Whether something is said to run that has been built for it: 건립돼 조업중이다."""
    built = one.sense in ("build", "appear") and final.sense == "run"
    return built and final.mood == "" and not text.endswith(("며", "면서"), one.start, one.last)


_BY_THEN = Pattern(r"(?:지난|작년|재작년|이미|올 ?초|올해 초|앞서)[^,.\n]{0,14}$")


def _already(text: str, one: Predicate) -> bool:
    """Whether what goes on in something to come has been: 지난 3월 착공해 이달 준공할 예정이다."""
    begun = one.sense in ("ground", "begin")
    return begun and _BY_THEN.search(text, max(0, one.start - 24), one.start) is not None


def _go_on(text: str, one: Predicate, following: Sequence[Predicate], end: int) -> None:
    """Give a verb in -고 the aspect and mood of the verb that its sentence ends in."""
    if _ALL_TO_DO.match(text, one.last, end):
        one.aspect, one.mood = "ahead", "order"
        return
    told = bool(following) and one.sense in _TOLD_FIRST
    must = None if told else _MUST.match(text, one.last, end)
    for final in following:
        if must and must.end() <= final.start:
            break
        if final.start > one.last + _REACH:
            return
        if one.sense == "visit" and final.mood == "order":
            continue  # 방문해 공사를 끝내라고 지시했다
        finite = (
            final.kind == "verb"
            and final.aspect not in ("link", "noun")
            and final.sense != "say"
            and final.form != "to come"
        )
        if finite and final.start >= one.last:
            one.mood = one.mood or final.mood
            one.form = f"link {final.aspect}"
            if final.aspect == "ahead" and _already(text, one):
                one.aspect, one.mood = "done", ""
            elif final.aspect == "ahead":
                one.aspect = "ahead"
            elif final.aspect in ("done", "adjunct") or _set_up(text, one, final):
                one.aspect = "done"
            one.governor = final.sense
            return
    if must:
        one.mood = "order"
    elif text.endswith(("며", "면서"), one.start, one.last) and _ALL_ALONG.match(text, one.last, end):
        one.aspect = "ongoing"
