"""
Units -> the rows of `names.csv`: every spelling of every unit with its kind and where it is from.

A spelling is a `variant` only where somebody writes it: `attested.csv`, `spellings.csv` and
`spellings_services.csv` say who. What the reference table lists without a source, and what follows from
another spelling, is `rule`. Forms that somebody else's unit is seen under are dropped.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
NAME_FIELDS = "form pcode script kind source".split()
KIND_ORDER = ("official", "variant", "former", "weak", "rule")
NAMED_AFTER_PERSONS = {"KP0103", "KP0104", "KP0105", "KP0202"}
KAESONG_CITY = "KP0803"
READING, CHARACTERS = "by rule: reading of the Hangul", "hanja of a place below the county"
READINGS = frozenset((READING, CHARACTERS))
"""Sources of names that a place below the county has only where no unit above has them."""

Row = dict[str, str]

PROVINCE_SHORT = {
    "KP01": ("량강", "양강"),
    "KP02": ("함북",),
    "KP03": ("함남",),
    "KP04": (),
    "KP05": ("자강",),
    "KP06": ("평북",),
    "KP07": ("평남",),
    "KP08": ("황북",),
    "KP09": ("황남",),
}
"""Two-syllable short forms of the provinces, as the South Korean press writes them."""

PROVINCE_WORD = {"North": "Nord", "South": "Süd"}
PROVINCE_STEMS = {
    "Phyongan": {"Pyeongan", "P'yŏngan", "P'yongan", "Pyongyan", "Phyeongan", "Pyong'an"},
    "Hamgyong": {"Hamgyeong", "Hamkyung", "Hamkyong", "Hamgyŏng", "Hamgyung"},
    "Hwanghae": {"Whanghae"},
}

COMMON_CHINESE = {
    "两江": "the word for both rivers",
    "凤山": "a place in Taiwan",
    "千里马": "the word for a fast horse",
    "先锋": "the word for vanguard",
    "大兴": "a district of Beijing",
    "新兴": "the word for emerging",
    "江东": "the land along the Yangtze",
    "球场": "the word for sports ground",
    "赴战": "the word for going to war",
    "金刚": "a word for diamond",
    "长江": "the Yangtze",
    "龙川": "a county in Guangdong",
}
"""Simplified forms that are ordinary words of Chinese, or places in China, too."""


def read(path: Path) -> list[Row]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def name_rows(units: list[Row], homonyms: list[Row]) -> list[Row]:
    """Every spelling once for each unit; the first source that has it gives kind and source."""
    common = {row["form"] for row in homonyms if row["kind"] == "common-word"}
    codes, found = {row["pcode"] for row in units}, dict[tuple[str, str], Row]()

    def add(form: str, pcode: str, script: str, kind: str, source: str) -> None:
        form = _without_type(form.strip()) if script == "latin" else form.strip()
        if form:
            values = (form, pcode, script, kind, source)
            found.setdefault((form, pcode), dict(zip(NAME_FIELDS, values, strict=True)))

    for table in ("spellings.csv", "spellings_services.csv"):
        for row in read(HERE / table):
            if row["pcode"] not in codes:
                raise SystemExit(f"{table}: no unit {row['pcode']!r}")
            add(row["form"], row["pcode"], row["script"], row["kind"], row["source"])
    seen = _attested(codes)
    for row in sorted(units, key=lambda row: row["level"] == "3"):
        if row["status"] == "composite" or row["pcode"] == KAESONG_CITY:
            continue  # the bare name means the first-level unit
        taken = {known.lower() for known, _ in found} if row["level"] == "3" else set()
        for form, script, kind, source in _names(row, common, seen):
            if source in READINGS and form.lower() in taken:
                continue  # somebody else's name already, maybe that of the unit which the place was before
            person = script == "latin" and row["pcode"] in NAMED_AFTER_PERSONS and form.startswith("Kim ")
            add(form, row["pcode"], script, "weak" if person else kind, source)
    rows = list(found.values())
    return _without_clashes([*rows, *_simplified(rows)])


def simplified(hanja: str) -> str:
    """Traditional characters as simplified Chinese writes them, by the pairs of `simplified.csv`."""
    return hanja.translate(
        str.maketrans({row["traditional"]: row["simplified"] for row in read(HERE / "simplified.csv")})
    )


def _attested(codes: Iterable[str]) -> dict[tuple[str, str], str]:
    """(form, P-code) -> who writes it so; an unknown code is an error."""
    rows = read(HERE / "attested.csv")
    if unknown := {row["pcode"] for row in rows} - set(codes):
        raise SystemExit(f"attested.csv: no unit {sorted(unknown)}")
    return {
        (row["form"], row["pcode"]): f"seen: {' '.join(filter(None, (row['source'], row['address'])))}"
        for row in rows
    }


def _names(
    row: Row, common: set[str], seen: dict[tuple[str, str], str]
) -> Iterator[tuple[str, str, str, str]]:
    """(form, script, kind, source) of one unit, in the order in which they count."""
    if row["level"] == "3":
        yield from _names_of_place(row, common)
        return
    for form, kind, source in _latin(row, seen):
        yield form, "latin", kind, source
    for form, kind, source in _hangul(row, common):
        yield form, "hangul", kind, source
    if row["hanja"]:
        yield row["hanja"], "hanja", "official" if len(row["hanja"]) > 1 else "weak", "hanja"


def _names_of_place(row: Row, common: set[str]) -> Iterator[tuple[str, str, str, str]]:
    """
    Names below the county. Those of a site that reports name, and readings, are weak: they count beside a
    type word, a site where the text names its county.
    """
    weak = set(row.get("weak", "").split("|")) | ({row["hangul"]} & common)
    source = row["source"] or "reference table"

    def kind(form: str, otherwise: str) -> str:
        return "weak" if form in weak or (row["source"] and row["type"] == "site") else otherwise

    yield row["name"], "latin", kind(row["name"], "official"), "KCNA style English"
    for form in filter(None, row.get("latin", "").split("|")):
        yield form, "latin", kind(form, "variant"), f"seen: {source}"
    yield row["hangul"], "hangul", kind(row["hangul"], "official"), "DPRK spelling"
    for form in filter(None, row.get("korean", "").split("|")):
        yield form, "hangul", kind(form, "variant"), f"seen: {source}"
    for form in sorted(weak - {"", row["name"], row["hangul"]}):
        script = "hangul" if "가" <= form[0] <= "힣" else "latin"
        yield form, script, "weak", "the name alone, which others have too"
    if " " not in row["name"]:  # nobody writes the reading of a whole zone or street as one word
        for form in (row["name_mr"], plain(row["name_mr"]), row["name_rr"]):
            yield form, "latin", "weak", READING
    if len(row["hanja"]) > 1:
        strong = row["type"] in ("zone", "site")
        yield row["hanja"], "hanja", kind(row["hanja"], "official" if strong else "weak"), CHARACTERS


def _latin(row: Row, seen: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    """(form, kind, source) of a county-level or first-level unit in Latin letters."""
    yield row["name"], "official", "KCNA English"
    former = _former(row)
    variants = [_without_type(form) for form in filter(None, row.get("variants", "").split("|"))]
    for form in variants:
        if form in former:
            yield form, "former", "former name"
        elif source := seen.get((form, row["pcode"])):
            yield form, "variant", source
    for form in sorted(former):
        yield form, "former", "former name"
    yield row["name_mr"], "official", "McCune-Reischauer, by rule from the Hangul"
    yield row["name_rr"], "official", "Revised Romanization, by rule from the Hangul"
    for form in _province_forms(row):
        yield form, "rule", "by rule: province with north or south"
    for form in variants:
        if not form.endswith(" Area"):
            yield form, "rule", "by rule: another romanisation of the Hangul"
    for form in _rule_forms(row):
        yield form, "rule", "by rule from another spelling"


def _former(row: Row) -> set[str]:
    """Names that the unit had before, in Latin letters."""
    return set(re.findall(r"(?:^|; )([A-Z][A-Za-z]+) \(", row.get("former_names", "")))


def _hangul(row: Row, common: set[str]) -> Iterator[tuple[str, str, str]]:
    weak = row["hangul"] in common or len(row["hangul"]) < 2
    yield row["hangul"], "weak" if weak else "official", "DPRK spelling"
    if row["hangul_rok"]:
        rok_weak = row["hangul_rok"] in common
        yield row["hangul_rok"], "weak" if rok_weak else "variant", "ROK spelling"
    for form in PROVINCE_SHORT.get(row["pcode"], ()):
        yield form, "variant", "short form, as the South Korean press writes it"
    for form in re.findall(r"\(([가-힣]+)", row.get("former_names", "")):
        yield form, "former", "former name"


def _rule_forms(row: Row) -> Iterator[str]:
    """Spellings that follow by rule from those of the tables."""
    name, former = row["name"], _former(row)
    for base in filter(None, [name, *row.get("variants", "").split("|")]):
        if base in former or base.endswith(" Area"):
            continue
        yield without_aspirate(base)
        yield plain(base)
        if " " in base and row["level"] == "2":
            first, *rest = base.split()
            yield f"{first} {'-'.join([rest[0], *map(str.lower, rest[1:])])}"
            yield f"{first} {'-'.join(rest)}"
            yield "".join([first, *map(str.lower, rest)])
    for base in (name, row["name_rr"]):
        if base.startswith("Si"):
            yield "Shi" + base[2:]
    yield plain(row["name_mr"])
    yield from typed(row["name_mr"])
    yield re.sub(r"(?<=[a-zŏŭ])'(?=[a-z])", "", row["name_mr"])


def _province_forms(row: Row) -> Iterator[str]:
    """Spellings of the provinces that have a North and a South: P'yŏngan-bukto, N. Pyongan."""
    side, _, stem = row["name"].partition(" ")
    if side not in PROVINCE_WORD:
        return
    stems = {stem, without_aspirate(stem), plain(stem)} | PROVINCE_STEMS.get(stem, set())
    stems |= {form for known in stems for form in typed(known)}
    north = side == "North"
    syllables = ("buk", "puk", "bukto", "bukdo", "pukto", "bug") if north else ("nam", "namdo", "nam")
    german = PROVINCE_WORD[side]
    for spelling in sorted(stems):
        yield f"{side} {spelling}"
        yield f"{side[0]}. {spelling}"
        yield f"{spelling} {side}"
        for syllable in syllables:
            yield f"{spelling}{syllable}"
            if syllable != "bug":  # 북 letter by letter, which is written in one word only
                yield f"{spelling}-{syllable}"
                yield f"{spelling} {syllable.capitalize()}"
    for spelling in sorted(stems):
        yield f"{german}-{spelling}"
        yield f"{german.replace('ü', 'ue')}-{spelling}"
        yield f"{spelling} del {'Norte' if north else 'Sur'}"


