import type { CivilDate } from "../../simulator/kernel/civil-time.ts";
import type { QualificationValidity } from "../../simulator/messages/code-lists.ts";
import { plainName } from "../../simulator/population/plain-name.ts";
import { policyAt } from "../../simulator/population/policy.ts";
import { type NextStep, nextStep } from "../../simulator/rules/next-step.ts";
import { type BillingDecisions, carefulBilling } from "./billing-decisions.ts";
import type { SetAside } from "./chart-store.ts";
import { carefulWithExpenses, type ExpenseDecisions } from "./expense-decisions.ts";
import { carefulWithMedical, type MedicalDecisions } from "./medical-decisions.ts";
import { carefulWithRecords, foldKana, type RecordDecisions } from "./record-decisions.ts";
import type { Alert, ChartPerson, Proof, Standing } from "./subject.ts";

/** A visit that waits for an answer, as far as a decision may look at it. */
export interface WaitingVisit {
  readonly visit: string;
  readonly person: ChartPerson;
}

/** The person an answer speaks of. */
export interface AnsweredPerson {
  readonly name: string;
  readonly kana: string;
  readonly birthdate: string;
}

/** What follows from a state of eligibility. */
export interface ValidityDecision {
  readonly billable: boolean;
  readonly alert: Alert | undefined;
}

/**
 * The decisions in which receipt systems go wrong in the field, each a value in and a value out, so that a broken
 * subject differs from the reference in exactly one of them.
 */
export interface Decisions extends RecordDecisions, ExpenseDecisions, BillingDecisions, MedicalDecisions {
  /** Which waiting visit a face result belongs to; undefined when none or more than one fits. */
  matchVisit(person: AnsweredPerson, waiting: readonly WaitingVisit[]): string | undefined;
  /** Whether an answer found for a visit speaks of the patient of that visit. */
  samePerson(person: AnsweredPerson, expected: ChartPerson): boolean;
  judgeValidity(validity: QualificationValidity): ValidityDecision;
  /** Where a visit stands when no answer came. */
  onSilence(): Standing;
  /** Whether a visit that stands so is asked about again later, after an answer with this validity or none. */
  asksAgain(standing: Standing, validity: QualificationValidity | undefined): boolean;
  /** Where a visit stands that no valid answer reached, mere silence aside. */
  onNoValidAnswer(shown: Proof): Standing;
  /** Further requests after one stayed without answer. */
  readonly retries: number;
  /** Whether a repeated request enters the patient once more, as another visit with a chart of its own. */
  readonly entersAgain: boolean;
  /** Whether a result seen before is a duplicate. */
  isDuplicate(identifier: string, seen: ReadonlySet<string>): boolean;
  /** Whether a result of another day may serve today. */
  acceptsDay(confirmedOn: string, today: string): boolean;
  /** The stored form of an element. */
  store(element: string, value: string): string;
  /** Whether a drug answer that refuses still shows something. */
  showsAfterRefusal: boolean;
  /** What remains of data set aside for a visit when the visit is erased. */
  leftAfterErasure(entry: SetAside): SetAside | undefined;
  /** Whether flagged visits are asked again once the line is back. */
  rechecks: boolean;
  /** How the branch number of a request is written. */
  writeBranch(branch: string | undefined): string | undefined;
  /** Whether remarks that come with a success are shown. */
  showsNotices: boolean;
  /** Whether imported results are taken out of the shared folder. */
  takesResultsAway: boolean;
  /** Whether the stored insurance survives an answer that found nobody. */
  keepsChartWhenNobodyFound: boolean;
  /** What an old insurance card is worth on a day. */
  oldCardRule(today: CivilDate): "normal" | "with-inquiry" | "refused";
  /** Whether it is told that a consent has run out. */
  tellsExpiry: boolean;
  /** Whether eligibility looked up without a card is attached to the visit it was looked up for. */
  attachesLookup: boolean;
  /** Whether a look-up confirms the visit, given whether it found an eligibility. */
  confirmsByLookup(found: boolean): boolean;
  /** Whether a consent to visits from afar still counts when the answer says that it has ended. */
  keepsEndedConsent: boolean;
  /** Whether eligibility that came with an ended consent still confirms the visit when the patient leaves. */
  settlesOnEndedConsent: boolean;
}

/** `●` stands for a character outside the allowed set, so it may be any (receipt-system-interface.md fact 12). */
const UNKNOWN = "●";

/** Whether a name as received may be the name as it is written in the chart. */
function isWritten(received: string, known: string): boolean {
  const [one, other] = [[...plainName(received)], [...plainName(known)]];
  return one.length === other.length && one.every((letter, at) => letter === UNKNOWN || letter === other[at]);
}

/** What the clerk is told when a state calls for a next step (eligibility-rules.md §3.7). */
const TELLS: Readonly<Record<NextStep["next"], Alert | undefined>> = {
  "compare-name": undefined,
  proofs: "insurance-lost",
  "ask-new-insurance": "newer-insurance-exists",
  "check-typing": "not-found",
  "ask-branch-or-card": "several-found",
  // Told by the aid part itself, which knows why (features/medical-aid.ts).
  "ask-welfare-office": undefined,
};

/** What a careful receipt system decides. */
export const referenceDecisions: Decisions = {
  ...carefulWithRecords,
  ...carefulWithExpenses,
  ...carefulBilling,
  ...carefulWithMedical,
  // Several watchers share one folder: birth date and name decide, never "the next file" (receipt-system-interface.md §1.4).
  matchVisit(person, waiting) {
    const fits = waiting.filter((visit) => referenceDecisions.samePerson(person, visit.person));
    return fits.length === 1 ? fits[0]?.visit : undefined;
  },
  samePerson: (person, expected) =>
    person.birthdate === expected.birthdate &&
    (isWritten(person.name, expected.name) ||
      (person.kana !== "" && foldKana(person.kana) === foldKana(expected.kana))),
  judgeValidity(validity) {
    const { bill, next } = nextStep.decide(validity).result;
    return { billable: bill === "online-data", alert: TELLS[next] };
  },
  onSilence: () => "unconfirmed",
  asksAgain: (standing) => standing === "unconfirmed" || standing === "provisional",
  onNoValidAnswer: () => "unconfirmed",
  retries: 3,
  entersAgain: false,
  isDuplicate: (identifier, seen) => seen.has(identifier),
  acceptsDay: (confirmedOn, today) => confirmedOn === today,
  store: (_element, value) => value,
  showsAfterRefusal: false,
  leftAfterErasure: () => undefined,
  rechecks: true,
  writeBranch: (branch) => branch,
  showsNotices: true,
  takesResultsAway: true,
  keepsChartWhenNobodyFound: true,
  oldCardRule: (today) => policyAt(today).oldInsuranceCard,
  tellsExpiry: true,
  attachesLookup: true,
  confirmsByLookup: (found) => found,
  keepsEndedConsent: false,
  settlesOnEndedConsent: false,
};
