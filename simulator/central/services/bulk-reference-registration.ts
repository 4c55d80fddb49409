import { type BulkReferenceRequest, muimm01 } from "../../messages/kinds/muimm01.ts";
import { validate } from "../../messages/validate.ts";
import { acceptanceKeys } from "../bulk-job.ts";
import { keptHeader, receptionOf, statusPart } from "../bulk-result.ts";
import { registerAll, registrationKeys } from "../reference.ts";
import { service } from "../service.ts";

/** The job without its step. */
export const BULK_REFERENCES = "OQSmuimm";

/**
 * Registers reference numbers of many people (receipt-system-interface.md §2.8, SEQ-06): they count from the acceptance on,
 * how each row fared is fetched later.
 */
export const bulkReferenceRegistration = service<BulkReferenceRequest, object>({
  serves: `${BULK_REFERENCES}01`,
  title: { ja: "照会番号一括登録（受付）", en: "register many reference numbers: handing in" },
  badField: (query) => validate(muimm01.request, query)[0]?.path,
  touches({ MessageBody: { ReferenceNumberRegistrationInfo: rows } }, slice, cx) {
    if (rows.length > cx.profile.bulk.most) return [];
    return [...acceptanceKeys(cx), ...rows.flatMap((row) => registrationKeys(row, slice, cx))];
  },
  answer({ MessageHeader, MessageBody: { ReferenceNumberRegistrationInfo: rows } }, slice, cx) {
    if (rows.length > cx.profile.bulk.most) return { refused: "SIM-E-006" };
    const { errors, changes, by } = registerAll(rows, slice, cx);
    const units = rows.map((row, index) => ({ ReferenceNumberRegistrationInfo: row, ...statusPart(errors[index]) }));
    const { ArbitraryFileIdentifier: identifier } = MessageHeader;
    const result = {
      MessageHeader: keptHeader(identifier, units),
      MessageBody: { BulkRegistrationUnit: units },
    };
    return { ...receptionOf({ kind: BULK_REFERENCES, people: rows.length, result }, slice, cx, changes), by };
  },
});
