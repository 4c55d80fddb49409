import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesTell, textTells } from "../../../harness/firmware/pin-forms.ts";
import { ascii, fromHex } from "../../../simulator/kernel/bytes.ts";

const PIN = "5796";

describe("digits told in a text", () => {
  it.each([
    "PIN 5796 entered",
    "pin=5 7 9 6",
    "keys 5,7,9,6",
    "５７９６",
    "> 0020008004 35373936",
    "35 37 39 36",
    "0x35 0x37 0x39 0x36",
    "24 57 96 FF",
    "2457 96FF",
  ])("are found in %s", (text) => {
    expect(textTells(text, PIN)).toBe(true);
  });

  it.each(["PIN entered", "4 digits", "57 ms, 96 bytes", "5: 7: 9: 6"])("are not found in %s", (text) => {
    expect(textTells(text, PIN)).toBe(false);
  });
});

describe("digits told in bytes", () => {
  it.each([
    ["as ASCII", "90 35 37 39 36 00"],
    ["as BCD", "24 57 96 FF FF"],
    ["a byte a digit", "05 07 09 06"],
  ])("are found %s", (_title, hex) => {
    expect(bytesTell(fromHex(hex), PIN)).toBe(true);
  });

  it("are not found across the halves of bytes", () => {
    expect(bytesTell(fromHex("05 79 60"), PIN)).toBe(false);
    expect(bytesTell(fromHex("53 53 73 93 60"), PIN)).toBe(false);
  });

  it("are found wherever they stand", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, after) =>
        bytesTell(Uint8Array.from([...before, ...ascii(PIN), ...after]), PIN),
      ),
    );
  });
});
