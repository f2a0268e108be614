"""
The words that name facilities and stages, in English and Korean.

The patterns are rows of data/vocabulary.csv, in order of precedence, matched without regard to case. A cue
says that a stage was reached; what stands before or behind it may take that back (`VETO_BEFORE`,
`VETO_AFTER`) or put it in the future.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from geo.text import LiteralFilter, data_rows, required_literals


@dataclass(frozen=True, slots=True)
class Term:
    """A facility or a stage named in a text."""

    start: int
    end: int
    value: str
    rule: str
    """What fired: the name of the table row."""
    generic: bool = False
    """A bare `factories`: a facility only where the text is about the policy."""


class TermTable:
    """The rows of data/vocabulary.csv of one kind, in their order; patterns are compiled when needed."""

    def __init__(self, kind: str) -> None:
        self._rows = [row for row in data_rows("vocabulary.csv") if row["kind"] == kind]
        self._needed = LiteralFilter([required_literals(row["pattern"]) for row in self._rows])
        self._patterns: dict[int, re.Pattern[str]] = {}

    def find(self, text: str, start: int, end: int) -> tuple[Term, ...]:
        """Terms in text[start:end] that do not overlap; an earlier row wins, then the one further left."""
        taken: list[Term] = []
        for number in self._needed.present(text[start:end]):
            row = self._rows[number]
            for match in self._pattern(number).finditer(text, start, end):
                if (
                    match.end() > match.start()
                    and not _overlaps(taken, *match.span())
                    and _at_word(text, *match.span())
                ):
                    value = row["value"]
                    taken.append(Term(match.start(), match.end(), value, row["rule"], value == "generic"))
        return tuple(sorted(taken, key=lambda term: term.start))

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._patterns:
            self._patterns[number] = re.compile(_bounded(self._rows[number]["pattern"]), re.IGNORECASE)
        return self._patterns[number]


def _bounded(pattern: str) -> str:
    r"""The pattern with words of at most 60 letters: one that begins with `\w+` is tried at every letter."""
    return re.sub(r"(?<!\\)(\\[wdS])([+*])", lambda m: f"{m[1]}{{{'1' if m[2] == '+' else ''},60}}", pattern)


@cache
def _table(kind: str) -> TermTable:
    """The rows of one kind: facility or stage."""
    return TermTable(kind)


def find_facilities(text: str, start: int, end: int) -> tuple[Term, ...]:
    """Facilities named in text[start:end], leftmost, the earlier table row where two overlap."""
    return tuple(term for term in _table("facility").find(text, start, end) if term.value != "none")


_OTHER_WORKS = re.compile(
    r"\b(?:wharf|wharves|parks?|roads?|bridges?|schools?|kindergartens?|nursery|streets?|museums?"
    r"|librar(?:y|ies)|hotels?|resorts?|stadiums?|gymnasium"
    r"|dams?|reservoirs?|railways?|airports?|monuments?|flats|apartments?|embankments?|harbou?rs?"
    r"|theat(?:er|re)s?|houses|dwellings|villages?|ships?|vessels?|submarines?|destroyers?"
    r"|missiles?)\b"
    r"|부두|공원|도로|다리|학교|유치원|탁아소|호텔|려관|극장|저수지|언제|경기장|살림집|주택|철도"
    r"|비행장|공항|구축함|잠수함|미사일",
    re.IGNORECASE,
)


def names_other_works(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is about works that are no facility of ours: a wharf, a munitions plant."""
    none = [term for term in _table("facility").find(text, start, end) if term.value == "none"]
    if any(not _ONLY_DESCRIBES.match(text, term.end) for term in none):
        return True
    return _OTHER_WORKS.search(text, start, end) is not None


_ONLY_DESCRIBES = re.compile(r"(?:이|가) ?(?:자리한|자리잡은|있는|위치한|소재한)")
"""Behind works that only describe a place: 기계공장이 자리한 대안구역."""


def find_cues(text: str, start: int, end: int) -> tuple[Term, ...]:
    """Stage cues in text[start:end], vetoes not yet looked at."""
    return _table("stage").find(text, start, end)


def _overlaps(terms: list[Term], start: int, end: int) -> bool:
    return any(term.start < end and start < term.end for term in terms)


def _at_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin match begins and ends at a word's edge; Hangul may go on."""
    return not (_latin(text[start - 1 : start]) and _latin(text[start : start + 1])) and not (
        _latin(text[end - 1 : end]) and _latin(text[end : end + 1])
    )


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def words_before(text: str, at: int, start: int, length: int = 60) -> str:
    """What stands before a term within its sentence, lower case."""
    return text[max(start, at - length) : at].lower()


