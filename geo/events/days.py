"""When it happened: the day phrase that belongs to a predicate, or the day that the sentences around give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from geo.dates import DatePhrase, go_back, iso_day
from geo.events.candidates import Candidate
from geo.events.clauses import deed_of, half_of, is_in_its_own_clause, of_its_half
from geo.events.dayphrases import BY_THEN, BY_THEN_KO, ITS_EVENT, PROCESSES, DayPhrases
from geo.events.decision import Claim
from geo.events.grouping import points_behind
from geo.events.inorder import day_in_order, months_in_list, visits_in_list
from geo.events.owning import FOLLOWED
from geo.events.phrases import PhrasePattern
from geo.events.places import place_key
from geo.events.predicates import COMPLETES, Predicate
from geo.events.reading import Reading, SentenceReading
from geo.events.recalled import is_anew, is_recalled
from geo.events.settling import kinds_of
from geo.events.times import NEAR
from geo.events.unreal_english import begins_a_policy
from geo.models import SETBACKS, Mention
from geo.text import Pattern

_THIS_YEAR = Pattern(r"(?:in )?(?:this|the current) year|올해|금년|올 ")
_ALREADY = PhrasePattern(r"\b{done before en}\b|이미 |{done before ko}")
"""Beside what was done at some time before the report."""
_ENDS = Pattern(r"(?:[.!?。]|다)[\"'”’)]*$")
UNRESOLVED = frozenset({"partial", "relative", "range"})
OPEN = UNRESOLVED | {"weekday"}
"""Kinds of phrases that name a day without saying which, where nothing else does."""
_SO = Pattern(r"(?:이같이|이와 같이) (?:말|밝|지시|언급|강조|제시)")
_SPEECH = Pattern(r"\b(?:his|her|the|a) (?:speech|address)\b|연설|이 자리에서")
_OCCASIONS = frozenset({"open", "ground", "ceremony", "visit"})
"""Senses of what a speech is made at."""
_SINCE = Pattern(r"\b(?:since|from) (?:the )?$")
_BEGINS = frozenset({"begin", "open"})


_AFTER = Pattern(r"(?: after)? (?:[\w'’-]+ ){0,8}")
_AFTER_ONE = Pattern(r"[\w ]+ after (?:an? |the )?(?:\w+ )?(?:one|event|ceremony|(?:in|of) )[^,;]{0,40}")
"""Between a length of time and a place: `on May 7, two days after a similar event in A`."""
_OTHER_THING = PhrasePattern(r"\b{other matter}\b")
"""In another sentence without facilities: what its day is of."""
_FOLLOWED_BY = Pattern(
    r"\bfollowed(?: \w+)? by\b|\b(?:following|after) (?:an?|another) (?:\w+ )?(?:one|event|ceremony) in $"
)
"""Between a day and what came later: `was held in February, followed by similar events in A and B`."""
_FOR_IT = Pattern(r" for (?:the |its |their |an? )?(?:[\w-]+ )?")
"""Between a day and what somebody came for: `he was there in February for the groundbreaking`."""
_CLAUSE_ENDS = Pattern(r"; ")
_TOLD_OF = PhrasePattern(r"(?:을|를| 소식을?) (?:[가-힣]+(?<!다고) ){0,2}{told of}|식을 축하")
_NEWS_OF = Pattern(r"(?:[을를] )?[가-힣]{0,4}다는 (?:보도|소식|기사|뉴스)[가이를을][ ,]")
"""Behind a verb: what is dated is the report that it happened, 찾았다는 보도가 있었다."""
_CAME_AFTER = Pattern(
    r"\b(?:came|come|took place) (?:after (?:it|this|that|them)|later)\b|\bfollowed(?=[.,;]| later)"
)
_MADE_KNOWN = PhrasePattern(r"(?: \(\w+\)|, \w+day)?,? (?:[\w.'’-]+ ){1,5}{made known}\b")
"""Behind the day on which somebody told what had happened: `on March 18 state media reported that`."""
_IN_SPEECH = PhrasePattern(r"\b(?:in|during) (?:an?|his|the|its) (?:[\w-]+ )?{a speech}(?: [\w'’-]+){0,5} $")
"""Before the day on which somebody told what had happened."""
_ANNOUNCED = Pattern(r"\bannounc\w+ (?:(?!that\b|at\b|in\b|on\b)[\w-]+ ){0,4}$")
"""Before a ceremony or a completion: the day is that of the announcement."""
_AGO = Pattern(
    r"식?[이을]? ?(?:(?:된|한|은|있은|연|열린|진행된|거행된|가진|치른|마친) ?지"
    r"|(?:된|한)? ?때(?:로부터|부터)) "
    r"|식? (?=(?:\S+ ?(?:일|주|달|개월|년|해)|\S\S)[이가]? ?(?:지나|넘|만[인에] ))"
)
_NEARLY_SO_LONG = Pattern(r"(?:[이가]? ?(?:돼|되어|되여|다) ?가|[이가]? ?가까이|[이가]? ?(?:넘|지나)| ?남짓)")
"""Behind a length of time that is only about so long: 6개월이 돼 가지만."""
_EVER_SINCE = Pattern(r"(?:식|한|된)? ?(?:이후|이래|뒤|후)[에로부터는도]{0,3} |식? \S+ ?\S+ (?:동안|만에) ")
"""Behind what other news is reckoned from: 개원 이후 하루 200명을, 개원 석 달 동안."""
_MONTH_DAY = Pattern(r"(?P<month>\d{1,2})월 ?(?P<day>\d{1,2})일")
_MAKES = frozenset({"build", "appear", "begin"})
"""Senses of verbs whose year is that of nothing else."""
_CLEFT = Pattern(r"[가-힣]{0,2} (?:것은|건) ")
_IT_WAS = Pattern(
    r"[가-힣]{0,4}(?: ?있)?[는은한된던린진운룬른본난선] ?(?:(?:것|날|때|시점|일자|시기|곳|데)[은는이]|건) "
)
"""Behind a predicate whose day comes next: 완공된 것은 26일이다."""


_WAS, _WAS_KO = Pattern(r"\b(?:was|were|had)\b"), Pattern(r"[였었했됐]다|[였었했됐]던|이던")
_PRESENT = frozenset({"present", "present passive", "adnominal present"})
"""Forms of predicates that may tell what is to come."""
_TAKES_PLACE = PhrasePattern(r"[^.;,]{0,80}(?:, {its land},)? (?:takes? place|is|is held) (?:on|in) ")
"""Between a ceremony and a day that may be to come."""
_YEAR_OR_LAST = PhrasePattern(r"\b(?:19|20)\d\d|\blast\b|{then ko}")
"""In a day or right before it: it is none to come."""


_NEXT = Pattern(
    r"\W*(?:[가-힣]+[은는] )?(?:이어서?|뒤이어|다음으로|계속하여|또한?) "
    r"|\W*(?:In the (?:morning|afternoon|evening)|That (?:afternoon|evening)|Later (?:in the|that) day"
    r"|From there),? |\W*(?:He|Kim(?: Jong[ -]Un)?) (?:then|next|also) "
)
"""At the start of a sentence on what was visited next."""
_OTHER_NEWS, _OTHER_WORKS = PhrasePattern(r"{other news}"), PhrasePattern(r"{other works}")
_MADE = frozenset({"build", "appear", "modernize"})
_RIGHT_BEFORE = 4
"""Code points between a day and the verb that it is of."""
_BEFORE_IT = Pattern(r"\W*(?:[그이](?:에|보다) )?앞서 ")
"""At the start of a sentence on what went before."""
_SO_OFTEN = Pattern(r"일(?:에도?)? (?:이렇게 )?(?:두|세|네|\d) ?(?:차례|번)")
"""Behind the days of visits."""
_ONCE_MORE = Pattern(r"(?<![가-힣])(?:또(?: 한 번| 한번|다시)?|다시|재차|거듭) (?:[가-힣]+ ?){0,3}$")
"""Before a visit that is not the first."""


Found = tuple[float, Candidate, Mention]
"""Log odds of a candidate, the candidate, and the place of its list."""
ALSO_TOLD, MOST_TOLD = 2.5, 6
"""Log odds below the best at which another candidate tells of a claim, too; so many are looked at."""


_UNTIL = Pattern(r"\b(?:until|till|to) (?:the )?$")
_DETERMINER = Pattern(r"\b(?:the|a|its|their|this|that|each|both|two|three) (?:[\w-]+ ){0,2}$")
_MADE_PUBLIC = Pattern(r"\b(?:announc|unveil|reveal|declar|made public|disclos)")
"""Before an adjective, and words of a plan that becomes known."""
_FIRST_SINCE = Pattern(
    r"\bfirst (?:[a-z-]{5,9} )?(?:visit|trip|tour|inspection) (?:there |here |to it |to the \w+ )?since $"
)

_FOR_THE_FIRST_TIME = Pattern(r"\S{1,6} ?만(?=[이에인]|\W|$)")
_AGAIN_SINCE = Pattern(r" ?(?:이후|이래)[는로]? (?:[가-힣]+ ){0,2}?\S{1,6} ?만[이에인]")
"""Behind the day of a visit that one is the next since: 찾은 것은 2016년 12월 이후 2년 만이다."""


class Days:
    """What happened when in a document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._named = DayPhrases(reading)

    def phrases(self, read: SentenceReading) -> tuple[DatePhrase, ...]:
        """Phrases of a sentence that may date an event."""
        return self._named.phrases(read)

    def date_of(self, claim: Claim) -> str | None:
        """The date of a claim, as precise as text and publication day allow; None if it cannot be known."""
        return self.dated(claim)[0]

    def dated(self, claim: Claim) -> tuple[str | None, str]:
        """The date of a claim, and what gives it: `sentence` (its own), `around`, `report` or nothing."""
        best: str | None = None
        source: Candidate | None = None
        near = sorted(self._of_news(claim), key=lambda found: found[1].read.sentence.is_caption)
        for _, one, place in near[:6]:
            found = self._first(claim.stage, one, place)
            if found and (
                best is None or (len(found) > len(best) and (found.startswith(best) or len(best) < 7))
            ):
                best, source = found, one
        if best is not None and self._is_of_a_visit_before(claim, best):
            return (self._named.base.reported or "")[:7], "report"
        if best is not None and source is not None:
            return self._day_in_year(claim, best) or self._finer(claim, best, source), "sentence"
        if claim.stage not in PROCESSES and self._is_long_ago(near[0][1]):
            return None, ""
        if around := self._around(claim, near):
            if self._is_of_a_visit_before(claim, around):
                return (self._named.base.reported or "")[:7], "report"
            return around, "around"
        month = self._of_report(claim)
        return month, "report" if month else ""

    def _of_news(self, claim: Claim) -> list[Found]:
        """The best candidates, none of another visit, or of the first building of what was renovated."""
        best = claim.nearly_best
        if claim.stage == "inspection":
            news = [found for found in self._told(claim) if not is_recalled(self.reading, found[1])]
            return [found for found in news if found in best] or news or best
        now = self._told_now(claim)
        return [found for found in best if found in now] or now

    def _told_now(self, claim: Claim) -> list[Found]:
        """The candidates that tell of a claim, none of them that of what had been there long before."""
        old = self._first_built(claim) if claim.stage == "completed" else []
        return [found for found in self._told(claim) if found not in old]

    def _told(self, claim: Claim) -> list[Found]:
        """The candidates that tell of a claim by themselves."""
        least = claim.candidates[0][0] - ALSO_TOLD
        return [found for found in claim.candidates[:MOST_TOLD] if found[0] >= least]

    def _first_built(self, claim: Claim) -> list[Found]:
        """What tells that a thing was built in an earlier year: `built in 1988, it has been renovated`."""
        told = self._told(claim)
        again = {id(one) for _, one, _ in told if is_anew(self.reading, one.predicate)}
        if not again:
            return []
        base = (self._named.base.reported or "9")[:4]
        once = [found for found in told if id(found[1]) not in again]
        return [found for found in once if (self._own("completed", *found[1:]) or base)[:4] < base]

    def _day_in_year(self, claim: Claim, year: str) -> str | None:
        """The day without a year that a page without a day gives to what it tells elsewhere with its year."""
        if len(year) > 4 or self._named.base.reported:
            return None
        for _, one, _ in claim.candidates[:6]:
            text, p = self.reading.text, one.predicate
            days = [
                found
                for d in self.phrases(one.read)
                if d.date is None and p.korean and 0 <= p.start - d.end <= NEAR
                if (found := _MONTH_DAY.fullmatch(text, d.start, d.end))
            ]
            if days:
                return iso_day(int(year), int(days[-1]["month"]), int(days[-1]["day"]))
        return None

    def _finer(self, claim: Claim, best: str, source: Candidate) -> str:
        """A date, or a day within it that another sentence names for the same."""
        deadlines = (d for d in self.phrases(source.read) if self._is_deadline(d))
        by_then = any((d.date or "").startswith(best) for d in deadlines)
        if len(best) == 10 or by_then or self._is_only_reported(source):
            return best
        further = (self._own(claim.stage, one, place) for _, one, place in claim.candidates[:12])
        finer = [day for day in further if day and len(day) > len(best) and day.startswith(best)]
        return max(finer, key=len, default=best)

    def is_to_come(self, claim: Claim) -> bool:
        """Whether the present tense tells of a day that is still to come: `the hospital opens in October`."""
        return claim.stage != "planned" and all(self._is_ahead(one) for _, one, _ in claim.nearly_best[:6])

    def _is_ahead(self, one: Candidate) -> bool:
        p, half_a_year_ago = one.predicate, go_back(self._named.base.reported or "", "6 months")
        noun = p.form == "noun" if p.korean else p.kind == "noun"
        told = noun or p.form in _PRESENT or (p.korean and p.aspect == "present")
        if not told or one.read.sentence.is_caption or not half_a_year_ago:
            return False
        weekday = p.kind == "verb" and p.sense != "visit" and not one.read.sentence.is_title
        return any(
            d.kind == "future"
            or (d.kind == "weekday" and weekday)
            or (
                not (noun and p.korean)
                and not _YEAR_OR_LAST.search(self.reading.folded, d.start - 5, d.end)
                and "0000-00" < (d.date or "")[:7] <= half_a_year_ago[:7]
                and len(d.date or "") > 4
            )
            for d in self.phrases(one.read)
            if self._stands_beside(p, d, noun)
        )

    def _stands_beside(self, p: Predicate, phrase: DatePhrase, noun: bool) -> bool:
        """Whether a day is where that of a predicate stands: before a Korean one, behind `takes place`."""
        before = p.start - phrase.end
        if p.korean:
            return 0 <= before <= (_RIGHT_BEFORE if noun else NEAR)
        if noun:
            return _TAKES_PLACE.fullmatch(self.reading.folded, p.last, phrase.start) is not None
        return 0 <= before <= NEAR or 0 <= phrase.start - p.last <= NEAR

    def other_times(self, claim: Claim, first: str | None) -> list[tuple[int, str]]:
        """
        Further visits with days of their own, and the year in which what was renovated had been built.

        Each as the number of its candidate, and the date.
        """
        if claim.stage == "completed":
            days = [
                (claim.candidates.index(one), self._own("completed", *one[1:]))
                for one in self._first_built(claim)
            ]
            return [(at, day) for at, day in days if day and day[:4] != (first or "")[:4]][:1]
        if claim.stage != "inspection" or first is None:
            return []
        found: list[tuple[int, str]] = []
        top = claim.candidates[0][0]
        seen = [first]
        for number, (score, one, place) in enumerate(claim.candidates):
            told = score >= top - ALSO_TOLD and id(one.predicate) not in claim.elsewhere
            if not told or one.predicate.sense != "visit":
                continue
            own = self._own(claim.stage, one, place)
            for day in (*(self._months(one, own) or [own or ""]), *self._first_since(one)):
                if len(day) >= 7 and not any(day.startswith(d) or d.startswith(day) for d in seen):
                    seen.append(day)
                    found.append((number, day))
        return found

    def _first_since(self, one: Candidate) -> list[str]:
        """The date of the visit that one is the first since: `his first trip there since March`."""
        return [
            d.date
            for d in self.phrases(one.read)
            if d.date
            and (
                _FIRST_SINCE.search(self.reading.folded, max(0, d.start - NEAR), d.start)
                or _AGAIN_SINCE.match(self.reading.text, d.end)
            )
        ]

    def _first(self, stage: str, one: Candidate, place: Mention) -> str | None:
        """The date that the sentence gives to a predicate; of several months of visits the first."""
        day = self._own(stage, one, place)
        months = self._months(one, day) if stage == "inspection" else []
        return months[0] if months else day

    def _months(self, one: Candidate, day: str | None) -> list[str]:
        """The months in each of which there was a visit, if `day` is one of them or their year."""
        s = one.read.sentence
        if day and (not one.predicate.korean or _SO_OFTEN.search(self.reading.text, s.start, s.end)):
            return visits_in_list(self.reading.folded, self.phrases(one.read), day)
        if not day or len(day) > 7:
            return []
        months = months_in_list(self.reading.text, (s.start, s.end), self.phrases(one.read))
        return months if any(month.startswith(day) for month in months) else []

    def _is_of_a_visit_before(self, claim: Claim, day: str) -> bool:
        """Whether the news is one more visit, 또 들러, and a day that is told is that of an older one."""
        base = self._named.base.reported or ""
        if claim.stage != "inspection" or len(base) < 10 or day[:7] >= (go_back(base, "10 days") or "")[:7]:
            return False
        visits = [one for _, one, _ in claim.candidates[:6] if one.predicate.sense == "visit"]
        return len({is_recalled(self.reading, one) for one in visits}) == 2 or any(
            _ONCE_MORE.search(self.reading.text, one.read.sentence.start, one.predicate.start)
            for one in visits
            if one.read.sentence.paragraph <= 1
        )

    def _own(self, stage: str, one: Candidate, place: Mention) -> str | None:
        """The date that the sentence gives to a predicate."""
        described = not one.predicate.korean and one.predicate.form == "participle"
        end = one.predicate.last
        described = described and not any(0 <= d.start - end <= _RIGHT_BEFORE for d in self.phrases(one.read))
        if (one.predicate.sense == "built" or described) and any(
            q.kind == "verb" and q.sense not in ("hold", "get") for q in one.read.predicates
        ):
            return None  # `visited the newly built hospital on Monday`, `the renovated one`
        if one.predicate.korean and (one.predicate.sense, one.predicate.aspect) == ("ceremony", "adjunct"):
            return None  # 당창건 80돐을 경축한 인민들이
        if (
            self._is_new_where_visited(one)
            or self._is_only_described(one)
            or (not one.read.sites and self._is_of_other(one.read))
        ):
            return None
        if self._is_only_reported(one):
            return self._month_of_news(one)
        usable = self._named.usable(stage, one.read)
        if one.predicate.korean and one.predicate.mood == "passing":
            usable = [d for d in usable if d.end <= one.predicate.start]  # 준공식 이틀 뒤인 10일
        told = any(0 <= one.predicate.start - d.end <= _RIGHT_BEFORE for d in usable)
        if not told and (ago := self._ago(one)):
            return ago
        if not usable and one.read.intro is not None:
            usable = self._named.usable(stage, one.read.intro)
        if not usable or (self._is_reckoned_from(one) and not self._is_dated_behind(one, usable)):
            return self._since(stage, one)
        others = any(not sites.role for sites in one.read.sites)
        if one.sites.role == "compared" and others and one.predicate.aspect != "adjunct":
            usable = [d for d in usable if _beside(self.reading.text, place, d)]
        elif one.predicate.korean:
            usable = [d for d in usable if not _is_of_one_compared(one.read, d)]
        phrase = self._chosen(one, place, usable)
        if phrase is None or phrase.kind == "future" or self._has_nearer(one, phrase):
            return None
        lengths = (d for d in self.phrases(one.read) if d.kind == "duration" and phrase.end <= d.start)
        for length in lengths:
            if _AFTER_ONE.fullmatch(self.reading.folded, length.start, max(length.end, place.start)):
                return go_back(phrase.date or "", length.basis)
        followed = _FOLLOWED_BY.search(self.reading.folded, phrase.end, max(phrase.end, place.start))
        if followed or (phrase.end <= one.predicate.first and self._came_after(one)):
            return (phrase.date or "")[:4]
        return (phrase.date or "")[:7] if self._is_deadline(phrase) else phrase.date

    def _is_deadline(self, phrase: DatePhrase) -> bool:
        """Whether something was done by a day, perhaps before: 26일까지 이미 착공했다, `done by May 6`."""
        if BY_THEN_KO.match(self.reading.text, phrase.end):
            return True
        by = BY_THEN.search(self.reading.folded, max(0, phrase.start - 50), phrase.start)
        return by is not None and not ITS_EVENT.match(self.reading.folded, phrase.end)

    def _has_nearer(self, one: Candidate, phrase: DatePhrase) -> bool:
        """Whether a day that cannot be reckoned stands nearer: 2월 28일 착공하여 2025년 12월 28일 준공."""
        open_days = [
            d
            for d in self.phrases(one.read)
            if d.date is None and d.kind in OPEN and not self._is_of_a_later_verb(one.predicate, d)
        ]
        far = self._distance(one.read, one.predicate, phrase)[0] + 12 * (len(phrase.date or "") == 10)
        return any(self._distance(one.read, one.predicate, d)[0] < far for d in open_days)

    def _is_new_where_visited(self, one: Candidate) -> bool:
        """Whether a day is that of the visit: 9일 새로 건설된 병원을 돌아보았다."""
        p = one.predicate
        if not p.korean or p.aspect != "adjunct" or p.sense not in _MADE:
            return False
        dated = any(0 <= p.start - d.end <= _RIGHT_BEFORE for d in self.phrases(one.read))
        newly = self.reading.text.endswith("새로 ", 0, p.start)
        return (newly or not dated) and any(q.sense == "visit" for q in one.read.predicates)

    def _is_only_described(self, one: Candidate) -> bool:
        """Whether a plan only says which thing is meant: `the planned hospital was shown on May 7`."""
        p = one.predicate
        if (
            p.korean
            or (p.sense, p.form) != ("plan", "past or participle")
            or not _DETERMINER.search(self.reading.folded, max(0, p.start - 40), p.start)
        ):
            return False
        s = one.read.sentence
        return not (p.last > one.group.start or _MADE_PUBLIC.search(self.reading.folded, s.start, s.end))

    def _is_only_reported(self, one: Candidate) -> bool:
        """Whether the days are those of reports: 16일에는 은파군, 17일에는 연탄군의 준공을 전했다."""
        p = one.predicate
        if not p.korean:
            if p.aspect == "ahead":
                return False  # a plan has the day of its announcement
            if any(
                d.date and deed_of(self.reading, one.read, d) == (p.first, True)
                for d in self.phrases(one.read)
            ):
                return False  # `said on May 20 that it had been opened in April`
            if p.kind == "noun" and _ANNOUNCED.search(self.reading.folded, max(0, p.start - NEAR), p.start):
                return True
            days = [d for d in self.phrases(one.read) if len(d.date or "") == 10]
            only = len({d.date for d in days}) == 1
            told = _MADE_KNOWN.match(self.reading.folded, days[0].end) if only else None
            spoke = (
                only and _IN_SPEECH.search(self.reading.folded, 0, days[0].start) and days[0].end <= p.first
            )
            return bool(spoke or (told is not None and told.end() <= p.first))
        folded, noun = self.reading.folded, p.kind == "noun"
        return bool(_NEWS_OF.match(folded, p.end) or (noun and _TOLD_OF.match(folded, p.end)))

    def _month_of_news(self, one: Candidate) -> str | None:
        """The month of the day on which something was told; it may have happened before."""
        days = [d for d in self.phrases(one.read) if d.date and len(d.date) == 10]
        before = [
            d.date[:7] for d in days if d.date and (d.end <= one.predicate.start or not one.predicate.korean)
        ]
        return before[-1] if before else None

    def _chosen(self, one: Candidate, place: Mention, usable: Sequence[DatePhrase]) -> DatePhrase | None:
        """The phrase that stands with a predicate, or with its place where several places have days."""
        p = one.predicate
        told = one.read.sentence
        named = tuple(mention for sites in one.read.sites for mention in sites.mentions)
        listed = named if not one.carried_place and len(one.sites.mentions) == 1 else one.sites.mentions
        ordered = day_in_order(
            self.reading.folded, (told.start, told.end), listed, self.phrases(one.read), place, named
        )
        if ordered is not None and (not one.carried_place or len(ordered.date or "") == 10):
            return ordered
        if behind := self._behind_pronoun(one, place, usable) or self._in_brackets(place, usable):
            return behind
        if beside := self._beside_each(one, usable):
            return beside
        usable = [
            d for d in usable if not (self._is_of_another(one.read, p, d) or self._is_of_a_later_verb(p, d))
        ]
        usable = [d for d in usable if not is_in_its_own_clause(self.reading, one.read, p, d, usable)]
        usable = [d for d in usable if not (self._is_to_come(one.read, p, d) or self._is_unquoted(p, d))]
        usable = [d for d in usable if p.korean or not self._is_deadline(d)] or usable
        usable = of_its_half(self.reading, one.read, p, usable)
        days = [d for d in usable if len(d.date or "") == 10]
        if not days and not p.korean:
            days = [d for d in usable if len(d.date or "") == 7] or usable
        if (own := self._in_relative(one, usable)) is not None:
            return own
        if p.korean and len(days or usable) > 1 and (own := _before_each(one, days or usable)):
            return own
        if len(days) > 1 and (led := [d for d in days if self._leads(d, place)]):
            return led[-1]
        sites = sum(not sites.role for sites in one.read.sites)
        spread = sites > 1 or len(one.sites.mentions) > 1 or _share(one, place, days)
        if (
            len(days) > 1
            and spread
            and place.start >= one.read.sentence.start
            and place.end <= one.read.sentence.end
        ):
            found = self._of_place(one, place, days)
            if found is not None:
                return found
        if one.stage in PROCESSES:
            usable = [d for d in usable if self._starts(one, d) or self._is_long_past(one.predicate, d)]
            usable = [d for d in usable if not self._is_nearer_another(one, d)]
        elif one.stage in SETBACKS:
            usable = [d for d in usable if not (self._is_put_off_to(d) or self._is_set_against(p, d))]
            usable = [d for d in usable if self._is_since(d)] or usable
        return min(usable, key=lambda d: self._distance(one.read, p, d), default=None)

    def _in_relative(self, one: Candidate, usable: Sequence[DatePhrase]) -> DatePhrase | None:
        """The day right behind the verb of a clause that describes: `a mill that opened in 2020`."""
        p, folded = one.predicate, self.reading.folded
        if p.korean or p.kind != "verb" or not _WHICH_DID.search(folded, max(0, p.first - 12), p.first):
            return None
        return next((d for d in usable if _THEN.fullmatch(folded, p.last, max(p.last, d.start))), None)

    def _is_of_another(self, read: SentenceReading, p: Predicate, phrase: DatePhrase) -> bool:
        """Whether a day stands right before another verb that it is of: 지난해 공사를 시작한 공장."""
        year = len(phrase.date or "") == 4 or p.sense == "visit"
        seen = len(phrase.date or "") == 10 and p.sense == "visit"  # 30일 완공단계에 이른 병원을 찾았다
        return any(
            q is not p
            and q.korean
            and (
                {q.aspect, q.mood} & {"adjunct", "passing"}
                or (p.sense in COMPLETES and p.aspect != "ahead" and _is_before_it(q))
                or (year and q.kind == "verb" and q.sense in _MAKES and p.sense not in _MAKES)
            )
            and q.sense != "hold"
            and q.start >= phrase.end
            and not any(phrase.end <= d.start < q.start for d in self.phrases(read))
            and not (seen and (q.sense == "progress" or self.reading.text.endswith("새로 ", 0, q.start)))
            and len(_WORKS.sub("", self.reading.folded[phrase.end : q.start])) <= 5
            for q in read.predicates
        )

    def _behind_pronoun(
        self, one: Candidate, place: Mention, usable: Sequence[DatePhrase]
    ) -> DatePhrase | None:
        """The day of a place that shares the verb before: `was opened on May 4 and the one in B in June`."""
        if one.predicate.korean or one.predicate.last > one.group.start:
            return None
        folded = self.reading.folded
        if not points_behind(folded, one.group):
            return None
        return next(
            (d for d in usable if _RIGHT_BEHIND.fullmatch(folded, place.end, max(place.end, d.start))), None
        )

    def _in_brackets(self, place: Mention, usable: Sequence[DatePhrase]) -> DatePhrase | None:
        """The year or the day in brackets right behind a place: `in Kangdong (2023) and Ryonggang (2024)`."""
        text = self.reading.text
        behind = (d for d in usable if 0 <= d.start - place.end <= _ITS_BRACKET)
        return next((d for d in behind if text[d.start - 1] == "(" and text.startswith(")", d.end)), None)

    def _beside_each(self, one: Candidate, usable: Sequence[DatePhrase]) -> DatePhrase | None:
        """The day beside a facility, if each of several has one: `a mill in 2019, a hospital in 2021`."""
        groups, folded = one.read.groups, self.reading.folded
        if len(groups) < 2 or one.group not in groups or one.predicate.korean:
            return None
        behind = {
            g: [d for d in usable if _DAY_BEHIND.fullmatch(folded, g.end, max(g.end, d.start))]
            for g in groups
        }
        before = {
            g: [d for d in usable if _DAY_BEFORE.fullmatch(folded, d.end, max(d.end, g.start))]
            for g in groups
        }
        for beside in (behind, before):
            if sum(map(bool, beside.values())) > 1:
                return next(iter(beside[one.group]), None)
        return None

    def _is_of_a_later_verb(self, p: Predicate, phrase: DatePhrase) -> bool:
        """Whether a day stands behind a Korean verb that does not lead to it: 세웠으며, 2026년에는 ..."""
        verbal = p.korean and (p.kind == "verb" or p.form.startswith("past"))
        if not verbal or p.aspect == "ahead" or phrase.start < p.end:
            return False  # `세우고 ... 건설하기로 11일 결정했다`: the day of a decision on both
        text = self.reading.text
        it_was = _IT_WAS.match(text, p.end - 1) and not text.startswith("에는 ", phrase.end)
        return not (it_was or text.startswith("(", phrase.start - 1))

    def _of_place(self, one: Candidate, place: Mention, days: Sequence[DatePhrase]) -> DatePhrase | None:
        """`in A on Monday, in B on Tuesday`: the day behind the place, or before it where days come first."""
        places = [m for s in one.read.sites for m in s.mentions]
        if not places:
            return None
        if days[0].start < places[0].start or self._lead(places, days):
            before = [d for d in days if d.end <= place.start and not self._is_parted(one, d, place)]
            if before or not one.predicate.korean:
                return before[-1] if before else None
        after = [d for d in days if d.start >= place.end]
        if after:
            return after[0]
        listed = next((s.start for s in one.read.sites if place in s.mentions), place.start)
        return next((d for d in days if 0 <= listed - d.end <= _RIGHT_BEFORE), None)

    def _lead(self, places: Sequence[Mention], days: Sequence[DatePhrase]) -> bool:
        """Whether most days stand right before a place: 9일 숙천군부터 시작해 11일 은파군, 13일 경성군."""
        starts = {mention.start for mention in places}
        return 2 * sum(day.end + 1 in starts for day in days) > len(days)

    def _is_parted(self, one: Candidate, phrase: DatePhrase, place: Mention) -> bool:
        """Whether a Korean clause ends between a day and a place: 27일에는 A가 가졌고, B는 26일까지 ..."""
        return any(
            q.korean
            and q.kind == "verb"
            and q.aspect in ("link", "done")
            and phrase.end <= q.start
            and q.last <= place.start
            for q in one.read.predicates
        )

    def _leads(self, phrase: DatePhrase, place: Mention) -> bool:
        """Whether a day opens the words on a place: 1월 7일에는 순천인비료공장, 7월 20일에는 ..."""
        between = self.reading.text[phrase.end : place.start] if phrase.end < place.start else ""
        return re.fullmatch(r"에는 (?:[가-힣]+도 )?", between) is not None

    def _is_put_off_to(self, phrase: DatePhrase) -> bool:
        """Whether something was put off to a day: `postponed until Friday`, 금요일로 연기됐다."""
        before = self.reading.folded[max(0, phrase.start - 12) : phrase.start]
        return bool(_UNTIL.search(before)) or self.reading.text.startswith(("로 ", "까지 "), phrase.end)

    def _is_set_against(self, p: Predicate, phrase: DatePhrase) -> bool:
        """Whether a Korean clause ends between a day and a setback: 17일 착공식을 열었으나 지연됐다."""
        between = p.korean and _BUT_THEN.search(self.reading.text, phrase.end, max(phrase.end, p.start))
        return bool(between)

    def _is_since(self, phrase: DatePhrase) -> bool:
        """Whether it is said since when: `has stood idle since mid-January`, 7월부터."""
        before = self.reading.folded[max(0, phrase.start - 12) : phrase.start]
        return bool(_SINCE.search(before)) or self.reading.text.startswith("부터", phrase.end)

    def _is_long_past(self, p: Predicate, phrase: DatePhrase) -> bool:
        """Whether a process was seen long before the report, and not now: `the mill was running in 2015`."""
        base, date, folded = self._named.base.reported or "", phrase.date or "", self.reading.folded
        if len(date) < 4 or not (
            date[:4] < base[:4] and date < (go_back(base, "6 months") or "")[: len(date)]
        ):
            return False
        if p.korean:
            return _WAS_KO.search(self.reading.text, p.start, p.last + 6) is not None
        past = p.form.startswith("past") or _WAS.search(folded, max(0, p.first - 1), p.start) is not None
        return past and not folded.startswith("resum", p.start)

    def _starts(self, one: Candidate, phrase: DatePhrase) -> bool:
        """Whether a process began then, rather than being seen then."""
        p = one.predicate
        began = one.stage == "operating" and (
            p.sense in _BEGINS
            or p.governor in ("begin",)
            or _STARTED.search(self.reading.folded, p.first - 8 * (p.kind == "state"), p.last + 30)
            or _BEGAN.search(self.reading.folded, max(0, p.first - 12), p.first)
        )
        served = one.stage == "operating" and self._is_since(phrase)
        this = (self._named.base.reported or "")[:4] == phrase.date  # 올해 첫 수확이 시작되였다
        return served or bool(began and len(phrase.date or "") >= 4 and not this)

    def _is_to_come(self, read: SentenceReading, p: Predicate, phrase: DatePhrase) -> bool:
        """Whether a day is that of what is still to be done: `urged them to finish it by October 10`."""
        return not p.korean and any(
            q.kind == "verb"
            and q.aspect == "ahead"
            and q.sense in _TO_DO
            and p.last <= q.first
            and q.last <= phrase.start
            and _BY.search(self.reading.folded, q.last, phrase.start) is not None
            for q in read.predicates
        )

    def _is_unquoted(self, p: Predicate, phrase: DatePhrase) -> bool:
        """Whether a day is that on which somebody said what a quoted English sentence tells."""
        low, high = self._quotation(p)
        return low < high and not low <= phrase.start < high

    def _quotation(self, p: Predicate) -> tuple[int, int]:
        """Where the quoted sentence stands that an English predicate is in; two zeros if it is in none."""
        within = next((q for q in self.reading.quotes if q[0] <= p.start < q[1]), (0, 0))
        return within if not p.korean and self.reading.text[within[0] + 1].isupper() else (0, 0)

    def _is_nearer_another(self, one: Candidate, phrase: DatePhrase) -> bool:
        """Whether a day stands with another verb: `was opened on May 1, and the mill is starting up`."""
        p, read = one.predicate, one.read
        far = self._distance(read, p, phrase)
        return not p.korean and any(
            q.kind == "verb" and q.sense in _TOLD and self._distance(read, q, phrase) < far
            for q in read.predicates
            if q is not p and phrase.start >= q.last
        )

    def _distance(self, read: SentenceReading, p: Predicate, phrase: DatePhrase) -> tuple[int, int]:
        """How far a phrase is from a predicate, other predicates between counted as much text."""
        low, high = (phrase.end, p.start) if phrase.end <= p.start else (p.end, phrase.start)
        between = [
            q
            for q in read.predicates
            if q is not p
            and low <= q.start
            and q.end <= high
            and q.sense not in ("get", "plan", "site", "part", "work")
            and (q.sense != "hold")
        ]
        far = max(0, high - low) + 70 * len(between)
        far += 70 * (_CLAUSE_ENDS.search(self.reading.folded, low, high) is not None)
        if p.korean and phrase.start > p.end:
            far += 60
        if p.korean and p.aspect == "adjunct" and 0 <= p.start - phrase.end <= 2:
            return -100, phrase.start
        if p.kind == "noun" and not p.korean and _FOR_IT.fullmatch(self.reading.folded, low, high):
            return -100, phrase.start
        length = len(phrase.date or "")
        return far - 12 * (length == 10) + 40 * (length == 4), phrase.start

    def _is_reckoned_from(self, one: Candidate) -> bool:
        """Whether an event only tells how long ago it was: `a year after its groundbreaking`."""
        p = one.predicate
        near = (d for d in self.phrases(one.read) if d.kind == "duration")
        if p.korean:
            return False
        folded = self.reading.folded
        return any(
            p.mood == "passing"
            or ("after" in folded[d.end - 6 : p.first] and _AFTER.fullmatch(folded, d.end, p.first))
            for d in near
            if 0 <= p.first - d.end <= (24 if p.mood == "passing" else NEAR)
        )

    def _came_after(self, one: Candidate) -> bool:
        """Whether a ceremony followed another one at some time: `such events in Anak came after it`."""
        p, s = one.predicate, one.read.sentence
        like = not p.korean and p.sense == "ceremony"
        return like and _CAME_AFTER.search(self.reading.folded, p.start, s.end) is not None

    def _is_dated_behind(self, one: Candidate, usable: Sequence[DatePhrase]) -> bool:
        """Whether a month or a day stands right behind: `a year after ground was broken in May 2025`."""
        end, base = one.predicate.last, self._named.base.reported or ""
        named = (d for d in usable if d.start >= end and len(d.date or "") >= 7)
        if any(
            d.start - end <= _RIGHT_BEFORE or _HELD_THEN.fullmatch(self.reading.folded, end, d.start)
            for d in named
        ):
            return True
        lengths = [d.basis for d in self.phrases(one.read) if d.kind == "duration" and d.end <= end]
        latest = (go_back(base, lengths[-1]) or "") if lengths else ""
        return any(
            end <= d.start and len(d.date or "") == 10 == len(latest) and (d.date or "") <= latest
            for d in usable
            if not any(q.kind == "verb" and end <= q.first < d.start for q in one.read.predicates)
        )

    def _since(self, stage: str, one: Candidate) -> str | None:
        """A groundbreaking so long ago, to the day only if exactly: `ten months after ground was broken`."""
        published = self._named.base.reported
        if stage not in ("groundbreaking", "completed", "inspection") or not published:
            return None
        close = [d for d in self.phrases(one.read) if d.start < one.predicate.end + 20]
        low = one.predicate.end if one.predicate.korean else 0  # `착공 7개월 만에 완공`: none of the latter
        lengths = [d for d in close if d.kind == "duration" and d.start >= low]
        if not (one.predicate.korean or self._is_reckoned_from(one)):  # not `two months before the congress`
            lengths = [d for d in lengths if self.reading.folded.endswith("since", d.start, d.end)]
        lengths = [
            d for d in lengths if not self.reading.folded.endswith(("before", "prior"), d.start, d.end)
        ]
        if stage == "inspection" and one.predicate.korean:  # `찾은 것은 2년 만이다`: the last one was then
            lengths = [d for d in lengths if not _FOR_THE_FIRST_TIME.match(self.reading.text, d.start)]
        if not lengths:
            return None
        told = [d.date or "" for d in self._named.usable("completed", one.read) if d.end <= lengths[-1].start]
        days = [d.date or "" for d in self._named.usable("completed", one.read) if len(d.date or "") == 10]
        near = told[-1] if told else days[0] if len(days) == 1 and days[0] <= published else published
        began = go_back(near, lengths[-1].basis)
        return began if not began or told or lengths[-1].basis.startswith("exactly") else began[:7]

    def _ago(self, one: Candidate) -> str | None:
        """What is so long ago that something else happened: 준공된 지 한 달 만에 문을 열었다."""
        p, base = one.predicate, self._named.base.reported
        counted = _AGO.match(self.reading.text, p.end) if p.korean and base else None
        lengths = [d for d in self.phrases(one.read) if d.kind == "duration" and d.start >= p.end]
        if counted is None or not lengths or lengths[0].start > counted.end() + 3:
            return None
        then = [d.date for d in self._named.usable("completed", one.read) if d.start >= lengths[0].end]
        day = go_back((then[0] if then else base) or "", lengths[0].basis)
        if day and _NEARLY_SO_LONG.match(self.reading.text, lengths[0].end):
            return day[:4] if day[:4] == (go_back(day, "2 months") or "")[:4] else None
        return day if then else (day or "")[:7] or None

    def _around(self, claim: Claim, near: Sequence[tuple[float, Candidate, Mention]]) -> str | None:
        """The date that a sentence near by gives: the lead's day, the ceremony's day, `this year`."""
        one = near[0][1]
        if one.sites.role == "compared":
            return None
        if claim.stage in PROCESSES:
            days = (self._own(claim.stage, found, place) for _, found, place in claim.candidates[:6])
            return next((day for day in days if day and len(day) == 10), None)
        if any(self._has_open_day(one) for _, one, _ in near[:3]):
            return None  # it has a day of its own that cannot be reckoned
        reads = self.reading.sentences
        at = self._named.order[one.read.sentence.number]
        news = self.is_news(claim)
        if claim.stage == "planned":
            behind = self._behind(claim, reads[at + 1 : at + 3]) if news else None
            return behind or self._of_speech(one, reads[max(0, at - 4) : at])
        day = self._behind(claim, reads[at + 1 : at + 9]) if news else None
        return day or self._before(claim, one, at, news or claim.stage == "inspection")

    def _has_open_day(self, one: Candidate) -> bool:
        return any(d.date is None and d.kind in UNRESOLVED for d in self.phrases(one.read))

    def _behind(self, claim: Claim, reads: Sequence[SentenceReading]) -> str | None:
        """The day of the same in the next sentences, down to one on other places; far on no month or year."""
        plan = claim.stage == "planned"
        for number, read in enumerate(reads):
            if not plan and _is_elsewhere(read, claim.place):
                break  # a decision is taken anywhere
            other = self._is_of_another_facility(read, claim.facility)
            if other or _BEFORE_IT.match(self.reading.text, read.sentence.start):
                continue
            for p in read.predicates:
                is_told = p.aspect != "ahead" and _is_kin(read, p, claim.stage)
                is_told = is_told and not self._is_of_another_place(read, p, claim.place)
                day = self._nearest("completed" if plan else claim.stage, read, p) if is_told else None
                if day and (number < CLOSE or len(day) == 10):
                    return day
            if plan and _SO.search(self.reading.folded, read.sentence.start, read.sentence.end):
                return self._nearest("completed", read, None)
        return None

    def _is_of_another_place(self, read: SentenceReading, p: Predicate, place: str) -> bool:
        """Whether the main clause of a predicate names places, and not this one."""
        low, high = half_of(self.reading, read, p)
        sites = [s for s in read.sites if low <= s.start < high and s.role in ("", "compared", "person")]
        return bool(sites) and not any(place.startswith(place_key(m)) for s in sites for m in s.mentions)

    def _of_speech(self, one: Candidate, reads: Sequence[SentenceReading]) -> str | None:
        """The day of the ceremony at which a speech announced a plan."""
        s = one.read.sentence
        if not _SPEECH.search(self.reading.folded, s.start, s.end):
            return None
        for read in reversed(reads):
            for p in read.predicates:
                if (
                    p.sense in _OCCASIONS
                    and p.aspect != "ahead"
                    and (day := self._nearest("completed", read, p))
                ):
                    return day
        return None

    def _before(self, claim: Claim, one: Candidate, at: int, is_told: bool) -> str | None:
        """The day, or the year, that a sentence before number `at` names for the same."""
        for back, read in enumerate(reversed(self.reading.sentences[max(0, at - 8) : at]), 1):
            other = _is_elsewhere(read, claim.place) or self._is_of_another_facility(read, claim.facility)
            if other and not (back == 1 and self._is_next_visit(claim, one)):
                continue
            told = [p for p in read.predicates if _is_kin(read, p, claim.stage)]
            told = [p for p in told if p.sense != "begin" or not begins_a_policy(self.reading.folded, p)]
            goes_on = is_told or (back <= CLOSE and _is_past(one.predicate))
            if _OTHER_NEWS.search(self.reading.text, read.sentence.start, read.sentence.end):
                told = [p for p in told if p.sense not in ("hold", "ceremony")]
            last = told[-1] if told else None
            dated = goes_on and (told or self._only_dates(read, claim.place, claim.stage))
            if dated and (day := self._nearest(claim.stage, read, last)):
                return day
            if not told and read.sentence.number >= one.read.sentence.number - 1:
                usable = self._named.usable(claim.stage, read)
                years = [d.date for d in usable if _THIS_YEAR.match(self.reading.folded, d.start)]
                if years:
                    return years[-1]
        return None

    def _is_of_another_facility(self, read: SentenceReading, facility: str) -> bool:
        """Whether a sentence names facilities, but none of a group."""
        named = {kind for group in read.groups if group.tells for kind, _ in kinds_of(self.reading, group)}
        houses = not named and _OTHER_WORKS.search(self.reading.text, read.sentence.start, read.sentence.end)
        return bool(named or houses) and not named & {facility, "projects"} and facility != "projects"

    def _is_next_visit(self, claim: Claim, one: Candidate) -> bool:
        """Whether a visit is the next one of a tour, so that it has the day of the one before."""
        s = one.read.sentence
        return claim.stage == "inspection" and _NEXT.match(self.reading.text, s.start, s.end) is not None

    def _only_dates(self, read: SentenceReading, place: str, stage: str) -> bool:
        """Whether a sentence names no facilities and no other places: its day is that of what follows."""
        s = read.sentence
        words = self.reading.text[s.start : s.end]
        there = stage == "inspection" and _WAS_THERE.search(self.reading.folded, s.start, s.end)
        deeds = not there and any(deed_of(self.reading, read, d) for d in self.phrases(read))
        aside = deeds or read.junk or s.is_caption or words.startswith("(") or not _ENDS.search(words)
        aside = aside or _OTHER_NEWS.search(words) is not None
        return not (
            aside or read.groups or any({place_key(m) for m in s.mentions} != {place} for s in read.sites)
        )

    def _nearest(self, stage: str, read: SentenceReading, p: Predicate | None) -> str | None:
        usable = self._named.usable(stage, read)
        if p is None:
            return usable[0].date if len(usable) == 1 and len(usable[0].date or "") == 10 else None
        if p.korean:
            usable = [d for d in usable if p.sense == "plan" or not self._is_of_another(read, p, d)]
        elif p.sense != "plan":
            other = partial(is_in_its_own_clause, self.reading, read, p, days=usable)
            usable = [d for d in usable if not other(d)]
        found = min(usable, key=lambda d: self._distance(read, p, d), default=None)
        return None if found is None or self._is_of_other(read) else found.date

    def _is_of_other(self, read: SentenceReading) -> bool:
        """Whether a sentence names none of our facilities, but something else that may have its day."""
        s, named = read.sentence, bool(read.groups)
        return not named and _OTHER_THING.search(self.reading.folded, s.start, s.end) is not None

    def is_news(self, claim: Claim) -> bool:
        """Whether an event is what the document reports, rather than something recalled in passing."""
        for _, one, _ in self._told_now(claim):
            s = one.read.sentence
            p = one.predicate
            if _EVER_SINCE.match(self.reading.text, p.end) if p.korean else p.mood == "passing":
                return False
            if _ALREADY.search(
                self.reading.folded,
                max(s.start, one.predicate.first - 24),
                one.predicate.start if one.predicate.korean else min(s.end, one.predicate.last + 24),
            ):
                return False
            if s.is_title or s.is_caption or self.reading.depth(s) <= 1:
                told = _CLEFT.match(self.reading.text, p.end)  # 시찰한 것은 ... 만이다
                passing = (p.aspect == "adjunct" and not told) or _is_done_for(p) or self._is_aside(one)
                return not passing or s.is_title
            recent = self.reading.folded.startswith(("has ", "have "), one.predicate.first)
            if one.predicate.form == "perfect" and recent and not self._is_aside(one):
                return True
            if self._is_plainly_told(one.predicate):
                return True
            if one.predicate.sense == "ceremony" or (
                one.predicate.kind == "noun" and one.predicate.form.startswith("noun hold")
            ):
                return True
        return claim.stage in ("inspection",)

    def _is_aside(self, one: Candidate) -> bool:
        """Whether English says so only of who or what is meant: `the men who built the mill`."""
        p, s = one.predicate, one.read.sentence
        if p.korean or s.is_title:
            return False
        if p.form == "perfect":
            which = _WHICH_HAS.search(self.reading.folded, max(s.start, p.first - 12), p.first)
            return which is not None and any(
                q.kind == "verb" and q.first > p.last for q in one.read.predicates
            )
        if _SINCE_IT.search(self.reading.folded, max(s.start, p.first - 20), p.first):
            return True
        if p.form in _BARE and self.reading.folded.endswith((" one ", " ones ", " those "), 0, p.first):
            return True
        if p.sense in _MADE_THERE and _WHO.search(self.reading.folded, max(s.start, p.first - 20), p.first):
            return True
        seen = [q for q in one.read.predicates if q.sense == "visit" and q.last <= one.group.start <= p.first]
        return bool(seen) and p.form in _BARE and self.reading.folded[one.group.end : p.first] == " "

    def _is_plainly_told(self, p: Predicate) -> bool:
        """Whether a sentence of northern news ends in a verb in the past: 강동군병원이 일떠섰다."""
        past = p.korean and (p.kind, p.form) == ("verb", "past")
        return past and self.reading.text.startswith("다.", p.last - 1) and "고있다" in self.reading.text

    def _is_long_ago(self, one: Candidate) -> bool:
        """Whether a sentence says that it was at some time long ago: `which opened some years ago`."""
        p, s = one.predicate, one.read.sentence
        if p.korean:
            return _LONG_AGO_KO.search(self.reading.text, max(s.start, p.start - NEAR), p.start) is not None
        return _LONG_AGO.match(self.reading.folded, p.last, s.end) is not None

    def _of_report(self, claim: Claim) -> str | None:
        """The month of the report, for what it reports."""
        best = self._of_news(claim)[0][1]
        heading = self._named.headings.of(best.read.sentence.number)
        published = (heading.day if heading else "") or self._named.base.reported
        p, told = best.predicate, best.read.predicates
        built = p.sense == "get" and any(q.sense == "built" and 0 <= q.start - p.end <= 3 for q in told)
        if not published or best.sites.role == "compared" or p.sense == "built" or built:
            return None  # `the county has a newly built hospital`
        if claim.stage in PROCESSES or claim.stage == "planned":
            return published[:7]
        s = best.read.sentence
        if best.carried_place and half_of(self.reading, best.read, p)[1] < s.end:
            return None  # `work began quickly, and a ceremony was held in Anak`: the news is the other
        if claim.stage == "completed" and p.sense in _MADE_THERE and self.reading.is_of_a_visit:
            return None
        if p.form == "past" and self._quotation(p) != (0, 0):
            return None  # `"We started it too late," he said`
        if self.is_news(claim) and not self._has_open_day(best):
            return self._named.month_of_report(best.read, p) or published[:7]
        return None


