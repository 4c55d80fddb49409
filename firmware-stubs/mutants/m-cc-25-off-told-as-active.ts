import { mutant } from "../mutant.ts";

/** Says of every card that lies there that it has power. */
export const offToldAsActive = mutant({
  id: "M-CC-25",
  layer: "CCID",
  title: { ja: "電源のないカードを動作中と返す", en: "a card without power is told as active" },
  symptom: { ja: "ホストが電源を入れずに通信して失敗する", en: "the host sends commands to a card without power" },
  source: "our own; firmware-validation.md §1.1",
  caughtBy: "CC-25",
  slip: (good) => ({
    ...good,
    command: { ...good.command, iccStatus: (state) => good.command.iccStatus(state === "inactive" ? "active" : state) },
  }),
});
