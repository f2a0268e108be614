"""Names in texts: which unit each means, told by its neighbours; what cannot be told stays open."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from geo.models import Document, Mention, Section
from geo.places import Name, find_mentions, load_gazetteer

GAZETTEER = load_gazetteer()
UNSANS = "KP0617|KP0720"
"""운산 of North Phyongan and 은산 of South Phyongan: both "Unsan" in English."""


def document(text: str) -> Document:
    return Document("d", "d.txt", text, (Section("body", 0, len(text)),))


def found(text: str) -> dict[str, str]:
    """Surface -> P-code; several joined by + if one word names them all, by | if it may be any of them."""
    result: dict[str, str] = {}
    for mention in find_mentions(document(text)):
        said, before = meaning(mention), result.get(mention.surface)
        result[mention.surface] = said if before in (None, said) else f"{before}+{said}"
    return result


def meaning(mention: Mention) -> str:
    if mention.place:
        return mention.place.pcode
    return "|".join(place.pcode for place in mention.candidates) or mention.outcome


# (text, every surface that must be found -> what it means, why the line is here)
TYPE_WORDS = [
    ("North Korea: a mill in Kumya County.", {"Kumya County": "KP0316"}, "type word behind"),
    ("North Korea: the county of Kumya has a mill.", {"Kumya": "KP0316"}, "type word before"),
    ("A mill in Kumya-gun, North Korea.", {"Kumya-gun": "KP0316"}, "romanised county"),
    ("Rain fell in Kusong-si, North Korea.", {"Kusong-si": "KP0603"}, "romanised city"),
    ("The farm of Rangnang-guyok, DPRK.", {"Rangnang-guyok": "XKP1046"}, "romanised ward"),
    ("The DPRK's port city of Nampho.", {"Nampho": "KP11"}, "type word of two words before"),
    ("KUMYA COUNTY, DPRK", {"KUMYA COUNTY": "KP0316"}, "a headline in capitals"),
    ("Ein Werk im Kreis Ragwon, Nordkorea.", {"Ragwon": "KP0319"}, "German"),
    ("Una planta en el condado de Hwangju, Corea del Norte.", {"Hwangju": "KP0805"}, "Spanish"),
    ("North Korea: a mill in the town of Kumya.", {"Kumya": "KP0316"}, "the town is the seat of its county"),
    ("Kumya County Hospital opened.", {"Kumya County": "KP0316"}, "inside the name of a hospital"),
    ("Songchon-ri is a village of the DPRK.", {}, "a village is not the county of its name"),
    ("North Korea's Rakwon City got a farm.", {"Rakwon City": "KP0319"}, "wrong type word of the press"),
    ("North Korea's Kusong County is hilly.", {"Kusong County": "KP0603"}, "a city called a county"),
    ("북한의 성천군에 공장이 섰다.", {"성천군": "KP0717"}, "Hangul type word without a space"),
    ("북한 철원시에서", {}, "neither Korea has a city of this name"),
    ("在朝鮮 成川郡 建設", {"成川郡": "KP0717"}, "hanja with its type word"),
    ("成川さんは東京に住む。", {}, "hanja of a Japanese surname"),
    (
        "朝鲜平安北道龟城市、慈江道雩时郡、两江道金亨稷郡和平壤市江东郡的工厂竣工。",
        {
            "平安北道": "KP06",
            "龟城市": "KP0603",
            "慈江道": "KP05",
            "雩时郡": "KP0514",
            "两江道": "KP01",
            "金亨稷郡": "KP0104",
            "平壤市": "KP10",
            "江东郡": "KP1023",
        },
        "simplified characters",
    ),
    (
        "朝鮮平安北道龜城市、慈江道雩時郡、兩江道金亨稷郡和平壤市江東郡的工廠竣工。",
        {
            "平安北道": "KP06",
            "龜城市": "KP0603",
            "慈江道": "KP05",
            "雩時郡": "KP0514",
            "兩江道": "KP01",
            "金亨稷郡": "KP0104",
            "平壤市": "KP10",
            "江東郡": "KP1023",
        },
        "the same in traditional ones",
    ),
    ("朝鲜发展新兴产业，长江和江东没有工厂。", {}, "words of Chinese that are names, too, need a type word"),
]
LISTS = [
    (
        "Mills in Kujang, Unsan and Yonthan counties, North Korea.",
        {"Kujang": "KP0615", "Unsan": UNSANS, "Yonthan": "KP0806"},
        "one type word behind a list; surfaces are bare",
    ),
    ("북한 김정은은 뜻을 더욱 뚜렷이 해주는 병원이라고 말했다.", {}, "a verb with the letters of a city"),
    ("북한 의사들은 치료를 해주고 있으며 약을 준비해주었다.", {}, "the same verb in other forms"),
    ("북한 해주는 바다를 끼고있다.", {"해주": "KP0901"}, "the city as the topic"),
    ("북한 건설장에서 첫 남포를 터치였다.", {}, "a blast with the letters of a city"),
    (
        "The factories in Orang, North Korea, were opened.",
        {"Orang": "KP0215"},
        "a doubtful name before its country",
    ),
    (
        "North Korea builds a lot. The hospital in Anak was opened.",
        {"Anak": "KP0910"},
        "a doubtful name behind its works",
    ),
    (
        "North Korea sent a present. The factories of Orang Asli weavers were shown on television.",
        {},
        "the same word where no works are in it",
    ),
    (
        "Mills in the counties of Kujang, Orang and Yonthan, DPRK.",
        {"Kujang": "KP0615", "Orang": "KP0215", "Yonthan": "KP0806"},
        "one type word before a list; it makes the ape a county",
    ),
    ("Kusong and Phyongsong cities, DPRK", {"Kusong": "KP0603", "Phyongsong": "KP0701"}, "cities"),
    (
        "Koksan and Hwangju counties of North Hwanghae Province",
        {"Koksan": "KP0814", "Hwangju": "KP0805", "North Hwanghae Province": "KP08"},
        "the type word and the province of a list",
    ),
    (
        "북한이 고산·고원·고풍군에 공장을 지었다.",
        {"고산": "KP0404", "고원": "KP0318", "고풍군": "KP0515"},
        "Hangul with middle dots and one type word",
    ),
    (
        "평안북도 운산군·구장군, 황해북도 연탄군",
        {"평안북도": "KP06", "운산군": "KP0617", "구장군": "KP0615", "황해북도": "KP08", "연탄군": "KP0806"},
        "provinces before Hangul lists",
    ),
    (
        "남포시 온천군과 룡강군",
        {"남포시": "KP11", "온천군": "KP1103", "룡강군": "KP1104"},
        "counties of a special city",
    ),
    (
        "Sukchon, Sunchon, Sinchon, Sonchon, Songchon and Unchon in North Korea",
        {
            "Sukchon": "KP0715",
            "Sunchon": "KP0705",
            "Sinchon": "KP0911",
            "Sonchon": "KP0610",
            "Songchon": "KP0717",
            "Unchon": "KP0909",
        },
        "six names a letter or two apart",
    ),
    (
        "Riwon and Wiwon, Kosong and Kusong in the DPRK",
        {"Riwon": "KP0323", "Wiwon": "KP0512", "Kosong": "KP0406", "Kusong": "KP0603"},
        "pairs a letter apart",
    ),
    (
        "Hamhung and Sinpho, DPRK\n\nSongchon County is far.",
        {"Hamhung": "KP0307", "Sinpho": "KP0301", "Songchon County": "KP0717"},
        "a list ends with its paragraph",
    ),
    ("Hyesan-Manpho line, DPRK", {"Hyesan": "KP0101", "Manpho": "KP0502"}, "two names and a hyphen"),
]
PROVINCES = [
    (
        "Songchon County, South Phyongan Province",
        {"Songchon County": "KP0717", "South Phyongan Province": "KP07"},
        "X County, Y Province",
    ),
    (
        "Songchon County of South Phyongan Province",
        {"Songchon County": "KP0717", "South Phyongan Province": "KP07"},
        "X County of Y Province",
    ),
    (
        "South Hwanghae's Haeju",
        {"South Hwanghae": "KP09", "Haeju": "KP0901"},
        "a province in the genitive; a bare name beside it needs nothing else",
    ),
    ("평안남도성천군지방공업공장", {"평안남도": "KP07", "성천군": "KP0717"}, "without any space"),
    ("황해남도의 재령군에서", {"황해남도": "KP09", "재령군": "KP0912"}, "a province with a particle"),
    ("함남 함주군", {"함남": "KP03", "함주군": "KP0310"}, "a province in two syllables"),
    ("평안남북도의 시, 군", {"평안남북도": "KP06+KP07"}, "one word for two provinces"),
    ("함경남북도와 황해남북도", {"함경남북도": "KP02+KP03", "황해남북도": "KP08+KP09"}, "two such words"),
    (
        "North and South Phyongan provinces, DPRK",
        {"North and South Phyongan provinces": "KP06+KP07"},
        "the same in English; South Phyongan in it is not told again",
    ),
    (
        "South and North Hwanghae Provinces, DPRK",
        {"South and North Hwanghae Provinces": "KP08+KP09"},
        "the other way round",
    ),
    (
        "The North Hamgyong Provincial Party Committee of the DPRK",
        {"North Hamgyong": "KP02"},
        "an adjective is not the type word",
    ),
    (
        "Junghwa County of Pyongyang, DPRK",
        {"Junghwa County": "KP0821", "Pyongyang": "KP10"},
        "the province of former times still fits",
    ),
    (
        "Unpha County, South Hwanghae Province, DPRK",
        {"Unpha County": "KP0808", "South Hwanghae Province": "KP09"},
        "a wrong province does not make it another county",
    ),
    (
        "Pyongyang, Nampho, Rason and Kaesong are cities of the DPRK.",
        {"Pyongyang": "KP10", "Nampho": "KP11", "Rason": "XKP13", "Kaesong": "XKP15"},
        "special cities are first-level units, in a list, too",
    ),
    ("Kaesong City, DPRK", {"Kaesong City": "XKP15"}, "with a type word it is still the special city"),
    ("PYONGYANG, Feb. 3 (KCNA)", {"PYONGYANG": "KP10"}, "a dateline"),
    ("Rajin-Sonbong zone, DPRK", {"Rajin-Sonbong": "XKP13"}, "Rason's former name"),
]
TWO_OF_A_NAME = [
    ("In North Korea a mill stands in Unsan County.", {"Unsan County": UNSANS}, "nothing settles it"),
    (
        "Unsan County, North Phyongan Province",
        {"Unsan County": "KP0617", "North Phyongan Province": "KP06"},
        "its province",
    ),
    (
        "South Phyongan Province's Unsan County",
        {"South Phyongan Province": "KP07", "Unsan County": "KP0720"},
        "the other province, before it",
    ),
    (
        "In North Phyongan Province mills were built, KCNA said. Unsan County has one.",
        {"North Phyongan Province": "KP06", "Unsan County": "KP0617"},
        "the only province of the document",
    ),
    (
        "Unsan County, South Phyongan Province, has trees. Unsan is green.",
        {"Unsan County": "KP0720", "South Phyongan Province": "KP07", "Unsan": "KP0720"},
        "settled once, it holds for the document",
    ),
    (
        "From North Phyongan to South Phyongan people of the DPRK speak of Unsan.",
        {"North Phyongan": "KP06", "South Phyongan": "KP07", "Unsan": UNSANS},
        "two provinces settle nothing",
    ),
    ("북한 운산군", {"운산군": "KP0617"}, "Hangul tells them apart"),
    ("북한 은산군", {"은산군": "KP0720"}, "Hangul, the other"),
    (
        "북한 김덕훈 총리가 순천제약공장을 찾았다.",
        {"순천": "KP0705"},
        "Hangul, joined with what a factory makes",
    ),
    ("전남 순천식품공장이 문을 열었다.", {"전남": "foreign", "순천": "foreign"}, "the same in the South"),
    ("북한 룡성기계련합기업소를 찾았다.", {}, "a works that bears a name of another place"),
    ("A mill in Eunsan County, North Korea.", {"Eunsan County": "KP0720"}, "so does Revised Romanization"),
    ("A mill in Ŭnsan, North Korea.", {"Ŭnsan": "KP0720"}, "and McCune-Reischauer with its marks"),
    (
        "North Korea's Premier toured To’kch’o’n, South P’yo’ngan, and Ch'ongjin.",
        {"To’kch’o’n": "KP0706", "South P’yo’ngan": "KP07", "Ch'ongjin": "KP0205"},
        "McCune-Reischauer as it is typed without its marks",
    ),
    ("The DPRK's Ragwon General Machine Enterprise was visited.", {}, "a works in Sinuiju"),
    ("The DPRK's Unsan Paper Mill runs.", {"Unsan": "KP0720"}, "a reviewed project of one of them"),
    (
        "The regional-industry factories of Unsan County, DPRK",
        {"Unsan County": "KP0617"},
        "a reviewed project of the other",
    ),
    ("Soncheon County, North Korea", {"Soncheon County": "KP0610|KP0717"}, "the press writes both so"),
    (
        "Soncheon County in Pyongan-Namdo Province",
        {"Soncheon County": "KP0717", "Pyongan-Namdo Province": "KP07"},
        "a province in half Korean",
    ),
    (
        "Hwasong District of Pyongyang",
        {"Hwasong District": "XKP1048", "Pyongyang": "KP10"},
        "the ward, not the former county",
    ),
    ("함경북도 화성군", {"함경북도": "KP02", "화성군": "KP0214"}, "the former county, not the ward"),
    (
        "Tukjang Workers' District of Pukchang County, DPRK",
        {"Tukjang": "KP0721-tukjang", "Pukchang County": "KP0721"},
        "what it is today, not the abolished district",
    ),
]
BELOW_AND_BEFORE = [
    (
        "Kaephung District of Kaesong, DPRK",
        {"Kaephung District": "XKP1502", "Kaesong": "XKP15"},
        "a ward of a special city",
    ),
    (
        "Chongam District, Chongjin City",
        {"Chongam District": "KP0205-chongam", "Chongjin City": "KP0205"},
        "a ward of a city below the county level",
    ),
    ("평양시 중구역", {"평양시": "KP10", "중구역": "XKP1031"}, "a ward of one syllable"),
    (
        "북한 원산갈마해안관광지구",
        {"원산갈마해안관광지구": "KP0401-wonsan-kalma-coastal-tourist-area"},
        "a zone",
    ),
    ("판문점에서 북한은", {"판문점": "XKP1503-panmunjom"}, "a site by its bare Hangul name"),
    ("Saepyol County, DPRK", {"Saepyol County": "KP0221"}, "a former name with its type word"),
    ("Sinpha County, DPRK", {"Sinpha County": "KP0103"}, "the name before the person's"),
    ("북한 새별군에서", {"새별군": "KP0221"}, "a former name in Hangul"),
    ("새별이 빛나는 북한의 밤", {}, "without a type word it is a star"),
]
NOT_PLACES = [
    ("Kim Jong Suk of the DPRK was a partisan.", {}, "a person"),
    ("북한의 김정숙은", {}, "a person in Hangul"),
    ("Kim Jong Suk County, DPRK", {"Kim Jong Suk County": "KP0103"}, "a county named after a person"),
    ("북한 김정숙군에서", {"김정숙군": "KP0103"}, "the same in Hangul"),
    ("Kim Chaek City, DPRK", {"Kim Chaek City": "KP0202"}, "a city named after a person"),
    ("북한 김책시에서", {"김책시": "KP0202"}, "the same in Hangul"),
    ("Kim Chaek University in Pyongyang", {"Pyongyang": "KP10"}, "a university named after a person"),
    ("북한의 김책공업종합대학", {}, "the same in Hangul"),
    ("Kim Jong Suk Naval University of the DPRK", {}, "an academy"),
    ("Kim Hyong Jik, father of Kim Il Sung", {}, "a person beside another"),
    ("The DPRK showed the Hwasong-17.", {}, "a missile"),
    ("북한이 화성-18형을 쏘았다.", {}, "a missile in Hangul"),
    ("The Pyongyang Times of the DPRK", {}, "a newspaper"),
    ("강원도민일보는 북한 소식을 전했다.", {}, "a South Korean newspaper"),
    ("The Mangyongdae Prize Games of the DPRK", {}, "a contest"),
    ("Mount Kumgang in the DPRK", {}, "a mountain"),
    ("The Taedong River in Pyongyang", {"Pyongyang": "KP10"}, "a river named like a county"),
    ("Chollima Steel Complex, DPRK", {}, "a works named after a horse, and a ward"),
    (
        "Chollima District, Nampho",
        {"Chollima District": "KP1107", "Nampho": "KP11"},
        "the ward itself",
    ),
    ("Musan Mine, DPRK", {"Musan": "KP0218"}, "a mine bears the name of its county"),
    ("Anju is served with drinks.", {}, "nothing speaks of the North: a dish"),
    ("North Korea's songchon and kusong", {}, "lower case"),
]
KOREAN_WORDS = [
    ("북한은 기계를 운전하고 과일을 나른다.", {}, "driving and fruit"),
    ("북한 운전군과 과일군에서", {"운전군": "KP0612", "과일군": "KP0919"}, "counties of these names"),
    ("북한 온천에 관한 글을 구성하여 해주시기 바랍니다.", {}, "hot spring; composing; please do"),
    ("북한 해주시에서 안주시로", {"해주시": "KP0901", "안주시": "KP0703"}, "cities with particles"),
    ("안주시켜 달라고 북한 손님이 말했다.", {}, "order me a snack"),
    ("북한이 조직을 구성시켰다.", {}, "had it composed"),
    ("북한 구성시에 병원이 섰다.", {"구성시": "KP0603"}, "the city of that name"),
    ("북한의 축구장군데군데에 물이 고였다.", {}, "구장군 inside other words"),
    ("북한 구장군에서", {"구장군": "KP0615"}, "the county of that name"),
    ("북한의 신도시 건설", {}, "a new town, not Sindo"),
    ("북한 무산군인들이", {}, "soldiers who failed, not the county"),
    ("북한 무산군인민위원회", {"무산군": "KP0218"}, "the county's committee"),
    ("북한 세포를 연구하는 영광을 지녔다.", {}, "a cell and an honour, though the South has an 영광"),
    ("룡강군과 용강군, 북한", {"룡강군": "KP1104", "용강군": "KP1104"}, "both Koreas' orthographies"),
]
ELSEWHERE = [
    (
        "In South Korea, Goseong County in Gangwon Province saw rain.",
        {"Goseong County": "foreign", "Gangwon Province": "foreign"},
        "both Koreas have a Goseong and a Gangwon",
    ),
    (
        "A hospital was opened in Kosong County, South Korea. Officials of North Korea were not there.",
        {"Kosong County": "foreign"},
        "the North's spelling, and the country behind it",
    ),
    (
        "In South Korea, a hospital was opened in Kosong County, Kangwon Province.",
        {"Kosong County": "foreign", "Kangwon Province": "foreign"},
        "the North's spellings in a sentence set in the South",
    ),
    (
        "In South Korea, a ministry said a hospital was opened in Kosong County.",
        {"Kosong County": "KP0406"},
        "a sentence that tells who speaks in the South",
    ),
    (
        "In South Korea, refugees from Kosong County in the North meet.",
        {"Kosong County": "KP0406"},
        "a sentence set in the South that names the North",
    ),
    (
        "A hospital was opened in Songchon County, South Korea's Yonhap reports.",
        {"Songchon County": "KP0717"},
        "an agency of the South behind the name",
    ),
    (
        "North Korea said that Wonsan in Gangwon Province saw rain.",
        {"Wonsan": "KP0401", "Gangwon Province": "KP04"},
        "a city that only the North has",
    ),
    (
        "The North's Kosong and the South's Goseong",
        {"Kosong": "KP0406", "Goseong": "foreign"},
        "both in one sentence",
    ),
    (
        "Suncheon, a city in South Jeolla Province, is far from North Korea.",
        {"Suncheon": "foreign", "South Jeolla Province": "foreign"},
        "a southern province behind goes before the North in the sentence",
    ),
    ("North Korea's Suncheon has a works.", {"Suncheon": "KP0705"}, "the South's spelling, the North's city"),
    (
        "Cheorwon saw battles. North Korea shelled it.",
        {"Cheorwon": "foreign"},
        "the South's spelling, and its sentence says nothing of the North",
    ),
    (
        "Cheorwon County in North Korea's Kangwon Province",
        {"Cheorwon County": "KP0413", "Kangwon Province": "KP04"},
        "the same, told to be in the North",
    ),
    (
        "강원도 철원군은 국비 20억 원을 들여 도로를 놓는다고 군청이 밝혔다.",
        {"강원도": "foreign", "철원군": "foreign"},
        "won and a county office: the South",
    ),
    ("북한 강원도 철원군", {"강원도": "KP04", "철원군": "KP0413"}, "the same county across the border"),
    ("경기도 이천시의 쌀", {"경기도": "foreign", "이천시": "foreign"}, "a city there, a county here"),
    (
        "통일부는 강원특별자치도 철원군에서 주민들과 간담회를 연다",
        {"강원특별자치도": "foreign", "철원군": "foreign"},
        "the southern half of a divided province by its present name",
    ),
    ("북한 철원읍에서", {"철원읍": "KP0413"}, "the seat of a county that both Koreas have"),
    (
        "전남 영광군의 굴비",
        {"전남": "foreign", "영광군": "foreign"},
        "a county of both, under a southern province",
    ),
    ("Dandong lies near the DPRK.", {"Dandong": "foreign"}, "a Chinese city"),
    ("단둥에서 북한으로", {"단둥": "foreign"}, "the same in Hangul"),
    (
        "Moscow greeted Pyongyang.",
        {"Moscow": "foreign", "Pyongyang": "KP10"},
        "capitals that mean governments",
    ),
]
WRITING = [
    ("P’yŏngsŏng, North Korea", {"P’yŏngsŏng": "KP0701"}, "curly apostrophe"),
    ("P'yo\u0306ngso\u0306ng, North Korea", {"P'yo\u0306ngso\u0306ng": "KP0701"}, "marks of their own"),
    ("Pyongsong, North Korea", {"Pyongsong": "KP0701"}, "no marks at all"),
    (
        unicodedata.normalize("NFD", "북한 성천군에서"),
        {unicodedata.normalize("NFD", "성천군"): "KP0717"},
        "Hangul in single letters",
    ),
    (
        "South\nPhyongan\nProvince, Songchon\nCounty",
        {"South\nPhyongan\nProvince": "KP07", "Songchon\nCounty": "KP0717"},
        "line ends inside names",
    ),
    ("In Songchon\n\nCounty officials of the DPRK", {"Songchon": "KP0717"}, "a blank line parts them"),
    ("Song\u00adchon County, DPRK", {"Song\u00adchon County": "KP0717"}, "a soft hyphen"),
    ("Songchon\u00a0County, DPRK", {"Songchon\u00a0County": "KP0717"}, "a no-break space"),
    ("Songchon‐gun, DPRK", {"Songchon‐gun": "KP0717"}, "a typographic hyphen"),
    ("\ufeffSongchon County, DPRK", {"Songchon County": "KP0717"}, "a byte order mark"),
    ("DPRK 😀😀 Songchon County", {"Songchon County": "KP0717"}, "characters beyond 16 bits"),
    ("İİ DPRK: Songchon County", {"Songchon County": "KP0717"}, "a letter that lower case makes longer"),
]
PLAIN: list[tuple[str, dict[str, str], str]] = [
    (
        "A greenhouse farm has arisen in Sinuiju.",
        {"Sinuiju": "KP0601"},
        "a city that is called so nowhere else",
    ),
    (
        "Hospitals are rising in Thongchon and Phyonggang.",
        {"Thongchon": "KP0405", "Phyonggang": "KP0412"},
        "two counties speak for each other",
    ),
    ("A hospital is rising in Phyonggang.", {}, "one county alone may be anything"),
    ("Anju and Kosan were on the menu.", {}, "short names are other words, too"),
    ("The Sinuiju restaurant in Seoul, South Korea, opened.", {"Seoul": "foreign"}, "a text on the South"),
]
CASES = [
    *PLAIN,
    *TYPE_WORDS,
    *LISTS,
    *PROVINCES,
    *TWO_OF_A_NAME,
    *BELOW_AND_BEFORE,
    *NOT_PLACES,
    *KOREAN_WORDS,
    *ELSEWHERE,
    *WRITING,
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_each_name_means_its_place(text: str, expected: dict[str, str], why: str) -> None:
    assert found(text) == expected, why


def test_ambiguity_keeps_every_candidate_and_no_place() -> None:
    (mention,) = find_mentions(document("In North Korea a mill stands in Unsan County."))
    assert (mention.outcome, mention.place) == ("ambiguous", None)
    assert [(p.name, p.province) for p in mention.candidates] == [
        ("Unsan", "North Phyongan"),
        ("Unsan", "South Phyongan"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Songchon County, South Phyongan Province", "South Phyongan is written with it"),
        ("North Korea's Rakwon City", "written as a city, which it is not"),
        ("Unpha County, South Hwanghae Province", "it lies elsewhere"),
        ("Junghwa County of Pyongyang", "belonged to Pyongyang before"),
        ("The DPRK's Unsan Paper Mill", "reviewed project"),
        ("Unsan is in the DPRK's North Phyongan Province", "province in the sentence"),
        ("Hwasong County of the DPRK", "former"),
        ("In South Korea, Goseong County", "South Korea is written with it"),
        ("South Korea. Goseong County", "about the South"),
        ("Suncheon, South Jeolla Province", "of the South is written with it"),
        ("Beijing", "place in CN"),
    ],
)
def test_a_mention_gives_its_reason(text: str, reason: str) -> None:
    assert reason in find_mentions(document(text))[0].reason


@pytest.mark.parametrize(
    ("surer", "less_sure", "why"),
    [
        ("Songchon County, DPRK", "Songchon, DPRK", "with a type word or without"),
        ("Rakwon County, DPRK", "Rakwon City, DPRK", "right or wrong type word"),
        ("Unpha County, North Hwanghae", "Unpha County, South Hwanghae", "right or wrong province"),
        ("Unsan County, North Phyongan", "Unsan County, DPRK", "one candidate or two"),
    ],
)
def test_confidence_falls_with_what_speaks_against_it(surer: str, less_sure: str, why: str) -> None:
    high, low = (find_mentions(document(text))[0].confidence for text in (surer, less_sure))
    assert 0 < low < high <= 1, why


def test_a_type_word_of_one_name_is_not_lent_to_the_next() -> None:
    district, city = find_mentions(document("Taean District of Nampho, DPRK"))
    assert (district.type_word, city.type_word) == ("ward", "")
    assert "which it is not" not in city.reason


def test_the_bare_name_lies_inside_the_surface() -> None:
    text = "In Songchon County and 성천군, DPRK"
    for mention in find_mentions(document(text)):
        assert text[mention.name_start : mention.name_end] in ("Songchon", "성천")
        assert mention.start <= mention.name_start < mention.name_end < mention.end


def test_only_sections_are_read() -> None:
    text = "SOURCE: Kumya Daily, DPRK\n\nSongchon County\n\nmenu: Kusong City"
    at = text.index("Songchon")
    read = Document("d", "d.txt", text, (Section("body", at, at + len("Songchon County")),))
    assert [m.surface for m in find_mentions(read)] == ["Songchon County"]


TYPES_LATIN = {"county": " County", "city": " City", "ward": " District", "district": " District"}


def test_every_spelling_leads_to_its_unit_with_type_word_and_province() -> None:
    """In whichever script and scheme; what is still another unit's as well stays open."""
    wrong = []
    for name in GAZETTEER.names:
        unit = GAZETTEER.units[name.pcode]
        if unit.level != 2 or unit.status != "current" or name.script not in ("latin", "hangul"):
            continue
        mentions = find_mentions(document(_in_its_province(name)))
        said = {meaning(m) for m in mentions} - {unit.parent_pcode}
        if said != {name.pcode}:
            wrong.append((name.form, name.pcode, sorted(said)))
    assert not wrong