_LONG_AGO = Pattern(
    r"[^,;.]{0,60}?\b(?:(?:a few|several|some|many|a couple of) (?:years|months|decades)"
    r" (?:ago|back|earlier|before)"
    r"|(?:long|years|decades) (?:ago|before)|in the past)\b"
)
_LONG_AGO_KO = Pattern(
    r"(?:(?:몇|수|여러) ?(?:년|해|달|십년) ?전|오래 ?전|수십년전)(?:에|부터|인)? [^,.]{0,30}$"
)
"""Behind, or before, what was done at some time long before the report."""
_SINCE_IT = Pattern(r"\bsince (?:it|they|its|their) $")
_WHICH_HAS = Pattern(r"\b(?:which|that) $")
"""Before a perfect that only describes what the sentence goes on about: `factories which have been built`."""
_WHO = Pattern(r"(?<!,) (?:who|that|which)(?: \w+ly| also)? $")
_BARE = frozenset({"past or participle", "participle or past", "participle"})
_WAS_THERE = PhrasePattern(r"\b(?:kim(?: jong[ -]un)?|{visitor}) (?:was|stayed|arrived) in\b")
"""In a sentence whose day is that of what he saw there."""
_RIGHT_BEHIND = Pattern(r"(?: county| city| district)?,? (?:(?:on|in) )?(?:the )?")
"""Between a place and the day that stands with it."""
_HELD_THEN = Pattern(r"(?: ceremon\w+)? (?:(?:was|were|had been) held|took place)(?: on| in)? ")
"""Between a ceremony and its own day: `a year after the groundbreaking ceremony was held in February`."""
_BUT_THEN = Pattern(r"(?:[으였]나|지만|는데|[었였했됐렸]고),? ")
_WHICH_DID, _THEN = Pattern(r"\b(?:which|that) $"), Pattern(r"(?: back)? (?:in|on) (?:the )?")
_ITS_BRACKET = 11
"""Code points between a place and what stands in brackets behind it, for its type word."""
_DAY_BEHIND = Pattern(r" (?:in|on|\()\s?")
_DAY_BEFORE = Pattern(r",? (?:(?!and\b)[\w'’,-]+ ){0,6}?(?:an?|the|its) (?:new |modern )?")
"""Between a facility and the day beside it, and the other way round."""
CLOSE = 3
"""So many sentences on, what is told in the plain past is of the day, month or year that was named."""
_MADE_THERE = frozenset({"build", "modernize", "appear", "finish"})
"""Senses of what is older than a visit to it, unless it has a time of its own."""
OTHER_CEREMONY = {"groundbreaking": "open", "completed": "ground"}
"""Of a stage, the sense of the ceremony that is not its own."""


