import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import type { Frame } from "./frame.ts";
import { writeFrame } from "./writer.ts";

/** What a reader's side of the air stands on. */
export interface RfLinkParts {
  readonly clock: Clock;
  /** Sends one whole RF frame, CRC included. */
  readonly send: (frame: Uint8Array) => void;
  /** Added to every wait, ms: a line in software is slower than air. */
  readonly frameAllowanceMs: number;
}

/** The reader's half-duplex air: after each frame it listens for one, and what else comes is nobody's. */
export class RfLink {
  readonly #parts: RfLinkParts;
  #awaited: Mailbox<Uint8Array> | undefined;

  constructor(parts: RfLinkParts) {
    this.#parts = parts;
  }

  /** A frame from the air, any bytes; dropped when nobody listens. */
  receive(frame: Uint8Array): void {
    const awaited = this.#awaited;
    this.#awaited = undefined;
    awaited?.put(frame);
  }

  /** Sends a frame and waits `waitMs` and the allowance for whatever comes; undefined for silence. */
  *exchange(frame: Frame, waitMs: number): Process<Uint8Array | undefined> {
    const { clock, send, frameAllowanceMs } = this.#parts;
    const box = new Mailbox<Uint8Array>(1);
    this.#awaited = box;
    send(writeFrame(frame));
    return yield* box.take(clock, waitMs + frameAllowanceMs);
  }
}
