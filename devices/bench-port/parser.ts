import { HEAD_BYTES, LENGTH_BYTES, MAX_PAYLOAD_BYTES } from "./constants.ts";
import type { BenchMessage } from "./frame.ts";

/** What the port says; `lost` when a length cannot be right: nothing behind it can be trusted, the port is over. */
export type BenchEvent =
  | { readonly kind: "message"; readonly message: BenchMessage }
  | { readonly kind: "lost"; readonly announced: number };

/** Bytes of the bench port → messages, however they are cut. Never throws, holds one message at most. */
export class BenchParser {
  readonly #deliver: (event: BenchEvent) => void;
  readonly #buffer = new Uint8Array(LENGTH_BYTES + HEAD_BYTES + MAX_PAYLOAD_BYTES);
  #filled = 0;
  #isLost = false;

  /** `deliver` is called inside {@link push}, in the order of the port. */
  constructor(deliver: (event: BenchEvent) => void) {
    this.#deliver = deliver;
  }

  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !this.#isLost) {
      const goal = this.#filled < LENGTH_BYTES ? LENGTH_BYTES : LENGTH_BYTES + this.#announced();
      const end = Math.min(bytes.length, at + goal - this.#filled);
      this.#buffer.set(bytes.subarray(at, end), this.#filled);
      this.#filled += end - at;
      at = end;
      if (this.#filled >= LENGTH_BYTES) this.#look();
    }
  }

  #announced(): number {
    return ((this.#buffer[0] ?? 0) << 8) | (this.#buffer[1] ?? 0);
  }

  #look(): void {
    const announced = this.#announced();
    if (announced < HEAD_BYTES || announced > HEAD_BYTES + MAX_PAYLOAD_BYTES) {
      this.#isLost = true;
      return this.#deliver({ kind: "lost", announced });
    }
    if (this.#filled < LENGTH_BYTES + announced) return;
    this.#filled = 0;
    const from = LENGTH_BYTES + HEAD_BYTES;
    const payload = this.#buffer.slice(from, LENGTH_BYTES + announced);
    this.#deliver({ kind: "message", message: { type: this.#buffer[2] ?? 0, slot: this.#buffer[3] ?? 0, payload } });
  }
}
