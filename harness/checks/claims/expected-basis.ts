import { dateAt, endOfMonth } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
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
  /** Insurer and insured number where an insurance is billed. */
  readonly insurance?: { readonly insurerNumber: string; readonly number: string };
  /** Why the clerk bills the print instead, which then stands on the claim (requirements.md C18). */
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
      declared: declares(trace, visit, past !== undefined),
      unknownClaims: policyAt(endOfMonth(day)).unknownClaims,
    }).result;
    const reason = stepsOf(trace, "override").find(({ message }) => message.visit === visit)?.message.reason;
    const insurance = basis === "current" ? current : basis === "past" ? past : undefined;
    const billed = reason === undefined ? (insurance === undefined ? {} : { insurance }) : { reason };
    return { seq, visit, day, basis, ...billed };
  });
}

type Insurance = ExpectedBasis["insurance"];

/** The insurance of a valid answer. */
function answered(trace: Trace, visit: string): Insurance {
  const answer = answersFor(trace, visit).findLast(({ record }) => record.MessageBody.QualificationValidity === "1");
  const person = answer === undefined ? undefined : personIn(answer);
  if (person?.InsurerNumber === undefined || person.InsuredIdentificationNumber === undefined) return undefined;
  return { insurerNumber: person.InsurerNumber, number: person.InsuredIdentificationNumber };
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
  const imported = earlier.flatMap((other) => {
    const answer = answersFor(trace, other).findLast(({ seq }) => seq < before);
    const insurance = answer === undefined ? undefined : answered(trace, other);
    return insurance === undefined ? [] : [insurance];
  });
  const known = stepsOf(trace, "known").find(({ message }) => message.chart === reception?.message.chart);
  return imported.at(-1) ?? known?.message.keys;
}

function declares(trace: Trace, visit: string, known: boolean): boolean {
  return stepsOf(trace, "declare").some(({ message: { visit: of, says, filled = [] } }) => {
    const unchanged = says === "nothing-changed";
    return of === visit && declaration.decide({ filled, unchanged, known }).result !== "incomplete";
  });
}
