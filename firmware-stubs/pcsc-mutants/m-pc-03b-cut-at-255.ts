import { concat } from "../../simulator/kernel/bytes.ts";
import { pcscMutant } from "../mutant.ts";

const MOST_DATA_BYTES = 255;
const cut = (response: Uint8Array): Uint8Array =>
  response.length - 2 > MOST_DATA_BYTES ? concat(response.slice(0, MOST_DATA_BYTES), response.slice(-2)) : response;

/** Counts the data of an answer in one byte. */
export const cutAt255 = pcscMutant({
  id: "M-PC-03b",
  layer: "PC/SC",
  title: { ja: "応答データを255バイトで切る", en: "the data of an answer are cut at 255 bytes" },
  symptom: { ja: "証明書が壊れる", en: "certificates are broken" },
  source: "firmware-validation.md §9 X39",
  caughtBy: "PC-03",
  alsoCaughtBy: { "PC-04": "a long answer is cut as well" },
  slip: (good) => ({ ...good, toProgram: cut }),
});
