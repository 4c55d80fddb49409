import { describe, expect, it } from "vitest";
import { TextLines } from "../../../harness/edges/text-lines.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function heardFrom(...pieces: readonly Uint8Array[]): { readonly lines: readonly string[]; readonly text: TextLines } {
  const lines: string[] = [];
  const text = new TextLines((line) => lines.push(line));
  for (const piece of pieces) text.push(piece);
  return { lines, text };
}

describe("what a program writes to stderr", () => {
  it("comes line by line, wherever it was cut, and empty lines are left out", () => {
    const bytes = bytesOf("one\r\n\ntwo 二\nthree");
    const whole = heardFrom(bytes);
    const byByte = heardFrom(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(whole.lines).toEqual(["one", "two 二"]);
    expect(byByte.lines).toEqual(whole.lines);
  });

  it("keeps the last five lines for an error message, the unfinished one too", () => {
    const { text } = heardFrom(bytesOf("1\n2\n3\n4\n5\n6\n7"));
    expect(text.last).toEqual(["3", "4", "5", "6", "7"]);
  });

  it("cuts a line that never ends", () => {
    const { text } = heardFrom(...Array.from({ length: 100 }, () => bytesOf("x".repeat(1_000))));
    expect(text.last).toEqual(["x".repeat(500)]);
  });

  it("passes on two thousand lines and then says that the rest is left out", () => {
    const { lines } = heardFrom(bytesOf("again\n".repeat(10_000)));
    expect(lines).toHaveLength(2_001);
    expect(lines.at(-1)).toContain("left out");
  });

  it("says so of no line less", () => {
    expect(heardFrom(bytesOf("again\n".repeat(2_000))).lines).toEqual(Array.from({ length: 2_000 }, () => "again"));
  });
});
