import type { FaceMeasurement } from "../readers/face-gate.ts";
import type { ScreenView, Touch } from "../readers/screens.ts";

/** What crosses the front port, by the names of `constants.ts`: three questions, six answers. */
export type FrontMessage =
  | { readonly kind: "screen"; readonly waitMs: number; readonly view: ScreenView }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "take-picture"; readonly attempt: number }
  | { readonly kind: "touched"; readonly touch: Touch }
  | { readonly kind: "untouched" }
  | ({ readonly kind: "picture" } & FrameHead)
  | { readonly kind: "luma"; readonly bytes: Uint8Array }
  | { readonly kind: "no-picture" }
  | { readonly kind: "measured"; readonly measured: FaceMeasurement };

/** What is told of a frame before its pixels come. */
export interface FrameHead {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 for the first of a try. */
  readonly frame: number;
  /** How many come in this try: 1, or 2 where liveness may look for a blink. */
  readonly frames: number;
}

/** A message with the number of the question it is, or belongs to. */
export interface FrontFrame {
  readonly number: number;
  readonly message: FrontMessage;
}
