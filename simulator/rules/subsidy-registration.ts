import { civilDate } from "../kernel/civil-time.ts";
import type { SubsidyEntry } from "../population/subsidy.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** Name of the item of the registration API that is wrong; undefined when all are well. */
export type WrongItem =
  | "medicalSubsidyInsurerNumber"
  | "medicalSubsidyRecipientNumber"
  | "certificationName"
  | "additionalConditions"
  | "designatedMedicalInstitutions"
  | "maxCopaymentAmount"
  | "validTo"
  | undefined;

const row = rowsOf<SubsidyEntry, WrongItem>();

const entry = (laid: Partial<SubsidyEntry> = {}): SubsidyEntry => ({
  payerNumber: "54996012",
  recipientNumber: "9000027",
  certificateName: "特定医療費（指定難病）受給者証",
  alwaysReimbursement: false,
  validFrom: civilDate("2025-10-01"),
  validTo: civilDate("2026-09-30"),
  body: "模擬県",
  ...laid,
});
const MOST_RECIPIENT = 30;
const MOST_NAME = 100;
const tooLong = (text: string, most: number): boolean => text.length === 0 || [...text].length > most;

/**
 * What PMH checks of a certificate before it keeps it (eligibility-rules.md §10.3, the public registration API): lengths
 * are the API's; that the dates must not run backwards and that facilities have ten digits is ours.
 */
export const subsidyRegistration = decisionTable({
  id: "subsidy-registration",
  title: { ja: "受給者証の登録（PMH）", en: "registering a certificate in PMH" },
  source: "eligibility-rules.md §10.3",
  requires: ["R4-05"],
  rows: [
    row({
      id: "10.3/payer-number",
      condition: { ja: "公費負担者番号が8桁の数字でない", en: "the payer number is not eight digits" },
      outcome: { ja: "登録しない", en: "refused" },
      confidence: "H",
      matches: ({ payerNumber }) => !/^\d{8}$/.test(payerNumber),
      result: () => "medicalSubsidyInsurerNumber",
      vectors: [
        { title: "seven digits", given: entry({ payerNumber: "5499601" }), gives: "medicalSubsidyInsurerNumber" },
        { title: "nine digits", given: entry({ payerNumber: "549960120" }), gives: "medicalSubsidyInsurerNumber" },
        { title: "a letter", given: entry({ payerNumber: "5499601X" }), gives: "medicalSubsidyInsurerNumber" },
      ],
    }),
    row({
      id: "10.3/recipient-number",
      condition: {
        ja: "受給者番号が空、又は31文字以上",
        en: "the recipient number is empty or longer than 30 characters",
      },
      outcome: { ja: "登録しない", en: "refused" },
      confidence: "H",
      matches: ({ recipientNumber }) => tooLong(recipientNumber, MOST_RECIPIENT),
      result: () => "medicalSubsidyRecipientNumber",
      vectors: [
        { title: "empty", given: entry({ recipientNumber: "" }), gives: "medicalSubsidyRecipientNumber" },
        { title: "31", given: entry({ recipientNumber: "1".repeat(31) }), gives: "medicalSubsidyRecipientNumber" },
      ],
    }),
    row({
      id: "10.3/certificate-name",
      condition: { ja: "証の名称が空、又は101文字以上", en: "the name of the certificate is empty or longer than 100" },
      outcome: { ja: "登録しない", en: "refused" },
      confidence: "H",
      matches: ({ certificateName }) => tooLong(certificateName, MOST_NAME),
      result: () => "certificationName",
      vectors: [{ title: "101", given: entry({ certificateName: "証".repeat(101) }), gives: "certificationName" }],
    }),
    row({
      id: "10.3/additional-conditions",
      condition: {
        ja: "付加条件が「項目コード-コード」をセミコロンでつないだ形でない",
        en: "additional conditions are no item-code pairs joined by semicolons",
      },
      outcome: { ja: "登録しない", en: "refused" },
      confidence: "H",
      matches: ({ additionalConditions }) =>
        additionalConditions !== undefined &&
        !/^[A-Za-z0-9]+-[A-Za-z0-9]+(?:;[A-Za-z0-9]+-[A-Za-z0-9]+)*$/.test(additionalConditions),
      result: () => "additionalConditions",
      vectors: [
        { title: "a comma", given: entry({ additionalConditions: "01-1,02-3" }), gives: "additionalConditions" },
      ],
    }),
    row({
      id: "10.3/designated-facilities",
      condition: { ja: "指定医療機関に10桁の数字でないコードがある", en: "a designated facility is not ten digits" },
      outcome: { ja: "登録しない", en: "refused" },
      confidence: "A",
      matches: ({ designatedFacilities = [] }) => designatedFacilities.some((code) => !/^\d{10}$/.test(code)),
      result: () => "designatedMedicalInstitutions",
      vectors: [
        {
          title: "nine digits",
          given: entry({ designatedFacilities: ["991000001"] }),
          gives: "designatedMedicalInstitutions",
        },
      ],
    }),
    row({
      id: "10.3/max-copayment",
      condition: { ja: "自己負担上限額が0以上の整数でない", en: "the monthly limit is no whole number from 0 on" },
      outcome: { ja: "登録しない", en: "refused" },
      confidence: "A",
      matches: ({ maxCopaymentYen }) =>
        maxCopaymentYen !== undefined && !(Number.isSafeInteger(maxCopaymentYen) && maxCopaymentYen >= 0),
      result: () => "maxCopaymentAmount",
      vectors: [{ title: "half a yen", given: entry({ maxCopaymentYen: 2500.5 }), gives: "maxCopaymentAmount" }],
    }),
    row({
      id: "10.3/dates",
      condition: { ja: "有効終了日が開始日より前", en: "the last day lies before the first" },
      outcome: { ja: "登録しない", en: "refused" },
      confidence: "A",
      matches: ({ validFrom, validTo }) => validTo !== undefined && validTo < validFrom,
      result: () => "validTo",
      vectors: [{ title: "one day before", given: entry({ validTo: civilDate("2025-09-30") }), gives: "validTo" }],
    }),
    row({
      id: "10.3/accepted",
      condition: { ja: "以上のいずれでもない", en: "none of these" },
      outcome: { ja: "登録する（番号は受け取ったまま）", en: "kept, numbers as they came" },
      confidence: "H",
      matches: () => true,
      result: () => undefined,
      vectors: [
        { title: "a national scheme", given: entry(), gives: undefined },
        {
          title: "a local number with letters, 30 characters",
          given: entry({ payerNumber: "88990015", recipientNumber: `A${"1".repeat(29)}` }),
          gives: undefined,
        },
        {
          title: "valid for one day, no last day, two conditions",
          given: entry({ validTo: civilDate("2025-10-01"), additionalConditions: "01-1;02-3" }),
          gives: undefined,
        },
      ],
    }),
  ],
});
