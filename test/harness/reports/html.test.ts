import { describe, expect, test } from "vitest";
import { htmlReport } from "../../../harness/reports/html/report.ts";
import { checks, crossings, emptyRun, passedRun, sampleRun, sampleScenario } from "./sample-run.ts";

const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe("the HTML report", () => {
  const page = htmlReport.render(sampleRun, "ja");

  test("starts in the language asked for and holds both", () => {
    expect(page).toContain('<html lang="ja">');
    expect(htmlReport.render(sampleRun, "en")).toContain('<html lang="en">');
    expect(page).toContain('<span class="ja" lang="ja">期待</span><span class="en" lang="en">Expected</span>');
  });

  test("loads nothing from anywhere", () => {
    expect(page).not.toMatch(/<(link|img|iframe|object|embed)|src=x?["']|url\(|@import|https?:/);
    expect(page).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
  });

  test("shows hostile text as text", () => {
    expect(count(page, "<script")).toBe(1);
    expect(count(page, "</script>")).toBe(1);
    expect(count(page, "<!--")).toBe(0);
    expect(page).toContain(
      "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &lt;img src=x onerror=&quot;alert(2)&quot;&gt;",
    );
    expect(page).not.toMatch(/(?![\t\n])\p{Cc}|\u202e/u);
  });

  test("opens the scenarios that need a look and leaves the others closed", () => {
    const states = [...page.matchAll(/<details class="scenario (\w+)" id="(\w+)"( open)?>/g)].map(
      ([, verdict, id, open]) => [id, verdict, open !== undefined],
    );
    expect(states).toEqual([
      ["C01", "pass", false],
      ["C53", "fail", true],
      ["C54", "inconc", true],
      ["C56", "pass", true],
      ["C60", "error", true],
    ]);
  });

  test("links to sections, checks and crossings that exist, each named once", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toContain("C53--line-silence-is-not-valid");
    expect(links).toContain("C53--line-silence-is-not-valid--3");
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("tells who laid hands on a crossing and what private data it held", () => {
    expect(page).toContain("注入: 結果ファイルの遅延 (result-late)</span>");
    expect(page).toContain("注入: no-title</span>");
    expect(page).toContain("結果: 遅延");
    expect(page).toContain("個人番号を検出（値は伏せた）");
  });

  test("bounds the evidence", () => {
    const [first] = crossings;
    const many = first === undefined ? [] : Array.from({ length: 50 }, (_, index) => ({ ...first, seq: index + 1 }));
    const scenario = sampleScenario({ id: "C01", verdict: "pass", checks: [{ ...checks.pass, evidence: many }] });
    const bounded = htmlReport.render({ ...passedRun, scenarios: [scenario] }, "ja");
    expect(count(bounded, /<li id=/)).toBe(30);
    expect(bounded).toContain("ほか20件は記録（トレース）を見てください。");
    expect(page).not.toContain("x".repeat(4_001));
    expect(page).toMatch(/以下\d+文字を省略/);
  });

  test("says in a banner what the run did not prove, and has none when it simply passed", () => {
    expect(page).toContain("試験は途中で終わりました（計画20件のうち5件）。");
    expect(htmlReport.render(emptyRun, "en")).toContain("No scenario was run. This report proves nothing.");
    expect(htmlReport.render({ ...passedRun, complete: false }, "en")).toContain(
      "The run was broken off (1 of 1 planned",
    );
    expect(htmlReport.render(passedRun, "en")).not.toContain('class="banner"');
  });
});
