"""
Compile `data/units.csv` and `data/names.csv` from a reference gazetteer and our own corrections.

    python data/build/gazetteer.py --units gazetteer.csv --subunits subunits.csv --homonyms homonyms.csv

The reference tables are a compilation of OCHA COD-AB codes (CC BY 4.0), GeoNames seat points (CC BY 4.0) and
names from public encyclopaedias; `data/README.md` names them. What is changed on the way stands in
`data/build/corrections.csv`, a row and a reason each; spellings that no table has are in
`data/build/spellings.csv`. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
UNIT_FIELDS = (
    "pcode level type parent_pcode name name_mr name_rr hangul hangul_rok hangul_suffix hanja "
    "seat_lat seat_lon seat_quality status polygon_pcode former_names note"
).split()
NAME_FIELDS = "form pcode script kind source".split()

SUBUNIT_TYPES = {"ward": "ward", "workers district": "town", "special zone": "zone", "area": "zone"}
OWN_POLYGON_NONE = {"XKP0823", "XKP0728"}
"""Sungho and Ungok: no source has a line of their own, so they are marks at their seats."""

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


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, fields: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def corrected(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Apply `corrections.csv`; a row whose old value is no longer there is an error."""
    by_code = {row["pcode"]: row for row in rows}
    for fix in read(HERE / "corrections.csv"):
        row = by_code[fix["pcode"]]
        if row[fix["column"]] != fix["old"]:
            found = f"{fix['pcode']} {fix['column']} is {row[fix['column']]!r}, not {fix['old']!r}"
            raise SystemExit(f"corrections.csv: {found}")
        row[fix["column"]] = fix["new"]
    return rows


def unit_rows(reference: list[dict[str, str]], subunits: list[dict[str, str]]) -> list[dict[str, str]]:
    rows = [
        {**row, "name": row["name_en"], "polygon_pcode": polygon(row), "note": row["note"].strip()}
        for row in reference
    ]
    for row in subunits:
        parents = row["parent_pcode"].split("|")
        slug = re.sub(r"[^a-z]+", "-", row["name_en"].lower()).strip("-")
        hangul, suffix = split_suffix(row["hangul"])
        rows.append(
            {
                "pcode": f"{parents[0]}-{slug}",
                "level": "3",
                "type": SUBUNIT_TYPES.get(row["kind"], "site"),
                "parent_pcode": parents[0],
                "name": row["name_en"],
                "name_mr": "",
                "name_rr": "",
                "hangul": hangul,
                "hangul_rok": "",
                "hangul_suffix": suffix,
                "hanja": row["hanja"],
                "status": "current",
                "polygon_pcode": parents[0],
                "note": row["note"],
            }
        )
    return rows


def split_suffix(hangul: str) -> tuple[str, str]:
    for suffix in ("로동자구", "구역"):
        if hangul.endswith(suffix) and len(hangul) > len(suffix):
            return hangul.removesuffix(suffix), suffix
    return hangul, ""


def polygon(row: dict[str, str]) -> str:
    """The one polygon that stands for the unit, or nothing."""
    if row["pcode"] in OWN_POLYGON_NONE or row["level"] == "1":
        return ""
    return {"KP0325": "KP0318", "KP0727": "KP0721"}.get(row["pcode"], row["polygon_pcode"].split("|")[0])


def plain(text: str) -> str:
    """Letters without marks: Sŏngch'ŏn -> Songchon."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("'", "")


def without_aspirate(text: str) -> str:
    """KCNA's Phyongwon as most of the press has it: Pyongwon."""
    return re.sub(r"([PTKptk])h(?=[aeiouy])", r"\1", text)


def rule_forms(row: dict[str, str]) -> Iterator[str]:
    """Spellings that follow by rule from those of the tables; each is marked as such."""
    name = row["name"]
    bases = [name, *row.get("variants", "").split("|")]
    for base in filter(None, bases):
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
    yield re.sub(r"(?<=[a-zŏŭ])'(?=[a-z])", "", row["name_mr"])


PROVINCE_WORD = {"North": "Nord Norte Север".split(), "South": "Süd Sur Юж".split()}


