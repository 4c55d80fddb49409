import type { ConfirmationMethod } from "../devices/readers/profile.ts";
import type { ReaderId } from "../devices/readers/profiles/index.ts";
import type { ConsentKind } from "../devices/terminal/ports.ts";
import type { TerminalSettings } from "../devices/terminal/settings.ts";
import type { Bilingual } from "../simulator/kernel/bilingual.ts";
import type { NamedFacility } from "../simulator/population/facility.ts";
import type { PersonaId } from "../simulator/population/personas/index.ts";
import type { CheckId } from "./checks/index.ts";
import type { FaultId, FaultParams } from "./faults.ts";
import type { RequirementId } from "./requirement.ts";
import type { Proof } from "./subjects/subject.ts";
import type { Verdict } from "./verdict.ts";

/** A fault with its parameters; ids and parameters that do not exist do not compile. */
export type ArmedFault = {
  readonly [I in FaultId]: { readonly fault: I; readonly params?: Partial<FaultParams<I>> };
}[FaultId];

/** How a patient behaves at the reader. */
export interface CheckIn {
  readonly persona: PersonaId;
  /** What the patient chooses first; when the reader offers another way afterwards, the next one. */
  readonly methods: readonly [ConfirmationMethod, ...ConfirmationMethod[]];
  /** Answers on the consent screens; a kind left out is refused. */
  readonly consents: readonly ConsentKind[];
  readonly prescription?: "1" | "2";
  /** How the face stands before the camera. */
  readonly face?: "normal" | "masked";
  /** Wrong PINs typed before the right one. */
  readonly wrongPins?: number;
}

/** One thing that happens at the counter or in the world, in order. */
export type Step =
  /** The receipt system already has a chart of this person. `insuredAs` is what it stored: the persona's latest or earlier row. */
  | {
      readonly step: "known";
      readonly persona: PersonaId;
      readonly chart: string;
      readonly insuredAs?: "latest" | "former";
    }
  /** A patient steps up: known by chart, or new with a questionnaire. */
  | { readonly step: "reception"; readonly visit: string; readonly persona: PersonaId; readonly chart?: string }
  | ({ readonly step: "check-in"; readonly visit: string; readonly reader?: string } & CheckIn)
  /** The clerk asks by number from a certificate; `mistype` changes one digit of the insured number. */
  | {
      readonly step: "inquiry";
      readonly visit: string;
      readonly persona: PersonaId;
      readonly insuredAs?: "latest" | "former";
      readonly mistype?: boolean;
      readonly limitConsent?: boolean;
    }
  | { readonly step: "settle"; readonly visit: string; readonly proof: Proof }
  | { readonly step: "recheck" }
  | { readonly step: "view-drugs"; readonly visit: string }
  | { readonly step: "erase"; readonly visit: string }
  | { readonly step: "list-holdings" }
  | { readonly step: "wait"; readonly ms: number }
  | { readonly step: "arm"; readonly armed: ArmedFault }
  | { readonly step: "repair"; readonly fault: FaultId }
  /** All at the same time. */
  | { readonly step: "together"; readonly steps: readonly Step[] };

/** A check in a scenario's plan; a failed `should` is a warning in the report. */
export interface PlannedCheck {
  readonly check: CheckId;
  readonly level: "must" | "should";
}

/** One certification case as plain data. */
export interface Scenario<I extends string = string> {
  readonly id: I;
  readonly title: Bilingual;
  /** What the receipt system must show, in the words of requirements.md §10. */
  readonly expected: Bilingual;
  readonly requires: readonly RequirementId[];
  readonly seed: number;
  /** First day of the scenario, `yyyy-mm-dd`; every dated rule follows the world's date from there. */
  readonly policyDate: string;
  readonly facility: NamedFacility;
  readonly reader: ReaderId;
  readonly terminal?: Partial<TerminalSettings>;
  readonly faults: readonly ArmedFault[];
  readonly steps: readonly Step[];
  readonly checks: readonly PlannedCheck[];
  readonly expect: Verdict;
}

/** Declares a scenario; keeps its id literal. */
export function scenario<const I extends string>(declaration: Scenario<I>): Scenario<I> {
  return declaration;
}

/** A check the subject must pass. */
export const must = (check: CheckId): PlannedCheck => ({ check, level: "must" });
/** A check whose failure is a warning. */
export const should = (check: CheckId): PlannedCheck => ({ check, level: "should" });
