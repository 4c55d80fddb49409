import { type CivilDate, civilDate, HOUR_MS } from "../kernel/civil-time.ts";
import { ensure, MisuseError } from "../kernel/errors.ts";

/** The rules of a day. */
export interface Policy {
  /** The reader asks about limit-amount data (eligibility-rules.md §5). */
  readonly limitScreenAsked: boolean;
  /** One button consents to all kinds of medical information (§5). */
  readonly bundledConsent: boolean;
  /** How long an outpatient's consent lasts, in ms; its end is exclusive (§5, §3.6 V20). */
  readonly consentWindowMs: number;
  /** Whole months after the month in which a user certificate expires during which it still shows eligibility (§7.1). */
  readonly certificateGraceMonths: number;
  /** The reader asks for a facility passcode before a visual check (§7.2). */
  readonly visualPasscodeOnReader: boolean;
  /** A smartphone may stand for the card where the facility is equipped (§7.2). */
  readonly smartphone: boolean;
  /** What an old insurance card proves (§8 P6). */
  readonly oldInsuranceCard: "normal" | "with-inquiry" | "refused";
  /** A later visit of a month may rest on the stored number (§14 month rule). */
  readonly storedNumberTolerance: boolean;
  /** How many months of drug information from claims can be seen (§6.1). */
  readonly drugWindowMonths: number;
  /** First day of care whose drugs can be seen (§6.1). */
  readonly drugsFrom: CivilDate;
  /** How many months of 診療情報 from claims can be seen, and from which day of care on (§6.1). */
  readonly careWindowMonths: number;
  readonly careFrom: CivilDate;
  /** How many months of 手術情報 can be seen (§6.1). */
  readonly surgeryWindowMonths: number;
  /** How many months of 特定健診 can be seen, and from which day on (§6.1). */
  readonly checkupWindowMonths: number;
  readonly checkupsFrom: CivilDate;
  /** How many days electronic prescriptions and their dispensing can be seen, and from which day on there are any (§6.1). */
  readonly prescriptionWindowDays: number;
  readonly prescriptionsFrom: CivilDate;
  /** Pharmacists may view check-ups at pharmacies, with consent (§6.2). */
  readonly pharmacyCheckups: boolean;
  /** Cards without a PIN exist (§7.2). */
  readonly faceOnlyCards: boolean;
  /** Medical aid 医療扶助 is part of the check (§13.2). */
  readonly medicalAidOnline: boolean;
  /** A consent from afar stands for the card at visits at home 訪問診療等, and at online ones オンライン診療等 (§5, §14). */
  readonly homeVisits: boolean;
  readonly onlineVisits: boolean;
  /** New registrations are compared with J-LIS (§14, §15.4). */
  readonly newRowsCompared: boolean;
  /** Certificates of 医療費助成 reach facilities by PMH (§10.4, requirements.md R4-01). */
  readonly subsidiesOnline: boolean;
  /** Late-elderly patients of the upper middle pay two tenths, 一般 splits into Ⅰ and Ⅱ (§4.1, §4.2). */
  readonly lateElderlyTwoTenths: boolean;
  /** An extra relief holds for outpatients of 一般Ⅱ; its amounts are not in our sources (§4.2). */
  readonly generalTwoRelief: boolean;
  /** A claim may be made with insurer and numbers unknown 不詳請求 (§9.1). */
  readonly unknownClaims: boolean;
  /**
   * Claims are moved to the insurer of the day of care: not at all; to the certificate issued last wherever two are valid; or
   * only away from an eligibility that was not valid (§9.2).
   */
  readonly claimTransfer: "none" | "latest-issued" | "billed-if-valid";
}

/** H official or two sources, M one good source, A our assumption (eligibility-rules.md, head). */
type Confidence = "H" | "M" | "A";

/** From a day on a rule has a value. */
type PolicyRow = {
  readonly [F in keyof Policy]: {
    readonly rule: F;
    readonly from: CivilDate;
    readonly value: Policy[F];
    readonly source: string;
    readonly confidence: Confidence;
    readonly vectors: readonly { readonly on: CivilDate; readonly value: Policy[F] }[];
  };
}[keyof Policy];

/** Pre-operation began; there is no check before (eligibility-rules.md §14). */
const START = "2021-03-04";

