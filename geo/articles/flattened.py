"""
The day of a page whose head was run together with its text into one line.

    HOME > News > Plant opens 21 December 2024 | factories The plant ...
    Farming Plant opens in the north By A. Writer December 21, 2024 Seoul | Agency - The plant ...
    21.12.2024 "The Paper" The plant ...

What is a line of its own elsewhere is told here by what stands around it: a trail of sections or an author
before the date, a bar, a button or a quoted outlet behind it. It stands before the first sentence ends.
"""

from __future__ import annotations

from geo.articles.pagelines import PARAGRAPH, Page
from geo.articles.stamps import SENTENCE_END, Kind, Stamp
from geo.dates import compiled

_LINES = 4
"""Lines of a page among which the one with the head may be."""
_REACH = 300
"""Characters in which the head stands."""
_ENDED = r"。|다\.|(?<![A-ZА-Я]\.)(?<=\w{3}[.])\s[\"“«A-ZА-ЯЁ]"
"""That a sentence has ended; headlines end with other signs, too."""
_TRAIL = r"(?i)^\W{0,3}(?:home|start(?:seite)?|首页|首頁|ホーム|トップ|홈|главная)\s?(?:[>›»→/|]|\s-\s)"
_AUTHOR = r"(?:(?:^|\s)By(?:\s[A-Z][\w.'’-]{0,20}){1,4}|(?:기자|특파원|記者|记者))[\s,|]{1,3}$"
_LABEL = (
    r"(?<!\w)(?:Posted|Published|PUBLISHED|Veröffentlicht|Erstellt|Опубликовано)"
    r"(?:\s(?:on|at|am|vom))?\s?[:：]?\s$"
)
_BAR = r"\s?[|ㅣ·]"
_BUTTON = (
    r"(?i)(?:\s[\d,]{1,9}){0,3}\s?[|·]?\s?(?:(?:share|print|e-?mail|tweet|facebook|comments?|기사\s?(?:읽어|듣기)|공유|프린트|인쇄|글씨|글자|"
    r"댓글|分享|打印|印刷|シェア|ツイート|teilen|drucken|поделиться|распечатать)(?!\w)"
    r"|\d{1,2}\s?(?:min(?:ute)?s?\sread|min(?:uten)?\.?\slesezeit|分鐘\s?\(閱讀時間\)|分钟阅读))"
)
_OUTLET = r"\s{0,2}[\"“«„(\[【][^\n\"”»“)\]】]{2,40}[\"”»“)\]】]\s?\d{0,6}\s?[A-ZА-ЯЁ가-힣一-鿿\"“«]"
_NO_OUTLET = r"\s?\(\s?\)\s"
_GLUED = r"[A-ZА-ЯЁÄÖÜ][a-zа-яё]"
_YEAR_FIRST = r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\s"
_PICTURE = r"(?i)photo|picture|image|사진|캡처|资料图|資料圖|图片|圖片|写真|фото|foto"
_FIGURES = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"


def day_run_together(page: Page, kinds: tuple[Kind, ...] = ("", "first")) -> tuple[str, ...]:
    """The days that the first stamp in a head without line ends may mean, if it is of one of these kinds."""
    at = 0
    for line in page.text.splitlines()[:_LINES]:
        first = next((one for one in page.stamps if at <= one.start < at + min(len(line), _REACH)), None)
        if first and (len(line) > PARAGRAPH or compiled(SENTENCE_END).search(line)):
            return first.days if first.kind in kinds and _is_of_head(page.text, at, first) else ()
        if len(line) > PARAGRAPH:
            return ()
        at += len(line) + 1
    return ()


def _is_of_head(text: str, start: int, stamp: Stamp) -> bool:
    """Whether a stamp in the line that begins at `start` belongs to its head."""
    before, behind = text[start : stamp.start], text[stamp.end : stamp.end + PARAGRAPH]
    if compiled(_ENDED).search(before):
        return False
    if not before.strip():
        written = text[stamp.date : stamp.end]
        glued = compiled(_GLUED).match(behind) and not written[-1:].isspace()
        named = compiled(_FIGURES).match(written) and compiled(_OUTLET).match(behind)
        return bool(glued or named or compiled(_NO_OUTLET).match(behind))
    if stamp.kind or compiled(_AUTHOR).search(before) or compiled(_LABEL).search(before):
        return True
    if (
        stamp.timed
        and compiled(_YEAR_FIRST).match(text, stamp.date)
        and not compiled(_PICTURE).search(before)
    ):
        return True
    trail = compiled(_TRAIL).match(before) is not None
    return (trail and compiled(_BAR).match(behind) is not None) or (
        (trail or stamp.timed) and compiled(_BUTTON).match(behind) is not None
    )
