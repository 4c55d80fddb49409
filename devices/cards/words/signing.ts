import { type Bilingual, same } from "../../../simulator/kernel/bilingual.ts";
import { SW } from "../../iso7816/status-word.ts";
import { type CommandRow, dataText, type Exchange, expectedText, hex, objectText, referenceOf } from "./command-row.ts";
import { digestInfoText } from "./digest-info.ts";

/** What COMPUTE DIGITAL SIGNATURE does with its data, by P1 (my-number-card.md §2.6). */
const INPUTS: Readonly<Record<number, Bilingual>> = {
  1: { ja: "メッセージ（カードがSHA-256を計算、値のみ）", en: "a message, hashed by the card, bare hash" },
  2: { ja: "ハッシュ値（カードがDigestInfoを付ける）", en: "a hash, the card adds the DigestInfo" },
  3: { ja: "メッセージ（カードがSHA-256を計算）", en: "a message, hashed by the card" },
  4: { ja: "ハッシュ値（PSS）", en: "a hash, padded as PSS" },
  5: { ja: "メッセージ（カードがSHA-256を計算、PSS）", en: "a message, hashed by the card, padded as PSS" },
};

const OURS: Bilingual = { ja: "シミュレーター独自の手順", en: "the simulator's own step" };
const OURS_BY_CA: Bilingual = { ja: "シミュレーター独自のCAで検証", en: "verified against the simulator's own CA" };

