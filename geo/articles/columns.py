"""
How columns of a table, keys of JSON and elements of a feed are called that hold parts of an article.

Names are compared without case, blanks, hyphens and underscores: `published_at` is `publishedAt`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import normalize

from geo.dates import compiled

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": tuple(
        "text body content articlebody articletext bodytext fulltext maintext contenttext "
        "contenthtml content:encoded contents rawtext 본문 내용 기사내용 기사본문 본문내용 "
        "기사전문 正文 内容 內容 全文 本文 記事本文 inhalt volltext artikeltext текст содержание "
        "texto texte".split()
    ),
    "brief": tuple(
        "description summary excerpt abstract abstractnote snippet leadparagraph trailtext "
        "요약 기사요약 설명 摘要 概要 zusammenfassung описание".split()
    ),
    "title": tuple(
        "title headline webtitle articletitle 제목 기사제목 뉴스제목 표제 헤드라인 标题 標題 题目 "
        "題目 タイトル 見出し 件名 titel überschrift schlagzeile заголовок titre título".split()
    ),
    "date": tuple(
        "publishedon published date publishedat pubdate datepublished publishdate publisheddate "
        "publicationdate publishtime publishedtime datepublish webpublicationdate firstpublicationdate "
        "datetime issued dc:date 날짜 일자 발행일 발행일자 발행일시 게재일 게재일자 보도일 "
        "보도일자 보도날짜 기사일자 입력일 입력일시 작성일 작성일자 작성일시 등록일 등록일시 등록일자 "
        "게재일시 보도일시 승인일시 송고일시 일시 日期 发布日期 發布日期 "
        "发布时间 發布時間 发表时间 日付 掲載日 公開日 配信日 発行日 datum "
        "erscheinungsdatum veröffentlichungsdatum veröffentlicht дата датапубликации fecha".split()
    ),
    "publisher": tuple(
        "publisher source sitename medianame publicationtitle sourcename source.name publisher.name "
        "newspaper outlet media mediaoutlet provider sourcehostname sourcedomain hostname domain cleanurl "
        "언론사 언론사명 매체 매체명 신문사 신문 출처 발행처 방송사 来源 來源 媒体 媒體 出典 新聞社 "
        "掲載紙 quelle medium zeitung источник издание сми fuente medio".split()
    ),
    "url": tuple(
        "url originallink link weburl articleurl newsurl pageurl sourceurl canonicalurl permalink "
        "href 링크 주소 원문주소 원문링크 원문url 기사주소 기사url 기사링크 链接 鏈接 連結 网址 "
        "網址 リンク ссылка".split()
    ),
    "id": ("id", "newsid", "articleid", "uuid", "뉴스식별자", "기사id"),
    "origin": ("origin",),
}
"""Part of an article -> names as `key` writes them; the first that is filled is taken."""
_KNOWN = {name for names in COLUMNS.values() for name in names}
_READABLE = {name for part in ("text", "brief", "title") for name in COLUMNS[part]}


@lru_cache(maxsize=1024)
def key(name: object) -> str:
    """The name of a column as it is compared."""
    return compiled(r"[\s_\-\ufeff\u200b]+").sub("", normalize("NFKC", str(name)).casefold())


def are_of_addresses(names: Iterable[str]) -> bool:
    """Whether columns of these names list articles without a word of them: addresses, days and the like."""
    named = set(filter(None, names))
    return named <= _KNOWN - _READABLE and not named.isdisjoint(COLUMNS["url"])


def keyed(row: Mapping[object, object]) -> dict[str, object]:
    """A row by the names of its columns."""
    return keyed_pairs((key(name), value) for name, value in row.items())


def keyed_pairs(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Name -> value; of several with one name the first that is filled."""
    named: dict[str, object] = {}
    for name, value in pairs:
        if named.get(name) in (None, ""):
            named[name] = value
    return named


def hold_articles(names: Iterable[str]) -> bool:
    """Whether columns of these names give articles: one of them holds their text, or at least their title."""
    return not _READABLE.isdisjoint(names)


def are_a_header(names: list[str]) -> bool:
    """Whether a line of text is the header of a table of articles: two columns at least are known by name."""
    return len(names) > 1 and hold_articles(names) and sum(name in _KNOWN for name in names) > 1
