import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBlock } from "../../../devices/t1/block.ts";
import { blockText } from "../../../harness/firmware/block-text.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";

describe("a block in words", () => {
  it.each([
    ["00 20 02 90 00 B2", "I(0, 1) LEN 2"],
    ["00 91 00 91", "R(1) 81"],
    ["00 C3 01 02 C0", "S(WTX request) 02"],
    ["00 E0 00 E0", "S(RESYNCH response)"],
    ["00 00 FF", "[len-ff]"],
  ])("%s is %s", (bytes, text) => {
    expect(blockText(decodeBlock(fromHex(bytes), "lrc"))).toBe(text);
  });

  it("says how the reader treats the card's power, and when it says nothing", () => {
    expect([blockText({ kind: "power-off" }), blockText({ kind: "silence" })]).toEqual(["[power-off]", "[silence]"]);
  });

  it("never shows what a command holds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 254 }), (inf) => {
        expect(blockText({ kind: "I", ns: 0, more: false, inf })).toBe(`I(0, 0) LEN ${inf.length}`);
      }),
    );
  });
});