/** Commands with keys (my-number-card.md §2.6, §2.7, §1.10). */
export const signing: readonly CommandRow[] = [
  {
    ins: 0x2a,
    cla: 0x80,
    name: "COMPUTE DIGITAL SIGNATURE",
    asks(exchange) {
      const [input, key] = [inputText(exchange), keyText(exchange)];
      const size = dataText(exchange);
      return { ja: `${input.ja}${size.ja}に${key.ja}で署名`, en: `of ${input.en}, ${size.en}, with ${key.en}` };
    },
    notes: ({ response }) => [
      response.sw === SW.securityStatusNotSatisfied && {
        ja: "先に暗証番号などの照合が必要",
        en: "a PIN must be verified first",
      },
    ],
    vectors: [
      {
        after: ["00A4020C020017 → 9000"],
        exchange: `802A0080333031300D060960864801650304020105000420${"AB".repeat(32)}00 → ${"CD".repeat(256)}9000`,
        ja: "COMPUTE DIGITAL SIGNATURE DigestInfo（SHA-256）51バイトにEF 0017 利用者証明用秘密鍵で署名 → 9000 正常終了、256バイト",
        en: "COMPUTE DIGITAL SIGNATURE of a DigestInfo of SHA-256, 51 bytes, with EF 0017 user authentication key → 9000 done, 256 bytes",
      },
      {
        exchange: `802A009731302F300B06096086480165030402010420${"AB".repeat(32)}00 → 6982`,
        ja: "COMPUTE DIGITAL SIGNATURE DigestInfo（SHA-256、NULLなし）49バイトにEF 0017 利用者証明用秘密鍵で署名 → 6982 権限なし（先に暗証番号などの照合が必要）",
        en: "COMPUTE DIGITAL SIGNATURE of a DigestInfo of SHA-256 without NULL, 49 bytes, with EF 0017 user authentication key → 6982 security status not satisfied (a PIN must be verified first)",
      },
      {
        application: "card-surface",
        exchange: `802A050004A1A2A3A400 → ${"CD".repeat(256)}9000`,
        ja: "COMPUTE DIGITAL SIGNATURE メッセージ（カードがSHA-256を計算、PSS）4バイトにこのAPの鍵で署名 → 9000 正常終了、256バイト",
        en: "COMPUTE DIGITAL SIGNATURE of a message, hashed by the card, padded as PSS, 4 bytes, with the application's own key → 9000 done, 256 bytes",
      },
      {
        exchange: "802A008003A1A2A300 → 6986",
        ja: "COMPUTE DIGITAL SIGNATURE データそのまま3バイトにカレントEFで署名 → 6986 カレントEFなし",
        en: "COMPUTE DIGITAL SIGNATURE of data as they are, 3 bytes, with the current EF → 6986 no current file",
      },
      {
        exchange: "802A068003A1A2A300 → 6A86",
        ja: "COMPUTE DIGITAL SIGNATURE 入力（P1 06）3バイトにカレントEFで署名 → 6A86 P1・P2の誤り",
        en: "COMPUTE DIGITAL SIGNATURE of input of P1 06, 3 bytes, with the current EF → 6A86 wrong P1 P2",
      },
    ],
  },
  {
    ins: 0x84,
    name: "GET CHALLENGE",
    asks: ({ command: { ne } }) => expectedText(ne),
    vectors: [
      {
        exchange: `0084000020 → ${"AB".repeat(32)}9000`,
        ja: "GET CHALLENGE 32バイト → 9000 正常終了、32バイト",
        en: "GET CHALLENGE 32 bytes → 9000 done, 32 bytes",
      },
    ],
  },
  {
    ins: 0x88,
    name: "INTERNAL AUTHENTICATE",
    asks(exchange) {
      const [key, challenge] = [keyText(exchange), dataText(exchange)];
      return { ja: `チャレンジ${challenge.ja}に${key.ja}で`, en: `on a challenge, ${challenge.en}, with ${key.en}` };
    },
    vectors: [
      {
        application: "common",
        exchange: `0088009904A1A2A3A400 → ${"CD".repeat(256)}9000`,
        ja: "INTERNAL AUTHENTICATE チャレンジ4バイトにEF 0019で → 9000 正常終了、256バイト",
        en: "INTERNAL AUTHENTICATE on a challenge, 4 bytes, with EF 0019 → 9000 done, 256 bytes",
      },
    ],
  },
  {
    ins: 0xa2,
    cla: 0x80,
    name: "VERIFY CERTIFICATE",
    asks(exchange) {
      const { p1, p2 } = exchange.command;
      const size = dataText(exchange);
      const part = CERTIFICATE_PARTS[(p1 << 8) | p2] ?? same(`P1P2 ${hex((p1 << 8) | p2, 2)}`);
      return { ja: `端末証明書の${part.ja}、${size.ja}`, en: `of a terminal: ${part.en}, ${size.en}` };
    },
    notes: () => [OURS_BY_CA],
    vectors: [
      {
        after: ["00A4020C020016 → 9000"],
        exchange: "80A206C1047F210201 → 9000",
        ja: "VERIFY CERTIFICATE 端末証明書の本体、4バイト → 9000 正常終了（シミュレーター独自のCAで検証）",
        en: "VERIFY CERTIFICATE of a terminal: its body, 4 bytes → 9000 done (verified against the simulator's own CA)",
      },
      {
        exchange: "80A200C1035F3700 → 6300",
        ja: "VERIFY CERTIFICATE 端末証明書の署名、3バイト → 6300 照合不一致（シミュレーター独自のCAで検証）",
        en: "VERIFY CERTIFICATE of a terminal: its signature, 3 bytes → 6300 verification failed (verified against the simulator's own CA)",
      },
    ],
  },
  {
    ins: 0x82,
    name: "EXTERNAL AUTHENTICATE",
    asks(exchange) {
      const [anchor, size] = [keyText(exchange), dataText(exchange)];
      return { ja: `端末の署名${size.ja}、${anchor.ja}`, en: `by the terminal's signature, ${size.en}, ${anchor.en}` };
    },
    notes: () => [OURS],
    vectors: [
      {
        exchange: "0082009604A1A2A3A4 → 9000",
        ja: "EXTERNAL AUTHENTICATE 端末の署名4バイト、EF 0016 → 9000 正常終了（シミュレーター独自の手順）",
        en: "EXTERNAL AUTHENTICATE by the terminal's signature, 4 bytes, EF 0016 → 9000 done (the simulator's own step)",
      },
    ],
  },
];

/** P1 P2 of the pair seen in public (my-number-card.md §1.10). */
const CERTIFICATE_PARTS: Readonly<Record<number, Bilingual>> = {
  [0x06c1]: { ja: "本体", en: "its body" },
  [0x00c1]: { ja: "署名", en: "its signature" },
};

function inputText({ command: { p1, data } }: Exchange): Bilingual {
  if (p1 !== 0) return INPUTS[p1] ?? { ja: `入力（P1 ${hex(p1, 1)}）`, en: `input of P1 ${hex(p1, 1)}` };
  const known = data === undefined ? undefined : digestInfoText(data);
  return known ?? { ja: "データそのまま", en: "data as they are" };
}

function keyText(exchange: Exchange): Bilingual {
  const { p2 } = exchange.command;
  if (p2 === 0) return { ja: "このAPの鍵", en: "the application's own key" };
  return objectText(exchange, referenceOf(p2, exchange));
}
