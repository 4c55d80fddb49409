import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

/** Long enough for both ways {@link toHex} writes. */
const bytes = fc.uint8Array({ maxLength: 200 });

describe("bytes", () => {
  it("are written in capitals, two digits each, however many there are", () => {
    fc.assert(
      fc.property(bytes, (raw) => {
        const digits = [...raw].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
        expect(toHex(raw)).toBe(digits);
        expect(toHex(Buffer.from(raw))).toBe(digits);
      }),
    );
  });

  it("come back from their hexadecimal text as they were", () => {
    fc.assert(
      fc.property(bytes, (raw) => {
        expect(fromHex(toHex(raw))).toEqual(raw);
      }),
    );
  });

  it("are joined in order into memory of their own", () => {
    fc.assert(
      fc.property(fc.array(bytes), (parts) => {
        const whole = concat(...parts);
        expect([...whole]).toEqual(parts.flatMap((part) => [...part]));
        for (const part of parts) expect(whole.buffer).not.toBe(part.buffer);
      }),
    );
  });
});
