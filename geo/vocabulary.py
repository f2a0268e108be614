"""
The words that name facilities and stages, in English and Korean.

Each table row is a pattern and what it means; the order is that of precedence. Patterns are matched against the
original text without regard to case. A cue says that a stage was reached; what stands before or behind it may take
that back (`VETO_BEFORE`, `VETO_AFTER`) or put it in the future.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


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


def _table(rows: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((value, rule, re.compile(pattern, re.IGNORECASE)) for value, rule, pattern in rows)


_IND = r"(?:regional|local|provincial|county|light)[- ]?(?:level[- ])?industr(?:y|ial)"
_GOODS = r"(?:foodstuffs?|food(?:-processing)?|garments?|clothing|clothes|daily[- ]necessit(?:y|ies)|daily goods|consumer goods|essential goods)"
_PLANT = r"(?:factory|factories|plants?|establishments?|facilit(?:y|ies)|enterprises?|works)"

FACILITY_TERMS = _table(
    (
        ("none", "munitions", r"(?:munitions?|arms|weapons?|missile|shell|tank|military|war|nuclear|uranium|ammunition|defen[cs]e|vehicle|launcher|machine[- ]building|machine|tractor|fertili[sz]er|steel|cement|textile|silk|shoe|power)\W+(?:and \w+ )?(?:factor(?:y|ies)|plants?|complex(?:es)?|industry)"),
        ("none", "military sites", r"(?:power (?:station|plant)|houses?|dwellings|nuclear facilit\w+|launch(?:ing)? (?:site|station)|shipyard|medical appliances? factory|pharmaceutical factor\w+)"),
        ("none", "general hospital work", r"hospital(?: staff| bed| ship)\b"),
        ("leisure_complex", "leisure complex", r"(?:leisure|recreation(?:al)?|cultural and leisure|amenit(?:y|ies)) (?:complex(?:es)?|cent(?:er|re)s?|facilit(?:y|ies))|(?:(?:general|comprehensive|integrated|complex|multi-?functional|multi-?purpose|combined|public|welfare) )+services? (?:cent(?:er|re)s?|complex(?:es)?|facilit(?:y|ies)|establishments?|stations?|houses?)|service complex(?:es)?"),
        ("grain_facility", "grain facility", r"(?:grain|food|cereal|rice)[- ](?:management|processing and storage|storage|processing|administration|handling)(?: and \w+)? (?:facilit(?:y|ies)|cent(?:er|re)s?|stations?|stores?|houses?|base)|grain (?:stores?|depots?|silos?|facilit(?:y|ies))"),
        ("greenhouse_farm", "greenhouse farm", r"(?:(?:combined|vegetable|modern|large|giant|big|huge|sprawling) )*greenhouse (?:vegetable )?(?:combined )?(?:farms?|complex(?:es)?|facilit(?:y|ies))|vegetable greenhouses?"),
        ("offshore_farm", "offshore farm", r"(?:off-?shore|sea|marine|coastal|fish|scallop|shellfish|seafood|aquacultur(?:e|al)|mariculture|seaweed|kelp|oyster)(?:[- ](?:fish|aquaculture|culture|scallop|farming))*[- ](?:farms?|farming (?:base|station|facility|enterprise)s?|culture (?:stations?|base|farm|enterprise)s?|facilit(?:y|ies)|cultivation (?:stations?|bases?|farms?)|base)|aquacultur(?:e|al) (?:facilit(?:y|ies)|farms?|bases?|stations?|office|complex)|aquafarms?|fish farms?"),
        ("regional_industry", "list of goods", rf"{_GOODS}(?:,? (?:and |the )?(?:an? )?(?:\w+ )?{_GOODS}| {_PLANT}|,| and|,? a paper (?:mill|factory)| an?| paper (?:mill|factory))*(?: and|,)+ (?:a |the )?(?:{_GOODS}|paper)(?: {_PLANT}| mill)"),
        ("paper_mill", "paper mill", r"paper[- ]?(?:mills?|factor(?:y|ies)|plants?|making factor(?:y|ies))"),
        ("regional_industry", "regional industry", rf"(?:modern |new |model |modernized |modernised )*(?:{_IND} {_PLANT}|regional[- ]industry|(?:regional|local|rural|provincial) (?:industry )?(?:factory|factories|plants?)|{_IND})"),
        ("other", "condiment", r"condiments? (?:factor(?:y|ies)|plants?)|soy(?: sauce)? (?:and bean paste )?factor(?:y|ies)"),
        ("other", "foodstuff", r"(?:foodstuffs?|food|food-processing|fish[- ]processing|meat[- ]processing|noodle|beer|liquor|brewery|dairy|basic foodstuff|corn[- ]processing|soft drinks?|drinking water|mineral water|confectionery) (?:factor(?:y|ies)|plants?)"),
        ("other", "building materials", r"(?:roof(?:ing)? |ceramic )?tiles? (?:factor(?:y|ies)|plants?)|building[- ]materials? (?:factor(?:y|ies)|plants?|cent(?:er|re)s?)|brick (?:factor(?:y|ies)|works)"),
        ("other", "other factory", r"(?:potato(?: (?:farina|starch|powder))?(?: production)?|farina|essential goods|daily necessit(?:y|ies)|daily goods|garments?|clothing|knitwear|furniture|school bag|stationery|cosmetics|toothbrush|candy|ginseng(?: processing)?|leather|footwear|glass|ceramics?|porcelain|pencil|plastic|salt|feed|fodder|soap|chemical daily necessit\w+) (?:factor(?:y|ies)|plants?|works)"),
        ("projects", "projects", r"(?:regional|local|provincial)[- ](?:development(?:[- ]policy)?[- ])?(?:construction[- ])?(?:projects?|construction|development projects?)|(?:construction )?projects? (?:for|of|under) (?:the )?(?:regional|local) (?:development|construction)(?: policy)?|projects? for implementing the regional development policy|construction (?:work )?for (?:implementing )?the regional development policy|construction targets? of the regional development policy|regional development policy (?:construction|projects?)|projects? of the (?:regional )?(?:development )?policy|construction (?:work )?under (?:its|the) regional development policy|(?:this|the|last|next) year's (?:first |new )?(?:construction|projects?)|regional projects?|(?:first |new )?construction projects?"),
        ("hospital", "hospital", r"hospitals?|public[- ]health (?:facilit(?:y|ies)|establishments?|institutions?)|(?:modern|regional|health) (?:health|medical) (?:facilit(?:y|ies)|cent(?:er|re)s?)|(?:health|medical) facilit(?:y|ies)"),
        ("generic", "bare factory", r"(?:(?:new|modern|modernized|modernised|those|these|such|three|four|local) )*(?:factory|factories|industrial (?:plants?|factories|facilities|sites?)|(?<!power )(?<!steel )\bplants?\b|industrial facilities)"),
        ("farm", "bare farm", r"(?:the|this|that|pilot|new|same|first|second) farm\b"),
        ("none", "군수", r"군수공장|무기공장|미사일|포탄공장|발전소|살림집|살림집건설|제철소|제련소|기계공장|비료|세멘트|시멘트|방직공장|군수|탄광|광산|핵시설|우라늄|의료기구공장|제약공장"),
        ("leisure_complex", "종합봉사소", r"(?:다기능화된 )?(?:종합|복합|다기능|문화)[ ]?(?:봉사|서비스|편의|여가)[ ]?(?:소|기지|센터|시설|공간)?|종합봉사(?:소|시설|기지)|복합문화시설|문화후생시설|여가시설"),
        ("grain_facility", "양곡", r"(?:양곡|량곡|곡물)[ ]?(?:관리|보관|가공)?(?:[ ]?및[ ]?\S+)?[ ]?(?:시설|소|기지|창고)"),
        ("greenhouse_farm", "온실", r"(?:남새)?(?:온실|비닐하우스)(?:종합|남새|채소)*[ ]?(?:종합)?농장|온실농장|채소온실"),
        ("offshore_farm", "양식", r"(?:바다가|바닷가|해안|연안|바다)[ ]?양식(?:사업소|장|기지|시설)?|양식(?:사업소|장|기지|시설)"),
        ("regional_industry", "식료·옷·일용품", r"식료(?:품)?(?:공장)?[,·ㆍ와과 및]*(?:옷|피복|의류)(?:공장)?[,·ㆍ와과 및]*(?:일용품|생필품)[ ]?공장(?:들)?"),
        ("paper_mill", "종이공장", r"종이[ ]?공장|제지[ ]?공장"),
        ("regional_industry", "지방공업", r"지방[ ]?(?:산업|공업)[ ]?(?:공장|시설)(?:들)?|지방공업|지방[ ]?공장(?:들)?|경공업[ ]?공장(?:들)?"),
        ("other", "다른 공장", r"(?:경성)?타일공장|건재공장|건설자재공장|감자(?:가루|농마)(?:생산)?공장|(?:식료|기초식품|장|조미료|물고기가공|옷|피복|일용품|신발|가구|화장품|생필품|도자기|벽돌|기와|학습장|교구비품)[ ]?(?:종합)?공장"),
        ("projects", "지방발전정책대상", r"지방발전정책[ ]?(?:대상|대상들|사업)?[ ]?건설(?:사업|대상)?|지방발전[ ]?(?:사업|건설|대상)|지방건설|지방발전정책대상"),
        ("hospital", "병원", r"(?:시범|현대적인|지방|군|시)?[ ]?병원(?:들)?|보건시설|보건기관"),
        ("generic", "공장", r"공장(?:들)?"),
    )
)  # fmt: skip
"""(group, rule, pattern); `none` eats what is no facility of ours, `projects` and `generic` are settled later."""


def find_facilities(text: str, start: int, end: int) -> tuple[Term, ...]:
    """Facilities named in text[start:end], leftmost, the earlier table row where two overlap."""
    return tuple(t for t in _first_of(FACILITY_TERMS, text, start, end) if t.value != "none")


_BREAKING = r"ground[- ]?breakings?|breaking (?:of )?(?:the )?ground|br(?:oke|oken|eaks?) (?:fresh |new )?ground|ground (?:was |is |has been |had been |were |being )?broken|ground broken"
_WORK = r"(?:construction|building|building work|construction work|work|works|project|projects|erection)"
_BEGAN = r"(?:began|begins?|begun|has begun|have begun|had begun|started|starts?|has started|have started|had started|commenced|got under way|got underway|kicked off|gets? under ?way|was launched|were launched|launched|has been launched|went ahead)"
_DONE = r"(?:has|have|had|was|were|is|are|stands?|now stands?|being)"

CUE_TERMS = _table(
    (
        ("groundbreaking", "ceremony for the construction", r"(?:groundbreaking |ground-breaking )?ceremon(?:y|ies) (?:to (?:mark|launch|start|begin) (?:the )?(?:start|beginning|launch|construction)|for (?:the )?(?:start|beginning|launch|commencement|construction|building) |(?:that|which) (?:opened|started|began) the (?:construction|building))"),
        ("groundbreaking", "ground broken", _BREAKING),
        ("groundbreaking", "first shovel", r"first (?:shovel(?:ful)?|spade(?:ful)?|sod)|laid (?:the|a) (?:corner|foundation)[- ]?stone|foundation stones?|foundations?(?: (?:of|for) [^,.;]{1,50}?)? (?:was|were|have been|had been) (?:laid|dug)"),
        ("groundbreaking", "work began", rf"{_WORK}(?: work)?(?: (?:of|on|for|at|in|under) (?:(?!will|would|that)[^,.;]){{1,140}}?)?(?:, which [^,.;]{{1,80}},)?(?:,? (?:too|also|then|simultaneously|officially|formally|already))? {_BEGAN}\b"),
        ("groundbreaking", "began work", rf"\b(?:began|begins?|begun|starts?|started|starting|launch(?:ed|es)?|kick(?:ed|s)? off|commenced|set about|embarked on|opened|opens)(?: to| up)? (?:the |its |their |simultaneous |new |on )*(?:construction|building|work on|works? for|to build|constructing|erecting)"),
        ("groundbreaking", "start of construction", r"(?:start|beginning|launch|commencement|onset|outset) of (?:the )?(?:construction|building|work)"),
        ("groundbreaking", "building starts", r"building (?:starts|begins)|construction (?:starts|begins|launched)|(?:projects?|work) (?:start|begin)s?\b|(?:factories|hospital|complex|farm|mill) (?:was|were) started\b|\bbegun\b"),
        ("under_construction", "under construction", r"under (?:the )?construction|being (?:built|erected|set up|constructed|put up|modernized|modernised|renovated|rebuilt)|(?:is|are|was|were) (?:now |still |also |currently |already |busy |hard at work )*(?:building|erecting|constructing|going up|taking shape|rising|in the (?:final|last|closing|finishing) stage|near(?:ing)? completion|(?:half|nearly|almost) (?:finished|complete|built|done|framed))|(?:taken|taking|take) (?:full |its )?shape|in (?:the )?(?:final|last|closing|finishing|full) (?:stage|stages|swing)"),
        ("under_construction", "progress", rf"{_WORK}(?: (?:of|on|for|at) (?:[^,.;]){{1,120}}?)? (?:is|are|was|were|has been|have been) (?:now |also |being )?(?:under ?way|under way|in progress|progress\w*|making (?:good |fast |rapid )?(?:headway|progress)|advanc\w+|proceed\w*|accelerat\w+|speed\w* up|stepped up|push\w* (?:ahead|forward)|press\w* ahead|going (?:on|ahead)|continu\w+|brisk|hectic|dynamic\w*|propelled|near\w* (?:its )?(?:end|completion))"),
        ("under_construction", "nearly done", r"(?:is|are|was|were) (?:being |now being |already being )(?:plastered|tiled|roofed|fitted|installed|assembled|painted|laid|driven|raised|equipped|furnished|landscaped)|(?:is|are) (?:largely|nearly|almost|mostly|externally|practically|about|half|\d+ ?(?:%|per ?cent)) (?:complete|completed|finished|done|ready)"),
        ("under_construction", "progress report", r"(?:frame(?:work)?|roof(?:ing)?|walls?|foundations?|plastering|skeleton|structures?|shell|interior|finishing)(?: work| works| laying| assembly| construction)?(?:,? (?:too|also))?(?: (?:of|for|at) (?:[^,.;]){1,80}?)? (?:is|are|has been|have been|was|were|stands?|reached|entered|go(?:es|ing)?) (?:now |already |nearly |almost |half |about |mostly )*(?:up\b|finished|completed|done|complete|put up|under ?way|in progress|in place|concluded|at \d+|\d+ ?(?:per ?cent|%)|the (?:final|last|closing)|half|stepped|being|risen|near)|(?:carrying out|speeding up|accelerating|pushing (?:ahead|forward)(?: with)?|stepping up|pressing ahead with|spurring|hastening|finishing) (?:the )?(?:construction|building|modernization|modernisation|frame|roof|interior|final|last|plastering|finishing)|(?:push(?:es|ed)?|press(?:es|ed)?) (?:ahead|forward|on) with (?:the )?(?:construction|building|modernization)|(?:half|nearly half|most|more than half|\d+ ?(?:per ?cent|%)) of the (?:frame|construction|work|building|project)\w* (?:is|are|was|has|have|up|done|stands)"),
        ("under_construction", "modernization going on", r"(?:moderni[sz]ation|renovation|reconstruction|upgrad(?:e|ing)|refurbishment|rebuilding)(?: (?:of|at) (?:[^,.;]){1,80}?)? (?:is|are|was|were|has|have) (?:been |now )?(?:under ?way|in progress|at the (?:final|last|closing)|in (?:the|its) (?:final|last|closing)|near\w+|progress\w*|going on|push\w*|step\w*|advanc\w*|proceed\w*)"),
        ("inspection", "inspected", r"(?:inspect(?:s|ed|ing|ion)?|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|look(?:s|ed|ing)? (?:(?:a)?round|over)|(?:gave|gives|giving|given|provided|provides|offered) (?:on-the-spot |field |on-site )?guidance|(?:on-the-spot|field|on-site) guidance|guid(?:ed|es|ing) (?:the )?(?:[^,.;]{0,60}? )?on the spot|guided the (?:construction|building)|walk(?:ed|s|ing) (?:through|round|around)|dropp?(?:ed|s|ing)? (?:by|in)|stopp?(?:ed|s) (?:by|in)|survey(?:ed|s|ing)|examined|acquainted himself|learned about|came to (?:the )?(?:construction )?sites?|went round|(?:was|were) (?:shown|guided) (?:a)?round|checked (?:on|up)|vett?(?:ed|s)|oversaw|reviewed)"),
        ("operating", "in operation", r"(?:went|gone|go|goes|put|came|come|enter(?:ed|s)?|brought|placed) (?:into|in|on) (?:full |regular |normal |trial )?(?:operation|production|service|commission|stream)|(?:began|begins?|begun|started|starts?) (?:its |their |full |normal |regular |mass |trial |the )*(?:operation|operations|operating|production|producing|to produce|to operate|service|services|serving|turning out|to turn out|making|to receive|receiving|treating|taking) ?|(?:is|are) (?:now |already |fully |also )*(?:in (?:operation|service|production|full swing of production)|operating|operational|producing|turning out|running|serving|mass-producing|receiving patients|making)|opened (?:its |their )?doors to (?:the )?(?:patients|public|first)|doors (?:were |have been )?opened|(?:received|receives|welcomed|admitted|treated|took in) (?:its |their |the )*(?:first )?patients|open(?:ed)? to patients|first products|(?:new|modern) (?:production )?(?:lines?|processes|equipment) (?:have been |has been |were |was |are |is )?(?:put|set|installed|established|introduced|in use|in operation|started)|turns? out|mass[- ]produc(?:e|es|ed|ing|tion)|(?:production|management|operation) (?:is|has been|was) (?:normali[sz]ed|put on a normal|going on)|(?<!the )(?<!of )(?<!and )(?:produces?|produced|producing) (?!by)|(?:production|(?:medical )?service|treatment|operation)s? (?:at [^,.;]{1,60} |there |here )?(?:is|are|has been|began|begins|begun|has begun|have begun|started|was started|went) ?(?:now |already )?(?:under ?way|going on|in full swing|at|in|there|on)?|put [^.;,]{3,60} (?:into|in) (?:operation|service|use)|products? (?:of|from|made (?:in|at|by))|(?:technical(?:ly)? )(?:upgrad\w+|updat\w+|renovat\w+)|started up"),
        ("operating", "modernized", r"(?:has|have|had) (?:already )?been (?:thoroughly |newly |technically |completely |fully )*(?:moderni[sz]ed|upgraded|updated|renovated|reconstructed technically)|(?:was|were) (?:thoroughly |newly |technically |completely |fully )*(?:moderni[sz]ed|upgraded|technically updated)"),
        ("completed", "inaugurated", r"inaugurat(?:ed|es|ions?|ing)|inaugural ceremon(?:y|ies)|(?:opening|completion|dedication|commissioning) ceremon(?:y|ies)|ceremon(?:y|ies) (?:marking|for|to mark) (?:the|its|their) (?:opening|completion)|tape[- ]cutting|ribbon[- ]cutting|cut(?:s|ting)? (?:the )?(?:red )?(?:tape|ribbon)|official(?:ly)? open(?:ed|ing)|grand opening|commissioned"),
        ("completed", "completed", r"(?:complet(?:ed|es|ion|ing)|finish(?:ed|es|ing)? (?:building|the construction|construction)|(?:was|were|been|is|are) finished|(?:build(?:ing)?|construction)(?: (?:of|at) [^,.;]{1,60}?)? (?:was|were|is|has been|have been) (?:finished|over|concluded)|finish(?:ed|es)|wraps? up|wrapped up|conclud(?:ed|es))"),
        ("completed", "built", rf"{_DONE} (?:now |also |already |newly |finally |successfully |wonderfully |recently |been |just )*(?:built|erected|set up(?! as)|put up|opened|constructed|unveiled|dedicated|rebuilt|ready)|newly[- ](?:built|erected|opened)|(?:sprang|sprung|springs?|spring|shot|shoots) up|(?:now |already )?(?:stands?|stand) (?:now |ready |completed )?(?:in|at|on|there|here)\b|(?:has|have|had)? ?(?:appeared|arisen|risen|emerged|come into being|came into being|made (?:its|their) appearance|cropped up|gone up|went up)|(?:was|were) (?:the )?(?:first|second|third|next|last) to (?:appear|be built|be inaugurated|open)|built (?:last|in|there|here|on)|opens\b(?! the way)(?! up)(?! construction)(?! work)|open(?:s|ed)? (?:its |their )?doors|opened\b(?! the way)(?! up)|opening (?:of|day)\b|gets? new|got (?:an? |its )|completed|turned [^.;]{1,90} into|now (?:has|have|boasts?) (?:its |their |a |an )?(?:own )?(?:modern|new)|(?:has|have) (?:its|their) (?:own )?(?:modern|new)"),
        ("planned", "planned", r"(?:plan(?:s|ned|ning)?|decid(?:ed|es)|decision|intend(?:s|ed)?|resolved|propos(?:ed|es)|announced (?:plans?|that)|vow(?:ed|s)|pledg(?:ed|es)|task(?:ed)?(?: was| is| of)?(?: set)?|ordered|called for|set (?:out )?(?:a |the )?(?:task|goal|plan)|project(?:ed)?) (?:[^.;]{0,70}? )?(?:to (?:build|construct|erect|set up|open|be built)|building|construction|for (?:the )?(?:construction|building))|(?:will|would|is to|are to|was to|were to|(?:is|are|was|were) (?:set|scheduled|due|expected|planned|slated|going) to) (?:also |first |soon |newly |each |simultaneously )*(?:be (?:built|set up|erected|constructed|put up|opened)|go up|get|have|receive|rise|appear|build|construct|see|host)|(?:adopted|approved|endorsed|unveiled|announced|drew up|drawn up|worked out) (?:a |an |the |its )?(?:plans?|blueprint|projects?|proposal|draft)\b (?:for|of|to|on)|approved (?:a|an|the)\b|(?:chosen|selected|designated|picked|named|earmarked|listed) (?:as|for|among)|(?:site|place|location) (?:for|of) (?:the )?(?:planned|future|new)"),
        ("same", "similar ceremony", r"(?:similar|same|such|the|inaugural|respective) (?:ceremon(?:y|ies)|events?|functions?|gatherings?)(?: (?:also|too))? (?:took place|was held|were held|followed|has been held|have been held|had been held|went off|was given|were given)|(?:similar|same) (?:ceremon(?:y|ies)|events?)|(?:same|similar) (?:can be said|is true|goes for|applies)|followed suit|so (?:did|has|have|was|were|are|is|do|does)\b|likewise|ceremon(?:y|ies) (?:took place|was held|were held|followed|went off)"),
        ("same", "같은 행사", r"(?:같은|류사한|유사한|이런|이러한)[ ]?(?:날[ ]?)?(?:행사|식|의식|모임)(?:가|이|도|들이)?|(?:행사|의식)(?:은|는|가|이|도|들이)[^.]{0,20}?(?:진행|열[렸린]|있었)"),
        ("groundbreaking", "착공", r"착공(?!될|할|하게|예정|을 앞|이 예정|하려|되면|하기로)(?:식|하|되|돼|됐|했|이|을|은|의|으로|해|한|에)?|첫[ ]?삽|기공(?:식)?|(?:건설|공사)(?:을|를|이|가|에)?[ ]?(?:시작|착수|개시)(?!될|할)|공사에[ ]?(?:들어|진입|착수)|건설에[ ]?(?:들어|착수|진입)|시공에 들어"),
        ("operating", "조업", r"조업(?:식)?|가동(?!률)(?:에|을|이|하|되|돼|됐|했)?|생산(?:을|에|이|정상화|공정)?[ ]?(?:시작|들어|개시|정상화|돌입|하고있|하고 있|되고있|되고 있|되여|해내|보장)|운영(?:을|에|이)[ ]?(?:시작|들어|개시)|(?:봉사|진료|치료)(?:를|에|가|활동을)?[ ]?(?:시작|들어|개시|하고있|하고 있)|첫 (?:환자|제품)|제품(?:을|들을|들이|이)[ ]?(?:생산|쏟아|내놓|출하|나오|만들)|환자(?:를|들을|들이)[ ]?(?:받|맞|치료|찾아)|생산공정(?:을|이|들이)?[ ]?(?:새로|현대화|확립|꾸)|현대화(?:되였|됐|되었|를 끝|하였|했|실현|하여 )|개원(?:했|하여|하였)|문을[ ]?연[ ]?뒤|생산하(?:고|여|는|였|며|기 시작)|출하|운영되고|돌아가고"),
        ("completed", "준공", r"준공(?!될|할|하게|예정|을 앞|이 예정|하려|되면|목표|하기로|할 목표|계획|되게)(?:식|하|되|돼|됐|했|이|을|은|의|으로|해|한|에|된|테프)?|완공(?!될|할|하게|예정|을 앞|되면|목표|하기로|계획|하면)(?:식|하|되|돼|됐|했|이|을|된|한|해)?|개업식|개소식|개원식|(?:새로[ ]?|훌륭히[ ]?|현대적으로[ ]?)?(?:건설|건립|신축)(?:되였|됐|되었|되어|돼|된|하였|했|을 끝|을 마|을 완료|하고)|일떠섰|일떠서(?:고|여|서|였|며|니)|솟아(?:났|나|올랐)|들어섰|세워(?:졌|져|진)|(?:문을|문)[ ]?(?:열었|열어|연|여는|열고)|개장(?:했|하였|됐|되였|식)|개건(?:되였|됐|되었|하였)|건설을 결속|공사를 (?:끝|마|완료)|꾸려(?:졌|져)|완성(?:됐|되였|되었|했)"),
        ("under_construction", "건설중", r"건설[ ]?중(?!단)(?:인|에|이)?|공사[ ]?중(?!단)|짓고[ ]?있|세우고[ ]?있|일떠세우(?:는|고)|건설(?:이|을|사업이|사업을|공사가|공사를)?[ ]?(?:힘있게|다그|추진|진척|한창|마감|결속|적극|본격|속도|빠르게|마무리|막바지|진행되고|진행중|진행 중|계속)|(?:골조|기초|미장|내부|외부|마감|지붕|타일|층막|벽체|설비조립|외벽)[ ]?(?:공사|작업|건설|마감)(?:를|가|을|이|도|에)?|(?:결속|마감|막바지|마무리)[ ]?단계|공사(?:가|를)[ ]?(?:힘있게|다그|추진|진척|한창|마감|막바지|마무리|본격|계속|진행)|공사속도|(?:골조|벽체|지붕|외벽|층막)(?:를|을|조립)?[ ]?(?:세우|조립|쌓|올리)|마지막[ ]?(?:고비|단계)|내밀고[ ]?있|(?:건설|공사)(?:를|을)[ ]?(?:내밀|다그)|개건(?:공사|현대화)(?:가|를|를 )|현대화공사"),
        ("inspection", "현지지도", r"현지[ ]?(?:지도|료해|요해|시찰)|시찰|돌아(?:보시|봤|보았|보며|보고|본|보는|봄|보시었|보셨)|둘러(?:봤|보았|보며|보고|본|보는|봄)|찾(?:았|아 |으시|으셨|은 자리|아가)|방문(?!객)|찾은 곳|점검(?!단)|료해|요해|참관|들러|들렀|나가 "),
        ("planned", "계획", r"(?:건설|건립|신설|조성|세울|지을|세우기|짓기|건설하기|착공|준공|완공)(?:할|될|하는|할것|로|하게 될|될것|하기로|하게)?[ ]?(?:계획|예정|결정|방침|구상|하기로|기로|것으로 (?:보|알|전망)|목표|대상)|(?:건설|착공|준공|완공)(?:될|할|하게)|세우기로|짓기로|들어설|대상(?:지|지로|으로)[ ]?(?:선정|지정|결정|확정)|우선[ ]?건설|과업(?:을|이|으로)[ ]?(?:제시|주|내|맡)|시범(?:적으로|건설)"),
    )
)  # fmt: skip
"""(stage, rule, pattern), in order of precedence where they overlap."""


_OTHER_WORKS = re.compile(
    r"\b(?:wharf|wharves|parks?|roads?|bridges?|schools?|kindergartens?|nursery|streets?|museums?|librar(?:y|ies)|hotels?|resorts?|stadiums?|gymnasium"
    r"|dams?|reservoirs?|railways?|airports?|monuments?|flats|apartments?|embankments?|harbou?rs?|theat(?:er|re)s?|houses|dwellings|villages?|ships?|vessels?|submarines?|destroyers?|missiles?)\b"
    r"|부두|공원|도로|다리|학교|유치원|탁아소|호텔|려관|극장|저수지|언제|경기장|살림집|주택|철도|비행장|공항|구축함|잠수함|미사일",
    re.IGNORECASE,
)


def names_other_works(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is about works that are no facility of ours: a wharf, a munitions plant."""
    none = any(t.value == "none" for t in _first_of(FACILITY_TERMS, text, start, end))
    return none or _OTHER_WORKS.search(text, start, end) is not None


