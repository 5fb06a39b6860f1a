// The pages in a real browser: clicked, typed into, printed, and without a script.
//
//   cargo run --example report && cargo run --release --manifest-path examples/web/Cargo.toml
//   cargo run --features cli -- extract examples/reports --output target/pages
//   cd tests/browser && npm install && npm test
//
// CHROMIUM names the browser where it is not /usr/bin/chromium.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const root = join(fileURLToPath(import.meta.url), "../../..");
const report = pathToFileURL(join(root, "target/report.html")).href;
const index = join(root, "target/pages/index.html");
const web = join(root, "examples/web/target/solieu.html");
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
let browser;

before(async () => {
  const quiet = ["quic", "background-networking", "component-update", "sync", "gpu"].map(what => `--disable-${what}`);
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
    userDataDir: mkdtempSync(join(tmpdir(), "solieu-")), args: ["--no-sandbox", "--no-first-run", ...quiet],
  });
});
after(() => browser?.close());

// A tab that holds its errors and what it asked for.
async function open(url, { width = 1400, height = 950, script = true, ...more } = {}) {
  const page = await browser.newPage();
  const seen = { errors: [], asked: [] };
  page.on("pageerror", error => seen.errors.push(error.message));
  page.on("console", message => message.type() === "error" && seen.errors.push(message.text()));
  page.on("request", request => seen.asked.push(request.url()));
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height, ...more });
  await page.goto(url);
  return { page, seen };
}

test("every fact has a mark, a row and a link between them", async () => {
  const { page, seen } = await open(report);
  const marks = await page.$$eval("main mark", all => all.length);
  assert.ok(marks > 50);
  assert.equal(await page.$$eval("tbody tr", all => all.length), marks);
  assert.ok(await page.$$eval("tbody tr", rows => rows.every(row => {
    const link = row.cells[2].querySelector("a");
    return document.getElementById(link.hash.slice(1)).textContent === link.textContent;
  })));
  assert.deepEqual(seen.errors, []);
  assert.ok(seen.asked.every(url => url.startsWith("file:") || url.startsWith("data:")), "nothing is fetched");
});

test("the legend hides a kind in text and table", async () => {
  const { page } = await open(report);
  await page.click("#show-money");
  assert.ok(await page.$$eval("tbody tr.k-money", rows => rows.every(row => getComputedStyle(row).display === "none")));
  assert.equal(await page.$eval("main mark.k-money", mark => getComputedStyle(mark).backgroundColor), "rgba(0, 0, 0, 0)");
  assert.notEqual(await page.$eval("main mark.k-count", mark => getComputedStyle(mark).backgroundColor), "rgba(0, 0, 0, 0)");
});

test("columns sort by value, and the search finds", async () => {
  const { page } = await open(report);
  const values = () => page.$$eval("tbody tr.k-money td:nth-child(4)", cells => cells.map(cell => cell.dataset.v));
  const button = "thead th:nth-child(4) button";
  await page.click(button);
  await page.click(button);
  const sorted = await values();
  assert.deepEqual(sorted, [...sorted].sort((a, b) => b - a));
  await page.type("#find", "tỷ đồng");
  const left = await page.$$eval("tbody tr", rows => rows.filter(row => !row.hidden).map(row => row.textContent));
  assert.ok(left.length > 0 && left.every(text => text.includes("tỷ đồng")));
});

test("pointer and keys show what a fact says", async () => {
  const { page } = await open(report);
  await page.hover("main mark.k-money");
  assert.match(await page.$eval("#card", card => card.hidden ? "" : card.innerText), /currency\s+VND/);
  await page.click("tbody tr:nth-child(3) td:nth-child(3) a");
  await pause(100);
  assert.equal(await page.evaluate(() => document.activeElement.id), "f3");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.id), "f4");
  await page.keyboard.press("End");
  await pause(200);
  assert.ok(await page.$eval("#card", card => !card.hidden), "the card follows the fact that is scrolled to");
  await page.keyboard.press("Escape");
  assert.ok(await page.$eval("#card", card => card.hidden));
});

test("the card of every fact fits in the window", async () => {
  for (const size of [{}, { width: 390, height: 844, isMobile: true }, { width: 700, height: 420 }]) {
    const { page } = await open(report, size);
    const cut = await page.evaluate(async () => {
      const card = document.getElementById("card"), cut = [], where = ["start", "center", "end"];
      const frame = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      for (const [at, mark] of [...document.querySelectorAll("main mark")].entries()) {
        mark.scrollIntoView({ block: where[at % 3] });
        await frame();
        mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
        const box = card.getBoundingClientRect();
        if (card.hidden || box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) cut.push(mark.id);
      }
      return cut;
    });
    assert.deepEqual(cut, []);
  }
});

test("the index leads to its pages and sorts by count", { skip: !existsSync(index) }, async () => {
  const { page, seen } = await open(pathToFileURL(index).href);
  await page.click("thead th:nth-child(3) button");
  assert.equal(await page.$eval("thead th:nth-child(3)", head => head.ariaSort), "descending");
  await Promise.all([page.waitForNavigation(), page.click(".list tbody a")]);
  assert.ok((await page.$$("main mark")).length > 50);
  assert.deepEqual(seen.errors, []);
  assert.ok(seen.asked.every(url => url.startsWith("file:") || url.startsWith("data:")), "nothing is fetched");
});

test("a phone needs no sideways scrolling, and a tap shows the card", async () => {
  const { page } = await open(report, { width: 390, height: 844, isMobile: true, hasTouch: true });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.tap("main mark");
  assert.ok(await page.$eval("#card", card => !card.hidden));
});

test("without a script it is read, filtered and followed all the same", async () => {
  const { page } = await open(report, { script: false });
  assert.ok((await page.$$("main mark[title]")).length > 50);
  await page.click("label:has(#show-percentage)");
  assert.equal(await page.$$eval("tbody tr.k-percentage", rows => getComputedStyle(rows[0]).display), "none");
});

test("the page of the web reads what is pasted", { skip: !existsSync(web) }, async () => {
  const { page, seen } = await open(pathToFileURL(web).href);
  const state = () => page.$eval("#state", state => state.textContent);
  for (let tries = 0; !/facts? in/.test(await state()) && tries < 50; tries += 1) await pause(100);
  assert.match(await state(), /^[0-9]+ facts in/);
  await page.click("#clear");
  await page.type("#text", "Đạt 88,24% 🌾 và 1.234,5 tỷ đồng <script>alert(1)</script>");
  for (let tries = 0; !/^2 facts in/.test(await state()) && tries < 50; tries += 1) await pause(100);
  await pause(200);
  const marks = await page.frames()[1].$$eval("mark", all => all.map(mark => mark.textContent));
  assert.deepEqual(marks, ["88,24%", "1.234,5 tỷ đồng"]);
  assert.deepEqual(seen.errors, []);
});
