// A short round of the real map page in Firefox and WebKit: open, click, keyboard, slider, search, language, print.
//
//     node tests/browsers/round.mjs maps/map.html

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { firefox, webkit } from "./drivers.mjs";

const MAP = pathToFileURL(process.argv[2] ?? process.env.FACTORYMAP_PAGE ?? "maps/map.html").href;
const SONGCHON = "KP0717";
const PATIENCE_MS = 10000;

/** Wait until something is so, as a page does things in its own time. */
async function eventually(what, comesTrue) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) {
    if (await comesTrue()) return;
  }
  assert.fail(`it did not come true that ${what}`);
}

/** A point of the window at and around which a county, and nothing over it, is hit; run in the page. */
function pointIn(pcode) {
  const path = document.querySelector(`[data-pcode='${pcode}']`);
  const { left, top, width, height } = path.getBoundingClientRect();
  for (let share = 0; share < 400; share += 1) {
    const [x, y] = [left + (width * (1 + (share % 20))) / 21, top + (height * (1 + Math.floor(share / 20))) / 21].map(Math.round);
    if ([-2, 0, 2].every((aside) => document.elementFromPoint(x + aside, y + aside) === path)) return [x, y];
  }
  return null;
}

/** The middle of an element, which is brought into view; run in the page. */
function middleOf(selector) {
  const node = document.querySelector(selector);
  node.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = node.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

const heading = () => document.getElementById("details-title").textContent;
const coloured = () => document.querySelectorAll("path.county[class*='stage-']:not(.stage-none)").length;
const hash = () => location.hash;

for (const [name, start] of Object.entries({ Firefox: firefox, WebKit: webkit })) {
  test(name, async (round) => {
    const driver = await start();
    const { run } = driver;
    const click = async (selector) => {
      let at = await run(middleOf, selector);
      await eventually("it stays where it is", async () => {
        const before = String(at);
        await sleep(150);
        at = await run(middleOf, selector);
        return String(at) === before;
      });
      await driver.clickAt(at);
    };
    try {
      await round.test("opens with every county, and asks nobody for anything", async () => {
        await driver.open(MAP);
        await eventually("the scripts run", () => run(() => document.documentElement.classList.contains("scripted")));
        await run(() => { window.failures = []; window.addEventListener("error", (event) => window.failures.push(event.message)); });
        assert.equal(await run(() => document.querySelectorAll("path.county").length), 179);
        assert.ok((await run(coloured)) > 40);
        assert.deepEqual(await run(() => performance.getEntriesByType("resource").map((one) => one.name)), []);
        const outside = await run(() => {
          const frame = document.getElementById("factorymap").getBoundingClientRect();
          return [...document.querySelectorAll("path.county")].map((path) => path.getBoundingClientRect()).filter((box) =>
            box.left < frame.left || box.top < frame.top || box.right > frame.right || box.bottom > frame.bottom).length;
        });
        assert.equal(outside, 0, "counties outside the map");
      });
      await round.test("a click opens a county, Esc closes it", async () => {
        await driver.clickAt(await run(pointIn, SONGCHON));
        await eventually("the county is open", async () => (await run(heading)).startsWith("Songchon"));
        await eventually("the address tells it", async () => (await run(hash)).includes(`county=${SONGCHON}`));
        assert.ok((await run(() => document.querySelectorAll("#details .proof").length)) > 0);
        await driver.press("Escape");
        await eventually("it is closed", async () => (await run(heading)) === "Newest reports");
      });
      await round.test("the keyboard goes from county to county and opens one", async () => {
        await run(() => document.querySelector("path.county[tabindex='0']").focus());
        const first = await run(() => document.activeElement.dataset.pcode);
        await driver.press("ArrowRight");
        const next = await run(() => document.activeElement.dataset.pcode);
        assert.ok(next && next !== first);
        await driver.press("Enter");
        await eventually("it is open", async () => (await run(hash)).includes(`county=${next}`));
        await driver.press("Escape");
      });
      await round.test("the slider goes back in time", async () => {
        const latest = await run(coloured);
        await run(() => { const when = document.getElementById("when"); when.value = "3"; when.dispatchEvent(new Event("input", { bubbles: true })); });
        await eventually("fewer counties are coloured", async () => (await run(coloured)) < latest);
        await run(() => document.getElementById("when").focus());
        await driver.press("End");
        await eventually("all are again", async () => (await run(coloured)) === latest);
      });
      await round.test("the search finds a county by another spelling", async () => {
        await click("#find");
        await driver.type("성천");
        await eventually("it is found", async () => (await run(() => document.getElementById("found").textContent)).includes("Songchon"));
        await driver.press("Enter");
        await eventually("it is open", async () => (await run(heading)).startsWith("Songchon"));
      });
      await round.test("the page speaks Korean and English", async () => {
        await click("button[data-lang=ko]");
        await eventually("it speaks Korean", async () => (await run(heading)).startsWith("성천군"));
        assert.equal(await run(() => document.documentElement.lang), "ko");
        await click("button[data-lang=en]");
        await eventually("it speaks English", async () => (await run(heading)).startsWith("Songchon"));
      });
      await round.test("on paper the whole country and unfolded lists", async () => {
        const pdf = await driver.print();
        if (pdf) assert.equal(Buffer.from(pdf.slice(0, 5)).toString(), "%PDF-");
        const unfolded = await run(() => {
          const closed = () => document.querySelectorAll("details:not([open])").length;
          const before = closed();
          window.dispatchEvent(new Event("beforeprint"));
          const printing = document.documentElement.classList.contains("printing") && closed() === 0;
          window.dispatchEvent(new Event("afterprint"));
          return printing && closed() === before && !document.documentElement.classList.contains("printing");
        });
        assert.ok(unfolded);
      });
      await round.test("nothing has failed on the way", async () => {
        assert.deepEqual(await run(() => window.failures), []);
        assert.deepEqual(await run(() => performance.getEntriesByType("resource").map((one) => one.name)), []);
      });
    } finally {
      await driver.close();
    }
  });
}
