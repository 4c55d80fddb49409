import { dateAt, endOfMonth } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { type Claim, insuranceName } from "../../../simulator/neighbours/claim.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { type BilledEligibility, billedEligibility } from "../../../simulator/rules/billed-eligibility.ts";
import { declaration } from "../../../simulator/rules/declaration.ts";
import { fallbackProof } from "../../../simulator/rules/fallback-proof.ts";
import { answersFor, personAt, personIn, stepsOf, visitsOf } from "../reading.ts";

/** Care of one visit, and what its claim should be made on. */
export interface ExpectedBasis {
  readonly seq: number;
  readonly visit: string;
  readonly day: string;
  readonly basis: BilledEligibility;
  /** The insurance that is billed, if any: the print where the clerk decided for it. */
  readonly insurance?: Claim["insurance"];
  /** Why the clerk bills the print, which then stands on the claim (requirements.md C18). */
  readonly reason?: string;
}

/** Every visit with care, judged by what was answered, shown, stored and declared (eligibility-rules.md §9.1). */
export function expectedBases(trace: Trace): readonly ExpectedBasis[] {
  return stepsOf(trace, "charge").map(({ seq, atMs, message: { visit = "" } }) => {
    const day = dateAt(atMs);
    const current = answered(trace, visit) ?? shown(trace, visit);
    const past = onFile(trace, visit, seq);
    const basis = billedEligibility.decide({
      current: current !== undefined,
      past: past !== undefined,
      declared: declares(trace, visit, seq),
      unknownClaims: policyAt(endOfMonth(day)).unknownClaims,
    }).result;
    const insurance = basis === "current" ? current : basis === "past" ? past : undefined;
    return { seq, visit, day, basis, ...(insurance && { insurance }), ...printedInstead(trace, visit) };
  });
}

type Insurance = ExpectedBasis["insurance"];

/** The print a clerk decided to bill, and why; nothing where nobody decided so before a point of the trace. */
export function printedInstead(
  trace: Trace,
  visit: string,
  before = Number.POSITIVE_INFINITY,
): Pick<ExpectedBasis, "insurance" | "reason"> {
  const decided = stepsOf(trace, "override").findLast(({ seq, message }) => seq < before && message.visit === visit);
  const reason = decided?.message.reason;
  if (decided === undefined || reason === undefined) return {};
  const compared = stepsOf(trace, "compare-printed").findLast(
    ({ seq, message }) => seq < decided.seq && message.visit === visit,
  );
  const insurance = compared?.message.printed;
  return { reason, ...(insurance && { insurance }) };
}

/** Whether this is the insurance to bill. The branch number counts where both have one: not every receipt system bills it. */
export function isBilledOn(billed: Claim["insurance"], wanted: Claim["insurance"]): boolean {
  const branch = billed.branch && wanted.branch ? {} : { branch: "" };
  return insuranceName({ ...billed, ...branch }) === insuranceName({ ...wanted, ...branch });
}

/** The insurance of a valid answer to a visit, before a point of the trace. */
export function answered(trace: Trace, visit: string, before = Number.POSITIVE_INFINITY): Insurance {
  const answer = answersFor(trace, visit).findLast(
    ({ seq, record }) => seq < before && record.MessageBody.QualificationValidity === "1",
  );
  const person = answer === undefined ? undefined : personIn(answer);
  if (person?.InsurerNumber === undefined || person.InsuredIdentificationNumber === undefined) return undefined;
  return {
    insurerNumber: person.InsurerNumber,
    symbol: person.InsuredCardSymbol ?? "",
    number: person.InsuredIdentificationNumber,
    branch: person.InsuredBranchNumber ?? "",
  };
}

/** The insurance on a proof that stands in for an answer, as it was typed. */
function shown(trace: Trace, visit: string): Insurance {
  const accepted = stepsOf(trace, "show-proof").some(({ message }) => {
    const { situation, shown: proof, medicalAid = false } = message;
    if (message.visit !== visit || situation === undefined || proof === undefined) return false;
    return fallbackProof.decide({ situation, proof, medicalAid }).result.startsWith("accepted");
  });
  return accepted
    ? stepsOf(trace, "inquiry").findLast(({ message }) => message.visit === visit)?.message.keys
    : undefined;
}

/** What the chart of the visit's patient held: stored from the beginning, or imported at an earlier visit. */
function onFile(trace: Trace, visit: string, before: number): Insurance {
  const reception = stepsOf(trace, "reception").find(({ message }) => message.visit === visit);
  const person = personAt(trace, visit);
  const earlier = visitsOf(trace).filter((other) => {
    const patient = personAt(trace, other);
    return other !== visit && patient?.name === person?.name && patient?.birthdate === person?.birthdate;
  });
  const imported = earlier.flatMap((other) => answered(trace, other, before) ?? []);
  const known = stepsOf(trace, "known").find(({ message }) => message.chart === reception?.message.chart);
  return imported.at(-1) ?? known?.message.keys;
}

/** Whether the patient of a visit made a declaration that counts, by what the records held at a point of the trace. */
export function declares(trace: Trace, visit: string, before: number): boolean {
  const known = onFile(trace, visit, before) !== undefined;
  return stepsOf(trace, "declare").some(({ message: { visit: of, says, filled = [] } }) => {
    const unchanged = says === "nothing-changed";
    return of === visit && declaration.decide({ filled, unchanged, known }).result !== "incomplete";
  });
}
