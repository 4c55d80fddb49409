import type { Bilingual } from "../../../../simulator/kernel/bilingual.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import { Antenna } from "../../antenna.ts";
import type { Bench } from "../../bench.ts";
import { type FirmwareCheck, firmwareCheck } from "../../firmware-check.ts";

/** A check of set B: what it does with the air before the antenna. */
export interface TypeBCheck<I extends string> extends Omit<FirmwareCheck<I>, "set" | "needs" | "run"> {
  readonly play: (bench: Bench, antenna: Antenna) => Process<Bilingual>;
}

/** Declares a check of set B; the air is its own, and empty again when it ends. */
export function typeBCheck<const I extends string>({ play, ...declaration }: TypeBCheck<I>): FirmwareCheck<I> {
  return firmwareCheck({
    ...declaration,
    set: "B",
    needs: ["ccid", "bench", "type-b"],
    *run(bench: Bench) {
      const antenna = new Antenna(bench);
      bench.card.setAir(bench.antennaSlot, antenna);
      try {
        return yield* play(bench, antenna);
      } finally {
        antenna.clear();
        bench.card.setAir(bench.antennaSlot, undefined);
      }
    },
  });
}
