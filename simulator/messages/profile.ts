import type { ResultCode } from "./result-codes.ts";

/**
 * Every switch of receipt-system-interface.md §7 and every choice of its chapter 8, which nobody may quote as a fact about
 * the real system. Whoever owns the official annexes replaces the values. Keys are those of §8's last column; docs/profile.md
 * lists them. Plain data: the file is read and checked elsewhere.
 */
export interface Profile extends TerminalProfile, CentralProfile {}

/** A text that replaces one of ours, and the official code that replaces it. */
export interface OfficialCode {
  /** What stands in the file in place of `SIM-E-nnn`; up to 30 characters. */
  readonly code?: string;
  /** Full-width text, up to 100 characters. */
  readonly ja?: string;
}

/** What the terminal does (§1, §7): names, encodings, habits of writing. */
export interface TerminalProfile {
  /** §8.1: 処理結果コード and エラーコード by our code (別紙6-1). */
  readonly codes: Readonly<Partial<Record<ResultCode, OfficialCode>>>;
  readonly name: {
    /** §8.2: characters of a free part at most, and the number that is usual: others are warned of. */
    readonly free: { readonly most: number; readonly usual: number };
    /** §8.3: what file names begin with, by the beginning we use (`PMHsimsm01`). */
    readonly prefix: Readonly<Record<string, string>>;
  };
  readonly write: {
    /**
     * §8.4, §1.4. `whole`: at once. `rename`: under a temporary name first. `in-place`: created first, filled afterwards.
     * `locked`: written at once, but nobody else may read it before `ms` are over.
     */
    readonly style: "whole" | "rename" | "in-place" | "locked";
    /** Time between the two halves of a write, or of the lock, ms. */
    readonly ms: number;
  };
  readonly result: {
    /** §8.5. */
    readonly encoding: "UTF-8" | "Shift_JIS" | "as-request";
    /** Order of elements: the paper's, by chance in every file, or always the same mixture (fact 5). */
    readonly order: "paper" | "shuffled" | "hash";
    /** Optional text elements without a value: left out, or empty (fact 6). */
    readonly optionals: "omit" | "empty";
  };
  /** §1.4: time from taking a request to writing its result. */
  readonly delay: {
    /** `centre`: as long as the centre takes. `spread`: by chance in between. `beyond`: longer than any time-out. */
    readonly style: "centre" | "fixed" | "spread" | "beyond" | "never";
    readonly fixedMs: number;
    readonly spreadFromMs: number;
    readonly spreadToMs: number;
    readonly beyondMs: number;
  };
  /** §8.6, §1.6. */
  readonly zip: {
    /** Beginnings of file names that travel encrypted (`encrypt.conf`: `=e`); `*` means all. */
    readonly encrypt: readonly string[];
    /** Beginnings that stay plain whatever `encrypt` says (§1.6). */
    readonly plain: readonly string[];
    /** `OQS_CRYPT_PASS`. Never in a trace, log or text. */
    readonly password: string;
    /** Bulk results (`…mu…02res`) as XML, or as a zip without a password (§1.6). */
    readonly bulk: "xml" | "zip";
  };
  /** §8.7: minutes until a result counts as forgotten, and until drug and check-up results are taken away. */
  readonly stay: { readonly noticeMinutes: number; readonly medicalMinutes: number };
  /** §8.8. */
  readonly err: {
    /** What `.err` holds. */
    readonly content: "lines" | "empty";
    /**
     * `usual`: what §8.8 checks. `strict`: element order, unknown elements and a missing encoding declaration are refused
     * as well. `lenient`: of a well-formed request the header alone is checked, the centre judges the rest.
     */
    readonly accept: "usual" | "strict" | "lenient";
  };
  /**
   * §8.10: whether results carry `QualificationConfirmationKey`. §8.20: every file has a token of its own and nothing tells the
   * reader; only our choice is offered.
   */
  readonly face: { readonly key: boolean; readonly readers: "untold" };
  /** §8.16: characters of text elements at most, by element name, where the official length is another. */
  readonly len: Readonly<Record<string, number>>;
  /** §8.18: interval at which the request folder is looked at, ms. 0: at once, for writers that rename. */
  readonly poll: { readonly ms: number };
  /** §8.19: of several requests under way, how long a result may be held back by chance, ms. */
  readonly order: { readonly spreadMs: number };
  /** §7: whether names of folders and files are found in any case, as on Windows. */
  readonly share: { readonly case: "any" | "exact" };
}

