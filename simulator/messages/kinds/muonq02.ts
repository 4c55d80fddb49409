import type { MessageKind } from "../message-kind.ts";
import { BULK_MESSAGE_LIMITS } from "../xml-reader.ts";
import { characterCode, type FetchRequest, fetchRequest } from "./bulk-parts.ts";
import { consentedPeopleVectors } from "./consented-people-vectors.ts";
import { failedPull, type PulledPeople, pulledPeople } from "./pulled-people.ts";
import { fetchVectors } from "./reception-vectors.ts";

/** `OQSmuonq02` (IF-023 and IF-024): fetches the people who consented to online visits, with their consents. */
export const muonq02: MessageKind<FetchRequest, PulledPeople> = {
  code: "OQSmuonq02",
  title: {
    ja: "同意済資格情報一括取得（オンライン診療等・結果取得）",
    en: "Consented patients of online visits: fetching the result",
  },
  source: "receipt-system-interface.md §2.9",
  request: fetchRequest,
  answer: pulledPeople,
  limits: BULK_MESSAGE_LIMITS,
  failure: failedPull,
  characterCode,
  vectors: { request: fetchVectors, answer: consentedPeopleVectors },
};
