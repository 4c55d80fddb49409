import type { MessageKind } from "../message-kind.ts";
import { type RevisitRequest, revisitRequest, revisitVectors } from "./revisit.ts";
import { type QualificationAnswer, siquc01 } from "./siquc01.ts";

/** `OQSsionq01` (IF-027 and IF-028): one person again, without a card, while the consent stands. The request's layout is OURS (§8.3). */
export const sionq01: MessageKind<RevisitRequest, QualificationAnswer> = {
  code: "OQSsionq01",
  title: {
    ja: "資格確認（オンライン診療等・再照会）（模擬独自）",
    en: "Eligibility of an online visit, asked again (ours)",
  },
  source: "receipt-system-interface.md §8.3 (ours)",
  request: revisitRequest,
  answer: siquc01.answer,
  failure: siquc01.failure,
  characterCode: siquc01.characterCode,
  ext: "visits",
  vectors: { request: revisitVectors("3"), answer: siquc01.vectors.answer },
};
