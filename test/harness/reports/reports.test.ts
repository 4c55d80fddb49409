import { describe, expect, test } from "vitest";
import { reports } from "../../../harness/reports/index.ts";
import { plainText, quoted } from "../../../harness/reports/plain-text.ts";
import { sampleRun } from "./sample-run.ts";

describe("every report", () => {
  test.each(reports)("$format: equal runs give equal bytes", (report) => {
    expect(
      report.render({ ...sampleRun, scenarios: sampleRun.scenarios.map((scenario) => ({ ...scenario })) }, "ja"),
    ).toBe(report.render(sampleRun, "ja"));
  });

  test.each(reports)(
    "$format: names the file of the profile and what was in it, and only where one was given",
    (report) => {
      const profile = { name: "site <A>.yaml", sha256: "5a".repeat(32) };
      const page = report.render({ ...sampleRun, profile }, "ja");
      expect(page).toMatch(/site (<|&lt;)A(>|&gt;)\.yaml/);
      expect(page).toContain(profile.sha256);
      expect(report.render(sampleRun, "ja")).not.toMatch(/profile|プロファイル/);
    },
  );

  test("has a name and an extension of its own", () => {
    expect(new Set(reports.map(({ format }) => format)).size).toBe(reports.length);
    expect(new Set(reports.map(({ extension }) => extension)).size).toBe(reports.length);
  });
});

describe("plain text", () => {
  test("quotes no part of a personal number, also of one that the cut goes through", () => {
    for (let before = 48; before <= 64; before++) expect(quoted(`${"a".repeat(before)}123456789018`)).not.toMatch(/\d/);
  });

  test("keeps tabs and line feeds, and marks the place of everything unfit", () => {
    expect(plainText("a\tb\r\nc\u0000\u001b\u0085\uD800\uFFFE\u202e髙😀")).toBe(
      "a\tb\nc\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD髙😀",
    );
  });
});
