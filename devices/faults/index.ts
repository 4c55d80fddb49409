import { chipMute } from "./chip-mute.ts";
import { faceScore } from "./face-score.ts";
import { personalNumberInFile } from "./personal-number-in-file.ts";
import { referenceNumberInFile } from "./reference-number-in-file.ts";
import { resultDoubled } from "./result-doubled.ts";
import { resultLate } from "./result-late.ts";
import { resultStray } from "./result-stray.ts";
import { resultTruncated } from "./result-truncated.ts";

/** Faults on the counter: card, reader, terminal, folders. One line a fault. */
export const deviceFaults = [
  chipMute,
  faceScore,
  personalNumberInFile,
  referenceNumberInFile,
  resultDoubled,
  resultLate,
  resultStray,
  resultTruncated,
] as const;