def _is_kin(read: SentenceReading, p: Predicate, stage: str) -> bool:
    """Whether the day of a predicate may be that of a stage: of no other ceremony, of no policy."""
    if p.denied or p.sense not in KIN.get(stage, frozenset()) or (p.sense, p.kind) == ("ceremony", "verb"):
        return False
    if p.sense == "begin":
        return "work" in p.companions
    if p.sense in ("hold", "ceremony"):
        return all(q.sense != OTHER_CEREMONY.get(stage) for q in read.predicates)
    return True


def _is_before_it(q: Predicate) -> bool:
    """Whether what has a day of its own went before a completion: 2월에 착공하여, 7월 점검을 거쳐."""
    if q.sense == "ground":
        return q.kind == "noun" or q.form.startswith("link")
    return q.sense == "visit" and q.kind == "noun"


def _is_done_for(p: Predicate) -> bool:
    """Whether something is said to be built only to say that it runs: 건립돼 조업중이다."""
    return (p.form, p.aspect, p.governor) == ("link ongoing", "done", "run")


def _is_elsewhere(read: SentenceReading, place: str) -> bool:
    """Whether a sentence names places where something happens or is compared, and not this one."""
    places = [place_key(m) for s in read.sites if s.role in ("", "compared") for m in s.mentions]
    return bool(places) and not any(place.startswith(key) for key in places)  # KP1023 is in KP10


