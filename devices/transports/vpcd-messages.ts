import { concat } from "../../simulator/kernel/bytes.ts";
import { ByteQueue } from "./byte-queue.ts";

/**
 * Messages of vpcd, the virtual reader of the vsmartcard project (virtual-pcsc.md §4). Both ways: two bytes of length,
 * most significant first, then the payload.
 */
interface MessageRow {
  /** The payload in hexadecimal; undefined stands for a command APDU, anything of two bytes and more. */
  readonly payload: string | undefined;
  readonly message: "power-off" | "power-on" | "reset" | "give-atr" | "command";
  /** Messages without an answer must not be answered: the driver would take the answer for the next one. */
  readonly answered: boolean;
  /** Proof of the row: what passes on the wire. */
  readonly vector: string;
}

/** The five messages from the driver. */
export const vpcdMessages: readonly MessageRow[] = [
  { payload: "00", message: "power-off", answered: false, vector: "0001 00" },
  { payload: "01", message: "power-on", answered: false, vector: "0001 01" },
  { payload: "02", message: "reset", answered: false, vector: "0001 02" },
  { payload: "04", message: "give-atr", answered: true, vector: "0001 04" },
  { payload: undefined, message: "command", answered: true, vector: "0004 00200080" },
];

/** What the driver wants; undefined for a payload that means nothing (empty, or one byte that is in no row). */
export function messageOf(payload: Uint8Array): MessageRow["message"] | undefined {
  if (payload.length > 1) return "command";
  const hex = Buffer.from(payload).toString("hex");
  return vpcdMessages.find((row) => row.payload === hex)?.message;
}

/** The longest payload the length field can say. */
export const MAX_PAYLOAD_BYTES = 0xffff;

/** A payload of at most {@link MAX_PAYLOAD_BYTES} behind its length. */
export function frame(payload: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(payload.length >> 8, payload.length & 255), payload);
}

const LENGTH_BYTES = 2;

/** Cuts the driver's bytes into payloads, however the network cut them: length and payload come in separate segments. */
export class PayloadReader {
  readonly #bytes = new ByteQueue();

  push(chunk: Uint8Array): void {
    this.#bytes.push(chunk);
  }

  /** The next whole payload, or undefined until more bytes come. */
  next(): Uint8Array | undefined {
    const [high, low] = [this.#bytes.at(0), this.#bytes.at(1)];
    if (high === undefined || low === undefined) return undefined;
    const lengthBytes = (high << 8) | low;
    if (this.#bytes.lengthBytes < LENGTH_BYTES + lengthBytes) return undefined;
    this.#bytes.take(LENGTH_BYTES);
    return this.#bytes.take(lengthBytes);
  }
}
