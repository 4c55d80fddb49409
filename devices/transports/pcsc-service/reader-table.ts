import { MAX_READERS } from "./constants.ts";
import { readerState } from "./messages.ts";

const ROW_BYTES = readerState.lengthBytes;

/** The table of all readers as programs get it: {@link MAX_READERS} rows of `READER_STATE`, empty rows all zeros. */
export class ReaderTable {
  readonly #bytes = Buffer.alloc(MAX_READERS * ROW_BYTES);

  /** The row with this number, for the reader that stands in it. */
  row(index: number): ReaderRow {
    return new ReaderRow(this.#bytes.subarray(index * ROW_BYTES, (index + 1) * ROW_BYTES));
  }

  /** A copy, to be sent. */
  copy(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

/** One row, written field by field where it lies: it changes with every connect. */
export class ReaderRow {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  set reader(name: string) {
    this.#bytes.fill(0, readerState.at.reader, readerState.at.eventCounter);
    this.#bytes.write(name, readerState.at.reader, "utf8");
  }

  set eventCounter(count: number) {
    this.#bytes.writeUInt32LE(count, readerState.at.eventCounter);
  }

  set cardState(state: number) {
    this.#bytes.writeUInt32LE(state, readerState.at.cardState);
  }

  get sharing(): number {
    return this.#bytes.readUInt32LE(readerState.at.sharing);
  }

  set sharing(sharing: number) {
    this.#bytes.writeUInt32LE(sharing, readerState.at.sharing);
  }

  set protocol(protocol: number) {
    this.#bytes.writeUInt32LE(protocol, readerState.at.protocol);
  }

  set atr(atr: Uint8Array) {
    this.#bytes.fill(0, readerState.at.atr, readerState.at.filler);
    this.#bytes.set(atr, readerState.at.atr);
    this.#bytes.writeUInt32LE(atr.length, readerState.at.atrLength);
  }

  clear(): void {
    this.#bytes.fill(0);
  }
}