def _in_its_province(name: Name) -> str:
    unit, province = GAZETTEER.units[name.pcode], GAZETTEER.province_of(name.pcode)
    if name.script == "hangul":
        return f"북한 {GAZETTEER.korean_name(province.pcode)} {name.form}{unit.hangul_suffix}에 공장이 섰다."
    word = " Province" if province.type == "province" else ""
    return f"North Korea: a mill in {name.form}{TYPES_LATIN[unit.type]} of {province.name}{word}."


PIECES = st.sampled_from(
    [
        "Songchon County, South Phyongan Province",
        "P’yŏngsŏng",
        "Kujang, Unsan and Yonthan counties",
        "평안북도 운산군·구장군",
        "평안남북도",
        "North and South Phyongan provinces",
        "Kim Jong Suk County",
        "North Korea",
        "북한 김책시에서",
        "Gangwon Province",
        "成川郡",
        "Pyongyang Times",
        "İstanbul",
        "ﬁne",
    ]
)
GLUE = st.sampled_from(
    [" ", ". ", ", ", "\r\n", "\n\n", "\ufeff", "😀", "\u0301", "\u200b", "\t", "—", "《", "다. "]
)
STRAY = st.text(alphabet="abŏ가나서 .,'’-\n\r🏭\u0306\u1100\u1161\u11a8İß", max_size=12)


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.one_of(PIECES, STRAY), max_size=6))
    text = "".join(part + draw(GLUE) for part in parts)
    form = draw(st.sampled_from(["NFC", "NFD", ""]))
    return unicodedata.normalize(form, text) if form else text


