import type { MessageKind } from "../message-kind.ts";
import type { FetchRequest } from "./bulk-parts.ts";
import { muhvq02 } from "./muhvq02.ts";
import type { PulledPeople } from "./pulled-people.ts";

/** `OQSmuhvq12` (IF-031 and IF-032): fetches the answers about many patients of home visits. Layout and prefix are OURS: as `OQSmuhvq02` (§8.3). */
export const muhvq12: MessageKind<FetchRequest, PulledPeople> = {
  ...muhvq02,
  code: "OQSmuhvq12",
  title: {
    ja: "資格確認一括照会（訪問診療等・結果取得・模擬独自）",
    en: "Eligibility of many patients of home visits: the result (ours)",
  },
  source: "receipt-system-interface.md §8.3 (ours)",
  ext: "visits",
};
