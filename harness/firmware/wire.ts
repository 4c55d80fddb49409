import { toHex } from "../../simulator/kernel/bytes.ts";
import { mark, type PrivateKind } from "../../simulator/kernel/trace.ts";

/** Where bytes go to and fro: the host's line, the bench port below it, or through PC/SC, where they are APDUs. */
export type WireLine = "host" | "bench" | "pcsc";

/** Bytes on a line, as one piece of meaning: a frame, a notice, a message of the bench port, an APDU. */
export interface WireBytes {
  readonly line: WireLine;
  /** Who sent them; on the bench line the harness is the card, the keys and the eyes. */
  readonly from: "harness" | "reader";
  readonly bytes: Uint8Array;
}

/** A check began, or came to a step. */
export interface CheckStep {
  readonly check: string;
  readonly step: string;
}

/** {@link WireBytes} as evidence: hexadecimal, with a mark where digits of a PIN stood. */
export type KeptWireBytes = {
  readonly line: WireLine;
  readonly from: "harness" | "reader";
  readonly hex: string;
};

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** On the lines of a reader whose firmware is validated. */
    "reader.bytes": { readonly live: WireBytes; readonly kept: KeptWireBytes };
    /** From the test plan to the bench: observed only. */
    "check.step": { readonly live: CheckStep; readonly kept: CheckStep };
  }
}

/** VERIFY with data (ISO/IEC 7816-4 §11.5.6): CLA 00, P1 00, any reference, Lc up to 16, and what is private. */
const VERIFY = /002000([0-9A-F]{2})(0[1-9A-F]|10)/g;
/** A digit key on the bench port: length 0003, type 86, slot, the key. */
const DIGIT_KEY = /^000386003([0-9])$/;
/** Four digits in a row as a reader must not say them: in a log, on the screen, in its memory, to the host; blanks between. */
const SPELLED = /(?:3[0-9](?:20)*){3,}3[0-9]/g;

/** Keeps bytes of a line; the data of VERIFY, digit keys, and digits a reader spells are replaced by their mark. */
export function keepWireBytes({ line, from, bytes }: WireBytes): {
  readonly message: KeptWireBytes;
  readonly marks: readonly PrivateKind[];
} {
  const hex = toHex(bytes);
  const kept = line === "bench" && DIGIT_KEY.test(hex) ? `00038600${mark("pin")}` : withoutPins(hex, from);
  return { message: { line, from, hex: kept }, marks: kept === hex ? [] : ["pin"] };
}

function withoutPins(hex: string, from: WireBytes["from"]): string {
  const isPrivate = new Array<boolean>(hex.length / 2).fill(false);
  for (const { from: at, end } of privateParts(hex, from)) isPrivate.fill(true, at / 2, end / 2);
  if (!isPrivate.includes(true)) return hex;
  let kept = "";
  for (const [index, hides] of isPrivate.entries()) {
    if (!hides) kept += hex.slice(2 * index, 2 * index + 2);
    else if (isPrivate[index - 1] !== true) kept += mark("pin");
  }
  return kept;
}

/** Stretches of hexadecimal that hold digits; only those that begin at a byte. */
function privateParts(hex: string, from: WireBytes["from"]): { readonly from: number; readonly end: number }[] {
  const verifies = aligned(hex, VERIFY).map((found) => {
    const dataFrom = found.index + found[0].length;
    return { from: dataFrom, end: dataFrom + 2 * Number.parseInt(found[2] ?? "0", 16) };
  });
  const spelled = from === "reader" ? aligned(hex, SPELLED) : [];
  return [
    ...verifies.filter(({ from: at, end }) => end <= hex.length && !isFiller(hex.slice(at, end))),
    ...spelled.map((found) => ({ from: found.index, end: found.index + found[0].length })),
  ];
}

/** Every match that begins at a byte; one that does not must not hide the next. */
function aligned(hex: string, pattern: RegExp): RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  const search = new RegExp(pattern, "g");
  for (let found = search.exec(hex); found !== null; found = search.exec(hex)) {
    if (found.index % 2 === 0) all.push(found);
    search.lastIndex = found.index + (found.index % 2 === 0 ? found[0].length : 1);
  }
  return all;
}

/** Room for a PIN that nobody typed yet. */
const isFiller = (data: string): boolean => /^(FF|00)+$/.test(data);
