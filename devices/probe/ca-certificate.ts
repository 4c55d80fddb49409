import { X509Certificate } from "node:crypto";
import { concat } from "../../simulator/kernel/bytes.ts";
import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { readBinary, type Transmit } from "../iso7816/commands.ts";
import { SW } from "../iso7816/status-word.ts";
import { MAX_CERTIFICATE_BYTES } from "./guard.ts";

/** What a CA certificate of the card says of itself; nothing in it is the holder's. */
export type CaCertificate = {
  readonly subject: string;
  /** First and last day of validity in Japan, yyyymmdd. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** 1, 2, 3 as my-number-card.md §4.1; left out for a CA that is none of these. */
  readonly generation?: number;
};

/** First days of the generations of both CAs (my-number-card.md §4.1). */
const GENERATIONS = ["20151020", "20190914", "20230716"];
const DAY_MS = 86_400_000;
const CHUNK_BYTES = 256;

/**
 * The rest of the certificate whose first bytes were read; what follows the DER object is padding (§1.2). Undefined when
 * no object starts there, the card refuses, or it is longer than the guard lets us read.
 */
export function* restOfCertificate(transmit: Transmit, first: Uint8Array): Process<Uint8Array | undefined> {
  const total = derLength(first);
  if (total === undefined || total > MAX_CERTIFICATE_BYTES) return undefined;
  const parts = [first.subarray(0, total)];
  for (let read = first.length; read < total; ) {
    const { sw, data } = yield* transmit(readBinary(read, Math.min(CHUNK_BYTES, total - read)));
    if ((sw !== SW.ok && sw !== SW.endOfFile) || data.length === 0) return undefined;
    parts.push(data);
    read += data.length;
  }
  return concat(...parts).subarray(0, total);
}

/** Reads a CA certificate; undefined when the bytes are none. Never throws. */
export function caCertificateOf(der: Uint8Array): CaCertificate | undefined {
  try {
    const { subject, validFromDate, validToDate } = new X509Certificate(der);
    const [from, to] = [validFromDate.getTime(), validToDate.getTime()];
    if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined;
    const firstDay = dateAt(from);
    const generation = generationOf(from, subject);
    return {
      subject: printable(subject.split("\n").join(", ")),
      firstDay,
      lastDay: dateAt(to),
      ...(generation === undefined ? {} : { generation }),
    };
  } catch {
    return undefined; // X509Certificate throws on whatever it cannot read
  }
}

/** The reference gives days without their time zone, so the day in Greenwich counts as well. */
function generationOf(fromMs: number, subject: string): number | undefined {
  if (!subject.includes("OU=JPKI for ")) return undefined;
  const days: readonly string[] = [dateAt(fromMs), dateAt(fromMs - 9 * (DAY_MS / 24))];
  const index = GENERATIONS.findIndex((day) => days.includes(day));
  return index < 0 ? undefined : index + 1;
}

const MAX_SUBJECT_CHARACTERS = 200;

/** What a card wrote, fit for a terminal: no control characters, and not without end. */
export const printable = (text: string): string =>
  text.slice(0, MAX_SUBJECT_CHARACTERS).replace(/[^\x20-\x7e\u3000-\u30ff\u4e00-\u9fff]/gu, "?");

/** Bytes of tag, length and value of a SEQUENCE with a length of at most two bytes. */
function derLength(head: Uint8Array): number | undefined {
  const [tag, first = 0x80, second = 0, third = 0] = head;
  if (tag !== 0x30) return undefined;
  if (first < 0x80) return 2 + first;
  if (first === 0x81) return 3 + second;
  return first === 0x82 ? 4 + ((second << 8) | third) : undefined;
}
