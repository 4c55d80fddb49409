import { fromHex } from "../../simulator/kernel/bytes.ts";
import { pcscMutant } from "../mutant.ts";

const WRONG_LENGTH = fromHex("6700");
const CASE_2_EXTENDED_BYTES = 7;
const isExtended = (command: Uint8Array): boolean => command.length === CASE_2_EXTENDED_BYTES && command[4] === 0x00;

/** Knows short lengths only. */
export const noExtendedLength = pcscMutant({
  id: "M-PC-08",
  layer: "PC/SC",
  title: { ja: "拡張Leを拒む", en: "an extended Le is refused" },
  symptom: { ja: "証明書を一度に読めず、時間がかかる", en: "a certificate takes many reads, and time" },
  source: "firmware-validation.md §9 X39: acsccid#15, an error on extended lengths",
  caughtBy: "PC-08",
  slip: (good) => ({
    ...good,
    toProgram: (response, command) => (isExtended(command) ? WRONG_LENGTH : response),
  }),
});
