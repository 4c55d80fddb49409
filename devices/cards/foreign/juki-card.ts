import type { KeyObject } from "node:crypto";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate, lastSecondMs, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { drawDigits, type Rng } from "../../../simulator/kernel/rng.ts";
import { authorityOf } from "../../../simulator/pki/generations.ts";
import { drawSerial } from "../../../simulator/pki/serial.ts";
import { issueSignatureCertificate } from "../../../simulator/pki/signature-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import type { CardApplication } from "../application.ts";
import { jpki, SIGN_CERTIFICATE, SIGN_KEY, SIGN_PIN } from "../applications/jpki.ts";
import { cardOf } from "../card.ts";
import { type Lazy, lazy } from "../card-image.ts";
import { defaultCardProfile } from "../choices.ts";
import { commonCommands, referenceDataCommands } from "../commands/index.ts";
import { asTheyAre, bytesAsTheyAre, file } from "../elementary-file.ts";
import { simulatorToken, TOKEN_VECTORS, tokenInformation } from "../files/token-information.ts";

import type { PinFormat } from "../pin.ts";
import { type ForeignCard, nothingSelected } from "./foreign-card.ts";

/*
 * 住民基本台帳カード, issued from 2003-08 to 2015-12. Public: the ATR (my-number-card.md §3.2), the JPKI application with its
 * token label (§1.3), a password of 4 to 16 letters and digits, a signing certificate good for three years. There was no
 * 利用者証明用電子証明書 before the My Number card, so EF 000A, 0017 and 0018 are not there (general knowledge).
 * Ours: that the rest of the application is laid out as in §1.2, five tries, the holder, the dates, and that 住基AP and
 * 券面事項確認AP (on cards from 2009-04 on) are missing: their names on this card are not public.
 */

const ATR = fromHex("3B 88 80 01 00 00 14 E0 B3 81 91 00 5E");
const PASSWORD: PinFormat = { minLength: 4, maxLength: 16, characters: /^[0-9A-Za-z]+$/ };
const ISSUED_ON = civilDate("2012-04-02");
const LAST_DAY = civilDate("2015-04-01");

interface JukiImage {
  readonly tokenSerial: string;
  readonly certificate: Lazy<Uint8Array>;
  readonly caCertificate: Lazy<Uint8Array>;
  readonly key: KeyObject;
}

function jukiImage(rng: Rng): JukiImage {
  const chance = rng.fork("juki card");
  const { privateKey, publicKey } = simulationKey("card-signature");
  const tokenSerial = drawDigits(chance, 16);
  return {
    tokenSerial,
    key: privateKey,
    caCertificate: lazy(() => authorityOf("signature", ISSUED_ON).certificate.der),
    certificate: lazy(
      () =>
        issueSignatureCertificate(authorityOf("signature", ISSUED_ON), {
          serial: drawSerial(chance),
          notBeforeMs: midnightMs(ISSUED_ON),
          notAfterMs: lastSecondMs(LAST_DAY),
          publicKey,
          commonName: `${drawDigits(chance, 28)}A`,
          locality: "模擬区",
          holder: {
            name: "模擬　住基",
            birthdate: civilDate("1970-01-01"),
            sex: "3",
            address: "東京都模擬区１丁目２番３号",
          },
        }).der,
    ),
  };
}

const oldJpki: CardApplication<JukiImage> = {
  id: jpki.id,
  aid: jpki.aid,
  name: { ja: "公的個人認証AP（住基カード）", en: "JPKI application of a Juki card" },
  objects: [
    file({
      fid: SIGN_CERTIFICATE,
      name: { ja: "電子証明書（期限切れ）", en: "certificate, long expired" },
      read: { anyOf: [SIGN_PIN] },
      codec: bytesAsTheyAre,
      content: ({ certificate }) => certificate(),
      vectors: asTheyAre("30 03 02 01 09"),
    }),
    file({
      fid: 0x0002,
      name: { ja: "CA証明書", en: "CA certificate" },
      read: "free",
      codec: bytesAsTheyAre,
      content: ({ caCertificate }) => caCertificate(),
      vectors: asTheyAre("30 03 02 01 0A"),
    }),
    file({
      fid: 0x0006,
      name: { ja: "トークン情報", en: "token information" },
      read: "free",
      codec: tokenInformation,
      content: ({ tokenSerial }) => simulatorToken("JPKIAPICCTOKEN", tokenSerial),
      vectors: TOKEN_VECTORS,
    }),
    {
      kind: "key",
      fid: SIGN_KEY,
      name: { ja: "秘密鍵", en: "private key" },
      use: { anyOf: [SIGN_PIN] },
      does: "sign",
      key: ({ key }) => key,
    },
    {
      kind: "pin",
      fid: SIGN_PIN,
      name: { ja: "パスワード", en: "password" },
      tries: () => 5,
      holds: "pin",
      format: PASSWORD,
      digits: () => "SIM0000",
    },
  ],
  commands: [...commonCommands, ...referenceDataCommands],
};

/** The card before the My Number card. It has the JPKI application, and nothing in it that a counter could use. */
export const jukiCard: ForeignCard<"juki-card"> = {
  id: "juki-card",
  title: { ja: "住民基本台帳カード（住基カード）", en: "Basic Resident Registration Card (Juki card)" },
  advice: {
    ja: "住基カード（2015年で発行終了）が置かれています。資格確認には使えません。マイナンバーカードを置くよう伝える",
    en: "an old Juki card lies there (the last ones are of 2015), which proves no insurance: ask for the My Number card",
  },
  make: (rng) => cardOf([nothingSelected, oldJpki], jukiImage(rng), { atr: ATR, profile: defaultCardProfile, rng }),
};
