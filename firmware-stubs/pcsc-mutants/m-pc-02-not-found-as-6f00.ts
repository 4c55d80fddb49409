import { concat, fromHex, sameBytes } from "../../simulator/kernel/bytes.ts";
import { pcscMutant } from "../mutant.ts";

const NOT_FOUND = fromHex("6A82");
const NO_DIAGNOSIS = fromHex("6F00");

const translated = (response: Uint8Array): Uint8Array =>
  sameBytes(response.subarray(-2), NOT_FOUND) ? concat(response.slice(0, -2), NO_DIAGNOSIS) : response;

/** Has one word for whatever the card does not find. */
export const notFoundAs6f00 = pcscMutant({
  id: "M-PC-02",
  layer: "PC/SC",
  title: { ja: "6A82を6F00に置き換える", en: "6A82 comes out as 6F00" },
  symptom: {
    ja: "別のカードが「故障したカード」として表示される",
    en: "another kind of card is told as a broken one",
  },
  source: "ours: neighbour of X43",
  caughtBy: "PC-02",
  slip: (good) => ({ ...good, toProgram: translated }),
});