def province_forms(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(form, kind) of the provinces that have a North and a South: P'yŏngan-bukto, N. Pyongan."""
    side, _, stem = row["name"].partition(" ")
    if side not in PROVINCE_WORD:
        return
    stems = {stem, without_aspirate(stem), plain(stem)} | PROVINCE_STEMS.get(stem, set())
    syllables = {"North": ("buk", "puk", "bukto", "bukdo", "pukto", "bug"), "South": ("nam", "namdo", "nam")}[
        side
    ]
    for spelling in sorted(stems):
        yield f"{side} {spelling}", "variant"
        yield f"{side[0]}. {spelling}", "variant"
        yield f"{spelling} {side}", "variant"
        for syllable in syllables:
            yield f"{spelling}{syllable}", "variant"
            yield f"{spelling}-{syllable}", "variant"
            yield f"{spelling} {syllable.capitalize()}", "variant"
    german = {"North": "Nord", "South": "Süd"}[side]
    for spelling in sorted(stems):
        yield f"{german}-{spelling}", "variant"
        yield f"{german.replace('ü', 'ue')}-{spelling}", "variant"
        yield f"{spelling} del {'Norte' if side == 'North' else 'Sur'}", "variant"


PROVINCE_STEMS = {
    "Phyongan": {"Pyeongan", "P'yŏngan", "P'yongan", "Pyongyan", "Phyeongan", "Pyong'an"},
    "Hamgyong": {"Hamgyeong", "Hamkyung", "Hamkyong", "Hamgyŏng", "Hamgyung"},
    "Hwanghae": {"Whanghae"},
}


def latin_names(row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(form, kind, source) of one unit in Latin letters."""
    yield row["name"], "official", "KCNA English"
    former = set(re.findall(r"(?:^|; )([A-Z][A-Za-z]+) \(", row.get("former_names", "")))
    for form in filter(None, row.get("variants", "").split("|")):
        yield form, "former" if form in former else "variant", "seen in the press or in data sets"
    for form in sorted(former):
        yield form, "former", "former name"
    if row["name_mr"]:
        yield row["name_mr"], "official", "McCune-Reischauer, by rule from the Hangul"
        yield row["name_rr"], "official", "Revised Romanization, by rule from the Hangul"
    for form, kind in province_forms(row):
        yield form, kind, "province with north or south, by rule"
    if row["name_mr"]:
        for form in rule_forms(row):
            yield form, "rule", "by rule from another spelling"


def hangul_names(row: dict[str, str], common: set[str]) -> Iterator[tuple[str, str, str]]:
    weak = row["hangul"] in common or len(row["hangul"]) < 2
    yield row["hangul"], "weak" if weak else "official", "DPRK spelling"
    if row["hangul_rok"]:
        rok_weak = row["hangul_rok"] in common
        yield row["hangul_rok"], "weak" if rok_weak else "variant", "ROK spelling"
    for form in PROVINCE_SHORT.get(row["pcode"], ()):
        yield form, "variant", "short form"
    for form in re.findall(r"\(([가-힣]+)", row.get("former_names", "")):
        yield form, "former", "former name"


def name_rows(units: list[dict[str, str]], homonyms: list[dict[str, str]]) -> list[dict[str, str]]:
    common = {row["form"] for row in homonyms if row["kind"] == "common-word"}
    found: dict[tuple[str, str], dict[str, str]] = {}

    def add(form: str, row: dict[str, str], script: str, kind: str, source: str) -> None:
        form = form.strip()
        if script == "latin":
            form = re.sub(r"-(?:do|guyok|gun|si|gu|jigu)$| (?:District|Municipality|County|City)$", "", form)
        values = (form, row["pcode"], script, kind, source)
        if form:
            found.setdefault((form, row["pcode"]), dict(zip(NAME_FIELDS, values, strict=True)))

    tables = ("spellings.csv", "spellings_services.csv")
    extra = [row for table in tables for row in read(HERE / table)]
    by_code = {row["pcode"]: row for row in units}
    for row in extra:
        if row["pcode"] not in by_code:
            raise SystemExit(f"spellings.csv: no unit {row['pcode']!r}")
        add(row["form"], row, row["script"], row["kind"], row["source"])
    for row in units:
        if row["status"] == "composite" or row["pcode"] == "KP0803":
            continue  # the bare name means the first-level unit
        for form, kind, source in latin_names(row):
            person = row["pcode"] in NAMED_AFTER_PERSONS and form.startswith("Kim ")
            add(form, row, "latin", "weak" if person else kind, source)
        for form, kind, source in hangul_names(row, common):
            add(form, row, "hangul", kind, source)
        if row["hanja"]:
            add(row["hanja"], row, "hanja", "official" if len(row["hanja"]) > 1 else "weak", "hanja")
    rows = list(found.values())
    return without_clashes([*rows, *simplified_names(rows)])


def simplified_names(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The names in hanja as simplified Chinese writes them, each marked as made by rule."""
    table = str.maketrans({row["traditional"]: row["simplified"] for row in read(HERE / "simplified.csv")})
    taken = {(row["form"], row["pcode"]) for row in rows}
    weak = {row["pcode"] for row in rows if row["script"] == "hanja" and row["kind"] == "weak"}
    made: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        form = row["form"].translate(table)
        if row["script"] != "hanja" or (form, row["pcode"]) in taken or "Japanese" in row["source"]:
            continue
        word = COMMON_CHINESE.get(form)
        doubtful = word or row["pcode"] in weak
        source = "by rule: simplified form of the characters" + (f"; also {word}" if word else "")
        values = (form, row["pcode"], "hanja", "weak" if doubtful else "rule", source)
        made.setdefault((form, row["pcode"]), dict(zip(NAME_FIELDS, values, strict=True)))
    return list(made.values())


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


def without_clashes(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Drop a rule-made form that is somebody else's attested one."""
    attested: dict[str, set[str]] = {}
    for row in rows:
        if row["kind"] != "rule":
            attested.setdefault(row["form"].lower(), set()).add(row["pcode"])
    kept = [
        row
        for row in rows
        if row["kind"] != "rule" or not attested.get(row["form"].lower(), set()) - {row["pcode"]}
    ]
    order = {kind: number for number, kind in enumerate(KIND_ORDER)}
    return sorted(kept, key=lambda row: (row["pcode"], row["script"], order[row["kind"]], row["form"]))


NAMED_AFTER_PERSONS = {"KP0103", "KP0104", "KP0105", "KP0202"}
KIND_ORDER = ("official", "variant", "former", "weak", "rule")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("units", "subunits", "homonyms"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent)
    args = parser.parse_args()
    reference = corrected(read(args.units))
    units = unit_rows(reference, read(args.subunits))
    variants = {row["pcode"]: row["variants"] for row in reference}
    for row in units:
        row.setdefault("variants", variants.get(row["pcode"], ""))
    write(args.out / "units.csv", UNIT_FIELDS, units)
    names = name_rows(units, read(args.homonyms))
    write(args.out / "names.csv", NAME_FIELDS, names)
    print(f"{len(units)} units, {len(names)} names")


if __name__ == "__main__":
    main()
