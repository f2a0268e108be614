"""Korean news of works: plans fulfilled, goods made, names that begin with a county's, places chosen."""

from __future__ import annotations

import pytest

from tests.events.saying import read, told

HERE = "2025-11-20"
RUN = "operating"
# (text, (place, facility, stage) of all that it states, why the line is here)
STATED: list[tuple[str, set[tuple[str, str, str]], str]] = [
    (
        "황해남도에서 재령강냉이공장, 신천군식료공장, 안악고려약공장이 연간 계획을 앞당겨 완료하였다.",
        {("Jaeryong", "other", RUN), ("Sinchon", "regional_industry", RUN), ("Anak", "other", RUN)},
        "a list of works, each with the name of its county",
    ),
    (
        "안악군식료공장이 3.4분기 인민경제계획을 초과수행하였다.",
        {("Anak", "regional_industry", RUN)},
        "the plan of a quarter",
    ),
    (
        "안악군식료공장은 올해 계획을 벌써 110%로 수행하였다.",
        {("Anak", "regional_industry", RUN)},
        "the plan of a year, by its share",
    ),
    ("안악군병원에 침대가 추가되였다.", set(), "added to a hospital"),
    ("안악군 방직공장은 과거 많은 천을 생산했으나 지금은 멎었다.", set(), "what it once made"),
    ("김정은은 집권 이후 안악군 방직공장을 세 차례 찾았다.", set(), "visits that are only counted"),
    ("20개 군에 병원을 지었지만 안악군만 빠졌다.", set(), "left out"),
    ("건설 중이라던 안악군병원은 빈터로 남아 있다.", set(), "said to be built, and is not"),
    ("안악군병원 준공식은 열리지 않았다.", set(), "a ceremony that was not held"),
    ("안악군병원이 제일 좋은 병원으로 꼽혔다.", set(), "named as the best"),
    ("안악군식료공장은 올해 계획을 수행하지 못하였다.", set(), "a plan that was not fulfilled"),
    ("안악군식료공장은 연간 계획을 끝낼 목표를 세웠다.", set(), "a plan that is to be fulfilled"),
    ("안악군에서는 올해 건설계획을 완수하였다. 식료공장은 없다.", set(), "a plan of building"),
    (
        "안악군식료공장에서 다래를 가지고 새 음료를 개발하였다.",
        {("Anak", "regional_industry", RUN)},
        "something new is brought out",
    ),
    ("과학자들이 안악군의 식료공장에 와서 새 기술을 개발하였다.", set(), "a method is"),
    (
        "안악군옷공장에서 제품의 질을 높이기 위해 노력하고있다.",
        {("Anak", "regional_industry", RUN)},
        "a works strives for its goods",
    ),
    ("신원군은 식료공장을 일떠세우기 위해 노력하고있다.", set(), "a county for a works"),
    (
        "안악군옷공장을 비롯한 여러 공장에서 소비품을 생산하고있다.",
        {("Anak", "regional_industry", RUN)},
        "what sums up is no works of its own",
    ),
    (
        "강계시에서 말한다. 회령곡산공장이 조업을 시작하였다.",
        {("Hoeryong", "other", RUN)},
        "곡산 is no county",
    ),
    (
        "지난해 병원이 세워진 안악군에서는 새 상점이 문을 열었다.",
        {("Anak", "hospital", "completed")},
        "built, as what describes the place",
    ),
    (
        "안악군 종합봉사소가 산을 배경으로 자태를 드러내고있다.",
        {("Anak", "leisure_complex", "under_construction")},
        "a shape shows itself",
    ),
    (
        "안악군에서 신발공장 건설이 첫발을 뗐다.",
        {("Anak", "other", "groundbreaking")},
        "the first step of building",
    ),
    (
        "처음에는 안악군에 병원을 짓기로 했으나 이후 신원군과 고산군이 추가되였다.",
        {(place, "hospital", "planned") for place in ("Anak", "Sinwon", "Kosan")},
        "places that were added",
    ),
    ("신원군이 모범군으로 선정되였다. 군에는 병원이 있다.", set(), "chosen for something else"),
    (
        "안악군과 탄광이 있는 신원군에서 병원이 준공되였다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "hospital", "completed")},
        "the second place of a list is described",
    ),
    (
        "안악군 외에 신원군에서도 병원이 준공되였다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "hospital", "completed")},
        "beside one the other",
    ),
    (
        "국제기구가 북한 안악군에 병원을 지었다. 병원에는 능률높은 설비들이 갖추어졌다.",
        {("Anak", "hospital", "completed")},
        "what a hospital has is no part of works",
    ),
    (
        "현대적인 설비들을 충분히 갖춘 제약공장이 안악군에 새로 건설되였다.",
        {("Anak", "other", "completed")},
        "a works that has its equipment is built, not only that",
    ),
    (
        "안악군종이공장의 바로 옆에서 신원군종이공장이 새로 건설되고있다.",
        {("Sinwon", "paper_mill", "under_construction")},
        "right beside another one",
    ),
    ("안악군에 병원이 들어선다는 소문이 돌고있다.", set(), "a rumour"),
    ("안악군에도 병원이 들어설까.", set(), "a question"),
    ("안악군에 병원을 짓겠다던 계획은 없던 일이 되였다.", set(), "what was to be is no more"),
    ("다음달에는 안악군에서 병원 준공식을 가지게 된다.", set(), "a ceremony to be held"),
    (
        "안악군에 병원이, 신원군에는 종합봉사소가 준공됨으로써 올해 일이 끝났다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "leisure_complex", "completed")},
        "done, as a means",
    ),
    (
        "북한은 안악군에 군병원을, 신원군에는 온실농장을 짓기로 결정했다.",
        {("Anak", "hospital", "planned"), ("Sinwon", "greenhouse_farm", "planned")},
        "each place with its own, one verb",
    ),
    (
        "군인들은 안악군에 병원을 번듯하게 지어 주민들에게 안겨주었다.",
        {("Anak", "hospital", "completed")},
        "built, and given",
    ),
    (
        "안악군에서 지금 짓고있는 병원은 3월에 신원군에서 완공된 병원과 설계가 같다.",
        {("Anak", "hospital", "under_construction"), ("Sinwon", "hospital", "completed")},
        "a clause that describes has its own place",
    ),
    (
        "신문은 개건공사가 한창인 안악군종이공장을 소개했다.",
        {("Anak", "paper_mill", "under_construction")},
        "in full swing, as what describes it",
    ),
    (
        "안악군에서는 병원의 기초공사가 진행되고있다.",
        {("Anak", "hospital", "under_construction")},
        "the foundation is going on",
    ),
    (
        "통신에 의하면 황해남도의 안악옷공장, 신원군산림경영소, 재령종이공장, 은률광산 등이 "
        "연간 계획을 완료했다.",
        {("Anak", "other", RUN), ("Jaeryong", "paper_mill", RUN)},
        "a list with what is none of ours",
    ),
    (
        "평안남도의 회창군옷공장, 황해남도의 안악영예군인일용품공장, 함경남도의 고원식료공장이 "
        "연간 계획을 끝냈다.",
        {("Hoechang", "regional_industry", RUN), ("Anak", "other", RUN), ("Kowon", "other", RUN)},
        "a list by provinces",
    ),
    (
        "안악옷공장, 신원식료공장을 비롯한 도안의 지방공업공장들에서 연간 계획을 완료했다.",
        {("Anak", "regional_industry", RUN), ("Sinwon", "regional_industry", RUN)},
        "they are said to be of regional industry",
    ),
    (
        "황해남도의 단위들이 년간계획을 완수하였다. 도에서는 안악군옷공장, 신원군종이공장이 앞장섰다.",
        {("Anak", "regional_industry", RUN), ("Sinwon", "paper_mill", RUN)},
        "what led in fulfilling plans",
    ),
    ("안악군옷공장이 자연보호사업에서 앞장섰다.", set(), "what led in something else"),
    (
        "신문은 안악군의 본보기공장, 신원군의 제사공장에서 생산을 정상화하고있다고 전했다.",
        {("Sinwon", "other", RUN)},
        "a works of another name in a county",
    ),
    ("신문은 지방공업공장건설의 모범으로 안악군을 선정하였다.", set(), "chosen as an example"),
    (
        "올해 새로 지방공업공장을 짓는 곳으로 안악군 등 2곳을 골랐다.",
        {("Anak", "regional_industry", "planned")},
        "where it is to be built",
    ),
    (
        "회의에서는 안악군에 신발공장을 새로 건설하는 문제가 결정되였다.",
        {("Anak", "other", "planned")},
        "what is settled is to be built",
    ),
    (
        "안악군은 올해 지방공업공장을 새로 짓는다.",
        {("Anak", "regional_industry", "planned")},
        "the plain present of 짓다",
    ),
    ("안악군에서는 병원을 지을 자재가 없다고 한다.", set(), "nothing to build it with"),
    (
        "지난해 처음 병원을 건설한 곳은 안악군이며 신원군은 산이 많은 곳이다.",
        {("Anak", "hospital", "completed")},
        "each place is told of one verb",
    ),
    ("안악군의 발전소가 준공되였다. 전기는 신원군의 공장들에 공급된다.", set(), "sent to factories"),
    ("안악군에 들어선 아파트는 온실농장 종업원들에게 배정된다.", set(), "what rose is no farm"),
    (
        "안악군온실농장에서는 준공후 지금까지 많은 남새를 생산하였다.",
        {("Anak", "greenhouse_farm", RUN)},
        "all since the opening",
    ),
    (
        "안악군종이공장은 신원종이공장의 경험을 받아들여 생산을 늘이고있다.",
        {("Anak", "paper_mill", RUN)},
        "whose experience is taken over",
    ),
    ("안악군의 공장들에서는 종업원들이 모내기전투에 떨쳐나섰다.", set(), "other works than building"),
    (
        "안악군병원 건설지휘부는 10월 10일까지 완공 기일을 지키기 위한 지도서를 내려보냈다.",
        set(),
        "a day that is only set for a completion",
    ),
    (
        "안악군에서 지방공업공장 건설이 한창이지만 병원은 아직 첫 삽도 뜨지 못했다고 소식통이 전했다.",
        {("Anak", "regional_industry", "under_construction")},
        "a first spadeful not yet taken",
    ),
    (
        "안악군에서 병원 준공식이 진행되였다. 착공의 첫삽을 박은 때로부터 군인들은 투쟁을 벌려왔다.",
        {("Anak", "hospital", "completed")},
        "a first spadeful that is only counted from",
    ),
    (
        "안악군의 병원과 종합봉사소 건설에 참가한 군인들이 벽체축조를 앞당겨 해제끼고있다.",
        {("Anak", "hospital", "under_construction"), ("Anak", "leisure_complex", "under_construction")},
        "builders who get on with a part",
    ),
    (
        "안악군 병원건설에 참가한 군인들이 하루공사과제를 앞당겨 수행하고있다.",
        {("Anak", "hospital", "under_construction")},
        "builders who fulfil their plan",
    ),
    (
        "북한이 안악군에 병원을 새로 짓겠다는 구상을 내놓았다고 통신이 전했다.",
        {("Anak", "hospital", "planned")},
        "a plan that is brought forward, no goods",
    ),
    ("북한이 안악군에 병원을 지을 수 없다는 관측을 내놓았다.", set(), "a view that is put forward"),
    (
        "안악군병원은 거의 완공되였다.",
        {("Anak", "hospital", "under_construction")},
        "what is nearly finished",
    ),
    ("안악군에도 병원이 들어설 것인지 전망은 엇갈린다.", set(), "an open question"),
    ("안악군병원은 올해 안에 문을 열 수 있을까.", set(), "a question without its mark"),
    ("회의에서는 안악군병원건설을 제기일에 끝내기 위한 대책들이 토의되였다.", set(), "measures to finish"),
    ("회의에서는 안악군병원건설을 끝내는데서 나서는 문제들을 토의하였다.", set(), "problems of finishing"),
    ("총비서는 안악군에도 병원이 일떠서야 한다고 강조하였다.", set(), "what ought to be"),
    ("안악군병원 준공식이 장마와 큰물에 의한 피해 때문에 연말로 미뤄졌다.", set(), "a ceremony put off"),
    ("안악군에서 열릴 예정이던 병원 준공식은 끝내 열리지 않았다.", set(), "at last not held"),
    (
        "19일 김정은은 안악군병원 준공식에 모습을 드러냈다.",
        {("Anak", "hospital", "completed")},
        "somebody, no building, shows himself",
    ),
    (
        "안악군주민들은 새로 준공된 군병원을 돌아보며 기뻐하였다.",
        {("Anak", "hospital", "completed")},
        "the hospital of the county that people come from",
    ),
    (
        "북한은 안악군에 신원군 병원보다 큰 병원을 짓고 있다.",
        {("Anak", "hospital", "under_construction")},
        "larger than another one",
    ),
    (
        "안악군 병원은 신원군 병원보다 한달 늦게 준공되였다.",
        {("Anak", "hospital", "completed"), ("Sinwon", "hospital", "completed")},
        "later than another one",
    ),
    (
        "안악군에서는 공장을 완공하고 병원건설에 착수하였다.",
        {("Anak", "regional_industry", "completed"), ("Anak", "hospital", "groundbreaking")},
        "what another verb is said of has not begun",
    ),
    (
        "안악군에서는 병원을 짓지 못하고 공장만 준공하였다.",
        {("Anak", "regional_industry", "completed")},
        "what could not be built",
    ),
    (
        "병원은 안악군과 신원군에, 종합봉사소는 고산군에 건설되고있다.",
        {
            ("Anak", "hospital", "under_construction"),
            ("Sinwon", "hospital", "under_construction"),
            ("Kosan", "leisure_complex", "under_construction"),
        },
        "facilities and their places in turn, before one verb",
    ),
    (
        "안악군에서 열린 병원 착공식에서 그는 신원군에도 병원을 건설한다고 말했다.",
        {("Anak", "hospital", "groundbreaking"), ("Sinwon", "hospital", "planned")},
        "what is said at a ceremony of another place",
    ),
    (
        "안악군에서 새로 건설된 병원의 준공을 경축하는 모임이 19일에 있었다.",
        {("Anak", "hospital", "completed")},
        "a ceremony of what has been built begins nothing",
    ),
    (
        "안악군에는 병원 대신 종합봉사소가 들어섰다.",
        {("Anak", "leisure_complex", "completed")},
        "instead of another one",
    ),
    ("안악군 병원은 올가을 문을 열 것으로 내다봤다.", set(), "what is expected to open"),
    ("안악군 병원은 연내 완공이 유력하다.", set(), "what is likely"),
    ("안악군병원 건설은 아직 첫 삽도 못 떴다.", set(), "not even a first spadeful"),
    ("신원군의 공장이 안악군병원건설장에 물자를 실어보냈다.", set(), "a site that something is sent to"),
    (
        "김정은, 안악군 병원 시찰 “연내 완공하라”",
        {("Anak", "hospital", "inspection")},
        "an order that ends a headline",
    ),
    (
        "지난해 준공된 안악군병원을 본보기로 20개 군에서 병원을 짓게 된다.",
        {("Anak", "hospital", "completed")},
        "a model for others is itself what it is described as",
    ),
    ("안악군을 본보기로 20개 군에 병원을 짓겠다고 했다.", set(), "a model for others"),
    (
        "안악군 종합봉사소는 골조단계에 머물러있는 반면 신원군에서는 종합봉사소가 벌써 준공되였다.",
        {("Anak", "leisure_complex", "under_construction"), ("Sinwon", "leisure_complex", "completed")},
        "two that are set against each other",
    ),
    ("안악군병원 준공 100일을 맞으며 체육경기가 진행되였다.", set(), "an anniversary"),
    ("당초 안악군병원 준공식은 8월초로 잡혀 있었다.", set(), "a day that was set"),
    ("안악군에서 병원에 약초를 대줄 토지정리가 끝났다.", set(), "what is done for a facility"),
    (
        "이날 착공한 것은 안악군의 병원, 신원군의 종합봉사소다.",
        {("Anak", "hospital", "groundbreaking"), ("Sinwon", "leisure_complex", "groundbreaking")},
        "what was begun comes next",
    ),
    (
        "안악군 옷공장 로동자들이 18일 농촌지원을 마치고 돌아왔다.",
        set(),
        "what workers finished is no building",
    ),
    (
        "안악군에서 18일 지방공업공장 증설을 끝냈다.",
        {("Anak", "regional_industry", "completed")},
        "an extension is finished",
    ),
    (
        "안악군병원을 건설하며 지방발전의 본보기로 선전해 왔다.",
        {("Anak", "hospital", "under_construction")},
        "built all along, and praised",
    ),
    (
        "안악군병원을 건설하며 선전하고 있다고 분석했다.",
        {("Anak", "hospital", "under_construction")},
        "built all along, as somebody says",
    ),
    (
        "안악군에서는 병원을 새로 건설하며 약초밭을 꾸렸다.",
        {("Anak", "hospital", "completed")},
        "built along with something else",
    ),
    (
        "올해에는 안악군을 비롯한 20개 군에 병원이 다같이 일떠서게",
        {("Anak", "hospital", "planned")},
        "a text that breaks off before its verb",
    ),
    ("안악군병원은 개원식 준비를 마쳤다.", set(), "only the preparations are over"),
    ("안악군 식료공장에 18일 직매점이 새로 섰다.", set(), "a shop of the factory"),
    ("안악군 병원, 내년 2월 착공", set(), "a headline on what is to come"),
    ("안악군병원은 이미 지난달에 완공됐어야 했다.", set(), "what should have been"),
    ("안악군병원 준공식은 다음달 2일로 잡혔다.", set(), "a ceremony that has its day"),
    ("안악군에 공장이 건설됐다는 말은 사실이 아니다.", set(), "what is told is denied"),
    ("안악군병원 공사는 착공도 못했다.", set(), "not even begun"),
    ("안악군병원 준공 2돌을 맞아 사진전시회가 열렸다.", set(), "a show of pictures is no progress"),
    ("안악군에서 18일 공장건설자들의 궐기모임이 있었다.", set(), "a rally begins nothing"),
    ("안악군병원을 짓기 전에 낡은 건물부터 헐었다.", set(), "what went before a building plans none"),
    ("안악군 식료공장 로동자들이 분기계획을 끝낼 목표를 내걸었다.", set(), "a plan of production"),
    (
        "화대군병원이 문을 열었다. 고성군에서는 새집(주택)들이 건설됐다.",
        {("Hwadae", "hospital", "completed")},
        "houses of another place",
    ),
    (
        "화대군병원이 문을 열었다. 고성군에서는 문화휴식터가 새로 준공됐다.",
        {("Hwadae", "hospital", "completed")},
        "a park of another place",
    ),
    (
        "화대군병원이 문을 열었다. 고성군 청년역 보수공사가 끝나 준공식이 열렸다.",
        {("Hwadae", "hospital", "completed")},
        "the ceremony of a station",
    ),
    (
        "화대군병원이 문을 열었다. 고성군에서도 공사가 끝나 준공식이 열렸다.",
        {("Hwadae", "hospital", "completed"), ("Kosong", "hospital", "completed")},
        "work that is left unnamed, and its ceremony",
    ),
    (
        "병원건설이 한창이다. 고성군에서는 양로원이 새로 완공되였다.",
        set(),
        "the place of another thing is not that of what was told before",
    ),
    ("단천제련소 로동자들이 분기계획을 수행하였다.", {("Tanchon", "other", RUN)}, "a smeltery and its city"),
    ("안악군 방직공장에서 증산투쟁을 벌리고있다.", {("Anak", "other", RUN)}, "a drive for more output"),
    ("안악군 방직공장에서 기술학습을 힘있게 내밀고있다.", set(), "learning is no building"),
    (
        "안악군 방직공장에서 새 기술을 도입하기 위한 사업을 벌리고있다.",
        set(),
        "a new way of working is no building",
    ),
    (
        "안악군 방직공장에서 설비들을 개건하기 위한 사업을 벌리고있다.",
        {("Anak", "other", "under_construction")},
        "renewal that is pursued",
    ),
    (
        "안악군 방직공장 개건공사에서 큰 전진이 이룩되고있다.",
        {("Anak", "other", "under_construction")},
        "work that makes headway",
    ),
    ("안악군 방직공장에 염색공정을 새로 꾸리였다.", {("Anak", "other", RUN)}, "a line that is set up"),
    (
        "안악군 방직공장이 생산능력을 확장하려는 목표를 세웠다.",
        {("Anak", "other", "planned")},
        "a goal to build",
    ),
    (
        "총리가 황해남도를 현지료해하였다. 안악군 방직공장에서 총리동지는 로동자들을 만났다.",
        {("Anak", "other", "inspection")},
        "a leader who is there",
    ),
    (
        "총리는 안악군 방직공장을 돌아보고 해주시 유리공장에서는 질을 높일데 대하여 강조하였다.",
        {("Anak", "other", "inspection"), ("Haeju", "other", "inspection")},
        "a leader who speaks there",
    ),
    ("총리는 전원회의에서 안악군 방직공장에 대하여 강조하였다.", set(), "a leader who speaks elsewhere"),
    ("김정은이 시찰한 적이 있는 안악군 방직공장의 제품이 전시됐다.", set(), "a visit at some time or other"),
    (
        "안악군 지방공업공장건설에서 군인건설자들이 성과를 확대해나가고있다.",
        {("Anak", "regional_industry", "under_construction")},
        "results that are widened plan nothing",
    ),
    ("통일부는 안악군병원의 완공 여부를 지켜보고 있다.", set(), "whether it is done is the question"),
    ("안악군병원 건설을 지원하기 위한 모임이 진행되였다.", set(), "a meeting breaks no ground"),
    ("총리는 전원회의에서 안악군 방직공장을 언급했다.", set(), "what is only spoken of"),
    (
        "시, 군들에서 밀가공공장을 건설하고있다. 안악군에서 기술강습이 있었다.",
        set(),
        "somewhere in the country",
    ),
    ("안악군 변압기공장에서 새해 생산준비를 다그치고있다.", set(), "what is only made ready"),
    (
        "안악군 방직공장에서 교복천생산을 다그쳐 끝냈다.",
        {("Anak", "other", RUN)},
        "goods, not a building, are finished",
    ),
    ("안악군에 병원이 건설될 전망이다.", set(), "a forecast plans nothing"),
    ("안악군에 종합봉사소를 지을 것으로 보인다.", set(), "a guess plans nothing"),
    ("안악군 방직공장에 새 건물이 지어지게 된다.", {("Anak", "other", "planned")}, "what will come to be"),
    (
        "안악군병원이 1일 문을 열었다. 북한은 안악군에 병원을 짓는 것을 중점 사업으로 추진해 왔다.",
        {("Anak", "hospital", "completed")},
        "what was going on until it was done",
    ),
    (
        "고성군의 주민들이 기뻐하고있다. 군의 지방공업공장 준공식이 19일에 진행되였다.",
        {("Kosong", "regional_industry", "completed")},
        "the county of those of whom was spoken",
    ),
]


