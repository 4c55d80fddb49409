import type { IccSlot } from "./icc-slot.ts";
import type { RunningCommand } from "./running.ts";

/** What the reader keeps of a slot between two messages of the host. */
export class SlotState {
  readonly index: number;
  readonly slot: IccSlot;
  /** The command the slot works on. */
  running: RunningCommand | undefined;
  /** Parts of a command that comes in several messages. */
  chained: Uint8Array[] = [];
  /** Bytes of those parts; one without any counts as one, so that a chain of nothing has an end too. */
  chainedBytes = 0;
  /** What is left of an answer that goes out in several messages. */
  rest: { readonly data: Uint8Array; readonly from: number } | undefined;
  /** What the card said last. */
  lastAnswer: Uint8Array | undefined;
  /** The largest multiplier the host was told. */
  largestExtension = 0;

  constructor(index: number, slot: IccSlot) {
    this.index = index;
    this.slot = slot;
  }

  /** Parts of commands and answers belong to one session of one card: forgotten when it ends. */
  forgetParts(dropsRest: boolean): void {
    this.forgetChain();
    if (dropsRest) this.rest = undefined;
  }

  /** Another command begins. */
  forgetChain(): void {
    this.chained = [];
    this.chainedBytes = 0;
  }
}