def find_cues(text: str, start: int, end: int) -> tuple[Term, ...]:
    """Stage cues in text[start:end], vetoes not yet looked at."""
    return _first_of(CUE_TERMS, text, start, end)


def _first_of(
    table: tuple[tuple[str, str, re.Pattern[str]], ...], text: str, start: int, end: int
) -> tuple[Term, ...]:
    """Matches of a table that do not overlap; an earlier row wins, then the one further left."""
    taken: list[Term] = []
    for value, rule, pattern in table:
        for match in pattern.finditer(text, start, end):
            if match.end() > match.start() and not _overlaps(taken, *match.span()) and _at_word(text, *match.span()):
                taken.append(Term(match.start(), match.end(), value, rule, value == "generic"))
    return tuple(sorted(taken, key=lambda term: term.start))


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
    r"(?:\b(?:will|would|shall|should|must|may|might|can|could|cannot)(?: \w+ly| also| soon| not| never)? (?:be |have |get |see )?(?:\w+ )?"
    r"|\b(?:to be|to|be|not|never|yet to|nor|without|if|once|until|till|unless|before|ahead of|prior to|pending|towards?|awaiting|about|near(?:ing)?|close to|speedy|early|rapid|successful|expected|scheduled|planned|future|upcoming|coming) (?:the |its |their |a |an |full |final |formal |official |successful )*(?:\w+ly )?"
    r"|\b(?:wants?|wanted|urge[sd]?|urging|ask(?:s|ed)?|order(?:s|ed)?|call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed)?|wish(?:es|ed)?|hope[sd]?|aim(?:s|ed)?|so that|in order|need(?:s|ed)?|ready to|as soon as|how|whether|unless)\b [^.;,]{0,60}|\b(?:when|once|after|as soon as) [^.,;]{0,60}\b(?:is|are|goes|go|stands?) ?)$"
)
"""Endings of the words before a cue that make it a wish, a condition or the future."""

