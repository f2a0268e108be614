"""Kinds of text, ordinary and odd, that have to be read in a time that grows as their length does."""

from __future__ import annotations

_NEWS = (
    "Officials said that the inauguration of regional-industry factories took place in Songchon County on "
    "December 20, 2024. Kim Jong Un toured the hospital in Kangdong County, Pyongyang. The ceremony followed "
    "two days later in Kusong City. State media reported on Tuesday that work had begun in three more "
    "counties.\n\n"
    "Residents of Kosong said the plant makes soap, clothes and food. Ground was broken last February, ten "
    "months before. The weather was fair, and the harvest in the west of the country is under way.\n\n"
)
_NEWS_KO = (
    "평안남도 성천군에서 지방공업공장 준공식이 12월 20일 진행되였다. 김정은 총비서는 지난 2월 28일 "
    "착공식에 참석했다. 강동군 병원은 올해 안으로 문을 열 예정이라고 조선중앙통신이 21일 보도했다.\n\n"
    "구성시와 숙천군에서도 공장 건설이 힘있게 추진되고있다. 주민들은 새 제품을 받아안고 기뻐했다고 "
    "신문은 전했다. 이날 날씨는 맑았다.\n\n"
)
_OPENING = (
    "A new paper mill was inaugurated in Songchon County, South Phyongan Province, on December 20, 2024.\n\n"
)
_CLOSING = "x. The mill stands in Songchon County."
_ENDLESS = "the workers of the mill in the county went on with the building of the walls while others sang "

KINDS: dict[str, str] = {
    "English news": _NEWS,
    "Korean news": _NEWS_KO,
    "one endless sentence": _ENDLESS,
    "a county repeated": "Songchon County, ",
    "a Korean county repeated": "성천군 ",
    "digits": "1234567890",
    "lines of two letters": "ab\n",
    "blanks": " ",
    "tabs and line ends": "\t\r\n",
    "commas": ",",
    "quotes and brackets": "\"('[“”])",
    "capitalised words": "Hamgyong Taedong Kangwon ",
    "Hangul without blanks": "성천군공장준공식의건설사업",
    "a date repeated": "December 20, 2024 ",
    "hyphens": "-",
    "captions with a stamp": "안악군병원이 준공되였다고 25일 보도했다. 2025.2.25.\n",
}
"""Name -> what is repeated behind the opening sentence."""


def text_of(kind: str, size: int) -> str:
    """A text of a kind, of so many code points, between a sentence that states an event and another one."""
    unit, room = KINDS[kind], size - len(_OPENING) - len(_CLOSING)
    return _OPENING + (unit * (room // len(unit) + 1))[:room] + _CLOSING
