// English and Korean: what stands in the page itself is replaced too.

const standing = [...document.querySelectorAll("[data-t], [data-ko]")].map((node) => ({ node, english: node.textContent }));

const called = ["find", "found", "when", "spans", "views"].map(byId)
  .map((node) => ({ node, english: node.getAttribute("aria-label") }));

/** Put the page's own words into the reader's language. */
function speak() {
  document.documentElement.lang = state.lang;
  for (const { node, english } of standing) {
    node.textContent = state.lang === "en" ? english : node.dataset.ko ?? KOREAN_PAGE[node.dataset.t] ?? english;
  }
  document.title = document.querySelector("h1").textContent;
  svg.setAttribute("aria-label", document.title);
  for (const { node, english } of called) {
    const name = state.lang === "en" ? english : KOREAN_NAMES[node.id] ?? english;
    dress(node, { "aria-label": name, placeholder: node.placeholder ? name : null });
  }
  document.querySelectorAll("[data-date]").forEach((node) => { node.textContent = humanDate(node.dataset.date); });
  container.querySelectorAll("[data-name]").forEach((node) => {
    node.title = t(node.dataset.name);
    node.setAttribute("aria-label", node.title);
  });
  container.setAttribute("aria-label", t("mapLabel"));
  document.querySelectorAll("button[data-lang]").forEach((node) =>
    node.setAttribute("aria-pressed", node.dataset.lang === state.lang));
}

/** Words of the page, by their key. */
const KOREAN_PAGE = {
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
const KOREAN_NAMES = {
  find: "시·군 찾기", found: "찾은 곳", when: "월", spans: "연도별 대상", views: "보기",
};

function setUpLanguage() {
  document.querySelectorAll("button[data-lang]").forEach((node) =>
    node.addEventListener("click", () => choose({ lang: node.dataset.lang })));
  rove([...document.querySelectorAll("button[data-lang]")]);
  container.setAttribute("role", "region");
  speak();
}
