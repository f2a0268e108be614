"""Bylines as pages of six languages have them, and dates that look like bylines and are none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles.stamp_words import BEFORE, LABEL_WORDS
from geo.articles.stamps import may_be_known, stamps_of
from geo.articles.textfiles import read_text
from geo.text import LiteralFilter

KO = (
    "성천군에서 지방공업공장 준공식이 진행되여 군안의 일군들과 근로자들이 한자리에 모였다고 한다. 모"
    "임이 끝난 다음 참가자들은 생산공정을 돌아보면서 설비가 좋다고 서로 이야기하였다. 종업원들은 질"
    "좋은 제품을 더 많이 만들어 주민들에게 보내줄 결의를 다지고 또 다졌다.\n"
)
EN = (
    "Regional-industry factories were inaugurated in Songchon County with officials and builders present; "
    "the speakers thanked everybody who had worked on the site, and the guests went through the workshops.\n"
)
ZH = (
    "成川郡地方工业工厂举行了竣工仪式，郡内的干部和劳动者参加了活动，与会者随后参观了各个车间，并与"
    "职工就春季的计划进行了交谈。职工们表示要生产更多更好的产品，满足居民们的需要，为当地的发展作出"
    "自己的贡献，把工厂管理得更好。\n"
)
JA = (
    "成川郡で地方工業工場の竣工式が行われ、郡内の幹部と勤労者が参加し、参加者は各職場を見て回りなが"
    "ら従業員と話を交わした。従業員は質の良い製品をもっと多く作って住民に届ける決意を固め、設備の管"
    "理をしっかり行うと述べたと伝えられている。\n"
)
DE = (
    "Im Kreis Songchon sind Fabriken der örtlichen Industrie eingeweiht worden; Beamte und Bauleute "
    "nahmen an der Feier teil, und die Gäste gingen danach durch die Werkstätten und sprachen mit den "
    "Arbeitern über den Plan.\n"
)
RU = (
    "В уезде Сончхон открылись фабрики местной промышленности; на церемонии присутствовали чиновники "
    "и строители, после чего гости осмотрели цеха и поговорили с рабочими о планах на весну и о качестве "
    "товаров.\n"
)
DAY = "2024-12-21"

BYLINES = [
    # Korean
    (f"입력 2024.12.21 09:15\n{KO}", "label, figures, time"),
    (f"입력 2024.12.21. 오전 9:15\n{KO}", "a point behind the day, half of the day in words"),
    (f"입력 : 2024. 12. 21(토) 09:15\n{KO}", "colon with spaces, weekday glued to the day"),
    (f"입력 2024년 12월 21일 09시 23분\n{KO}", "all in words"),
    (f"  • 뉴스통신\n  • 입력 2024년 12월 21일 09시 23분\n\n코멘트\n\n{KO}", "in a bulleted list"),
    (f"수정 2024-12-24 16:42\n입력 2024-12-21 16:42\n{KO}", "the change stands first"),
    (f"최종수정 2024.12.24 10:00 | 기사입력 2024.12.21 08:12\n{KO}", "the change stands first in one line"),
    (f"기사입력2024.12.21. 오전 8:12최종수정2024.12.24. 오후 1:00\n{KO}", "everything is glued"),
    (f"업데이트\n2024-12-24 14:05\n입력\n2024-12-21 14:03\n{KO}", "labels on lines of their own"),
    (f"승인 2024.12.21 08:50 댓글 0\n{KO}", "a count of comments behind it"),
    (f"기사승인 2024-12-21 08:50:11\n{KO}", "seconds"),
    (f"송고시간2024-12-21 09:51\n\n(서울=어느통신) {KO}", "label glued to the date"),
    (f"기사등록 2024/12/21 14:01:49\n\n{KO}", "slashes, the year first"),
    (f"등록 2024.12.21 08:10:32  수정 2024.12.22 08:30:24\n{KO}", "two blanks between them"),
    (f"게재일 : 2024년 12월 21일 (토)\n{KO}", "weekday in parentheses, no time"),
    (f"한봄 기자 | 2024.12.21 13:28\n\n{KO}", "reporter and bar, no label"),
    (f"한봄 기자 입력 2024.12.21 13:28\n\n{KO}", "reporter and label"),
    (f"입력 24.12.21 09:15\n{KO}", "a year of two figures stands first in Korean"),
    (f"'24.12.21 09:15 한봄 기자\n{KO}", "an apostrophe for the century"),
    (f"- 북쪽소식\n- 2024-12-21 06:43:12\n- 조회수 : 54\n{KO}", "fields of a board of news"),
    (
        f"2024년 12월 21일 06:15 경제《지방발전》추진의 본보기단위\n{KO}",
        "heading of a section glued to the time",
    ),
    (f"KBC 2024.12.21 09:10 입력\n{KO}", "label behind the time"),
    (f"주체113(2024)년 12월 21일 로동신문\n\n{KO}", "the Juche year and the paper above the text"),
    (f"{KO}\n주체113(2024)년 12월 21일 《로동신문》 3면\n", "the same below it"),
    (f"(평양 12월 21일발 조선중앙통신)\n\n{KO}\nwww.kcna.kp (주체113.12.21.)\n", "agency with a Juche date"),
    (f"입력 ２０２４．１２．２１ ０９：１５\n{KO}", "full-width figures"),
    (
        f"《로동신문》 주체113(2024)년 12월 21일 토요일 3면\n군에 새로 일떠선 공장\n{KO}",
        "issue above the headline",
    ),
    (f"2024.12.21 15:10 입력\n2024.12.22 15:10 수정\n{KO}", "labels behind both"),
    (f"작성자 관리자  작성일 24-12-21 15:10  조회 20회\n{KO}", "a board, year of two figures"),
    (f"발행일 2024-12-21 (토) 지면 3면\n{KO}", "day of issue and page"),
    (
        "정치 북한 [사진] 새 공장을 돌아보는 사람들 한봄 기자 2024-12-21 10:51 기사 읽어주기 글씨 크기 조절 "
        f"공유하기 댓글 0 {KO}",
        "everything in one line, the reporter before the time",
    ),
    (
        "뉴스 지역뉴스 군립병원 착공 어느군 한봄 2024.12.21 20:40 1,403 0 Print 좋아요 13 방송일자 "
        f"2024-12-21 {KO}",
        "everything in one line, counts and a button behind the time",
    ),
    (
        "성천군에 공장 준공\n\n2024.12.21 16:30:13\n\n"
        f"주소 : 어느로 1 등록번호 : 경기 아00001 | 등록일 : 2010.01.05\n{KO}",
        "right above the imprint",
    ),
    (f"{KO}<저작권자 ⓒ 어느뉴스, 무단전재 금지> 2024-12-21 15:10 송고\n", "sent, below the text"),
    # English
    (f"Published: 21 Dec. 2024, 09:44\n\n{EN}", "label, colon, day first"),
    (
        f"Updated 8:10 AM EST, Sun December 22, 2024\nPublished 7:12 AM EST, Sat December 21, 2024\n\n{EN}",
        "time first",
    ),
    (
        f"Reuters | Seoul | Updated: 22-12-2024 19:50 IST | Created: 21-12-2024 19:50 IST\n{EN}",
        "created, behind bars",
    ),
    (
        f"Written: 2024-12-21 13:41:08Updated: 2024-12-22 13:41:34\n\n{EN}",
        "label glued to the time before it",
    ),
    (f"PUBLISHED : 21 Dec 2024 at 08:10\n\n{EN}", "capitals"),
    (f"Published - December 21, 2024 08:10 am IST\n\n{EN}", "a dash for a colon"),
    (f"First published on Saturday, 21 December 2024, 10:05 GMT\n\n{EN}", "weekday between label and date"),
    (f"12/21/24, 3:11 PM\n\n{EN}", "month first with AM or PM"),
    (f"By Ann Writer\nDec 21, 2024 at 8:10 a.m. KST\n\n{EN}", "author above"),
    (f"By Ann Writer 21-Dec-24\n\n{EN}", "month in letters, a year of two figures"),
    (f"Sat 21 Dec 2024 09.10 GMT\n\n{EN}", "a point in the time"),
    (f"09:51 December 21, 2024\n\n{EN}", "time before the day"),
    (f"Posted on : Dec.21,2024 17:05 KST Modified on : Dec.22,2024 17:05 KST\n\n{EN}", "on and a colon"),
    (f"Posted on Dec. 21, 2024 | Modified on Dec. 24, 2024\n\n{EN}", "posted and modified"),
    (f"Pyongyang, December 21, Juche 113 (2024) (KCNA) -- {EN}", "dateline with a Juche year"),
    (f"Pyongyang, December 21 (KCNA) -- {EN}\nwww.kcna.kp (2024.12.21.)\n", "closing line of the agency"),
    (f"Ann Writer\nDecember 21, 20249:10 PM GMT+9Updated 2 hours ago\n{EN}", "year and time glued"),
    (f"Spring issue\nPublished online 21 December 2024\n{EN}", "published online"),
    (f"Plant opens in the north\n11 min read\n  • 21.12.2024\n{EN}", "a bullet and nothing else"),
    (f"Plant opens in the north\n\nSaturday, December 21st, 2024\n\n{EN}", "an ordinal below the headline"),
    (
        f"21.12.2024 03:38\nShare\nPlant opens in the far north\n\n{EN}",
        "above the headline, with a button between",
    ),
    (
        f"Plant opens in the far north\n\n{EN}12/21/2024 · Leave a comment\n\nArticle Archives\n\nMay\n1 2\n",
        "beside the link to comments, above the archive of a blog",
    ),
    (f"{EN}Juche113.12.21.\n", "Juche figures below"),
    (
        f"Plant opens in the far north\n\nDec 21, 2024, 9:20 PM | Updated: 9:48 pm\n\n{EN}",
        "a change on the same day, told by its time alone",
    ),
    (
        f"Farming, Machines Plant opens in the north By A. Writer December 21, 2024 Seoul | Agency — {EN}",
        "everything in one line, the author before the day",
    ),
    (
        f"Share Reading Mode Plant opens! Who is glad? Posted on 21/12/2024 by someone World {EN}",
        "everything in one line, a label amid it",
    ),
    (
        "Journal of Works - Vol. 67, No. 1\nISSN: 0000-0000 (Online)\n\nPrint publication date 21 Dec 2024\n"
        f"Received 05 Oct 2024 Revised 27 Nov 2024 Accepted 01 Dec 2024\n\n{EN}",
        "a journal, beside the days of its manuscript",
    ),
    (f"Plant opens in the far north\nSaturday, 21 December 2024 () {EN}", "empty parentheses for the outlet"),
    (
        "Saturday, December 21, 2024\n\nRound-up of news from dailies and from media today\n\n"
        f"The plant was visited on Dec. 17, the company said.\n{EN}",
        "above the headline, shortly after the days that the text names",
    ),
    (f"{EN}Source: some paper, December 21, 2024;\n", "the source with its day at the foot"),
    (f"21.12.2024Regional factories open. {EN}", "figures glued to the first sentence"),
    (
        f"Plant opens in the far north\nDecember 21, 2024The county has a new plant. {EN}",
        "a year glued to it",
    ),
    # Chinese
    (f"2024年12月21日09:15 来源：某某网\n{ZH}", "time glued to the day, source behind"),
    (f"发布时间：2024-12-21 09:15:00\n{ZH}", "label with a wide colon"),
    (f"滾動 2024年 12月 21日 09:17\n\n{ZH}", "blanks between the figures"),
    (f"滾動\n2024年 12月 21日 21:49\n{ZH}", "label on a line of its own"),
    (f"2024-12-21 16:17:00\n来源：某某新闻网\n{ZH}", "source on the next line"),
    (f"2024/12/21 16:29(12/22 16:47 更新)\n\n{ZH}", "change in parentheses, without a year"),
    (
        f"2024 12/ 21 15:52:54\n來源:某某網\n\n某郡的新工廠開業\n\n字體:\n{ZH}",
        "a slash with a blank between month and day",
    ),
    (
        "学院新闻 首页 > 新闻中心 > 正文 某郡的新工厂开业 作者:日期:2024-12-21 2024年12月20日,仪式举行。"
        f"{ZH}",
        "everything in one line, a label behind an empty one",
    ),
    (
        f"新工廠開業- 某奇摩 ...\n\n推薦: 80 %\n\n全文0某新聞2024年12月21日上午4:27·2分鐘(閱讀時間){ZH}",
        "the time to read behind it, glued to the outlet",
    ),
    (f"某郡新医院即将投入使用 2024-12-21 22:14 {ZH}", "everything in one line, the time behind the headline"),
    (f"本帖最后由 某人 于 2024-12-21 14:54 编辑\n{ZH}", "last edited, of a board"),
    (
        f"0次浏览 发布时间:2024-12-21 07:31:00\n{ZH[:90]}。\n2025-08-11 11:13:00\n2025-08-10 11:29:00\n"
        "2025-07-17 00:49:00\n",
        "its own with a label, those of others below without",
    ),
    (f"更新时间：2024年12月24日 10:00　发布时间：2024年12月21日 08:00\n{ZH}", "the change first, wide blank"),
    # Japanese
    (f"2024年12月21日 07:00 経済\n\n{JA}", "section behind the time"),
    (f"公開日：2024年12月21日 更新日：2024年12月22日\n{JA}", "two labels, no times"),
    (f"2024年12月21日 9時22分公開\n{JA}", "label behind the time"),
    (f"2024/12/21/08:36\n{JA}", "slash before the time"),
    (
        f"HOME > 北の国 > 政治 > 新しい工場が竣工 2024年12月21日 | 現地指導 工場 {JA}",
        "behind a trail, in one line",
    ),
    (
        f"ホーム | ニュース | 特集 |\n新しい工場が完成 2024.12.21発行 {JA}",
        "label glued behind it, in one line",
    ),
    (f"お知らせ\n\n北の郡で新しい工場の式が行われました2024.12.21\n\n{JA}", "glued to the headline's end"),
    (
        f"小学校 新設\n校名が決定 ページ番号1036626 公開日 令和6年12月21日 印刷 大きな文字で印刷 {JA}",
        "a year of an era",
    ),
    (
        "意見と回答 (平成16(2004)年11月17日まで)\n\nページID:463477910\n\n更新日:2024年12月21日\n\n"
        f"平成16(2004)年11月17日までに寄せられた意見は下記のとおりです。\n{JA}",
        "a change alone, with a year of an era in the next line",
    ),
    (f"`24.12.21 新工場引き渡し\n\n{JA}", "a grave accent for the century"),
    (f"2024/12/21(土) 09:22\n{JA}", "weekday in parentheses"),
    (f"２０２４年１２月２１日（土）９時１５分\n{JA}", "full-width figures and parentheses"),
    (f"配信 2024年12月21日 9:15 最終更新 2024年12月23日 9:15\n{JA}", "two labels and times"),
    # German
    (
        f"Stand: 22.12.2024, 09:15 Uhr\nVeröffentlicht am 21.12.2024 um 9:15 Uhr\n\n{DE}",
        "as of, and published",
    ),
    (f"Sa, 21.12.2024, 12.22 Uhr\n\n{DE}", "short weekday, a point in the time"),
    (f"von afa\n\n21. Dezember 2024, 09:22 Uhr\n\n{DE}", "agency as author"),
    (f"Werke im Kreis Songchon eingeweiht\nSamstag, 21. Dezember 2024\n{DE}", "weekday in full"),
    (f"Erstellt: 21.12.24, 09:15 Uhr\n\n{DE}", "the day comes first in German"),
    (f"von Anna Schreiber, Seoul 21.12.2024,\n{DE}", "author, town and day in the first line"),
    (
        f"21. Dezember 2024 11:05\n\nPolitik\n\nMachthaber nach langer Pause wieder aufgetaucht\n\n{DE}",
        "above the headline, with a section between",
    ),
    # Russian
    (f"Опубликовано: 21 декабря 2024 г., 09:15\nОбновлено: 22 декабря 2024 г., 10:00\n{RU}", "two labels"),
    (f"21.12.2024 03:38\nПоделиться\n\n{RU}", "figures and time"),
    (f"10:20 21.12.2024\n\n{RU}", "time before the day"),
    (f"Выпуск от 21 декабря 2024г.\n{RU}", "issue of"),
    (f"Дата публикации 21 дек. 2024\n\n{RU}", "short month"),
    (f"21 декабря 2024, 09:15\n\n{RU}", "month in words, no label"),
    (
        f'Фабрика на севере открыта\n21.12.2024 "Большая Река" 1Первый гость вошёл в цех.\n{RU}',
        "glued with the outlet to the first sentence",
    ),
    (
        f"Туризм\n\nСевер, фото - Новости Paper.kz от 21.12.2024 06:15 Фото: агентство\n{RU}",
        "news of an outlet, from",
    ),
]


@pytest.mark.parametrize(("text", "why"), BYLINES)
def test_day_of_a_byline(text: str, why: str) -> None:
    assert read_text(text, "x.txt").published_on == DAY, why


@pytest.mark.parametrize(("text", "why"), BYLINES)
def test_offsets_stay_true_and_no_time_is_read(text: str, why: str) -> None:
    document = read_text(text, "x.txt")
    assert document.text == text
    read = "".join(text[one.start : one.end] for one in document.sections if one.kind == "body")
    assert not any(time in read for time in ("09:15", "9:15", "13:41", "08:12", "14:03", "09:17")), why


NEXIS = (
    "1 of 1 DOCUMENTS\n\nSome News Agency\n\nDecember 21, 2024 Saturday\n\nFactories open in the county\n\n"
    f"LENGTH: 60 words\n\n{EN}\nLOAD-DATE: December 24, 2024\n\nCopyright 2024 Some News Agency\n"
)
TRAPS = [
    (NEXIS, DAY, "the day of issue, not that of loading"),
    (f"Load-Date: December 24, 2024\n{EN}", None, "the day of loading alone"),
    (f"스크랩 2026.03.01 10:00\n{KO}", None, "the day of clipping"),
    (f"Saved on March 1, 2026 10:00\n{EN}", None, "the day of saving"),
    (f"Some News\n\nDecember 21, 2024\n\nCopyright Some News\n{EN}", DAY, "beside the line of rights"),
    (f"최종편집 2024-12-22 10:00 (일)\n로그인\n회원가입\n{KO}", None, "last change of the whole site"),
    (f"최종편집 2024-12-22 10:00\n입력 2024.12.21 08:00\n{KO}", DAY, "the site's and the article's"),
    (f"2026년 3월 1일 (일)\n로그인 | 회원가입\n{KO}", None, "today, above the menu"),
    (f"2026.03.01 (일) 서울 7℃ 맑음\n{KO}", None, "today, beside the weather"),
    (f"Sunday, March 1, 2026\nToday's paper\nSubscribe\n{EN}", None, "today, above a banner"),
    (f"21.5 C\nMarch 1, 2026\n{EN}", None, "today, below the temperature"),
    (
        "Plant opens in the county | Some News\nSome News Logo\nMarch 1, 2026\n\n"
        f"Plant opens in the county\n\n{EN}",
        None,
        "the day of reading, between the page's title and the headline",
    ),
    (
        f"12/25/25, 3:11 PM Plant opens\n{EN}https://news.example/2024/plant 1/3\n",
        None,
        "the day of printing, by the foot of the page",
    ),
    (f"Updated: 2024-12-24 10:00\nPublished: 2024-12-21 08:00\n{EN}", DAY, "first publication goes first"),
    (f"수정 2024-12-21 10:00\n{KO}", DAY, "only the change is told"),
    (f"{KO}관련기사\n입력 2024-12-09 10:00\n", None, "below a heading of related articles"),
    (f"{KO}이 시각 주요뉴스\n2024-12-09 10:00\n다른 공장 준공\n", None, "below the news of the hour"),
    (f"{JA}おすすめニュース\n2024/12/05(金) 09:22\n", None, "below recommendations"),
    (
        f"{JA}2024/12/05(金) 09:22\n市況の話\n2024/12/05(金) 09:21\n株の話\n",
        None,
        "a list of other news without a heading",
    ),
    (
        "Kim visits potato plant\nNovember 1, 2018\nThe leader went to the plant again, an agency said.\n"
        "Plant opens in the north\nDecember 10, 2017\nLast week pictures of a new plant were shown.\n"
        "Poor harvest\nSeptember 27, 2016\nIt was a poor year for the farms, a source said.\n",
        None,
        "an archive, each entry with its day",
    ),
    (
        "공장 준공\n입력 2024-12-21 09:00\n준공식이 있었다고 한다.\n병원 착공\n입력 2024-12-19 09:00\n"
        "착공식이 있었다고 한다.\n농장 준공\n입력 2024-12-15 09:00\n농장이 준공됐다고 한다.\n",
        None,
        "a page of search results",
    ),
    (f"{KO}등록번호 서울 아01234 | 등록일 2010.01.05 | 발행인 김봄\n", None, "when the paper was registered"),
    (f"{KO}등록번호 : 서울 아01234\n등록일 : 2010.01.05\n발행인 : 김봄\n", None, "the same in lines"),
    (f"2024.12.21 08:12\n{KO}발행인 : 김봄 등록일 : 2010.01.05\n", DAY, "byline and imprint"),
    (f"Born: January 8, 1984\n{EN}", None, "day of birth"),
    (f"생년월일 1984년 1월 8일\n{KO}", None, "day of birth"),
    (f"Event date: December 21, 2024\n{EN}", None, "the day of an event"),
    (
        f"A talk on factories in the north\nDate: December 21, 2024\nTime: 10:00\nVenue: the hall\n{EN}",
        None,
        "a talk",
    ),
    (f"时间：2024年12月21日\n地点：平壤\n{ZH}", None, "an appointment"),
    (f"{EN}Copyright 2026 Some News.\n© 2024-12-21 Some News\n", None, "copyright"),
    (f"Deadline: December 21, 2024\n{EN}", None, "a deadline"),
    (f"Retrieved 2026-03-01 10:00\n{EN}", None, "the day of retrieval"),
    (f"The law was published on December 5, 2023 in the capital, and {EN}", None, "a running sentence"),
    (
        f"Updated on March 3, 2024, the plan names twenty counties. {EN}",
        None,
        "a sentence begins with a label",
    ),
    (f"Photo: the opening, 2024-12-20 10:00\n{EN}", None, "a caption with a time"),
    (f"입력 2024.13.41 09:15\n{KO}", None, "no such day"),
    (f"Version 24.12.21\n{EN}", None, "figures of another kind"),
    (
        "군수가 협력을 부탁하다\n\n통신판매업신고 : 서울 0000호\n\n|\n\n등록일 : 2011. 05. 26\n\n|\n\n"
        f"제호 : 어느뉴스\n{KO}",
        None,
        "an imprint with bars between its lines",
    ),
    (f"Register\n01:39 GMT21 December 2024\nListen Live\n{EN}", None, "the clock of the site amid its menu"),
    (
        "December 9, 2023\n\nLeader opens a large farm to better the diet\n\nThe farm was opened on "
        f"June 3, after work since May 7. {EN}",
        None,
        "the day of reading above the headline, far from the days that the text names",
    ),
    (
        f"Some Centre\n\nSunday February 14th 2016\nSubscribe to our feed on a service\n{EN}",
        None,
        "today, above what is taken for the headline",
    ),
    (
        "• Partner\n\n  • RSS Some Weblog\n\n    • Divided: no. 09 24. Juli 2014\n      Battles over it.\n"
        "    • It takes a nation 24. Juli 2014\n      The author explores it.\n"
        "    • The meeting 19. Juli 2014\n      A panel of it.\n",
        None,
        "bulleted entries of another site",
    ),
    (f"사진 공장의 모습2024.12.20\n{KO}", None, "a caption with its day glued to it"),
    (
        f"2024年12月20日,旅游区竣工典礼在此举行,各级干部出席。\n{ZH}",
        None,
        "a sentence of Chinese without blanks",
    ),
    (f"领导人于2024年12月20日访问县医院,\n{ZH}", None, "amid the words of one"),
    (f"[關鍵詞]\n經濟\n[收稿日期]2024-09-19\n{ZH}", None, "when a paper was received"),
    (
        "“This is something that I saw with my own eyes.”\n– Ann Reader\nSome Campaign\nJune 2, 2022\n"
        f"Review of the policy nears its end\nShare this\n{EN}",
        None,
        "the day of a quotation in the head",
    ),
    (
        f"投稿日: 2022年4月10日2023年10月16日東の道 まずは工場。{JA[:80]}続きを読む\n"
        f"投稿日: 2022年3月13日2023年10月16日西の道 {JA[:80]}続きを読む\n"
        "投稿日: 2022年2月26日2023年10月16日南の道 まずは紡績工場。続きを読む\n",
        None,
        "a list of a blog, a label before each",
    ),
    (
        f"The builders worked for long. By Ann Writer. On December 20, 2024 Seoul was told. {EN}",
        None,
        "a sentence",
    ),
    (
        f"Home visits were banned on 20.12.2024 in the whole county, as people say. {EN}",
        None,
        "home, but no trail",
    ),
    (
        f"사진은 2024-12-20 10:00 성천군에서 찍은 것이다 {KO}",
        None,
        "the time of a picture, in a line of text",
    ),
]


@pytest.mark.parametrize(("text", "day", "why"), TRAPS)
def test_day_that_is_not_the_articles(text: str, day: str | None, why: str) -> None:
    assert read_text(text, "x.txt").published_on == day, why


@given(st.from_regex(re.compile(BEFORE)))
def test_every_label_has_one_of_the_words_that_are_sooner_found(text: str) -> None:
    assert LiteralFilter([LABEL_WORDS.split()]).present(text)


STAMPED = (
    "입력 |기사입력|2024.12.21|2024-12-21 |24.12.21|21 Dec 2024|12/21/24| 10:30|오전 8시 30분"
    "| 9.15 Uhr|\n| | • |Published: |Date |수정 |更新|最終更新|発行|2024年12月21日"
    "|２０２４．１２．２１|１０：３０|성천군에서 |opened on |выпуск от |"
).split("|")


@given(st.lists(st.sampled_from(STAMPED), max_size=9))
def test_no_stamp_is_passed_over(pieces: list[str]) -> None:
    text = "".join(pieces)
    if any(stamp.known or stamp.timed for stamp in stamps_of(text)):
        assert may_be_known(text)
