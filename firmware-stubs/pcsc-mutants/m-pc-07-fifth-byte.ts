import { concat } from "../../simulator/kernel/bytes.ts";
import { pcscMutant } from "../mutant.ts";

const CASE_1_BYTES = 4;
const P3 = Uint8Array.of(0x00);

/** Makes five bytes of four, as T=0 would. */
export const fifthByte = pcscMutant({
  id: "M-PC-07",
  layer: "PC/SC",
  title: { ja: "4バイトのコマンドに00を付ける", en: "00 is added to a command of four bytes" },
  symptom: { ja: "求めていないデータが返る", en: "data come that nobody asked for" },
  source: "ours: neighbour of X28",
  caughtBy: "PC-07",
  slip: (good) => ({ ...good, toCard: (command) => (command.length === CASE_1_BYTES ? concat(command, P3) : command) }),
});
