"""What a document says about which Korea it is about."""

from __future__ import annotations

import re
from typing import NamedTuple

from geo.models import Document
from geo.text import LedPattern

_NORTH = LedPattern(
    r"north ?korea|\bthe north(?:'s)?\b(?! of| and| east| west|ern|[- ])|\bnk news\b|\bn\.k\.|\bdprk\b"
    r"|\bkcna\b|\bwpk\b|\brpdc\b|\bjuche\b|n\. ?korea|democratic people'?s republic of korea|kim jong[ -]un"
    r"|kim jong[ -]il|kim il[ -]sung|workers' party of korea|rodong sinmun|voice of korea"
    r"|naenara|pyongyang"
    r"|korea del norte|corea del norte|nordkorea|kndr|северн\w+ коре|кндр"
    r"|regional development 20|regional-industry (?:factor|plant)|soldier-builders|on-the-spot guidance"
    r"|combined greenhouse|greenhouse complex farm"
    r"|지방공업|종합봉사소|군인건설자|온실종합농장|바다가양식"
    r"|20 ?[×x] ?10|북한|조선중앙통신|로동신문|노동신문|김정은|김정일|조선로동당|평양|북측"
    r"|北(?<![가-힣]北)|지방발전 ?20|지방발전정책"
    r"|되였|[하되주오가]시였|로동자|(?<![가-힣])녀성|기업소|경애하는|조선신보|민주조선"
    r"|개건현대화|뜨락또르|인민경제계획|현지지도|(?<![가-힣])료해|종이공장|식료공장|일용품공장"
    r"|일떠[서섰선세]|량곡"
    r"|조선민주주의|당중앙위원회|주체 ?\d|로동당|노동당|朝鮮|朝鲜|北韓|金正恩|平壌|平壤|朝中",
    "north korea|northkorea|the north|nk news|n.|dprk|kcna|wpk|rpdc|juche|democratic people|kim jong|kim il"
    "|workers' party|rodong sinmun|voice of korea|naenara|pyongyang|korea del norte|corea del norte|nordkorea"
    "|kndr|северн|кндр|regional development|regional-industry|soldier-builders|on-the-spot"
    "|combined greenhouse|greenhouse complex|지방공업|종합봉사소|군인건설자|온실종합농장|바다가양식"
    "|20|북한|조선|로동|노동|김정|평양|북측|北|지방발전|당중앙위원회|주체"
    "|朝鮮|朝鲜|金正恩|平壌|平壤|朝中"
    "|되였|하시였|되시였|주시였|오시였|가시였|녀성|기업소|경애하는|민주조선"
    "|개건현대화|뜨락또르|인민경제계획|현지지도|료해|종이공장|식료공장|일용품공장|일떠|량곡".split("|"),
)
_SOUTH = LedPattern(
    r"south korea(?!'s unification|n official|n intelligence|n military)|\brok\b|\bkrw\b"
    r"|\bseoul metropolitan|-eup\b"
    r"|-myeon\b|\d ?(?:조|억|만) ?원|억여? ?원|[가-힣]읍|[가-힣]면 |도청|군청|시청|군수|도의회|시의회"
    r"|군의회|국비|도비|한국|대한민국"
    r"|won\)|billion won|million won|국회의원|\bkbo\b|k league",
    "south korea|rok|krw|seoul metropolitan|-eup|-myeon|원|읍|면 |도청|군청|시청|군수|도의회|군의회"
    "|국비|도비|한국|대한민국|won)|illion won|kbo|k league|시의회".split("|"),
    reach=4,
)


class Context(NamedTuple):
    """Counts of the signs that a text is about the North or the South."""

    north: int
    south: int

    @property
    def is_north(self) -> bool:
        """Whether bare names may be taken for places of the DPRK."""
        return self.north > 0 and self.north >= self.south

    @property
    def is_south(self) -> bool:
        """Whether a name that both Koreas have is that of the South."""
        return self.south > 0 and self.south > self.north


def read_context(document: Document, folded: str) -> Context:
    """Count the signs in the text, header lines and publisher included."""
    publisher = (document.publisher or "").lower()
    south_paper = bool(re.search(r"(?:도민일보|군청|시청|invest korea)", publisher))
    north, south = (sum(1 for _ in signs.finditer(folded)) for signs in (_NORTH, _SOUTH))
    return Context(north, south + 2 * south_paper)


def speaks_of_north(folded: str) -> bool:
    """Whether a stretch of folded text names the North in so many words."""
    return next(_NORTH.finditer(folded), None) is not None
