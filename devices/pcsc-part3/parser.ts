import { type CommandApdu, decodeCommand } from "../iso7816/apdu.ts";
import { type StatusWord, SW } from "../iso7816/status-word.ts";
import { AUTHENTICATE_VERSION, GET_DATA_P1, INS, READER_CLASS } from "./constants.ts";
import type { PseudoApdu } from "./frame.ts";

/** A pseudo-APDU with something wrong in it, and the word it is refused with. */
export interface Refusal {
  readonly kind: "refused";
  readonly sw: StatusWord;
}

const AUTHENTICATE_BYTES = 6;
const INSTRUCTIONS: ReadonlySet<number> = new Set(Object.values(INS));

/**
 * A command for the reader, of any bytes: what it asks, its refusal (6700 for lengths, 6A81 for parameters nobody
 * supports, firmware-validation.md §6), or undefined when the command is for the card. Never throws.
 */
export function parsePseudoApdu(bytes: Uint8Array): PseudoApdu | Refusal | undefined {
  const [cla, ins] = bytes;
  if (cla !== READER_CLASS || ins === undefined || !INSTRUCTIONS.has(ins)) return undefined;
  if (ins === INS.authenticate) return olderAuthenticate(bytes);
  const command = decodeCommand(bytes);
  return command === undefined ? WRONG_LENGTH : readCommand(command);
}

/** The same for a command that is decoded already. */
export function readCommand(command: CommandApdu): PseudoApdu | Refusal | undefined {
  if (command.cla !== READER_CLASS) return undefined;
  const { p1, p2, data, ne } = command;
  const address = (p1 << 8) | p2;
  switch (command.ins) {
    case INS.getData: {
      const what = p1 === GET_DATA_P1.uid ? "uid" : p1 === GET_DATA_P1.history ? "history" : undefined;
      if (what === undefined || p2 !== 0) return NOT_SUPPORTED;
      return data.length > 0 || ne === 0 ? WRONG_LENGTH : { kind: "get-data", what, ne };
    }
    case INS.loadKeys:
      if (data.length === 0 || ne > 0) return WRONG_LENGTH;
      return { kind: "load-keys", structure: p1, keyNumber: p2, key: data };
    case INS.generalAuthenticate: {
      const [version, high = 0, low = 0, keyType = 0, keyNumber = 0] = data;
      if (data.length !== 5 || ne > 0) return WRONG_LENGTH;
      if (version !== AUTHENTICATE_VERSION || address !== 0) return NOT_SUPPORTED;
      return { kind: "general-authenticate", address: (high << 8) | low, keyType, keyNumber };
    }
    case INS.readBinary:
      return data.length > 0 || ne === 0 ? WRONG_LENGTH : { kind: "read-binary", address, ne };
    case INS.updateBinary:
      return data.length === 0 || ne > 0 ? WRONG_LENGTH : { kind: "update-binary", address, data };
    default:
      return undefined;
  }
}

function olderAuthenticate(bytes: Uint8Array): PseudoApdu | Refusal {
  const [, , high = 0, low = 0, keyType = 0, keyNumber = 0] = bytes;
  if (bytes.length !== AUTHENTICATE_BYTES) return WRONG_LENGTH;
  return { kind: "authenticate", address: (high << 8) | low, keyType, keyNumber };
}

const WRONG_LENGTH: Refusal = { kind: "refused", sw: SW.wrongLength };
const NOT_SUPPORTED: Refusal = { kind: "refused", sw: SW.functionNotSupported };
