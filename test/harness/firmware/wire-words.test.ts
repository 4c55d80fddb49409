import { describe, expect, it } from "vitest";
import { wireWords } from "../../../harness/firmware/wire-words.ts";

const rows = [
  ["host", "0306650000000000000000 0060", "PC_to_RDR_GetSlotStatus slot 0 bSeq 00"],
  ["host", "0306800000000000024 0FE0039", "RDR_to_PC_DataBlock slot 0 bSeq 02 40 FE"],
  ["host", "031516", "NAK"],
  ["host", "5003", "card there, slot 0"],
  ["bench", "0003010003", "power on 1.8 V"],
  ["bench", "00060300008200 82", "R(0) 82"],
  ["bench", "000703000 0C101FE3E", "S(IFS request) FE"],
  ["bench", "00070501050 00071FF", "REQB"],
  ["bench", "00028100", "card inserted"],
] as const;

describe("bytes of a bench in words", () => {
  it.each(rows)("%s %s is %s", (line, hex, words) => {
    expect(wireWords({ line, from: "reader", hex: hex.replaceAll(" ", "") })?.en).toBe(words);
  });

  it("are silent about bytes with a mark among them, and about what has no name", () => {
    expect(wireWords({ line: "bench", from: "harness", hex: "00038600«pin»" })).toBeUndefined();
    expect(wireWords({ line: "host", from: "reader", hex: "00" })).toBeUndefined();
  });
});
