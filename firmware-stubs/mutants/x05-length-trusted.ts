import { mutant } from "../mutant.ts";

/** Reads a message of up to 1 MiB to its end, whatever its buffer holds. */
export const lengthTrusted = mutant({
  id: "X05",
  layer: "serial",
  title: { ja: "dwLengthを信用する", en: "dwLength is trusted" },
  symptom: { ja: "続くフレームが本体として飲み込まれる", en: "the frames behind it are swallowed as its body" },
  source: "firmware-validation.md §9 X05: the public driver checks it",
  caughtBy: "SR-06",
  slip: (good) => ({ ...good, line: { ...good.line, longestMessageBytes: () => 0x10_0000 } }),
});
