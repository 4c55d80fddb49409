import { pcscMutant } from "../mutant.ts";

const CASE_2_BYTES = 5;
const withoutLe00 = (command: Uint8Array): Uint8Array =>
  command.length === CASE_2_BYTES && command[4] === 0x00 ? command.slice(0, 4) : command;

/** Takes Le 00 for "no answer is wanted". */
export const le00Lost = pcscMutant({
  id: "M-PC-03",
  layer: "PC/SC",
  title: { ja: "Le 00を「なし」と解釈する", en: "Le 00 is taken for none" },
  symptom: { ja: "256バイトの読み出しが空で返る", en: "reads of 256 bytes come back empty" },
  source: "firmware-validation.md §6: short Le 00 is 256; neighbour of X38",
  caughtBy: "PC-03",
  alsoCaughtBy: {
    "PC-04": "the pieces of the certificate are read with Le 00",
    "PC-05": "GET DATA has Le 00 as well",
  },
  slip: (good) => ({ ...good, toCard: withoutLe00 }),
});
