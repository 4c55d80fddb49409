import { mutant } from "../mutant.ts";

/** Gives up when activation fails once. */
export const oneTryToActivate = mutant({
  id: "X36",
  layer: "ISO-DEP",
  title: { ja: "活性化を1回しか試さない", en: "activation is tried once" },
  symptom: { ja: "カードがあるのにメッセージ001が出る", en: "message 001 is shown with a card there" },
  source: "firmware-validation.md §9 X36: PCSC#102",
  caughtBy: "B-01",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, activationTries: 1 } }),
});
