import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { AnswerIntake, type Import } from "./answer-intake.ts";
import { BillingBook } from "./billing-book.ts";
import { ChartStore } from "./chart-store.ts";
import type { Decisions } from "./decisions.ts";
import { ExpenseBook } from "./expense-book.ts";
import { type Office, office } from "./features/feature.ts";
import { features, handlerOf } from "./features/index.ts";
import { MedicalBook } from "./medical-book.ts";
import { RecordBook } from "./record-book.ts";
import { Requests } from "./requests.ts";
import { type Arrival, ResultInbox } from "./result-inbox.ts";
import { numberRequest } from "./result-reading.ts";
import { settle } from "./settlement.ts";
import type { SharedFolders } from "./shared-folders.ts";
import type { InquiryKeys, Proof, Subject, SubjectAct, SubjectStep } from "./subject.ts";
import { openVisit, type Visit } from "./visit.ts";

/** What a receipt system works with. */
export interface ReceiptSystemParts {
  readonly folders: SharedFolders;
  readonly clock: Clock;
  readonly facility: string;
  readonly decisions: Decisions;
  /** Tells the harness what was done. */
  readonly tell: (act: SubjectAct) => void;
}

/** Waiting times of a receipt system (receipt-system-interface.md §1.4: 10 s seen; readers-and-line.md §17: retry after 30 s). */
const ANSWER_MS = 10_000;
const RETRY_MS = 30_000;

/**
 * The reference receipt system: imports face and result files, compares with what it stored, asks by number, and flags
 * what needs another check. It knows nothing but the three folders and what its clerk does.
 */
export class ReceiptSystem implements Subject {
  readonly #parts: ReceiptSystemParts;
  readonly #charts = new ChartStore();
  readonly #visits = new Map<string, Visit>();
  readonly #requests: Requests;
  readonly #intake: AnswerIntake;
  readonly #office: Office;

  constructor(parts: ReceiptSystemParts) {
    this.#parts = parts;
    this.#requests = new Requests(parts.folders, parts.clock, parts.tell);
    const shared = { ...parts, charts: this.#charts, visits: this.#visits };
    this.#intake = new AnswerIntake({ ...shared, imported: (import_) => this.#imported(import_) });
    const expenses = new ExpenseBook();
    this.#office = office({
      ...shared,
      expenses,
      billing: new BillingBook(),
      medical: new MedicalBook(),
      records: new RecordBook(),
      requests: this.#requests,
      intake: this.#intake,
    });
    new ResultInbox(parts.folders, parts.clock, (arrival) => this.#arrived(arrival));
  }

  *act(step: SubjectStep): Process<void> {
    const { decisions, tell } = this.#parts;
    switch (step.do) {
      case "know": {
        const { chart, person, insurance } = step;
        return this.#charts.put({ id: chart, person, insurance, billable: insurance !== undefined });
      }
      case "receive": {
        const keys = step.chart === undefined ? undefined : this.#charts.get(step.chart)?.insurance;
        this.#visits.set(
          step.visit,
          openVisit(step.visit, step.person, step.chart, keys, dateAt(this.#parts.clock.nowMs)),
        );
        return;
      }
      case "inquire":
        return yield* this.#inquire(this.#visit(step.visit), step.keys, step.limitConsent);
      case "settle":
        return this.#settle(this.#visit(step.visit), step.proof);
      case "recheck":
        return yield* this.#recheck();
      case "erase":
        this.#charts.eraseAside(step.visit, decisions.leftAfterErasure);
        return tell({ act: "erased", visit: step.visit });
      case "list-holdings":
        return tell({ act: "holdings", people: this.#charts.holdings() });
      default:
        return yield* handlerOf(step)(step, this.#office);
    }
  }

  #arrived(arrival: Arrival): void {
    const delivery = this.#requests.deliver(arrival);
    if (delivery.kind === "nobody-waits") this.#intake.refuse(arrival, "nobody-waits", delivery.visit);
    else if (delivery.kind === "unasked" && !this.#ownOfFeature(arrival) && arrival.folder === "face")
      this.#intake.face(arrival);
  }

  /** Files nobody asked for that are no eligibility belong to a feature, if to anybody. */
  #ownOfFeature(arrival: Arrival): boolean {
    return features.some((feature) => feature.arrived?.(arrival, this.#office) === true);
  }

  #imported(import_: Import): void {
    for (const feature of features) feature.imported?.(import_, this.#office);
  }

  /** Asks by number, again when nothing comes; a late answer to the first request is as good as one to the second. */
  *#inquire(visit: Visit, keys: InquiryKeys, limitConsent: boolean, on?: string): Process<void> {
    const { decisions, clock, facility } = this.#parts;
    visit.keys = keys;
    const box = this.#requests.open();
    const build = (identifier: string): Uint8Array =>
      numberRequest(facility, on ?? dateAt(clock.nowMs), identifier, keys, limitConsent, decisions.writeBranch);
    for (let attempt = 0; attempt <= decisions.retries; attempt++) {
      if (attempt > 0 && decisions.entersAgain) this.#enterAgain(visit);
      this.#requests.write(visit.id, "OQSsiquc01", build, box);
      let answer = yield* box.take(clock, ANSWER_MS);
      if (answer === undefined && attempt < decisions.retries) answer = yield* box.take(clock, RETRY_MS);
      if (answer === undefined) continue;
      this.#requests.close(box);
      return this.#intake.requested(visit, answer);
    }
    this.#requests.close(box);
    this.#intake.alert("no-answer", visit.id);
    if (decisions.onSilence() === "confirmed") visit.billable = true;
  }

  /** What a careful one never does: the same patient stands in the list of visits twice (requirements.md C54). */
  #enterAgain(visit: Visit): void {
    visit.entries++;
    visit.chart = this.#charts.open(visit.person).id;
  }

  #settle(visit: Visit, proof: Proof): void {
    const { decisions, clock, tell } = this.#parts;
    const today = dateAt(clock.nowMs);
    const chart = this.#charts.get(visit.chart ?? "");
    const provedThisMonth = chart?.provedOn?.slice(0, 6) === today.slice(0, 6);
    const { standing, basis } = settle(visit, proof, decisions, today, provedThisMonth);
    const shown = proof !== "consultation-card" && (standing === "confirmed" || standing === "provisional");
    if (shown && chart !== undefined) this.#charts.put({ ...chart, provedOn: today });
    visit.waiting = false;
    visit.recheck = decisions.asksAgain(standing, visit.validity);
    for (let entry = 0; entry < visit.entries; entry++)
      tell({ act: "settled", visit: visit.id, standing, basis, recheck: visit.recheck });
  }

  /** Asks again for every flagged visit whose keys are known (requirements.md C53). */
  *#recheck(): Process<void> {
    if (!this.#parts.decisions.rechecks) return;
    for (const visit of this.#visits.values()) {
      if (!visit.recheck || visit.keys === undefined) continue;
      visit.answered = false;
      visit.waiting = true;
      // The day of the visit counts, and an insurance learned since may be the one that covers it (requirements.md C14).
      const keys = this.#parts.decisions.recheckWith(this.#charts.get(visit.chart ?? "")?.insurance, visit.keys);
      yield* this.#inquire(visit, keys, false, visit.receivedOn);
      this.#settle(visit, "none");
    }
  }

  #visit(id: string): Visit {
    return this.#office.visit(id);
  }
}
