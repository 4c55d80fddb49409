import type { CivilDate } from "../kernel/civil-time.ts";
import { municipality } from "./places.ts";
import type { SubsidyEntry } from "./subsidy.ts";

/** A certificate for a recipient, from its first to its last day. */
type Issue = (recipientNumber: string, validFrom: CivilDate, validTo: CivilDate) => SubsidyEntry;

/** A prefecture that has not joined PMH. */
export const UNJOINED_BODY = "模擬県（PMH未参加）";

const scheme =
  (rest: Pick<SubsidyEntry, "payerNumber" | "certificateName" | "body"> & Partial<SubsidyEntry>): Issue =>
  (recipientNumber, validFrom, validTo) => ({
    alwaysReimbursement: false,
    recipientNumber,
    validFrom,
    validTo,
    ...rest,
  });

/** 54 難病. Payer numbers are the fictitious ones of eligibility-rules.md §12.3, limits of a month and bodies are invented. */
export const nanbyo = scheme({
  payerNumber: "54996012",
  certificateName: "特定医療費（指定難病）受給者証",
  maxCopaymentYen: 5_000,
  copaymentLimitForm: "54",
  body: "模擬県",
});

/** 21 精神通院医療. */
export const psychiatricOutpatient = scheme({
  payerNumber: "21996012",
  certificateName: "自立支援医療（精神通院）受給者証",
  maxCopaymentYen: 2_500,
  copaymentLimitForm: "21",
  body: "模擬県",
});

/** 38 肝炎治療. */
export const hepatitis = scheme({
  payerNumber: "38996013",
  certificateName: "肝炎治療受給者証",
  maxCopaymentYen: 10_000,
  copaymentLimitForm: "38",
  body: UNJOINED_BODY,
});

/** 81 ひとり親, a local scheme of the 地単公費マスター; run by the municipality whose payer number it is; its recipient numbers are not those of national schemes (§10.3). */
export const singleParent = scheme({
  payerNumber: "81990012",
  certificateName: "ひとり親家庭等医療費受給者証",
  copaymentLimitForm: "00",
  body: municipality(0),
});
