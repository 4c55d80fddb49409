import { pcscMutant } from "../mutant.ts";

const LC_AT = 4;
/** A command with short Lc and without Le, whose Lc is not what follows. */
const isOff = (command: Uint8Array): boolean =>
  command.length > LC_AT + 1 && command[LC_AT] !== 0 && command[LC_AT] === command.length - LC_AT;

/** Puts an Lc right that counts one byte too many. */
export const lengthCorrected = pcscMutant({
  id: "M-PC-07b",
  layer: "PC/SC",
  title: { ja: "誤ったLcを書き直す", en: "a wrong Lc is put right" },
  symptom: { ja: "壊れたコマンドが実行される", en: "a broken command is carried out" },
  source: "ours",
  caughtBy: "PC-07",
  slip: (good) => ({
    ...good,
    toCard: (command) => (isOff(command) ? command.with(LC_AT, command.length - LC_AT - 1) : command),
  }),
});
