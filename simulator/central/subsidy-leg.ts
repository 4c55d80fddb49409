import type { CivilDate } from "../kernel/civil-time.ts";
import type { SubsidyResult } from "../messages/kinds/pmh-simsm01.ts";
import type { InsuredPerson } from "../population/person.ts";
import type { SubsidyEntry } from "../population/subsidy.ts";
import { type SubsidyAnswer, subsidyAnswer } from "../rules/subsidy-answer.ts";
import { settingsKey, settingsOf } from "./facility-settings.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

declare module "./ledger.ts" {
  interface LedgerTables {
    /** `person id/facility code` → when the patient last answered 利用する at the reader there (eligibility-rules.md §10.4 row 3). */
    readonly subsidyConsent: { readonly atMs: number };
  }
}

/** OQSCD037. A facility that set nothing uses it (ours; §10.4 row 1). */
const NOT_USED = "0";

type Context = Pick<CentralContext, "facility" | "profile" | "policy">;

/** Rows PMH needs to answer about a person at a facility. */
export function subsidyKeys(personId: string, slice: LedgerSlice, { facility }: Context): readonly LedgerKey[] {
  const bodies = new Set((slice.get("subsidy", personId)?.entries ?? []).map(({ body }) => body));
  return [settingsKey(facility), ["subsidy", personId], ...[...bodies].map((body): LedgerKey => ["pmhBody", body])];
}

/** The reader shows the question about certificates only where an answer could change anything (§10.4 rows 1, 2 and 8). */
export function asksForSubsidies(personId: string, on: CivilDate, slice: LedgerSlice, cx: Context): boolean {
  return given(personId, on, true, slice, cx).length > 0;
}

/** The certificates that reach the facility (§10.4): none tells nothing, neither of a refusal nor of a loss. */
export function subsidyBlocks(
  person: Pick<InsuredPerson, "id" | "name" | "birthdate">,
  on: CivilDate,
  agreed: boolean,
  slice: LedgerSlice,
  cx: Context,
): readonly SubsidyResult[] {
  return given(person.id, on, agreed, slice, cx).map((entry) => blockOf(person, entry));
}

function given(
  personId: string,
  on: CivilDate,
  agreed: boolean,
  slice: LedgerSlice,
  cx: Context,
): readonly SubsidyEntry[] {
  if (!cx.profile.ext.pmh) return [];
  const used = cx.policy.subsidiesOnline && settingsOf(cx.facility, slice)["MedicalSubsidyUse"] !== NOT_USED;
  const entries = slice.get("subsidy", personId)?.entries ?? [];
  return entries.filter((entry) => {
    const joined = slice.get("pmhBody", entry.body)?.joined ?? true;
    return judge(entry, { used, joined, agreed, on, facility: cx.facility.code }).toReceiptSystem === "block";
  });
}

function judge(
  entry: SubsidyEntry,
  case_: {
    readonly used: boolean;
    readonly joined: boolean;
    readonly agreed: boolean;
    readonly on: CivilDate;
    readonly facility: string;
  },
): SubsidyAnswer {
  const { used, joined, agreed, on, facility } = case_;
  return subsidyAnswer.decide({
    used,
    registered: joined && entry.deleted !== true,
    withheld: entry.withheld === true,
    agreed,
    reached: true, // whoever reads these rows is PMH itself
    inPeriod: entry.validFrom <= on && (entry.validTo === undefined || on <= entry.validTo),
    alwaysReimbursement: entry.alwaysReimbursement,
    facilityFits: entry.designatedFacilities?.includes(facility) ?? true,
  }).result;
}

/** One certificate as an element; numbers as the municipality registered them (eligibility-rules.md §10.3). */
function blockOf({ name, birthdate }: Pick<InsuredPerson, "name" | "birthdate">, entry: SubsidyEntry): SubsidyResult {
  const optional = {
    CertificationSubKey: entry.subKey,
    Segment: entry.segment,
    IncomeSegment: entry.incomeSegment,
    AdditionalConditions: entry.additionalConditions,
    ValidTo: entry.validTo,
    MaxCopaymentAmount: entry.maxCopaymentYen === undefined ? undefined : String(entry.maxCopaymentYen),
    CopaymentLimitManageFormCode: entry.copaymentLimitForm,
  };
  return {
    MedicalSubsidyInsurerNumber: entry.payerNumber,
    MedicalSubsidyRecipientNumber: entry.recipientNumber,
    CertificationName: entry.certificateName,
    Name: name,
    Birthdate: birthdate,
    ValidFrom: entry.validFrom,
    IsAlwaysReimbursement: entry.alwaysReimbursement ? "1" : "0",
    DesignatedMedicalInstitutions: (entry.designatedFacilities ?? []).map((code) => ({ MedicalInstitutionCode: code })),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<SubsidyResult>),
  };
}
