import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { AIDS, ascii, body, E, J, P, R, select, V, verifyBy, wholeBy, X } from "./apdus.ts";
import { card, PERSONAL_NUMBER, PICTURES, PINS, REFERENCE_NUMBER_B } from "./fixture.ts";
import { inSlot } from "./in-slot.ts";

/** Digits that stand nowhere else on the card, so that finding them means a leak. */
const pins = { ...PINS, authentication: "7391", signature: "QX7ZK9", text: "8264", register: "5917", common: "6842" };
const typed = [
  "7391",
  "QX7ZK9",
  "8264",
  "5917",
  "6842",
  "4829",
  "WRONG99",
  PERSONAL_NUMBER,
  REFERENCE_NUMBER_B,
  "020101",
];
const numberFile = fromHex(`FF100C${ascii(PERSONAL_NUMBER)}FFFF`);
/** What must never be found: secrets as characters and as bytes, a run of each private picture, the hash of the number. */
const secrets: readonly string[] = [
  ...typed,
  ...typed.map((secret) => ascii(secret).toUpperCase()),
  ...[PICTURES.photo, PICTURES.number, PICTURES.securityCode].map((picture) =>
    Buffer.from(picture.slice(-16)).toString("hex").toUpperCase(),
  ),
  createHash("sha256").update(numberFile).digest("hex").toUpperCase(),
];

/** An offset and a length can happen to spell a PIN (READ BINARY at 0684 of 20 bytes: …6842…): such a command is no leak. */
const spellsNoSecret = (hex: string): boolean => !secrets.some((secret) => hex.includes(secret));

const two = (value: number): string => value.toString(16).padStart(2, "0");
const shortIds = Array.from({ length: 31 }, (_, at) => at);

/** Whatever carries a PIN: any class, any P1 and P2, known to the application or not, whole or cut short. */
const pinCarrier = fc
  .tuple(
    fc.constantFrom("00", "80", "08", "0C", "10", "84", "FF"),
    fc.constantFrom("20", "21", "24", "25", "2C", "2D", "32", "54"),
    fc.constantFrom("00", "01", "02"),
    fc.oneof(
      fc.constant(0x80),
      fc.nat(0x1e).map((id) => 0x80 | id),
      fc.nat(255),
    ),
    fc.constantFrom(...typed),
    fc.constantFrom(...typed, ""),
    fc.constantFrom("", "00", "FF00FF"),
  )
  .map(([cla, ins, p1, p2, one, another, tail]) => `${cla}${ins}${p1}${two(p2)}${body(ascii(one + another))}${tail}`);

const command = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(AIDS)).map(select) },
  { weight: 3, arbitrary: fc.constantFrom(...shortIds).map(E) },
  { weight: 6, arbitrary: pinCarrier },
  { weight: 4, arbitrary: fc.constantFrom(...shortIds).map(wholeBy) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(0x700), fc.integer({ min: 1, max: 256 }))
      .map(([offset, le]) => R(offset, le))
      .filter(spellsNoSecret),
  },
  { weight: 1, arbitrary: fc.constantFrom(...shortIds).map((id) => `00B201${two((id << 3) | 4)}00`) },
  { weight: 1, arbitrary: fc.constant("cut") },
);
const opening = fc.constantFrom(
  [V, verifyBy(0x13, PERSONAL_NUMBER)],
  [V, verifyBy(0x12, REFERENCE_NUMBER_B)],
  [X, verifyBy(0x11, pins.text)],
  [J, verifyBy(0x1b, pins.signature)],
  [],
);

describe("the evidence of what passed between reader and card", () => {
  it("never holds a PIN, a reference number, the personal number or its hash, a photo: for any sequence", () => {
    fc.assert(
      fc.property(opening, fc.array(command, { maxLength: 30 }), (first, commands) => {
        const slot = inSlot(card({ pins }));
        for (const hex of [...first, ...commands])
          if (hex === "cut") slot.cutPower();
          else slot.send(hex);
        const text = slot.evidence.join("\n");
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["a PIN", [J, E(0x0018), P("7391")], "00200080«pin»", "9000"],
    ["a wrong PIN", [J, E(0x0018), P("4829")], "00200080«pin»", "63C2"],
    ["a PIN for nothing", [J, P("7391")], "00200080«pin»", "6986"],
    ["照合番号A", [V, verifyBy(0x13, PERSONAL_NUMBER)], "00200093«personal-number»", "9000"],
    ["照合番号B", [V, verifyBy(0x12, REFERENCE_NUMBER_B)], "00200092«reference-key»", "9000"],
    ["a new PIN where it cannot be changed", [V, E(0x0012), `0024018004${ascii("4829")}`], "00240180«pin»", "6D00"],
    ["a PIN under secure messaging", [J, `0C20009804${ascii("7391")}`], "0C200098«pin»", "69FC"],
    ["a PIN in an unknown class", [J, `1020009804${ascii("7391")}`], "10200098«pin»", "6E00"],
    ["a PUK and a PIN", [J, `002C009808${ascii("73914829")}`], "002C0098«pin»", "6D00"],
    ["the front", [V, verifyBy(0x12, REFERENCE_NUMBER_B), "00B0820000"], "00B0820000", "«photo»9000"],
    ["the number", [X, verifyBy(0x11, pins.text), "00B0810011"], "00B0810011", "«personal-number»9000"],
    ["the hash of the number", [X, verifyBy(0x11, pins.text), "00B0830000"], "00B0830000", "«personal-number»9000"],
    ["a PIN with the wrong Lc", [J, `0020009805${ascii("7391")}`], "00200098(9 bytes, no command)", "6700"],
  ])("keeps a mark of %s", (_what, commands, kept, answer) => {
    const slot = inSlot(card({ pins }));
    for (const hex of commands) slot.send(hex);
    expect(JSON.parse(slot.evidence.at(-1) ?? "{}")).toMatchObject({ message: { command: kept, response: answer } });
  });

  it("keeps what is no secret as it was", () => {
    const slot = inSlot(card({ pins }));
    for (const hex of [J, "00B08A0004"]) slot.send(hex);
    expect(slot.evidence.map((text) => JSON.parse(text).message)).toEqual([
      { reader: "R1", application: "jpki", command: J.toUpperCase(), response: "9000" },
      { reader: "R1", application: "jpki", command: "00B08A0004", response: expect.stringMatching(/^3082....9000$/) },
    ]);
  });
});
