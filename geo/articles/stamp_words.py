"""
The words and forms of stamps: labels, weekdays, times and time zones in six languages.

Every pattern is tried on a short window or at one place, and repeats nothing within a repetition.
"""

from __future__ import annotations

_EARLIER = (
    r"기사\s?(?:입력|등록|승인|송고|작성)|최초\s?(?:입력|등록|승인|송고|작성)|입력|등록|승인|송고|게시|작성|발행|보도|출고|게재|전송|배포"
    r"|发布|發布|發佈|发表|發表|刊登|出版|滾動|滚动|时间|時間|日期|公開|公开|配信|掲載|投稿|発行|作成|初出"
)
_CHANGED = r"(?:기사\s?|최종\s?)?(?:수정|업데이트|갱신)|最終更新|最后更新|最後更新|更新|修改|修正|編集"
_LATIN_FIRST = (
    r"(?:(?:first|originally|date|article)\s)?(?:published|posted|written|write|created|released|issued|uploaded|filed)(?:\sonline)?"
    r"|(?:(?:print|online)\s)?(?:publication|publish|published|pub\.|release|posting|posted|issue)\s?date|date"
    r"|veröffentlicht|publiziert|erstellt|erschienen|datum|publicado"
    r"|опубликован[оа]?|публикация|дата\sпубликации|дата|создан[оа]?|размещен[оа]?"
    r"|issue\sof|ausgabe\svom|выпуск\sот|новости(?:\s[\w.-]{2,20}){1,2}\sот"
)
_LATIN_CHANGED = (
    r"(?:last\s|latest\s|article\s)?(?:updated?|modified|edited|revised|changed)|date\smodified"
    r"|(?:zuletzt\s)?(?:aktualisiert|geändert|bearbeitet)|(?:letzte\s)?(?:aktualisierung|änderung)|stand|actualizado"
    r"|(?:последнее\s)?(?:обновлен[оа]?|обновление)|изменен[оа]?"
)
_SITE = (
    r"최종\s?편집|현재\s?시[간각]|접속|조회일|수집|스크랩|저장|출력일?시?|인쇄|열람|"
    r"(?i:load-?\s?date|crawled|captured|archived|retrieved|accessed|printed|cached|saved|viewed|visited|downloaded|"
    r"today)"
)
_UNIT = r"\s?(?:시간|일시|일자|시각|날짜|일(?![가-힣])|时间|時間|日期|日時|日)?"
_TIME = (
    r"(?:(?:오전|오후|上午|下午|午前|午後|早上|晚上)\s?)?"
    r"(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d{1,6})?|\d{1,2}\s?[시時时点點]\s?\d{1,2}\s?[분分](?:\s?\d{1,2}\s?[초秒])?"
    r"|\d{1,2}\.\d{2}(?=\s?(?:Uhr|[AaPp]\.?[Mm]|GMT|BST)))"
    r"(?:\s?[AaPp]\.?[Mm]\b\.?)?"
    r"(?:\s?(?:Uhr|h\b|ч\.))?"
    r"(?:\s?\(?(?:[A-Z]{1,2}[SD]?T(?:[+-]\d{1,2})?|Z|UTC|МСК|KST|[+-]\d\d:?\d\d)(?![a-z])\)?)?"
)
_WEEKDAY = (
    r"(?:[(（\[]?(?:[월화수목금토일]요일|[월화수목금토일](?=[)）\]])|星期[一二三四五六日天]|[周週][一二三四五六日]"
    r"|[月火水木金土日]曜日?|[月火水木金土日](?=[)）\]])"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
    r"|(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\b"
    r"|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)\b)[)）\]]?[.,]?)"
)
_WEEKDAY_ALONE = r"[(（\[][월화수목금토일月火水木金土][)）\]]"
_GAP = r"[\s:：=|ㅣ·•\-–—]{0,4}(?:(?:on|at|am|el|um|vom|в)(?:\s?[:：]|\s))?[\s\[(（<]{0,3}"
BEFORE = (
    rf"(?:(?P<site>{_SITE})|(?P<updated>(?:{_CHANGED}){_UNIT}|(?<![^\W\d_])(?i:{_LATIN_CHANGED})(?![^\W\d_]))"
    rf"|(?P<first>(?:{_EARLIER}){_UNIT}|(?<![^\W\d_])(?i:{_LATIN_FIRST})(?![^\W\d_])))"
    rf"(?P<gap>{_GAP})(?:{_TIME}[\s,|/\-–]{{1,3}})?(?i:{_WEEKDAY}\s?)?$"
)
LABEL_WORDS = (
    "입력 등록 승인 송고 게시 작성 발행 보도 출고 게재 전송 배포 수정 업데이트 갱신 편집 현재 접속 "
    "조회일 수집 스크랩 저장 출력 인쇄 열람 发布 發布 發佈 发表 發表 刊登 出版 滾動 滚动 时间 時間 "
    "日期 公開 公开 配信 掲載 投稿 発行 作成 初出 更新 修改 修正 編集 publi post writ creat releas "
    "issu upload filed dat ver erstell erschien опубликован публикация создан дата размещен modif edit "
    "revis chang aktual geändert bearbeit änderung stand actualiz обновлен изменен crawl captur archiv "
    "retriev access print cach sav view visit download today ausgabe выпуск новости 编辑 編輯"
)
"""One of which every label has."""
TIME_BEFORE = rf"(?<![\d.:]){_TIME}[\s,|/\-–]{{1,3}}(?i:{_WEEKDAY}\s?)?$"
WEEKDAY_BEFORE = rf"(?i:(?<![^\W\d_]){_WEEKDAY}\s?)$"
AFTER = (
    rf"(?:\s?г(?:ода|\.)?(?!\w))?[.,]?\s?(?i:{_WEEKDAY})?"
    rf"(?:[\s,.|/·\-–—(（\[]{{0,4}}(?:(?:at|um|в|T|@)\s?)?(?P<time>{_TIME})[)）\]]?(?:\s?{_WEEKDAY_ALONE})?)?"
)
LABEL_AFTER = (
    rf"[ \t]?(?:(?P<updated>{_CHANGED}|编辑|編輯)|(?P<first>입력|등록|송고|게재|승인|작성|"
    r"公開|配信|掲載|投稿|发布|發布|發佈))"
    r"(?![ \t]{0,2}[\w:：])"
)
LABEL_GLUED = (
    r"(?:(?P<updated>更新|修正)|(?P<first>発行|公開|配信|掲載|投稿|作成|发布|發布|發佈|发表|發表))"
    r"(?=[\s)）\]】|]|$)"
)
"""A label right behind a date without a time; the blank behind it no sentence of these scripts has."""
