import { fromHex } from "../../simulator/kernel/bytes.ts";
import { layout, raw, u8, u16le } from "../../simulator/kernel/layout.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";
import { JAPANESE, PIN_OPERATION, VALIDATION } from "./constants.ts";

/**
 * The PIN verification data structure as it stands from byte 10 of PC_to_RDR_Secure, without the command behind it.
 * `bMaxDigits` and `bMinDigits` are the two bytes of wPINMaxExtraDigit.
 */
export const pinVerification = layout({
  bPINOperation: u8,
  bTimeOut: u8,
  bmFormatString: u8,
  bmPINBlockString: u8,
  bmPINLengthFormat: u8,
  bMaxDigits: u8,
  bMinDigits: u8,
  bEntryValidationCondition: u8,
  bNumberMessage: u8,
  wLangId: u16le,
  bMsgIndex: u8,
  bTeoPrologue: raw(3),
});

/** A decoded structure. */
export type PinVerification = ReturnType<typeof pinVerification.decode>;

/** Proof of the layout (firmware-validation.md §2 "Secure verify seq 06", its first 15 data bytes). */
export const pinVerificationVectors: readonly Vector<PinVerification>[] = [
  {
    title: "four digits, ASCII from the left, 30 s, Japanese",
    bytes: "00 1E 82 04 00 04 04 02 01 11 04 00 00 00 00",
    value: {
      bPINOperation: PIN_OPERATION.verify,
      bTimeOut: 30,
      bmFormatString: 0x82,
      bmPINBlockString: 0x04,
      bmPINLengthFormat: 0x00,
      bMaxDigits: 4,
      bMinDigits: 4,
      bEntryValidationCondition: VALIDATION.key,
      bNumberMessage: 1,
      wLangId: JAPANESE,
      bMsgIndex: 0,
      bTeoPrologue: fromHex("00 00 00"),
    },
  },
];
