import type { CivilDate } from "../../simulator/kernel/civil-time.ts";
import type { StoredItems } from "./record-decisions.ts";
import type { ChartPerson, Holding, InquiryKeys } from "./subject.ts";

/** One chart: the person, and the insurance on file. */
export interface Chart {
  readonly id: string;
  readonly person: ChartPerson;
  readonly insurance: InquiryKeys | undefined;
  readonly billable: boolean;
  /** Values of the last import by element name, and of all imports, the latest of each. */
  readonly lastItems?: StoredItems;
  readonly everItems?: StoredItems;
  /** The last day on which the patient was checked by card, or showed a proof. */
  readonly provedOn?: CivilDate;
}

/** Data that arrived and were not imported; kept for inspection until somebody erases them. */
export interface SetAside {
  readonly visit: string | undefined;
  readonly file: string;
  readonly name: string;
  readonly birthdate: string;
  readonly insurerNumber: string;
  readonly insuredNumber: string;
}

/** The records of the receipt system. */
export class ChartStore {
  readonly #charts = new Map<string, Chart>();
  #setAside: SetAside[] = [];
  #next = 1;

  get(id: string): Chart | undefined {
    return this.#charts.get(id);
  }

  /** Every chart, oldest first. */
  all(): readonly Chart[] {
    return [...this.#charts.values()];
  }

  put(chart: Chart): void {
    this.#charts.set(chart.id, chart);
  }

  /** A chart for a new patient. */
  open(person: ChartPerson): Chart {
    const chart = { id: `N${String(this.#next++).padStart(5, "0")}`, person, insurance: undefined, billable: false };
    this.put(chart);
    return chart;
  }

  keepAside(entry: SetAside): void {
    this.#setAside.push(entry);
  }

  /** Erases what was set aside for a visit; `left` says what remains of it. */
  eraseAside(visit: string, left: (entry: SetAside) => SetAside | undefined): void {
    this.#setAside = this.#setAside.flatMap((entry) => (entry.visit === visit ? (left(entry) ?? []) : entry));
  }

  /** Everything personal that is stored anywhere, set-aside data too. */
  holdings(): readonly Holding[] {
    const charts = [...this.#charts.values()].map(({ id, person, insurance, billable }) => ({
      chart: id,
      name: person.name,
      birthdate: person.birthdate,
      ...(insurance === undefined ? {} : { insurerNumber: insurance.insurerNumber, insuredNumber: insurance.number }),
      billable,
    }));
    const aside = this.#setAside.map(({ file, name, birthdate, insurerNumber, insuredNumber }) => ({
      chart: `set aside: ${file}`,
      name,
      birthdate,
      insurerNumber,
      insuredNumber,
      billable: false,
    }));
    return [...charts, ...aside];
  }
}
