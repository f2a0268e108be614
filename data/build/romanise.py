"""
Hangul to Latin letters by the two official tables: Revised Romanization (2000) and McCune-Reischauer (1939).

Names are read as one word, with assimilation, as they are spelt in the DPRK: 은률 is Eullyul and Ŭllyul.
`tests/places/test_romanise.py` holds the rules against the units whose readings the reference table has.
"""

from __future__ import annotations

from typing import NamedTuple

FIRST = 0xAC00
MEDIALS, FINALS = 21, 28
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
RR_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
MR_VOWELS = "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split()
RR_ONSETS = dict(
    zip(INITIALS, "g kk n d tt r m b pp s ss . j jj ch k t p h".replace(".", "").split(" "), strict=True)
)
MR_ONSETS = dict(
    zip(
        INITIALS, "k kk n t tt r m p pp s ss . ch tch ch' k' t' p' h".replace(".", "").split(" "), strict=True
    )
)
VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"}
CLASSES = {
    **dict.fromkeys("ㄱㄲㅋㄳㄺ", "k"),
    **dict.fromkeys("ㄴㄵㄶ", "n"),
    **dict.fromkeys("ㄷㅌㅅㅆㅈㅊㅎ", "t"),
    **dict.fromkeys("ㄹㄼㄽㄾㅀ", "l"),
    **dict.fromkeys("ㅁㄻ", "m"),
    **dict.fromkeys("ㅂㅍㅄㄿ", "p"),
    "ㅇ": "ng",
    " ": "",
}
NASAL = {"k": "ng", "t": "n", "p": "m"}
MR_UNVOICED_AFTER_L = "ㄷㅈ"
"""McCune-Reischauer writes l before t and ch: 길주 is Kilchu."""


class Syllable(NamedTuple):
    """Onset, number of the vowel, coda (a blank for none)."""

    onset: str
    vowel: int
    coda: str


def syllables(hangul: str) -> list[Syllable]:
    """The letters of each syllable; ValueError for anything but composed Hangul."""
    found = []
    for letter in hangul:
        number = ord(letter) - FIRST
        if not 0 <= number < len(INITIALS) * MEDIALS * FINALS:
            raise ValueError(f"{hangul!r}: {letter!r} is no Hangul syllable")
        onset, rest = divmod(number, MEDIALS * FINALS)
        vowel, coda = divmod(rest, FINALS)
        found.append(Syllable(INITIALS[onset], vowel, CODAS[coda]))
    return found


def meeting(coda: str, onset: str) -> tuple[str, str]:
    """(end, onset) as they sound where two syllables meet; the end is a class, the onset a letter or `l`."""
    end = CLASSES[coda]
    if onset in "ㄴㅁ" and end in NASAL:
        return NASAL[end], onset
    if onset == "ㄹ" and end in ("k", "t", "p", "m", "ng"):
        return NASAL.get(end, end), "ㄴ"
    if (end, onset) in (("n", "ㄹ"), ("l", "ㄹ"), ("l", "ㄴ")):
        return "l", "l"
    return end, onset


def revised(hangul: str) -> str:
    """
    Revised Romanization, capitalised.

    >>> revised("은률"), revised("녕변")
    ('Eullyul', 'Nyeongbyeon')
    """
    return _written(hangul, revised=True)


def mccune_reischauer(hangul: str) -> str:
    """
    McCune-Reischauer, capitalised, with an ASCII apostrophe for aspiration and between n and g.

    >>> mccune_reischauer("판교"), mccune_reischauer("길주")
    ("P'an'gyo", 'Kilchu')
    """
    return _written(hangul, revised=False)


def _written(hangul: str, *, revised: bool) -> str:
    """The name letter by letter, with what each end does to the onset behind it."""
    vowels, onsets = (RR_VOWELS, RR_ONSETS) if revised else (MR_VOWELS, MR_ONSETS)
    text, end = "", None
    for syllable, following in _pairs(syllables(hangul)):
        onset = syllable.onset if end is None else end[1]
        text += _onset(onset, end, onsets, revised) + vowels[syllable.vowel]
        end = None
        if following is None:
            text += CLASSES[syllable.coda]
        elif following.onset == "ㅇ" and syllable.coda not in (" ", "ㅇ"):
            end = ("", syllable.coda)
        else:
            end = meeting(syllable.coda, following.onset)
            text += end[0]
    return text[:1].upper() + text[1:]


def _onset(onset: str, end: tuple[str, str] | None, onsets: dict[str, str], revised: bool) -> str:
    """The onset as it is written behind an end."""
    if onset == "l":
        return "l"
    if revised or end is None:
        return onsets[onset]
    before = end[0]
    voiced = before in ("", "n", "m", "ng") or (before == "l" and onset not in MR_UNVOICED_AFTER_L)
    letter = VOICED[onset] if voiced and onset in VOICED else onsets[onset]
    return "'" + letter if before == "n" and letter == "g" else letter


def _pairs(items: list[Syllable]) -> list[tuple[Syllable, Syllable | None]]:
    """Each syllable with the one behind it."""
    return list(zip(items, [*items[1:], None], strict=True))