VETO_BEFORE = re.compile(
    r"(?:\b(?:will|would|shall|should|must|may|might|can|could|cannot)(?: \w+ly| also| soon| not"
    r"| never)? (?:be |have |get |see )?(?:\w+ )?"
    r"|\b(?:to be|to|be|not|never|yet to|nor|without|if|once|until|till|unless|before|ahead of"
    r"|prior to|pending|towards?|awaiting|about|near(?:ing)?|close to|speedy|early|rapid|successful"
    r"|expected|scheduled|planned|future|upcoming|coming|(?:due|set|slated|scheduled) for)"
    r" (?:the |its |their |a |an |full |final "
    r"|formal |official |successful )*(?:\w+ly )?"
    r"|(?:\bnot|\bnever|n't|n’t)(?: yet| even| fully| been| being| be)* "
    r"|\b(?:wants?|wanted|urge[sd]?|urging|ask(?:s|ed)?|order(?:s|ed)?|call(?:s|ed|ing)? (?:for|on)"
    r"|demand(?:s|ed)?|wish(?:es|ed)?|hope[sd]?|aim(?:s|ed)?|so that|in order|need(?:s|ed)?|ready to"
    r"|as soon as|how|whether|unless)\b [^.;,]{0,60}"
    r"|\b(?:den(?:y|ies|ied|ying)|rumou?rs?|no (?:sign|evidence|word|indication|proof)s?) that\b [^.;,]{0,60}"
    r"|\b(?:when|once|after|as soon as) [^.,;]{0,60}\b(?:is|are|goes|go|stands?) ?"
    r"|\b(?:once|as soon as|if|unless|until) (?:the|an?|it|they|these|this|all|construction"
    r"|work)\b[^.,;:]{0,60})$"
)
"""Endings of the words before a cue that make it a wish, a condition or the future."""

SCHEDULED_AFTER = re.compile(
    r"^[^.;,]{0,110}?\b(?:(?:is|are) (?:now |still )?(?:scheduled|slated|set|due|expected|planned)"
    r"|(?:has|have) (?:not|never)|(?:is|are) (?:yet|to))\b"
    r"|^(?:(?!\b(?:but|and|while|after|who|which|that)\b)[^.;]){0,140}?"
    r"\b(?:was|were|is|are|has been|have been) (?:again |now |also )?"
    r"(?:postponed|put off|called off|cancell?ed|delayed|shelved)\b",
    re.IGNORECASE,
)
"""Behind a ceremony named as a noun: `The inauguration of A in B is scheduled for ...`, `was postponed`."""

VETO_AFTER = re.compile(
    r"^\W{0,2}(?:ceremon(?:y|ies) )?(?:\w+ ){0,3}?(?:(?:is|are|was|were) (?:set|scheduled|due|expected"
    r"|planned|slated)|set for|scheduled for|due in|planned for|expected|will be|would be|to be held"
    r"|to come)",
    re.IGNORECASE,
)

KO_FUTURE_AFTER = re.compile(
    r"^(?:식)? ?전까지|^(?:낸|친|한) [^.,]{0,8}(?:련대|려단|연대|여단|대대|돌격대|군인|건설자)"
    r"|^[가-힣]{0,4} ?것(?:이"
    r"|을) ?(?:목적|목표|골자)|^[가-힣]{0,5}수 ?있(?:게|도록)|^[^.]{0,40}?(?:느냐"
    r"|는가\'|물음|질문)|^(?:내|마치|맺)?(?:라고|라며|자고|자(?=[!'’\"”])|도록|라는|야 한)"
    r"|^[^']{0,14}' ?(?:제하|라는 제목|제목의)"
    r"|^[ ]?(?:나흘|사흘|이틀|하루|닷새|열흘|한 달|\d+일|\S{1,3}주) ?전|^(?:식|식은|식이"
    r"|식을)?[ ]?[^.]{0,30}(?:열릴|예상|예정|전망|계획"
    r"|될 것|할 것|될것|할것|하게 된다|되게 된다|게 될|목표|방침)|^의 날(?:을|이|로)?[^.]{0,10}(?:앞|향"
    r"|위)|^[가-힣]{0,3}[ ]?(?:될|할|되면|하면"
    r"|되게|하게 될|[가-힣]{0,3}게 된다|예정|계획|목표|전망|기다|앞두|앞둔"
    r"|위한|위해|위하여|향해|준비|까지|하기로|이전|전에|하자|해야|하여야|하도록|되도록|보장|하려)"
)

KO_DENIED_AFTER = re.compile(
    r"^(?:(?!으나|지만|는데|했고|하고|됐고|으며|을 뿐)[^.。,]){0,30}?"
    r"(?:소식|보도|동향|시점|시기|여부|날짜|일자|사실|움직임|징후|정황|언급|(?:확인된|알려진|전해진"
    r"|보도된) 바)"
    r"(?:은|는|이|가|을|를|도|에 대해서?는?)?"
    r"(?:(?!으나|지만|는데|했고|하고|됐고|으며|을 뿐)[^.。,]){0,20}?(?:없|않|못|안 (?:돼|됐|된|나)|불투명"
    r"|미정|미지수)"
)
"""Behind a Korean cue: that nothing of the kind is known, told or confirmed."""

