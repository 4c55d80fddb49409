import { concat, fromHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate, eraOf } from "../../../simulator/kernel/civil-time.ts";
import { cvKeyId } from "../../../simulator/pki/cv-certificate.ts";
import type { CardApplication, CardObject } from "../application.ts";
import { type CardImage, type PrintedFront, sexOnChip } from "../card-image.ts";
import { commonCommands } from "../commands/index.ts";
import { asTheyAre, bytesAsTheyAre, file } from "../elementary-file.ts";
import { cardFront } from "../files/card-front.ts";
import { ageRecord, numberRecord, surfaceInformation } from "../files/surface-records.ts";
import { unknownKey } from "../unknown-objects.ts";

/** 生年月日, 照合番号B, 照合番号A: the right each grants carries the same id. */
export const BIRTH_DATE = 0x0011;
export const REFERENCE_B = 0x0012;
export const REFERENCE_A = 0x0013;
/** Front of the card with the face photo. */
export const CARD_FRONT = 0x0002;
/** CV certificate of the key that signed the front. */
export const SIGNER_CERTIFICATE = 0x0004;
/** The key that signs challenges, the application's default key (myna-card, surface.rs). */
const INTERNAL_KEY = 0x001a;
/** DF32 names a key, but not the one certified in EF 0004 (myna-card, surface.rs); the digits are ours. */
const INFORMATION_KEY_ID = cvKeyId("9990024", "001");
/** DF35: the id of a third key, then 256 bytes nobody can read (§1.4). */
const OPAQUE = concat(cvKeyId("9990025", "001"), new Uint8Array(256).fill(0xff));

/**
 * 照合番号B: birth date with the year of the Japanese era (YYMMDD), year of expiry (YYYY), security code, 14 digits, all
 * of them printed on the front (my-number-card.md §1.8; the era year is the trap).
 */
export function referenceB(front: PrintedFront): string {
  return `${birthDigits(front)}${front.expiry.slice(0, 4)}${front.securityCode}`;
}

/** The six digits that open the age record: the first part of 照合番号B (my-number-card.md §1.8). */
export function birthDigits({ birthdate }: Pick<PrintedFront, "birthdate">): string {
  return `${String(eraOf(birthdate).year).padStart(2, "0")}${birthdate.slice(4)}`;
}

/** 照合番号A is the personal number, 照合番号B the printed data; both applications with pictures and text know them. */
export function referenceNumbers(a: number, b: number): readonly CardObject[] {
  return [
    {
      kind: "pin",
      fid: a,
      name: { ja: "照合番号A", en: "reference number A" },
      tries: ({ profile }) => Number(profile.referenceTries),
      holds: "personal-number",
      digits: ({ holder }) => holder.personalNumber,
    },
    {
      kind: "pin",
      fid: b,
      name: { ja: "照合番号B", en: "reference number B" },
      tries: ({ profile }) => Number(profile.referenceTries),
      holds: "reference-key",
      digits: ({ front }) => referenceB(front),
    },
  ];
}

const NOTHING = new Uint8Array(0);

