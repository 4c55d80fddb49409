import { createHash } from "node:crypto";
import { concat, fromHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { cvKeyId } from "../../../simulator/pki/cv-certificate.ts";
import { decodeFirstTlv, decodeTlvs, encodeTlv } from "../../iso7816/ber-tlv.ts";
import { tlvPublicKey } from "../../iso7816/tlv-table.ts";
import { type CardApplication, commandKey } from "../application.ts";
import { type CardHolder, type CardImage, hasPinObjects, sexOnChip } from "../card-image.ts";
import { commonCommands, referenceDataCommands } from "../commands/index.ts";
import { sessionKeyRefused } from "../commands/proprietary.ts";
import { asTheyAre, bytesAsTheyAre, file } from "../elementary-file.ts";
import {
  attributes,
  integrityRecord,
  internalKeyRecord,
  personalNumberRecord,
  textInformation,
} from "../files/text-records.ts";
import { FOUR_DIGITS } from "../pin.ts";
import { blockedKey, unknownFile, unknownKey } from "../unknown-objects.ts";
import { referenceNumbers } from "./card-surface.ts";

/** 券面事項入力補助用PIN, 照合番号A, 照合番号B: the right each grants carries the same id. */
export const TEXT_PIN = 0x0011;
const TEXT_REFERENCE_A = 0x0014;
const TEXT_REFERENCE_B = 0x0015;
const INTERNAL_KEY = 0x0013;
const ANY_OF_THREE = { anyOf: [TEXT_PIN, TEXT_REFERENCE_A, TEXT_REFERENCE_B] };
/** Public key template (ISO/IEC 7816-8 style), the content of EF 0006. */
const KEY_TEMPLATE = 0xa1;
/** DF42 names a key, but not the one certified in EF 0004 (myna-card, text.rs); the digits are ours. */
const INFORMATION_KEY_ID = cvKeyId("9990034", "001");
/** DF43: 32 bytes of unknown meaning and 96 × FF (§1.5). */
const OPAQUE = new Uint8Array(128).fill(0xff).fill(0x00, 0, 32);

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());

const attributesOf = (holder: CardHolder) => ({
  name: holder.name,
  address: holder.address,
  birthdate: holder.birthdate,
  sex: sexOnChip(holder),
});

/** What the issuer vouches for: the number file whole, the attributes without their offset table (my-number-card.md §1.5). */
export function textHashes(holder: CardHolder): {
  readonly numberHash: Uint8Array;
  readonly attributesHash: Uint8Array;
} {
  const [, ...entries] = decodeTlvs(decodeFirstTlv(attributes.encode(attributesOf(holder))).value);
  return {
    numberHash: sha256(personalNumberRecord.encode(holder.personalNumber)),
    attributesHash: sha256(concat(...entries.map(({ tag, value }) => encodeTlv(tag, value)))),
  };
}

