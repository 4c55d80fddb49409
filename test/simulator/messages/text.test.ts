import { describe, expect, test } from "vitest";
import { readText, writeText } from "../../../simulator/messages/text.ts";

const declared = (name: string, text: string): string =>
  `<?xml version="1.0" encoding="${name}" standalone="no"?>${text}`;

describe("reading", () => {
  test.each(["Shift_JIS", "shift-jis", "SJIS", "Windows-31J", "cp932"])("follows the declaration %s", (name) => {
    const bytes = writeText(declared(name, "見本　髙﨑①"), "Shift_JIS");
    expect(readText(bytes)).toEqual({ encoding: "Shift_JIS", text: declared(name, "見本　髙﨑①") });
  });

  test.each([
    ["a declaration", declared("utf-8", "見本")],
    ["single quotes", "<?xml version='1.0' encoding='UTF-8'?>見本"],
    ["no declaration", "見本"],
  ])("takes UTF-8 with %s", (_what, text) => {
    expect(readText(writeText(text, "UTF-8"))).toEqual({ encoding: "UTF-8", text });
  });

  test("drops a byte-order mark and refuses one that contradicts the declaration", () => {
    const mark = [0xef, 0xbb, 0xbf];
    expect(readText(Uint8Array.from([...mark, 0x41]))).toEqual({ encoding: "UTF-8", text: "A" });
    expect(readText(Uint8Array.from([...mark, ...writeText(declared("Shift_JIS", ""), "Shift_JIS")]))).toBeUndefined();
  });

  test.each([
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x3c, 0x00])],
    ["a truncated UTF-8 character", writeText("見", "UTF-8").subarray(0, 2)],
    ["an encoding the interface does not have", writeText(declared("EUC-JP", ""), "UTF-8")],
    ["an encoding named like a property of objects", writeText(declared("constructor", ""), "UTF-8")],
    ["a lead byte without its second", Uint8Array.from([...writeText(declared("Shift_JIS", ""), "Shift_JIS"), 0x81])],
  ])("refuses %s instead of replacing characters", (_what, bytes) => {
    expect(readText(bytes)).toBeUndefined();
  });
});

describe("writing Shift_JIS", () => {
  test("replaces what it cannot write by ● and keeps question marks", () => {
    const bytes = writeText(declared("Shift_JIS", "𠮷田?〜é¥\ue000德"), "Shift_JIS");
    expect(readText(bytes)?.text).toBe(declared("Shift_JIS", "●田?●●●●德"));
  });

  test("writes NEC and IBM extensions as Windows does", () => {
    expect(Buffer.from(writeText("①髙﨑", "Shift_JIS")).toString("hex")).toBe("8740fbfcfab1");
  });
});
