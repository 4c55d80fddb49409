import type { MessageKind } from "../message-kind.ts";
import { BULK_MESSAGE_LIMITS } from "../xml-reader.ts";
import { characterCode, type FetchRequest, fetchRequest } from "./bulk-parts.ts";
import { consentedPeopleVectors } from "./consented-people-vectors.ts";
import { failedPull, type PulledPeople, pulledPeople } from "./pulled-people.ts";
import { fetchVectors } from "./reception-vectors.ts";

/** `OQSmuhvq02` (IF-019 and IF-020): fetches the people who consented to visits at home, with their consents. */
export const muhvq02: MessageKind<FetchRequest, PulledPeople> = {
  code: "OQSmuhvq02",
  title: {
    ja: "同意済資格情報一括取得（訪問診療等・結果取得）",
    en: "Consented patients of home visits: fetching the result",
  },
  source: "receipt-system-interface.md §2.9",
  request: fetchRequest,
  answer: pulledPeople,
  limits: BULK_MESSAGE_LIMITS,
  failure: failedPull,
  characterCode,
  vectors: { request: fetchVectors, answer: consentedPeopleVectors },
};
