import type { Facility, FacilityConsentKind } from "../population/facility.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";

/** 医療機関環境設定 by element name, as far as the facility changed anything (receipt-system-interface.md §8.3, ours). */
export type FacilitySettings = Readonly<Record<string, string>>;

declare module "./ledger.ts" {
  interface LedgerTables {
    /** Facility code → what it set. */
    readonly facilitySettings: FacilitySettings;
    /** Facility code → which edition of its access URL is in use. */
    readonly accessUrl: { readonly edition: number };
    /** Facility code → passcode of visual checks. */
    readonly visualPasscode: { readonly digits: string; readonly atMs: number };
    /** Facility code → activation codes it was given. */
    readonly activationCodes: {
      readonly codes: readonly { readonly code: string; readonly atMs: number; readonly inUse: boolean }[];
    };
  }
}

const USE = "1";
const ELEMENT_OF: Readonly<Record<FacilityConsentKind, string>> = {
  checkup: "SpecificHealthCheckupsInfoUse",
  drug: "PharmacistsInfoUse",
  care: "DiagnosisInfoUse",
  surgery: "OperationInfoUse",
};

/** Where the settings of a facility are kept. */
export const settingsKey = ({ code }: Facility): LedgerKey => ["facilitySettings", code];

/** The settings of a facility as they are now: what it was set up with, and what it changed since. */
export function settingsOf(facility: Facility, slice: LedgerSlice): FacilitySettings {
  const kinds = Object.entries(ELEMENT_OF).map(([kind, element]) => [
    element,
    facility.consentKinds.some((one) => one === kind) ? USE : "0",
  ]);
  return { ...Object.fromEntries(kinds), ...slice.get("facilitySettings", facility.code) };
}

/** Kinds of medical information a facility asks patients for, by its settings. */
export function consentKindsOf(facility: Facility, slice: LedgerSlice): readonly FacilityConsentKind[] {
  const settings = settingsOf(facility, slice);
  return (Object.keys(ELEMENT_OF) as FacilityConsentKind[]).filter((kind) => settings[ELEMENT_OF[kind]] === USE);
}