def _is_past(p: Predicate) -> bool:
    """Whether something is told as it went on, rather than recalled."""
    recalled = ("perfect", "past or participle", "participle or past")
    shown = p.sense == "visit" and p.kind == "state"  # `was shown round`
    return shown or (p.aspect in ("done", "noun") and p.form not in recalled)


def _before_each(one: Candidate, days: Sequence[DatePhrase]) -> DatePhrase | None:
    """The day before a facility where each has its own: 11월 19일 병원이, 12월 15일 공장이 준공됐다."""
    groups = [g for g in one.read.groups if g.end <= one.predicate.first]
    if one.group not in groups or len(groups) != len(days):
        return None
    starts = [at for d, g in zip(days, groups, strict=True) for at in (d.start, g.start)]
    return days[groups.index(one.group)] if starts == sorted(starts) else None


def _share(one: Candidate, place: Mention, days: Sequence[DatePhrase]) -> bool:
    """Whether one predicate is told of days on both sides of a place: 7일에는 A, 8일에는 B를 방문했다."""
    if not days:
        return False
    first, last = days[0].end, days[-1].start
    parted = any(
        first <= q.start < last
        for q in one.read.predicates
        if q.kind in ("verb", "state") or q.sense in ("ground", "open")
    )
    return first <= place.start < last <= one.predicate.start and not parted