@given(texts())
@example("\ufeffÅ\r\nSongchon\r\nCounty, 북한")
@example("Songchon County, South Phyongan Province 가\u200b평안남북도 ")
def test_spans_are_exact_ordered_and_inside_for_any_text(text: str) -> None:
    section = Section("body", len(text) // 4, len(text))
    mentions = find_mentions(Document("d", "d.txt", text, (section,)))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface != ""
        assert section.start <= mention.start <= mention.name_start < mention.name_end <= mention.end
        assert mention.end <= section.end
        assert (mention.outcome == "resolved") == (mention.place is not None)
        assert (mention.outcome == "ambiguous") == (len(mention.candidates) > 1)
        assert 0 < mention.confidence <= 1
    starts = [mention.start for mention in mentions]
    assert starts == sorted(starts)
    spans = sorted({(mention.start, mention.end) for mention in mentions})
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), "mentions overlap"


def meanings(text: str) -> list[str]:
    return [meaning(mention) for mention in find_mentions(document(text))]


CLEAN = [case[0] for case in CASES if "\n" not in case[0] and case not in WRITING]


@given(st.sampled_from(CLEAN), st.sampled_from(["NFC", "NFD"]))
def test_composed_or_not_the_places_are_the_same(text: str, form: str) -> None:
    assert meanings(unicodedata.normalize(form, text)) == meanings(text)


