import { atrVectors, type TypeBCard } from "../../devices/iso14443/atr.ts";
import { PiccTypeB } from "../../devices/iso14443/picc.ts";
import { T1Card } from "../../devices/t1/card.ts";
import { concat } from "../../simulator/kernel/bytes.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { VirtualLine } from "./virtual-line.ts";

/** Character waiting time of the lines of the fuzz, ms. */
export const CWT_MS = 10;
/** A command works for less than this: now and then the card has to ask for time. */
const WORK_MS = 600;
const WTX_EVERY_MS = 250;
const MUTE = { parts: 1, of: 50 } as const;
/** Longer than one message of the reader, and than one block. */
const LONG_ANSWER_BYTES = 700;

const EXAMPLE = atrVectors[0]?.card;
ensure(EXAMPLE !== undefined, "the first vector is the example");
/** What the card before an antenna says of itself. */
export const exampleCard: TypeBCard = EXAMPLE;

/** A chip that answers anything after a while: data, 61xx, 6Cxx, or nothing at all. */
function chip(line: VirtualLine, rng: Rng): (command: Uint8Array, answered: (response?: Uint8Array) => void) => void {
  return (_command, answered) => {
    const word = Uint8Array.of(rng.pick([0x90, 0x90, 0x61, 0x6c]), rng.below(256));
    const answer = concat(rng.bytes(rng.pick([0, 4, 256, LONG_ANSWER_BYTES])), word);
    line.clock.after(rng.below(WORK_MS), () => answered(rng.chance(MUTE) ? undefined : answer));
  };
}

/** A card with contacts behind T=1. */
export const contactCard = (line: VirtualLine, rng: Rng, send: (block: Uint8Array) => void): T1Card =>
  new T1Card({
    clock: line.clock,
    send,
    answer: chip(line, rng),
    ifsc: 254,
    edc: "lrc",
    wtxEveryMs: WTX_EVERY_MS,
    cwtMs: CWT_MS,
  });

/** A card of Type B. */
export const radioCard = (line: VirtualLine, rng: Rng, send: (frame: Uint8Array) => void): PiccTypeB =>
  new PiccTypeB({
    clock: line.clock,
    rng: rng.fork("card"),
    send,
    answer: chip(line, rng),
    power: () => {},
    card: exampleCard,
  });
