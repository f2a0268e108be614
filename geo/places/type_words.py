"""
How names are written: folding that keeps offsets, type words, and what may stand beside a Hangul name.

Folding makes one text of many spellings (NFD, curly quotes, dashes, line breaks inside a name, capitals) and
remembers for each of its characters where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.text import Pattern

TYPE_WORDS: dict[str, str] = {
    **dict.fromkeys(
        ("county", "counties", "kreis", "kreise", "kreisen", "condado", "condados", "comté"), "county"
    ),
    **dict.fromkeys(("gun", "kun"), "county"),
    **dict.fromkeys(("city", "cities", "stadt", "ciudad", "si", "shi"), "city"),
    **dict.fromkeys(("municipality", "municipalities"), "city"),
    **dict.fromkeys(("district", "districts", "ward", "wards", "stadtbezirk", "distrito"), "ward"),
    **dict.fromkeys(("guyok", "kuyok", "gu", "ku"), "ward"),
    **dict.fromkeys(("province", "provinces", "provinz", "provincia", "do", "to"), "province"),
}
"""Type word in Latin letters -> kind of unit it announces."""

PLURALS = frozenset(
    [
        "counties",
        "cities",
        "districts",
        "wards",
        "provinces",
        "municipalities",
        "kreise",
        "kreisen",
        "condados",
    ]
)

AFTER_LATIN = Pattern(
    r"(?:[\"”»']?(?: \([^)\n]{1,12}\))?[ ](?:special |directly governed )?"
    r"(?P<word>county|counties|kreis|city|cities|municipality"
    r"|municipalities"
    r"|districts?|wards?|provinces?)"
    r"|[ ]?-[ ]?(?P<hyphened>gun|kun|si|shi|guyok|kuyok|gu|ku|do|to))\b(?! of\b(?! the| [a-z]))"
)
"""A type word behind a Latin name: `Songchon County`, `Songchon-gun`."""

SMALLER_LATIN = Pattern(
    r"[ ]?-(?:ri|dong|myon|myeon|rodongjagu|nodongjagu|ni|li|eup)\b|[ ](?:ri|dong|myeon|street|avenue)\b"
)
"""The name of something smaller that is named like the unit."""

SEAT_LATIN = Pattern(r"[ ]?-(?:up|ŭp)\b")
"""The county seat: `Songchon-up`."""

BEFORE_LATIN = Pattern(
    r"\b(?:(?P<word>county|counties|city|cities|districts?|wards?|provinces?|municipality|municipalities"
    r"|port city|capital city|town) of (?:the )?"
    r"|(?P<other>(?:land)?kreis(?:es|en)?|stadtbezirk(?:e?s)?|bezirk(?:e?s)?|stadt|provinz"
    r"|condado de|ciudad de|distrito de|provincia de"
    r"|comté de) )$"
)
"""A type word before a Latin name: `the county of Kumya`, `Kreis Ragwon`."""

BEFORE_CYRILLIC = Pattern(r"\b(?P<word>уезд|город|район|провинци|округ)\w* $")
"""A Russian type word before a name: `в уезде Сончхон`."""

CYRILLIC_TYPES = {"уезд": "county", "город": "city", "район": "ward", "округ": "ward", "провинци": "province"}

BEFORE_TYPE: dict[str, str] = {
    **dict.fromkeys(("kreis", "kreises", "kreisen", "landkreis", "landkreises"), "county"),
    **dict.fromkeys(("stadtbezirk", "stadtbezirks", "stadtbezirkes"), "ward"),
    **dict.fromkeys(("bezirk", "bezirks", "bezirkes"), ""),
    "stadt": "city",
    "provinz": "province",
    "condado de": "county",
    "ciudad de": "city",
    "distrito de": "ward",
    "provincia de": "province",
    "comté de": "county",
    "port city": "city",
    "capital city": "city",
    "town": "",
}

HANGUL_TYPES: dict[str, str] = {
    "특별시": "city",
    "직할시": "city",
    "도": "province",
    "시": "city",
    "군": "county",
    "구역": "ward",
    "지구": "ward",
    "구": "ward",
    "로동자구": "town",
    "노동자구": "town",
    "읍": "seat",
}
"""Hangul type word -> kind; longest first when read."""

HANJA_TYPES: dict[str, str] = {
    "道": "province",
    "市": "city",
    "郡": "county",
    "郡内": "county",
    "区域": "ward",
    "區域": "ward",
    "区": "ward",
    "地区": "ward",
    "地區": "ward",
    "直轄市": "city",
    "直辖市": "city",
    "特別市": "city",
    "特别市": "city",
}

HANGUL_SMALLER = Pattern(r"(?:리|동|면)(?![가-힣])|(?:면|동)(?=[에의은는이가을를과와])")

PARTICLES = [
    "에서는",
    "에서도",
    "에서의",
    "에서",
    "에게",
    "에도",
    "에는",
    "에만",
    "에",
    "의",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과의",
    "과",
    "와의",
    "와",
    "도",
    "만",
    "로부터",
    "로",
    "으로부터",
    "으로",
    "까지",
    "부터",
    "보다",
    "처럼",
    "등",
    "내",
    "뿐",
    "이나",
    "나",
    "이며",
    "며",
    "이고",
    "고",
    "이라",
    "라",
    "인",
    "및",
    "들",
    "일대",
    "지역",
    "안",
    "발",
    "측",
    "당",
    "산",
    "현지",
    "소재",
]
"""What may follow a Hangul name or its type word without a space."""

NOUNS = [
    "지방공업",
    "지방발전",
    "공장",
    "병원",
    "종합",
    "온실",
    "종이",
    "제련소",
    "제철소",
    "제염소",
    "바다가",
    "바닷가",
    "양식",
    "건설",
    "양곡",
    "량곡",
    "착공",
    "준공",
    "식료",
    "옷공장",
    "일용품",
    "타일",
    "건재",
    "화력",
    "제철",
    "책임비서",
    "농장",
    "관광",
    "갈마",
    "방문",
    "시찰",
    "출신",
    "시민",
    "주민",
    "대학",
    "사범",
    "인민",
    "주변",
    "근처",
    "인근",
    "방직",
    "강철",
    "광산",
    "탄광",
    "기계",
    "비료",
    "화학",
    "안의",
    "당위원회",
    "시당",
    "군당",
    "도당",
    "위원회",
    "군민",
    "도민",
    "중심",
    "국제",
    "공항",
    "항",
    "역",
    "읍",
    "시내",
    "한복판",
    "보건",
    "경공업",
    "근로자",
    "일군",
    "간부",
    "농촌",
    "살림집",
    "소년",
    "학생",
    "제1",
    "제2",
    "피해",
    "수해",
    "침수",
    "지도자",
    "특산",
    "감자",
    "해안",
    "땅",
    "사람",
    "인사",
    "아동",
]
"""Nouns that a Hangul name forms a compound with."""

_BESIDE_HANGUL = Pattern(
    "(?:"
    + "|".join(sorted((*PARTICLES, *NOUNS), key=len, reverse=True))
    + r"|[가-힣]{1,7}(?:공장|기업소|제작소|양어장|온실|농장|봉사소|제련소|제철소|제염소|양조장))|[^가-힣]|$"
)
_FACILITY_HANGUL = Pattern(
    r"[ ]?(?:지방공업|종이공장|종합봉사소|병원|온실|바다가양식|바닷가양식|양식사업소|양식장|양곡"
    r"|식료공장|옷공장|일용품공장|타일공장|건재공장|[가-힣]{0,7}(?:공장|기업소|제작소|양어장|온실|농장|봉사소|제련소|제철소|제염소|양조장))"
)


_HANGUL_ANY = tuple(sorted(HANGUL_TYPES, key=len, reverse=True))


def hangul_type(text: str, at: int) -> tuple[str, int]:
    """(kind, end) of the Hangul type word that stands at `at`, or ("", at) if none does."""
    if not text.startswith(_HANGUL_ANY, at):
        return "", at
    for word in _HANGUL_ANY:
        if text.startswith(word, at) and may_follow_hangul(text, at + len(word), word):
            return HANGUL_TYPES[word], at + len(word)
    return "", at


def may_follow_hangul(text: str, at: int, word: str = "") -> bool:
    """Whether a name or type word can end at `at`: `성천군에서` yes, `해주시기` no."""
    if word == "군" and text.startswith(("인", "대", "사", "데"), at) and not text.startswith("인민", at):
        return False
    if word == "구" and text.startswith(("두", "급", "강", "호"), at):
        return False  # 구두공장, 구급, 구강병원, 구호
    if word == "시" and text.startswith(("멘트", "계공장", "약공장"), at):
        return False  # 신천시멘트공장
    if word == "도":
        return not text.startswith(("자기", "구공장"), at)  # 경성도자기공장
    return _BESIDE_HANGUL.match(text, at) is not None


def facility_follows(text: str, at: int) -> bool:
    """Whether a facility word makes a compound with the Hangul name that ends at `at`: `은산종이공장`."""
    return _FACILITY_HANGUL.match(text, at) is not None


def script_of(form: str) -> str:
    """latin, hangul, hanja, kana or cyrillic, by the first letter."""
    first = next((c for c in form if c.isalpha()), "")
    if "가" <= first <= "힣":
        return "hangul"
    if "一" <= first <= "鿿":
        return "hanja"
    if "\u3040" <= first <= "\u30ff":
        return "kana"
    return "cyrillic" if "Ѐ" <= first <= "ӿ" else "latin"


_JOINED = Pattern(rf"[ -](?P<word>{'|'.join(TYPE_WORDS)})")
"""A type word behind a whole name, as tables write it, too: `songchon gun`."""


def without_type_word(folded: str) -> Iterator[tuple[str, str]]:
    """
    (form, kind of type word): a whole name as it is, then without the type word at its end.

    >>> list(without_type_word("songchon-gun"))
    [('songchon-gun', ''), ('songchon', 'county')]
    """
    yield folded, ""
    for at in range(1, len(folded)):
        if found := AFTER_LATIN.fullmatch(folded, at):
            yield folded[:at], TYPE_WORDS[found["word"] or found["hyphened"]]
        elif found := _JOINED.fullmatch(folded, at):
            yield folded[:at], TYPE_WORDS[found["word"]]
    for word, kind in (*HANGUL_TYPES.items(), *HANJA_TYPES.items()):
        if folded.endswith(word) and folded != word:
            yield folded.removesuffix(word).strip(), kind