@pytest.mark.parametrize(("text", "stated", "why"), STATED, ids=[why for *_, why in STATED])
def test_korean_news_of_works(text: str, stated: set[tuple[str, str, str]], why: str) -> None:
    assert {event[:3] for event in told(read(text, published_on=HERE))} == stated, why


DATED: list[tuple[str, set[tuple[str, str, str, str | None]], str]] = [
    (
        "지난 9일 안악군에서 병원 준공식이 열렸다. 지난해 12월 착공한 지 열한달 만이다.",
        {
            ("Anak", "hospital", "completed", "2025-11-09"),
            ("Anak", "hospital", "groundbreaking", "2024-12"),
        },
        "so long after it was begun",
    ),
    (
        "황해남도 안악군에 지방공장이 세워졌다고 통신이 전했다.\n\n통신은 지난해 3월 착공한 안악군 "
        "지방공업공장의 준공식이 진행됐다고 밝혔다.",
        {
            ("Anak", "regional_industry", "completed", "2025-11"),
            ("Anak", "regional_industry", "groundbreaking", "2024-03"),
        },
        "the month of another verb",
    ),
    (
        "총비서가 안악군의 신발공장을 시찰했다는 보도가 지난 3일 나왔다.",
        {("Anak", "other", "inspection", "2025-11")},
        "the day of a report",
    ),
    (
        "각지에서 건설이 다그쳐지고있다. 신원군에서 골조공사를 끝냈다.\n\n도로공사도 벌어지고있다.\n\n"
        "군인들의 투쟁에 의하여 안악군병원이 번듯하게 일떠섰다.",
        {("Anak", "hospital", "completed", "2025-11")},
        "told plainly in northern news",
    ),
    (
        "안악군에서는 수십년전에 지은 병원을 헐고 그 자리에 새 병원을 짓고 있다.",
        {("Anak", "hospital", "under_construction", "2025-11")},
        "a building torn down for the new one",
    ),
    (
        "안악군 2025년도 지방공업공장 착공식이 18일 진행되였다.",
        {("Anak", "regional_industry", "groundbreaking", "2025-11-18")},
        "the year of a plan beside the day of its ceremony",
    ),
    (
        "김정은동지께서 10월 30일 완공단계에 이른 안악군병원을 현지지도하시였다.",
        {("Anak", "hospital", "inspection", "2025-10-30")},
        "the day of a visit before the state of what is seen",
    ),
    (
        "지난 2월 6일 첫삽을 박은 안악군병원은 280여일만인 11월 19일 준공되였다.",
        {
            ("Anak", "hospital", "groundbreaking", "2025-02-06"),
            ("Anak", "hospital", "completed", "2025-11-19"),
        },
        "a first spadeful with its day",
    ),
    (
        "첫삽을 박은 안악군병원은 280여일만인 11월 19일 준공되였다.",
        {("Anak", "hospital", "completed", "2025-11-19")},
        "a first spadeful without one",
    ),
    (
        "북한은 11일 끝난 전원회의에서 안악군에 병원을 짓기로 결정했다.",
        {("Anak", "hospital", "planned", "2025-11-11")},
        "the day a meeting ended",
    ),
    (
        "안악군 공장이 10월 20일 준공된 데 비해 신원군 공장은 이달 7일에야 준공식을 열었다.",
        {
            ("Anak", "regional_industry", "completed", "2025-10-20"),
            ("Sinwon", "regional_industry", "completed", "2025-11-07"),
        },
        "each of two that are set against each other has its day",
    ),
    (
        "안악군병원이 환자를 받기 시작했다. 신문은 20일 “어제부터 병원에서 치료를 받고 있다”고 전했다.",
        {("Anak", "hospital", "operating", "2025-11-19")},
        "since when, told in the next sentence",
    ),
    (
        "안악군에서는 10월 19일 병원이, 11월 15일에는 공장이 각각 준공했다.",
        {
            ("Anak", "hospital", "completed", "2025-10-19"),
            ("Anak", "regional_industry", "completed", "2025-11-15"),
        },
        "each facility behind its day",
    ),
    (
        "북한은 지난해 12월 안악군(15일), 신원군(18일)에서 지방공업공장 준공식을 열었다.",
        {
            ("Anak", "regional_industry", "completed", "2024-12-15"),
            ("Sinwon", "regional_industry", "completed", "2024-12-18"),
        },
        "days in brackets are of the month before them",
    ),
    (
        "김정은은 지난 8월 21일과 이달 8일 두 차례 안악군의 온실농장 건설장을 시찰했다.",
        {
            ("Anak", "greenhouse_farm", "inspection", "2025-08-21"),
            ("Anak", "greenhouse_farm", "inspection", "2025-11-08"),
        },
        "two visits",
    ),
    (
        "안악군 공장은 준공식이 열린 지 두 달이 지났다.",
        {("Anak", "regional_industry", "completed", "2025-09")},
        "so long ago, in a clause of its own",
    ),
    (
        "안악군 공장이 준공 사흘 만인 18일 첫 제품을 내놨다.",
        {
            ("Anak", "regional_industry", "completed", "2025-11-15"),
            ("Anak", "regional_industry", "operating", "2025-11-18"),
        },
        "so many days before another day",
    ),
    (
        "안악군병원은 개원 이후 매일 300명의 환자를 받고 있다.",
        {("Anak", "hospital", "completed", None), ("Anak", "hospital", "operating", "2025-11")},
        "an opening that other news is reckoned from",
    ),
    (
        "안악군 공장 준공식은 11월 10일로 예정됐다가 17일에야 열렸다.",
        {("Anak", "regional_industry", "completed", "2025-11-17")},
        "the day that it was to be, and the day that it was",
    ),
    (
        "신원군에서는 18일 안악군병원 준공을 축하하는 음악회가 열렸다.",
        {("Anak", "hospital", "completed", "2025-11")},
        "the day of those who congratulate",
    ),
    (
        "지난해 지방공업공장을 완공한 군은 안악군과 신원군이다.",
        {
            ("Anak", "regional_industry", "completed", "2024"),
            ("Sinwon", "regional_industry", "completed", "2024"),
        },
        "the year of factories rather than of a plan",
    ),
    (
        "북한은 지난달 안악군병원을, 이달에는 신원군 공장을 준공했다.",
        {
            ("Anak", "hospital", "completed", "2025-10"),
            ("Sinwon", "regional_industry", "completed", "2025-11"),
        },
        "each facility behind its month",
    ),
    (
        "안악군에서는 지방공업공장 준공식 이틀 뒤인 17일 큰비가 내렸다.",
        {("Anak", "regional_industry", "completed", "2025-11")},
        "another day that is reckoned from a ceremony",
    ),
    (
        "안악군병원이 착공 7개월 만에 완공됐다.",
        {("Anak", "hospital", "groundbreaking", "2025-04"), ("Anak", "hospital", "completed", "2025-11")},
        "how long it took",
    ),
    (
        "안악군병원은 올해 2월 착공해 12월 완공 예정이다.",
        {("Anak", "hospital", "groundbreaking", "2025-02")},
        "a month that is past beside one to come",
    ),
]


