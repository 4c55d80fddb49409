import { addMonths, type CivilDate, civilDate, endOfMonth } from "../../kernel/civil-time.ts";
import {
  type CareDay,
  type CareFacility,
  careHistory,
  claimArrives,
  historyKeys,
  type Patient,
} from "../../population/medical/index.ts";
import type { Policy } from "../../population/policy.ts";
import { careWindow } from "../../rules/care-window.ts";
import { drugWindow } from "../../rules/drug-window.ts";
import { prescriptionWindow } from "../../rules/prescription-window.ts";
import { surgeryWindow } from "../../rules/surgery-window.ts";

/** Months asked for, `yyyymm`, both included. */
export interface AskedMonths {
  readonly from: string;
  readonly until: string;
}

/** Which kinds may be seen. */
export interface AllowedKinds {
  readonly drug: boolean;
  readonly care: boolean;
  readonly surgery: boolean;
}

/** What one facility claimed for one day: its part of it, and only what may be seen. */
export interface ClaimedDay {
  readonly on: CivilDate;
  /** Who claims: the office, or the pharmacy. */
  readonly facility: CareFacility;
  readonly prescriber: CareFacility;
  readonly inpatient: boolean;
  readonly drugs: CareDay["drugs"];
  readonly acts: CareDay["acts"];
  readonly operation: CareDay["operation"];
}

interface Windows {
  readonly claims: number;
  readonly today: CivilDate;
  readonly policy: Policy;
  readonly allowed: AllowedKinds;
}

/**
 * What is seen of a person's claims in the months asked for: inside the windows of each kind, and only where the claim of
 * the facility has arrived (eligibility-rules.md §6.1). Oldest first.
 */
export function claimedDays(
  patient: Patient,
  asked: AskedMonths,
  today: CivilDate,
  policy: Policy,
  allowed: AllowedKinds,
): readonly ClaimedDay[] {
  const windows = { claims: historyKeys(patient).claims, today, policy, allowed };
  return daysAsked(patient, asked, today, longest(policy)).flatMap((day) =>
    partsOf(day).flatMap((part) => seen(part, windows)),
  );
}

/** Electronic prescriptions seen: 100 days, from the day they are written (§6.1). */
export function prescribedDays(
  patient: Patient,
  asked: AskedMonths,
  today: CivilDate,
  policy: Policy,
): readonly CareDay[] {
  const { prescriptionWindowDays: windowDays, prescriptionsFrom: dataFrom } = policy;
  return daysAsked(patient, asked, today, 4).filter(
    ({ on, electronic }) => electronic && prescriptionWindow.decide({ on, today, windowDays, dataFrom }).result,
  );
}

/** Every month of which something could be seen on a day. */
export function allMonths(today: CivilDate, policy: Policy): AskedMonths {
  return { from: addMonths(today, -longest(policy)).slice(0, 6), until: today.slice(0, 6) };
}

const longest = ({ drugWindowMonths, careWindowMonths, surgeryWindowMonths }: Policy): number =>
  Math.max(drugWindowMonths, careWindowMonths, surgeryWindowMonths);

/** The months asked for, cut to what could be seen at all: histories are computed day by day. */
function daysAsked(
  patient: Patient,
  { from, until }: AskedMonths,
  today: CivilDate,
  months: number,
): readonly CareDay[] {
  const first = civilDate(`${from}01`);
  const last = endOfMonth(civilDate(`${until}01`));
  const oldest = addMonths(today, -months - 1);
  if (last < first) return [];
  return careHistory(patient, first < oldest ? oldest : first, last > today ? today : last);
}

/** A day at an office is claimed by the office, what a pharmacy dispensed by the pharmacy; an injection is never dispensed. */
function partsOf(day: CareDay): readonly ClaimedDay[] {
  const { on, facility, pharmacy, inpatient, drugs, acts, operation } = day;
  const outside = pharmacy === undefined ? [] : drugs.filter(({ product }) => product.form !== "injection");
  const own = drugs.filter((drug) => !outside.includes(drug));
  const common = { on, prescriber: facility, inpatient };
  return [
    { ...common, facility, drugs: own, acts, operation },
    ...(pharmacy === undefined || outside.length === 0
      ? []
      : [{ ...common, facility: pharmacy, drugs: outside, acts: [], operation: undefined }]),
  ];
}

function seen(part: ClaimedDay, { claims, today, policy, allowed }: Windows): readonly ClaimedDay[] {
  const { on, facility } = part;
  const item = { on, arrived: claimArrives(claims, on, facility.code), today };
  const drug =
    allowed.drug &&
    drugWindow.decide({ ...item, windowMonths: policy.drugWindowMonths, dataFrom: policy.drugsFrom }).result;
  const care =
    allowed.care &&
    careWindow.decide({ ...item, windowMonths: policy.careWindowMonths, dataFrom: policy.careFrom }).result;
  const surgery =
    allowed.surgery &&
    surgeryWindow.decide({ ...item, windowMonths: policy.surgeryWindowMonths, dataFrom: policy.careFrom }).result;
  const left = {
    ...part,
    drugs: drug ? part.drugs : [],
    acts: care ? part.acts : [],
    operation: surgery ? part.operation : undefined,
  };
  return left.drugs.length === 0 && left.acts.length === 0 && left.operation === undefined ? [] : [left];
}
