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
  /** The symbol of a household; undefined where the insurer uses none. */
  readonly symbol: (serial: number, insurer: InsurerPlace) => string | undefined;
}

const sevenDigits = (serial: number): string => String(serial).padStart(7, "0");

const SHAPES: Readonly<Record<InsuranceLaw, NumberShape>> = {
  kyokai: {
    write: String,
    symbol: (serial, { rank }) => String(10_000_000 + rank * 1_000_000 + Math.trunc(serial / WORKPLACE)),
  },
  union: { write: String, symbol: (serial) => String(1 + Math.trunc(serial / SECTION)) },
  "mutual-aid": { write: sevenDigits, symbol: (_serial, { rank }) => `架共・${fullWidth(rank + 1)}` },
  national: {
    write: sevenDigits,
    symbol: (_serial, { rank }) => NATIONAL_SYMBOLS[rank % NATIONAL_SYMBOLS.length]?.(rank),
  },
  "late-elderly": {
    write: (serial) => `${sevenDigits(serial)}${checkDigit(sevenDigits(serial))}`,
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
  if (!/^\d{1,8}$/.test(number)) return undefined;
  const checked = law === "late-elderly";
  if (checked && !hasValidCheckDigit(number)) return undefined;
  const serial = Number(checked ? number.slice(0, -1) : number);
  return serial >= 1 && serial <= SERIALS && SHAPES[law].write(serial) === number ? serial : undefined;
}
