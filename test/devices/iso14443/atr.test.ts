import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasValidTck, MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { atrOfTypeB, atrVectors, typeBCardOf } from "../../../devices/iso14443/atr.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { atReader, exampleCard } from "./reader.ts";

describe("the ATR a reader makes of a Type B card", () => {
  it.each(atrVectors.map((vector) => [vector.title, vector] as const))("of %s is that of its row", (_title, row) => {
    expect(toHex(atrOfTypeB(row.card, row.card.mbli))).toBe(toHex(row.atr));
    expect(typeBCardOf(row.atr)).toEqual(row.card);
  });

  it("is the same for a short and an extended ATQB", () => {
    expect(atrOfTypeB({ ...exampleCard, extension: 0x40 }, 0)).toEqual(atrOfTypeB(exampleCard, 0));
  });

  it("is what the activated reader tells, from MBLI of the answer to ATTRIB, and is gone with the card", () => {
    const { run, pcd, field, piccs } = atReader({ cards: [{ card: { mbli: 5, extension: 0x40 } }] });
    expect(run(pcd.activate())).toMatchObject({ atr: atrOfTypeB(exampleCard, 5) });
    expect(pcd.atr).toEqual(atrOfTypeB(exampleCard, 5));
    for (const picc of piccs) field.leave(picc);
    run(pcd.presence());
    expect(pcd.atr).toBeUndefined();
  });

  it("is taken back only from an ATR of that shape", () => {
    expect(typeBCardOf(MY_NUMBER_ATRS.contactPlain)).toBeUndefined();
    expect(typeBCardOf(MY_NUMBER_ATRS.contactless.subarray(0, 12))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (atr) => {
        const card = typeBCardOf(atr);
        if (card !== undefined) expect(hasValidTck(atrOfTypeB(card, card.mbli))).toBe(true);
      }),
    );
  });
});
