import { badFieldBy, type FieldRules, field } from "../field-rules.ts";

/**
 * Two web screens of the terminal that leave no file: the look-up after an outage and the view in a disaster
 * (receipt-system-interface.md SEQ-12, last rows). How they talk to the centre is not public; kinds, fields and order are ours.
 */
export interface WebScreens {
  /** 資格情報照会（システム障害時）: four items (requirements.md D-18). */
  readonly SIMoutageLookup: {
    readonly query: WhoIsIt & { readonly Day: string };
    readonly answer: { readonly Outcome: string; readonly Results: readonly object[] };
  };
  /** 災害時の特別措置: the four items, or insurer number and insured number. */
  readonly SIMdisasterView: {
    readonly query: WhoIsIt & {
      readonly Purpose: "care" | "other";
      readonly Consent: "oral" | "unconscious" | "none";
      readonly InsurerNumber?: string;
      readonly InsuredIdentificationNumber?: string;
    };
    readonly answer: {
      readonly Outcome: string;
      readonly Results: readonly object[];
      readonly Drugs: readonly string[];
    };
  };
}

/** Items a person is looked up by; a text that was not given is left out or empty. */
export interface WhoIsIt {
  readonly Name?: string;
  readonly Birthdate?: string;
  readonly Sex?: string;
  readonly Address?: string;
  readonly InsurerName?: string;
}

/** Code of a web screen. */
export type WebScreenCode = keyof WebScreens;

const TEXT = field(/^.{0,200}$/u, false);
const WHO: FieldRules = {
  Name: TEXT,
  Birthdate: field(/^(?:\d{8})?$/, false),
  Sex: field(/^[123]?$/, false),
  Address: TEXT,
  InsurerName: TEXT,
};
const RULES: { readonly [C in WebScreenCode]: FieldRules } = {
  SIMoutageLookup: { ...WHO, Day: field(/^\d{8}$/) },
  SIMdisasterView: {
    ...WHO,
    Purpose: field(/^(?:care|other)$/),
    Consent: field(/^(?:oral|unconscious|none)$/),
    InsurerNumber: field(/^(?: {2}\d{6}|\d{8})?$/, false),
    InsuredIdentificationNumber: field(/^.{0,20}$/u, false),
  },
};

/** The name of the first field of a query that is missing or malformed; undefined when all are well. */
export function badScreenField(code: WebScreenCode, body: object): string | undefined {
  return badFieldBy(RULES[code], body);
}
