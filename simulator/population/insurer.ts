import { ensure, MisuseError } from "../kernel/errors.ts";
import { checkDigit } from "./check-digit.ts";
import { drawsOf } from "./draws.ts";
import { keysOf } from "./mix.ts";
import { drawAddress, fullWidth, municipality, PREFECTURE, placeName } from "./places.ts";

/** The law an insurer works under 法別: 協会けんぽ, 組合, 共済, 国保, 後期高齢者医療. */
export type InsuranceLaw = "kyokai" | "union" | "mutual-aid" | "national" | "late-elderly";

/** An insurer 保険者. */
export interface Insurer {
  /** As on the wire: 8 digits, or two blanks and 6 digits for 国保 (receipt-system-interface.md §6.2). */
  readonly number: string;
  /** Full-width. */
  readonly name: string;
  readonly law: InsuranceLaw;
  readonly postNumber: string;
  /** Full-width. */
  readonly address: string;
}

/** Where an insurer stands: under which law, and which of that law's insurers it is, counted from 0. */
export interface InsurerPlace {
  readonly law: InsuranceLaw;
  readonly rank: number;
}

interface LawRow {
  readonly law: InsuranceLaw;
  /** Insurers under this law; the number leaves three digits for them. */
  readonly count: number;
  /** The leading digits 法別 they share the ranks among (eligibility-rules.md §12.2); none for 国保. */
  readonly prefixes: readonly string[];
  readonly name: (rank: number) => string;
}

/** How many there are of each is ours, after the 3,411 of eligibility-rules.md §16 as far as one prefecture has numbers. */
const LAWS: readonly LawRow[] = [
  { law: "kyokai", count: 47, prefixes: ["01"], name: (rank) => `架空健康保険協会第${fullWidth(rank + 1)}支部` },
  { law: "union", count: 999, prefixes: ["06"], name: (rank) => `${placeName(rank).ja}工業健康保険組合` },
  { law: "mutual-aid", count: 84, prefixes: ["31", "32", "33", "34"], name: (rank) => `${placeName(rank).ja}共済組合` },
  { law: "national", count: 999, prefixes: [""], name: (rank) => `${PREFECTURE}${municipality(rank)}` },
  { law: "late-elderly", count: 47, prefixes: ["39"], name: (rank) => `${placeName(rank).ja}後期高齢者医療広域連合` },
];

/** The number of a prefecture that does not exist (eligibility-rules.md §12.3). */
const PREFECTURE_NUMBER = "99";

/** Every law insurers work under. */
export const INSURANCE_LAWS: readonly InsuranceLaw[] = LAWS.map(({ law }) => law);

/** How many insurers the master holds. */
export const INSURER_COUNT = LAWS.reduce((sum, { count }) => sum + count, 0);

/** How many insurers there are under a law. */
export function insurersUnder(law: InsuranceLaw): number {
  return rowOf(law).count;
}

/** The insurer at a place of the master, 0 … {@link INSURER_COUNT} − 1; the seed decides addresses only. */
export function insurerAt(seed: number, index: number): Insurer {
  let rank = index;
  for (const { law, count } of LAWS) {
    if (Number.isInteger(rank) && rank >= 0 && rank < count) return insurerOf(seed, { law, rank });
    rank -= count;
  }
  throw new MisuseError("index", `${index} lies outside the insurers 0 … ${INSURER_COUNT - 1}`);
}

/** The insurer with a number as on the wire, or undefined. */
export function insurerByNumber(seed: number, number: string): Insurer | undefined {
  const place = placeOfInsurer(number);
  return place === undefined ? undefined : insurerOf(seed, place);
}

/** The insurer at a place. */
export function insurerOf(seed: number, place: InsurerPlace): Insurer {
  const { law, rank } = place;
  const index = LAWS.findIndex((row) => row.law === law);
  const draws = drawsOf(keysOf(seed, "insurer", 1)[0] ?? 0, index * 1_000 + rank);
  const address = drawAddress(law === "national" ? rank : draws(insurersUnder("national")), draws);
  return { number: insurerNumber(place), name: insurerName(place), law, ...address };
}

/** The number of an insurer as on the wire. */
export function insurerNumber({ law, rank }: InsurerPlace): string {
  const number = NUMBERS_OF_LAW.get(law)?.[rank];
  ensure(number !== undefined, `no insurer ${rank} under ${law}`);
  return number;
}

/** 法別, prefecture 99, three digits, check digit (eligibility-rules.md §12.2). */
function numberAt({ prefixes }: LawRow, rank: number): string {
  const prefix = prefixes[rank % prefixes.length] ?? "";
  const serial = Math.trunc(rank / prefixes.length) + 1;
  const body = `${prefix}${PREFECTURE_NUMBER}${String(serial).padStart(3, "0")}`;
  return `${body}${checkDigit(body)}`.padStart(8, " ");
}

/** The name of an insurer. */
export function insurerName({ law, rank }: InsurerPlace): string {
  return NAMES_OF_LAW.get(law)?.[rank] ?? rowOf(law).name(rank);
}

/** The place of the insurer with a name, exactly as written, or undefined. It goes through the whole master. */
export function placeOfInsurerName(name: string): InsurerPlace | undefined {
  for (const { law, count } of LAWS)
    for (let rank = 0; rank < count; rank++) if (insurerName({ law, rank }) === name) return { law, rank };
  return undefined;
}

/** The place behind a number as on the wire, or undefined when no insurer of ours has it. */
export function placeOfInsurer(number: string): InsurerPlace | undefined {
  return PLACE_OF_NUMBER.get(number);
}

const ROW_OF_LAW: ReadonlyMap<InsuranceLaw, LawRow> = new Map(LAWS.map((row) => [row.law, row]));

function rowOf(law: InsuranceLaw): LawRow {
  const row = ROW_OF_LAW.get(law);
  if (row === undefined)
    throw new MisuseError(
      "law",
      `${law} is unknown`,
      LAWS.map((known) => known.law),
    );
  return row;
}

/** Written once: every row of everybody carries a number and a name. */
const NUMBERS_OF_LAW: ReadonlyMap<InsuranceLaw, readonly string[]> = new Map(
  LAWS.map((row) => [row.law, Array.from({ length: row.count }, (_, rank) => numberAt(row, rank))]),
);
const NAMES_OF_LAW: ReadonlyMap<InsuranceLaw, readonly string[]> = new Map(
  LAWS.map((row) => [row.law, Array.from({ length: row.count }, (_, rank) => row.name(rank))]),
);
const PLACE_OF_NUMBER: ReadonlyMap<string, InsurerPlace> = new Map(
  [...NUMBERS_OF_LAW].flatMap(([law, numbers]) => numbers.map((number, rank) => [number, { law, rank }] as const)),
);
