import { type KeyObject, verify } from "node:crypto";
import type { CardOrder } from "../../../../devices/cards/issue.ts";
import { fromHex, latin1, sameBytes, toHex } from "../../../../simulator/kernel/bytes.ts";
import { MESSAGE, R } from "../apdus.ts";

/** What an answer has to be. */
export interface Answer {
  readonly sw: string;
  /** Bytes of data. */
  readonly bytes: number;
  /** What the data have to be, where more than their number matters. */
  readonly data?: (data: Uint8Array) => boolean;
}

/** One command of a client and what it needs to hear. */
export interface Exchange {
  readonly send: string;
  readonly answer: Answer;
  readonly why: string;
}

/** What happens to the card between two commands. */
export interface Incident {
  readonly happens: "power cut" | "reset";
  readonly why: string;
}

export type Step = Exchange | Incident;

/** What a client does with one card, from power-up on. */
export interface Conversation {
  readonly does: string;
  readonly steps: readonly Step[];
  /** What is laid over the order of the fixture's card. */
  readonly order?: Partial<CardOrder>;
}

/** A program that talks to real cards, as my-number-card.md §5 recorded or read it. */
export interface Client {
  readonly name: string;
  readonly conversations: readonly Conversation[];
}

/** Data of this length, with 9000. */
export const bytes = (count: number): Answer => ({ sw: "9000", bytes: count });
/** These data, with 9000. */
export const exactly = (wanted: Uint8Array): Answer => ({
  sw: "9000",
  bytes: wanted.length,
  data: (data) => sameBytes(data, wanted),
});
/** Data of this length that begin so, with 9000. */
export const beginning = (count: number, hex: string): Answer => ({
  sw: "9000",
  bytes: count,
  data: (data) => toHex(data).startsWith(hex.replaceAll(" ", "")),
});
/** Data that read as Latin-1 match, with 9000. */
export const matching = (count: number, wanted: RegExp): Answer => ({
  sw: "9000",
  bytes: count,
  data: (data) => wanted.test(latin1(data)),
});
/** A PKCS#1 v1.5 SHA-256 signature over {@link MESSAGE}, as node:crypto verifies it. */
export const signatureBy = (key: KeyObject): Answer => ({
  sw: "9000",
  bytes: 256,
  data: (data) => verify("sha256", fromHex(MESSAGE), key, data),
});

/** One exchange; a status word alone stands for an answer without data. */
export const step = (send: string, answer: Answer | string, why: string): Exchange => ({
  send,
  answer: typeof answer === "string" ? { sw: answer, bytes: 0 } : answer,
  why,
});

/** READ BINARY of the current EF in pieces of at most `most` bytes, the last one exact. */
export function chunks(content: Uint8Array, why: string, from = 0, most = 256): readonly Exchange[] {
  const offsets = Array.from({ length: Math.ceil((content.length - from) / most) }, (_, at) => from + at * most);
  return offsets.map((offset) => {
    const piece = content.slice(offset, offset + most);
    return step(R(offset, piece.length), exactly(piece), `${why}, from ${offset}`);
  });
}

/** A file as it lies on the card: the value and FF up to its physical size. */
export function padded(value: Uint8Array, size = 2048): Uint8Array {
  const physical = new Uint8Array(size).fill(0xff);
  physical.set(value);
  return physical;
}
