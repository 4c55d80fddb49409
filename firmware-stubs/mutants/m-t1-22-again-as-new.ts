import { otherNumber } from "../../devices/t1/block.ts";
import { mutant } from "../mutant.ts";

/** Sends a block again under the next number. */
export const againAsNew = mutant({
  id: "M-T1-22",
  layer: "T=1",
  title: { ja: "再送のたびに番号を変える", en: "a block that is sent again gets a new number" },
  symptom: { ja: "コマンドが二重に実行される", en: "a command is carried out twice" },
  source: "thought out: a slip behind T1-22",
  caughtBy: "T1-22",
  slip: (good) => ({
    ...good,
    t1: { ...good.t1, again: (last) => (last.kind === "I" ? { ...last, ns: otherNumber(last.ns) } : last) },
  }),
});
