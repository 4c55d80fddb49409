import { T1InterfaceDevice, type T1InterfaceDeviceOptions } from "../../../devices/t1/interface-device.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";

/** What the card answers to one block: bytes, nothing, or bytes after a while. */
export type Reply = string | undefined | { readonly afterMs: number; readonly bytes: string };

/** The block waiting time of every conversation. */
export const BWT_MS = 1_000;
/** How long the card thinks where nothing else is said. */
const REPLY_MS = 1;
/** No conversation of a test has more blocks. */
const MAX_BLOCKS = 200;

/** A block as the device sent it, and how long the line had been quiet before. */
export interface Sent {
  readonly bytes: string;
  readonly atMs: number;
}

/** An interface device on a line whose other end says what a script has for each of its blocks. */
export class Conversation {
  readonly clock = new VirtualClock(0);
  readonly sent: Sent[] = [];
  readonly device: T1InterfaceDevice;
  readonly #replies: Reply[] = [];
  #otherwise: Reply;

  constructor(options: Partial<T1InterfaceDeviceOptions> & { readonly ifsc?: number } = {}) {
    this.device = new T1InterfaceDevice({
      clock: this.clock,
      send: (bytes) => this.#answer(bytes),
      parameters: { ifsc: options.ifsc ?? 32, bwtMs: BWT_MS, cwtMs: 10, edc: "lrc" },
      ...options,
    });
  }

  /** What the card says to the next blocks, one after another; to all later ones `otherwise`, or nothing. */
  script(replies: readonly Reply[], otherwise?: Reply): this {
    this.#replies.push(...replies);
    this.#otherwise = otherwise;
    return this;
  }

  /** Lets a process of the device come to its end. */
  run<T>(process: Process<T>): T {
    let value: T | undefined;
    start(process, (outcome) => {
      if ("error" in outcome) throw outcome.error;
      value = outcome.value;
    });
    this.clock.runUntilIdle(100_000);
    if (value === undefined) throw new Error("the process did not come to its end");
    return value;
  }

  /** The outcome of a command in hexadecimal. */
  transceive(apdu: string): unknown {
    const outcome = this.run(this.device.transceive(fromHex(apdu)));
    return outcome.kind === "answer" ? toHex(outcome.bytes) : outcome;
  }

  /** All blocks the device has sent, blanks between bytes. */
  get blocks(): readonly string[] {
    return this.sent.map(({ bytes }) => bytes);
  }

  #answer(bytes: Uint8Array): void {
    this.sent.push({ bytes: toHex(bytes).replace(/(..)(?!$)/g, "$1 "), atMs: this.clock.nowMs });
    if (this.sent.length > MAX_BLOCKS) return;
    const reply = this.#replies.length > 0 ? this.#replies.shift() : this.#otherwise;
    if (reply === undefined) return;
    const { afterMs, bytes: text } = typeof reply === "string" ? { afterMs: REPLY_MS, bytes: reply } : reply;
    this.clock.after(afterMs, () => this.device.receive(fromHex(text)));
  }
}
