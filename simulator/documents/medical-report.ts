import type { CivilDate } from "../kernel/civil-time.ts";

/** Whom a medical report is about; the sex as in OQSCD007: 1 man, 2 woman, 3 not set. */
export interface ReportPatient {
  readonly name: string;
  /** Half-width kana, as in the records. */
  readonly kana: string;
  readonly sex: "1" | "2" | "3";
  readonly birthdate: CivilDate;
}

/** One drug of one day (receipt-system-interface.md §2.11). */
export interface ReportDrug {
  /** 内服, 外用 and so on. */
  readonly usageClass: string;
  readonly name: string;
  /** 成分名. */
  readonly ingredient?: string;
  /** Of one day or one use, as text with no unit. */
  readonly quantity: string;
  readonly unit: string;
  /** 用法. */
  readonly usage: string;
  /** Days, or times for what is used at need. */
  readonly times: number;
  /** 特別指示. */
  readonly instruction?: string;
}

/** One 診療行為 of one day. */
export interface ReportCare {
  /** 診療識別 in words, such as 検査. */
  readonly category: string;
  readonly name: string;
  readonly quantity?: string;
  readonly unit?: string;
  readonly times: number;
}

/** What was prescribed or dispensed, and done, at one facility on one day. */
export interface ReportDay {
  /** 調剤日; of drugs given in hospital the day of use. */
  readonly on: CivilDate;
  /** 処方日, of what a pharmacy dispensed. */
  readonly prescribedOn?: CivilDate;
  /** 医療機関 or 薬局 that gave the drugs. */
  readonly facility: string;
  /** Who prescribed, of what a pharmacy dispensed. */
  readonly prescriber?: string;
  /** 入院 or 入院外. */
  readonly setting: "inpatient" | "outpatient";
  readonly drugs: readonly ReportDrug[];
  /** 診療情報, file categories 3 and 4 only. */
  readonly care?: readonly ReportCare[];
}

/** One operation 手術情報. */
export interface ReportSurgery {
  readonly on: CivilDate;
  readonly facility: string;
  readonly name: string;
}

/** A month of treatment, newest days last. */
export interface ReportMonth {
  /** `yyyymm`. */
  readonly month: string;
  readonly days: readonly ReportDay[];
}

/** 薬剤情報 as the centre gives it (requirements.md R1-32), with 診療情報 and 手術情報 where asked for. */
export interface DrugReport {
  readonly patient: ReportPatient;
  /** The day it was made; ages count from it. */
  readonly madeOn: CivilDate;
  /** Months asked for, `yyyymm`, both included. */
  readonly from: string;
  readonly until: string;
  readonly months: readonly ReportMonth[];
  /** Left out when not asked for; empty when there is none. */
  readonly surgeries?: readonly ReportSurgery[];
}

/** One item of one check-up (receipt-system-interface.md §2.12, requirements.md R1-31). */
export interface CheckupItem {
  /** JLAC10, seventeen characters. */
  readonly code: string;
  readonly name: string;
  /** As the file has it: a number, or words. */
  readonly value: string;
  readonly unit?: string;
  /** Limits of the reference range, both included; a value below is flagged L, above H. */
  readonly low?: number;
  readonly high?: number;
  /** Heading it stands under, such as 身体計測. */
  readonly group: string;
}

/** One check-up 特定健診. */
export interface Checkup {
  readonly on: CivilDate;
  readonly items: readonly CheckupItem[];
}

/** 特定健診情報 as the centre gives it; newest check-up first. */
export interface CheckupReport {
  readonly patient: ReportPatient;
  readonly madeOn: CivilDate;
  readonly checkups: readonly Checkup[];
}