/** Every dated rule, in the order of dates for each. */
export const policyTable: readonly PolicyRow[] = [
  starting("limitScreenAsked", true, "eligibility-rules.md §5", "H"),
  changing("limitScreenAsked", "2024-10-07", false, "eligibility-rules.md §5, §14 [P22, P23]", "H", [
    "2024-10-06",
    true,
  ]),
  starting("bundledConsent", false, "eligibility-rules.md §5", "H"),
  changing("bundledConsent", "2024-10-07", true, "eligibility-rules.md §5, §14 [P22]", "H", ["2024-10-06", false]),
  starting("consentWindowMs", 24 * HOUR_MS, "eligibility-rules.md §5 [Q2]", "H"),
  starting("certificateGraceMonths", 0, "eligibility-rules.md §7.1", "H"),
  // Reading: to the end of the month of expiry plus three months; another reading counts from the day (§7.1, §19).
  changing("certificateGraceMonths", "2024-12-02", 3, "eligibility-rules.md §7.1, §14 [P32]", "H", ["2024-12-01", 0]),
  starting("visualPasscodeOnReader", false, "eligibility-rules.md §7.2", "H"),
  // The source knows the month only; the day is ours.
  changing("visualPasscodeOnReader", "2025-03-01", true, "eligibility-rules.md §7.2, §14 [P37]", "A", [
    "2025-02-28",
    false,
  ]),
  starting("smartphone", false, "eligibility-rules.md §7.2", "H"),
  changing("smartphone", "2025-09-19", true, "eligibility-rules.md §7.2, §14 [P38]", "H", ["2025-09-18", false]),
  starting("oldInsuranceCard", "normal", "eligibility-rules.md §8 P6", "H"),
  changing("oldInsuranceCard", "2025-12-02", "with-inquiry", "eligibility-rules.md §8 P6 [P40, P41]", "H", [
    "2025-12-01",
    "normal",
  ]),
  changing("oldInsuranceCard", "2026-04-01", "refused", "eligibility-rules.md §8 P6, §14 [P41]", "H", [
    "2026-03-31",
    "with-inquiry",
  ]),
  starting("storedNumberTolerance", true, "eligibility-rules.md §14 month rule", "A"),
  // No end is stated; off with the end of new insurance cards is our choice.
  changing("storedNumberTolerance", "2024-12-02", false, "eligibility-rules.md §14 month rule", "A", [
    "2024-12-01",
    true,
  ]),
  starting("drugWindowMonths", 36, "eligibility-rules.md §6.1", "H"),
  // Changed on an unknown day between 2023-12 and 2024-12; the latest is ours, for nobody may count on more before.
  changing("drugWindowMonths", "2024-12-01", 60, "eligibility-rules.md §6.1 [P25, P26, P27]", "A", ["2024-11-30", 36]),
  starting("drugsFrom", civilDate("2021-09-01"), "eligibility-rules.md §6.1 [B3, P25]", "M"),
  starting("careWindowMonths", 36, "eligibility-rules.md §6.1 [P25, P26]", "H"),
  // The source knows that it changed, not when: with the drugs is ours.
  changing("careWindowMonths", "2024-12-01", 60, "eligibility-rules.md §6.1 [P25, P26]", "A", ["2024-11-30", 36]),
  starting("careFrom", civilDate("2022-06-01"), "eligibility-rules.md §6.1 [B3, P25]", "M"),
  starting("surgeryWindowMonths", 60, "eligibility-rules.md §6.1 [P25]", "H"),
  starting("checkupWindowMonths", 60, "eligibility-rules.md §6.1 [B3]", "H"),
  // The source says 2020; the first day of the year is ours.
  starting("checkupsFrom", civilDate("2020-01-01"), "eligibility-rules.md §6.1 [B3, P25]", "A"),
  starting("prescriptionWindowDays", 100, "eligibility-rules.md §6.1 [P26, P27]", "H"),
  // When electronic prescriptions began is general knowledge, not in our sources.
  starting("prescriptionsFrom", civilDate("2023-01-26"), "eligibility-rules.md §6.1", "A"),
  // The rule of 2020-07 (requirements.md R1-09) was changed on 2020-11-12 [P28], before there was a check: no day has it.
  starting("pharmacyCheckups", true, "eligibility-rules.md §6.2 [P28, P29]", "H"),
  starting("faceOnlyCards", false, "eligibility-rules.md §7.2", "H"),
  changing("faceOnlyCards", "2023-12-15", true, "eligibility-rules.md §7.2, §14 [P34]", "H", ["2023-12-14", false]),
  starting("medicalAidOnline", false, "eligibility-rules.md §13.2", "H"),
  changing("medicalAidOnline", "2024-03-01", true, "eligibility-rules.md §13.2, §14 [P76]", "H", ["2024-02-29", false]),
  starting("homeVisits", false, "eligibility-rules.md §5", "M"),
  changing("homeVisits", "2024-04-01", true, "eligibility-rules.md §5, §14 [P24b]", "M", ["2024-03-31", false]),
  // No start is known: the same kind of consent, from the same day on, is ours.
  starting("onlineVisits", false, "eligibility-rules.md §5", "A"),
  changing("onlineVisits", "2024-04-01", true, "eligibility-rules.md §5", "A", ["2024-03-31", false]),
  starting("newRowsCompared", false, "eligibility-rules.md §15.4", "H"),
  changing("newRowsCompared", "2024-05-07", true, "eligibility-rules.md §14, §15.4 [P79, P80]", "H", [
    "2024-05-06",
    false,
  ]),
  starting("subsidiesOnline", false, "requirements.md R4-01", "A"),
  // The pilot began in fiscal year 2023; its first day is ours, for the source names the year only.
  changing("subsidiesOnline", "2023-04-01", true, "requirements.md R4-01", "A", ["2023-03-31", false]),
  starting("lateElderlyTwoTenths", false, "eligibility-rules.md §4.1", "H"),
  changing("lateElderlyTwoTenths", "2022-10-01", true, "eligibility-rules.md §4.1, §14 [P15]", "H", [
    "2022-09-30",
    false,
  ]),
  starting("generalTwoRelief", false, "eligibility-rules.md §4.2", "A"),
  // The relief came with the two-tenths class (general knowledge); the reference knows its end only.
  changing("generalTwoRelief", "2022-10-01", true, "eligibility-rules.md §4.2", "A", ["2022-09-30", false]),
  changing("generalTwoRelief", "2025-10-01", false, "eligibility-rules.md §4.2", "M", ["2025-09-30", true]),
  starting("unknownClaims", false, "eligibility-rules.md §9.1", "H"),
  changing("unknownClaims", "2023-09-01", true, "eligibility-rules.md §9.1, §14 [P42]", "H", ["2023-08-31", false]),
  starting("claimTransfer", "none", "eligibility-rules.md §9.2", "H"),
  changing("claimTransfer", "2021-10-01", "latest-issued", "eligibility-rules.md §9.2, §14 [P46]", "H", [
    "2021-09-30",
    "none",
  ]),
  changing("claimTransfer", "2022-02-01", "billed-if-valid", "eligibility-rules.md §9.2, §14 [Q4]", "H", [
    "2022-01-31",
    "latest-issued",
  ]),
];

