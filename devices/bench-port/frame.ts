import { HEAD_BYTES, LENGTH_BYTES } from "./constants.ts";

/** One message of the bench port. */
export interface BenchMessage {
  readonly type: number;
  readonly slot: number;
  readonly payload: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** A message from its parts. */
export const benchMessage = (type: number, slot = 0, payload: Uint8Array = NOTHING): BenchMessage => ({
  type,
  slot,
  payload,
});

/** The bytes of a message. */
export function encodeBenchMessage({ type, slot, payload }: BenchMessage): Uint8Array {
  const bytes = new Uint8Array(LENGTH_BYTES + HEAD_BYTES + payload.length);
  const length = HEAD_BYTES + payload.length;
  bytes[0] = length >> 8;
  bytes[1] = length;
  bytes[2] = type;
  bytes[3] = slot;
  bytes.set(payload, LENGTH_BYTES + HEAD_BYTES);
  return bytes;
}
