import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderTable } from "../../../harness/reports/terminal.ts";
import { widthColumns, wrapText } from "../../../harness/reports/wrap-text.ts";
import { emptyRun, passedRun, sampleRun } from "./sample-run.ts";

const plain = { colours: false, widthColumns: 120 };

describe("the table on a terminal", () => {
  test("looks like this in Japanese", () => {
    expect(renderTable(sampleRun, "ja", plain)).toMatchSnapshot();
  });

  test("looks like this in English", () => {
    expect(renderTable(sampleRun, "en", plain)).toMatchSnapshot();
  });

  test("says nothing but the table and the verdict when everything passed", () => {
    const lines = renderTable(passedRun, "en", plain).trimEnd().split("\n");
    expect(lines.at(-1)).toBe(
      "Verdict: pass (1 planned: 1 passed, 0 failed, 0 inconclusive, 0 simulator errors, 0 warnings)",
    );
    expect(lines.some((line) => line.startsWith("!"))).toBe(false);
  });

  test("names the profile above the verdict", () => {
    const profile = { name: "site.yaml", sha256: "5a".repeat(32) };
    expect(renderTable({ ...passedRun, profile }, "en", plain)).toMatch(/\nProfile: site\.yaml\nVerdict: pass/);
  });

  test("says that an empty run proves nothing", () => {
    expect(renderTable(emptyRun, "en", plain)).toContain("No scenario was run. This report proves nothing.");
  });

  test("colours words only, and only when told", () => {
    const coloured = renderTable(sampleRun, "ja", { ...plain, colours: true });
    expect(coloured).toContain("\u001b[31m不合格\u001b[39m");
    expect(stripVTControlCharacters(coloured)).toBe(renderTable(sampleRun, "ja", plain));
  });

  test("lets no escape sequence of the evidence through", () => {
    expect(renderTable(sampleRun, "ja", plain)).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  test.each([60, 80, 120])("keeps the table within %i columns", (columns) => {
    const table = renderTable(sampleRun, "ja", { colours: false, widthColumns: columns }).split("\n\n")[0] ?? "";
    expect(Math.max(...table.split("\n").map(widthColumns))).toBeLessThanOrEqual(columns);
  });
});

describe("wrapping", () => {
  test("breaks English at blanks and Japanese anywhere", () => {
    expect(wrapText("the right patient", 9)).toBe("the right\npatient");
    expect(wrapText("患者の取り違えなし", 8)).toBe("患者の取\nり違えな\nし");
    expect(wrapText("exchange/results-taken-away", 20)).toBe("exchange/results-\ntaken-away");
  });

  test("loses nothing but blanks at line ends and keeps the limit", () => {
    const letters = fc.constantFrom("a", "b", " ", "/", "日", "本", "ー", "。", "\n", "😀");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, limit) => {
        const wrapped = wrapText(text, limit);
        expect(wrapped.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
        for (const line of wrapped.split("\n")) expect(widthColumns(line)).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
