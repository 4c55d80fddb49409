import type { LedgerTables } from "./ledger.ts";

const isText = (value: unknown): boolean => typeof value === "string";

/** What a field of a row holds. */
const HOLDS = {
  text: isText,
  whole: Number.isSafeInteger,
  flag: (value: unknown) => typeof value === "boolean",
  row: isRow,
  texts: (value: unknown) => Array.isArray(value) && value.every(isText),
  rows: (value: unknown) => Array.isArray(value) && value.every(isRow),
} as const;

type Held<V> = V extends string
  ? "text"
  : V extends number
    ? "whole"
    : V extends boolean
      ? "flag"
      : V extends readonly string[]
        ? "texts"
        : V extends readonly object[]
          ? "rows"
          : "row";
/** The fields a row never lacks. */
type Shape<R> = { readonly [F in keyof R as object extends Pick<R, F> ? never : F]: Held<R[F]> };

const PERSON_IDS = { personIds: "texts" } as const;

/** What no row of a table lacks. A table or a field that is not told here does not compile. */
const shapes: { readonly [T in keyof LedgerTables]: Shape<LedgerTables[T]> } = {
  link: { personId: "text" },
  person: {
    id: "text",
    name: "text",
    kana: "text",
    sex: "text",
    birthdate: "text",
    postNumber: "text",
    address: "text",
    personalNumber: "text",
    eligibilities: "rows",
  },
  insured: PERSON_IDS,
  earlier: { eligibilities: "rows" },
  registration: { effectiveAtMs: "whole" },
  challenge: { bytes: "text", facility: "text", expiresAtMs: "whole" },
  dialogue: { personId: "text", facility: "text", eligibilityOnly: "flag", nearEnd: "flag", expiresAtMs: "whole" },
  consent: { atMs: "whole", given: "texts", eligibilityOnly: "flag" },
  aid: {
    payerNumber: "text",
    recipientNumber: "text",
    officeName: "text",
    startedOn: "text",
    use: "text",
    socialInsurance: "text",
    tickets: "rows",
  },
  recipient: PERSON_IDS,
  entrusted: PERSON_IDS,
  subsidy: { entries: "rows" },
  pmhBody: { joined: "flag" },
  subsidyConsent: { atMs: "whole" },
  bulkJob: { kind: "text", facility: "text", acceptedAtMs: "whole", readyAtMs: "whole", result: "row" },
  bulkCount: { jobs: "whole" },
  reference: { number: "text" },
  referenceOwner: { personId: "text" },
  visitConsent: { on: "text", atMs: "whole", given: "texts" },
  visitPatients: PERSON_IDS,
  identity: PERSON_IDS,
  residents: PERSON_IDS,
  viewLog: { screen: "text", personId: "text", atMs: "whole" },
  limitTold: { text: "text" },
  emergencyView: { atMs: "whole", pattern: "text" },
  facilitySettings: {},
  accessUrl: { edition: "whole" },
  visualPasscode: { digits: "text", atMs: "whole" },
  activationCodes: { codes: "rows" },
  outageGate: { opensAtMs: "whole" },
  disasterScopes: { scopes: "rows" },
  reviewedClaim: { claim: "row", row: "text", outcome: "text", parts: "rows" },
};

/** Whether what was read back can be a row of a table: its fields are there, and hold what they should. */
export function isRowOf(table: keyof LedgerTables, row: unknown): boolean {
  return isRow(row) && Object.entries(shapes[table]).every(([field, held]) => HOLDS[held](row[field]));
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
