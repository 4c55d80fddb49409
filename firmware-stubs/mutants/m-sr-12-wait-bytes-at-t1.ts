import { FIRST_WAIT_BYTE } from "../../devices/ccid-serial/constants.ts";
import { mutant } from "../mutant.ts";

/** Tells the work of every card by the wait byte too. */
export const waitBytesAtT1 = mutant({
  id: "M-SR-12",
  layer: "serial",
  title: { ja: "T=1でも待ちバイトを送る", en: "wait bytes at T=1 too" },
  symptom: {
    ja: "ホストが待ちバイトを応答の先頭とみなす",
    en: "the host takes the byte for the beginning of an answer",
  },
  source: "our own; firmware-validation.md §2: T=1 uses normal time extension",
  caughtBy: "SR-12",
  slip: (good) => ({
    ...good,
    command: { ...good.command, waitBytes: (multiplier) => Uint8Array.of(FIRST_WAIT_BYTE | multiplier) },
  }),
});
