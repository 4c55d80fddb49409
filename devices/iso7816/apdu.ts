import { concat } from "../../simulator/kernel/bytes.ts";
import type { StatusWord } from "./status-word.ts";

/** A command of ISO/IEC 7816-4 §5.1. Its case follows from `data` and `ne`; `ne` 0 asks for no answer data. */
export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Bytes expected at most: 0, 1…256 (short) or up to 65,536 (extended). */
  readonly ne: number;
}

/** An answer: data and two status bytes. */
export interface ResponseApdu {
  readonly data: Uint8Array;
  readonly sw: StatusWord;
}

const NOTHING = new Uint8Array(0);

/** A command from its header; data and Ne as needed. */
export function command(
  cla: number,
  ins: number,
  p1: number,
  p2: number,
  data: Uint8Array = NOTHING,
  ne = 0,
): CommandApdu {
  return { cla, ins, p1, p2, data, ne };
}

/** An answer from its status word. */
export function response(sw: StatusWord, data: Uint8Array = NOTHING): ResponseApdu {
  return { data, sw };
}

/** The bytes of a command; extended length fields where data or Ne need them (ISO/IEC 7816-4 §5.1 table 2). */
export function encodeCommand({ cla, ins, p1, p2, data, ne }: CommandApdu): Uint8Array {
  const header = Uint8Array.of(cla, ins, p1, p2);
  const lc = data.length;
  if (lc > 255 || ne > 256) {
    const lcField = lc > 0 ? concat(Uint8Array.of(0, lc >> 8, lc & 255), data) : ne > 0 ? Uint8Array.of(0) : NOTHING;
    return concat(header, lcField, ne > 0 ? Uint8Array.of((ne >> 8) & 255, ne & 255) : NOTHING);
  }
  return concat(header, lc > 0 ? concat(Uint8Array.of(lc), data) : NOTHING, ne > 0 ? Uint8Array.of(ne & 255) : NOTHING);
}

/** A command from bytes, or undefined when the length fields and the bytes disagree: the card answers 6700 then. */
export function decodeCommand(bytes: Uint8Array): CommandApdu | undefined {
  const [cla, ins, p1, p2, first] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  const built = (data: Uint8Array, ne: number): CommandApdu => ({ cla, ins, p1, p2, data, ne });
  const body = bytes.subarray(4);
  if (first === undefined) return built(NOTHING, 0);
  if (body.length === 1) return built(NOTHING, first === 0 ? 256 : first);
  const extended = first === 0;
  const lengthBytes = extended ? 3 : 1;
  const second = wide(body, 1);
  if (extended && body.length === 3) return built(NOTHING, second === 0 ? 65_536 : second);
  if (extended && body.length < 4) return undefined;
  const lc = extended ? second : first;
  const rest = body.subarray(lengthBytes + lc);
  const data = body.slice(lengthBytes, lengthBytes + lc);
  if (lc === 0 || data.length !== lc) return undefined;
  if (rest.length === 0) return built(data, 0);
  if (!extended) return rest.length === 1 ? built(data, rest[0] === 0 ? 256 : (rest[0] ?? 0)) : undefined;
  if (rest.length !== 2) return undefined;
  const le = wide(rest, 0);
  return built(data, le === 0 ? 65_536 : le);
}

/** The bytes of an answer: data, SW1, SW2. */
export function encodeResponse({ data, sw }: ResponseApdu): Uint8Array {
  return concat(data, Uint8Array.of(sw >> 8, sw & 255));
}

const wide = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