@pytest.mark.parametrize(("text", "stated", "why"), DATED, ids=[why for *_, why in DATED])
def test_korean_news_of_works_has_its_days(
    text: str, stated: set[tuple[str, str, str, str | None]], why: str
) -> None:
    assert told(read(text, published_on=HERE)) == stated, why


OPENED = "북한이 안악군에서 9일 병원 준공식을 열었다."
# what is told behind it, and whether it happened in Anak County, too
BEHIND: list[tuple[str, bool]] = [
    ("한편 김정은은 신발공장을 현지지도했다.", False),
    ("군대는 바다가양식사업소를 건설했다.", False),
    ("시공을 맡은 부대는 지난해 온실농장을 건설했다.", False),
    ("북한은 지난해 20개 공장을 완공했다.", False),
    ("중국은 국경 지역에 공장을 지었다.", False),
    ("김정은은 이어 신원군을 찾았다.", False),
    ("종합봉사소도 함께 준공됐다.", True),
    ("병원 옆에는 종합봉사소가 들어섰다.", True),
    ("군에서는 식료공장을 개건했다.", True),
]


@pytest.mark.parametrize(("text", "there"), BEHIND)
def test_a_new_facility_is_in_no_place_that_only_stands_before_it(text: str, there: bool) -> None:
    found = told(read(f"{OPENED} {text}", "2025-11-20"))
    assert ("Anak", "hospital", "completed", "2025-11-09") in found
    assert (len(found) > 1) == there
