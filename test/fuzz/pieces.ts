import { concat } from "../../simulator/kernel/bytes.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { harmed } from "./harm.ts";
import type { FuzzTarget } from "./target.ts";

const LONGEST_PIECE_BYTES = 2_000;
/** Most frames are short, and what breaks at a cut breaks where cuts are many. */
const SHORT_PIECE_BYTES = 24;
/** Messages of one stretch of a stream, plain noise or half-true, before the next one. */
const STRETCH_MESSAGES = 32;
const PLAIN = { parts: 1, of: 4 } as const;

/** What a target is fed, without end: the same pieces for the same chance. */
export function* piecesFor({ input, message }: FuzzTarget, rng: Rng): Generator<Uint8Array, never> {
  while (true) {
    if (input === "stream") yield* cut(rng, stretch(rng, message));
    else yield rng.chance(PLAIN) ? rng.bytes(rng.below(input.longestMessageBytes + 1)) : harmed(rng, message(rng));
  }
}

function stretch(rng: Rng, message: FuzzTarget["message"]): Uint8Array {
  if (rng.chance(PLAIN)) return rng.bytes(1 + rng.below(LONGEST_PIECE_BYTES));
  return concat(...Array.from({ length: 1 + rng.below(STRETCH_MESSAGES) }, () => harmed(rng, message(rng))));
}

function* cut(rng: Rng, bytes: Uint8Array): Generator<Uint8Array> {
  const longest = rng.pick([SHORT_PIECE_BYTES, LONGEST_PIECE_BYTES]);
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + rng.below(longest);
    yield bytes.slice(at, end);
    at = end;
  }
}
