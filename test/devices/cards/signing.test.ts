import { constants, createHash, type KeyObject, publicDecrypt, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import {
  body,
  COMMON,
  DIGEST_INFO,
  DIGEST_INFO_WITHOUT_NULL,
  E,
  HASH,
  J,
  MESSAGE,
  parts,
  REGISTER,
  sign,
  swOf,
  V,
  verifyBy,
  X,
} from "./apdus.ts";
import { PASSWORD, PIN, talk } from "./fixture.ts";

/** JPKI with both PINs verified: everything may sign. */
const authorised = () => {
  const send = talk();
  for (const step of [J, verifyBy(0x18, PIN), verifyBy(0x1b, PASSWORD)]) send(step);
  return send;
};
const message = fromHex(MESSAGE);
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
const opened = (key: KeyObject, signature: Uint8Array): string =>
  toHex(publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature));

/** What P1 makes of the input, and how it is checked with node:crypto (my-number-card.md §2.6). */
const schemes: readonly (readonly [
  p1: number,
  what: string,
  data: string,
  check: (key: KeyObject, s: Uint8Array) => boolean,
])[] = [
  [0, "input taken verbatim: a DigestInfo", DIGEST_INFO, (key, s) => verify("sha256", message, key, s)],
  [
    0,
    "a DigestInfo without NULL",
    DIGEST_INFO_WITHOUT_NULL,
    (key, s) => opened(key, s) === DIGEST_INFO_WITHOUT_NULL.toUpperCase(),
  ],
  [0, "one byte", "7F", (key, s) => opened(key, s) === "7F"],
  [0, "245 bytes, all there is room for", "A5".repeat(245), (key, s) => opened(key, s) === "A5".repeat(245)],
  [1, "hash of the message, bare", MESSAGE, (key, s) => opened(key, s) === HASH.toUpperCase()],
  [2, "a hash, DigestInfo by the card", HASH, (key, s) => verify("sha256", message, key, s)],
  [3, "message, hash and DigestInfo by the card", MESSAGE, (key, s) => verify("sha256", message, key, s)],
  [4, "a hash, PSS", HASH, (key, s) => verify("sha256", message, { key, ...pss }, s)],
  [5, "message, hash and PSS by the card", MESSAGE, (key, s) => verify("sha256", message, { key, ...pss }, s)],
];

const keys = [
  ["authentication key", 0x97, simulationKey("card-authentication").publicKey],
  ["signing key", 0x9a, simulationKey("card-signature").publicKey],
] as const;

describe("COMPUTE DIGITAL SIGNATURE (my-number-card.md §2.6)", () => {
  describe.each(keys)("%s", (_name, p2, key) => {
    it.each(schemes)("P1 %i: %s", (p1, _what, data, check) => {
      const { data: signature, sw } = parts(authorised()(sign(data, p2, p1)));
      expect([sw, signature.length, check(key, signature)]).toEqual(["9000", 256, true]);
    });
  });

  it("a changed message does not verify: the checks above can fail", () => {
    const signature = parts(authorised()(sign(MESSAGE, 0x97, 5))).data;
    const key = simulationKey("card-authentication").publicKey;
    expect(verify("sha256", fromHex(`${MESSAGE}00`), { key, ...pss }, signature)).toBe(false);
    expect(verify("sha256", message, { key: simulationKey("card-signature").publicKey, ...pss }, signature)).toBe(
      false,
    );
  });

  it("PKCS#1 v1.5 repeats byte for byte; PSS has a salt, and verifies with every one", () => {
    const send = authorised();
    const signatures = (p1: number) => Array.from({ length: 16 }, () => send(sign(MESSAGE, 0x97, p1)));
    const key = simulationKey("card-authentication").publicKey;
    expect(new Set(signatures(0)).size).toBe(1);
    const salted = signatures(5);
    expect(new Set(salted).size).toBe(16);
    expect(salted.every((answer) => verify("sha256", message, { key, ...pss }, parts(answer).data))).toBe(true);
  });

  it.each([
    ["unknown P1", sign(DIGEST_INFO, 0x97, 6), "6A86"],
    ["unknown P2", sign(DIGEST_INFO, 0x70), "6A86"],
    ["P2 00 where there is no default key", sign(DIGEST_INFO, 0x00), "6A86"],
    ["246 bytes", sign("A5".repeat(246), 0x97), "6700"],
    ["nothing", "802A009700", "6700"],
    ["a hash of 31 bytes", sign("A5".repeat(31), 0x97, 2), "6700"],
    ["a hash of 33 bytes, PSS", sign("A5".repeat(33), 0x97, 4), "6700"],
    ["a key that is not there", sign(DIGEST_INFO, 0x83), "6A82"],
    ["a PIN", sign(DIGEST_INFO, 0x98), "6981"],
    ["a file", sign(DIGEST_INFO, 0x8a), "6981"],
    ["no current key", sign(DIGEST_INFO), "6986"],
    ["the same with class 00", sign(DIGEST_INFO, 0x97).replace(/^80/, "00"), "6D00"],
  ])("refuses %s", (_title, command, sw) => {
    const send = talk();
    for (const step of [J, verifyBy(0x18, PIN), J]) send(step);
    expect(send(command)).toBe(sw);
  });

  it("the rights are apart: the PIN opens the one key, the password the other", () => {
    const signedAfter = (sfi: number, secret: string) => {
      const send = talk();
      for (const step of [J, verifyBy(sfi, secret)]) send(step);
      return [0x97, 0x9a].map((p2) => swOf(send(sign(DIGEST_INFO, p2))));
    };
    expect([signedAfter(0x18, PIN), signedAfter(0x1b, PASSWORD)]).toEqual([
      ["9000", "6982"],
      ["6982", "9000"],
    ]);
  });

  it("does not ask for the date: certificates expire at the centre, not on the card (my-number-card.md §4.4)", () => {
    const send = authorised();
    expect(Array.from({ length: 5 }, () => swOf(send(sign(DIGEST_INFO, 0x97))))).toEqual(Array(5).fill("9000"));
  });
});

