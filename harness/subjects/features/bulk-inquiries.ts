import { decodeMessage, muquc01, muquc02 } from "../../../simulator/messages/index.ts";
import { BULK_MESSAGE_LIMITS } from "../../../simulator/messages/xml-reader.ts";
import type { InquiryKeys } from "../subject.ts";
import { type Fetched, fetchBatch, handInBatch } from "./batch.ts";
import { type Feature, handler, type Office } from "./feature.ts";

/** One booked patient in a bulk inquiry: the product's own key, and what is asked with; a broken row lacks items. */
export interface BatchPatient {
  readonly key: string;
  readonly keys: Partial<InquiryKeys>;
}

declare module "../subject.ts" {
  interface SubjectSteps {
    /** Hands in an inquiry about the patients booked for a day, `yyyymmdd` (SEQ-04). */
    readonly "inquire-batch": { readonly on: string; readonly patients: readonly BatchPatient[] };
    /** Fetches the result of the batch under way, as often as it takes. */
    readonly "fetch-batch": object;
  }
  interface SubjectActs {
    /** One row of a finished bulk answer, and whether the patient must be asked again at reception. */
    readonly "batch-row": {
      readonly key: string;
      readonly file: string;
      readonly status: string;
      readonly validity?: string;
      readonly recheck: boolean;
    };
  }
}

/** Eligibility of booked patients before the day (receipt-system-interface.md §2.7, requirements.md R0-17). */
export const bulkInquiries: Feature = {
  handlers: {
    ...handler("inquire-batch", function* ({ on, patients }, office) {
      const header = { QualificationConfirmationDate: on };
      const body = { QualificationConfirmSearchInfo: patients.map(rowOf) };
      yield* handInBatch(
        "OQSmuquc",
        { first: muquc01, header, body },
        patients.map(({ key }) => key),
        office,
      );
    }),
    ...handler("fetch-batch", function* (_step, office) {
      yield* fetchBatch("OQSmuquc", (bytes, file) => takeUnits(bytes, file, office), office);
    }),
  },
  words: {
    "batch-row": ({ key, validity = "-", recheck }) => ({
      ja: `一括照会 ${key}: 資格有効性${validity}${recheck ? "、受付時に再確認" : ""}`,
      en: `batch row ${key}: validity ${validity}${recheck ? ", to be asked again at reception" : ""}`,
    }),
  },
};

function rowOf({ key, keys: { insurerNumber, symbol, number, branch, birthdate } }: BatchPatient) {
  const items = {
    InsurerNumber: insurerNumber,
    InsuredCardSymbol: symbol,
    InsuredIdentificationNumber: number,
    InsuredBranchNumber: branch,
    Birthdate: birthdate,
    LimitApplicationCertificateRelatedConsFlg: "0",
    ArbitraryIdentifier: key,
  };
  return Object.fromEntries(Object.entries(items).filter(([, value]) => value !== undefined));
}

/** Only the finished result counts: what is "still working" tells nothing of anybody (requirements.md C55). */
function takeUnits(bytes: Uint8Array, file: string, office: Office): Fetched {
  const answer = decodeMessage(muquc02.answer, bytes, BULK_MESSAGE_LIMITS);
  if (!answer.ok) return "unreadable";
  const { MessageHeader, MessageBody } = answer.record;
  const { SegmentOfResult: segment } = MessageHeader;
  if (segment === "9") return "failed";
  if (segment === "2" && office.decisions.fetchesAgain) return "working";
  for (const unit of MessageBody.BulkConfirmUnit) {
    const { ProcessingResultStatus: status, QualificationValidity: came } = unit;
    const recheck = office.decisions.flagsBatchRow({ status, validity: came });
    const validity = office.decisions.batchValidity(came);
    const key = unit.QualificationConfirmSearchInfo?.ArbitraryIdentifier ?? "";
    office.tell({ act: "batch-row", key, file, status, recheck, ...(validity === undefined ? {} : { validity }) });
  }
  return segment === "1" ? "done" : "working";
}
