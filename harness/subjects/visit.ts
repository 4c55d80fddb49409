import type { QualificationValidity } from "../../simulator/messages/code-lists.ts";
import type { ChartPerson, InquiryKeys } from "./subject.ts";

/** One patient at the counter today, as the receipt system has it. */
export interface Visit {
  readonly id: string;
  readonly person: ChartPerson;
  /** `yyyymmdd`. */
  readonly receivedOn: string;
  chart: string | undefined;
  /** Set while an answer is expected. */
  waiting: boolean;
  billable: boolean;
  answered: boolean;
  /** 資格有効性 of the last answer, once one came. */
  validity: QualificationValidity | undefined;
  /** Keys a clerk can ask with: from the chart, or typed from a certificate. */
  keys: InquiryKeys | undefined;
  /** Keys of the insurance that was imported; drug data are asked for with the same (receipt-system-interface.md SEQ-07). */
  imported: InquiryKeys | undefined;
  recheck: boolean;
  /** How often it stands in the list of visits: once, unless somebody enters the patient again. */
  entries: number;
  /** The welfare office said on the phone that 医療扶助 applies (requirements.md R0-10). */
  aidByPhone: boolean;
}

/** A visit that has just begun. */
export function openVisit(
  id: string,
  person: ChartPerson,
  chart: string | undefined,
  keys: InquiryKeys | undefined,
  receivedOn: string,
): Visit {
  return {
    id,
    person,
    receivedOn,
    chart,
    waiting: true,
    billable: false,
    answered: false,
    validity: undefined,
    keys,
    imported: undefined,
    recheck: false,
    entries: 1,
    aidByPhone: false,
  };
}
