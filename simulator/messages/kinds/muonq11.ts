import type { MessageKind } from "../message-kind.ts";
import type { ReceptionAnswer } from "./bulk-parts.ts";
import { type BulkInquiryRequest, muquc01 } from "./muquc01.ts";

/** `OQSmuonq11` (IF-033 and IF-034): asks again about many patients of online visits. Layout and prefix are OURS: as `OQSmuquc01` (§8.3). */
export const muonq11: MessageKind<BulkInquiryRequest, ReceptionAnswer> = {
  ...muquc01,
  code: "OQSmuonq11",
  title: {
    ja: "資格確認一括照会（オンライン診療等・受付・模擬独自）",
    en: "Eligibility of many patients of online visits: asking (ours)",
  },
  source: "receipt-system-interface.md §8.3 (ours)",
  ext: "visits",
};