/** 券面事項確認AP: front, photo, number and the card's own key (my-number-card.md §1.4). */
export const cardSurface: CardApplication<CardImage> = {
  id: "card-surface",
  aid: fromHex("D3921000310001010402"),
  name: { ja: "券面事項確認AP", en: "card surface application" },
  defaultKey: INTERNAL_KEY,
  objects: [
    file({
      fid: 0x0001,
      name: { ja: "生年月日レコード", en: "age record" },
      read: { anyOf: [BIRTH_DATE] },
      codec: ageRecord,
      content: ({ holder, surface }) => ({
        birthdate: holder.birthdate,
        modulus: surface.internal.modulus,
        signature: surface.ageSignature(),
      }),
      vectors: [
        {
          title: "a small record",
          bytes: "FF10 1F DF11 08 3139393030313031 DF12 0B 90 03 010001 91 04 A1A2A3A4 DF13 03 B1B2B3",
          value: { birthdate: civilDate("1990-01-01"), modulus: fromHex("A1A2A3A4"), signature: fromHex("B1B2B3") },
        },
      ],
    }),
    file({
      fid: CARD_FRONT,
      name: { ja: "券面（表）", en: "card front" },
      read: { anyOf: [REFERENCE_A, REFERENCE_B] },
      holds: "photo",
      codec: cardFront,
      content: ({ holder, front, pictures, surface }) => ({
        birthdate: holder.birthdate,
        sex: sexOnChip(holder),
        modulus: surface.internal.modulus,
        namePicture: pictures.name,
        addressPicture: pictures.address,
        photo: pictures.photo,
        signature: surface.frontSignature(),
        expiry: front.expiry,
        securityCodePicture: pictures.securityCode,
      }),
      vectors: [
        {
          title: "a small front: the first entry follows the offset table at 0018",
          bytes:
            "FF20 53 DF21 12 0018 0023 0027 0035 0038 003B 0042 0048 0053" +
            "DF22 08 3139393030313031 DF23 01 31 DF24 0B 90 03 010001 91 04 A1A2A3A4 DF25 00 DF26 00 DF27 04 0000000C" +
            "DF28 03 B1B2B3 DF29 08 3230333030313031 DF2A 00",
          value: {
            birthdate: civilDate("1990-01-01"),
            sex: "1",
            modulus: fromHex("A1A2A3A4"),
            namePicture: NOTHING,
            addressPicture: NOTHING,
            photo: fromHex("0000000C"),
            signature: fromHex("B1B2B3"),
            expiry: civilDate("2030-01-01"),
            securityCodePicture: NOTHING,
          },
        },
      ],
    }),
    file({
      fid: 0x0003,
      name: { ja: "AP基本情報", en: "basic information" },
      read: "free",
      codec: surfaceInformation,
      content: ({ holder }) => ({
        version: fromHex("06 03 0E 01"),
        keyId: INFORMATION_KEY_ID,
        keyVersion: Uint8Array.of(1),
        municipality: holder.municipality,
        opaque: OPAQUE,
      }),
      vectors: [
        {
          title: "a small record",
          bytes: "FF30 1C DF31 04 06030E01 DF32 02 0102 DF33 01 01 DF34 05 3939393939 DF35 01 FF",
          value: {
            version: fromHex("06030E01"),
            keyId: fromHex("0102"),
            keyVersion: fromHex("01"),
            municipality: "99999",
            opaque: fromHex("FF"),
          },
        },
      ],
    }),
    file({
      fid: SIGNER_CERTIFICATE,
      name: { ja: "券面データ署名鍵のCV証明書", en: "CV certificate of the front's signer" },
      read: "free",
      codec: bytesAsTheyAre,
      content: ({ surface }) => surface.signerCertificate(),
      vectors: asTheyAre("7F 21 01 00"),
    }),
    file({
      fid: 0x0005,
      name: { ja: "個人番号の画像", en: "picture of the personal number" },
      read: { anyOf: [REFERENCE_A] },
      holds: "personal-number",
      codec: numberRecord,
      content: ({ pictures, surface }) => ({
        picture: pictures.number,
        modulus: surface.internal.modulus,
        signature: surface.numberSignature(),
      }),
      vectors: [
        {
          title: "a small record",
          bytes: "FF40 17 DF41 00 DF42 0B 90 03 010001 91 04 A1A2A3A4 DF43 03 B1B2B3",
          value: { picture: NOTHING, modulus: fromHex("A1A2A3A4"), signature: fromHex("B1B2B3") },
        },
      ],
    }),
    file({
      fid: 0x0006,
      name: { ja: "用途不明のEF", en: "EF of unknown use" },
      unknown: true,
      read: { anyOf: [REFERENCE_A, REFERENCE_B] },
      codec: bytesAsTheyAre,
      content: () => new Uint8Array(16).fill(0xff),
      vectors: asTheyAre("FF FF"),
    }),
    {
      kind: "key",
      fid: INTERNAL_KEY,
      name: { ja: "内部認証鍵", en: "internal authentication key" },
      use: "free",
      does: "sign",
      key: ({ surface }) => surface.internal.key,
    },
    {
      kind: "pin",
      fid: BIRTH_DATE,
      name: { ja: "生年月日（照合用）", en: "birth date" },
      tries: ({ profile }) => Number(profile.referenceTries),
      holds: "reference-key",
      digits: ({ holder }) => birthDigits(holder),
    },
    ...referenceNumbers(REFERENCE_A, REFERENCE_B),
    ...[0x0014, 0x0015, 0x001c, 0x001e].map(unknownKey),
  ],
  commands: commonCommands,
};
