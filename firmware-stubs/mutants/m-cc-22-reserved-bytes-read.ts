import { mutant } from "../mutant.ts";

/** Refuses a command whose reserved bytes are not 0. */
export const reservedBytesRead = mutant({
  id: "M-CC-22",
  layer: "CCID",
  title: { ja: "予約バイトが0でないと拒否する", en: "reserved bytes have to be 0" },
  symptom: { ja: "新しいホストのコマンドが拒否される", en: "commands of a newer host are refused" },
  source: "our own; firmware-validation.md §8: reserved bytes ignored",
  caughtBy: "CC-22",
  slip: (good) => ({ ...good, command: { ...good.command, readsReservedBytes: true } }),
});
