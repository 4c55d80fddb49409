import { ensure } from "../../simulator/kernel/errors.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";
import type { FrameDefectName, FrameKind, FrameOf } from "./frame.ts";

/** One kind of frame: its bytes without CRC, both ways, and the vectors (with CRC) that prove them. */
export interface FrameRow<K extends FrameKind> {
  /** The frame, a defect of one that begins like it, or undefined when the bytes begin another kind. */
  decode(body: Uint8Array): FrameOf<K> | FrameDefectName | undefined;
  encode(frame: FrameOf<K>): Uint8Array;
  readonly vectors: readonly Vector<FrameOf<K>>[];
}

/** Rows by the kind they are of. */
export type FrameRows<K extends FrameKind> = { readonly [Kind in K]: FrameRow<Kind> };

/** Byte `index`, 0 behind the end. */
export const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

/** A copy, whoever owns the bytes. */
export const copy = (bytes: Uint8Array, from: number, end = bytes.length): Uint8Array =>
  Uint8Array.from(bytes.subarray(from, end));

/** A byte of two halves. */
export function halves(high: number, low: number): number {
  ensure(high >= 0 && high < 16 && low >= 0 && low < 16, `two halves of a byte are 0…15, not ${high} and ${low}`);
  return (high << 4) | low;
}
