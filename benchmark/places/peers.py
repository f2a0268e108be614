"""
Other systems, run on the same texts: a plain regular expression and, if installed, three libraries.

A peer reads what factorymap reads of an article, headline and body, each by itself. Only units of the DPRK
count as found, so places that it finds elsewhere cost it nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module, metadata
from typing import Any

from benchmark.places.systems import Found
from benchmark.texts.units import county_of
from geo.models import Document
from geo.places import type_words
from geo.places.gazetteer import Gazetteer, Name
from geo.text.folding import fold

Match = tuple[int, int, str]
"""Start, end and P-code."""
Matcher = Callable[[str, str | None], Iterator[Match]]
"""Finds units in a text of a language (ISO 639-1 or None)."""

KINDS = ("official", "variant", "former", "rule", "weak")
LATIN_TYPES = {"county": ("County",), "city": ("City",), "ward": ("District",), "district": ("District",)}


@dataclass(frozen=True)
class Peer:
    """A system that only knows where names stand."""

    name: str
    note: str
    matcher: Matcher

    def find(self, document: Document) -> Sequence[Found]:
        """Units of the DPRK in the sections of the document."""
        found = []
        for section in document.sections:
            text = document.text[section.start : section.end]
            for start, end, pcode in self.matcher(text, document.language):
                typed = _typed(text, start, end)
                found.append(
                    Found(section.start + start, section.start + end, "resolved", pcode, typed=typed)
                )
        return found


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that could not be run, and why."""

    name: str
    reason: str


def _typed(text: str, start: int, end: int) -> bool:
    """Whether a type word follows the name or is part of it."""
    folded = fold(text[start : end + 20]).text
    return any(type_words.AFTER_LATIN.match(folded, at) for at in range(1, end - start + 1))


def dictionary(gazetteer: Gazetteer) -> dict[str, str]:
    """
    Every spelling with the one unit that a plain dictionary can give it.

    Of several units it gets the one for which it is the best kind of name (official, variant, former, made by
    rule, weak), then a unit of today, then the higher one, then the lower P-code. Names of units are there
    bare and, but for provinces, with their type word; weak names, which are words or persons as well, only
    with it.
    """
    chosen: dict[str, str] = {}
    for name in sorted(gazetteer.names, key=lambda name: _rank(name, gazetteer)):
        for form in _forms(name, gazetteer):
            chosen.setdefault(
                form, county_of(name.pcode, gazetteer) if _composite(name, gazetteer) else name.pcode
            )
    return chosen


