import { checkDigit, hasValidCheckDigit } from "./check-digit.ts";
import { MUNICIPALITIES } from "./places.ts";
import type { Home } from "./registry.ts";

/** A member's place: the home, and which member of the household. */
export interface RecipientSeat {
  readonly home: Home;
  readonly position: number;
}

/** What names a recipient in an inquiry: 公費負担者番号 and 受給者番号. */
export interface RecipientKey {
  readonly payerNumber: string;
  readonly recipientNumber: string;
}

/** Members of a household at most. */
const MEMBERS = 4;
/** National schemes have six digits and a check digit, local ones as they like: ours eight without one (eligibility-rules.md §10.3). */
const NATIONAL_DIGITS = 6;
const LOCAL_DIGITS = 8;

/** 法別番号 of 医療扶助 (eligibility-rules.md §12.2). */
export const AID_LAW = "12";

/** 公費負担者番号 of 医療扶助: eight digits beginning with {@link AID_LAW}. */
export const isAidPayer = (number = ""): boolean => number.startsWith(AID_LAW) && /^\d{8}$/.test(number);

/** 法別, prefecture 99, the municipality's three digits, check digit (eligibility-rules.md §12.2): every one is a payer (ours). */
export function payerNumber(law: string, municipality: number): string {
  const body = `${law}99${String(municipality + 1).padStart(3, "0")}`;
  return `${body}${checkDigit(body)}`;
}

/** 法別 and municipality of a payer number, or undefined when no payer of ours has it. */
export function payerBehind(number: string): { readonly law: string; readonly municipality: number } | undefined {
  const [, law = "", serial = ""] = /^(\d{2})99(\d{3})\d$/.exec(number) ?? [];
  const municipality = Number(serial) - 1;
  if (!hasValidCheckDigit(number) || municipality < 0 || municipality >= MUNICIPALITIES) return undefined;
  return { law, municipality };
}

/**
 * 受給者番号: the seat written as a number, so that it leads back without a table. It changes when the household moves. Numbers of
 * national schemes stay below 900000, where the personas of the scenarios have theirs.
 */
export function recipientNumber({ home, position }: RecipientSeat, local: boolean): string {
  const serial = String(home.plot * MEMBERS + position + 1);
  if (local) return serial.padStart(LOCAL_DIGITS, "0");
  const body = serial.padStart(NATIONAL_DIGITS, "0");
  return `${body}${checkDigit(body)}`;
}

/** The seat behind a recipient number of a municipality, whether or not there is a recipient; undefined for other texts. */
export function seatBehind(municipality: number, number: string): RecipientSeat | undefined {
  const local = new RegExp(`^\\d{${LOCAL_DIGITS}}$`).test(number);
  if (!local && !(number.length === NATIONAL_DIGITS + 1 && hasValidCheckDigit(number))) return undefined;
  const serial = Number(local ? number : number.slice(0, -1)) - 1;
  if (serial < 0) return undefined;
  const position = serial % MEMBERS;
  return { home: { municipality, plot: (serial - position) / MEMBERS }, position };
}
