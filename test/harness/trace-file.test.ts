import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { scenarioByName } from "../../harness/catalogue.ts";
import { writeTraceFile } from "../../harness/trace-file.ts";
import { readTraceFile } from "../../harness/trace-reading.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";
import { run } from "./runs.ts";

let trace: Trace;
let text: string;
let lines: readonly string[];

beforeAll(async () => {
  trace = (await run(scenarioByName("C07"))).trace;
  text = writeTraceFile(trace);
  lines = text.trimEnd().split("\n");
});

/** Reads, and gives the words of a refusal; undefined when the text was accepted. Anything but a MisuseError is a bug. */
function refusalOf(candidate: string): string | undefined {
  try {
    readTraceFile(candidate);
    return undefined;
  } catch (error) {
    if (error instanceof MisuseError) return error.message;
    throw error;
  }
}

describe("a trace file", () => {
  it("is one line of JSON each, header first, footer last, and ends with a line feed", () => {
    expect(text.endsWith("\n")).toBe(true);
    expect(lines).toHaveLength(trace.crossings.length + 2);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ format: 1, scenario: "C07" });
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual(trace.footer);
  });

  it("read again gives the same trace and the same bytes", () => {
    const again = readTraceFile(text);
    expect([again.header, again.crossings, again.footer]).toEqual([trace.header, trace.crossings, trace.footer]);
    expect(writeTraceFile(again)).toBe(text);
    expect(again.on("subject.act")).toEqual(trace.on("subject.act"));
    expect(again.on("camera.frame")).toEqual([]);
  });

  it("numbers its crossings from 1 without a gap, and no cause lies in the future", () => {
    trace.crossings.forEach(({ seq, cause }, index) => {
      expect(seq).toBe(index + 1);
      expect(cause ?? 0).toBeLessThan(seq);
    });
  });

  it("with a changed digit is refused because the digest does not agree", () => {
    const at = lines.findIndex((line) => line.includes('"atMs"'));
    const forged = lines.with(
      at,
      (lines[at] ?? "").replace(/"atMs":(\d+)(\d)/, (_all, head, last) => `"atMs":${head}${(Number(last) + 1) % 10}`),
    );
    expect(refusalOf(forged.join("\n"))).toContain("digest does not agree");
  });

  it("with a line taken out, put twice or moved is refused because the digest does not agree", () => {
    for (const forged of [
      lines.toSpliced(3, 1),
      lines.toSpliced(3, 0, lines[3] ?? ""),
      lines.with(3, lines[4] ?? "").with(4, lines[3] ?? ""),
    ])
      expect(refusalOf(forged.join("\n"))).toContain("digest does not agree");
  });

  it("whose last line is missing is refused", () => {
    expect(refusalOf(lines.slice(0, -1).join("\n"))).toContain(`trace line ${lines.length - 1}`);
  });

  it.each([
    ["nothing", "", "no header or no footer"],
    ["one line", "{}", "no header or no footer"],
    ["no JSON", "hello\nworld", "trace line 1: is not JSON"],
    ["another format", '{"format":2}\n{}', "trace line 1: format"],
    ["arrays", "[]\n[]", "trace line 1"],
    ["null", "null\nnull", "trace line 1"],
  ])("that holds %s is refused with the line and what is wrong", (_title, candidate, words) => {
    expect(refusalOf(candidate)).toContain(words);
  });

  it.each([
    ["seq", '{"seq":0,"atMs":1,"pco":"subject.act","message":{}}'],
    ["atMs", '{"seq":1,"atMs":"now","pco":"subject.act","message":{}}'],
    ["pco", '{"seq":1,"atMs":1,"pco":7,"message":{}}'],
    ["message", '{"seq":1,"atMs":1,"pco":"subject.act"}'],
    ["input", '{"seq":1,"atMs":1,"pco":"subject.act","message":{},"input":false}'],
  ])("whose second line has a bad %s is refused with that name", (field, line) => {
    expect(refusalOf([lines[0], line, lines.at(-1)].join("\n"))).toContain(`trace line 2: ${field}`);
  });

  it("with any one character changed before the footer is refused in words", () => {
    const footerAt = text.lastIndexOf("\n", text.length - 2) + 1;
    fc.assert(
      fc.property(fc.nat(footerAt - 2), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(text[at] !== character && text[at] !== "\n" && character !== "\n");
        return refusalOf(text.slice(0, at) + character + text.slice(at + 1)) !== undefined;
      }),
      { numRuns: 60 },
    );
  });

  it("of hostile lines is refused in words and never crashes", () => {
    const line = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.constantFrom(...lines),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (hostile) => refusalOf(hostile.join("\n")) !== undefined),
      { numRuns: 200 },
    );
    expect(refusalOf(`${"[".repeat(100_000)}\n{}`)).toBeDefined();
  });
});
