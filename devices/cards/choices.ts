import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";

/** One hole of the public knowledge, and what the simulator puts there. The first value is the default. */
interface Choice {
  /** Number of the hole in my-number-card.md §8. */
  readonly id: `D-${number}`;
  readonly title: Bilingual;
  readonly values: readonly [string, ...string[]];
}

/**
 * What is not public about the card, as data (my-number-card.md §8, D-01 to D-18). EVERY row is our own choice, not the
 * official specification. A row with one value is a choice that cannot be switched here; it stands for completeness.
 */
export const cardChoices = {
  reselect: {
    id: "D-01",
    title: { ja: "同じAPを再選択したときの権限", en: "rights when the same application is selected again" },
    values: ["keeps-rights", "clears-rights"],
  },
  blockedVerify: {
    id: "D-02",
    title: { ja: "閉塞したPINへのVERIFY", en: "VERIFY on a blocked PIN" },
    values: ["6984", "6983"],
  },
  readAcrossEnd: {
    id: "D-03",
    title: { ja: "ファイル末尾をまたぐ読み出し", en: "a read that crosses the end of the file" },
    values: ["9000", "6282"],
  },
  certificateFiles: {
    id: "D-04",
    title: { ja: "証明書ファイルの大きさ", en: "size of certificate files" },
    values: ["padded", "exact"],
  },
  referenceTries: {
    id: "D-05",
    title: { ja: "照合番号・生年月日の試行回数", en: "tries of the reference numbers and the birth date" },
    values: ["10", "3"],
  },
  unblock: {
    id: "D-06",
    title: { ja: "閉塞解除コマンド（APDUでは不可）", en: "unblocking over APDU (none)" },
    values: ["6D00"],
  },
  unknownObjects: {
    id: "D-07",
    title: { ja: "用途不明のEF", en: "EFs whose meaning is unknown" },
    values: ["exist", "absent"],
  },
  faceOnlyPins: {
    id: "D-08",
    title: { ja: "顔認証カードのPIN", en: "PINs of a 顔認証 card" },
    values: ["blocked", "absent"],
  },
  pinless: {
    id: "D-09",
    title: { ja: "PINなし利用者証明", en: "user authentication without a PIN" },
    values: ["simulated", "absent"],
  },
  certificateUrls: {
    id: "D-10",
    title: { ja: "証明書中のURL", en: "addresses in certificates" },
    values: ["sim.invalid"],
  },
  trustAnchor: {
    id: "D-11",
    title: { ja: "信頼の基点とCV鍵ID", en: "trust anchor and CV key ids" },
    values: ["SIM-JPKI, 999…"],
  },
  signatureRight: {
    id: "D-12",
    title: { ja: "署名権限の有効範囲", en: "how long the right to sign lasts" },
    values: ["until-reset", "one-signature"],
  },
  phoneCertificate: {
    id: "D-13",
    title: { ja: "Android端末の利用者証明用証明書", en: "user certificate of an Android token" },
    values: ["needs-pin", "free"],
  },
  algorithm: {
    id: "D-14",
    title: { ja: "署名方式（次期カードのP-384は未収録）", en: "algorithm (the next card's P-384 is not shipped)" },
    values: ["RSA-2048"],
  },
  signatureMs: {
    id: "D-15",
    title: { ja: "署名にかかる時間（ミリ秒）", en: "time of a signature, ms" },
    values: ["400", "0", "300", "500", "1500"],
  },
  photo: {
    id: "D-16",
    title: { ja: "顔写真（描画による合成）", en: "photo (drawn, nobody's)" },
    values: ["jp2-grey"],
  },
  persons: {
    id: "D-17",
    title: { ja: "人物（すべて架空）", en: "persons (all synthetic)" },
    values: ["synthetic"],
  },
  photoless: {
    id: "D-18",
    title: { ja: "写真のないカードのDF27", en: "DF27 of a card without a photo" },
    values: ["empty"],
  },
} as const satisfies Readonly<Record<string, Choice>>;

type Rows = typeof cardChoices;
/** Name of a choice. */
export type CardChoice = keyof Rows;
/** A whole set of choices: how one model of card behaves where nothing is public. */
export type CardProfile = { readonly [C in CardChoice]: Rows[C]["values"][number] };

const names = Object.keys(cardChoices) as CardChoice[];

/** Every choice at its default. */
export const defaultCardProfile = Object.fromEntries(
  names.map((name) => [name, cardChoices[name].values[0]]),
) as CardProfile;

/**
 * A profile from `name=value` pairs, such as `blockedVerify=6983` or `D-02=6983`. A {@link MisuseError} names a choice or
 * a value that does not exist and lists those that do.
 */
export function cardProfile(pairs: readonly string[]): CardProfile {
  const changed = pairs.map((pair) => {
    const [left = "", value = ""] = pair.split("=", 2);
    const name = names.find((candidate) => candidate === left || cardChoices[candidate].id === left);
    if (name === undefined) throw new MisuseError("choice", `there is no ${left}; choices: ${names.join(", ")}`, names);
    const values: readonly string[] = cardChoices[name].values;
    if (!values.includes(value)) {
      throw new MisuseError("choice", `${name} takes ${values.join(" or ")}, not "${value}"`, values);
    }
    return [name, value] as const;
  });
  return { ...defaultCardProfile, ...Object.fromEntries(changed) };
}
