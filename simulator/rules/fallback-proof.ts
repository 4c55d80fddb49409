import type { Bilingual } from "../kernel/bilingual.ts";
import { type Confidence, decisionTable, rowsOf } from "./decision-table.ts";

/** Why there is no online answer to go by (eligibility-rules.md §8): 1-②, 1-③ and 2-③; 2-①; 2-②; 2-④; 2-⑤. */
export type FallbackSituation = "state" | "registration-failed" | "card-forgotten" | "outage" | "card-unusable";

/** What the patient shows: P2, P1, P3, P4, P4', P5, or nothing of the kind. */
export type FallbackProof =
  | "certificate"
  | "card-and-notice"
  | "portal-screen"
  | "portal-pdf-with-card"
  | "portal-pdf"
  | "notice"
  | "none";

/** What the counter does with it. Not listed: the guide is silent, which we take for no. */
export type ProofRuling =
  | "accepted"
  | "accepted-with-note"
  | "inquiry"
  | "not-listed"
  | "impossible"
  | "refused"
  | "declaration"
  | "ask-welfare-office";

/** A patient without an online answer. */
export interface ProofCase {
  readonly situation: FallbackSituation;
  readonly proof: FallbackProof;
  /** The patient is known to receive medical aid 医療扶助. */
  readonly medicalAid: boolean;
}

/** What kept the answer away. */
export const fallbackSituationNames: Readonly<Record<FallbackSituation, Bilingual>> = {
  state: { ja: "無効・該当なし・別人・転居直後", en: "state 2, 3 or 4, another person's data, just moved" },
  "registration-failed": { ja: "初回登録の失敗", en: "first registration failed" },
  "card-forgotten": { ja: "カード忘れ", en: "card forgotten" },
  outage: { ja: "システム障害・停電", en: "outage" },
  "card-unusable": { ja: "カードの不具合・証明書の失効", en: "card or certificate unusable" },
};
/** What the patient shows instead. */
export const fallbackProofNames: Readonly<Record<FallbackProof, Bilingual>> = {
  certificate: { ja: "資格確認書", en: "certificate 資格確認書" },
  "card-and-notice": { ja: "カードと資格情報のお知らせ", en: "card with the notice of eligibility" },
  "portal-screen": { ja: "マイナポータルの画面", en: "live portal screen" },
  "portal-pdf-with-card": { ja: "マイナポータルのPDFとカード", en: "portal PDF with the card" },
  "portal-pdf": { ja: "マイナポータルのPDFのみ", en: "portal PDF alone" },
  notice: { ja: "資格情報のお知らせのみ", en: "notice alone" },
  none: { ja: "いずれもなし", en: "none of them" },
};
/** What it is worth. */
export const proofRulingNames: Readonly<Record<ProofRuling, Bilingual>> = {
  accepted: { ja: "確認できる", en: "accepted" },
  "accepted-with-note": { ja: "記録して確認できる", en: "accepted, with a note" },
  inquiry: { ja: "番号で照会", en: "inquiry by its number" },
  "not-listed": { ja: "記載なし（申立書）", en: "not listed: declaration" },
  impossible: { ja: "ありえない", en: "cannot be" },
  refused: { ja: "確認できない（申立書）", en: "no proof: declaration" },
  declaration: { ja: "被保険者資格申立書", en: "declaration" },
  "ask-welfare-office": { ja: "医療券、または福祉事務所に照会", en: "ticket, or ask the welfare office" },
};

const row = rowsOf<ProofCase, ProofRuling>();

/** One cell of the table of §8. */
function cell<S extends FallbackSituation, P extends FallbackProof>(
  situation: S,
  proof: P,
  ruling: ProofRuling,
  confidence: Confidence = "H",
) {
  return row({
    id: `8/${situation}/${proof}`,
    condition: {
      ja: `${fallbackSituationNames[situation].ja}: ${fallbackProofNames[proof].ja}`,
      en: `${fallbackSituationNames[situation].en}: ${fallbackProofNames[proof].en}`,
    },
    outcome: proofRulingNames[ruling],
    confidence,
    matches: (given) => given.situation === situation && given.proof === proof,
    result: () => ruling,
    vectors: [{ title: "the cell", given: { situation, proof, medicalAid: false }, gives: ruling }],
  });
}

/** Which proof holds in which situation, every cell (eligibility-rules.md §8). */
export const fallbackProof = decisionTable({
  id: "fallback-proof",
  title: { ja: "資格を確認できる書類", en: "which proof holds when" },
  source: "eligibility-rules.md §8",
  requires: ["R3-18", "R3-37", "R3-40", "R3-44", "R3-54", "R3-41", "SYS-16", "SYS-20"],
  rows: [
    cell("state", "card-and-notice", "accepted"),
    cell("state", "certificate", "accepted"),
    cell("state", "portal-screen", "accepted-with-note", "A"),
    cell("state", "portal-pdf-with-card", "not-listed"),
    cell("state", "portal-pdf", "refused"),
    cell("state", "notice", "refused"),
    cell("state", "none", "declaration"),
    cell("registration-failed", "card-and-notice", "not-listed"),
    cell("registration-failed", "certificate", "accepted"),
    cell("registration-failed", "portal-screen", "not-listed"),
    cell("registration-failed", "portal-pdf-with-card", "not-listed"),
    cell("registration-failed", "portal-pdf", "refused"),
    cell("registration-failed", "notice", "refused"),
    cell("registration-failed", "none", "declaration", "A"),
    cell("card-forgotten", "card-and-notice", "impossible"),
    cell("card-forgotten", "certificate", "inquiry"),
    cell("card-forgotten", "portal-screen", "not-listed"),
    cell("card-forgotten", "portal-pdf-with-card", "impossible"),
    cell("card-forgotten", "portal-pdf", "refused"),
    cell("card-forgotten", "notice", "refused"),
    row({
      id: "8/card-forgotten/none-aid",
      condition: { ja: "カード忘れ: 医療扶助の受給者", en: "card forgotten: receives medical aid" },
      outcome: proofRulingNames["ask-welfare-office"],
      confidence: "H",
      matches: ({ situation, proof, medicalAid }) => situation === "card-forgotten" && proof === "none" && medicalAid,
      result: () => "ask-welfare-office",
      vectors: [
        {
          title: "no paper ticket",
          given: { situation: "card-forgotten", proof: "none", medicalAid: true },
          gives: "ask-welfare-office",
        },
      ],
    }),
    cell("card-forgotten", "none", "declaration", "A"),
    cell("outage", "card-and-notice", "accepted"),
    cell("outage", "certificate", "accepted"),
    cell("outage", "portal-screen", "accepted"),
    cell("outage", "portal-pdf-with-card", "accepted"),
    cell("outage", "portal-pdf", "refused"),
    cell("outage", "notice", "refused"),
    cell("outage", "none", "declaration"),
    cell("card-unusable", "card-and-notice", "accepted"),
    cell("card-unusable", "certificate", "accepted"),
    cell("card-unusable", "portal-screen", "accepted"),
    cell("card-unusable", "portal-pdf-with-card", "accepted"),
    cell("card-unusable", "portal-pdf", "refused"),
    cell("card-unusable", "notice", "refused"),
    cell("card-unusable", "none", "declaration"),
  ],
});
