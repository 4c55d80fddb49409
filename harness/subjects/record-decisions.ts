import { PROCESSING_STATUS, VALIDITY } from "../../simulator/messages/code-lists.ts";
import { sameNumbers } from "../../simulator/population/insurance-numbers.ts";
import { plainName } from "../../simulator/population/plain-name.ts";
import { identifier } from "../../simulator/rules/identifier.ts";
import type { Chart } from "./chart-store.ts";
import type { AnsweredPerson } from "./decisions.ts";
import type { InquiryKeys } from "./subject.ts";

/** What an answer says by which a chart can be found. */
export interface ChartClues {
  readonly reference: string | undefined;
  readonly person: AnsweredPerson | undefined;
  readonly keys: InquiryKeys | undefined;
}

/** A chart, several that fit equally well, or none. */
export type ChartMatch = { readonly chart: string } | "unclear" | "none";

/** One row of a bulk answer, as far as a decision looks at it. */
export interface BatchRow {
  readonly status: string;
  readonly validity: string | undefined;
}

/** Values of the last import, by element name. */
export type StoredItems = Readonly<Record<string, string>>;

/** A number a clerk types, by what it is. */
export type NumberKind = "insurer" | "late-elderly-insured" | "payer" | "recipient" | "facility";

/**
 * The decisions about charts, batches and stored data in which receipt systems go wrong, part of {@link Decisions}. A
 * broken subject differs from the reference in one of them.
 */
export interface RecordDecisions {
  /** Which chart an answer belongs to when nobody named one. */
  findChart(clues: ChartClues, charts: readonly Chart[]): ChartMatch;
  /** Kana as a search compares them. */
  foldKana(kana: string): string;
  /** Whether a row of a bulk answer must be asked again at reception. */
  flagsBatchRow(row: BatchRow): boolean;
  /** The validity that is stored of a row of a bulk answer. */
  batchValidity(validity: string | undefined): string | undefined;
  /** Whether a bulk result that is not finished, or cannot be read, is fetched again. */
  readonly fetchesAgain: boolean;
  /** Elements in which an answer differs from what is stored, and which are shown. */
  differences(stored: StoredItems, received: StoredItems): readonly string[];
  /** The address that is printed, from the last answer and from all answers so far. */
  addressToPrint(last: StoredItems | undefined, everStored: StoredItems | undefined): string | undefined;
  /** Whether a typed number may be sent. */
  acceptsNumber(kind: NumberKind, digits: string): boolean;
  /** Whether data of the printed certificate are billed only with a reason the clerk gives. */
  readonly needsReasonForPrinted: boolean;
  /** The numbers that are billed, once it is decided whose data they are. */
  numbersToBill(
    source: "online" | "printed",
    online: InquiryKeys | undefined,
    printed: InquiryKeys | undefined,
  ): InquiryKeys | undefined;
  /** Whether a file that cannot be read stays in its folder for inspection. */
  readonly keepsUnreadable: boolean;
  /** The insurance with which an open visit is asked again. */
  recheckWith(stored: InquiryKeys | undefined, asked: InquiryKeys): InquiryKeys;
}

/** What a careful receipt system decides. */
export const carefulWithRecords: RecordDecisions = {
  // The facility's own key first; then the insurance; kana and birth date may fit a namesake, so two of them need a human.
  findChart({ reference, person, keys }, charts) {
    const named = charts.find(({ id }) => id === reference);
    if (named !== undefined) return { chart: named.id };
    const insured = charts.filter(
      ({ insurance }) => insurance !== undefined && keys !== undefined && sameKeys(insurance, keys),
    );
    if (insured.length === 1) return only(insured);
    if (person === undefined) return "none";
    const alike = charts.filter(({ person: known }) => isAlike(known, person));
    return alike.length > 1 ? "unclear" : only(alike);
  },
  foldKana,
  flagsBatchRow: ({ status, validity }) => status !== PROCESSING_STATUS.normal || validity !== VALIDITY.valid,
  batchValidity: (validity) => validity,
  fetchesAgain: true,
  differences: (stored, received) => COMPARED.filter((name) => (stored[name] ?? "") !== (received[name] ?? "")),
  // Absent means withheld: what an earlier answer held must not be printed any more (eligibility-rules.md §1, §15.3).
  addressToPrint: (last) => last?.["Address"],
  acceptsNumber: (kind, text) => identifier.decide({ kind, text, unknownClaim: false }).result === "none",
  needsReasonForPrinted: true,
  numbersToBill: (source, online, printed) => (source === "printed" ? printed : online),
  keepsUnreadable: true,
  recheckWith: (stored, asked) => stored ?? asked,
};

/** Items of the operations help guide in which stored data and result are known to differ (requirements.md R3-05 to R3-10). */
const COMPARED = [
  "InsurerNumber",
  "InsuredCardSymbol",
  "InsuredIdentificationNumber",
  "InsuredBranchNumber",
  "PersonalFamilyClassification",
] as const;

const SMALL = "ｧｨｩｪｫｯｬｭｮ";
const LARGE = "ｱｲｳｴｵﾂﾔﾕﾖ";

/** Half-width kana with small kana large and without blanks: insurers write either (receipt-system-interface.md §6.2). */
export function foldKana(kana: string): string {
  return [...plainName(kana)].map((letter) => LARGE[SMALL.indexOf(letter)] ?? letter).join("");
}

function isAlike(known: Chart["person"], { kana, birthdate }: AnsweredPerson): boolean {
  return kana !== "" && known.birthdate === birthdate && foldKana(known.kana) === foldKana(kana);
}

function sameKeys(one: InquiryKeys, other: InquiryKeys): boolean {
  return one.birthdate === other.birthdate && sameNumbers(one, other);
}

function only(charts: readonly Chart[]): ChartMatch {
  const [chart] = charts;
  return chart === undefined ? "none" : { chart: chart.id };
}
