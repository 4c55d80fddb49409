import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import { type QualificationValidity, VALIDITY } from "../../simulator/messages/code-lists.ts";
import { type Chart, ChartStore } from "./chart-store.ts";
import type { Decisions } from "./decisions.ts";
import { type Arrival, ResultInbox } from "./result-inbox.ts";
import {
  type DrugAnswer,
  drugRequest,
  numberRequest,
  type QualificationAnswer,
  readDrugAnswer,
  readQualification,
} from "./result-reading.ts";
import type { SharedFolders } from "./shared-folders.ts";
import type {
  Alert,
  ChartPerson,
  InquiryKeys,
  Proof,
  Refusal,
  Standing,
  Subject,
  SubjectAct,
  SubjectStep,
} from "./subject.ts";

/** What a receipt system works with. */
export interface ReceiptSystemParts {
  readonly folders: SharedFolders;
  readonly clock: Clock;
  readonly facility: string;
  readonly decisions: Decisions;
  /** Tells the harness what was done. */
  readonly tell: (act: SubjectAct) => void;
}

interface Visit {
  readonly id: string;
  readonly person: ChartPerson;
  chart: string | undefined;
  /** Set while an answer is expected. */
  waiting: boolean;
  billable: boolean;
  answered: boolean;
  keys: InquiryKeys | undefined;
  /** Keys of the insurance that was imported; drug data are asked for with the same (SEQ-07). */
  imported: InquiryKeys | undefined;
  drugsAllowed: boolean;
  recheck: boolean;
}

/** Waiting times of a receipt system (receipt-system-interface.md §1.4: 10 s seen; readers-and-line.md §17: retry after 30 s). */
const ANSWER_MS = 10_000;
const RETRY_MS = 30_000;
/** Answers one inquiry may collect: its requests, refusals and doubles. */
const ANSWERS_KEPT = 256;

/**
 * The reference receipt system: imports face and result files, compares with what it stored, asks by number, and flags
 * what needs another check. It knows nothing but the three folders and what its clerk does.
 */
export class ReceiptSystem implements Subject {
  readonly #parts: ReceiptSystemParts;
  readonly #charts = new ChartStore();
  readonly #visits = new Map<string, Visit>();
  /** Requests under way: the free part of the name → where the answer is wanted. */
  readonly #asked = new Map<string, { readonly visit: string; readonly answers: Mailbox<Arrival> | undefined }>();
  readonly #seen = new Set<string>();
  #counter = 0;

  constructor(parts: ReceiptSystemParts) {
    this.#parts = parts;
    new ResultInbox(parts.folders, parts.clock, (arrival) => this.#arrived(arrival));
  }

  *act(step: SubjectStep): Process<void> {
    switch (step.do) {
      case "know":
        return this.#charts.put({
          id: step.chart,
          person: step.person,
          insurance: step.insurance,
          billable: step.insurance !== undefined,
        });
      case "receive":
        return this.#receive(step.visit, step.person, step.chart);
      case "inquire":
        return yield* this.#inquire(this.#visit(step.visit), step.keys, step.limitConsent);
      case "settle":
        return this.#settle(this.#visit(step.visit), step.proof);
      case "recheck":
        return yield* this.#recheck();
      case "view-drugs":
        return yield* this.#viewDrugs(this.#visit(step.visit));
      case "erase":
        if (this.#parts.decisions.erasesSetAside) this.#charts.eraseAside(step.visit);
        return this.#tell({ act: "erased", visit: step.visit });
      case "list-holdings":
        return this.#tell({ act: "holdings", people: this.#charts.holdings() });
    }
  }

