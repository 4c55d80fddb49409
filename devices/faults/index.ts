import { applicationMissing } from "./application-missing.ts";
import { cardMisplaced } from "./card-misplaced.ts";
import { cardSwapped } from "./card-swapped.ts";
import { chipMute } from "./chip-mute.ts";
import { counterWriteLost } from "./counter-write-lost.ts";
import { earlyEndOfFile } from "./early-end-of-file.ts";
import { faceScore } from "./face-score.ts";
import { intermittentField } from "./intermittent-field.ts";
import { memoryFailure } from "./memory-failure.ts";
import { personalNumberInFile } from "./personal-number-in-file.ts";
import { powerLostBeforeSignature } from "./power-lost-before-signature.ts";
import { readerLinkCut } from "./reader-link-cut.ts";
import { readerPowerCut } from "./reader-power-cut.ts";
import { referenceNumberInFile } from "./reference-number-in-file.ts";
import { resultDamaged } from "./result-damaged.ts";
import { resultDoubled } from "./result-doubled.ts";
import { resultEncoding } from "./result-encoding.ts";
import { resultLate } from "./result-late.ts";
import { resultStray } from "./result-stray.ts";
import { resultTruncated } from "./result-truncated.ts";
import { signFailure } from "./sign-failure.ts";
import { slowChip } from "./slow-chip.ts";
import { spuriousStatusWord } from "./spurious-status-word.ts";
import { terminalStopped } from "./terminal-stopped.ts";
import { tornAtApdu } from "./torn-at-apdu.ts";
import { truncatedCertificate } from "./truncated-certificate.ts";
import { twoCards } from "./two-cards.ts";
import { unreadablePhoto } from "./unreadable-photo.ts";
import { wrongLengthAnswer } from "./wrong-length-answer.ts";

/** Faults on the counter: card, reader, terminal, folders. One line a fault. */
export const deviceFaults = [
  applicationMissing,
  cardMisplaced,
  cardSwapped,
  chipMute,
  counterWriteLost,
  earlyEndOfFile,
  faceScore,
  intermittentField,
  memoryFailure,
  personalNumberInFile,
  powerLostBeforeSignature,
  readerLinkCut,
  readerPowerCut,
  referenceNumberInFile,
  resultDamaged,
  resultDoubled,
  resultEncoding,
  resultLate,
  resultStray,
  resultTruncated,
  signFailure,
  slowChip,
  spuriousStatusWord,
  terminalStopped,
  tornAtApdu,
  truncatedCertificate,
  twoCards,
  unreadablePhoto,
  wrongLengthAnswer,
] as const;
