import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { decodeCommand } from "../../iso7816/apdu.ts";
import { NO_ANSWER, type StatusWord } from "../../iso7816/status-word.ts";

/** A command as the trace keeps it, taken apart. */
export interface KeptCommand {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  /** The data field; undefined where a mark stands for it or for a part of it. */
  readonly data: Uint8Array | undefined;
  /** Bytes expected at most, 0 for none; 0 as well where a mark hides the end of the command. */
  readonly ne: number;
  /** Kinds of private data that stood in it, as their marks name them. */
  readonly withheld: readonly string[];
  /** True when length fields and bytes disagree: `data` is empty then, whatever followed the header. */
  readonly malformed: boolean;
  /** Set where the reader sent so many bytes that are no command at all; the trace keeps no more than a header of them. */
  readonly strayBytes?: number;
}

/** An answer as the trace keeps it, taken apart. */
export interface KeptResponse {
  /** The data; undefined where a mark stands for them or for a part of them. */
  readonly data: Uint8Array | undefined;
  /** {@link NO_ANSWER} when nothing came, undefined when the text ends in no status word. */
  readonly sw: StatusWord | undefined;
  readonly withheld: readonly string[];
}

const MARK = /«([^«»]{0,40})»/g;
const HEXADECIMAL = /^(?:[0-9A-Fa-f]{2})*$/;
const STRAY = /\((\d{1,9}) bytes, no command\)$/;
const NOTHING = new Uint8Array(0);
const HEADER_DIGITS = 8;

/**
 * Reads a kept command: hexadecimal, with marks where private data stood. Undefined where not even CLA INS P1 P2 can be
 * read. What follows the header is not trusted where a mark stands in it, for the length fields may be gone as well.
 */
export function readKeptCommand(text: string): KeptCommand | undefined {
  const head = text.slice(0, HEADER_DIGITS);
  if (head.length < HEADER_DIGITS || !HEXADECIMAL.test(head)) return undefined;
  const [cla = 0, ins = 0, p1 = 0, p2 = 0] = fromHex(head);
  const header = { cla, ins, p1, p2 };
  const withheld = marksIn(text);
  if (withheld.length > 0) return { ...header, data: undefined, ne: 0, withheld, malformed: false };
  const stray = STRAY.exec(text)?.[1];
  const command = HEXADECIMAL.test(text) ? decodeCommand(fromHex(text)) : undefined;
  if (command === undefined) {
    const strayBytes = stray === undefined ? {} : { strayBytes: Number(stray) };
    return { ...header, data: NOTHING, ne: 0, withheld, malformed: true, ...strayBytes };
  }
  return { ...header, data: command.data, ne: command.ne, withheld, malformed: false };
}

/** Reads a kept answer; any text gives one. */
export function readKeptResponse(text: string): KeptResponse {
  const withheld = marksIn(text);
  const end = text.slice(text.lastIndexOf("»") + 1);
  const bytes = HEXADECIMAL.test(end) ? fromHex(end) : NOTHING;
  const [sw1, sw2] = bytes.subarray(-2);
  const sw = sw1 === undefined || sw2 === undefined ? undefined : (sw1 << 8) | sw2;
  if (text === "") return { data: NOTHING, sw: NO_ANSWER, withheld };
  return { data: withheld.length > 0 ? undefined : bytes.subarray(0, -2), sw, withheld };
}

const marksIn = (text: string): readonly string[] => [...text.matchAll(MARK)].map(([, kind = ""]) => kind);
