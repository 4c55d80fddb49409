import { mutant } from "../mutant.ts";

/** Carries commands to a slot it does not have out on the first one. */
export const missingSlotIsFirst = mutant({
  id: "M-CC-09",
  layer: "multi-slot",
  title: { ja: "存在しないスロットを先頭スロットとして扱う", en: "a slot that does not exist is the first one" },
  symptom: {
    ja: "ホストが実在しないスロットのカードを使う",
    en: "the host works with a card in a slot that is not there",
  },
  source: "our own; firmware-validation.md §1.2: 05, slot does not exist",
  caughtBy: "CC-09",
  slip: (good) => ({
    ...good,
    command: { ...good.command, refusal: (why) => (why === "slot" ? undefined : good.command.refusal(why)) },
  }),
});
