import { mutant } from "../mutant.ts";

const HEADER_BYTES = 4;

/** Leaves Le out where it is 00, as if it meant no data. */
export const leZeroLeftOut = mutant({
  id: "X38b",
  layer: "APDU",
  title: { ja: "Le=00を送らない", en: "Le 00 is left out" },
  symptom: { ja: "256バイトのデータが得られない", en: "256 bytes are missing" },
  source: "firmware-validation.md §9 X38",
  caughtBy: "AP-02",
  slip: (good) => ({
    ...good,
    apdu: {
      ...good.apdu,
      withLe: (command, le) => (le === 0 ? command.slice(0, HEADER_BYTES) : good.apdu.withLe(command, le)),
    },
  }),
});
