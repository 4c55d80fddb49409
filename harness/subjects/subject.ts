import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { InsuranceNumbers } from "../../simulator/population/insurance-numbers.ts";
import type { FallbackProof } from "../../simulator/rules/fallback-proof.ts";

/** How a person looks in the receipt system's own records. */
export interface ChartPerson {
  readonly name: string;
  readonly kana: string;
  readonly birthdate: string;
  readonly sex: string;
}

/** Keys a clerk types from a certificate (receipt-system-interface.md §2.2). */
export interface InquiryKeys extends InsuranceNumbers {
  readonly birthdate: string;
}

/** What a patient without an online answer shows (eligibility-rules.md §8). */
export type Proof = FallbackProof | "declaration" | "old-card" | "consultation-card" | "office-phone";

/** What the counter does with the receipt system, by name; features add theirs by declaration merging. */
export interface SubjectSteps {
  readonly know: { readonly chart: string; readonly person: ChartPerson; readonly insurance?: InquiryKeys };
  readonly receive: { readonly visit: string; readonly chart?: string; readonly person: ChartPerson };
  readonly inquire: { readonly visit: string; readonly keys: InquiryKeys; readonly limitConsent: boolean };
  readonly settle: { readonly visit: string; readonly proof: Proof };
  readonly recheck: object;
  readonly erase: { readonly visit: string };
  readonly "list-holdings": object;
}

/** What the counter does with the receipt system; the only way the harness drives it. */
export type SubjectStep = {
  readonly [K in keyof SubjectSteps]: { readonly do: K } & SubjectSteps[K];
}[keyof SubjectSteps];

/** Things a receipt system tells its user. Kinds, not wording: wording differs per product (requirements.md X-01). */
export type Alert =
  | "identity-difference"
  | "insurance-lost"
  | "newer-insurance-exists"
  | "not-found"
  | "several-found"
  | "no-answer"
  | "request-refused"
  | "centre-error"
  | "unreadable-file"
  | "insurance-changed"
  | "consent-expired"
  | "aid-without-ticket"
  | "social-insurance-missing"
  | "subsidy-not-confirmed"
  | "limit-contradiction"
  | "limit-doubt"
  | "cap-uncertain"
  | "chart-unclear"
  | "stored-data-differs"
  | "printed-data-differs"
  | "number-wrong"
  | "notice";

/** Why a file was not imported. */
export type Refusal = "unreadable" | "other-day" | "duplicate" | "nobody-waits" | "other-person";

/** Where a visit stands when the patient leaves the counter. */
export type Standing = "confirmed" | "provisional" | "unconfirmed" | "refused";

/** Where a visit stands. */
export const standingNames: Readonly<Record<Standing, Bilingual>> = {
  confirmed: { ja: "確認済み", en: "confirmed" },
  provisional: { ja: "仮", en: "provisional" },
  unconfirmed: { ja: "未確認", en: "unconfirmed" },
  refused: { ja: "受付不可", en: "refused" },
};

/** One patient as the receipt system has them stored. */
export interface Holding {
  readonly chart: string;
  readonly name: string;
  readonly birthdate: string;
  readonly insurerNumber?: string;
  readonly insuredNumber?: string;
  /** Whether the stored insurance may be billed. */
  readonly billable: boolean;
}

/** What a receipt system can have done, by name; features add theirs by declaration merging. */
export interface SubjectActs {
  readonly asked: { readonly visit: string; readonly file: string };
  readonly imported: {
    readonly visit: string;
    readonly chart: string;
    readonly file: string;
    /** Values stored, by element name of the result (receipt-system-interface.md §2.4) and `QualificationConfirmationDate`. */
    readonly items: Readonly<Record<string, string>>;
  };
  readonly refused: { readonly file: string; readonly reason: Refusal; readonly visit?: string };
  readonly alerted: { readonly alert: Alert; readonly visit?: string; readonly file?: string };
  readonly settled: {
    readonly visit: string;
    readonly standing: Standing;
    readonly basis: "online" | Proof;
    /** True when somebody must ask again later. */
    readonly recheck: boolean;
  };
  readonly erased: { readonly visit: string };
  readonly holdings: { readonly people: readonly Holding[] };
}

/** What the receipt system did, as its adapter reports it: states and files, never wording. */
export type SubjectAct = { readonly [K in keyof SubjectActs]: { readonly act: K } & SubjectActs[K] }[keyof SubjectActs];

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** At the receipt system under test: observed only. */
    "subject.act": { readonly live: SubjectAct; readonly kept: SubjectAct };
  }
}

/** The receipt system under test. */
export interface Subject {
  /** Carries out one step at the counter; ends when the receipt system is done with it. */
  act(step: SubjectStep): Process<void>;
}
