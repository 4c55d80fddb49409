import type { HomeVisitRequest } from "../../messages/kinds/consented-search.ts";
import { muhvq01 } from "../../messages/kinds/muhvq01.ts";
import { validate } from "../../messages/validate.ts";
import { acceptConsented, consentedKeys } from "../consented-people.ts";
import { service } from "../service.ts";

/** The job without its step. */
export const HOME_VISITS = "OQSmuhvq";

/** Everyone who consented to visits at home in a period (receipt-system-interface.md §2.9, SEQ-10). */
export const homeVisitFetch = service<HomeVisitRequest, object>({
  serves: `${HOME_VISITS}01`,
  title: { ja: "同意済資格情報一括取得（訪問診療等・受付）", en: "consented patients of home visits: asking" },
  badField: (query) => validate(muhvq01.request, query)[0]?.path,
  touches: (_query, slice, cx) => consentedKeys("2", slice, cx),
  answer({ MessageHeader, MessageBody: { QualificationConfirmSearchInfo: asked } }, slice, cx) {
    if (asked.MedicalTreatmentFlag !== "2") return { refused: "SIM-E-004" };
    const consented = { from: asked.ConsentDateFrom, to: asked.ConsentDateTo };
    const identifier = MessageHeader.ArbitraryFileIdentifier;
    return acceptConsented({ kind: HOME_VISITS, flag: "2", identifier, consented, examined: {} }, slice, cx);
  },
});