@given(st.sampled_from(CLEAN), st.data())
def test_the_kind_of_a_space_does_not_matter(text: str, data: st.DataObject) -> None:
    """A wrapped line, a tab, a no-break space."""
    gaps = st.sampled_from([" ", "\n", "\r\n", "  ", "\t", "\u00a0", " \n "])
    changed = "".join(data.draw(gaps) if letter == " " else letter for letter in text)
    assert meanings(changed) == meanings(text)


@given(st.lists(st.sampled_from([n.form for n in GAZETTEER.names if n.script == "latin"]), max_size=5))
def test_lower_case_words_are_no_places(forms: list[str]) -> None:
    text = "North Korea: " + ", ".join(form.lower() for form in forms)
    assume(not any(form[0].lower() == form[0] for form in forms))
    assert meanings(text) == []


def test_a_hangul_name_that_its_province_contradicts_may_be_its_namesake_there() -> None:
    (unsan,) = (
        mention
        for mention in find_mentions(document("북한 평남 신양군과 북창‧운산군을 찾았다."))
        if mention.surface == "운산군"
    )
    assert unsan.outcome == "ambiguous"
    assert {place.pcode for place in unsan.candidates} == {"KP0617", "KP0720"}


def test_one_syllable_is_no_place_without_its_type_word() -> None:
    assert "중" not in found(
        "북한 평양시 강동군의 량경사면온실, 반궁륭식2중박막수경온실에서 남새를 거두었다."
    )
    assert found("북한 평양시 중구역에 온실이 있다.")["중구역"] == "XKP1031"


