import { pcscMutant } from "../mutant.ts";

const FIRST_PART_BYTES = 256;
const withZeros = (response: Uint8Array): Uint8Array => response.slice().fill(0, FIRST_PART_BYTES, response.length - 2);
const onlyLong = (response: Uint8Array): Uint8Array =>
  response.length - 2 > FIRST_PART_BYTES ? withZeros(response) : response;

/** Copies the first part of a long answer, and leaves the rest of its buffer as it was. */
export const zerosBehind256 = pcscMutant({
  id: "M-PC-04",
  layer: "PC/SC",
  title: { ja: "長い応答の257バイト目以降がゼロ", en: "a long answer is zeros behind its first 256 bytes" },
  symptom: { ja: "証明書の署名検証に失敗する", en: "the signature of a certificate does not verify" },
  source: "firmware-validation.md §9 X13: CCID#85, a long answer came back as zeros",
  caughtBy: "PC-04",
  slip: (good) => ({ ...good, toProgram: onlyLong }),
});