describe("internal authentication without a PIN (my-number-card.md §1.10, §2.6, §2.7)", () => {
  it.each([
    ["券面事項確認AP", V, 0x9a, simulationKey("card-internal-authentication").publicKey],
    ["券面事項入力補助AP", X, 0x93, simulationKey("text-internal-authentication").publicKey],
  ] as const)("%s: P2 00 and the key by its short id give one signature", (_name, application, p2, key) => {
    const send = talk();
    send(application);
    const byDefault = parts(send(sign(DIGEST_INFO, 0x00))).data;
    expect(verify("sha256", message, key, byDefault)).toBe(true);
    expect(parts(send(sign(DIGEST_INFO, p2))).data).toEqual(byDefault);
    expect(swOf(send(sign(MESSAGE, 0x00, 5)))).toBe("9000");
  });

  it.each([1, 32, 255])("INTERNAL AUTHENTICATE signs a challenge of %i bytes, in 共通カードAP alone", (length) => {
    const challenge = "C3".repeat(length);
    const send = talk();
    send(COMMON);
    const command = `00880099${body(challenge)}00`;
    const { data } = parts(send(command));
    const key = simulationKey("common-card-internal-authentication").publicKey;
    expect(verify("sha256", fromHex(challenge), key, data)).toBe(true);
    expect(opened(key, data)).toContain(createHash("sha256").update(fromHex(challenge)).digest("hex").toUpperCase());
    send(E(0x0019));
    expect(parts(send(`00880080${body(challenge)}00`)).data).toEqual(data);
  });

  it.each([
    ["the authentication key of JPKI", J, "00880097", "6982"],
    ["the signing key of JPKI", J, "0088009A", "6982"],
    ["the key of 券面事項確認AP", V, "0088009A", "6985"],
    ["the key of 券面事項入力補助AP", X, "00880093", "6985"],
    ["a PIN", COMMON, "0088009C", "6981"],
    ["a key that is not there", COMMON, "00880085", "6A82"],
    ["no current key", COMMON, "00880080", "6986"],
    ["P1 01", COMMON, "00880199", "6A86"],
    ["P2 without its high bit", COMMON, "00880019", "6A86"],
  ])("is refused by %s", (_title, application, header, sw) => {
    const send = talk();
    send(application);
    expect(send(`${header}${body("C3".repeat(32))}00`)).toBe(sw);
  });

  it("wants 1 to 255 bytes, and its key signs nothing else", () => {
    const send = talk();
    send(COMMON);
    expect(["0088009900", `00880099${body("C3".repeat(256))}0000`, sign(DIGEST_INFO, 0x99)].map(send)).toEqual([
      "6700",
      "6700",
      "6985",
    ]);
  });
});

describe("GET CHALLENGE (my-number-card.md §2.7)", () => {
  it.each([J, V, X, COMMON, REGISTER, "00A4040C07A0000001510000"])(
    "after %s gives as many bytes as are asked for, 1 to 256, and others each time",
    (aid) => {
      const send = talk();
      send(aid);
      const lengths = [1, 8, 16, 32, 255, 256];
      expect(lengths.map((le) => parts(send(`00840000${toHex(Uint8Array.of(le & 255))}`)).data.length)).toEqual(
        lengths,
      );
      expect(new Set([1, 2, 3].map(() => send("0084000020"))).size).toBe(3);
    },
  );

  it.each([
    ["257 bytes", "00840000000101", "6985"],
    ["the extended form, though the short one would do", "00840000000008", "6985"],
    ["as many as there are", "00840000000000", "6985"],
    ["none", "00840000", "6700"],
    ["P1 01", "0084010008", "6A86"],
    ["P2 01", "0084000108", "6A86"],
    ["a data field", "00840000010008", "6700"],
  ])("refuses %s", (_title, command, sw) => {
    expect(talk()(command)).toBe(sw);
  });
});