def _beside(text: str, place: Mention, phrase: DatePhrase) -> bool:
    """Whether a day stands right behind a place, or right before it; behind 에 이어 it is the next one's."""
    next_one = FOLLOWED.match(text, phrase.start - 3, phrase.start)
    behind = -2 <= phrase.start - place.end <= 12 and next_one is None
    return behind or 0 <= place.start - phrase.end <= 12


_WORKS = Pattern(r"(?:건설|공사|개건|보수|증축|조성|시공){1,2}[을를]? ?$")
"""Between a day and the Korean verb whose object they are: 4월에 건설공사를 시작한 공장."""
_BEGAN = Pattern(r"\b(?:began|begun|started) $")
_TOLD = frozenset({"open", "finish", "ground", "visit", "stop"})
_TO_DO = frozenset({"finish", "build", "open", "progress", "run"})
_BY = Pattern(r"\b(?:by|before|until)\b[^.;]*$")


def _is_of_one_compared(read: SentenceReading, phrase: DatePhrase) -> bool:
    """Whether a day stands right before a place that others only follow: 28일 성천군에서의 착공식에 이어."""
    return any(0 <= s.start - phrase.end <= 3 for s in read.sites if s.role == "compared")


_STARTED = PhrasePattern(r"\b{started en}\b|{started ko}")
KIN: dict[str, frozenset[str]] = {
    "inspection": frozenset({"visit", "site"}),
    "completed": frozenset({"open", "ceremony", "finish", "hold"}),
    "groundbreaking": frozenset({"ground", "ceremony", "begin", "hold"}),
    "planned": frozenset({"plan"}),
}
"""Senses whose day is that of a stage."""
