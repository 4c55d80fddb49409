import { encodeBlock, type T1Block } from "./block.ts";
import type { Edc } from "./edc.ts";

/** Blocks to characters of the line: the way back of `T1Parser`. */
export class T1Writer {
  readonly #edc: Edc;
  readonly #send: (bytes: Uint8Array) => void;

  constructor(edc: Edc, send: (bytes: Uint8Array) => void) {
    this.#edc = edc;
    this.#send = send;
  }

  /** Sends one whole block. */
  write(block: T1Block): void {
    this.#send(encodeBlock(block, this.#edc));
  }
}
