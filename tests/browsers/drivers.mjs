// Firefox by WebDriver BiDi (puppeteer-core) and WebKit by WebDriver (selenium-webdriver), with the same few methods:
//
// open(url), run(function, ...arguments) in the page, clickAt([x, y]) in pixels of the window, type(text), press(key),
// print() -> bytes of a PDF or null where the driver cannot, close().

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import puppeteer from "puppeteer-core";
import { Builder, Capabilities, Key } from "selenium-webdriver";

export const SIZE = { width: 1280, height: 900 };
const FIREFOXES = [process.env.FACTORYMAP_FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"];
const MINI_BROWSERS = [process.env.FACTORYMAP_WEBKIT, ...["4.1", "6.0", "4.0"].flatMap((version) =>
  ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit${version === "6.0" ? "gtk" : "2gtk"}-${version}/MiniBrowser`))];
const PORT = 4599;

const installed = (paths, what) => {
  const found = paths.filter(Boolean).find(existsSync);
  if (!found) throw new Error(`${what} was not found. Install it: make test-browsers says how.`);
  return found;
};

/** Firefox without a window. */
export async function firefox() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: installed(FIREFOXES, "Firefox"), headless: true });
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  return {
    open: (url) => page.goto(url),
    run: (script, ...values) => page.evaluate(script, ...values),
    clickAt: ([x, y]) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    print: () => page.pdf({ format: "a4" }),
    close: () => browser.close(),
  };
}

/** WebKit in a window, so on a screen, real or not. */
export async function webkit() {
  const server = spawn("WebKitWebDriver", [`--port=${PORT}`], { env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } });
  const failed = new Promise((_, reject) => server.on("error", () => reject(new Error("WebKitWebDriver was not found."))));
  await Promise.race([sleep(1000), failed]);
  const options = { binary: installed(MINI_BROWSERS, "MiniBrowser"), args: ["--automation"] };
  const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options });
  const driver = await new Builder().usingServer(`http://127.0.0.1:${PORT}`).withCapabilities(capabilities).build();
  await driver.manage().window().setRect({ x: 0, y: 0, ...SIZE });
  return {
    open: (url) => driver.get(url),
    run: (script, ...values) => driver.executeScript(script, ...values),
    clickAt: ([x, y]) => driver.actions().move({ x: Math.round(x), y: Math.round(y), origin: "viewport" }).click().perform(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    press: (key) => driver.actions().sendKeys(Key[{ ArrowRight: "ARROW_RIGHT" }[key] ?? key.toUpperCase()]).perform(),
    print: async () => null,
    close: async () => { await driver.quit(); server.kill(); },
  };
}
