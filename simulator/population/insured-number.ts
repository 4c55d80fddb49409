import { checkDigit, hasValidCheckDigit } from "./check-digit.ts";
import type { InsuranceLaw, InsurerPlace } from "./insurer.ts";
import { fullWidth } from "./places.ts";

/** Workers of one employer, who share a symbol (ours). */
const WORKPLACE = 20;
/** Members of a union's section, who share a symbol (ours). */
const SECTION = 500;
/** Serials a number of seven digits has room for. */
const SERIALS = 9_999_999;

/**
 * How the numbers of a law look. The shapes are ours within the rules of receipt-system-interface.md §6.2: zeros in front are
 * kept, symbols may hold kanji, full-width digits and hyphens or be missing, the late-elderly number has a check digit.
 */
interface NumberShape {
  readonly write: (serial: number) => string;
  /** Digits of every number; undefined where it has as many as its serial. */
  readonly digits?: number;
  /** The symbol of a household; undefined where the insurer uses none. */
  readonly symbol: (serial: number, insurer: InsurerPlace) => string | undefined;
}

const sevenDigits = (serial: number): string => String(10_000_000 + serial).slice(1);

const SHAPES: Readonly<Record<InsuranceLaw, NumberShape>> = {
  kyokai: {
    write: String,
    symbol: (serial, { rank }) => String(10_000_000 + rank * 1_000_000 + Math.trunc(serial / WORKPLACE)),
  },
  union: { write: String, symbol: (serial) => String(1 + Math.trunc(serial / SECTION)) },
  "mutual-aid": { write: sevenDigits, digits: 7, symbol: (_serial, { rank }) => `架共・${fullWidth(rank + 1)}` },
  national: {
    write: sevenDigits,
    digits: 7,
    symbol: (_serial, { rank }) => NATIONAL_SYMBOLS[rank % NATIONAL_SYMBOLS.length]?.(rank),
  },
  "late-elderly": {
    write: (serial) => {
      const body = sevenDigits(serial);
      return body + checkDigit(body);
    },
    digits: 8,
    symbol: () => undefined,
  },
};

/** National insurers write their symbols as they like; one in four has none. */
const NATIONAL_SYMBOLS: readonly ((rank: number) => string | undefined)[] = [
  () => "架国",
  (rank) => `架-${rank}`,
  (rank) => `・${fullWidth(rank)}`,
  () => undefined,
];

/** Insured number 被保険者証番号 and symbol 被保険者証記号 of the household with a serial (from 1) at its insurer. */
export function insuredNumber(
  insurer: InsurerPlace,
  serial: number,
): { readonly number: string; readonly symbol: string | undefined } {
  const { write, symbol } = SHAPES[insurer.law];
  return { number: write(serial), symbol: symbol(serial, insurer) };
}

/** The serial behind a number exactly as registered, or undefined: nothing is normalised (eligibility-rules.md §3.3). */
export function serialOf(law: InsuranceLaw, number: string): number | undefined {
  const value = digitsOf(number);
  const { digits } = SHAPES[law];
  if (value < 1 || (digits === undefined ? number.startsWith("0") : number.length !== digits)) return undefined;
  if (law !== "late-elderly") return value <= SERIALS ? value : undefined;
  const serial = (value / 10) | 0;
  return serial >= 1 && hasValidCheckDigit(number) ? serial : undefined;
}

/** The value of one to eight ASCII digits; −1 for any other text. Read digit by digit: every look-up begins here. */
function digitsOf(text: string): number {
  if (text.length < 1 || text.length > 8) return -1;
  let value = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
