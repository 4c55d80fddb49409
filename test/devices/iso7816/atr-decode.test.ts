import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { atrVectors, decodeAtr } from "../../../devices/iso7816/atr-decode.ts";
import { concat, fromHex, sameBytes, toHex } from "../../../simulator/kernel/bytes.ts";

const inWords = (bytes: readonly { readonly name: string; readonly value: number }[]): string =>
  bytes.map(({ name, value }) => `${name}=${value.toString(16).toUpperCase().padStart(2, "0")}`).join(" ");

describe("an ATR", () => {
  it.each(atrVectors.map((vector) => [vector.title, vector] as const))("%s, is read as its row says", (_title, row) => {
    const { interfaceBytes, historical, ...said } = decodeAtr(fromHex(row.atr));
    expect(said).toMatchObject({
      convention: "direct",
      complete: true,
      extraBytes: 0,
      ...row.says,
    });
    expect(inWords(interfaceBytes)).toBe(row.interfaceBytes);
    expect(toHex(historical)).toBe(row.historical.replaceAll(" ", ""));
  });

  it("of every My Number card has a row", () => {
    const rows = atrVectors.map(({ atr }) => fromHex(atr));
    for (const atr of Object.values(MY_NUMBER_ATRS)) expect(rows.some((row) => sameBytes(row, atr))).toBe(true);
  });

  it("with one bit changed behind TS has no valid check character", () => {
    for (const atr of Object.values(MY_NUMBER_ATRS)) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = atr.slice();
        changed[atr.length - 1] = (changed.at(-1) ?? 0) ^ (1 << bit);
        expect(decodeAtr(changed).tck).toBe("wrong");
      }
    }
  });

  it("of reserved Fi or Di has no rate", () => {
    expect(decodeAtr(fromHex("3B 10 72")).rate).toBeUndefined();
    expect(decodeAtr(fromHex("3B 10 1F")).rate).toBeUndefined();
    expect(decodeAtr(fromHex("3B 10 18")).rate).toEqual({ fi: 372, di: 12 });
  });

  it("is read whatever its bytes, and every byte counts once", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (tail, real) => {
        const atr = real ? concat(Uint8Array.of(0x3b), tail) : tail;
        const { interfaceBytes, historical, tck, complete, extraBytes } = decodeAtr(atr);
        const check = tck === "valid" || tck === "wrong" ? 1 : 0;
        const counted = Math.min(atr.length, 2) + interfaceBytes.length + historical.length + check;
        expect(counted).toBeLessThanOrEqual(33);
        if (complete) expect(counted + extraBytes).toBe(atr.length);
      }),
    );
  });

  it("that announces interface bytes without end is cut at the 33 bytes an ATR may have", () => {
    const { interfaceBytes, complete } = decodeAtr(new Uint8Array(5_000).fill(0xff));
    expect([interfaceBytes.length, complete]).toEqual([31, false]);
  });
});