def _composite(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether the name is of a polygon that stands for several units."""
    return gazetteer.units[name.pcode].status == "composite"


def _rank(name: Name, gazetteer: Gazetteer) -> tuple[int, bool, int, str, str]:
    """The order in which units get a spelling that several have."""
    unit = gazetteer.units[name.pcode]
    return KINDS.index(name.kind), unit.status == "abolished", unit.level, unit.pcode, name.form


def _forms(name: Name, gazetteer: Gazetteer) -> Iterator[str]:
    """The spelling as it stands in texts."""
    unit = gazetteer.units[name.pcode]
    if name.script == "hangul" and unit.hangul_suffix:
        yield name.form + unit.hangul_suffix
    if name.script == "latin":
        yield from (f"{name.form} {word}" for word in LATIN_TYPES.get(unit.type, ()))
    if name.kind != "weak":
        yield name.form


def regex_matcher(gazetteer: Gazetteer) -> Matcher:
    """
    All spellings in one regular expression, the longest first.

    Latin and Cyrillic ones between word boundaries, Hangul ones with no Hangul before them (particles and
    type words follow a name directly), Chinese characters and kana anywhere.
    """
    table = dictionary(gazetteer)
    groups: dict[str, list[str]] = {"hangul": [], "hanja": [], "latin": []}
    for form in sorted(table, key=lambda form: (-len(form), form)):
        script = type_words.script_of(form)
        groups[{"kana": "hanja", "cyrillic": "latin"}.get(script, script)].append(re.escape(form))
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(groups['latin'])})(?!\w)"
        rf"|(?<![가-힣])(?:{'|'.join(groups['hangul'])})|(?:{'|'.join(groups['hanja'])})"
    )

    def match(text: str, language: str | None) -> Iterator[Match]:
        for found in pattern.finditer(text):
            yield *found.span(), table[found.group()]

    return match


def _own_name(name: str, gazetteer: Gazetteer) -> str | None:
    """P-code of a place that another gazetteer calls so, its type word left out."""
    bare = re.sub(r"-(?:si|gun|guyok|up|ŭp|do)$", "", fold(name).text)
    found = [spelling for spelling in gazetteer.by_form.get(bare, ()) if spelling.kind != "weak"]
    return min(found, key=lambda spelling: _rank(spelling, gazetteer)).pcode if found else None


def geotext_matcher(gazetteer: Gazetteer) -> Matcher:
    """geotext's cities that its own data places in North Korea."""
    library: Any = import_module("geotext").GeoText

    def match(text: str, language: str | None) -> Iterator[Match]:
        for city in dict.fromkeys(library(text, country="KP").cities):
            pcode = _own_name(city, gazetteer)
            for found in re.finditer(rf"(?<!\w){re.escape(city)}(?!\w)", text) if pcode else ():
                yield *found.span(), pcode or ""

    return match


def flashgeotext_matcher(gazetteer: Gazetteer) -> Matcher:
    """flashgeotext's own cities; they have no country, so any that is called like one of our units counts."""
    library: Any = import_module("flashgeotext.geotext")
    tool = library.GeoText()
    own = cache(lambda name: _own_name(name, gazetteer))

    def match(text: str, language: str | None) -> Iterator[Match]:
        for city, found in tool.extract(input_text=text, span_info=True)["cities"].items():
            pcode = own(city)
            if pcode:
                yield from ((start, end, pcode) for start, end in found["span_info"])

    return match


def flashgeotext_own_matcher(gazetteer: Gazetteer) -> Matcher:
    """flashgeotext with all our spellings in place of its data."""
    library: Any = import_module("flashgeotext.geotext")
    lookup: Any = import_module("flashgeotext.lookup")
    tool = library.GeoText(
        config=import_module("flashgeotext.config").GeoTextConfiguration(use_demo_data=False)
    )
    tool.add(lookup.LookupData(name="units", data=_by_pcode(gazetteer), script="latin"))

    def match(text: str, language: str | None) -> Iterator[Match]:
        for pcode, found in tool.extract(input_text=text, span_info=True)["units"].items():
            yield from ((start, end, pcode) for start, end in found["span_info"])

    return match


def _by_pcode(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """P-code -> its spellings in the dictionary."""
    table: dict[str, list[str]] = {}
    for form, pcode in dictionary(gazetteer).items():
        table.setdefault(pcode, []).append(form)
    return table


def phrase_matcher(gazetteer: Gazetteer) -> Matcher:
    """spaCy's PhraseMatcher over all our spellings, in blank pipelines that cut text by rules, no model."""
    spacy: Any = import_module("spacy")
    filter_spans = import_module("spacy.util").filter_spans
    plain = {"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}}
    pipelines: dict[str, Any] = {"en": spacy.blank("en"), "ko": spacy.blank("ko", config=plain)}
    matchers = {language: _phrases(pipeline, gazetteer) for language, pipeline in pipelines.items()}

    def match(text: str, language: str | None) -> Iterator[Match]:
        used = "ko" if language == "ko" else "en"
        for span in filter_spans(matchers[used](pipelines[used].make_doc(text), as_spans=True)):
            yield span.start_char, span.end_char, span.label_

    return match


def _phrases(pipeline: Any, gazetteer: Gazetteer) -> Any:
    """A PhraseMatcher with one rule for each unit."""
    matcher = import_module("spacy.matcher").PhraseMatcher(pipeline.vocab)
    for pcode, forms in _by_pcode(gazetteer).items():
        matcher.add(pcode, [pipeline.make_doc(form) for form in forms])
    return matcher


def model_matcher(gazetteer: Gazetteer, model: str) -> Matcher:
    """Places that a trained spaCy model finds, looked up in all our spellings."""
    pipeline: Any = import_module("spacy").load(model)
    table = {fold(form).text: pcode for form, pcode in reversed(dictionary(gazetteer).items())}

    def match(text: str, language: str | None) -> Iterator[Match]:
        for entity in pipeline(text).ents:
            form = re.sub(r"^the | (?:province|municipality)$", "", fold(entity.text).text)
            if entity.label_ in ("GPE", "LOC", "FAC") and form in table:
                yield entity.start_char, entity.end_char, table[form]

    return match


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a peer is made."""

    name: str
    distribution: str
    """Installed package that it needs, or empty."""
    note: str
    make: Callable[[Gazetteer], Matcher]


RECIPES: Mapping[str, Recipe] = {
    "regex": Recipe("plain regex, our names", "", "all our spellings in one alternation", regex_matcher),
    "geotext": Recipe("geotext", "geotext", "its own data, cities of North Korea", geotext_matcher),
    "flashgeotext": Recipe(
        "flashgeotext",
        "flashgeotext",
        "its own data; a city called like one of our units is taken for that unit",
        flashgeotext_matcher,
    ),
    "flashgeotext-own": Recipe(
        "flashgeotext, our names", "flashgeotext", "all our spellings as its data", flashgeotext_own_matcher
    ),
    "phrasematcher": Recipe(
        "spaCy PhraseMatcher, our names", "spacy", "blank English and Korean pipelines", phrase_matcher
    ),
}


def make_peers(
    wanted: Sequence[str], gazetteer: Gazetteer, model: str | None = None
) -> tuple[list[Peer], list[Missing]]:
    """The peers of these names, and those whose library or model is not installed."""
    recipes = [RECIPES[name] for name in wanted]
    if model:
        recipes.append(
            Recipe(
                f"spaCy model {model}, our names",
                "spacy",
                "places it finds, looked up in our spellings",
                lambda gazetteer: model_matcher(gazetteer, model),
            )
        )
    peers, missing = [], []
    for recipe in recipes:
        try:
            matcher = recipe.make(gazetteer)
        except (ImportError, OSError) as error:
            missing.append(Missing(recipe.name, str(error).splitlines()[0]))
            continue
        version = f" {metadata.version(recipe.distribution)}" if recipe.distribution else ""
        peers.append(
            Peer(recipe.name, f"{recipe.distribution}{version}: {recipe.note}".lstrip(": "), matcher)
        )
    return peers, missing
