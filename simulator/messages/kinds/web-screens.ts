import { withoutLongNumbers } from "../../kernel/long-numbers.ts";
import { badFieldBy, type FieldRules, field } from "../field-rules.ts";
import type { CheckupInformationAnswer } from "./tkk-siquc01.ts";
import type { DrugInformationAnswer } from "./yzk-siquc01.ts";

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
  /** 災害時の特別措置: the four items, or what an inquiry by number has; symbol and branch only where they are given. */
  readonly SIMdisasterView: {
    readonly query: WhoIsIt & {
      readonly Purpose: "care" | "other";
      readonly Consent: "oral" | "unconscious" | "none";
      readonly InsurerNumber?: string;
      readonly InsuredCardSymbol?: string;
      readonly InsuredIdentificationNumber?: string;
      readonly InsuredBranchNumber?: string;
    };
    readonly answer: { readonly Outcome: string; readonly Results: readonly object[] } & DisasterMedical;
  };
}

/**
 * Medical information on the screen of a disaster, in the elements the normal answers have (requirements.md R1-36); what may
 * not be viewed is left out, never emptied.
 */
export type DisasterMedical = Partial<DrugInformationAnswer["MessageBody"] & CheckupInformationAnswer["MessageBody"]>;

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
    InsuredCardSymbol: field(/^.{0,20}$/u, false),
    InsuredIdentificationNumber: field(/^.{0,20}$/u, false),
    InsuredBranchNumber: field(/^(?:\d{2})?$/, false),
  },
};

/**
 * The name of the first field of a query that is missing, malformed or not on the screen; undefined when all are well. What was
 * typed must not be passed over in silence: somebody else could be found.
 */
export function badScreenField(code: WebScreenCode, body: object): string | undefined {
  const rules = RULES[code];
  return badFieldBy(rules, body) ?? unknownIn(rules, body);
}

function unknownIn(rules: FieldRules, body: object): string | undefined {
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(rules, name));
  return unknown && withoutLongNumbers(unknown).slice(0, 64);
}
