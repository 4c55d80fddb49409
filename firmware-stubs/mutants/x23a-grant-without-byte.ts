import { mutant } from "../mutant.ts";

/** Grants time without saying how much. */
export const grantWithoutByte = mutant({
  id: "X23a",
  layer: "T=1",
  title: { ja: "S(WTX応答)に値がない", en: "S(WTX response) without its byte" },
  symptom: { ja: "カードが時間切れになる", en: "the card times out" },
  source: "firmware-validation.md §9 X23: a Swiss card, public driver 1.4.16",
  caughtBy: "T1-13",
  slip: (good) => ({ ...good, t1: { ...good.t1, wtxAnswer: () => new Uint8Array(0) } }),
});
