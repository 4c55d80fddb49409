import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { htmlReport } from "../../harness/reports/html/report.ts";
import { sampleRun } from "../harness/reports/sample-run.ts";

/** Debian's package; the browser must not phone home. */
const CHROMIUM = "/usr/bin/chromium";
const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

const folder = mkdtempSync(join(tmpdir(), "report-pages-"));
const fileOf = (language: "ja" | "en"): string => join(folder, `report-${language}.html`);
let browser: BrowserContext;
let silent: BrowserContext;

beforeAll(async () => {
  for (const language of ["ja", "en"] as const) writeFileSync(fileOf(language), htmlReport.render(sampleRun, language));
  const options = { executablePath: CHROMIUM, args: QUIET };
  browser = await chromium.launchPersistentContext(join(folder, "profile"), options);
  silent = await chromium.launchPersistentContext(join(folder, "profile-without-script"), {
    ...options,
    javaScriptEnabled: false,
  });
});

afterAll(async () => {
  await Promise.all([browser.close(), silent.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The report in a window of a width; whatever it complains about or asks for lands in `trouble`. */
async function open(
  context: BrowserContext,
  language: "ja" | "en",
  widthPx: number,
  fragment = "",
): Promise<{ page: Page; trouble: string[] }> {
  const page = await context.newPage();
  const trouble: string[] = [];
  const address = pathToFileURL(fileOf(language)).href;
  page.on("pageerror", ({ message }) => trouble.push(message));
  page.on("console", (message) => trouble.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) trouble.push(request.url());
  });
  await page.setViewportSize({ width: widthPx, height: 800 });
  await page.goto(`${address}${fragment}`);
  return { page, trouble };
}

/** Pixels the page is wider than its window; 0 or less is no horizontal scrolling. */
function overhang(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
}

const failing = "#C53 .check.fail";

describe.each(["ja", "en"] as const)("the page written in %s", (language) => {
  test.each([1280, 390])("needs no horizontal scrolling at %i pixels, whatever is unfolded", async (widthPx) => {
    const { page, trouble } = await open(browser, language, widthPx);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test.each([1280, 390])("shows the failing check at %i pixels without a click", async (widthPx) => {
    const { page } = await open(browser, language, widthPx);
    expect(await page.locator(failing).isVisible()).toBe(true);
    expect(await page.locator("#C01 .check").first().isVisible()).toBe(false);
    expect(await page.locator(".banner").isVisible()).toBe(true);
    await page.close();
  });

  test("reads in its own language without JavaScript, with nothing that would not work", async () => {
    const { page } = await open(silent, language, 390);
    expect(await page.locator(failing).isVisible()).toBe(true);
    expect(await page.locator(`${failing} dt .${language}`).first().isVisible()).toBe(true);
    expect(
      await page
        .locator(`.${language === "ja" ? "en" : "ja"}`)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    expect(await page.locator(".languages").isVisible()).toBe(false);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.close();
  });
});

test("the buttons switch texts and the language of the document, by keyboard as well", async () => {
  const { page } = await open(browser, "ja", 1280);
  const english = page.getByRole("button", { name: "English" });
  const heading = page.getByRole("heading", { level: 1 });
  expect(await heading.innerText()).toBe("オンライン資格確認 適合試験の報告書");
  await english.focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  expect(await english.getAttribute("aria-pressed")).toBe("true");
  expect(await heading.innerText()).toBe("Online eligibility check: conformance report");
  expect(await page.locator(".ja").filter({ visible: true }).count()).toBe(0);
  await page.getByRole("button", { name: "日本語" }).click();
  expect(await page.evaluate("document.documentElement.lang")).toBe("ja");
  await page.close();
});

test("a link to a closed section opens it", async () => {
  const { page } = await open(browser, "ja", 1280, "#C01--exchange-imported-once--3");
  expect(await page.locator("#C01--exchange-imported-once--3").isVisible()).toBe(true);
  await page.close();
});

test("hostile evidence stays text", async () => {
  const { page } = await open(browser, "ja", 1280);
  expect(await page.locator("script").count()).toBe(1);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.locator(failing).innerText()).toContain("</script><script>alert(1)</script><!--");
  await page.close();
});
