import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { CV_CA_DIGITS, cvKeyId } from "../../../simulator/pki/cv-certificate.ts";
import type { CardApplication } from "../application.ts";
import type { CardImage } from "../card-image.ts";
import { changeKeyCommands, commonCommands } from "../commands/index.ts";
import { asTheyAre, bytesAsTheyAre, recordFile } from "../elementary-file.ts";
import { cardRecord } from "../files/card-record.ts";
import { FOUR_DIGITS } from "../pin.ts";

/** EF 0002 of 共通カードAP and of 住基AP: the same bytes (as myna-card found, juki.rs); what key they name is unknown. */
export const commonKeyId = recordFile({
  fid: 0x0002,
  name: { ja: "鍵ID", en: "key id" },
  read: "free",
  codec: bytesAsTheyAre,
  records: () => [cvKeyId(CV_CA_DIGITS.card, "001")],
  vectors: asTheyAre("39 39"),
});

/** 共通カードAP: the number of the card, and the one key that answers INTERNAL AUTHENTICATE (my-number-card.md §1.6). */
export const commonCard: CardApplication<CardImage> = {
  id: "common-card",
  aid: fromHex("D3921000310001010100"),
  name: { ja: "共通カードAP", en: "common card application" },
  objects: [
    recordFile({
      fid: 0x0001,
      name: { ja: "カード番号", en: "card number" },
      read: "free",
      codec: cardRecord,
      records: ({ serialNumber, holder, front }) => [
        { serialNumber, municipality: holder.municipality, expiry: front.expiry },
      ],
      vectors: [
        {
          title: "01 1C and 28 digits",
          bytes: "01 1C 393939393939303030303030303031 3939393939 3230333030313031",
          value: { serialNumber: "999999000000001", municipality: "99999", expiry: civilDate("2030-01-01") },
        },
      ],
    }),
    commonKeyId,
    {
      kind: "key",
      fid: 0x0019,
      name: { ja: "内部認証鍵", en: "internal authentication key" },
      use: "free",
      does: "authenticate",
      key: ({ commonKey }) => commonKey,
    },
    {
      kind: "pin",
      fid: 0x001c,
      name: { ja: "共通カードAPのパスワード", en: "common card PIN" },
      tries: () => 3,
      holds: "pin",
      format: FOUR_DIGITS,
      digits: ({ pins }) => pins.common,
    },
  ],
  commands: [...commonCommands, ...changeKeyCommands],
};
