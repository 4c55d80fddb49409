import type { Arrival } from "./result-inbox.ts";

/** A certificate of public expense as a clerk sees it on paper or in an old record. */
export interface WrittenCertificate {
  readonly payerNumber: string;
  readonly recipientNumber: string;
  readonly name: string;
  readonly validFrom?: string;
  /** Last day. */
  readonly validTo?: string;
  /** Own payment in a month at most, yen. */
  readonly maxCopaymentYen?: number;
}

/** One as a receipt system has it: from PMH, or typed from paper. */
export interface Certificate extends WrittenCertificate {
  readonly alwaysReimbursement: boolean;
  /** Facility codes; left out when any will do. */
  readonly designatedFacilities?: readonly string[];
}

/** 医療扶助 of a visit with its ticket: what is needed to bill 12. */
export interface AidOnVisit {
  readonly payerNumber: string;
  readonly recipientNumber: string;
  /** 本人支払額 of the ticket, yen. */
  readonly ownPaymentYen: number;
}

/** What a receipt system knows of one visit's public expenses. */
export interface VisitExpenses {
  aid: AidOnVisit | undefined;
  /** Somebody must pull the ticket later: valid aid without one, or the office said so on the phone. */
  pullLater: boolean;
  /** Certificates that PMH gave for this visit. */
  given: readonly Certificate[];
}

/** Public expenses of charts and visits. Certificates belong to the chart, tickets to the visit of their month. */
export class ExpenseBook {
  readonly #charts = new Map<string, readonly Certificate[]>();
  readonly #visits = new Map<string, VisitExpenses>();
  /** Check-ins by their token: the visit they were imported for, or the PMH file that came before. */
  readonly #imported = new Map<string, string>();
  readonly #files = new Map<string, Arrival>();

  /** What is known of a visit; nothing at first. */
  ofVisit(visit: string): VisitExpenses {
    const known = this.#visits.get(visit) ?? { aid: undefined, pullLater: false, given: [] };
    this.#visits.set(visit, known);
    return known;
  }

  /** Certificates stored with a chart. */
  ofChart(chart: string): readonly Certificate[] {
    return this.#charts.get(chart) ?? [];
  }

  /** Stores a certificate; a newer one under the same numbers takes its place. */
  store(chart: string, certificate: Certificate): void {
    this.#charts.set(chart, [...this.ofChart(chart).filter((stored) => !isSame(stored, certificate)), certificate]);
  }

  /** Ends every stored certificate of a chart. */
  endAll(chart: string): void {
    this.#charts.delete(chart);
  }

  /** Charts that have certificates, with them. */
  stored(): readonly { readonly chart: string; readonly certificates: readonly Certificate[] }[] {
    return [...this.#charts].map(([chart, certificates]) => ({ chart, certificates }));
  }

  /** The insurance of a check-in was imported for a visit. */
  imported(token: string, visit: string): void {
    this.#imported.set(token, visit);
  }

  /** The visit a check-in was imported for; undefined when it was not, or not yet. */
  visitOf(token: string): string | undefined {
    return this.#imported.get(token);
  }

  /** Keeps a PMH file until the insurance of the same check-in is there. */
  keepFile(token: string, file: Arrival): void {
    this.#files.set(token, file);
  }

  /** The kept file of a check-in, once. */
  takeFile(token: string): Arrival | undefined {
    const file = this.#files.get(token);
    this.#files.delete(token);
    return file;
  }

  /** Visits for which a ticket must be pulled, in the order they came. */
  waitingForTicket(): readonly string[] {
    return [...this.#visits].filter(([, { pullLater }]) => pullLater).map(([visit]) => visit);
  }
}

/** Whether two certificates bear the same numbers. */
export function isSame(a: Certificate, b: Certificate): boolean {
  return a.payerNumber === b.payerNumber && a.recipientNumber === b.recipientNumber;
}
