import type { foreignCards } from "../devices/cards/foreign/index.ts";
import type { ScriptedTry } from "../devices/readers/face-gate.ts";
import type { ConfirmationMethod } from "../devices/readers/profile.ts";
import type { ReaderId } from "../devices/readers/profiles/index.ts";
import type { ScreenId } from "../devices/readers/screens.ts";
import type { ConsentKind } from "../devices/terminal/ports.ts";
import type { TerminalSettings } from "../devices/terminal/settings.ts";
import type { Bilingual } from "../simulator/kernel/bilingual.ts";
import type { Profile } from "../simulator/messages/profile.ts";
import type { NamedFacility } from "../simulator/population/facility.ts";
import type { PersonaId } from "../simulator/population/personas/index.ts";
import type { RuleRowId } from "../simulator/rules/index.ts";
import type { CheckId } from "./checks/index.ts";
import type { FaceConditionId } from "./edges/face/conditions.ts";
import type { FaultId, FaultParams } from "./faults.ts";
import type { RequirementId } from "./requirement.ts";
import type { Proof } from "./subjects/subject.ts";
import type { Verdict } from "./verdict.ts";

/** A fault with its parameters; ids and parameters that do not exist do not compile. */
export type ArmedFault = {
  readonly [I in FaultId]: { readonly fault: I; readonly params?: Partial<FaultParams<I>> };
}[FaultId];

/** A card that is no My Number card. */
export type ForeignCardId = (typeof foreignCards)[number]["id"];

/** How a patient behaves at the reader. */
export interface CheckIn {
  readonly persona: PersonaId;
  /** What the patient chooses first; when the reader offers another way afterwards, the next one. */
  readonly methods: readonly [ConfirmationMethod, ...ConfirmationMethod[]];
  /** Laid down in place of the persona's own card. */
  readonly lays?: ForeignCardId;
  /** Answers on the consent screens; a kind left out is refused. By chance: each kind, and the prescription, is drawn. */
  readonly consents: readonly ConsentKind[] | "by-chance";
  readonly prescription?: "1" | "2";
  /** What is before the camera; left out: an ordinary day. */
  readonly face?: FaceConditionId;
  /** What tries come to, in place of pictures; those after the last one come to the same. `face` is then not looked at. */
  readonly faceScores?: readonly ScriptedTry[];
  /** Wrong PINs typed before the right one. */
  readonly wrongPins?: number;
  /** Wrong passcodes typed by the staff before the facility's own. */
  readonly wrongPasscodes?: number;
  /** Says at S04 that the name is not theirs. */
  readonly notMe?: true;
  /** Touches nothing from this screen on; somebody else takes the card in the end. */
  readonly walksAwayAt?: ScreenId;
  /** How long the card is left lying when all is done, ms. */
  readonly leavesCardMs?: number;
  /** What the reader's own clock is ahead of the world's meanwhile, ms. */
  readonly readerClockOffMs?: number;
}

/**
 * Steps of a scenario, by name, with what each needs. A kind of step that is carried out by a file of `harness/steps/` is
 * declared there, by declaration merging, as points of control and observation are.
 */
export interface Steps {
  /** The receipt system already has a chart of this person. `insuredAs` is what it stored: the persona's latest or earlier row. */
  readonly known: { readonly persona: PersonaId; readonly chart: string; readonly insuredAs?: "latest" | "former" };
  /** A patient steps up: known by chart, or new with a questionnaire. */
  readonly reception: { readonly visit: string; readonly persona: PersonaId; readonly chart?: string };
  readonly "check-in": { readonly visit: string; readonly reader?: string } & CheckIn;
  /** The clerk asks by number from a certificate; `mistype` changes one digit of the insured number. */
  readonly inquiry: {
    readonly visit: string;
    readonly persona: PersonaId;
    readonly insuredAs?: "latest" | "former";
    readonly mistype?: boolean;
    /** The branch number is not on the certificate, or the clerk leaves it out. */
    readonly withoutBranch?: true;
    readonly limitConsent?: boolean;
  };
  readonly settle: { readonly visit: string; readonly proof: Proof };
  readonly recheck: object;
  readonly erase: { readonly visit: string };
  readonly "list-holdings": object;
  readonly wait: { readonly ms: number };
  readonly arm: { readonly armed: ArmedFault };
  readonly repair: { readonly fault: FaultId };
}

/** A step that is carried out itself: no list of others. */
export type SingleStep = { readonly [K in keyof Steps]: { readonly step: K } & Steps[K] }[keyof Steps];

/** One thing that happens at the counter or in the world, in order. */
export type Step =
  | SingleStep
  /** All at the same time. */
  | { readonly step: "together"; readonly steps: readonly Step[] }
  /** One after another, so many times. */
  | { readonly step: "repeat"; readonly times: number; readonly steps: readonly Step[] };

/** The steps that are carried out, each once, however they are nested. */
export function singleSteps(steps: readonly Step[]): readonly SingleStep[] {
  return steps.flatMap((step) => ("steps" in step ? singleSteps(step.steps) : [step]));
}

/** A check in a scenario's plan; a failed `should` is a warning in the report. */
export interface PlannedCheck {
  readonly check: CheckId;
  readonly level: "must" | "should";
}

/** One case as plain data. */
export interface Scenario<I extends string = string> {
  readonly id: I;
  readonly title: Bilingual;
  /** Left out where the receipt system is under test. */
  readonly underTest?: "reader";
  /** What the one under test must show, in the words of requirements.md §10. */
  readonly expected: Bilingual;
  readonly requires: readonly RequirementId[];
  readonly seed: number;
  /** First day of the scenario, `yyyy-mm-dd`; every dated rule follows the world's date from there. */
  readonly policyDate: string;
  readonly facility: NamedFacility;
  readonly reader: ReaderId;
  /** A second reader at the same terminal, called `P1`: for phones, and for cards only where it is the only one. */
  readonly pairedReader?: ReaderId;
  /** Staff type the facility's passcode on the reader before a visual check (readers-and-line.md §5.2). */
  readonly visualPasscode?: true;
  readonly terminal?: Partial<TerminalSettings>;
  /** Choices where the paper is silent (receipt-system-interface.md §8); `terminal` comes on top. Ours where left out. */
  readonly profile?: Profile;
  readonly faults: readonly ArmedFault[];
  /** Rows of decision tables the scenario shows, `3.2/7` (simulator/rules). */
  readonly rules?: readonly RuleRowId[];
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
