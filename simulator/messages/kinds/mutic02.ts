import type { MessageKind } from "../message-kind.ts";
import { BULK_MESSAGE_LIMITS } from "../xml-reader.ts";
import { characterCode, type FetchRequest, fetchRequest } from "./bulk-parts.ts";
import { mutic02Vectors } from "./mutic02-vectors.ts";
import { failedPull, type PulledPeople, pulledPeople } from "./pulled-people.ts";

/** `OQSmutic02` (IF-015 and IF-016): fetches the people entrusted to the facility, the aid part only. */
export const mutic02: MessageKind<FetchRequest, PulledPeople> = {
  code: "OQSmutic02",
  title: { ja: "委託先資格情報の一括取得（結果取得）", en: "Entrusted medical aid: fetching the result" },
  source: "receipt-system-interface.md §2.9, §5.17",
  request: fetchRequest,
  answer: pulledPeople,
  limits: BULK_MESSAGE_LIMITS,
  failure: failedPull,
  characterCode,
  vectors: mutic02Vectors,
};
