import type { MessageKind } from "../message-kind.ts";
import type { FetchRequest } from "./bulk-parts.ts";
import { muonq02 } from "./muonq02.ts";
import type { PulledPeople } from "./pulled-people.ts";

/** `OQSmuonq12` (IF-035 and IF-036): fetches the answers about many patients of online visits. Layout and prefix are OURS: as `OQSmuonq02` (§8.3). */
export const muonq12: MessageKind<FetchRequest, PulledPeople> = {
  ...muonq02,
  code: "OQSmuonq12",
  title: {
    ja: "資格確認一括照会（オンライン診療等・結果取得・模擬独自）",
    en: "Eligibility of many patients of online visits: the result (ours)",
  },
  source: "receipt-system-interface.md §8.3 (ours)",
  ext: "visits",
};
