import type { Bilingual } from "../kernel/bilingual.ts";
import { MisuseError } from "../kernel/errors.ts";
import { drawsOf } from "./draws.ts";
import { keysOf } from "./mix.ts";
import { drawAddress, MUNICIPALITIES, municipality, municipalityKind, placeName } from "./places.ts";
import { AID_LAW, payerNumber } from "./recipient-number.ts";

/** When a welfare office registers the tickets of a month (eligibility-rules.md §13.2). */
export type TicketDay = "25th before" | "15th" | "20th";

/** A municipality 市町村 of the prefecture that does not exist: insurer of its national insurance, and welfare office. */
export interface Municipality {
  /** 全国地方公共団体コード: prefecture 99, three digits, check digit. */
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: "市" | "町" | "村";
  readonly postNumber: string;
  /** Of its office. */
  readonly address: string;
  /** Whether it takes part in PMH (eligibility-rules.md §10.4 row 2); one in ten, as in the pilot of 2024 (§16). */
  readonly joinedPmh: boolean;
  readonly welfareOffice: WelfareOffice;
}

/** 福祉事務所, one a municipality (ours: towns and villages have theirs at the prefecture). */
export interface WelfareOffice {
  /** Full-width. */
  readonly name: string;
  /** 公費負担者番号, eight digits beginning with 12. */
  readonly payerNumber: string;
  /** From when facilities see the tickets of a month: on the 25th of the month before, or on a day of the month itself. */
  readonly registersOn: TicketDay;
}

const ONE_JOINED_IN = 10;
const TICKET_DAYS: readonly TicketDay[] = ["25th before", "15th", "20th"];
const ENDINGS = { 市: "-shi", 町: "-cho", 村: "-mura" } as const;

/** The municipality with an index, 0 … 998, as in {@link file://./places.ts}; the seed decides all but name and numbers. */
export function municipalityAt(seed: number, index: number): Municipality {
  if (!Number.isInteger(index) || index < 0 || index >= MUNICIPALITIES)
    throw new MisuseError("index", `${index} lies outside the municipalities 0 … ${MUNICIPALITIES - 1}`);
  const key = keyOf(seed);
  const draws = drawsOf(key, index);
  draws(ONE_JOINED_IN); // taken by PMH
  const joinedPmh = hasJoinedPmh(key, index);
  const kind = municipalityKind(index);
  const ja = municipality(index);
  const registersOn = TICKET_DAYS[draws(TICKET_DAYS.length)] ?? "15th";
  return {
    code: municipalityCode(index),
    name: { ja, en: `${placeName(index).en}${ENDINGS[kind]}` },
    kind,
    ...drawAddress(index, draws),
    joinedPmh,
    welfareOffice: { name: welfareOfficeName(index), payerNumber: payerNumber(AID_LAW, index), registersOn },
  };
}

/** Tells which municipalities of a seed take part in PMH, without the rest of the master: asked for every certificate looked for. */
export function pmhOf(seed: number): (index: number) => boolean {
  const key = keyOf(seed);
  return (index) => hasJoinedPmh(key, index);
}

function keyOf(seed: number): number {
  return keysOf(seed, "municipality", 1)[0] ?? 0;
}

function hasJoinedPmh(key: number, index: number): boolean {
  return drawsOf(key, index)(ONE_JOINED_IN) === 0;
}

/** Name of the welfare office of a municipality, full-width; the same under every seed. */
export function welfareOfficeName(index: number): string {
  return `${municipality(index)}福祉事務所`;
}

/** Six digits, the last a check over the five before, weighted 6, 5, 4, 3, 2 (general knowledge). */
function municipalityCode(index: number): string {
  const body = `99${String(index + 1).padStart(3, "0")}`;
  let sum = 0;
  for (let place = 0; place < body.length; place++) sum += Number(body.charAt(place)) * (6 - place);
  return `${body}${(11 - (sum % 11)) % 10}`;
}
