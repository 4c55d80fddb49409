import type { MessageKind } from "../message-kind.ts";
import { type RevisitRequest, revisitRequest, revisitVectors } from "./revisit.ts";
import { type QualificationAnswer, siquc01 } from "./siquc01.ts";

/** `OQSsihvq01` (IF-025 and IF-026): one person again, without a card, while the consent stands. The request's layout is OURS (§8.3). */
export const sihvq01: MessageKind<RevisitRequest, QualificationAnswer> = {
  code: "OQSsihvq01",
  title: { ja: "資格確認（訪問診療等・再照会）（模擬独自）", en: "Eligibility of a home visit, asked again (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request: revisitRequest,
  answer: siquc01.answer,
  failure: siquc01.failure,
  characterCode: siquc01.characterCode,
  ext: "visits",
  vectors: { request: revisitVectors("2"), answer: siquc01.vectors.answer },
};
