import { mutant } from "../mutant.ts";

/** Answers with what came before the card went. */
export const partOfAnAnswer = mutant({
  id: "M-B-07",
  layer: "ISO-DEP",
  title: { ja: "途切れた連鎖を応答として渡す", en: "a chain that broke off is handed on" },
  symptom: { ja: "途中までのデータが完全なものとして使われる", en: "part of the data is used as the whole" },
  source: "ours: neighbour of X45",
  caughtBy: "B-07",
  slip: (good) => ({
    ...good,
    pcd: {
      ...good.pcd,
      silence: (received) => (received.length > 0 ? { kind: "answer", bytes: received } : { kind: "removed" }),
    },
  }),
});
