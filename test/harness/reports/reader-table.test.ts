import { describe, expect, it } from "vitest";
import { readerProfiles } from "../../../devices/readers/profiles/index.ts";
import { comparisonCell, comparisonRows } from "../../../harness/reports/reader-comparison.ts";
import { renderReaderTable } from "../../../harness/reports/reader-table.ts";
import { hoursText, joined, signalText } from "../../../harness/reports/reader-words.ts";
import { widthColumns } from "../../../harness/reports/wrap-text.ts";

const { almex, atlas, canon, "simulated-face": simulatedFace } = readerProfiles;
const cellOf = (title: string, profile: (typeof readerProfiles)[keyof typeof readerProfiles]) =>
  comparisonRows.flatMap((row) => (row.title.en === title ? [comparisonCell(row, profile)] : []));

describe("the comparison of reader profiles", () => {
  it("leaves no field of a profile out", () => {
    const shown = new Set(comparisonRows.flatMap(({ of }) => of.map((path) => path.split(".")[0])));
    const { id: _id, title: _title, origins: _origins, ...fields } = simulatedFace;
    expect(Object.keys(fields).filter((field) => !shown.has(field))).toEqual([]);
  });

  it("marks what is public and what is ours, both where a value is made of both", () => {
    expect(cellOf("product", canon)).toEqual([{ text: { ja: "Hi-CARA", en: "Hi-CARA" }, marks: "P[S]" }]);
    expect(cellOf("support hours", atlas)[0]?.marks).toBe("P[C] o");
    expect(cellOf("support hours", simulatedFace)[0]).toEqual({ text: { ja: "—", en: "—" }, marks: "o" });
    expect(cellOf("on the wire", almex)[0]?.marks).toBe("o");
  });

  it("tells hours by kind of day, and closed days after them", () => {
    expect([almex.support, canon.support].map((line) => line && hoursText(line).en)).toEqual([
      "weekdays, Saturdays, Sundays, holidays 00:00–24:00",
      "weekdays 09:00–17:30; closed Saturdays, Sundays, holidays, 08-13 to 08-15, 12-29 to 01-03",
    ]);
  });

  it("tells lamp and sound, and a dash for neither", () => {
    expect(signalText(almex.signals["card-felt"]).ja).toBe("緑の点滅、ブザー1回");
    expect(signalText(almex.signals["card-left"]).en).toBe("yellow blinking, 1 beep every 5 s");
    expect(signalText(almex.signals.idle)).toEqual(joined([]));
  });
});

describe("the table of readers on a terminal", () => {
  it.each([
    ["ja", 80],
    ["en", 80],
    ["ja", 160],
    ["en", 160],
  ] as const)("in %s fits %d columns", (language, columns) => {
    const [drawn = ""] = renderReaderTable(language, columns).split("\nP ");
    expect(drawn.split("\n").filter((line) => widthColumns(line) > columns)).toEqual([]);
  });

  it("names every reader, says who agrees, and what the marks mean", () => {
    const table = renderReaderTable("en", 120);
    for (const id of Object.keys(readerProfiles)) expect(table).toContain(`│ ${id} `);
    expect(table).toMatch(/│ signal: idle +│ all +│ — +│ o +│/);
    expect(table).toMatch(/│ canon +│ red steady +│ P\[S\] o │/);
    expect(table).toContain("o our choice, no fact about any product");
  });

  it("speaks Japanese where asked", () => {
    expect(renderReaderTable("ja", 120)).toMatch(/│ サポート窓口 +│ panasonic +│ 0120-878-400 +│ P\[C\]/);
  });
});
