import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { type QualificationValidity, VALIDITY } from "../../simulator/messages/code-lists.ts";
import type { Chart, ChartStore } from "./chart-store.ts";
import type { Decisions } from "./decisions.ts";
import type { Arrival } from "./result-inbox.ts";
import { type QualificationAnswer, readQualification } from "./result-reading.ts";
import type { SharedFolders } from "./shared-folders.ts";
import type { Alert, InquiryKeys, Refusal, SubjectAct } from "./subject.ts";
import type { Visit } from "./visit.ts";

/** What the intake works on. */
export interface IntakeParts {
  readonly folders: SharedFolders;
  readonly clock: Clock;
  readonly decisions: Decisions;
  readonly charts: ChartStore;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly tell: (act: SubjectAct) => void;
  /** Told when an answer was taken for a visit, whatever it says. */
  readonly imported: (taken: Import) => void;
}

/** An answer that was taken for a visit. */
export interface Import {
  readonly visit: Visit;
  readonly arrival: Arrival;
  readonly answer: QualificationAnswer;
  /** Whether the visit may be billed with it. */
  readonly billable: boolean;
}

/** Takes answers in: whose are they, what do they say, and what of it is stored. */
export class AnswerIntake {
  readonly #parts: IntakeParts;
  readonly #seen = new Set<string>();

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** A check-in at a reader: nobody asked, so whose it is must be found out. */
  face(arrival: Arrival): void {
    const { decisions, clock, visits } = this.#parts;
    const answer = readQualification(arrival.bytes);
    if (answer === undefined) return this.refuse(arrival, "unreadable", undefined);
    if (decisions.isDuplicate(answer.identifier, this.#seen)) return this.refuse(arrival, "duplicate", undefined);
    this.#seen.add(answer.identifier);
    if (!decisions.acceptsDay(answer.confirmedOn, dateAt(clock.nowMs)))
      return this.refuse(arrival, "other-day", undefined);
    const waiting = [...visits.values()].filter((visit) => visit.waiting);
    const only = waiting.length === 1 ? waiting[0] : undefined;
    const candidates = waiting.map(({ id, person }) => ({ visit: id, person }));
    // An answer that names nobody ("none found") can only be for the one who waits.
    const found = answer.person === undefined ? only?.id : decisions.matchVisit(answer.person, candidates);
    const visit = found === undefined ? undefined : visits.get(found);
    if (visit === undefined) return this.#setAside(arrival, answer, only?.id);
    this.#take(visit, arrival, answer);
  }

  /** The answer to a request of this visit. */
  requested(visit: Visit, arrival: Arrival): void {
    if (/\.err$/i.test(arrival.name) || /req_/i.test(arrival.name))
      return this.alert("request-refused", visit.id, arrival.name);
    const answer = readQualification(arrival.bytes);
    if (answer === undefined) return this.refuse(arrival, "unreadable", visit.id);
    this.#take(visit, arrival, answer);
  }

  /** Puts a file out of the way without importing it; what cannot be read stays for inspection. */
  refuse(arrival: Arrival, reason: Refusal, visit: string | undefined): void {
    const { tell } = this.#parts;
    tell({ act: "refused", file: arrival.name, reason, ...(visit === undefined ? {} : { visit }) });
    if (reason === "unreadable") return this.alert("unreadable-file", visit, arrival.name);
    this.remove(arrival);
  }

  remove({ folder, name }: Arrival): void {
    const { decisions, folders } = this.#parts;
    if (decisions.takesResultsAway) folders.take(folder, name);
  }

  alert(alert: Alert, visit: string | undefined, file?: string): void {
    const { tell } = this.#parts;
    tell({ act: "alerted", alert, ...(visit === undefined ? {} : { visit }), ...(file === undefined ? {} : { file }) });
  }

  /** Data of somebody nobody waits for: show the difference, import nothing (requirements.md R3-25, R3-26). */
  #setAside(arrival: Arrival, { person, items }: QualificationAnswer, visit: string | undefined): void {
    if (person !== undefined) {
      this.#parts.charts.keepAside({
        visit,
        file: arrival.name,
        name: person.name,
        birthdate: person.birthdate,
        insurerNumber: items["InsurerNumber"] ?? "",
        insuredNumber: items["InsuredIdentificationNumber"] ?? "",
      });
    }
    this.alert("identity-difference", visit, arrival.name);
    this.refuse(arrival, visit === undefined ? "nobody-waits" : "other-person", visit);
  }

  /** An answer for a visit: state first, then the import, then what else it says. */
  #take(visit: Visit, arrival: Arrival, answer: QualificationAnswer): void {
    const { decisions, charts } = this.#parts;
    visit.answered = true;
    if (answer.segment !== "1" || answer.validity === undefined) {
      this.alert("centre-error", visit.id, arrival.name);
      return this.remove(arrival);
    }
    if (answer.person !== undefined && !decisions.samePerson(answer.person, visit.person)) {
      return this.#setAside(arrival, answer, visit.id);
    }
    const { billable, alert } = decisions.judgeValidity(answer.validity);
    if (alert !== undefined) this.alert(alert, visit.id, arrival.name);
    visit.billable = billable;
    visit.waiting = false;
    const chart = charts.get(visit.chart ?? "") ?? charts.open(visit.person);
    visit.chart = chart.id;
    if (billable && answer.keys !== undefined) this.#import(visit, chart, arrival, answer, answer.keys);
    else charts.put(this.#unbillable(chart, answer.validity));
    if (answer.notice && decisions.showsNotices) this.alert("notice", visit.id, arrival.name);
    this.#parts.imported({ visit, arrival, answer, billable });
    this.remove(arrival);
  }

  /** The chart after an answer that is not "valid": lost is no longer billable, a typing error changes nothing. */
  #unbillable(chart: Chart, validity: QualificationValidity): Chart {
    if (validity !== VALIDITY.none) return { ...chart, billable: false };
    return this.#parts.decisions.keepsChartWhenNobodyFound
      ? chart
      : { ...chart, insurance: undefined, billable: false };
  }

  #import(visit: Visit, chart: Chart, arrival: Arrival, answer: QualificationAnswer, keys: InquiryKeys): void {
    const { decisions, charts, tell } = this.#parts;
    const before = chart.insurance;
    if (before !== undefined && (before.insurerNumber !== keys.insurerNumber || before.number !== keys.number)) {
      this.alert("insurance-changed", visit.id, arrival.name);
    }
    charts.put({ ...chart, insurance: keys, billable: true });
    visit.imported = keys;
    visit.drugsAllowed = answer.drugsAllowed || decisions.asksWithoutConsent;
    const items = Object.fromEntries(
      Object.entries(answer.items).map(([name, value]) => [name, decisions.store(name, value)]),
    );
    tell({ act: "imported", visit: visit.id, chart: chart.id, file: arrival.name, items });
  }
}
