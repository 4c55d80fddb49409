import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines, lineBreakVectors } from "../../../../simulator/documents/layout/line-break.ts";

/** Full-width characters are one em, others half of it. */
const measure = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u3000-\u9fff\uff01-\uff60]/.test(character) ? 1 : 0.5), 0);

const BEGINS_NO_LINE = /^[、。，．・：；？！」』）】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ゝ]/;
const ENDS_NO_LINE = /[「『（【〔]$/;

const japanese = fc
  .array(fc.constantFrom(..."架空見本市町県日にのをアカキッャョー、。「」（）・々　", "５", "1", "A", " "), {
    maxLength: 60,
  })
  .map((characters) => characters.join(""));

describe("breaking lines", () => {
  it.each(lineBreakVectors)("$rule: $text", ({ text, widthEm, lines }) => {
    expect(breakLines(text, widthEm, measure)).toEqual(lines);
  });

  it("loses nothing but blanks at the ends of lines, and no line is too wide", () => {
    fc.assert(
      fc.property(japanese, fc.integer({ min: 2, max: 20 }), (text, widthEm) => {
        const lines = breakLines(text, widthEm, measure);
        expect(lines.join("").replaceAll(/[ \u3000]/g, "")).toBe(text.replaceAll(/[ \u3000]/g, ""));
        expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(widthEm);
      }),
    );
  });

  it("keeps 行頭禁則 and 行末禁則 wherever a line has room for what must stay together", () => {
    const sentence = fc
      .array(fc.constantFrom("架空の", "キャップ", "見本「資格」", "人々、", "（町）です。", "カード", "あった"), {
        minLength: 1,
        maxLength: 12,
      })
      .map((words) => words.join(""));
    fc.assert(
      fc.property(sentence, fc.integer({ min: 8, max: 20 }), (text, widthEm) => {
        const lines = breakLines(text, widthEm, measure);
        expect(lines.filter((line) => ENDS_NO_LINE.test(line))).toEqual([]);
        expect(lines.slice(1).filter((line) => BEGINS_NO_LINE.test(line))).toEqual([]);
      }),
    );
  });
});
