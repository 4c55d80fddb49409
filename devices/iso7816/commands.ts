import { concat } from "../../simulator/kernel/bytes.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { type CommandApdu, command, type ResponseApdu } from "./apdu.ts";
import { SW } from "./status-word.ts";

/** SELECT by name without FCI. */
export const selectApplication = (aid: Uint8Array): CommandApdu => command(0x00, 0xa4, 0x04, 0x0c, aid);

/** SELECT an EF of the current application. */
export const selectFile = (fid: number): CommandApdu =>
  command(0x00, 0xa4, 0x02, 0x0c, Uint8Array.of(fid >> 8, fid & 255));

/** VERIFY the current PIN; the digits go raw, without padding (my-number-card.md §2.4). */
export const verifyPin = (digits: string): CommandApdu =>
  command(0x00, 0x20, 0x00, 0x80, Uint8Array.from(Buffer.from(digits, "latin1")));

/** Asks the counter of the current PIN: costs no try. */
export const queryPin = (): CommandApdu => command(0x00, 0x20, 0x00, 0x80);

/** READ BINARY of the current EF from an offset. */
export const readBinary = (offset: number, ne: number): CommandApdu =>
  command(0x00, 0xb0, offset >> 8, offset & 255, undefined, ne);

/** COMPUTE DIGITAL SIGNATURE over a DigestInfo with the current key (P2 80) or the application's default key (P2 00). */
export const computeSignature = (digestInfo: Uint8Array, p2: 0x80 | 0x00): CommandApdu =>
  command(0x80, 0x2a, 0x00, p2, digestInfo, 256);

const SHA256_PREFIX = Uint8Array.from(Buffer.from("3031300d060960864801650304020105000420", "hex"));

/** DigestInfo of a SHA-256 value, 51 bytes (my-number-card.md §2.6). */
export const digestInfo = (sha256: Uint8Array): Uint8Array => concat(SHA256_PREFIX, sha256);

const CHUNK_BYTES = 256;
/** Files are addressed with 15 bits. */
const MAX_FILE_BYTES = 0x8000;

/** Sends one command and brings back the answer. */
export type Transmit = (apdu: CommandApdu) => Process<ResponseApdu>;

/**
 * Reads the current EF as far as its first BER-TLV object reaches: the length comes from the header, because a file may
 * be padded (my-number-card.md §1.2). Undefined when the card refuses or the object makes no sense.
 */
export function* readObject(transmit: Transmit): Process<Uint8Array | undefined> {
  const first = yield* transmit(readBinary(0, CHUNK_BYTES));
  if (first.sw !== SW.ok) return undefined;
  const total = objectLength(first.data);
  if (total === undefined || total > MAX_FILE_BYTES) return undefined;
  const parts = [first.data];
  let read = first.data.length;
  while (read < total) {
    const next = yield* transmit(readBinary(read, Math.min(CHUNK_BYTES, total - read)));
    if (next.sw !== SW.ok || next.data.length === 0) return undefined;
    parts.push(next.data);
    read += next.data.length;
  }
  return concat(...parts).slice(0, total);
}

/** Bytes of tag, length and value announced by the header; tags of one or two bytes. */
function objectLength(head: Uint8Array): number | undefined {
  const at = ((head[0] ?? 0) & 0x1f) === 0x1f ? 2 : 1;
  const first = head[at];
  if (first === undefined) return undefined;
  if (first < 0x80) return at + 1 + first;
  if (first === 0x81) return at + 2 + (head[at + 1] ?? 0);
  if (first === 0x82) return at + 3 + ((head[at + 1] ?? 0) << 8) + (head[at + 2] ?? 0);
  return undefined;
}
