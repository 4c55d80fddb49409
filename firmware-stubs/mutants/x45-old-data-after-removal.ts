import { MUTE } from "../../devices/ccid-reader/icc-slot.ts";
import { mutant } from "../mutant.ts";

/** Answers with what is left in the buffer when the card goes. */
export const oldDataAfterRemoval = mutant({
  id: "X45",
  layer: "removal",
  title: { ja: "取り外し後に前のデータで応答する", en: "the command finishes after the removal with old data" },
  symptom: { ja: "前の人の情報が表示される", en: "the data of another patient are shown" },
  source: "firmware-validation.md §9 X45: inferred, pyscard#63",
  caughtBy: "AP-10",
  slip: (good) => ({
    ...good,
    power: { ...good.power, afterRemoval: (last) => (last === undefined ? MUTE : { data: last }) },
  }),
});
