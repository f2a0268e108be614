// English and Korean: what stands in the page itself is replaced too.

const standing = [...document.querySelectorAll("[data-t]")].map((node) => ({ node, english: node.textContent }));

/** Put the page's own words into the reader's language. */
function speak() {
  document.documentElement.lang = state.lang;
  for (const { node, english } of standing) {
    node.textContent = state.lang === "en" ? english : KOREAN_PAGE[node.dataset.t] ?? english;
  }
  container.querySelectorAll("[data-name]").forEach((node) => {
    node.title = t(node.dataset.name);
    node.setAttribute("aria-label", node.title);
  });
  container.setAttribute("aria-label", t("mapLabel"));
  document.querySelectorAll("[data-lang]").forEach((node) =>
    node.setAttribute("aria-pressed", node.dataset.lang === state.lang));
}

/** Words of the page, by their key. */
const KOREAN_PAGE = {
  legend: "단계", all: "모든 대상", table: "표", unplaced: "지도에 없음", about: "이 지도에 대하여", sources: "출처",
  embed: "이 지도를 다른 페이지에 넣기", embedLead: "아래를 다른 페이지에 붙여 넣으십시오. 틀의 높이는 지도에 맞춰집니다.", copy: "복사",
};

function setUpLanguage() {
  document.querySelectorAll("[data-lang]").forEach((node) =>
    node.addEventListener("click", () => choose({ lang: node.dataset.lang })));
  container.setAttribute("role", "region");
  speak();
}
