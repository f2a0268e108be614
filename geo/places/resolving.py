"""
Which place each name means, with the reasons; what cannot be decided stays ambiguous.

Candidates are narrowed by reasons in a fixed order: the type word, the province written with the name,
foreign namesakes, the province in the sentence and the document, reviewed projects. Nothing is decided by
likelihood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geo.models import Document, Mention, Outcome, Place
from geo.places.beside import read_hit
from geo.places.elsewhere import settle_by_document
from geo.places.gazetteer import Gazetteer, load_gazetteer
from geo.places.hits import Lexicon, find_hits
from geo.places.namesakes import settle_foreign
from geo.places.scene import NameReading, Scene
from geo.places.support import drop_unsupported, is_plain, may_be_kept
from geo.places.which_korea import Context, read_context
from geo.text import Pattern, Spans, fold


@cache
def lexicon() -> Lexicon:
    """The lexicon of the shipped gazetteer, made once."""
    return Lexicon(load_gazetteer())


def lexicon_of(gazetteer: Gazetteer) -> Lexicon:
    """The lexicon of a gazetteer."""
    return lexicon() if gazetteer is load_gazetteer() else Lexicon(gazetteer)


def find_mentions(document: Document, gazetteer: Gazetteer | None = None) -> tuple[Mention, ...]:
    """
    Names of places in a document and what each means.

    Returns
    -------
    mentions
        In order of their start; `document.text[m.start:m.end] == m.surface`. A word that names two provinces
        (평안남북도) gives two mentions of the same span.
    """
    gazetteer = gazetteer or load_gazetteer()
    words = lexicon_of(gazetteer)
    folded = fold(document.text)
    hits = find_hits(document, folded, words)
    if not hits and not _names_two_provinces(folded.text):
        return ()
    near = any(map(may_be_kept, hits))
    context = read_context(document, folded.text) if near else Context(0, 0)
    scene = Scene(document, folded, context, words, hits)
    if near:
        readings = [read_hit(hit, scene) for hit in hits]
        scene = replace(scene, context=context._replace(north=context.north + _sure(readings)))
        settle_foreign(readings, scene)
        settle_by_document(readings, scene)
        drop_unsupported(readings, scene)
    else:
        readings = [read_hit(hit, scene) for hit in hits if not hit.names]
    doubles = double_provinces(scene)
    mentions = [_mention(reading, scene) for reading in readings if not reading.dropped]
    twice = Spans((double.start, double.end) for double in doubles)
    mentions = [m for m in mentions if not twice.across(m.start, m.end)] + doubles
    return tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.place.pcode if m.place else "")))


def _sure(readings: Sequence[NameReading]) -> int:
    """
    How many names can only be of the DPRK: with a type word or a province, and no namesake.

    Two places by their plain names, `Thongchon and Phyonggang`, are as good as one such name.
    """
    plain = {r.candidates[0] for r in readings if is_plain(r)}
    return (len(plain) > 1) + sum(
        bool(r.candidates)
        and not any("which it is not" in reason for reason in r.reasons)
        and not r.hit.unlisted
        and not r.dropped
        and not r.hit.foreign
        and (bool(r.hit.type_word) or r.hit.province >= 0)
        and may_be_kept(r.hit)
        for r in readings
    )


def _mention(reading: NameReading, scene: Scene) -> Mention:
    hit = reading.hit
    start, end = scene.folded.span(hit.surface_start, hit.surface_end)
    name_start, name_end = scene.folded.span(hit.start, hit.end)
    places = tuple(scene.gazetteer.place(p) for p in reading.candidates)
    settled = len(places) == 1 and not reading.foreign
    outcome: Outcome = "foreign" if reading.foreign else "resolved" if settled else "ambiguous"
    if reading.unknown:
        outcome = "unknown"
    return Mention(
        document_id=scene.document.id,
        surface=scene.document.text[start:end],
        start=start,
        end=end,
        outcome=outcome,
        place=places[0] if settled else None,
        candidates=places if outcome == "ambiguous" else (),
        reason=_reason(reading, scene),
        confidence=0.9 if reading.foreign else round(reading.confidence if settled else 0.5, 2),
        name_start=name_start,
        name_end=name_end,
        type_word=hit.type_word,
        spelling="/".join(sorted({reading.kinds[p] for p in reading.candidates})),
    )


def _reason(reading: NameReading, scene: Scene) -> str:
    if reading.unknown:
        return "; ".join(["no unit of this name is known", *reading.reasons])
    if reading.foreign and not reading.candidates:
        country = reading.hit.foreign[0].country if reading.hit.foreign else "KR"
        return "; ".join([f"place in {country}", *reading.reasons])
    kinds = sorted({reading.kinds[p] for p in reading.candidates})
    first = () if reading.hit.unlisted else (f"{'/'.join(kinds)} spelling",)
    return "; ".join([*first, *reading.reasons])


_DOUBLE = Pattern(
    r"(?P<ko>평안|함경|황해)(?:남북|북남)도?"
    r"|(?:north and south|south and north) (?P<en>ph?yongan|pyeongan|hamgyong|hamgyeong"
    r"|hwanghae)(?: provinces?)?"
)


_BOTH = ("남북", "북남", "north and south", "south and north")
_DOUBLE_CODES = {"평안": ("KP06", "KP07"), "함경": ("KP02", "KP03"), "황해": ("KP08", "KP09")}


_DOUBLE_STEMS = {"ph": "평안", "py": "평안", "ha": "함경", "hw": "황해"}


def _names_two_provinces(text: str) -> bool:
    """Whether a folded text may have one word for two provinces."""
    return any(word in text for word in _BOTH)


def double_provinces(scene: Scene) -> list[Mention]:
    """One word for two provinces: 평안남북도, `North and South Phyongan provinces`."""
    found = []
    text = scene.folded.text
    for match in _DOUBLE.finditer(text) if _names_two_provinces(text) else ():
        stem = match["ko"] or _DOUBLE_STEMS[match["en"][:2]]
        start, end = scene.folded.span(*match.span())
        if not any(s.start <= start < s.end for s in scene.document.sections):
            continue
        for pcode in _DOUBLE_CODES[stem]:
            place: Place = scene.gazetteer.place(pcode)
            found.append(
                Mention(
                    scene.document.id, scene.document.text[start:end], start, end, "resolved", place, (),
                    "two provinces in one word", 0.95, start, end, "province",
                )
            )  # fmt: skip
    return found
