"""What tells the parts of a web page that are no article: names of elements, and lines."""

from __future__ import annotations

import re


def _one_of(alternatives: str) -> str:
    """Lines of a pattern as one alternative each."""
    return "|".join(line.strip() for line in alternatives.strip().splitlines())


JUNK_NAME = re.compile(
    r"(?i)(?:^|[\s_-])(?:"
    + _one_of(r"""
    sidebar|side|related\w*|relations?|menu|gnb|lnb|nav|navigation|breadcrumbs?|skip
    banner|advert\w*|ads?|promo|sponsor\w*|outbrain|taboola|dable|popup|modal|cookies?|consent
    comments?|reply|replies|cmts?|disqus\w*|livere
    popular|ranking|rank|most[-_]?(?:read|viewed)|recommend\w*|latest|trending|see[-_]?also
    (?:more|hot|best|other)[-_]?(?:news|articles?)|(?:news|headline)[-_]?list
    share|sns|social|subscribe|subscription|newsletter|footer|weather|widget|tags?|copyright
    """)
    + r")(?:$|[\s_-])"
)
"""Classes, ids and roles of menus, advertisements, comments, links to other stories and services."""

RELATED = re.compile(
    r"(?i)^\W*(?:"
    + _one_of(r"""
    related(?: (?:stor(?:y|ies)|articles?|news|posts?|coverage|links?|topics?|content|reading))?
    see also|also read|read (?:more|next|also)|you (?:may|might) also like
    more (?:stories|news|articles|headlines|from [^.]{1,40}|on (?:this|north korea)[^.]{0,30})
    (?:most (?:read|popular|viewed)|popular|recommended|trending|latest|top|other)(?: (?:stories|news|posts))
    most (?:read|popular|viewed)|recommended(?: for you)?|trending(?: now)?|editors?['’]s? picks?
    (?:\d+ )?comments?|leave a (?:reply|comment)
    (?:이 기사와 )?관련 ?(?:기사|뉴스|글)(?: 보기)?|함께 (?:읽|보)\S*(?: \S+){0,2}
    (?:많이 본|인기|추천|주요|최신|실시간) ?(?:기사|뉴스|랭킹)|핫 ?뉴스|베스트 ?클릭
    (?:(?:이 )?기자의? )?다른 기사(?: 보기)?|(?:전체 )?댓글(?: ?\d+개?)?
    相关(?:阅读|新闻|报道)|推荐阅读|评论|相關(?:閱讀|新聞|報導)|延伸閱讀|評論
    関連(?:記事|ニュース)|おすすめ記事|コメント
    """)
    + r")\W*\d*\W*$"
)
"""A line above links to other stories, or above comments."""

RELATED_LINE = re.compile(
    r"(?i)\W*(?:related|see also|read (?:more|next|also)|also read|more on this|관련 ?기사|関連記事"
    r"|相关阅读|相關新聞)\s*[:：]"
)
"""The beginning of a line with a link to another story."""

SHARE_LINE = re.compile(
    r"(?i)\W*(?:(?:"
    + _one_of(r"""
    share|tweet|e-?mail|print|save|facebook|twitter|telegram|whatsapp|kakao\w*|line|url|copy link|x|reddit
    linkedin|and|this|article|story|on|via|to|a|friend|top
    공유|공유하기|기사|페이스북|트위터|카카오톡?|카카오스토리|네이버|밴드|블로그|인쇄|프린트|스크랩
    글자|크기|크게|작게|가|링크|복사|본문|듣기|닫기|이메일|메일|목록|이전 ?글|다음 ?글|맨 ?위로
    分享|微信|微博|打印|シェア|印刷
    """)
    + r")(?:\W+|$))+$"
)
"""A line of nothing but buttons."""

SUBSCRIBE_LINE = re.compile(
    r"(?i)\W*(?:"
    + _one_of(r"""
    subscribe (?:to|now|today|for)|sign up (?:for|to)|follow us|get (?:our|the) (?:newsletter|app)
    click here|download (?:our|the) app|support (?:us|our)|donate
    all rights reserved|(?:copyright|©|\(c\))\s|ⓒ|copyrights?\b
    구독하|뉴스레터|네이버에서 \S+ 구독|앱 ?다운로드|제보는 |저작권자|무단 ?전재
    """)
    + r")"
)
"""The beginning of a line that asks for something, or tells whose the page is."""

NOTICE = re.compile(
    r"(?i)무단 ?(?:전재|복제|배포)[^.\n]{0,30}금지|재배포 ?금지|all rights reserved|redistribution prohibited"
)
"""What a line about the rights to a text says somewhere."""

STAMPS = re.compile(
    r"(?i)\W*(?:(?:기사 ?)?(?:입력|수정|승인|송고|등록|최종 ?(?:수정|업데이트)|업데이트)"
    r"|updated|published|posted)"
    r"(?: ?(?:일시?|시간|at|on))?\W{1,4}(?:[a-z]{3,9},? )*\d[^\n]*$"
)
"""A line of the hours at which a page was written and changed."""

TOLD = re.compile(r"다[.\"”]|[a-z]\. ")
"""The end of a sentence that tells something."""
