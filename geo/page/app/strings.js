// The interface in English and Korean. English words that stand in the page itself are kept there.

const grouping = new Intl.NumberFormat("en");
const count = (number, one, many) => `${grouping.format(number)} ${number === 1 ? one : many || `${one}s`}`;

export const STRINGS = {
  en: {
    announcements: (n) => count(n, "announcement"), pages: (n) => count(n, "source page"),
    origins: (n) => count(n, "independent origin"), maybe: (n) => `${count(n, "unclear report")} may mean it`,
    campaignOf: (year) => (year === "open" ? "campaign year not known" : `${year} campaign`),
    outside: "outside the policy", open: "year not known", state: "state media only", others: "others too",
    unseen: "no document read names it", unreported: "named, but no project reported", notYet: "nothing reported by then",
    filteredOut: "nothing that passes the filters", noCampaign: "in no campaign",
    counties: "counties", projects: "factories and projects", sites: "sites of the policy",
    county: "counties", project: "projects",
    undated: "date not given", day: "day known", month: "month known", year: "year known",
    disagree: "Reports disagree: ", decided: "Changed by a decision of the analyst: ", stateOnly: "State media only",
    mayBe: "May be ", or: " or ", more: (n) => `and ${n} more`, unknownPlace: "Place unknown",
    maybeHere: "These reports may mean this county or another one:",
    hidden: (n) => `${count(n, "announcement")} hidden by the filters or the date. `, showAll: "Show all",
    close: "Close", closed: "Closed", previous: "Previous county", next: "Next county", inTable: "Show in the table",
    newest: "Newest reports", choose: "Choose a county on the map, or one of these.",
    upTo: (date) => `As it stood at the end of ${date}`, latest: "Latest state", play: "Play", pause: "Pause",
    nextMonth: "Next month", rowsOf: (n, all) => (n === all ? `(${n})` : `(${n} of ${all})`),
    moreRows: (n) => `Show ${n} more`, nothing: "Nothing fits.",
    zoomIn: "Zoom in", zoomOut: "Zoom out", home: "Show the whole country",
    mapLabel: "Map of counties; arrow keys move it, plus and minus zoom",
    found: (n) => (n ? count(n, "place") : "No place of that name"), countsFor: (name) => `counts for ${name}`,
    copied: "Link copied", copyThis: "Copy this link:", oneOf: (i, n) => `${i} of ${n}`,
    ofTarget: (named, target) => `${named} of ${target}`, all: "All", langName: "English",
    precision: {
      site: "the site is named", town: "the town is named", county: "reported for the county, site not known",
      city: "reported for the city, site not known", province: "only the province is known",
      ambiguous: "the name fits several places", unknown: "the place could not be resolved",
    },
    embedCopied: "Copied", neighbours: ["China", "South Korea", "Russia"],
  },
  ko: {
    announcements: (n) => `보도된 대상 ${n}건`, pages: (n) => `출처 ${n}건`, origins: (n) => `독립 출처 ${n}곳`,
    maybe: (n) => `이곳일 수 있는 불명확한 보도 ${n}건`,
    campaignOf: (year) => (year === "open" ? "연도 미상" : `${year}년 대상`),
    outside: "정책 밖", open: "연도 미상", state: "관영매체만", others: "다른 출처도",
    unseen: "읽은 문서에 나오지 않음", unreported: "언급되었으나 보도된 대상 없음", notYet: "그때까지 보도 없음",
    filteredOut: "조건에 맞는 것 없음", noCampaign: "연도별 대상 아님",
    counties: "시·군", projects: "공장·대상", sites: "정책 대상지", county: "시·군", project: "대상",
    undated: "날짜 없음", day: "일 단위", month: "월 단위", year: "연 단위",
    disagree: "보도가 엇갈림: ", decided: "분석자의 결정으로 바뀜: ", stateOnly: "관영매체만",
    mayBe: "후보: ", or: " 또는 ", more: (n) => `외 ${n}건`, unknownPlace: "장소 미상",
    maybeHere: "이 군 또는 다른 군을 뜻할 수 있는 보도:",
    hidden: (n) => `조건이나 날짜 때문에 보이지 않는 대상 ${n}건. `, showAll: "모두 보기",
    close: "닫기", closed: "닫힘", previous: "이전 시·군", next: "다음 시·군", inTable: "표에서 보기",
    newest: "최근 보도", choose: "지도에서 시·군을 고르거나 아래에서 고르십시오.",
    upTo: (date) => `${date} 말 기준`, latest: "최신 상태", play: "재생", pause: "멈춤",
    nextMonth: "다음 달", rowsOf: (n, all) => (n === all ? `(${n})` : `(${all} 중 ${n})`),
    moreRows: (n) => `${n}건 더 보기`, nothing: "해당 없음.",
    zoomIn: "확대", zoomOut: "축소", home: "전국 보기", mapLabel: "시·군 지도. 화살표 키로 이동, 더하기와 빼기로 확대·축소",
    found: (n) => (n ? `${n}곳` : "그런 이름이 없음"), countsFor: (name) => `${name}에 포함`,
    copied: "링크를 복사했습니다", copyThis: "이 링크를 복사하십시오:", oneOf: (i, n) => `${n} 중 ${i}`,
    ofTarget: (named, target) => `${target} 중 ${named}`, all: "전체", langName: "한국어",
    precision: {
      site: "장소가 명시됨", town: "읍·동이 명시됨", county: "군 단위 보도, 정확한 위치 미상",
      city: "시 단위 보도, 정확한 위치 미상", province: "도만 알려짐",
      ambiguous: "같은 이름의 장소가 여럿", unknown: "장소를 확인하지 못함",
    },
    embedCopied: "복사했습니다", neighbours: ["중국", "한국", "로씨야"],
    stages: {
      planned: "계획", groundbreaking: "착공", under_construction: "건설 중", completed: "준공", operating: "가동",
      inspection: "현지 시찰",
    },
    facilities: {
      regional_industry: "지방공업공장", hospital: "병원", leisure_complex: "종합봉사소", grain_facility: "량곡관리시설",
      greenhouse_farm: "온실농장", offshore_farm: "바다가양식사업소", paper_mill: "종이공장", other: "기타 공장·대상",
    },
  },
};

