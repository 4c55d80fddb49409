import { addDays, type CivilDate, endOfMonth } from "../../kernel/civil-time.ts";
import { drawsOf } from "../draws.ts";
import type { FacilityKind } from "../facility.ts";
import type { MedicalAct } from "./acts.ts";
import type { DrugProduct } from "./products.ts";

/** A medical institution or pharmacy as it stands in a record. */
export interface CareFacility {
  readonly code: string;
  readonly name: string;
  readonly kind: FacilityKind;
}

/** A drug as given: for so many days, or so many times. */
export interface GivenDrug {
  readonly product: DrugProduct;
  /** Days of what is taken daily, times of what is taken at need, packs of what is used outside: 調剤数量. */
  readonly times: number;
}

/** An act as done. */
export interface DoneAct {
  readonly act: MedicalAct;
  readonly count: number;
}

/** An operation. */
export interface Operation {
  readonly id: string;
  /** Nine digits of an invented range. */
  readonly code: string;
  readonly name: string;
}

/** What happened to a person at one facility on one day. */
export interface CareDay {
  readonly on: CivilDate;
  readonly facility: CareFacility;
  /** Who dispensed, where the drugs were not given by the facility itself. */
  readonly pharmacy?: CareFacility;
  readonly inpatient: boolean;
  readonly drugs: readonly GivenDrug[];
  readonly acts: readonly DoneAct[];
  readonly operation?: Operation;
  /** Why: ids of illnesses and episodes. */
  readonly reasons: readonly string[];
  /** The prescription went the electronic way. */
  readonly electronic: boolean;
}

/** Claims arrive 11 to 41 days after their month (eligibility-rules.md §6.1); most on the eleventh. */
const EARLIEST_DAYS = 11;
const LATEST_DAYS = 41;
const ONE_LATE_IN = 4;

/** The day the claim of a facility for a month of a person reaches the centre. */
export function claimArrives(claimsKey: number, on: CivilDate, facility: string): CivilDate {
  const draws = drawsOf(claimsKey, Number(on.slice(0, 6)) * 1_000 + (Number(facility.slice(3)) % 1_000));
  const late = draws(ONE_LATE_IN) === 0 ? draws(LATEST_DAYS - EARLIEST_DAYS + 1) : 0;
  return addDays(endOfMonth(on), EARLIEST_DAYS + late);
}
