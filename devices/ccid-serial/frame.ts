import { HEADER_BYTES } from "../ccid/constants.ts";
import { type CcidFrame, writeHeader } from "../ccid/frame.ts";
import { CONTROL_ACK, CONTROL_NAK, FRAMING_BYTES, MOVEMENT, MOVEMENTS, NAK_LRC, SYNC } from "./constants.ts";

/** Exclusive or of the bytes from `from` up to `end`. */
export function lrcOf(bytes: Uint8Array, from: number, end: number): number {
  let lrc = 0;
  for (let at = from; at < end; at++) lrc ^= bytes[at] ?? 0;
  return lrc;
}

/** What lies on the line between frames or as a frame; a tagged value for each row of the table in `constants.ts`. */
export type LineEvent =
  /** The bytes of a CCID message whose LRC was right. */
  | { readonly kind: "message"; readonly bytes: Uint8Array }
  | { readonly kind: "nak" }
  | { readonly kind: "movement"; readonly slot: number; readonly present: boolean }
  /** The wait byte of T=0. */
  | { readonly kind: "wait"; readonly value: number }
  /** A frame that must be answered with NAK; with a wrong LRC the message is there, for evidence alone. */
  | { readonly kind: "damaged"; readonly why: "too-long" | "control" | "gap" }
  | { readonly kind: "damaged"; readonly why: "lrc"; readonly bytes: Uint8Array };

/** One row of the line: what is said, and its bytes. */
export interface LineVector {
  readonly title: string;
  readonly bytes: string;
  readonly event: LineEvent;
}

/** The bytes of a message with its framing, in one array. */
export function encodeMessage(message: CcidFrame): Uint8Array {
  const end = 2 + HEADER_BYTES + message.data.length;
  const bytes = new Uint8Array(end + 1);
  bytes[0] = SYNC;
  bytes[1] = CONTROL_ACK;
  writeHeader(bytes, 2, message);
  bytes[end] = lrcOf(bytes, 0, end);
  return bytes;
}

/** Any bytes with framing around them, whether they are a CCID message or not. */
export function encodeBytes(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(message.length + FRAMING_BYTES);
  bytes[0] = SYNC;
  bytes[1] = CONTROL_ACK;
  bytes.set(message, 2);
  bytes[message.length + 2] = lrcOf(bytes, 0, message.length + 2);
  return bytes;
}

/** NAK: "send that again". */
export const nak = (): Uint8Array => Uint8Array.of(SYNC, CONTROL_NAK, NAK_LRC);

/** A card came to a slot or left it; slots behind the second have no notice on this line. */
export function movement(slot: number, present: boolean): Uint8Array {
  const codes = MOVEMENTS[slot];
  return codes === undefined ? new Uint8Array(0) : Uint8Array.of(MOVEMENT, present ? codes.there : codes.gone);
}

/** What the second byte of a notice says; undefined when it is none. */
export function readMovement(byte: number): { readonly slot: number; readonly present: boolean } | undefined {
  for (const [slot, { gone, there }] of MOVEMENTS.entries()) {
    if (byte === gone || byte === there) return { slot, present: byte === there };
  }
  return undefined;
}