VETO_NOUN_BEFORE = re.compile(
    r"\b(?:since|from|after|before|ahead of|prior to|until|till|for|at|during|following|preparations? for|preparing for|ready for|timed for|marking|of|in time for|towards?|on the eve of|if|upcoming|coming|planned|next) (?:the |its |their |a |an |this |that |first |last |next |day of (?:the )?|recent )*$"
)
"""The same for ceremonies named in passing: `from the ground-breaking to this day`."""

VETO_AFTER = re.compile(
    r"^\W{0,2}(?:ceremon(?:y|ies) )?(?:\w+ ){0,3}?(?:(?:is|are|was|were) (?:set|scheduled|due|expected|planned|slated)|set for|scheduled for|due in|planned for|expected|will be|would be|to be held|to come)",
    re.IGNORECASE,
)

KO_FUTURE_AFTER = re.compile(
    r"^[ ]?(?:나흘|사흘|이틀|하루|닷새|열흘|한 달|\d+일|\S{1,3}주) ?전|^(?:식|식은|식이|식을)?[ ]?[^.]{0,30}(?:열릴|예상|예정|전망|계획|될 것|할 것|될것|할것|하게 된다|되게 된다|게 될|목표|방침)|^[가-힣]{0,3}[ ]?(?:될|할|되면|하면|되게|하게 될|예정|계획|목표|전망|기다|앞두|앞둔|위한|위해|위하여|향해|준비|까지|하기로|이전|전에|하자|해야|하여야|하도록|되도록|보장|하려)"
)