/** The first day on which a rule says yes. */
export function firstDayOf(wanted: keyof Policy): CivilDate {
  const first = policyTable.find(({ rule, value }) => rule === wanted && value === true);
  ensure(first !== undefined, `the policy table knows when ${wanted} began`);
  return first.from;
}

/** The rules of a day; days before the service began are a misuse. */
export function policyAt(date: CivilDate): Policy {
  const policy = policyOf(date);
  if (policy === undefined)
    throw new MisuseError("policyDate", `the online check began on ${START}; choose a later day`);
  return policy;
}

/** The rules of a day that somebody asks about; undefined before the service began. */
export function policyOf(date: CivilDate): Policy | undefined {
  if (date < civilDate(START)) return undefined;
  const inForce = policyTable.filter(({ from }) => from <= date).map(({ rule, value }) => [rule, value]);
  return Object.fromEntries(inForce) as Policy;
}

/** Whether 医療扶助 is answered online about a day (eligibility-rules.md §14 2024-03-01): the day asked counts, not today's rules. */
export const isAidOnline = (on: CivilDate): boolean => policyOf(on)?.medicalAidOnline === true;

function starting<F extends keyof Policy>(
  rule: F,
  value: Policy[F],
  source: string,
  confidence: Confidence,
): PolicyRow {
  const from = civilDate(START);
  return { rule, from, value, source, confidence, vectors: [{ on: from, value }] } as PolicyRow;
}

function changing<F extends keyof Policy>(
  rule: F,
  from: string,
  value: Policy[F],
  source: string,
  confidence: Confidence,
  [dayBefore, before]: readonly [string, Policy[F]],
): PolicyRow {
  const vectors = [
    { on: civilDate(dayBefore), value: before },
    { on: civilDate(from), value },
  ];
  return { rule, from: civilDate(from), value, source, confidence, vectors } as PolicyRow;
}
