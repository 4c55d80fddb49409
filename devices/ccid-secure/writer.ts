import { concat } from "../../simulator/kernel/bytes.ts";
import { JAPANESE, PIN_OPERATION, VALIDATION } from "./constants.ts";
import { pinVerification } from "./frame.ts";

/** PIN entry as a terminal asks for it: ASCII digits from the left of a block as long as the longest PIN. */
export interface PinEntryWish {
  readonly timeoutS: number;
  readonly minDigits: number;
  readonly maxDigits: number;
  /** VERIFY with room for the PIN: header, Lc, filler. */
  readonly command: Uint8Array;
}

/** bmFormatString: the unit is bytes, offset 0, from the left, ASCII. */
const ASCII_FROM_THE_LEFT = 0x82;

/** Data of PC_to_RDR_Secure for a PIN verification. */
export function writePinRequest({ timeoutS, minDigits, maxDigits, command }: PinEntryWish): Uint8Array {
  const structure = pinVerification.encode({
    bPINOperation: PIN_OPERATION.verify,
    bTimeOut: timeoutS,
    bmFormatString: ASCII_FROM_THE_LEFT,
    bmPINBlockString: maxDigits & 0x0f,
    bmPINLengthFormat: 0,
    bMaxDigits: maxDigits,
    bMinDigits: minDigits,
    bEntryValidationCondition: VALIDATION.key,
    bNumberMessage: 1,
    wLangId: JAPANESE,
    bMsgIndex: 0,
    bTeoPrologue: new Uint8Array(3),
  });
  return concat(structure, command);
}
