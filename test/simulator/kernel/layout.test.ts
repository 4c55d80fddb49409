import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { layout, raw, text, u8, u16be, u16le, u32be, u32le } from "../../../simulator/kernel/layout.ts";

const sample = layout({ type: u8, length: u32le, count: u16be, other: u16le, big: u32be, name: text(6), rest: raw(2) });

describe("byte layouts", () => {
  it("read and write fields in order, each in its byte order", () => {
    const bytes = fromHex("6F 0A000000 0102 0201 00000005 414243202020 FFEE");
    const record = { type: 0x6f, length: 10, count: 0x0102, other: 0x0102, big: 5, name: "ABC", rest: fromHex("FFEE") };
    expect(sample.decode(bytes)).toEqual(record);
    expect(toHex(sample.encode(record))).toBe(toHex(bytes));
    expect(sample.lengthBytes).toBe(21);
  });

  it("demand the exact length", () => {
    expect(() => sample.decode(fromHex("6F"))).toThrow(/1 bytes where the layout has 21/);
  });

  it("refuse values that do not fit, naming the field or the size", () => {
    const good = sample.decode(new Uint8Array(21));
    expect(() => sample.encode({ ...good, type: 256 })).toThrow(/1 bytes/);
    expect(() => sample.encode({ ...good, name: "too long" })).toThrow(/longer than 6/);
    expect(() => sample.encode({ ...good, rest: new Uint8Array(3) })).toThrow(/field rest/);
  });

  it("give back any record they wrote", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 21, maxLength: 21 }), (bytes) => {
        const record = sample.decode(bytes);
        return toHex(sample.encode(sample.decode(sample.encode(record)))) === toHex(sample.encode(record));
      }),
    );
  });
});
