import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader, type ReceptionAnswer, receptionAnswer } from "./bulk-parts.ts";
import { type OnlineVisitRequest, onlineVisitSearch } from "./consented-search.ts";
import { onlineVisitVectors } from "./consented-search-vectors.ts";
import { receptionVectors } from "./reception-vectors.ts";

/** `OQSmuonq01` (IF-021 and IF-022): asks for everyone who consented to online visits at this facility. */
export const muonq01: MessageKind<OnlineVisitRequest, ReceptionAnswer> = {
  code: "OQSmuonq01",
  title: { ja: "同意済資格情報一括取得（オンライン診療等・受付）", en: "Consented patients of online visits: asking" },
  source: "receipt-system-interface.md §2.9",
  request: onlineVisitSearch,
  answer: receptionAnswer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  vectors: { request: onlineVisitVectors, answer: receptionVectors },
};