def _simplified(rows: list[Row]) -> list[Row]:
    """The names in hanja as simplified Chinese writes them, each marked as made by rule."""
    taken = {(row["form"], row["pcode"]) for row in rows}
    weak = {row["pcode"] for row in rows if row["script"] == "hanja" and row["kind"] == "weak"}
    made: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row["script"] != "hanja" or "Japanese" in row["source"]:
            continue
        form = simplified(row["form"])
        if (form, row["pcode"]) in taken:
            continue
        word = COMMON_CHINESE.get(form)
        doubtful = word or row["pcode"] in weak
        source = "by rule: simplified form of the characters" + (f"; also {word}" if word else "")
        values = (form, row["pcode"], "hanja", "weak" if doubtful else "rule", source)
        made.setdefault((form, row["pcode"]), dict(zip(NAME_FIELDS, values, strict=True)))
    return list(made.values())


def _without_clashes(rows: list[Row]) -> list[Row]:
    """Drop a rule-made form that is somebody else's attested one."""
    attested: dict[str, set[str]] = {}
    for row in rows:
        if not _is_made(row):
            attested.setdefault(plain(row["form"]).lower(), set()).add(row["pcode"])
    kept = [
        row
        for row in rows
        if not _is_made(row) or not attested.get(plain(row["form"]).lower(), set()) - {row["pcode"]}
    ]
    order = {kind: number for number, kind in enumerate(KIND_ORDER)}
    return sorted(kept, key=lambda row: (row["pcode"], row["script"], order[row["kind"]], row["form"]))


def _is_made(row: Row) -> bool:
    return row["kind"] == "rule" or row["source"] == READING


def _without_type(form: str) -> str:
    return re.sub(r"-(?:do|guyok|gun|si|gu|jigu)$| (?:District|Municipality|County|City)$", "", form)


def plain(text: str) -> str:
    """Letters without marks: Sŏngch'ŏn -> Songchon."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("'", "")


def typed(text: str) -> Iterator[str]:
    """McCune-Reischauer as it is typed where breves are missing: Tŏkch'ŏn -> Tokch'on, To'kch'o'n."""
    for mark in ("", "'"):
        yield text.translate({ord(letter): bare + mark for letter, bare in zip("ŏŭŎŬ", "ouOU", strict=True)})


def without_aspirate(text: str) -> str:
    """KCNA's Phyongwon as most of the press has it: Pyongwon."""
    return re.sub(r"([PTKptk])h(?=[aeiouy])", r"\1", text)
