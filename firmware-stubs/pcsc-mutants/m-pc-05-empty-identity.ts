import { fromHex } from "../../simulator/kernel/bytes.ts";
import { pcscMutant } from "../mutant.ts";

const GET_DATA = [0xff, 0xca] as const;
const OK = fromHex("9000");

/** Says 9000 to GET DATA and nothing else. */
export const emptyIdentity = pcscMutant({
  id: "M-PC-05",
  layer: "PC/SC",
  title: { ja: "FF CAに9000だけを返す", en: "FF CA is answered with 9000 and no data" },
  symptom: { ja: "識別子が空の文字列になる", en: "whoever asks for the identifier gets an empty one" },
  source: "ours",
  caughtBy: "PC-05",
  slip: (good) => ({
    ...good,
    toProgram: (response, command) => (GET_DATA.every((byte, at) => command[at] === byte) ? OK : response),
  }),
});
