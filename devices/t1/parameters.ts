import type { Atr } from "../iso7816/atr.ts";
import { type AtrReading, decodeAtr } from "../iso7816/atr-decode.ts";
import { DEFAULT_IFS_BYTES, ILLEGAL_LEN } from "./constants.ts";
import type { Edc } from "./edc.ts";

/** What both sides of a session must know of the card. */
export interface T1Parameters {
  /** Longest information field the card takes, 1 to 254 bytes (TA3). */
  readonly ifsc: number;
  /** Block waiting time: the card begins its answer within it. Whole milliseconds, rounded up. */
  readonly bwtMs: number;
  /** Character waiting time: from one character of a block to the next. Whole milliseconds, rounded up. */
  readonly cwtMs: number;
  readonly edc: Edc;
}

/** How fast the line is: etu = F / D / f. */
export interface T1Rate {
  readonly clockHz: number;
  readonly fi: number;
  readonly di: number;
}

/** F and D until somebody agrees on others (ISO/IEC 7816-3 §8.1). */
const DEFAULT_RATE = { fi: 372, di: 1 } as const;
/** Larger BWI are reserved; ours: such a card gets the longest time there is. */
const MAX_BWI = 9;

/**
 * BWT = 11 etu + 2^BWI · 960 · 372 / f and CWT = (11 + 2^CWI) etu (firmware-validation.md §5, rule 9). All terms are whole
 * numbers over D · f, so that an exact millisecond is not rounded up to the next.
 */
export function waitingTimes(bwi: number, cwi: number, { clockHz, fi, di }: T1Rate): { bwtMs: number; cwtMs: number } {
  const toMs = (cycles: number): number => Math.ceil((cycles * 1_000) / (di * clockHz));
  return {
    bwtMs: toMs(11 * fi + di * 2 ** Math.min(bwi, MAX_BWI) * 960 * 372),
    cwtMs: toMs((11 + 2 ** cwi) * fi),
  };
}

/** Those of an ATR that says nothing, at the 4 MHz of a common reader: BWI 4, CWI 13, no PPS. */
export const defaultWaitingTimes = waitingTimes(4, 13, { clockHz: 4_000_000, ...DEFAULT_RATE });

/**
 * Parameters of a session with the card of this ATR, or undefined when it does not offer T=1. `clockHz` is what the reader
 * feeds it. The rate is TA1's only in specific mode (TA2 with bit 5 at 0, §8.3); who agreed on another by PPS takes
 * {@link waitingTimes}.
 */
export function t1Parameters(atr: Atr, clockHz: number): T1Parameters | undefined {
  const reading = decodeAtr(atr);
  if (reading.t1 === undefined) return undefined;
  const { ifscBytes, bwi, cwi } = reading.t1;
  const isValid = ifscBytes > 0 && ifscBytes < ILLEGAL_LEN; // 00 and FF are reserved; ours: taken as not said
  return {
    ifsc: isValid ? ifscBytes : DEFAULT_IFS_BYTES,
    ...waitingTimes(bwi, cwi, { clockHz, ...rateOf(reading) }),
    edc: edcNamedBy(reading),
  };
}

function rateOf({ interfaceBytes, rate }: AtrReading): { readonly fi: number; readonly di: number } {
  const ta2 = interfaceBytes.find(({ name }) => name === "TA2")?.value;
  return ta2 !== undefined && (ta2 & 0x10) === 0 ? (rate ?? DEFAULT_RATE) : DEFAULT_RATE;
}

/** Bit 1 of the first TC behind a TD, from TD2 on, that says T=1 (§11.4.4). */
function edcNamedBy({ interfaceBytes }: AtrReading): Edc {
  const announcing = interfaceBytes.find(({ name, value }) => /^TD[2-9]/.test(name) && (value & 15) === 1);
  const tc = `TC${Number(announcing?.name.slice(2)) + 1}`;
  const value = interfaceBytes.find(({ name }) => name === tc)?.value ?? 0;
  return (value & 1) === 1 ? "crc" : "lrc";
}

/** Proof of {@link t1Parameters}. */
export const t1ParameterVectors: readonly {
  readonly title: string;
  readonly atr: string;
  readonly clockHz: number;
  readonly parameters: T1Parameters | undefined;
}[] = [
  {
    title: "My Number card, contact: TA3 254, BWI 4, CWI 5, 9600 bit/s",
    atr: "3B E0 00 FF 81 31 FE 45 14",
    clockHz: 3_571_200,
    parameters: { ifsc: 254, bwtMs: 1_602, cwtMs: 5, edc: "lrc" },
  },
  {
    title: "the same at 4 MHz",
    atr: "3B E0 00 FF 81 31 FE 45 14",
    clockHz: 4_000_000,
    parameters: { ifsc: 254, bwtMs: 1_430, cwtMs: 4, edc: "lrc" },
  },
  {
    title: "TA1 is an offer only: without PPS the line keeps 372 and 1",
    atr: "3B DA 13 FF 81 31 FB 46 80 12 39 2F 31 C1 73 C6 01 C0 3B",
    clockHz: 4_000_000,
    parameters: { ifsc: 251, bwtMs: 1_430, cwtMs: 7, edc: "lrc" },
  },
  {
    title: "TA2 says specific mode: F 512 and D 1 of TA1 hold at once; CWI 0",
    atr: "3B F5 91 00 FF 91 81 71 FE 40 00 42 00 01 00 D1 D6",
    clockHz: 4_000_000,
    parameters: { ifsc: 254, bwtMs: 1_430, cwtMs: 2, edc: "lrc" },
  },
  {
    title: "nothing said: IFSC 32, BWI 4, CWI 13",
    atr: "3B 88 80 01 00 00 05 E0 B3 81 A1 00 7F",
    clockHz: 4_000_000,
    parameters: { ifsc: 32, bwtMs: 1_430, cwtMs: 763, edc: "lrc" },
  },
  {
    title: "TC3 asks for CRC",
    atr: "3B 80 81 41 01 41",
    clockHz: 4_000_000,
    parameters: { ifsc: 32, bwtMs: 1_430, cwtMs: 763, edc: "crc" },
  },
  {
    title: "reserved IFSC FF and BWI 15",
    atr: "3B 80 81 31 FF FD 32",
    clockHz: 4_000_000,
    parameters: { ifsc: 32, bwtMs: 45_713, cwtMs: 763, edc: "lrc" },
  },
  { title: "T=0 alone", atr: "3B 02 14 50", clockHz: 4_000_000, parameters: undefined },
];
