import type { OnlineVisitRequest } from "../../messages/kinds/consented-search.ts";
import { muonq01 } from "../../messages/kinds/muonq01.ts";
import { validate } from "../../messages/validate.ts";
import { acceptConsented, consentedKeys } from "../consented-people.ts";
import { service } from "../service.ts";

/** The job without its step. */
export const ONLINE_VISITS = "OQSmuonq";

/** Everyone who consented to online visits, by days of consent or of examination (receipt-system-interface.md §2.9, SEQ-10). */
export const onlineVisitFetch = service<OnlineVisitRequest, object>({
  serves: `${ONLINE_VISITS}01`,
  title: { ja: "同意済資格情報一括取得（オンライン診療等・受付）", en: "consented patients of online visits: asking" },
  badField: (query) => validate(muonq01.request, query)[0]?.path,
  touches: (_query, slice, cx) => consentedKeys("3", slice, cx),
  answer({ MessageHeader, MessageBody: { QualificationConfirmSearchInfo: asked } }, slice, cx) {
    const consented = { from: asked.ConsentDateFrom || undefined, to: asked.ConsentDateTo || undefined };
    const examined = { from: asked.ExaminationDateFrom || undefined, to: asked.ExaminationDateTo || undefined };
    const days = [consented.from, consented.to, examined.from, examined.to];
    if (days.every((day) => day === undefined)) return { refused: "SIM-E-002" };
    if (asked.MedicalTreatmentFlag !== "3") return { refused: "SIM-E-004" };
    const identifier = MessageHeader.ArbitraryFileIdentifier;
    return acceptConsented({ kind: ONLINE_VISITS, flag: "3", identifier, consented, examined }, slice, cx);
  },
});
