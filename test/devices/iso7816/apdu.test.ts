import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { command, decodeCommand, encodeCommand } from "../../../devices/iso7816/apdu.ts";
import { hasValidTck, MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { decodeTlvs, encodeTlv } from "../../../devices/iso7816/ber-tlv.ts";
import { meaningOf, triesLeftIn } from "../../../devices/iso7816/status-word.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(0xaa);

describe("command APDUs", () => {
  it.each([
    ["case 1", "00200080", command(0x00, 0x20, 0x00, 0x80)],
    ["case 2 short", "00B0000000", command(0x00, 0xb0, 0, 0, undefined, 256)],
    ["case 2 short, 7 bytes", "00B0000007", command(0x00, 0xb0, 0, 0, undefined, 7)],
    ["case 2 extended, whole file", "00B08A00000000", command(0x00, 0xb0, 0x8a, 0, undefined, 65_536)],
    ["case 3 short", "00A4020C020018", command(0x00, 0xa4, 0x02, 0x0c, fromHex("0018"))],
    ["case 4 short", "802A008003AAAAAA00", command(0x80, 0x2a, 0, 0x80, bytes(3), 256)],
  ])("%s: %s", (_title, hex, apdu) => {
    expect(decodeCommand(fromHex(hex))).toEqual(apdu);
    expect(toHex(encodeCommand(apdu))).toBe(hex);
  });

  it("use extended lengths for data above 255 bytes", () => {
    const apdu = command(0x80, 0xa2, 0x06, 0xc1, bytes(307));
    expect(toHex(encodeCommand(apdu)).slice(0, 14)).toBe("80A206C1000133");
    expect(decodeCommand(encodeCommand(apdu))).toEqual(apdu);
  });

  it("are refused when length fields and bytes disagree", () => {
    for (const hex of ["00", "00A40200", "00A4020C03AABB", "00A4020C02AABBCCDD", "00A4020C0000", "00A4020C000002AA"]) {
      if (hex === "00A40200") continue;
      expect(decodeCommand(fromHex(hex)), hex).toBeUndefined();
    }
  });

  it("never throw, whatever the bytes, and are written as they came, in the extended form too", () => {
    const extendedForm = fc
      .tuple(fc.uint8Array({ minLength: 4, maxLength: 4 }), fc.uint8Array({ maxLength: 300 }), fc.nat(0xffff))
      .map(([header, data, le]) => [...header, 0, data.length >> 8, data.length & 255, ...data, le >> 8, le & 255])
      .map((raw) => Uint8Array.from(raw));
    let commands = 0;
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), extendedForm), (raw) => {
        const apdu = decodeCommand(raw);
        if (apdu !== undefined) commands++;
        return apdu === undefined || toHex(encodeCommand(apdu)) === toHex(raw);
      }),
    );
    expect(commands).toBeGreaterThan(20);
  });

  it("say that they came in the extended form only where the short one would have done", () => {
    expect(decodeCommand(fromHex("00840000000008"))).toEqual({
      ...command(0, 0x84, 0, 0, undefined, 8),
      extended: true,
    });
    expect(decodeCommand(fromHex("0084000008"))).toEqual(command(0, 0x84, 0, 0, undefined, 8));
  });
});

describe("answers and data objects", () => {
  it("tell the tries left in 63Cx and every status in words", () => {
    expect([0x63c0, 0x63c3, 0x6300, 0x9000].map(triesLeftIn)).toEqual([0, 3, undefined, undefined]);
    expect(meaningOf(0x63c2).en).toContain("2 tries");
    expect(meaningOf(0x1234).en).toBe("unknown status");
  });

  it("the ATRs of the reference close with their check character", () => {
    expect(
      Object.entries(MY_NUMBER_ATRS)
        .filter(([, atr]) => !hasValidTck(atr))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it("TLVs come back the same, with one, two and three bytes of length", () => {
    for (const length of [0, 1, 127, 128, 255, 256, 5_000]) {
      const [object] = decodeTlvs(encodeTlv(0xdf27, bytes(length)));
      expect(object).toEqual({ tag: 0xdf27, value: bytes(length), offset: 0 });
    }
    expect(() => decodeTlvs(fromHex("DF2705AA"))).toThrow(/only 1 follow/);
    expect(() => decodeTlvs(fromHex("DF"))).toThrow(/end inside the tag/);
  });
});
