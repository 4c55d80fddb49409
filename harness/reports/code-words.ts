import type { CardSupply } from "../../devices/cards/field.ts";
import type { Touch } from "../../devices/readers/screens.ts";
import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import type { Standing as CertificateStanding } from "../../simulator/pki/validation.ts";
import type { Steps } from "../scenario.ts";
import { runnerOf } from "../steps/index.ts";
import type { Alert, Proof, Refusal } from "../subjects/subject.ts";

/** What a receipt system tells its user. */
export const alertNames: Readonly<Record<Alert, Bilingual>> = {
  "identity-difference": { ja: "本人情報の相違", en: "identity differs" },
  "insurance-lost": { ja: "資格喪失", en: "insurance lost" },
  "newer-insurance-exists": { ja: "新しい資格あり", en: "newer insurance exists" },
  "not-found": { ja: "該当資格なし", en: "not found" },
  "several-found": { ja: "複数該当", en: "several found" },
  "no-answer": { ja: "応答なし", en: "no answer" },
  "request-refused": { ja: "要求の拒否", en: "request refused" },
  "centre-error": { ja: "センター側の異常", en: "trouble at the centre" },
  "unreadable-file": { ja: "読めないファイル", en: "unreadable file" },
  "insurance-changed": { ja: "資格の変更", en: "insurance changed" },
  "aid-without-ticket": {
    ja: "医療扶助は有効、券は未委託・未登録",
    en: "aid is valid, no ticket entrusted or registered",
  },
  "social-insurance-missing": { ja: "社会保険が保険者側に未登録", en: "social insurance not registered by an insurer" },
  "limit-contradiction": { ja: "負担割合と適用区分の不一致", en: "ratio and limit class contradict each other" },
  "limit-doubt": { ja: "限度額情報に疑い", en: "limit data are doubtful" },
  "cap-uncertain": { ja: "上限額が確かでない", en: "the cap is not certain" },
  "subsidy-not-confirmed": { ja: "医療費助成は未確認", en: "medical subsidy not confirmed" },
  "consent-expired": { ja: "同意期間の終了", en: "consent expired" },
  "chart-unclear": { ja: "カルテ候補が複数", en: "several charts fit" },
  "stored-data-differs": { ja: "登録情報との相違", en: "stored data differ" },
  "printed-data-differs": { ja: "券面との相違", en: "the printed certificate differs" },
  "number-wrong": { ja: "番号の誤り", en: "a number is wrong" },
  notice: { ja: "お知らせ", en: "notice" },
};

/** Why a file was not imported. */
export const refusalNames: Readonly<Record<Refusal, Bilingual>> = {
  unreadable: { ja: "読めない", en: "unreadable" },
  "other-day": { ja: "別の日の結果", en: "of another day" },
  duplicate: { ja: "重複", en: "duplicate" },
  "nobody-waits": { ja: "待つ来院なし", en: "nobody waits for it" },
  "other-person": { ja: "別人の結果", en: "of another person" },
};

/** Steps the director carries out itself. */
const stepNames: Readonly<Partial<Record<keyof Steps, Bilingual>>> = {
  known: { ja: "カルテあり", en: "chart exists" },
  reception: { ja: "受付", en: "reception" },
  "check-in": { ja: "顔認証付きカードリーダーで受付", en: "check-in at the reader" },
  inquiry: { ja: "番号による照会", en: "inquiry by number" },
  settle: { ja: "窓口の受付終了", en: "the visit is settled" },
  recheck: { ja: "再照会", en: "asked again" },
  erase: { ja: "データの消去", en: "data erased" },
  "list-holdings": { ja: "保有データの一覧", en: "holdings listed" },
  wait: { ja: "待機", en: "wait" },
  arm: { ja: "障害の注入", en: "fault armed" },
  repair: { ja: "障害の復旧", en: "fault repaired" },
};

/** A step of a scenario in words. */
export function stepName(step: keyof Steps): Bilingual {
  return stepNames[step] ?? runnerOf(step)?.title ?? same(step);
}

/** What a visit was settled on (eligibility-rules.md §8). */
export const basisNames: Readonly<Record<"online" | Proof, Bilingual>> = {
  online: { ja: "オンライン", en: "online" },
  none: { ja: "なし", en: "none" },
  certificate: { ja: "資格確認書", en: "eligibility certificate" },
  "card-and-notice": { ja: "マイナンバーカードと資格情報のお知らせ等", en: "My Number card and eligibility notice" },
  "portal-screen": { ja: "マイナポータルの画面", en: "live portal screen" },
  "portal-pdf-with-card": { ja: "マイナポータルのPDFとカード", en: "portal PDF with the card" },
  "portal-pdf": { ja: "マイナポータルのPDFのみ", en: "portal PDF alone" },
  notice: { ja: "資格情報のお知らせのみ", en: "eligibility notice alone" },
  "consultation-card": { ja: "診察券", en: "consultation card of the facility" },
  declaration: { ja: "被保険者資格申立書", en: "declaration of eligibility" },
  "old-card": { ja: "従来の保険証", en: "old insurance card" },
  "office-phone": { ja: "福祉事務所への電話", en: "phone call to the welfare office" },
};

/** What a patient did with a screen. */
export const touchNames: Readonly<Record<Touch["kind"], Bilingual>> = {
  chose: { ja: "方法を選択", en: "chose a way" },
  typed: { ja: "入力", en: "typed" },
  "chose-phone": { ja: "スマートフォンの種類を選択", en: "chose the kind of phone" },
  "held-phone": { ja: "スマートフォンをかざした", en: "held the phone" },
  looked: { ja: "顔を合わせた", en: "looked" },
  confirmed: { ja: "確認", en: "confirmed" },
  "not-me": { ja: "本人でないと回答", en: "said: not me" },
  answered: { ja: "同意の回答", en: "answered" },
  prescription: { ja: "処方箋の選択", en: "chose the prescription" },
  "took-card": { ja: "カードを取った", en: "took the card" },
  left: { ja: "立ち去った", en: "left" },
};

/** What the centre makes of a certificate. */
export const certificateNames: Readonly<Record<CertificateStanding, Bilingual>> = {
  valid: { ja: "有効", en: "valid" },
  "near-end": { ja: "期限間近", en: "near its end" },
  grace: { ja: "期限後の猶予期間", en: "in grace" },
  expired: { ja: "期限切れ", en: "expired" },
  "not-yet-valid": { ja: "有効期間前", en: "not yet valid" },
  revoked: { ja: "失効", en: "revoked" },
  untrusted: { ja: "発行者を確認できない", en: "untrusted" },
};

/** What fed the chip during a command. */
export const supplyNames: Readonly<Record<CardSupply["supply"], Bilingual>> = {
  steady: { ja: "正常", en: "steady" },
  interrupted: { ja: "瞬断（権限は失われる）", en: "interrupted, rights are gone" },
  "write-lost": { ja: "書き込みが残らない", en: "a write does not last" },
  swapped: { ja: "別のカードにすり替え", en: "another card lies there" },
};
