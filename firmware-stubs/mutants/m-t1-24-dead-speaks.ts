import { mutant } from "../mutant.ts";

/** Talks on in a session that is over. */
export const deadSpeaks = mutant({
  id: "M-T1-24",
  layer: "T=1",
  title: { ja: "終わったセッションで送信を続ける", en: "a dead session goes on" },
  symptom: { ja: "状態の分からないカードにコマンドが届く", en: "commands reach a card nobody knows the state of" },
  source: "thought out: a slip behind T1-24",
  caughtBy: "T1-24",
  slip: (good) => ({ ...good, t1: { ...good.t1, staysDead: false } }),
});
