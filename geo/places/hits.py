"""
Where names of the gazetteer stand in a text: one pass of an exact matcher over all spellings.

A hit knows its spelling, its type word, its list and the province written with it; what it means is decided
in `resolve.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs

from geo.models import Document
from geo.places import type_words
from geo.places.gazetteer import SPECIAL_CITIES, ForeignName, Gazetteer, Name
from geo.places.unlisted import UnseenNames, hangul_after_province, typed_names
from geo.places.which_korea import speaks_of_north
from geo.text import Changed, Pattern, Spans, data_rows, fold


class Hit(NamedTuple):
    """A known spelling in the folded text of a document; offsets are those of the folded text."""

    start: int
    end: int
    """Of the bare name."""
    surface_start: int
    surface_end: int
    """With the type word that is written directly with it."""
    script: str
    names: tuple[Name, ...]
    foreign: tuple[ForeignName, ...]
    type_word: str = ""
    """county, city, ward, province, town (workers' district), seat (읍), or empty."""
    type_in_list: bool = False
    """Whether the type word is that of the whole list: `Kujang, Unsan and Yonthan counties`."""
    group: int = -1
    """Number of the list it stands in, -1 for none."""
    province: int = -1
    """Index of the hit that is the province written with it, -1 for none."""
    capital: bool = True
    """Whether the name begins with a capital, for scripts that have them."""
    facility_follows: bool = False
    unlisted: bool = False
    """Whether the spelling is in no list; `names` are then what it may be, or empty."""


@dataclass(frozen=True)
class Lexicon:
    """All spellings, with the automaton that finds them; built once for a gazetteer."""

    gazetteer: Gazetteer

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Changed form -> DPRK names and foreign names written so."""
        table: dict[str, tuple[list[Name], list[ForeignName]]] = {}
        for form, name in zip(_folded(self.gazetteer.names), self.gazetteer.names, strict=True):
            table.setdefault(form, ([], []))[0].append(name)
        for form, foreign in zip(_folded(self.gazetteer.foreign), self.gazetteer.foreign, strict=True):
            table.setdefault(form, ([], []))[1].append(foreign)
        return {form: (tuple(own), tuple(other)) for form, (own, other) in table.items()}

    @cached_property
    def forms(self) -> list[str]:
        """Forms in a fixed order, that of the automaton's patterns."""
        return sorted(self.entries)

    @cached_property
    def automaton(self) -> ahocorasick_rs.AhoCorasick:
        """Finds every form at every place."""
        return ahocorasick_rs.AhoCorasick(self.forms)

    @cached_property
    def scripts(self) -> list[str]:
        """Of each form, the script of its letters."""
        return [type_words.script_of(form) for form in self.forms]

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """
        Start, end and number of every form in a folded text, by start, the longest first; Latin ones only
        where they are no part of a longer word.
        """
        found = self.automaton.find_matches_as_indexes(text, overlapping=True)
        scripts = self.scripts
        whole = [m for m in found if not (scripts[m[0]] == "latin" and _is_glued(text, m[1], m[2]))]
        return sorted(((start, end, number) for number, start, end in whole), key=lambda m: (m[0], -m[1]))

    @cached_property
    def unseen(self) -> UnseenNames:
        """Finds units whose spelling is in no list."""
        return UnseenNames(self.gazetteer)

    @cached_property
    def masks(self) -> ahocorasick_rs.AhoCorasick:
        """Finds phrases that hold a name and are no place: `Pyongyang Times`."""
        return ahocorasick_rs.AhoCorasick(
            sorted(fold(row["phrase"]).text for row in data_rows("not_places.csv"))
        )

    def masked(self, text: str) -> list[tuple[int, int]]:
        """Spans of such phrases in a folded text; one that begins with a particle stands behind its word."""
        found = self.masks.find_matches_as_indexes(text, overlapping=True)
        return [
            (start, end)
            for _, start, end in found
            if text[start + 1] == " " or not _GLUED.match(text[start - 1 : start])
        ]


def _folded(names: Iterable[Name | ForeignName]) -> list[str]:
    """The forms of names as they are sought, all folded in one go: a blank line becomes a line feed."""
    return fold("\n\n".join(name.form for name in names)).text.split("\n")


_GLUED = Pattern(r"\w")


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether Latin letters or digits stand right beside a Latin name, or anything of a word before it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == " " and after in _ENDS:
        return False
    return bool(_GLUED.match(before) or (_GLUED.match(after) and script_is_latin(after)))


_ENDS = ("", " ", ",", ".", "\n")
_OF_ANOTHER = Pattern(r"(?: (?:counties|cities|districts|wards))? of (?:the )?")
"""Between two names: the type word before `of` is that of the first, `Kangdong County of Pyongyang`."""


def find_hits(document: Document, folded: Changed, lexicon: Lexicon) -> tuple[Hit, ...]:
    """Hits in the sections of the document, longest where they overlap, with lists and provinces."""
    text = folded.text
    found = lexicon.matches(text)
    of_north = speaks_of_north(text) if not found else None
    if of_north is False:
        return ()
    masked = lexicon.masked(text)
    across = Spans(masked)
    readable = [(s.start, s.end) for s in document.sections]
    hits: list[Hit] = []
    chain_end = -1
    for start, end, number in found:
        if hits and start < hits[-1].surface_end:
            continue
        if masked and any(not start <= a < b <= end for a, b in across.across(start, end)):
            continue
        if not _inside(folded.offsets[start], readable):
            continue
        own, other = lexicon.entries[lexicon.forms[number]]
        bare = Hit(start, end, start, end, lexicon.scripts[number], own, other)
        hit = read_name(document.text, folded, bare, start == chain_end)
        if hit is None:
            continue
        if hits and hit.surface_end == hit.end and _OF_ANOTHER.fullmatch(text, hits[-1].surface_end, start):
            hit = hit._replace(type_word="")
        hits.append(hit)
        chain_end = hit.surface_end
    if of_north or any(hit.names for hit in hits) or speaks_of_north(text):
        unlisted = list(_unlisted(document, folded, lexicon, hits, masked))
        wider = Spans((hit.start + 1, hit.end) for hit in unlisted)
        whole = [hit for hit in hits if not wider.across(hit.start, hit.start + 1)]
        hits = sorted([*whole, *unlisted], key=lambda hit: hit.start)
    return tuple(_with_provinces(text, _with_lists(text, hits)))


def _unlisted(
    document: Document,
    folded: Changed,
    lexicon: Lexicon,
    hits: Sequence[Hit],
    masked: Sequence[tuple[int, int]],
) -> Iterator[Hit]:
    """Names beside a type word or a province that no list has; with candidates, or unknown."""
    taken = Spans([*masked, *((hit.start, hit.surface_end) for hit in hits)])
    capitalised = _headlines_in_capitals(document)
    readable = [(s.start, s.end) for s in document.sections]
    for start, end, own in typed_names(document.text, folded, taken, lexicon.unseen):
        if _inside(folded.offsets[start], readable):
            hit = _read_latin(
                document.text, folded, Hit(start, end, start, end, "latin", own, (), unlisted=True)
            )
            if hit and hit.type_word and (hit.names or not _inside(hit.start, capitalised)):
                yield hit
    for index, hit in enumerate(hits):
        span = hangul_after_province(folded.text, hit.surface_end) if hit.type_word == "province" else None
        following = hits[index + 1].start if index + 1 < len(hits) else len(folded.text)
        if span and hit.names and span[0] < following:
            kind, end = type_words.hangul_type(folded.text, span[1])
            yield Hit(*span, span[0], end, "hangul", (), (), type_word=kind, unlisted=True)


def _headlines_in_capitals(document: Document) -> list[tuple[int, int]]:
    """Headlines in title case, where any word may look like a name."""
    found = []
    for at in document.sections:
        words = re.findall(r"[^\W\d_]{4,}", document.text[at.start : at.end]) if at.kind == "title" else []
        if words and sum(word[0].isupper() for word in words) > 0.7 * len(words):
            found.append((at.start, at.end))
    return found


def _inside(at: int, readable: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in readable)


Entry = tuple[tuple[Name, ...], tuple[ForeignName, ...]]
"""DPRK names and foreign names of one form."""


def read_name(original: str, folded: Changed, bare: Hit, chained: bool = True) -> Hit | None:
    """
    The hit with its type word, or None if the letters around it make it no name.

    A Hangul name right behind a letter is one only if it is `chained`, right behind another name.
    """
    if bare.script == "hangul":
        return _read_hangul(folded.text, bare, chained)
    if bare.script in ("hanja", "kana"):
        return _read_hanja(folded.text, bare)
    if bare.script == "cyrillic":
        return _read_cyrillic(original, folded, bare)
    return _read_latin(original, folded, bare)


_NUMBERED = Pattern(r"-\d")


def _read_latin(original: str, folded: Changed, hit: Hit) -> Hit | None:
    text = folded.text
    if _is_glued(text, hit.start, hit.end):
        return None
    if (
        _NUMBERED.match(text, hit.end)
        or text[hit.start - 1 : hit.start] == "@"
        or type_words.SMALLER_LATIN.match(text, hit.end)
    ):
        return None
    if not original[folded.offsets[hit.start]].isupper():
        hit = hit._replace(capital=False)
    seat = type_words.SEAT_LATIN.match(text, hit.end)
    if seat:
        return hit._replace(surface_end=seat.end(), type_word="seat")
    found = type_words.AFTER_LATIN.match(text, hit.end)
    if found:
        word = found["word"] or found["hyphened"]
        if word in type_words.PLURALS:
            return hit
        return hit._replace(surface_end=found.end(), type_word=type_words.TYPE_WORDS[word])
    ahead = type_words.BEFORE_LATIN.search(text, max(0, hit.start - 30), hit.start)
    if ahead:
        word = ahead["word"] or ahead["other"]
        kind = type_words.BEFORE_TYPE.get(word, type_words.TYPE_WORDS.get(word, ""))
        return hit._replace(type_word=kind)
    return hit


def _read_cyrillic(original: str, folded: Changed, hit: Hit) -> Hit | None:
    text = folded.text
    if _GLUED.match(text[hit.start - 1 : hit.start]) or _GLUED.match(text[hit.end : hit.end + 1]):
        return None
    ahead = type_words.BEFORE_CYRILLIC.search(text, max(0, hit.start - 20), hit.start)
    kind = type_words.CYRILLIC_TYPES[ahead["word"]] if ahead else ""
    return hit._replace(capital=original[folded.offsets[hit.start]].isupper(), type_word=kind)


def script_is_latin(letter: str) -> bool:
    """Whether a letter right behind a Latin name belongs to it; a Hangul particle does not."""
    return type_words.script_of(letter) == "latin" or letter.isdigit()


def _read_hangul(text: str, hit: Hit, chained: bool) -> Hit | None:
    before = text[hit.start - 1 : hit.start]
    if (
        "가" <= before <= "힣"
        and not chained
        and text[max(0, hit.start - 2) : hit.start] not in ("북한", "조선")
    ):
        return None
    if text.startswith(("남북도", "북남도"), hit.end):
        return None
    if type_words.HANGUL_SMALLER.match(text, hit.end):
        return None
    kind, end = type_words.hangul_type(text, hit.end)
    follows = type_words.facility_follows(text, end)
    if kind:
        return hit._replace(surface_end=end, type_word=kind, facility_follows=follows)
    if text[hit.start : hit.end] in _SHORT_PROVINCES:
        return hit
    return hit._replace(facility_follows=follows) if type_words.may_follow_hangul(text, hit.end) else None


_SHORT_PROVINCES = frozenset(["함북", "함남", "평북", "평남", "황북", "황남"])


def _read_hanja(text: str, hit: Hit) -> Hit | None:
    for word in sorted(type_words.HANJA_TYPES, key=len, reverse=True):
        if text.startswith(word, hit.end):
            return hit._replace(surface_end=hit.end + len(word), type_word=type_words.HANJA_TYPES[word])
    gloss = text[hit.start - 1 : hit.start] in ("(", "（") and text[hit.end : hit.end + 1] in (")", "）")
    return hit if gloss or hit.end - hit.start > 1 else None


_LINK = Pattern(
    r"(?:, ?(?:and |as well as )?| and | & | as well as |/| or |, ?|·|ㆍ|・|와 |과 |와|과| 및 |、|と"
    r"|以?及|[和与與]| und | y |, ?등 )"
)
_TAIL = Pattern(
    r"(?:,? (?:and|as well as) (?:[\w-]+ ){0,2}?other(?= counties))?"
    r" (?P<word>counties|cities|districts|wards|provinces|municipalities)\b|(?P<hangul>군들|시들|군|시|구역)"
)
_HEAD = Pattern(
    r"\b(?:the )?(?P<word>counties|cities|districts|wards|provinces|municipalities|kreisen?) (?:of )?$"
)


def _with_lists(text: str, hits: list[Hit]) -> list[Hit]:
    """Number the lists and give their type word to every member: `Kujang, Unsan and Yonthan counties`."""
    result = list(hits)
    for number, group in enumerate(_lists(text, hits)):
        first, last = hits[group[0]], hits[group[-1]]
        tail = _TAIL.match(text, last.surface_end) if not last.type_word else None
        head = _HEAD.search(text, max(0, first.start - 30), first.start)
        if head and group[0] > 0 and hits[group[0] - 1].surface_end >= head.start() - 1:
            head = None  # `A and B counties of C`: the word belongs to the list before
        word = tail["word"] if tail and tail["word"] else head["word"] if head else ""
        for index in group:
            hit = result[index]
            if len(group) > 1:
                hit = hit._replace(group=number)
            if (
                word
                and not hit.type_word
                and not (_is_province(hit) and not _is_city_state(hit) and word[:4] != "prov")
            ):
                hit = hit._replace(type_word=type_words.TYPE_WORDS[word], type_in_list=True)
            elif (
                last.script == "hangul"
                and last.type_word == "county"
                and not hit.type_word
                and len(group) > 1
            ):
                hit = hit._replace(type_word="county", type_in_list=True)
            result[index] = hit
    return result


def _lists(text: str, hits: list[Hit]) -> Iterator[list[int]]:
    """Indexes of hits that follow each other with nothing but a comma or `and` between."""
    group: list[int] = []
    for index, hit in enumerate(hits):
        if group and not _LINK.fullmatch(text, hits[group[-1]].surface_end, hit.start):
            yield group
            group = []
        group.append(index)
    if group:
        yield group


_OF_PROVINCE = Pattern(
    r"(?:,? (?:of|in|im|in der|der|de la|en) (?:the )?|, ?| ?\(|,? (?:a|the) county (?:of|in) )"
)


def _is_province(hit: Hit) -> bool:
    """Whether the hit can be a first-level unit of the DPRK."""
    return any(len(name.pcode.removeprefix("X")) == 4 for name in hit.names)


def _with_provinces(text: str, hits: list[Hit]) -> list[Hit]:
    """Tie each county to the province written with it: `X County, Y Province`, `평안북도 운산군`."""
    result = list(hits)
    for index, hit in enumerate(hits):
        if _is_province(hit) and not _is_county_like(hit):
            continue
        after = _province_after(text, hits, index)
        before = _province_before(text, hits, result, index)
        if after >= 0 or before >= 0:
            result[index] = hit._replace(province=after if after >= 0 else before)
    return _shared_province(text, result)


def _is_county_like(hit: Hit) -> bool:
    return any(len(name.pcode.removeprefix("X")) != 4 for name in hit.names)


def _province_after(text: str, hits: list[Hit], index: int) -> int:
    """Index of the province that follows: `Songchon County, South Phyongan Province`."""
    if index + 1 >= len(hits) or not _is_province(hits[index + 1]):
        return -1
    hit, province = hits[index], hits[index + 1]
    link = _OF_PROVINCE.fullmatch(text, hit.surface_end, province.start)
    if link is None and hit.type_in_list:
        tail = _TAIL.match(text, hit.surface_end)
        link = _OF_PROVINCE.fullmatch(text, tail.end(), province.start) if tail else None
    if link is None or (link.group() in (", ", ",") and hit.script == "hangul"):
        return -1
    if (
        link.group().startswith(",")
        and _is_city_state(province)
        and province.type_word == ""
        and not hit.type_word
    ):
        return -1
    return index + 1


def _is_city_state(hit: Hit) -> bool:
    """Pyongyang, Nampho, Rason, Kaesong: in a list they are members, not the province of the one before."""
    return any(name.pcode in SPECIAL_CITIES for name in hit.names)


def _province_before(text: str, hits: list[Hit], result: list[Hit], index: int) -> int:
    """Index of the province right before, or of the one that a list goes on under: `평안남도 A군·B군`."""
    if index == 0:
        return -1
    hit, previous = hits[index], hits[index - 1]
    between = text[previous.surface_end : hit.start]
    if _is_province(previous) and not (
        previous.type_word == "" and _is_city_state(previous) and hit.script == "latin"
    ):
        if hit.script == "hangul" and between in ("", " ", "의 ", " 의 ", " · ", "(", " ("):
            return index - 1
        if hit.script == "latin" and between in ("'s ", "' ", ": ", " - ") and previous.script == "latin":
            return index - 1
        if hit.script == "hanja" and between in ("", "の", " "):
            return index - 1
    if hit.script in ("hangul", "hanja") and hit.group >= 0 and result[index - 1].group == hit.group:
        return result[index - 1].province
    return -1


def _shared_province(text: str, hits: list[Hit]) -> list[Hit]:
    """Give the province behind a list to all of it: `Koksan and Hwangju counties of North Hwanghae`."""
    result = list(hits)
    for index in range(len(hits) - 1, 0, -1):
        hit, previous = result[index], result[index - 1]
        shares = previous.group == hit.group >= 0 and previous.province < 0 and not _is_province(previous)
        if shares and hit.province > index and hit.type_in_list and hit.script == "latin":
            result[index - 1] = previous._replace(province=hit.province)
    return result
