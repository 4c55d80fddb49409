import { decodeBlock, strict, type T1Block, type T1Defect, type Tolerance } from "./block.ts";
import { ILLEGAL_LEN, MAX_BLOCK_BYTES, PROLOGUE_BYTES } from "./constants.ts";
import { EDC_BYTES, type Edc } from "./edc.ts";

/**
 * Characters of the line to blocks, however they were cut. A good block is delivered with its last character. Damage is
 * delivered when the line falls silent ({@link gap}): LEN may be what was damaged, so nobody knows before where the block
 * ends, and all characters up to the silence belong to it. Memory is one block, whatever comes.
 */
export class T1Parser {
  readonly #edc: Edc;
  readonly #deliver: (heard: T1Block | T1Defect) => void;
  readonly #tolerates: Tolerance;
  readonly #bytes = new Uint8Array(MAX_BLOCK_BYTES);
  #count = 0;
  /** Characters until the block is whole, as far as is known. */
  #awaited = PROLOGUE_BYTES;
  #damage: T1Defect | undefined;

  constructor(edc: Edc, deliver: (heard: T1Block | T1Defect) => void, tolerates: Tolerance = strict) {
    this.#edc = edc;
    this.#deliver = deliver;
    this.#tolerates = tolerates;
  }

  /** True while a block has begun and is not delivered. */
  get midBlock(): boolean {
    return this.#count > 0;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && this.#damage === undefined; at++) {
      this.#bytes[this.#count++] = chunk[at] ?? 0;
      if (this.#count === PROLOGUE_BYTES) this.#readLength();
      if (this.#count === this.#awaited) this.#finish();
    }
  }

  /** No character came for the character waiting time (CWT): what is there was all of it. */
  gap(): void {
    if (this.#count === 0) return;
    const damage = this.#damage ?? decodeBlock(this.#bytes.subarray(0, this.#count), this.#edc, this.#tolerates);
    this.reset();
    this.#deliver(damage);
  }

  /** Forgets a block that has begun. */
  reset(): void {
    this.#count = 0;
    this.#awaited = PROLOGUE_BYTES;
    this.#damage = undefined;
  }

  #readLength(): void {
    const [, pcb = 0, len = 0] = this.#bytes;
    if (len === ILLEGAL_LEN && !this.#tolerates("len-ff", pcb)) this.#damage = { kind: "defect", defect: "len-ff" };
    else this.#awaited = PROLOGUE_BYTES + len + EDC_BYTES[this.#edc];
  }

  #finish(): void {
    const heard = decodeBlock(this.#bytes.subarray(0, this.#count), this.#edc, this.#tolerates);
    if (heard.kind === "defect") {
      this.#damage = heard;
      return;
    }
    this.reset(); // first: what the block makes its hearer do may bring the next characters
    this.#deliver(heard);
  }
}
