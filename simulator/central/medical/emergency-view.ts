import { type CivilDate, dateAt } from "../../kernel/civil-time.ts";
import type { FacilityConsentKind } from "../../population/facility.ts";
import type { CareDay, CheckupRecord } from "../../population/medical/index.ts";
import { type EmergencySummaryCase, emergencySummary } from "../../rules/emergency-summary.ts";
import type { LedgerKey, LedgerSlice } from "../ledger.ts";
import type { CentralContext } from "../service.ts";
import type { ClaimedDay } from "./seen-care.ts";

/** A view of medical information in an emergency, as it was asked for (OQSCD040). */
export interface EmergencyView {
  readonly atMs: number;
  readonly pattern: string;
}

declare module "../ledger.ts" {
  interface LedgerTables {
    /** `person id/facility code` → the last inquiry in an emergency with the authority to view (OQSCD043). */
    readonly emergencyView: EmergencyView;
  }
}

/** OQSCD028 of a request for medical information in an emergency. */
export const EMERGENCY_FLAG = "4";
const SUMMARY = "1";
/** Kinds each pattern of OQSCD040 asks for. */
const KINDS: Readonly<Record<string, readonly FacilityConsentKind[]>> = {
  "1": ["drug", "care", "surgery", "checkup"],
  "2": ["drug", "care", "surgery", "checkup"],
  "3": ["drug", "care", "surgery", "checkup"],
  "4": ["drug"],
  "5": ["drug", "care", "surgery"],
  "6": ["checkup"],
};
const DIALYSIS = "dialysis";

/** Where an emergency view is kept. */
export const emergencyViewKey = (personId: string, facility: string): LedgerKey => [
  "emergencyView",
  `${personId}/${facility}`,
];

/** The view that is open for a person at a facility: as long as a consent would last (ours). */
export function openView(
  personId: string,
  slice: LedgerSlice,
  { nowMs, policy, facility }: CentralContext,
): EmergencyView | undefined {
  const view = slice.get("emergencyView", `${personId}/${facility.code}`);
  return view !== undefined && nowMs < view.atMs + policy.consentWindowMs ? view : undefined;
}

/** Whether a view shows a kind at all. */
export function viewShows({ pattern }: EmergencyView, kind: FacilityConsentKind): boolean {
  return KINDS[pattern]?.includes(kind) === true;
}

/** True where a request in an emergency is answered with 救急用サマリー, and not with everything. */
export function isSummary(flag: string | undefined, personId: string, slice: LedgerSlice, cx: CentralContext): boolean {
  return flag === EMERGENCY_FLAG && openView(personId, slice, cx)?.pattern === SUMMARY;
}

/** Claims as the summary has them (eligibility-rules.md §6.1, last row). */
export function summaryOfClaims(days: readonly ClaimedDay[], nowMs: number): readonly ClaimedDay[] {
  const today = dateAt(nowMs);
  return days.flatMap((day) => {
    const shows = (kind: EmergencySummaryCase["kind"]): boolean => isShown(kind, day.on, today);
    const drugs = shows("drug") ? day.drugs : [];
    const acts = day.acts.filter(({ act }) => shows(act.id === DIALYSIS ? "dialysis" : "care"));
    const operation = shows("surgery") ? day.operation : undefined;
    return drugs.length + acts.length === 0 && operation === undefined ? [] : [{ ...day, drugs, acts, operation }];
  });
}

/** Electronic prescriptions as the summary has them. */
export function summaryOfPrescriptions(days: readonly CareDay[], nowMs: number): readonly CareDay[] {
  return days.filter(({ on }) => isShown("prescription", on, dateAt(nowMs)));
}

/** Check-ups as the summary has them: the days alone. */
export function summaryOfCheckups(checkups: readonly CheckupRecord[], nowMs: number): readonly CheckupRecord[] {
  const today = dateAt(nowMs);
  return checkups.map((checkup) =>
    emergencySummary.decide({ kind: "checkup", on: checkup.on, today }).result === "whole"
      ? checkup
      : { ...checkup, values: {} },
  );
}

function isShown(kind: EmergencySummaryCase["kind"], on: CivilDate, today: CivilDate): boolean {
  return emergencySummary.decide({ kind, on, today }).result === "whole";
}
