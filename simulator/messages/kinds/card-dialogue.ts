import { badFieldBy, type FieldRules, field } from "../field-rules.ts";

/**
 * The five messages of a check-in with a card between terminal and centre. The real protocol is not public: kinds that
 * begin with SIM, their fields and their order are the simulator's own (readers-and-line.md §17). Binary values are
 * upper-case hexadecimal.
 */
export interface CardDialogue {
  /** A fresh challenge for the card to sign. */
  readonly SIMchallenge: {
    readonly query: Readonly<Record<string, never>>;
    readonly answer: { readonly ChallengeId: string; readonly Challenge: string };
  };
  /** User certificate and signature over the challenge: who is it? */
  readonly SIMauthenticate: {
    readonly query: { readonly ChallengeId: string; readonly Certificate: string; readonly Signature: string };
    readonly answer: {
      readonly Outcome: "recognised" | "certificate-refused" | "person-refused";
      readonly DialogueId?: string;
      readonly Name?: string;
      readonly Registered?: "0" | "1";
      readonly CertificateStanding?: "valid" | "near-end" | "grace";
      /** Kinds of consent to ask, separated by blanks. */
      readonly Asks?: string;
    };
  };
  /** First registration as insurance card (利用登録). */
  readonly SIMregister: {
    readonly query: { readonly DialogueId: string };
    readonly answer: { readonly Outcome: "registered" | "pending" | "failed" };
  };
  /** The patient uses certificates of 医療費助成: asked before the conclusion; the answer is that of PMHsimsm01. */
  readonly SIMsubsidy: {
    readonly query: { readonly DialogueId: string };
    readonly answer: object;
  };
  /** The patient's choices; the answer is that of OQSsiquc01. */
  readonly SIMconclude: {
    readonly query: {
      readonly DialogueId: string;
      /** Kinds of consent asked, and those given, separated by blanks. */
      readonly Asked: string;
      readonly Given: string;
      readonly PrescriptionIssueSelect?: "1" | "2";
    };
    readonly answer: object;
  };
}

/** Code of a message of the card dialogue. */
export type CardDialogueCode = keyof CardDialogue;

const ID = /^[0-9A-F]{16}$/;
const KINDS = /^(?:(?:limit|disease|checkup|drug|care|surgery|subsidy)(?: |$))*$/;

/** What a query must look like; what arrives over the line is somebody else's data until it was checked. */
const QUERY_RULES: { readonly [C in CardDialogueCode]: FieldRules } = {
  SIMchallenge: {},
  SIMauthenticate: {
    ChallengeId: field(ID),
    Certificate: field(/^(?:[0-9A-F]{2}){1,4096}$/),
    Signature: field(/^[0-9A-F]{512}$/),
  },
  SIMregister: { DialogueId: field(ID) },
  SIMsubsidy: { DialogueId: field(ID) },
  SIMconclude: {
    DialogueId: field(ID),
    Asked: field(KINDS),
    Given: field(KINDS),
    PrescriptionIssueSelect: field(/^[12]$/, false),
  },
};

/** Vectors of the query rules: accepted, or refused with the name of the field. */
export const cardDialogueVectors: readonly {
  readonly code: CardDialogueCode;
  readonly body: object;
  readonly refused?: string;
}[] = [
  { code: "SIMchallenge", body: {} },
  { code: "SIMregister", body: { DialogueId: "00112233AABBCCDD" } },
  { code: "SIMregister", body: { DialogueId: "short" }, refused: "DialogueId" },
  { code: "SIMregister", body: {}, refused: "DialogueId" },
  { code: "SIMsubsidy", body: { DialogueId: "00112233AABBCCDD" } },
  { code: "SIMsubsidy", body: { DialogueId: "00112233aabbccdd" }, refused: "DialogueId" },
  { code: "SIMconclude", body: { DialogueId: "00112233AABBCCDD", Asked: "drug care", Given: "drug" } },
  {
    code: "SIMconclude",
    body: { DialogueId: "00112233AABBCCDD", Asked: "drug", Given: "everything" },
    refused: "Given",
  },
  {
    code: "SIMauthenticate",
    body: { ChallengeId: "00112233AABBCCDD", Certificate: "30", Signature: "0G" },
    refused: "Signature",
  },
];

/** The name of the first field of a query that is missing or malformed; undefined when all are well. */
export function firstBadField(code: CardDialogueCode, body: object): string | undefined {
  return badFieldBy(QUERY_RULES[code], body);
}
