import { ILLEGAL_LEN, NAD, PROLOGUE_BYTES } from "./constants.ts";
import { type T1DefectName, t1Defects } from "./defects.ts";
import { EDC_BYTES, type Edc, edcOf } from "./edc.ts";
import { pcbOf, pcbRowOf } from "./pcb-table.ts";

/** N(S) and N(R): one bit, counted modulo 2. */
export type SequenceBit = 0 | 1;

/** The number that follows on one, and precedes it. */
export const otherNumber = (number: SequenceBit): SequenceBit => (number === 0 ? 1 : 0);

/** What an R block complains of: nothing (80), EDC or parity (81), anything else (82). */
export type T1Error = "none" | "edc" | "other";

/** What S blocks speak of: numbers back to 0, size of the information field, end of a chain, more waiting time. */
export type SupervisoryName = "RESYNCH" | "IFS" | "ABORT" | "WTX";

/** A piece of a command or answer; `more` when the chain goes on. */
export interface IBlock {
  readonly kind: "I";
  readonly ns: SequenceBit;
  readonly more: boolean;
  readonly inf: Uint8Array;
}

/** Says which I block is awaited: the next one confirms the last, the same one asks for it again. */
export interface RBlock {
  readonly kind: "R";
  readonly nr: SequenceBit;
  readonly error: T1Error;
}

/** A request about the protocol itself; `inf` has one byte for IFS and WTX, none for the others. */
export interface SRequest {
  readonly kind: "S-request";
  readonly name: SupervisoryName;
  readonly inf: Uint8Array;
}

/** The answer to the request of the same name, with the same `inf`. */
export interface SResponse {
  readonly kind: "S-response";
  readonly name: SupervisoryName;
  readonly inf: Uint8Array;
}

/** One block: NAD PCB LEN INF… EDC (ISO/IEC 7816-3 §11.3). NAD is always 00. */
export type T1Block = IBlock | RBlock | SRequest | SResponse;

/** Bytes that are no block, and what is wrong with them. */
export interface T1Defect {
  readonly kind: "defect";
  readonly defect: T1DefectName;
}

/** Which defects a receiver overlooks, by name and PCB. A good one overlooks none. */
export type Tolerance = (defect: T1DefectName, pcb: number) => boolean;

/** Overlooks nothing. */
export const strict: Tolerance = () => false;

/** Reads one whole block, any bytes; INF is a copy. Never throws: what is no block is a {@link T1Defect}. */
export function decodeBlock(bytes: Uint8Array, edc: Edc, tolerates: Tolerance = strict): T1Block | T1Defect {
  const pcb = bytes[1] ?? 0;
  for (const { name, found } of t1Defects) {
    if (found(bytes, edc) && !tolerates(name, pcb)) return { kind: "defect", defect: name };
  }
  const row = pcbRowOf(pcb);
  if (row === undefined) return { kind: "defect", defect: "pcb-unknown" };
  if (row.block.kind === "R") return row.block;
  const inf = Uint8Array.prototype.slice.call(bytes, PROLOGUE_BYTES, PROLOGUE_BYTES + (bytes[2] ?? 0));
  return { ...row.block, inf };
}

const NOTHING = new Uint8Array(0);

/** The bytes of a block of at most 255 bytes of INF: LEN FF is not judged here, a broken device must be able to say it. */
export function encodeBlock(block: T1Block, edc: Edc): Uint8Array {
  const inf = block.kind === "R" ? NOTHING : block.inf.subarray(0, ILLEGAL_LEN);
  const bodyBytes = PROLOGUE_BYTES + inf.length;
  const bytes = new Uint8Array(bodyBytes + EDC_BYTES[edc]);
  bytes[0] = NAD;
  bytes[1] = pcbOf(block);
  bytes[2] = inf.length;
  bytes.set(inf, PROLOGUE_BYTES);
  const sum = edcOf(bytes, bodyBytes, edc);
  if (edc === "crc") bytes[bodyBytes] = sum >> 8;
  bytes[bytes.length - 1] = sum;
  return bytes;
}
