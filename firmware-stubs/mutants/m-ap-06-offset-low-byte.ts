import { mutant } from "../mutant.ts";

const READ_BINARY = 0xb0;
const P2_AT = 3;

/** Reads from where P1 says, whatever P2 says. */
export const offsetLowByte = mutant({
  id: "M-AP-06",
  layer: "APDU",
  title: { ja: "READ BINARYのP2を失う", en: "READ BINARY loses P2" },
  symptom: { ja: "2回目の読み出しで先頭が返る", en: "the second read gives the beginning again" },
  source: "ours: for the read of 300 bytes in firmware-validation.md §8",
  caughtBy: "AP-06",
  slip: (good) => ({
    ...good,
    apdu: {
      ...good.apdu,
      toCard: (command) =>
        command[1] === READ_BINARY ? command.map((byte, at) => (at === P2_AT ? 0 : byte)) : command,
    },
  }),
});
