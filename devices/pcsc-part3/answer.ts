import { type CommandApdu, type ResponseApdu, response } from "../iso7816/apdu.ts";
import { SW } from "../iso7816/status-word.ts";
import { INS, READER_CLASS } from "./constants.ts";
import type { PseudoApdu } from "./frame.ts";
import { parsePseudoApdu, type Refusal, readCommand } from "./parser.ts";

/** What a reader knows of the card before it. */
export interface KnownCard {
  /** UID, IDm or PUPI. */
  readonly uid: Uint8Array;
  /** Historical bytes of its ATS; only a Type A card has them apart (PC/SC 2.01 part 3 §3.2.2.1.3 [K]). */
  readonly history?: Uint8Array;
}

const WRONG_LE = 0x6c00;
/** Le 00, "as much as there is", and every extended one. */
const ANY_LENGTH = 256;

/** True for the command by which a contactless reader is asked what it counted the card by. */
export const asksIdentity = ({ cla, ins }: CommandApdu): boolean => cla === READER_CLASS && ins === INS.getData;

/** The reader's answer to GET DATA; 6A81 to anything else. */
export function tellIdentity(command: CommandApdu, card: KnownCard): ResponseApdu {
  return answerTo(readCommand(command), card);
}

/**
 * The reader's answer to a command of any bytes, or undefined when the command is for the card. Keys and blocks belong to
 * memory cards, none of which is read here: 6A81, as was seen with a FeliCa card (Stack Overflow 35718553).
 */
export function answerPseudoApdu(bytes: Uint8Array, card: KnownCard): ResponseApdu | undefined {
  const asked = parsePseudoApdu(bytes);
  return asked === undefined ? undefined : answerTo(asked, card);
}

function answerTo(asked: PseudoApdu | Refusal | undefined, { uid, history }: KnownCard): ResponseApdu {
  if (asked?.kind === "refused") return response(asked.sw);
  if (asked?.kind !== "get-data") return response(SW.functionNotSupported);
  const data = asked.what === "uid" ? uid : history;
  if (data === undefined) return response(SW.functionNotSupported);
  const { ne } = asked;
  if (ne < data.length) return response(WRONG_LE | data.length);
  return response(ne > data.length && ne < ANY_LENGTH ? SW.endOfFile : SW.ok, data);
}

/** What a reader answers: the status words of firmware-validation.md §6, for a card of UID 01020304 and history A0A1. */
export const answerVectors: readonly { readonly command: string; readonly response: string | undefined }[] = [
  { command: "FF CA 00 00 00", response: "01020304 9000" },
  { command: "FF CA 00 00 04", response: "01020304 9000" },
  { command: "FF CA 00 00 02", response: "6C04" },
  { command: "FF CA 00 00 08", response: "01020304 6282" },
  { command: "FF CA 00 00 00 00 00", response: "01020304 9000" },
  { command: "FF CA 01 00 00", response: "A0A1 9000" },
  { command: "FF CA 02 00 00", response: "6A81" },
  { command: "FF CA 00 01 00", response: "6A81" },
  { command: "FF CA 00 00", response: "6700" },
  { command: "FF CA 00 00 01 AA", response: "6700" },
  { command: "FF 82 00 00 06 FF FF FF FF FF FF", response: "6A81" },
  { command: "FF 82 00 00", response: "6700" },
  { command: "FF 86 00 00 05 01 00 04 60 00", response: "6A81" },
  { command: "FF 86 00 00 04 01 00 04 60", response: "6700" },
  { command: "FF 86 00 00 05 02 00 04 60 00", response: "6A81" },
  { command: "FF 88 00 04 60 00", response: "6A81" },
  { command: "FF 88 00 04 60", response: "6700" },
  { command: "FF B0 00 04 10", response: "6A81" },
  { command: "FF B0 00 04", response: "6700" },
  { command: "FF D6 00 04 01 AA", response: "6A81" },
  { command: "FF D6 00 04", response: "6700" },
  { command: "FF B0 00 04 05 AA", response: "6700" },
  { command: "FF A4 00 00", response: undefined },
  { command: "00 CA 00 00 00", response: undefined },
  { command: "FF", response: undefined },
];
