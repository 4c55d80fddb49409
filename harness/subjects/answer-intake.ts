import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { type QualificationValidity, VALIDITY } from "../../simulator/messages/code-lists.ts";
import { isAidPayer } from "../../simulator/population/recipient-number.ts";
import type { Chart, ChartStore } from "./chart-store.ts";
import type { Decisions } from "./decisions.ts";
import type { Arrival } from "./result-inbox.ts";
import { keysOf, type QualificationAnswer, readQualification } from "./result-reading.ts";
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
  readonly #unplaced = new Map<string, { readonly arrival: Arrival; readonly answer: QualificationAnswer }>();

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
    if (reason === "unreadable") this.alert("unreadable-file", visit, arrival.name);
    if (reason === "unreadable" && this.#parts.decisions.keepsUnreadable) return;
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
    const chart = this.#chartOf(visit, answer);
    if (chart === undefined) return this.#awaitChoice(visit, arrival, answer);
    const { billable, alert } = decisions.judgeValidity(answer.validity);
    if (alert !== undefined) this.alert(alert, visit.id, arrival.name);
    visit.billable = billable;
    visit.validity = answer.validity;
    visit.waiting = false;
    visit.chart = chart.id;
    const keys = decisions.tellsAidApart ? answer.keys : keysOf(answer.results[0]);
    if (billable && keys !== undefined) this.#import(visit, chart, arrival, answer, keys);
    else if (!this.#saysNothingOfInsurance(visit, arrival, billable))
      charts.put(this.#unbillable(chart, answer.validity));
    if (answer.notice && decisions.showsNotices) this.alert("notice", visit.id, arrival.name);
    this.#parts.imported({ visit, arrival, answer, billable });
    this.remove(arrival);
  }

  /** The chart an answer belongs to: as the clerk said, as found, or a new one; undefined when a human must choose. */
  #chartOf(visit: Visit, { items, person, keys }: QualificationAnswer): Chart | undefined {
    const { decisions, charts } = this.#parts;
    const named = charts.get(visit.chart ?? "");
    if (named !== undefined) return named;
    const clues = { reference: items["ReferenceNumber"], person: person ?? visit.person, keys };
    const match = decisions.findChart(clues, charts.all());
    if (match === "unclear") return undefined;
    return match === "none" ? charts.open(visit.person) : (charts.get(match.chart) ?? charts.open(visit.person));
  }

  /** Several charts fit: nothing is imported until somebody chooses (requirements.md C34). */
  #awaitChoice(visit: Visit, arrival: Arrival, answer: QualificationAnswer): void {
    visit.waiting = false;
    this.#unplaced.set(visit.id, { arrival, answer });
    this.alert("chart-unclear", visit.id, arrival.name);
  }

  /** The clerk chose a chart for a visit: an answer that waits for it is taken. */
  place(visit: Visit, chart: string): void {
    visit.chart = chart;
    const unplaced = this.#unplaced.get(visit.id);
    this.#unplaced.delete(visit.id);
    if (unplaced !== undefined) this.#take(visit, unplaced.arrival, unplaced.answer);
  }

  /** An answer to an inquiry by ticket numbers, or one of valid aid alone, leaves the stored insurance as it is (requirements.md R0-05). */
  #saysNothingOfInsurance(visit: Visit, { folder }: Arrival, billable: boolean): boolean {
    const { tellsAidApart } = this.#parts.decisions;
    const byTicket = folder === "res" && visit.keys !== undefined && isAidPayer(visit.keys.insurerNumber);
    return tellsAidApart && (byTicket || billable);
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
    if (chart.lastItems !== undefined && decisions.differences(chart.lastItems, answer.items).length > 0)
      this.alert("stored-data-differs", visit.id, arrival.name);
    const everItems = { ...chart.everItems, ...answer.items };
    charts.put({ ...chart, insurance: keys, billable: true, lastItems: answer.items, everItems });
    visit.imported = keys;
    const items = Object.fromEntries(
      Object.entries(answer.items).map(([name, value]) => [name, decisions.store(name, value)]),
    );
    tell({ act: "imported", visit: visit.id, chart: chart.id, file: arrival.name, items });
  }
}