@pytest.mark.parametrize(
    ("text", "pcode"),
    [
        ("A greenhouse farm stands in Ryonpho, Hamju County, North Korea.", "KP0310-ryonpho"),
        ("북한 함경남도 함주군 련포리에 온실농장이 있다. 련포지구는 바다가에 있다.", "KP0310-ryonpho"),
        ("North Korea's Wihwa Island lies in Sinuiju City.", "KP0601-wihwa-island"),
        (
            "The Hyesan Economic Development Zone in North Korea has no tenant.",
            "KP0101-hyesan-economic-development-zone",
        ),
    ],
)
def test_a_place_below_the_county_is_read_beside_its_county(text: str, pcode: str) -> None:
    assert pcode in {mention.place.pcode for mention in find_mentions(document(text)) if mention.place}


@pytest.mark.parametrize(
    "text",
    [
        "A greenhouse farm stands in Ryonpho, North Korea, and Songchon County has none.",
        "이성계는 위화도에서 군사를 돌려 개경으로 돌아왔다.",
        "대전 갈마동에서 북한 이야기를 했다.",
    ],
)
def test_a_place_below_the_county_is_left_out_without_its_county(text: str) -> None:
    found = [mention.place.pcode for mention in find_mentions(document(text)) if mention.place]
    assert not [pcode for pcode in found if "-" in pcode]