/** 券面事項入力補助AP: number and attributes as text (my-number-card.md §1.5). */
export const textInput: CardApplication<CardImage> = {
  id: "text-input",
  aid: fromHex("D3921000310001010408"),
  name: { ja: "券面事項入力補助AP", en: "surface input helper application" },
  defaultKey: INTERNAL_KEY,
  objects: [
    file({
      fid: 0x0001,
      name: { ja: "個人番号", en: "personal number" },
      read: { anyOf: [TEXT_PIN, TEXT_REFERENCE_A] },
      holds: "personal-number",
      codec: personalNumberRecord,
      content: ({ holder }) => holder.personalNumber,
      vectors: [{ title: "§1.5", bytes: "FF10 0C 313233343536373839303138 FFFF", value: "123456789018" }],
    }),
    file({
      fid: 0x0002,
      name: { ja: "基本4情報", en: "four attributes" },
      read: { anyOf: [TEXT_PIN, TEXT_REFERENCE_B] },
      codec: attributes,
      content: ({ holder }) => attributesOf(holder),
      vectors: [
        {
          title: "the synthetic example of §1.5, 89 bytes",
          bytes:
            "FF20 56 DF21 08 000E 0020 004A 0055 DF22 0F E6A8A1E693ACE38080E5A4AAE9838E" +
            "DF23 27 E69DB1E4BAACE983BDE6A8A1E693ACE58CBAEFBC91E4B881E79BAEEFBC92E795AAEFBC93E58FB7" +
            "DF24 08 3139393030313031 DF25 01 31",
          value: {
            name: "模擬　太郎",
            address: "東京都模擬区１丁目２番３号",
            birthdate: civilDate("1990-01-01"),
            sex: "1",
          },
        },
      ],
    }),
    file({
      fid: 0x0003,
      name: { ja: "真正性確認レコード", en: "integrity record" },
      read: ANY_OF_THREE,
      // Twelve digits are found from their hash in no time.
      holds: "personal-number",
      codec: integrityRecord,
      content: ({ holder, text }) => ({ ...textHashes(holder), signature: text.integritySignature() }),
      vectors: [
        {
          title: "a small record",
          bytes: "FF30 0E DF31 02 A1A2 DF32 02 B1B2 DF33 01 C1",
          value: { numberHash: fromHex("A1A2"), attributesHash: fromHex("B1B2"), signature: fromHex("C1") },
        },
      ],
    }),
    file({
      fid: 0x0004,
      name: { ja: "署名鍵のCV証明書", en: "CV certificate of the signer" },
      read: "free",
      codec: bytesAsTheyAre,
      content: ({ text }) => text.signerCertificate(),
      vectors: asTheyAre("7F 21 01 00"),
    }),
    file({
      fid: 0x0005,
      name: { ja: "AP基本情報", en: "basic information" },
      read: "free",
      codec: textInformation,
      content: () => ({
        version: fromHex("01 03 0E 01"),
        keyId: INFORMATION_KEY_ID,
        opaque: OPAQUE,
      }),
      vectors: [
        {
          title: "the file and DF43 write their lengths in three bytes",
          bytes: "FF40 82 0012 DF41 04 01030E01 DF42 01 01 DF43 82 0002 FFFF",
          value: { version: fromHex("01030E01"), keyId: fromHex("01"), opaque: fromHex("FFFF") },
        },
      ],
    }),
    file({
      fid: 0x0006,
      name: { ja: "セッション鍵用公開鍵", en: "public key for session keys" },
      read: ANY_OF_THREE,
      codec: bytesAsTheyAre,
      content: ({ text }) => encodeTlv(KEY_TEMPLATE, tlvPublicKey.write(text.sessionModulus)),
      vectors: asTheyAre("A1 02 90 00"),
    }),
    file({
      fid: 0x0007,
      name: { ja: "内部認証鍵の公開鍵", en: "public half of the internal key" },
      read: ANY_OF_THREE,
      codec: internalKeyRecord,
      content: ({ text }) => ({ modulus: text.internal.modulus, signature: text.internalKeySignature() }),
      vectors: [
        {
          title: "a small record",
          bytes: "FF50 13 DF51 0B 90 03 010001 91 04 A1A2A3A4 DF52 02 B1B2",
          value: { modulus: fromHex("A1A2A3A4"), signature: fromHex("B1B2") },
        },
      ],
    }),
    unknownFile(0x0008),
    unknownKey(0x0010),
    {
      kind: "pin",
      fid: TEXT_PIN,
      name: { ja: "券面事項入力補助用パスワード", en: "surface input helper PIN" },
      present: hasPinObjects,
      tries: () => 3,
      holds: "pin",
      format: FOUR_DIGITS,
      digits: ({ pins }) => pins.text,
    },
    blockedKey(0x0012),
    {
      kind: "key",
      fid: INTERNAL_KEY,
      name: { ja: "内部認証鍵", en: "internal authentication key" },
      use: "free",
      does: "sign",
      key: ({ text }) => text.internal.key,
    },
    ...referenceNumbers(TEXT_REFERENCE_A, TEXT_REFERENCE_B),
    ...[0x001c, 0x001e].map(unknownKey),
  ],
  commands: [...commonCommands, ...referenceDataCommands, [commandKey(0x80, 0xae), sessionKeyRefused(TEXT_PIN)]],
};
