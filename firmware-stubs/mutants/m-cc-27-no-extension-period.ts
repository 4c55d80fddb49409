import { mutant } from "../mutant.ts";

/** Tells the host of a card's work only when the card asks for more time. */
export const noExtensionPeriod = mutant({
  id: "M-CC-27",
  layer: "CCID",
  title: { ja: "S(WTX)なしでは時間延長を知らせない", en: "no time extension without S(WTX) of the card" },
  symptom: {
    ja: "ゆっくり応答するカードでホストが待ち切れない",
    en: "the host gives up on a card that is slow but in time",
  },
  source: "found by a second implementation: no check saw it",
  caughtBy: "CC-27",
  slip: (good) => ({ ...good, command: { ...good.command, extensionPeriodMs: undefined } }),
});
