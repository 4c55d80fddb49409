import { toHex } from "../../simulator/kernel/bytes.ts";
import { mark, type PrivateKind } from "../../simulator/kernel/trace.ts";

/** Bytes on one of the two lines of a bench, as one piece of meaning: a frame, a notice, a message of the bench port. */
export interface WireBytes {
  readonly line: "host" | "bench";
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
  readonly line: "host" | "bench";
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

/** VERIFY with data (ISO/IEC 7816-4 §11.5.6): header, P1 00, a reference, Lc, and what is private. */
const VERIFY = /0020000?0(8[0-9A-F]|0[0-9A-F])(0[1-9A-F]|10)/g;
/** A digit key on the bench port: length 0003, type 86, slot, the key. */
const DIGIT_KEY = /^000386003([0-9])$/;

/** Keeps bytes of a line; the data of VERIFY and the digit keys are replaced by their mark. */
export function keepWireBytes({ line, from, bytes }: WireBytes): {
  readonly message: KeptWireBytes;
  readonly marks: readonly PrivateKind[];
} {
  const hex = toHex(bytes);
  const kept = line === "bench" && DIGIT_KEY.test(hex) ? `00038600${mark("pin")}` : withoutPins(hex);
  return { message: { line, from, hex: kept }, marks: kept === hex ? [] : ["pin"] };
}

function withoutPins(hex: string): string {
  let kept = "";
  let from = 0;
  for (const found of hex.matchAll(VERIFY)) {
    const at = found.index;
    const dataFrom = at + found[0].length;
    const dataEnd = dataFrom + 2 * Number.parseInt(found[2] ?? "0", 16);
    const isAligned = at % 2 === 0 && dataEnd <= hex.length;
    if (!isAligned || at < from || isFiller(hex.slice(dataFrom, dataEnd))) continue;
    kept += `${hex.slice(from, dataFrom)}${mark("pin")}`;
    from = dataEnd;
  }
  return kept + hex.slice(from);
}

/** Room for a PIN that nobody typed yet. */
const isFiller = (data: string): boolean => /^(FF|00)+$/.test(data);
