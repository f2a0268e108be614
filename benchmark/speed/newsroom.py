"""
Made news that has nothing to do with the DPRK: paragraphs in four languages, out of our own words.

Some of it is there to be mistaken: places of South Korea and elsewhere that are called like counties of the
North, `the north of`, factories that are opened in a Goseong that is not the northern one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

LANGUAGES = {"en": 0.8, "ko": 0.12, "de": 0.05, "es": 0.03}
"""Language -> its share of the articles."""
TRAPS = 0.02
"""Share of the paragraphs that hold one of `LOOK_ALIKES`."""
PARAGRAPHS = 4000
"""So many are made of each language, of 2 to 4 sentences; articles draw from them."""

WORDS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "en": {
        "who": tuple(
            "the ministry|the company|the city council|a spokesman|the union|the regulator|investors"
            "|the mayor|the institute|a court|the opposition|the treasury|researchers|the hospital"
            "|the operator|the committee|local farmers|the airline|the museum"
            "|the coach|a panel of experts".split("|")
        ),
        "did": tuple(
            "said|announced|confirmed|denied|warned|suggested|reported|argued|admitted|expected|repeated"
            "|noted|promised|feared|estimated".split("|")
        ),
        "what": tuple(
            "prices would rise again|the bridge would stay closed|talks had made little headway"
            "|the season had started well|the harvest was smaller than hoped|the bill had enough votes"
            "|the new line would carry more passengers|the fire had been put out|the figures were too low"
            "|a new plant would create jobs|the merger was off|water levels had fallen"
            "|schools would open late|the trial would be moved|exports had recovered"
            "|the road was safe once more".split("|")
        ),
        "where": tuple(
            "Bristol|Lyon|Nairobi|Leeds|Toronto|Lagos|Hamburg|Quito|Ankara|Perth|Manila|Turin|Boston|Oslo"
            "|Lima|Dublin|Denver|Malmö|Tunis|Accra|Riga|Kraków|Chicago|Porto|Cardiff|Ghent".split("|")
        ),
        "name": tuple(
            "Miller|Okafor|Tanaka|Rossi|Larsen|Moreau|Kowalski|Silva|Haddad|Nguyen|Brandt|Iyer|Castillo"
            "|Hansen|Park|Lee|Choi|Novak|Byrne|Osei".split("|")
        ),
        "thing": tuple(
            "budget|harbour|railway|election|library|stadium|budget hearing|pension|forest|power station"
            "|television series|vaccine|tournament|housing market|tax|satellite|festival|reservoir".split("|")
        ),
        "day": tuple("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday".split("|")),
        "month": tuple(
            "January|February|March|April|June|July|August|September|October|November|December".split("|")
        ),
    },
    "ko": {
        "who": tuple("정부는|시는|회사 측은|노조는|위원회는|연구진은|법원은|경찰은|협회는|감독은".split("|")),
        "what": tuple(
            "물가가 다시 오를 것이라고|협상이 진전을 보이지 못했다고|새 노선이 내년에 개통된다고"
            "|수출이 회복됐다고|피해가 크지 않다고|예산이 부족하다고|경기가 잘 풀렸다고"
            "|일자리가 늘어날 것이라고".split("|")
        ),
        "did": tuple("밝혔다.|말했다.|전했다.|설명했다.|강조했다.|내다봤다.".split("|")),
        "where": tuple("서울|부산|대구|광주|대전|울산|도쿄|파리|런던|제주|수원|전주".split("|")),
        "thing": tuple("주택 시장|지하철|도서관|축제|선거|연금|발전소|항만|드라마|백신|대회".split("|")),
        "day": tuple("월요일|화요일|수요일|목요일|금요일|주말".split("|")),
    },
    "de": {
        "who": tuple(
            "das Ministerium|die Stadt|der Verband|die Polizei|der Trainer|die Forscherin|der Betreiber"
            "|die Gewerkschaft|das Gericht|die Bank".split("|")
        ),
        "what": tuple(
            "die Preise wieder steigen|die Brücke gesperrt bleibt|die Ernte kleiner ausfällt"
            "|der Prozess verschoben wird|die Linie im Herbst fährt|das Werk erweitert wird".split("|")
        ),
        "where": tuple("Köln|Leipzig|Bremen|Wien|Zürich|Graz|Kiel|Rostock|Basel|Mainz".split("|")),
        "thing": tuple("Haushalt|Hafen|Bahnhof|Wahlkampf|Theater|Turnier|Stromnetz|Freibad".split("|")),
    },
    "es": {
        "who": tuple(
            "el ministerio|la empresa|el ayuntamiento|la policía|el sindicato|el entrenador|el tribunal"
            "|la universidad".split("|")
        ),
        "what": tuple(
            "los precios subirán|el puente seguirá cerrado|la cosecha será menor|el juicio se aplaza"
            "|la línea abrirá en otoño|las exportaciones se recuperan".split("|")
        ),
        "where": tuple("Madrid|Bogotá|Sevilla|Rosario|Valencia|Cuenca|Puebla|Bilbao".split("|")),
        "thing": tuple("presupuesto|puerto|festival|hospital|torneo|embalse|teatro".split("|")),
    },
}

SENTENCES: Mapping[str, Sequence[str]] = {
    "en": (
        "{Who} {did} on {day} that {what}.",
        "In {where}, {who} {did} that the {thing} had cost {n} million more than planned.",
        "{name}, who has followed the {thing} since {month}, {did} that {what}.",
        "About {n} people came to {where} for the {thing}, {n} fewer than a year before.",
        "“We did not expect this,” {name} {did}, and added that {what}.",
        "The {thing} in {where} is to be finished by {month}, {n} days later than {who} had hoped.",
        "Shares of the group fell by {n} per cent after {who} {did} that {what}.",
        "{Who} and {who} met in {where} on {day}, but neither {did} what had been agreed on the {thing}.",
        "It was the third {thing} in {n} years; {name} {did} it would not be the last.",
        "Nobody was hurt when part of the {thing} in {where} gave way early on {day}, {who} {did}.",
    ),
    "ko": (
        "{who} {day} {where}에서 {what} {did}",
        "{who} {thing} 문제를 두고 {what} {did}",
        "{thing}에는 {n}명이 참가했고 지난해보다 {n}명 줄었다.",
        "{who} {thing} 사업에 {n}억원이 더 들 것이며 {what} {did}",
        "{day}에 나온 {thing} 관련 발표에서 {who} {what} {did}",
        "{thing}을 둘러싼 논의는 {day}까지 이어지며, {who} {what} {did}",
    ),
    "de": (
        "Wie {who} am Dienstag mitteilte, ist damit zu rechnen, dass {what}.",
        "In {where} kostet der neue {thing} nun {n} Millionen Euro mehr, weil {what}.",
        "Rund {n} Menschen kamen nach {where}; {who} hatte mit mehr gerechnet.",
        "Ob {what}, ließ {who} in {where} offen.",
    ),
    "es": (
        "Según {who}, {what} a pesar del nuevo {thing} de {where}.",
        "En {where}, {who} informó de que {what}.",
        "Unas {n} personas visitaron el {thing} de {where} el fin de semana.",
        "Aún no se sabe si {what}, dijo {who} en {where}.",
    ),
}

LOOK_ALIKES: Mapping[str, Sequence[str]] = {
    "en": (
        "A battery plant was opened in Goseong County, South Gyeongsang Province, on {day}.",
        "Ground was broken for a hospital in Suncheon, South Jeolla Province, at a cost of {n} billion won.",
        "The bus from Cheorwon County in South Korea's Gangwon Province was {n} minutes late.",
        "Sunchon National University took {n} new students.",
        "In Mason County, Kentucky, {who} {did} that {what}.",
        "Snow fell in the north of Georgia, where {what}.",
        "Villages in the north of England were without power for {n} hours.",
        "The factory in Hamilton County was completed in {month} and makes {n} parts a day.",
        "A new paper mill went into operation near the north shore of Lake Superior.",
        "{name} moved the restaurant, which is called Anju, to a street in the north of the town.",
        "A greenhouse farm was inaugurated in Onondaga County on {day}.",
        "The opera in {where} gave Turandot; Ri Sang and Ko Won sang the leading parts.",
        "Ganghwa County in Incheon broke ground for a leisure complex in {month}.",
        "Yanggu, Inje and Hwacheon counties asked Seoul for {n} million won.",
        "A grain terminal was completed in the port of Odesa after {n} days.",
        "{name} flew from Busan to Osaka and on to Hanoi, where {what}.",
        "The central bank, which sits in the central district of the capital, {did} that {what}.",
        "The county's new hospital stands on the north side of Kingston.",
    ),
    "ko": (
        "경남 고성군에서 조선소 부품 공장 준공식이 {day} 열렸다.",
        "전남 순천시 병원 착공식에는 {n}명이 참석했다.",
        "강원도 철원군은 온실 단지 조성에 {n}억원을 들인다고 밝혔다.",
        "인천 강화군은 종합 체육관을 준공했다고 {day} 밝혔다.",
        "경기도 화성시 공장에서 불이 나 {n}명이 대피했다.",
        "강원 고성군 주민 {n}명은 도로 공사를 서둘러 달라고 했다.",
    ),
    "de": (
        "Im Norden Georgiens wurde am Mittwoch eine Papierfabrik eröffnet.",
        "Im Landkreis Nordsachsen kostet das neue Krankenhaus {n} Millionen Euro.",
    ),
    "es": ("En el norte de Corea del Sur, el condado de Goseong abrió un hospital con {n} camas.",),
}
"""Nothing in them is of the DPRK."""

_SLOT = re.compile(r"\{(\w+)\}")


def filled(template: str, words: Mapping[str, Sequence[str]], draw: random.Random) -> str:
    """A sentence with a word drawn for each slot; `{Who}` begins with a capital, `{n}` is a number."""

    def word(slot: re.Match[str]) -> str:
        name = slot[1]
        if name == "n":
            return str(draw.randrange(2, 990))
        drawn = draw.choice(words[name.lower()])
        return drawn[0].upper() + drawn[1:] if name[0].isupper() else drawn

    return _SLOT.sub(word, template)


def paragraphs(language: str, draw: random.Random, number: int = PARAGRAPHS) -> list[str]:
    """So many paragraphs of general news."""
    return [_paragraph(language, draw) for _ in range(number)]


def headlines(language: str, draw: random.Random, number: int = 200) -> list[str]:
    """Titles without a full stop."""
    made = (filled(draw.choice(SENTENCES[language]), WORDS[language], draw) for _ in range(number))
    return [" ".join(one.rstrip(".").split()[:9]).rstrip(",;“”") for one in made]


def _paragraph(language: str, draw: random.Random) -> str:
    templates = [draw.choice(SENTENCES[language]) for _ in range(draw.randrange(2, 5))]
    if draw.random() < TRAPS:
        templates[draw.randrange(len(templates))] = draw.choice(LOOK_ALIKES[language])
    return " ".join(filled(one, WORDS[language], draw) for one in templates)
