import { mutant } from "../mutant.ts";

/** Gives the host what came last and forgets what came before. */
export const lastPieceAlone = mutant({
  id: "X37c",
  layer: "APDU",
  title: { ja: "61xxの途中のデータを捨てる", en: "the pieces before the last are lost" },
  symptom: { ja: "応答の最後の部分だけが届く", en: "the host gets the end of an answer" },
  source: "ours: neighbour of X37",
  caughtBy: "AP-01",
  slip: (good) => ({ ...good, apdu: { ...good.apdu, join: (pieces) => pieces.at(-1) ?? new Uint8Array(0) } }),
});
