import type { KeyObject } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCommand } from "../../../devices/iso7816/apdu.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { ascii } from "./apdus.ts";
import { anyDeed, type Deed, perform } from "./arbitraries.ts";
import { card, image, PASSWORD, PINS, REFERENCE_NUMBER_B } from "./fixture.ts";
import { inSlot } from "./in-slot.ts";

/** Status words end in these: 9000, or an error or warning of ISO/IEC 7816-4 §5.6; 61xx and 6Cxx are never used (§2.1). */
const WORD = /^(?:9000|6[2-9ABDEF]..)$/;
const deeds = fc.array(anyDeed, { maxLength: 16 });

describe("whatever is sent", () => {
  it("any bytes alone get exactly one answer of two bytes or more, no longer than an extended Le allows", () => {
    const slot = inSlot(card());
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const answer = slot.exchange(bytes);
        expect(answer.length).toBeGreaterThanOrEqual(2);
        expect(answer.length).toBeLessThanOrEqual(65_538);
        expect(toHex(answer.slice(-2))).toMatch(WORD);
        if (decodeCommand(bytes) === undefined) expect(toHex(answer)).toBe("6700");
      }),
      { numRuns: 2_000 },
    );
  });

  it("so do sequences of sound, damaged and senseless commands, power cuts between them", () => {
    fc.assert(
      fc.property(deeds, fc.constantFrom("card", "face-only", "android", "iphone"), (list, carrier) => {
        const slot = inSlot(card({ carrier }));
        for (const answer of list.flatMap((deed) => perform(deed, slot))) {
          expect(answer.length).toBeLessThanOrEqual(65_538);
          expect(toHex(answer.slice(-2))).toMatch(WORD);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the same sequence gets the same answers from a card of the same order: nothing comes from outside", () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const answers = () => {
          const slot = inSlot(card());
          return list.flatMap((deed) => perform(deed, slot)).map(toHex);
        };
        expect(answers()).toEqual(answers());
      }),
      { numRuns: 60 },
    );
  });
});

/** The numbers of a private key that must stay inside: d, p, q and what is computed from them, beginning and end of each. */
function partsOf(key: KeyObject): readonly string[] {
  const { d, p, q, dp, dq, qi } = key.export({ format: "jwk" });
  return [d, p, q, dp, dq, qi].flatMap((part) => {
    const hex = Buffer.from(part ?? "", "base64url")
      .toString("hex")
      .toUpperCase();
    return [hex.slice(0, 32), hex.slice(-32)];
  });
}

describe("what never leaves the card", () => {
  const { jpki, surface, text, commonKey } = image();
  const keys = [jpki.authentication.key, jpki.signature?.key, surface.internal.key, text.internal.key, commonKey];
  const keyParts = keys.flatMap((key) => (key === undefined ? [] : partsOf(key)));
  // Digits that stand nowhere else on the card, so that finding them means a leak.
  const pins = { ...PINS, authentication: "7391", signature: "QX7ZK9", text: "8264", register: "5917", common: "6842" };
  const inside = [
    pins.authentication,
    pins.signature,
    pins.text,
    pins.register,
    pins.common,
    PASSWORD,
    REFERENCE_NUMBER_B,
  ];
  const characters = inside.map((secret) => ascii(secret).toUpperCase());
  /** Signatures and challenges look like chance, where four digits are found sooner or later: no PIN is sought there. */
  const drawn = (deed: Deed): boolean => deed.does === "send" && [0x2a, 0x84, 0x88].includes(deed.bytes[1] ?? 0);

  it("no answer holds a PIN, a password, 照合番号B or a part of a private key", () => {
    expect(keyParts).toHaveLength(60);
    expect([...characters, ...keyParts].every((secret) => secret.length >= 8)).toBe(true);
    fc.assert(
      fc.property(deeds, (list) => {
        for (const slot of [inSlot(card()), inSlot(card({ pins }))])
          for (const deed of list) {
            const text = perform(deed, slot).map(toHex).join(" ");
            const secrets = drawn(deed) ? keyParts : [...characters, ...keyParts];
            expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
          }
      }),
      { numRuns: 150 },
    );
  });
});