  #receive(id: string, person: ChartPerson, chart: string | undefined): void {
    this.#visits.set(id, {
      id,
      person,
      chart,
      waiting: true,
      billable: false,
      answered: false,
      keys: chart === undefined ? undefined : this.#charts.get(chart)?.insurance,
      imported: undefined,
      drugsAllowed: false,
      recheck: false,
    });
  }

  #arrived(arrival: Arrival): void {
    const free = /_([A-Za-z0-9_-]+)\.(?:xml|err)$/i.exec(arrival.name)?.[1] ?? "";
    const asked = this.#asked.get(free);
    if (asked !== undefined) {
      if (asked.answers === undefined) return this.#refuse(arrival, "nobody-waits", asked.visit);
      return asked.answers.put(arrival);
    }
    if (arrival.folder === "face") this.#importFace(arrival);
  }

  /** A check-in at a reader: nobody asked, so whose it is must be found out. */
  #importFace(arrival: Arrival): void {
    const { decisions, clock } = this.#parts;
    const answer = readQualification(arrival.bytes);
    if (answer === undefined) return this.#refuse(arrival, "unreadable", undefined);
    if (decisions.isDuplicate(answer.identifier, this.#seen)) return this.#refuse(arrival, "duplicate", undefined);
    this.#seen.add(answer.identifier);
    if (!decisions.acceptsDay(answer.confirmedOn, dateAt(clock.nowMs)))
      return this.#refuse(arrival, "other-day", undefined);
    const waiting = [...this.#visits.values()].filter((visit) => visit.waiting);
    const subject = answer.person;
    const found =
      subject === undefined
        ? this.#only(waiting)
        : decisions.matchVisit(
            subject,
            waiting.map(({ id, person }) => ({ visit: id, person })),
          );
    const visit = found === undefined ? undefined : this.#visits.get(found);
    if (visit === undefined) return this.#setAside(arrival, answer, this.#only(waiting));
    this.#take(visit, arrival, answer);
  }

  /** Data of somebody nobody waits for: show the difference, import nothing (requirements.md R3-25, R3-26). */
  #setAside(arrival: Arrival, answer: QualificationAnswer, visit: string | undefined): void {
    const { person, items } = answer;
    if (person !== undefined) {
      this.#charts.keepAside({
        visit,
        file: arrival.name,
        name: person.name,
        birthdate: person.birthdate,
        insurerNumber: items["InsurerNumber"] ?? "",
        insuredNumber: items["InsuredIdentificationNumber"] ?? "",
      });
    }
    this.#alert("identity-difference", visit, arrival.name);
    this.#refuse(arrival, visit === undefined ? "nobody-waits" : "other-person", visit);
  }

  /** An answer for a visit: state first, then the import, then what else it says. */
  #take(visit: Visit, arrival: Arrival, answer: QualificationAnswer): void {
    const { decisions } = this.#parts;
    visit.answered = true;
    if (answer.segment !== "1" || answer.validity === undefined) {
      this.#alert("centre-error", visit.id, arrival.name);
      return this.#remove(arrival);
    }
    if (answer.person !== undefined && !decisions.samePerson(answer.person, visit.person)) {
      return this.#setAside(arrival, answer, visit.id);
    }
    const { billable, alert } = decisions.judgeValidity(answer.validity);
    if (alert !== undefined) this.#alert(alert, visit.id, arrival.name);
    visit.billable = billable;
    visit.waiting = false;
    const chart = this.#charts.get(visit.chart ?? "") ?? this.#charts.open(visit.person);
    visit.chart = chart.id;
    if (billable && answer.keys !== undefined) this.#import(visit, chart.id, arrival, answer, answer.keys);
    else this.#charts.put(this.#unbillable(chart, answer.validity));
    if (answer.notice && decisions.showsNotices) this.#alert("notice", visit.id, arrival.name);
    this.#remove(arrival);
  }

  /** The chart after an answer that is not "valid": lost is no longer billable, a typing error changes nothing. */
  #unbillable(chart: Chart, validity: QualificationValidity): Chart {
    if (validity !== VALIDITY.none) return { ...chart, billable: false };
    return this.#parts.decisions.keepsChartWhenNobodyFound
      ? chart
      : { ...chart, insurance: undefined, billable: false };
  }

  #import(visit: Visit, chartId: string, arrival: Arrival, answer: QualificationAnswer, keys: InquiryKeys): void {
    const { decisions } = this.#parts;
    const chart = this.#charts.get(chartId);
    const before = chart?.insurance;
    if (before !== undefined && (before.insurerNumber !== keys.insurerNumber || before.number !== keys.number)) {
      this.#alert("insurance-changed", visit.id, arrival.name);
    }
    this.#charts.put({ id: chartId, person: chart?.person ?? visit.person, insurance: keys, billable: true });
    visit.imported = keys;
    visit.drugsAllowed = answer.drugsAllowed || decisions.asksWithoutConsent;
    const items = Object.fromEntries(
      Object.entries(answer.items).map(([name, value]) => [name, decisions.store(name, value)]),
    );
    this.#tell({ act: "imported", visit: visit.id, chart: chartId, file: arrival.name, items });
  }

  *#inquire(visit: Visit, keys: InquiryKeys, limitConsent: boolean): Process<void> {
    const { decisions, clock } = this.#parts;
    visit.keys = keys;
    // One box for all attempts: a late answer to the first request is as good as one to the second.
    const answers = this.#openBox();
    const build = (identifier: string): Uint8Array =>
      numberRequest(this.#parts.facility, dateAt(clock.nowMs), identifier, keys, limitConsent, decisions.writeBranch);
    for (let attempt = 0; attempt <= decisions.retries; attempt++) {
      this.#write(visit, "OQSsiquc01", build, answers);
      let answer = yield* answers.take(clock, ANSWER_MS);
      if (answer === undefined && attempt < decisions.retries) answer = yield* answers.take(clock, RETRY_MS);
      if (answer !== undefined) {
        this.#closeBox(answers);
        return this.#answered(visit, answer);
      }
    }
    this.#closeBox(answers);
    this.#alert("no-answer", visit.id);
    if (decisions.onSilence() === "confirmed") visit.billable = true;
  }

  #answered(visit: Visit, arrival: Arrival): void {
    if (/\.err$/i.test(arrival.name) || /req_/i.test(arrival.name))
      return this.#alert("request-refused", visit.id, arrival.name);
    const answer = readQualification(arrival.bytes);
    if (answer === undefined) return this.#refuse(arrival, "unreadable", visit.id);
    this.#take(visit, arrival, answer);
  }

  /** Writes a request; its name is what ties the answer to it. */
  #write(visit: Visit, api: string, build: (identifier: string) => Uint8Array, answers: Mailbox<Arrival>): void {
    const { folders, clock } = this.#parts;
    const free = `${dateAt(clock.nowMs)}${String(++this.#counter).padStart(4, "0")}`;
    this.#asked.set(free, { visit: visit.id, answers });
    const file = `${api}req_${free}.xml`;
    this.#tell({ act: "asked", visit: visit.id, file });
    folders.write(file, build(free));
  }

  #openBox(): Mailbox<Arrival> {
    return new Mailbox<Arrival>(ANSWERS_KEPT);
  }

  /** Nobody waits any more: whatever still comes for these requests is refused. */
  #closeBox(answers: Mailbox<Arrival>): void {
    for (const [free, entry] of this.#asked)
      if (entry.answers === answers) this.#asked.set(free, { ...entry, answers: undefined });
  }

  #settle(visit: Visit, proof: Proof): void {
    const { decisions } = this.#parts;
    const silent = !visit.answered && visit.keys !== undefined;
    const settled = (standing: Standing, basis: "online" | Proof): void => {
      visit.waiting = false;
      visit.recheck = standing === "unconfirmed" || standing === "provisional";
      this.#tell({ act: "settled", visit: visit.id, standing, basis, recheck: visit.recheck });
    };
    if (visit.billable && proof !== "old-card") return settled("confirmed", "online");
    if (proof === "old-card") return settled(this.#oldCard(visit), "old-card");
    settled(silent && proof === "none" ? decisions.onSilence() : "unconfirmed", proof);
  }

  /** Old insurance cards by date: good, good only with an online answer, no longer good (eligibility-rules.md §8 P6). */
  #oldCard(visit: Visit): Standing {
    const rule = this.#parts.decisions.oldCardRule(dateAt(this.#parts.clock.nowMs));
    if (rule === "normal") return "confirmed";
    return rule === "with-inquiry" && visit.billable ? "provisional" : "refused";
  }

  /** Asks again for every flagged visit whose keys are known (requirements.md C53). */
  *#recheck(): Process<void> {
    if (!this.#parts.decisions.rechecks) return;
    for (const visit of this.#visits.values()) {
      if (!visit.recheck || visit.keys === undefined) continue;
      visit.answered = false;
      visit.waiting = true;
      yield* this.#inquire(visit, visit.keys, false);
      this.#settle(visit, "none");
    }
  }

  *#viewDrugs(visit: Visit): Process<void> {
    const { facility, decisions, clock } = this.#parts;
    const keys = visit.imported;
    if (keys === undefined || !visit.drugsAllowed) return this.#tell({ act: "drugs", visit: visit.id, shown: false });
    const answers = this.#openBox();
    this.#write(
      visit,
      "YZKsiquc01",
      (identifier) => drugRequest(facility, dateAt(clock.nowMs), identifier, keys),
      answers,
    );
    const arrival = yield* answers.take(clock, ANSWER_MS);
    this.#closeBox(answers);
    if (arrival === undefined) return this.#alert("no-answer", visit.id);
    const answer: DrugAnswer = readDrugAnswer(arrival.bytes);
    if (answer === "refused" && decisions.tellsExpiry) this.#alert("consent-expired", visit.id, arrival.name);
    const shown = answer === "data" || decisions.showsAfterRefusal;
    this.#tell({ act: "drugs", visit: visit.id, shown, file: arrival.name });
    this.#remove(arrival);
  }

  #refuse(arrival: Arrival, reason: Refusal, visit: string | undefined): void {
    this.#tell({ act: "refused", file: arrival.name, reason, ...(visit === undefined ? {} : { visit }) });
    if (reason === "unreadable") return this.#alert("unreadable-file", visit, arrival.name); // stays for inspection
    this.#remove(arrival);
  }

  #remove({ folder, name }: Arrival): void {
    if (this.#parts.decisions.takesResultsAway) this.#parts.folders.take(folder, name);
  }

  #alert(alert: Alert, visit: string | undefined, file?: string): void {
    this.#tell({
      act: "alerted",
      alert,
      ...(visit === undefined ? {} : { visit }),
      ...(file === undefined ? {} : { file }),
    });
  }

  #tell(act: SubjectAct): void {
    this.#parts.tell(act);
  }

  #only(waiting: readonly Visit[]): string | undefined {
    return waiting.length === 1 ? waiting[0]?.id : undefined;
  }

  #visit(id: string): Visit {
    const visit = this.#visits.get(id);
    if (visit === undefined) throw new Error(`no visit ${id} was received`);
    return visit;
  }
}
