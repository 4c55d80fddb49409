import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import type { T1Block, T1Defect, Tolerance } from "./block.ts";
import { MAX_BLOCK_BYTES } from "./constants.ts";
import type { T1Parameters } from "./parameters.ts";
import { T1Receiver } from "./receiver.ts";
import { T1Writer } from "./writer.ts";

/** No block began in time. */
export interface Silence {
  readonly kind: "silence";
}

/** The device's user does not want the answer any more. */
export interface Abandoned {
  readonly kind: "abandoned";
}

/** What came back for a block. */
export type Heard = T1Block | T1Defect | Silence | Abandoned;

/** The reader's end of the line: half duplex, one block out, one block in. What comes unasked is dropped. */
export class T1Line {
  /** Block waiting time of the card. */
  readonly bwtMs: number;
  readonly #clock: Clock;
  readonly #cwtMs: number;
  readonly #writer: T1Writer;
  readonly #receiver: T1Receiver;
  #inbox: Mailbox<Heard> | undefined;
  #heardAnything = false;

  constructor(clock: Clock, send: (bytes: Uint8Array) => void, parameters: T1Parameters, tolerates: Tolerance) {
    this.bwtMs = parameters.bwtMs;
    this.#clock = clock;
    this.#cwtMs = parameters.cwtMs;
    this.#writer = new T1Writer(parameters.edc, send);
    this.#receiver = new T1Receiver(clock, parameters, (heard) => this.#deliver(heard), tolerates);
  }

  /** True when a character came since {@link forget}. */
  get heardAnything(): boolean {
    return this.#heardAnything;
  }

  /** Begins to listen for {@link heardAnything} anew. */
  forget(): void {
    this.#heardAnything = false;
  }

  receive(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#heardAnything = true;
    this.#receiver.receive(bytes);
  }

  /** Sends a block that has no answer. */
  say(block: T1Block): void {
    this.#writer.write(block);
  }

  /** Ends the wait under way. */
  abandon(): void {
    this.#deliver({ kind: "abandoned" });
  }

  /** Sends a block and waits `waitMs` for the answer to begin; one that has begun may take its characters' time. */
  *exchange(block: T1Block, waitMs: number): Process<Heard> {
    const inbox = new Mailbox<Heard>(1);
    this.#inbox = inbox;
    this.#receiver.reset();
    this.#writer.write(block);
    let heard = yield* inbox.take(this.#clock, waitMs);
    if (heard === undefined && this.#receiver.midBlock) {
      heard = yield* inbox.take(this.#clock, MAX_BLOCK_BYTES * this.#cwtMs); // a card that babbles is cut off
    }
    this.#inbox = undefined;
    return heard ?? { kind: "silence" };
  }

  #deliver(heard: Heard): void {
    const inbox = this.#inbox;
    this.#inbox = undefined;
    inbox?.put(heard);
  }
}