KO_NOT_DONE_AFTER = re.compile(
    r"^(?:식|행사)?(?:은|는|이|가|을|를|도|의)?"
    r"(?: ?(?:아직|여전히|여태|끝내|지금|현재|이번에|올해|이날)(?:은|는|도|까지|까지도|에도)?)? ?"
    r"(?:(?:되|하|열리|열|치르|치러|있|(?:진행|거행|개최|시작)(?:되|하)|이뤄|이루어|치러지|이뤄지|이루어지)?"
    r"지(?:는|도|를)? ?(?:않|못)|(?:없었|없다|없이|없는)|못(?:했|하였)"
    r"|(?:연기|취소|보류|무산|지연)(?:됐|되|하|했|된|돼)|미뤄|미루|늦춰)"
)
"""Behind a Korean cue: that it was not done, or put off; not that somebody stayed away."""

GENERIC_PLACES = re.compile(
    r"\b(?:\d+|twenty|forty|ten|two|three|several|many|other|all|every|each|various|different|some"
    r"|more|dozens of|both|over \d+|these|those|remote|most|scores of)"
    r" (?:\w+ ){0,2}?(?:cities|counties|regions?|areas?|places|sites|localities|provinces|county|city"
    r"|districts?)\b"
    r"|\b(?:all over|across|throughout|over|in) the (?:whole |entire )?(?:country|nation|land)\b"
    r"|\ball (?:the |of the )?(?:\w+ ){0,2}?(?:projects|factories|facilities|sites|works) (?:set|planned"
    r"|slated|of)\b"
    r"|\b(?:every|each) year\b|\bannually\b|(?:cities|counties|areas) a year\b"
    r"|(?<!broadcast )(?<!televised )nationwide|\bcountrywide\b|\bthe regions\b|\bin (?:the )?regions\b"
    r"|\d{1,9}[ ]?개[ ]?(?:시|군|지역|시[ ]?[,·ㆍ][ ]?군|시군|곳|지방)|전국|온 나라|나라의 (?:모든|여러"
    r"|방방곡곡)|모든 시|여러 (?:시|군|지역|곳)"
    r"|매년|해마다|각지|시[ ]?[,·ㆍ][ ]?군들|지방들",
    re.IGNORECASE,
)
"""Words that say `somewhere`: a statement with them and without a named place is no event."""

FORECAST = re.compile(
    r"\b(?:expected|likely|expects?|is to be|are to be|will probably)\b|것으로 (?:보인|예상|전망|관측)"
    r"|전망(?:된|이)",
    re.IGNORECASE,
)
"""Words of a sentence that looks ahead: what it names is not yet what the text is about."""

GENERAL_SUBJECT = re.compile(
    r"(?:^|\s)(?:북한|북측|북|당국)(?:은|이)\s|(?:^|\s)지방(?:에|마다|들에)\s|^\W*the (?:country|North"
    r"|nation|regime)\b(?!['’]s (?:state|official)\b)",
    re.IGNORECASE,
)
"""Words of a sentence on the whole country: it does not go on about the county before it."""

SPEECH = re.compile(
    r"\b(?:speech|speeches|speaker|speakers|stressed|emphasi[sz]ed|recalled|noted|expressed"
    r"|pointed out|address|addressed|called on|urged|thanked|vowed|pledged|promised|voiced|praised"
    r"|hailed)\b"
    r"|\b(?:he|she|they|Kim|secretary|premier|chairman|leader|commander|official) (?:also )?(?:said"
    r"|told|added|spoke)\b"
    r"|연설|토론|강조|말씀|언급|호소|밝혔|지적|결의|다짐|당부",
    re.IGNORECASE,
)

MEDIA = re.compile(
    r"(?:KCNA|Korean Central News Agency|state(?:-run)? media|media|news agency|Rodong Sinmun"
    r"|newspaper|agency|Voice of Korea|broadcast\w*|report|daily)\W+(?:\w+\W+){0,3}?(?:said|says"
    r"|reported|reports|report|carried|announced|wrote|told)"
    r"|according to|it was reported|is said to|are said to|reportedly|보도|통신은|통신에 따르면|신문은"
    r"|전했다|소개했다|보도했다"
    r"|알려졌|따르면|전해졌",
    re.IGNORECASE,
)

LEADER = re.compile(
    r"\b(?:Kim Jong[- ]?Un|Kim|leader|[Hh]e|[Hh]is|him|Premier|premier|General Secretary|President"
    r"|Marshal|Supreme Leader|Comrade)\b|김정은|총비서|국무위원장|위원장|총리|원수님|총비서동지|지도자"
)
