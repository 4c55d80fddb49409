import { describe, expect, it } from "vitest";
import { errorLine, errorText, quoted } from "../../../harness/reports/plain-text.ts";

describe("what an error says", () => {
  it("does not steer the terminal, nor begin a line of its own with a file's name", () => {
    expect(errorLine("cannot read \u001b[31mx\nerror: y\u202e")).toBe("cannot read \uFFFD[31mx\uFFFDerror: y\uFFFD");
    expect(errorText("error: one\n(Did you mean two?)\n")).toBe("error: one\n(Did you mean two?)\n");
  });

  it.each([
    "there is no 123456789018; accepted: a",
    'argument "123456789018" is invalid',
    "argument '1234567890181' is invalid.",
    "it is 123456789018.",
    "１２３４５６７８９０１８ is none",
  ])("does not repeat what may be a personal number: %s", (text) => {
    expect(errorText(text)).toBe(text.replace(/\p{Nd}+/u, "…"));
  });

  it("leaves a file's name whole, whose free part has twelve digits", () => {
    const text = "cannot read in/OQSsiquc01req_202611210001.xml or C:\\202611210001.zip";
    expect(errorText(text)).toBe(text);
  });

  it("cuts what is longer than any name", () => {
    expect(errorText(`"${"𠮷".repeat(100_000)}" is none`)).toBe(`"${"𠮷".repeat(499)}… is none`);
  });
});

describe("a name that is quoted", () => {
  it("is on one line, of bounded length, and without long numbers wherever they stand", () => {
    expect(quoted("a\u001b\nb")).toBe("a\uFFFD b");
    expect(quoted("n123456789018x")).toBe("n…x");
    expect(quoted("x".repeat(100))).toHaveLength(64);
  });
});
