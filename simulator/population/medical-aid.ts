import type { CivilDate } from "../kernel/civil-time.ts";

/** 医療券・調剤券情報 as the welfare office registered it; codes OQSCD018–025 (eligibility-rules.md §13.1, receipt-system-interface.md §2.5). */
export interface MedicalTicket {
  /** OQSCD018: 01 医療券, 02 調剤券. */
  readonly type: "01" | "02";
  /** `yyyymm`: one ticket is for one calendar month (§13.2). */
  readonly month: string;
  readonly validFrom: CivilDate;
  /** Last day. */
  readonly validUntil: CivilDate;
  /** 受給者番号 it was issued under, where that is another than the aid was registered with (§13.2). */
  readonly recipientNumber?: string;
  /** 交付番号. */
  readonly issueNumber: string;
  /** Entrusted facility 指定医療機関: code of ten digits, and name. */
  readonly facility: { readonly code: string; readonly name: string };
  /** 処方箋発行元, of a 調剤券. */
  readonly prescriber?: { readonly code: string; readonly name: string };
  /** 傷病名, three at most. */
  readonly injuries: readonly string[];
  /** OQSCD019: 01 inpatient, 02 outpatient, 03 dental, 04 dispensing, 05 home nursing. */
  readonly treatment: "01" | "02" | "03" | "04" | "05";
  /** 本人支払額, yen. */
  readonly selfPayYen: number;
  readonly districtContact?: string;
  readonly handlingContact?: string;
  /** OQSCD023–025: 01 yes, 02 no. */
  readonly infectionLaw?: "01" | "02";
  readonly elderlyCare?: "01" | "02";
  readonly prefecturalExpenses?: "01" | "02";
  readonly remarks?: readonly string[];
}

/** 医療扶助 of a person as the welfare office registered it (eligibility-rules.md §13). */
export interface MedicalAid {
  /** 公費負担者番号, eight digits beginning with 12. */
  readonly payerNumber: string;
  /** 受給者番号, seven digits, until a ticket brings another; never a key of the person (§13.2). */
  readonly recipientNumber: string;
  /** 福祉事務所. */
  readonly officeName: string;
  readonly startedOn: CivilDate;
  /** The first day not covered any more. */
  readonly endedOn?: CivilDate;
  /** OQSCD020: 01 aid alone, 02 together with insurance. */
  readonly use: "01" | "02";
  /** OQSCD021: whether the office knows of a social insurance. */
  readonly socialInsurance: "01" | "02";
  /** Tickets registered so far, of any facility and month. */
  readonly tickets: readonly MedicalTicket[];
}
