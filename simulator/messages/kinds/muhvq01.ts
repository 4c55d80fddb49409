import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader, type ReceptionAnswer, receptionAnswer } from "./bulk-parts.ts";
import { type HomeVisitRequest, homeVisitSearch } from "./consented-search.ts";
import { homeVisitVectors } from "./consented-search-vectors.ts";
import { receptionVectors } from "./reception-vectors.ts";

/** `OQSmuhvq01` (IF-017 and IF-018): asks for everyone who consented to visits at home at this facility. */
export const muhvq01: MessageKind<HomeVisitRequest, ReceptionAnswer> = {
  code: "OQSmuhvq01",
  title: { ja: "同意済資格情報一括取得（訪問診療等・受付）", en: "Consented patients of home visits: asking" },
  source: "receipt-system-interface.md §2.9",
  request: homeVisitSearch,
  answer: receptionAnswer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  vectors: { request: homeVisitVectors, answer: receptionVectors },
};
