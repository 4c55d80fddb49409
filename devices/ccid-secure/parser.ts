import { DEFAULT_TIMEOUT_S, PIN_OPERATION, VALIDATION, VERIFY_BYTES } from "./constants.ts";
import { pinVerification } from "./frame.ts";
import { insertPins, isKnownFormat, type PinFormat } from "./pin-block.ts";

/** What the host asks of the PIN pad. */
export interface PinRequest {
  readonly timeoutMs: number;
  readonly minDigits: number;
  readonly maxDigits: number;
  /** The entry ends by itself at the last digit; else the enter key ends it. */
  readonly endsAtMaxDigits: boolean;
  readonly format: PinFormat;
  /** NAD, PCB and LEN of the block, for readers that speak blocks. */
  readonly prologue: Uint8Array;
  /** The command with room for the PIN. */
  readonly command: Uint8Array;
}

/** Index of the first byte of the message that is wrong, as bError names it (data begin at byte 10). */
export interface BadPinRequest {
  readonly badByte: number;
}

const DATA_AT = 10;
const OPERATION_AT = DATA_AT;
const FORMAT_AT = DATA_AT + 2;
const DIGITS_AT = DATA_AT + 5;
const COMMAND_AT = DATA_AT + VERIFY_BYTES;

/** Reads the data of PC_to_RDR_Secure. Never throws; a request that makes no sense names its byte. */
export function parsePinRequest(data: Uint8Array): PinRequest | BadPinRequest {
  if (data.length <= VERIFY_BYTES) return { badByte: data[0] === PIN_OPERATION.verify ? COMMAND_AT : OPERATION_AT };
  const structure = pinVerification.decode(data.subarray(0, VERIFY_BYTES));
  if (structure.bPINOperation !== PIN_OPERATION.verify) return { badByte: OPERATION_AT };
  const { bMaxDigits, bMinDigits } = structure;
  const format = {
    formatString: structure.bmFormatString,
    pinBlockString: structure.bmPINBlockString,
    pinLengthFormat: structure.bmPINLengthFormat,
  };
  if (!isKnownFormat(format)) return { badByte: FORMAT_AT };
  if (bMaxDigits === 0 || bMinDigits > bMaxDigits) return { badByte: DIGITS_AT };
  const command = data.slice(VERIFY_BYTES);
  // Seen now with the shortest PIN, so that nobody types one for a command that cannot take it.
  if (insertPins(command, format, [{ digits: "0".repeat(bMinDigits), offsetBytes: 0 }]) === undefined)
    return { badByte: COMMAND_AT };
  return {
    timeoutMs: (structure.bTimeOut || DEFAULT_TIMEOUT_S) * 1_000,
    minDigits: bMinDigits,
    maxDigits: bMaxDigits,
    endsAtMaxDigits: (structure.bEntryValidationCondition & VALIDATION.maxLength) !== 0,
    format,
    prologue: structure.bTeoPrologue,
    command,
  };
}
