import type { Rng } from "../../../simulator/kernel/rng.ts";
import { type CommandApdu, response } from "../../iso7816/apdu.ts";
import type { Atr } from "../../iso7816/atr.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CardReply } from "../application.ts";
import { type Card, cardOf, unsupported } from "../card.ts";
import { defaultCardProfile } from "../choices.ts";
import { refusal } from "../commands/refusal.ts";
import { nothingSelected } from "./foreign-card.ts";

const READER_CLASS = 0xff;
const GET_DATA = 0xca;
/** P1 of the reader's own GET DATA: the UID, IDm or PUPI; 01 asks for historical bytes, which storage cards have none of. */
const UID = 0x00;
const WRONG_LE = 0x6c00;
/** Le 00, "as much as there is", and every extended one. */
const ANY_LENGTH = 256;

/**
 * A card that speaks no APDU: the reader makes its ATR (PC/SC part 3 §3.1.3.2.3.2, bytes in firmware-validation.md §6) and
 * tells its UID. Everything else is 6A81, as was seen with a FeliCa card on a PC/SC reader (Stack Overflow 35718553);
 * other readers may say it otherwise. Reading blocks (`FF B0` and the like) is left out: a counter has no use for it.
 */
export function storageCard(atr: Atr, uid: Uint8Array, rng: Rng): Card {
  return cardOf([nothingSelected], undefined, {
    atr,
    profile: defaultCardProfile,
    rng,
    pseudoApdus: (command) =>
      command.cla === READER_CLASS && command.ins === GET_DATA
        ? getUid(command, uid)
        : unsupported(command, SW.functionNotSupported),
  });
}

/** GET DATA `FF CA 00 00 Le` (PC/SC part 3 §3.2.2.1.3); its status words as firmware-validation.md §6 has them. */
function getUid({ p1, p2, data, ne }: CommandApdu, uid: Uint8Array): CardReply {
  if (p1 !== UID || p2 !== 0) return refusal(SW.functionNotSupported);
  if (data.length > 0 || ne === 0) return refusal(SW.wrongLength);
  if (ne < uid.length) return refusal(WRONG_LE | uid.length);
  return { response: response(ne > uid.length && ne < ANY_LENGTH ? SW.endOfFile : SW.ok, uid) };
}
