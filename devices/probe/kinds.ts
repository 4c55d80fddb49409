import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { ProbedApplicationId } from "./applications.ts";
import type { StorageCard } from "./contactless.ts";

/** What a card is recognised by. */
export interface CardFacts {
  readonly there: ReadonlySet<ProbedApplicationId>;
  readonly tokenLabel: string | undefined;
  readonly storageCard: StorageCard | undefined;
}

interface CardKind {
  readonly id: string;
  readonly name: Bilingual;
  /** What it means at the counter. */
  readonly means: Bilingual;
  is(facts: CardFacts): boolean;
  /** Proof of the row. */
  readonly vector: {
    readonly there: readonly ProbedApplicationId[];
    readonly tokenLabel?: string;
    readonly storage?: StorageCard;
  };
}

const has = ({ there }: CardFacts, ...ids: readonly ProbedApplicationId[]): boolean => ids.some((id) => there.has(id));

/**
 * Kinds of cards, the first that fits counts. By application and token label, never by ATR (my-number-card.md §3.3);
 * only a card without applications is named by what its reader wrote into the ATR.
 */
export const cardKinds = [
  {
    id: "my-number-card",
    name: { ja: "マイナンバーカード", en: "My Number card" },
    means: { ja: "保険資格の確認に使えます", en: "good for the eligibility check" },
    is: (facts) => has(facts, "jpki") && facts.tokenLabel === "JPKIAPICCTOKEN2",
    vector: { there: ["jpki", "card-surface"], tokenLabel: "JPKIAPICCTOKEN2" },
  },
  {
    id: "android-token",
    name: { ja: "スマートフォン（Android）のスマホ用電子証明書", en: "certificates in an Android phone" },
    means: {
      ja: "スマホ対応の窓口で使えます（端末で4桁の暗証番号を入れます）",
      en: "good at counters that take phones; the 4 digits are typed on the reader",
    },
    is: (facts) => has(facts, "jpki") && facts.tokenLabel === "JPKIAPGPSETOKEN",
    vector: { there: ["jpki"], tokenLabel: "JPKIAPGPSETOKEN" },
  },
  {
    id: "iphone-token",
    name: { ja: "iPhoneのマイナンバーカード", en: "My Number card in an iPhone" },
    means: {
      ja: "スマホ対応の窓口で使えます（認証は電話で行います）",
      en: "good at counters that take phones; the phone authenticates its owner",
    },
    is: (facts) => has(facts, "jpki") && facts.tokenLabel === "JPKIAPIOSTOKEN",
    vector: { there: ["jpki"], tokenLabel: "JPKIAPIOSTOKEN" },
  },
  {
    id: "resident-card",
    name: { ja: "住民基本台帳カード（旧カード）", en: "住基カード, the card before the My Number card" },
    means: {
      ja: "保険資格の確認には使えません。マイナンバーカードが必要です",
      en: "no use for the eligibility check: a My Number card is needed",
    },
    is: (facts) => has(facts, "jpki") && facts.tokenLabel === "JPKIAPICCTOKEN",
    vector: { there: ["jpki", "resident-register"], tokenLabel: "JPKIAPICCTOKEN" },
  },
  {
    id: "jpki-unknown",
    name: { ja: "公的個人認証APのある、種類のわからないカード", en: "an unknown carrier of the JPKI application" },
    means: {
      ja: "トークンラベルが知られていません。新しい種類のカードかもしれません",
      en: "its token label is not known: perhaps a newer kind of card",
    },
    is: (facts) => has(facts, "jpki"),
    vector: { there: ["jpki"], tokenLabel: "SOMETHINGNEW" },
  },
  {
    id: "my-number-card-without-jpki",
    name: { ja: "公的個人認証APの答えないマイナンバーカード", en: "a My Number card whose JPKI application is silent" },
    means: {
      ja: "券面の確認はできますが、利用者証明ができません。市区町村の窓口へ",
      en: "its surface can be read, it cannot authenticate: the municipality has to look at it",
    },
    is: (facts) => has(facts, "card-surface", "text-input", "common-card", "resident-register"),
    vector: { there: ["card-surface"] },
  },
  {
    id: "hpki-card",
    name: { ja: "HPKIカード（医師・薬剤師などの資格証）", en: "HPKI card, of a doctor, pharmacist or the like" },
    means: {
      ja: "職員のカードです。患者のカードではありません",
      en: "a card of the staff, not of a patient",
    },
    is: (facts) => has(facts, "hpki-signature", "hpki-authentication"),
    vector: { there: ["hpki-authentication"] },
  },
  {
    id: "driving-licence",
    name: { ja: "運転免許証", en: "driving licence" },
    means: { ja: "保険資格の確認には使えません", en: "no use for the eligibility check" },
    is: (facts) => has(facts, "driving-licence"),
    vector: { there: ["driving-licence"] },
  },
  {
    id: "residence-card",
    name: { ja: "在留カード・特別永住者証明書", en: "residence card" },
    means: { ja: "保険資格の確認には使えません", en: "no use for the eligibility check" },
    is: (facts) => has(facts, "residence-card"),
    vector: { there: ["residence-card"] },
  },
  {
    id: "payment-card",
    name: { ja: "クレジットカードなどの決済カード", en: "payment card" },
    means: { ja: "保険資格の確認には使えません", en: "no use for the eligibility check" },
    is: (facts) => has(facts, "payment-contactless", "payment-contact"),
    vector: { there: ["payment-contactless"] },
  },
  {
    id: "felica",
    name: {
      ja: "FeliCa（交通系ICカード、電子マネーなど）",
      en: "FeliCa: transport card, electronic money and the like",
    },
    means: {
      ja: "保険資格の確認には使えません。電話なら、向きや置き方を変えてもう一度かざしてください",
      en: "no use for the eligibility check; if it is a phone, hold it another way and try again",
    },
    is: ({ storageCard }) => storageCard?.family === "felica",
    vector: { there: [], storage: { name: "FeliCa", family: "felica" } },
  },
  {
    id: "storage-card",
    name: { ja: "メモリーカード（診察券、社員証など）", en: "storage card: patient card, staff card and the like" },
    means: { ja: "保険資格の確認には使えません", en: "no use for the eligibility check" },
    is: ({ storageCard }) => storageCard !== undefined,
    vector: { there: [], storage: { name: "MIFARE Classic 1K", family: "other" } },
  },
  {
    id: "unknown",
    name: { ja: "種類のわからないカード", en: "a card of unknown kind" },
    means: {
      ja: "知っているアプリケーションが一つもありません",
      en: "it has none of the applications asked for",
    },
    is: () => true,
    vector: { there: [] },
  },
] as const satisfies readonly CardKind[];

/** Names a kind. */
export type CardKindId = (typeof cardKinds)[number]["id"];

/** The kind these facts make. */
export function kindOf(facts: CardFacts): CardKindId {
  return cardKinds.find((kind) => kind.is(facts))?.id ?? "unknown";
}

/**
 * Labels of the carriers of which it is known that VERIFY without data costs no try: measured on the card, the same
 * interface in the phones (my-number-card.md §2.4, §6). Others are not asked: a guess could block somebody's PIN.
 */
export const MEASURED_LABELS: readonly string[] = ["JPKIAPICCTOKEN2", "JPKIAPGPSETOKEN", "JPKIAPIOSTOKEN"];
