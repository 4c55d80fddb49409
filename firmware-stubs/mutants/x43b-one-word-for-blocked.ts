import { mutant } from "../mutant.ts";

/** Knows ISO's word for a blocked PIN alone and turns the other into it. */
export const oneWordForBlocked = mutant({
  id: "X43b",
  layer: "PIN",
  title: { ja: "6984を6983に読み替える", en: "6984 is told as 6983" },
  symptom: { ja: "カードが返した語がホストに届かない", en: "the host never sees the word the card has for it" },
  source: "ours: neighbour of X43; which word cards use is in my-number-card.md §2.4",
  caughtBy: "AP-08",
  slip: (good) => ({
    ...good,
    apdu: { ...good.apdu, toHost: (response) => (isNotUsable(response) ? Uint8Array.of(0x69, 0x83) : response) },
  }),
});

const isNotUsable = ([sw1, sw2]: Uint8Array): boolean => sw1 === 0x69 && sw2 === 0x84;
