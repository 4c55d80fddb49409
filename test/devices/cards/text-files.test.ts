import { createHash, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { attributes, integrityRecord, internalKeyRecord } from "../../../devices/cards/files/text-records.ts";
import { decodeFirstTlv, decodeTlvs } from "../../../devices/iso7816/ber-tlv.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { ascii } from "./apdus.ts";
import { card, image, PERSONAL_NUMBER } from "./fixture.ts";
import { beforeTheSignature, certifiedBy, keyOf } from "./issuer.ts";
import { fileOf } from "./opened.ts";

const file = (fid: number, subject = card()): Uint8Array => fileOf(subject, "text-input", fid);
const issuer = () => certifiedBy("text-cv-ca", file(0x04));
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").toUpperCase();

describe("券面事項入力補助AP", () => {
  it("number and attributes are the holder's", () => {
    const { name, address, birthdate } = image().holder;
    expect(toHex(file(0x01))).toBe(`FF100C${ascii(PERSONAL_NUMBER)}FFFF`);
    expect(attributes.decode(file(0x02))).toEqual({ name, address, birthdate, sex: "1" });
  });

  it("offsets of the attributes begin at 000E, and at 000F where the length takes two bytes (my-number-card.md §1.5)", () => {
    expect(toHex(file(0x02)).startsWith("FF2056DF2108000E0020004A0055DF220F")).toBe(true);
    const long = file(0x02, card({ holder: { ...image().holder, address: "字".repeat(30) } }));
    expect(toHex(long).startsWith("FF208189DF2108000F0021007E0089DF22")).toBe(true);
  });

  it("the integrity record vouches for the 17 bytes of the number and for the attributes without their offsets", () => {
    const { numberHash, attributesHash, signature } = integrityRecord.decode(file(0x03));
    const { value } = decodeFirstTlv(file(0x02));
    expect(toHex(numberHash)).toBe(sha256(file(0x01)));
    expect(toHex(attributesHash)).toBe(sha256(value.slice(decodeTlvs(value)[1]?.offset)));
    expect(verify("sha256", beforeTheSignature(file(0x03)), issuer(), signature)).toBe(true);
    expect(toHex(file(0x03)).startsWith("FF3082014BDF3120")).toBe(true);
  });

  it("the internal key's public half is signed, and is the key that answers 80 2A", () => {
    const { modulus, signature } = internalKeyRecord.decode(file(0x07));
    expect(verify("sha256", beforeTheSignature(file(0x07)), issuer(), signature)).toBe(true);
    expect(keyOf(modulus).equals(simulationKey("text-internal-authentication").publicKey)).toBe(true);
    expect(toHex(file(0x07)).startsWith("FF50820213DF51820109")).toBe(true);
  });

  it("basic information writes its lengths in three bytes; 32 bytes and 96 times FF stand last", () => {
    const written = toHex(file(0x05));
    expect(written.startsWith("FF4082009FDF410401030E01DF421039393930303334")).toBe(true);
    expect(written.endsWith(`DF43820080${"00".repeat(32)}${"FF".repeat(96)}`)).toBe(true);
  });

  it("the session key is a bare public key under A1", () => {
    expect(toHex(file(0x06)).startsWith("A1820109900301000191820100")).toBe(true);
    expect(file(0x06).slice(-256)).toEqual(simulationKey("text-session").modulus);
  });
});
