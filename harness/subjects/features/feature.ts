import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import type { Clock } from "../../../simulator/kernel/clock.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Process } from "../../../simulator/kernel/process.ts";
import type { AnswerIntake, Import } from "../answer-intake.ts";
import type { BillingBook } from "../billing-book.ts";
import type { ChartStore } from "../chart-store.ts";
import type { Decisions } from "../decisions.ts";
import type { ExpenseBook } from "../expense-book.ts";
import type { MedicalBook } from "../medical-book.ts";
import type { RecordBook } from "../record-book.ts";
import type { Requests } from "../requests.ts";
import type { Arrival } from "../result-inbox.ts";
import type { SharedFolders } from "../shared-folders.ts";
import type { SubjectAct, SubjectActs, SubjectStep, SubjectSteps } from "../subject.ts";
import type { Visit } from "../visit.ts";

/** What the parts of a receipt system share. */
export interface OfficeParts {
  readonly folders: SharedFolders;
  readonly clock: Clock;
  readonly facility: string;
  readonly decisions: Decisions;
  readonly tell: (act: SubjectAct) => void;
  readonly charts: ChartStore;
  readonly expenses: ExpenseBook;
  readonly billing: BillingBook;
  readonly medical: MedicalBook;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly records: RecordBook;
  readonly requests: Requests;
  readonly intake: AnswerIntake;
}

/** What a feature works with. */
export interface Office extends OfficeParts {
  /** A visit that was received; a {@link MisuseError} when it was not. */
  visit(id: string): Visit;
  /** Writes one request and waits for its answer; undefined when none came in time. `visit` may be any name for the matter. */
  ask(
    visit: string,
    api: string,
    build: (identifier: string) => Uint8Array,
    withinMs?: number,
  ): Process<Arrival | undefined>;
}

/**
 * How long an answer is waited for: as long as an inquiry at the counter waits before it asks again. 10 s, as seen in the field
 * (receipt-system-interface.md §1.4), are too few: an answer after 7 s, seen by two looks, may come at the eleventh second.
 */
const ANSWER_MS = 40_000;

/** The office of a receipt system. */
export function office(parts: OfficeParts): Office {
  return {
    ...parts,
    visit(id) {
      const visit = parts.visits.get(id);
      if (visit === undefined) throw new MisuseError("visit", `no visit ${id} was received`, [...parts.visits.keys()]);
      return visit;
    },
    *ask(visit, api, build, withinMs = ANSWER_MS) {
      const box = parts.requests.open();
      parts.requests.write(visit, api, build, box);
      const arrival = yield* box.take(parts.clock, withinMs);
      parts.requests.close(box);
      return arrival;
    },
  };
}

/** A step of one kind as the harness asks for it. */
export type SubjectStepOf<K extends keyof SubjectSteps> = { readonly do: K } & SubjectSteps[K];

/** How a step of any kind is carried out. */
export type Handler = (step: SubjectStep, office: Office) => Process<void>;

/** Acts in a line, by name. */
export type ActWords = { readonly [K in keyof SubjectActs]?: (act: SubjectActs[K]) => Bilingual };

/** One ability of the receipt system beside reception: what it does when asked, and with what arrives. */
export interface Feature {
  readonly handlers: Readonly<Partial<Record<keyof SubjectSteps, Handler>>>;
  /** Its acts in a line, for reports. */
  readonly words?: ActWords;
  /** A file nobody asked for; true when it was this feature's. */
  arrived?(arrival: Arrival, office: Office): boolean;
  /** An answer was taken for a visit. */
  imported?(taken: Import, office: Office): void;
}

/** Closes a handler over its kind of step; it is handed none of another kind. */
export function handler<K extends keyof SubjectSteps>(
  kind: K,
  carryOut: (step: SubjectStepOf<K>, office: Office) => Process<void>,
): Readonly<Partial<Record<keyof SubjectSteps, Handler>>> {
  return { [kind]: (step: SubjectStep, office: Office) => carryOut(step as SubjectStepOf<K>, office) };
}
