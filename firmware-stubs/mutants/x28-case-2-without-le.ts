import { mutant } from "../mutant.ts";

const CASE_2_BYTES = 5;

/** Takes the Le of a case 2 command for nothing. */
export const case2WithoutLe = mutant({
  id: "X28",
  layer: "APDU",
  title: { ja: "ケース2のLeを失う", en: "a case 2 command loses its Le" },
  symptom: { ja: "カードが6700を返す", en: "the card answers 6700" },
  source: "firmware-validation.md §9 X28: the public driver notes it of a keyboard reader",
  caughtBy: "AP-03",
  slip: (good) => ({
    ...good,
    apdu: { ...good.apdu, toCard: (command) => (command.length === CASE_2_BYTES ? command.slice(0, -1) : command) },
  }),
});
