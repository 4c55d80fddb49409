import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate, eraOf } from "../../../simulator/kernel/civil-time.ts";
import type { CardApplication } from "../application.ts";
import type { SurfaceImage } from "../card-image.ts";
import { commonCommands } from "../commands/index.ts";
import { file } from "../elementary-file.ts";
import { cardFront } from "../files/card-front.ts";

/** 照合番号B, the right it grants carries the same id. */
export const REFERENCE_B = 0x0012;
/** Front of the card with the face photo. */
export const CARD_FRONT = 0x0002;
/** CV certificate of the key that signed the front. */
export const SIGNER_CERTIFICATE = 0x0004;
const INTERNAL_KEY = 0x0010;
const NOTHING = new Uint8Array(0);

/**
 * 照合番号B: birth date with the year of the Japanese era (YYMMDD), year of expiry (YYYY), security code, 14 digits, all
 * of them printed on the front (my-number-card.md §1.8; the era year is the trap).
 */
export function referenceB({ birthdate, expiry, securityCode }: PrintedFront): string {
  const eraYear = String(eraOf(birthdate).year).padStart(2, "0");
  return `${eraYear}${birthdate.slice(4)}${expiry.slice(0, 4)}${securityCode}`;
}

/** What a camera can read off the front of a card. */
export type PrintedFront = Pick<SurfaceImage, "birthdate" | "expiry" | "securityCode">;

/** 券面事項確認AP: front, photo and the card's own key (my-number-card.md §1.4). */
export const cardSurface: CardApplication = {
  id: "card-surface",
  aid: fromHex("D3921000310001010402"),
  name: { ja: "券面事項確認AP", en: "card surface application" },
  defaultKey: INTERNAL_KEY,
  objects: [
    file({
      fid: CARD_FRONT,
      name: { ja: "券面（表）", en: "card front" },
      read: { anyOf: [REFERENCE_B] },
      holds: "photo",
      codec: cardFront,
      content: ({ surface }) => ({
        birthdate: surface.birthdate,
        sex: surface.sex,
        modulus: surface.modulus,
        // Pictures of the printed text need a font; a length of 0 says that this card carries none.
        namePicture: NOTHING,
        addressPicture: NOTHING,
        photo: surface.photo,
        signature: surface.signature,
        expiry: surface.expiry,
        securityCodePicture: NOTHING,
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
      fid: SIGNER_CERTIFICATE,
      name: { ja: "券面データ署名鍵のCV証明書", en: "CV certificate of the front's signer" },
      read: "free",
      codec: { decode: (bytes) => bytes, encode: (value) => value },
      content: ({ surface }) => surface.signerCertificate,
      vectors: [{ title: "bytes as they are", bytes: "7F 21 01 00", value: fromHex("7F 21 01 00") }],
    }),
    {
      kind: "key",
      fid: INTERNAL_KEY,
      name: { ja: "内部認証鍵", en: "internal authentication key" },
      use: "free",
      key: ({ surface }) => surface.key,
    },
    {
      kind: "pin",
      fid: REFERENCE_B,
      name: { ja: "照合番号B", en: "reference number B" },
      tries: 10,
      holds: "reference-key",
      digits: ({ surface }) => referenceB(surface),
    },
  ],
  commands: new Map(commonCommands),
};
