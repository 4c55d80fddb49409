import { mutant } from "../mutant.ts";

/** Takes a last piece of one byte for nothing. */
export const singleByteDropped = mutant({
  id: "M-T1-12b",
  layer: "T=1",
  title: { ja: "1バイトだけの最後のブロックを捨てる", en: "a last piece of one byte is dropped" },
  symptom: { ja: "ステータスワードが欠ける", en: "half of the status word is missing" },
  source: "thought out: a slip behind T1-12",
  caughtBy: "T1-12",
  slip: (good) => ({
    ...good,
    t1: {
      ...good.t1,
      join: (pieces) => good.t1.join(pieces.filter((piece, index) => index === 0 || piece.length > 1)),
    },
  }),
});
