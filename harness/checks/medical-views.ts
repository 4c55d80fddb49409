import { stampAt } from "../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";
import type { MedicalKind } from "../../simulator/rules/medical-viewers.ts";
import { type ConsentEvidence, consentsBefore } from "./medical-files.ts";
import { type ActCrossing, actsOf, stepsOf } from "./reading.ts";

/** Somebody who may view it opened a kind of medical information. */
export interface MedicalView {
  readonly seq: number;
  readonly visit: string;
  readonly kind: MedicalKind;
  /** Where the next look begins. */
  readonly before: number;
  /** What was told of it; undefined when nothing was. */
  readonly told: ActCrossing<"medical"> | undefined;
  /** The last card check before it. */
  readonly consents: ConsentEvidence | undefined;
  /** How the consent of that card check to the kind stands when it is opened. */
  readonly consent: "none" | "in-force" | "expired";
}

/** Looks of users who may view (eligibility-rules.md §6.2: all but clerks), in order. */
export function permittedViewsOf(trace: Trace): readonly MedicalView[] {
  const steps = stepsOf(trace, "view-medical");
  return steps.flatMap(({ seq, atMs, message: { visit, kind, role } }, index): readonly MedicalView[] => {
    if (visit === undefined || kind === undefined || role === "clerk") return [];
    const before = steps[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
    const told = actsOf(trace, "medical").find(
      (act) => act.seq > seq && act.seq < before && act.message.visit === visit && act.message.kind === kind,
    );
    const consents = consentsBefore(trace, visit, seq);
    return [{ seq, visit, kind, before, told, consents, consent: stateOf(consents, kind, stampAt(atMs)) }];
  });
}

function stateOf(consents: ConsentEvidence | undefined, kind: MedicalKind, now: string): MedicalView["consent"] {
  if (consents?.flags[kind] !== true || consents.until[kind] === "") return "none";
  return now < consents.until[kind] ? "in-force" : "expired";
}
