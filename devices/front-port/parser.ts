import type { BenchMessage } from "../bench-port/frame.ts";
import { BenchParser } from "../bench-port/parser.ts";
import type { FrontFrame } from "./frame.ts";
import { frontMessages } from "./messages.ts";

/**
 * What the port says. `nonsense` is a message of no kind, or whose payload is not of its kind; `lost` a length that cannot
 * be right: nothing behind it can be trusted, the port is over. Neither holds a byte of what was said.
 */
export type FrontEvent =
  | { readonly kind: "frame"; readonly frame: FrontFrame }
  | { readonly kind: "nonsense"; readonly type: number }
  | { readonly kind: "lost" };

const rows = Object.values(frontMessages);

/** Bytes of the front port → messages, however they are cut. Never throws, holds one message at most. */
export class FrontParser {
  readonly #frames: BenchParser;

  /** `deliver` is called inside {@link push}, in the order of the port. */
  constructor(deliver: (event: FrontEvent) => void) {
    this.#frames = new BenchParser((event) => deliver(event.kind === "lost" ? LOST : eventOf(event.message)));
  }

  push(bytes: Uint8Array): void {
    this.#frames.push(bytes);
  }
}

const LOST: FrontEvent = { kind: "lost" };

function eventOf({ type, slot: number, payload }: BenchMessage): FrontEvent {
  const message = rows.find((row) => row.type === type)?.read(payload);
  return message === undefined ? { kind: "nonsense", type } : { kind: "frame", frame: { number, message } };
}
