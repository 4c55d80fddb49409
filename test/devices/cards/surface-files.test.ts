import { constants, createHash, publicDecrypt, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cardFront } from "../../../devices/cards/files/card-front.ts";
import { frontIsGenuine } from "../../../devices/cards/files/front-signature.ts";
import { ageRecord, numberRecord, surfaceInformation } from "../../../devices/cards/files/surface-records.ts";
import { attributes } from "../../../devices/cards/files/text-records.ts";
import { decodeFirstTlv, decodeTlvs } from "../../../devices/iso7816/ber-tlv.ts";
import { fromHex, latin1, toHex } from "../../../simulator/kernel/bytes.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { card, image, PICTURES } from "./fixture.ts";
import { beforeTheSignature, certifiedBy } from "./issuer.ts";
import { fileOf } from "./opened.ts";

const file = (fid: number, subject = card()): Uint8Array => fileOf(subject, "card-surface", fid);
const ca = simulationKey("card-surface-cv-ca").publicKey;
const { modulus: ownModulus } = simulationKey("card-internal-authentication");

describe("the front of the card", () => {
  it("was signed by the issuer; a changed photo or sex, another certificate or CA is found out", () => {
    const [front, certificate] = [cardFront.decode(file(0x02)), file(0x04)];
    expect(frontIsGenuine(front, certificate, ca)).toBe(true);
    expect(frontIsGenuine({ ...front, photo: new Uint8Array(3) }, certificate, ca)).toBe(false);
    expect(frontIsGenuine({ ...front, sex: "2" }, certificate, ca)).toBe(false);
    expect(frontIsGenuine({ ...front, modulus: new Uint8Array(256).fill(1) }, certificate, ca)).toBe(false);
    expect(frontIsGenuine(front, certificate, simulationKey("terminal-cv-ca").publicKey)).toBe(false);
    expect(frontIsGenuine(front, fileOf(card(), "text-input", 0x04), ca)).toBe(false);
  });

  it("expiry and security code stand outside the signature (my-number-card.md §1.4)", () => {
    const front = cardFront.decode(file(0x02));
    const expiry = image().holder.birthdate;
    expect(frontIsGenuine({ ...front, expiry, securityCodePicture: new Uint8Array(1) }, file(0x04), ca)).toBe(true);
  });

  it("is hashed in three groups, entries as written with tag and length, as other programs check it", () => {
    const { value } = decodeFirstTlv(file(0x02));
    const at = decodeTlvs(value).map(({ offset }) => offset);
    const groups = [value.slice(at[1], at[4]), value.slice(at[4], at[6]), value.slice(at[6], at[7])];
    const hashes = groups.map((group) => createHash("sha256").update(group).digest("hex").toUpperCase());
    const key = certifiedBy("card-surface-cv-ca", file(0x04));
    const { signature } = cardFront.decode(file(0x02));
    expect(toHex(publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature))).toBe(
      `3071300D060960864801650304020105000460${hashes.join("")}`,
    );
  });

  it("begins with offsets that point at the tags, counted from the first byte of the file", () => {
    const bytes = file(0x02);
    const [table, ...entries] = decodeTlvs(decodeFirstTlv(bytes).value);
    const offsets = entries.map((_, at) => Buffer.from(table?.value ?? []).readUInt16BE(2 * at));
    const tags = ["DF22", "DF23", "DF24", "DF25", "DF26", "DF27", "DF28", "DF29", "DF2A"];
    expect(offsets.map((offset) => toHex(bytes.slice(offset, offset + 2)))).toEqual(tags);
  });

  it("carries pictures, dates and the card's own key", () => {
    expect(cardFront.decode(file(0x02))).toMatchObject({
      birthdate: "19900101",
      sex: "1",
      modulus: ownModulus,
      namePicture: PICTURES.name,
      addressPicture: PICTURES.address,
      photo: PICTURES.photo,
      expiry: "20300101",
      securityCodePicture: PICTURES.securityCode,
    });
  });

  it("has an empty DF27 on a card without a photo, signed all the same (D-18)", () => {
    const photoless = card({ pictures: { ...PICTURES, photo: new Uint8Array(0) } });
    const front = cardFront.decode(file(0x02, photoless));
    expect(front.photo).toHaveLength(0);
    expect(frontIsGenuine(front, file(0x04), ca)).toBe(true);
  });

  it("says 9 for a sex that is not set, as the text application does, and is genuine with it", () => {
    const unset = card({ holder: { ...image().holder, sex: "3" } });
    const front = cardFront.decode(file(0x02, unset));
    expect([front.sex, attributes.decode(fileOf(unset, "text-input", 0x02)).sex]).toEqual(["9", "9"]);
    expect(frontIsGenuine(front, file(0x04), ca)).toBe(true);
  });
});

describe("the other files of 券面事項確認AP", () => {
  it.each([
    ["age record", 0x01, ageRecord, "FF1082021EDF11083139393030313031DF12820109"],
    ["number picture", 0x05, numberRecord, "FF40820275DF415F"],
  ] as const)("%s: the card's key is in it, and the issuer signed it as written", (_name, fid, codec, header) => {
    const bytes = file(fid);
    const { modulus, signature } = codec.decode(bytes);
    expect(toHex(bytes).startsWith(header)).toBe(true);
    expect(modulus).toEqual(ownModulus);
    const issuer = certifiedBy("card-surface-cv-ca", file(0x04));
    expect(verify("sha256", beforeTheSignature(bytes), issuer, signature)).toBe(true);
  });

  it("basic information names keys of ours alone, and an opaque block", () => {
    const { keyId, keyVersion, opaque, municipality, version } = surfaceInformation.decode(file(0x03));
    expect([toHex(version), toHex(keyVersion), municipality]).toEqual(["06030E01", "01", "99999"]);
    expect([keyId, opaque.slice(0, 16)].map(latin1)).toEqual([
      expect.stringMatching(/^9990024/),
      expect.stringMatching(/^9990025/),
    ]);
    expect(opaque).toHaveLength(272);
  });

  it("the unknown file is 16 times FF", () => {
    expect(file(0x06)).toEqual(fromHex("FF".repeat(16)));
  });
});
