import type { Bilingual } from "../../../../simulator/kernel/bilingual.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { type FirmwareCheck, firmwareCheck } from "../../firmware-check.ts";

/** A check of set HU: a person at the PIN pad, and a card with contacts in the reader. */
export interface PadCheck<I extends string> extends Omit<FirmwareCheck<I>, "set" | "needs" | "run"> {
  readonly play: (bench: Bench) => Process<Bilingual>;
}

/** Declares a check of set HU. */
export function padCheck<const I extends string>({ play, ...declaration }: PadCheck<I>): FirmwareCheck<I> {
  return firmwareCheck({ ...declaration, set: "HU", needs: ["ccid", "bench", "t1", "pin-pad"], run: play });
}
