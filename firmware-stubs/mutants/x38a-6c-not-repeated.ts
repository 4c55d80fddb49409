import { mutant } from "../mutant.ts";

/** Hands 6Cxx to the host. */
export const wrongLeNotRepeated = mutant({
  id: "X38a",
  layer: "APDU",
  title: { ja: "6Cxxの後に再送しない", en: "6Cxx is not answered with the command again" },
  symptom: { ja: "データが得られない", en: "the data are missing" },
  source: "firmware-validation.md §9 X38",
  caughtBy: "AP-02",
  slip: (good) => ({ ...good, apdu: { ...good.apdu, repeats6C: false } }),
});
