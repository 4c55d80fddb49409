import { type CommandApdu, response } from "../iso7816/apdu.ts";
import { SW } from "../iso7816/status-word.ts";
import type { CardReply } from "./application.ts";
import { statusOnly } from "./commands/status-only.ts";

const READER_CLASS = 0xff;
const GET_DATA = 0xca;
/** P1 of the reader's own GET DATA: the UID, IDm or PUPI; 01 asks for historical bytes, which no card here has apart. */
const UID = 0x00;
const WRONG_LE = 0x6c00;
/** Le 00, "as much as there is", and every extended one. */
const ANY_LENGTH = 256;

/** True for the command by which a contactless reader is asked what it counted the card by (PC/SC part 3 §3.2.2.1.3). */
export const asksUid = ({ cla, ins }: CommandApdu): boolean => cla === READER_CLASS && ins === GET_DATA;

/** The reader's answer to GET DATA `FF CA 00 00 Le`; its status words as firmware-validation.md §6 has them. */
export function tellUid({ p1, p2, data, ne }: CommandApdu, uid: Uint8Array): CardReply {
  if (p1 !== UID || p2 !== 0) return statusOnly(SW.functionNotSupported);
  if (data.length > 0 || ne === 0) return statusOnly(SW.wrongLength);
  if (ne < uid.length) return statusOnly(WRONG_LE | uid.length);
  return { response: response(ne > uid.length && ne < ANY_LENGTH ? SW.endOfFile : SW.ok, uid) };
}
