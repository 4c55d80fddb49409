import { mutant } from "../mutant.ts";

/** What a small transmitter holds; what is written meanwhile comes behind its first load. */
const FIFO_BYTES = 32;
const inFifo = (notices: Uint8Array, answer: Uint8Array): readonly Uint8Array[] =>
  answer.length > FIFO_BYTES
    ? [answer.subarray(0, FIFO_BYTES), notices, answer.subarray(FIFO_BYTES)]
    : [notices, answer];

/** Writes a notice when its transmitter has room, which is in the middle of a long answer. */
export const movementInsideFrame = mutant({
  id: "X02",
  layer: "serial",
  title: { ja: "フレームの途中に移動通知を挟む", en: "a notice stands inside a frame" },
  symptom: { ja: "長さとLRCが合わず、応答が読めない", en: "length and LRC are wrong, the answer cannot be read" },
  source: "firmware-validation.md §9 X02: the public driver tells of time-outs after a movement",
  caughtBy: "SR-09",
  slip: (good) => ({ ...good, line: { ...good.line, withNotices: (notices, answer) => inFifo(notices, answer) } }),
});
