import type { MessageKind } from "../message-kind.ts";
import type { ReceptionAnswer } from "./bulk-parts.ts";
import { type BulkInquiryRequest, muquc01 } from "./muquc01.ts";

/** `OQSmuhvq11` (IF-029 and IF-030): asks again about many patients of home visits. Layout and prefix are OURS: as `OQSmuquc01` (§8.3). */
export const muhvq11: MessageKind<BulkInquiryRequest, ReceptionAnswer> = {
  ...muquc01,
  code: "OQSmuhvq11",
  title: {
    ja: "資格確認一括照会（訪問診療等・受付・模擬独自）",
    en: "Eligibility of many patients of home visits: asking (ours)",
  },
  source: "receipt-system-interface.md §8.3 (ours)",
  ext: "visits",
};
