"""
The words that name facilities and what happens to them: one pass over a text finds all of data/terms.csv.

A row has a kind (`head` and `mod` of facilities, `verb`, `noun`, `state`, ... of predicates), a sense, a
language and its forms. English verbs are given in their base form and are found in every form; the words of
the first one of a phrase change (`spring up`, `sprang up`). Hangul is found inside a word, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from geo.text import Pattern, data_rows, folded_case


class Meaning(NamedTuple):
    """What a form may mean."""

    kind: str
    sense: str
    form: str
    """Of an English verb: base, s, past, participle, ed (either of the two) or ing; else empty."""
    korean: bool


class Term(NamedTuple):
    """A form of data/terms.csv in a text; offsets are code points."""

    start: int
    end: int
    kind: str
    sense: str
    form: str
    korean: bool


@dataclass(frozen=True)
class TermLexicon:
    """All forms, with the matcher that finds them."""

    entries: tuple[tuple[Meaning, ...], ...]
    matcher: ahocorasick_rs.AhoCorasick

    def find(self, text: str) -> list[Term]:
        """Terms of a whole text in order, the longer first; Latin ones from word edge to word edge."""
        return self.find_folded(folded_terms(text))

    def find_folded(self, folded: str) -> list[Term]:
        """The same of a text that is written as the forms are."""
        found = self.matcher.find_matches_as_indexes(folded, overlapping=True)
        found.sort(key=lambda match: (match[1], -match[2]))
        entries, around = self.entries, f" {folded} "
        return [
            Term(start, end, *entry)
            for number, start, end in found
            for entry in entries[number]
            if entry.korean or (around[start] not in _LETTERS and around[end + 1] not in _LETTERS)
        ]


def folded_terms(text: str) -> str:
    """
    The text as forms are written: lower case, hyphens as blanks, plain apostrophes; of the same length.

    The stop of `Dec. 13` ends no sentence, and is a letter of its month.
    """
    folded = _HYPHENS.sub(" ", folded_case(text)).replace("’", "'")
    return _SHORT_MONTH.sub(r"\1x", folded)


_SHORT_MONTH = Pattern(r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.(?= \d)")
_HYPHENS = Pattern("[-‐‑–\u00a0]")
_HANGUL = Pattern("[가-힣]")


_LETTERS = frozenset(letter for letter in map(chr, range(0x1101)) if letter.isalnum())
"""What no word ends beside; later scripts are written without blanks between a Latin word and theirs."""


@cache
def load_lexicon() -> TermLexicon:
    """The lexicon of data/terms.csv, made once."""
    rows = data_rows("terms.csv")
    irregular = {
        forms.split()[0]: tuple(forms.split())
        for row in rows
        if row["kind"] == "irregular"
        for forms in row["forms"].split("|")
    }
    table: dict[str, tuple[Meaning, ...]] = {}
    for row in rows:
        kind, sense = row["kind"], row["sense"]
        if kind == "irregular":
            continue
        verb = kind == "verb" and row["language"] == "en"
        for form in row["forms"].split("|"):
            korean = not form.isascii() and _HANGUL.search(form) is not None
            inflected = _inflected(form, irregular) if verb else {form: ""}
            for written, tag in inflected.items():
                meaning, known = Meaning(kind, sense, tag, korean), table.get(written, ())
                if meaning not in known:
                    table[written] = (*known, meaning)
    forms = sorted(table)
    return TermLexicon(tuple(table[form] for form in forms), ahocorasick_rs.AhoCorasick(forms))


def _inflected(phrase: str, irregular: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """The forms of an English verb phrase and which they are; its first word changes, but `mass`."""
    if phrase.startswith("mass "):
        return {f"mass {form}": tag for form, tag in _inflected(phrase[5:], irregular).items()}
    verb, _, rest = phrase.partition(" ")
    rest = f" {rest}" if rest else ""
    if verb in irregular:
        base, past, participle, ing = irregular[verb]
    else:
        base = verb
        stem = verb[:-1] if verb.endswith("e") else verb
        y = verb.endswith("y") and verb[-2:-1] not in "aeou"
        past = participle = (verb[:-1] + "ied") if y else stem + "ed"
        ing = (verb[:-1] if verb.endswith("e") else verb) + "ing"
    third = _third(base)
    forms = {base: "base", third: "s", ing: "ing"}
    if verb.endswith("l") and verb[-2] in "aeiou" and verb[-3] not in "aeiou" and len(verb) > 4:
        forms |= {f"{verb}led": "ed", f"{verb}ling": "ing"}
    if past == participle:
        forms[past] = "ed"
    else:
        forms[past] = "past"
        if participle != base:
            forms[participle] = "participle"
    if base == "be":
        forms |= {"are": "s", "were": "past"}
    return {form + rest: tag for form, tag in forms.items()}


def _third(base: str) -> str:
    if base == "have":
        return "has"
    if base == "be":
        return "is"
    if base.endswith(("s", "sh", "ch", "x", "go")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeou":
        return base[:-1] + "ies"
    return base + "s"
