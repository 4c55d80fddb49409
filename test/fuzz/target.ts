import type { Rng } from "../../simulator/kernel/rng.ts";

/** Something that takes bytes from outside, with whatever state it keeps between two pieces of them. */
export interface Machine {
  /** One piece. Whatever the bytes are: no throw, no end of time, no more memory than before. */
  feed(piece: Uint8Array): void;
  /** Told when the bytes are over; throws unless the machine still does what it is for. */
  recovers?(): void;
}

/** One row of the fuzz: a machine, and bytes it could almost believe. */
export interface FuzzTarget {
  readonly name: string;
  /** A stream is cut anywhere, into pieces of 1 to 2,000 bytes; a parser of whole messages gets them whole. */
  readonly input: "stream" | { readonly longestMessageBytes: number };
  /** A message as it ought to be: it is harmed before it is fed, or now and then it is not. */
  readonly message: (rng: Rng) => Uint8Array;
  readonly make: (rng: Rng) => Machine;
}
