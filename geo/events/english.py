"""English predicates: the auxiliaries before a verb, and the verb that a noun of action depends on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.events.phrases import PhrasePattern, forms_of, is_headline
from geo.events.predicates import COMPLETES, GIVEN_UP, Predicate
from geo.events.terms import Term
from geo.text import Pattern

_BE = frozenset("is are was were am be been 're".split())
_HAVE = frozenset("has have had having".split())
_WILL = frozenset("will would shall 'll".split())
_MODAL = frozenset("should must may might can could cannot ought let".split())
_NOT = frozenset("not never n't without no hardly isn't wasn't aren't weren't hasn't haven't hadn't".split())
_PRONOUNS = frozenset("it they he she we you there".split())
_GOT = frozenset("get got gets getting".split())
_PAST = frozenset("was were".split())
_SCHEDULED = frozenset("set due slated scheduled expected planned going".split())
_LINKS = _BE | _HAVE | _WILL | _MODAL | _NOT | _GOT | {"being", "to"}
"""What an auxiliary or another link of a verb group may be."""
_SKIPPED = frozenset(
    "also already now still just newly recently currently again finally soon simultaneously all both "
    "fully first longer once officially formally together only actively even ever then there too each well "
    "yet reportedly".split()
)
_WORDS = Pattern(r"[a-z']+|[^a-z' ]+")
_REACH = 110
"""Code points before a verb in which its auxiliaries and the word that governs it stand."""
_LAST_MATTER = Pattern(
    r"[;:]|, (?:which|who|where|while|whereas|but)\b|\b(?:which|who|whose|that|where|while)\b"
)
_BEFORE_NOUN = PhrasePattern(r"(?:\b{before noun}|'s) $")
_HAVING = PhrasePattern(r" (?:now |also |already |recently )*{had}\b")
_AT_FACILITY = PhrasePattern(
    r"(?:speaking )?(at) (?!(?:the |an? )?(?:{assembly en}|ceremon|opening|inaugurat))"
    r"(?:[\w'’.×-]+,? ){1,40}?"
    r"(?:kim(?: jong un)?|premier(?: \w+){1,3}?|{visitor})(?: also| then)? {tour verb}\b"
)
"""`At the cement complex he heard about ...`: on a tour, that he was there."""
_LONGEST_TITLE = 240
"""Code points that the titles of a leader take: `Kim Jong Un, general secretary of ..., went to`."""
_LEADER_GOES = PhrasePattern(
    r"(?<!with )(?<!and )\b(?:kim jong[ -]un|{visitor}|(?:korean )?leader kim)"
    r"(?:, [^.;]{1,230},|, who| on (?:the )?\w+)? $"
    r"|\bkim, who $|(?:^|(?:\b(?:that|when|where|and|then|as),?|[,.:;]) )kim(?: also| on (?:the )?\w+)? $"
)
_TO_A_NAME = Pattern(
    r"(?: where)?(?: (?:the|an?|another|new(?:ly)?|built|modern|re\w+ed|construction|building|sites?|of"
    r"|coastal|offshore|aquaculture|\w+-industry|regional|local|light|industr\w+|county|city|general|combined"
    r"|vegetable|greenhouse|foodstuff|garment|paper|cement|shoe|fish|catfish|modern|large|huge|leisure))*"
    r" (?:[A-Z]|farm|factor|hospital|plant|mill)"
)
"""Rather than to a conclusion, or to terms with somebody."""
_MAKER = PhrasePattern(
    r"\b{maker}(?: (?:of|in) (?:the )?[\w' ,-]{2,60}?)?(?:, [^,;.]{2,60},)?"
    r"(?: (?:has |have |had )?(?:beg[aiu]ns?|start(?:s|ed)|resumed))? $"
)
_FROM_MAKER = PhrasePattern(r" (?:the |its |this )?(?:[\w'’-]+ ){0,5}?{maker}\b")
_FROM_THE_MAKER = PhrasePattern(
    r"\b(?:from|at) (?:the |its |this )?(?:[\w'’-]+ ){0,6}?{maker}(?: (?:of|in) (?:the )?[\w'-]+(?: \w+)?)? $"
)
"""A works before goods that come: `from the mill of Unsan comes paper`."""
_COMES_OTHERWISE = Pattern(r" (?:down|in|into|up|under|to|together|off|true|back|home|with|after|before)\b")
_ANIMALS = PhrasePattern(
    r"\b{bred}(?: and {bred})?(?: [\w-]+){0,4} (?:is|are|was|were|been)(?: now| also| still| being)* $"
)
"""Before `being raised`: no building is."""
_MAKING = Pattern(
    r" (?:with )?(?:the |its |their )?(?:production|making|manufactur\w+|output)\b"
    r"(?! (?:line|process|base|build))"
)
"""Behind a verb of finishing or getting on: what goods are made, `completed the production of bags`."""
_LIVELY_THING = Pattern(r"(?:lively|brisk) (?!(?:at|in|on|there|now|here|and)\b)[a-z]")
"""A word of progress that describes something else: `a lively drive`, `brisk trade`."""
_A_PLAN = Pattern(
    r" (?:its |their |the )?(?:[\w-]+ ){0,3}(?:plans?|targets?|quotas?|assignments?)\b"
    r"(?! to\b| (?:for|of) (?:tree|land|securing|collecting|gathering|procuring|storing|building|saving)\b)"
)
"""Behind a verb of fulfilling: a plan of production."""
_MADE_BY = Pattern(r" (?:by|in|at)\b")
_BY_ITSELF = Pattern(r"[,.;]| (?:into|to|as|from|under|with|on|and|so|very|well|fast|\w+ly)\b")
"""Behind `develops`: it is the works that does."""
_NO_GOODS = PhrasePattern(r" (?:(?:{how much}|\w+ly) ){0,2}(?:{no goods})\b")
_GROWS_ITSELF = Pattern(
    r"[,.;]| (?:in|into|through|as|to|by|for|with|from|and|or|more|up|old|fast|than|every|year|each|day"
    r"|that|among|amid|about|around|over|between|against|\w+er|\w+ly)\b"
)
"""Behind `grows`: nothing is grown, but a number grows."""
_HAS = Pattern(r"\b(?:has|have|had) (?:\w+ly )?$")
_A_BUSINESS = PhrasePattern(r" (?:an?|the|his|her|their) (?:[\w-]+ ){0,3}?{facility noun}\b")
"""Behind `ran`: somebody was in charge of it."""
_TAKES = Pattern(
    r"(?<!to )(?<!can )(?<!could )(?<!will )\b"
    r"(?:receiv|see(?:s|ing)\b|treat|serv|attract|draws?\b|welcom|host)[a-z]* (?:[\w,]+ ){0,4}$"
)
"""Before `patients a day`: they are there."""
_NO_FACILITY = PhrasePattern(
    r" (?:an?|the|(?:its|his|her|their)(?: own)?|one|two|several) (?:[\w-]+ ){0,2}?{business}\b"
)
"""Behind `runs`: it is nothing of ours that runs."""
_NEVER_WENT = Pattern(
    r"\b(?:never|not|n't|yet to) (?:\w+ )?(?:go|went|gone|come|came|put|brought|enter(?:ed)?) $"
)
"""Before `into operation`: that it is not."""
_OF_A_ROOF = Pattern(r"\b(?:roof|floor|tiles|pipes|cables|last (?!stone)[a-z]+)\b[^.;,]{0,24}$")
_LAID_OTHERWISE = Pattern(r" (?:down|stress|emphasis|claim|blame|aside|bare|out)\b")
"""Before and behind `laid`: no foundation was."""
_GROUND = PhrasePattern(
    r"\bground (?:for (?:(?!{beside}\b)[\w'’-]+,? ){1,14}?)?(?:is|was|were|been)"
    r" (?:\w+ly |also |first |finally |then )?$"
)
"""Before `broken`: `ground for a hospital in Anak was broken`."""
_TO_DO = PhrasePattern(
    r"(?: out| off| life)? as an? | (?:to (?!{build}|be\b)[a-z]+|(?:\w+ly )?(?!{start with}\b)[a-z]+ing\b)"
)
"""Behind `begin`: something else than building is begun."""
_BEGAN = Pattern(r"\b(?:began|begun|begins?|started|starts?|resumed|uses [^.;]{3,70})$")
"""Before `to produce`: that it is done by now."""
_GEAR = Pattern(
    r" (?:farms?|rafts?|cages?|nets|ponds?|grounds?|tanks?|lines?|machines?|equipment|facilit\w+|rooms?"
    r"|towers?|halls?|silos?|yards?|racks?)\b"
)
"""Behind a participle that only says what a thing is for: `breeding rafts`."""
_SEEMS = Pattern(
    r"[Aa]ppear(?:s|ed)? (?:\w+ly )?(?:to|that|as if|as though|(?:externally |nearly |almost )?\w+d)\b"
)
_AT_SHARE = Pattern(r" (?:at|by|to) (?:\w+ ){0,2}\d|(?: \w+)? [\d.]+ ?(?:%|per ?cent)")
_SHARE = PhrasePattern(
    r"(?:(?<![\d.])\d{1,2}(?:\.\d+)? ?(?:%|per ?cent)|\b(?:half|(?<!the )thirds?|quarters?|fifths|tenths))"
    r"(?: of (?:[\w'’-]+,? ){1,14}?(?:has|have|is|are|was|were|had|been))?(?: \w+)? $"
    r"|\b(?!all\b)\w+ of (?:the |its )?(?:\w+ )?{its blocks}\b(?: [\w'’-]+,?){0,12} (?:is|are|were|been) $"
)
_SHARE_OF = Pattern(
    r" (?:\w+ ){0,2}?(?:\d{1,2}(?:\.\d+)? ?(?:%|per ?cent)|half|(?:two|three) \w+s) of (?:the|its|their) "
)
"""A share below the whole that is done, before and behind its verb."""
_LATER_STAGE = PhrasePattern(
    r" (?:the |its |their )?{later stage} (?:\w+ )?(?:stage|phase|stretch|sprint|work)\b"
)
"""Behind `begin`: the work began before, `began the finishing stage`."""
_NEARBY = Pattern(r"(?: up)? (?:to|by|behind|on|at)\b")
"""Behind `close`, which then closes nothing."""
_GETTING = Pattern(r"\b(?:get|gets|getting|make|makes|making|be) $")
"""Before `ready`: it is not yet."""
_CEREMONY_OF = Pattern(
    r"\bceremon\w+ (?:held )?(?:mark\w*|that marked|to \w+|celebrat\w+|for|on|of) (?:the |its |their )?"
    r"(?:(?!construction|foundation|first|laying)[\w'’-]+ ){0,2}$"
)
"""Before `completion`: it is that of an opening, `a ceremony marking the project's completion`."""
_CEREMONY = Pattern(r"\bceremon\w+\b[^.;]*$")
_WENT_ON = Pattern(
    r"\b(?:(?:went|gone|came|come|returned|proceeded|travell?ed|flew|drove|journeyed)(?:,? [\w'’-]+){0,7},?"
    r"|(?:was|been|arrived) (?:in|to) [^.;]{2,60})$"
)
"""Before `to visit`: that it was done."""
_TOOK = Pattern(
    r"\b(?:took|taken) (?:(?:\w+ ){1,5}?(?:days?|weeks?|months?|years?)|up (?:a|his|the) (?:shovel|spade))$"
    r"|\bit was [^.;]{2,40}['’]s turn$"
)
"""Before `to build`: that it was done, `it took 300 days`, `it was Anak's turn`."""
_ITS_OBJECT = 12
"""Code points between a verb and a noun that says what it is about."""
_DONE_BEFORE = Pattern(
    r"\b(?:has|have|had|was|were|gave|made|led|won|(?<!to )(?:set|put)|\w{3,}ed)\b(?:(?! to )[^.;,])*$"
)
"""Before `by building`: what was done that way."""
_REPORTED = Pattern(r"\b(?:reported|reportedly|said|known|shown|seen)$")
"""Before `to have visited`: that it was done."""
_NOTHING = Pattern(
    r"(?:^|[,;] |\b(?:that|but|and|said|where|when|while) )"
    r"(?:no|none of|neither|nobody|not one|not an?|nothing|little)(?: [\w'-]+){0,4}$"
)
"""The subject of what has not happened."""
_ORDERED = Pattern(r"\b(?:order|want|wish|demand)(?:ed|s|ing)? (?!that\b|to\b)(?:(?! and )[^.,;]){3,70}$")
"""Before a participle: what is to be done, `ordered the factories of the county rebuilt`."""
_HARDLY = Pattern(
    r" (?:(?:only )?on paper|hardly|almost no|no|little|nothing|scarcely|barely|not a|only a few|neither)\b"
)
_ALMOST = Pattern(
    r"\b(?:almost|nearly|half|partly|partially|largely|mostly|practically|externally|outwardly|looks"
    r"|structurally|substantially|virtually) $"
)


def read_english(folded: str, text: str, terms: Sequence[Term], start: int, end: int) -> list[Predicate]:
    """Predicates of one sentence, whose terms are given; offsets are those of the folded text."""
    found: list[Predicate] = []
    if at := _AT_FACILITY.match(folded, start, end):
        found.append(
            Predicate(*at.span(1), "visit", "state", False, "done", "at", at.start(1), last=at.end(1))
        )
    furthest = 0
    for term in _with_output(folded, terms, start, end):
        verb = term.kind == "verb"
        if term.korean or term.kind not in ("verb", "noun", "state", "part"):
            continue
        if verb and (term.sense in ("wish", "say") or _is_other_word(folded, text, term, start)):
            continue
        daily = folded.endswith((" a day", " daily"), term.start, term.end)
        if daily and not _TAKES.search(folded, max(start, term.start - 60), term.start):
            continue
        if term.sense == "begin" and _TO_DO.match(folded, term.end):
            continue
        if term.sense == "lay" and _OF_A_ROOF.search(folded, start, term.start):
            term = term._replace(sense="partwork")
        gone = term.sense == "gone"
        if gone and not _goes_there(folded, text, term, start):
            continue
        if term.sense == "make" and not _makes_goods(folded, term, start):
            continue
        if term.sense == "fulfil" and not _A_PLAN.match(folded, term.end):
            continue
        if term.sense == "finish" and not verb and _CEREMONY_OF.search(folded, start, term.start):
            term = term._replace(sense="open")
        planned = term.sense == "finish" and _A_PLAN.match(folded, term.end)
        if term.sense in ("finish", "progress") and verb and (planned or _MAKING.match(folded, term.end)):
            term = term._replace(sense="run")
        if term.sense == "build" and _ANIMALS.search(folded, start, term.start):
            term = term._replace(sense="run")
        if term.sense == "progress" and _LIVELY_THING.match(folded, term.start):
            continue
        if furthest <= term.end or found[-1].start < term.start:
            sense = {"gone": "visit", "make": "run", "fulfil": "run"}.get(term.sense, term.sense)
            predicate = _read(folded, term._replace(sense=sense), start, end)
            if gone and not folded.endswith("there", 0, term.end):
                predicate.governor = "gone"
            if term.kind == "state" and sense == "run" and found and _is_object(predicate, found[-1]):
                predicate.aspect = "ahead"
            if term.sense == "finish" and (
                _SHARE.search(folded, max(start, term.start - _REACH), term.start)
                or _SHARE_OF.match(folded, term.end)
            ):
                predicate.companions.add("part")
            if term.sense == "begin" and _LATER_STAGE.match(folded, term.end):
                predicate.companions.add("part")
            found.append(predicate)
            furthest = term.end
    told = [one for one in found if one.sense != "build" or one.aspect not in ("noun", "gerund")]
    if all(one.sense in _NO_STORY for one in told) and (at := _AT_WORK.search(folded, start, end)):
        found.append(
            Predicate(
                *at.span(1), "progress", "state", False, "present", "at work", at.start(1), last=at.end()
            )
        )
        found.sort(key=lambda one: one.start)
    return _with_starts(folded, _without_parts(found), end)


_MORE_OUTPUT = PhrasePattern(
    r"\b(?:increas|boost|rais|expand|doubl|tripl)(?P<form>e?d|ing|es?|s)?"
    r"(?= (?:its |their |the )?(?:(?!(?:of|in|for|and|to)\b)[\w-]+ ){0,3}(?:production|output|productivity)\b"
    r"(?! (?:capacit|base|process|line|cost)))"
)
"""A works that makes more than it did: `boosted their industrial output`."""
_HANDED_OVER = Pattern(r"\bhand(?P<form>ed|ing)(?= (?:the|its|an?) [^.,;]{3,60}? over\b)")
"""A facility that is handed over, with its name between."""
_IS_OPEN = Pattern(
    r"\b(?:be|been|is|are|was|were|remains?|remained|stays?|stayed) (?:now |still |fully |already )?$"
)
"""Before the adjective."""


def _as_state(folded: str, term: Term, start: int) -> Term:
    """A verb of opening, or what runs since it is open: `has been open since 2024`."""
    adjective = (term.kind, term.form) == ("verb", "base") and folded.startswith("open", term.start)
    if (
        adjective
        and term.end - term.start == 4
        and _IS_OPEN.search(folded, max(start, term.start - 24), term.start)
    ):
        return term._replace(kind="state", sense="run")
    return term


_FORMS = {"ing": "ing", "ed": "ed", "d": "ed", "es": "s", "s": "s"}


def _with_output(folded: str, terms: Sequence[Term], start: int, end: int) -> list[Term]:
    """Terms, and verbs that say of a works that it makes more, unless they are part of a term."""
    known = [(term.start, term.end) for term in terms if term.kind == "verb" and term.sense == "run"]
    terms = [_as_state(folded, term, start) if term.sense == "open" else term for term in terms]
    terms += [
        Term(*hit.span(), "verb", "open", "ed" if hit["form"] == "ed" else "ing", False)
        for hit in _HANDED_OVER.finditer(folded, start, end)
    ]
    more = [
        Term(*hit.span(), "verb", "run", _FORMS.get(hit["form"] or "", "base"), False)
        for hit in _MORE_OUTPUT.finditer(folded, start, end)
        if not any(a <= hit.start() < b for a, b in known)
    ]
    return sorted([*terms, *more], key=lambda term: (term.start, -term.end))


_SINCE = PhrasePattern(
    r"(?:(?!\b(?:first|second|third|fourth|fifth|only|last|largest)\b)[^;.]){0,90}"
    r" since (?:{about when}[ -])*(?:{month}|(?:19|20)\d\d|spring|summer|autumn|fall|winter|year)\b"
)
_BEING_BUILT = ("under construction", "in the works")


def _with_starts(folded: str, found: list[Predicate], end: int) -> list[Predicate]:
    """Predicates, and beside what is being built since some time that it was begun then."""
    for number, one in reversed([*enumerate(found)]):
        goes_on = one.sense in ("build", "appear") and one.aspect == "ongoing"
        goes_on = goes_on or one.form == "at work" or folded.startswith(_BEING_BUILT, one.start)
        told = goes_on and not one.denied and _SINCE.match(folded, one.last, end)
        if told and not any(one.last <= q.first and q.kind == "verb" and q.first < told.end() for q in found):
            begun = replace(one, sense="begin", kind="state", aspect="done", form="since", companions=set())
            found.insert(number, begun)
    return found


_AT_WORK = PhrasePattern(
    r"\b({builders at work})(?: (?:in|of|at) (?:the )?[\w', -]{2,60})?(?: now| also| still)? {at work}\b"
)
"""Builders who do something, whatever it is: `the soldier-builders in Anak County keep the quality high`."""
_NO_STORY = frozenset({"part", "partwork", "equip", "run", "progress"})
"""Senses beside which builders at work say that the building goes on."""


def _is_object(noun: Predicate, verb: Predicate) -> bool:
    """Whether words say what is to be done by the verb before: `is to receive its first patients`."""
    return verb.aspect == "ahead" and 0 <= noun.start - verb.end <= _ITS_OBJECT


def _goes_there(folded: str, text: str, term: Term, start: int) -> bool:
    """Whether a leader goes to a place, rather than to a ceremony: `he also went to the factory`."""
    _, length, _ = _chain(folded[max(start, term.start - _REACH) : term.start])
    leaves = term.start - length
    return _LEADER_GOES.search(folded, max(start, leaves - _LONGEST_TITLE), leaves) is not None and (
        folded.endswith("there", 0, term.end) or _TO_A_NAME.match(text, term.end) is not None
    )


def _makes_goods(folded: str, term: Term, start: int) -> bool:
    """Whether a works makes it, and no effort or use: `the factory makes jam`, `jam comes from it`."""
    if folded.startswith("from", term.end - 4):
        return _FROM_MAKER.match(folded, term.end) is not None
    if folded.startswith(("come", "came", "coming"), term.start):
        made = _FROM_THE_MAKER.search(folded, max(start, term.start - 120), term.start) is not None
        return made and _COMES_OTHERWISE.match(folded, term.end) is None
    if folded.startswith("develop", term.start) and _BY_ITSELF.match(folded, term.end):
        return False
    if by := _MADE_BY.match(folded, term.end):
        return term.form in ("ed", "participle", "past") and _FROM_MAKER.match(folded, by.end()) is not None
    _, length, _ = _chain(folded[max(start, term.start - _REACH) : term.start])
    at = term.start - length
    if term.form == "ing" and (keeps := _KEEPS.search(folded, max(start, at - 14), at - 1)):
        at = keeps.start()
    return (
        _MAKER.search(folded, max(start, at - 120), at) is not None
        and _NO_GOODS.match(folded, term.end) is None
    )


def _does_not_appear(folded: str, text: str, term: Term) -> bool:
    """Whether what looks like `appears` or `stands` says something else: `appears to be`, `stood out in`."""
    standing = folded.startswith("stood", term.start) or (
        folded.startswith("st", term.start) and _STANDING.match(folded, term.end) is not None
    )
    return standing or bool(_AT_SHARE.match(folded, term.end) or _SEEMS.match(text, term.start))


_STANDING = Pattern(
    r" (?:out|up|by|for|apart|alone|firm|ready|accused|trial|idle|empty|still|first|second|third"
    r"|beside|opposite|between|behind|close|near|next)\b"
)
"""Words that make of `stands` something other than a building that is there: `stood out`, `stand by`."""


def _is_other_word(folded: str, text: str, term: Term, start: int) -> bool:
    """Whether what looks like a verb is a noun (`the visit`), part of a name, or an auxiliary (`have`)."""
    word = text[term.start : term.end]
    if term.sense == "appear" and _does_not_appear(folded, text, term):
        return True
    if term.sense == "visit" and (
        _ON_PAPER.match(folded, term.end)
        or (
            folded.endswith(" at", term.start, term.end)
            and word.lower().startswith("look")
            and not _SEES_A_WORKS.match(folded, term.end)
        )
        or _PRESS.search(folded, max(start, term.start - 16), term.start)
        or (
            word.lower().startswith("stop")
            and _HALTED.search(folded, max(start, term.start - 90), term.start)
        )
    ):
        return True
    if term.sense == "plan" and _SAYS_YES.match(word) and not _FOR_BUILDING.match(folded, term.end):
        return True
    if " " in word:
        return False
    if term.sense == "ground" and word.lower().startswith(("break", "brok")):
        return not _GROUND.search(folded, max(start, term.start - _REACH), term.start)
    if term.start > start and text[term.start - 1] == "-" and "-" not in word:
        return True
    if term.form in ("base", "s"):
        if _BEFORE_NOUN.search(folded, max(start, term.start - 12), term.start):
            return True
        named = term.start > start and word[0].isupper() and text[max(start, term.start - 2)].isalpha()
        if named and not is_headline(text[start : start + 120]):
            return True
    if term.form == "ing" and term.sense == "run" and _GEAR.match(folded, term.end):
        return True
    if word in ("grow", "grows", "grew", "growing") and _GROWS_ITSELF.match(folded, term.end):
        return True
    if term.sense == "plan" and term.form == "s" and _ARE.match(folded, term.end):
        return True
    picked = term.sense == "plan" and _PICKED.fullmatch(word) is not None
    if picked and _PICKED_OTHERS.search(folded, max(start, term.start - 40), term.start):
        return True
    if word == "grown" and _HAS.search(folded, max(start, term.start - 24), term.start):
        return _GROWS_ITSELF.match(folded, term.end) is not None
    if word in ("run", "runs", "ran", "running") and _NO_FACILITY.match(folded, term.end):
        return True
    if word == "ran" and (_A_BUSINESS.match(folded, term.end) or folded.startswith(" from ", term.end)):
        return True
    if term.sense == "lay" and _LAID_OTHERWISE.match(folded, term.end):
        return True
    if (word == "run" and folded.startswith(" by ", term.end)) or (
        word == "close" and _NEARBY.match(folded, term.end)
    ):
        return True
    if term.sense == "run" and term.form in ("ed", "participle"):
        return _BEFORE_NOUN.search(folded, max(start, term.start - 12), term.start) is not None
    if term.sense == "get" and folded.startswith(("ha", "'ve"), term.start):
        return _HAVING.match(folded, term.end) is None
    return False


_SEES_A_WORKS = PhrasePattern(
    r" (?:(?:the|its|their|all|both|several|various|new|modern) )+(?:(?!of\b)[\w'’-]+ ){0,4}?{maker}\b"
    r"|.{0,40}\bhospitals?\b"
)
"""Behind `look at`: a works, rather than what it makes."""
_ON_PAPER = Pattern(
    r" (?:the |a |all |its )?(?:\w+ ){0,2}?(?:plans?|designs?|blueprints?|maps?|models?|drawings?)\b"
)
"""Behind a visit: it is no facility that is looked at, `examined the plans`."""
_PRESS = PhrasePattern(r"\b{reported en} $")
"""Before a visit: it is a paper that surveys something."""
_HALTED = Pattern(
    r"\b(?:work|construction|production|building|operations?|output)\b[^.;,]{0,60} $"
    r"|\b(?:is|are|was|were|been|be|being) $"
)
"""Before `stopped in`: that nobody called there."""
_SAYS_YES = Pattern(r"endors\w*|g[ai]v\w+ (?:the|its) \w+|sign\w*", re.IGNORECASE)
_FOR_BUILDING = Pattern(
    r"[^.;]{0,60}?\b(?:build|construct|erect|establish|moderni[sz]|renovat|reconstruct|plan|proposal|project|scheme)"
)
"""A yes, and behind it what it is said to: `gave the green light to building a mill`."""
_ARE = Pattern(r" (?:are|were|have|had|from)\b")
"""Behind `orders`: they are a noun."""
_PICKED = Pattern(r"pick\w*|select\w*|cho[os]\w+|designat\w+")
_PICKED_OTHERS = PhrasePattern(
    r"\b(?:being|freshly|{person before}(?: (?:had|have|has|been|was|were|are|\w+ly))+) $"
)
"""Before a choice that is of no place: `cucumbers are being picked`, `doctors had been picked`."""
_SURE_VERB = frozenset({"future", "modal", "infinitive", "perfect"})
"""Forms that no noun has: `will visit`."""


def _without_parts(found: Sequence[Predicate]) -> list[Predicate]:
    """
    What lies inside a longer term is no predicate, nor what begins in one: `look into production`.

    A noun goes before a verb of the same word.
    """
    kept: list[Predicate] = []
    nouns = {(one.start, one.end) for one in found if one.kind == "noun"}
    verbs = {(one.start, one.end) for one in found if one.kind == "verb" and one.form in _SURE_VERB}
    longest, looked = (0, 0), 0
    for one in found:
        span = (one.start, one.end)
        if one.end > longest[1]:
            longest = span
        doubled = one.kind == "verb" and span in nouns and one.form in ("gerund", "base", "present")
        doubled = doubled or (one.kind == "noun" and span in verbs)
        doubled = doubled or (one.kind == "state" and one.start < looked)
        looked = max(looked, one.end if one.sense == "visit" else 0)
        linking = one.sense == "get" and any(other.first <= one.start < other.start for other in found)
        if span == longest and not doubled and not linking:
            kept.append(one)
    return kept


_OPENING_IT = Pattern(r"(?:opening|commissioning|unveiling) (?:the|an?|its|their|another|two|three|new) ")
"""A noun of action with an object, which is a verb."""


def _read(folded: str, term: Term, start: int, end: int) -> Predicate:
    before = folded[max(start, term.start - _REACH) : term.start]
    if term.kind == "noun" and _OPENING_IT.match(folded, term.start):
        term = term._replace(kind="verb", form="ing")
    if term.kind in ("noun", "part"):
        return _noun(folded, term, before, end)
    if term.form == "base" and (joined := _AND_TO.search(before)):
        chain, _, words = _chain(before[: joined.end(1)])
        first = term.start
    else:
        chain, length, words = _chain(before)
        first = term.start - length
    if term.kind == "verb":
        return _verb(folded, term, chain, first, before, words, end)
    links = set(chain)
    ahead = links & (_WILL | _MODAL | ({"to"} if not words.endswith(_APPEARS) else set()))
    goes_on = links & {"has", "have"} and term.sense in ("progress", "run", "stop")
    if term.sense == "finish" and _GETTING.search(before):
        ahead = {"getting"}
        links = links - _HAVE - _PAST
    aspect = "done" if links & (_HAVE | _PAST) and not goes_on else "ahead" if ahead else "present"
    denied = bool(links & _NOT) or _NEVER_WENT.search(before) is not None
    return Predicate(*term[:2], term.sense, "state", False, aspect, "state", first, denied, last=term.end)


def _chain(before: str) -> tuple[list[str], int, str]:
    """Auxiliaries right before a verb, in order, how many code points they take, and the words before."""
    words = list(_WORDS.finditer(before))
    chain: list[str] = []
    at = len(words)
    while at:
        word = words[at - 1].group()
        to_come = chain and chain[-1] == "to" and (word in _SCHEDULED or word == "able")
        if word == "first" and chain and chain[-1] == "to":
            break  # `the first to be opened`
        if word == "first" and at > 1 and words[at - 2].group() == "the":
            break  # `the first opened in Sinpho`
        if word in _LINKS or (to_come and word not in _SKIPPED):
            chain.append(word)
        elif word in _PRONOUNS and at > 1 and words[at - 2].group() in _WILL:
            pass  # `would it be given`
        elif word not in _SKIPPED and not (word.endswith("ly") and len(word) > 4):
            break
        at -= 1
    first = words[at].start() if at < len(words) else len(before)
    return chain[::-1], len(before) - first, before[:first].rstrip()[-80:]


def _verb(
    folded: str, term: Term, chain: Sequence[str], first: int, before: str, words: str, end: int
) -> Predicate:
    """A verb behind a chain of auxiliaries."""
    links = set(chain)
    governor = mood = ""
    if "to" in links:
        aspect, form, governor = "ahead", "infinitive", _governor(words, chain)
        is_to = governor == "plan" or (governor == "scheduled" and not links & (_SCHEDULED - {"planned"}))
        if is_to and term.sense == "open" and _A_NEW_ONE.match(folded, term.end):
            term = term._replace(sense="build")  # `plans to open a mill`, which is not there yet
        if words.endswith(" it") and set(chain) & _PAST:
            mood = "wish"  # `how important it was to build`
        elif links & _MODAL or "would" in links:
            mood = "wish"  # `the next step would be to build`
        told = governor == "ceremony" and term.sense in ("open", "ground", "begin", "finish")
        held = term.sense in ("open", "ground") and governor != "scheduled"
        told = told or (held and _CEREMONY.search(before) is not None)
        went = _WENT_ON.search(words) is not None or chain[-2:] == ["been", "to"]
        told = told or (term.sense == "visit" and went) or _TOOK.search(words) is not None
        told = told or ("have" in links and _REPORTED.search(words) is not None)
        told = told or (term.sense in ("run", "ground") and _BEGAN.search(words) is not None)
        told = told or (term.sense in GIVEN_UP and "had" in links)
        told = told or (term.sense in COMPLETES and _HELPED.search(words) is not None)
        if told or (governor == "ordinal" and not (_YET_TO_BE.search(words) or words.endswith("next"))):
            aspect = "done"
        elif words.endswith("used"):
            mood = "wish"  # `used to stand apart`
    else:
        aspect, form = _tense(folded, term, links, words, end)
        if form == "future" and term.sense == "open" and _A_NEW_ONE.match(folded, term.end):
            term = term._replace(sense="build")  # `will open a mill`
        if not chain and _YET_TO_BE.search(words):
            aspect = "ahead"  # `is to be the third completed`
        if form == "gerund":
            governor = words.rsplit(" ", 1)[-1]
            governor = governor if governor in forms_of("preposition") else ""
            if governor in ("of", "on", "for") and _PLAN_OF.search(words):
                aspect, governor = "ahead", "plan"
            if governor == "by" and _DONE_BEFORE.search(before, 0, len(before) - 4):
                aspect = "done"  # `set an example by building a mill`
            if governor == "for" and _PRAISED.search(before):
                aspect = "done"  # `thanked them for building a mill`
            if governor == "after" and _LENGTH_AFTER.search(words):
                aspect = "done"  # `ten months after breaking ground`
        elif form == "modal":
            mood = "wish"
    if aspect in ("done", "adjunct") and _ALMOST.search(before):
        aspect = "ongoing"
    if aspect in ("done", "adjunct") and not chain and _ORDERED.search(before):
        aspect, mood = "ahead", "order"
    denied = (
        bool(links & _NOT)
        or _HARDLY.match(folded, term.end) is not None
        or words.endswith(("failed", "fails", "unable"))
        or _NOTHING.search(words) is not None
    )
    return Predicate(
        *term[:2], term.sense, "verb", False, aspect, form, first, denied, governor, mood, last=term.end
    )


def _tense(folded: str, term: Term, links: set[str], words: str, end: int) -> tuple[str, str]:
    """Aspect and form of a verb that is no infinitive, by its own form and its auxiliaries."""
    form = term.form
    if links & _WILL:
        return "ahead", "future"
    if links & _MODAL:
        return "ahead", "modal"
    if form == "ing" and _KEEPS.search(words):
        return "ongoing", "progressive"
    if form == "ing":
        reduced = _BUILDERS.search(words) if term.sense == "build" else _rises(term, words)
        if term.sense == "visit" and not links and (not words or _WHEN_DONE.search(words)):
            return "done", "past"  # `Looking round the hospital, he said`
        return ("ongoing", "progressive") if links & _BE or reduced else ("gerund", "gerund")
    if "being" in links and form in ("ed", "participle", "base"):
        return "ongoing", "progressive passive"
    if links & _HAVE:
        return "done", "perfect"
    if "be" in links and not links & (_BE - {"be"}):
        return "ahead", "modal"  # `ordered that it be finished`
    if links & (_BE | _GOT):
        return "done", "past passive" if links & (_PAST | _GOT) else "present passive"
    if form == "past":
        return "done", "past"
    if form in ("ed", "participle"):
        return _bare_participle(folded, term, words, end)
    return "present", "present" if form == "s" else "base"


_PRAISED = Pattern(
    r"\b(?:prais|thank|commend|laud|appreciat|credit|congratulat|acclaim)\w*\b[^.;:]{0,80} for (?:having )?$"
)
_KEEPS = Pattern(r"\b(?:keeps?|kept|continues?|continued|goes|went)(?: on)?$")
"""Before a gerund: that it goes on, `keeps making shoes`."""
_A_NEW_ONE = Pattern(r" (?:an?|two|three|several) ")
_BUILDERS = PhrasePattern(
    r"\b(?:{person before}|soldiers|troops|units|crews|brigades|regiments|those|workers)(?: who are| now)?$"
)
_WHEN_DONE = Pattern(r"(?:^|\W)(?:after|while|upon|when)$")
_AND_TO = PhrasePattern(
    r"\b(to) (?!(?:{determiner en}|this|that|be)\b)[a-z]+(?:(?:, [a-z]+)*(?:,|,? and|,? or) (?:\w+ly )?"
    r"| (?:the|an?|its|their|new|modern) (?:(?!{finite}\b)[\w'’-]+ ){1,8}(?:and|or) )$"
)
"""Before the last of several infinitives: `to renovate, equip and operate`, `to build a mill and run`."""


def _rises(term: Term, words: str) -> bool:
    """Whether a participle describes what rises: `the hospital now going up in Kwail`."""
    if term.sense not in ("appear", "finish") or not words:
        return False
    before = words.rsplit(" ", 1)[-1]
    return before.isalpha() and before not in forms_of("preposition") and not before.endswith("ing")


_HELPED = Pattern(r"\bhelped(?: [\w-]+){0,4}$")
_WORK = ("construction", "work", "building")
"""Before `started`: the subject of a verb that is no participle."""
_APPEARS = ("appears", "appear", "seems", "seem")
"""Before `to be under construction`: that it is."""
_LENGTH_AFTER = Pattern(r"\b(?:days|weeks|months|years?) after$")
"""Before a gerund: what happened so long before."""
_OBJECT = PhrasePattern(r" {object}\b")
_TO_HAVE_IT = Pattern(r"\bto have (?:[\w'’-]+ ){0,13}[\w'’-]+$")
"""Before `built`: what is to be done, `decided to have a farm built`."""
_AFTER_NOUN = PhrasePattern(r" (?:{behind noun}|\d)\b|,|$")


def _bare_participle(folded: str, term: Term, words: str, end: int) -> tuple[str, str]:
    """`built` without an auxiliary: the past of a sentence, or a participle that describes a noun."""
    after = folded[term.end : min(end, term.end + 16)]
    newly = folded[max(0, term.start - 6) : term.start].endswith(("newly ", "cently "))
    if newly or words.endswith(("newly", "recently")):
        return "adjunct", "participle"
    if term.sense in ("build", "modernize", "open", "finish") and _TO_HAVE_IT.search(words):
        return "ahead", "infinitive"
    if term.sense in ("build", "modernize") and _OF_NOUN.search(words) and not _OBJECT.match(after):
        return "adjunct", "participle"  # `the renovated hospital`
    if _OBJECT.match(after) or (term.sense == "begin" and term.form == "ed" and words.endswith(_WORK)):
        return "done", "past"
    if _AFTER_NOUN.match(after):
        return ("adjunct" if term.sense == "build" else "done"), "participle or past"
    return "done", "past or participle"


_OF_NOUN = Pattern(r"(?:^|\W)(?:the|an?|its|their|this|that|s)$")
"""Before a participle that describes the noun behind it."""
_YET_TO_BE = PhrasePattern(
    r"\b{modal} (?:be|become|make)(?: (?!is\b|are\b|was\b|were\b|than\b|like\b)[\w'-]+){1,6}$"
    r"|\bas the (?:first|second|next|only)(?: \w+)? (?:{counted place en}|places?|ones?|sites?)$"
)
"""Before a verb of which somebody is the first, but not yet: `it would be the third to be completed`."""
_GOVERNORS: dict[str, Pattern] = {
    "ordinal": Pattern(
        r"\b(?:became|is|was) the (?:first|second|third|fourth|fifth|latest)\b[^.;]{0,70}$"
        r"|\b(?:first|second|third|fourth|fifth|latest|(?<=the )only"
        r"|(?:last|next)(?! (?:year|month|week|spring|summer|autumn|fall|winter|stage)\b))(?: \w+){0,4}$"
    ),
    "ceremony": PhrasePattern(r"\b{governs ceremony}(?: \w+){0,8}$"),
    "wish": PhrasePattern(r"\b{governs wish}(?: \w+){0,5}$"),
    "plan": PhrasePattern(r"\b{governs plan}(?! {told to}\b)(?: (?!that\b)\w+){0,6}$"),
    "scheduled": PhrasePattern(
        r"^(?:(?!(?:the|an?|{opinion})\b)[\w.'’-]+ ){0,4}"
        r"(?:county|city|district|korea|dprk|pyongyang|north|kim|{facility noun})$"
    ),
}


def _governor(words: str, chain: Sequence[str]) -> str:
    """What the infinitive depends on."""
    at = chain.index("to")
    if set(chain) & _SCHEDULED or (at and chain[at - 1] in _BE):
        return "scheduled"
    return next((name for name, pattern in _GOVERNORS.items() if pattern.search(words)), "other")


_PLAN_OF = PhrasePattern(r"\b{plan of}(?: \w+){0,2} (?:of|on|for)$")
"""Before a gerund: what is only decided, `a decision on building a mill`."""
_PASSING = PhrasePattern(r"\b{passing} (?:{passing word} )*$|\bfrom the [\w ]{1,20} (?:at|of) the $")
_TO_COME = PhrasePattern(r"\b{to come} (?:{to come word} )*$")
_FOLLOWED = Pattern(r"(?:\w+ )*(?:be|been|being) (?:\w+ )?followed$")
"""What will be followed has been."""
_FOLLOWED_BY = PhrasePattern(
    r"\b(?:will|would|is|are|be|to) (?:be )?(?:\w+ )?followed(?: \w+){0,3} by (?:{what follows} )?$"
)
_ASKED_FOR = PhrasePattern(r"\b{asks for} (?:the |an? |its |their )?(?:\w+ ){0,2}$")
_SOON = PhrasePattern(
    r" (?:(?:(?!(?:that|which|who|where)\b)[\w'-]+(?:, {its land},)? ){0,9}?"
    r"(?:(?:is|are|was|were|seems?|looks?|lies?|remains?) (?:still )?{soon}\b(?! to (?!be |take |come ))"
    r"|(?:depends|hinges|hangs) (?:up)?on\b)|{soon}(?=[,.;]))"
)
_TO_MARK = Pattern(r"to (?:\w+ly )?(?:mark|celebrat|observe)\w*")
_MARKED = PhrasePattern(r"\b(?<!to )(?:{marked by})(?: [\w-]+){0,8} $")
"""Before `to mark the opening`: that it was marked, `attended a ceremony on Wednesday`."""
_MADE_KNOWN = Pattern(r"announc\w+ (?:the |its |their )?(?:(?!plan|date|schedul)[\w-]+ ){0,3}")
"""Before a completion that is news, and not to come."""
_TO_SPEAK = Pattern(
    r"\b(?:will|would|(?:is|are) to) [^.;,]{2,40} (?:during|at) (?:the |an? )(?:\w+ ){0,2}$"
    r"|\b(?:set|sets|fixed|chosen|chose|named|picked) (?!off|out|up)(?:[\w.]+,? ){1,4}for (?:the )?(?:\w+ )?$"
)
"""Before a ceremony: what somebody will do there, or that it has a day."""
_NEXT_TIME = PhrasePattern(
    r" [^.;,:]{0,80}(?:, {its land}, )?[^.;,:]{0,16}"
    r"\b(?:(?<!the )next {weekday}|later this {weekday}|tomorrow|will be [io]n\b"
    r"|(?:days?|weeks?|months?) (?:away|off)\b)"
)
_NO_NEWS = Pattern(r" (?:dates?|deadlines?|targets?|rates?|schedules?|times?)\b")
"""Behind `completion`: nothing is completed."""
_NO = Pattern(
    r"\b(?:no|without|any|not)(?: \w+)? $"
    r"|\bno (?:date|day|time|word|plans?|sign|news|mention|deadline|schedule)\b[^.;]{0,40}"
    r"\b(?:for|of|on|about) (?:the |its |an? )?(?:\w+ )?$"
)
_NEAR = 30
"""So near behind a noun, a verb goes before one that stands before it; not of visits, which are paid."""
_SENSES = ("hold", "begin", "finish", "progress", "scheduled", "postpone", "cancel", "stop", "plan", "visit")
"""What may become of a ceremony, a visit or a construction by the verb that it goes with."""
_BEHIND = PhrasePattern(
    r"\b(?:(?P<modal>{modal}) )?(?:{auxiliary} )*(?P<adverbs>(?:\w+ly |not |also |now |soon |then )*)\b(?:"
    + "|".join(f"(?P<{sense}>{{noun then {sense}}})" for sense in _SENSES[:8])
    + r")\b",
    needs="|".join(f"{{noun then {sense}}}" for sense in _SENSES[:8]),
)
_BEFORE = PhrasePattern(
    r"\b(?:(?P<modal>{modal}) )?(?:{auxiliary} )*(?:\w+ly )?(?:"
    + "|".join(f"(?P<{sense}>{{{sense} then noun}})" for sense in (_SENSES[0], *_SENSES[:2:-1]))
    + r")(?: {noun word})*(?: \w+){0,4} $",
    needs="|".join(f"{{{sense} then noun}}" for sense in (_SENSES[0], *_SENSES[3:])),
)


def _noun(folded: str, term: Term, before: str, end: int) -> Predicate:
    """A noun of action, with the aspect of the verb that it depends on."""
    after = folded[term.end : min(end, term.end + 160)]
    cut = _LAST_MATTER.search(after)
    right = _BEHIND.search(after[: cut.start()] if cut else after)
    if right is not None and _TO_MARK.fullmatch(right[0]):
        right = None  # `a ceremony to mark the completion`: what became of it stands before
    if right is not None and term.sense == "visit" and right.lastgroup not in _VISITED:
        right = None  # `during his visit he told them to finish it`
    if right is not None and right.lastgroup == "scheduled" and _OF_MANY.search(after, 0, right.start()):
        right = None
    if right is not None and right.lastgroup == "scheduled" and _OF_THE_NEXT.search(after, 0, right.end()):
        right = None  # `with the opening of A, all hospitals planned are in use`
    near = right is not None and right.start() <= _NEAR and term.sense != "visit"
    left = None if near else _BEFORE.search(before)
    aspect, governor, form, mood = "noun", "", "noun", ""
    news = left is not None and term.sense in ("open", "finish") and _MADE_KNOWN.fullmatch(left[0])
    if left and (news or (left["modal"] == "to" and _MARKED.search(before, 0, left.start()))):
        aspect, governor = "done", "hold left"
    elif left:
        aspect, governor = _governed(left, "left")
    elif right and right.lastgroup == "hold" and _TO_A_HALT.match(after, right.end()):
        governor = "stop"
    elif right:
        aspect, governor = _governed(right, "right")
    if governor:
        form = f"noun {governor}"
    if right and _FOLLOWED.match(right[0]):
        aspect = "noun"
    to_come = term.sense in ("visit", "open", "finish", "ground") and _NEXT_TIME.match(after)
    to_come = to_come or _SOON.match(after)
    ahead = _TO_SPEAK.search(before) or _TO_COME.search(before) or _FOLLOWED_BY.search(before)
    if to_come or ahead:
        aspect = "ahead"
    elif _PASSING.search(before):
        mood = "passing"
    if _ASKED_FOR.search(before) or _NO_NEWS.match(after):
        mood = "wish"
    denied = _NO.search(before) is not None or bool(right and " not " in f" {right['adverbs']}")
    return Predicate(
        *term[:2], term.sense, "noun", False, aspect, form, term.start, denied, governor, mood, last=term.end
    )


_OF_MANY = Pattern(r"\bof (?:the |some |about )?(?:\d+|twenty|many|several|those)(?: [a-z]+)? $")
"""Before a participle that tells of what others are to be: `the opening was the first of 20 planned`."""
_TO_A_HALT = Pattern(r" to (?:a (?:\w+ )?(?:halt|stop|standstill)|an (?:\w+ )?end)\b")
_OF_THE_NEXT = PhrasePattern(
    r",(?! {its land}).* (?:(?!(?:is|are|was|were|be|been) )[\w'-]+ )(?:planned|expected|due|set)$"
)
"""Up to a participle that describes something in the next clause."""
_VISITED = frozenset({"hold", "scheduled", "postpone", "cancel"})
"""Senses of verbs behind a visit that say what became of it."""


def _governed(match: re.Match[str], side: str) -> tuple[str, str]:
    """Aspect of a noun, and the sense of the verb that it depends on."""
    governor = str(match.lastgroup)
    if match["modal"] or governor == "scheduled":
        return "ahead", governor
    return ("done", f"hold {side}") if governor == "hold" else ("noun", governor)