GENERIC_PLACES = re.compile(
    r"\b(?:\d+|twenty|forty|ten|two|three|several|many|other|all|every|each|various|different|some|more|dozens of|both|over \d+|these|those|remote|most|scores of)"
    r" (?:\w+ ){0,2}?(?:cities|counties|regions?|areas?|places|sites|localities|provinces|county|city|districts?)\b"
    r"|\b(?:all over|across|throughout|over|in) the (?:whole |entire )?(?:country|nation|land)\b|nationwide|\bcountrywide\b|\bthe regions\b|\bin (?:the )?regions\b"
    r"|\d+[ ]?개[ ]?(?:시|군|지역|시[ ]?[,·ㆍ][ ]?군|시군|곳|지방)|전국|온 나라|나라의 (?:모든|여러|방방곡곡)|모든 시|여러 (?:시|군|지역|곳)|매년|해마다|각지|시[ ]?[,·ㆍ][ ]?군들|지방들",
    re.IGNORECASE,
)
"""Words that say `somewhere`: a statement with them and without a named place is no event."""

SPEECH = re.compile(
    r"\b(?:speech|speeches|speaker|speakers|stressed|emphasi[sz]ed|recalled|noted|expressed|pointed out|address|addressed|called on|urged|thanked|vowed|pledged|promised|voiced|praised|hailed)\b"
    r"|\b(?:he|she|they|Kim|secretary|premier|chairman|leader|commander|official) (?:also )?(?:said|told|added|spoke)\b"
    r"|연설|토론|강조|말씀|언급|호소|밝혔|지적|결의|다짐|당부",
    re.IGNORECASE,
)

MEDIA = re.compile(
    r"(?:KCNA|Korean Central News Agency|state(?:-run)? media|media|news agency|Rodong Sinmun|newspaper|agency|Voice of Korea|broadcast\w*|report|daily)\W+(?:\w+\W+){0,3}?(?:said|says|reported|reports|report|carried|announced|wrote|told)"
    r"|according to|it was reported|is said to|are said to|reportedly|보도|통신은|통신에 따르면|신문은|전했다|소개했다|보도했다|알려졌|따르면|전해졌",
    re.IGNORECASE,
)

LEADER = re.compile(
    r"\b(?:Kim Jong[- ]?Un|Kim|leader|[Hh]e|[Hh]is|him|Premier|premier|General Secretary|President|Marshal|Supreme Leader|Comrade)\b|김정은|총비서|국무위원장|위원장|총리|원수님|총비서동지|지도자"
)


