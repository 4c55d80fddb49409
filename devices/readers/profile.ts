import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** Ways to confirm a person at a reader (readers-and-line.md §4, §5). */
export type ConfirmationMethod = "face" | "pin" | "visual";

/** A model of reader as data: what it can do and how long it waits. */
export interface ReaderProfile {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: string;
  readonly methods: readonly ConfirmationMethod[];
  readonly face: {
    /** Tries before the reader offers another way. */
    readonly tries: number;
    readonly tryMs: number;
    /** Accepted at this score or above, in thousandths. */
    readonly threshold: number;
  };
  /** How long a screen waits for a touch, ms. */
  readonly choiceMs: number;
  readonly pinMs: number;
  readonly consentMs: number;
  /** How long the reader waits for the card to be taken, ms. */
  readonly removalMs: number;
}
