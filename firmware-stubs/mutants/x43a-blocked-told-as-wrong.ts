import { mutant } from "../mutant.ts";

/** Tells the host of a blocked PIN as of a wrong one. */
export const blockedToldAsWrong = mutant({
  id: "X43a",
  layer: "PIN",
  title: { ja: "閉塞6983を63C0に変える", en: "6983 is told as 63C0" },
  symptom: { ja: "閉塞なのに「暗証番号が違います」と案内される", en: "a lock is told as a wrong PIN" },
  source: "firmware-validation.md §9 X43",
  caughtBy: "AP-08",
  slip: (good) => ({
    ...good,
    apdu: { ...good.apdu, toHost: (response) => (isBlocked(response) ? Uint8Array.of(0x63, 0xc0) : response) },
  }),
});

const isBlocked = ([sw1, sw2]: Uint8Array): boolean => sw1 === 0x69 && sw2 === 0x83;