/** Words of the page, by their key. */
export const KOREAN_PAGE = {
  skip: "지도 건너뛰기: 모든 대상을 표로", events: "사건", dataTo: "자료 기준일", documents: "건의 문서를 읽음",
  share: "공유·내려받기", copyLink: "이 화면의 링크 복사", getCsv: "보이는 자료를 CSV로", getGeojson: "보이는 자료를 GeoJSON으로",
  legend: "범례와 조건", counties: "시·군", projects: "공장·대상", sites: "정책 대상지",
  "facet-stage": "보도된 단계", "facet-campaign": "연도별 대상", "facet-facility": "시설", "facet-origin": "누가 말하는가",
  "head-stage": "시·군 · 대상", "head-campaign": "대상지 · 대상", "head-facility": "대상", "head-origin": "대상",
  reset: "조건 지우기", keyNone: "언급되었으나 연도별 대상 없음", keyUnseen: "읽은 문서에 나오지 않음",
  keyCandidate: "여러 후보지 가운데 하나", keyDoubtful: "경계 불확실", keyCurrent: "경계선이 따로 없는 곳",
  keyOlder: "이전 연도의 대상", keyOutside: "정책 밖", viewMap: "지도 하나", viewCampaigns: "연도별",
  all: "모든 대상", table: "표", unplaced: "지도에 없음", notOnMap: "지도에 없음", unplacedLead: "장소가 불명확하거나 도만 알려진 보도입니다. 한 번만 세며 지도에 색을 주지 않습니다.",
  "column-place": "장소", "column-province": "도", "column-campaign": "연도", "column-facility": "시설",
  "column-stage": "단계", "column-date": "날짜", "column-sources": "출처", "column-origin": "누가 말하는가",
  about: "이 지도에 대하여", sources: "출처", cited: "인용한 페이지", howTo: "읽는 법",
  claim: "단계는 해당 날짜에 출처가 주장한 것이며 현지에서 확인하지 않았습니다.",
  whole: "보도가 군 이름을 들면 군 전체에 색을 줍니다. 군 안의 정확한 위치는 알 수 없습니다.",
  timeNote: "시간축에서 단계는 그 날부터 셉니다. 달이나 해만 알면 그 끝부터, 날짜가 없으면 최신 상태에서만 셉니다. 계획은 발표한 날부터입니다.",
  dashed: "점선 경계는 불확실합니다:", embed: "이 지도를 다른 페이지에 넣기", copy: "복사", theme: "밝은·어두운 화면",
  embedLead: "아래를 다른 페이지에 붙여 넣으십시오. 틀의 높이는 지도에 맞춰집니다.",
};
export const KOREAN_NAMES = {
  find: "시·군 찾기", found: "찾은 곳", when: "월", spans: "연도별 대상", views: "보기",
};
