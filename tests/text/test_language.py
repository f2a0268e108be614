"""The language that a text is written in."""

from __future__ import annotations

import pytest

from geo.text import guess_language

LANGUAGES = [
    ("The plant was opened in the county on Monday.", "en"),
    ("성천군에서 공장 준공식이 진행되였다.", "ko"),
    ("김정은 총비서가 Songchon County plant를 찾았다", "ko"),
    ("成川郡で地方工業工場の着工式が行われた。", "ja"),
    ("成川郡地方工业工厂竣工仪式举行", "zh"),
    (
        "Die Fabrik wurde im Kreis mit einer Feier der Bauleute eröffnet und der Betrieb ist auf dem Weg.",
        "de",
    ),
    ("La fábrica fue inaugurada en el condado con una ceremonia de los constructores y la gente.", "es"),
    ("Завод открыт в уезде с участием строителей.", "ru"),
    ("1234 !!", None),
    ("", None),
    ("Songchon Kumya Jaeryong Unpha", None),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_language(text: str, expected: str | None) -> None:
    assert guess_language(text) == expected