/** What the centre does where the paper is silent. Services read it from their context. */
export interface CentralProfile {
  /** §8.16: lengths requests are checked with; the same as the terminal's. */
  readonly len: TerminalProfile["len"];
  /** §8.3, §8.11, §8.12: layouts that are ours. All but `pmh` are off: a user must know that they are. */
  readonly ext: {
    /** IF-025 to 036: re-inquiry and bulk inquiry of home and online visits. */
    readonly visits: boolean;
    /** IF-037 and 038: withdrawal of consent. */
    readonly withdrawal: boolean;
    /** IF-039 to 044: access URL, settings of the facility. */
    readonly settings: boolean;
    /** IF-047 and 048: emergency. */
    readonly emergency: boolean;
    /** IF-049 to 056: passcode of visual checks, activation codes. */
    readonly codes: boolean;
    /** §8.11: the six further consents of 電子カルテ情報共有. */
    readonly emr: boolean;
    /** §8.12: 医療費助成 files. */
    readonly pmh: boolean;
  };
  /** §8.9. */
  readonly bulk: {
    /** People in one file at most. */
    readonly most: number;
    readonly keptDays: number;
    /** A job is ready after the longer of the two. */
    readonly readyMs: number;
    readonly readyPerPersonMs: number;
  };
  /** §8.14: `ResultCode` of drug and check-up results in the header. 1 is known; what a refusal says is chosen. */
  readonly yzk: { readonly result: { readonly ok: "1"; readonly refused: string } };
  /** §8.15: whether six-digit insurer numbers may come with two zeros in place of two blanks. */
  readonly lenient: { readonly zeroFill: boolean };
  /** §8.17: consent flags that stand in an answer though nothing was asked, with value 0. Only our choice is offered. */
  readonly flags: { readonly number: "limit"; readonly card: "all" };
  /** §8.22: 5 複数該当 comes without a list. Only our choice is offered. */
  readonly multi: "no-list";
  /** §8.23, §8.24: what an answer without a person holds in place of `ResultList`. */
  readonly empty: "omit" | "empty-list";
  readonly aid: {
    /** §8.25: 未委託 keeps the numbers back, or shows them. */
    readonly unentrusted: "masked" | "shown";
    /** §8.26: the validity of whom counts where insurance and assistance differ. */
    readonly validity: "insurance" | "aid";
  };
  /** §8.27: from this day on (`yyyymmdd`) the limit consent of a card counts as given without being asked. */
  readonly policy: { readonly limit: string };
}

/** Our choices (receipt-system-interface.md §8), all of them OURS. */
export const defaultProfile: Profile = {
  codes: {},
  name: { free: { most: 64, usual: 12 }, prefix: {} },
  write: { style: "in-place", ms: 120 },
  result: { encoding: "UTF-8", order: "shuffled", optionals: "omit" },
  delay: { style: "centre", fixedMs: 5_000, spreadFromMs: 3_000, spreadToMs: 7_000, beyondMs: 120_000 },
  zip: {
    encrypt: [],
    plain: [
      ...["EPS", "OQSmutic", "OQSmuhvq", "OQSmuonq", "OQSsihvq", "OQSsionq", "OQSsihvd"],
      ...["OQSsiurl", "OQSsiinq", "OQSsiupd", "PMHsimsm"],
    ],
    password: "",
    bulk: "xml",
  },
  stay: { noticeMinutes: 1_440, medicalMinutes: 60 },
  err: { content: "lines", accept: "usual" },
  face: { key: false, readers: "untold" },
  len: {},
  poll: { ms: 500 },
  order: { spreadMs: 2_000 },
  share: { case: "any" },
  ext: {
    visits: false,
    withdrawal: false,
    settings: false,
    emergency: false,
    codes: false,
    emr: false,
    pmh: true,
  },
  bulk: { most: 1_000, keptDays: 7, readyMs: 60_000, readyPerPersonMs: 2_000 },
  yzk: { result: { ok: "1", refused: "2" } },
  lenient: { zeroFill: false },
  flags: { number: "limit", card: "all" },
  multi: "no-list",
  empty: "omit",
  aid: { unentrusted: "masked", validity: "insurance" },
  policy: { limit: "20241007" },
};
